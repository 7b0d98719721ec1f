/* Comes in: a chart of the parts of a whole. Goes out: a pie or a ring, and beside it what
 * each part is; below it where there is no room. */
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

/* From @left on. @ret_fits: the names have room there. */
static gboolean
find_columns (TkDrawing *drawing, TkUnit left, Columns *columns, gboolean *ret_fits, GError **error)
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
  *ret_fits = columns->name_width >= TK_PT (40) || columns->name_width == names;
  return TRUE;
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
draw_words (TkDrawing *drawing, const Columns *columns, TkUnit *ret_height, GError **error)
{
  TkUnit height;

  if (!draw_unit (drawing, columns, ret_height, error))
    return FALSE;
  for (guint i = 0; i < drawing->chart->n_categories; i++) {
    if (!draw_row (drawing, columns, i, *ret_height, &height, error))
      return FALSE;
    *ret_height += height + TK_PT (2);
  }
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

/* ---- where they stand ---- */

typedef struct {
  TkUnit x, y, radius; /* of the circle */
  gboolean below;      /* the words stand below it, not beside it */
  Columns columns;
} Plan;

static gboolean
find_plan (TkDrawing *drawing, Plan *plan, GError **error)
{
  const TkUnit width = drawing->width, height = drawing->height;
  gboolean fits;

  plan->radius = MIN (height, width * 9 / 20) / 2 - TK_PT (1);
  plan->x = drawing->left + plan->radius + TK_PT (1);
  plan->y = height / 2;
  if (!find_columns (drawing, plan->x + plan->radius + TK_PT (16), &plan->columns, &fits, error))
    return FALSE;
  if (fits)
    return TRUE;
  plan->below = TRUE;
  plan->radius = MIN (drawing->chart->height > 0 ? height / 2 : height, width * 4 / 5) / 2 - TK_PT (1);
  plan->x = drawing->left + width / 2;
  plan->y = plan->radius + TK_PT (1);
  if (!find_columns (drawing, drawing->left, &plan->columns, &fits, error))
    return FALSE;
  return fits || tk_drawing_refuse (drawing, _ ("give it more width"), error);
}

/* The chart is @height high: so is the box in which its paths lie. */
static void
heighten (TkDrawing *drawing, guint circle, TkUnit height)
{
  drawing->height = height;
  for (guint i = circle; i < drawing->marks->len; i++) {
    TkMark *mark = &g_array_index (drawing->marks, TkMark, i);
    if (mark->kind == TK_MARK_PATH)
      mark->path.height = height;
  }
}

/* The words of @height, which are drawn from @first on, beside the circle or below it. The chart is as high
 * as they need where its height is not given. */
static gboolean
place_words (TkDrawing *drawing, const Plan *plan, guint circle, guint first, TkUnit height, GError **error)
{
  const TkUnit top = plan->below ? plan->y + plan->radius + 2 * GAP : 0;
  const TkUnit room = drawing->height - top;

  if (height > room && drawing->chart->height > 0)
    return tk_drawing_refuse (drawing, _ ("give it more height"), error);
  tk_drawing_shift (drawing, first, plan->below ? top : MAX (room - height, 0) / 2);
  if (height > room || (plan->below && drawing->chart->height == 0))
    heighten (drawing, circle, top + height);
  return TRUE;
}

gboolean
tk_drawing_whole (TkDrawing *drawing, GError **error)
{
  const TkChart *chart = drawing->chart;
  const guint circle = drawing->marks->len;
  double sum = 0, from = 0;
  TkUnit height;
  Plan plan = {0};

  if (!find_plan (drawing, &plan, error))
    return FALSE;
  for (guint i = 0; i < chart->n_categories; i++)
    sum += tk_chart_value (chart, i, 0)->number;
  for (guint i = 0; i < chart->n_categories; i++) {
    const double share = tk_chart_value (chart, i, 0)->number / sum;
    if (share > 0)
      draw_part (drawing, i, plan.x, plan.y, plan.radius, from, MIN (from + share, 1));
    from += share;
  }
  if (chart->kind == TK_CHART_RING && !draw_sum (drawing, sum, plan.x, plan.y, plan.radius, error))
    return FALSE;
  const guint first = drawing->marks->len;
  return draw_words (drawing, &plan.columns, &height, error)
         && place_words (drawing, &plan, circle, first, height, error);
}
