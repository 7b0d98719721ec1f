/* Comes in: PDF files, and what is to be done with them. Goes out: what that had to say. Must not know what
 * it is. */
#include "pdf_apart.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { MOST_BYTES = 40 << 20, MOST_MEMORY = 1 << 30, BLOCK = 64 * 1024 };

typedef struct {
  GBytes *const *files;
  guint n;
  TkPdfWork work;
  guint seconds;
} Task;

/* ---- in a process of its own -------------------------------------------------- */

static gboolean
load (TkPoppler *calls)
{
  static const char *const names[] = {TK_POPPLER_CALLS (TK_LIBRARY_NAME) NULL};

  return tk_library_open (TK_LIBRARY_POPPLER_GLIB, "libpoppler-glib8", names, calls, NULL);
}

/* So much more than the program has already: what tests put under it takes terabytes. */
static void
limit (guint seconds)
{
  unsigned long long pages = 0;
  FILE *file = fopen ("/proc/self/statm", "re");

  if (file != NULL && fscanf (file, "%llu", &pages) == 1) {
    const rlim_t most = (rlim_t) pages * (rlim_t) sysconf (_SC_PAGESIZE) + MOST_MEMORY;
    setrlimit (RLIMIT_AS, &(struct rlimit){most, most});
  }
  setrlimit (RLIMIT_CPU, &(struct rlimit){seconds, seconds});
  setrlimit (RLIMIT_CORE, &(struct rlimit){0, 0});
  if (file != NULL)
    fclose (file);
}

gboolean
tk_pdf_apart_write (int to, const void *bytes, gsize size)
{
  const char *at = bytes;

  while (size > 0) {
    const gssize n = write (to, at, size);
    if (n < 0 && errno == EINTR)
      continue;
    if (n <= 0)
      return FALSE;
    at += n;
    size -= (gsize) n;
  }
  return TRUE;
}

static TkPdfEnd
read_documents (const Task *task, int to)
{
  g_autofree PopplerDocument **documents = g_new0 (PopplerDocument *, task->n);
  TkPoppler call;
  GError *reason = NULL;

  if (!load (&call))
    return TK_PDF_MISSING;
  for (guint i = 0; i < task->n; i++)
    if ((documents[i] = call.poppler_document_new_from_bytes (task->files[i], NULL, &reason)) == NULL)
      return g_error_matches (reason, call.poppler_error_quark (), POPPLER_ERROR_ENCRYPTED) ? TK_PDF_ENCRYPTED
                                                                                            : TK_PDF_BROKEN;
  return task->work (&call, documents, to);
}

/* What poppler has to say is for programmers. Nothing of this program is tidied up: it is not its own. */
static _Noreturn void
run (const Task *task, int to)
{
  const int nowhere = open ("/dev/null", O_WRONLY);

  dup2 (nowhere, STDOUT_FILENO);
  dup2 (nowhere, STDERR_FILENO);
  signal (SIGPIPE, SIG_DFL);
  limit (task->seconds);
  _exit (read_documents (task, to));
}

/* ---- in this one --------------------------------------------------------------- */

/* FALSE: too much, or too slow. */
static gboolean
listen_to (int from, guint seconds, GByteArray *bytes)
{
  const gint64 end = g_get_monotonic_time () + (gint64) seconds * G_USEC_PER_SEC;
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
    if (bytes->len > MOST_BYTES)
      return FALSE;
  }
}

static const char *
find_reason (int status)
{
  switch (WIFEXITED (status) ? WEXITSTATUS (status) : TK_PDF_BROKEN) {
  case TK_PDF_GOOD:
    return NULL;
  case TK_PDF_MISSING:
    return _ ("poppler, which reads it, is not installed (libpoppler-glib8)");
  case TK_PDF_ENCRYPTED:
    return _ ("it is locked with a password");
  default:
    return _ ("it is damaged");
  }
}

static GByteArray *
take (pid_t child, int from, guint seconds, const char **ret_reason)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  const gboolean in_time = listen_to (from, seconds, bytes);
  int status;

  if (!in_time)
    kill (child, SIGKILL);
  while (waitpid (child, &status, 0) < 0 && errno == EINTR)
    ;
  *ret_reason = in_time ? find_reason (status) : _ ("it is larger than can be read");
  return *ret_reason == NULL ? g_steal_pointer (&bytes) : NULL;
}

GByteArray *
tk_pdf_apart_new (GBytes *const *files, guint n, TkPdfWork work, guint seconds, const char **ret_reason)
{
  const Task task = {files, n, work, seconds};
  GByteArray *said = NULL;
  int ends[2];

  *ret_reason = _ ("it cannot be read");
  if (pipe2 (ends, O_CLOEXEC) != 0)
    return NULL;
  const pid_t child = fork ();
  if (child == 0)
    run (&task, ends[1]);
  close (ends[1]);
  if (child > 0)
    said = take (child, ends[0], seconds, ret_reason);
  close (ends[0]);
  return said;
}
