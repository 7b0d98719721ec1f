/* Comes in: the cells of a table, row by row. Goes out: for each the heads that it names. Must not know how
 * they are written. */
#include "pdf_heads.h"

typedef struct _TkHeadList TkHeadList;

typedef struct {
  const TkHeadList *above; /* the titles over this column, down to the row at hand */
  TkTag *names;            /* the cell here that names the row, or NULL */
  int rows;                /* that it still names, with the one at hand */
} Column;

typedef struct {
  TkTag *tag;
  guint column, span;
} Cell;

struct _TkHeads {
  TkTags *tags;
  guint n_columns;
  Column *columns;
  GArray *cells; /* (element-type Cell): of the row at hand */
};

/* A row of heads or the first of the body tells of all that are like it. */
static gboolean
is_complex (const TkNode *table)
{
  const TkNode *row = table->first;
  gboolean names = FALSE;

  for (; row != NULL && row->head; row = row->next)
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next)
      if (cell->span > 1 || cell->rows > 1)
        return TRUE;
  for (; row != NULL && !names; row = row->next) {
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next)
      names = names || cell->names_row;
    if (!names && row->first != NULL && row->first->span <= 1)
      return FALSE;
  }
  for (row = table->first; row != NULL; row = row->next)
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next)
      if (cell->names_row && cell->rows > 1)
        return TRUE;
  return FALSE;
}

TkHeads *
tk_heads_new (TkTags *tags, const TkNode *table)
{
  if (!is_complex (table))
    return NULL;
  TkHeads *heads = g_new0 (TkHeads, 1);
  heads->tags = tags;
  heads->n_columns = table->n_columns;
  heads->columns = g_new0 (Column, table->n_columns);
  heads->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  return heads;
}

void
tk_heads_free (TkHeads *heads)
{
  g_array_unref (heads->cells);
  g_free (heads->columns);
  g_free (heads);
}

static const TkHeadList *
append (TkHeads *heads, const TkHeadList *before, TkTag *head)
{
  const TkHeadList list = {.before = before, .head = head};

  return tk_arena_copy (heads->tags->arena, &list, sizeof list);
}

static gboolean
has (const TkHeadList *list, const TkTag *head)
{
  while (list != NULL && list->head != head)
    list = list->before;
  return list != NULL;
}

/* @list and those of @more that are not in it. */
static const TkHeadList *
join (TkHeads *heads, const TkHeadList *list, const TkHeadList *more)
{
  if (more == NULL)
    return list;
  list = join (heads, list, more->before);
  return has (list, more->head) ? list : append (heads, list, more->head);
}

/* The titles over all columns of a cell. One that stands across the table would name them all: it names none.
 */
static const TkHeadList *
find_titles (TkHeads *heads, const Cell *cell)
{
  const TkHeadList *list = heads->columns[cell->column].above;

  if (cell->span >= heads->n_columns)
    return NULL;
  for (guint i = 1; i < cell->span; i++)
    list = join (heads, list, heads->columns[cell->column + i].above);
  return list;
}

void
tk_heads_put (TkHeads *heads, const TkNode *row, TkTag *tag, guint column)
{
  const TkNode *node = tag->node;
  const guint wanted = node != NULL && node->span > 1 ? (guint) node->span : 1;
  const Cell cell = {
      .tag = tag, .column = column, .span = MIN (wanted, heads->n_columns - MIN (column, heads->n_columns))};

  if (column >= heads->n_columns)
    return;
  tag->headers = find_titles (heads, &cell);
  if (row->head) {
    if (row->numbers)
      return;
    tag->kid.what = 1; /* it is named; its number comes when it is stored */
    for (guint i = 0; i < cell.span; i++)
      heads->columns[column + i].above = i > 0 ? heads->columns[column].above
                                               : append (heads, heads->columns[column].above, tag);
    return;
  }
  g_array_append_val (heads->cells, cell);
  if (node == NULL || !node->names_row)
    return;
  tag->kid.what = 1;
  heads->columns[column].names = tag;
  heads->columns[column].rows = MAX (node->rows, 1);
}

/* A cell that names its row is itself named by those before it alone. */
void
tk_heads_end_row (TkHeads *heads)
{
  for (guint i = 0; i < heads->cells->len; i++) {
    const Cell *cell = &g_array_index (heads->cells, Cell, i);
    const guint n = cell->tag->tag == TK_TAG_TH ? cell->column : heads->n_columns;
    for (guint column = 0; column < n; column++)
      if (heads->columns[column].rows > 0)
        cell->tag->headers = append (heads, cell->tag->headers, heads->columns[column].names);
  }
  for (guint column = 0; column < heads->n_columns; column++)
    heads->columns[column].rows -= heads->columns[column].rows > 0;
  g_array_set_size (heads->cells, 0);
}
