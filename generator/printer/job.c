/* Comes in: a PDF and how it is to be printed. Goes out: a job of the printer, and how it stands. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "media.h"
#include "request.h"
#include "state.h"

enum {
  ANSWER_TIME = 30, /* seconds */
  CANCEL_TIME = 10,
};

void
tk_job_clear (TkJob *job)
{
  g_clear_pointer (&job->reason, g_free);
  g_clear_pointer (&job->said, g_free);
}

static int
find_integer (const TkPrinter *printer, ipp_t *answer, const char *name)
{
  ipp_attribute_t *found = printer->call.ippFindAttribute (answer, name, IPP_TAG_ZERO);

  return found != NULL ? printer->call.ippGetInteger (found, 0) : 0;
}

/* Sends @request, with @file unless that is -1; the answer names the job. Many a printer has no queue, and
 * takes none while it prints another. */
static gboolean
submit (TkPrinter *printer, ipp_t *request, int file, TkJob *job, GError **error)
{
  g_autoptr (GError) refused = NULL;
  ipp_status_t status;
  ipp_t *answer = tk_printer_answer_new (printer, request, file, &status, &refused);

  if (answer != NULL) {
    job->id = find_integer (printer, answer, "job-id");
    job->state = TK_JOB_WAITING;
    printer->call.ippDelete (answer);
    return TRUE;
  }
  job->state = TK_JOB_BUSY;
  if (status == IPP_STATUS_ERROR_BUSY || status == IPP_STATUS_ERROR_TOO_MANY_JOBS)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&refused));
  return FALSE;
}

/* Of old printers, which know no more: where it breaks off there is no number by which to cancel. */
static gboolean
send_at_once (TkPrinter *printer, const TkPrintWish *wish, int file, TkJob *job, GError **error)
{
  return submit (printer, tk_request_job_new (printer, IPP_OP_PRINT_JOB, wish), file, job, error);
}

static gboolean
send_document (TkPrinter *printer, const TkPrintWish *wish, int file, const gboolean *stop, TkJob *job,
               GError **error)
{
  if (!submit (printer, tk_request_job_new (printer, IPP_OP_CREATE_JOB, wish), -1, job, error))
    return FALSE;
  if (job->state == TK_JOB_BUSY)
    return TRUE;
  tk_printer_wait (printer, wish->patience, stop);
  ipp_t *answer = tk_printer_answer_new (printer, tk_request_document_new (printer, job->id), file, NULL,
                                         error);
  if (answer == NULL)
    tk_printer_cancel (printer, job);
  printer->call.ippDelete (answer);
  return answer != NULL;
}

gboolean
tk_printer_send (TkPrinter *printer, const TkPrintWish *wish, int file, const gboolean *stop, TkJob *job,
                 GError **error)
{
  tk_printer_wait (printer, MAX (wish->patience, ANSWER_TIME), stop);
  return tk_request_has_operation (printer, IPP_OP_CREATE_JOB)
                 && tk_request_has_operation (printer, IPP_OP_SEND_DOCUMENT)
             ? send_document (printer, wish, file, stop, job, error)
             : send_at_once (printer, wish, file, job, error);
}

static TkJobState
read_state (int state)
{
  switch ((ipp_jstate_t) state) {
  case IPP_JSTATE_PROCESSING:
    return TK_JOB_PRINTING;
  case IPP_JSTATE_STOPPED:
    return TK_JOB_STANDING;
  case IPP_JSTATE_COMPLETED:
    return TK_JOB_PRINTED;
  case IPP_JSTATE_CANCELED:
    return TK_JOB_CANCELLED;
  case IPP_JSTATE_ABORTED:
    return TK_JOB_ABORTED;
  case IPP_JSTATE_PENDING:
  case IPP_JSTATE_HELD:
  default:
    return TK_JOB_WAITING;
  }
}

/* What holds the printer up holds its job up. */
static gboolean
ask_printer (TkPrinter *printer, TkJob *job, GError **error)
{
  static const char *const names[] = {"printer-state", "printer-state-message", "printer-state-reasons"};
  ipp_t *request = tk_printer_request_new (printer, IPP_OP_GET_PRINTER_ATTRIBUTES, 0);

  tk_printer_want (printer, request, names, G_N_ELEMENTS (names));
  ipp_t *answer = tk_printer_answer_new (printer, request, -1, NULL, error);
  if (answer == NULL)
    return FALSE;
  g_auto (TkObstacle) obstacle = {0};
  tk_state_read (printer, answer, TRUE, NULL, &obstacle);
  g_free (job->said);
  job->said = g_strdup (tk_state_find_message (printer, answer));
  g_free (job->reason);
  job->reason = g_steal_pointer (&obstacle.words);
  if (obstacle.stands)
    job->state = TK_JOB_STANDING;
  printer->call.ippDelete (answer);
  return TRUE;
}

/* Why it ended before it was printed, in the printer's words. */
static char *
copy_message_new (const TkPrinter *printer, ipp_t *answer)
{
  static const char *const names[] = {"job-state-message", "job-printer-state-message", "job-state-reasons"};

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    ipp_attribute_t *found = printer->call.ippFindAttribute (answer, names[i], IPP_TAG_ZERO);
    const char *text = found != NULL ? printer->call.ippGetString (found, 0, NULL) : NULL;
    if (text != NULL && *text != '\0' && strcmp (text, "none") != 0)
      return g_strdup (text);
  }
  return NULL;
}

static void
read_job (const TkPrinter *printer, ipp_t *answer, TkJob *job)
{
  const int impressions = find_integer (printer, answer, "job-impressions-completed");
  const int sheets = find_integer (printer, answer, "job-media-sheets-completed");

  job->state = read_state (find_integer (printer, answer, "job-state"));
  job->done = MAX (impressions, sheets);
  g_clear_pointer (&job->reason, g_free);
  if (job->state == TK_JOB_ABORTED || job->state == TK_JOB_CANCELLED)
    job->reason = copy_message_new (printer, answer);
}

static gboolean
ask_job (TkPrinter *printer, TkJob *job, GError **error)
{
  static const char *const names[] = {"job-impressions-completed", "job-media-sheets-completed",
                                      "job-printer-state-message", "job-state",
                                      "job-state-message",         "job-state-reasons"};
  ipp_t *request = tk_printer_request_new (printer, IPP_OP_GET_JOB_ATTRIBUTES, job->id);

  tk_printer_want (printer, request, names, G_N_ELEMENTS (names));
  ipp_status_t status;
  g_autoptr (GError) refused = NULL;
  ipp_t *answer = tk_printer_answer_new (printer, request, -1, &status, &refused);
  if (answer == NULL && (status == IPP_STATUS_ERROR_NOT_FOUND || status == IPP_STATUS_ERROR_GONE)) {
    job->state = TK_JOB_FORGOTTEN;
    return TRUE;
  }
  if (answer == NULL) {
    g_propagate_error (error, g_steal_pointer (&refused));
    return FALSE;
  }
  read_job (printer, answer, job);
  printer->call.ippDelete (answer);
  return TRUE;
}

gboolean
tk_printer_ask (TkPrinter *printer, TkJob *job, const gboolean *stop, GError **error)
{
  tk_printer_wait (printer, ANSWER_TIME, stop);
  if (printer->http == NULL && !tk_printer_connect (printer, error))
    return FALSE;
  if (ask_job (printer, job, error) && (job->state >= TK_JOB_PRINTED || ask_printer (printer, job, error)))
    return TRUE;
  printer->call.httpClose (printer->http);
  printer->http = NULL;
  return FALSE;
}

gboolean
tk_printer_cancel (TkPrinter *printer, const TkJob *job)
{
  /* anew: what was broken off left half a request in the old connection */
  if (job->id == 0 || !tk_printer_connect (printer, NULL))
    return FALSE;
  tk_printer_wait (printer, CANCEL_TIME, NULL);
  ipp_t *answer = tk_printer_answer_new (
      printer, tk_printer_request_new (printer, IPP_OP_CANCEL_JOB, job->id), -1, NULL, NULL);
  printer->call.ippDelete (answer);
  return answer != NULL;
}
