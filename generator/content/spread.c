/* Comes in: the columns of a table as the layout has them, some of them there once for each row of a query.
 * Goes out: each of them as often as it is in the table, with the rows that it stands for. */
#include <string.h>

#include "maker.h"

/* A row that a column, or a group of columns, stands for. */
typedef struct {
  const TkRows *rows;
  guint row;
} Stand;

/* Rows that live as long as the table, and where each value of a column that is matched is among them. */
typedef struct {
  TkRows *rows;
  GHashTable *places; /* from the texts of the rows; NULL: nothing is matched */
} Kept;

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  tk_data_rows_free (kept->rows);
  g_clear_pointer (&kept->places, g_hash_table_unref);
  g_free (kept);
}

GPtrArray *
tk_content_kept_new (void)
{
  return g_ptr_array_new_with_free_func (kept_free);
}

static Kept *
keep (GPtrArray *all, TkRows *rows)
{
  Kept *kept = g_new0 (Kept, 1);

  kept->rows = rows;
  g_ptr_array_add (all, kept);
  return kept;
}

/* A column or a group of columns of the table. */
typedef struct {
  TkBlock block; /* its parent is the group around it of the same row, or the table */
  const Stand *stands;
  guint n_stands;
  GPtrArray *kept;     /* of the table, */
  const Kept *matched; /* among it what the query of the column yields, once it was run for all rows */
} Spread;

typedef struct {
  TkMaker *maker;
  GPtrArray *kept; /* Kept */
  GArray *stands;  /* Stand: of what is around */
  const TkBlock **end;
} Spreader;

static TkBlock *
add_spread (Spreader *spreader, const TkBlock *block, const TkBlock *parent)
{
  TkArena *arena = spreader->maker->arena;
  GArray *stands = spreader->stands;
  Spread *spread = tk_arena_new0 (arena, Spread);

  spread->block = *block;
  spread->block.parent = parent;
  spread->block.next = NULL;
  spread->stands = tk_arena_copy (arena, stands->data, stands->len * sizeof (Stand));
  spread->n_stands = stands->len;
  spread->kept = spreader->kept;
  return &spread->block;
}

/* What stands directly in @container and has @column in it, or is it. */
static const TkBlock *
find_child (const TkBlock *column, const TkBlock *container)
{
  while (column->parent != container)
    column = column->parent;
  return column;
}

static gboolean
is_in (const TkBlock *column, const TkBlock *container)
{
  const TkBlock *over = column;

  while (over != NULL && over != container)
    over = over->parent;
  return over != NULL;
}

static gboolean spread_within (Spreader *spreader, const TkBlock *column, const TkBlock *container,
                               const TkBlock *parent, GError **error);

/* What is in @group from @column on, once for each row of its query. */
static gboolean
spread_each (Spreader *spreader, const TkBlock *column, const TkBlock *group, const TkBlock *parent,
             GError **error)
{
  TkMaker *maker = spreader->maker;
  TkRows *rows = tk_content_rows_new (maker, group, error);
  gboolean done = rows != NULL;

  if (!done)
    return FALSE;
  keep (spreader->kept, rows);
  tk_content_push (maker, rows);
  for (guint i = 0; i < rows->n_rows && done; i++) {
    const Stand stand = {rows, i};
    maker->frames[maker->n_frames - 1].row = i;
    g_array_append_val (spreader->stands, stand);
    done = spread_within (spreader, column, group, parent, error);
    g_array_set_size (spreader->stands, spreader->stands->len - 1);
  }
  tk_content_pop (maker);
  return done;
}

/* The columns of @container from @column on: the layout has them as one list. */
static gboolean
spread_within (Spreader *spreader, const TkBlock *column, const TkBlock *container, const TkBlock *parent,
               GError **error)
{
  while (column != NULL && is_in (column, container)) {
    const TkBlock *child = find_child (column, container);
    if (child == column) {
      *spreader->end = add_spread (spreader, column, parent);
      spreader->end = (const TkBlock **) &((TkBlock *) *spreader->end)->next;
      column = column->next;
      continue;
    }
    gboolean done = child->kind == TK_BLOCK_COLUMN_GROUP
                        ? spread_within (spreader, column, child, add_spread (spreader, child, parent), error)
                        : spread_each (spreader, column, child, parent, error);
    if (!done)
      return FALSE;
    while (column != NULL && is_in (column, child))
      column = column->next;
  }
  return TRUE;
}

const TkBlock *
tk_content_spread_columns (TkMaker *maker, const TkBlock *table, GPtrArray *kept, GError **error)
{
  g_autoptr (GArray) stands = g_array_new (FALSE, FALSE, sizeof (Stand));
  TkBlock *spread = tk_arena_copy (maker->arena, table, sizeof *table);
  Spreader spreader = {maker, kept, stands, &spread->first};

  spread->first = NULL;
  return spread_within (&spreader, table->first, table, spread, error) ? spread : NULL;
}

/* ---- what a column sees ---- */

void
tk_content_open_title (TkMaker *maker, const TkBlock *over, TkOpened *opened)
{
  const Spread *spread = (const Spread *) (const void *) over;

  *opened = (TkOpened){.n_frames = maker->n_frames};
  for (guint i = 0; i < spread->n_stands; i++) {
    tk_content_push (maker, spread->stands[i].rows);
    maker->frames[maker->n_frames - 1].row = spread->stands[i].row;
  }
}

static const char *
print_value (const TkValue *value)
{
  return value->text != NULL ? value->text : "";
}

/* The first row with a value counts, as in a cell. */
static gboolean
run_once (TkMaker *maker, Spread *spread, GError **error)
{
  const char *name = spread->block.match.phrases[0].text;
  TkRows *rows = tk_content_rows_new (maker, &spread->block, error);
  guint column = 0;

  if (rows == NULL)
    return FALSE;
  Kept *kept = keep (spread->kept, rows);
  kept->places = g_hash_table_new (g_str_hash, g_str_equal);
  while (strcmp (rows->columns[column], name) != 0)
    column++;
  for (guint row = rows->n_rows; row-- > 0;)
    g_hash_table_insert (kept->places,
                         (gpointer) print_value (&rows->cells[(gsize) row * rows->n_columns + column]),
                         GUINT_TO_POINTER (row + 1));
  spread->matched = kept;
  return TRUE;
}

static gboolean
open_matched (TkMaker *maker, const TkBlock *column, TkOpened *opened, GError **error)
{
  Spread *spread = (Spread *) (gpointer) column;

  if (spread->matched == NULL && !run_once (maker, spread, error)) {
    tk_content_close_column (maker, opened);
    return FALSE;
  }
  const TkValue *wanted = tk_content_find_value (maker, column->match.phrases[0].slot);
  const guint place = GPOINTER_TO_UINT (g_hash_table_lookup (spread->matched->places, print_value (wanted)));
  opened->empty = place == 0;
  if (!opened->empty) {
    tk_content_push (maker, spread->matched->rows);
    maker->frames[maker->n_frames - 1].row = place - 1;
  }
  return TRUE;
}

gboolean
tk_content_open_column (TkMaker *maker, const TkBlock *column, TkOpened *opened, GError **error)
{
  tk_content_open_title (maker, column, opened);
  if (column->rows == TK_ROWS_NONE)
    return TRUE;
  if (column->match.n_phrases > 0)
    return open_matched (maker, column, opened, error);
  opened->rows = tk_content_rows_new (maker, column, error);
  if (opened->rows == NULL) {
    tk_content_close_column (maker, opened);
    return FALSE;
  }
  opened->empty = opened->rows->n_rows == 0;
  if (!opened->empty)
    tk_content_push (maker, opened->rows);
  return TRUE;
}

void
tk_content_close_column (TkMaker *maker, TkOpened *opened)
{
  while (maker->n_frames > opened->n_frames)
    tk_content_pop (maker);
  g_clear_pointer (&opened->rows, tk_data_rows_free);
}
