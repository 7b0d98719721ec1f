/* Draws the pictures that stand in for photographs which nobody has, in the folder given: anh-1.png …
 * anh-4.png of the first conference, and with "ban-tin-mau" those of the sample bulletin. Plain shapes, with
 * words that say what they are: grey, or of the bulletin in the tints of two inks. Built and run by
 * samples/placeholder-photos. */
#include <cairo.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "placeholder_shapes.h"

enum { WIDTH = 1600, HEIGHT = 1067 };

/* Leaning back to pull, @side -1: to the left. */
static void
puller (cairo_t *cr, double x, double y, double rope, double side, double value)
{
  grey (cr, value);
  limb (cr, x - side * 70, y, x - side * 20, y - 70, x + side * 20, y - 120, 24);
  limb (cr, x - side * 10, y, x + side * 30, y - 60, x + side * 20, y - 120, 24);
  limb (cr, x + side * 20, y - 120, x + side * 55, y - 190, x + side * 75, y - 225, 46);
  limb (cr, x + side * 70, y - 220, x + side * 20, rope + 10, x - side * 30, rope, 16);
  disc (cr, x + side * 94, y - 276, 30, value);
}

static void
draw_hall (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.80);
  for (int i = 0; i < 9; i++)
    box (cr, 60 + i * 172, 0, 6, 520, 0.76);
  box (cr, 250, 130, 1100, 330, 0.62);
  box (cr, 330, 175, 940, 170, 0.90);
  box (cr, 470, 215, 660, 26, 0.55);
  box (cr, 560, 265, 480, 20, 0.65);
  for (int i = 0; i < 5; i++)
    bust (cr, 520 + i * 140, 350, 22, 0.42);
  box (cr, 430, 430, 740, 70, 0.95);
  box (cr, 170, 500, 1260, 40, 0.50);
  box (cr, 0, 540, WIDTH, HEIGHT - 540, 0.72);
  for (int row = 0; row < 4; row++) {
    double size = 24 + row * 13, y = 560 + row * 95, step = size * 5;
    for (double x = row % 2 * step / 2; x < WIDTH + step; x += step)
      bust (cr, x, y, size, 0.40 - row * 0.06);
  }
}

static void
draw_speaker (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.82);
  box (cr, 120, 120, 780, 420, 0.92);
  box (cr, 200, 200, 560, 34, 0.62);
  box (cr, 200, 275, 620, 22, 0.72);
  box (cr, 200, 325, 480, 22, 0.72);
  bust (cr, 1180, 230, 78, 0.34);
  grey (cr, 0.52);
  cairo_move_to (cr, 960, 560);
  cairo_line_to (cr, 1400, 560);
  cairo_line_to (cr, 1350, 1067);
  cairo_line_to (cr, 1010, 1067);
  cairo_fill (cr);
  box (cr, 940, 535, 480, 36, 0.44);
  grey (cr, 0.20);
  limb (cr, 1090, 540, 1100, 470, 1140, 430, 9);
  disc (cr, 1146, 424, 17, 0.20);
  for (int i = 0; i < 4; i++)
    bust (cr, 120 + i * 250, 720, 66, 0.28);
}

static void
draw_tug (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.86);
  box (cr, 0, 420, WIDTH, 240, 0.76);
  for (int i = 0; i < 22; i++)
    bust (cr, 20 + i * 75, 430 + i % 3 * 14, 20, 0.64);
  box (cr, 0, 640, WIDTH, 427, 0.66);
  grey (cr, 0.90);
  limb (cr, 800, 660, 800, 820, 800, 1067, 10);
  grey (cr, 0.18);
  limb (cr, 60, 700, 800, 712, 1540, 700, 12);
  for (int i = 0; i < 4; i++) {
    puller (cr, 150 + i * 150, 890, 704, -1, 0.30);
    puller (cr, 1000 + i * 150, 890, 704, 1, 0.42);
  }
  grey (cr, 0.10);
  limb (cr, 800, 706, 786, 770, 814, 770, 8);
}

static void
draw_group (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.84);
  box (cr, 180, 90, 1240, 300, 0.92);
  box (cr, 330, 160, 940, 40, 0.62);
  box (cr, 440, 240, 720, 28, 0.72);
  box (cr, 0, 760, WIDTH, 307, 0.68);
  for (int i = 0; i < 9; i++)
    stander (cr, 240 + i * 140, 800, 2.15, 0.46);
  for (int i = 0; i < 8; i++)
    stander (cr, 310 + i * 140, 900, 2.25, 0.30);
  box (cr, 862, 690, 16, 40, 0.96);
  box (cr, 835, 728, 70, 16, 0.96);
  grey (cr, 0.96);
  cairo_move_to (cr, 820, 600);
  cairo_line_to (cr, 920, 600);
  cairo_line_to (cr, 890, 695);
  cairo_line_to (cr, 850, 695);
  cairo_fill (cr);
}

/* ---- scenes of the bulletin ---- */

/* One side of a room that goes away from us: from x1 (near) to x2 (far). */
static void
shelf_in_depth (cairo_t *cr, double x1, double top1, double foot1, double x2, double top2, double foot2,
                int seed)
{
  enum { BOARDS = 8, BOOKS = 34 };

  quad (cr, x1, top1, x2, top2, x2, foot2, x1, foot1, 0.26);
  for (int row = 0; row < BOARDS; row++)
    for (int k = 0; k < BOOKS; k++, seed++) {
      double u = k / (double) BOOKS, w = (k + 0.9) / BOOKS, near = u * 0.62 / (1 - 0.38 * u);
      double far = w * 0.62 / (1 - 0.38 * w), high = 0.72 + 0.2 * scatter (seed);
      double at = (row + 1 - high) / BOARDS, end = (row + 0.94) / BOARDS;
      double x3 = x1 + (x2 - x1) * near, x4 = x1 + (x2 - x1) * far;
      double t3 = top1 + (top2 - top1) * near, f3 = foot1 + (foot2 - foot1) * near;
      double t4 = top1 + (top2 - top1) * far, f4 = foot1 + (foot2 - foot1) * far;
      quad (cr, x3, t3 + (f3 - t3) * at, x4, t4 + (f4 - t4) * at, x4, t4 + (f4 - t4) * end, x3,
            t3 + (f3 - t3) * end, 0.30 + 0.45 * scatter (seed + 5) + 0.15 * near);
    }
}

static void
draw_reading_room (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.80);
  quad (cr, 0, HEIGHT, 600, 700, 1000, 700, WIDTH, HEIGHT, 0.62);
  quad (cr, 0, 0, 600, 150, 1000, 150, WIDTH, 0, 0.90);
  box (cr, 600, 150, 400, 550, 0.84);
  grey (cr, 1.0);
  cairo_arc (cr, 800, 360, 130, M_PI, 2 * M_PI);
  cairo_line_to (cr, 930, 660);
  cairo_line_to (cr, 670, 660);
  cairo_fill (cr);
  for (int i = -1; i <= 1; i++)
    box (cr, 797 + i * 62, 236 + 20 * i * i, 6, 424 - 20 * i * i, 0.72);
  for (int i = 0; i < 4; i++)
    box (cr, 670, 350 + i * 80, 260, 5, 0.72);
  quad (cr, 670, 700, 930, 700, 1080, HEIGHT, 520, HEIGHT, 0.78);
  shelf_in_depth (cr, 330, -120, 1110, 640, 170, 705, 3);
  shelf_in_depth (cr, 1270, -120, 1110, 960, 170, 705, 977);
  for (int i = 0; i < 3; i++) {
    double y = 690 + i * 90, size = 15 + i * 9;
    bust (cr, 715 - i * 42, y - size * 5, size, 0.24);
    bust (cr, 885 + i * 42, y - size * 5, size, 0.20);
    quad (cr, 690 - i * 50, y, 910 + i * 50, y, 940 + i * 60, y + 30 + i * 8, 660 - i * 60, y + 30 + i * 8,
          0.92);
    box (cr, 760 - i * 20, y + 4, 46 + i * 8, 12, 0.55);
    box (cr, 830, y + 6, 40 + i * 8, 12, 0.45);
  }
}

static void
draw_giving (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.66);
  box (cr, 0, 0, WIDTH, 250, 0.56);
  box (cr, 260, 70, 1080, 46, 0.92);
  box (cr, 430, 150, 740, 28, 0.82);
  box (cr, 0, 850, WIDTH, 217, 0.48);
  for (int i = 0; i < 6; i++)
    stander (cr, 330 + i * 190 + (i > 1) * 40, 950, 3.1, i == 1 ? 0.10 : 0.24);
  for (int i = 0; i < 6; i++) {
    if (i == 1)
      continue;
    double x = 330 + i * 190 + (i > 1) * 40;
    box (cr, x - 58, 610, 116, 84, 0.40);
    box (cr, x - 50, 618, 100, 68, 0.97);
    box (cr, x - 30, 640, 60, 7, 0.60);
    box (cr, x - 20, 658, 40, 6, 0.70);
  }
}

static void
draw_flowers (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.70);
  box (cr, 200, 90, 1200, 200, 0.86);
  box (cr, 330, 150, 940, 40, 0.55);
  box (cr, 0, 900, WIDTH, 167, 0.52);
  stander (cr, 560, 1010, 4.0, 0.14);
  stander (cr, 960, 1010, 4.0, 0.26);
  stander (cr, 1220, 1010, 3.9, 0.30);
  for (int i = 0; i < 40; i++)
    disc (cr, 700 + 120 * scatter (i), 560 + 110 * scatter (i + 50), 18 + 10 * scatter (i + 9),
          0.55 + 0.43 * scatter (i + 3));
  quad (cr, 700, 660, 820, 660, 780, 800, 745, 800, 0.94);
}

static void
draw_gift_of_books (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.74);
  bookcase (cr, 60, 80, 460, 700, 5, 11);
  bookcase (cr, 1080, 80, 460, 700, 5, 311);
  box (cr, 0, 860, WIDTH, 207, 0.54);
  stander (cr, 560, 990, 3.7, 0.12);
  stander (cr, 900, 990, 3.6, 0.24);
  stander (cr, 1120, 990, 3.5, 0.30);
  for (int i = 0; i < 6; i++)
    box (cr, 655 + 8 * scatter (i), 690 - i * 26, 150, 23, 0.45 + 0.5 * scatter (i + 4));
}

static void
draw_bus (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.90);
  quad (cr, -200, 620, 380, 240, 900, 620, 900, 640, 0.74);
  quad (cr, 500, 620, 1150, 180, 1900, 640, 500, 640, 0.66);
  box (cr, 0, 600, WIDTH, 467, 0.58);
  box (cr, 240, 330, 1080, 480, 0.30);
  box (cr, 240, 330, 1080, 40, 0.20);
  quad (cr, 1320, 400, 1450, 560, 1450, 810, 1320, 810, 0.30);
  quad (cr, 1330, 440, 1420, 560, 1330, 560, 1330, 440, 0.85);
  bookcase (cr, 330, 420, 560, 330, 3, 71);
  quad (cr, 330, 420, 890, 420, 960, 300, 260, 300, 0.95);
  for (int i = 0; i < 2; i++)
    box (cr, 950 + i * 170, 420, 140, 130, 0.84);
  for (int i = 0; i < 2; i++) {
    disc (cr, 450 + i * 720, 815, 80, 0.12);
    disc (cr, 450 + i * 720, 815, 34, 0.70);
  }
  for (int i = 0; i < 7; i++)
    stander (cr, 360 + i * 110 + 30 * scatter (i), 900 + 60 * scatter (i + 2), 1.7 + 0.35 * scatter (i + 8),
             0.10 + 0.2 * scatter (i + 3));
  stander (cr, 1180, 960, 2.6, 0.16);
}

static void
draw_memorial (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.88);
  for (int i = 0; i < 12; i++)
    disc (cr, i * 150 - 20, 520 + 40 * scatter (i), 130, 0.66);
  box (cr, 0, 560, WIDTH, 507, 0.74);
  for (int i = 0; i < 4; i++)
    box (cr, 420 - i * 50, 560 + i * 40, 760 + i * 100, 40, 0.94 - i * 0.05);
  quad (cr, 720, 120, 880, 120, 930, 560, 670, 560, 0.98);
  quad (cr, 720, 120, 800, 60, 880, 120, 800, 130, 0.96);
  box (cr, 770, 230, 60, 260, 0.60);
  box (cr, 720, 600, 160, 80, 0.30);
  for (int i = 0; i < 5; i++) {
    grey (cr, 0.55);
    limb (cr, 750 + i * 25, 600, 752 + i * 24, 540, 754 + i * 24, 520, 5);
  }
  for (int i = 0; i < 11; i++)
    stander (cr, 160 + i * 128, 1040 + 10 * scatter (i), 2.4, 0.16 + 0.14 * scatter (i + 3));
}

/* With arms up. */
static void
player (cairo_t *cr, double x, double y, double size, double side, double value)
{
  grey (cr, value);
  limb (cr, x - 20 * size, y, x - 14 * size, y - 50 * size, x, y - 90 * size, 16 * size);
  limb (cr, x + 26 * size, y - 6 * size, x + 20 * size, y - 50 * size, x, y - 90 * size, 16 * size);
  limb (cr, x, y - 92 * size, x + 4 * side * size, y - 120 * size, x + 8 * side * size, y - 148 * size,
        36 * size);
  limb (cr, x + 8 * side * size, y - 150 * size, x + 34 * side * size, y - 180 * size, x + 52 * side * size,
        y - 215 * size, 11 * size);
  limb (cr, x, y - 150 * size, x - 16 * side * size, y - 120 * size, x + 4 * side * size, y - 100 * size,
        11 * size);
  disc (cr, x + 12 * side * size, y - 186 * size, 17 * size, value);
}

static void
draw_volleyball (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.84);
  box (cr, 0, 330, WIDTH, 240, 0.70);
  for (int i = 0; i < 24; i++)
    bust (cr, 20 + i * 68, 350 + i % 3 * 20, 21, 0.56);
  box (cr, 0, 570, WIDTH, 497, 0.60);
  for (int i = 0; i < 3; i++) {
    player (cr, 250 + i * 190, 900 + (i % 2) * 60, 1.75, 1, 0.22);
    player (cr, 980 + i * 190, 900 + (i % 2) * 60, 1.75, -1, 0.38);
  }
  box (cr, 792, 300, 16, 640, 0.16);
  for (int i = 0; i < 9; i++)
    box (cr, 740, 340 + i * 26, 120, 4, 0.96);
  for (int i = 0; i < 6; i++)
    box (cr, 740 + i * 23, 340, 4, 212, 0.96);
  disc (cr, 690, 250, 52, 0.98);
  disc (cr, 702, 240, 40, 0.90);
}

static void
draw_screens (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.28);
  for (int i = 0; i < 8; i++) {
    double x = 110 + i % 4 * 350, y = 90 + i / 4 * 280;
    box (cr, x, y, 320, 240, 0.86);
    for (int k = 0; k < 8; k++) {
      double high = 30 + 130 * scatter (i * 9 + k);
      box (cr, x + 26 + k * 34, y + 210 - high, 24, high, 0.40 + 0.3 * scatter (i + k));
    }
    box (cr, x + 20, y + 20, 150, 14, 0.50);
  }
  box (cr, 0, 760, WIDTH, 307, 0.40);
  for (int i = 0; i < 3; i++)
    stander (cr, 480 + i * 320, 1060, 3.6, 0.08 + i * 0.04);
}

static void
draw_meeting (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.82);
  box (cr, 420, 70, 760, 230, 0.94);
  box (cr, 500, 120, 600, 36, 0.60);
  box (cr, 560, 190, 480, 22, 0.70);
  box (cr, 0, 560, WIDTH, 507, 0.66);
  for (int i = 0; i < 3; i++)
    bust (cr, 660 + i * 140, 330, 30, 0.36);
  quad (cr, 600, 470, 1000, 470, 1400, 1067, 200, 1067, 0.93);
  for (int i = 0; i < 5; i++) {
    double y = 400 + i * 95, size = 27 + i * 11;
    bust (cr, 560 - i * 100, y, size, 0.32 - i * 0.04);
    bust (cr, 1040 + i * 100, y, size, 0.28 - i * 0.03);
    box (cr, 680 - i * 70, y + size * 5, 60 + i * 8, 16, 0.70);
    box (cr, 860 + i * 60, y + size * 5, 60 + i * 8, 16, 0.74);
  }
}

static void
draw_panel (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.60);
  box (cr, 300, 60, 1000, 420, 0.96);
  box (cr, 380, 120, 560, 40, 0.55);
  for (int i = 0; i < 4; i++)
    box (cr, 380, 210 + i * 56, 700 - 90 * i, 22, 0.74);
  for (int i = 0; i < 3; i++)
    bust (cr, 480 + i * 320, 430, 62, 0.20 + i * 0.06);
  box (cr, 180, 760, 1240, 307, 0.44);
  box (cr, 160, 740, 1280, 36, 0.88);
  for (int i = 0; i < 3; i++)
    box (cr, 420 + i * 320, 800, 120, 50, 0.92);
}

static void
draw_stacks (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.78);
  for (int i = 0; i < 4; i++)
    bookcase (cr, 20 + i * 395, 30, 375, 860, 7, 91 + i * 400);
  box (cr, 0, 890, WIDTH, 177, 0.56);
  for (int i = 0; i < 3; i++)
    stander (cr, 520 + i * 280, 1040, 3.4, 0.08 + i * 0.07);
}

/* An exhibition: boards on the wall, cases with open books before them, visitors from behind. */
static void
draw_exhibition (cairo_t *cr)
{
  box (cr, 0, 0, WIDTH, HEIGHT, 0.78);
  box (cr, 0, 760, WIDTH, HEIGHT - 760, 0.5);
  for (int i = 0; i < 4; i++) {
    const double x = 90 + 375 * i;
    box (cr, x, 110, 300, 400, 0.3);
    box (cr, x + 14, 124, 272, 372, 0.95);
    box (cr, x + 44, 160, 212, i % 2 == 0 ? 150 : 90, 0.6);
    for (int line = 0; line < (i % 2 == 0 ? 4 : 6); line++)
      box (cr, x + 44, (i % 2 == 0 ? 350 : 290) + 32 * line, line % 3 == 2 ? 140 : 212, 12, 0.72);
  }
  for (int i = 0; i < 3; i++) {
    const double x = 130 + 500 * i;
    box (cr, x, 640, 360, 40, 0.25);
    box (cr, x + 30, 680, 24, 180, 0.3);
    box (cr, x + 306, 680, 24, 180, 0.3);
    for (int book = 0; book < 3; book++) {
      box (cr, x + 25 + 112 * book, 606, 46, 34, 0.92);
      box (cr, x + 75 + 112 * book, 606, 46, 34, 0.85);
    }
  }
  bust (cr, 420, 560, 62, 0.12);
  bust (cr, 640, 600, 56, 0.2);
  bust (cr, 1210, 570, 60, 0.15);
}

/* What every one of them says. */
static void
draw_band (cairo_t *cr)
{
  static const char *const text = "ẢNH MINH HỌA – chưa có ảnh gốc";
  cairo_text_extents_t extents;

  box (cr, 0, HEIGHT - 110, WIDTH, 110, 1.0);
  cairo_select_font_face (cr, "Tinos", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, 54);
  cairo_text_extents (cr, text, &extents);
  grey (cr, 0.25);
  cairo_move_to (cr, (WIDTH - extents.width) / 2, HEIGHT - 36);
  cairo_show_text (cr, text);
}

/* ---- files ---- */

static cairo_status_t
write_grey (const char *folder, int i, void (*draw) (cairo_t *))
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  char path[4096];

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  draw (cr);
  draw_band (cr);
  snprintf (path, sizeof path, "%s/anh-%d.png", folder, i + 1);
  cairo_status_t status = cairo_surface_write_to_png (surface, path);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return status;
}

typedef struct {
  const char *name;
  void (*draw) (cairo_t *);
  double x, y, width, height; /* the part of the scene that is shown */
  int dots;                   /* across */
  uint32_t dark, middle, light;
} Picture;

/* Near the foot, small: it is read where somebody doubts. Higher than what a wide crop takes away, and in
 * the middle of what a narrow one leaves, but of a cover, which has words over its foot. */
static void
draw_words (cairo_t *cr, double width, double height)
{
  static const char *const text = "HÌNH VẼ THAY ẢNH";
  cairo_text_extents_t extents;

  cairo_select_font_face (cr, "Arimo", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
  cairo_set_font_size (cr, fmin (width, height) / 50);
  cairo_text_extents (cr, text, &extents);
  const int tall = height > 1.4 * width;
  const double x = tall ? width * 0.97 - extents.width : (width - extents.width) / 2, y = height * 0.86;
  box (cr, x - extents.height, y - 2 * extents.height, extents.width + 2 * extents.height, 3 * extents.height,
       0.97);
  grey (cr, 0.15);
  cairo_move_to (cr, x, y);
  cairo_show_text (cr, text);
}

static unsigned
mix (uint32_t from, uint32_t to, int shift, double share)
{
  return (unsigned) ((from >> shift & 255) * (1 - share) + (to >> shift & 255) * share + 0.5);
}

static uint32_t
tint (const Picture *picture, double value)
{
  const int upper = value > 0.5;
  const uint32_t from = upper ? picture->middle : picture->dark,
                 to = upper ? picture->light : picture->middle;
  const double share = value * 2 - upper;

  return mix (from, to, 16, share) << 16 | mix (from, to, 8, share) << 8 | mix (from, to, 0, share);
}

static cairo_status_t
write_tinted (const char *folder, const Picture *picture)
{
  const int width = picture->dots, height = (int) (width * picture->height / picture->width + 0.5);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_A8, width, height);
  cairo_surface_t *colour = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (drawn);
  char path[4096];

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  cairo_scale (cr, width / picture->width, width / picture->width);
  cairo_translate (cr, -picture->x, -picture->y);
  picture->draw (cr);
  cairo_identity_matrix (cr);
  draw_words (cr, width, height);
  cairo_surface_flush (drawn);
  for (int y = 0; y < height; y++) {
    const unsigned char *from = cairo_image_surface_get_data (drawn)
                                + y * cairo_image_surface_get_stride (drawn);
    unsigned char *to = cairo_image_surface_get_data (colour) + y * cairo_image_surface_get_stride (colour);
    for (int x = 0; x < width; x++) {
      const uint32_t dot = tint (picture, from[x] / 255.0);
      memcpy (to + 4 * x, &dot, 4);
    }
  }
  cairo_surface_mark_dirty (colour);
  snprintf (path, sizeof path, "%s/%s.png", folder, picture->name);
  cairo_status_t status = cairo_surface_write_to_png (colour, path);
  cairo_destroy (cr);
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (colour);
  return status;
}

static cairo_status_t
write_bulletin (const char *folder)
{
#define RIVER 0x0F2F3A, 0x4F8A8B, 0xF4EBD9
#define BRICK 0x3A1712, 0xB5583B, 0xF7E9D7
#define LEAF 0x14301F, 0x5E8B57, 0xF1EFDB
#define DUSK 0x1E1B3A, 0x6F6AA8, 0xF3E9EC
#define SAND 0x33261A, 0xA98252, 0xF8F0E0
  static const Picture pictures[] = {
      {"bt1-anh-bia", draw_reading_room, 432, 0, 736, 1067, 1640, RIVER},
      {"bt1-anh-mnpb-hop", draw_hall, 0, 60, 1600, 900, 1500, LEAF},
      {"bt1-anh-mnpb-huong", draw_memorial, 380, 0, 840, 1067, 1000, LEAF},
      {"bt1-anh-mnpb-bong", draw_volleyball, 0, 120, 1600, 900, 1300, LEAF},
      {"bt1-anh-mnpb-sach", draw_gift_of_books, 330, 60, 1000, 1000, 1000, LEAF},
      {"bt1-anh-mnpb-so", draw_screens, 90, 60, 1420, 1000, 1200, DUSK},
      {"bt1-anh-xe", draw_bus, 0, 40, 1600, 1027, 1400, SAND},
      {"bt1-anh-htv-hop", draw_meeting, 0, 40, 1600, 900, 1500, DUSK},
      {"bt1-anh-htv-tham", draw_stacks, 400, 20, 800, 1047, 1000, DUSK},
      {"mdnb23-anh-1", draw_hall, 100, 40, 1400, 680, 1600, BRICK},
      {"mdnb23-anh-2", draw_speaker, 640, 100, 760, 960, 1000, BRICK},
      {"mdnb23-anh-3", draw_gift_of_books, 200, 40, 1300, 975, 1200, BRICK},
      {"mdnb23-anh-4", draw_flowers, 250, 60, 1200, 1000, 1200, BRICK},
      {"tk22-anh-1", draw_hall, 0, 120, 1600, 900, 1600, RIVER},
      {"tk22-anh-2", draw_speaker, 560, 80, 1000, 960, 1200, RIVER},
      {"tk22-anh-3", draw_tug, 0, 330, 1600, 640, 1600, RIVER},
      {"tk22-anh-4", draw_group, 140, 120, 1320, 860, 1300, RIVER},
      {"tvqg22-anh-1", draw_hall, 0, 100, 1600, 960, 1600, SAND},
      {"tvqg22-anh-2", draw_speaker, 100, 60, 1450, 967, 1400, SAND},
      {"tvqg22-anh-3", draw_panel, 100, 20, 1400, 1047, 1200, SAND},
      {"tvqg22-anh-4", draw_speaker, 800, 140, 640, 900, 1000, SAND},
      {"tvqg22-anh-5", draw_speaker, 620, 60, 980, 980, 1000, DUSK},
      {"tvqg22-anh-6", draw_giving, 125, 60, 1100, 1000, 1100, SAND},
      {"tvqg22-anh-7", draw_giving, 100, 20, 1450, 970, 1500, SAND},
      {"tvqg22-anh-8", draw_giving, 170, 340, 680, 680, 1000, DUSK},
      {"tvqg22-anh-9", draw_giving, 230, 120, 620, 900, 900, LEAF},
      {"bt1-anh-trung-bay", draw_exhibition, 60, 60, 1480, 960, 1200, SAND},
      {"tvqg22-anh-10", draw_giving, 190, 240, 1040, 769, 1200, BRICK},
      {"bt1-anh-ke-chuyen", draw_story_hour, 0, 0, 1600, 1067, 2000, RIVER},
      {"bt1-anh-hoi-sach", draw_book_fair, 0, 0, 1600, 1067, 2000, SAND},
      {"bt1-anh-buoi-toi", draw_evening, 0, 0, 1600, 1067, 2000, DUSK},
      {"bt1-anh-ban-doc", draw_desk, 0, 0, 1600, 1067, 2000, BRICK},
  };
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (size_t i = 0; status == CAIRO_STATUS_SUCCESS && i < sizeof pictures / sizeof *pictures; i++)
    status = write_tinted (folder, &pictures[i]);
  return status;
}

static cairo_status_t
write_conference (const char *folder)
{
  static void (*const draw[]) (cairo_t *) = {draw_hall, draw_speaker, draw_tug, draw_group};
  cairo_status_t status = CAIRO_STATUS_SUCCESS;

  for (int i = 0; status == CAIRO_STATUS_SUCCESS && i < 4; i++)
    status = write_grey (folder, i, draw[i]);
  return status;
}

int
main (int argc, char **argv)
{
  if (argc != 2)
    return 2;
  const cairo_status_t status = strcmp (argv[1], "ban-tin-mau") == 0 ? write_bulletin (argv[1])
                                                                     : write_conference (argv[1]);
  if (status != CAIRO_STATUS_SUCCESS)
    fprintf (stderr, "%s: %s\n", argv[1], cairo_status_to_string (status));
  return status != CAIRO_STATUS_SUCCESS;
}
