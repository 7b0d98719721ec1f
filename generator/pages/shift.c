/* Comes in: strips that may change their places. Goes out: the same, with a picture or box for which a column
 * has no room behind lines that follow it and for which there is room: it begins the next one. Does not know
 * whether pages are better for it. */
#include "flow.h"

#include <string.h>

/* One past the last strip that stays with the one at @first; 0: none may follow it. */
static guint
find_block_end (const TkStrip *strips, guint first, guint end)
{
  for (guint i = first; i < end && strips[i].break_after < TK_BREAK_COLUMN; i++)
    if (strips[i].break_after == TK_BREAK_ALLOWED)
      return i + 1;
  return 0;
}

/* Lines of the grid that could stand below any others. */
static gboolean
is_text (const TkStrip *strip, TkUnit grid)
{
  return strip->loose == 0 && !strip->joined && strip->footnotes == NULL && strip->height % grid == 0
         && strip->break_after < TK_BREAK_COLUMN
         && (strip->node == NULL || strip->node->kind != TK_NODE_HEADING);
}

/* One past the last strip of text from @first on that @room has place for; @first: there is none. */
static guint
find_text_end (const TkStrip *strips, guint first, guint end, gint64 room, TkUnit grid)
{
  guint last = first;

  for (guint i = first; i < end && is_text (&strips[i], grid); i++) {
    room -= strips[i].height;
    if (room < 0 || (i > first && strips[i].space > 0))
      break;
    if (strips[i].break_after == TK_BREAK_ALLOWED)
      last = i + 1;
  }
  return last;
}

static gboolean
has_float (const TkGalley *galley, guint first, guint end)
{
  for (guint i = 0; i < galley->n_floats; i++)
    if (galley->floats[i].anchor >= first && galley->floats[i].anchor < end)
      return TRUE;
  return FALSE;
}

gboolean
tk_shift_find (const TkGalley *galley, const TkHole *hole, TkShift *ret_shift)
{
  const TkStrip *strips = galley->strips;
  const guint first = hole->end;
  const TkRegion *region = tk_fill_find_region (galley, hole->first);
  const guint end = tk_fill_find_region_end (galley, region);
  const TkUnit grid = region->master->grid;

  /* over a page the order of reading, which is that of the text, would go back a page */
  if (hole->whole || hole->last || grid == 0 || first == hole->first || first >= end
      || strips[first].loose == 0 || strips[first - 1].break_after != TK_BREAK_ALLOWED)
    return FALSE;
  const guint text = find_block_end (strips, first, end);
  if (text == 0 || text > first + strips[first].loose) /* text that stays with it has its place */
    return FALSE;
  *ret_shift = (TkShift){
      .first = first, .text = text, .end = find_text_end (strips, text, end, hole->height, grid)};
  return ret_shift->end > text && !has_float (galley, first, ret_shift->end);
}

void
tk_shift_strips (TkStrip *strips, guint n_strips, const TkShift *shift)
{
  const TkUnit below = strips[shift->text].space; /* the block */

  strips[shift->text].space = 0;
  if (shift->end < n_strips)
    strips[shift->end].space += below;
  tk_shift_items (strips, sizeof *strips, shift);
}

void
tk_shift_items (gpointer items, gsize size, const TkShift *shift)
{
  const gsize block = (shift->text - shift->first) * size, text = (shift->end - shift->text) * size;
  char *first = (char *) items + shift->first * size;
  g_autofree char *kept = g_memdup2 (first, block);

  memmove (first, first + block, text);
  memcpy (first + text, kept, block);
}
