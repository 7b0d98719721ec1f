/* Comes in: paths of folders. Goes out: the same tree of hard links, no tree, a synced folder. Must not know
 * what a paper or a bag is. */
#include "tree.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"

void
tk_tree_set_error (GError **error, const char *path, int code)
{
  const char *hint = "";

  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    hint = _ ("; free some space and try again, nothing was changed");
  else if (code == EACCES || code == EROFS || code == EPERM)
    hint = _ ("; ask who owns the store for the right to write there, nothing was changed");
  else if (code == ENOENT || code == ENOTDIR || code == EISDIR)
    hint = _ ("; look whether its folder is there, and nothing else has its name");
  else if (code == EIO)
    hint = _ ("; the disk has a fault, copy the store to another one");
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: cannot be written: %s%s"), path, g_strerror (code),
               hint);
}

void
tk_tree_set_changed (GError **error, const char *path)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: was changed while it was read; try again when nothing is being filed"), path);
}

static gboolean
fail (GError **error, const char *path)
{
  tk_tree_set_error (error, path, errno);
  return FALSE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
tk_tree_list_new (const char *path)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) folder = tk_tree_is_folder (path) ? g_dir_open (path, 0, NULL) : NULL;
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

gboolean
tk_tree_is_folder (const char *path)
{
  struct stat there;

  return lstat (path, &there) == 0 && S_ISDIR (there.st_mode);
}

int
tk_tree_hold (const char *path)
{
  return open (path, O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

gboolean
tk_tree_is_held (int held, const char *path)
{
  struct stat mine, there;

  return held >= 0 && fstat (held, &mine) == 0 && lstat (path, &there) == 0 && mine.st_ino == there.st_ino
         && mine.st_dev == there.st_dev;
}

gboolean
tk_tree_sync_folder (const char *path, GError **error)
{
  const int fd = open (path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  gboolean done = fd >= 0 && (fsync (fd) == 0 || errno == EINVAL || errno == EROFS);

  if (!done)
    fail (error, path);
  if (fd >= 0)
    close (fd);
  return done;
}

static gboolean
copy_bytes (int from, int to)
{
  char bytes[1 << 16];
  ssize_t n;

  while ((n = read (from, bytes, sizeof bytes)) > 0)
    for (ssize_t done = 0, written; done < n; done += written)
      if ((written = write (to, bytes + done, (gsize) (n - done))) < 0)
        return FALSE;
  return n == 0 && fsync (to) == 0;
}

static gboolean
copy_file (const char *from, const char *to)
{
  const int in = open (from, O_RDONLY | O_NOFOLLOW | O_CLOEXEC);
  const int out = in >= 0 ? open (to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644) : -1;
  const gboolean done = out >= 0 && copy_bytes (in, out);
  const int code = errno;

  if (out >= 0)
    close (out);
  if (in >= 0)
    close (in);
  errno = code;
  return done;
}

/* FAT has no hard links, ext4 has 65,000 of one file. */
static gboolean
link_file (const char *from, const char *to, GError **error)
{
  if (linkat (AT_FDCWD, from, AT_FDCWD, to, 0) == 0)
    return TRUE;
  if ((errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK) && copy_file (from, to))
    return TRUE;
  return fail (error, to);
}

static gboolean
link_folder (const char *from, const char *to, GError **error)
{
  g_auto (GStrv) names = tk_tree_list_new (from);

  if (mkdir (to, 0755) != 0)
    return fail (error, to);
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *old = g_build_filename (from, *name, NULL);
    g_autofree char *new = g_build_filename (to, *name, NULL);
    if (!tk_tree_link_any (old, new, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
tk_tree_link_any (const char *from, const char *to, GError **error)
{
  struct stat there;

  if (lstat (from, &there) != 0)
    return fail (error, from);
  if (S_ISDIR (there.st_mode))
    return link_folder (from, to, error);
  if (S_ISREG (there.st_mode))
    return link_file (from, to, error);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: neither a file nor a folder: it has no place in a store; move it away"), from);
  return FALSE;
}

gboolean
tk_tree_remove (const char *path, GError **error)
{
  if (unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  if (!tk_tree_is_folder (path))
    return fail (error, path);
  g_auto (GStrv) names = tk_tree_list_new (path);
  for (char **name = names; *name != NULL; name++) {
    g_autofree char *inner = g_build_filename (path, *name, NULL);
    if (!tk_tree_remove (inner, error))
      return FALSE;
  }
  return rmdir (path) == 0 || fail (error, path);
}
