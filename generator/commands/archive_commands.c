/* tongket archive SUBCOMMAND: the table of the subcommands. */
#include "archive_commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"

static const TkCommand subcommands[] = {
    {"export", N_ ("hand papers over to a repository: DSpace, METS, OAI-PMH"), tk_run_archive_export},
    {"import", N_ ("file old papers and scanned pages"), tk_run_archive_import},
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: tongket archive SUBCOMMAND [OPTION…]"));
  g_print ("%s\n", _ ("Subcommands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    g_print ("  %-12s%s\n", subcommands[i].name, _ (subcommands[i].summary));
  g_print ("\n%s\n  tongket archive import luu-tru van-ban-1998/\n\n", _ ("Example:"));
}

gboolean
tk_run_archive (int argc, char **argv, GError **error)
{
  const char *name = argc > 1 ? argv[1] : "--help";

  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0) {
    print_help ();
    return TRUE;
  }
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    if (strcmp (subcommands[i].name, name) == 0)
      return subcommands[i].run (argc - 1, argv + 1, error);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("archive: ‘%s’ is not a subcommand; see tongket archive --help"), name);
  return FALSE;
}
