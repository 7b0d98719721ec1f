/* Comes in: what is left free of a page. Goes out: fillers in it, each used once, the tallest that fits
 * first. Does not know why the page ends short. */
#include <glib/gi18n.h>

#include "flow.h"

/* Between the text and a filler, and between two of them, at least. */
#define GAP TK_PT (12)
/* A part of the page that is missed when it stays empty. */
enum { MISSED = 4 };

static const TkFiller *
find_tallest (const TkFlow *flow, gint64 room)
{
  const TkFiller *tallest = NULL;

  for (guint i = 0; i < flow->galley->n_fillers; i++) {
    const TkFiller *filler = &flow->galley->fillers[i];
    if (!flow->used[i] && filler->height <= room && (tallest == NULL || filler->height > tallest->height))
      tallest = filler;
  }
  return tallest;
}

/* Those for @room, the lowest first; @ret_rest: what they leave of it. */
static GPtrArray *
choose_new (TkFlow *flow, gint64 room, gboolean alone, gint64 *ret_rest)
{
  GPtrArray *chosen = g_ptr_array_new ();
  const TkFiller *filler;

  while ((filler = find_tallest (flow, room - (alone && chosen->len == 0 ? 0 : GAP))) != NULL) {
    room -= filler->height + (alone && chosen->len == 0 ? 0 : GAP);
    flow->used[filler - flow->galley->fillers] = TRUE;
    g_ptr_array_add (chosen, (gpointer) filler);
  }
  *ret_rest = room;
  return chosen;
}

static void
place_filler (TkFlow *flow, const TkFiller *filler, gint64 y)
{
  for (guint i = 0; i < filler->n_strips; i++) {
    y += i > 0 ? filler->strips[i].space : 0;
    tk_flow_place_strip (flow, &filler->strips[i], flow->master->left, y);
    y += filler->strips[i].height;
  }
}

static void
note_rest (const TkFlow *flow, gint64 rest)
{
  if (rest > tk_flow_text_height (flow) / MISSED)
    tk_notes_add (flow->notes, _ ("page %u: %d mm of it stay empty; add text, pictures or fillers"),
                  flow->pages->len + 1, (int) (rest / TK_MM (1)));
}

gboolean
tk_flow_place_fillers (TkFlow *flow, gint64 y, gint64 limit, gboolean alone)
{
  gint64 rest;

  if (!flow->master->filled || y >= limit)
    return FALSE;
  g_autoptr (GPtrArray) chosen = choose_new (flow, limit - y, alone, &rest);
  note_rest (flow, rest);
  /* the last one stands at the foot, and all gaps are alike */
  const guint gaps = MAX (chosen->len - (alone ? 1 : 0), 1);
  for (guint i = 0; i < chosen->len; i++) {
    const TkFiller *filler = chosen->pdata[i];
    limit -= filler->height;
    place_filler (flow, filler, limit);
    limit -= GAP + rest / gaps;
  }
  return chosen->len > 0;
}
