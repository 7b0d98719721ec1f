/* Comes in: what frame a master wants around its pages. Goes out: lines and areas on a page, drawn here, that
 * are no part of what is read. */
#include "frame.h"

/* In 1/100 mm from the outer edge of the frame inwards: a strong line, a thin one, and where there are
 * corners a second thin one, which gives way to a lotus in each of them by a quarter of a circle. */
enum { STRONG = 140, THIN = 35, SECOND_AT = 240, THIRD_AT = 480, HOLLOW = 1400 };

/* How far the points of a Bézier that is a quarter of a circle are from its ends, in thousandths of the
 * radius. */
enum { QUARTER = 552 };

static TkUnit
hundredths (int length)
{
  return (TkUnit) ((gint64) length * TK_MM (100) / 10000);
}

static guint32
mix_with_white (guint32 colour)
{
  guint32 mixed = 0;

  for (int shift = 0; shift <= 16; shift += 8)
    mixed |= ((colour >> shift & 255) + 255) / 2 << shift;
  return mixed;
}

/* ---- lines ---- */

static void
add_rule (GArray *marks, guint32 colour, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = x, .y = y, .colour = colour};

  mark.rule.width = width;
  mark.rule.height = height;
  g_array_append_val (marks, mark);
}

/* A line around the page, its outer edge @inset from that of the page. */
static void
add_ring (GArray *marks, const TkPage *page, guint32 colour, TkUnit inset, TkUnit thickness)
{
  const TkUnit width = page->width - 2 * inset, height = page->height - 2 * inset;

  add_rule (marks, colour, inset, inset, width, thickness);
  add_rule (marks, colour, inset, inset + height - thickness, width, thickness);
  add_rule (marks, colour, inset, inset, thickness, height);
  add_rule (marks, colour, inset + width - thickness, inset, thickness, height);
}

/* ---- corners ---- */

static void
add_path (GArray *marks, TkArena *arena, const TkPage *page, const TkStep *steps, guint n, guint32 colour,
          TkUnit stroke)
{
  TkMark mark = {.kind = TK_MARK_PATH, .colour = colour};

  mark.path.steps = tk_arena_copy (arena, steps, n * sizeof *steps);
  mark.path.n_steps = n;
  mark.path.stroke = stroke;
  mark.path.width = page->width;
  mark.path.height = page->height;
  g_array_append_val (marks, mark);
}

/* A corner of the page: where it is, and which way is inwards. */
typedef struct {
  TkUnit x, y;
  int right, down; /* 1 or -1 */
} Corner;

static const int ways[4][2] = {{1, 1}, {-1, 1}, {-1, -1}, {1, -1}}; /* clockwise from the upper left one */

static Corner
find_corner (const TkPage *page, TkUnit inset, int i)
{
  return (Corner){ways[i][0] > 0 ? inset : page->width - inset, ways[i][1] > 0 ? inset : page->height - inset,
                  ways[i][0], ways[i][1]};
}

/* A petal: where it begins, a side to its tip, and the side back; in 1/100 mm from the corner, to the right
 * and down. */
typedef struct {
  gint16 x, y;
  gint16 sides[2][6];
} Petal;

static const Petal petals[] = {
    // clang-format off
    {420, 420, {{631, 718, 1072, 771, 1359, 620}, {1158, 364, 734, 233, 420, 420}}},
    {420, 420, {{233, 734, 364, 1158, 620, 1359}, {771, 1072, 718, 631, 420, 420}}},
    {420, 420, {{441, 897, 888, 1271, 1311, 1311}, {1271, 888, 897, 441, 420, 420}}},
    // clang-format on
};

static void
add_lotus (GArray *marks, TkArena *arena, const TkPage *page, const Corner *corner, guint32 colour)
{
  for (guint i = 0; i < G_N_ELEMENTS (petals); i++) {
    const Petal *petal = &petals[i];
    TkStep steps[4] = {{.kind = TK_STEP_MOVE,
                        .x = corner->x + corner->right * hundredths (petal->x),
                        .y = corner->y + corner->down * hundredths (petal->y)}};
    for (int side = 0; side < 2; side++) {
      const gint16 *at = petal->sides[side];
      steps[side + 1] = (TkStep){.kind = TK_STEP_CURVE,
                                 .x1 = corner->x + corner->right * hundredths (at[0]),
                                 .y1 = corner->y + corner->down * hundredths (at[1]),
                                 .x2 = corner->x + corner->right * hundredths (at[2]),
                                 .y2 = corner->y + corner->down * hundredths (at[3]),
                                 .x = corner->x + corner->right * hundredths (at[4]),
                                 .y = corner->y + corner->down * hundredths (at[5])};
    }
    steps[3] = (TkStep){.kind = TK_STEP_CLOSE};
    /* the one in the middle is the last, in front of the others */
    add_path (marks, arena, page, steps, 4, i + 1 < G_N_ELEMENTS (petals) ? mix_with_white (colour) : colour,
              0);
  }
}

/* A thin line around the page that runs around the lotuses, clockwise. */
static void
add_hollowed (GArray *marks, TkArena *arena, const TkPage *page, guint32 colour, TkUnit inset)
{
  const TkUnit radius = hundredths (HOLLOW), pull = radius * QUARTER / 1000;
  TkStep steps[9];

  for (int i = 0; i < 4; i++) {
    const Corner c = find_corner (page, inset, i);
    const gboolean upright_first = i % 2 == 0; /* the line comes up to this corner along its upright side */
    const TkUnit down = c.y + c.down * radius, right = c.x + c.right * radius;
    const TkUnit pull_down = c.y + c.down * pull, pull_right = c.x + c.right * pull;
    TkStep begin = {.kind = i == 0 ? TK_STEP_MOVE : TK_STEP_LINE};
    TkStep arc = {.kind = TK_STEP_CURVE};
    if (upright_first) {
      begin.x = c.x, begin.y = down;
      arc.x1 = pull_right, arc.y1 = down, arc.x2 = right, arc.y2 = pull_down, arc.x = right, arc.y = c.y;
    } else {
      begin.x = right, begin.y = c.y;
      arc.x1 = right, arc.y1 = pull_down, arc.x2 = pull_right, arc.y2 = down, arc.x = c.x, arc.y = down;
    }
    steps[2 * i] = begin;
    steps[2 * i + 1] = arc;
  }
  steps[8] = (TkStep){.kind = TK_STEP_CLOSE};
  add_path (marks, arena, page, steps, 9, colour, hundredths (THIN));
}

void
tk_pages_frame (TkArena *arena, const TkPage *page, const TkPageFrame *frame, GArray *placed)
{
  if (frame->kind == TK_FRAME_NONE || page->blank)
    return;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TkMark));
  add_ring (marks, page, frame->colour, frame->inset, hundredths (STRONG));
  if (frame->kind != TK_FRAME_SINGLE)
    add_ring (marks, page, frame->colour, frame->inset + hundredths (SECOND_AT), hundredths (THIN));
  if (frame->kind == TK_FRAME_CORNERS) {
    add_hollowed (marks, arena, page, frame->colour, frame->inset + hundredths (THIRD_AT));
    for (int i = 0; i < 4; i++) {
      Corner corner = find_corner (page, frame->inset, i);
      add_lotus (marks, arena, page, &corner, frame->colour);
    }
  }
  TkPlaced whole = {.n_marks = marks->len};
  whole.marks = tk_arena_copy (arena, marks->data, marks->len * sizeof (TkMark));
  g_array_append_val (placed, whole);
}
