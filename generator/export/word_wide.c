/* Comes in: a table that is too wide for its page. Goes out: pages that lie crosswise, for it and for the
 * heading or caption that stays with it. */
#include <string.h>

#include "word_grid.h"
#include "word_maker.h"

static gboolean
may_lie (const TkWord *word, const TkNode *table)
{
  const TkMaster *master = word->pages.master;

  return table->look != NULL && table->look->turns && word->in_cells == 0 && word->pages.columns == NULL
         && word->indent == 0 && master->width < master->height
         && (table->parent->kind == TK_NODE_DOCUMENT || table->parent->kind == TK_NODE_SECTION);
}

static gboolean
is_lead (const TkNode *node)
{
  return node->kind == TK_NODE_HEADING || (node->kind == TK_NODE_PARAGRAPH && node->style->keep_with_next);
}

gboolean
tk_word_lies (const TkWord *word, const TkNode *node)
{
  while (node != NULL && is_lead (node))
    node = node->next;
  if (node == NULL || node->kind != TK_NODE_TABLE || node->n_columns == 0 || !may_lie (word, node))
    return FALSE;
  g_auto (TkWordGrid) grid = tk_word_begin_grid (node);
  return !tk_word_find_widths (&grid, word->width);
}

/* As a sheet of @master lies in its file: its head is at the binding. */
static TkMaster *
turn_master (const TkMaster *master)
{
  TkMaster *lying = g_memdup2 (master, sizeof *master);

  lying->width = master->height;
  lying->height = master->width;
  lying->top = master->left;
  lying->bottom = master->right;
  lying->left = master->bottom;
  lying->right = master->top;
  return lying;
}

void
tk_word_lay_page (TkWord *word)
{
  TkMaster *lying = turn_master (word->pages.master);

  g_ptr_array_add (word->turned, lying);
  tk_word_begin_page (word, lying, FALSE, FALSE);
}
