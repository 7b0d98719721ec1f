/* Comes in: a chart of the parts of a whole. Goes out: a pie or a ring, and beside it what
 * each part is. */
#include <glib/gi18n.h>
#include <math.h>

#include "chart_draw.h"

#define HOLE 0.55        /* of the radius of a ring */
#define APART TK_PT (10) /* columns of words */

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
    add_arc (steps, x, y, radius * HOLE, to, from, to - from < 1 ? TK_STEP_LINE : TK_STEP_MOVE);
  else if (to - from < 1)
    g_array_append_val (steps, centre);
  g_array_append_val (steps, close);
  tk_drawing_area (drawing, (const TkStep *) (const void *) steps->data, steps->len, i, x - radius,
                   y - radius, 2 * radius, 2 * radius);
}

/* ---- the words beside it: in columns of names, values and shares ---- */

typedef struct {
  TkUnit name, name_width;
  TkUnit value, value_width; /* 0: no values */
  TkUnit share, share_width;
} Columns;

static gboolean
find_columns (TkDrawing *drawing, TkUnit left, Columns *columns, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit end = drawing->left + drawing->width;
  TkUnit names = 0, wide, narrow;

  *columns = (Columns){.name = left + SWATCH + GAP};
  for (guint i = 0; i < chart->n_categories; i++) {
    if (!tk_drawing_measure (drawing, chart->categories[i], FALSE, &wide, &narrow, error))
      return FALSE;
    names = MAX (names, wide + TK_PT (1));
    if (!tk_drawing_measure (drawing, tk_chart_value (chart, i, 0)->text, FALSE, &wide, &narrow, error))
      return FALSE;
    columns->value_width = MAX (columns->value_width, chart->values ? wide + TK_PT (1) : 0);
    if (!tk_drawing_measure (drawing, drawing->chart->lasts[i], FALSE, &wide, &narrow, error))
      return FALSE;
    columns->share_width = MAX (columns->share_width, wide + TK_PT (1));
  }
  const TkUnit behind = columns->share_width + columns->value_width + (chart->values ? 2 : 1) * APART;
  columns->name_width = MIN (names, end - columns->name - behind);
  columns->value = columns->name + columns->name_width + APART;
  columns->share = columns->value + columns->value_width + (chart->values ? APART : 0);
  return columns->name_width >= TK_PT (40) || columns->name_width == names
         || tk_drawing_refuse (drawing, _ ("give it more width"), error);
}

static gboolean
draw_row (TkDrawing *drawing, const Columns *columns, guint i, TkUnit top, TkUnit *ret_height, GError **error)
{
  const TkLabel name = {.text = drawing->chart->categories[i],
                        .datum = tk_drawing_name (drawing, i),
                        .x = columns->name,
                        .y = top,
                        .width = columns->name_width};
  const TkLabel value = {.text = tk_chart_value (drawing->chart, i, 0)->text,
                         .datum = tk_drawing_value (drawing, i, 0),
                         .align = TK_ALIGN_RIGHT,
                         .x = columns->value,
                         .y = top,
                         .width = columns->value_width};
  const TkLabel share = {.text = drawing->chart->lasts[i],
                         .datum = tk_drawing_last (drawing, i),
                         .align = TK_ALIGN_RIGHT,
                         .x = columns->share,
                         .y = top,
                         .width = columns->share_width};
  TkUnit height;

  tk_drawing_box (drawing, i, columns->name - SWATCH - GAP, top + (drawing->pitch - SWATCH) / 2, SWATCH,
                  SWATCH);
  if (!tk_drawing_words (drawing, &name, ret_height, error))
    return FALSE;
  *ret_height = MAX (*ret_height, drawing->pitch);
  return (columns->value_width == 0 || tk_drawing_words (drawing, &value, &height, error))
         && tk_drawing_words (drawing, &share, &height, error);
}

/* Above the values what they count, if it is not in the ring. */
static gboolean
draw_unit (TkDrawing *drawing, const Columns *columns, TkUnit *ret_height, GError **error)
{
  const TkLabel label = {.text = drawing->chart->unit,
                         .datum = &drawing->data[0],
                         .align = TK_ALIGN_RIGHT,
                         .x = columns->name,
                         .width = columns->value + columns->value_width - columns->name};

  *ret_height = 0;
  return label.text == NULL || columns->value_width == 0 || label.datum->drawn
         || tk_drawing_words (drawing, &label, ret_height, error);
}

static gboolean
draw_words (TkDrawing *drawing, TkUnit left, GError **error)
{
  const guint first = drawing->marks->len;
  Columns columns;
  TkUnit top, height;

  if (!find_columns (drawing, left, &columns, error) || !draw_unit (drawing, &columns, &top, error))
    return FALSE;
  for (guint i = 0; i < drawing->chart->n_categories; i++) {
    if (!draw_row (drawing, &columns, i, top, &height, error))
      return FALSE;
    top += height + TK_PT (2);
  }
  if (top > drawing->height)
    return tk_drawing_refuse (drawing, _ ("give it more height"), error);
  tk_drawing_shift (drawing, first, (drawing->height - top) / 2);
  return TRUE;
}

/* ---- the sum in a ring ---- */

static gboolean
draw_sum (TkDrawing *drawing, double sum, TkUnit x, TkUnit y, TkUnit radius, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const TkUnit room = (TkUnit) (radius * HOLE * 1.7); /* of lines near the middle */
  const guint first = drawing->marks->len;
  TkUnit height, unit = 0, wide, narrow;

  tk_chart_print_number (text, sum, -1);
  TkLabel label = {.text = tk_arena_text (drawing->setter->arena, text->str),
                   .align = TK_ALIGN_CENTRE,
                   .x = x - room / 2,
                   .width = room,
                   .bold = TRUE};
  if (!tk_drawing_measure (drawing, label.text, FALSE, &wide, &narrow, error))
    return FALSE;
  if (wide > room)
    return TRUE;
  if (!tk_drawing_words (drawing, &label, &height, error))
    return FALSE;
  label = (TkLabel){.text = drawing->chart->unit,
                    .datum = &drawing->data[0],
                    .align = TK_ALIGN_CENTRE,
                    .x = x - room / 2,
                    .y = height,
                    .width = room,
                    .small = TRUE};
  if (label.text != NULL && !tk_drawing_measure (drawing, label.text, TRUE, &wide, &narrow, error))
    return FALSE;
  if (label.text != NULL && wide <= room && !tk_drawing_words (drawing, &label, &unit, error))
    return FALSE;
  tk_drawing_shift (drawing, first, y - (height + unit) / 2);
  return TRUE;
}

gboolean
tk_drawing_whole (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit radius = MIN (drawing->height, drawing->width * 9 / 20) / 2 - TK_PT (1);
  const TkUnit x = drawing->left + radius + TK_PT (1), y = drawing->height / 2;
  double sum = 0, from = 0;

  for (guint i = 0; i < chart->n_categories; i++)
    sum += tk_chart_value (chart, i, 0)->number;
  for (guint i = 0; i < chart->n_categories; i++) {
    const double share = tk_chart_value (chart, i, 0)->number / sum;
    if (share > 0)
      draw_part (drawing, i, x, y, radius, from, MIN (from + share, 1));
    from += share;
  }
  return (chart->kind == TK_CHART_PIE || draw_sum (drawing, sum, x, y, radius, error))
         && draw_words (drawing, x + radius + TK_PT (16), error);
}
