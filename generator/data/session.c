/* Comes in: a database file. Goes out: the file open for reading, and nothing
 * else: a layout is a file that someone sent, so nothing but SELECT is allowed,
 * and not for ever. What the program itself adds are temporary tables and views. */
#include "session.h"

#include <glib/gi18n.h>
#include <string.h>

#include "blank.h"
#include "error.h"

enum { LIMIT_MILLISECONDS = 10000 };

/* Virtual machine steps between two looks at the clock. */
enum { STEPS = 4000 };

static int
stop_late (void *data)
{
  TkDatabase *database = data;

  return database->deadline != 0 && g_get_monotonic_time () > database->deadline;
}

static const char *
name_action (int action)
{
  switch (action) {
  case SQLITE_ATTACH:
    return "ATTACH";
  case SQLITE_DETACH:
    return "DETACH";
  case SQLITE_PRAGMA:
    return "PRAGMA";
  case SQLITE_INSERT:
    return "INSERT";
  case SQLITE_UPDATE:
    return "UPDATE";
  case SQLITE_DELETE:
    return "DELETE";
  case SQLITE_TRANSACTION:
  case SQLITE_SAVEPOINT:
    return "BEGIN, COMMIT";
  case SQLITE_FUNCTION:
    return _ ("the function");
  default:
    return "CREATE, DROP, ALTER or pragma_…";
  }
}

/* Functions that reach out of the records, or answer differently each time:
 * the same records give the same paper. */
static gboolean
is_function_allowed (const char *name)
{
  static const char *const refused[] = {
      "load_extension", "fts3_tokenizer",    "random",         "randomblob",       "current_timestamp",
      "current_date",   "current_time",      "sqlite_version", "sqlite_source_id", "changes",
      "total_changes",  "last_insert_rowid", "edit",           "readfile",         "writefile"};

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    if (g_ascii_strcasecmp (name, refused[i]) == 0)
      return FALSE;
  return TRUE;
}

static int
authorize (void *data, int action, const char *first, const char *second, G_GNUC_UNUSED const char *schema,
           G_GNUC_UNUSED const char *trigger)
{
  TkDatabase *database = data;

  if (action == SQLITE_READ && database->read != NULL
      && !g_ptr_array_find_with_equal_func (database->read, first, g_str_equal, NULL))
    g_ptr_array_add (database->read, g_strdup (first));
  if (action == SQLITE_SELECT || action == SQLITE_READ || action == SQLITE_RECURSIVE)
    return SQLITE_OK;
  if (action == SQLITE_FUNCTION && is_function_allowed (second))
    return SQLITE_OK;
  if (first != NULL && g_str_has_prefix (first, "sqlite_") && action != SQLITE_FUNCTION
      && action != SQLITE_PRAGMA)
    action = SQLITE_CREATE_TABLE; /* the schema is changed, or a table as pragma_… is made by being named */
  const char *thing = action == SQLITE_FUNCTION ? second : action == SQLITE_PRAGMA ? first : NULL;
  g_free (database->refused);
  database->refused = thing != NULL ? g_strdup_printf ("%s %s", name_action (action), thing)
                                    : g_strdup (name_action (action));
  return SQLITE_DENY;
}

/* From here on SELECT alone is allowed. */
static void
guard (TkDatabase *database)
{
  sqlite3_set_authorizer (database->connection, authorize, database);
}

void
tk_session_bind (TkStatement *statement, int at, const TkValue *value)
{
  switch (value->kind) {
  case TK_VALUE_NULL:
    sqlite3_bind_null (statement, at);
    break;
  case TK_VALUE_INTEGER:
    sqlite3_bind_int64 (statement, at, value->integer);
    break;
  case TK_VALUE_REAL:
    sqlite3_bind_double (statement, at, value->real);
    break;
  case TK_VALUE_TEXT:
    sqlite3_bind_text (statement, at, value->text, -1, SQLITE_STATIC);
    break;
  }
}

TkDatabase *
tk_data_read (const char *path, GError **error)
{
  g_autoptr (TkDatabase) database = g_new0 (TkDatabase, 1);

  database->path = g_strdup (path);
  database->limit = LIMIT_MILLISECONDS;
  database->connection = tk_connection_open_new (path, FALSE, error);
  if (database->connection == NULL)
    return NULL;
  /* One transaction from here on: all queries see one state of the records.
   * json_each and json_tree make their tables when they are first named, which
   * the authorizer would not let them. */
  if (!tk_connection_run (
          database->connection, path,
          "BEGIN; SELECT count (*) FROM sqlite_schema; SELECT * FROM json_each ('[]'), json_tree ('[]')",
          error)
      || !tk_blank_hide (database->connection, path, error))
    return NULL;
  guard (database);
  sqlite3_progress_handler (database->connection, STEPS, stop_late, database);
  return g_steal_pointer (&database);
}

void
tk_data_free (TkDatabase *database)
{
  if (database == NULL)
    return;
  tk_tables_free (database->tables);
  tk_ledger_free (database->replay);
  tk_connection_free (database->connection);
  g_free (database->path);
  g_free (database->refused);
  g_free (database);
}

const char *
tk_data_path (const TkDatabase *database)
{
  return database->path;
}

void
tk_data_limit (TkDatabase *database, int milliseconds)
{
  database->limit = milliseconds;
}

/* Kept rows answer what they did, and nothing else. */
static gboolean
check_records (const TkDatabase *database, GError **error)
{
  if (database->replay == NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: are rows that were kept of a paper, not the records; open the database"),
               database->path);
  return FALSE;
}

const TkTables *
tk_data_tables (TkDatabase *database, GError **error)
{
  if (database->tables != NULL)
    return database->tables;
  if (!check_records (database, error))
    return NULL;
  sqlite3_set_authorizer (database->connection, NULL, NULL); /* it reads by pragma_… */
  database->tables = tk_tables_new (database->connection, database->path, error);
  guard (database);
  return database->tables;
}

/* Is it a name that needs no quotes? */
static gboolean
is_plain (const char *name)
{
  return *name != '\0' && strspn (name, "abcdefghijklmnopqrstuvwxyz_") == strlen (name);
}

/* "INSERT INTO temp.finding VALUES (?, ?)", and into @ret_create what makes the table. */
static char *
insertion_new (const char *name, const char *const *columns, char **ret_create)
{
  g_autofree char *list = g_strjoinv (", ", (char **) columns);
  g_autoptr (GString) insert = g_string_new (NULL);

  g_string_printf (insert, "INSERT INTO temp.%s VALUES (", name);
  for (guint i = 0; columns[i] != NULL; i++) {
    g_assert (is_plain (columns[i]));
    g_string_append (insert, i > 0 ? ", ?" : "?");
  }
  g_string_append_c (insert, ')');
  *ret_create = g_strdup_printf ("DROP TABLE IF EXISTS temp.%s; CREATE TEMP TABLE %s (%s)", name, name, list);
  return g_string_free (g_steal_pointer (&insert), FALSE);
}

static gboolean
fill (TkDatabase *database, const char *insert, guint n_columns, const TkValue *cells, guint n_rows,
      GError **error)
{
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (database->connection, database->path, insert, error);

  if (statement == NULL)
    return FALSE;
  for (guint row = 0; row < n_rows; row++) {
    for (guint i = 0; i < n_columns; i++)
      tk_session_bind (statement, (int) i + 1, &cells[(gsize) row * n_columns + i]);
    if (sqlite3_step (statement) != SQLITE_DONE) {
      tk_connection_fail (database->connection, database->path, TK_ERROR_OUTPUT, error);
      return FALSE;
    }
    sqlite3_reset (statement);
  }
  return TRUE;
}

gboolean
tk_data_give (TkDatabase *database, const char *name, const char *const *columns, const TkValue *cells,
              guint n_rows, GError **error)
{
  g_autofree char *create = NULL;

  g_assert (is_plain (name));
  if (!check_records (database, error))
    return FALSE;
  g_autofree char *insert = insertion_new (name, columns, &create);
  sqlite3_set_authorizer (database->connection, NULL, NULL);
  gboolean done = tk_connection_run (database->connection, database->path, create, error)
                  && fill (database, insert, g_strv_length ((char **) columns), cells, n_rows, error);
  guard (database);
  return done;
}

char *
tk_data_name_tables_new (TkDatabase *database, const char *sql)
{
  const TkTables *tables = database->connection != NULL ? tk_data_tables (database, NULL) : NULL;
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TkStatement) statement = NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  if (tables == NULL)
    return g_strdup ("");
  database->read = read;
  sqlite3_prepare_v2 (database->connection, sql, -1, &statement, NULL);
  database->read = NULL;
  for (guint i = 0; i < read->len; i++)
    if (tk_tables_find (tables, g_ptr_array_index (read, i)) != NULL) /* and no view */
      g_string_append_printf (names, names->len > 0 ? ", %s" : "%s", (char *) g_ptr_array_index (read, i));
  return g_string_free (g_steal_pointer (&names), FALSE);
}
