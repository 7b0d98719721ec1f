/* Comes in: <table>, <sides>. Goes out: grids of cells. */
#include "maker.h"

static TkColumn
column_of (TkMeasure measure, TkAlign align)
{
  static const TkWidthKind kinds[] = {
      [TK_MEASURE_LENGTH] = TK_WIDTH_FIXED,
      [TK_MEASURE_SHARE] = TK_WIDTH_SHARE,
      [TK_MEASURE_FIT] = TK_WIDTH_FIT,
  };

  return (TkColumn){.kind = kinds[measure.kind], .width = measure.length, .align = align};
}

static void
set_columns (TkMaker *maker, const TkBlock *block, TkNode *table)
{
  for (const TkBlock *column = block->first; column != NULL; column = column->next)
    table->n_columns++;
  TkColumn *columns = tk_arena_array (maker->arena, TkColumn, table->n_columns);
  guint n = 0;
  for (const TkBlock *column = block->first; column != NULL; column = column->next)
    columns[n++] = column_of (column->width, column->align);
  table->columns = columns;
}

static void
add_row (TkMaker *maker, const TkBlock *block, TkNode *table, gboolean head)
{
  TkNode *row = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL);

  row->head = head;
  for (const TkBlock *column = block->first; column != NULL; column = column->next) {
    const TkStyle *style = head ? block->title_style
                                : tk_content_style_aligned (maker, column->style, column->align);
    TkNode *cell = tk_node_add (maker->arena, row, TK_NODE_CELL, style);
    TkNode *text = tk_node_add (maker->arena, cell, TK_NODE_PARAGRAPH, style);
    cell->span = 1;
    if (!tk_content_fill (maker, head ? &column->title : &column->text, NULL, FALSE, text))
      tk_content_drop_after (cell, NULL);
  }
}

gboolean
tk_content_build_table (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  TkNode *before = parent->last;

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  TkNode *caption = tk_node_add (maker->arena, parent, TK_NODE_PARAGRAPH,
                                 tk_content_style_kept (maker, block->caption_style));
  if (!tk_content_fill (maker, &block->title, NULL, FALSE, caption))
    tk_content_drop_after (parent, before);
  TkNode *table = tk_node_add (maker->arena, parent, TK_NODE_TABLE, block->style);
  table->plain = block->plain;
  set_columns (maker, block, table);
  tk_content_push (maker, rows);
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  if (block->has_title)
    add_row (maker, block, table, TRUE);
  for (; frame->row < rows->n_rows; frame->row++)
    add_row (maker, block, table, FALSE);
  tk_content_pop (maker);
  return TRUE;
}

static gboolean
build_side (TkMaker *maker, const TkBlock *side, TkNode *row, GError **error)
{
  TkNode *cell = tk_node_add (maker->arena, row, TK_NODE_CELL, row->parent->style);

  cell->span = 1;
  for (const TkBlock *child = side->first; child != NULL; child = child->next) {
    if (!tk_content_build (maker, child, cell, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tk_content_build_sides (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *sides = tk_node_add (maker->arena, parent, TK_NODE_SIDES, block->style);
  TkColumn columns[] = {column_of (block->left, TK_ALIGN_LEFT), column_of (block->right, TK_ALIGN_LEFT)};

  sides->plain = TRUE;
  sides->columns = tk_arena_copy (maker->arena, columns, sizeof columns);
  sides->n_columns = 2;
  for (const TkBlock *row = block->first; row != NULL; row = row->next) {
    TkNode *last = sides->last;
    TkNode *node = tk_node_add (maker->arena, sides, TK_NODE_ROW, NULL);
    if (!build_side (maker, row->first, node, error) || !build_side (maker, row->first->next, node, error))
      return FALSE;
    if (node->first->first == NULL && node->last->first == NULL)
      tk_content_drop_after (sides, last);
  }
  if (sides->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}
