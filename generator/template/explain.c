/* Comes in: the XML tree of a layout that is not valid, and layout.rng. Goes out: faults in words. The
 * grammar is read as a table of elements, attributes and values. That asks one thing of it: every <element>
 * stands alone in its <define>. */
#include "explain.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "nearest.h"
#include "pattern.h"
#include "source.h"

typedef struct {
  const xmlNode *element; /* of the grammar */
  const char *name;
  gboolean required;
} Child;

typedef struct {
  const xmlNode *attribute; /* of the grammar */
  const char *name;
  gboolean required;
} Attribute;

/* What the grammar says of one element. */
typedef struct {
  GArray *children;         /* Child */
  GArray *attributes;       /* Attribute */
  guint some_from, some_to; /* of these children at least one */
  gboolean text;
} Rule;

typedef struct {
  xmlNode *grammar;
  TkFaults *faults;
} Explainer;

static void
gather (const Explainer *explainer, const xmlNode *pattern, gboolean optional, Rule *rule)
{
  for (const xmlNode *node = pattern->children; node != NULL; node = node->next) {
    if (tk_template_pattern_is (node, "attribute")) {
      Attribute attribute = {node, tk_template_pattern_value (node, "name"), !optional};
      g_array_append_val (rule->attributes, attribute);
    } else if (tk_template_pattern_is (node, "element")) {
      Child child = {node, tk_template_pattern_name (node), !optional};
      g_array_append_val (rule->children, child);
    } else if (tk_template_pattern_is (node, "ref")) {
      const xmlNode *define = tk_template_pattern_find (explainer->grammar,
                                                        tk_template_pattern_value (node, "name"));
      if (define != NULL)
        gather (explainer, define, optional, rule);
    } else if (tk_template_pattern_is (node, "oneOrMore")) {
      guint from = rule->children->len;
      gather (explainer, node, TRUE, rule);
      if (!optional) {
        rule->some_from = from;
        rule->some_to = rule->children->len;
      }
    } else if (tk_template_pattern_is (node, "optional") || tk_template_pattern_is (node, "zeroOrMore")
               || tk_template_pattern_is (node, "choice")) {
      gather (explainer, node, TRUE, rule);
    } else if (tk_template_pattern_is (node, "group") || tk_template_pattern_is (node, "interleave")) {
      gather (explainer, node, optional, rule);
    } else if (tk_template_pattern_is (node, "text")) {
      rule->text = TRUE;
    }
  }
}

static Rule *
rule_new (const Explainer *explainer, const xmlNode *element)
{
  Rule *rule = g_new0 (Rule, 1);

  rule->children = g_array_new (FALSE, FALSE, sizeof (Child));
  rule->attributes = g_array_new (FALSE, FALSE, sizeof (Attribute));
  gather (explainer, element, FALSE, rule);
  return rule;
}

static void
rule_free (Rule *rule)
{
  g_array_unref (rule->children);
  g_array_unref (rule->attributes);
  g_free (rule);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rule, rule_free)

static const char **
list_children (const Rule *rule)
{
  const char **names = g_new0 (const char *, rule->children->len + 1);

  for (guint i = 0; i < rule->children->len; i++)
    names[i] = g_array_index (rule->children, Child, i).name;
  return names;
}

static const char **
list_attributes (const Rule *rule)
{
  const char **names = g_new0 (const char *, rule->attributes->len + 1);

  for (guint i = 0; i < rule->attributes->len; i++)
    names[i] = g_array_index (rule->attributes, Attribute, i).name;
  return names;
}

/* Values. */

/* Patterns of layout.rng are those that XML Schema and GRegex read alike: no \i, no \c. */
static gboolean
matches_data (const xmlNode *data, const char *value)
{
  if (strcmp (tk_template_pattern_value (data, "type"), "NCName") == 0)
    return xmlValidateNCName (BAD_CAST value, 0) == 0;
  xmlChar *param = xmlNodeGetContent (data);
  g_autofree char *pattern = g_strstrip (g_strdup ((const char *) param));
  g_autofree char *anchored = g_strdup_printf ("^(?:%s)\\z", pattern);

  xmlFree (param);
  return g_regex_match_simple (anchored, value, G_REGEX_OPTIMIZE, 0);
}

static gboolean
matches (const Explainer *explainer, const xmlNode *pattern, const char *value, GString *known,
         char **ret_what)
{
  for (const xmlNode *node = pattern->children; node != NULL; node = node->next) {
    if (tk_template_pattern_is (node, "ref")) {
      const xmlNode *define = tk_template_pattern_find (explainer->grammar,
                                                        tk_template_pattern_value (node, "name"));
      if (define == NULL)
        return TRUE;
      g_free (*ret_what);
      *ret_what = tk_template_pattern_documentation_new (define);
      if (matches (explainer, define, value, known, ret_what))
        return TRUE;
    }
    if (tk_template_pattern_is (node, "text"))
      return TRUE;
    if (tk_template_pattern_is (node, "choice") && matches (explainer, node, value, known, ret_what))
      return TRUE;
    if (tk_template_pattern_is (node, "value")) {
      const char *one = node->children != NULL ? (const char *) node->children->content : "";
      g_autofree char *trimmed = g_strstrip (g_strdup (value));
      if (strcmp (one, trimmed) == 0)
        return TRUE;
      g_string_append_printf (known, "%s%s", known->len > 0 ? ", " : "", one);
    }
    if (tk_template_pattern_is (node, "data")) {
      if (matches_data (node, value))
        return TRUE;
    }
  }
  return FALSE;
}

static void
explain_value (const Explainer *explainer, const xmlNode *element, const Attribute *attribute,
               const char *value)
{
  g_autoptr (GString) known = g_string_new (NULL);
  g_autofree char *what = NULL;

  if (matches (explainer, attribute->attribute, value, known, &what))
    return;
  g_autofree char *needle = g_strdup_printf ("%s=", attribute->name);
  TkPlace place = tk_template_search_place (element, needle);
  if (known->len > 0)
    tk_template_faults_add (explainer->faults, &place, _ ("%s=\"%s\" is not known; write one of: %s"),
                            attribute->name, value, known->str);
  else
    tk_template_faults_add (explainer->faults, &place, _ ("%s=\"%s\" does not do; write %s"), attribute->name,
                            value, what != NULL ? what : "?");
}

static void
explain_attributes (const Explainer *explainer, const xmlNode *element, const Rule *rule)
{
  g_autofree const char **names = list_attributes (rule);

  for (const xmlAttr *attribute = element->properties; attribute != NULL; attribute = attribute->next) {
    const Attribute *known = NULL;
    for (guint i = 0; i < rule->attributes->len && attribute->ns == NULL; i++) {
      const Attribute *candidate = &g_array_index (rule->attributes, Attribute, i);
      if (strcmp (candidate->name, (const char *) attribute->name) == 0)
        known = candidate;
    }
    if (known == NULL) {
      g_autofree char *hint = tk_nearest_hint_new ((const char *) attribute->name, names);
      TkPlace place = tk_template_search_place (element, (const char *) attribute->name);
      tk_template_faults_add (explainer->faults, &place, _ ("<%s> has no attribute \"%s\"%s"),
                              (const char *) element->name, (const char *) attribute->name, hint);
      continue;
    }
    xmlChar *value = xmlNodeGetContent ((const xmlNode *) attribute);
    explain_value (explainer, element, known, (const char *) value);
    xmlFree (value);
  }
  if (xmlHasProp (element, BAD_CAST "query") != NULL && xmlHasProp (element, BAD_CAST "for-each") != NULL)
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> has query and for-each; give one of them"),
                            (const char *) element->name);
  for (guint i = 0; i < rule->attributes->len; i++) {
    const Attribute *candidate = &g_array_index (rule->attributes, Attribute, i);
    if (!candidate->required || xmlHasProp (element, BAD_CAST candidate->name) != NULL)
      continue;
    g_autofree char *documentation = tk_template_pattern_documentation_new (candidate->attribute);
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> lacks the attribute %s; give it: %s"), (const char *) element->name,
                            candidate->name, documentation);
  }
}

/* Children. */

/* The first element of this name in the grammar, or NULL. */
static const xmlNode *
find_element (const Explainer *explainer, const char *name)
{
  for (const xmlNode *define = explainer->grammar->children; define != NULL; define = define->next) {
    for (const xmlNode *node = define->children; node != NULL; node = node->next) {
      if (tk_template_pattern_is (node, "element") && strcmp (tk_template_pattern_name (node), name) == 0)
        return node;
    }
  }
  return NULL;
}

static void
explain_stranger (const Explainer *explainer, const xmlNode *element, const Rule *rule)
{
  g_autofree const char **names = list_children (rule);
  const char *name = (const char *) element->name;
  const char *parent = (const char *) element->parent->name;

  if (element->ns == NULL || strcmp ((const char *) element->ns->href, TK_LAYOUT_NAMESPACE) != 0) {
    tk_template_faults_add (
        explainer->faults, tk_template_find_place (element),
        _ ("<%s> is not of the namespace of layouts; write xmlns=\"%s\" in the root of the file"), name,
        TK_LAYOUT_NAMESPACE);
    return;
  }
  if (*names == NULL) {
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> in <%s>, which holds no elements; move it out"), name, parent);
    return;
  }
  const char *nearest = tk_nearest_find (name, names);
  g_autofree char *list = g_strjoinv (", ", (char **) names);
  if (find_element (explainer, name) != NULL)
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> does not stand in <%s>; known there: %s"), name, parent, list);
  else if (nearest != NULL)
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> is not known; did you mean <%s>?"), name, nearest);
  else
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> is not known; known in <%s>: %s"), name, parent, list);
}

static void
explain_absence (const Explainer *explainer, const xmlNode *element, const Rule *rule)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean some = rule->some_to == rule->some_from;

  for (const xmlNode *node = element->children; node != NULL; node = node->next) {
    if (node->type == XML_ELEMENT_NODE)
      g_hash_table_add (seen, (char *) node->name);
  }
  for (guint i = 0; i < rule->children->len; i++) {
    const Child *child = &g_array_index (rule->children, Child, i);
    gboolean there = g_hash_table_contains (seen, child->name);
    if (i >= rule->some_from && i < rule->some_to)
      some = some || there;
    if (child->required && !there)
      tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                              _ ("<%s> lacks <%s>; add it"), (const char *) element->name, child->name);
  }
  if (!some)
    tk_template_faults_add (explainer->faults, tk_template_find_place (element),
                            _ ("<%s> is empty; add <%s>"), (const char *) element->name,
                            g_array_index (rule->children, Child, rule->some_from).name);
}

static gboolean
is_blank (const char *text)
{
  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

static void
explain_text (const Explainer *explainer, const xmlNode *element, const xmlNode *text)
{
  g_autofree char *word = g_strstrip (g_strdup ((const char *) text->content));

  word[strcspn (word, " \t\r\n")] = '\0';
  TkPlace place = tk_template_search_place (element, word);
  tk_template_faults_add (explainer->faults, &place,
                          _ ("text (\"%s …\") does not stand in <%s>; put it into <paragraph>"), word,
                          (const char *) element->name);
}

static void
explain_element (const Explainer *explainer, const xmlNode *element, const xmlNode *pattern)
{
  g_autoptr (Rule) rule = rule_new (explainer, pattern);

  explain_attributes (explainer, element, rule);
  explain_absence (explainer, element, rule);
  for (const xmlNode *node = element->children; node != NULL; node = node->next) {
    if ((node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && !rule->text
        && !is_blank ((const char *) node->content))
      explain_text (explainer, element, node);
    if (node->type != XML_ELEMENT_NODE)
      continue;
    const Child *known = NULL;
    for (guint i = 0; i < rule->children->len; i++) {
      const Child *child = &g_array_index (rule->children, Child, i);
      if (known == NULL && strcmp (child->name, (const char *) node->name) == 0)
        known = child;
    }
    if (known != NULL && node->ns != NULL && strcmp ((const char *) node->ns->href, TK_LAYOUT_NAMESPACE) == 0)
      explain_element (explainer, node, known->element);
    else
      explain_stranger (explainer, node, rule);
  }
}

void
tk_template_explain (xmlNode *grammar, xmlDoc *doc, const xmlNode *first, TkFaults *faults)
{
  const Explainer explainer = {.grammar = grammar, .faults = faults};
  const xmlNode *root = xmlDocGetRootElement (doc);
  const xmlNode *start = find_element (&explainer, "layout");

  if (strcmp ((const char *) root->name, "layout") != 0 || root->ns == NULL
      || strcmp ((const char *) root->ns->href, TK_LAYOUT_NAMESPACE) != 0) {
    tk_template_faults_add (
        faults, tk_template_find_place (root),
        _ ("the root is <%s>; a layout begins with <layout xmlns=\"%s\" name=\"…\" title=\"…\">"),
        (const char *) root->name, TK_LAYOUT_NAMESPACE);
    return;
  }
  if (start != NULL)
    explain_element (&explainer, root, start);
  if (tk_template_faults_count (faults) > 0)
    return;
  while (first != NULL && first->type != XML_ELEMENT_NODE)
    first = first->parent;
  first = first != NULL ? first : root;
  const xmlNode *pattern = find_element (&explainer, (const char *) first->name);
  g_autofree char *documentation = pattern != NULL ? tk_template_pattern_documentation_new (pattern)
                                                   : g_strdup ("");
  tk_template_faults_add (faults, tk_template_find_place (first),
                          _ ("the order or the number of what stands in <%s> is not right; it is: %s"),
                          (const char *) first->name, documentation);
}
