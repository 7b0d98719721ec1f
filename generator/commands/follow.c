/* Comes in: a PDF, a printer that can print it. Goes out: paper, or why there is none. */
#include "follow.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "error.h"

enum {
  SHORT_PAUSE = 200, /* milliseconds between two questions: at first, and later */
  LONG_PAUSE = 1000,
  LOST_TIME = 15, /* seconds in which a printer that was lost may come back */
};

typedef struct {
  TkPrinter *printer;
  const TkPrintWish *wish;
  gboolean quiet, terminal;
  gboolean stop; /* a signal came */
  guint sources[3];
  gint64 moved; /* when something happened last */
  gint64 lost;  /* since when it does not answer; 0: it does */
} Follow;

static gboolean
stop (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

static void
follow_open (Follow *follow)
{
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    follow->sources[i] = g_unix_signal_add (signals[i], stop, &follow->stop);
}

static void
follow_close (Follow *follow)
{
  for (gsize i = 0; i < G_N_ELEMENTS (follow->sources); i++)
    g_source_remove (follow->sources[i]);
  if (follow->terminal)
    fputs ("\r\033[K", stderr);
}

/* Sleeps, unless a signal comes. */
static void
rest (const Follow *follow, guint milliseconds)
{
  gboolean over = FALSE;
  const guint timer = g_timeout_add (milliseconds, stop, &over);

  while (!over && !follow->stop)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (timer);
}

static void G_GNUC_PRINTF (2, 3) show (const Follow *follow, const char *format, ...)
{
  va_list arguments;

  if (!follow->terminal)
    return;
  fputs ("\r", stderr);
  va_start (arguments, format);
  vfprintf (stderr, format, arguments);
  va_end (arguments);
  fputs ("\033[K", stderr);
  fflush (stderr);
}

static void
show_job (const Follow *follow, const TkJob *job)
{
  const guint total = follow->wish->n_sides * (guint) follow->wish->copies;

  if (job->reason != NULL)
    show (follow, "%s: %s", tk_printer_name (follow->printer), job->reason);
  else if (job->state == TK_JOB_WAITING)
    show (follow, _ ("waiting for its turn"));
  else if (job->done > 0 && (guint) job->done <= total)
    show (follow, _ ("printing, page %d of %u"), job->done, total);
  else if (job->said != NULL)
    show (follow, _ ("printing (%s)"), job->said);
  else
    show (follow, _ ("printing"));
}

/* What it wants from the person before it is also told where no terminal is, once. */
static void
tell_reason (const Follow *follow, const TkJob *job, const char *before)
{
  if (!follow->terminal && !follow->quiet && job->state < TK_JOB_PRINTED && job->reason != NULL
      && g_strcmp0 (job->reason, before) != 0)
    fprintf (stderr, "%s%s: %s\n", _ ("note: "), tk_printer_name (follow->printer), job->reason);
}

static gboolean
cancel (const Follow *follow, const TkJob *job)
{
  show (follow, _ ("cancelling"));
  return tk_printer_cancel (follow->printer, job);
}

static gboolean
fail_stopped (const Follow *follow, const TkJob *job, GError **error)
{
  const char *name = tk_printer_name (follow->printer);

  if (cancel (follow, job))
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: job %d was interrupted, and is cancelled"), name,
                 job->id);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: job %d was interrupted, but the printer does not cancel it; do it there"), name,
                 job->id);
  return FALSE;
}

static gboolean
fail_late (const Follow *follow, const TkJob *job, GError **error)
{
  const char *name = tk_printer_name (follow->printer);
  const int seconds = follow->wish->patience;
  const char *said = job->said != NULL ? job->said : _ ("look at its panel");
  const char *reason = job->reason != NULL ? job->reason : said;

  if (cancel (follow, job))
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: nothing was printed for %d seconds, and job %d is cancelled: %s"), name, seconds,
                 job->id, reason);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: nothing was printed for %d seconds, and job %d cannot be cancelled from here: %s"),
                 name, seconds, job->id, reason);
  return FALSE;
}

/* It may still print what it has, so that is for the person before it to end. */
static gboolean
fail_lost (const Follow *follow, const TkJob *job, GError **error)
{
  const char *name = tk_printer_name (follow->printer);

  if (job->done > 0)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: does not answer any more, after page %d of job %d; see whether it is switched on, "
                    "cancel what it still has, and print again"),
                 name, job->done, job->id);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: does not answer any more, while job %d was printed; see whether it is switched on, "
                    "cancel what it still has, and print again"),
                 name, job->id);
  return FALSE;
}

static gboolean
finish (const Follow *follow, const TkJob *job, GError **error)
{
  const char *name = tk_printer_name (follow->printer);
  const char *reason = job->reason != NULL ? job->reason : _ ("it does not say why");

  if (job->state == TK_JOB_PRINTED)
    return TRUE;
  if (job->state == TK_JOB_ABORTED)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: gave up job %d (%s); look at its panel, and print again"), name, job->id, reason);
  else if (job->state == TK_JOB_CANCELLED)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: job %d was cancelled at the printer (%s); print again where that was not meant"),
                 name, job->id, reason);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: knows nothing more of job %d; see whether all of it was printed"), name, job->id);
  return FALSE;
}

/* Asks once how the job stands. FALSE: the printer is lost for good. */
static gboolean
look (Follow *follow, TkJob *job)
{
  const TkJob before = {.state = job->state, .done = job->done, .reason = g_strdup (job->reason)};
  const gint64 now = g_get_monotonic_time ();
  const gint64 patience = MIN (follow->wish->patience, LOST_TIME) * G_TIME_SPAN_SECOND;

  if (tk_printer_ask (follow->printer, job, &follow->stop, NULL)) {
    follow->lost = 0;
    if (job->state != before.state || job->done != before.done || g_strcmp0 (job->reason, before.reason) != 0)
      follow->moved = now;
    show_job (follow, job);
    tell_reason (follow, job, before.reason);
  } else if (follow->lost == 0)
    follow->lost = now;
  g_free (before.reason);
  return follow->lost == 0 || now - follow->lost < patience;
}

static gboolean
wait_for (Follow *follow, TkJob *job, GError **error)
{
  const gint64 patience = follow->wish->patience * G_TIME_SPAN_SECOND;

  follow->moved = g_get_monotonic_time ();
  for (guint round = 0; job->state < TK_JOB_PRINTED; round++) {
    const gboolean found = look (follow, job);
    if (follow->stop && job->state < TK_JOB_PRINTED)
      return fail_stopped (follow, job, error);
    if (!found)
      return fail_lost (follow, job, error);
    if (job->state < TK_JOB_PRINTED && follow->lost == 0
        && g_get_monotonic_time () - follow->moved > patience)
      return fail_late (follow, job, error);
    if (job->state < TK_JOB_PRINTED)
      rest (follow, round < 10 ? SHORT_PAUSE : LONG_PAUSE);
  }
  return finish (follow, job, error);
}

/* Gives it to the printer, again and again while that is busy with others. */
static gboolean
hand_over (Follow *follow, int file, TkJob *job, GError **error)
{
  const char *name = tk_printer_name (follow->printer);
  const gint64 until = g_get_monotonic_time () + follow->wish->patience * G_TIME_SPAN_SECOND;

  show (follow, _ ("sending"));
  while (tk_printer_send (follow->printer, follow->wish, file, &follow->stop, job, error)) {
    if (job->state != TK_JOB_BUSY)
      return TRUE;
    show (follow, _ ("waiting for its turn"));
    rest (follow, LONG_PAUSE);
    if (!follow->stop && g_get_monotonic_time () < until)
      continue;
    if (follow->stop)
      g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: was interrupted"), name);
    else
      g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                   _ ("%s: is busy with other jobs for %d seconds; try again later, or give a longer --wait"),
                   name, follow->wish->patience);
    return FALSE;
  }
  return FALSE;
}

static gboolean
follow_to_end (Follow *follow, int file, TkJob *job, GError **error)
{
  follow_open (follow);
  const gboolean printed = hand_over (follow, file, job, error) && wait_for (follow, job, error);
  follow_close (follow);
  return printed;
}

gboolean
tk_follow_print (TkPrinter *printer, const TkPrintWish *wish, int file, gboolean quiet, GError **error)
{
  Follow follow = {.printer = printer, .wish = wish, .quiet = quiet};
  g_auto (TkJob) job = {0};

  follow.terminal = !quiet && isatty (STDERR_FILENO);
  if (!follow_to_end (&follow, file, &job, error))
    return FALSE;
  if (!quiet)
    g_print (_ ("%s: job %d is printed\n"), tk_printer_name (printer), job.id);
  return TRUE;
}
