/* The tree itself: nodes are put in, the whole is freed. */
#include "node.h"

TkNode *
tk_node_add (TkArena *arena, TkNode *parent, TkNodeKind kind, const TkStyle *style)
{
  TkNode *node = tk_arena_new0 (arena, TkNode);

  node->kind = kind;
  node->style = style;
  node->parent = parent;
  if (parent == NULL)
    return node;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
  return node;
}

void
tk_document_free (TkDocument *document)
{
  if (document == NULL)
    return;
  tk_arena_free (document->arena);
  g_free (document);
}
