/* Comes in: what is left free of a page or of a column. Goes out: fillers in it, each used once: those that
 * together leave least, few rather than many, of different looks as long as the hole is small. Does not know
 * why it ends short. */
#include <glib/gi18n.h>
#include <stdlib.h>

#include "flow.h"

/* Between the text and a filler, and between two of them, at least; and at most, but for the first. */
#define GAP TK_PT (13)
#define WIDEST_GAP TK_PT (39)
/* By which a box is made taller at most, or a picture lower, so that it begins level with what stands beside
 * it. */
#define GROWN TK_PT (26)

/* A part of the page that is missed when it stays empty; so many fillers at most below each other, and so
 * many of them chosen together. */
enum { MISSED = 4, MOST = 7, TOGETHER = 3, MOST_COLUMNS = 3 };

/* What is as bad as an empty height of so many points: each filler; one that looks as another block of the
 * page does; one of the reserve; a box as wide as the page where this has columns. */
enum { EACH = 10, ALIKE = 60, RESERVE = 140, WIDE = 70 };

/* In the order in which they stand, from above. */
typedef enum { LOOK_PICTURE, LOOK_OTHER, LOOK_QUOTE, LOOK_FRAMED, LOOK_FILLED } Look;

typedef struct {
  guint filler; /* its number in the galley */
  Look look;
  const TkFillerSet *set;
} Piece;

typedef struct {
  Piece pieces[MOST];
  guint n;
  gint64 rest;    /* that stays empty, but for the gaps */
  gint64 bare;    /* what the pieces cost, whatever room they leave, */
  gint64 cost;    /* and with it */
  gboolean level; /* with those in the columns beside it: gaps are the least, */
  gint64 grown;   /* and the picture, or the lowest box, is so much taller */
} Choice;

typedef struct {
  TkFlow *flow;
  TkUnit x, width;
  gint64 y, limit; /* what is free */
  gboolean alone;  /* nothing stands above */
  gboolean page;   /* it is of a page, */
  gboolean whole;  /* all of its width, */
  gboolean wide;   /* and it has narrower columns */
} Free;

gboolean
tk_flow_is_picture (const TkFiller *filler)
{
  return filler->n_sets > 0 && filler->sets->lower + filler->sets->taller > 0;
}

static Look
find_look_of_block (const TkNode *node)
{
  if (node == NULL || node->kind != TK_NODE_BOX || node->box == NULL)
    return LOOK_OTHER;
  return node->box->quote ? LOOK_QUOTE : node->box->filled ? LOOK_FILLED : LOOK_FRAMED;
}

static Look
find_look (const TkFiller *filler)
{
  return tk_flow_is_picture (filler) ? LOOK_PICTURE : find_look_of_block (filler->node);
}

void
tk_flow_note_look (TkFlow *flow, const TkNode *block)
{
  const Look look = find_look_of_block (block);

  if (look != LOOK_OTHER)
    flow->looks |= 1U << look;
}

static const TkFillerSet *
find_set (const TkFiller *filler, TkUnit width)
{
  for (guint i = 0; i < filler->n_sets; i++)
    if (filler->sets[i].width == width)
      return &filler->sets[i];
  return NULL;
}

static gint64
square (gint64 points)
{
  return points * points;
}

/* What speaks against one filler, whatever room it leaves; one that comes earlier is better, by a little. */
static gint64
find_cost (const Free *free, const Piece *piece)
{
  gint64 cost = square (EACH) + piece->filler;

  if (free->flow->galley->fillers[piece->filler].reserve)
    cost += square (RESERVE);
  if (free->flow->looks & (1U << piece->look))
    cost += square (ALIKE);
  if (free->wide && piece->look >= LOOK_FRAMED)
    cost += square (WIDE);
  return cost;
}

static gboolean
may_stand (const Free *free, guint i)
{
  const TkFiller *filler = &free->flow->galley->fillers[i];

  /* in a column that the text leaves for the next one it would pass for a picture of that text */
  if (tk_flow_is_picture (filler) && (!free->page || free->limit - free->y < free->flow->pictured))
    return FALSE;
  return !free->flow->used[i] && filler->paper == free->flow->paper && (free->whole || !filler->reserve);
}

/* @with and filler @i, what they leave and cost; FALSE: it has no room there, or is a picture or a quotation
 * below another. */
static gboolean
add_filler (const Free *free, const Choice *with, guint i, Choice *ret_choice)
{
  const TkFiller *filler = &free->flow->galley->fillers[i];
  const Piece added = {.filler = i, .look = find_look (filler), .set = find_set (filler, free->width)};
  gint64 rest = free->limit - free->y + (free->alone ? GAP : 0), give = 0;

  if (added.set == NULL || !may_stand (free, i))
    return FALSE;
  *ret_choice = *with;
  for (guint j = 0; j < with->n; j++) {
    const gboolean alike = with->pieces[j].look == added.look;
    if (with->pieces[j].filler == i || (alike && added.look < LOOK_FRAMED))
      return FALSE;
    ret_choice->bare += alike ? square (ALIKE) : 0;
  }
  ret_choice->pieces[ret_choice->n++] = added;
  for (guint j = 0; j < ret_choice->n; j++) {
    const TkFillerSet *set = ret_choice->pieces[j].set;
    rest -= set->height - set->lower + GAP;
    give += set->lower + set->taller;
  }
  ret_choice->bare += find_cost (free, &added);
  ret_choice->rest = MAX (rest - give, 0);
  ret_choice->cost = ret_choice->bare + square (ret_choice->rest / TK_PT (1));
  return rest >= 0;
}

/* @best becomes the best of it and of all that have fillers from @first on beside @with, @most in all. As
 * later ones cost more, there is an end to those that may be better. */
static void
choose (const Free *free, const Choice *with, guint first, guint most, Choice *best)
{
  for (guint i = first; i < free->flow->galley->n_fillers && with->n < most; i++) {
    Choice more;
    if (with->bare + square (EACH) + i >= best->cost)
      return;
    if (!add_filler (free, with, i, &more))
      continue;
    if (more.cost < best->cost)
      *best = more;
    choose (free, &more, i + 1, most, best);
  }
}

/* From above, by their looks. */
static int
compare_pieces (const void *a, const void *b)
{
  const Piece *one = a, *other = b;

  return (int) one->look - (int) other->look;
}

static Choice
choose_all (const Free *free)
{
  const gint64 room = free->limit - free->y;
  const Choice none = {.rest = room, .cost = square (room / TK_PT (1))};

  Choice best = none;
  for (guint n = 0; n + TOGETHER <= MOST;) {
    const Choice with = best;
    choose (free, &with, 0, n + TOGETHER, &best);
    if (best.n == n)
      break;
    n = best.n;
  }
  qsort (best.pieces, best.n, sizeof (Piece), compare_pieces);
  return best;
}

/* They stand on the page, or do not after all. */
static void
note_use (TkFlow *flow, const Choice *choice, gboolean used)
{
  for (guint i = 0; i < choice->n; i++) {
    flow->used[choice->pieces[i].filler] = used;
    flow->looks |= 1U << choice->pieces[i].look;
  }
}

/* ---- at their places ---- */

/* The strips of @set, its pictures taller by as much of @more as they can take, which is taken from it. */
static const TkStrip *
stretch_set (TkFlow *flow, const TkFillerSet *set, gint64 *more)
{
  TkStrip *strips = tk_arena_copy (flow->arena, set->strips, set->n_strips * sizeof *strips);

  for (guint i = 0; i < set->n_strips; i++) {
    const TkUnit by = (TkUnit) CLAMP (*more, -(gint64) strips[i].lower, (gint64) strips[i].taller);
    if (by != 0)
      tk_galley_stretch (flow->arena, by, &strips[i]);
    *more -= by;
  }
  return strips;
}

static void
place_set (const Free *free, const TkStrip *strips, guint n_strips, gint64 y)
{
  for (guint i = 0; i < n_strips; i++) {
    y += i > 0 ? strips[i].space : 0;
    tk_flow_place_strip (free->flow, &strips[i], free->x, y);
    y += strips[i].height;
  }
}

/* The last one stands at the foot, and gaps are alike, unless that makes them too wide. What is left goes
 * into pictures; that of fillers which begin level with others and are boxes, into the last one. */
static void
place_all (const Free *free, Choice *choice)
{
  const guint gaps = MAX (choice->n - (free->alone ? 1 : 0), 1);
  const gint64 gap = choice->level ? GAP : MIN (GAP + choice->rest / gaps, WIDEST_GAP);
  gint64 more = free->limit - free->y - (free->alone ? 0 : GAP), y = free->limit;
  const TkStrip *strips[MOST];
  gint64 heights[MOST];

  for (guint i = 0; i < choice->n; i++)
    more -= choice->pieces[i].set->height + (i > 0 ? gap : 0);
  if (choice->level)
    more = choice->grown;
  for (guint i = 0; i < choice->n; i++) {
    const gint64 before = more;
    strips[i] = stretch_set (free->flow, choice->pieces[i].set, &more);
    heights[i] = choice->pieces[i].set->height + before - more;
    y -= heights[i] + (i > 0 ? gap : 0);
  }
  if (choice->level && more > 0) {
    const guint last = choice->n - 1;
    tk_galley_stretch (free->flow->arena, (TkUnit) more,
                       (TkStrip *) &strips[last][choice->pieces[last].set->n_strips - 1]);
    y -= more;
  }
  for (guint i = 0; i < choice->n; i++) {
    place_set (free, strips[i], choice->pieces[i].set->n_strips, y);
    y += heights[i] + gap;
  }
  note_use (free->flow, choice, TRUE);
}

/* ---- pages and columns ---- */

/* Each column of the page by itself, as they stand above. */
static gint64
choose_columns (const Free *page, const TkRegion *region, Free *columns, Choice *choices)
{
  TkFlow *flow = page->flow;
  const guint looks = flow->looks;
  const int n = region->columns->n;
  gint64 cost = 0;

  for (int i = 0; i < n; i++) {
    columns[i] = *page;
    columns[i].x = page->x + i * (region->width + region->columns->gutter);
    columns[i].width = region->width;
    columns[i].whole = columns[i].wide = FALSE;
    choices[i] = choose_all (&columns[i]);
    note_use (flow, &choices[i], TRUE);
    cost += choices[i].cost;
  }
  for (int i = 0; i < n; i++)
    note_use (flow, &choices[i], FALSE);
  flow->looks = looks;
  return cost / n;
}

/* How high pictures are: as they are set, or as low, or as tall, as they may be. */
typedef enum { SET, LOWEST, TALLEST } Shape;

/* Of the fillers of one column. */
static gint64
sum_heights (const Choice *choice, Shape shape)
{
  gint64 height = choice->n > 0 ? (choice->n - 1) * GAP : 0;

  for (guint i = 0; i < choice->n; i++) {
    const TkFillerSet *set = choice->pieces[i].set;
    height += set->height + (shape == TALLEST ? set->taller : shape == LOWEST ? -set->lower : 0);
  }
  return height;
}

/* The height at which the fillers of @n columns may begin: of the highest boxes, or of pictures that are not
 * much higher; 0: there is no box, or something else. */
static gint64
find_level (const Choice *choices, guint n, gint64 room)
{
  gint64 boxes = 0, pictures = 0; /* none yet */

  for (guint i = 0; i < n; i++) {
    const gint64 height = MIN (sum_heights (&choices[i], TALLEST), room);
    if (choices[i].n == 0 || choices[i].pieces->look == LOOK_OTHER)
      return 0;
    if (choices[i].pieces->look != LOOK_PICTURE)
      boxes = MAX (boxes, height);
    else
      pictures = pictures == 0 ? height : MIN (pictures, height);
  }
  return boxes == 0 || pictures == 0 ? boxes : MIN (pictures, boxes + GROWN);
}

/* Lets the fillers of columns begin level, where these are of boxes that are nearly as high as each other, or
 * as the pictures beside them. */
static void
level (const Free *page, Choice *choices, guint n)
{
  const gint64 room = page->limit - page->y - (page->alone ? 0 : GAP);
  const gint64 height = find_level (choices, n, room);

  if (height == 0)
    return;
  for (guint i = 0; i < n; i++)
    if (height < sum_heights (&choices[i], LOWEST)
        || ABS (height - MIN (sum_heights (&choices[i], TALLEST), room)) > GROWN)
      return;
  for (guint i = 0; i < n; i++) {
    choices[i].level = TRUE;
    choices[i].grown = height - sum_heights (&choices[i], SET);
  }
}

/* The columns that stand on the page, or stood on the last one. */
static const TkRegion *
find_columns (const TkFlow *flow)
{
  const TkRegion *region = flow->region;

  return region != NULL && region->master == flow->master && region->columns->n <= MOST_COLUMNS ? region
                                                                                                : NULL;
}

/* Gives what stays empty. */
static gint64
fill (Free *free)
{
  const TkRegion *region = find_columns (free->flow);
  Free columns[MOST_COLUMNS];
  Choice choices[MOST_COLUMNS];

  free->wide = region != NULL;
  Choice wide = choose_all (free);
  if (region == NULL || choose_columns (free, region, columns, choices) >= wide.cost) {
    place_all (free, &wide);
    return wide.rest;
  }
  gint64 rest = 0;
  level (free, choices, (guint) region->columns->n);
  for (int i = 0; i < region->columns->n; i++) {
    place_all (&columns[i], &choices[i]);
    rest += choices[i].rest / region->columns->n;
  }
  return rest;
}

gboolean
tk_flow_fill_page (TkFlow *flow, gint64 y, gint64 limit, gboolean alone)
{
  const TkMaster *master = flow->master;
  Free free = {
      .flow = flow, .x = master->left, .y = y, .limit = limit, .alone = alone, .page = TRUE, .whole = TRUE};
  const guint before = flow->placed->len;

  if (!master->filled || flow->bare || y >= limit)
    return FALSE;
  free.width = tk_flow_measure (flow);
  const gint64 rest = fill (&free);
  if (rest > tk_flow_text_height (flow) / MISSED)
    tk_notes_add (flow->notes, _ ("page %u: %d mm of it stay empty; add text, pictures or fillers"),
                  flow->pages->len + 1, (int) (rest / TK_MM (1)));
  return flow->placed->len > before;
}

gboolean
tk_flow_fill_column (TkFlow *flow, TkUnit x, TkUnit width, gint64 y, gint64 limit, gboolean alone)
{
  const Free free = {.flow = flow, .x = x, .width = width, .y = y, .limit = limit, .alone = alone};

  if (!flow->master->filled || flow->bare || y >= limit)
    return FALSE;
  Choice choice = choose_all (&free);
  place_all (&free, &choice);
  return choice.n > 0;
}

void
tk_flow_note_hole (TkFlow *flow, const TkHole *hole)
{
  if (flow->holes != NULL && flow->master->filled && hole->height >= (hole->whole ? 1 : 0))
    g_array_append_vals (flow->holes, hole, 1);
}
