/* Comes in: a table that is too wide for its page. Goes out: a region of pages that lie crosswise, for the
 * table and what stays with it. How the table is set, and which one is too wide, is for shrink.c. */
#include "wide.h"

/* ---- the page ---- */

/* As a sheet of @master lies in its file: turned to the left, so that its head is at the binding and its foot
 * at the other edge. The number of the page stays at the head. Mirrored pages are bound at both. */
static TkMaster
turn_master (const TkMaster *master)
{
  TkMaster lying = *master;

  lying.width = master->height;
  lying.height = master->width;
  lying.top = master->left;
  lying.bottom = master->right;
  lying.left = master->bottom;
  lying.right = master->top;
  if (master->mirrored) {
    lying.top = lying.bottom = MAX (master->left, master->right);
    lying.left = lying.right = MAX (master->top, master->bottom);
  }
  return lying;
}

/* The same for tables that follow each other: they share pages. */
static const TkMaster *
find_lying (const TkSetter *setter, const TkMaster *master)
{
  const TkMaster lying = turn_master (master);

  for (guint i = 0; i < setter->regions->len; i++) {
    const TkMaster *other = g_array_index (setter->regions, TkRegion, i).master;
    if (other->running == lying.running && other->folio == lying.folio
        && g_strcmp0 (other->name, lying.name) == 0 && other->width == lying.width
        && other->height == lying.height && other->top == lying.top && other->left == lying.left)
      return other;
  }
  return tk_arena_copy (setter->arena, &lying, sizeof lying);
}

/* As the measure of the page: no cell, no columns, no box. */
static gboolean
holds_text (const TkNode *node)
{
  return node->kind == TK_NODE_DOCUMENT || node->kind == TK_NODE_SECTION || node->kind == TK_NODE_PAPER;
}

gboolean
tk_galley_may_lie (const TkSetter *setter, const TkStick *stick, const TkNode *table)
{
  const TkMaster *master = tk_galley_find_master (setter);

  if (table->look == NULL || !table->look->turns || !stick->main || master->width >= master->height)
    return FALSE;
  for (const TkNode *around = table->parent; around != NULL; around = around->parent)
    if (!holds_text (around))
      return FALSE;
  return TRUE;
}

/* ---- what goes with the table ---- */

/* Whether @strip is of a block that stays with the next one and can be set again: a heading, or such a
 * paragraph, of the text itself, with no picture beside it. */
static gboolean
is_lead (const TkStrip *strip)
{
  const TkNode *node = strip->node;

  if (node == NULL
      || !(node->kind == TK_NODE_HEADING || (node->kind == TK_NODE_PARAGRAPH && node->style->keep_with_next))
      || strip->break_after >= TK_BREAK_FORCED || !holds_text (node->parent))
    return FALSE;
  for (guint i = 0; i < strip->n_marks; i++)
    if (strip->marks[i].node != NULL && strip->marks[i].node != node)
      return FALSE;
  return TRUE;
}

/* Takes the strips at the end of @stick that lead the table; their blocks, the last one first. */
static GPtrArray *
take_leads (TkSetter *setter, TkStick *stick)
{
  GPtrArray *leads = g_ptr_array_new ();
  const guint begin = g_array_index (setter->regions, TkRegion, setter->regions->len - 1).first;
  guint n = stick->strips->len;

  for (; n > begin && is_lead (&g_array_index (stick->strips, TkStrip, n - 1)); n--) {
    const TkNode *node = g_array_index (stick->strips, TkStrip, n - 1).node;
    if (leads->len == 0 || leads->pdata[leads->len - 1] != node)
      g_ptr_array_add (leads, (gpointer) node);
  }
  g_array_set_size (stick->strips, n);
  for (guint i = 0; i < setter->floats->len; i++) {
    TkFloat *moved = &g_array_index (setter->floats, TkFloat, i);
    moved->anchor = MIN (moved->anchor, MAX (n, 1) - 1);
  }
  return leads;
}

gboolean
tk_galley_lay_page (TkSetter *setter, TkStick *stick, GError **error)
{
  g_autoptr (GPtrArray) leads = take_leads (setter, stick);
  g_autoptr (TkNotes) noted_before = tk_notes_new ();
  TkNotes *notes = setter->notes;
  gboolean set = TRUE;

  if (stick->strips->len > 0) {
    TkStrip *last = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    if (last->break_after < TK_BREAK_FORCED)
      last->break_after = TK_BREAK_ALLOWED; /* the page ends there, whatever it would stay with */
  }
  tk_galley_begin_region (setter, stick, find_lying (setter, tk_galley_find_master (setter)), NULL);
  stick->gap = 0;
  setter->notes = noted_before;
  for (guint i = leads->len; i-- > 0 && set;) {
    tk_galley_forget_notes (setter, leads->pdata[i]);
    set = tk_galley_set_block (setter, stick, leads->pdata[i], error);
  }
  setter->notes = notes;
  return set;
}

void
tk_galley_raise_page (TkSetter *setter, TkStick *stick, const TkMaster *master)
{
  tk_galley_begin_region (setter, stick, master, NULL);
}
