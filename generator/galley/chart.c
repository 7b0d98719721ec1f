/* Comes in: a chart. Goes out: one strip: its axis, its shapes and words, and what of its data is not drawn
 * as text that is not seen; then the caption. Must not know of queries. */
#include <glib/gi18n.h>

#include "chart_draw.h"

#define LOWEST TK_MM (70) /* unless a height is given */

/* ---- with an axis ---- */

static gboolean
measure_texts (TkDrawing *drawing, gboolean names, TkUnit *ret_widest, GError **error)
{
  const TkChart *chart = drawing->chart;
  const guint n = names ? chart->n_categories : chart->n_categories * chart->n_series;

  *ret_widest = 0;
  for (guint i = 0; i < n && (names || chart->values); i++) {
    TkUnit wide, narrow;
    if (!tk_drawing_measure (drawing, names ? chart->categories[i] : chart->cells[i].text, !names, &wide,
                             &narrow, error))
      return FALSE;
    *ret_widest = MAX (*ret_widest, wide + TK_PT (1));
  }
  return TRUE;
}

/* What the numbers count, above the axis. */
static gboolean
draw_unit (TkDrawing *drawing, TkUnit *ret_height, GError **error)
{
  const TkLabel label = {
      .text = drawing->chart->unit, .datum = &drawing->data[0], .x = drawing->left, .width = drawing->width};

  *ret_height = 0;
  return label.text == NULL || tk_drawing_words (drawing, &label, ret_height, error);
}

/* The room that values have above and below the plot, beyond the ends of its longest bars. */
typedef struct {
  gboolean turned;
  TkUnit above, below;
} Room;

/* Of @need beyond the longest bar; @share of the plot, which takes half of the height at least where it can,
 * lies beyond it already. */
static TkUnit
find_rest (const TkDrawing *drawing, TkUnit need, double share)
{
  return MAX (0, need - (TkUnit) (share * drawing->height / 2));
}

static Room
find_room (const TkDrawing *drawing, const TkPlot *plot, TkUnit widest)
{
  const gboolean turned = !plot->lying && tk_plot_turns (drawing, plot, widest);
  const TkUnit need = drawing->chart->values && !plot->lying ? (turned ? widest + GAP : drawing->pitch) : 0;
  const double range = plot->high - plot->low;

  return (Room){
      turned,
      plot->high > 0 ? find_rest (drawing, need, (plot->high - plot->most) / range) : 0,
      plot->low < 0 ? find_rest (drawing, need, (plot->least - plot->low) / range) : 0,
  };
}

/* The names of categories and the legend, apart: paths that are shifted come behind those that are not. */
static gboolean
draw_foot (TkDrawing *drawing, const TkPlot *plot, const Room *room, GArray *marks, TkUnit *ret_height,
           GError **error)
{
  GArray *own = drawing->marks;
  TkUnit below = drawing->pitch + GAP, legend = 0;

  drawing->marks = marks;
  gboolean drawn = plot->lying || tk_plot_names (drawing, plot, GAP + room->below, &below, error);
  if (drawn && !plot->lying)
    below += GAP + room->below;
  drawn = drawn && tk_plot_legend (drawing, below + GAP, &legend, error);
  drawing->marks = own;
  *ret_height = below + (legend > 0 ? legend + GAP : 0);
  return drawn;
}

static void
note_left_out (const TkDrawing *drawing)
{
  g_autofree char *place = tk_origin_print (drawing->node->origin);

  if (drawing->n_left_out > 0)
    tk_notes_add (drawing->setter->notes,
                  ngettext ("%s: %u value does not fit into the chart and is left out of the drawing, not of "
                            "its data; give it more height or width, or show fewer of them",
                            "%s: %u values do not fit into the chart and are left out of the drawing, not of "
                            "its data; give it more height or width, or show fewer of them",
                            drawing->n_left_out),
                  place, drawing->n_left_out);
}

static TkUnit
find_column (const TkDrawing *drawing, const TkPlot *plot, TkUnit scale, TkUnit names)
{
  return plot->lying ? MIN (names, drawing->width * 2 / 5) : scale;
}

static gboolean
find_columns (TkDrawing *drawing, TkPlot *plot, TkUnit *ret_widest, GError **error)
{
  TkUnit scale, names = 0;

  tk_plot_find_scale (drawing->chart, plot);
  if (!tk_plot_measure (drawing, plot, &scale, error) || !measure_texts (drawing, FALSE, ret_widest, error)
      || (plot->lying && !measure_texts (drawing, TRUE, &names, error)))
    return FALSE;
  const TkUnit column = find_column (drawing, plot, scale, names);
  plot->left = drawing->left + column + GAP;
  plot->width = drawing->width - column - GAP - (plot->lying ? MAX (scale / 2, *ret_widest) : 0);
  if (plot->lying && drawing->chart->values && plot->low < 0) { /* values of the lowest too */
    plot->beyond = *ret_widest;
    plot->left += plot->beyond;
    plot->width -= plot->beyond;
  }
  return plot->width >= TK_PT (40) || tk_drawing_refuse (drawing, _ ("give it more width"), error);
}

/* The shapes are made first: lines of the scale, which lie below them, stop at values. */
static gboolean
draw_plot (TkDrawing *drawing, const TkPlot *plot, gboolean turned, GError **error)
{
  g_autoptr (GArray) shapes = g_array_new (FALSE, TRUE, sizeof (TkMark));
  g_autoptr (GArray) values = g_array_new (FALSE, TRUE, sizeof (TkArea));
  GArray *own = drawing->marks;

  drawing->values = values;
  drawing->marks = shapes;
  gboolean drawn = drawing->chart->kind == TK_CHART_LINES ? tk_plot_lines (drawing, plot, error)
                                                          : tk_plot_bars (drawing, plot, turned, error);
  drawing->marks = own;
  drawn = drawn && tk_plot_draw (drawing, plot, error)
          && (!plot->lying || tk_plot_lying_names (drawing, plot, error));
  drawing->values = NULL;
  g_array_append_vals (drawing->marks, shapes->data, shapes->len);
  return drawn;
}

static gboolean
draw_axes (TkDrawing *drawing, GError **error)
{
  g_autoptr (GArray) foot = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkPlot plot = {.lying = drawing->chart->kind == TK_CHART_HORIZONTAL};
  TkUnit unit, below, widest;

  if (!find_columns (drawing, &plot, &widest, error) || !draw_unit (drawing, &unit, error))
    return FALSE;
  const Room room = find_room (drawing, &plot, widest);
  if (!draw_foot (drawing, &plot, &room, foot, &below, error))
    return FALSE;
  if (!plot.lying)
    plot.beyond = room.below;
  plot.top = unit + (unit > 0 ? TK_PT (3) : 0) + (plot.lying ? GAP : drawing->pitch / 2) + room.above;
  plot.height = drawing->height - plot.top - below;
  if (drawing->chart->height == 0 && plot.height < LOWEST / 2) { /* as high as is needed */
    drawing->height += LOWEST / 2 - plot.height;
    plot.height = LOWEST / 2;
  }
  if (plot.height < 3 * drawing->pitch)
    return tk_drawing_refuse (drawing, _ ("give it more height"), error);
  if (!draw_plot (drawing, &plot, room.turned, error))
    return FALSE;
  const guint from = drawing->marks->len;
  g_array_append_vals (drawing->marks, foot->data, foot->len);
  tk_drawing_shift (drawing, from, plot.top + plot.height);
  return TRUE;
}

/* ---- the data ---- */

static void
read_data (TkDrawing *drawing)
{
  const TkNode *table = drawing->node->first;
  gsize n = 0;

  drawing->n_columns = table->n_columns;
  drawing->data = tk_arena_array (drawing->setter->arena, TkDatum,
                                  (gsize) (drawing->chart->n_categories + 1) * table->n_columns);
  for (const TkNode *row = table->first; row != NULL; row = row->next)
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next)
      drawing->data[n++] = (TkDatum){.node = cell};
}

/* What is not drawn, as a table over the chart: programs that go by places find its rows and columns. */
static gboolean
add_unseen (TkDrawing *drawing, GError **error)
{
  const gint64 n_rows = drawing->chart->n_categories + 1, n_columns = drawing->n_columns;

  for (gint64 d = 0; d < n_rows * n_columns; d++) {
    const TkNode *cell = drawing->data[d].node;
    const TkLabel label = {.text = cell->n_runs > 0 ? cell->runs->text : "",
                           .datum = &drawing->data[d],
                           .x = drawing->left + (TkUnit) (drawing->width * (d % n_columns) / n_columns),
                           .y = (TkUnit) (drawing->height * (d / n_columns) / n_rows),
                           .width = drawing->width,
                           .unseen = TRUE};
    TkUnit height;
    if (!label.datum->drawn && !tk_drawing_words (drawing, &label, &height, error))
      return FALSE;
  }
  return TRUE;
}

/* ---- the strip ---- */

/* The tallest name of a category beside lying bars. */
static gboolean
find_tallest (TkDrawing *drawing, TkUnit *ret_tallest, GError **error)
{
  const TkChart *chart = drawing->chart;
  TkUnit names, height;

  *ret_tallest = 0;
  if (!measure_texts (drawing, TRUE, &names, error))
    return FALSE;
  for (guint i = 0; i < chart->n_categories; i++) {
    const TkLabel label = {.text = chart->categories[i], .width = MIN (names, drawing->width * 2 / 5)};
    if (!tk_drawing_try (drawing, &label, &height, error))
      return FALSE;
    *ret_tallest = MAX (*ret_tallest, height);
  }
  return TRUE;
}

/* The most that a page has for a chart, its caption aside. */
static TkUnit
find_limit (const TkDrawing *drawing)
{
  const TkMaster *master = tk_galley_find_master (drawing->setter);

  return master->height - master->top - master->bottom - TK_PT (60);
}

/* Lying bars stand as far apart as is easy to read, or nearer where the page is not high enough for that. */
static gboolean
find_height (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit n = (TkUnit) MIN (chart->n_categories, 200);
  TkUnit tallest;

  drawing->height = chart->height > 0 ? chart->height : LOWEST;
  if (chart->height > 0 || chart->kind != TK_CHART_HORIZONTAL)
    return TRUE;
  if (!find_tallest (drawing, &tallest, error))
    return FALSE;
  const TkUnit bars = MAX (drawing->pitch * 2, (TkUnit) chart->n_series * drawing->pitch * 3 / 2);
  const TkUnit slot = MAX (bars, tallest + TK_PT (3)), ends = 4 * drawing->pitch;
  const TkUnit least = MAX (n * (tallest + TK_PT (1)) + ends, find_limit (drawing));
  drawing->height = MAX (LOWEST, MIN (n * slot + ends, least));
  return TRUE;
}

static gboolean
check_height (const TkDrawing *drawing, GError **error)
{
  return drawing->height <= find_limit (drawing)
         || tk_drawing_refuse (drawing, _ ("the page is not high enough for it; show fewer rows"), error);
}

static gboolean
draw (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  const gboolean whole = chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;

  if (!find_height (drawing, error) || !check_height (drawing, error))
    return FALSE;
  read_data (drawing);
  if (!(whole ? tk_drawing_whole : draw_axes) (drawing, error) || !check_height (drawing, error))
    return FALSE;
  note_left_out (drawing);
  return add_unseen (drawing, error);
}

gboolean
tk_galley_set_chart (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkDrawing drawing = {.setter = setter,
                       .node = node,
                       .chart = node->chart,
                       .marks = marks,
                       .left = stick->x,
                       .width = stick->width,
                       .pitch = TK_PT (12),
                       .small = TK_PT (9.5)};

  if (!draw (&drawing, error))
    return FALSE;
  TkStrip *strip = tk_galley_add_strip (stick, node, MAX (node->style->space_before, GAP));
  strip->marks = tk_arena_copy (setter->arena, marks->data, marks->len * sizeof (TkMark));
  strip->n_marks = marks->len;
  strip->height = drawing.height + GAP; /* before the caption */
  stick->gap = node->style->space_after;
  if (node->first->next == NULL)
    return TRUE;
  strip->break_after = TK_BREAK_FORBIDDEN;
  return tk_galley_set_block (setter, stick, node->first->next, error);
}
