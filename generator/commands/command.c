/* Comes in: the words of the command line. Goes out: options taken, help
 * printed, an error printed and turned into a status. Knows no stage. */
#include "command.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"
#include "nearest.h"

const TkCommand *
tk_command_find (const TkCommand *commands, gsize n, const char *name)
{
  for (gsize i = 0; i < n; i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

char *
tk_command_hint_new (const TkCommand *commands, gsize n, const char *name)
{
  g_autofree const char **names = g_new0 (const char *, n + 1);

  for (gsize i = 0; i < n; i++)
    names[i] = commands[i].name;
  return tk_nearest_hint_new (name, names);
}

/* What GOption says of a number that is none, its Vietnamese messages do not have: it ends with the option.
 */
static char *
option_fault_new (const char *message)
{
  return g_str_has_prefix (message, "Cannot parse integer value")
             ? g_strdup_printf (_ ("%s: give a whole number"), strrchr (message, ' ') + 1)
             : g_strdup (message);
}

/* GOption's own errors are those of the person who types; in some languages they end with a full stop. */
static void
set_usage (GError **error, const TkUsage *usage, const char *message)
{
  g_autofree char *said = g_strndup (message, strlen (message) - (g_str_has_suffix (message, ".") ? 1 : 0));

  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: %s; see tongket %s --help"), usage->name, said,
               usage->name);
}

static GOptionContext *
context_new (const TkUsage *usage, const GOptionEntry *entries)
{
  GOptionContext *context = g_option_context_new (usage->arguments != NULL ? _ (usage->arguments) : NULL);
  g_autofree char *program = g_strconcat ("tongket ", usage->name, NULL);
  g_auto (GStrv) calls = g_strsplit (usage->example, "\n", -1);
  g_autofree char *indented = g_strjoinv ("\n  ", calls);
  g_autofree char *example = g_strdup_printf ("%s\n  %s\n", _ ("Example:"), indented);

  g_set_prgname (program);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (usage->about));
  g_option_context_set_description (context, example);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  return context;
}

/* Is help asked for? It is printed as GLib does it, but for a word that its Vietnamese messages lack. */
static gboolean
give_help (GOptionContext *context, int argc, char **argv)
{
  gboolean asked = FALSE, all = FALSE;

  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++) {
    all = all || strcmp (argv[i], "--help-all") == 0;
    asked = asked || all || strcmp (argv[i], "--help") == 0 || strcmp (argv[i], "-h") == 0;
  }
  if (!asked)
    return FALSE;
  g_autofree char *text = g_option_context_get_help (context, !all, NULL);
  g_auto (GStrv) parts = g_strsplit (text, "[OPTION…]", 2);
  g_autofree char *help = g_strjoinv (_ ("[OPTION…]"), parts);
  g_print ("%s", help);
  return TRUE;
}

gboolean
tk_command_parse (const TkUsage *usage, const GOptionEntry *entries, int *argc, char ***argv, GError **error)
{
  return tk_command_parse_group (usage, entries, NULL, argc, argv, error);
}

gboolean
tk_command_parse_group (const TkUsage *usage, const GOptionEntry *entries, GOptionGroup *group, int *argc,
                        char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = context_new (usage, entries);
  g_autoptr (GError) wrong = NULL;

  if (group != NULL)
    g_option_context_add_group (context, group);
  if (give_help (context, *argc, *argv))
    exit (tk_command_flush (&wrong) ? 0 : tk_command_fail (wrong));
  if (!g_option_context_parse (context, argc, argv, &wrong)) {
    g_autofree char *message = option_fault_new (wrong->message);
    set_usage (error, usage, message);
    return FALSE;
  }
  /* "--" stays in argv where it is the first argument */
  if (*argc > 1 && g_str_equal ((*argv)[1], "--")) {
    (*argv)[1] = (*argv)[0];
    *argv += 1;
    *argc -= 1;
  }
  if (*argc - 1 < usage->fewest) {
    set_usage (error, usage, _ ("an argument is missing"));
    return FALSE;
  }
  if (*argc - 1 > usage->most) {
    g_autofree char *message = g_strdup_printf (_ ("‘%s’ is an argument too many"), (*argv)[usage->most + 1]);
    set_usage (error, usage, message);
    return FALSE;
  }
  return TRUE;
}

char *
tk_command_speak_new (const char *language)
{
  char *before = g_strdup (g_getenv ("LANGUAGE"));

  if (language != NULL)
    g_setenv ("LANGUAGE", language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  textdomain (GETTEXT_PACKAGE); /* which makes gettext look up anew what it has translated before */
  return before;
}

gboolean
tk_command_flush (GError **error)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return TRUE;
  g_set_error_literal (
      error, TK_ERROR, TK_ERROR_OUTPUT,
      _ ("the standard output cannot be written to the end; free some space, or look where it goes"));
  return FALSE;
}

int
tk_command_fail (const GError *error)
{
  g_auto (GStrv) lines = g_strsplit (error->message, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0')
      fprintf (stderr, "tongket: %s\n", *line);
  return error->domain == TK_ERROR ? error->code : 1;
}
