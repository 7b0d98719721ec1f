/* tongket archive SUBCOMMAND: the table of the subcommands, and the smallest of them. */
#include "archive_commands.h"

#include <glib/gi18n.h>
#include <string.h>

#include "archive.h"
#include "error.h"

static const TkCommand subcommands[] = {
    {"new", N_ ("make an empty store"), tk_run_archive_new},
    {"issue", N_ ("make a paper from the records and file it for good"), tk_run_archive_issue},
    {"verify", N_ ("prove that all that was issued is there, unchanged"), tk_run_archive_verify},
    {"find", N_ ("find papers by their words, people, places and dates"), tk_run_archive_find},
    {"index", N_ ("make the catalogue anew in which find looks"), tk_run_archive_index},
    {"pack", N_ ("write a year as one file, .tar or .zip"), tk_run_archive_pack},
    {"check-bag", N_ ("check a BagIt bag of any program"), tk_run_archive_check_bag},
    {"export", N_ ("hand papers over to a repository: DSpace, METS, OAI-PMH"), tk_run_archive_export},
    {"import", N_ ("file old papers and scanned pages"), tk_run_archive_import},
};

static void
print_help (void)
{
  g_print ("%s\n\n", _ ("Usage: tongket archive SUBCOMMAND [OPTION…]"));
  g_print ("%s\n\n",
           _ ("Keeps what was issued, proves that it is unchanged, and finds it again. A store is a folder "
              "with a BagIt bag for each year."));
  g_print ("%s\n", _ ("Subcommands:"));
  for (gsize i = 0; i < G_N_ELEMENTS (subcommands); i++)
    g_print ("  %-12s%s\n", subcommands[i].name, _ (subcommands[i].summary));
  g_print ("\n%s\n  tongket archive new kho\n  tongket archive issue kho thuvien.db bao-cao-nhiem-ky\n"
           "  tongket archive verify kho --reproduce\n\n",
           _ ("Example:"));
  g_print ("%s\n", _ ("The options of a subcommand: tongket archive SUBCOMMAND --help"));
}

gboolean
tk_run_archive (int argc, char **argv, GError **error)
{
  const char *name = argc > 1 ? argv[1] : "--help";

  if (strcmp (name, "--help") == 0 || strcmp (name, "-h") == 0) {
    print_help ();
    return TRUE;
  }
  const TkCommand *subcommand = tk_command_find (subcommands, G_N_ELEMENTS (subcommands), name);
  if (subcommand != NULL)
    return subcommand->run (argc - 1, argv + 1, error);
  g_autofree char *hint = tk_command_hint_new (subcommands, G_N_ELEMENTS (subcommands), name);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("archive: ‘%s’ is not a subcommand; see tongket archive --help%s"), name, hint);
  return FALSE;
}

static const TkUsage usage = {
    .name = "archive new",
    .arguments = N_ ("STORE"),
    .about = N_ ("Makes an empty store: a folder in which papers that are issued are kept, year by year, "
                 "each year a BagIt "
                 "bag. Who takes the bags over may want them to fit a BagIt Profile and to say certain "
                 "things of themselves: "
                 "that is given here, kept in the store, and held whenever something is filed or packed."),
    .example = "tongket archive new kho\n"
               "tongket archive new kho --profile thu-vien.json --bag-info 'Source-Organization: Thư viện "
               "tỉnh Hà Nam'",
    .fewest = 1,
    .most = 1,
};

gboolean
tk_run_archive_new (int argc, char **argv, GError **error)
{
  g_autofree char *profile = NULL;
  g_auto (GStrv) labels = NULL;
  const GOptionEntry entries[] = {
      {"profile", 'p', 0, G_OPTION_ARG_FILENAME, &profile,
       N_ ("A BagIt Profile (JSON) that each of its bags must fit"), N_ ("FILE")},
      {"bag-info", 0, 0, G_OPTION_ARG_STRING_ARRAY, &labels,
       N_ ("What each bag says in bag-info.txt, as Source-Organization; several times: several"),
       N_ ("NAME: VALUE")},
      {NULL},
  };

  return tk_command_parse (&usage, entries, &argc, &argv, error)
         && tk_archive_create (argv[1], profile, (const char *const *) labels, error);
}
