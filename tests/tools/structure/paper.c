/* Rules on the whole file: title, language, bookmarks, metadata, annotations, pictures, attachments. */
#include "structure.h"
#include <string.h>

/* ---- what it says of itself ---- */

static void
check_catalog (Paper *paper)
{
  fz_context *context = paper->context;
  pdf_obj *info = entry (paper, pdf_trailer (context, paper->document), "Info");
  const char *language = entry_text (paper, paper->catalog, "Lang");

  if (language == NULL || !is_language (language))
    fault (paper, "catalog", "the language is missing or is none");
  if (entry_text (paper, info, "Title") == NULL)
    fault (paper, "catalog", "there is no title");
  if (!pdf_to_bool (context,
                    entry (paper, entry (paper, paper->catalog, "ViewerPreferences"), "DisplayDocTitle")))
    fault (paper, "catalog", "DisplayDocTitle is not true: the name of the file is shown for the title");
  if (!pdf_to_bool (context, entry (paper, entry (paper, paper->catalog, "MarkInfo"), "Marked")))
    fault (paper, "catalog", "it is not marked as tagged");
}

/* The text of the first element @name, without space around it. The schemas explain names, they give no
 * values. */
static char *
find_property (fz_xml *xml, const char *name)
{
  for (; xml != NULL; xml = fz_xml_next (xml)) {
    if (fz_xml_is_tag (xml, "schemas"))
      continue;
    if (fz_xml_is_tag (xml, name)) {
      while (fz_xml_down (xml) != NULL && fz_xml_text (xml) == NULL)
        xml = fz_xml_down (xml);
      return g_strstrip (g_strdup (fz_xml_text (xml) != NULL ? fz_xml_text (xml) : ""));
    }
    char *found = find_property (fz_xml_down (xml), name);
    if (found != NULL)
      return found;
  }
  return NULL;
}

static char *
keep_digits (const char *date)
{
  GString *digits = g_string_new (NULL);

  for (; *date != '\0' && digits->len < 14; date++)
    if (g_ascii_isdigit (*date))
      g_string_append_c (digits, *date);
  return g_string_free (digits, FALSE);
}

/* The information dictionary and the XMP are the same statement twice. */
static void
check_metadata (Paper *paper)
{
  static const struct {
    const char *key, *property;
    gboolean date;
  } pairs[] = {
      {"Title", "title"},
      {"Author", "creator"},
      {"Subject", "description"},
      {"Creator", "CreatorTool"},
      {"Producer", "Producer"},
      {"ModDate", "ModifyDate", TRUE},
      {"CreationDate", "CreateDate", TRUE},
  };
  fz_context *context = paper->context;
  pdf_obj *info = entry (paper, pdf_trailer (context, paper->document), "Info");
  pdf_obj *stream = entry (paper, paper->catalog, "Metadata");

  if (!pdf_is_stream (context, stream)) {
    fault (paper, "catalog", "there is no XMP");
    return;
  }
  fz_buffer *buffer = pdf_load_stream (context, stream);
  fz_xml_doc *document = fz_parse_xml (context, buffer, 0);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autofree char *property = find_property (fz_xml_root (document), pairs[i].property);
    const char *value = pdf_to_text_string (context, entry (paper, info, pairs[i].key));
    g_autofree char *said = pairs[i].date ? keep_digits (value) : g_strdup (value);
    g_autofree char *other = pairs[i].date ? keep_digits (property != NULL ? property : "")
                                           : g_strdup (property);
    if (strcmp (said, other != NULL ? other : "") != 0)
      fault (paper, "metadata", "%s is “%s”, but in the XMP “%s”", pairs[i].key, said,
             other != NULL ? other : "");
  }
  fz_drop_xml (context, document);
  fz_drop_buffer (context, buffer);
}

/* ---- bookmarks ---- */

typedef struct {
  Paper *paper;
  guint next; /* element after the heading of the bookmark before */
  guint n;
} Bookmarks;

/* Letters only: a heading may be broken over lines. */
static char *
squeeze (const char *text)
{
  GString *out = g_string_new (NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *composed = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  for (const char *at = composed; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar letter = g_utf8_get_char (at);
    if (!g_unichar_isspace (letter) && letter != 0xad && letter != 0x200b)
      g_string_append_unichar (out, letter);
  }
  return g_string_free (out, FALSE);
}

/* A paper of a book is called what its element says (ISO 32000-1, table 323: T), others by their text. */
static char *
read_title (const Paper *paper, const Element *element)
{
  GString *text = g_string_new (NULL);

  if (is (element, "Art"))
    g_string_append (text, entry_text (paper, element->object, "T"));
  else
    gather_text (element, text);
  return g_string_free (text, FALSE);
}

static const Element *
find_heading (Bookmarks *bookmarks, const char *title)
{
  GPtrArray *elements = bookmarks->paper->elements;
  g_autofree char *wanted = squeeze (title);

  for (guint i = bookmarks->next; i < elements->len; i++) {
    const Element *element = elements->pdata[i];
    if (!is (element, "H1 H2 H3 H4 H5 H6 H Art"))
      continue;
    g_autofree char *own = read_title (bookmarks->paper, element);
    g_autofree char *found = squeeze (own);
    if (strcmp (found, wanted) == 0) {
      bookmarks->next = i + 1;
      return element;
    }
  }
  return NULL;
}

static void
check_bookmark (Bookmarks *bookmarks, const fz_outline *mark)
{
  Paper *paper = bookmarks->paper;
  const Element *heading = find_heading (bookmarks, mark->title != NULL ? mark->title : "");
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();

  bookmarks->n++;
  if (heading == NULL) {
    fault (paper, "bookmarks", "“%s” is no heading, or not in the order of the headings", mark->title);
    return;
  }
  gather_pieces (heading, pieces);
  int page = pieces->len == 0 ? -1 : ((const Piece *) pieces->pdata[0])->page;
  if (page != mark->page.page)
    fault (paper, "bookmarks", "“%s” leads to page %d, its heading is on page %d", mark->title,
           mark->page.page + 1, page + 1);
}

static void
check_level (Bookmarks *bookmarks, const fz_outline *mark)
{
  for (; mark != NULL; mark = mark->next) {
    check_bookmark (bookmarks, mark);
    check_level (bookmarks, mark->down);
  }
}

/* ISO 14289-1, 7.17. */
static void
check_bookmarks (Paper *paper)
{
  Bookmarks bookmarks = {.paper = paper};
  fz_outline *outline = pdf_load_outline (paper->context, paper->document);
  guint headings = 0;

  check_level (&bookmarks, outline);
  for (guint i = 0; i < paper->elements->len; i++)
    headings += is (paper->elements->pdata[i], "H1 H2 H3 H4 H5 H6 H") ? 1 : 0;
  if (headings > 1 && bookmarks.n == 0)
    fault (paper, "bookmarks", "there are none for %u headings", headings);
  fz_drop_outline (paper->context, outline);
}

/* ---- annotations ---- */

static gboolean
is_in_link (const Paper *paper, int number)
{
  for (guint i = 0; i < paper->elements->len; i++) {
    const Element *element = paper->elements->pdata[i];
    for (guint k = 0; k < element->kids->len && is (element, "Link Annot Form"); k++)
      if (pdf_to_num (paper->context, g_array_index (element->kids, Kid, k).annotation) == number)
        return TRUE;
  }
  return FALSE;
}

static void
check_annotations (Paper *paper)
{
  fz_context *context = paper->context;
  int n = pdf_count_pages (context, paper->document);

  for (int i = 0; i < n; i++) {
    pdf_obj *page = pdf_lookup_page_obj (context, paper->document, i);
    pdf_obj *all = entry (paper, page, "Annots");
    g_autofree char *place = g_strdup_printf ("page %d", i + 1);
    for (int k = 0; k < pdf_array_len (context, all); k++)
      if (!is_in_link (paper, pdf_to_num (context, pdf_array_get (context, all, k))))
        fault (paper, place, "annotation %d is in no element", k + 1);
    if (pdf_array_len (context, all) > 0
        && strcmp (pdf_to_name (context, entry (paper, page, "Tabs")), "S") != 0)
      fault (paper, place, "Tabs is not S: its annotations are not visited in the order of the tree");
  }
}

/* ---- pictures and attachments: all objects are looked at ---- */

static void
check_picture (Paper *paper, int number, pdf_obj *object)
{
  fz_context *context = paper->context;
  pdf_obj *space = entry (paper, object, "ColorSpace");
  gint64 width = pdf_to_int (context, entry (paper, object, "Width")), bits = 1, n = 1;

  if (!pdf_to_bool (context, entry (paper, object, "ImageMask"))) {
    fz_colorspace *colours = pdf_load_colorspace (context, space);
    n = fz_colorspace_n (context, colours);
    bits = pdf_to_int (context, entry (paper, object, "BitsPerComponent"));
    fz_drop_colorspace (context, colours);
  }
  fz_buffer *buffer = pdf_load_stream (context, object);
  gint64 wanted = (width * n * bits + 7) / 8 * pdf_to_int (context, entry (paper, object, "Height"));
  gint64 got = (gint64) fz_buffer_storage (context, buffer, NULL);
  g_autofree char *place = g_strdup_printf ("object %d", number);
  if (got != wanted)
    fault (paper, place, "the picture has %" G_GINT64_FORMAT " bytes, its size means %" G_GINT64_FORMAT, got,
           wanted);
  fz_drop_buffer (context, buffer);
}

static gboolean
holds (const Paper *paper, pdf_obj *list, int number)
{
  for (int i = 0; i < pdf_array_len (paper->context, list); i++)
    if (pdf_to_num (paper->context, pdf_array_get (paper->context, list, i)) == number)
      return TRUE;
  return FALSE;
}

/* ISO 19005-3, 6.8: a file belongs to something. One that is Data belongs to what shows it, once. */
static void
check_association (Paper *paper, const char *place, int number, const char *relationship)
{
  guint n = 0;

  if (!holds (paper, entry (paper, paper->catalog, "AF"), number))
    fault (paper, place, "the attachment is not in AF of the catalog");
  for (guint i = 0; i < paper->elements->len; i++) {
    const Element *element = paper->elements->pdata[i];
    if (!holds (paper, entry (paper, element->object, "AF"), number))
      continue;
    n++;
    if (!is (element, "Table Figure"))
      fault_in (paper, element, "has an attachment, which shows nothing of it");
  }
  if (n != (strcmp (relationship, "Data") == 0))
    fault (paper, place, "the attachment is %s and belongs to %u elements", relationship, n);
}

static void
check_digest (Paper *paper, const char *place, pdf_obj *parameters, fz_buffer *buffer)
{
  unsigned char digest[16];
  size_t size = 0;
  const char *said = pdf_to_string (paper->context, entry (paper, parameters, "CheckSum"), &size);

  fz_md5_buffer (paper->context, buffer, digest);
  if (size != sizeof digest || memcmp (said, digest, sizeof digest) != 0)
    fault (paper, place, "the attachment has another digest than its CheckSum");
}

static void
check_attachment (Paper *paper, int number, pdf_obj *file)
{
  fz_context *context = paper->context;
  pdf_obj *stream = entry (paper, entry (paper, file, "EF"), "F");
  pdf_obj *parameters = entry (paper, stream, "Params");
  g_autofree char *place = g_strdup_printf ("object %d", number);

  if (entry_text (paper, file, "Desc") == NULL)
    fault (paper, place, "the attachment has no Desc");
  if (entry (paper, parameters, "ModDate") == NULL || entry (paper, parameters, "Size") == NULL)
    fault (paper, place, "the attachment has no Params with ModDate and Size");
  check_association (paper, place, number, pdf_to_name (context, entry (paper, file, "AFRelationship")));
  if (!pdf_is_stream (context, stream))
    return;
  fz_buffer *buffer = pdf_load_stream (context, stream);
  gint64 size = pdf_to_int64 (context, entry (paper, parameters, "Size"));
  if (size != (gint64) fz_buffer_storage (context, buffer, NULL))
    fault (paper, place, "the attachment is not as long as its Size says");
  check_digest (paper, place, parameters, buffer);
  fz_drop_buffer (context, buffer);
}

static void
check_objects (Paper *paper)
{
  fz_context *context = paper->context;
  int n = pdf_xref_len (context, paper->document);

  for (int i = 1; i < n; i++) {
    pdf_obj *object = pdf_new_indirect (context, paper->document, i, 0);
    if (pdf_is_stream (context, object)
        && strcmp (pdf_to_name (context, entry (paper, object, "Subtype")), "Image") == 0)
      check_picture (paper, i, object);
    if (pdf_is_dict (context, object) && entry (paper, object, "EF") != NULL)
      check_attachment (paper, i, object);
    pdf_drop_obj (context, object);
  }
}

void
check_paper (Paper *paper)
{
  check_catalog (paper);
  check_metadata (paper);
  check_bookmarks (paper);
  check_annotations (paper);
  check_objects (paper);
}
