/* Comes in: sheets with their heads. Goes out: their rows in the database, a
 * fault for each row that a rule of the schema refuses. */
#include <glib/gi18n.h>
#include <string.h>

#include "cell.h"
#include "import.h"
#include "upsert.h"

/* A sheet being loaded. */
typedef struct {
  TkImport *import;
  TkSource *source;
  TkUpsert *upsert;
  const TkTableColumn **columns; /* those that are filled */
  guint *cells;                  /* where each of them stands in the row */
  guint n_columns;
  TkValue *row_values, *values; /* one a cell, one a filled column */
  gint64 first_new;             /* ids from here on are of new rows */
  GArray *new_lines;            /* (element-type int): of new rows, by id */
  GHashTable *old_lines;        /* (element-type gint64 int): of rows that were there, by id */
} Load;

static void
load_free (Load *load)
{
  tk_upsert_free (load->upsert);
  g_free (load->columns);
  g_free (load->cells);
  g_free (load->row_values);
  g_free (load->values);
  g_array_unref (load->new_lines);
  g_hash_table_unref (load->old_lines);
  g_free (load);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

/* ---- codes ---------------------------------------------------------------- */

static gboolean
read_table_codes (TkImport *import, TkTarget *target, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT id, code FROM \"%s\"", target->table->name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (import->connection, import->path, sql, error);

  if (statement == NULL)
    return FALSE;
  target->codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    TkCode *code = g_new0 (TkCode, 1);
    code->id = sqlite3_column_int64 (statement, 0);
    code->old = TRUE;
    g_hash_table_insert (target->codes, g_strdup ((const char *) sqlite3_column_text (statement, 1)), code);
  }
  return TRUE;
}

static gboolean
read_last_id (TkImport *import, TkTarget *target, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT max (id) FROM \"%s\"", target->table->name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (import->connection, import->path, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    target->last_id = sqlite3_column_int64 (statement, 0);
  target->first_new = target->last_id + 1;
  return TRUE;
}

/* Ids for all codes of the sheet, before any row is written: a row may refer to
 * one that comes later, or stands in another sheet. */
static void
number_codes (TkImport *import, TkSource *source)
{
  g_autoptr (GString) store = g_string_new (NULL);
  g_autoptr (GError) reason = NULL;
  const TkSourceTally tally = source->tally; /* the cells are read again */
  TkRow row;

  while (tk_sheet_next (source->sheet, &row, &reason)) {
    const char *text = NULL;
    const guint at = (guint) source->code_column;
    if (at >= row.n_cells || row.cells[at].kind == TK_CELL_EMPTY
        || !tk_import_clean (import, source, row.line, at, &row.cells[at], store, &text) || text == NULL
        || g_hash_table_contains (source->target->codes, text))
      continue;
    TkCode *code = g_new0 (TkCode, 1);
    code->id = ++source->target->last_id;
    g_hash_table_insert (source->target->codes, g_strdup (text), code);
  }
  source->tally = tally;
  if (reason != NULL) {
    tk_import_fault_error (import, reason);
    source->broken = source->target->broken = TRUE;
  }
}

gboolean
tk_import_read_codes (TkImport *import, GError **error)
{
  for (guint i = 0; i < import->tables->n_tables; i++)
    if (!read_last_id (import, &import->targets[i], error)
        || (import->targets[i].table->coded && !read_table_codes (import, &import->targets[i], error)))
      return FALSE;
  for (guint i = 0; i < import->sources->len; i++) {
    TkSource *source = import->sources->pdata[i];
    if (source->code_column >= 0)
      number_codes (import, source);
  }
  return TRUE;
}

/* ---- rows ----------------------------------------------------------------- */

static void
append_key (GString *to, const Load *load, const TkRow *row)
{
  for (guint i = 0; i < load->n_columns; i++)
    if (load->columns[i]->key) {
      const guint at = load->cells[i];
      g_string_append_printf (to, "%s%s", to->len > 0 ? ", " : "",
                              at < row->n_cells && row->cells[at].text != NULL ? row->cells[at].text : "");
    }
}

/* FALSE, with a fault, where an earlier line of the sheet has written the row with @id. */
static gboolean
check_twice (Load *load, const TkRow *row, gint64 id)
{
  const gint64 at = id - load->first_new;
  gpointer key = GSIZE_TO_POINTER ((gsize) id);
  const int earlier = at >= 0 && at < load->new_lines->len ? g_array_index (load->new_lines, int, at)
                      : at < 0 ? GPOINTER_TO_INT (g_hash_table_lookup (load->old_lines, key))
                               : 0;

  if (earlier != 0) {
    g_autoptr (GString) said = g_string_new (NULL);
    append_key (said, load, row);
    tk_import_fault (
        load->import, load->source->place, row->line,
        _ ("the key “%s” is that of line %d; expected another key, or one of the two lines removed"),
        said->str, earlier);
    return FALSE;
  }
  if (at < 0)
    g_hash_table_insert (load->old_lines, key, GINT_TO_POINTER (row->line));
  else {
    if (at >= load->new_lines->len)
      g_array_set_size (load->new_lines, (guint) at + 1);
    g_array_index (load->new_lines, int, at) = row->line;
  }
  return TRUE;
}

/* "UNIQUE constraint failed: photo.event, photo.seq" in words. */
static void
fault_unique (const Load *load, const TkRow *row, const char *reason)
{
  const TkTable *table = load->source->target->table;
  const char *colon = strstr (reason, ": ");
  g_autofree char *prefix = g_strconcat (table->name, ".", NULL);
  g_auto (GStrv) parts = g_strsplit (colon != NULL ? colon + 2 : reason, prefix, -1);
  g_autofree char *columns = g_strjoinv ("", parts);

  tk_import_fault (
      load->import, load->source->place, row->line,
      _ ("another row of %s has the same %s; expected values of its own, or one of the two removed"),
      table->name, columns);
}

/* A constraint of the schema that SQLite found broken, as a fault of its cell. */
static void
fault_constraint (const Load *load, const TkRow *row, const char *reason)
{
  static const char check[] = "CHECK constraint failed: ";
  const char *rule = g_str_has_prefix (reason, check) ? reason + strlen (check) : NULL;
  const TkSource *source = load->source;

  for (guint i = 0; rule != NULL && i < load->n_columns; i++) {
    const TkTableColumn *column = load->columns[i];
    const gsize n = strlen (column->name);
    if (strncmp (rule, column->name, n) != 0 || rule[n] != ' ')
      continue;
    if (strstr (rule, " OR ") != NULL && !column->date)
      break;
    g_autoptr (GString) expected = g_string_new (NULL);
    const TkCell *cell = load->cells[i] < row->n_cells ? &row->cells[load->cells[i]] : NULL;
    tk_cell_append_expected (expected, column, rule);
    tk_import_fault (load->import, source->place, row->line, _ ("column “%s”: “%s” is not %s"), column->name,
                     cell != NULL && cell->text != NULL ? cell->text : "", expected->str);
    return;
  }
  if (rule != NULL)
    tk_import_fault (load->import, source->place, row->line,
                     _ ("the line breaks a rule of table %s; expected %s"), source->target->table->name,
                     rule);
  else
    fault_unique (load, row, reason);
}

/* The code that the row has; NULL for a table without codes. */
static TkCode *
find_code (const Load *load)
{
  const TkSource *source = load->source;

  if (source->code_column < 0)
    return NULL;
  const TkValue *value = &load->row_values[source->code_column];
  return value->kind == TK_VALUE_TEXT ? g_hash_table_lookup (source->target->codes, value->text) : NULL;
}

static gboolean
load_row (Load *load, const TkRow *row, GError **error)
{
  TkCode *code = find_code (load);
  const TkSource *source = load->source;
  gint64 id = code != NULL && code->old ? code->id : 0;

  tk_import_read_facts (source, load->row_values + source->n_columns);
  for (guint i = 0; i < load->n_columns; i++)
    load->values[i] = load->row_values[load->cells[i]];
  if (code == NULL && !tk_upsert_find (load->upsert, load->values, &id, error))
    return FALSE;
  const gboolean old = id != 0;
  if (!old)
    id = code != NULL ? code->id : source->target->last_id + 1;
  if (!check_twice (load, row, id))
    return TRUE;
  switch (tk_upsert_write (load->upsert, id, old, load->values, error)) {
  case TK_UPSERT_DONE:
    load->import->added += !old;
    load->import->changed += old;
    break;
  case TK_UPSERT_EQUAL:
    break;
  case TK_UPSERT_REFUSED:
    fault_constraint (load, row, sqlite3_errmsg (load->import->connection));
    return TRUE;
  case TK_UPSERT_FAILED:
  default:
    return FALSE;
  }
  if (code != NULL)
    code->old = TRUE;
  else if (!old)
    source->target->last_id = id;
  return TRUE;
}

static Load *
load_new (TkImport *import, TkSource *source, GError **error)
{
  g_autoptr (Load) load = g_new0 (Load, 1);

  load->import = import;
  load->source = source;
  load->first_new = source->target->first_new;
  load->columns = g_new0 (const TkTableColumn *, source->n_columns + TK_IMPORT_FACTS);
  load->cells = g_new0 (guint, source->n_columns + TK_IMPORT_FACTS);
  load->row_values = g_new0 (TkValue, source->n_columns + TK_IMPORT_FACTS);
  load->values = g_new0 (TkValue, source->n_columns + TK_IMPORT_FACTS);
  load->new_lines = g_array_new (FALSE, TRUE, sizeof (int));
  load->old_lines = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < source->n_columns; i++)
    if (source->columns[i] != NULL) {
      load->columns[load->n_columns] = source->columns[i];
      load->cells[load->n_columns++] = i;
    }
  for (guint i = 0; i < TK_IMPORT_FACTS; i++)
    if (tk_import_find_fact (source, i) != NULL) {
      load->columns[load->n_columns] = tk_import_find_fact (source, i);
      load->cells[load->n_columns++] = source->n_columns + i;
    }
  load->upsert = tk_upsert_new (import->connection, import->path, source->target->table, load->columns,
                                load->n_columns, error);
  return load->upsert != NULL ? g_steal_pointer (&load) : NULL;
}

static gboolean
skip_head (TkSource *source, GError **error)
{
  TkRow row = {0};

  if (!tk_sheet_rewind (source->sheet, error))
    return FALSE;
  while (row.line < source->head_line && tk_sheet_next (source->sheet, &row, error))
    ;
  return *error == NULL;
}

/* FALSE on failure; what is wrong with the sheet are faults. */
static gboolean
load_source (TkImport *import, TkSource *source, GError **error)
{
  g_autoptr (Load) load = load_new (import, source, error);
  g_autoptr (GPtrArray) store = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) reason = NULL;
  TkRow row;

  if (load == NULL)
    return FALSE;
  if (source->code_column >= 0 && !skip_head (source, &reason)) {
    tk_import_fault_error (import, reason);
    return TRUE;
  }
  while (!tk_import_is_full (import) && tk_sheet_next (source->sheet, &row, &reason)) {
    if (import->options->rows_read != NULL)
      g_atomic_int_inc (import->options->rows_read);
    if (tk_import_read_row (import, source, &row, load->row_values, store) && !load_row (load, &row, error))
      return FALSE;
  }
  if (reason != NULL)
    tk_import_fault_error (import, reason);
  return TRUE;
}

/* ---- what hangs in a circle ----------------------------------------------- */

/* Rows that are their own parent, grandparent … by @column, which refers to its own table. */
static gboolean
check_circle (TkImport *import, const TkTable *table, const TkTableColumn *column, GError **error)
{
  const char *name = table->name, *above = column->name;
  g_autofree char *sql = g_strdup_printf (
      "WITH RECURSIVE up (start, id) AS (SELECT id, \"%s\" FROM \"%s\" WHERE \"%s\" IS NOT NULL UNION "
      "SELECT up.start, t.\"%s\" FROM up JOIN \"%s\" AS t ON t.id = up.id WHERE t.\"%s\" IS NOT NULL) "
      "SELECT t.code FROM up JOIN \"%s\" AS t ON t.id = up.start WHERE up.id = up.start ORDER BY t.id LIMIT "
      "1",
      above, name, above, above, name, above, name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (import->connection, import->path, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) == SQLITE_ROW)
    tk_import_fault (
        import, table->name, 0,
        _ ("column “%s”: the row “%s” leads back to itself; expected a row that is not below it"),
        column->name, sqlite3_column_text (statement, 0));
  return TRUE;
}

static gboolean
check_circles (TkImport *import, GError **error)
{
  for (guint i = 0; i < import->tables->n_tables; i++) {
    const TkTable *table = import->targets[i].table;
    for (guint j = 0; import->targets[i].filled && table->coded && j < table->n_columns; j++)
      if (g_strcmp0 (table->columns[j].target, table->name) == 0
          && !check_circle (import, table, &table->columns[j], error))
        return FALSE;
  }
  return TRUE;
}

gboolean
tk_import_load (TkImport *import, GError **error)
{
  /* in the order of the schema, so that faults are told in one order, whatever the files are called */
  for (guint i = 0; i < import->tables->n_tables; i++) {
    TkTarget *target = &import->targets[i];
    for (guint j = 0; j < import->sources->len; j++) {
      TkSource *source = import->sources->pdata[j];
      if (source->target == target && !source->broken && !load_source (import, source, error))
        return FALSE;
    }
  }
  return import->faults->len > 0 || check_circles (import, error);
}
