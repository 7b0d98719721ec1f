/* Comes in: a pull reader over a part. Goes out: small steps through it, which
 * cost little because a sheet takes millions of them. */
#include <glib/gi18n.h>
#include <string.h>

#include "book_form.h"
#include "error.h"

void
tk_book_fail_damaged (const TkPackage *package, const char *reason, GError **error)
{
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: the file is damaged (%s); open it in an office program and save it again"),
               tk_package_path (package), reason);
}

const xmlNode *
tk_book_node_find (xmlTextReader *reader)
{
  return xmlTextReaderCurrentNode (reader);
}

gboolean
tk_book_node_is (const xmlNode *node, const char *local)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, local) == 0;
}

const char *
tk_book_attribute_find (const xmlNode *node, const char *space, const char *local)
{
  for (const xmlAttr *at = node->properties; at != NULL; at = at->next) {
    const char *its = at->ns != NULL ? (const char *) at->ns->href : NULL;
    if (strcmp ((const char *) at->name, local) == 0 && g_strcmp0 (its, space) == 0)
      return at->children != NULL ? (const char *) at->children->content : "";
  }
  return NULL;
}

gboolean
tk_book_at_text (xmlTextReader *reader)
{
  const int type = xmlTextReaderNodeType (reader);

  return type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE
         || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE;
}

gboolean
tk_book_at_end (xmlTextReader *reader, const char *local)
{
  return xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT
         && tk_book_node_is (tk_book_node_find (reader), local);
}

gboolean
tk_book_skip (TkPackage *package, xmlTextReader *reader, GError **error)
{
  const int depth = xmlTextReaderDepth (reader);

  if (xmlTextReaderIsEmptyElement (reader))
    return TRUE;
  while (tk_package_next (package, reader, error))
    if (xmlTextReaderNodeType (reader) == XML_READER_TYPE_END_ELEMENT && xmlTextReaderDepth (reader) == depth)
      return TRUE;
  return FALSE;
}

const xmlNode *
tk_book_overflow_find (xmlTextReader *reader)
{
  const xmlNode *node = tk_book_node_find (reader);

  if (node == NULL)
    return NULL;
  /* what the parser was at: in the element, or after it or its first text */
  const xmlNode *last = node->type == XML_ELEMENT_NODE && node->last != NULL ? node->last : node->next;
  return last != NULL && last->type == XML_TEXT_NODE && last->content != NULL
                 && strlen ((const char *) last->content) > TK_BOOK_MOST_BYTES
             ? last
             : NULL;
}
