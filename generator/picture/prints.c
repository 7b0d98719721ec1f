/* Comes in: pictures. Goes out: their prints, each made once, on as many threads as there are processors, or
 * read from the cache. Must not know how a print is made. */
#include "prints.h"

#include <string.h>

#include "digest.h"

enum {
  MOST_THREADS = 4,
  MOST_MEMORY = 192 << 20, /* of pictures being decoded */
  WORTH = 1 << 18,         /* pixels: a smaller picture is sooner decoded than read from the cache */
};

typedef struct {
  const TkPicture *picture;
  TkPrint print;
  GError *error;
} Job;

struct _TkPrints {
  TkPrintOptions options;
  GArray *jobs; /* (element-type Job) by index of the picture */
  GMutex mutex;
  GCond freed;
  gsize memory; /* taken */
  guint failed; /* index of the first that is broken */
};

static void
job_clear (gpointer data)
{
  Job *job = data;

  tk_print_clear (&job->print);
  g_clear_error (&job->error);
}

TkPrints *
tk_prints_new (const TkPrintOptions *options)
{
  TkPrints *prints = g_new0 (TkPrints, 1);

  if (options != NULL)
    prints->options = *options;
  prints->jobs = g_array_new (FALSE, TRUE, sizeof (Job));
  g_array_set_clear_func (prints->jobs, job_clear);
  g_mutex_init (&prints->mutex);
  g_cond_init (&prints->freed);
  return prints;
}

TkPrints *
tk_prints_other_new (const TkPrints *prints, const TkInks *inks)
{
  const TkPrintOptions options = {TRUE, inks, prints->options.cache};

  return tk_prints_new (&options);
}

void
tk_prints_free (TkPrints *prints)
{
  if (prints == NULL)
    return;
  g_array_unref (prints->jobs);
  g_cond_clear (&prints->freed);
  g_mutex_clear (&prints->mutex);
  g_free (prints);
}

/* Memory */

static void
take_memory (TkPrints *prints, gsize size)
{
  g_mutex_lock (&prints->mutex);
  while (prints->memory > 0 && prints->memory + size > MOST_MEMORY)
    g_cond_wait (&prints->freed, &prints->mutex);
  prints->memory += size;
  g_mutex_unlock (&prints->mutex);
}

static void
give_memory (TkPrints *prints, gsize size)
{
  g_mutex_lock (&prints->mutex);
  prints->memory -= size;
  g_cond_broadcast (&prints->freed);
  g_mutex_unlock (&prints->mutex);
}

/* One picture */

static gboolean
is_print_needed (const TkPrints *prints, const TkPicture *picture)
{
  return prints->options.wanted && !tk_print_is_as_is (picture, prints->options.inks);
}

static gboolean
make (TkPrints *prints, Job *job)
{
  const TkPicture *picture = job->picture;
  const gsize size = picture->kind == TK_PICTURE_PNG || is_print_needed (prints, picture)
                         ? tk_picture_estimate (picture, picture->print_width, picture->print_height)
                         : 0;
  gboolean made;

  take_memory (prints, size);
  if (prints->options.wanted)
    made = tk_print_make (picture, prints->options.inks, &job->print, &job->error);
  else
    made = tk_picture_check (picture, &job->error);
  give_memory (prints, size);
  return made;
}

static char *
name_file_new (const char *identity)
{
  return g_strdup_printf ("whole picture 1 %s", identity);
}

static char *
name_print_new (const TkPrints *prints, const TkPicture *picture, GBytes *content)
{
  const char *sum = g_bytes_get_data (content, NULL);
  g_autofree char *name = tk_print_name_new (picture, prints->options.inks);

  return g_strdup_printf ("%.*s %s", (int) g_bytes_get_size (content), sum, name);
}

static gboolean
recall (const TkPrints *prints, Job *job, GBytes *content)
{
  g_autofree char *name = name_print_new (prints, job->picture, content);
  g_autoptr (GBytes) packed = tk_cache_read (prints->options.cache, name);

  return packed != NULL && tk_print_unpack (packed, &job->print);
}

static GBytes *
sum_content_new (const TkPicture *picture)
{
  char *sum = tk_digest_new (picture->bytes, picture->size);

  return g_bytes_new_take (sum, strlen (sum));
}

static void
keep_file (const TkPrints *prints, const char *identity, GBytes *content)
{
  g_autofree char *name = name_file_new (identity);

  tk_cache_keep (prints->options.cache, name, content);
}

static void
keep_print (const TkPrints *prints, const Job *job, GBytes *content)
{
  g_autofree char *name = name_print_new (prints, job->picture, content);
  g_autoptr (GBytes) packed = tk_print_pack_new (&job->print);

  tk_cache_keep (prints->options.cache, name, packed);
}

/* @identity: of the file as it is. @content: what is known to be in it and whole, or NULL. */
static gboolean
make_and_keep (TkPrints *prints, Job *job, const char *identity, GBytes *content)
{
  g_autoptr (GBytes) sum = content != NULL ? g_bytes_ref (content) : sum_content_new (job->picture);
  const gboolean needed = is_print_needed (prints, job->picture);
  /* the same picture in another file, or in one that was touched */
  const gboolean recalled = needed && content == NULL && recall (prints, job, sum);

  if (!recalled && !make (prints, job))
    return FALSE;
  g_autofree char *now = tk_picture_identify_new (job->picture);
  if (g_strcmp0 (identity, now) != 0)
    return TRUE; /* who knows what was read */
  if (!needed && job->print.kind != TK_PRINT_AS_IS)
    return TRUE; /* an odd one, that cannot go in as it is after all */
  if (content == NULL)
    keep_file (prints, identity, sum);
  if (needed && !recalled)
    keep_print (prints, job, sum);
  return TRUE;
}

static gboolean
find_or_make (TkPrints *prints, Job *job)
{
  const gboolean worth = (gint64) job->picture->width * job->picture->height >= WORTH;
  g_autofree char *identity = prints->options.cache != NULL && worth ? tk_picture_identify_new (job->picture)
                                                                     : NULL;

  if (identity == NULL)
    return make (prints, job);
  g_autofree char *name = name_file_new (identity);
  g_autoptr (GBytes) content = tk_cache_read (prints->options.cache, name);
  if (content != NULL && (!is_print_needed (prints, job->picture) || recall (prints, job, content)))
    return TRUE;
  return make_and_keep (prints, job, identity, content);
}

/* All pictures */

static void
work (gpointer data, gpointer user_data)
{
  TkPrints *prints = user_data;
  const guint index = GPOINTER_TO_UINT (data) - 1;
  Job *job = &g_array_index (prints->jobs, Job, index);

  g_mutex_lock (&prints->mutex);
  const gboolean late = index > prints->failed; /* an error comes before it in any case */
  g_mutex_unlock (&prints->mutex);
  if (late)
    return;
  const gboolean made = find_or_make (prints, job);
  tk_picture_rest (job->picture);
  g_mutex_lock (&prints->mutex);
  if (!made)
    prints->failed = MIN (prints->failed, index);
  g_mutex_unlock (&prints->mutex);
}

/* Threads where they are worth it: not for a coat of arms. */
static GThreadPool *
open_pool_new (TkPrints *prints, const TkPicture *const *pictures, guint n)
{
  gint64 pixels = 0;

  for (guint i = 0; i < n; i++)
    pixels += (gint64) pictures[i]->width * pictures[i]->height;
  return n < 2 || pixels < WORTH
             ? NULL
             : g_thread_pool_new (work, prints, (int) MIN (g_get_num_processors (), MOST_THREADS), FALSE,
                                  NULL);
}

gboolean
tk_prints_make (TkPrints *prints, const TkPicture *const *pictures, guint n, GError **error)
{
  g_array_set_size (prints->jobs, n);
  prints->failed = n;
  GThreadPool *pool = open_pool_new (prints, pictures, n);
  for (guint i = 0; i < n; i++) {
    g_array_index (prints->jobs, Job, i).picture = pictures[i];
    if (pool != NULL)
      g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
    else
      work (GUINT_TO_POINTER (i + 1), prints);
  }
  if (pool != NULL)
    g_thread_pool_free (pool, FALSE, TRUE);
  if (prints->failed == n)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&g_array_index (prints->jobs, Job, prints->failed).error));
  return FALSE;
}

static const char *
name_inks (const TkInks *inks)
{
  return inks != NULL ? tk_inks_name (inks) : "rgb";
}

const TkPrint *
tk_prints_find (const TkPrints *prints, const TkInks *inks, guint index)
{
  if (prints == NULL || !prints->options.wanted || index >= prints->jobs->len
      || strcmp (name_inks (inks), name_inks (prints->options.inks)) != 0)
    return NULL;
  return &g_array_index (prints->jobs, Job, index).print;
}
