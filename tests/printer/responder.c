/* responder [WORD...]: a printer of words, on a free port of the loopback. Prints the port, then a line for
 * each request: "Create-Job job-name=… | copies=2"; what it is sent to print goes to the file "document".
 *
 * A word is an attribute of the printer (words.h), with @ for the port; "then:ATTRIBUTE", from when it was
 * asked a second time; "job:STATE/PAGES,…", how the job stands when it is asked for the first time, the
 * second, … and ever after; or "OPERATION:FAULT": raw and html answer no IPP, silent nothing, vanish ends the
 * printer, wait:N refuses N times as busy, and the name of a status of RFC 8011 refuses. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "words.h"

typedef struct {
  char **words;
  int port;
  int asked, job_asked, refused; /* counted by g_atomic_int_add */
} Printer;

typedef struct {
  Printer *printer;
  http_t *http;
} Connection;

/* The words behind @prefix, or NULL. */
static const char *
find_word (const Printer *printer, const char *prefix)
{
  for (char **word = printer->words; *word != NULL; word++)
    if (g_str_has_prefix (*word, prefix))
      return *word + strlen (prefix);
  return NULL;
}

static void
add_words (const Printer *printer, ipp_t *answer, gboolean later)
{
  for (char **word = printer->words; *word != NULL; word++) {
    const gboolean then = g_str_has_prefix (*word, "then:");
    const char *words = then ? *word + strlen ("then:") : *word;
    if ((then && !later) || strchr (words, '=') == NULL)
      continue;
    g_autofree char *name = g_strndup (words, strcspn (words, "="));
    ipp_attribute_t *before = ippFindAttribute (answer, name, IPP_TAG_ZERO);
    if (before != NULL)
      ippDeleteAttribute (answer, before);
    g_auto (GStrv) parts = g_strsplit (words, "@", 2);
    g_autofree char *port = g_strdup_printf ("%d", printer->port);
    g_autofree char *whole = g_strjoinv (port, parts);
    if (!words_add_attributes (answer, IPP_TAG_PRINTER, whole))
      fprintf (stderr, "%s: is no attribute\n", words);
  }
}

static void
add_job (Printer *printer, ipp_t *answer, gboolean ask)
{
  const char *states = find_word (printer, "job:");
  g_auto (GStrv) list = g_strsplit (states != NULL ? states : "9", ",", -1);
  const guint asked = (guint) g_atomic_int_add (&printer->job_asked, ask ? 1 : 0);
  const char *state = list[MIN (asked, g_strv_length (list) - 1)];
  const char *slash = strchr (state, '/');
  g_autofree char *words = g_strdup_printf ("job-id=7 job-state=%d job-impressions-completed=%d "
                                            "job-state-reasons=none",
                                            ask ? atoi (state) : 3, slash != NULL ? atoi (slash + 1) : 0);

  words_add_attributes (answer, IPP_TAG_JOB, words);
}

/* Of a printer with a name: is it the one of the request? */
static gboolean
is_asked (const Printer *printer, ipp_t *request)
{
  const char *name = find_word (printer, "printer-name=");
  ipp_attribute_t *uri = ippFindAttribute (request, "printer-uri", IPP_TAG_URI);
  g_autofree char *end = g_strconcat ("/", name, NULL);

  return name == NULL || uri == NULL || g_str_has_suffix (ippGetString (uri, 0, NULL), end);
}

static ipp_t *
answer_new (Printer *printer, ipp_t *request, const char *fault)
{
  ipp_t *answer = ippNewResponse (request);
  const ipp_op_t operation = ippGetOperation (request);

  if (fault != NULL && g_str_has_prefix (fault, "wait:")) {
    if (g_atomic_int_add (&printer->refused, 1) < atoi (fault + strlen ("wait:"))) {
      ippSetStatusCode (answer, IPP_STATUS_ERROR_BUSY);
      return answer;
    }
  } else if (fault != NULL) {
    ippSetStatusCode (answer, ippErrorValue (fault));
    return answer;
  }
  if (!is_asked (printer, request))
    ippSetStatusCode (answer, IPP_STATUS_ERROR_NOT_FOUND);
  else if (operation == IPP_OP_GET_PRINTER_ATTRIBUTES)
    add_words (printer, answer, g_atomic_int_add (&printer->asked, 1) > 0);
  else if (operation == IPP_OP_CUPS_GET_PRINTERS || operation == IPP_OP_CUPS_GET_DEFAULT)
    add_words (printer, answer, FALSE);
  else if (operation != IPP_OP_CANCEL_JOB)
    add_job (printer, answer, operation == IPP_OP_GET_JOB_ATTRIBUTES);
  return answer;
}

static void
keep_document (http_t *http)
{
  char piece[8192];
  FILE *file = NULL;

  for (ssize_t n = httpRead2 (http, piece, sizeof piece); n > 0; n = httpRead2 (http, piece, sizeof piece)) {
    file = file != NULL ? file : fopen ("document", "wb");
    fwrite (piece, 1, (size_t) n, file);
  }
  if (file != NULL)
    fclose (file);
}

/* FALSE: the connection is over. */
static gboolean
write_answer (http_t *http, ipp_t *answer)
{
  httpClearFields (http);
  httpSetField (http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
  httpSetLength (http, ippLength (answer));
  if (httpWriteResponse (http, HTTP_STATUS_OK) < 0)
    return FALSE;
  ippSetState (answer, IPP_STATE_IDLE);
  return ippWrite (http, answer) == IPP_STATE_DATA && httpFlushWrite (http) >= 0;
}

/* Not IPP; FALSE: there is no such fault. */
static gboolean
misbehave (http_t *http, const char *fault)
{
  static const char raw[] = "\x7f\x45\x4c\x46 garbage \r\n\r\n",
                    html[] = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>";

  if (g_strcmp0 (fault, "raw") == 0)
    return write (httpGetFd (http), raw, sizeof raw) > 0;
  if (g_strcmp0 (fault, "html") == 0)
    return write (httpGetFd (http), html, sizeof html - 1) > 0;
  if (g_strcmp0 (fault, "silent") == 0)
    return sleep (3600) == 0;
  if (g_strcmp0 (fault, "vanish") == 0)
    _exit (0);
  return FALSE;
}

static gboolean
serve (const Connection *connection)
{
  http_t *http = connection->http;
  char path[1024];
  http_state_t state = httpReadRequest (http, path, sizeof path);

  while (state == HTTP_STATE_WAITING)
    state = httpReadRequest (http, path, sizeof path);
  if (state != HTTP_STATE_POST)
    return FALSE;
  http_status_t status = httpUpdate (http);
  while (status == HTTP_STATUS_CONTINUE)
    status = httpUpdate (http);
  if (status != HTTP_STATUS_OK
      || (httpGetExpect (http) == HTTP_STATUS_CONTINUE && httpWriteResponse (http, HTTP_STATUS_CONTINUE) < 0))
    return FALSE;
  ipp_t *request = ippNew ();
  ipp_state_t read = ippRead (http, request);
  while (read != IPP_STATE_DATA && read != IPP_STATE_ERROR)
    read = ippRead (http, request);
  g_autofree char *operation = words_print_new (request, IPP_TAG_OPERATION);
  g_autofree char *job = words_print_new (request, IPP_TAG_JOB);
  const char *name = ippOpString (ippGetOperation (request));
  printf ("%s %s | %s\n", name, operation, job);
  fflush (stdout);
  g_autofree char *prefix = g_strconcat (name, ":", NULL);
  const char *fault = find_word (connection->printer, prefix);
  gboolean alive = read == IPP_STATE_DATA && !misbehave (http, fault);
  if (alive) {
    keep_document (http);
    ipp_t *answer = answer_new (connection->printer, request, fault);
    alive = write_answer (http, answer);
    ippDelete (answer);
  }
  ippDelete (request);
  return alive;
}

static gpointer
run (gpointer data)
{
  Connection *connection = data;

  while (serve (connection))
    ;
  httpClose (connection->http);
  g_free (connection);
  return NULL;
}

int
main (int argc, char **argv)
{
  Printer printer = {.words = argv + 1};
  http_addrlist_t *list = httpAddrGetList ("127.0.0.1", AF_INET, "0");
  const int door = list != NULL ? httpAddrListen (&list->addr, 0) : -1;
  http_addr_t bound;
  socklen_t size = sizeof bound;

  signal (SIGPIPE, SIG_IGN);
  if (argc < 1 || door < 0 || getsockname (door, (struct sockaddr *) &bound, &size) != 0)
    return 1;
  printer.port = httpAddrPort (&bound);
  printf ("%d\n", printer.port);
  fflush (stdout);
  while (TRUE) {
    http_t *http = httpAcceptConnection (door, 1);
    if (http == NULL)
      continue;
    Connection *connection = g_new0 (Connection, 1);
    connection->printer = &printer;
    connection->http = http;
    g_thread_unref (g_thread_new ("connection", run, connection));
  }
}
