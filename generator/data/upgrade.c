/* Comes in: a database of an older schema version. Goes out: the same records
 * in the present schema, and a copy of the file as it was. What goes where
 * stands in upgrade-N.sql, one a version of which something has moved; of others every column is still there.
 */
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "connection.h"
#include "database.h"
#include "error.h"
#include "schema.h"
#include "table.h"

typedef sqlite3_backup Backup;

static void
backup_free (Backup *backup)
{
  sqlite3_backup_finish (backup);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Backup, backup_free)

/* "thuvien-phien-ban-1.db", the first such name that is free. */
static char *
name_backup (const char *path, int version)
{
  const char *name = strrchr (path, G_DIR_SEPARATOR);
  const char *dot = strrchr (name != NULL ? name : path, '.');
  g_autofree char *stem = dot != NULL ? g_strndup (path, (gsize) (dot - path)) : g_strdup (path);
  char *backup = g_strdup_printf ("%s-phien-ban-%d%s", stem, version, dot != NULL ? dot : "");

  for (int i = 2; g_file_test (backup, G_FILE_TEST_EXISTS); i++) {
    g_free (backup);
    backup = g_strdup_printf ("%s-phien-ban-%d-%d%s", stem, version, i, dot != NULL ? dot : "");
  }
  return backup;
}

static gboolean
copy (TkConnection *connection, const char *to, GError **error)
{
  g_autoptr (TkConnection) target = NULL;

  if (sqlite3_open_v2 (to, &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) != SQLITE_OK) {
    tk_connection_fail (target, to, TK_ERROR_OUTPUT, error);
    return FALSE;
  }
  g_autoptr (Backup) backup = sqlite3_backup_init (target, "main", connection, "main");
  if (backup != NULL && sqlite3_backup_step (backup, -1) == SQLITE_DONE)
    return TRUE;
  tk_connection_fail (target, to, TK_ERROR_OUTPUT, error);
  return FALSE;
}

/* Runs @format, in which %s is the name, for each table of the present schema that @connection has under its
 * name
 * (@prefix before it). Tables of anybody else are left alone. */
static gboolean
run_each (TkConnection *connection, const char *path, const TkTables *tables, const char *prefix,
          const char *format, GError **error)
{
  for (guint i = 0; i < tables->n_tables; i++) {
    g_autofree char *name = g_strconcat (prefix, tables->tables[i].name, NULL);
    if (sqlite3_table_column_metadata (connection, NULL, name, NULL, NULL, NULL, NULL, NULL, NULL)
        != SQLITE_OK)
      continue;
    g_auto (GStrv) parts = g_strsplit (format, "%s", -1);
    g_autofree char *sql = g_strjoinv (tables->tables[i].name, parts);
    if (!tk_connection_run (connection, path, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* The columns of old_@name that the table @name has, too, for an INSERT; or NULL: there is no such table. */
static char *
list_columns_new (TkConnection *connection, const char *path, const char *name, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (
      connection, path,
      "SELECT group_concat ('\"' || name || '\"', ', ') FROM pragma_table_info ('old_' || ?1) "
      "WHERE name IN (SELECT name FROM pragma_table_info (?1))",
      error);

  if (statement == NULL || sqlite3_bind_text (statement, 1, name, -1, SQLITE_STATIC) != SQLITE_OK
      || sqlite3_step (statement) != SQLITE_ROW)
    return NULL;
  return g_strdup ((const char *) sqlite3_column_text (statement, 0));
}

/* Every row as it was: what has come since is empty. */
static gboolean
carry_over (TkConnection *connection, const char *path, const TkTables *tables, GError **error)
{
  for (guint i = 0; i < tables->n_tables; i++) {
    const char *name = tables->tables[i].name;
    g_autoptr (GError) fault = NULL;
    g_autofree char *columns = list_columns_new (connection, path, name, &fault);
    if (fault != NULL) {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }
    if (columns == NULL)
      continue;
    g_autofree char *sql = g_strdup_printf ("INSERT INTO \"%s\" (%s) SELECT %s FROM \"old_%s\"", name,
                                            columns, columns, name);
    if (!tk_connection_run (connection, path, sql, error))
      return FALSE;
  }
  return TRUE;
}

/* Drops what @query of @from names, a column of names, where @connection has it. */
static gboolean
drop_each (TkConnection *connection, TkConnection *from, const char *path, const char *kind,
           const char *query, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (TkStatement) statement = tk_connection_statement_new (from, path, query, error);

  if (statement == NULL)
    return FALSE;
  while (sqlite3_step (statement) == SQLITE_ROW) {
    g_autofree char *name = g_strdelimit (g_strdup ((const char *) sqlite3_column_text (statement, 0)), "\"",
                                          '_');
    g_string_append_printf (sql, "DROP %s IF EXISTS \"%s\";", kind, name);
  }
  g_clear_pointer (&statement, tk_statement_free);
  return tk_connection_run (connection, path, sql->str, error);
}

/* Indexes and views that a schema made, as @empty has them: their names are wanted again. */
static gboolean
drop_derived (TkConnection *connection, TkConnection *empty, const char *path, GError **error)
{
  return drop_each (connection, connection, path, "INDEX",
                    "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL", error)
         && drop_each (connection, empty, path, "VIEW", "SELECT name FROM sqlite_schema WHERE type = 'view'",
                       error);
}

/* References that lead nowhere: an error naming the first. */
static gboolean
check_references (TkConnection *connection, const char *path, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (
      connection, path, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check LIMIT 1", error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: %s, row %s refers to a row of %s that is not there; mend it first"), path,
               sqlite3_column_text (statement, 0), sqlite3_column_text (statement, 1),
               sqlite3_column_text (statement, 2));
  return FALSE;
}

/* @moves: NULL where nothing has moved. */
static gboolean
convert (TkConnection *connection, const char *path, const char *moves, GError **error)
{
  g_autoptr (TkConnection) empty = tk_connection_empty_new (error);
  g_autoptr (TkTables) tables = empty != NULL ? tk_tables_new (empty, path, error) : NULL;

  return tables != NULL
         && tk_connection_run (connection, path,
                               "PRAGMA foreign_keys = OFF; PRAGMA legacy_alter_table = ON; BEGIN IMMEDIATE",
                               error)
         && drop_derived (connection, empty, path, error)
         && run_each (connection, path, tables, "", "ALTER TABLE \"%s\" RENAME TO \"old_%s\"", error)
         && tk_connection_run (connection, path, tk_schema, error)
         && (moves != NULL ? tk_connection_run (connection, path, moves, error)
                           : carry_over (connection, path, tables, error))
         && run_each (connection, path, tables, "old_", "DROP TABLE \"old_%s\"", error)
         && check_references (connection, path, error)
         && tk_connection_run (connection, path, "COMMIT", error);
}

gboolean
tk_data_upgrade (const char *path, int *ret_from, char **ret_backup, GError **error)
{
  static const char *const moves[TK_SCHEMA_VERSION] = {[1] = tk_upgrade_1, [2] = tk_upgrade_2};
  g_autoptr (TkConnection) connection = tk_connection_open_old_new (path, ret_from, error);

  *ret_backup = NULL;
  if (connection == NULL)
    return FALSE;
  if (*ret_from == TK_SCHEMA_VERSION)
    return TRUE;
  g_autofree char *backup = name_backup (path, *ret_from);
  if (!copy (connection, backup, error)) {
    g_unlink (backup);
    return FALSE;
  }
  /* Closing the connection rolls back what was not committed. */
  if (!convert (connection, path, moves[*ret_from], error)) {
    g_clear_pointer (&connection, tk_connection_free);
    g_unlink (backup);
    return FALSE;
  }
  *ret_backup = g_steal_pointer (&backup);
  return TRUE;
}
