/* Comes in: the bars of a chart and their scale. Goes out: their areas, the values beside or on them, and the
 * sums of those that stand on each other. */
#include "chart_draw.h"

#define NEAR TK_PT (2)
#define BESIDE TK_PT (100)

/* The bars of a category. */
typedef struct {
  gboolean stacked;
  TkUnit slot;  /* of the category */
  TkUnit thick; /* one bar */
  TkUnit group; /* all bars */
} Measure;

static Measure
find_measure (const TkChart *chart, const TkPlot *plot)
{
  const gboolean stacked = chart->kind == TK_CHART_STACKED;
  const TkUnit n = stacked ? 1 : (TkUnit) chart->n_series;
  const TkUnit slot = (plot->lying ? plot->height : plot->width) / (TkUnit) chart->n_categories;
  const TkUnit thick = MIN (slot * 7 / 10 / n, TK_PT (40));

  return (Measure){stacked, slot, thick, thick * n};
}

/* Values may be as wide as their bars are apart. */
static TkUnit
find_room (const Measure *measure, const TkChart *chart)
{
  return measure->stacked || chart->n_series == 1 ? measure->slot - NEAR : measure->thick;
}

gboolean
tk_plot_turns (const TkDrawing *drawing, const TkPlot *plot, TkUnit widest)
{
  const Measure measure = find_measure (drawing->chart, plot);

  return drawing->chart->values && drawing->chart->kind == TK_CHART_BARS
         && widest > find_room (&measure, drawing->chart);
}

/* Between @from and @to on the scale, @across the other way. */
static void
draw_bar (TkDrawing *drawing, const TkPlot *plot, guint series, double from, double to, TkUnit across,
          TkUnit thick)
{
  const TkUnit a = tk_plot_place (plot, from), b = tk_plot_place (plot, to);

  if (plot->lying)
    tk_drawing_box (drawing, series, MIN (a, b), across, ABS (a - b), thick);
  else
    tk_drawing_box (drawing, series, across, MIN (a, b), thick, ABS (a - b));
}

/* ---- values ---- */

/* Beyond the end of a bar. */
static gboolean
draw_value (TkDrawing *drawing, const TkPlot *plot, TkLabel label, TkUnit centre, TkUnit end,
            gboolean negative, gboolean turned, GError **error)
{
  TkUnit size;

  label.width = BESIDE;
  if (turned) {
    label.align = negative ? TK_ALIGN_RIGHT : TK_ALIGN_LEFT;
    label.x = centre - drawing->small / 2;
    label.y = negative ? end + NEAR + BESIDE : end - NEAR;
    return tk_drawing_turned (drawing, &label, &size, error);
  }
  if (plot->lying) {
    label.align = negative ? TK_ALIGN_RIGHT : TK_ALIGN_LEFT;
    label.x = negative ? end - NEAR - BESIDE : end + NEAR;
    label.y = centre - drawing->small / 2;
  } else {
    label.align = TK_ALIGN_CENTRE;
    label.x = centre - BESIDE / 2;
    label.y = negative ? end + TK_PT (1) : end - drawing->small - TK_PT (1);
  }
  return tk_drawing_words (drawing, &label, &size, error);
}

/* On the part of a stack between @from and @to, where it has room. */
static gboolean
draw_inside (TkDrawing *drawing, TkLabel label, guint series, TkUnit centre, TkUnit thick, TkUnit from,
             TkUnit to, GError **error)
{
  const TkUnit top = MIN (from, to), height = ABS (from - to);
  TkUnit wide, narrow, ignored;

  if (height == 0) /* a part that is nothing needs no label */
    return TRUE;
  if (!tk_drawing_measure (drawing, label.text, TRUE, &wide, &narrow, error))
    return FALSE;
  if (wide + NEAR > thick || drawing->small + TK_PT (1) > height) {
    drawing->n_left_out++;
    return TRUE;
  }
  label.align = TK_ALIGN_CENTRE;
  label.light = tk_drawing_is_dark (drawing, series);
  label.x = centre - BESIDE / 2;
  label.y = top + (height - drawing->small) / 2;
  label.width = BESIDE;
  wide = MIN (wide + 2 * NEAR, thick - TK_PT (1));
  tk_drawing_ground (drawing, series, centre - wide / 2, label.y, wide, drawing->small);
  return tk_drawing_words (drawing, &label, &ignored, error);
}

/* Above the stack, where its height is the sum. */
static gboolean
draw_sum (TkDrawing *drawing, const TkPlot *plot, guint category, TkUnit centre, const double sums[2],
          TkUnit room, GError **error)
{
  const gboolean negative = sums[1] < 0;
  const TkLabel label = {.text = drawing->chart->lasts[category],
                         .datum = tk_drawing_last (drawing, category),
                         .small = TRUE,
                         .bold = TRUE};
  TkUnit wide, narrow;

  if ((negative && sums[0] > 0) || *label.text == '\0')
    return TRUE;
  if (!tk_drawing_measure (drawing, label.text, TRUE, &wide, &narrow, error))
    return FALSE;
  if (wide <= room)
    return draw_value (drawing, plot, label, centre, tk_plot_place (plot, sums[negative]), negative, FALSE,
                       error);
  drawing->n_left_out++;
  return TRUE;
}

/* ---- bars ---- */

static gboolean
draw_category (TkDrawing *drawing, const TkPlot *plot, const Measure *measure, guint i, gboolean turned,
               GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit start = (plot->lying ? plot->top : plot->left) + measure->slot * (TkUnit) i
                       + (measure->slot - measure->group) / 2;
  const gboolean thin = measure->thick < drawing->small - TK_PT (1) && (turned || plot->lying);
  double sums[2] = {0, 0};

  for (guint s = 0; s < chart->n_series; s++) {
    const TkChartValue *value = tk_chart_value (chart, i, s);
    const TkLabel label = {.text = value->text, .datum = tk_drawing_value (drawing, i, s), .small = TRUE};
    const gboolean negative = value->number < 0;
    const TkUnit across = start + (measure->stacked ? 0 : measure->thick * (TkUnit) s);
    const double from = measure->stacked ? sums[negative] : 0, to = from + value->number;
    const TkUnit centre = across + measure->thick / 2, end = tk_plot_place (plot, to);
    sums[negative] += value->number;
    draw_bar (drawing, plot, s, from, to, across, measure->thick);
    if (!chart->values || !value->known)
      continue;
    if (thin && !measure->stacked)
      drawing->n_left_out++;
    else if (!(measure->stacked ? draw_inside (drawing, label, s, centre, measure->thick,
                                               tk_plot_place (plot, from), end, error)
                                : draw_value (drawing, plot, label, centre, end, negative, turned, error)))
      return FALSE;
  }
  return !chart->values || !measure->stacked || chart->lasts == NULL
         || draw_sum (drawing, plot, i, start + measure->thick / 2, sums, measure->slot - NEAR, error);
}

gboolean
tk_plot_bars (TkDrawing *drawing, const TkPlot *plot, gboolean turned, GError **error)
{
  const Measure measure = find_measure (drawing->chart, plot);

  for (guint i = 0; i < drawing->chart->n_categories; i++)
    if (!draw_category (drawing, plot, &measure, i, turned, error))
      return FALSE;
  return TRUE;
}
