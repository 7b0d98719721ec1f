/* Comes in: a package. Goes out: its parts by what they are for, their elements
 * one by one. Knows no paragraph. */
#include "docx_part.h"

#include <glib/gi18n.h>
#include <libxml/xmlmemory.h>
#include <string.h>

#include "error.h"

enum { DEEPEST = 64 };

TkDocxSpace
tk_docx_space (const TkDocxPart *part)
{
  static const char *const word[] = {"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                                     "http://purl.oclc.org/ooxml/wordprocessingml/main"};
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (part->xml);

  if (g_strcmp0 (uri, word[0]) == 0 || g_strcmp0 (uri, word[1]) == 0)
    return TK_DOCX_WORD;
  return g_strcmp0 (uri, "http://schemas.openxmlformats.org/markup-compatibility/2006") == 0
             ? TK_DOCX_CHOICE
             : TK_DOCX_FOREIGN;
}

const char *
tk_docx_name (const TkDocxPart *part)
{
  return (const char *) xmlTextReaderConstLocalName (part->xml);
}

gboolean
tk_docx_is (const TkDocxPart *part, const char *name)
{
  return strcmp (tk_docx_name (part), name) == 0 && tk_docx_space (part) == TK_DOCX_WORD;
}

gboolean
tk_docx_is_math (const TkDocxPart *part)
{
  const char *uri = (const char *) xmlTextReaderConstNamespaceUri (part->xml);

  return uri != NULL && g_str_has_suffix (uri, "/math");
}

/* Nodes inside of an element of @depth, one after the other. */
static gboolean
next_inside (TkDocxPart *part, int depth, GError **error)
{
  return tk_package_next (part->package, part->xml, error) && xmlTextReaderDepth (part->xml) > depth;
}

gboolean
tk_docx_children (TkDocxPart *part, TkDocxTake take, void *data, GError **error)
{
  const int depth = xmlTextReaderDepth (part->xml);
  const guint level = tk_docx_space (part) == TK_DOCX_WORD ? 1 : 0;
  g_autoptr (GError) reason = NULL;

  if (xmlTextReaderIsEmptyElement (part->xml))
    return TRUE;
  part->levels += level;
  if (part->levels > DEEPEST) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: %s:%d: elements are nested more than %d deep; take tables out of tables"),
                 tk_package_path (part->package), (const char *) xmlTextReaderConstBaseUri (part->xml),
                 xmlTextReaderGetParserLineNumber (part->xml), DEEPEST);
    return FALSE;
  }
  while (next_inside (part, depth, &reason)) {
    if (xmlTextReaderNodeType (part->xml) == XML_READER_TYPE_ELEMENT && !take (part, data, error))
      return FALSE;
  }
  part->levels -= level;
  return tk_error_pass (&reason, error);
}

gboolean
tk_docx_skip (TkDocxPart *part, GError **error)
{
  const int depth = xmlTextReaderDepth (part->xml);
  g_autoptr (GError) reason = NULL;

  if (xmlTextReaderIsEmptyElement (part->xml))
    return TRUE;
  while (next_inside (part, depth, &reason))
    continue;
  return tk_error_pass (&reason, error);
}

gboolean
tk_docx_text (TkDocxPart *part, GString *to, GError **error)
{
  const int depth = xmlTextReaderDepth (part->xml);
  g_autoptr (GError) reason = NULL;

  if (xmlTextReaderIsEmptyElement (part->xml))
    return TRUE;
  while (next_inside (part, depth, &reason)) {
    const int type = xmlTextReaderNodeType (part->xml);
    if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA || type == XML_READER_TYPE_WHITESPACE
        || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE)
      g_string_append (to, (const char *) xmlTextReaderConstValue (part->xml));
  }
  return tk_error_pass (&reason, error);
}

gboolean
tk_docx_read (TkPackage *package, const char *name, TkDocxTake take, void *data, GError **error)
{
  g_autoptr (TkXmlReader) xml = tk_package_reader_new (package, name, error);
  TkDocxPart part = {package, xml, 0};
  g_autoptr (GError) reason = NULL;

  if (xml == NULL)
    return FALSE;
  while (tk_package_next (package, xml, &reason)) {
    if (xmlTextReaderNodeType (xml) == XML_READER_TYPE_ELEMENT
        && !tk_docx_children (&part, take, data, error))
      return FALSE;
  }
  return tk_error_pass (&reason, error);
}

char *
tk_docx_attribute_new (const TkDocxPart *part, const char *name)
{
  char *value = tk_package_attribute (part->xml, name);
  char *copy = g_strdup (value);

  xmlFree (value);
  return copy;
}

int
tk_docx_number (const TkDocxPart *part, const char *name, int otherwise)
{
  g_autofree char *value = tk_docx_attribute_new (part, name);
  gint64 number = 0;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, NULL))
    return otherwise;
  return (int) number;
}

gboolean
tk_docx_is_on (const TkDocxPart *part)
{
  g_autofree char *value = tk_docx_attribute_new (part, "val");

  return value == NULL || strcmp (value, "1") == 0 || strcmp (value, "true") == 0
         || strcmp (value, "on") == 0;
}

struct _TkDocxLinks {
  TkPackage *package;
  char *folder;      /* of the part that they are of: "word/" */
  GHashTable *parts; /* (element-type utf8 utf8): kind, part */
  GHashTable *urls;  /* (element-type utf8 utf8): id, URL */
};

/* The name of a part, as it stands in the zip file (part 2, 6.2.2 and 6.4). */
static char *
resolve (const char *folder, const char *target)
{
  g_autofree char *joined = target[0] == '/' ? g_strdup (target) : g_strconcat ("/", folder, target, NULL);
  char *canonical = g_canonicalize_filename (joined, "/");

  memmove (canonical, canonical + 1, strlen (canonical));
  return canonical;
}

/* TkDocxTake */
static gboolean
take_relationship (TkDocxPart *part, void *data, GError **error)
{
  TkDocxLinks *links = data;
  g_autofree char *id = tk_docx_attribute_new (part, "Id");
  g_autofree char *type = tk_docx_attribute_new (part, "Type");
  g_autofree char *target = tk_docx_attribute_new (part, "Target");
  g_autofree char *mode = tk_docx_attribute_new (part, "TargetMode");

  if (id != NULL && type != NULL && target != NULL) {
    const char *slash = strrchr (type, '/');
    if (g_strcmp0 (mode, "External") == 0)
      g_hash_table_replace (links->urls, g_steal_pointer (&id), g_steal_pointer (&target));
    else if (slash != NULL)
      g_hash_table_replace (links->parts, g_strdup (slash + 1), resolve (links->folder, target));
  }
  return tk_docx_skip (part, error);
}

TkDocxLinks *
tk_docx_links_new (TkPackage *package, const char *name, GError **error)
{
  g_autoptr (TkDocxLinks) links = g_new0 (TkDocxLinks, 1);
  const char *slash = strrchr (name, '/');
  const char *base = slash != NULL ? slash + 1 : name;

  links->package = package;
  links->folder = g_strndup (name, (gsize) (base - name));
  links->parts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  links->urls = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *part = g_strdup_printf ("%s_rels/%s.rels", links->folder, base);
  if (tk_package_has (package, part) && !tk_docx_read (package, part, take_relationship, links, error))
    return NULL;
  return g_steal_pointer (&links);
}

void
tk_docx_links_free (TkDocxLinks *links)
{
  if (links == NULL)
    return;
  g_hash_table_unref (links->parts);
  g_hash_table_unref (links->urls);
  g_free (links->folder);
  g_free (links);
}

const char *
tk_docx_links_find (const TkDocxLinks *links, const char *kind)
{
  const char *part = g_hash_table_lookup (links->parts, kind);

  return part != NULL && tk_package_has (links->package, part) ? part : NULL;
}

const char *
tk_docx_links_find_url (const TkDocxLinks *links, const char *id)
{
  return g_hash_table_lookup (links->urls, id);
}
