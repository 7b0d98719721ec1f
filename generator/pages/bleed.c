/* Comes in: a page whose marks end with its trim. Goes out: the same page with those marks going on beyond
 * it, so that no white shows where the knife is a little off. Must not know where the page will lie. */
#include "bleed.h"

typedef struct {
  const TkPage *page;
  TkArena *arena;
  TkUnit reach;
} Bleed;

typedef struct {
  gint64 left, top, right, bottom; /* on the page */
} Box;

/* FALSE: it touches no edge, or is not on the page at all. */
static gboolean
stretch_box (const Bleed *bleed, Box *box)
{
  const Box before = *box;
  const gint64 width = bleed->page->width, height = bleed->page->height;

  if (box->right <= 0 || box->bottom <= 0 || box->left >= width || box->top >= height)
    return FALSE;
  if (box->left <= TK_BLEED_NEAR)
    box->left = MIN (box->left, -(gint64) bleed->reach);
  if (box->top <= TK_BLEED_NEAR)
    box->top = MIN (box->top, -(gint64) bleed->reach);
  if (box->right >= width - TK_BLEED_NEAR)
    box->right = MAX (box->right, width + bleed->reach);
  if (box->bottom >= height - TK_BLEED_NEAR)
    box->bottom = MAX (box->bottom, height + bleed->reach);
  return before.left != box->left || before.top != box->top || before.right != box->right
         || before.bottom != box->bottom;
}

static Box
find_box (const TkPlaced *placed, const TkMark *mark, TkUnit width, TkUnit height)
{
  const gint64 x = (gint64) placed->x + mark->x, y = (gint64) placed->y + mark->y;

  return (Box){x, y, x + width, y + height};
}

/* ---- areas ---- */

static gboolean
stretch_rule (const Bleed *bleed, const TkPlaced *placed, TkMark *mark)
{
  Box box = find_box (placed, mark, mark->rule.width, mark->rule.height);

  if (!stretch_box (bleed, &box))
    return FALSE;
  mark->x = (TkUnit) (box.left - placed->x);
  mark->y = (TkUnit) (box.top - placed->y);
  mark->rule.width = (TkUnit) (box.right - box.left);
  mark->rule.height = (TkUnit) (box.bottom - box.top);
  return TRUE;
}

/* ---- pictures ---- */

/* @length × @to / @from, no less. */
static gint64
scale_up (gint64 length, gint64 to, gint64 from)
{
  return (length * to + from - 1) / from;
}

/* Where the whole of a side begins that is @length long, was in the middle of what it was shown in, and has
 * to cover from @from to @to. */
static gint64
cover (gint64 middle, gint64 length, gint64 from, gint64 to)
{
  return CLAMP (middle - length / 2, to - length, from);
}

/* The whole picture as it was, where it hides enough; else larger about its middle. */
static gboolean
stretch_picture (const Bleed *bleed, const TkPlaced *placed, TkMark *mark)
{
  const TkCrop all = {0, 0, mark->image.width, mark->image.height},
               *whole = mark->image.crop != NULL ? mark->image.crop : &all;
  Box box = find_box (placed, mark, mark->image.width, mark->image.height);
  const gint64 left = box.left + whole->x, top = box.top + whole->y;
  gint64 width = whole->width, height = whole->height;
  TkCrop *crop;

  if (width <= 0 || height <= 0 || !stretch_box (bleed, &box))
    return FALSE;
  const gint64 wide = box.right - box.left, high = box.bottom - box.top;
  if (wide * height >= high * width && wide > width) {
    height = scale_up (height, wide, width);
    width = wide;
  } else if (high > height) {
    width = scale_up (width, high, height);
    height = high;
  }
  crop = tk_arena_new0 (bleed->arena, TkCrop);
  crop->x = (TkUnit) (cover (left + whole->width / 2, width, box.left, box.right) - box.left);
  crop->y = (TkUnit) (cover (top + whole->height / 2, height, box.top, box.bottom) - box.top);
  crop->width = (TkUnit) width;
  crop->height = (TkUnit) height;
  mark->x = (TkUnit) (box.left - placed->x);
  mark->y = (TkUnit) (box.top - placed->y);
  mark->image.width = (TkUnit) wide;
  mark->image.height = (TkUnit) high;
  mark->image.crop = crop;
  return TRUE;
}

/* ---- paths ---- */

/* A point on an edge moves out. @x, @y: of the mark on the page. */
static gboolean
move_point (const Bleed *bleed, gint64 x, gint64 y, TkUnit *point_x, TkUnit *point_y)
{
  const gint64 width = bleed->page->width, height = bleed->page->height, reach = bleed->reach;
  const gint64 at_x = x + *point_x, at_y = y + *point_y;
  const gint64 to_x = ABS (at_x) <= TK_BLEED_NEAR           ? -reach
                      : ABS (at_x - width) <= TK_BLEED_NEAR ? width + reach
                                                            : at_x;
  const gint64 to_y = ABS (at_y) <= TK_BLEED_NEAR            ? -reach
                      : ABS (at_y - height) <= TK_BLEED_NEAR ? height + reach
                                                             : at_y;

  *point_x = (TkUnit) (to_x - x);
  *point_y = (TkUnit) (to_y - y);
  return to_x != at_x || to_y != at_y;
}

static const TkStep *
move_steps (const Bleed *bleed, gint64 x, gint64 y, const TkStep *steps, guint n, gboolean *moved)
{
  TkStep *made = tk_arena_copy (bleed->arena, steps, n * sizeof (TkStep));

  for (TkStep *step = made; step < made + n; step++) {
    if (step->kind == TK_STEP_CLOSE)
      continue;
    *moved = move_point (bleed, x, y, &step->x, &step->y) || *moved;
    if (step->kind == TK_STEP_CURVE) {
      *moved = move_point (bleed, x, y, &step->x1, &step->y1) || *moved;
      *moved = move_point (bleed, x, y, &step->x2, &step->y2) || *moved;
    }
  }
  return made;
}

/* A line that runs along an edge stays: further out it would no longer be on the page. */
static gboolean
runs_along (const Bleed *bleed, const TkPlaced *placed, const TkMark *mark)
{
  const TkStep *from = &mark->path.steps[0], *to = &mark->path.steps[1];
  const gint64 x = (gint64) placed->x + mark->x, y = (gint64) placed->y + mark->y;
  const gint64 from_x = x + from->x, from_y = y + from->y;

  return (from->x == to->x
          && (ABS (from_x) <= TK_BLEED_NEAR || ABS (from_x - bleed->page->width) <= TK_BLEED_NEAR))
         || (from->y == to->y
             && (ABS (from_y) <= TK_BLEED_NEAR || ABS (from_y - bleed->page->height) <= TK_BLEED_NEAR));
}

static gboolean
is_straight (const TkMark *mark)
{
  return mark->path.n_steps == 2 && mark->path.steps[0].kind == TK_STEP_MOVE
         && mark->path.steps[1].kind == TK_STEP_LINE;
}

/* The box must go on holding what is drawn: the mark begins as far out as its points may. */
static void
shift_path (const Bleed *bleed, TkMark *mark, const TkStep *steps, const TkStep *clip)
{
  const TkUnit reach = bleed->reach;
  TkStep *both[2] = {tk_arena_copy (bleed->arena, steps, mark->path.n_steps * sizeof (TkStep)),
                     tk_arena_copy (bleed->arena, clip, mark->path.n_clip * sizeof (TkStep))};
  const guint n[2] = {mark->path.n_steps, mark->path.n_clip};

  for (guint i = 0; i < 2; i++)
    for (TkStep *step = both[i]; step < both[i] + n[i]; step++) {
      step->x += reach, step->x1 += reach, step->x2 += reach;
      step->y += reach, step->y1 += reach, step->y2 += reach;
    }
  mark->x -= reach;
  mark->y -= reach;
  mark->path.steps = both[0];
  mark->path.clip = n[1] > 0 ? both[1] : NULL;
  mark->path.width += 2 * reach;
  mark->path.height += 2 * reach;
}

static gboolean
stretch_path (const Bleed *bleed, const TkPlaced *placed, TkMark *mark)
{
  const gint64 x = (gint64) placed->x + mark->x, y = (gint64) placed->y + mark->y;
  gboolean moved = FALSE;

  if (mark->path.stroke > 0 && (!is_straight (mark) || runs_along (bleed, placed, mark)))
    return FALSE;
  const TkStep *steps = move_steps (bleed, x, y, mark->path.steps, mark->path.n_steps, &moved);
  const TkStep *clip = move_steps (bleed, x, y, mark->path.clip, mark->path.n_clip, &moved);
  if (moved)
    shift_path (bleed, mark, steps, clip);
  return moved;
}

/* ---- pages ---- */

static gboolean
stretch_mark (const Bleed *bleed, const TkPlaced *placed, TkMark *mark)
{
  switch (mark->kind) {
  case TK_MARK_RULE:
    return stretch_rule (bleed, placed, mark);
  case TK_MARK_IMAGE:
    return stretch_picture (bleed, placed, mark);
  case TK_MARK_PATH:
    return stretch_path (bleed, placed, mark);
  case TK_MARK_TEXT:
    break;
  }
  return FALSE;
}

/* The marks, copied as soon as one changes; NULL: none does. */
static TkMark *
stretch_marks (const Bleed *bleed, const TkPlaced *placed)
{
  TkMark *copy = NULL;

  for (guint i = 0; i < placed->n_marks; i++) {
    TkMark mark = placed->marks[i];
    if (!stretch_mark (bleed, placed, &mark))
      continue;
    if (copy == NULL)
      copy = tk_arena_copy (bleed->arena, placed->marks, placed->n_marks * sizeof (TkMark));
    copy[i] = mark;
  }
  return copy;
}

const TkPage *
tk_bleed_page (TkArena *arena, const TkPage *page, TkUnit reach)
{
  const Bleed bleed = {page, arena, reach};
  TkPlaced *placed = NULL;

  for (guint i = 0; i < page->n_placed; i++) {
    const TkMark *marks = stretch_marks (&bleed, &page->placed[i]);
    if (marks == NULL)
      continue;
    if (placed == NULL)
      placed = tk_arena_copy (arena, page->placed, page->n_placed * sizeof (TkPlaced));
    placed[i].marks = marks;
  }
  if (placed == NULL)
    return page;
  TkPage *copy = tk_arena_copy (arena, page, sizeof (TkPage));
  copy->placed = placed;
  return copy;
}

/* ---- near the spine ---- */

/* Where ink begins and ends across the page; FALSE: nowhere, or where is not known. */
static gboolean
find_extent (const TkPlaced *placed, const TkMark *mark, gint64 *ret_left, gint64 *ret_right)
{
  const gint64 x = (gint64) placed->x + mark->x;

  switch (mark->kind) {
  case TK_MARK_TEXT:
    if (mark->role == TK_ROLE_UNSEEN || mark->turned != 0 || mark->text.n_pieces == 0)
      return FALSE;
    const TkPiece *last = &mark->text.pieces[mark->text.n_pieces - 1];
    *ret_left = x + mark->text.pieces[0].x;
    *ret_right = x + last->x + last->word->width;
    return TRUE;
  case TK_MARK_RULE:
    *ret_left = x;
    *ret_right = x + mark->rule.width;
    return TRUE;
  case TK_MARK_IMAGE:
    *ret_left = x;
    *ret_right = x + mark->image.width;
    return TRUE;
  case TK_MARK_PATH: /* its box may be as large as the page */
    break;
  }
  return FALSE;
}

/* What touches the edge is meant to be cut, if it is no text. */
static gboolean
is_near (const TkPage *page, const TkPlaced *placed, const TkMark *mark, gboolean left, TkUnit distance)
{
  gint64 from, to;

  if (!find_extent (placed, mark, &from, &to))
    return FALSE;
  const gint64 away = left ? from : page->width - to;
  return away < distance && (mark->kind == TK_MARK_TEXT || away > TK_BLEED_NEAR);
}

gboolean
tk_bleed_crowds (const TkPage *page, gboolean left, TkUnit distance)
{
  for (guint i = 0; i < page->n_placed; i++)
    for (guint j = 0; j < page->placed[i].n_marks; j++)
      if (is_near (page, &page->placed[i], &page->placed[i].marks[j], left, distance))
        return TRUE;
  return FALSE;
}
