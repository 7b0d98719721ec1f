/* Comes in: papers, one after another, and their texts. Goes out: a file in which their words are found. Does
 * not know where papers lie, nor what is asked. */
#include "catalogue_index.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "error.h"

/* How long another program's indexing is waited for. */
enum { BUSY_MILLISECONDS = 60000 };

/* The form of the file: a greater number with every change of the tables, of the tokenizer, of the keys. */
#define FORM "1"
#define APPLICATION_ID "1416315764" /* TkCt */

/* The index has no content of its own (FTS5, 4.4.1), which FTS5 of SQLite 3.40 cannot delete from: the words
 * of a version that is gone stay in it, found by no one, until they are too many. */
static const char schema[] =
    "CREATE TABLE year (year INTEGER PRIMARY KEY, stamp TEXT NOT NULL);"
    "CREATE TABLE paper (row INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, stamp TEXT NOT NULL,"
    " year INTEGER NOT NULL, day INTEGER NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,"
    " last INTEGER NOT NULL, own INTEGER NOT NULL, title TEXT NOT NULL, kind TEXT NOT NULL,"
    " number TEXT NOT NULL, publisher TEXT NOT NULL, date TEXT NOT NULL);"
    "CREATE INDEX paper_year ON paper (year);"
    "CREATE INDEX paper_version ON paper (id, version);"
    "CREATE VIRTUAL TABLE word USING fts5 (title, number, kind, person, organisation, place, date, text,"
    " content = '', prefix = '2 3', tokenize = 'tongket');"
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

static gboolean
run (TkCatalogue *catalogue, const char *sql, GError **error)
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

/* Nothing in the file may run code or be trusted. */
static void
configure (TkCatalogue *catalogue)
{
  TkConnection *connection = catalogue->connection;

  sqlite3_extended_result_codes (connection, 1);
  sqlite3_busy_timeout (connection, BUSY_MILLISECONDS);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_SQL_LENGTH, 256 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_EXPR_DEPTH, 100);
  sqlite3_limit (connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (connection, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit (connection, SQLITE_LIMIT_WORKER_THREADS, 0);
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

  return ours != NULL && run (ours, schema, error) ? describe_new (ours, error) : NULL;
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
    if (!run (catalogue, "BEGIN IMMEDIATE", error))
      return FALSE;
    g_free (there); /* another program may have been faster */
    there = describe_new (catalogue, error);
    const gboolean made = there != NULL
                          && (strcmp (there, "\n0\n0\n") != 0 || run (catalogue, schema, error));
    if (!made || !run (catalogue, "COMMIT", error)) {
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

static void
end_change (TkCatalogue *catalogue)
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
  end_change (catalogue);
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

/* The one number of @sql; -1 on failure. */
static gint64
read_number (TkCatalogue *catalogue, const char *sql, GError **error)
{
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (catalogue, sql, error);

  if (statement != NULL && sqlite3_step (statement) == SQLITE_ROW)
    return sqlite3_column_int64 (statement, 0);
  if (statement != NULL)
    tk_catalogue_fail (catalogue, error);
  return -1;
}

/* Half of what is indexed and more is gone. */
static gboolean
is_worn (gint64 n_indexed, gint64 n_papers)
{
  return n_indexed > 2 * n_papers + 100;
}

static gboolean
prepare_change (TkCatalogue *catalogue, GError **error)
{
  const struct {
    TkStatement **statement;
    const char *sql;
  } changes[] = {
      {&catalogue->keep, "SELECT row FROM paper WHERE path = ? AND stamp = ?"},
      {&catalogue->drop, "DELETE FROM paper WHERE path = ?"},
      {&catalogue->insert, "INSERT INTO paper VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"},
      {&catalogue->index, "INSERT INTO word (rowid, title, number, kind, person, organisation, place, date,"
                          " text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    *changes[i].statement = tk_catalogue_statement_new (catalogue, changes[i].sql, error);
    if (*changes[i].statement == NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
begin (TkCatalogue *catalogue, gboolean anew, GError **error)
{
  const gint64 n_indexed = read_number (catalogue, "SELECT ifnull (max (rowid), 0) FROM word", error);
  const gint64 n_papers = n_indexed < 0 ? -1 : read_number (catalogue, "SELECT count (*) FROM paper", error);

  if (n_papers < 0)
    return FALSE;
  anew = anew || is_worn (n_indexed, n_papers);
  catalogue->next_row = anew ? 1 : n_indexed + 1;
  catalogue->changed = anew;
  if (anew
      && !run (catalogue,
               "DELETE FROM year; DELETE FROM paper; INSERT INTO word (word) VALUES ('delete-all')", error))
    return FALSE;
  return prepare_change (catalogue, error);
}

gboolean
tk_catalogue_begin (TkCatalogue *catalogue, gboolean anew, GError **error)
{
  g_assert (catalogue->seen == NULL);
  /* the more of an index is in memory, the less often it is merged */
  if (!run (catalogue, "PRAGMA cache_size = -65536; BEGIN IMMEDIATE", error))
    return FALSE;
  catalogue->seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  if (begin (catalogue, anew, error))
    return TRUE;
  tk_catalogue_undo (catalogue);
  return FALSE;
}

static void
see (TkCatalogue *catalogue, gint64 row)
{
  g_hash_table_add (catalogue->seen, g_memdup2 (&row, sizeof row));
}

gboolean
tk_catalogue_keep (TkCatalogue *catalogue, const char *path, const char *stamp)
{
  TkStatement *keep = catalogue->keep;

  sqlite3_bind_text (keep, 1, path, -1, SQLITE_STATIC);
  sqlite3_bind_text (keep, 2, stamp, -1, SQLITE_STATIC);
  const gboolean kept = sqlite3_step (keep) == SQLITE_ROW;
  if (kept)
    see (catalogue, sqlite3_column_int64 (keep, 0));
  sqlite3_reset (keep);
  return kept;
}

static gboolean
step (TkCatalogue *catalogue, TkStatement *statement, GError **error)
{
  const gboolean done = sqlite3_step (statement) == SQLITE_DONE;

  if (!done)
    tk_catalogue_fail (catalogue, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return done;
}

static void
bind_text (TkStatement *statement, int at, const char *text)
{
  sqlite3_bind_text (statement, at, text != NULL ? text : "", -1, SQLITE_TRANSIENT);
}

/* 2022-08-19, also 2022-08 and 2022: 0 for what is no such date. */
static int
read_day (const char *date)
{
  int year = 0, month = 0, day = 0;

  if (date == NULL || sscanf (date, "%4d-%2d-%2d", &year, &month, &day) < 1 || year < 1 || month < 0
      || month > 12 || day < 0 || day > 31)
    return 0;
  return (year * 100 + month) * 100 + day;
}

/* In all ways in which a day is looked for. */
static void
bind_date (TkStatement *statement, int at, const char *date)
{
  const int day = read_day (date);
  g_autofree char *text = day % 100 == 0 ? NULL
                                         : g_strdup_printf ("%s; %d/%d/%d; ngày %d tháng %d năm %d", date,
                                                            day % 100, day / 100 % 100, day / 10000,
                                                            day % 100, day / 100 % 100, day / 10000);

  bind_text (statement, at, text != NULL ? text : date);
}

static void
bind_list (TkStatement *statement, int at, const char *first, const char *const *list)
{
  g_autofree char *rest = list != NULL ? g_strjoinv ("; ", (char **) list) : NULL;
  g_autofree char *text = g_strjoin ("; ", rest != NULL ? rest : "", first, NULL);

  bind_text (statement, at, text);
}

static void
bind_paper (TkStatement *insert, gint64 row, const TkCataloguePaper *paper)
{
  const int day = read_day (paper->date);

  sqlite3_bind_int64 (insert, 1, row);
  bind_text (insert, 2, paper->path);
  bind_text (insert, 3, paper->stamp);
  sqlite3_bind_int (insert, 4, paper->year);
  sqlite3_bind_int (insert, 5, day != 0 ? day : CLAMP (paper->year, 0, 9999) * 10000);
  bind_text (insert, 6, paper->id);
  sqlite3_bind_int64 (insert, 7, paper->version);
  sqlite3_bind_int (insert, 8, paper->own);
  bind_text (insert, 9, paper->title);
  bind_text (insert, 10, paper->kind);
  bind_text (insert, 11, paper->number);
  bind_text (insert, 12, paper->publisher);
  bind_text (insert, 13, paper->date);
}

static void
bind_words (TkStatement *index, gint64 row, const TkCataloguePaper *paper)
{
  sqlite3_bind_int64 (index, 1, row);
  bind_text (index, 2 + TK_COLUMN_TITLE, paper->title);
  bind_text (index, 2 + TK_COLUMN_NUMBER, paper->number);
  bind_text (index, 2 + TK_COLUMN_KIND, paper->kind);
  bind_list (index, 2 + TK_COLUMN_PERSON, NULL, paper->persons);
  bind_list (index, 2 + TK_COLUMN_ORGANISATION, paper->publisher, paper->organisations);
  bind_list (index, 2 + TK_COLUMN_PLACE, NULL, paper->places);
  bind_date (index, 2 + TK_COLUMN_DATE, paper->date);
  sqlite3_bind_text64 (index, 2 + TK_COLUMN_TEXT, paper->text != NULL ? paper->text : "", paper->n_text,
                       SQLITE_STATIC, SQLITE_UTF8);
}

gboolean
tk_catalogue_add (TkCatalogue *catalogue, const TkCataloguePaper *paper, GError **error)
{
  const gint64 row = catalogue->next_row;

  bind_text (catalogue->drop, 1, paper->path);
  if (!step (catalogue, catalogue->drop, error))
    return FALSE;
  bind_paper (catalogue->insert, row, paper);
  if (!step (catalogue, catalogue->insert, error))
    return FALSE;
  bind_words (catalogue->index, row, paper);
  if (!step (catalogue, catalogue->index, error))
    return FALSE;
  see (catalogue, row);
  catalogue->next_row++;
  catalogue->changed = TRUE;
  return TRUE;
}

static gboolean
drop_unseen (TkCatalogue *catalogue, int year, GError **error)
{
  g_autoptr (TkStatement)
      rows = tk_catalogue_statement_new (catalogue, "SELECT row FROM paper WHERE year = ?", error);
  g_autoptr (TkStatement)
      drop = rows == NULL ? NULL
                          : tk_catalogue_statement_new (catalogue, "DELETE FROM paper WHERE row = ?", error);
  g_autoptr (GArray) unseen = g_array_new (FALSE, FALSE, sizeof (gint64));

  if (drop == NULL)
    return FALSE;
  sqlite3_bind_int (rows, 1, year);
  while (sqlite3_step (rows) == SQLITE_ROW) {
    const gint64 row = sqlite3_column_int64 (rows, 0);
    if (!g_hash_table_contains (catalogue->seen, &row))
      g_array_append_val (unseen, row);
  }
  for (guint i = 0; i < unseen->len; i++) {
    sqlite3_bind_int64 (drop, 1, g_array_index (unseen, gint64, i));
    if (!step (catalogue, drop, error))
      return FALSE;
    catalogue->changed = TRUE;
  }
  return TRUE;
}

gboolean
tk_catalogue_end (TkCatalogue *catalogue, int year, const char *stamp, GError **error)
{
  g_autoptr (TkStatement) statement = tk_catalogue_statement_new (
      catalogue,
      stamp != NULL ? "INSERT OR REPLACE INTO year (stamp, year) VALUES (?1, ?2)"
                    : "DELETE FROM year WHERE year = ?2 AND ?1 IS NULL",
      error);

  if (statement == NULL || !drop_unseen (catalogue, year, error))
    return FALSE;
  sqlite3_bind_text (statement, 1, stamp, -1, SQLITE_STATIC);
  sqlite3_bind_int (statement, 2, year);
  return step (catalogue, statement, error);
}

gboolean
tk_catalogue_commit (TkCatalogue *catalogue, GError **error)
{
  static const char mark_last[] =
      "UPDATE paper SET last = NOT last WHERE last = EXISTS"
      " (SELECT 1 FROM paper AS newer WHERE newer.id = paper.id AND newer.version > paper.version)";

  end_change (catalogue);
  if ((!catalogue->changed || run (catalogue, mark_last, error)) && run (catalogue, "COMMIT", error))
    return TRUE;
  tk_catalogue_undo (catalogue);
  return FALSE;
}

void
tk_catalogue_undo (TkCatalogue *catalogue)
{
  end_change (catalogue);
  sqlite3_exec (catalogue->connection, "ROLLBACK", NULL, NULL, NULL);
}
