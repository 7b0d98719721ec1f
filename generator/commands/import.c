/* tongket import FILE.db FROM: CSV files and spreadsheets into the database, all or nothing. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"

static const TkUsage usage = {
    .name = "import",
    .arguments = N_ ("FILE.db FOLDER|FILE.csv|FILE.xlsx|FILE.ods"),
    .about = N_ (
        "Reads tables into the database: all of them or, where a cell is wrong, none. A file or a sheet is "
        "named as its table: event.csv, or a sheet “Sự kiện”; “tongket schema” shows the tables.\n"
        "The same tables a second time change nothing."),
    .example = "tongket import thuvien.db records/\ntongket import thuvien.db so-lieu-2025.xlsx",
    .fewest = 2,
    .most = 2,
};

gboolean
tk_run_import (int argc, char **argv, GError **error)
{
  TkImportOptions options = {0};
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };
  g_autoptr (TkNotes) notes = tk_notes_new ();
  guint added = 0, changed = 0;

  if (!tk_command_parse (&usage, entries, &argc, &argv, error)
      || !tk_data_import (argv[1], argv[2], &options, notes, &added, &changed, error))
    return FALSE;
  if (quiet)
    return TRUE;
  tk_notes_print (notes, "", stderr);
  g_autofree char *rows = g_strdup_printf (ngettext ("%u row added", "%u rows added", added), added);
  g_print (_ ("%s: %s, %u changed\n"), argv[1], rows, changed);
  return TRUE;
}
