/* The tree itself: nodes are put in, the whole is freed. */
#include "node.h"

void
tk_node_join (TkNode *parent, TkNode *node)
{
  node->parent = parent;
  if (parent->last != NULL)
    parent->last->next = node;
  else
    parent->first = node;
  parent->last = node;
}

TkNode *
tk_node_add (TkArena *arena, TkNode *parent, TkNodeKind kind, const TkStyle *style)
{
  TkNode *node = tk_arena_new0 (arena, TkNode);

  node->kind = kind;
  node->style = style;
  if (parent != NULL)
    tk_node_join (parent, node);
  return node;
}

guint
tk_node_count_pages (const TkNode *entry)
{
  guint n = 0;

  while (n < entry->n_runs && entry->runs[entry->n_runs - 1 - n].reference != NULL
         && entry->runs[entry->n_runs - 1 - n].reference->kind == TK_REFER_PAGE)
    n++;
  return n;
}

int
tk_node_count_columns (const TkColumnSet *set, TkUnit measure)
{
  int n = MAX (set->n, 1);

  while (n > 1 && (measure - (n - 1) * set->gutter) / n < set->narrowest)
    n--;
  return n;
}

static guint
rank (TkNode *node, guint n)
{
  node->rank = ++n;
  for (TkNode *child = node->first; child != NULL; child = child->next)
    n = rank (child, n);
  for (guint i = 0; i < node->n_runs; i++)
    if (node->runs[i].reference != NULL && node->runs[i].reference->kind == TK_REFER_NOTE)
      n = rank ((TkNode *) node->runs[i].reference->target, n);
  return n;
}

void
tk_document_rank (TkDocument *document)
{
  document->n_ranks = rank (document->root, 0);
}

void
tk_document_free (TkDocument *document)
{
  if (document == NULL)
    return;
  tk_arena_free (document->arena);
  g_free (document);
}
