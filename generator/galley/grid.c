/* Comes in: a table, or two sides (letterhead, signature). Goes out: the strips of its rows, and the head
 * that later pages repeat. Knows nothing of pages. */
#include "grid_row.h"
#include "turned.h"

/* What comes below a table with borders stands at least this far from it. */
#define BELOW TK_PT (6)
/* Two rows up to this height stay together at either end of a body. */
#define PAIR TK_PT (110)

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

static gint64
measure (const TkStrip *strips, guint from, guint end)
{
  gint64 height = 0;

  for (guint i = from; i < end; i++)
    height += strips[i].space + strips[i].height;
  return height;
}

/* As no line of a paragraph, so no row stands alone: the first of a body below its head at the foot of a
 * page, the last with its total on the next. Tall rows do: to keep two of them would leave a gap. */
static void
keep_ends (TkStick *stick, guint from)
{
  TkStrip *strips = &g_array_index (stick->strips, TkStrip, 0);
  const guint end = stick->strips->len;
  guint first[2] = {0}, last[2] = {0}, n = 0; /* of the breaks, from the top and from the foot */

  for (guint i = from; i + 1 < end; i++) {
    if (strips[i].break_after != TK_BREAK_ALLOWED)
      continue;
    if (n < G_N_ELEMENTS (first))
      first[n] = i;
    n++;
    last[1] = last[0];
    last[0] = i;
  }
  if (n <= G_N_ELEMENTS (first)) /* three rows have no two ends */
    return;
  if (measure (strips, from, first[1] + 1) <= PAIR)
    strips[first[0]].break_after = TK_BREAK_AVOIDED;
  if (measure (strips, last[1] + 1, end) <= PAIR)
    strips[last[0]].break_after = TK_BREAK_AVOIDED;
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
  if (grid.bordered)
    keep_ends (stick, first + n_head);
  if (node->kind == TK_NODE_SIDES)
    for (guint i = first; i + 1 < stick->strips->len; i++)
      g_array_index (stick->strips, TkStrip, i).break_after = TK_BREAK_FORBIDDEN;
  stick->gap = MAX (node->style != NULL ? node->style->space_after : 0, grid.bordered ? BELOW : 0);
  return TRUE;
}
