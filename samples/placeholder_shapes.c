/* Comes in: a place and a shade. Goes out: people, books, furniture, as plain shapes. */
#include "placeholder_shapes.h"

#include <math.h>

void
grey (cairo_t *cr, double value)
{
  cairo_set_source_rgba (cr, 0, 0, 0, value);
}

void
box (cairo_t *cr, double x, double y, double width, double height, double value)
{
  grey (cr, value);
  cairo_rectangle (cr, x, y, width, height);
  cairo_fill (cr);
}

void
disc (cairo_t *cr, double x, double y, double radius, double value)
{
  grey (cr, value);
  cairo_arc (cr, x, y, radius, 0, 2 * M_PI);
  cairo_fill (cr);
}

void
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

void
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

void
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

double
scatter (int n)
{
  return fmod (fabs (sin (n * 12.9898) * 43758.5453), 1);
}

void
quad (cairo_t *cr, double x1, double y1, double x2, double y2, double x3, double y3, double x4, double y4,
      double value)
{
  grey (cr, value);
  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  cairo_line_to (cr, x3, y3);
  cairo_line_to (cr, x4, y4);
  cairo_fill (cr);
}

void
books (cairo_t *cr, double x, double y, double width, double height, int seed)
{
  for (double at = x; at < x + width - 8;) {
    double thick = 14 + 16 * scatter (seed), high = height * (0.68 + 0.3 * scatter (seed + 7));
    thick = fmin (thick, x + width - at);
    box (cr, at, y - high, thick - 2, high, 0.25 + 0.55 * scatter (seed + 13));
    box (cr, at + 2, y - high * 0.8, thick - 6, 5, 0.85);
    at += thick;
    seed++;
  }
}

void
bookcase (cairo_t *cr, double x, double y, double width, double height, int boards, int seed)
{
  box (cr, x, y, width, height, 0.34);
  for (int i = 0; i < boards; i++) {
    double high = height / boards, at = y + i * high;
    box (cr, x + 10, at + 10, width - 20, high - 14, 0.18);
    books (cr, x + 12, at + high - 6, width - 24, high - 24, seed + i * 41);
  }
}
