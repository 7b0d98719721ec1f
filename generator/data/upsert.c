/* Comes in: typed values of a row. Goes out: SQL that adds it or changes it.
 * Parameters: ?1 … ?n the columns, ?n+1 the id. */
#include "upsert.h"

#include "error.h"

struct _TkUpsert {
  TkConnection *connection; /* borrowed */
  const char *path;         /* borrowed */
  guint n_columns;
  TkStatement *find, *insert, *update;
};

static TkStatement *
find_statement_new (TkConnection *connection, const char *path, const TkTable *table,
                    const TkTableColumn *const *columns, guint n_columns, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "SELECT id FROM \"%s\" WHERE 1", table->name);
  for (guint i = 0; i < n_columns; i++)
    if (columns[i]->key)
      g_string_append_printf (sql, " AND \"%s\" = ?%u", columns[i]->name, i + 1);
  return tk_connection_statement_new (connection, path, sql->str, error);
}

static TkStatement *
insert_statement_new (TkConnection *connection, const char *path, const TkTable *table,
                      const TkTableColumn *const *columns, guint n_columns, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (id", table->name);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", \"%s\"", columns[i]->name);
  g_string_append_printf (sql, ") VALUES (?%u", n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, ", ?%u", i + 1);
  g_string_append_c (sql, ')');
  return tk_connection_statement_new (connection, path, sql->str, error);
}

/* Touches the row only where a value differs, so that changes can be counted. */
static TkStatement *
update_statement_new (TkConnection *connection, const char *path, const TkTable *table,
                      const TkTableColumn *const *columns, guint n_columns, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "UPDATE \"%s\" SET ", table->name);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, "%s\"%s\" = ?%u", i > 0 ? ", " : "", columns[i]->name, i + 1);
  g_string_append_printf (sql, " WHERE id = ?%u AND NOT (1", n_columns + 1);
  for (guint i = 0; i < n_columns; i++)
    g_string_append_printf (sql, " AND \"%s\" IS ?%u", columns[i]->name, i + 1);
  g_string_append_c (sql, ')');
  return tk_connection_statement_new (connection, path, sql->str, error);
}

TkUpsert *
tk_upsert_new (TkConnection *connection, const char *path, const TkTable *table,
               const TkTableColumn *const *columns, guint n_columns, GError **error)
{
  g_autoptr (TkUpsert) upsert = g_new0 (TkUpsert, 1);

  upsert->connection = connection;
  upsert->path = path;
  upsert->n_columns = n_columns;
  upsert->find = find_statement_new (connection, path, table, columns, n_columns, error);
  if (upsert->find == NULL)
    return NULL;
  upsert->insert = insert_statement_new (connection, path, table, columns, n_columns, error);
  if (upsert->insert == NULL)
    return NULL;
  upsert->update = update_statement_new (connection, path, table, columns, n_columns, error);
  return upsert->update != NULL ? g_steal_pointer (&upsert) : NULL;
}

void
tk_upsert_free (TkUpsert *upsert)
{
  if (upsert == NULL)
    return;
  tk_statement_free (upsert->find);
  tk_statement_free (upsert->insert);
  tk_statement_free (upsert->update);
  g_free (upsert);
}

/* Parameters that a statement has not, it refuses; that is as it should be. */
static void
bind_values (const TkUpsert *upsert, TkStatement *statement, const TkValue *values, gint64 id)
{
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  for (guint i = 0; i < upsert->n_columns; i++) {
    if (values[i].kind == TK_VALUE_INTEGER)
      sqlite3_bind_int64 (statement, (int) i + 1, values[i].integer);
    else if (values[i].kind == TK_VALUE_REAL)
      sqlite3_bind_double (statement, (int) i + 1, values[i].real);
    else if (values[i].kind == TK_VALUE_TEXT)
      sqlite3_bind_text (statement, (int) i + 1, values[i].text, -1, SQLITE_TRANSIENT);
  }
  sqlite3_bind_int64 (statement, (int) upsert->n_columns + 1, id);
}

gboolean
tk_upsert_find (TkUpsert *upsert, const TkValue *values, gint64 *ret_id, GError **error)
{
  bind_values (upsert, upsert->find, values, 0);
  int result = sqlite3_step (upsert->find);
  *ret_id = result == SQLITE_ROW ? sqlite3_column_int64 (upsert->find, 0) : 0;
  if (result != SQLITE_ROW && result != SQLITE_DONE) {
    tk_connection_fail (upsert->connection, upsert->path, TK_ERROR_DATA, error);
    return FALSE;
  }
  sqlite3_reset (upsert->find);
  return TRUE;
}

TkUpsertResult
tk_upsert_write (TkUpsert *upsert, gint64 id, gboolean old, const TkValue *values, GError **error)
{
  TkStatement *statement = old ? upsert->update : upsert->insert;

  bind_values (upsert, statement, values, id);
  int result = sqlite3_step (statement);
  if (result == SQLITE_DONE) {
    sqlite3_reset (statement);
    return sqlite3_changes (upsert->connection) > 0 ? TK_UPSERT_DONE : TK_UPSERT_EQUAL;
  }
  if ((result & 0xff) == SQLITE_CONSTRAINT)
    return TK_UPSERT_REFUSED;
  tk_connection_fail (upsert->connection, upsert->path, TK_ERROR_DATA, error);
  return TK_UPSERT_FAILED;
}
