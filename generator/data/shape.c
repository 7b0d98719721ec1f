/* Comes in: an open database. Goes out: which table or column of the schema it has lost. SQLite keeps each
 * statement of the schema as it was written: where all are there, no second database is needed to compare
 * with. */
#include "shape.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "schema.h"

static guint
count_statements (const char *schema)
{
  guint n = 0;

  for (const char *at = schema; (at = strstr (at, "\nCREATE ")) != NULL; at++)
    n += g_str_has_prefix (at + 1, "CREATE TABLE ") || g_str_has_prefix (at + 1, "CREATE VIEW ");
  return n;
}

/* Is every statement of the schema there, to the letter? Those of somebody else are passed over. */
static gboolean
is_as_written (TkConnection *connection, const char *path)
{
  static const char sql[] =
      "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' "
      "ORDER BY rowid";
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, sql, NULL);
  const char *at = tk_schema;
  guint n = 0;

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    const char *text = (const char *) sqlite3_column_text (statement, 0);
    const char *found = text != NULL ? strstr (at, text) : NULL;
    if (found == NULL)
      continue;
    at = found + strlen (text);
    n++;
  }
  return n == count_statements (tk_schema);
}

static gboolean
has_column (TkConnection *connection, gboolean view, const char *table, const char *column)
{
  if (!view)
    return sqlite3_table_column_metadata (connection, NULL, table, column, NULL, NULL, NULL, NULL, NULL)
           == SQLITE_OK;
  g_autofree char *sql = g_strdup_printf ("SELECT \"%s\" FROM \"%s\"", column, table);
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, "", sql, NULL);
  return statement != NULL;
}

/* Each column of @model is looked for in @connection. */
static gboolean
compare (TkConnection *connection, TkConnection *model, const char *path, GError **error)
{
  static const char sql[] =
      "SELECT m.type = 'view', m.name, p.name FROM sqlite_schema AS m, pragma_table_info (m.name) AS p "
      "WHERE m.type IN ('table', 'view') AND m.name NOT GLOB 'sqlite_*'";
  g_autoptr (TkStatement) statement = tk_connection_statement_new (model, path, sql, error);

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    const char *table = (const char *) sqlite3_column_text (statement, 1);
    const char *column = (const char *) sqlite3_column_text (statement, 2);
    if (has_column (connection, sqlite3_column_int (statement, 0) != 0, table, column))
      continue;
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the table %s with its column %s is not there as tongket made it; another program has changed "
           "the database: take it from a backup"),
        path, table, column);
    return FALSE;
  }
  return statement != NULL;
}

gboolean
tk_shape_check (TkConnection *connection, const char *path, GError **error)
{
  if (is_as_written (connection, path))
    return TRUE;
  g_autoptr (TkConnection) model = tk_connection_empty_new (error);
  return model != NULL && compare (connection, model, path, error);
}
