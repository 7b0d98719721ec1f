/* Comes in: layout.rng and the examples beside it. Goes out: the elements of the language with their
 * sentences, in the language of the messages. How they are printed is not known here. */
#include "language.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <string.h>

#include "error.h"
#include "pattern.h"

/* Defines of the grammar that many elements refer to. */
static const char *const crowds[TK_N_CROWDS] = {"definitions", "flow", "inline"};

static void
attribute_free (gpointer data)
{
  TkLanguageAttribute *attribute = data;

  g_ptr_array_unref (attribute->values);
  g_ptr_array_unref (attribute->kinds);
  g_free (attribute->says);
  g_free (attribute);
}

static void
kind_free (gpointer data)
{
  TkLanguageKind *kind = data;

  g_free (kind->says);
  g_free (kind);
}

static void
use_free (gpointer data)
{
  TkLanguageUse *use = data;

  g_ptr_array_unref (use->attributes);
  g_ptr_array_unref (use->children);
  g_free (use->says);
  g_free (use);
}

static void
element_free (gpointer data)
{
  TkLanguageElement *element = data;

  g_ptr_array_unref (element->uses);
  g_ptr_array_unref (element->parents);
  g_free (element->example);
  g_free (element);
}

void
tk_template_language_free (TkLanguage *language)
{
  if (language == NULL)
    return;
  g_ptr_array_unref (language->elements);
  g_ptr_array_unref (language->kinds);
  for (guint i = 0; i < TK_N_CROWDS; i++)
    g_ptr_array_unref (language->crowds[i]);
  g_free (language->queries);
  xmlFreeDoc (language->doc);
  g_free (language);
}

static const xmlNode *
find_define (const TkLanguage *language, const char *name)
{
  return tk_template_pattern_find (xmlDocGetRootElement (language->doc), name);
}

/* The <element> that a <define> is about, or NULL. */
static const xmlNode *
find_element (const xmlNode *define)
{
  const xmlNode *first = xmlFirstElementChild ((xmlNode *) define);

  return first != NULL && tk_template_pattern_is (first, "element") ? first : NULL;
}

/* Values. */

/* A kind is known from its first use on. */
static void
add_kind (TkLanguage *language, const xmlNode *define, GPtrArray *to)
{
  const char *name = tk_template_pattern_value (define, "name");

  for (guint i = 0; i < language->kinds->len; i++) {
    TkLanguageKind *known = g_ptr_array_index (language->kinds, i);
    if (strcmp (known->name, name) == 0) {
      g_ptr_array_add (to, known);
      return;
    }
  }
  TkLanguageKind *kind = g_new0 (TkLanguageKind, 1);
  kind->name = name;
  kind->says = tk_template_pattern_documentation_new (define);
  g_ptr_array_add (language->kinds, kind);
  g_ptr_array_add (to, kind);
}

static void
gather_values (TkLanguage *language, const xmlNode *pattern, TkLanguageAttribute *attribute)
{
  for (const xmlNode *node = pattern->children; node != NULL; node = node->next) {
    if (tk_template_pattern_is (node, "value") && node->children != NULL) {
      g_ptr_array_add (attribute->values, node->children->content);
    } else if (tk_template_pattern_is (node, "ref")) {
      const xmlNode *define = find_define (language, tk_template_pattern_value (node, "name"));
      g_autofree char *says = define != NULL ? tk_template_pattern_documentation_new (define) : NULL;
      if (says != NULL && *says != '\0')
        add_kind (language, define, attribute->kinds);
      else if (define != NULL)
        gather_values (language, define, attribute);
    } else if (tk_template_pattern_is (node, "choice") || tk_template_pattern_is (node, "list")
               || tk_template_pattern_is (node, "oneOrMore")) {
      gather_values (language, node, attribute);
    }
  }
}

static void
add_attribute (TkLanguage *language, const xmlNode *pattern, gboolean required, TkLanguageUse *use)
{
  TkLanguageAttribute *attribute = g_new0 (TkLanguageAttribute, 1);

  attribute->name = tk_template_pattern_name (pattern);
  attribute->required = required;
  attribute->values = g_ptr_array_new ();
  attribute->kinds = g_ptr_array_new ();
  attribute->says = tk_template_pattern_documentation_new (pattern);
  gather_values (language, pattern, attribute);
  g_ptr_array_add (use->attributes, attribute);
}

/* Elements. */

static int
find_crowd (const char *define)
{
  int crowd = 0;

  while (crowd < TK_N_CROWDS && strcmp (crowds[crowd], define) != 0)
    crowd++;
  return crowd;
}

static void gather (TkLanguage *language, const xmlNode *pattern, gboolean optional, TkLanguageUse *use);

static void
gather_reference (TkLanguage *language, const xmlNode *reference, gboolean optional, TkLanguageUse *use)
{
  const char *name = tk_template_pattern_value (reference, "name");
  const xmlNode *define = find_define (language, name);
  const int crowd = find_crowd (name);

  if (crowd < TK_N_CROWDS)
    use->holds[crowd] = TRUE;
  else if (define != NULL && find_element (define) != NULL)
    g_ptr_array_add (use->children, (char *) name);
  else if (define != NULL)
    gather (language, define, optional, use);
}

static void
gather (TkLanguage *language, const xmlNode *pattern, gboolean optional, TkLanguageUse *use)
{
  for (const xmlNode *node = pattern->children; node != NULL; node = node->next) {
    if (tk_template_pattern_is (node, "attribute"))
      add_attribute (language, node, !optional, use);
    else if (tk_template_pattern_is (node, "ref"))
      gather_reference (language, node, optional, use);
    else if (tk_template_pattern_is (node, "text"))
      use->text = TRUE;
    else if (tk_template_pattern_is (node, "optional") || tk_template_pattern_is (node, "zeroOrMore")
             || tk_template_pattern_is (node, "choice"))
      gather (language, node, TRUE, use);
    else if (tk_template_pattern_is (node, "oneOrMore") || tk_template_pattern_is (node, "group")
             || tk_template_pattern_is (node, "interleave"))
      gather (language, node, optional, use);
  }
}

const TkLanguageElement *
tk_template_language_find (const TkLanguage *language, const char *name)
{
  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    if (strcmp (element->name, name) == 0)
      return element;
  }
  return NULL;
}

static void
add_use (TkLanguage *language, const xmlNode *define, const xmlNode *pattern)
{
  TkLanguageUse *use = g_new0 (TkLanguageUse, 1);

  use->name = tk_template_pattern_name (pattern);
  use->define = tk_template_pattern_value (define, "name");
  use->says = tk_template_pattern_documentation_new (pattern);
  use->attributes = g_ptr_array_new_with_free_func (attribute_free);
  use->children = g_ptr_array_new ();
  gather (language, pattern, FALSE, use);
  const TkLanguageElement *known = tk_template_language_find (language, use->name);
  if (known != NULL) {
    /* the use from which the element has its name comes first */
    g_ptr_array_insert (known->uses, strcmp (use->define, use->name) == 0 ? 0 : -1, use);
    return;
  }
  TkLanguageElement *element = g_new0 (TkLanguageElement, 1);
  element->name = use->name;
  element->uses = g_ptr_array_new_with_free_func (use_free);
  element->parents = g_ptr_array_new ();
  g_ptr_array_add (element->uses, use);
  g_ptr_array_add (language->elements, element);
}

static gboolean
has (const GPtrArray *names, const char *name)
{
  return g_ptr_array_find_with_equal_func ((GPtrArray *) names, name, g_str_equal, NULL);
}

static gboolean
use_holds (const TkLanguage *language, const TkLanguageUse *use, const char *define)
{
  for (guint i = 0; i < TK_N_CROWDS; i++) {
    if (use->holds[i] && has (language->crowds[i], define))
      return TRUE;
  }
  return has (use->children, define);
}

static gboolean
element_holds (const TkLanguage *language, const TkLanguageElement *parent, const TkLanguageElement *child)
{
  for (guint i = 0; i < parent->uses->len; i++) {
    for (guint j = 0; j < child->uses->len; j++) {
      const TkLanguageUse *use = g_ptr_array_index (child->uses, j);
      if (use_holds (language, g_ptr_array_index (parent->uses, i), use->define))
        return TRUE;
    }
  }
  return FALSE;
}

static void
find_parents (TkLanguage *language, TkLanguageElement *child)
{
  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *parent = g_ptr_array_index (language->elements, i);
    if (element_holds (language, parent, child))
      g_ptr_array_add (child->parents, (char *) parent->name);
  }
}

GPtrArray *
tk_template_language_names_new (const TkLanguage *language, const GPtrArray *defines)
{
  GPtrArray *names = g_ptr_array_new ();

  for (guint i = 0; i < defines->len; i++) {
    const xmlNode *define = find_define (language, g_ptr_array_index (defines, i));
    const xmlNode *element = define != NULL ? find_element (define) : NULL;
    const char *name = element != NULL ? tk_template_pattern_name (element) : NULL;
    if (name != NULL && !has (names, name))
      g_ptr_array_add (names, (char *) name);
  }
  return names;
}

/* Examples. */

static char *
read_example (const char *folder, const char *name)
{
  g_autofree char *file = g_strdup_printf ("%s.xml", name);
  g_autofree char *path = g_build_filename (folder, "examples", file, NULL);
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? g_steal_pointer (&text) : NULL;
}

static gboolean
shows (const char *example, const char *name)
{
  g_autofree char *tag = g_strdup_printf ("<%s", name);
  const char *at = example;

  while ((at = strstr (at, tag)) != NULL) {
    at += strlen (tag);
    if (*at != '-' && !g_ascii_isalnum (*at))
      return TRUE;
  }
  return FALSE;
}

/* Each element's own example; where it has none, the first that shows it. */
static void
find_examples (TkLanguage *language, const char *folder)
{
  const guint n = language->elements->len;

  for (guint i = 0; i < n; i++) {
    TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    element->example = read_example (folder, element->name);
    element->example_of = element->name;
  }
  for (guint i = 0; i < n; i++) {
    TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    for (guint j = 0; j < n && element->example == NULL; j++) {
      const TkLanguageElement *other = g_ptr_array_index (language->elements, j);
      if (other->example == NULL || strcmp (other->example_of, other->name) != 0
          || !shows (other->example, element->name))
        continue;
      element->example = g_strdup (other->example);
      element->example_of = other->name;
    }
  }
}

TkLanguage *
tk_template_language_new (const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "layout.rng", NULL);
  xmlDoc *doc = xmlReadFile (path, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  const xmlNode *grammar = doc != NULL ? xmlDocGetRootElement (doc) : NULL;

  if (grammar == NULL) {
    xmlFreeDoc (doc);
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, "%s: %s", path,
                 _ ("the grammar of layouts cannot be read; install tongket again"));
    return NULL;
  }
  TkLanguage *language = g_new0 (TkLanguage, 1);
  language->doc = doc;
  language->kinds = g_ptr_array_new_with_free_func (kind_free);
  language->elements = g_ptr_array_new_with_free_func (element_free);
  for (guint i = 0; i < TK_N_CROWDS; i++) {
    TkLanguageUse all = {.attributes = NULL, .children = g_ptr_array_new ()};
    const xmlNode *define = find_define (language, crowds[i]);
    if (define != NULL)
      gather (language, define, TRUE, &all);
    language->crowds[i] = all.children;
  }
  for (const xmlNode *define = grammar->children; define != NULL; define = define->next) {
    if (tk_template_pattern_is (define, "define") && find_element (define) != NULL)
      add_use (language, define, find_element (define));
  }
  for (guint i = 0; i < language->elements->len; i++)
    find_parents (language, g_ptr_array_index (language->elements, i));
  find_examples (language, folder);
  language->queries = read_example (folder, "definitions");
  return language;
}
