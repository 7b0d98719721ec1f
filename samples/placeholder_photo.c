/* Draws the four pictures that stand in for the photographs of the sample,
 * which nobody has: anh-1.png … anh-4.png in the folder given. Plain grey
 * shapes, with a band that says what they are. Grey PNG, so that they stay
 * small. Built and run by samples/placeholder-photos. */
#include <cairo.h>
#include <math.h>
#include <stdio.h>

enum { WIDTH = 1600, HEIGHT = 1067 };

/* The surface holds nothing but alpha, which cairo writes as grey: 0 is black. */
static void
grey (cairo_t *cr, double value)
{
  cairo_set_source_rgba (cr, 0, 0, 0, value);
}

static void
box (cairo_t *cr, double x, double y, double width, double height, double value)
{
  grey (cr, value);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

static void
disc (cairo_t *cr, double x, double y, double radius, double value)
{
  grey (cr, value);
  cairo_arc (cr, x, y, radius, 0, 2 * M_PI);
  cairo_fill (cr);
}

/* Head and shoulders; @y is the crown of the head. */
static void
bust (cairo_t *cr, double x, double y, double size, double value)
{
  disc (cr, x, y + size, size, value);
  grey (cr, value);
  cairo_move_to (cr, x - 2.2 * size, y + 12 * size);
  cairo_line_to (cr, x - 2.2 * size, y + 5 * size);
  cairo_curve_to (cr, x - 2.2 * size, y + 1.3 * size, x + 2.2 * size, y + 1.3 * size, x + 2.2 * size,
                  y + 5 * size);
  cairo_line_to (cr, x + 2.2 * size, y + 12 * size);
  cairo_fill (cr);
}

static void
limb (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3, double width)
{
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_line_to (cr, x3, y3);
  cairo_stroke (cr);
}

/* Standing; @y is the ground. */
static void
stander (cairo_t *cr, double x, double y, double size, double value)
{
  grey (cr, value);
  limb (cr, x - 9 * size, y, x - 6 * size, y - 40 * size, x - 4 * size, y - 75 * size, 12 * size);
  limb (cr, x + 9 * size, y, x + 6 * size, y - 40 * size, x + 4 * size, y - 75 * size, 12 * size);
  limb (cr, x, y - 75 * size, x, y - 100 * size, x, y - 118 * size, 30 * size);
  limb (cr, x - 14 * size, y - 120 * size, x - 22 * size, y - 95 * size, x - 18 * size, y - 68 * size,
        9 * size);
  limb (cr, x + 14 * size, y - 120 * size, x + 22 * size, y - 95 * size, x + 18 * size, y - 68 * size,
        9 * size);
  disc (cr, x, y - 152 * size, 14 * size, value);
}

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

int
main (int argc, char **argv)
{
  static void (*const draw[]) (cairo_t *) = {draw_hall, draw_speaker, draw_tug, draw_group};

  for (int i = 0; argc == 2 && i < 4; i++) {
    cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, WIDTH, HEIGHT);
    cairo_t *cr = cairo_create (surface);
    char path[4096];
    cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
    draw[i](cr);
    draw_band (cr);
    snprintf (path, sizeof path, "%s/anh-%d.png", argv[1], i + 1);
    cairo_status_t status = cairo_surface_write_to_png (surface, path);
    cairo_destroy (cr);
    cairo_surface_destroy (surface);
    if (status != CAIRO_STATUS_SUCCESS) {
      fprintf (stderr, "%s: %s\n", path, cairo_status_to_string (status));
      return 1;
    }
  }
  return argc == 2 ? 0 : 2;
}
