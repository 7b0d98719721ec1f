/* Comes in: what was typed of a printer. Goes out: the printer, with what it says of itself. */
#include <string.h>

#include "exchange.h"
#include "find.h"

enum { ANSWER_TIME = 30 /* seconds */ };

/* What ability.c, media.c and job.c look at. */
static const char *const wanted[] = {"color-supported",
                                     "copies-supported",
                                     "document-format-supported",
                                     "media-col-supported",
                                     "media-ready",
                                     "media-size-supported",
                                     "media-supported",
                                     "multiple-document-handling-default",
                                     "multiple-document-handling-supported",
                                     "operations-supported",
                                     "print-scaling-supported",
                                     "printer-is-accepting-jobs",
                                     "printer-state",
                                     "printer-state-message",
                                     "printer-state-reasons",
                                     "sides-supported"};

static gboolean
find (TkPrinter *printer, const char *name, GError **error)
{
  if (name != NULL && strstr (name, "://") != NULL) {
    printer->name = g_strdup (name);
    return tk_printer_find_address (&printer->call, name, &printer->uri, &printer->resource, error);
  }
  printer->dest = tk_printer_find_dest_new (&printer->call, name, error);
  if (printer->dest == NULL)
    return FALSE;
  printer->name = g_strdup (printer->dest->name);
  return TRUE;
}

static gboolean
ask (TkPrinter *printer, GError **error)
{
  ipp_t *request = tk_printer_request_new (printer, IPP_OP_GET_PRINTER_ATTRIBUTES, 0);

  tk_printer_want (printer, request, wanted, G_N_ELEMENTS (wanted));
  tk_printer_wait (printer, ANSWER_TIME, NULL);
  printer->attributes = tk_printer_answer_new (printer, request, -1, NULL, error);
  return printer->attributes != NULL;
}

TkPrinter *
tk_printer_new (const char *name, GError **error)
{
  g_autofree TkPrinter *made = g_new0 (TkPrinter, 1);

  made->sent = -1;
  if (!tk_cups_load (&made->call, error))
    return NULL;
  g_autoptr (TkPrinter) printer = g_steal_pointer (&made);
  if (!find (printer, name, error) || !tk_printer_connect (printer, error) || !ask (printer, error))
    return NULL;
  return g_steal_pointer (&printer);
}

void
tk_printer_free (TkPrinter *printer)
{
  if (printer == NULL)
    return;
  if (printer->http != NULL)
    printer->call.httpClose (printer->http);
  printer->call.ippDelete (printer->attributes);
  if (printer->dest != NULL)
    printer->call.cupsFreeDests (1, printer->dest);
  g_free (printer->name);
  g_free (printer->uri);
  g_free (printer->resource);
  g_free (printer);
}

const char *
tk_printer_name (const TkPrinter *printer)
{
  return printer->name;
}
