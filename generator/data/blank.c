/* Comes in: an open database. Goes out: the same, with NULL for what says nothing. tongket leaves no empty
 * text behind, but others may write to the file, and no query of a layout should have to think of it. Where
 * there is none, a single query finds so. */
#include "blank.h"

#include <string.h>

#include "error.h"
#include "schema.h"

/* A column that may hold what says nothing; all borrowed from the schema. */
typedef struct {
  const char *table, *column;
  int table_length, column_length;
  const char *blank; /* that, as SQL */
} Column;

static gboolean
is_name (const char *name, gsize length, const char *is)
{
  return length == strlen (is) && memcmp (name, is, length) == 0;
}

/* What the column @name of the schema, declared by @rest of its line, holds where it says nothing; NULL: it
 * always says something. Codes are keys, notes are never printed, CHECK allows no empty text. */
static const char *
find_blank (const char *name, gsize length, const char *rest)
{
  const char *end = strchr (rest, '\n');
  const char *comment = g_strstr_len (rest, end - rest, "--");
  const gsize declared = (gsize) ((comment != NULL ? comment : end) - rest);

  if (is_name (name, length, "count_min") || is_name (name, length, "count_max")
      || is_name (name, length, "org_count"))
    return "0";
  if (!g_str_has_prefix (rest, "TEXT") || is_name (name, length, "code") || is_name (name, length, "note")
      || g_strstr_len (rest, (gssize) declared, "CHECK") != NULL)
    return NULL;
  return "''";
}

static GArray *
columns_new (void)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz_0123456789", create[] = "CREATE TABLE ";
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (Column));
  Column column = {0};

  for (const char *line = tk_schema; (line = strchr (line, '\n')) != NULL;) {
    line++;
    if (g_str_has_prefix (line, create)) {
      column.table = line + strlen (create);
      column.table_length = (int) strspn (column.table, letters);
    }
    const gsize length = g_str_has_prefix (line, "  ") ? strspn (line + 2, letters) : 0;
    /* figures may be a million, and their texts are none of the sentences */
    if (length == 0 || line[2 + length] != ' '
        || is_name (column.table, (gsize) column.table_length, "indicator_value"))
      continue;
    column.column = line + 2;
    column.column_length = (int) length;
    column.blank = find_blank (column.column, length, column.column + length + 1);
    if (column.blank != NULL)
      g_array_append_val (columns, column);
  }
  return g_steal_pointer (&columns);
}

/* Whether a row of @sql is there; FALSE with @error where it cannot be asked. */
static gboolean
ask (TkConnection *connection, const char *path, const char *sql, gboolean *ret_found, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, sql, error);
  const int result = statement != NULL ? sqlite3_step (statement) : SQLITE_ERROR;

  *ret_found = result == SQLITE_ROW;
  if (statement != NULL && result != SQLITE_ROW && result != SQLITE_DONE)
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
  return result == SQLITE_ROW || result == SQLITE_DONE;
}

/* Is there anything of it? Table by table: each is read once. */
static char *
search_new (const GArray *columns)
{
  g_autoptr (GString) sql = g_string_new (NULL);
  const char *table = NULL;

  for (guint i = 0; i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);
    if (column->table != table)
      g_string_append_printf (sql, "%sSELECT 1 WHERE EXISTS (SELECT 1 FROM %.*s WHERE ",
                              table != NULL ? ") UNION ALL " : "", column->table_length, column->table);
    else
      g_string_append (sql, " OR ");
    g_string_append_printf (sql, "%.*s = %s", column->column_length, column->column, column->blank);
    table = column->table;
  }
  g_string_append_c (sql, ')');
  return g_string_free (g_steal_pointer (&sql), FALSE);
}

/* Which of @columns, or NULL, is @name of the table @table, and says nothing in one of its rows? */
static gboolean
find_column (TkConnection *connection, const char *path, const GArray *columns, const Column *table,
             const char *name, const Column **ret_column, GError **error)
{
  *ret_column = NULL;
  for (guint i = 0; i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);
    gboolean found;
    if (column->table != table->table || !is_name (column->column, (gsize) column->column_length, name))
      continue;
    g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM main.%.*s WHERE %s = %s", column->table_length,
                                            column->table, name, column->blank);
    if (!ask (connection, path, sql, &found, error))
      return FALSE;
    *ret_column = found ? column : NULL;
  }
  return TRUE;
}

/* The view that stands for @table: only columns that say nothing somewhere are changed, since of all others
 * it stays known where a value was read. */
static gboolean
hide (TkConnection *connection, const char *path, const GArray *columns, const Column *table, GError **error)
{
  g_autofree char *names = g_strdup_printf ("SELECT name FROM pragma_table_info ('%.*s', 'main')",
                                            table->table_length, table->table);
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, names, error);
  g_autoptr (GString) sql = g_string_new (NULL);
  gboolean any = FALSE;

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    const char *name = (const char *) sqlite3_column_text (statement, 0);
    const Column *column;
    if (!find_column (connection, path, columns, table, name, &column, error))
      return FALSE;
    g_string_append (sql, sql->len > 0 ? ", " : "");
    if (column != NULL)
      g_string_append_printf (sql, "nullif (\"%s\", %s) AS ", name, column->blank);
    g_string_append_printf (sql, "\"%s\"", name);
    any |= column != NULL;
  }
  if (statement == NULL || !any)
    return statement != NULL;
  g_autofree char *create = g_strdup_printf ("CREATE TEMP VIEW %.*s AS SELECT %s FROM main.%.*s",
                                             table->table_length, table->table, sql->str, table->table_length,
                                             table->table);
  return tk_connection_run (connection, path, create, error);
}

gboolean
tk_blank_hide (TkConnection *connection, const char *path, GError **error)
{
  g_autoptr (GArray) columns = columns_new ();
  g_autofree char *search = search_new (columns);
  const char *last = NULL;
  gboolean found;

  if (!ask (connection, path, search, &found, error))
    return FALSE;
  for (guint i = 0; found && i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);
    if (column->table != last && !hide (connection, path, columns, column, error))
      return FALSE;
    last = column->table;
  }
  return TRUE;
}
