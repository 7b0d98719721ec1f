/* Comes in: a table whose sums run on from page to page. Goes out: the rows that stand at the foot and the
 * head of pages, and the sums up to each row in them. Must not know where pages end. */
#include "grid_row.h"

/* A row that is never parted, as a strip beside the column of strips. */
static gboolean
set_beside (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkNode *node,
            TkStrip *ret_strip, GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick beside = {.strips = strips, .x = stick->x, .width = stick->width};
  TkGridRow row = {.grid = grid, .stick = &beside, .row = node};

  row.cells = tk_galley_set_cells (setter, grid, &beside, node, error);
  if (row.cells == NULL)
    return FALSE;
  tk_galley_put_part (setter, &row, 0, tk_galley_cells_height (row.cells), TRUE, TRUE);
  g_array_unref (row.cells);
  *ret_strip = g_array_index (strips, TkStrip, 0);
  ret_strip->n_cap = ret_strip->n_foot = 0;
  return TRUE;
}

gboolean
tk_galley_set_carry (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkCarry **ret_carry,
                     GError **error)
{
  TkCarry *carry;

  if (grid->node->carried == NULL)
    return TRUE;
  carry = tk_arena_new0 (setter->arena, TkCarry);
  *ret_carry = carry;
  return set_beside (setter, grid, stick, grid->node->carried, &carry->carried, error)
         && set_beside (setter, grid, stick, grid->node->brought, &carry->brought, error);
}

/* The marks of the sums of a row, as they stand in the strips of a carry. */
static gboolean
set_sums (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkSum *sums, TkStrip *strip,
          GError **error)
{
  TkArena *outer = setter->line_arena;
  TkGrid beside = *grid; /* no cell above reaches into it */
  beside.cover = grid->none;
  setter->line_arena = grid->scratch;
  g_autoptr (GArray)
      cells = tk_galley_set_cells (setter, &beside, stick, tk_galley_show_sums (grid, sums), error);

  if (cells == NULL)
    return FALSE;
  const TkUnit height = tk_galley_cells_height (cells);
  g_array_set_size (setter->marks, 0);
  for (guint c = 0; c < cells->len; c++)
    tk_galley_take_marks (setter, &g_array_index (cells, TkGridCell, c), 0, height,
                          grid->bordered ? TK_PAD_Y : 0, strip);
  for (guint m = 0; m < setter->marks->len; m++) { /* no content; and the next row has the same node */
    TkMark *mark = &g_array_index (setter->marks, TkMark, m);
    mark->node = NULL;
    mark->span = NULL;
  }
  strip->sums = tk_arena_copy_array (setter->arena, setter->marks);
  strip->n_sums = setter->marks->len;
  tk_arena_clear (grid->scratch);
  setter->line_arena = outer;
  return TRUE;
}

gboolean
tk_galley_carry_row (TkSetter *setter, const TkGrid *grid, TkStick *stick, guint first, const TkCarry *carry,
                     const TkNode *row, GError **error)
{
  TkStrip *strips = (TkStrip *) (void *) stick->strips->data;
  const guint n = stick->strips->len;

  if (carry == NULL || row->sums == NULL)
    return TRUE;
  for (guint i = first; i < n; i++) {
    strips[i].carry = carry;
    if (first > 0 && strips[first - 1].carry == carry) {
      strips[i].sums = strips[first - 1].sums;
      strips[i].n_sums = strips[first - 1].n_sums;
    }
  }
  if (row->next != NULL && row->next->sums == NULL)
    strips[n - 1].break_after = TK_BREAK_AVOIDED; /* the total is not alone on its page */
  return set_sums (setter, grid, stick, row->sums, &strips[n - 1], error);
}
