/* Comes in: the path of a catalogue. Goes out: the catalogue open, which is ours in every table, or what is
 * wrong with the file. Does not know where papers lie, nor what is asked. */
#include "catalogue_index.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "error.h"

/* How long another program's indexing is waited for. */
enum { BUSY_MILLISECONDS = 60000 };

/* The form of the file: a greater number with every change of the tables, of the tokenizer, of the keys. */
#define FORM "2"
#define APPLICATION_ID "1416315764" /* TkCt */

/* The index has no content of its own (FTS5, 4.4.1), which FTS5 of SQLite 3.40 cannot delete from: the words
 * of a version that is gone stay in it, found by no one, until they are too many. Beginnings are indexed from
 * one letter on: else “t*” is put together from the places of all words that begin so, which takes seconds.
 */
static const char schema[] =
    "CREATE TABLE year (year INTEGER PRIMARY KEY, stamp TEXT NOT NULL);"
    "CREATE TABLE paper (row INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL,"
    " year INTEGER NOT NULL, day INTEGER NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,"
    " last INTEGER NOT NULL, own INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " number TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL);"
    "CREATE INDEX paper_year ON paper (year);"
    "CREATE INDEX paper_version ON paper (id, version);"
    "CREATE VIRTUAL TABLE word USING fts5 (title, number, kind, person, organisation, place, date, text,"
    " content = '', prefix = '1 2 3', tokenize = 'tongket');"
    /* so much of the index is gathered before it is written: 10,000 papers in a sixth less time than by 1 MiB
     */
    "INSERT INTO word (word, rank) VALUES ('hashsize', 33554432);"
    "PRAGMA application_id = " APPLICATION_ID "; PRAGMA user_version = " FORM;

static const char description[] =
    "SELECT group_concat (type || ' ' || name || ' ' || ifnull (sql, ''), char (10)) FROM"
    " (SELECT * FROM sqlite_schema ORDER BY type, name)"
    " UNION ALL SELECT application_id FROM pragma_application_id"
    " UNION ALL SELECT user_version FROM pragma_user_version";

void
tk_catalogue_fail (TkCatalogue *catalogue, GError **error)
{
  const char *reason = sqlite3_errmsg (catalogue->connection);

  switch (sqlite3_errcode (catalogue->connection) & 0xff) {
  case SQLITE_INTERRUPT:
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: the search takes too long; look for longer words"),
                 catalogue->place);
    break;
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: another program is writing to the catalogue; try again when it has finished"),
                 catalogue->place);
    break;
  case SQLITE_PERM:
  case SQLITE_READONLY:
  case SQLITE_CANTOPEN:
  case SQLITE_IOERR:
  case SQLITE_FULL:
  case SQLITE_NOMEM:
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: %s; look after the disk and the rights of the file"), catalogue->place, reason);
    break;
  default:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: the catalogue is broken (%s); delete it"),
                 catalogue->place, reason);
    break;
  }
}

gboolean
tk_catalogue_run (TkCatalogue *catalogue, const char *sql, GError **error)
{
  if (sqlite3_exec (catalogue->connection, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  tk_catalogue_fail (catalogue, error);
  return FALSE;
}

TkStatement *
tk_catalogue_statement_new (TkCatalogue *catalogue, const char *sql, GError **error)
{
  TkStatement *statement = NULL;

  if (sqlite3_prepare_v2 (catalogue->connection, sql, -1, &statement, NULL) != SQLITE_OK)
    tk_catalogue_fail (catalogue, error);
  return statement;
}

static int
stop_late (void *data)
{
  const TkCatalogue *catalogue = data;

  return catalogue->deadline != 0 && g_get_monotonic_time () > catalogue->deadline;
}

static void
configure (TkCatalogue *catalogue)
{
  TkConnection *connection = catalogue->connection;

  tk_connection_harden (connection, BUSY_MILLISECONDS);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_progress_handler (connection, 4000, stop_late, catalogue);
}

static TkCatalogue *
connect_new (const char *path, GError **error)
{
  g_autoptr (TkCatalogue) catalogue = g_new0 (TkCatalogue, 1);

  catalogue->place = g_strdup (path != NULL ? path : ":memory:");
  catalogue->tokenizer = tk_tokenizer_new ();
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2 (catalogue->place, &catalogue->connection, flags, NULL) != SQLITE_OK) {
    tk_catalogue_fail (catalogue, error);
    return NULL;
  }
  configure (catalogue);
  if (!tk_catalogue_teach (catalogue->connection, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}

/* The schema and the form, as one text. */
static char *
describe_new (TkCatalogue *catalogue, GError **error)
{
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (catalogue, description, error);
  g_autoptr (GString) text = g_string_new (NULL);
  int result = SQLITE_ERROR;

  while (statement != NULL && (result = sqlite3_step (statement)) == SQLITE_ROW) {
    const char *part = (const char *) sqlite3_column_text (statement, 0);
    g_string_append_printf (text, "%s\n", part != NULL ? part : "");
  }
  if (result == SQLITE_DONE)
    return g_string_free (g_steal_pointer (&text), FALSE);
  if (statement != NULL)
    tk_catalogue_fail (catalogue, error);
  return NULL;
}

static char *
describe_ours_new (GError **error)
{
  g_autoptr (TkCatalogue) ours = connect_new (NULL, error);

  return ours != NULL && tk_catalogue_run (ours, schema, error) ? describe_new (ours, error) : NULL;
}

/* Makes what is new, and believes nothing else than what it would have made. */
static gboolean
check_schema (TkCatalogue *catalogue, GError **error)
{
  g_autofree char *ours = describe_ours_new (error);
  g_autofree char *there = ours != NULL ? describe_new (catalogue, error) : NULL;

  if (there == NULL)
    return FALSE;
  if (strcmp (there, "\n0\n0\n") == 0) {
    if (!tk_catalogue_run (catalogue, "BEGIN IMMEDIATE", error))
      return FALSE;
    g_free (there); /* another program may have been faster */
    there = describe_new (catalogue, error);
    const gboolean made = there != NULL
                          && (strcmp (there, "\n0\n0\n") != 0 || tk_catalogue_run (catalogue, schema, error));
    if (!made || !tk_catalogue_run (catalogue, "COMMIT", error)) {
      sqlite3_exec (catalogue->connection, "ROLLBACK", NULL, NULL, NULL);
      return FALSE;
    }
    g_free (there);
    there = describe_new (catalogue, error);
  }
  if (there != NULL && strcmp (there, ours) != 0)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is no catalogue of this form; delete it"),
                 catalogue->place);
  return there != NULL && strcmp (there, ours) == 0;
}

TkCatalogue *
tk_catalogue_open_new (const char *path, GError **error)
{
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  if (folder != NULL)
    g_mkdir_with_parents (folder, 0700); /* where that fails, opening does */
  g_autoptr (TkCatalogue) catalogue = connect_new (path, error);
  if (catalogue == NULL || !check_schema (catalogue, error))
    return NULL;
  return g_steal_pointer (&catalogue);
}

void
tk_catalogue_settle (TkCatalogue *catalogue)
{
  g_clear_pointer (&catalogue->seen, g_hash_table_unref);
  g_clear_pointer (&catalogue->keep, tk_statement_free);
  g_clear_pointer (&catalogue->drop, tk_statement_free);
  g_clear_pointer (&catalogue->insert, tk_statement_free);
  g_clear_pointer (&catalogue->index, tk_statement_free);
}

void
tk_catalogue_free (TkCatalogue *catalogue)
{
  if (catalogue == NULL)
    return;
  tk_catalogue_settle (catalogue);
  sqlite3_close_v2 (catalogue->connection);
  tk_tokenizer_free (catalogue->tokenizer);
  g_free (catalogue->place);
  g_free (catalogue);
}

void
tk_catalogue_remove (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
}

char *
tk_catalogue_stamp_new (TkCatalogue *catalogue, int year)
{
  g_autoptr (TkStatement)
      statement = tk_catalogue_statement_new (catalogue, "SELECT stamp FROM year WHERE year = ?", NULL);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int (statement, 1, year);
  return sqlite3_step (statement) == SQLITE_ROW ? g_strdup ((const char *) sqlite3_column_text (statement, 0))
                                                : NULL;
}

GArray *
tk_catalogue_years_new (TkCatalogue *catalogue)
{
  g_autoptr (TkStatement)
      statement = tk_catalogue_statement_new (catalogue, "SELECT year FROM year ORDER BY year", NULL);
  GArray *years = g_array_new (FALSE, FALSE, sizeof (int));

  while (statement != NULL && sqlite3_step (statement) == SQLITE_ROW) {
    const int year = sqlite3_column_int (statement, 0);
    g_array_append_val (years, year);
  }
  return years;
}
