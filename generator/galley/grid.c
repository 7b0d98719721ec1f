/* Comes in: a table, or two sides (letterhead, signature). Goes out: the strips of its rows, and the head
 * that later pages repeat. Knows nothing of pages. */
#include "grid_row.h"
#include "turned.h"

/* What comes below a table with borders stands at least this far from it. */
#define BELOW TK_PT (6)

/* Rows are counted from there again. */
static gboolean
is_group_name (const TkGrid *grid, const TkNode *row)
{
  return row->leads && row->first != NULL && row->first->span == (int) grid->n;
}

/* Head rows are strips of their own, kept apart so that later pages can repeat them, below the caption
 * where the table has one for that. */
static gboolean
share_head (TkSetter *setter, TkStick *stick, const TkNode *continued, guint first, guint n_head,
            GError **error)
{
  g_autoptr (GArray) head = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick beside = {.strips = head, .x = stick->x, .width = stick->width};
  TkStrip *strips = &g_array_index (stick->strips, TkStrip, first);
  guint n = stick->strips->len - first;

  if (n_head == n)
    return TRUE;
  for (guint i = 0; i < n_head; i++) {
    strips[i].break_after = TK_BREAK_FORBIDDEN;
    strips[i].n_cap = strips[i].n_foot = 0;
  }
  if (continued != NULL && !tk_galley_set_block (setter, &beside, continued, error))
    return FALSE;
  const guint caption = head->len;
  g_array_append_vals (head, strips, n_head);
  if (caption > 0 && n_head > 0)
    g_array_index (head, TkStrip, caption).space = beside.gap;
  if (head->len == 0)
    return TRUE;
  const TkStrip *shared = tk_arena_copy_array (setter->arena, head);
  for (guint i = n_head; i < n; i++) {
    strips[i].head = shared;
    strips[i].n_head = head->len;
  }
  return TRUE;
}

gboolean
tk_galley_set_grid (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  g_auto (TkGrid) grid = tk_galley_begin_grid (node);
  guint first = stick->strips->len, n_head = 0;
  gboolean in_head = TRUE;
  TkUnit space = node->style != NULL ? node->style->space_before : 0;
  const TkCarry *carry = NULL;

  if (node->n_columns == 0 || node->first == NULL)
    return TRUE;
  if (!tk_galley_find_widths (setter, &grid, stick->width, error)
      || !tk_galley_find_turned (setter, &grid, error)
      || !tk_galley_set_carry (setter, &grid, stick, &carry, error))
    return FALSE;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    TkGridRow row = {.grid = &grid, .stick = stick, .row = child, .space = child == node->first ? space : 0};
    grid.n_body = child->head || child->total || is_group_name (&grid, child) ? 0 : grid.n_body + 1;
    const guint at = stick->strips->len;
    gboolean set = tk_galley_set_row (setter, &row, error);
    g_clear_pointer (&row.cells, g_array_unref);
    if (!set || !tk_galley_carry_row (setter, &grid, stick, at, carry, child, error))
      return FALSE;
    if (child->leads)
      g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_AVOIDED;
    in_head = in_head && child->head;
    if (in_head)
      n_head = stick->strips->len - first;
  }
  if (!share_head (setter, stick, node->continued, first, n_head, error))
    return FALSE;
  if (node->kind == TK_NODE_SIDES)
    for (guint i = first; i + 1 < stick->strips->len; i++)
      g_array_index (stick->strips, TkStrip, i).break_after = TK_BREAK_FORBIDDEN;
  stick->gap = MAX (node->style != NULL ? node->style->space_after : 0, grid.bordered ? BELOW : 0);
  return TRUE;
}
