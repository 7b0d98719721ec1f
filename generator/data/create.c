/* Comes in: a path where nothing is. Goes out: a database with the schema. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "connection.h"
#include "database.h"
#include "error.h"
#include "schema.h"

/* Makes the empty file, so that no other program's is taken. */
static gboolean
reserve (const char *path, GError **error)
{
  int file = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

  if (file >= 0) {
    close (file);
    return TRUE;
  }
  if (errno == EEXIST)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: is there already; choose another name, or remove it first"), path);
  else if (errno == ENOENT)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: its folder is not there; make it first"), path);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; choose a folder that you may write to"), path,
                 g_strerror (errno));
  return FALSE;
}

static gboolean
fill (const char *path, GError **error)
{
  g_autoptr (TkConnection) connection = NULL;

  if (sqlite3_open_v2 (path, &connection, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
    tk_connection_fail (connection, path, TK_ERROR_DATA, error);
    return FALSE;
  }
  return tk_connection_run (connection, path, "BEGIN IMMEDIATE", error)
         && tk_connection_run (connection, path, tk_schema, error)
         && tk_connection_run (connection, path, "COMMIT", error);
}

gboolean
tk_data_create (const char *path, GError **error)
{
  if (!reserve (path, error))
    return FALSE;
  if (fill (path, error))
    return TRUE;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_unlink (path);
  g_unlink (journal);
  return FALSE;
}
