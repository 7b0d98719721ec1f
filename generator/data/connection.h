/* Opening database files, with a message for each thing that can be wrong. */
#pragma once

#include <sqlite3.h>

#include <glib.h>

typedef struct sqlite3 TkConnection;

void tk_connection_free (TkConnection *connection);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkConnection, tk_connection_free)

typedef sqlite3_stmt TkStatement;
void tk_statement_free (TkStatement *statement);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkStatement, tk_statement_free)

/* What holds for every file that may have come from somebody: nothing in it runs code or is trusted, no other
 * file is attached. @busy: milliseconds to wait for another program. */
void tk_connection_harden (TkConnection *connection, int busy);

/* Opens a file that is ours: there, whole, SQLite, of our application id and
 * schema version; SQL functions are registered. @write: also for changes.
 * TK_ERROR_DATA. */
TkConnection *tk_connection_open_new (const char *path, gboolean write, GError **error);

/* The same for writing to a file of this or an older schema version, which goes to @ret_version. */
TkConnection *tk_connection_open_old_new (const char *path, int *ret_version, GError **error);

/* An empty database with the present schema, in memory. */
TkConnection *tk_connection_empty_new (GError **error);

/* Sets @error for the last failure of @connection, beginning with @place:
 * TK_ERROR_DATA for a file that is locked, damaged or cannot be read, @code otherwise. */
void tk_connection_fail (TkConnection *connection, const char *place, int code, GError **error);

/* Runs statements without a result. */
gboolean tk_connection_run (TkConnection *connection, const char *path, const char *sql, GError **error);

/* NULL on failure. */
TkStatement *tk_connection_statement_new (TkConnection *connection, const char *path, const char *sql,
                                          GError **error);
