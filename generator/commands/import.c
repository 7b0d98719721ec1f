/* tongket import FILE.db FOLDER: CSV files into the database, all or nothing. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"

static const TkUsage usage = {
    .name = "import",
    .arguments = N_ ("FILE.db FOLDER"),
    .about = N_ (
        "Reads the CSV files of FOLDER, one for each table, into the database: all of them or, where a cell "
        "is wrong, none.\nThe same folder a second time changes nothing."),
    .example = "tongket import thuvien.db records/",
    .fewest = 2,
    .most = 2,
};

gboolean
tk_run_import (int argc, char **argv, GError **error)
{
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };
  g_autoptr (TkNotes) notes = tk_notes_new ();
  guint added = 0, changed = 0;

  if (!tk_command_parse (&usage, entries, &argc, &argv, error)
      || !tk_data_import (argv[1], argv[2], notes, &added, &changed, error))
    return FALSE;
  if (quiet)
    return TRUE;
  tk_notes_print (notes, "", stderr);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row added", "%u rows added", added), added);
  g_print (_ ("%s: %s, %u changed\n"), argv[1], rows, changed);
  return TRUE;
}
