/* tongket check FILE.db [LAYOUT]: what is missing or contradictory, as text, as JSON or as a paper. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "form.h"
#include "paper.h"
#include "report_value.h"
#include "share.h"

static const TkUsage usage = {
    .name = "check",
    .arguments = N_ ("FILE.db [LAYOUT]"),
    .about = N_ (
        "Lists what is missing or contradictory in the records, and what to do; changes nothing. With LAYOUT "
        "only what concerns that paper.\n"
        "An error makes a paper wrong; a warning is probably wrong, or a gap that a reader sees; a remark is "
        "worth a look.\n"
        "Exit status: 0 where there is no error (with --strict: nor a warning), 4 where there is one."),
    .example = "tongket check thuvien.db\n"
               "tongket check thuvien.db bao-cao-nhiem-ky --set event=dbsh-tk-2022\n"
               "tongket check thuvien.db --level warning --format json\n"
               "tongket check thuvien.db -o kiem-tra.pdf",
    .fewest = 1,
    .most = 2,
};

typedef struct {
  TkPaperWish paper;
  char *format, *level;
  gboolean json;
  TkFindingLevel least; /* that is shown */
} Wish;

static void
wish_clear (Wish *wish)
{
  tk_paper_wish_clear (&wish->paper);
  g_free (wish->format);
  g_free (wish->level);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wish, wish_clear)

static gboolean
choose_format (Wish *wish, GError **error)
{
  static const char *const levels[] = {"error", "warning", "remark"};
  guint level = 0;

  wish->json = g_strcmp0 (wish->format, "json") == 0;
  if (wish->format != NULL && !wish->json && strcmp (wish->format, "text") != 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--format %s: give text or json"), wish->format);
    return FALSE;
  }
  while (wish->level != NULL && level < G_N_ELEMENTS (levels) && strcmp (levels[level], wish->level) != 0)
    level++;
  if (level == G_N_ELEMENTS (levels)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--level %s: give error, warning or remark"),
                 wish->level);
    return FALSE;
  }
  wish->least = wish->level == NULL ? TK_FINDING_REMARK : (TkFindingLevel) level;
  return TRUE;
}

static gboolean
parse (int *argc, char ***argv, Wish *wish, GError **error)
{
  TkPaperWish *paper = &wish->paper;
  const GOptionEntry entries[] = {
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &paper->output,
       N_ ("Write a paper instead: .pdf, .html, .docx, .png or .txt"), N_ ("FILE")},
      {"format", 'f', 0, G_OPTION_ARG_STRING, &wish->format,
       N_ ("text, or json: an object a line with level, rule, table, id, code, column, message, suggestion"),
       N_ ("FORMAT")},
      {"level", 'l', 0, G_OPTION_ARG_STRING, &wish->level,
       N_ ("Least level that is shown: error, warning, remark"), N_ ("LEVEL")},
      {"set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &paper->settings, N_ ("Value of a parameter of the layout"),
       N_ ("NAME=VALUE")},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &paper->date, N_ ("Date of the paper"), N_ ("YYYY-MM-DD")},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &paper->strict, N_ ("Warnings are failures"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &paper->quiet, N_ ("Show no progress"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error) || !choose_format (wish, error))
    return FALSE;
  if (paper->settings != NULL && *argc < 3) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--set %s: name the layout that it is for"),
                 paper->settings[0]);
    return FALSE;
  }
  return tk_paper_settle (paper, error);
}

/* The paper cannot be made, for what @wrong says: it, and the errors of the records, of which one may be the
 * reason. NULL: it is no fault of the records. */
static TkFindings *
find_reason (TkDatabase *database, GError *wrong, GError **error)
{
  g_autoptr (GError) reason = wrong;

  if (g_error_matches (reason, TK_ERROR, TK_ERROR_USAGE)) {
    g_propagate_error (error, g_steal_pointer (&reason));
    return NULL;
  }
  g_autoptr (TkFindings) findings = tk_check_run (database, error);
  if (findings == NULL)
    return NULL;
  tk_findings_keep_level (findings, TK_FINDING_ERROR);
  if (tk_findings_count (findings) == 0 && !g_error_matches (reason, TK_ERROR, TK_ERROR_DATA)) {
    g_propagate_error (error, g_steal_pointer (&reason)); /* the layout itself is wrong */
    return NULL;
  }
  tk_findings_add_paper (findings, TK_FINDING_ERROR, "paper", reason->message,
                         _ ("until then the paper cannot be made"));
  return g_steal_pointer (&findings);
}

static guint
count_level (const TkFindings *findings, TkFindingLevel level)
{
  guint n = 0;

  for (guint i = 0; i < tk_findings_count (findings); i++)
    n += tk_findings_get (findings, i)->level == level;
  return n;
}

/* The form of the pages that @document becomes; that it becomes none is an error of the paper. */
static gboolean
measure (TkFindings *findings, TkDatabase *database, const TkDocument *document, const char *share,
         GError **error)
{
  g_autofree char *fonts = g_build_filename (share, "fonts", NULL);
  g_autoptr (TkCache) cache = tk_share_cache_new ();
  const TkPrintOptions prints = {.cache = cache};
  const TkGalleyOptions options = {.font_folder = fonts, .prints = &prints};
  g_autoptr (TkNotes) notes = tk_notes_new (); /* render tells them */
  g_autoptr (GError) wrong = NULL;
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, &wrong);

  if (galley == NULL) {
    if (count_level (findings, TK_FINDING_ERROR) == 0) /* else one of those is the reason */
      tk_findings_add_paper (findings, TK_FINDING_ERROR, "paper", wrong->message,
                             _ ("until then the paper cannot be made"));
    return TRUE;
  }
  g_autoptr (TkPages) pages = tk_pages_flow (galley, notes);
  tk_check_decree (findings, pages);
  return tk_check_bulletin (findings, database, pages, error);
}

/* What concerns the paper, and what the content stage says of it, and the form of its pages. */
static TkFindings *
find_in_paper (TkDatabase *database, const char *share, const char *name, const Wish *wish, GError **error)
{
  g_autoptr (TkTemplate) template = tk_paper_template_new (share, name, error);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  GError *wrong = NULL;

  if (template == NULL)
    return NULL;
  g_autoptr (TkDocument) document = tk_paper_compose_new (database, template, &wish->paper, notes, &wrong);
  if (document == NULL)
    return find_reason (database, wrong, error);
  g_autoptr (TkFindings) findings = tk_check_run (database, error);
  if (findings == NULL || !tk_check_narrow (findings, database, document, error))
    return NULL;
  g_autofree const char **said = tk_notes_list_new (notes);
  for (guint i = 0; said[i] != NULL; i++)
    tk_findings_add_paper (findings, TK_FINDING_WARNING, "paper", said[i],
                           _ ("look at this place of the paper"));
  return measure (findings, database, document, share, error) ? g_steal_pointer (&findings) : NULL;
}

/* The findings as a table beside the records, for queries. */

static gboolean
give_findings (TkDatabase *database, const TkFindings *findings, const Wish *wish, TkArena *arena,
               GError **error)
{
  static const char *const columns[] = {"seq",          "level",   "rule",       "table_name",
                                        "table_title",  "row_id",  "code",       "column_name",
                                        "column_title", "message", "suggestion", NULL};
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (TkValue));
  guint n = 0;

  for (guint i = 0; i < tk_findings_count (findings); i++) {
    const TkFinding *one = tk_findings_get (findings, i);
    const TkValue row[] = {tk_report_number (n + 1),
                           tk_report_text (tk_finding_level_name (one->level)),
                           tk_report_text (one->rule),
                           tk_report_text (one->table),
                           tk_report_text (one->table_title),
                           {one->table != NULL ? TK_VALUE_INTEGER : TK_VALUE_NULL, .integer = one->row},
                           tk_report_shown (arena, one->code),
                           tk_report_text (one->column),
                           tk_report_text (one->column_title),
                           tk_report_shown (arena, one->message),
                           tk_report_shown (arena, one->suggestion)};
    if (one->level > wish->least)
      continue;
    g_array_append_vals (cells, row, G_N_ELEMENTS (row));
    n++;
  }
  return tk_data_give (database, "finding", columns, (const TkValue *) (const void *) cells->data, n, error);
}

/* One row: what was looked at, and when. */
static gboolean
give_subject (TkDatabase *database, const Wish *wish, const char *layout, GError **error)
{
  static const char *const columns[] = {"file", "layout", "date", NULL};
  g_autofree char *file = g_path_get_basename (tk_data_path (database));
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (wish->paper.day);
  g_autofree char *date = g_date_time_format (day, "%Y-%m-%d");
  g_autoptr (TkArena) arena = tk_arena_new ();
  const TkValue row[] = {tk_report_shown (arena, file), tk_report_text (layout), tk_report_text (date)};

  return tk_data_give (database, "checked", columns, row, 1, error);
}

static gboolean
make_paper (TkDatabase *database, const TkFindings *findings, const char *share, const Wish *wish,
            const char *layout, TkProgress *progress, GError **error)
{
  g_autoptr (TkTemplate) template = tk_paper_template_new (share, TK_PAPER_OF_CHECK, error);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkArena) arena = tk_arena_new ();
  TkPaperWish plain = wish->paper; /* --set and --strict are not for this paper */

  plain.settings = NULL;
  plain.strict = FALSE;
  if (template == NULL || !give_findings (database, findings, wish, arena, error)
      || !give_subject (database, wish, layout, error))
    return FALSE;
  g_autoptr (TkDocument) document = tk_paper_compose_new (database, template, &plain, notes, error);
  return document != NULL && tk_paper_make (document, share, &plain, notes, progress, error);
}

static gboolean
print_json (TkDatabase *database, const TkFindings *findings, const Wish *wish, GError **error)
{
  static const char sql[] =
      "SELECT json_object ('level', level, 'rule', rule, 'table', table_name, 'id', row_id, 'code', code, "
      "'column', column_name, 'message', message, 'suggestion', suggestion) FROM finding ORDER BY seq";

  if (!give_findings (database, findings, wish, NULL, error))
    return FALSE;
  g_autoptr (TkQuery) query = tk_data_query_new (database, "json", sql, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    g_print ("%s\n", rows->cells[i].text);
  return TRUE;
}

static void
print_line (const char *path, const TkFinding *finding)
{
  if (finding->table == NULL)
    g_print ("%s; %s\n", finding->message, finding->suggestion); /* it names its place */
  else
    g_print ("%s: %s, %s%s%s: %s; %s\n", path, finding->table, finding->code,
             finding->column != NULL ? ": " : "", finding->column != NULL ? finding->column : "",
             finding->message, finding->suggestion);
}

/* "2 errors, 1 warning, 14 remarks" */
static char *
counts_new (const TkFindings *findings)
{
  const guint errors = count_level (findings, TK_FINDING_ERROR);
  const guint warnings = count_level (findings, TK_FINDING_WARNING);
  const guint remarks = count_level (findings, TK_FINDING_REMARK);
  g_autofree char *first = g_strdup_printf (ngettext ("%u error", "%u errors", errors), errors);
  g_autofree char *second = g_strdup_printf (ngettext ("%u warning", "%u warnings", warnings), warnings);
  g_autofree char *third = g_strdup_printf (ngettext ("%u remark", "%u remarks", remarks), remarks);

  return g_strdup_printf ("%s, %s, %s", first, second, third);
}

static void
print_text (const char *path, const TkFindings *findings, const Wish *wish)
{
  static const char *const heads[] = {N_ ("Errors:"), N_ ("Warnings:"), N_ ("Remarks:")};
  guint n = 0;

  for (TkFindingLevel level = TK_FINDING_ERROR; level <= wish->least; level++) {
    if (count_level (findings, level) == 0)
      continue;
    g_print ("%s%s\n", n++ > 0 ? "\n" : "", _ (heads[level]));
    for (guint i = 0; i < tk_findings_count (findings); i++)
      if (tk_findings_get (findings, i)->level == level)
        print_line (path, tk_findings_get (findings, i));
  }
  if (n > 0)
    g_print ("\n");
}

static gboolean
judge (const char *path, const TkFindings *findings, gboolean strict, GError **error)
{
  const gboolean failed = count_level (findings, TK_FINDING_ERROR) > 0
                          || (strict && count_level (findings, TK_FINDING_WARNING) > 0);
  g_autofree char *counts = counts_new (findings);

  if (failed)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: %s; correct what is listed"), path, counts);
  return !failed;
}

static gboolean
check (int argc, char **argv, const Wish *wish, GError **error)
{
  const char *path = argv[1], *layout = argc > 2 ? argv[2] : NULL;
  const gboolean paper = wish->paper.output != NULL, needs_share = layout != NULL || paper;
  g_autofree char *share = needs_share ? tk_share_new (error) : NULL;
  g_autoptr (TkProgress) progress = tk_progress_new (paper ? 1 + TK_PAPER_STAGES : 1, !wish->paper.quiet);

  if (needs_share && share == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("checking the records"));
  g_autoptr (TkDatabase) database = tk_data_read (path, error);
  if (database == NULL)
    return FALSE;
  g_autofree char *own = paper ? tk_command_speak_new ("vi") : NULL; /* that of the paper */
  g_autoptr (TkFindings) findings = layout != NULL ? find_in_paper (database, share, layout, wish, error)
                                                   : tk_check_run (database, error);
  const gboolean made = findings != NULL
                        && (!paper || make_paper (database, findings, share, wish, layout, progress, error));
  if (paper)
    g_free (tk_command_speak_new (own));
  if (!made)
    return FALSE;
  g_clear_pointer (&progress, tk_progress_free);
  if (wish->json && !print_json (database, findings, wish, error))
    return FALSE;
  if (!wish->json && !paper)
    print_text (path, findings, wish);
  g_autofree char *counts = counts_new (findings);
  if (!wish->json)
    g_print ("%s: %s\n", path, counts);
  return judge (path, findings, wish->paper.strict, error);
}

gboolean
tk_run_check (int argc, char **argv, GError **error)
{
  g_auto (Wish) wish = {.paper = {.dpi = 150}};

  return parse (&argc, &argv, &wish, error) && check (argc, argv, &wish, error);
}
