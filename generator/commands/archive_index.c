/* tongket archive index STORE: brings the catalogue of a store up to date, which find does by itself. */
#include <glib/gi18n.h>
#include <stdio.h>

#include "archive_catalogue.h"
#include "archive_commands.h"
#include "digest.h"
#include "error.h"
#include "finding.h"
#include "progress.h"

static const TkUsage usage = {
    .name = "archive index",
    .arguments = N_ ("STORE"),
    .about = N_ (
        "Brings the catalogue of a store up to date, for finding papers in it. archive find does so by "
        "itself; this is for the night. The catalogue is made of the store and may be deleted."),
    .example = "tongket archive index kho\ntongket archive index kho --rebuild",
    .fewest = 1,
    .most = 1,
};

char *
tk_catalogue_path_new (const char *store)
{
  const char *named = g_getenv ("TONGKET_CACHE");
  g_autofree char *sum = tk_digest_new (store, strlen (store));
  g_autofree char *name = g_strdup_printf ("%.32s.db", sum);

  if (named != NULL && *named == '\0')
    return NULL;
  return named != NULL ? g_build_filename (named, "catalogues", name, NULL)
                       : g_build_filename (g_get_user_cache_dir (), "tongket", "catalogues", name, NULL);
}

gboolean
tk_run_archive_index (int argc, char **argv, GError **error)
{
  gboolean rebuild = FALSE, quiet = FALSE;
  const GOptionEntry entries[] = {
      {"rebuild", 0, 0, G_OPTION_ARG_NONE, &rebuild, N_ ("Read the whole store again"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  g_autoptr (TkArchive) archive = tk_archive_open_new (argv[1], FALSE, error);
  if (archive == NULL)
    return FALSE;
  g_autofree char *path = tk_catalogue_path_new (tk_archive_path (archive));
  g_autoptr (TkNotes) notes = tk_notes_new ();
  int counter = 0;
  const TkFindingWish finding = {.path = path, .rebuild = rebuild, .counter = &counter};
  TkProgress *progress = tk_progress_new (1, !quiet);
  tk_progress_stage (progress, _ ("reading papers"));
  tk_progress_count (progress, &counter);
  g_autoptr (TkCatalogue) catalogue = tk_finding_catalogue_new (archive, &finding, notes, error);
  tk_progress_free (progress);
  if (catalogue == NULL)
    return FALSE;
  if (!quiet) {
    tk_notes_print (notes, _ ("note: "), stderr);
    g_print (ngettext ("%d paper read\n", "%d papers read\n", (gulong) counter), counter);
  }
  return TRUE;
}
