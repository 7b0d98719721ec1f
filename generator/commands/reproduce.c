/* Comes in: a paper of the store. Goes out: whether the same comes of its rows, layout, pictures and fonts.
 * Must not know the records. */
#include "reproduce.h"

#include <glib/gi18n.h>
#include <string.h>

#include "issue.h"
#include "pdf_compare.h"

typedef struct {
  TkAudit *audit;
  const char *version, *folder, *share;
  const TkRecord *record;
} Again;

static GStrv
settings_new (const TkRecord *record)
{
  g_autoptr (GPtrArray) settings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < record->n_settings; i++)
    if (record->settings[i].value != NULL)
      g_ptr_array_add (settings,
                       g_strconcat (record->settings[i].name, "=", record->settings[i].value, NULL));
  g_ptr_array_add (settings, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&settings), FALSE);
}

static TkTemplate *
template_new (const Again *again, GError **error)
{
  g_autofree char *grammar = g_build_filename (again->share, "layouts", NULL);
  g_autofree char *path = g_strdup_printf ("%s/layout/%s.xml", again->folder, again->record->layout);

  return tk_template_read (path, grammar, NULL, error);
}

static TkDocument *
document_new (const Again *again, const TkTemplate *template, TkPdfLevel level, TkNotes *notes,
              GError **error)
{
  const TkRecord *record = again->record;
  g_autofree char *rows = g_build_filename (again->folder, "rows", NULL);
  g_autofree char *pictures = g_build_filename (again->folder, "pictures", NULL);
  g_auto (GStrv) settings = settings_new (record);
  g_autoptr (TkDatabase) database = tk_data_replay_new (rows, error);
  const TkContentOptions options = {(const char *const *) settings, record->day, pictures, record->draft,
                                    level == TK_LEVEL_3A};
  TkDocument *document = database != NULL ? tk_content_new (template, database, &options, notes, error)
                                          : NULL;
  g_autofree char *midnight = g_strconcat (record->date != NULL ? record->date : "", "T00:00:00Z", NULL);
  g_autoptr (GDateTime) day = document != NULL ? g_date_time_new_from_iso8601 (midnight, NULL) : NULL;

  if (day != NULL && document->dated) /* it may have been set by --date; else it was that of the day */
    document->date = g_date_time_to_unix (day);
  return document;
}

/* Another program or other fonts: the bytes need not be the same. */
static gboolean
says_why (const Again *again, const TkEdition *edition)
{
  const TkRecord *record = again->record;
  g_autoptr (TkArena) arena = tk_arena_new ();
  guint n;
  const TkRecordFile *fonts = tk_issue_list_fonts (edition->galley, arena, &n);
  gboolean other = FALSE;

  if (g_strcmp0 (record->program, "tongket " TK_VERSION) != 0) {
    tk_audit_add_note (again->audit, "reproduction", again->version,
                       _ ("was made by %s, and is made again by %s"), record->program, "tongket " TK_VERSION);
    other = TRUE;
  }
  for (guint i = 0; i < MAX (n, record->n_fonts); i++) {
    const TkRecordFile *now = i < n ? &fonts[i] : NULL,
                       *then = i < record->n_fonts ? &record->fonts[i] : NULL;
    if (now != NULL && then != NULL && strcmp (now->sha256, then->sha256) == 0)
      continue;
    tk_audit_add_note (again->audit, "reproduction", again->version,
                       _ ("was set in the font file %s of SHA-256 %.12s…, which is another one here"),
                       then != NULL ? then->path : now->path, then != NULL ? then->sha256 : now->sha256);
    other = TRUE;
  }
  return other;
}

static GBytes *
read_kept (const Again *again, const char *name)
{
  g_autofree char *path = g_build_filename (again->folder, name, NULL);
  g_autoptr (GMappedFile) file = g_mapped_file_new (path, FALSE, NULL);

  return file != NULL ? g_mapped_file_get_bytes (file) : NULL;
}

/* What lies in layout/ and is none of the files that the layout was read from. */
static gboolean
is_picture (const TkTemplate *template, const char *path)
{
  if (g_str_has_prefix (path, "pictures/"))
    return TRUE;
  if (!g_str_has_prefix (path, "layout/"))
    return FALSE;
  for (guint i = 0; i < template->n_files; i++)
    if (strcmp (template->files[i].path, path + strlen ("layout/")) == 0)
      return FALSE;
  return TRUE;
}

/* All pictures that are kept are shown, and no other. */
static gboolean
has_same_pictures (const Again *again, const TkTemplate *template, const TkEdition *edition)
{
  const guint all = edition->pictures->len + edition->layout_pictures->len;
  guint kept = 0, shown = 0;

  for (guint i = 0; i < again->record->n_files; i++) {
    if (!is_picture (template, again->record->files[i].path))
      continue;
    g_autofree char *path = g_build_filename (again->folder, again->record->files[i].path, NULL);
    kept++;
    shown += g_ptr_array_find_with_equal_func (edition->pictures, path, g_str_equal, NULL)
             || g_ptr_array_find_with_equal_func (edition->layout_pictures, path, g_str_equal, NULL);
  }
  return kept == all && shown == kept;
}

/* "1, 2, 5", of the pages that have other words, or that only look otherwise; NULL: there are none. */
static char *
pages_new (const GArray *differences, gboolean words)
{
  enum { MOST = 10 };
  GString *pages = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < differences->len; i++) {
    const TkPdfDifference *difference = &g_array_index (differences, TkPdfDifference, i);
    if (difference->words != words || n++ > MOST)
      continue;
    g_string_append_printf (pages, n > MOST ? ", …" : n > 1 ? ", %u" : "%u", difference->page);
  }
  return g_string_free (pages, n == 0);
}

/* FALSE: the two PDF files are not the same, and that is said. */
static gboolean
compare_pages (const Again *again, GBytes *kept, GBytes *made)
{
  const char *reason;
  guint n[2];
  g_autoptr (GArray) differences = tk_pdf_compare_new (kept, made, n, &reason);

  if (differences == NULL) {
    tk_audit_add (again->audit, "reproduction", again->version,
                  _ ("paper.pdf cannot be compared with what its rows and its layout give: %s"), reason);
    return FALSE;
  }
  g_autofree char *other = pages_new (differences, TRUE), *looking = pages_new (differences, FALSE);
  if (n[0] != n[1])
    tk_audit_add (
        again->audit, "reproduction", again->version,
        _ ("paper.pdf has another number of pages, %u, than its rows and its layout give, %u; look at both"),
        n[0], n[1]);
  if (other != NULL)
    tk_audit_add (
        again->audit, "reproduction", again->version,
        _ ("paper.pdf, page %s: the words are not those that its rows and its layout give; look at both"),
        other);
  if (looking != NULL)
    tk_audit_add (again->audit, "reproduction", again->version,
                  _ ("paper.pdf, page %s: looks otherwise than its rows, its layout and its pictures give; "
                     "look at both"),
                  looking);
  return n[0] == n[1] && differences->len == 0;
}

static void
compare_content (const Again *again, const TkTemplate *template, const TkEdition *edition, GBytes *kept,
                 GBytes *made)
{
  g_autoptr (GBytes) text = read_kept (again, "text.txt");
  gsize size = 0;
  const char *words = text != NULL ? g_bytes_get_data (text, &size) : "";

  if (size != strlen (edition->text) || memcmp (words, edition->text, size) != 0)
    tk_audit_add (again->audit, "reproduction", again->version, "%s",
                  _ ("its words are not those that its rows and its layout give now"));
  else if (!has_same_pictures (again, template, edition))
    tk_audit_add (again->audit, "reproduction", again->version, "%s",
                  _ ("its pictures are not those that its rows and its layout show now"));
  else if (compare_pages (again, kept, made))
    tk_audit_add_note (
        again->audit, "reproduction", again->version, "%s",
        _ ("the same words and pictures come of its rows and its layout, in a file of other bytes"));
}

/* What the audit has said of paper.pdf is not said again. */
static void
compare (const Again *again, const TkTemplate *template, const TkEdition *edition, GBytes *made)
{
  g_autoptr (GBytes) kept = read_kept (again, "paper.pdf");
  g_autofree char *place = g_build_filename (again->version, "paper.pdf", NULL);

  if (kept != NULL && g_bytes_equal (kept, made))
    again->audit->n_reproduced++;
  else if (kept != NULL && says_why (again, edition))
    compare_content (again, template, edition, kept, made);
  else if (!tk_audit_names (again->audit, place))
    tk_audit_add (again->audit, "reproduction", again->version, "%s",
                  _ ("paper.pdf is not what its rows, its layout and the same fonts give; look at both"));
}

static gboolean
reproduce (const Again *again, GError **error)
{
  g_autoptr (TkNotes) notes = tk_notes_new (); /* said when it was issued */
  g_autoptr (TkTemplate) template = template_new (again, error);
  TkEditionWish wish = {again->share, TK_LEVEL_2A};
  if (template == NULL)
    return FALSE;
  tk_edition_parse_conformance (again->record->conformance, &wish.level);
  g_autoptr (TkDocument) document = document_new (again, template, wish.level, notes, error);
  if (document == NULL)
    return FALSE;
  g_autoptr (TkEdition) edition = tk_edition_new (document, &wish, notes, error);
  g_autoptr (GBytes) pdf = edition != NULL ? tk_edition_paint_new (edition, error) : NULL;
  if (pdf == NULL)
    return FALSE;
  compare (again, template, edition, pdf);
  return TRUE;
}

void
tk_reproduce (TkAudit *audit, const TkArchive *archive, const char *version, const char *share)
{
  g_autofree char *folder = g_build_filename (tk_archive_path (archive), version, NULL);
  g_autoptr (TkRecord) record = tk_record_read_new (folder, NULL);
  const Again again = {audit, version, folder, share, record};
  g_autoptr (GError) wrong = NULL;

  if (record == NULL || !record->own || record->layout == NULL)
    return; /* a record that cannot be read is said already */
  if (!reproduce (&again, &wrong))
    tk_audit_add (audit, "reproduction", version, _ ("cannot be made again: %s"), wrong->message);
}
