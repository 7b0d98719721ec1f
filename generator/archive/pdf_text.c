/* Comes in: a PDF file. Goes out: its text and how many pages it has. Must not know what the text is for. */
#include "pdf_text.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <poppler.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "library.h"
#include "nfc.h"

/* A library of 4 MB that only imports want. The other two are its own. */
#define CALLS(CALL)                                                                                          \
  CALL (poppler_document_new_from_fd)                                                                        \
  CALL (poppler_document_get_n_pages)                                                                        \
  CALL (poppler_document_get_page)                                                                           \
  CALL (poppler_page_get_text)                                                                               \
  CALL (poppler_error_quark)                                                                                 \
  CALL (g_object_unref)

typedef struct {
  CALLS (TK_LIBRARY_MEMBER)
} Calls;

enum { MOST_TEXT = 40 << 20, MOST_SECONDS = 60, MOST_MEMORY = 1 << 30, BLOCK = 64 * 1024 };

/* How the other process ends. */
enum { GOOD, MISSING, ENCRYPTED, BROKEN };

/* ---- in a process of its own -------------------------------------------------- */

static gboolean
load (Calls *calls)
{
  static const char *const names[] = {CALLS (TK_LIBRARY_NAME) NULL};

  return tk_library_open (TK_LIBRARY_POPPLER_GLIB, "libpoppler-glib8", names, calls, NULL);
}

/* So much more than the program has already: what tests put under it takes terabytes. */
static void
limit (void)
{
  unsigned long long pages = 0;
  FILE *file = fopen ("/proc/self/statm", "re");

  if (file != NULL && fscanf (file, "%llu", &pages) == 1) {
    const rlim_t most = (rlim_t) pages * (rlim_t) sysconf (_SC_PAGESIZE) + MOST_MEMORY;
    setrlimit (RLIMIT_AS, &(struct rlimit){most, most});
  }
  setrlimit (RLIMIT_CPU, &(struct rlimit){MOST_SECONDS, MOST_SECONDS});
  setrlimit (RLIMIT_CORE, &(struct rlimit){0, 0});
  if (file != NULL)
    fclose (file);
}

static gboolean
write_all (int fd, const void *bytes, gsize size)
{
  const char *at = bytes;

  while (size > 0) {
    const gssize n = write (fd, at, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    at += n;
    size -= (gsize) n;
  }
  return TRUE;
}

static gboolean
write_page (const Calls *call, PopplerDocument *document, int number, int to)
{
  PopplerPage *page = call->poppler_document_get_page (document, number);
  char *text = page != NULL ? call->poppler_page_get_text (page) : NULL;

  if (text != NULL)
    g_strdelimit (text, "\f", '\n');
  if (page != NULL)
    call->g_object_unref (page);
  return (text == NULL || write_all (to, text, strlen (text))) && write_all (to, "\f", 1);
}

/* To the pipe: the number of pages, then their text. */
static int
read_document (int from, int to)
{
  Calls call;
  GError *reason = NULL;

  if (!load (&call))
    return MISSING;
  PopplerDocument *document = call.poppler_document_new_from_fd (from, NULL, &reason);
  if (document == NULL)
    return g_error_matches (reason, call.poppler_error_quark (), POPPLER_ERROR_ENCRYPTED) ? ENCRYPTED
                                                                                          : BROKEN;
  const gint32 n = call.poppler_document_get_n_pages (document);
  gboolean written = write_all (to, &n, sizeof n);
  for (int i = 0; written && i < n; i++)
    written = write_page (&call, document, i, to);
  return written ? GOOD : BROKEN;
}

/* What poppler has to say is for programmers. Nothing of this program is tidied up: it is not its own. */
static _Noreturn void
run (int from, int to)
{
  const int nowhere = open ("/dev/null", O_WRONLY);

  dup2 (nowhere, STDOUT_FILENO);
  dup2 (nowhere, STDERR_FILENO);
  signal (SIGPIPE, SIG_DFL);
  limit ();
  _exit (read_document (from, to));
}

/* ---- in this one --------------------------------------------------------------- */

/* FALSE: too much, or too slow. */
static gboolean
listen_to (int from, GByteArray *bytes)
{
  const gint64 end = g_get_monotonic_time () + (gint64) MOST_SECONDS * G_USEC_PER_SEC;
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;) {
    const gint64 left = (end - g_get_monotonic_time ()) / 1000;
    struct pollfd wait = {.fd = from, .events = POLLIN};
    if (left <= 0)
      return FALSE;
    if (poll (&wait, 1, (int) left) <= 0)
      continue;
    const gssize n = read (from, block, BLOCK);
    if (n == 0)
      return TRUE;
    if (n > 0)
      g_byte_array_append (bytes, block, (guint) n);
    if (bytes->len > MOST_TEXT)
      return FALSE;
  }
}

/* What people read: no other control characters than line ends, tabs and ends of pages. */
static char *
clean (const GByteArray *bytes)
{
  g_autofree char *raw = g_strndup ((const char *) bytes->data + sizeof (gint32),
                                    bytes->len - sizeof (gint32));
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  char *text = tk_nfc_new (valid, -1);
  gboolean empty = TRUE;

  for (char *c = text; *c != '\0'; c++) {
    if ((g_ascii_iscntrl (*c) && strchr ("\n\t\f", *c) == NULL))
      *c = ' ';
    empty = empty && g_ascii_isspace (*c);
  }
  if (empty)
    *text = '\0';
  return text;
}

static const char *
find_reason (int status)
{
  switch (WIFEXITED (status) ? WEXITSTATUS (status) : BROKEN) {
  case GOOD:
    return NULL;
  case MISSING:
    return _ ("poppler, which reads it, is not installed (libpoppler-glib8)");
  case ENCRYPTED:
    return _ ("it is locked with a password");
  default:
    return _ ("it is damaged");
  }
}

static char *
take (pid_t child, int from, guint *ret_pages, const char **ret_reason)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const gboolean in_time = listen_to (from, bytes);
  gint32 n = 0;
  int status;

  if (!in_time)
    kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    ;
  *ret_reason = in_time ? find_reason (status) : _ ("it is larger than can be read");
  if (bytes->len >= sizeof n)
    memcpy (&n, bytes->data, sizeof n);
  if (*ret_reason == NULL && n < 1)
    *ret_reason = _ ("it has no pages");
  if (*ret_reason != NULL)
    return NULL;
  *ret_pages = (guint) n;
  return clean (bytes);
}

char *
tk_pdf_text_new (const char *path, guint *ret_pages, const char **ret_reason)
{
  const int from = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int ends[2];
  char *text = NULL;

  *ret_pages = 0;
  *ret_reason = _ ("it cannot be read");
  if (from >= 0 && pipe2 (ends, O_CLOEXEC) == 0) {
    const pid_t child = fork ();
    if (child == 0)
      run (from, ends[1]);
    close (ends[1]);
    if (child > 0)
      text = take (child, ends[0], ret_pages, ret_reason);
    close (ends[0]);
  }
  if (from >= 0)
    close (from);
  return text;
}
