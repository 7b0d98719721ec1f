/* Comes in: what is left free of a page or of a column. Goes out: fillers in it, each used once, the tallest
 * that fits first, of another look than the one beside it where there is one. Does not know why it ends
 * short. */
#include <glib/gi18n.h>

#include "flow.h"

/* Between the text and a filler, and between two of them, at least; and at most, but for the first. */
#define GAP TK_PT (13)
#define WIDEST_GAP TK_PT (39)
/* A part of the page that is missed when it stays empty. */
enum { MISSED = 4 };

typedef struct {
  TkFlow *flow;
  TkUnit x, width;
  gint64 y, limit;   /* what is free */
  gboolean alone;    /* nothing stands above */
  gboolean whole;    /* it is of a page */
  GPtrArray *chosen; /* TkFillerSet, the lowest first */
} Free;

static const TkFillerSet *
find_set (const TkFiller *filler, TkUnit width)
{
  for (guint i = 0; i < filler->n_sets; i++)
    if (filler->sets[i].width == width)
      return &filler->sets[i];
  return NULL;
}

/* Whether two look the same: quotations, boxes with a background, others. */
static gboolean
are_alike (const TkFiller *one, const TkFiller *other)
{
  if (one == NULL || one->node == NULL || other->node == NULL)
    return FALSE;
  const TkBoxLook *a = one->node->kind == TK_NODE_BOX ? one->node->box : NULL;
  const TkBoxLook *b = other->node->kind == TK_NODE_BOX ? other->node->box : NULL;
  return a != NULL && b != NULL ? a->quote == b->quote && a->filled == b->filled : a == b;
}

/* The tallest that is no taller than @room and not like @beside, or NULL. */
static const TkFiller *
find_tallest (const TkFlow *flow, TkUnit width, gint64 room, gboolean reserve, const TkFiller *beside)
{
  const TkFiller *tallest = NULL;
  TkUnit height = 0;

  for (guint i = 0; i < flow->galley->n_fillers; i++) {
    const TkFiller *filler = &flow->galley->fillers[i];
    const gboolean out = flow->used[i] || filler->reserve != reserve || filler->paper != flow->paper
                         || are_alike (beside, filler);
    const TkFillerSet *set = out ? NULL : find_set (filler, width);
    if (set == NULL || set->height > room || (tallest != NULL && set->height <= height))
      continue;
    tallest = filler;
    height = set->height;
  }
  return tallest;
}

static const TkFiller *
find_filler (const Free *free, gint64 room, const TkFiller *beside)
{
  const TkFiller *filler = find_tallest (free->flow, free->width, room, FALSE, beside);

  if (filler == NULL && beside != NULL)
    filler = find_tallest (free->flow, free->width, room, FALSE, NULL);
  if (filler == NULL && free->whole)
    filler = find_tallest (free->flow, free->width, room, TRUE, NULL);
  return filler;
}

/* What stays empty. */
static gint64
choose (Free *free)
{
  TkFlow *flow = free->flow;
  gint64 room = free->limit - free->y;
  const TkFiller *filler = NULL;

  for (;;) {
    const gint64 gap = free->alone && free->chosen->len == 0 ? 0 : GAP;
    filler = find_filler (free, room - gap, filler);
    if (filler == NULL)
      return room;
    flow->used[filler - flow->galley->fillers] = TRUE; /* once */
    const TkFillerSet *set = find_set (filler, free->width);
    room -= set->height + gap;
    g_ptr_array_add (free->chosen, (gpointer) set);
  }
}

/* The last one stands at the foot, and gaps are alike, unless that makes them too wide. */
static void
place_all (Free *free, gint64 rest)
{
  const guint gaps = MAX (free->chosen->len - (free->alone ? 1 : 0), 1);
  const gint64 gap = MIN (GAP + rest / gaps, WIDEST_GAP);
  gint64 foot = free->limit;

  for (guint i = 0; i < free->chosen->len; i++) {
    const TkFillerSet *set = free->chosen->pdata[i];
    gint64 y = foot - set->height;
    foot = y - gap;
    for (guint j = 0; j < set->n_strips; j++) {
      y += j > 0 ? set->strips[j].space : 0;
      tk_flow_place_strip (free->flow, &set->strips[j], free->x, y);
      y += set->strips[j].height;
    }
  }
}

static gint64
fill (Free *free)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  free->chosen = chosen;
  const gint64 rest = choose (free);
  place_all (free, rest);
  return rest;
}

gboolean
tk_flow_fill_page (TkFlow *flow, gint64 y, gint64 limit, gboolean alone)
{
  const TkMaster *master = flow->master;
  Free free = {.flow = flow, .x = master->left, .y = y, .limit = limit, .alone = alone, .whole = TRUE};
  const guint before = flow->placed->len;

  if (!master->filled || y >= limit)
    return FALSE;
  free.width = tk_flow_measure (flow);
  const gint64 rest = fill (&free);
  if (rest > tk_flow_text_height (flow) / MISSED)
    tk_notes_add (flow->notes, _ ("page %u: %d mm of it stay empty; add text, pictures or fillers"),
                  flow->pages->len + 1, (int) (rest / TK_MM (1)));
  return flow->placed->len > before;
}

void
tk_flow_fill_column (TkFlow *flow, TkUnit x, TkUnit width, gint64 y, gint64 limit, gboolean alone)
{
  Free free = {.flow = flow, .x = x, .width = width, .y = y, .limit = limit, .alone = alone};

  if (flow->master->filled && y < limit)
    fill (&free);
}

void
tk_flow_note_hole (TkFlow *flow, guint first, guint end, TkUnit width, gint64 height)
{
  const TkHole hole = {
      .page = flow->pages->len, .first = first, .end = end, .width = width, .height = height};

  if (flow->holes != NULL && flow->master->filled && height > 0)
    g_array_append_val (flow->holes, hole);
}
