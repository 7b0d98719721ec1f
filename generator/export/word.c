/* Comes in: a document. Goes out: the parts of a Word file, in a package. Knows neither lines nor pages. */
#include "word_export.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "error.h"
#include "word_maker.h"

/* The part that all others are of. */
#define BODY "word/document.xml"
#define TYPES "application/vnd.openxmlformats-officedocument.wordprocessingml."

/* ---- parts ---- */

/* The same with the ends of sections where they belong; NULL: error. */
static GBytes *
settle (const xmlBufferPtr buffer, const char *name, GError **error)
{
  xmlDocPtr tree = xmlReadMemory ((const char *) xmlBufferContent (buffer), xmlBufferLength (buffer), NULL,
                                  NULL,
                                  XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlChar *bytes = NULL;
  int size = 0;

  if (tree == NULL) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the text has a character that XML does not know, or is too long; write another format"),
        name);
    return NULL;
  }
  tk_word_settle_sections (tree);
  xmlDocDumpMemoryEnc (tree, &bytes, &size, "UTF-8");
  xmlFreeDoc (tree);
  return g_bytes_new_with_free_func (bytes, (gsize) size, (GDestroyNotify) xmlFree, bytes);
}

gboolean
tk_word_add_part (TkWord *word, const char *name, const char *type, TkWordPut put, const void *data,
                  GError **error)
{
  TkXml outer = word->xml;
  const char *outer_part = word->part;
  xmlBufferPtr buffer = xmlBufferCreate ();
  GBytes *bytes = NULL;

  word->xml = xmlNewTextWriterMemory (buffer, 0);
  word->part = name;
  xmlTextWriterStartDocument (word->xml, "1.0", "UTF-8", "yes");
  const gboolean done = put (word, data, error);
  xmlTextWriterEndDocument (word->xml);
  xmlFreeTextWriter (word->xml);
  word->xml = outer;
  word->part = outer_part;
  if (done && g_str_equal (name, BODY))
    bytes = settle (buffer, name, error);
  else if (done)
    bytes = g_bytes_new (xmlBufferContent (buffer), (gsize) xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  if (bytes != NULL)
    tk_word_package_add (word->package, name, type, bytes);
  return bytes != NULL;
}

static gboolean
put_body (TkWord *word, const void *data G_GNUC_UNUSED, GError **error)
{
  tk_word_begin (word->xml, "w:document");
  tk_word_namespaces (word->xml);
  tk_word_begin (word->xml, "w:body");
  const TkWordPages pages = {.master = word->document->master, .type = "nextPage", .first = TRUE};
  tk_word_begin_section (word, &pages);
  if (!tk_word_put_block (word, word->document->root, error))
    return FALSE;
  if (word->after_table || (!word->begun && !word->parted))
    tk_word_put_height (word, TK_PT (1));
  tk_word_end_group (word);
  if (word->begun || !word->parted) /* else nothing stands behind the section before, which is the last */
    tk_word_put_section (word);
  tk_word_end (word->xml);
  tk_word_end (word->xml);
  return TRUE;
}

/* ---- notes ---- */

/* The line above the notes, and that above one that goes on: Word's own (17.11.23, 17.11.1). */
static void
put_separator (TkXml xml, int id, const char *type, const char *element)
{
  tk_word_begin (xml, "w:footnote");
  tk_word_attribute (xml, "w:type", type);
  tk_word_number (xml, "w:id", id);
  tk_word_begin (xml, "w:p");
  tk_word_begin (xml, "w:r");
  tk_word_flag (xml, element);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_note_number (TkWord *word)
{
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:rPr");
  tk_word_value (word->xml, "w:rStyle", "FootnoteReference");
  tk_word_end (word->xml);
  tk_word_flag (word->xml, "w:footnoteRef");
  tk_word_end (word->xml);
}

/* Its first paragraph begins with the number, which Word writes itself. */
static gboolean
put_note (TkWord *word, const TkNode *note, GError **error)
{
  const TkNode *first = note->first;

  if (first != NULL && first->kind == TK_NODE_PARAGRAPH) {
    const gboolean numbered = first->n_runs > 0 && (first->runs[0].flags & TK_RUN_SUPERSCRIPT) != 0
                              && g_strcmp0 (first->runs[0].text, note->label) == 0;
    tk_word_begin_paragraph (word, TK_WORD_NOTE, first->style, 0, NULL);
    put_note_number (word);
    tk_word_put_runs (word, first, first->runs + numbered, first->n_runs - numbered);
    tk_word_end (word->xml);
    first = first->next;
  }
  for (; first != NULL; first = first->next)
    if (!tk_word_put_block (word, first, error))
      return FALSE;
  if (word->empty || word->after_table)
    tk_word_put_height (word, TK_PT (1));
  return TRUE;
}

/* Notes have no notes: there are as many at the end as at the beginning. */
static gboolean
put_notes (TkWord *word, const void *data G_GNUC_UNUSED, GError **error)
{
  tk_word_begin (word->xml, "w:footnotes");
  tk_word_namespaces (word->xml);
  put_separator (word->xml, -1, "separator", "w:separator");
  put_separator (word->xml, 0, "continuationSeparator", "w:continuationSeparator");
  word->indent = word->keeps = word->gap = 0;
  word->in_cells = 1;
  for (guint i = 0; i < word->footnotes->len; i++) {
    word->empty = TRUE;
    word->after_table = FALSE;
    tk_word_begin (word->xml, "w:footnote");
    tk_word_number (word->xml, "w:id", i + 1);
    if (!put_note (word, word->footnotes->pdata[i], error))
      return FALSE;
    tk_word_end (word->xml);
  }
  tk_word_end (word->xml);
  return TRUE;
}

/* ---- what is said of the paper ---- */

static void
put_date (TkXml xml, const char *name, const TkDocument *document)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (document->date);
  g_autofree char *text = date != NULL ? g_date_time_format (date, "%Y-%m-%dT%H:%M:%SZ") : NULL;

  if (text == NULL)
    return;
  tk_word_begin (xml, name);
  tk_word_attribute (xml, "xsi:type", "dcterms:W3CDTF");
  xmlTextWriterWriteString (xml, BAD_CAST text);
  tk_word_end (xml);
}

static gboolean
put_core (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  const TkDocument *document = word->document;
  TkXml xml = word->xml;

  tk_word_begin (xml, "cp:coreProperties");
  tk_word_attribute (xml, "xmlns:cp",
                     "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
  tk_word_attribute (xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
  tk_word_attribute (xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
  tk_word_attribute (xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
  tk_word_element (xml, "dc:title", document->title);
  tk_word_element (xml, "dc:subject", document->subject);
  tk_word_element (xml, "dc:creator", document->author);
  tk_word_element (xml, "cp:lastModifiedBy", document->author);
  put_date (xml, "dcterms:created", document);
  put_date (xml, "dcterms:modified", document);
  tk_word_element (xml, "dc:language", document->language);
  tk_word_end (xml);
  return TRUE;
}

static gboolean
put_app (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  tk_word_begin (word->xml, "Properties");
  tk_word_attribute (word->xml, "xmlns",
                     "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
  tk_word_element (word->xml, "Application", "tongket");
  tk_word_end (word->xml);
  return TRUE;
}

static gboolean
put_styles (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  tk_word_styles_put (word->styles, word->document->language, word->xml);
  return TRUE;
}

static gboolean
put_fonts (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  tk_word_styles_put_fonts (word->styles, word->xml);
  return TRUE;
}

static gboolean
put_lists (TkWord *word, const void *data G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  tk_word_lists_put (word->lists, word->xml);
  return TRUE;
}

/* ---- the whole ---- */

/* @master: NULL for none. */
static void
note_folio (TkWord *word, const TkMaster *master)
{
  if (master == NULL || master->folio == NULL)
    return;
  word->heads = word->heads || !tk_word_is_foot (master);
  word->feet = word->feet || tk_word_is_foot (master);
}

/* What the text refers to, and which line is whose heading or caption. */
static void
note_node (TkWord *word, const TkNode *node)
{
  const TkAnchor *anchor = node->anchor;

  if (node->kind == TK_NODE_PAGE_BREAK) {
    word->anew = word->anew || node->restart;
    note_folio (word, node->master);
  }
  if (anchor != NULL && anchor->header != NULL) {
    g_hash_table_insert (word->headers, (gpointer) anchor->header, (gpointer) node);
    if (node->kind != TK_NODE_SECTION && anchor->number != NULL)
      g_hash_table_insert (word->counts, (gpointer) node,
                           GUINT_TO_POINTER (g_hash_table_size (word->counts) + 1));
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    note_node (word, child);
}

/* Once it is known what is a heading or a caption. */
static void
count_styles (TkWord *word, const TkNode *node)
{
  if (node->n_runs > 0 && node->style != NULL)
    tk_word_styles_count (word->styles, tk_word_find_use (word, node),
                          node->kind == TK_NODE_HEADING || node->kind == TK_NODE_ENTRY ? node->level : 0,
                          node->style);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    count_styles (word, child);
}

static void
note_all (TkWord *word)
{
  const TkDocument *document = word->document;

  for (guint i = 0; i < document->n_targets; i++)
    g_hash_table_insert (word->bookmarks, (gpointer) document->targets[i], GUINT_TO_POINTER (i + 1));
  for (guint i = 0; i < document->n_running; i++) {
    const TkPagesOn on = document->running[i].where->on & (guint) (TK_ON_LEFT | TK_ON_RIGHT);
    word->heads = word->heads || !document->running[i].where->foot;
    word->feet = word->feet || document->running[i].where->foot;
    word->even = word->even || on == TK_ON_LEFT || on == TK_ON_RIGHT;
  }
  word->heads = word->heads || document->watermark != NULL;
  note_folio (word, document->master);
  note_node (word, document->root);
  count_styles (word, document->root);
}

static void
relate (TkWord *word, const char *kind, const char *target)
{
  tk_word_package_relate (word->package, BODY, kind, target, FALSE);
}

static gboolean
add_parts (TkWord *word, GError **error)
{
  static const char office[] = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
  static const char core[] = "application/vnd.openxmlformats-package.core-properties+xml";

  if (!tk_word_add_part (word, BODY, TYPES "document.main+xml", put_body, NULL, error))
    return FALSE;
  if (word->footnotes->len > 0) {
    relate (word, "footnotes", "footnotes.xml");
    if (!tk_word_add_part (word, "word/footnotes.xml", TYPES "footnotes+xml", put_notes, NULL, error))
      return FALSE;
  }
  relate (word, "styles", "styles.xml");
  relate (word, "numbering", "numbering.xml");
  relate (word, "settings", "settings.xml");
  relate (word, "fontTable", "fontTable.xml");
  return tk_word_add_part (word, "word/styles.xml", TYPES "styles+xml", put_styles, NULL, error)
         && tk_word_add_part (word, "word/numbering.xml", TYPES "numbering+xml", put_lists, NULL, error)
         && tk_word_add_settings (word, error)
         && tk_word_add_part (word, "word/fontTable.xml", TYPES "fontTable+xml", put_fonts, NULL, error)
         && tk_word_add_part (word, "docProps/core.xml", core, put_core, NULL, error)
         && tk_word_add_part (word, "docProps/app.xml", office, put_app, NULL, error);
}

gboolean
tk_export_word (const TkDocument *document, GHashTable *folios, TkOutput *output, GError **error)
{
  g_autoptr (TkWordPackage) package = tk_word_package_new ();
  g_autoptr (TkWordStyles) styles = tk_word_styles_new ();
  g_autoptr (TkWordLists) lists = tk_word_lists_new ();
  g_autoptr (GPtrArray) footnotes = g_ptr_array_new ();
  g_autoptr (GHashTable) bookmarks = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) headers = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) strips = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) turned = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) pictures = tk_word_pictures_new ();
  TkWord word = {
      .document = document,
      .folios = folios,
      .package = package,
      .styles = styles,
      .lists = lists,
      .footnotes = footnotes,
      .bookmarks = bookmarks,
      .headers = headers,
      .counts = counts,
      .strips = strips,
      .turned = turned,
      .pictures = pictures,
  };

  tk_word_package_relate (package, "", "officeDocument", "word/document.xml", FALSE);
  tk_word_package_relate (package, "", "metadata/core-properties", "docProps/core.xml", FALSE);
  tk_word_package_relate (package, "", "extended-properties", "docProps/app.xml", FALSE);
  note_all (&word);
  return add_parts (&word, error) && tk_word_package_write (package, output, error);
}
