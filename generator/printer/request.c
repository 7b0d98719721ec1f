/* Comes in: how a paper is to be printed. Goes out: the request that says so (RFC 8011, 4.2.1, 4.2.4, 4.3.1).
 */
#include "request.h"

#include <string.h>

#include "media.h"

enum { NAME_SIZE = 256 /* octets of a name, with a NUL; RFC 8011, 5.1.3 */ };

gboolean
tk_request_has_operation (const TkPrinter *printer, ipp_op_t operation)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *known = call->ippFindAttribute (printer->attributes, "operations-supported", IPP_TAG_ENUM);

  return known != NULL && call->ippContainsInteger (known, (int) operation);
}

/* The title, cut between letters. */
static void
add_title (const TkPrinter *printer, ipp_t *request, const char *title)
{
  char name[NAME_SIZE];
  const char *end;

  g_strlcpy (name, title != NULL && *title != '\0' ? title : "tongket", sizeof name);
  g_utf8_validate (name, -1, &end);
  name[end - name] = '\0';
  printer->call.ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", NULL, name);
}

/* A printer of its own mind makes all copies of a page before the next. */
static void
add_copies (const TkPrinter *printer, ipp_t *request, const TkPrintWish *wish)
{
  static const char order[] = "multiple-document-handling";

  if (wish->copies < 2)
    return;
  printer->call.ippAddInteger (request, IPP_TAG_JOB, IPP_TAG_INTEGER, "copies", wish->copies);
  if (wish->n_sides > 1 && tk_printer_has (printer, "multiple-document-handling-supported", TK_COLLATED))
    printer->call.ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, order, NULL, TK_COLLATED);
}

static void
add_sides (const TkPrinter *printer, ipp_t *request, TkSides sides)
{
  static const char *const keywords[] = {[TK_SIDES_ANY] = NULL,
                                         [TK_SIDES_ONE] = "one-sided",
                                         [TK_SIDES_LONG] = "two-sided-long-edge",
                                         [TK_SIDES_SHORT] = "two-sided-short-edge"};
  const char *keyword = keywords[sides];

  if (keyword != NULL && tk_printer_has (printer, "sides-supported", keyword))
    printer->call.ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", NULL, keyword);
}

/* A size without a name, PWG 5100.3, 3.13.8. */
static void
add_size (const TkCups *call, ipp_t *request, const TkMedia *media)
{
  ipp_t *size = call->ippNew (), *column = call->ippNew ();

  call->ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "x-dimension", media->width);
  call->ippAddInteger (size, IPP_TAG_ZERO, IPP_TAG_INTEGER, "y-dimension", media->length);
  call->ippAddCollection (column, IPP_TAG_ZERO, "media-size", size);
  call->ippAddCollection (request, IPP_TAG_JOB, "media-col", column);
  call->ippDelete (size);
  call->ippDelete (column);
}

/* A page that is scaled to the printable area has no longer the margins that the decree asks for: where page
 * and paper are of one size it is printed as it is. */
static void
add_media (const TkPrinter *printer, ipp_t *request, const TkPrintWish *wish)
{
  const TkCups *call = &printer->call;
  TkMedia page, sheet;

  tk_media_measure (call, wish->width, wish->height, &page);
  if (wish->media == NULL || !tk_media_find (call, wish->media, &sheet))
    sheet = page;
  tk_media_match (printer, &sheet);
  if (sheet.free && tk_printer_has (printer, "media-col-supported", "media-size"))
    add_size (call, request, &sheet);
  else
    call->ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", NULL, sheet.keyword);
  const char *scaling = tk_media_equal (&sheet, &page) ? "none" : "fit";
  if (tk_printer_has (printer, "print-scaling-supported", scaling))
    call->ippAddString (request, IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", NULL, scaling);
}

static void
add_format (const TkPrinter *printer, ipp_t *request)
{
  printer->call.ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", NULL,
                              "application/pdf");
}

ipp_t *
tk_request_job_new (const TkPrinter *printer, ipp_op_t operation, const TkPrintWish *wish)
{
  ipp_t *request = tk_printer_request_new (printer, operation, 0);

  add_title (printer, request, wish->title);
  if (operation == IPP_OP_PRINT_JOB)
    add_format (printer, request);
  add_copies (printer, request, wish);
  add_sides (printer, request, wish->sides);
  add_media (printer, request, wish);
  return request;
}

ipp_t *
tk_request_document_new (const TkPrinter *printer, int job)
{
  ipp_t *request = tk_printer_request_new (printer, IPP_OP_SEND_DOCUMENT, job);

  add_format (printer, request);
  printer->call.ippAddBoolean (request, IPP_TAG_OPERATION, "last-document", 1);
  return request;
}
