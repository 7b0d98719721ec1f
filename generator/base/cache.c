/* Comes in: bytes under a key. Goes out: the same bytes in a later run, or nothing. Must not know what they
 * are. An entry is a file: eight bytes that name the form, the SHA-256 of key and bytes, the bytes. */
#include "cache.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest.h"

static const char magic[8] = {'t', 'o', 'n', 'g', 'k', 'e', 't', '1'};

enum {
  HEAD = sizeof magic + TK_DIGEST,
  NAME = 2 * TK_DIGEST, /* hexadecimals */
  BLOCK = 4096,         /* what a small file takes */
};

struct _TkCache {
  char *folder; /* NULL: there is none */
  guint64 most;
  GMutex mutex;
  guint64 kept;  /* bytes, since the folder was last counted */
  gboolean full; /* writing failed once: not tried again */
};

typedef struct {
  char *path;
  guint64 size;
  gint64 used;
} Entry;

/* A folder that others may write into could hold anything. */
static gboolean
is_ours (const struct stat *there)
{
  return there->st_uid == geteuid () && (there->st_mode & (S_IWGRP | S_IWOTH)) == 0;
}

static gboolean
is_folder_ours (const char *folder)
{
  struct stat there;

  return g_mkdir_with_parents (folder, 0700) == 0 && stat (folder, &there) == 0 && S_ISDIR (there.st_mode)
         && is_ours (&there);
}

TkCache *
tk_cache_new (const char *folder, guint64 most)
{
  TkCache *cache = g_new0 (TkCache, 1);

  cache->most = most;
  g_mutex_init (&cache->mutex);
  if (folder != NULL && *folder != '\0' && is_folder_ours (folder))
    cache->folder = g_strdup (folder);
  return cache;
}

/* Names of our making: nothing else in the folder is touched. Those with a tail were being written. */
static gboolean
is_entry (const char *name)
{
  gsize n = 0;

  while (g_ascii_isxdigit (name[n]) && n < NAME)
    n++;
  return n == NAME && (name[n] == '\0' || name[n] == '.');
}

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->path);
}

static int
compare_use (gconstpointer a, gconstpointer b)
{
  const Entry *one = a, *other = b;

  if (one->used != other->used)
    return one->used < other->used ? -1 : 1;
  return strcmp (one->path, other->path);
}

static GArray *
list_entries_new (const char *folder, guint64 *ret_total)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  const char *name;

  g_array_set_clear_func (entries, entry_clear);
  *ret_total = 0;
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    struct stat there;
    if (!is_entry (name) || lstat (path, &there) != 0 || S_ISDIR (there.st_mode))
      continue;
    const guint64 size = ((guint64) there.st_size + BLOCK - 1) / BLOCK * BLOCK;
    const Entry entry = {g_steal_pointer (&path), size,
                         there.st_mtim.tv_sec * G_GINT64_CONSTANT (1000000000) + there.st_mtim.tv_nsec};
    g_array_append_val (entries, entry);
    *ret_total += size;
  }
  return entries;
}

/* With the lock. A bit below the bound, so that not each run has to do it. */
static void
bound (TkCache *cache)
{
  guint64 total;
  g_autoptr (GArray) entries = list_entries_new (cache->folder, &total);

  cache->kept = 0;
  if (total <= cache->most)
    return;
  g_array_sort (entries, compare_use);
  for (guint i = 0; i < entries->len && total > cache->most - cache->most / 8; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);
    g_unlink (entry->path);
    total -= entry->size;
  }
}

void
tk_cache_free (TkCache *cache)
{
  if (cache == NULL)
    return;
  if (cache->kept > 0)
    bound (cache);
  g_mutex_clear (&cache->mutex);
  g_free (cache->folder);
  g_free (cache);
}

static char *
name_entry (const TkCache *cache, const char *key)
{
  g_autofree char *name = tk_digest_new (key, strlen (key));

  return g_build_filename (cache->folder, name, NULL);
}

static void
digest (const char *key, const guint8 *bytes, gsize size, guint8 to[TK_DIGEST])
{
  const TkDigestPart parts[] = {{key, strlen (key) + 1}, {bytes, size}};

  tk_digest (parts, G_N_ELEMENTS (parts), to);
}

static gboolean
read_all (int fd, guint8 *to, gsize size)
{
  while (size > 0) {
    const ssize_t n = read (fd, to, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    to += n;
    size -= (gsize) n;
  }
  return TRUE;
}

/* The time of the last change is that of the last use, to the hour. */
static void
touch (int fd, const struct stat *there)
{
  enum { HOUR = 3600 };
  const struct timespec times[] = {{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_NOW}};

  if (there->st_mtim.tv_sec + HOUR < g_get_real_time () / G_USEC_PER_SEC)
    futimens (fd, times);
}

static GBytes *
read_entry (const TkCache *cache, int fd, const char *key)
{
  struct stat there;
  guint8 sum[TK_DIGEST];

  if (fstat (fd, &there) != 0 || !S_ISREG (there.st_mode) || !is_ours (&there) || there.st_size < HEAD
      || (guint64) there.st_size > cache->most)
    return NULL;
  const gsize size = (gsize) there.st_size;
  g_autofree guint8 *bytes = g_try_malloc (size);
  if (bytes == NULL || !read_all (fd, bytes, size) || memcmp (bytes, magic, sizeof magic) != 0)
    return NULL;
  digest (key, bytes + HEAD, size - HEAD, sum);
  if (memcmp (bytes + sizeof magic, sum, sizeof sum) != 0)
    return NULL;
  touch (fd, &there);
  g_autoptr (GBytes) all = g_bytes_new_take (g_steal_pointer (&bytes), size);
  return g_bytes_new_from_bytes (all, HEAD, size - HEAD);
}

GBytes *
tk_cache_read (TkCache *cache, const char *key)
{
  if (cache->folder == NULL)
    return NULL;
  g_autofree char *path = name_entry (cache, key);
  const int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (fd < 0 && errno != ELOOP)
    return NULL;
  GBytes *bytes = fd < 0 ? NULL : read_entry (cache, fd, key);
  if (fd >= 0)
    close (fd);
  if (bytes == NULL)
    g_unlink (path); /* or a link, that is not followed */
  return bytes;
}

/* GLib's own function for this syncs the file and its folder, which takes longer than to write them. */
static gboolean
write_entry (const char *path, const char *entry, gsize size)
{
  g_autofree char *beside = g_strconcat (path, ".XXXXXX", NULL);
  const int fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  gsize done = 0;

  if (fd < 0)
    return FALSE;
  while (done < size) {
    const gssize n = write (fd, entry + done, size - done);
    if (n == 0 || (n < 0 && errno != EINTR))
      break;
    done += n > 0 ? (gsize) n : 0;
  }
  if (close (fd) == 0 && done == size && g_rename (beside, path) == 0)
    return TRUE;
  g_unlink (beside);
  return FALSE;
}

void
tk_cache_keep (TkCache *cache, const char *key, GBytes *bytes)
{
  enum { PARTS = 8 }; /* of the bound, that may come in before it is heeded */
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  if (cache->folder == NULL || size + HEAD > cache->most / PARTS)
    return;
  g_mutex_lock (&cache->mutex);
  const gboolean full = cache->full;
  g_mutex_unlock (&cache->mutex);
  if (full)
    return;
  g_autofree char *path = name_entry (cache, key);
  g_autofree char *entry = g_malloc (size + HEAD);
  memcpy (entry, magic, sizeof magic);
  digest (key, data, size, (guint8 *) entry + sizeof magic);
  if (size > 0)
    memcpy (entry + HEAD, data, size);
  const gboolean kept = write_entry (path, entry, size + HEAD);
  g_mutex_lock (&cache->mutex);
  cache->full = cache->full || !kept;
  cache->kept += size + BLOCK;
  if (cache->kept > cache->most / PARTS)
    bound (cache);
  g_mutex_unlock (&cache->mutex);
}
