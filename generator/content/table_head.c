/* Comes in: the columns of a table, as spread.c has them, and the groups around them. Goes out: the rows of
 * its head. Knows nothing of the rows below. */
#include "maker.h"

TkNode *
tk_content_add_cell (TkMaker *maker, TkNode *row, const TkStyle *style)
{
  TkNode *cell = tk_node_add (maker->arena, row, TK_NODE_CELL, style);

  cell->span = 1;
  return cell;
}

/* Groups around @column. */
static guint
count_groups (const TkBlock *column)
{
  guint n = 0;

  for (const TkBlock *over = column->parent; over->kind == TK_BLOCK_COLUMN_GROUP; over = over->parent)
    n++;
  return n;
}

/* The group around @column that @depth others stand around; the column itself where there are no more. */
static const TkBlock *
find_over (const TkBlock *column, guint depth)
{
  const TkBlock *over = column;

  for (guint n = count_groups (column); n > depth; n--)
    over = over->parent;
  return over;
}

/* Row @depth of @n: each group once, and columns as soon as no group is left above them. */
static void
add_head_row (TkMaker *maker, const TkBlock *block, TkNode *table, guint depth, guint n)
{
  TkNode *row = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL);
  const TkBlock *before = NULL;

  row->head = TRUE;
  for (const TkBlock *column = block->first; column != NULL; column = column->next) {
    const TkBlock *over = find_over (column, depth);
    if (over == before) {
      row->last->span++;
      continue;
    }
    before = over->kind == TK_BLOCK_COLUMN_GROUP ? over : NULL;
    if (before == NULL && count_groups (column) < depth)
      continue; /* reaches down from a row above */
    TkNode *cell = tk_content_add_cell (
        maker, row,
        over->turned ? tk_content_style_aligned (maker, block->title_style, TK_ALIGN_CENTRE)
                     : block->title_style);
    cell->turned = over->turned;
    TkOpened opened;
    tk_content_open_title (maker, over, &opened);
    tk_content_fill (maker, &over->title, NULL, FALSE, cell);
    tk_content_close_column (maker, &opened);
    if (before == NULL && n - depth > 1)
      cell->rows = (int) (n - depth);
  }
}

static void
add_head (TkMaker *maker, const TkBlock *block, TkNode *table)
{
  guint n = 1;

  for (const TkBlock *column = block->first; column != NULL; column = column->next)
    n = MAX (n, count_groups (column) + 1);
  for (guint depth = 0; depth < n; depth++)
    add_head_row (maker, block, table, depth, n);
}

/* (1) (2) (3) */
static void
add_numbers (TkMaker *maker, const TkBlock *block, TkNode *table)
{
  TkNode *row = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL);

  row->head = row->numbers = TRUE;
  for (guint i = 0; i < table->n_columns; i++) {
    TkNode *cell = tk_content_add_cell (maker, row, block->title_style);
    g_autofree char *number = g_strdup_printf ("(%u)", i + 1);
    const TkRun run = {.text = tk_arena_text (maker->arena, number)};
    cell->runs = tk_arena_copy (maker->arena, &run, sizeof run);
    cell->n_runs = 1;
  }
}

void
tk_content_add_table_head (TkMaker *maker, const TkBlock *block, TkNode *table)
{
  if (block->has_title)
    add_head (maker, block, table);
  if (block->numbers)
    add_numbers (maker, block, table);
}
