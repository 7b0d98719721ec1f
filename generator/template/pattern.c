/* Comes in: nodes of layout.rng. Goes out: their names, values and sentences. What a pattern
 * allows is not known here. */
#include "pattern.h"

#include <glib/gi18n.h>
#include <string.h>

gboolean
tk_template_pattern_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

const char *
tk_template_pattern_value (const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = xmlHasProp (node, BAD_CAST name);

  if (attribute == NULL || attribute->children == NULL)
    return "";
  return (const char *) attribute->children->content;
}

const char *
tk_template_pattern_name (const xmlNode *pattern)
{
  if (xmlHasProp (pattern, BAD_CAST "name") != NULL)
    return tk_template_pattern_value (pattern, "name");
  const xmlNode *choice = xmlFirstElementChild ((xmlNode *) pattern);
  const xmlNode *name = choice != NULL ? xmlFirstElementChild ((xmlNode *) choice) : NULL;
  return name != NULL && tk_template_pattern_is (name, "name") ? (const char *) name->children->content : "";
}

const xmlNode *
tk_template_pattern_find (const xmlNode *grammar, const char *name)
{
  for (const xmlNode *node = grammar->children; node != NULL; node = node->next) {
    if (tk_template_pattern_is (node, "define")
        && strcmp (tk_template_pattern_value (node, "name"), name) == 0)
      return node;
  }
  return NULL;
}

/* po/gather lists these sentences with the same white space as here. */
char *
tk_template_pattern_documentation_new (const xmlNode *pattern)
{
  for (xmlNode *node = pattern->children; node != NULL; node = node->next) {
    if (!tk_template_pattern_is (node, "documentation"))
      continue;
    xmlChar *content = xmlNodeGetContent (node);
    g_auto (GStrv) words = g_strsplit_set ((const char *) content, " \n\t", -1);
    g_autoptr (GString) text = g_string_new (NULL);
    for (guint i = 0; words[i] != NULL; i++) {
      if (*words[i] != '\0')
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
    }
    xmlFree (content);
    /* "" would be the head of the translation */
    return g_strdup (text->len > 0 ? _ (text->str) : "");
  }
  return g_strdup ("");
}
