/* Comes in: an open database. Goes out: its tables, their columns and keys. */
#include "table.h"

#include <string.h>

#include "arena.h"
#include "connection.h"
#include "error.h"
#include "nearest.h"

/* The public noun first: a pointer to it is one to this. */
typedef struct {
  TkTables tables;
  TkArena *arena;
} Tables;

static TkColumnKind
find_kind (const char *type)
{
  if (g_str_equal (type, "INTEGER"))
    return TK_COLUMN_INTEGER;
  return g_str_equal (type, "REAL") ? TK_COLUMN_REAL : TK_COLUMN_TEXT;
}

static TkTableColumn *
find_column (const TkTable *table, const char *name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (g_str_equal (table->columns[i].name, name))
      return &table->columns[i];
  return NULL;
}

/* The texts of the first CHECK (@name IN ('A', 'B')) in @sql; NULL: none. */
static char **
read_allowed (TkArena *arena, const char *sql, const char *name)
{
  g_autofree char *begin = g_strdup_printf ("CHECK (%s IN ('", name);
  const char *at = strstr (sql, begin);
  const char *end = at != NULL ? strstr (at, "))") : NULL;

  if (end == NULL)
    return NULL;
  at += strlen (begin) - 1;
  g_autofree char *list = g_strndup (at, (gsize) (end - at));
  g_auto (GStrv) quoted = g_strsplit (list, ",", -1);
  const guint n = g_strv_length (quoted);
  char **allowed = tk_arena_array (arena, char *, n + 1);
  for (guint i = 0; i < n; i++) {
    char *word = g_strstrip (quoted[i]);
    allowed[i] = tk_arena_textn (arena, word + 1, strlen (word) - 2);
  }
  return allowed;
}

/* "CHECK (" @name @rule */
static gboolean
has_rule (const char *sql, const char *name, const char *rule)
{
  g_autofree char *check = g_strdup_printf ("CHECK (%s %s", name, rule);

  return strstr (sql, check) != NULL;
}

/* "-- [Title] words" within @length bytes of @sql; schema.sql says how it is written. */
static void
read_comment (TkArena *arena, const char *sql, gsize length, const char **ret_title, const char **ret_about)
{
  const char *open = g_strstr_len (sql, (gssize) length, "-- [");
  const char *end = open != NULL ? open + strcspn (open, "\n") : NULL;
  const char *close = open != NULL ? g_strstr_len (open, end - open, "] ") : NULL;

  if (close == NULL)
    return;
  *ret_title = tk_arena_textn (arena, open + 4, (gsize) (close - open) - 4);
  *ret_about = tk_arena_textn (arena, close + 2, (gsize) (end - close) - 2);
}

/* A column is declared in lines of its own, the first indented by two spaces, the others by more. */
static void
read_column_comment (TkArena *arena, const char *sql, TkTableColumn *column)
{
  g_autofree char *begin = g_strdup_printf ("\n  %s ", column->name);
  const char *at = strstr (sql, begin);
  const char *end;

  for (end = at; end != NULL && (end == at || g_str_has_prefix (end, "\n    ")); end = strchr (end + 1, '\n'))
    ;
  if (at != NULL)
    read_comment (arena, at, end != NULL ? (gsize) (end - at) : strlen (at), &column->title, &column->about);
}

static gboolean
read_columns (Tables *all, TkTable *table, const char *sql, TkConnection *connection, const char *path,
              GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (
      connection, path, "SELECT name, type, \"notnull\" FROM pragma_table_info (?, 'main') WHERE name <> 'id'",
      error);
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table->name, -1, SQLITE_STATIC);
  table->columns = tk_arena_array (all->arena, TkTableColumn, 64);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW && table->n_columns < 64) {
    TkTableColumn *column = &table->columns[table->n_columns++];
    column->name = tk_arena_text (all->arena, (const char *) sqlite3_column_text (statement, 0));
    column->kind = find_kind ((const char *) sqlite3_column_text (statement, 1));
    column->required = sqlite3_column_int (statement, 2) != 0;
    column->date = g_str_equal (column->name, "date") || g_str_has_prefix (column->name, "date_");
    column->file = g_str_equal (column->name, "file");
    column->day = column->date && has_rule (sql, column->name, "IS date (");
    column->flag = has_rule (sql, column->name, "IN (0, 1))");
    column->allowed = read_allowed (all->arena, sql, column->name);
    column->title = column->name;
    read_column_comment (all->arena, sql, column);
    column->prose = column->about != NULL && g_str_has_prefix (column->about, "CommonMark");
  }
  if (result != SQLITE_DONE)
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
  return result == SQLITE_DONE;
}

static gboolean
read_targets (Tables *all, TkTable *table, TkConnection *connection, const char *path, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (
      connection, path, "SELECT \"from\", \"table\" FROM pragma_foreign_key_list (?, 'main')", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table->name, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    TkTableColumn *column = find_column (table, (const char *) sqlite3_column_text (statement, 0));
    if (column != NULL)
      column->target = tk_arena_text (all->arena, (const char *) sqlite3_column_text (statement, 1));
  }
  return TRUE;
}

/* The key is the UNIQUE constraint that the table names first. */
static gboolean
read_key (TkTable *table, TkConnection *connection, const char *path, GError **error)
{
  static const char sql[] =
      "SELECT i.name FROM pragma_index_list (?1, 'main') AS l JOIN pragma_index_info (l.name, 'main') AS i"
      " WHERE l.origin = 'u' AND l.name = 'sqlite_autoindex_' || ?1 || '_1'";
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, sql, error);
  guint n = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, table->name, -1, SQLITE_STATIC);
  for (; sqlite3_step (statement) == SQLITE_ROW; n++) {
    TkTableColumn *column = find_column (table, (const char *) sqlite3_column_text (statement, 0));
    if (column == NULL)
      continue;
    column->key = TRUE;
    table->coded = g_str_equal (column->name, "code");
  }
  table->coded = table->coded && n == 1;
  return TRUE;
}

TkTables *
tk_tables_new (TkConnection *connection, const char *path, GError **error)
{
  static const char sql[] =
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' "
      "ORDER BY rowid";
  Tables *all = g_new0 (Tables, 1);
  g_autoptr (TkTables) tables = &all->tables;
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, sql, error);

  all->arena = tk_arena_new ();
  if (statement == NULL)
    return NULL;
  tables->tables = tk_arena_array (all->arena, TkTable, 128);
  while (sqlite3_step (statement) == SQLITE_ROW && tables->n_tables < 128) {
    TkTable *table = &tables->tables[tables->n_tables++];
    table->name = tk_arena_text (all->arena, (const char *) sqlite3_column_text (statement, 0));
    const char *text = (const char *) sqlite3_column_text (statement, 1);
    table->title = table->name;
    read_comment (all->arena, text, strcspn (text, "\n"), &table->title, &table->about);
    if (!read_columns (all, table, text, connection, path, error)
        || !read_targets (all, table, connection, path, error) || !read_key (table, connection, path, error))
      return NULL;
  }
  return g_steal_pointer (&tables);
}

void
tk_tables_free (TkTables *tables)
{
  Tables *all = (Tables *) tables;

  if (tables == NULL)
    return;
  tk_arena_free (all->arena);
  g_free (all);
}

const TkTable *
tk_tables_find (const TkTables *tables, const char *name)
{
  for (guint i = 0; i < tables->n_tables; i++)
    if (g_str_equal (tables->tables[i].name, name))
      return &tables->tables[i];
  return NULL;
}

char *
tk_tables_hint_new (const TkTables *tables, const char *name)
{
  g_autofree const char **names = g_new0 (const char *, 2 * tables->n_tables + 1);

  for (guint i = 0; i < tables->n_tables; i++) {
    names[2 * i] = tables->tables[i].title;
    names[2 * i + 1] = tables->tables[i].name;
  }
  return tk_nearest_hint_new (name, names);
}

const TkTableColumn *
tk_table_find_column (const TkTable *table, const char *name)
{
  return find_column (table, name);
}
