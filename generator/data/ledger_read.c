/* Comes in: the folder that a ledger was written into. Goes out: the ledger, and a database that answers from
 * it. Any file may have been changed meanwhile: what does not fit is refused. */
#include <glib/gi18n.h>
#include <string.h>

#include "arena.h"
#include "asked.h"
#include "csv_line.h"
#include "error.h"
#include "ledger_form.h"
#include "session.h"

/* The file of a query, line by line. */
typedef struct {
  TkLedger *ledger;
  const char *path, *name, *place, *sql;
  TkAsked *asked; /* NULL: the head is not read yet */
  guint n_parameters, n_columns;
  TkArena *arena;
  TkValue *values; /* of the answer that is being read; NULL: none yet */
  GString *key;    /* the same as cells */
  GArray *cells;   /* TkValue */
  guint n_rows;
} Reading;

/* A folder that is being read. */
typedef struct {
  TkLedger *ledger;
  const char *folder;
  GHashTable *by_file; /* of TkAsked by the names of files */
} Folder;

static gboolean
fail (const char *path, int line, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s:%d: is not as rows are kept; was the file changed? Take it from a copy"), path, line);
  return FALSE;
}

/* The cells are texts, or, where they may be missing, empty. */
static gboolean
are_texts (const TkCsvCell *cells, guint n)
{
  for (guint i = 0; i < n; i++)
    if (!cells[i].quoted && cells[i].text != NULL)
      return FALSE;
  return TRUE;
}

/* ---- the answers of a query ---- */

static gboolean
read_head (Reading *reading, const TkCsvCell *cells, guint n, GError **error)
{
  g_autoptr (GPtrArray) parameters = g_ptr_array_new (), columns = g_ptr_array_new ();

  for (guint i = 0; i < n; i++) {
    const gboolean marked = cells[i].text != NULL && cells[i].text[0] == ':';
    const gboolean bound = marked && cells[i].text[1] != ':';
    if (!cells[i].quoted || cells[i].text == NULL || (bound && columns->len > 0))
      return fail (reading->path, 1, error);
    g_ptr_array_add (bound ? parameters : columns, (char *) cells[i].text + marked);
  }
  if (columns->len == 0)
    return fail (reading->path, 1, error);
  reading->n_parameters = parameters->len;
  reading->n_columns = columns->len;
  g_ptr_array_add (parameters, NULL);
  g_ptr_array_add (columns, NULL);
  reading->asked = tk_ledger_ask (reading->ledger, reading->place, reading->sql, (char **) parameters->pdata,
                                  (char **) columns->pdata);
  if (reading->asked->name == NULL)
    reading->asked->name = g_strdup (reading->name);
  return TRUE;
}

/* The answer of which all rows are read. */
static void
end_answer (Reading *reading)
{
  const TkRows rows = {.n_columns = reading->n_columns,
                       .n_rows = reading->n_rows,
                       .cells = (const TkValue *) (const void *) reading->cells->data};

  if (reading->values != NULL)
    tk_asked_keep (reading->asked, reading->values, &rows, reading->asked->origins);
  reading->values = NULL;
  reading->n_rows = 0;
  g_array_set_size (reading->cells, 0);
  tk_arena_clear (reading->arena);
}

static gboolean
read_value (Reading *reading, const TkCsvCell *cell, TkValue *ret_value)
{
  const TkCsvCell lasting = {tk_arena_text (reading->arena, cell->text), cell->quoted};

  return tk_csv_value (&lasting, reading->arena, ret_value);
}

/* Rows that follow each other under the same values are one answer. */
static gboolean
begin_row (Reading *reading, const TkCsvCell *cells)
{
  g_autoptr (GString) key = g_string_new (NULL);

  for (guint i = 0; i < reading->n_parameters; i++)
    g_string_append_printf (key, "%c%s%c",
                            cells[i].quoted         ? 'q'
                            : cells[i].text == NULL ? 'n'
                                                    : 'b',
                            cells[i].text != NULL ? cells[i].text : "", '\x1f');
  if (reading->values != NULL && strcmp (key->str, reading->key->str) == 0)
    return TRUE;
  end_answer (reading);
  g_string_assign (reading->key, key->str);
  reading->values = tk_arena_array (reading->arena, TkValue, reading->n_parameters + 1);
  for (guint i = 0; i < reading->n_parameters; i++)
    if (!read_value (reading, &cells[i], &reading->values[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_none (const TkCsvCell *cell)
{
  return !cell->quoted && cell->text != NULL && strcmp (cell->text, TK_LEDGER_NONE) == 0;
}

static gboolean
read_row (gpointer data, int line, const TkCsvCell *cells, guint n, GError **error)
{
  Reading *reading = data;

  if (reading->asked == NULL)
    return read_head (reading, cells, n, error);
  if (n != reading->n_parameters + reading->n_columns || !begin_row (reading, cells))
    return fail (reading->path, line, error);
  if (is_none (&cells[reading->n_parameters]))
    return TRUE;
  for (guint i = reading->n_parameters; i < n; i++) {
    TkValue value;
    if (!read_value (reading, &cells[i], &value))
      return fail (reading->path, line, error);
    g_array_append_val (reading->cells, value);
  }
  reading->n_rows++;
  return TRUE;
}

static gboolean
read_answers (Reading *reading, GError **error)
{
  reading->arena = tk_arena_new ();
  reading->cells = g_array_new (FALSE, FALSE, sizeof (TkValue));
  reading->key = g_string_new (NULL);
  gboolean done = tk_csv_read (reading->path, read_row, reading, error);
  if (done && reading->asked == NULL)
    done = fail (reading->path, 1, error);
  if (done)
    end_answer (reading);
  g_string_free (reading->key, TRUE);
  g_array_unref (reading->cells);
  tk_arena_free (reading->arena);
  return done;
}

/* ---- the folder ---- */

/* A line of the list of queries. */
static gboolean
read_query (gpointer data, int line, const TkCsvCell *cells, guint n, GError **error)
{
  Folder *folder = data;
  g_autofree char *list = g_build_filename (folder->folder, TK_LEDGER_QUERIES_FILE, NULL);

  if (n != TK_LEDGER_QUERIES || !are_texts (cells, n) || cells[0].text == NULL || cells[2].text == NULL
      || cells[3].text == NULL || strchr (cells[0].text, '/') != NULL)
    return fail (list, line, error);
  if (line == 1)
    return TRUE;
  g_autofree char *path = g_build_filename (folder->folder, cells[0].text, NULL);
  Reading reading = {.ledger = folder->ledger,
                     .path = path,
                     .name = cells[1].text,
                     .place = cells[2].text,
                     .sql = cells[3].text};
  if (!read_answers (&reading, error))
    return FALSE;
  g_hash_table_insert (folder->by_file, g_strdup (cells[0].text), reading.asked);
  return TRUE;
}

/* A line of the list of columns. */
static gboolean
read_column (gpointer data, int line, const TkCsvCell *cells, guint n, GError **error)
{
  Folder *folder = data;
  g_autofree char *list = g_build_filename (folder->folder, TK_LEDGER_COLUMNS_FILE, NULL);
  TkAsked *asked = NULL;
  TkValue position = {0};

  if (line == 1 && n == TK_LEDGER_COLUMNS)
    return TRUE;
  if (n == TK_LEDGER_COLUMNS && cells[0].text != NULL && are_texts (cells + 3, 2)
      && tk_csv_value (&cells[1], NULL, &position))
    asked = g_hash_table_lookup (folder->by_file, cells[0].text);
  if (asked == NULL || position.integer < 1 || position.integer > g_strv_length (asked->columns))
    return fail (list, line, error);
  tk_asked_set_origin (asked, (guint) position.integer - 1, cells[3].text, cells[4].text);
  return TRUE;
}

static gboolean
read_list (Folder *folder, const char *name, TkCsvFunc take, GError **error)
{
  g_autofree char *path = g_build_filename (folder->folder, name, NULL);

  return tk_csv_read (path, take, folder, error);
}

TkDatabase *
tk_data_replay_new (const char *folder, GError **error)
{
  g_autoptr (TkLedger) ledger = tk_ledger_new ();
  g_autoptr (GHashTable) by_file = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Folder reading = {ledger, folder, by_file};

  if (!read_list (&reading, TK_LEDGER_QUERIES_FILE, read_query, error)
      || !read_list (&reading, TK_LEDGER_COLUMNS_FILE, read_column, error))
    return NULL;
  TkDatabase *database = g_new0 (TkDatabase, 1);
  database->path = g_strdup (folder);
  database->replay = g_steal_pointer (&ledger);
  return database;
}
