/* What the files of this room share: a printer, the way to it, and a question with its answer. */
#pragma once

#include "calls.h"
#include "printer.h"

struct _TkPrinter {
  TkCups call;
  char *name;
  cups_dest_t *dest;    /* what CUPS knows of it; NULL: its address was given */
  char *uri, *resource; /* the printer-uri of requests, and its path */
  http_t *http;         /* NULL: not connected */
  ipp_t *attributes;    /* the answer to Get-Printer-Attributes; NULL: not asked yet */
  /* how long the library waits for the other side */
  const gboolean *stop; /* it gives up at once where this is set; may be NULL */
  gint64 until;         /* on the monotonic clock */
  gint64 patience;      /* microseconds, after each piece of @sent */
  int sent;             /* the file that is being sent; -1: none */
  goffset position;     /* in it, when last looked at */
};

/* Connects @printer, once more where it was before. */
gboolean tk_printer_connect (TkPrinter *printer, GError **error);

/* From now on it has @seconds to answer. */
void tk_printer_wait (TkPrinter *printer, int seconds, const gboolean *stop);

/* A request about the printer, or about @job where that is not 0. */
ipp_t *tk_printer_request_new (const TkPrinter *printer, ipp_op_t operation, int job);

/* Asks for the @names of the printer or the job. */
void tk_printer_want (const TkPrinter *printer, ipp_t *request, const char *const *names, int n_names);

/* The answer to @request, which it takes; with the contents of @file behind it, unless that is -1. Free it by
 * ippDelete. An answer that refuses is an error, too: @ret_status, where it is not NULL, is how. */
ipp_t *tk_printer_answer_new (TkPrinter *printer, ipp_t *request, int file, ipp_status_t *ret_status,
                              GError **error);

/* Of the printer's attributes. */
gboolean tk_printer_has (const TkPrinter *printer, const char *attribute, const char *keyword);

/* The values of an attribute of keywords: "a, b, c"; or NULL. */
char *tk_printer_join_new (const TkPrinter *printer, const char *attribute);
