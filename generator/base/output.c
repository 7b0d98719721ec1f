/* Comes in: bytes. Goes out: a file that is complete or absent. */
#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

struct _TkOutput {
  char *path;
  char *temporary;  /* NULL once renamed */
  gboolean unnamed; /* it is given the name @temporary when it is whole */
  int fd;
};

static void
set_error (GError **error, const TkOutput *output, int code)
{
  const char *hint = "";

  if (code == ENOSPC || code == EDQUOT)
    hint = _ ("; free some space and try again, nothing was changed");
  else if (code == ENOENT || code == ENOTDIR)
    hint = _ ("; make the folder first, or give another with -o");
  else if (code == EACCES || code == EROFS || code == EPERM)
    hint = _ ("; choose a folder that you may write to");
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be written: %s%s"), output->path,
               g_strerror (code), hint);
}

/* Opens a file in the folder of the path that has no name until it is whole: nothing is left of it, however
 * the program ends. FALSE: the file system has no such files, or /proc is not there to give one its name. */
static gboolean
open_without_name (TkOutput *output)
{
  g_autofree char *folder = g_path_get_dirname (output->path);

  if (access ("/proc/self/fd", X_OK) != 0)
    return FALSE;
  output->fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0666);
  if (output->fd < 0)
    return FALSE;
  output->temporary = g_strdup_printf ("%s.%08x", output->path, g_random_int ());
  output->unnamed = TRUE;
  return TRUE;
}

/* Gives the file without a name one, beside the path: rename() alone can put it in the place of another. */
static gboolean
give_name (TkOutput *output)
{
  g_autofree char *file = g_strdup_printf ("/proc/self/fd/%d", output->fd);

  if (linkat (AT_FDCWD, file, AT_FDCWD, output->temporary, AT_SYMLINK_FOLLOW) != 0)
    return FALSE;
  output->unnamed = FALSE;
  return TRUE;
}

/* Opens the temporary file beside the path, which @output owns already. */
static gboolean
open_beside (TkOutput *output, GError **error)
{
  output->temporary = g_strdup_printf ("%s.XXXXXX", output->path);
  output->fd = g_mkstemp_full (output->temporary, O_RDWR | O_CLOEXEC, 0666);
  if (output->fd >= 0)
    return TRUE;
  int code = errno;
  g_clear_pointer (&output->temporary, g_free);
  set_error (error, output, code);
  return FALSE;
}

TkOutput *
tk_output_replace_new (const char *path, GError **error)
{
  g_autoptr (TkOutput) output = g_new0 (TkOutput, 1);

  output->path = g_strdup (path);
  return open_beside (output, error) ? g_steal_pointer (&output) : NULL;
}

/* Records are not made anew, as a paper is. */
static gboolean
is_database (const char *path)
{
  static const char magic[] = "SQLite format 3"; /* with the zero behind it */
  char head[sizeof magic];
  const int fd = open (path, O_RDONLY | O_CLOEXEC);
  const gboolean is = fd >= 0 && read (fd, head, sizeof head) == sizeof head
                      && memcmp (head, magic, sizeof head) == 0;

  if (fd >= 0)
    close (fd);
  return is;
}

TkOutput *
tk_output_new (const char *path, GError **error)
{
  g_autoptr (TkOutput) output = g_new0 (TkOutput, 1);
  struct stat there;

  output->fd = -1;
  if (strcmp (path, "/dev/stdout") == 0) {
    /* what the caller redirected, at the place where it stands: not opened anew */
    output->path = g_strdup (path);
    output->fd = fcntl (STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    if (output->fd < 0) {
      set_error (error, output, errno);
      return NULL;
    }
    return g_steal_pointer (&output);
  }
  /* a symbolic link stays one: its target is what is written */
  output->path = realpath (path, NULL);
  if (output->path == NULL)
    output->path = g_strdup (path);
  if (stat (output->path, &there) == 0 && !S_ISREG (there.st_mode)) {
    /* a pipe, a terminal, /dev/stdout: nothing to rename; folders fail here */
    output->fd = open (output->path, O_WRONLY | O_CLOEXEC);
    if (output->fd < 0) {
      set_error (error, output, errno);
      return NULL;
    }
    return g_steal_pointer (&output);
  }
  if (is_database (output->path)) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: is a database, which is never overwritten; choose another name"), output->path);
    return NULL;
  }
  if (open_without_name (output) || open_beside (output, error))
    return g_steal_pointer (&output);
  return NULL;
}

/* Where the file system has no files without a name, it has one for a moment. */
static int
open_unnamed (const char *folder)
{
  const int fd = open (folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);

  if (fd >= 0 || errno == ENOENT || errno == EACCES)
    return fd;
  g_autofree char *path = g_build_filename (folder, "tongket-XXXXXX", NULL);
  const int named = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (named >= 0)
    unlink (path);
  return named;
}

TkOutput *
tk_output_unnamed_new (GError **error)
{
  g_autoptr (TkOutput) output = g_new0 (TkOutput, 1);

  output->path = g_strdup (g_get_tmp_dir ());
  output->fd = open_unnamed (output->path);
  if (output->fd >= 0)
    return g_steal_pointer (&output);
  set_error (error, output, errno);
  return NULL;
}

int
tk_output_descriptor (const TkOutput *output)
{
  return output->fd;
}

gboolean
tk_output_write (TkOutput *output, const void *bytes, gsize size, GError **error)
{
  const char *from = bytes;

  while (size > 0) {
    ssize_t written = write (output->fd, from, MIN (size, (gsize) 1 << 20));
    if (written < 0 && errno == EINTR)
      continue;
    if (written < 0) {
      set_error (error, output, errno);
      return FALSE;
    }
    from += written;
    size -= (gsize) written;
  }
  return TRUE;
}

static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd); /* some file systems cannot; the file itself is safe already */
  close (fd);
}

gboolean
tk_output_commit (TkOutput *output, GError **error)
{
  if (fsync (output->fd) != 0 && errno != EINVAL && errno != EROFS) {
    set_error (error, output, errno);
    return FALSE;
  }
  if (output->unnamed && !give_name (output)) {
    set_error (error, output, errno);
    return FALSE;
  }
  int fd = output->fd;
  output->fd = -1;
  if (close (fd) != 0 || (output->temporary != NULL && rename (output->temporary, output->path) != 0)) {
    set_error (error, output, errno);
    return FALSE;
  }
  if (output->temporary == NULL)
    return TRUE;
  g_clear_pointer (&output->temporary, g_free);
  sync_folder (output->path);
  return TRUE;
}

void
tk_output_free (TkOutput *output)
{
  if (output == NULL)
    return;
  if (output->fd >= 0)
    close (output->fd);
  if (output->temporary != NULL && !output->unnamed)
    unlink (output->temporary);
  g_free (output->temporary);
  free (output->path); /* realpath's or GLib's: the same allocator since GLib 2.46 */
  g_free (output);
}
