/* Comes in: the values of a chart. Goes out: a scale of round numbers, and its lines and numbers. Must not
 * know what stands on it. */
#include <math.h>

#include "chart_draw.h"

enum { GRID = 0xCCCCCC, AXIS = 0x404040 };

static void
find_range (const TkChart *chart, TkPlot *plot, gboolean *ret_whole)
{
  *ret_whole = TRUE;
  for (guint i = 0; i < chart->n_categories; i++) {
    double below = 0, above = 0;
    for (guint s = 0; s < chart->n_series; s++) {
      const double number = tk_chart_value (chart, i, s)->number;
      const gboolean sum = chart->kind == TK_CHART_STACKED;
      below = MIN (number, 0) + (sum ? below : 0);
      above = MAX (number, 0) + (sum ? above : 0);
      plot->least = MIN (plot->least, below);
      plot->most = MAX (plot->most, above);
      *ret_whole = *ret_whole && number == floor (number);
    }
  }
}

/* About five steps of 1, 2 or 5 times a power of ten; there is no half of what is counted. */
void
tk_plot_find_scale (const TkChart *chart, TkPlot *plot)
{
  gboolean whole;

  plot->least = plot->most = 0;
  find_range (chart, plot, &whole);
  const double low = plot->least;
  double high = plot->most;
  if (high - low < 1e-6) /* finer than numbers are written */
    high = 1;
  const double rough = high / 5 - low / 5, power = pow (10, floor (log10 (rough))), part = rough / power;
  plot->step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  if (whole)
    plot->step = MAX (plot->step, 1);
  plot->low = floor (low / plot->step) * plot->step;
  plot->high = ceil (high / plot->step) * plot->step;
}

TkUnit
tk_plot_place (const TkPlot *plot, double number)
{
  const double share = (number - plot->low) / (plot->high - plot->low);

  return plot->lying ? plot->left + (TkUnit) lround (plot->width * share)
                     : plot->top + plot->height - (TkUnit) lround (plot->height * share);
}

static const char *
print_step (TkDrawing *drawing, const TkPlot *plot, int i)
{
  g_autoptr (GString) text = g_string_new (NULL);

  tk_chart_print_number (text, plot->low + i * plot->step, -1);
  return tk_arena_text (drawing->setter->arena, text->str);
}

static int
count_steps (const TkPlot *plot)
{
  return (int) lround ((plot->high - plot->low) / plot->step);
}

gboolean
tk_plot_measure (TkDrawing *drawing, const TkPlot *plot, TkUnit *ret_widest, GError **error)
{
  *ret_widest = 0;
  for (int i = 0; i <= count_steps (plot); i++) {
    TkUnit wide, narrow;
    if (!tk_drawing_measure (drawing, print_step (drawing, plot, i), FALSE, &wide, &narrow, error))
      return FALSE;
    *ret_widest = MAX (*ret_widest, wide + TK_PT (1));
  }
  return TRUE;
}

/* Numbers that would touch are left out, but not zero. */
static int
find_stride (const TkDrawing *drawing, const TkPlot *plot, TkUnit widest)
{
  const TkUnit apart = (plot->lying ? plot->width : plot->height) / count_steps (plot);
  const TkUnit need = plot->lying ? widest + GAP : drawing->small;

  return 1 + (int) ((need - 1) / MAX (apart, 1));
}

/* ---- its lines and numbers ---- */

static gint
compare_areas (gconstpointer a, gconstpointer b, gpointer lying)
{
  const TkArea *one = a, *other = b;
  const TkUnit from = GPOINTER_TO_INT (lying) ? one->top : one->left;
  const TkUnit from_other = GPOINTER_TO_INT (lying) ? other->top : other->left;

  return from < from_other ? -1 : from > from_other;
}

/* Across the plot at @at, but not through values. */
static void
draw_line (TkDrawing *drawing, const TkPlot *plot, TkUnit at, TkUnit stroke, guint32 colour)
{
  const TkUnit end = plot->lying ? plot->top + plot->height : plot->left + plot->width;
  TkUnit from = plot->lying ? plot->top : plot->left;

  for (guint i = 0; i <= drawing->values->len; i++) {
    TkArea area = {end, end, end, end};
    const gboolean last = i == drawing->values->len;
    if (!last)
      area = g_array_index (drawing->values, TkArea, i);
    if (!last && (plot->lying ? at < area.left || at > area.right : at < area.top || at > area.bottom))
      continue;
    const TkUnit to = MIN (plot->lying ? area.top : area.left, end);
    if (to > from && plot->lying)
      tk_drawing_line (drawing, at, from, at, to, stroke, colour);
    else if (to > from)
      tk_drawing_line (drawing, from, at, to, at, stroke, colour);
    from = MAX (from, plot->lying ? area.bottom : area.right);
  }
}

static TkLabel
label_of (TkDrawing *drawing, const TkPlot *plot, int i, TkUnit at)
{
  const TkUnit half = TK_PT (50);
  TkLabel label = {.text = print_step (drawing, plot, i), .align = TK_ALIGN_CENTRE};

  if (plot->lying) {
    label.x = at - half;
    label.y = plot->top + plot->height + GAP;
    label.width = 2 * half;
    return label;
  }
  label.align = TK_ALIGN_RIGHT;
  label.x = drawing->left;
  label.y = at - drawing->pitch / 2;
  label.width = plot->left - drawing->left - GAP;
  return label;
}

gboolean
tk_plot_draw (TkDrawing *drawing, const TkPlot *plot, GError **error)
{
  const int zero = (int) lround (-plot->low / plot->step);
  TkUnit widest, height;

  if (!tk_plot_measure (drawing, plot, &widest, error))
    return FALSE;
  g_array_sort_with_data (drawing->values, compare_areas, GINT_TO_POINTER (plot->lying));
  const int stride = find_stride (drawing, plot, widest);
  for (int i = 0; i <= count_steps (plot); i++) {
    const TkUnit at = tk_plot_place (plot, plot->low + i * plot->step);
    const TkLabel label = label_of (drawing, plot, i, at);
    draw_line (drawing, plot, at, i == zero ? TK_PT (0.8) : TK_PT (0.4), i == zero ? AXIS : GRID);
    if ((i - zero) % stride == 0 && !tk_drawing_words (drawing, &label, &height, error))
      return FALSE;
  }
  return TRUE;
}
