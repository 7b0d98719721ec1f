/* Comes in: a chart. Goes out: one strip: its axis, its shapes and words, and its data as text
 * that is not seen; then the caption. Must not know of queries. */
#include <glib/gi18n.h>
#include <math.h>

#include "chart_draw.h"
#include "error.h"

enum { GRID = 0xCCCCCC, AXIS = 0x404040 };

/* Where values and categories lie; @low and @high are on grid lines. */
typedef struct {
  double low, high, step;
  TkUnit left, top, width, height;
  gboolean lying;
} Plot;

/* ---- the scale ---- */

static void
find_range (const TkChart *chart, double *ret_low, double *ret_high)
{
  *ret_low = *ret_high = 0;
  for (guint i = 0; i < chart->n_categories; i++) {
    double below = 0, above = 0;
    for (guint s = 0; s < chart->n_series; s++) {
      const double number = tk_chart_value (chart, i, s)->number;
      const gboolean sum = chart->kind == TK_CHART_STACKED;
      below = MIN (number, 0) + (sum ? below : 0);
      above = MAX (number, 0) + (sum ? above : 0);
      *ret_low = MIN (*ret_low, below);
      *ret_high = MAX (*ret_high, above);
    }
  }
}

/* About five steps of 1, 2 or 5 times a power of ten. */
static void
find_scale (const TkChart *chart, Plot *plot)
{
  double low, high;

  find_range (chart, &low, &high);
  if (high - low < 1e-6) /* finer than numbers are written */
    high = 1;
  const double rough = high / 5 - low / 5, power = pow (10, floor (log10 (rough))), part = rough / power;
  plot->step = power * (part <= 1 ? 1 : part <= 2 ? 2 : part <= 5 ? 5 : 10);
  plot->low = floor (low / plot->step) * plot->step;
  plot->high = ceil (high / plot->step) * plot->step;
}

static TkUnit
place_of (const Plot *plot, double number)
{
  const double share = (number - plot->low) / (plot->high - plot->low);

  return plot->lying ? plot->left + (TkUnit) lround (plot->width * share)
                     : plot->top + plot->height - (TkUnit) lround (plot->height * share);
}

static char *
print_step (const Plot *plot, int i)
{
  GString *text = g_string_new (NULL);

  tk_chart_print_number (text, plot->low + i * plot->step, -1);
  return g_string_free (text, FALSE);
}

static int
count_steps (const Plot *plot)
{
  return (int) lround ((plot->high - plot->low) / plot->step);
}

static gboolean
draw_scale (TkDrawing *drawing, const Plot *plot, GError **error)
{
  for (int i = 0; i <= count_steps (plot); i++) {
    const TkUnit at = place_of (plot, plot->low + i * plot->step);
    g_autofree char *text = print_step (plot, i);
    TkUnit height;
    if (plot->lying)
      tk_drawing_line (drawing, at, plot->top, at, plot->top + plot->height, TK_PT (0.4), GRID);
    else
      tk_drawing_line (drawing, plot->left, at, plot->left + plot->width, at, TK_PT (0.4), GRID);
    const char *kept = tk_arena_text (drawing->setter->arena, text);
    if (plot->lying
            ? !tk_drawing_words (drawing, kept, TK_ALIGN_CENTRE, at - TK_PT (30),
                                 plot->top + plot->height + GAP, TK_PT (60), &height, error)
            : !tk_drawing_words (drawing, kept, TK_ALIGN_RIGHT, drawing->left, at - drawing->pitch / 2,
                                 plot->left - drawing->left - GAP, &height, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- shapes ---- */

static gboolean
draw_value (TkDrawing *drawing, const Plot *plot, const char *text, TkUnit centre, TkUnit end,
            gboolean negative, GError **error)
{
  TkUnit height;

  if (plot->lying)
    return tk_drawing_words (drawing, text, negative ? TK_ALIGN_RIGHT : TK_ALIGN_LEFT,
                             negative ? end - TK_PT (102) : end + TK_PT (2), centre - drawing->pitch / 2,
                             TK_PT (100), &height, error);
  return tk_drawing_words (drawing, text, TK_ALIGN_CENTRE, centre - TK_PT (50),
                           negative ? end + TK_PT (1) : end - drawing->pitch - TK_PT (1), TK_PT (100),
                           &height, error);
}

/* Between @from and @to on the scale, @across the other way. */
static void
draw_bar (TkDrawing *drawing, const Plot *plot, guint series, double from, double to, TkUnit across,
          TkUnit thick)
{
  const TkUnit a = place_of (plot, from), b = place_of (plot, to);

  if (plot->lying)
    tk_drawing_box (drawing, series, MIN (a, b), across, ABS (a - b), thick);
  else
    tk_drawing_box (drawing, series, across, MIN (a, b), thick, ABS (a - b));
}

static gboolean
draw_bars (TkDrawing *drawing, const Plot *plot, gboolean values, GError **error)
{
  const TkChart *chart = drawing->chart;
  const gboolean stacked = chart->kind == TK_CHART_STACKED;
  const TkUnit start = plot->lying ? plot->top : plot->left;
  const TkUnit slot = (plot->lying ? plot->height : plot->width) / (TkUnit) chart->n_categories;
  const TkUnit thick = MIN (slot * 7 / 10 / (stacked ? 1 : (TkUnit) chart->n_series), TK_PT (40));
  const TkUnit group = thick * (stacked ? 1 : (TkUnit) chart->n_series);

  for (guint i = 0; i < chart->n_categories; i++) {
    double sums[2] = {0, 0};
    for (guint s = 0; s < chart->n_series; s++) {
      const TkChartValue *value = tk_chart_value (chart, i, s);
      const gboolean negative = value->number < 0;
      const TkUnit across = start + slot * (TkUnit) i + (slot - group) / 2
                            + (stacked ? 0 : thick * (TkUnit) s);
      const double from = stacked ? sums[negative] : 0;
      sums[negative] += value->number;
      draw_bar (drawing, plot, s, from, from + value->number, across, thick);
      if (values && value->known
          && !draw_value (drawing, plot, value->text, across + thick / 2,
                          place_of (plot, from + value->number), negative, error))
        return FALSE;
    }
  }
  return TRUE;
}

static gboolean
draw_lines (TkDrawing *drawing, const Plot *plot, gboolean values, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->width / (TkUnit) chart->n_categories, half = TK_PT (3);

  for (guint s = 0; s < chart->n_series; s++)
    for (guint i = 0; i < chart->n_categories; i++) {
      const TkChartValue *value = tk_chart_value (chart, i, s);
      const TkChartValue *next = i + 1 < chart->n_categories ? tk_chart_value (chart, i + 1, s) : NULL;
      const TkUnit x = plot->left + slot * (TkUnit) i + slot / 2, y = place_of (plot, value->number);
      if (!value->known)
        continue;
      if (next != NULL && next->known)
        tk_drawing_line (drawing, x, y, x + slot, place_of (plot, next->number), TK_PT (1.5),
                         tk_drawing_colour (s));
      tk_drawing_box (drawing, s, x - half, y - half, 2 * half, 2 * half);
      if (values && !draw_value (drawing, plot, value->text, x, y - half, FALSE, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- words around ---- */

/* Names of categories below @y, every so many where they are numbers as years are. */
static gboolean
draw_names (TkDrawing *drawing, const Plot *plot, TkUnit y, TkUnit *ret_height, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->width / (TkUnit) chart->n_categories;
  TkUnit widest = 0, wide, narrow, height;
  gboolean numbers = TRUE;

  *ret_height = 0;
  for (guint i = 0; i < chart->n_categories; i++) {
    if (!tk_drawing_measure (drawing, chart->categories[i], &wide, &narrow, error))
      return FALSE;
    widest = MAX (widest, narrow);
    numbers = numbers && g_ascii_isdigit (chart->categories[i][0]);
  }
  const guint each = 1 + (guint) ((widest + TK_PT (2)) / slot);
  if (each > 1 && !numbers)
    return tk_drawing_refuse (drawing, _ ("use kind=\"horizontal\", shorter labels or fewer rows"), error);
  for (guint i = 0; i < chart->n_categories; i += each) {
    const TkUnit room = slot * (TkUnit) each;
    if (!tk_drawing_words (drawing, chart->categories[i], TK_ALIGN_CENTRE,
                           plot->left + slot * (TkUnit) i + slot / 2 - room / 2, y, room, &height, error))
      return FALSE;
    *ret_height = MAX (*ret_height, height);
  }
  return TRUE;
}

/* From @y on, in as many rows as it takes; @ret_height of them all. */
static gboolean
draw_legend (TkDrawing *drawing, TkUnit y, TkUnit *ret_height, GError **error)
{
  const TkChart *chart = drawing->chart;
  TkUnit x = drawing->left, top = y, row = 0, wide, narrow, height;

  *ret_height = 0;
  for (guint s = 0; s < chart->n_series && chart->n_series > 1; s++) {
    if (!tk_drawing_measure (drawing, chart->titles[s], &wide, &narrow, error))
      return FALSE;
    TkUnit room = MIN (wide + TK_PT (1), drawing->width - SWATCH - GAP);
    if (x > drawing->left && x + SWATCH + GAP + room > drawing->left + drawing->width) {
      x = drawing->left;
      top += row;
      row = 0;
    }
    tk_drawing_box (drawing, s, x, top + (drawing->pitch - SWATCH) / 2, SWATCH, SWATCH);
    if (!tk_drawing_words (drawing, chart->titles[s], TK_ALIGN_LEFT, x + SWATCH + GAP, top, room, &height,
                           error))
      return FALSE;
    row = MAX (row, height);
    x += SWATCH + GAP + room + TK_PT (12);
    *ret_height = top + row - y;
  }
  return TRUE;
}

/* ---- with an axis ---- */

static gboolean
measure_scale (TkDrawing *drawing, const Plot *plot, TkUnit *ret_widest, GError **error)
{
  *ret_widest = 0;
  for (int i = 0; i <= count_steps (plot); i++) {
    g_autofree char *text = print_step (plot, i);
    TkUnit wide, narrow;
    if (!tk_drawing_measure (drawing, tk_arena_text (drawing->setter->arena, text), &wide, &narrow, error))
      return FALSE;
    *ret_widest = MAX (*ret_widest, wide + TK_PT (1));
  }
  return TRUE;
}

static gboolean
measure_texts (TkDrawing *drawing, gboolean names, TkUnit *ret_widest, GError **error)
{
  const TkChart *chart = drawing->chart;
  const guint n = names ? chart->n_categories : chart->n_categories * chart->n_series;

  *ret_widest = 0;
  for (guint i = 0; i < n; i++) {
    TkUnit wide, narrow;
    if (!tk_drawing_measure (drawing, names ? chart->categories[i] : chart->cells[i].text, &wide, &narrow,
                             error))
      return FALSE;
    *ret_widest = MAX (*ret_widest, wide + TK_PT (1));
  }
  return TRUE;
}

static gboolean
draw_lying_names (TkDrawing *drawing, const Plot *plot, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->height / (TkUnit) chart->n_categories;

  for (guint i = 0; i < chart->n_categories; i++) {
    const guint from = drawing->marks->len;
    TkUnit height;
    if (!tk_drawing_words (drawing, chart->categories[i], TK_ALIGN_RIGHT, drawing->left, 0,
                           plot->left - drawing->left - GAP, &height, error))
      return FALSE;
    if (height > slot)
      return tk_drawing_refuse (drawing, _ ("give it more height, shorter labels or fewer rows"), error);
    tk_drawing_shift (drawing, from, plot->top + slot * (TkUnit) i + (slot - height) / 2);
  }
  return TRUE;
}

/* Values that would run into each other are left out; the table has them all. */
static gboolean
shows_values (TkDrawing *drawing, const Plot *plot, TkUnit widest)
{
  const TkChart *chart = drawing->chart;
  const gboolean beside = chart->kind == TK_CHART_BARS || plot->lying;
  const TkUnit room = (plot->lying ? plot->height : plot->width) / (TkUnit) chart->n_categories
                      / (beside ? (TkUnit) chart->n_series : 1) * (beside && chart->n_series > 1 ? 7 : 10)
                      / 10;

  if (!chart->values)
    return FALSE;
  if (room >= (plot->lying ? drawing->pitch : widest) && (beside || chart->n_series == 1))
    return TRUE;
  g_autofree char *place = tk_origin_print (drawing->node->origin);
  tk_notes_add (drawing->setter->notes,
                _ ("%s: the values do not fit into the chart and are left out; show fewer of them"), place);
  return FALSE;
}

static gboolean
draw_axes (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  Plot plot = {.lying = chart->kind == TK_CHART_HORIZONTAL};
  TkUnit scale, names, legend, unit = 0, below = drawing->pitch + GAP, widest;

  find_scale (chart, &plot);
  if (!measure_scale (drawing, &plot, &scale, error) || !measure_texts (drawing, FALSE, &widest, error)
      || !measure_texts (drawing, TRUE, &names, error))
    return FALSE;
  const TkUnit column = plot.lying ? MIN (names, drawing->width * 2 / 5) : scale;
  plot.left = drawing->left + column + GAP;
  plot.width = drawing->width - column - GAP - (plot.lying ? scale / 2 : 0);
  if (plot.lying && chart->values)
    plot.width -= widest;
  if (chart->unit != NULL
      && !tk_drawing_words (drawing, chart->unit, TK_ALIGN_LEFT, drawing->left, 0, drawing->width, &unit,
                            error))
    return FALSE;
  plot.top = unit + drawing->pitch / 2 + (chart->values && !plot.lying ? drawing->pitch : 0);
  if (plot.width < TK_PT (40))
    return tk_drawing_refuse (drawing, _ ("give it more width"), error);
  guint from = drawing->marks->len;
  if (!plot.lying && !draw_names (drawing, &plot, GAP, &below, error))
    return FALSE;
  if (chart->values && !plot.lying && plot.low < 0) { /* room for the value of the lowest bar */
    tk_drawing_shift (drawing, from, drawing->pitch);
    below += drawing->pitch;
  }
  below += plot.lying ? 0 : GAP;
  if (!draw_legend (drawing, below + GAP, &legend, error))
    return FALSE;
  plot.height = drawing->height - plot.top - below - (legend > 0 ? legend + GAP : 0);
  if (plot.height < 3 * drawing->pitch)
    return tk_drawing_refuse (drawing, _ ("give it more height"), error);
  tk_drawing_shift (drawing, from, plot.top + plot.height);
  if (!draw_scale (drawing, &plot, error) || (plot.lying && !draw_lying_names (drawing, &plot, error)))
    return FALSE;
  const gboolean values = shows_values (drawing, &plot, widest);
  if (!(chart->kind == TK_CHART_LINES ? draw_lines : draw_bars) (drawing, &plot, values, error))
    return FALSE;
  const TkUnit zero = place_of (&plot, 0);
  if (plot.lying)
    tk_drawing_line (drawing, zero, plot.top, zero, plot.top + plot.height, TK_PT (0.8), AXIS);
  else
    tk_drawing_line (drawing, plot.left, zero, plot.left + plot.width, zero, TK_PT (0.8), AXIS);
  return TRUE;
}

/* ---- the strip ---- */

/* The cells of the table that stands for the chart, down its height. */
static gboolean
add_unseen (TkDrawing *drawing, const TkNode *table, GError **error)
{
  guint row = 0;

  for (const TkNode *tr = table->first; tr != NULL; tr = tr->next, row++)
    for (const TkNode *cell = tr->first; cell != NULL; cell = cell->next) {
      g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
      TkStick stick = {.strips = strips, .x = drawing->left, .width = drawing->width};
      if (!tk_galley_set_children (drawing->setter, &stick, cell, error))
        return FALSE;
      for (guint i = 0; i < strips->len; i++) {
        const TkStrip *strip = &g_array_index (strips, TkStrip, i);
        for (guint m = 0; m < strip->n_marks; m++) {
          TkMark mark = strip->marks[m];
          mark.role = TK_ROLE_UNSEEN;
          mark.y = (TkUnit) ((gint64) drawing->height * (row + 1) / (drawing->chart->n_categories + 2));
          g_array_append_val (drawing->marks, mark);
        }
      }
    }
  return TRUE;
}

static TkUnit
find_height (const TkDrawing *drawing)
{
  const TkChart *chart = drawing->chart;
  const TkUnit bars = (TkUnit) MIN (chart->n_categories, 200)
                      * MAX (drawing->pitch * 2, (TkUnit) chart->n_series * drawing->pitch * 3 / 2);

  if (chart->height > 0)
    return chart->height;
  return chart->kind == TK_CHART_HORIZONTAL ? MAX (TK_MM (70), bars + 4 * drawing->pitch) : TK_MM (70);
}

static gboolean
draw (TkDrawing *drawing, GError **error)
{
  const TkMaster *master = drawing->setter->document->master;
  const TkChart *chart = drawing->chart;
  const gboolean whole = chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;

  if (drawing->height > master->height - master->top - master->bottom - TK_PT (60))
    return tk_drawing_refuse (drawing, _ ("the page is not high enough for it; show fewer rows"), error);
  tk_drawing_ground (drawing, drawing->left, 0, drawing->width, drawing->height);
  if (!(whole ? tk_drawing_whole : draw_axes) (drawing, error))
    return FALSE;
  return drawing->node->first == NULL || add_unseen (drawing, drawing->node->first, error);
}

gboolean
tk_galley_set_chart (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkDrawing drawing = {setter, node, node->chart, marks, stick->x, stick->width, 0, TK_PT (12)};

  drawing.height = find_height (&drawing);
  if (!draw (&drawing, error))
    return FALSE;
  TkStrip *strip = tk_galley_add_strip (stick, node, node->style->space_before);
  strip->marks = tk_arena_copy (setter->arena, marks->data, marks->len * sizeof (TkMark));
  strip->n_marks = marks->len;
  strip->height = drawing.height + GAP; /* before the caption */
  stick->gap = node->style->space_after;
  if (node->first == NULL || node->first->next == NULL)
    return TRUE;
  strip->break_after = TK_BREAK_FORBIDDEN;
  return tk_galley_set_block (setter, stick, node->first->next, error);
}
