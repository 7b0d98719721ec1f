/* Comes in: a side with its boxes. Goes out: the marks by which the sheet is folded, cut and printed in
 * register, all outside the bleed. */
#include "impose.h"

#define HAIRLINE TK_PT (0.25)
#define LONGEST_MARK TK_MM (5)

/* How far the points of a Bézier that is a quarter of a circle are from its ends, in thousandths of the
 * radius. */
enum { QUARTER = 552 };

typedef struct {
  const TkImposition *imposition;
  const TkSheetSide *side;
  GArray *marks; /* TkMark */
  TkUnit gap;    /* from the trim to the marks */
} Marking;

/* A line across, beyond both sides of the trim: its middle at @at. */
static void
add_pair (const Marking *marking, TkUnit at, gboolean upright)
{
  const TkSheetSide *side = marking->side;
  const TkUnit near = upright ? side->trim_y : side->trim_x,
               far = near + (upright ? side->trim_height : side->trim_width),
               edge = upright ? side->height : side->width;
  const TkUnit length = MIN (LONGEST_MARK, near - marking->gap),
               far_length = MIN (LONGEST_MARK, edge - far - marking->gap), middle = at - HAIRLINE / 2;

  if (upright) {
    tk_forme_add_rule (marking->marks, middle, near - marking->gap - length, HAIRLINE, length);
    tk_forme_add_rule (marking->marks, middle, far + marking->gap, HAIRLINE, far_length);
  } else {
    tk_forme_add_rule (marking->marks, near - marking->gap - length, middle, length, HAIRLINE);
    tk_forme_add_rule (marking->marks, far + marking->gap, middle, far_length, HAIRLINE);
  }
}

/* Of each cell, but not twice where two meet. @length: of a cell; @from, @to: of the trim. */
static void
add_cuts (const Marking *marking, TkUnit from, TkUnit to, guint n, TkUnit length, gboolean upright)
{
  const TkUnit gap = marking->imposition->forme.gap;

  add_pair (marking, from, upright);
  for (guint i = 1; i < n; i++) {
    const TkUnit end = from + (TkUnit) i * length + (TkUnit) (i - 1) * gap;
    add_pair (marking, end, upright);
    if (gap > 0)
      add_pair (marking, end + gap, upright);
  }
  add_pair (marking, to, upright);
}

/* Where a sheet is folded it is not cut. */
static void
add_crop_marks (const Marking *marking, gboolean folded)
{
  const TkSheetSide *side = marking->side;
  const TkForme *forme = &marking->imposition->forme;

  add_cuts (marking, side->trim_x, side->trim_x + side->trim_width, folded ? 1 : forme->columns,
            forme->cell_width, TRUE);
  add_cuts (marking, side->trim_y, side->trim_y + side->trim_height, forme->rows, forme->cell_height, FALSE);
}

static void
add_path (const Marking *marking, const TkStep *steps, guint n, gint64 x, gint64 y, TkUnit width,
          TkUnit height, gboolean dashed)
{
  TkMark mark = {.kind = TK_MARK_PATH, .x = (TkUnit) x, .y = (TkUnit) y};

  mark.path.steps = tk_arena_copy (marking->imposition->arena, steps, n * sizeof *steps);
  mark.path.n_steps = n;
  mark.path.stroke = HAIRLINE;
  mark.path.width = width;
  mark.path.height = height;
  if (dashed)
    mark.path.dash[0] = 2, mark.path.dash[1] = 1;
  g_array_append_val (marking->marks, mark);
}

static void
add_fold (const Marking *marking)
{
  const TkSheetSide *side = marking->side;
  const TkUnit x = side->trim_x + side->trim_width / 2, below = side->trim_y + side->trim_height;
  const TkUnit above_length = MIN (LONGEST_MARK, side->trim_y - marking->gap),
               below_length = MIN (LONGEST_MARK, side->height - below - marking->gap);
  const TkStep above[] = {{.kind = TK_STEP_MOVE}, {.kind = TK_STEP_LINE, .y = above_length}},
               under[] = {{.kind = TK_STEP_MOVE}, {.kind = TK_STEP_LINE, .y = below_length}};

  add_path (marking, above, 2, x, side->trim_y - marking->gap - above_length, 0, above_length, TRUE);
  add_path (marking, under, 2, x, below + marking->gap, 0, below_length, TRUE);
}

/* A circle with a cross, its middle at @x, @y; a little shorter than there is room, so that it touches
 * nothing. */
static void
add_register (const Marking *marking, gint64 x, gint64 y)
{
  const TkUnit arm = TK_SHORTEST_MARK * 7 / 16, r = arm * 6 / 10,
               pull = (TkUnit) ((gint64) r * QUARTER / 1000);
  const TkStep circle[] = {
      {.kind = TK_STEP_MOVE, .x = arm + r, .y = arm},
      {TK_STEP_CURVE, arm, arm + r, arm + r, arm + pull, arm + pull, arm + r},
      {TK_STEP_CURVE, arm - r, arm, arm - pull, arm + r, arm - r, arm + pull},
      {TK_STEP_CURVE, arm, arm - r, arm - r, arm - pull, arm - pull, arm - r},
      {TK_STEP_CURVE, arm + r, arm, arm + pull, arm - r, arm + r, arm - pull},
      {.kind = TK_STEP_CLOSE},
  };

  add_path (marking, circle, G_N_ELEMENTS (circle), x - arm, y - arm, 2 * arm, 2 * arm, FALSE);
  tk_forme_add_rule (marking->marks, x - arm, y - HAIRLINE / 2, 2 * arm, HAIRLINE);
  tk_forme_add_rule (marking->marks, x - HAIRLINE / 2, y - arm, HAIRLINE, 2 * arm);
}

/* One beside each side: where no crop or fold mark is, and not turned into each other, so that a sheet that
 * lies the wrong way is seen. */
static void
add_registers (const Marking *marking)
{
  const TkSheetSide *side = marking->side;
  const TkUnit out = marking->gap + TK_SHORTEST_MARK / 2;
  const gint64 x = side->trim_x, y = side->trim_y, width = side->trim_width, height = side->trim_height;

  add_register (marking, x + width / 4, y - out);
  add_register (marking, x + width * 3 / 4, y + height + out);
  add_register (marking, x - out, y + height / 4);
  add_register (marking, x + width + out, y + height / 4);
}

/* Below the left part of the sheet, up to the fold or the cut in the middle, or to the registration mark. */
static void
add_slug (const Marking *marking)
{
  const TkSheetSide *side = marking->side;
  const TkUnit indent = TK_MM (2),
               end = marking->imposition->forme.columns > 1 ? side->trim_width / 2 : side->trim_width / 4 * 3,
               room = end - indent - TK_SHORTEST_MARK;
  TkMark line;

  if (!tk_press_write_slug (marking->imposition, side, room, &line))
    return;
  line.x = side->trim_x + indent;
  line.y = side->trim_y + side->trim_height + marking->gap + TK_MM (2.5);
  g_array_append_val (marking->marks, line);
}

void
tk_press_mark (const TkImposition *imposition, TkSheetSide *side)
{
  const TkPressScheme scheme = imposition->wish->scheme;
  const gboolean folded = scheme == TK_PRESS_BOOKLET || scheme == TK_PRESS_PERFECT;
  Marking marking = {imposition, side, g_array_new (FALSE, TRUE, sizeof (TkMark)),
                     tk_forme_mark_gap (&imposition->forme)};

  add_crop_marks (&marking, folded);
  if (folded)
    add_fold (&marking);
  add_registers (&marking);
  add_slug (&marking);
  tk_imposition_put (imposition, side, marking.marks);
  g_array_unref (marking.marks);
}
