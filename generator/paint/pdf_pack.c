/* Comes in: raw streams. Goes out: compressed ones with their digest. Knows
 * nothing of PDF. */
#include "pdf_pack.h"

#include <libdeflate.h>

/* libdeflate's. A report of 1,000 pages with tables and tags, wall time and time of both processors, size:
 * pages and objects at level 1 303 and 355 ms, 4.71 MB; 2 326 and 391 ms, 4.64 MB; 4 325 and 408 ms, 4.56 MB.
 * Of 10 pages, nearly all of whose bytes are fonts, level 1 for the pages makes 1% more. */
static const int levels[] = {[TK_PACK_FAST] = 1, [TK_PACK_SMALL] = 6};

enum {
  MOST_THREADS = 4,
  BACKLOG = 6 << 20, /* bytes waiting; beyond, the caller compresses too: memory stays small */
};

/* One for each thread that may be at work at once. */
typedef struct {
  struct libdeflate_compressor *compressors[G_N_ELEMENTS (levels)]; /* NULL until wanted */
  TkBytes scratch;
} Press;

typedef struct {
  TkPackKind kind;
  TkStream *stream;
  TkBytes raw;
} Job;

struct _TkPack {
  GThreadPool *pool; /* NULL until the work is worth threads */
  GAsyncQueue *presses;
  GMutex mutex;
  GCond idle;
  gsize waiting; /* bytes of jobs that are not done */
  guint jobs;    /* that are not done */
  guint added;
};

static struct libdeflate_compressor *
find_compressor (Press *press, TkPackKind kind)
{
  struct libdeflate_compressor **place = &press->compressors[kind];

  if (*place == NULL)
    *place = libdeflate_alloc_compressor (levels[kind]);
  if (*place == NULL)
    g_error ("no memory for a compressor");
  return *place;
}

static void
press_free (gpointer data)
{
  Press *press = data;

  for (guint i = 0; i < G_N_ELEMENTS (press->compressors); i++)
    libdeflate_free_compressor (press->compressors[i]);
  tk_bytes_clear (&press->scratch);
  g_free (press);
}

void
tk_pack_digest (TkStream *stream)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_MD5);
  gsize size = sizeof stream->digest;

  g_checksum_update (sum, stream->bytes, (gssize) stream->size);
  g_checksum_get_digest (sum, stream->digest, &size);
}

static void
compress (TkPack *pack, TkPackKind kind, TkStream *stream, TkBytes *raw)
{
  Press *press = g_async_queue_try_pop (pack->presses);

  if (press == NULL)
    press = g_new0 (Press, 1);
  struct libdeflate_compressor *compressor = find_compressor (press, kind);
  press->scratch.length = 0;
  tk_bytes_need (&press->scratch, libdeflate_zlib_compress_bound (compressor, raw->length));
  stream->size = libdeflate_zlib_compress (compressor, raw->at == NULL ? "" : raw->at, raw->length,
                                           press->scratch.at, press->scratch.room);
  stream->bytes = g_memdup2 (press->scratch.at, stream->size);
  tk_bytes_clear (raw);
  if (press->scratch.room > 1 << 20)
    tk_bytes_clear (&press->scratch); /* a picture's */
  g_async_queue_push (pack->presses, press);
  tk_pack_digest (stream);
}

static void
work (gpointer data, gpointer user_data)
{
  Job *job = data;
  TkPack *pack = user_data;
  gsize size = job->raw.length;

  compress (pack, job->kind, job->stream, &job->raw);
  g_free (job);
  g_mutex_lock (&pack->mutex);
  pack->waiting -= size;
  if (--pack->jobs == 0)
    g_cond_signal (&pack->idle);
  g_mutex_unlock (&pack->mutex);
}

TkPack *
tk_pack_new (void)
{
  TkPack *pack = g_new0 (TkPack, 1);

  pack->presses = g_async_queue_new_full (press_free);
  g_mutex_init (&pack->mutex);
  g_cond_init (&pack->idle);
  return pack;
}

void
tk_pack_free (TkPack *pack)
{
  if (pack->pool != NULL)
    g_thread_pool_free (pack->pool, FALSE, TRUE);
  g_async_queue_unref (pack->presses);
  g_mutex_clear (&pack->mutex);
  g_cond_clear (&pack->idle);
  g_free (pack);
}

/* FALSE where the caller should do it himself. */
static gboolean
reserve (TkPack *pack, gsize size)
{
  gboolean room;

  g_mutex_lock (&pack->mutex);
  room = pack->jobs == 0 || pack->waiting + size <= BACKLOG;
  if (room) {
    pack->waiting += size;
    pack->jobs++;
  }
  g_mutex_unlock (&pack->mutex);
  return room;
}

void
tk_pack_add (TkPack *pack, TkPackKind kind, TkStream *stream, TkBytes *raw)
{
  enum { WORTH = 4 }; /* streams; a letter of one page starts no thread */

  if (++pack->added > WORTH && pack->pool == NULL)
    pack->pool = g_thread_pool_new (work, pack, (gint) MIN (g_get_num_processors (), MOST_THREADS), FALSE,
                                    NULL);
  if (pack->pool == NULL || !reserve (pack, raw->length)) {
    compress (pack, kind, stream, raw);
    return;
  }
  Job *job = g_new (Job, 1);
  job->kind = kind;
  job->stream = stream;
  job->raw = *raw;
  *raw = (TkBytes){0};
  g_thread_pool_push (pack->pool, job, NULL);
}

void
tk_pack_wait (TkPack *pack)
{
  g_mutex_lock (&pack->mutex);
  while (pack->jobs > 0)
    g_cond_wait (&pack->idle, &pack->mutex);
  g_mutex_unlock (&pack->mutex);
}
