/* Comes in: the names of the stages as they begin. Goes out: one line on the
 * terminal, drawn by a thread of its own, so that stages know nothing of it. */
#include "progress.h"

#include <stdio.h>
#include <unistd.h>

enum { BAR = 24 };

struct _TkProgress {
  GThread *thread; /* NULL: nothing is shown */
  GMutex mutex;
  GCond wake;
  guint stages, stage; /* guarded by mutex, as are the following */
  const char *name;
  const int *counter;
  gboolean over;
};

static void
draw (const TkProgress *progress)
{
  guint filled = progress->stage == 0 ? 0 : (progress->stage - 1) * BAR / progress->stages;
  char bar[BAR + 1];

  for (guint i = 0; i < BAR; i++)
    bar[i] = i < filled ? '#' : '.';
  bar[BAR] = '\0';
  fprintf (stderr, "\r[%s] %u/%u %s", bar, progress->stage, progress->stages,
           progress->name != NULL ? progress->name : "");
  if (progress->counter != NULL)
    fprintf (stderr, " %d", g_atomic_int_get (progress->counter));
  fputs ("\033[K", stderr);
  fflush (stderr);
}

static gpointer
show (gpointer data)
{
  TkProgress *progress = data;
  gint64 next = g_get_monotonic_time () + G_TIME_SPAN_SECOND;
  gboolean drawn = FALSE;

  g_mutex_lock (&progress->mutex);
  while (!progress->over) {
    if (g_cond_wait_until (&progress->wake, &progress->mutex, next))
      continue; /* woken: the end, or by chance */
    draw (progress);
    drawn = TRUE;
    next = g_get_monotonic_time () + G_TIME_SPAN_SECOND / 10;
  }
  g_mutex_unlock (&progress->mutex);
  if (drawn)
    fputs ("\r\033[K", stderr);
  return NULL;
}

TkProgress *
tk_progress_new (guint stages, gboolean wanted)
{
  TkProgress *progress = g_new0 (TkProgress, 1);

  progress->stages = stages;
  if (!wanted || !isatty (STDERR_FILENO))
    return progress;
  g_mutex_init (&progress->mutex);
  g_cond_init (&progress->wake);
  progress->thread = g_thread_new ("progress", show, progress);
  return progress;
}

void
tk_progress_stage (TkProgress *progress, const char *name)
{
  if (progress->thread == NULL)
    return;
  g_mutex_lock (&progress->mutex);
  progress->stage++;
  progress->name = name;
  progress->counter = NULL;
  g_mutex_unlock (&progress->mutex);
}

void
tk_progress_count (TkProgress *progress, const int *counter)
{
  if (progress->thread == NULL)
    return;
  g_mutex_lock (&progress->mutex);
  progress->counter = counter;
  g_mutex_unlock (&progress->mutex);
}

void
tk_progress_free (TkProgress *progress)
{
  if (progress == NULL)
    return;
  if (progress->thread != NULL) {
    g_mutex_lock (&progress->mutex);
    progress->over = TRUE;
    g_cond_signal (&progress->wake);
    g_mutex_unlock (&progress->mutex);
    g_thread_join (progress->thread);
    g_mutex_clear (&progress->mutex);
    g_cond_clear (&progress->wake);
  }
  g_free (progress);
}
