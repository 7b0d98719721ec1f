/* Comes in: what was typed about a paper, and its document. Goes out: the file. */
#include "paper.h"

#include <glib/gi18n.h>
#include <string.h>

#include "attach.h"
#include "error.h"
#include "html.h"
#include "measure.h"
#include "paint.h"
#include "preflight.h"
#include "share.h"
#include "word_export.h"

void
tk_paper_wish_clear (TkPaperWish *wish)
{
  g_free (wish->output);
  g_free (wish->date);
  g_free (wish->pdfa);
  g_strfreev (wish->settings);
  tk_press_clear (&wish->press);
}

/* Also "BAO-CAO.PDF". */
static gboolean
ends_in (const char *path, const char *ending)
{
  const gsize n = strlen (path), length = strlen (ending);

  return n >= length && g_ascii_strcasecmp (path + n - length, ending) == 0;
}

static gboolean
parse_kind (TkPaperWish *wish, GError **error)
{
  if (strcmp (wish->output, "-") == 0) {
    g_free (wish->output);
    wish->output = g_strdup ("/dev/stdout");
  }
  if (ends_in (wish->output, ".pdf") || g_str_has_prefix (wish->output, "/dev/"))
    wish->kind = TK_PAPER_PDF;
  else if (ends_in (wish->output, ".png"))
    wish->kind = TK_PAPER_PNG;
  else if (ends_in (wish->output, ".txt"))
    wish->kind = TK_PAPER_TRACE;
  else if (ends_in (wish->output, ".docx"))
    wish->kind = TK_PAPER_WORD;
  else if (ends_in (wish->output, ".html") || ends_in (wish->output, ".htm"))
    wish->kind = TK_PAPER_HTML;
  else {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: the output must end in .pdf, .html, .docx, .png or .txt"), wish->output);
    return FALSE;
  }
  return TRUE;
}

static gboolean
parse_date (const char *text, gint64 *ret_seconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = strlen (text) == 10 ? g_date_time_new_from_iso8601 (midnight, utc) : NULL;

  if (day == NULL)
    return FALSE;
  *ret_seconds = g_date_time_to_unix (day);
  return TRUE;
}

/* A day here, as one that is typed: without the hour, so that two runs agree. */
static gint64
find_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) day = g_date_time_new_utc (g_date_time_get_year (now), g_date_time_get_month (now),
                                                   g_date_time_get_day_of_month (now), 0, 0, 0);
  return g_date_time_to_unix (day);
}

static gboolean
choose_day (TkPaperWish *wish, GError **error)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");

  wish->pinned = wish->date != NULL;
  if (wish->date != NULL) {
    if (parse_date (wish->date, &wish->day))
      return TRUE;
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("--date %s: a date is written 2022-08-19"), wish->date);
    return FALSE;
  }
  if (epoch == NULL || *epoch == '\0') {
    wish->day = find_today ();
    return TRUE;
  }
  if (g_ascii_string_to_signed (epoch, 10, 0, G_GINT64_CONSTANT (253402300799), &wish->day, NULL))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("SOURCE_DATE_EPOCH=%s: not a number of seconds since 1970"), epoch);
  return FALSE;
}

/* Sheets are for printing: what is read on a screen has none. */
static gboolean
settle_press (TkPaperWish *wish, GError **error)
{
  const TkPress *press = &wish->press;

  if (!tk_press_settle (&wish->press, error))
    return FALSE;
  if (!press->wanted || wish->kind == TK_PAPER_PDF)
    return TRUE;
  if (wish->kind != TK_PAPER_PNG)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: sheets are written as .pdf, or .png to look at them"), wish->output);
  else if (press->kind != TK_COLOUR_RGB)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: inks need a .pdf; leave out --colour for pictures"),
                 wish->output);
  else
    return TRUE;
  return FALSE;
}

/* What is kept is a PDF, and pages, not sheets. */
static gboolean
check_archive (const TkPaperWish *wish, GError **error)
{
  const char *option = wish->pdfa != NULL ? "--pdfa" : "--with-data";

  if (wish->pdfa == NULL && !wish->with_data)
    return TRUE;
  if (wish->kind != TK_PAPER_PDF)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: %s is for a .pdf alone; leave it out"),
                 wish->output, option);
  else if (wish->press.wanted)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("%s: sheets of a press are not for keeping; leave out one of --press and %s"), option,
                 option);
  else
    return TRUE;
  return FALSE;
}

static gboolean
settle_level (TkPaperWish *wish, GError **error)
{
  static const char *const names[] = {[TK_LEVEL_2A] = "2a", [TK_LEVEL_3A] = "3a", [TK_LEVEL_1B] = "1b"};
  guint level = TK_LEVEL_2A;

  if (!check_archive (wish, error))
    return FALSE;
  while (wish->pdfa != NULL && level < G_N_ELEMENTS (names) && strcmp (names[level], wish->pdfa) != 0)
    level++;
  if (level == G_N_ELEMENTS (names)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--pdfa %s: there is no such level here; choose 2a, 3a or 1b"), wish->pdfa);
    return FALSE;
  }
  if (wish->with_data && wish->pdfa != NULL && level != TK_LEVEL_3A) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--with-data: PDF/A-%s has no files of any kind inside; choose --pdfa 3a"), wish->pdfa);
    return FALSE;
  }
  wish->level = wish->with_data ? TK_LEVEL_3A : (TkPdfLevel) level;
  return TRUE;
}

gboolean
tk_paper_settle (TkPaperWish *wish, GError **error)
{
  return (wish->output == NULL || parse_kind (wish, error)) && choose_day (wish, error)
         && settle_press (wish, error) && settle_level (wish, error);
}

/* name.png becomes name-1.png, name-2.png, …; of sheets, their sides. */
static gboolean
paint_pictures (const TkPages *pages, const TkSheets *sheets, const TkPaperWish *wish, GError **error)
{
  int stem = (int) (strlen (wish->output) - strlen (".png"));
  const guint n = sheets != NULL ? sheets->n_sides : pages->n_pages;

  for (guint i = 0; i < n; i++) {
    g_autofree char *path = g_strdup_printf ("%.*s-%u.png", stem, wish->output, i + 1);
    g_autoptr (TkOutput) output = tk_output_new (path, error);

    if (output == NULL
        || !(sheets != NULL ? tk_paint_preview_side (sheets, i, wish->dpi, output, error)
                            : tk_paint_preview (pages, i, wish->dpi, output, error))
        || !tk_output_commit (output, error))
      return FALSE;
  }
  return TRUE;
}

/* The pages are those of our own lines, until Word counts its own. */
static gboolean
export_word (const TkPages *pages, TkOutput *output, GError **error)
{
  const TkDocument *document = pages->document;
  g_autoptr (GHashTable) folios = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < document->n_targets; i++) {
    const TkTarget *target = tk_pages_find_target (pages, document->targets[i]);
    if (target != NULL)
      g_hash_table_insert (folios, (gpointer) document->targets[i],
                           GUINT_TO_POINTER (pages->pages[target->page].folio));
  }
  return tk_export_word (document, folios, output, error);
}

static gboolean
paint_pdf (const TkPages *pages, const TkPaperWish *wish, TkOutput *output, GError **error)
{
  g_autoptr (GArray) files = tk_attachments_new (pages->document);

  return tk_paint_pdf_at (pages, wish->level, (const TkAttachment *) (const void *) files->data, files->len,
                          output, error);
}

static gboolean
paint_kind (const TkPages *pages, const TkPaperWish *wish, TkOutput *output, GError **error)
{
  if (wish->kind == TK_PAPER_WORD)
    return export_word (pages, output, error);
  return wish->kind == TK_PAPER_PDF ? paint_pdf (pages, wish, output, error)
                                    : tk_paint_trace (pages, output, error);
}

/* @sheets: or NULL */
static gboolean
paint_taken (const TkPages *pages, const TkSheets *sheets, const TkPaperWish *wish, GError **error)
{
  if (sheets == NULL) {
    tk_paper_measure (pages, wish->taken);
    return paint_pdf (pages, wish, wish->taken->output, error);
  }
  tk_paper_measure_sheets (sheets, wish->taken);
  return tk_press_paint (&wish->press, sheets, wish->taken->output, error);
}

static gboolean
paint (const TkPages *pages, const TkSheets *sheets, const TkPaperWish *wish, GError **error)
{
  if (wish->taken != NULL)
    return paint_taken (pages, sheets, wish, error);
  if (wish->kind == TK_PAPER_PNG)
    return paint_pictures (pages, sheets, wish, error);

  g_autoptr (TkOutput) output = tk_output_new (wish->output, error);
  return output != NULL
         && (sheets != NULL ? tk_press_paint (&wish->press, sheets, output, error)
                            : paint_kind (pages, wish, output, error))
         && tk_output_commit (output, error);
}

TkTemplate *
tk_paper_template_new (const char *share, const char *name, GError **error)
{
  g_autofree char *parts = g_build_filename (share, "layouts", NULL);
  g_autofree char *path = tk_share_layout_new (share, name, error);

  g_autoptr (TkCache) cache = tk_share_cache_new ();

  return path != NULL ? tk_template_read (path, parts, cache, error) : NULL;
}

TkDocument *
tk_paper_compose_new (TkDatabase *database, const TkTemplate *template, const TkPaperWish *wish,
                      TkNotes *notes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (tk_data_path (database));
  TkContentOptions options = {(const char *const *) wish->settings, wish->day, folder, wish->draft,
                              wish->with_data};
  TkDocument *document = tk_content_new (template, database, &options, notes, error);

  if (document != NULL && wish->pinned) {
    document->date = wish->day;
    document->dated = TRUE;
  }
  return document;
}

static gboolean
check_notes (const TkNotes *notes, const TkPaperWish *wish, GError **error)
{
  guint count = tk_notes_count (notes);

  if (!wish->strict || count == 0)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               ngettext ("%u note, and --strict was given; nothing is written",
                         "%u notes, and --strict was given; nothing is written", count),
               count);
  return FALSE;
}

/* Without lines and pages. */
static gboolean
write_html (const TkDocument *document, const TkPaperWish *wish, TkNotes *notes, TkProgress *progress,
            GError **error)
{
  tk_progress_stage (progress, _ ("writing"));
  g_autoptr (TkHtmlPaper) paper = tk_export_html_new (document, wish->output, notes, error);

  return paper != NULL && check_notes (notes, wish, error) && tk_export_html_commit (paper, error);
}

/* What goes to a printing house has marks: there, colours are to be inks. */
static void
check_for_press (const TkSheets *sheets, const TkPress *press, TkNotes *notes)
{
  const TkPressWanted wanted = {.colour = press->kind, .inks = press->wish.marks};

  tk_check_preflight (sheets, &wanted, notes);
}

gboolean
tk_paper_make (const TkDocument *document, const char *share, const TkPaperWish *wish, TkNotes *notes,
               TkProgress *progress, GError **error)
{
  g_autofree char *fonts = g_build_filename (share, "fonts", NULL);
  const TkPress *press = &wish->press;
  TkGalleyOptions options = {.font_folder = fonts, .slug = press->wish.marks || press->wish.proof};
  g_autoptr (TkSheets) sheets = NULL;

  if (wish->kind == TK_PAPER_HTML)
    return write_html (document, wish, notes, progress, error);
  g_autoptr (TkCache) cache = tk_share_cache_new ();
  const TkPrintOptions prints = {.wanted = wish->kind == TK_PAPER_PDF, .cache = cache, .inks = press->inks};
  options.prints = &prints;
  tk_progress_stage (progress, _ ("setting lines"));
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, error);
  if (galley == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("making pages"));
  g_autoptr (TkPages) pages = tk_pages_flow (galley, notes);
  if (press->wanted && (sheets = tk_pages_impose (pages, &press->wish, notes, error)) == NULL)
    return FALSE;
  if (sheets != NULL)
    check_for_press (sheets, press, notes);
  if (!check_notes (notes, wish, error))
    return FALSE;
  tk_progress_stage (progress, _ ("writing"));
  return paint (pages, sheets, wish, error);
}

gboolean
tk_paper_run (const char *path, const char *layout, const char *share, const TkPaperWish *wish,
              TkNotes *notes, char **ret_title, GError **error)
{
  g_autoptr (TkProgress) progress = tk_progress_new (2 + TK_PAPER_STAGES, !wish->quiet);

  tk_progress_stage (progress, _ ("reading the layout"));
  g_autoptr (TkTemplate) template = tk_paper_template_new (share, layout, error);
  if (template == NULL)
    return FALSE;
  tk_progress_stage (progress, _ ("reading the records"));
  g_autoptr (TkDatabase) database = tk_data_read (path, error);
  g_autoptr (TkDocument)
      document = database != NULL ? tk_paper_compose_new (database, template, wish, notes, error) : NULL;
  if (document == NULL)
    return FALSE;
  g_clear_pointer (&database, tk_data_free);
  if (!tk_paper_make (document, share, wish, notes, progress, error))
    return FALSE;
  if (ret_title != NULL)
    *ret_title = g_strdup (document->title);
  return TRUE;
}
