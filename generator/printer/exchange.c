/* Comes in: a printer that was found, a request. Goes out: the answer, within the time that it is given. Must
 * not know what is asked. */
#include "exchange.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "error.h"

enum {
  TICK = 250,           /* milliseconds, after which the library asks whether to wait on */
  CONNECT_TIME = 10000, /* milliseconds */
};

/* Called by the library when nothing came or went for a tick. A file that is read on is progress: a printer
 * without a disk takes the next pages when it has printed those before. */
static int
wait_on (G_GNUC_UNUSED http_t *http, void *data)
{
  TkPrinter *printer = data;

  while (g_main_context_iteration (NULL, FALSE))
    ;
  if (printer->sent >= 0) {
    const goffset position = lseek (printer->sent, 0, SEEK_CUR);
    if (position != printer->position)
      printer->until = g_get_monotonic_time () + printer->patience;
    printer->position = position;
  }
  return (printer->stop == NULL || !*printer->stop) && g_get_monotonic_time () < printer->until;
}

void
tk_printer_wait (TkPrinter *printer, int seconds, const gboolean *stop)
{
  printer->stop = stop;
  printer->patience = (gint64) seconds * G_TIME_SPAN_SECOND;
  printer->until = g_get_monotonic_time () + printer->patience;
}

static void
set_address (TkPrinter *printer, const char *uri, const char *resource)
{
  g_free (printer->uri);
  g_free (printer->resource);
  printer->uri = g_strdup (uri);
  printer->resource = g_strdup (resource);
}

static http_t *
connect_address (const TkPrinter *printer)
{
  char scheme[32], user[256], host[256], resource[1024];
  int port;

  printer->call.httpSeparateURI (HTTP_URI_CODING_ALL, printer->uri, scheme, sizeof scheme, user, sizeof user,
                                 host, sizeof host, &port, resource, sizeof resource);
  return printer->call.httpConnect2 (host, port, NULL, AF_UNSPEC,
                                     g_str_equal (scheme, "ipps") ? HTTP_ENCRYPTION_ALWAYS
                                                                  : HTTP_ENCRYPTION_IF_REQUESTED,
                                     1, CONNECT_TIME, NULL);
}

/* The server of CUPS that knows the queue. */
static http_t *
connect_queue (TkPrinter *printer, const char *uri)
{
  const TkCups *call = &printer->call;
  char scheme[32], user[256], host[256], resource[1024];
  int port;

  call->httpSeparateURI (HTTP_URI_CODING_ALL, uri, scheme, sizeof scheme, user, sizeof user, host,
                         sizeof host, &port, resource, sizeof resource);
  set_address (printer, uri, resource);
  return call->httpConnect2 (call->cupsServer (), call->ippPort (), NULL, AF_UNSPEC, call->cupsEncryption (),
                             1, CONNECT_TIME, NULL);
}

/* A printer that was seen in the network. Its address is made of the way there: the library tells no other.
 */
static http_t *
connect_seen (TkPrinter *printer)
{
  const TkCups *call = &printer->call;
  char resource[1024], host[256], uri[2048];
  http_t *http = call->cupsConnectDest (printer->dest, CUPS_DEST_FLAGS_DEVICE, CONNECT_TIME, NULL, resource,
                                        sizeof resource, NULL, NULL);

  if (http == NULL)
    return NULL;
  const int port = call->httpAddrPort (call->httpGetAddress (http));
  call->httpGetHostname (http, host, sizeof host);
  call->httpAssembleURI (HTTP_URI_CODING_ALL, uri, sizeof uri, call->httpIsEncrypted (http) ? "ipps" : "ipp",
                         NULL, host, port > 0 ? port : 631, resource);
  set_address (printer, uri, resource);
  return http;
}

static http_t *
connect_dest (TkPrinter *printer)
{
  const cups_dest_t *dest = printer->dest;
  const char *uri = printer->call.cupsGetOption ("printer-uri-supported", dest->num_options, dest->options);

  return uri != NULL ? connect_queue (printer, uri) : connect_seen (printer);
}

gboolean
tk_printer_connect (TkPrinter *printer, GError **error)
{
  const TkCups *call = &printer->call;

  if (printer->http != NULL)
    call->httpClose (printer->http);
  printer->http = printer->dest != NULL ? connect_dest (printer) : connect_address (printer);
  if (printer->http != NULL) {
    call->httpSetTimeout (printer->http, TICK / 1000.0, wait_on, printer);
    return TRUE;
  }
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: does not answer (%s); see whether it is switched on and in the network, and whether "
                  "the address is right"),
               printer->name, call->cupsLastErrorString ());
  return FALSE;
}

ipp_t *
tk_printer_request_new (const TkPrinter *printer, ipp_op_t operation, int job)
{
  const TkCups *call = &printer->call;
  ipp_t *request = call->ippNewRequest (operation);

  call->ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", NULL, printer->uri);
  if (job != 0)
    call->ippAddInteger (request, IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
  call->ippAddString (request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", NULL,
                      call->cupsUser ());
  return request;
}

void
tk_printer_want (const TkPrinter *printer, ipp_t *request, const char *const *names, int n_names)
{
  printer->call.ippAddStrings (request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", n_names,
                               NULL, names);
}

/* Why the printer took no request, for the person before it. */
static void
set_refusal (const TkPrinter *printer, ipp_status_t status, GError **error)
{
  const char *words = printer->call.cupsLastErrorString ();
  const char *hint;

  if (status == IPP_STATUS_ERROR_NOT_AUTHENTICATED || status == IPP_STATUS_ERROR_NOT_AUTHORIZED
      || status == IPP_STATUS_ERROR_FORBIDDEN || status == IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED)
    hint = _ ("ask who looks after it to let you print");
  else if (status == IPP_STATUS_ERROR_NOT_FOUND)
    hint = _ ("look for the right address in the printer's own pages or menu");
  else if (status == IPP_STATUS_ERROR_BUSY || status == IPP_STATUS_ERROR_SERVICE_UNAVAILABLE
           || status == IPP_STATUS_ERROR_TEMPORARY || status == IPP_STATUS_ERROR_TOO_MANY_JOBS)
    hint = _ ("try again in a while");
  else if (status == IPP_STATUS_ERROR_DOCUMENT_FORMAT_ERROR
           || status == IPP_STATUS_ERROR_DOCUMENT_FORMAT_NOT_SUPPORTED
           || status == IPP_STATUS_ERROR_DOCUMENT_UNPRINTABLE)
    hint = _ ("set it up in CUPS, which turns PDF into what it takes, and print to that");
  else
    hint = _ ("look at the printer itself");
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: refuses (%s); %s"), printer->name, words, hint);
}

static void
set_silence (const TkPrinter *printer, GError **error)
{
  if (printer->stop != NULL && *printer->stop)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: was interrupted"), printer->name);
  else if (g_get_monotonic_time () >= printer->until)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: says nothing more for %d seconds; switch it off and on again"), printer->name,
                 (int) (printer->patience / G_TIME_SPAN_SECOND));
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: does not answer as a printer does (%s); see whether it is still switched on, and "
                    "whether the address is right"),
                 printer->name, printer->call.cupsLastErrorString ());
}

ipp_t *
tk_printer_answer_new (TkPrinter *printer, ipp_t *request, int file, ipp_status_t *ret_status, GError **error)
{
  const TkCups *call = &printer->call;

  printer->sent = file;
  printer->position = 0;
  ipp_t *answer = call->cupsDoIORequest (printer->http, request, printer->resource, file, -1);
  printer->sent = -1;
  const ipp_status_t status = call->cupsLastError ();
  if (ret_status != NULL)
    *ret_status = status;
  if (answer != NULL && status < IPP_STATUS_ERROR_BAD_REQUEST)
    return answer;
  /* without an answer the status is the library's own */
  if (answer != NULL || status == IPP_STATUS_ERROR_NOT_AUTHORIZED || status == IPP_STATUS_ERROR_FORBIDDEN
      || status == IPP_STATUS_ERROR_CUPS_AUTHENTICATION_CANCELED || status == IPP_STATUS_ERROR_NOT_FOUND)
    set_refusal (printer, status, error);
  else
    set_silence (printer, error);
  call->ippDelete (answer);
  return NULL;
}

gboolean
tk_printer_has (const TkPrinter *printer, const char *attribute, const char *keyword)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *found = call->ippFindAttribute (printer->attributes, attribute, IPP_TAG_ZERO);

  return found != NULL && call->ippContainsString (found, keyword);
}

char *
tk_printer_join_new (const TkPrinter *printer, const char *attribute)
{
  const TkCups *call = &printer->call;
  ipp_attribute_t *found = call->ippFindAttribute (printer->attributes, attribute, IPP_TAG_ZERO);
  GString *words = g_string_new (NULL);

  for (int i = 0; found != NULL && i < call->ippGetCount (found); i++) {
    const char *word = call->ippGetString (found, i, NULL);
    if (word != NULL)
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", word);
  }
  return g_string_free (words, words->len == 0);
}
