/* Comes in: a <box> of the template. Goes out: a node with its blocks, or nothing where none of them is
 * there. */
#include "maker.h"

gboolean
tk_content_build_box (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *box = tk_node_add (maker->arena, parent, TK_NODE_BOX, block->style);

  box->box = tk_arena_copy (maker->arena, block->box, sizeof (TkBoxLook));
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    if (!tk_content_build (maker, child, box, error))
      return FALSE;
  if (box->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}
