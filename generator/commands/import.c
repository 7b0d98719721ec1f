/* tongket import FILE.db FROM: CSV files and spreadsheets into the database, all or nothing. */
#include <glib/gi18n.h>

#include "command.h"
#include "database.h"
#include "progress.h"

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
  g_autofree char *encoding = NULL;
  gboolean quiet = FALSE;
  const GOptionEntry entries[] = {
      {"encoding", 'e', 0, G_OPTION_ARG_STRING, &encoding,
       N_ ("Encoding of the texts, instead of what they seem to be in: auto, utf-8, utf-16, tcvn3, vni, "
           "viscii, windows-1258, "
           "windows-1252"),
       N_ ("NAME")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };
  g_autoptr (TkNotes) notes = tk_notes_new ();
  guint added = 0, changed = 0;
  int rows = 0;

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  g_autoptr (TkProgress) progress = tk_progress_new (1, !quiet);
  tk_progress_stage (progress, _ ("reading rows"));
  tk_progress_count (progress, &rows);
  options.rows_read = &rows;
  options.encoding = encoding;
  const gboolean done = tk_data_import (argv[1], argv[2], &options, notes, &added, &changed, error);
  g_clear_pointer (&progress, tk_progress_free);
  if (!quiet)
    tk_notes_print (notes, "", stderr); /* a file that was passed over may be what is missing */
  if (!done || quiet)
    return done;
  g_autofree char *said = g_strdup_printf (ngettext ("%u row added", "%u rows added", added), added);
  g_print (_ ("%s: %s, %u changed\n"), argv[1], said, changed);
  return TRUE;
}
