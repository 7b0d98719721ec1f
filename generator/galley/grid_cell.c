/* Comes in: the cells of a row. Goes out: the strips of each, their first lines level, and the heights at
 * which none of them is cut. Knows nothing of what is around the row. */
#include "cover.h"
#include "grid_row.h"
#include "turned.h"

static void
cell_clear (void *pointer)
{
  TkGridCell *cell = pointer;

  g_clear_pointer (&cell->strips, g_array_unref);
  g_clear_pointer (&cell->top, g_free);
}

TkUnit
tk_galley_find_end (const TkGridCell *cell, guint i)
{
  return cell->top[i] + g_array_index (cell->strips, TkStrip, i).height;
}

static gboolean
set_cell (TkSetter *setter, const TkGrid *grid, const TkStick *outer, const TkNode *node, guint column,
          TkGridCell *cell, GError **error)
{
  const guint end = MIN (column + (guint) MAX (node->span, 1), grid->n);
  const TkUnit pad = grid->bordered ? TK_PAD_X : 0;
  TkStick stick = {.strips = cell->strips};

  cell->x = outer->x + grid->left[column];
  stick.x = cell->x + pad;
  stick.width = MAX (grid->left[end] - grid->left[column] - tk_galley_pad (grid, end), TK_PT (1));
  if (!tk_galley_align_decimal (setter, grid, node, column, &stick.width, error))
    return FALSE;
  if (!(tk_galley_is_turned (node) ? tk_galley_set_turned (setter, grid, &stick, node, error)
                                   : tk_galley_set_children (setter, &stick, node, error)))
    return FALSE;
  tk_galley_clear_beside (setter, &stick);
  cell->top = g_new (TkUnit, cell->strips->len + 1);
  for (guint i = 0; i < cell->strips->len; i++)
    cell->top[i] = i == 0 ? 0
                          : tk_galley_find_end (cell, i - 1) + g_array_index (cell->strips, TkStrip, i).space;
  return TRUE;
}

/* Of the first line of text, from the top of the cell; -1: it does not begin with level text. */
static TkUnit
find_baseline (const TkGridCell *cell)
{
  const TkStrip *strip = cell->strips->len > 0 ? &g_array_index (cell->strips, TkStrip, 0) : NULL;
  const TkMark *mark = strip != NULL && strip->n_marks > 0 ? strip->marks : NULL;

  return mark != NULL && mark->kind == TK_MARK_TEXT && mark->turned == 0 ? mark->y : -1;
}

/* Cells begin level with each other: "Số:" with the date, "Nơi nhận:" with the office of who signs, whatever
 * their sizes (NĐ 30/2020/NĐ-CP, appendix I, section II, points 4 and 9). */
static void
align_baselines (GArray *cells)
{
  TkUnit lowest = 0;

  for (guint c = 0; c < cells->len; c++)
    lowest = MAX (lowest, find_baseline (&g_array_index (cells, TkGridCell, c)));
  for (guint c = 0; c < cells->len; c++) {
    TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
    TkUnit by = find_baseline (cell) < 0 ? 0 : lowest - find_baseline (cell);
    for (guint i = 0; i < cell->strips->len; i++)
      cell->top[i] += by;
  }
}

TkUnit
tk_galley_find_first_baseline (const GArray *cells)
{
  for (guint c = 0; c < cells->len; c++) {
    const TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
    if (find_baseline (cell) >= 0)
      return cell->top[0] + find_baseline (cell);
  }
  return 0;
}

GArray *
tk_galley_set_cells (TkSetter *setter, const TkGrid *grid, const TkStick *outer, const TkNode *row,
                     GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (TkGridCell));
  guint column = 0;

  g_array_set_clear_func (cells, cell_clear);
  for (const TkNode *node = row->first; node != NULL; node = node->next) {
    column = tk_cover_skip (grid->cover, grid->n, column);
    if (column == grid->n)
      break;
    TkGridCell cell = {.strips = g_array_new (FALSE, TRUE, sizeof (TkStrip)),
                       .hangs = node->rows > 1 ? &grid->hanging[column] : NULL};
    gboolean set = set_cell (setter, grid, outer, node, column, &cell, error);
    if (cell.hangs != NULL)
      *cell.hangs = (TkHanging){.cell = node};
    g_array_append_val (cells, cell);
    if (!set)
      return NULL;
    column = tk_cover_put (grid->cover, grid->n, column, node->span, node->rows);
  }
  align_baselines (cells);
  return g_steal_pointer (&cells);
}

TkUnit
tk_galley_find_cut (const GArray *cells, TkUnit from, TkUnit row_height)
{
  /* first strip of each cell that may lie below the cut */
  g_autofree guint *next = g_new (guint, cells->len);
  TkUnit cut = G_MAXINT32;

  for (guint c = 0; c < cells->len; c++) {
    const TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
    next[c] = cell->next;
    while (next[c] < cell->strips->len && tk_galley_find_end (cell, next[c]) <= from)
      next[c]++; /* an empty space, a rule without height */
    if (next[c] < cell->strips->len)
      cut = MIN (cut, tk_galley_find_end (cell, next[c]));
  }
  if (cut == G_MAXINT32)
    return row_height;
  for (gboolean moved = TRUE; moved;) {
    moved = FALSE;
    for (guint c = 0; c < cells->len; c++) {
      const TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
      for (; next[c] < cell->strips->len && cell->top[next[c]] < cut; next[c]++) {
        if (tk_galley_find_end (cell, next[c]) <= cut)
          continue;
        cut = tk_galley_find_end (cell, next[c]);
        moved = TRUE;
      }
    }
  }
  return cut;
}

/* Strips of @cell behind @next, which has its place, stand below it as far as they end above @end. One past
 * the last. */
static guint
fill_band (TkGridCell *cell, guint next, TkUnit end)
{
  TkUnit y = tk_galley_find_end (cell, next);

  for (next++; next < cell->strips->len; next++) {
    const TkStrip *strip = &g_array_index (cell->strips, TkStrip, next);
    if (y + strip->space + strip->height > end)
      break;
    cell->top[next] = y + strip->space;
    y = tk_galley_find_end (cell, next);
  }
  return next;
}

void
tk_galley_level_lines (GArray *cells, TkUnit from)
{
  g_autofree guint *next = g_new (guint, cells->len);
  TkUnit y = from;

  for (guint c = 0; c < cells->len; c++)
    next[c] = g_array_index (cells, TkGridCell, c).next;
  for (;;) {
    TkUnit space = 0, tallest = -1;
    for (guint c = 0; c < cells->len; c++) {
      const TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
      if (next[c] < cell->strips->len && y > from)
        space = MAX (space, g_array_index (cell->strips, TkStrip, next[c]).space);
    }
    for (guint c = 0; c < cells->len; c++) {
      TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
      if (next[c] >= cell->strips->len)
        continue;
      cell->top[next[c]] = y + space;
      tallest = MAX (tallest, g_array_index (cell->strips, TkStrip, next[c]).height);
    }
    if (tallest < 0)
      return;
    y += space + tallest;
    for (guint c = 0; c < cells->len; c++) {
      TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
      if (next[c] < cell->strips->len)
        next[c] = fill_band (cell, next[c], y);
    }
  }
}

TkUnit
tk_galley_cells_height (const GArray *cells)
{
  TkUnit height = 0;

  for (guint c = 0; c < cells->len; c++) {
    const TkGridCell *cell = &g_array_index (cells, TkGridCell, c);
    if (cell->hangs == NULL && cell->strips->len > 0)
      height = MAX (height, tk_galley_find_end (cell, cell->strips->len - 1));
  }
  return height;
}

void
tk_galley_centre_cells (const TkGridRow *row)
{
  const TkUnit pads = row->grid->bordered ? 2 * TK_PAD_Y : 0;
  const TkUnit height = MAX (tk_galley_cells_height (row->cells), row->least - pads);

  for (guint c = 0; c < row->cells->len; c++) {
    TkGridCell *cell = &g_array_index (row->cells, TkGridCell, c);
    if (cell->hangs != NULL || cell->strips->len == 0)
      continue;
    const TkUnit by = (height - tk_galley_find_end (cell, cell->strips->len - 1) - cell->top[0]) / 2;
    for (guint i = 0; i < cell->strips->len; i++)
      cell->top[i] += by;
  }
}
