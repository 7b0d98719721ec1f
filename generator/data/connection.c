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
#include "shape.h"

/* How long another program's writing is waited for. */
enum { BUSY_MILLISECONDS = 2000 };

/* Files up to this size are checked whole when they are opened: 4 ms a megabyte. */
enum { CHECKED_BYTES = 8 * 1024 * 1024 };

/* What a database file begins with. */
enum { HEAD_BYTES = 100 };

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
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        result == SQLITE_READONLY_ROLLBACK
            ? _ (
                "%s: an import was broken off and has to be undone; allow writing to the file and its folder")
            : _ ("%s: cannot be written to; allow writing to the file and its folder"),
        place);
    break;
  case SQLITE_FULL:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: the disk is full; make room on it"), place);
    break;
  case SQLITE_IOERR:
  case SQLITE_CANTOPEN:
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: cannot be read or written (%s); look after the disk and the rights of the file and "
                    "its folder"),
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
 * and take an empty one for a database. @head: 100 bytes. */
static gboolean
read_head (const char *path, guchar *head, gint64 *ret_size, GError **error)
{
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
  gssize n = known && S_ISREG (facts.st_mode) ? pread (file, head, HEAD_BYTES, 0) : 0;
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
  if (n < HEAD_BYTES) {
    fail_damaged (path, _ ("it is cut short"), error);
    return FALSE;
  }
  *ret_size = facts.st_size;
  return TRUE;
}

/* SQLite does not miss pages that were cut off, either. */
static gboolean
check_size (const char *path, gint64 *ret_size, GError **error)
{
  guchar head[HEAD_BYTES];

  if (!read_head (path, head, ret_size, error))
    return FALSE;
  gint64 page = head[16] << 8 | head[17];
  gint64 pages = (gint64) head[28] << 24 | head[29] << 16 | head[30] << 8 | head[31];
  if (memcmp (head + 24, head + 92, 4) != 0 || pages * (page == 1 ? 65536 : page) <= *ret_size)
    return TRUE;
  fail_damaged (path, _ ("it is cut short"), error);
  return FALSE;
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

/* What a program that was killed had begun to write is undone before anybody reads, and only who may write
 * can do that: FALSE, with the state of @connection, where we may not. */
static gboolean
undo_broken_off (TkConnection *connection, const char *path)
{
  static const char first[] = "SELECT count (*) FROM sqlite_schema"; /* the first that is read undoes it */
  g_autoptr (TkConnection) writer = NULL;

  if (sqlite3_exec (connection, first, NULL, NULL, NULL) == SQLITE_OK
      || sqlite3_extended_errcode (connection) != SQLITE_READONLY_ROLLBACK)
    return TRUE;
  if (sqlite3_open_v2 (path, &writer, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
    return FALSE;
  tk_connection_harden (writer, BUSY_MILLISECONDS);
  return sqlite3_exec (writer, first, NULL, NULL, NULL) == SQLITE_OK;
}

static TkConnection *
open_new (const char *path, gboolean write, gboolean old, int *ret_version, GError **error)
{
  g_autoptr (TkConnection) connection = NULL;
  guchar head[HEAD_BYTES];
  gint64 size = 0;

  if (!read_head (path, head, &size, error))
    return NULL;
  int flags = (write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2 (path, &connection, flags, NULL) != SQLITE_OK || !configure (connection, path)
      || !undo_broken_off (connection, path)) {
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
    return NULL;
  }
  if (!check_size (path, &size, error) || !check_version (connection, path, old, ret_version, error))
    return NULL;
  if (size <= CHECKED_BYTES && !check_pages (connection, path, error))
    return NULL;
  if (*ret_version == TK_SCHEMA_VERSION && !tk_shape_check (connection, path, error))
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
