/* Comes in: the path of a lock file. Goes out: the lock, or who has it. Must not know what is locked. */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "error.h"
#include "tree.h"

struct _TkLock {
  char *path;
  int fd;
};

/* The line of who made the file: "tongket 4711 on MACHINE, 2026-11-26 05:00:00Z". */
static char *
read_holder_new (int fd)
{
  char line[256];
  const ssize_t n = pread (fd, line, sizeof line - 1, 0);

  line[MAX (n, 0)] = '\0';
  line[strcspn (line, "\n")] = '\0';
  for (char *at = line; *at != '\0'; at++) /* anybody may have written it, and it is shown on a terminal */
    if (g_ascii_iscntrl (*at))
      *at = '?';
  return n > 0 && g_utf8_validate (line, -1, NULL) ? g_strdup (line) : NULL;
}

static gboolean
write_holder (int fd)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *since = g_date_time_format (now, "%Y-%m-%d %H:%M:%SZ");
  g_autofree char *line = g_strdup_printf ("tongket %d on %s, %s\n", (int) getpid (), g_get_host_name (),
                                           since);
  const gsize length = strlen (line);

  return ftruncate (fd, 0) == 0 && pwrite (fd, line, length, 0) == (ssize_t) length;
}

static gboolean
set_lock (int fd)
{
  const struct flock whole = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

  return fcntl (fd, F_SETLK, &whole) == 0;
}

/* Who had the lock before may have removed the file between opening and locking. */
static gboolean
is_still_there (int fd, const char *path)
{
  struct stat mine, there;

  return fstat (fd, &mine) == 0 && lstat (path, &there) == 0 && mine.st_ino == there.st_ino
         && mine.st_dev == there.st_dev;
}

static void
set_held (GError **error, const char *path, int fd)
{
  g_autofree char *holder = read_holder_new (fd);
  struct flock there = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
  const gboolean known = fcntl (fd, F_GETLK, &there) == 0 && there.l_type != F_UNLCK && there.l_pid > 0;

  if (holder != NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: another program writes to the store (%s); try again when it has ended"), path,
                 holder);
  else if (known)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: another program writes to the store (process %d); try again when it has ended"),
                 path, (int) there.l_pid);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: another program writes to the store; try again when it has ended"), path);
}

/* Where the file was removed in between: the next attempt has a new one. */
static gboolean
attempt (TkLock *lock, GError **error)
{
  lock->fd = open (lock->path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
  if (lock->fd < 0) {
    tk_tree_set_error (error, lock->path, errno);
    return FALSE;
  }
  if (!set_lock (lock->fd)) {
    if (errno == EAGAIN || errno == EACCES)
      set_held (error, lock->path, lock->fd);
    else
      tk_tree_set_error (error, lock->path, errno);
    close (lock->fd);
    lock->fd = -1;
    return FALSE;
  }
  return TRUE;
}

TkLock *
tk_lock_new (const char *path, char **ret_dead, GError **error)
{
  g_autoptr (TkLock) lock = g_new0 (TkLock, 1);

  lock->fd = -1;
  lock->path = g_strdup (path);
  while (attempt (lock, error)) {
    if (!is_still_there (lock->fd, path)) {
      close (lock->fd);
      lock->fd = -1;
      continue;
    }
    g_autofree char *dead = read_holder_new (lock->fd);
    if (!write_holder (lock->fd)) {
      tk_tree_set_error (error, path, errno);
      return NULL;
    }
    *ret_dead = g_steal_pointer (&dead);
    return g_steal_pointer (&lock);
  }
  return NULL;
}

void
tk_lock_leave (TkLock *lock)
{
  close (lock->fd);
  lock->fd = -1;
  tk_lock_free (lock);
}

void
tk_lock_free (TkLock *lock)
{
  if (lock == NULL)
    return;
  if (lock->fd >= 0) {
    unlink (lock->path); /* before the lock goes: it is ours only as long */
    close (lock->fd);
  }
  g_free (lock->path);
  g_free (lock);
}
