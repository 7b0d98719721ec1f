/* tongket archive issue STORE FILE.db LAYOUT: the stages of render, and what comes of them into the store. */
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "archive_commands.h"
#include "error.h"
#include "issue.h"
#include "issue_number.h"
#include "issue_validate.h"
#include "share.h"
#include "version.h"

static const TkUsage usage = {
    .name = "archive issue",
    .arguments = N_ ("STORE FILE.db LAYOUT"),
    .about = N_ (
        "Makes a paper from the records and files it under its year, for good: the PDF, the rows that it was "
        "made of, "
        "the layout, the pictures, its words, and who made it when of what. The same paper again changes "
        "nothing; one "
        "that has become another is filed as a further version, for a reason, and the one before stays."),
    .example = "tongket archive issue kho thuvien.db bao-cao-nhiem-ky\n"
               "tongket archive issue kho thuvien.db bao-cao-nhiem-ky --set event=dbsh-tk-2022 --with-data\n"
               "tongket archive issue kho thuvien.db bao-cao-nhiem-ky --reason 'Sửa số liệu bạn đọc'",
    .fewest = 3,
    .most = 3,
};

static void
wish_clear (TkIssueWish *wish)
{
  tk_paper_wish_clear (&wish->paper);
  g_free (wish->reason);
  g_free (wish->id);
  g_free (wish->validator);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkIssueWish, wish_clear)

static gboolean
check_words (const TkIssueWish *wish, const char *layout, GError **error)
{
  if (strcmp (layout, TK_PAPER_OF_CHECK) == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: is what the check found, no paper to issue"),
                 layout);
  else if (wish->reason != NULL && *wish->reason == '\0')
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--reason: is empty; say in words why the paper is made anew"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse (int *argc, char ***argv, TkIssueWish *wish, GError **error)
{
  TkPaperWish *paper = &wish->paper;
  const GOptionEntry entries[] = {
      {"set", 's', 0, G_OPTION_ARG_STRING_ARRAY, &paper->settings, N_ ("Value of a parameter of the layout"),
       N_ ("NAME=VALUE")},
      {"with-data", 0, 0, G_OPTION_ARG_NONE, &paper->with_data,
       N_ ("The rows go into the PDF, too, beside the tables and charts that they feed (PDF/A-3a)"), NULL},
      {"pdfa", 0, 0, G_OPTION_ARG_STRING, &paper->pdfa, N_ ("2a, 3a or 1b (2a)"), N_ ("LEVEL")},
      {"reason", 'r', 0, G_OPTION_ARG_STRING, &wish->reason, N_ ("Why a paper that was issued is made anew"),
       N_ ("WORDS")},
      {"id", 0, 0, G_OPTION_ARG_STRING, &wish->id,
       N_ ("Under which name it is filed (that of the layout and its codes)"), N_ ("NAME")},
      {"validator", 0, 0, G_OPTION_ARG_STRING, &wish->validator,
       N_ ("A program that judges the PDF, whose path it gets: the paper is filed if it ends with status 0, "
           "and its words "
           "stand in the record"),
       N_ ("COMMAND")},
      {"date", 'd', 0, G_OPTION_ARG_STRING, &paper->date, N_ ("Date of the paper"), N_ ("YYYY-MM-DD")},
      {"strict", 0, 0, G_OPTION_ARG_NONE, &paper->strict, N_ ("Notes are failures"), NULL},
      {"quiet", 'q', 0, G_OPTION_ARG_NONE, &paper->quiet, N_ ("Print errors only"), NULL},
      {NULL},
  };

  if (!tk_command_parse (&usage, entries, argc, argv, error) || !check_words (wish, (*argv)[3], error)
      || !tk_paper_settle (paper, error))
    return FALSE;
  paper->with_data = paper->level == TK_LEVEL_3A; /* what else is it for? */
  paper->day -= paper->day % (24 * 60 * 60);      /* a day, as the record keeps it */
  return TRUE;
}

/* All that a paper is made of, with one owner. */
typedef struct {
  TkTemplate *template;
  TkLedger *ledger;
  TkDatabase *database;
  TkDocument *document;
} Making;

static void
making_clear (Making *making)
{
  g_clear_pointer (&making->document, tk_document_free);
  g_clear_pointer (&making->database, tk_data_free);
  g_clear_pointer (&making->ledger, tk_ledger_free);
  g_clear_pointer (&making->template, tk_template_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Making, making_clear)

static gboolean
compose (Making *making, const char *records, const TkPaperWish *wish, TkNotes *notes, GError **error)
{
  g_clear_pointer (&making->document, tk_document_free);
  g_clear_pointer (&making->database, tk_data_free);
  g_clear_pointer (&making->ledger, tk_ledger_free);
  making->ledger = tk_ledger_new ();
  making->database = tk_data_read (records, error);
  if (making->database == NULL)
    return FALSE;
  tk_data_keep (making->database, making->ledger);
  making->document = tk_paper_compose_new (making->database, making->template, wish, notes, error);
  return making->document != NULL;
}

static gboolean
read_before (const TkArchive *archive, const char *id, TkRecord **ret_before, GError **error)
{
  g_autofree char *last = tk_archive_find_new (archive, id);

  if (last == NULL)
    return TRUE;
  g_autofree char *folder = g_build_filename (tk_archive_path (archive), last, NULL);
  *ret_before = tk_record_read_new (folder, error);
  return *ret_before != NULL;
}

/* The bytes of the version before, where it has a PDF. */
static gboolean
is_unchanged (const TkArchive *archive, const TkIssue *issue, GBytes *pdf)
{
  if (issue->before == NULL)
    return FALSE;
  g_autofree char *path = g_strdup_printf ("%s/%04d/data/%s/v%u/paper.pdf", tk_archive_path (archive),
                                           issue->before->year, issue->before->id, issue->before->version);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);
  g_autoptr (GBytes) bytes = file != NULL ? g_mapped_file_get_bytes (file) : NULL;

  return bytes != NULL && g_bytes_equal (bytes, pdf);
}

static gboolean
check_reason (const TkIssue *issue, GError **error)
{
  if (issue->before == NULL || issue->wish->reason != NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: was issued already and has become another paper; say why it is made anew, by --reason "
                  "WORDS: it is "
                  "filed as version %u, version %u stays"),
               issue->filing->id, issue->before->version + 1, issue->before->version);
  return FALSE;
}

static void
tell (const TkIssue *issue, const char *what, guint version)
{
  if (!issue->wish->paper.quiet)
    g_print ("%04d/data/%s/v%u: %s\n", issue->filing->year, issue->filing->id, version, what);
}

/* The version, whole, in a state of the year that is not yet the store's. */
static gboolean
fill (const TkIssue *issue, const char *folder, guint version, GBytes *pdf, GError **error)
{
  const char *validator = issue->wish->validator;
  g_autofree char *path = g_build_filename (folder, "paper.pdf", NULL), *said = NULL;
  TkIssue judged = *issue;
  gsize size;
  const void *bytes = g_bytes_get_data (pdf, &size);

  if (!tk_version_put (folder, "paper.pdf", bytes, size, error)
      || (validator != NULL && !tk_issue_validate (validator, path, &said, error)))
    return FALSE;
  judged.judged = said;
  return tk_issue_write_record (&judged, version, folder, error);
}

static gboolean
file (TkArchive *archive, const TkIssue *issue, GError **error)
{
  guint version;
  g_autoptr (TkArchiveBatch) batch = tk_archive_batch_new (archive, issue->filing->year, error);
  g_autofree char *folder = batch != NULL
                                ? tk_archive_batch_add_new (batch, issue->filing->id, &version, error)
                                : NULL;

  if (folder == NULL || !tk_issue_put_files (issue, folder, error))
    return FALSE;
  g_autoptr (GBytes) pdf = tk_edition_paint_new (issue->edition, error);
  if (pdf == NULL)
    return FALSE;
  if (is_unchanged (archive, issue, pdf)) {
    tell (issue, _ ("is the same paper; nothing was added"), issue->before->version);
    return TRUE;
  }
  if (!check_reason (issue, error) || !fill (issue, folder, version, pdf, error)
      || !tk_archive_batch_commit (batch, error))
    return FALSE;
  tell (issue, issue->edition->document->title, version);
  return TRUE;
}

/* Without a date of its own a paper has that of its first day, however late it is made again. */
static gboolean
keep_day (Making *making, const char *records, TkIssueWish *wish, const TkRecord *before, TkNotes *notes,
          GError **error)
{
  if (before == NULL || !before->own || wish->paper.pinned || before->day == wish->paper.day)
    return TRUE;
  wish->paper.day = before->day;
  return compose (making, records, &wish->paper, notes, error);
}

static char *
layout_name_new (const char *layout)
{
  char *name = g_path_get_basename (layout);

  if (g_str_has_suffix (name, ".xml"))
    name[strlen (name) - strlen (".xml")] = '\0';
  return name;
}

static gboolean
check_notes (const TkNotes *notes, const TkPaperWish *wish, GError **error)
{
  const guint n = tk_notes_count (notes);

  if (!wish->strict || n == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               ngettext ("%u note, and --strict was given; nothing is issued",
                         "%u notes, and --strict was given; nothing is issued", n),
               n);
  return FALSE;
}

static gboolean
issue (TkArchive *archive, char **argv, TkIssueWish *wish, TkNotes *notes, GError **error)
{
  g_autofree char *share = tk_share_new (error), *name = layout_name_new (argv[3]), *id = g_strdup (wish->id);
  g_auto (Making) making = {0};
  if (share == NULL || (making.template = tk_paper_template_new (share, argv[3], error)) == NULL)
    return FALSE;
  /* its answers are for the record, and kept in no ledger */
  g_autoptr (TkDatabase) facts = tk_data_read (argv[2], error);
  if (facts == NULL || !compose (&making, argv[2], &wish->paper, notes, error))
    return FALSE;
  if (id == NULL)
    id = tk_filing_id_new (name, making.document);
  g_autoptr (TkRecord) before = NULL;
  if (!read_before (archive, id, &before, error) || !keep_day (&making, argv[2], wish, before, notes, error))
    return FALSE;
  const TkEditionWish look = {share, wish->paper.level};
  g_autoptr (TkEdition) edition = tk_edition_new (making.document, &look, notes, error);
  if (edition == NULL || !check_notes (notes, &wish->paper, error))
    return FALSE;
  g_autoptr (TkFiling) filing = tk_filing_new (id, name, making.document, edition->text, facts, error);
  const TkIssue all = {wish,    name,   argv[2], making.template,       making.ledger,
                       edition, filing, before,  tk_notes_count (notes)};
  return filing != NULL && tk_issue_check_number (archive, &all, error) && file (archive, &all, error);
}

gboolean
tk_run_archive_issue (int argc, char **argv, GError **error)
{
  g_auto (TkIssueWish) wish = {.paper = {.dpi = 150}};

  if (!parse (&argc, &argv, &wish, error))
    return FALSE;
  g_autoptr (TkNotes) notes = tk_notes_new (), own = tk_notes_new ();
  g_autoptr (TkArchive) archive = tk_archive_open_new (argv[1], TRUE, error);
  if (archive == NULL)
    return FALSE;
  if (tk_archive_find_dead (archive) != NULL)
    tk_notes_add (own, _ ("%s: %s ended while it wrote; what it had begun was removed"), argv[1],
                  tk_archive_find_dead (archive));
  const gboolean done = issue (archive, argv, &wish, notes, error);
  if (!wish.paper.quiet) {
    tk_notes_print (own, _ ("note: "), stderr);
    tk_notes_print (notes, _ ("note: "), stderr);
  }
  return done;
}
