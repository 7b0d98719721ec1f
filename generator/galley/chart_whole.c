/* Comes in: a chart of the parts of a whole. Goes out: a pie or a ring, and beside it what
 * each part is. */
#include <glib/gi18n.h>
#include <math.h>

#include "chart_draw.h"

/* From @from to @to, in turns clockwise from above, in arcs of an eighth at most. */
static void
add_arc (GArray *steps, TkUnit x, TkUnit y, double radius, double from, double to, TkStepKind first)
{
  const int n = MAX (1, (int) ceil (fabs (to - from) * 8));
  const double turn = (to - from) / n * 2 * G_PI, pull = 4.0 / 3 * tan (turn / 4) * radius;
  TkStep step = {.kind = first,
                 .x = x + (TkUnit) lround (radius * sin (from * 2 * G_PI)),
                 .y = y - (TkUnit) lround (radius * cos (from * 2 * G_PI))};

  g_array_append_val (steps, step);
  for (int i = 0; i < n; i++) {
    const double a = from * 2 * G_PI + i * turn, b = a + turn;
    step = (TkStep){.kind = TK_STEP_CURVE,
                    .x = x + (TkUnit) lround (radius * sin (b)),
                    .y = y - (TkUnit) lround (radius * cos (b)),
                    .x1 = x + (TkUnit) lround (radius * sin (a) + pull * cos (a)),
                    .y1 = y - (TkUnit) lround (radius * cos (a) - pull * sin (a)),
                    .x2 = x + (TkUnit) lround (radius * sin (b) - pull * cos (b)),
                    .y2 = y - (TkUnit) lround (radius * cos (b) + pull * sin (b))};
    g_array_append_val (steps, step);
  }
}

static void
draw_part (TkDrawing *drawing, guint i, TkUnit x, TkUnit y, TkUnit radius, double from, double to)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (TkStep));
  const TkStep close = {.kind = TK_STEP_CLOSE}, centre = {.kind = TK_STEP_LINE, .x = x, .y = y};

  add_arc (steps, x, y, radius, from, to, TK_STEP_MOVE);
  if (drawing->chart->kind == TK_CHART_RING)
    add_arc (steps, x, y, radius * 0.55, to, from, to - from < 1 ? TK_STEP_LINE : TK_STEP_MOVE);
  else if (to - from < 1)
    g_array_append_val (steps, centre);
  g_array_append_val (steps, close);
  tk_drawing_area (drawing, (const TkStep *) (const void *) steps->data, steps->len, i, x - radius,
                   y - radius, 2 * radius, 2 * radius);
}

gboolean
tk_drawing_whole (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit radius = MIN (drawing->height, drawing->width / 2) / 2 - TK_PT (1);
  const TkUnit x = drawing->left + radius + TK_PT (1), y = drawing->height / 2;
  const TkUnit words = x + radius + TK_PT (16) + SWATCH + GAP;
  double sum = 0, from = 0;
  TkUnit top = 0, height;

  for (guint i = 0; i < chart->n_categories; i++)
    sum += tk_chart_value (chart, i, 0)->number;
  for (guint i = 0; i < chart->n_categories; i++) {
    const double share = tk_chart_value (chart, i, 0)->number / sum;
    if (share > 0)
      draw_part (drawing, i, x, y, radius, from, MIN (from + share, 1));
    from += share;
  }
  guint first = drawing->marks->len;
  for (guint i = 0; i < chart->n_categories; i++) {
    const TkChartValue *value = tk_chart_value (chart, i, 0);
    g_autoptr (GString) text = g_string_new (chart->categories[i]);
    if (chart->values && value->known)
      g_string_append_printf (text, ": %s%s%s", value->text, chart->unit != NULL ? " " : "",
                              chart->unit != NULL ? chart->unit : "");
    g_string_append (text, " (");
    tk_chart_print_number (text, value->number / sum * 100, 1);
    g_string_append (text, "%)");
    tk_drawing_box (drawing, i, words - SWATCH - GAP, top + (drawing->pitch - SWATCH) / 2, SWATCH, SWATCH);
    if (!tk_drawing_words (drawing, tk_arena_text (drawing->setter->arena, text->str), TK_ALIGN_LEFT, words,
                           top, drawing->left + drawing->width - words, &height, error))
      return FALSE;
    top += height + TK_PT (2);
  }
  if (top > drawing->height)
    return tk_drawing_refuse (drawing, _ ("give it more height"), error);
  tk_drawing_shift (drawing, first, (drawing->height - top) / 2);
  return TRUE;
}
