/* Comes in: a row. Goes out: its strips: one where its cells cannot be parted, several, kept together, where
 * a page may end within it. */
#include "grid_row.h"

void
tk_galley_take_marks (TkSetter *setter, TkGridCell *cell, TkUnit from, TkUnit to, TkUnit y, TkStrip *into)
{
  for (; cell->next < cell->strips->len && tk_galley_find_end (cell, cell->next) <= to; cell->next++) {
    const TkStrip *strip = &g_array_index (cell->strips, TkStrip, cell->next);
    tk_galley_add_footnotes (setter, into, strip->footnotes);
    for (guint f = 0; f < strip->n_fields; f++) {
      TkField field = strip->fields[f];
      field.y += cell->top[cell->next] - from + y;
      field.before += setter->marks->len;
      g_array_append_val (setter->fields, field);
    }
    for (guint m = 0; m < strip->n_marks + strip->n_rules; m++) {
      TkMark mark = m < strip->n_marks ? strip->marks[m] : strip->rules[m - strip->n_marks];
      mark.y += cell->top[cell->next] - from + y;
      g_array_append_val (setter->marks, mark);
    }
  }
}

void
tk_galley_put_part (TkSetter *setter, TkGridRow *row, TkUnit from, TkUnit to, gboolean first, gboolean last)
{
  const TkGrid *grid = row->grid;
  TkStick *stick = row->stick;
  TkUnit above = first && grid->bordered ? TK_PAD_Y : 0, below = last && grid->bordered ? TK_PAD_Y : 0;
  TkStrip *strip = tk_galley_add_strip (stick, row->row, first ? row->space : 0);

  strip->height = to - from + above + below;
  if (last)
    strip->height = MAX (strip->height, row->least - row->used);
  row->used += strip->height;
  g_array_set_size (setter->marks, 0);
  g_array_set_size (setter->fields, 0);
  tk_galley_add_fills (row, first, strip->height, setter->marks);
  const guint n_fills = setter->marks->len;
  for (guint c = 0; c < row->cells->len; c++)
    tk_galley_take_marks (setter, &g_array_index (row->cells, TkGridCell, c), from, to, above, strip);
  if (first)
    tk_galley_take_hanging (setter, row, above, strip);
  strip->fields = tk_arena_copy_array (setter->arena, setter->fields);
  strip->n_fields = setter->fields->len;
  TkMark *marks = tk_arena_copy_array (setter->arena, setter->marks);
  if (first)
    tk_galley_keep_hanging (row, marks, row->row->head ? n_fills : 0, setter->marks->len);
  strip->marks = marks;
  strip->n_marks = setter->marks->len;
  if (grid->bordered) {
    tk_galley_add_lines (setter, row, first, last, strip);
    tk_galley_add_cap (setter, row, first, strip);
  }
  strip->break_after = last ? TK_BREAK_ALLOWED : TK_BREAK_AVOIDED;
}

gboolean
tk_galley_set_row (TkSetter *setter, TkGridRow *row, GError **error)
{
  TkUnit from = 0, height;
  TkArena *outer = setter->line_arena;

  setter->line_arena = row->grid->scratch;
  row->cells = tk_galley_set_cells (setter, row->grid, row->stick, row->row, error);
  if (row->cells == NULL)
    return FALSE;
  row->baseline = tk_galley_find_first_baseline (row->cells);
  tk_galley_hang_cells (row);
  if (row->grid->turned != NULL && row->row->head)
    tk_galley_centre_cells (row);
  row->height = height = tk_galley_cells_height (row->cells);
  do {
    TkUnit cut = tk_galley_find_cut (row->cells, from, height);
    if (cut - from > TK_TALL && !row->row->head && !setter->whole) { /* a head is not parted */
      tk_galley_level_lines (row->cells, from);
      height = tk_galley_cells_height (row->cells);
      cut = tk_galley_find_cut (row->cells, from, height);
    }
    tk_galley_put_part (setter, row, from, cut, from == 0, cut >= height);
    from = cut;
  } while (from < height);
  tk_galley_end_hanging (row, &g_array_index (row->stick->strips, TkStrip, row->stick->strips->len - 1));
  tk_arena_clear (row->grid->scratch);
  setter->line_arena = outer;
  return TRUE;
}
