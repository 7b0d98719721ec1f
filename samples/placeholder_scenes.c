/* Comes in: a surface. Goes out: scenes of a library without an event: they stand where an issue has room for
 * a picture, at many heights, so what matters is in the middle. */
#include <math.h>

#include "placeholder_shapes.h"

enum { WIDTH = 1600, HEIGHT = 1067 };

/* Sitting on the ground with the back to us. */
static void
sitter (cairo_t *cr, double x, double y, double size, double value)
{
  grey (cr, value);
  cairo_move_to (cr, x - 62 * size, y);
  cairo_curve_to (cr, x - 60 * size, y - 40 * size, x - 46 * size, y - 100 * size, x, y - 104 * size);
  cairo_curve_to (cr, x + 46 * size, y - 100 * size, x + 60 * size, y - 40 * size, x + 62 * size, y);
  cairo_fill (cr);
  disc (cr, x, y - 132 * size, 31 * size, value);
}

/* An open book whose spine is at @x, @y. */
static void
open_book (cairo_t *cr, double x, double y, double size, double value)
{
  quad (cr, x, y - 52 * size, x - 110 * size, y - 76 * size, x - 110 * size, y + 12 * size, x, y + 36 * size,
        value);
  quad (cr, x, y - 52 * size, x + 110 * size, y - 76 * size, x + 110 * size, y + 12 * size, x, y + 36 * size,
        value - 0.08);
  for (int i = 0; i < 3; i++) {
    const double down = 20 * size * i;
    quad (cr, x - 14 * size, y - 32 * size + down, x - 92 * size, y - 50 * size + down, x - 92 * size,
          y - 44 * size + down, x - 14 * size, y - 26 * size + down, 0.55);
    quad (cr, x + 14 * size, y - 32 * size + down, x + 92 * size, y - 50 * size + down, x + 92 * size,
          y - 44 * size + down, x + 14 * size, y - 26 * size + down, 0.55);
  }
}

/* One who reads aloud on a chair, children around on a rug. */
void
draw_story_hour (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.82);
  bookcase (cr, -60, 210, 560, 560, 4, 17);
  bookcase (cr, 1100, 210, 560, 560, 4, 517);
  box (cr, 600, 130, 400, 420, 0.96);
  box (cr, 796, 130, 8, 420, 0.78);
  box (cr, 600, 330, 400, 8, 0.78);
  box (cr, 0, 770, WIDTH, 297, 0.64);
  grey (cr, 0.76);
  cairo_save (cr);
  cairo_translate (cr, 800, 930);
  cairo_scale (cr, 690, 150);
  cairo_arc (cr, 0, 0, 1, 0, 2 * M_PI);
  cairo_restore (cr);
  cairo_fill (cr);
  box (cr, 700, 560, 200, 210, 0.46);
  box (cr, 690, 760, 26, 90, 0.30);
  box (cr, 884, 760, 26, 90, 0.30);
  grey (cr, 0.14);
  limb (cr, 760, 860, 752, 770, 790, 700, 44);
  limb (cr, 840, 860, 848, 770, 810, 700, 44);
  limb (cr, 800, 690, 800, 600, 800, 540, 120);
  disc (cr, 800, 430, 56, 0.14);
  open_book (cr, 800, 640, 1.0, 0.99);
  for (int i = 0; i < 7; i++) {
    const double turn = M_PI * (i + 0.5) / 7;
    sitter (cr, 800 - 560 * cos (turn), 860 + 150 * sin (turn), 0.86 + 0.34 * sin (turn),
            0.18 + 0.14 * scatter (i + 3));
  }
}

static void
tree (cairo_t *cr, double x, double y, double size, double value)
{
  box (cr, x - 14 * size, y - 260 * size, 28 * size, 260 * size, value - 0.18);
  for (int i = 0; i < 7; i++)
    disc (cr, x + 130 * size * (scatter (i + 5) - 0.5), y - (260 + 170 * scatter (i)) * size, 92 * size,
          value);
}

static void
stall (cairo_t *cr, double x, double y, double width, int seed)
{
  enum { STRIPES = 8 };
  const double stripe = width / STRIPES;

  box (cr, x + 16, y - 300, 10, 300, 0.30);
  box (cr, x + width - 26, y - 300, 10, 300, 0.30);
  for (int i = 0; i < STRIPES; i++)
    quad (cr, x + i * stripe, y - 330, x + (i + 1) * stripe, y - 330,
          x - 20 + (i + 1) * (width + 40) / STRIPES, y - 240, x - 20 + i * (width + 40) / STRIPES, y - 240,
          i % 2 == 0 ? 0.96 : 0.44);
  box (cr, x, y - 110, width, 110, 0.54);
  books (cr, x + 20, y - 110, width * 0.56, 78, seed);
  for (int i = 0; i < 3; i++)
    box (cr, x + width * 0.66 + 6 * scatter (seed + i), y - 130 - 22 * i, width * 0.26, 20, 0.4 + 0.2 * i);
  box (cr, x, y - 116, width, 12, 0.34);
}

/* Stalls under trees, people in front of them. */
void
draw_book_fair (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.93);
  box (cr, 250, 250, 1100, 400, 0.82);
  quad (cr, 200, 250, 1400, 250, 1240, 150, 360, 150, 0.74);
  for (int i = 0; i < 9; i++)
    box (cr, 300 + i * 116, 320, 60, 110, 0.93);
  for (int i = 0; i < 5; i++)
    tree (cr, 60 + i * 370, 680, 1.0 + 0.2 * scatter (i), 0.66);
  box (cr, 0, 660, WIDTH, HEIGHT - 660, 0.72);
  quad (cr, 0, HEIGHT, 520, 660, 1080, 660, WIDTH, HEIGHT, 0.80);
  for (int i = 0; i < 3; i++)
    stall (cr, 90 + i * 510, 800, 400, 31 + i * 60);
  for (int i = 0; i < 8; i++)
    stander (cr, 170 + i * 185 + 40 * scatter (i), 900 + 80 * scatter (i + 4), 1.9 + 0.5 * scatter (i + 9),
             0.10 + 0.18 * scatter (i + 2));
  for (int i = 0; i < 17; i++) {
    const double x = i * 100, sag = 40 * sin (M_PI * (i % 4 + 0.5) / 4);
    quad (cr, x, 60 + sag, x + 70, 64 + sag, x + 35, 130 + sag, x, 60 + sag, i % 2 == 0 ? 0.50 : 0.30);
  }
}

/* The house from outside when its windows are lit. */
void
draw_evening (cairo_t *cr)
{
  enum { COLUMNS = 6 };

  box (cr, 0, 0, WIDTH, HEIGHT, 0.30);
  for (int i = 0; i < 46; i++)
    disc (cr, WIDTH * scatter (i + 1), 330 * scatter (i + 77), 2 + 3 * scatter (i + 9), 0.80);
  disc (cr, 1330, 150, 62, 0.90);
  disc (cr, 1306, 136, 58, 0.30);
  for (int i = 0; i < 2; i++)
    tree (cr, 90 + i * 1420, 860, 1.5, 0.22);
  box (cr, 230, 330, 1140, 520, 0.46);
  quad (cr, 190, 330, 1410, 330, 1260, 210, 340, 210, 0.38);
  box (cr, 200, 320, 1200, 24, 0.58);
  for (int i = 0; i < COLUMNS; i++) {
    const double x = 285 + i * 190;
    grey (cr, 0.97);
    cairo_arc (cr, x + 40, 450, 50, M_PI, 2 * M_PI);
    cairo_line_to (cr, x + 90, 640);
    cairo_line_to (cr, x - 10, 640);
    cairo_fill (cr);
    books (cr, x - 4, 640, 88, 70, 7 * i + 3);
    box (cr, x + 37, 404, 6, 236, 0.52);
    box (cr, x - 10, 500, 100, 6, 0.52);
    bust (cr, x + 20 + 36 * scatter (i), 560, 13, 0.20);
    box (cr, x - 14, 640, 108, 90, 0.46); /* the wall hides the rest of them */
  }
  box (cr, 700, 660, 200, 190, 0.97);
  box (cr, 797, 660, 6, 190, 0.46);
  for (int i = 0; i < 4; i++)
    box (cr, 610 - i * 40, 850 + i * 26, 380 + i * 80, 26, 0.62 - 0.05 * i);
  box (cr, 0, 954, WIDTH, 113, 0.20);
  quad (cr, 690, 954, 910, 954, 1120, HEIGHT, 480, HEIGHT, 0.66);
  stander (cr, 760, 1000, 1.9, 0.06);
  stander (cr, 850, 1012, 1.3, 0.10);
  stander (cr, 980, 985, 1.8, 0.08);
}

/* A lamp, books, an open one: nobody is there. */
void
draw_desk (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.56);
  box (cr, 90, 60, 520, 640, 0.94);
  box (cr, 340, 60, 14, 640, 0.70);
  box (cr, 90, 360, 520, 14, 0.70);
  for (int i = 0; i < 5; i++)
    disc (cr, 130 + i * 110, 640 + 40 * scatter (i), 90, 0.80);
  box (cr, 60, 700, 580, 26, 0.42);
  bookcase (cr, 1130, 40, 420, 660, 4, 211);
  quad (cr, 0, 790, WIDTH, 790, WIDTH, HEIGHT, 0, HEIGHT, 0.40);
  box (cr, 0, 780, WIDTH, 24, 0.30);
  quad (cr, 600, 800, 1000, 800, 1240, 990, 380, 990, 0.62);
  box (cr, 1010, 760, 160, 26, 0.16);
  grey (cr, 0.16);
  limb (cr, 1090, 770, 1110, 560, 1000, 400, 16);
  quad (cr, 900, 420, 1010, 330, 1060, 400, 980, 520, 0.22);
  quad (cr, 905, 430, 985, 516, 760, 800, 560, 800, 0.72);
  open_book (cr, 770, 860, 2.0, 0.99);
  for (int i = 0; i < 5; i++)
    box (cr, 250 + 26 * scatter (i), 752 - i * 44, 250 - 14 * i, 40, 0.26 + 0.14 * (i % 4));
  disc (cr, 1330, 900, 54, 0.95);
  disc (cr, 1330, 900, 40, 0.30);
  grey (cr, 0.16);
  limb (cr, 1060, 960, 1130, 930, 1210, 900, 10);
}
