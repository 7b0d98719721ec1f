/* Comes in: <sides>. Goes out: a grid of two columns, without the rows that came to nothing. */
#include "maker.h"

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
  TkColumn columns[] = {tk_content_column_of (block->left, TK_ALIGN_LEFT, FALSE),
                        tk_content_column_of (block->right, TK_ALIGN_LEFT, FALSE)};

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
