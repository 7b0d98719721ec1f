/* Comes in: paths. Goes out: checksums. nettle computes them: three times as fast as GChecksum with SHA-256,
 * twice with SHA-512 (it uses the processor's own instructions), and it knows the algorithms of foreign bags.
 */
#include "hash.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/nettle-meta.h>
#include <nettle/version.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What fits the cache of a processor, so that the second checksum finds the bytes there. */
enum { LARGEST_PART = 1 << 18, LARGEST_DIGEST = 64 };

/* nettle writes "sha3_256", a manifest "sha3256". */
static gboolean
is_named (const TkHash *hash, const char *name)
{
  const char *own = hash->name;

  for (; *own != '\0'; own++) {
    if (*own == '_')
      continue;
    if (*own != *name)
      return FALSE;
    name++;
  }
  return *name == '\0';
}

const TkHash *
tk_hash_find (const char *name)
{
  for (const struct nettle_hash *const *hash = nettle_get_hashes (); *hash != NULL; hash++) {
    if ((*hash)->digest_size <= LARGEST_DIGEST && is_named (*hash, name))
      return *hash;
  }
  return NULL;
}

guint
tk_hash_digits (const TkHash *hash)
{
  return hash->digest_size * 2;
}

static char *
finish_new (const TkHash *hash, void *state)
{
  static const char digits[] = "0123456789abcdef";
  guint8 digest[LARGEST_DIGEST];
  char *text = g_malloc (hash->digest_size * 2 + 1);

#if NETTLE_VERSION_MAJOR >= 4
  hash->digest (state, digest);
#else
  hash->digest (state, hash->digest_size, digest);
#endif
  for (guint i = 0; i < hash->digest_size; i++) {
    text[2 * i] = digits[digest[i] >> 4];
    text[2 * i + 1] = digits[digest[i] & 15];
  }
  text[2 * hash->digest_size] = '\0';
  return text;
}

char *
tk_hash_bytes_new (const TkHash *hash, const void *bytes, gsize size)
{
  g_autofree void *state = g_malloc (hash->context_size);

  hash->init (state);
  hash->update (state, size, bytes);
  return finish_new (hash, state);
}

void
tk_hash_job_clear (TkHashJob *job)
{
  g_free (job->path);
  for (guint i = 0; i < TK_HASHES_MOST; i++)
    g_free (job->digests[i]);
}

gboolean
tk_hash_job_add (TkHashJob *job, const TkHash *hash)
{
  for (guint i = 0; i < TK_HASHES_MOST; i++) {
    if (job->hashes[i] == hash)
      return TRUE;
    if (job->hashes[i] == NULL) {
      job->hashes[i] = hash;
      return TRUE;
    }
  }
  return FALSE;
}

const char *
tk_hash_job_find (const TkHashJob *job, const TkHash *hash)
{
  for (guint i = 0; i < TK_HASHES_MOST; i++) {
    if (job->hashes[i] == hash)
      return job->digests[i];
  }
  return NULL;
}

/* Feeds the file to all states; gives 0 or an errno. */
static int
feed (TkHashJob *job, int fd, void **states, guint n_states, gsize part, guint8 *buffer)
{
  for (;;) {
    const ssize_t n = read (fd, buffer, part);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return n < 0 ? errno : 0;
    for (guint i = 0; i < n_states; i++)
      job->hashes[i]->update (states[i], (gsize) n, buffer);
    job->size += (guint64) n;
  }
}

static int
read_open (TkHashJob *job, int fd, gboolean sync)
{
  struct stat status;
  void *states[TK_HASHES_MOST] = {NULL};
  guint n = 0;

  if (fstat (fd, &status) != 0)
    return errno;
  if (!S_ISREG (status.st_mode))
    return EINVAL;
  for (; n < TK_HASHES_MOST && job->hashes[n] != NULL; n++) {
    states[n] = g_malloc (job->hashes[n]->context_size);
    job->hashes[n]->init (states[n]);
  }
  const gsize part = (gsize) CLAMP ((gint64) status.st_size + 1, 512, LARGEST_PART);
  g_autofree guint8 *buffer = g_malloc (part);
  posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  int code = feed (job, fd, states, n, part, buffer);
  if (code == 0 && sync && fsync (fd) != 0 && errno != EINVAL && errno != EROFS)
    code = errno;
  for (guint i = 0; i < n; i++) {
    if (code == 0)
      job->digests[i] = finish_new (job->hashes[i], states[i]);
    g_free (states[i]);
  }
  return code;
}

static void
run_job (gpointer data, gpointer sync)
{
  TkHashJob *job = data;
  const int fd = open (job->path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);

  job->code = fd < 0 ? errno : read_open (job, fd, GPOINTER_TO_INT (sync));
  if (fd >= 0)
    close (fd);
}

void
tk_hash_run (GArray *jobs, gboolean sync)
{
  const guint most = MIN (g_get_num_processors (), jobs->len);
  /* where no thread can be had, this one does it all */
  GThreadPool *pool = most > 1 ? g_thread_pool_new (run_job, GINT_TO_POINTER (sync), (int) most, FALSE, NULL)
                               : NULL;

  for (guint i = 0; i < jobs->len; i++) {
    TkHashJob *job = &g_array_index (jobs, TkHashJob, i);
    if (pool == NULL)
      run_job (job, GINT_TO_POINTER (sync));
    else
      g_thread_pool_push (pool, job, NULL);
  }
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
}
