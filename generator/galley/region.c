/* Comes in: what changes the measure (columns, another master) and what leaves the column of strips
 * (footnotes, floats). Goes out: regions, and strips beside the others. Knows nothing of pages. */
#include <string.h>

#include "set.h"

/* Between the text and the rule, between the rule and the notes; its length and thickness. */
#define RULE_ABOVE TK_PT (6)
#define RULE_BELOW TK_PT (4)
#define RULE_LENGTH TK_MM (50)
#define RULE_THICKNESS TK_PT (0.5)
/* Between a float and the text. */
#define FLOAT_GAP TK_PT (12)

static TkRegion *
last_region (const TkSetter *setter)
{
  return &g_array_index (setter->regions, TkRegion, setter->regions->len - 1);
}

void
tk_galley_begin_region (TkSetter *setter, TkStick *stick, const TkMaster *master, const TkColumnSet *columns)
{
  tk_galley_clear_beside (setter, stick);
  const TkUnit measure = master->width - master->left - master->right;
  const int n = columns != NULL ? columns->n : 1;
  TkRegion region = {.first = stick->strips->len,
                     .master = master,
                     .columns = n > 1 ? columns : NULL,
                     .paper = setter->paper};

  region.width = n > 1 ? MAX ((measure - (n - 1) * columns->gutter) / n, TK_PT (1)) : measure;
  stick->width = region.width;
  if (setter->regions->len > 0 && last_region (setter)->first == region.first)
    g_array_set_size (setter->regions, setter->regions->len - 1); /* nothing was set in it */
  if (setter->regions->len > 0) {
    const TkRegion *before = last_region (setter);
    if (before->master == master && before->paper == region.paper && before->columns == NULL
        && region.columns == NULL)
      return;
  }
  g_array_append_val (setter->regions, region);
}

const TkMaster *
tk_galley_find_master (const TkSetter *setter)
{
  return last_region (setter)->master;
}

gboolean
tk_galley_set_paper (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkNode *outer = setter->paper;
  const TkMaster *around = tk_galley_find_master (setter);

  setter->paper = node;
  tk_galley_begin_region (setter, stick, node->bound->master, NULL);
  const gboolean set = tk_galley_set_children (setter, stick, node, error);
  setter->paper = outer;
  tk_galley_begin_region (setter, stick, around, NULL);
  return set;
}

/* Columns within columns, and in cells, stay in the one that they stand in. */
gboolean
tk_galley_set_columns (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  if (!stick->main || last_region (setter)->columns != NULL)
    return tk_galley_set_children (setter, stick, node, error);
  TkColumnSet *columns = tk_arena_copy (setter->arena, node->column_set, sizeof *node->column_set);
  columns->n = tk_node_count_columns (columns, stick->width);
  tk_galley_begin_region (setter, stick, last_region (setter)->master, columns);
  if (!tk_galley_set_children (setter, stick, node, error))
    return FALSE;
  tk_galley_begin_region (setter, stick, last_region (setter)->master, NULL);
  return TRUE;
}

gboolean
tk_galley_break_column (TkSetter *setter, TkStick *stick)
{
  const TkRegion *region = last_region (setter);

  if (region->columns == NULL)
    return FALSE;
  if (stick->strips->len > region->first) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    strip->break_after = MAX (strip->break_after, TK_BREAK_COLUMN);
  }
  stick->gap = 0;
  return TRUE;
}

gboolean
tk_galley_set_across (TkSetter *setter, TkStick *stick, const TkNode *node, gboolean *ret_done,
                      GError **error)
{
  const TkColumnSet *columns = stick->main ? last_region (setter)->columns : NULL;

  *ret_done = columns != NULL && node->across;
  if (!*ret_done)
    return TRUE;
  tk_galley_begin_region (setter, stick, last_region (setter)->master, NULL);
  if (!tk_galley_set_kind (setter, stick, node, error))
    return FALSE;
  tk_galley_begin_region (setter, stick, last_region (setter)->master, columns);
  return TRUE;
}

/* ---- what leaves the column of strips ---- */

gboolean
tk_galley_set_float (TkSetter *setter, TkStick *stick, const TkNode *node, gboolean *ret_done, GError **error)
{
  *ret_done = stick->main && node->floating != TK_FLOATING_NONE;
  if (!*ret_done)
    return TRUE;
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick beside = {.strips = strips, .width = stick->width};
  const TkUnit grid = tk_galley_find_master (setter)->grid;
  if (!tk_galley_set_kind (setter, &beside, node, error))
    return FALSE;
  if (stick->strips->len > 0
      && g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after >= TK_BREAK_FORCED)
    tk_galley_add_strip (stick, node, 0);          /* it stays behind a break, even where nothing follows */
  const guint first = last_region (setter)->first; /* and in its region, and in the columns of that */
  TkFloat moved = {
      .anchor = MAX (stick->strips->len, first + 1) - 1, .floating = node->floating, .gap = FLOAT_GAP};
  moved.height = tk_galley_sum_heights (strips);
  if (grid > 0 && node->floating == TK_FLOATING_TOP) /* the text below it stands on the grid */
    moved.gap += (grid - (moved.height + moved.gap) % grid) % grid;
  moved.n_strips = strips->len;
  moved.strips = tk_arena_copy (setter->arena, strips->data, strips->len * sizeof (TkStrip));
  g_array_append_val (setter->floats, moved);
  return TRUE;
}

static const TkStrip *
note_rule_new (TkSetter *setter, TkUnit width)
{
  TkStrip *strip = tk_arena_new0 (setter->arena, TkStrip);
  TkMark *mark = tk_arena_new0 (setter->arena, TkMark);

  *mark = (TkMark){.kind = TK_MARK_RULE};
  mark->rule.width = MIN (RULE_LENGTH, width / 2);
  mark->rule.height = RULE_THICKNESS;
  strip->space = RULE_ABOVE;
  strip->height = RULE_BELOW;
  strip->marks = mark;
  strip->n_marks = 1;
  return strip;
}

/* Behind the others of the strip. */
void
tk_galley_add_footnotes (TkSetter *setter, TkStrip *strip, const TkFootnote *footnotes)
{
  const TkFootnote **end = &strip->footnotes;

  while (*end != NULL)
    end = (const TkFootnote **) &(*end)->next;
  for (const TkFootnote *note = footnotes; note != NULL; note = note->next) {
    TkFootnote *copy = tk_arena_copy (setter->arena, note, sizeof *note);
    copy->next = NULL;
    *end = copy;
    end = &copy->next;
  }
}

void
tk_galley_forget_notes (TkSetter *setter, const TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++)
    if (node->runs[i].reference != NULL && node->runs[i].reference->kind == TK_REFER_NOTE)
      g_hash_table_remove (setter->notes_set, node->runs[i].reference->target);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    tk_galley_forget_notes (setter, child);
}

void
tk_galley_set_floats_footnotes (TkSetter *setter)
{
  for (guint f = 0; f < setter->floats->len; f++) {
    TkFloat *moved = &g_array_index (setter->floats, TkFloat, f);
    TkStrip all = {0};
    for (guint i = 0; i < moved->n_strips; i++)
      tk_galley_add_footnotes (setter, &all, moved->strips[i].footnotes);
    moved->footnotes = all.footnotes;
  }
}

gboolean
tk_galley_set_footnotes (TkSetter *setter, TkStick *stick, GError **error)
{
  g_autoptr (GArray) noted = g_steal_pointer (&setter->noted);
  TkArena *outer = setter->line_arena;
  const TkRegion *region = last_region (setter);
  const TkMaster *master = region->master;
  const TkUnit width = region->columns != NULL && region->columns->page_notes
                           ? master->width - master->left - master->right
                           : region->width;

  setter->line_arena = setter->arena; /* notes of a cell outlive its row */
  setter->noted = g_array_new (FALSE, FALSE, sizeof (TkNoted));
  for (guint i = 0; i < noted->len; i++) {
    const TkNoted *at = &g_array_index (noted, TkNoted, i);
    g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
    TkStick beside = {.strips = strips, .width = width};
    if (!tk_galley_set_children (setter, &beside, at->note, error))
      return FALSE;
    TkFootnote note = {.n_strips = strips->len};
    note.strips = tk_arena_copy (setter->arena, strips->data, strips->len * sizeof (TkStrip));
    tk_galley_add_footnotes (setter, &g_array_index (stick->strips, TkStrip, at->strip), &note);
    if (last_region (setter)->note_rule == NULL)
      last_region (setter)->note_rule = note_rule_new (setter, width);
  }
  setter->line_arena = outer;
  return TRUE;
}
