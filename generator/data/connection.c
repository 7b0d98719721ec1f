/* Comes in: a path. Goes out: an open SQLite connection, or a message that says
 * what is wrong with the file. Knows no table. */
#include "connection.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "database.h"
#include "error.h"
#include "functions.h"
#include "schema.h"

/* How long another program's writing is waited for. */
enum { BUSY_MILLISECONDS = 2000 };

/* Files up to this size are checked whole when they are opened: 4 ms a megabyte. */
enum { CHECKED_BYTES = 8 * 1024 * 1024 };

void
tk_connection_free (TkConnection *connection)
{
  if (connection != NULL)
    tk_functions_remove (connection);
  sqlite3_close_v2 (connection);
}

void
tk_statement_free (TkStatement *statement)
{
  sqlite3_finalize (statement);
}

static void
fail_damaged (const char *path, const char *reason, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: the database is damaged (%s); take it from a backup"),
               path, reason);
}

void
tk_connection_fail (TkConnection *connection, const char *place, int code, GError **error)
{
  const int result = sqlite3_extended_errcode (connection);
  const char *reason = sqlite3_errmsg (connection);

  switch (result & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: another program is writing to the database; try again when it has finished"), place);
    break;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
  case SQLITE_FORMAT:
    fail_damaged (place, reason, error);
    break;
  case SQLITE_READONLY:
  case SQLITE_PERM:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; allow writing to the file and its folder"),
                 place, reason);
    break;
  case SQLITE_FULL:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; make room on the disk"), place, reason);
    break;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; look after the disk and the rights of the file"),
                 place, reason);
    break;
  default:
    g_set_error (error, TK_ERROR, code, "%s: %s", place, reason);
    break;
  }
}

gboolean
tk_connection_run (TkConnection *connection, const char *path, const char *sql, GError **error)
{
  if (sqlite3_exec (connection, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  tk_connection_fail (connection, path, TK_ERROR_DATA, error);
  return FALSE;
}

TkStatement *
tk_connection_statement_new (TkConnection *connection, const char *path, const char *sql, GError **error)
{
  TkStatement *statement = NULL;

  if (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL) != SQLITE_OK)
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
  return statement;
}

/* What can be seen without SQLite, which would make a file that is not there,
 * take an empty one for a database, and not miss pages that were cut off. */
static gboolean
check_file (const char *path, gint64 *ret_size, GError **error)
{
  guchar head[100];
  struct stat facts;
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

  if (file < 0 && errno == ENOENT)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: there is no such file; “tongket new” makes a database"), path);
  else if (file < 0)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; look after the rights of the file"), path,
                 g_strerror (errno));
  if (file < 0)
    return FALSE;
  gboolean known = fstat (file, &facts) == 0;
  gssize n = known && S_ISREG (facts.st_mode) ? pread (file, head, sizeof head, 0) : 0;
  close (file);
  if (known && S_ISDIR (facts.st_mode)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is a folder; name the database file in it"), path);
    return FALSE;
  }
  if (n < 16 || memcmp (head, "SQLite format 3", 16) != 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is not a database; name a file made by “tongket new”"), path);
    return FALSE;
  }
  if (n < (gssize) sizeof head) {
    fail_damaged (path, _ ("it is cut short"), error);
    return FALSE;
  }
  gint64 page = head[16] << 8 | head[17];
  gint64 pages = (gint64) head[28] << 24 | head[29] << 16 | head[30] << 8 | head[31];
  *ret_size = facts.st_size;
  if (memcmp (head + 24, head + 92, 4) == 0 && pages * (page == 1 ? 65536 : page) > facts.st_size) {
    fail_damaged (path, _ ("it is cut short"), error);
    return FALSE;
  }
  return TRUE;
}

/* The number that @sql yields; FALSE on failure. */
static gboolean
read_number (TkConnection *connection, const char *path, const char *sql, gint64 *ret_number, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, path, sql, error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW) {
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
    return FALSE;
  }
  *ret_number = sqlite3_column_int64 (statement, 0);
  return TRUE;
}

/* @old: an older version is welcome, too. */
static gboolean
check_version (TkConnection *connection, const char *path, gboolean old, int *ret_version, GError **error)
{
  gint64 application, version;

  if (!read_number (connection, path, "PRAGMA application_id", &application, error)
      || !read_number (connection, path, "PRAGMA user_version", &version, error))
    return FALSE;
  *ret_version = (int) CLAMP (version, 0, G_MAXINT);
  if (application != TK_APPLICATION_ID) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is a database of another program; name a file made by “tongket new”"), path);
    return FALSE;
  }
  if (version > TK_SCHEMA_VERSION) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: has schema version %d, this program knows %d; install a newer tongket"), path,
                 (int) version, TK_SCHEMA_VERSION);
    return FALSE;
  }
  if (version < 1 || (version < TK_SCHEMA_VERSION && !old)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: has the old schema version %d, this program needs %d; run “tongket upgrade %s”"),
                 path, (int) version, TK_SCHEMA_VERSION, path);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_pages (TkConnection *connection, const char *path, GError **error)
{
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (connection, path, "PRAGMA quick_check (1)", error);

  if (statement == NULL)
    return FALSE;
  if (sqlite3_step (statement) != SQLITE_ROW) {
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
    return FALSE;
  }
  const char *answer = (const char *) sqlite3_column_text (statement, 0);
  if (g_strcmp0 (answer, "ok") == 0)
    return TRUE;
  const char *line = strrchr (answer != NULL ? answer : "", '\n');
  fail_damaged (path, line != NULL ? line + 1 : answer, error);
  return FALSE;
}

void
tk_connection_harden (TkConnection *connection, int busy)
{
  sqlite3_extended_result_codes (connection, 1);
  sqlite3_busy_timeout (connection, busy);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_SQL_LENGTH, 256 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (connection, SQLITE_LIMIT_WORKER_THREADS, 0);
}

static gboolean
configure (TkConnection *connection, const char *path)
{
  tk_connection_harden (connection, BUSY_MILLISECONDS);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_LENGTH, 16 * 1024 * 1024);
  sqlite3_limit (connection, SQLITE_LIMIT_EXPR_DEPTH, 200);
  sqlite3_limit (connection, SQLITE_LIMIT_COMPOUND_SELECT, 100);
  sqlite3_limit (connection, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
  return tk_functions_add (connection, path);
}

static TkConnection *
open_new (const char *path, gboolean write, gboolean old, int *ret_version, GError **error)
{
  g_autoptr (TkConnection) connection = NULL;
  gint64 size = 0;

  if (!check_file (path, &size, error))
    return NULL;
  int flags = (write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2 (path, &connection, flags, NULL) != SQLITE_OK || !configure (connection, path)) {
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
    return NULL;
  }
  if (!check_version (connection, path, old, ret_version, error))
    return NULL;
  if (size <= CHECKED_BYTES && !check_pages (connection, path, error))
    return NULL;
  return g_steal_pointer (&connection);
}

TkConnection *
tk_connection_open_new (const char *path, gboolean write, GError **error)
{
  int version;

  return open_new (path, write, FALSE, &version, error);
}

TkConnection *
tk_connection_open_old_new (const char *path, int *ret_version, GError **error)
{
  return open_new (path, TRUE, TRUE, ret_version, error);
}

TkConnection *
tk_connection_empty_new (GError **error)
{
  g_autoptr (TkConnection) connection = NULL;

  if (sqlite3_open_v2 (":memory:", &connection, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK
      || !configure (connection, NULL)) {
    tk_connection_fail (connection, ":memory:", TK_ERROR_DATA, error);
    return NULL;
  }
  return tk_connection_run (connection, ":memory:", tk_schema, error) ? g_steal_pointer (&connection) : NULL;
}
