/* Comes in: the path of a PDF, a program that judges such. Goes out: whether it accepts it, and its words.
 * Must not know what a paper is. */
#include "issue_validate.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

/* The command line as words, and the path. */
static GStrv
words_new (const char *validator, const char *pdf, GError **error)
{
  g_auto (GStrv) typed = NULL;
  g_autoptr (GError) cause = NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  if (!g_shell_parse_argv (validator, NULL, &typed, &cause)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--validator %s: %s; give a program and its options"),
                 validator, cause->message);
    return NULL;
  }
  g_strv_builder_addv (words, (const char **) typed);
  g_strv_builder_add (words, pdf);
  return g_strv_builder_end (words);
}

/* The first line of what was said, cut where it goes on for long; or what was not said. (transfer full) */
static char *
first_line_new (const char *output, const char *otherwise)
{
  enum { MOST = 200 };
  g_autofree char *valid = g_utf8_make_valid (output, -1);
  const char *begin = valid + strspn (valid, " \t\r\n");
  g_autofree char *line = g_strndup (begin, strcspn (begin, "\r\n"));

  return *line != '\0' ? g_utf8_substring (line, 0, MIN (g_utf8_strlen (line, -1), MOST))
                       : g_strdup (otherwise);
}

gboolean
tk_issue_validate (const char *validator, const char *pdf, char **ret_said, GError **error)
{
  g_auto (GStrv) words = words_new (validator, pdf, error);
  g_autofree char *output = NULL, *errors = NULL;
  g_autoptr (GError) cause = NULL;
  int status;

  if (words == NULL)
    return FALSE;
  if (!g_spawn_sync (NULL, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status, &cause)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--validator %s: %s; is it installed?"), validator,
                 cause->message);
    return FALSE;
  }
  if (!g_spawn_check_wait_status (status, &cause)) {
    g_autofree char *said = first_line_new (*output != '\0' ? output : errors, cause->message);
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: does not accept the paper: %s; nothing was filed"),
                 words[0], said);
    return FALSE;
  }
  g_auto (GStrv) parts = g_strsplit (output, pdf, -1);
  g_autofree char *plain = g_strjoinv ("paper.pdf", parts); /* where it lies now is nobody's concern */
  g_autofree char *said = first_line_new (plain, "");
  g_autofree char *name = g_path_get_basename (words[0]);
  *ret_said = g_strdup_printf ("%s accepts it%s%s", name, *said != '\0' ? ": " : "", said);
  return TRUE;
}
