/* Comes in: cells over several rows. Goes out: their text, in the first strip of the first row, and rows tall
 * enough for it. */
#include <string.h>

#include "cover.h"
#include "grid_row.h"

gboolean
tk_galley_goes_through (const TkGrid *grid, guint i)
{
  return grid->above[i] > 0 && grid->hanging[i].cell != NULL;
}

void
tk_galley_hang_cells (TkGridRow *row)
{
  const TkGrid *grid = row->grid;

  for (guint c = 0; c < row->cells->len; c++) {
    TkGridCell *cell = &g_array_index (row->cells, TkGridCell, c);
    if (cell->hangs == NULL || cell->strips->len == 0)
      continue;
    const TkUnit height = tk_galley_find_end (cell, cell->strips->len - 1);
    if (height > TK_TALL && !row->row->head) {
      cell->hangs = NULL;
      continue;
    }
    const TkUnit pad = grid->bordered ? TK_PAD_Y : 0;
    cell->hangs->height = height + 2 * pad;
    cell->hangs->top = pad + cell->top[0];
    cell->hangs->baseline = row->baseline;
    cell->next = cell->strips->len;
  }
  row->least = 0;
  for (guint i = 0; i < grid->n; i++)
    if (grid->hanging[i].cell != NULL && (grid->cover[i] <= 1 || row->row->next == NULL))
      row->least = MAX (row->least, grid->hanging[i].height - grid->hanging[i].used);
}

void
tk_galley_take_hanging (TkSetter *setter, const TkGridRow *row, TkUnit above, TkStrip *into)
{
  const GArray *marks = setter->marks;

  for (guint c = 0; c < row->cells->len; c++) {
    TkGridCell *cell = &g_array_index (row->cells, TkGridCell, c);
    if (cell->hangs == NULL)
      continue;
    const guint before = marks->len;
    cell->next = 0;
    tk_galley_take_marks (setter, cell, 0, G_MAXINT32, above, into);
    cell->hangs->n_marks = marks->len - before;
  }
}

void
tk_galley_keep_hanging (const TkGridRow *row, TkMark *marks, guint n_fills, guint n_marks)
{
  const TkGrid *grid = row->grid;

  for (guint i = grid->n; i-- > 0 && n_fills > 0;)
    if (grid->hanging[i].cell != NULL && grid->above[i] == 0)
      grid->hanging[i].fill = &marks[--n_fills];
  for (guint c = row->cells->len; c-- > 0;) {
    const TkGridCell *cell = &g_array_index (row->cells, TkGridCell, c);
    if (cell->hangs == NULL)
      continue;
    n_marks -= cell->hangs->n_marks;
    cell->hangs->marks = marks + n_marks;
  }
}

/* Whether a page may as well end below the row at hand: the text of the cell is whole above, and has room
 * again in the rows that are left, if they are like this one. */
static gboolean
may_part (const TkGridRow *row, const TkHanging *hanging, guint rows)
{
  const TkUnit pads = row->grid->bordered ? 2 * TK_PAD_Y : 0;

  return hanging->used >= hanging->height && (gint64) (row->height + pads) * rows >= hanging->height;
}

void
tk_galley_end_hanging (const TkGridRow *row, TkStrip *strip)
{
  const TkGrid *grid = row->grid;

  for (guint i = 0; i < grid->n; i++) {
    TkHanging *hanging = &grid->hanging[i];
    if (hanging->cell == NULL)
      continue;
    hanging->used += row->used;
    if (grid->cover[i] > 1 && row->row->next != NULL) {
      if (strip->break_after == TK_BREAK_ALLOWED && !may_part (row, hanging, grid->cover[i] - 1))
        strip->break_after = TK_BREAK_AVOIDED;
      continue;
    }
    if (hanging->fill != NULL)
      hanging->fill->rule.height = hanging->used;
    for (guint m = 0; m < hanging->n_marks && row->row->head; m++)
      hanging->marks[m].y += MAX (hanging->used - hanging->height, 0) / 2;
    *hanging = (TkHanging){0};
  }
  tk_cover_end_row (grid->cover, grid->n);
  memcpy (grid->above, grid->cover, grid->n * sizeof *grid->above);
}
