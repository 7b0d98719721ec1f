/* replay DATABASE SHARE FOLDER: makes every paper named on the standard input, “LAYOUT<TAB>--set
 * NAME=VALUE<TAB>…” a line as tongket list has them, from the records, keeping what it asks in FOLDER, and
 * again from FOLDER alone, which lies beside the database. Says which PDFs differ, and what keeping costs. */
#include <glib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "ledger.h"
#include "paper.h"

typedef struct {
  const char *share, *rows;
  double asked, kept; /* seconds of the content stage, without and with a ledger */
  guint n_papers, n_faults;
} Run;

/* The digest of the PDF; NULL: @ret_seconds alone is wanted, of the content stage. */
static char *
make (const Run *run, TkDatabase *database, const TkTemplate *template, char **settings, gboolean whole,
      double *ret_seconds)
{
  g_autofree char *path = g_strconcat (run->rows, ".pdf", NULL);
  g_auto (TkPaperWish) wish = {.output = g_strdup (path), .settings = g_strdupv (settings), .quiet = TRUE};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkProgress) progress = tk_progress_new (TK_PAPER_STAGES, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  if (!tk_paper_settle (&wish, &error))
    g_error ("%s", error->message);
  const gint64 before = g_get_monotonic_time ();
  g_autoptr (TkDocument) document = tk_paper_compose_new (database, template, &wish, notes, &error);
  *ret_seconds += (double) (g_get_monotonic_time () - before) / 1e6;
  if (document != NULL && !whole)
    return NULL;
  if (document == NULL || !tk_paper_make (document, run->share, &wish, notes, progress, &error)
      || !g_file_get_contents (path, &bytes, &size, &error))
    g_error ("%s: %s", template->name, error->message);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

static void
try_paper (Run *run, const char *path, const char *layout, char **settings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkLedger) ledger = tk_ledger_new ();
  g_autoptr (TkTemplate) template = tk_paper_template_new (run->share, layout, &error);
  g_autoptr (TkDatabase) database = tk_data_read (path, &error);
  double warm = 0, again = 0;

  if (template == NULL || database == NULL)
    g_error ("%s: %s", layout, error->message);
  g_free (make (run, database, template, settings, FALSE, &warm));
  g_free (make (run, database, template, settings, FALSE, &run->asked));
  tk_data_keep (database, ledger);
  g_autofree char *first = make (run, database, template, settings, TRUE, &run->kept);
  if (!tk_ledger_write (ledger, run->rows, &error))
    g_error ("%s", error->message);
  g_autoptr (TkDatabase) replay = tk_data_replay_new (run->rows, &error);
  if (replay == NULL)
    g_error ("%s: %s", layout, error->message);
  g_autofree char *second = make (run, replay, template, settings, TRUE, &again);
  run->n_papers++;
  if (strcmp (first, second) == 0)
    return;
  run->n_faults++;
  printf ("%s %s: %s, again %s\n", layout, settings[0] != NULL ? settings[0] : "", first, second);
}

int
main (int argc, char **argv)
{
  char line[4096];

  if (argc != 4)
    return 2;
  Run run = {.share = argv[2], .rows = argv[3]};
  while (fgets (line, sizeof line, stdin) != NULL) {
    g_auto (GStrv) cells = g_strsplit (g_strchomp (line), "\t", -1);
    if (g_strv_length (cells) < 2)
      break;
    char *settings[] = {g_str_has_prefix (cells[1], "--set ") ? cells[1] + strlen ("--set ") : NULL, NULL};
    try_paper (&run, argv[1], cells[0], settings);
  }
  printf ("%u papers, %u differ; content %.3f s, with a ledger %.3f s\n", run.n_papers, run.n_faults,
          run.asked, run.kept);
  return run.n_papers > 0 && run.n_faults == 0 ? 0 : 1;
}
