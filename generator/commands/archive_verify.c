/* tongket archive verify STORE: is all that was issued there, unchanged, and could it be made again? */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "archive_commands.h"
#include "audit_report.h"
#include "error.h"
#include "paper.h"
#include "reproduce.h"
#include "share.h"

static const TkUsage usage = {
    .name = "archive verify",
    .arguments = N_ ("STORE"),
    .about = N_ (
        "Proves that all that was issued is there, unchanged: every file against two checksums, nothing "
        "missing, "
        "nothing added, each version with the one before it, each record as its files. It ends with status 4 "
        "where it finds a fault."),
    .example = "tongket archive verify kho\n"
               "tongket archive verify kho --reproduce --report kiem-tra-kho.txt\n"
               "tongket archive verify kho --format json",
    .fewest = 1,
    .most = 1,
};

typedef struct {
  gboolean reproduce, json;
  char *format, *report;
  TkPaperWish paper; /* the report, where it is one; --date, --quiet */
} Wish;

static void
wish_clear (Wish *wish)
{
  g_free (wish->format);
  g_free (wish->report);
  tk_paper_wish_clear (&wish->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
is_report (const char *path)
{
  return g_str_has_suffix (path, ".txt") || g_str_has_suffix (path, ".json")
         || g_str_has_suffix (path, ".pdf");
}

static gboolean
check_wish (Wish *wish, GError **error)
{
  wish->json = g_strcmp0 (wish->format, "json") == 0;
  if (wish->format != NULL && !wish->json && strcmp (wish->format, "text") != 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--format %s: give text or json"), wish->format);
  else if (wish->report != NULL && !is_report (wish->report))
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--report %s: the report must end in .txt, .json or .pdf"), wish->report);
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  const GOptionEntry entries[] = {
      {"reproduce", 'r', 0, G_OPTION_ARG_NONE, &wish->reproduce,
       N_ ("Make each paper again from its rows, layout, pictures and fonts, and compare"), NULL},
      {"report", 0, 0, G_OPTION_ARG_FILENAME, &wish->report,
       N_ ("A report for the auditor: .txt, .json, or .pdf, as a paper in Vietnamese"), N_ ("FILE")},
      {"format", 0, 0, G_OPTION_ARG_STRING, &wish->format, N_ ("text, or json: one object"), N_ ("FORMAT")},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &wish->paper.date, N_ ("Date of the report"), N_ ("YYYY-MM-DD")},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &wish->paper.quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error) || !check_wish (wish, error))
    return FALSE;
  if (wish->report != NULL && g_str_has_suffix (wish->report, ".pdf"))
    wish->paper.output = g_strdup (wish->report);
  return tk_paper_settle (&wish->paper, error);
}

static gboolean
reproduce_all (TkAudit *audit, const TkArchive *archive, gboolean quiet, GError **error)
{
  g_autofree char *share = tk_share_new (error);
  g_autoptr (GArray) years = tk_archive_years_new (archive);
  g_autoptr (TkProgress) progress = tk_progress_new (1, !quiet);
  int done = 0;

  if (share == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("making papers again"));
  tk_progress_count (progress, &done);
  for (guint i = 0; i < years->len; i++) {
    g_auto (GStrv) versions = tk_archive_versions_new (archive, g_array_index (years, int, i), NULL);
    for (char **version = versions; version != NULL && *version != NULL; version++) {
      tk_reproduce (audit, archive, *version, share);
      g_atomic_int_inc (&done);
    }
  }
  return TRUE;
}

static char *
report_new (const TkAudit *audit, const char *store, gboolean json, GError **error)
{
  return json ? tk_audit_json_new (audit, store, error) : tk_audit_text_new (audit, store);
}

/* The layout is no paper of the records: it is not among those that are listed. */
static gboolean
make_paper (const TkAudit *audit, const char *store, const TkPaperWish *wish, GError **error)
{
  g_autofree char *share = tk_share_new (error);
  g_autofree char *layout = share != NULL
                                ? g_build_filename (share, "layouts", "reports", "kiem-tra-kho.xml", NULL)
                                : NULL;
  g_autoptr (TkTemplate) template = layout != NULL ? tk_paper_template_new (share, layout, error) : NULL;
  g_autoptr (TkDatabase)
      database = template != NULL ? tk_audit_database_new (audit, store, wish->day, TRUE, error) : NULL;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkDocument)
      document = database != NULL ? tk_paper_compose_new (database, template, wish, notes, error) : NULL;
  g_autoptr (TkProgress) progress = tk_progress_new (TK_PAPER_STAGES, FALSE);

  return document != NULL && tk_paper_make (document, share, wish, notes, progress, error);
}

static gboolean
write_report (const TkAudit *audit, const char *store, const Wish *wish, GError **error)
{
  if (wish->paper.output != NULL)
    return make_paper (audit, store, &wish->paper, error);
  g_autofree char *report = report_new (audit, store, g_str_has_suffix (wish->report, ".json"), error);
  g_autoptr (TkOutput) output = report != NULL ? tk_output_new (wish->report, error) : NULL;

  return output != NULL && tk_output_write (output, report, strlen (report), error)
         && tk_output_commit (output, error);
}

/* The command's own words come last. */
static gboolean
judge (const TkAudit *audit, const char *store, GError **error)
{
  const guint n = tk_audit_count_faults (audit);

  if (n == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               ngettext ("%s: %u fault; put back what is wrong from a copy of the store",
                         "%s: %u faults; put back what is wrong from a copy of the store", n),
               store, n);
  return FALSE;
}

gboolean
tk_run_archive_verify (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {.paper = {.dpi = 150}};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autoptr (TkArchive) archive = tk_archive_open_new (argv[1], FALSE, error);
  g_autoptr (TkAudit) audit = tk_audit_new ();
  if (archive == NULL || (wish.report != NULL && !tk_archive_check_outside (archive, wish.report, error)))
    return FALSE;
  if (wish.paper.output != NULL)
    g_free (tk_command_speak_new ("vi")); /* to the end: what is printed is what stands in the paper */
  if (!tk_audit_store (audit, archive, error)
      || (wish.reproduce && !reproduce_all (audit, archive, wish.paper.quiet, error))
      || (wish.report != NULL && !write_report (audit, argv[1], &wish, error)))
    return FALSE;
  g_autofree char *said = report_new (audit, argv[1], wish.json, error);
  if (said == NULL)
    return FALSE;
  if (wish.json || !wish.paper.quiet)
    g_print ("%s", said);
  return judge (audit, argv[1], error);
}
