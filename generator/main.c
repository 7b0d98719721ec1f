/* tongket COMMAND [OPTION…]: the table of the commands, and nothing else. */
#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "share.h"

static const TkCommand commands[] = {
    {"new", N_ ("make an empty database"), tk_run_new},
    {"import", N_ ("read spreadsheets and CSV files into a database"), tk_run_import},
    {"export", N_ ("write the records as a workbook to fill in"), tk_run_export},
    {"check", N_ ("look for what is missing or contradictory in the records"), tk_run_check},
    {"upgrade", N_ ("bring a database of an older version up to date"), tk_run_upgrade},
    {"schema", N_ ("show what can be recorded, and where"), tk_run_schema},
    {"list", N_ ("list the papers that the records can make, and what others lack"), tk_run_list},
    {"layouts", N_ ("list the layouts, or copy one"), tk_run_layouts},
    {"render", N_ ("make a paper: PDF, a web page, a Word file, PNG pages or the trace"), tk_run_render},
    {"print", N_ ("make a paper and give it to a printer"), tk_run_print},
    {"archive", N_ ("keep what was issued, prove that it is unchanged"), tk_run_archive},
    {"completion", N_ ("print the completion script for bash"), tk_run_completion},
};

/* Where the locale of the environment is not on this machine, the language is
 * still honoured and text is UTF-8; numbers are always written with a point. */
static void
choose_language (void)
{
  g_autofree char *folder = tk_share_locale_new ();
  gboolean known = setlocale (LC_ALL, "") != NULL;

  if (!known || strcmp (nl_langinfo (CODESET), "UTF-8") != 0) {
    const char *wanted = g_getenv ("LC_ALL");
    if (wanted == NULL || *wanted == '\0')
      wanted = g_getenv ("LC_MESSAGES");
    if (wanted == NULL || *wanted == '\0')
      wanted = g_getenv ("LANG");
    setlocale (LC_ALL, "C.UTF-8");
    /* LC_ALL=C asks for the words of the source, whatever LANGUAGE says */
    gboolean plain = wanted != NULL && (strcmp (wanted, "C") == 0 || strcmp (wanted, "POSIX") == 0);
    const char *language = g_getenv ("LANGUAGE");
    if (wanted != NULL && (plain || language == NULL || *language == '\0'))
      g_setenv ("LANGUAGE", wanted, TRUE);
  }
  setlocale (LC_NUMERIC, "C");
  if (folder != NULL)
    bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: tongket COMMAND [OPTION…]"));
  g_print ("%s\n\n", _ ("Makes the papers of a library federation from its records."));
  g_print ("%s\n", _ ("Commands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-12s%s\n", commands[i].name, _ (commands[i].summary));
  g_print ("  %-12s%s\n\n", "help", _ ("show the options of a command"));
  g_print ("%s\n  tongket new thuvien.db\n  tongket import thuvien.db records/\n"
           "  tongket render thuvien.db bao-cao-nhiem-ky -o bao-cao.pdf\n\n",
           _ ("Example:"));
  g_print ("%s\n",
           _ ("Exit status: 0 done, 2 wrong call, 3 fault in a layout, 4 in the records, 5 in the fonts, "
              "6 the output cannot be written."));
}

static void
print_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("%s\n", commands[i].name);
}

static gboolean
run (const char *name, int argc, char **argv, GError **error)
{
  const TkCommand *command = tk_command_find (commands, G_N_ELEMENTS (commands), name);

  if (command != NULL)
    return command->run (argc, argv, error);
  g_autofree char *hint = tk_command_hint_new (commands, G_N_ELEMENTS (commands), name);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("‘%s’ is not a command; see tongket --help%s"), name,
               hint);
  return FALSE;
}

/* tongket help [COMMAND | --names] */
static gboolean
help (int argc, char **argv, GError **error)
{
  char option[] = "--help", *arguments[] = {argv[0], option, NULL}, **words = arguments;

  if (argc > 1 && strcmp (argv[1], "--names") != 0)
    return run (argv[1], 2, words, error);
  if (argc > 1)
    print_names ();
  else
    print_help ();
  return TRUE;
}

/* Memory that is free at the end of the heap is not given back only to be taken again: of 14,000 pages that
 * the kernel clears for a paper of 1,000 pages, 4,500 were such. Nor is the memory of
 * a picture, some megabytes, before the next one takes it: of 38,000 pages for a bulletin, 30,000 were such.
 */
static void
keep_memory (void)
{
  mallopt (M_TRIM_THRESHOLD, 16 << 20);
  mallopt (M_MMAP_THRESHOLD, 32 << 20); /* the most; it no longer grows by itself, once the other is set */
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const char *name = argc > 1 ? argv[1] : "";
  gboolean done = TRUE;

  keep_memory ();
  choose_language ();
  if (strcmp (name, "--version") == 0)
    g_print ("tongket %s\n", TK_VERSION);
  else if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0)
    print_help ();
  else if (strcmp (name, "help") == 0)
    done = help (argc - 1, argv + 1, &error);
  else if (argc > 1)
    done = run (name, argc - 1, argv + 1, &error);
  else
    g_set_error_literal (&error, TK_ERROR, TK_ERROR_USAGE, _ ("a command is missing; see tongket --help"));
  done = done && tk_command_flush (&error);
  return done && error == NULL ? 0 : tk_command_fail (error);
}
