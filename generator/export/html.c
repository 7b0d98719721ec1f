/* Comes in: a document. Goes out: a web page that is whole or not there, and its pictures. */
#include "html.h"

#include <string.h>

#include "html_maker.h"
#include "output.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlBuffer, xmlBufferFree)

struct _TkHtmlPaper {
  TkOutput *output;
  TkHtmlFolder *folder;
};

/* ---- the head ---- */

static void
write_meta (TkHtml *html, const char *name, const char *content)
{
  if (content == NULL || *content == '\0')
    return;
  tk_html_begin_block (html, "meta");
  tk_html_attribute (html, "name", name);
  tk_html_attribute (html, "content", content);
  tk_html_end_empty (html);
}

static void
write_head (TkHtml *html)
{
  const TkDocument *document = html->document;
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (document->date);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : NULL;
  g_autofree char *sheet = tk_html_looks_print (html->looks);
  const gboolean untitled = document->title == NULL || *document->title == '\0';

  tk_html_begin_block (html, "head");
  tk_html_begin_block (html, "meta");
  tk_html_attribute (html, "charset", "utf-8");
  tk_html_end_empty (html);
  write_meta (html, "viewport", "width=device-width, initial-scale=1");
  tk_html_begin_block (html, "title");
  tk_html_text (html, untitled ? tk_html_word (html, "Văn bản", "Paper") : document->title);
  tk_html_end (html);
  write_meta (html, "description", document->subject);
  write_meta (html, "author", document->author);
  write_meta (html, "date", day);
  write_meta (html, "generator", "tongket " TK_VERSION);
  tk_html_begin_block (html, "style");
  xmlTextWriterWriteRaw (html->xml, BAD_CAST sheet); /* made by us: no end tag is in it */
  tk_html_end (html);
  tk_html_end_group (html);
}

/* ---- the body ---- */

static gboolean
is_title (const TkNode *node)
{
  return node != NULL && node->kind == TK_NODE_PARAGRAPH && node->title;
}

/* What stands before the text: all up to the first title and the rule below it; without a title a letterhead.
 * Gives the first block behind it. */
static const TkNode *
find_header_end (const TkNode *root)
{
  const TkNode *first = root->first, *end = first;

  while (end != NULL && !is_title (end) && end->kind != TK_NODE_SECTION && end->kind != TK_NODE_HEADING)
    end = end->next;
  if (is_title (end)) {
    while (is_title (end) || (end != NULL && end->kind == TK_NODE_RULE && is_title (end->next)))
      end = end->next;
    return end != NULL && end->kind == TK_NODE_RULE ? end->next : end;
  }
  if (first != NULL && first->kind == TK_NODE_KEEP && first->first != NULL
      && first->first->kind == TK_NODE_SIDES)
    return first->next;
  return first;
}

/* A draft is one on the web, too. */
static void
write_watermark (TkHtml *html)
{
  const TkNode *node = html->document->watermark;

  if (node == NULL)
    return;
  tk_html_begin_block (html, "p");
  tk_html_attribute (html, "class", "watermark");
  tk_html_write_runs (html, node);
  tk_html_end (html);
}

/* Those at the foot of pages, together. */
static void
write_notes (TkHtml *html)
{
  const GPtrArray *notes = tk_html_anchors_notes (html->anchors);

  if (notes->len == 0)
    return;
  const TkStyle *around = html->around, *style = ((const TkNode *) notes->pdata[0])->style;
  tk_html_begin_block (html, "section");
  tk_html_attribute (html, "class", "notes");
  tk_html_attribute (html, "role", "doc-endnotes");
  tk_html_begin_block (html, "h2");
  tk_html_text (html, tk_html_word (html, "Chú thích", "Notes"));
  tk_html_end (html);
  tk_html_begin_block (html, "ol");
  html->around = style;
  for (guint i = 0; i < notes->len; i++) {
    const TkNode *note = notes->pdata[i];
    tk_html_begin_block (html, "li");
    tk_html_describe (html, note, NULL, NULL, NULL);
    tk_html_write_inside (html, note->first);
    tk_html_end (html);
  }
  html->around = around;
  tk_html_end_group (html);
  tk_html_end_group (html);
}

static void
write_body (TkHtml *html)
{
  const TkNode *root = html->document->root, *main = find_header_end (root);

  tk_html_begin (html, "body");
  if (main != root->first || html->document->watermark != NULL) {
    tk_html_begin_block (html, "header");
    write_watermark (html);
    tk_html_write_blocks (html, root->first, main);
    tk_html_end_group (html);
  }
  html->pending = NULL;
  tk_html_begin_block (html, "main");
  tk_html_write_blocks (html, main, NULL);
  write_notes (html);
  tk_html_end_group (html);
  tk_html_end_group (html);
}

/* ---- the whole ---- */

/* The body is made before the head, which has the looks of all that the body turned out to hold. */
static xmlBufferPtr
print_new (TkHtml *html)
{
  g_autoptr (xmlBuffer) body = xmlBufferCreate ();
  xmlBufferPtr whole = xmlBufferCreate ();

  html->xml = xmlNewTextWriterMemory (body, 0);
  write_body (html);
  xmlFreeTextWriter (html->xml);
  html->xml = xmlNewTextWriterMemory (whole, 0);
  xmlTextWriterWriteRaw (html->xml, BAD_CAST "<!DOCTYPE html>");
  tk_html_begin_block (html, "html");
  tk_html_attribute (html, "lang", html->document->language);
  write_head (html);
  xmlTextWriterWriteString (html->xml, BAD_CAST "\n");
  xmlTextWriterWriteRaw (html->xml, xmlBufferContent (body));
  tk_html_end_group (html);
  xmlTextWriterWriteRaw (html->xml, BAD_CAST "\n");
  xmlFreeTextWriter (html->xml);
  html->xml = NULL;
  return whole;
}

TkHtmlPaper *
tk_export_html_new (const TkDocument *document, const char *path, TkNotes *notes, GError **error)
{
  g_autoptr (TkHtmlLooks) looks = tk_html_looks_new (document);
  g_autoptr (TkHtmlAnchors) anchors = tk_html_anchors_new (document);
  g_autoptr (TkHtmlPaper) paper = g_new0 (TkHtmlPaper, 1);
  TkHtml html = {.document = document, .looks = looks, .anchors = anchors};

  paper->output = tk_output_new (path, error);
  if (paper->output == NULL)
    return NULL;
  paper->folder = tk_html_folder_new (path, notes);
  html.folder = paper->folder;
  html.around = tk_html_looks_body (looks);
  html.vietnamese = document->language == NULL || g_str_has_prefix (document->language, "vi");
  g_autoptr (xmlBuffer) whole = print_new (&html);
  if (html.error != NULL) {
    g_propagate_error (error, html.error);
    return NULL;
  }
  if (!tk_output_write (paper->output, xmlBufferContent (whole), (gsize) xmlBufferLength (whole), error))
    return NULL;
  return g_steal_pointer (&paper);
}

gboolean
tk_export_html_commit (TkHtmlPaper *paper, GError **error)
{
  if (!tk_html_folder_place (paper->folder, error) || !tk_output_commit (paper->output, error))
    return FALSE;
  tk_html_folder_settle (paper->folder);
  return TRUE;
}

void
tk_export_html_free (TkHtmlPaper *paper)
{
  if (paper == NULL)
    return;
  tk_output_free (paper->output);
  tk_html_folder_free (paper->folder);
  g_free (paper);
}
