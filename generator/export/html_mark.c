/* Comes in: names of elements, values, text. Goes out: markup that is HTML and well-formed XML; libxml2
 * escapes it. Must not know what a paper is made of. */
#include <string.h>

#include "html_maker.h"

void
tk_html_begin (TkHtml *html, const char *name)
{
  xmlTextWriterStartElement (html->xml, BAD_CAST name);
}

void
tk_html_begin_block (TkHtml *html, const char *name)
{
  xmlTextWriterWriteString (html->xml, BAD_CAST "\n");
  tk_html_begin (html, name);
}

void
tk_html_begin_link (TkHtml *html, const char *id)
{
  g_autofree char *href = g_strconcat ("#", id, NULL);

  tk_html_begin (html, "a");
  tk_html_attribute (html, "href", href);
}

void
tk_html_end (TkHtml *html)
{
  xmlTextWriterFullEndElement (html->xml);
}

void
tk_html_end_empty (TkHtml *html)
{
  xmlTextWriterEndElement (html->xml);
}

void
tk_html_end_group (TkHtml *html)
{
  xmlTextWriterWriteString (html->xml, BAD_CAST "\n");
  tk_html_end (html);
}

void
tk_html_attribute (TkHtml *html, const char *name, const char *value)
{
  if (value == NULL)
    return;
  /* the writer itself would put numbers for all letters that are not ASCII */
  xmlChar *escaped = xmlEncodeSpecialChars (NULL, BAD_CAST value);
  xmlTextWriterStartAttribute (html->xml, BAD_CAST name);
  xmlTextWriterWriteRaw (html->xml, escaped);
  xmlTextWriterEndAttribute (html->xml);
  xmlFree (escaped);
}

void
tk_html_number (TkHtml *html, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  tk_html_attribute (html, name, text);
}

void
tk_html_text (TkHtml *html, const char *text)
{
  xmlTextWriterWriteString (html->xml, BAD_CAST text);
}

const char *
tk_html_word (const TkHtml *html, const char *vietnamese, const char *english)
{
  return html->vietnamese ? vietnamese : english;
}

static void
append_class (GString *classes, const char *class)
{
  if (class != NULL)
    g_string_append_printf (classes, "%s%s", classes->len > 0 ? " " : "", class);
}

void
tk_html_describe (TkHtml *html, const TkNode *node, const TkStyle *style, const TkStyle *around,
                  const char *own)
{
  static const char *const aligns[] = {"left", "centre", "right", "justify"};
  g_autoptr (GString) classes = g_string_new (own);

  if (style != NULL) {
    const gboolean other = around == NULL || !tk_html_look_same (style, around);
    const TkStyle *first = tk_html_look_first (html->looks, style);
    if (other)
      append_class (classes, tk_html_look_class (html->looks, style));
    if (style->align != (other ? first : around)->align)
      append_class (classes, aligns[style->align]);
    if (other && style->left_indent == 0 && style->first_indent == 0
        && (first->left_indent != 0 || first->first_indent != 0))
      append_class (classes, "inside");
  }
  append_class (classes, node->across ? "across" : NULL);
  append_class (classes, html->pending);
  html->pending = NULL;
  tk_html_attribute (html, "id", tk_html_anchor_find (html->anchors, node));
  tk_html_attribute (html, "class", classes->len > 0 ? classes->str : NULL);
  tk_html_attribute (html, "lang", node->language);
}
