/* Comes in: the series of a chart and their scale. Goes out: their lines, each with a dash and a marker of
 * its own, so that they are told apart on a printer that has no colours; and values where they cover nothing.
 */
#include <string.h>

#include "chart_draw.h"

/* The colours of areas (chart_draw.c), darker where a thin line of them would be too faint on paper: contrast
 * of 3 to 1 as WCAG 2.1, 1.4.11, asks for. */
static const guint32 colours[TK_CHART_SERIES] = {
    0x0072B2, 0xD55E00, 0x00805C, 0x202020, 0xA8437F, 0x7A5C00, 0x332288, 0x707070,
};

/* Of neighbours none has the same rhythm. */
static const guint8 dashes[TK_CHART_SERIES][4] = {
    {0}, {6, 3}, {2, 2}, {8, 3, 2, 3}, {12, 4}, {4, 2, 2, 2}, {10, 2, 5, 2}, {1, 2},
};

enum { MOST_CORNERS = 4 };

/* A shape by its corners from its centre, in hundredths of a point, y downwards; without: a circle. Shapes
 * look equally large, and each stands filled, and further down hollow. */
typedef struct {
  guint n;
  gint16 x[MOST_CORNERS], y[MOST_CORNERS];
  gboolean hollow;
} Marker;

static const Marker markers[TK_CHART_SERIES] = {
    {.n = 0},
    {.n = 4, .x = {-260, 260, 260, -260}, .y = {-260, -260, 260, 260}, .hollow = TRUE},
    {.n = 3, .x = {0, 340, -340}, .y = {-360, 250, 250}},
    {.n = 4, .x = {0, 370, 0, -370}, .y = {-370, 0, 370, 0}, .hollow = TRUE},
    {.n = 4, .x = {-260, 260, 260, -260}, .y = {-260, -260, 260, 260}},
    {.n = 0, .hollow = TRUE},
    {.n = 4, .x = {0, 370, 0, -370}, .y = {-370, 0, 370, 0}},
    {.n = 3, .x = {0, 340, -340}, .y = {360, -250, -250}, .hollow = TRUE},
};

#define RADIUS TK_PT (3)
#define STROKE TK_PT (1.4)

/* ---- lines and markers ---- */

static TkUnit
hundredths (gint16 of_a_point)
{
  return (TkUnit) of_a_point * TK_PT (1) / 100;
}

static guint
set_circle (TkStep *steps, TkUnit x, TkUnit y)
{
  const TkUnit r = RADIUS, pull = (TkUnit) (RADIUS * 0.5523);

  steps[0] = (TkStep){.kind = TK_STEP_MOVE, .x = x + r, .y = y};
  steps[1] = (TkStep){TK_STEP_CURVE, x, y + r, x + r, y + pull, x + pull, y + r};
  steps[2] = (TkStep){TK_STEP_CURVE, x - r, y, x - pull, y + r, x - r, y + pull};
  steps[3] = (TkStep){TK_STEP_CURVE, x, y - r, x - r, y - pull, x - pull, y - r};
  steps[4] = (TkStep){TK_STEP_CURVE, x + r, y, x + pull, y - r, x + r, y - pull};
  steps[5] = (TkStep){.kind = TK_STEP_CLOSE};
  return 6;
}

static void
draw_marker (TkDrawing *drawing, guint series, TkUnit x, TkUnit y)
{
  const Marker *marker = &markers[series % TK_CHART_SERIES];
  const guint32 colour = tk_drawing_colour (drawing, series, colours);
  TkStep steps[6];
  guint n = marker->n;

  for (guint i = 0; i < marker->n; i++)
    steps[i] = (TkStep){.kind = i == 0 ? TK_STEP_MOVE : TK_STEP_LINE,
                        .x = x + hundredths (marker->x[i]),
                        .y = y + hundredths (marker->y[i])};
  if (n == 0)
    n = set_circle (steps, x, y);
  else
    steps[n++] = (TkStep){.kind = TK_STEP_CLOSE};
  tk_drawing_fill (drawing, steps, n, marker->hollow ? 0xFFFFFF : colour);
  tk_drawing_stroke (drawing, steps, n, TK_PT (1), colour, NULL);
}

void
tk_plot_sample (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width)
{
  const guint own = series % TK_CHART_SERIES;
  const TkStep steps[] = {{.kind = TK_STEP_MOVE, .x = x, .y = y},
                          {.kind = TK_STEP_LINE, .x = x + width, .y = y}};

  tk_drawing_stroke (drawing, steps, G_N_ELEMENTS (steps), STROKE,
                     tk_drawing_colour (drawing, series, colours), dashes[own]);
  draw_marker (drawing, series, x + width / 2, y);
}

static TkUnit
find_x (const TkDrawing *drawing, const TkPlot *plot, guint i)
{
  const TkUnit slot = plot->width / (TkUnit) drawing->chart->n_categories;

  return plot->left + slot * (TkUnit) i + slot / 2;
}

static gboolean
is_known (const TkChart *chart, guint i, guint series)
{
  return i < chart->n_categories && tk_chart_value (chart, i, series)->known;
}

/* A value that is not known is a gap. */
static void
draw_line (TkDrawing *drawing, const TkPlot *plot, guint series)
{
  const TkChart *chart = drawing->chart;
  const guint own = series % TK_CHART_SERIES;
  g_autoptr (GArray) steps = g_array_new (FALSE, TRUE, sizeof (TkStep));

  for (guint i = 0; i <= chart->n_categories; i++) {
    if (is_known (chart, i, series)) {
      const TkStep step = {.kind = steps->len == 0 ? TK_STEP_MOVE : TK_STEP_LINE,
                           .x = find_x (drawing, plot, i),
                           .y = tk_plot_place (plot, tk_chart_value (chart, i, series)->number)};
      g_array_append_val (steps, step);
      continue;
    }
    if (steps->len > 1)
      tk_drawing_stroke (drawing, (const TkStep *) (const void *) steps->data, steps->len, STROKE,
                         tk_drawing_colour (drawing, series, colours), dashes[own]);
    g_array_set_size (steps, 0);
  }
}

/* ---- values ---- */

static gboolean
overlap (const TkArea *a, const TkArea *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

/* Whether the line of @series from category @i to the next runs through @box. */
static gboolean
runs_through (const TkDrawing *drawing, const TkPlot *plot, guint series, guint i, const TkArea *box)
{
  const TkChart *chart = drawing->chart;

  if (!is_known (chart, i, series) || !is_known (chart, i + 1, series))
    return FALSE;
  const TkUnit x = find_x (drawing, plot, i), x2 = find_x (drawing, plot, i + 1);
  const TkUnit from = MAX (x, box->left), to = MIN (x2, box->right);
  if (from >= to)
    return FALSE;
  const gint64 y = tk_plot_place (plot, tk_chart_value (chart, i, series)->number);
  const gint64 rise = tk_plot_place (plot, tk_chart_value (chart, i + 1, series)->number) - y;
  const gint64 a = y + rise * (from - x) / (x2 - x), b = y + rise * (to - x) / (x2 - x);
  return MIN (a, b) < box->bottom && MAX (a, b) > box->top;
}

/* The lines that @box, at category @i, would cover. */
static guint
count_covered (const TkDrawing *drawing, const TkPlot *plot, guint i, const TkArea *box)
{
  guint n = 0;

  for (guint s = 0; s < drawing->chart->n_series; s++)
    n += (i > 0 && runs_through (drawing, plot, s, i - 1, box) ? 1 : 0)
         + (runs_through (drawing, plot, s, i, box) ? 1 : 0);
  return n;
}

static gboolean
is_free (const GArray *taken, const TkArea *box)
{
  for (guint i = 0; i < taken->len; i++)
    if (overlap (box, &g_array_index (taken, TkArea, i)))
      return FALSE;
  return TRUE;
}

/* Above its point or below it: where it covers nothing, else where it covers fewer lines. FALSE: it has no
 * room. */
static gboolean
find_box (const TkDrawing *drawing, const TkPlot *plot, const GArray *taken, guint i, guint series,
          TkUnit wide, TkArea *ret_box)
{
  const TkUnit x = find_x (drawing, plot, i);
  const TkUnit y = tk_plot_place (plot, tk_chart_value (drawing->chart, i, series)->number);
  const TkUnit off = RADIUS + TK_PT (1.5), foot = plot->top + plot->height + plot->beyond;
  const TkUnit end = drawing->left + drawing->width;
  const TkUnit left = CLAMP (x - wide / 2, plot->left, MAX (end - wide, plot->left)), right = left + wide;
  const TkArea boxes[] = {
      {left, y - off - drawing->small, right, y - off},
      {left, y + off, right, y + off + drawing->small},
  };
  guint fewest = G_MAXUINT;

  for (guint b = 0; b < G_N_ELEMENTS (boxes); b++) {
    const guint covered = count_covered (drawing, plot, i, &boxes[b]);
    if (boxes[b].bottom > foot || !is_free (taken, &boxes[b]) || covered >= fewest)
      continue;
    fewest = covered;
    *ret_box = boxes[b];
  }
  if (fewest <= (drawing->chart->n_series == 1 ? 1 : 0))
    return TRUE;
  *ret_box = (TkArea){0};
  return FALSE;
}

/* The places of all values, category by category; that of one without room is empty. Where many are without,
 * none is drawn: a line with values here and there says nothing about those that are missing. */
static gboolean
place_values (TkDrawing *drawing, const TkPlot *plot, GArray *taken, TkArea *places, GError **error)
{
  const TkChart *chart = drawing->chart;
  guint n_known = 0;

  for (guint i = 0; i < chart->n_categories; i++)
    for (guint s = 0; s < chart->n_series; s++) {
      TkArea *area = &places[(gsize) i * chart->n_series + s];
      TkUnit wide, narrow;
      if (!is_known (chart, i, s))
        continue;
      n_known++;
      if (!tk_drawing_measure (drawing, tk_chart_value (chart, i, s)->text, TRUE, &wide, &narrow, error))
        return FALSE;
      if (find_box (drawing, plot, taken, i, s, wide + TK_PT (2), area))
        g_array_append_val (taken, *area);
      else
        drawing->n_left_out++;
    }
  if (drawing->n_left_out > n_known / 4) {
    drawing->n_left_out = n_known;
    memset (places, 0, (gsize) chart->n_categories * chart->n_series * sizeof *places);
  }
  return TRUE;
}

static gboolean
draw_values (TkDrawing *drawing, const TkPlot *plot, GArray *taken, GError **error)
{
  const TkChart *chart = drawing->chart;
  g_autofree TkArea *places = g_new0 (TkArea, (gsize) chart->n_categories * chart->n_series);

  if (!place_values (drawing, plot, taken, places, error))
    return FALSE;
  for (guint i = 0; i < chart->n_categories; i++)
    for (guint s = 0; s < chart->n_series; s++) {
      const TkArea *area = &places[(gsize) i * chart->n_series + s];
      const TkLabel label = {.text = tk_chart_value (chart, i, s)->text,
                             .datum = tk_drawing_value (drawing, i, s),
                             .align = TK_ALIGN_CENTRE,
                             .x = area->left,
                             .y = area->top,
                             .width = area->right - area->left,
                             .small = TRUE};
      TkUnit height;
      if (label.width > 0 && !tk_drawing_words (drawing, &label, &height, error))
        return FALSE;
    }
  return TRUE;
}

static void
take_markers (const TkDrawing *drawing, const TkPlot *plot, GArray *taken)
{
  const TkChart *chart = drawing->chart;

  for (guint s = 0; s < chart->n_series; s++)
    for (guint i = 0; i < chart->n_categories; i++) {
      if (!is_known (chart, i, s))
        continue;
      const TkUnit x = find_x (drawing, plot, i);
      const TkUnit y = tk_plot_place (plot, tk_chart_value (chart, i, s)->number);
      const TkArea box = {x - RADIUS, y - RADIUS, x + RADIUS, y + RADIUS};
      g_array_append_val (taken, box);
    }
}

/* Beyond this many categories no value has room. */
enum { MOST_VALUES = 60 };

gboolean
tk_plot_lines (TkDrawing *drawing, const TkPlot *plot, GError **error)
{
  const TkChart *chart = drawing->chart;
  const gboolean dense = plot->width / (TkUnit) chart->n_categories < 3 * RADIUS;
  g_autoptr (GArray) taken = g_array_new (FALSE, TRUE, sizeof (TkArea));

  for (guint s = 0; s < chart->n_series; s++)
    draw_line (drawing, plot, s);
  for (guint s = 0; s < chart->n_series; s++)
    for (guint i = 0; i < chart->n_categories; i++) {
      const gboolean lone = !is_known (chart, i + 1, s) && (i == 0 || !is_known (chart, i - 1, s));
      if (is_known (chart, i, s) && (!dense || lone || i % 5 == s % 5))
        draw_marker (drawing, s, find_x (drawing, plot, i),
                     tk_plot_place (plot, tk_chart_value (chart, i, s)->number));
    }
  if (!chart->values)
    return TRUE;
  if (chart->n_categories > MOST_VALUES) {
    drawing->n_left_out += chart->n_categories * chart->n_series;
    return TRUE;
  }
  take_markers (drawing, plot, taken);
  return draw_values (drawing, plot, taken, error);
}
