/* Comes in: the tables of a database. Goes out: a workbook with a sheet for
 * each, to be read, filled in and imported again. Changes nothing. */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "export.h"
#include "schema.h"

/* From so many rows on the sheets are kept in temporary files while they are written. */
enum { LARGE = 200000 };

static void
export_free (TkExport *export)
{
  tk_choices_free (export->choices);
  tk_workbook_free (export->workbook);
  if (export->leaves != NULL)
    g_array_unref (export->leaves);
  tk_tables_free (export->tables);
  tk_connection_free (export->connection);
  g_free (export->base);
  free (export->database_folder);
  free (export->folder);
  g_free (export);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkExport, export_free)

/* ---- which tables --------------------------------------------------------- */

static gboolean
is_named (const TkTable *table, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autofree char *title = g_utf8_casefold (table->title, -1);

  return g_str_equal (table->name, wanted) || g_str_equal (title, wanted);
}

/* The tables are grouped by lines "-- ==== Name ====" in schema.sql. */
static lxw_color_t
find_tint (const TkTable *table)
{
  static const lxw_color_t tints[] = {0x4472C4, 0x70AD47, 0x7F7F7F, 0xED7D31,
                                      0xFFC000, 0x00B0A0, 0x9E5ECE, 0xC00000};
  g_autofree char *create = g_strdup_printf ("CREATE TABLE %s (", table->name);
  const char *end = strstr (tk_schema, create);
  guint group = 0;

  for (const char *at = tk_schema; end != NULL && (at = strstr (at, "-- ==== ")) != NULL && at < end; at++)
    group++;
  return tints[(group + G_N_ELEMENTS (tints) - 1) % G_N_ELEMENTS (tints)];
}

static gboolean
count_rows (TkExport *export, TkLeaf *leaf, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (*) FROM \"%s\"", leaf->table->name);
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (export->connection, export->path, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW) {
    tk_connection_fail (export->connection, export->path, TK_ERROR_DATA, error);
    return FALSE;
  }
  leaf->n_rows = sqlite3_column_int64 (statement, 0);
  if (leaf->n_rows < LXW_ROW_MAX)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: %s: has %lld rows, a sheet holds %d; export the other tables by --table"),
               export->path, leaf->table->name, (long long) leaf->n_rows, LXW_ROW_MAX - 1);
  return FALSE;
}

/* @names: NULL for all. */
static gboolean
choose_tables (TkExport *export, const char *const *names, GError **error)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    guint at = 0;
    while (at < export->tables->n_tables && !is_named (&export->tables->tables[at], names[i]))
      at++;
    if (at < export->tables->n_tables)
      continue;
    g_autofree char *hint = tk_tables_hint_new (export->tables, names[i]);
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: there is no table “%s”; tongket schema lists them%s"), export->path, names[i], hint);
    return FALSE;
  }
  export->leaves = g_array_new (FALSE, TRUE, sizeof (TkLeaf));
  for (guint i = 0; i < export->tables->n_tables; i++) {
    TkLeaf leaf = {.table = &export->tables->tables[i]};
    gboolean wanted = names == NULL || names[0] == NULL;
    for (guint j = 0; !wanted && names[j] != NULL; j++)
      wanted = is_named (leaf.table, names[j]);
    if (!wanted)
      continue;
    leaf.tint = find_tint (leaf.table);
    if (!count_rows (export, &leaf, error))
      return FALSE;
    g_array_append_val (export->leaves, leaf);
  }
  return TRUE;
}

const TkLeaf *
tk_export_find_leaf (const TkExport *export, const char *table)
{
  for (guint i = 0; i < export->leaves->len; i++) {
    const TkLeaf *leaf = &g_array_index (export->leaves, TkLeaf, i);
    if (g_str_equal (leaf->table->name, table))
      return leaf;
  }
  return NULL;
}

/* ---- the whole ------------------------------------------------------------ */

/* A reference without its row would become an empty cell. */
static gboolean
check_references (const TkExport *export, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (export->connection, export->path,
                                                                   "PRAGMA foreign_key_check", error);
  int result;

  if (statement == NULL)
    return FALSE;
  result = sqlite3_step (statement);
  if (result == SQLITE_DONE)
    return TRUE;
  if (result == SQLITE_ROW)
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: %s, id %lld: refers to a row of %s that is not there; take the database from a backup"),
        export->path, sqlite3_column_text (statement, 0), (long long) sqlite3_column_int64 (statement, 1),
        sqlite3_column_text (statement, 2));
  else
    tk_connection_fail (export->connection, export->path, TK_ERROR_DATA, error);
  return FALSE;
}

static gboolean
open_export (TkExport *export, const char *folder, GError **error)
{
  g_autofree char *database_folder = g_path_get_dirname (export->path);

  export->connection = tk_connection_open_new (export->path, FALSE, error);
  if (export->connection == NULL || !tk_connection_run (export->connection, export->path, "BEGIN", error))
    return FALSE;
  export->base = g_path_get_basename (export->path);
  export->database_folder = realpath (database_folder, NULL);
  export->folder = realpath (folder != NULL ? folder : database_folder, NULL);
  if (export->folder == NULL)
    export->folder = strdup (export->database_folder);
  export->tables = tk_tables_new (export->connection, export->path, error);
  export->choices = tk_choices_new ();
  return export->tables != NULL;
}

gboolean
tk_data_export (const char *path, const char *const *tables, const char *folder, TkOutput *output,
                TkNotes *notes, GError **error)
{
  g_autoptr (TkExport) export = g_new0 (TkExport, 1);
  gint64 n_rows = 0;

  export->path = path;
  export->notes = notes;
  if (!open_export (export, folder, error) || !choose_tables (export, tables, error)
      || !check_references (export, error))
    return FALSE;
  for (guint i = 0; i < export->leaves->len; i++)
    n_rows += g_array_index (export->leaves, TkLeaf, i).n_rows;
  export->workbook = tk_workbook_new (n_rows > LARGE, error);
  if (export->workbook == NULL)
    return FALSE;
  tk_export_put_guide (export);
  for (guint i = 0; i < export->leaves->len; i++)
    if (!tk_export_put_sheet (export, &g_array_index (export->leaves, TkLeaf, i), error))
      return FALSE;
  tk_choices_write (export->choices, export->workbook);
  return tk_workbook_write (export->workbook, output, error);
}
