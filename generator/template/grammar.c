/* Comes in: the XML tree of a layout and layout.rng. Goes out: whether it is valid. libxml2 decides that; why
 * it is not, explain.c says. */
#include "grammar.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "digest.h"
#include "explain.h"
#include "pattern.h"
#include "source.h"
#include "spots.h"

struct _TkGrammar {
  char *path;
  TkCache *cache;
  char *text; /* NULL: not read yet, or it cannot be; and the rest */
  gsize length;
  char *sum; /* of the text */
  xmlRelaxNG *schema;
};

/* The first element at which libxml2 stumbled. */
static void
#if LIBXML_VERSION >= 21200
take_first (void *context, const xmlError *error)
#else
take_first (void *context, xmlError *error)
#endif
{
  const xmlNode **first = context;

  if (*first == NULL && error->node != NULL)
    *first = error->node;
}

static void
ignore (void *context G_GNUC_UNUSED, const char *message G_GNUC_UNUSED, ...)
{
}

TkGrammar *
tk_template_grammar_new (const char *folder, TkCache *cache)
{
  TkGrammar *grammar = g_new0 (TkGrammar, 1);

  grammar->path = g_build_filename (folder, "layout.rng", NULL);
  grammar->cache = cache;
  return grammar;
}

void
tk_template_grammar_free (TkGrammar *grammar)
{
  if (grammar == NULL)
    return;
  xmlRelaxNGFree (grammar->schema);
  g_free (grammar->text);
  g_free (grammar->sum);
  g_free (grammar->path);
  g_free (grammar);
}

static gboolean
read_text (TkGrammar *grammar)
{
  enum { LARGEST = 1 << 24 };

  if (grammar->text == NULL && g_file_get_contents (grammar->path, &grammar->text, &grammar->length, NULL)
      && grammar->length > LARGEST)
    g_clear_pointer (&grammar->text, g_free);
  return grammar->text != NULL;
}

static xmlDoc *
parse (const TkGrammar *grammar)
{
  return xmlReadMemory (grammar->text, (int) grammar->length, grammar->path, "UTF-8",
                        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
}

/* The value of an attribute that @pattern makes optional, where it is any text (NULL) or that of a <define>.
 */
static gboolean
find_value (xmlNode *pattern, xmlNode **ret_attribute, xmlNode **ret_value)
{
  xmlNode *attribute = tk_template_pattern_is (pattern, "optional") ? xmlFirstElementChild (pattern) : NULL;

  if (attribute == NULL || !tk_template_pattern_is (attribute, "attribute")
      || xmlNextElementSibling (attribute) != NULL || xmlHasProp (attribute, BAD_CAST "name") == NULL)
    return FALSE;
  xmlNode *value = xmlLastElementChild (attribute);
  const gboolean text = value == NULL || tk_template_pattern_is (value, "documentation")
                        || tk_template_pattern_is (value, "text");
  *ret_attribute = attribute;
  *ret_value = text ? NULL : value;
  return text || tk_template_pattern_is (value, "ref");
}

/* Behind it: <zeroOrMore><attribute><choice/> and the value. Gives the choice. */
static xmlNode *
add_joined (xmlNode *pattern, const xmlNode *value)
{
  xmlNode *many = xmlNewDocNode (pattern->doc, pattern->ns, BAD_CAST "zeroOrMore", NULL);
  xmlNode *attribute = xmlNewChild (many, pattern->ns, BAD_CAST "attribute", NULL);
  xmlNode *choice = xmlNewChild (attribute, pattern->ns, BAD_CAST "choice", NULL);

  if (value != NULL)
    xmlAddChild (attribute, xmlCopyNode ((xmlNode *) value, 1));
  else
    xmlNewChild (attribute, pattern->ns, BAD_CAST "text", NULL);
  xmlAddNextSibling (pattern, many);
  return choice;
}

/* The optional attributes of @host with values alike become one pattern that may be there several times. To
 * libxml2 they are the same, but of each <optional> that is there it goes on both with and without it: of a
 * style of twelve attributes in 4,096 states, which it compares with each other. That was most of the time
 * that reading a layout took. */
static void
join_attributes (xmlNode *host)
{
  g_autoptr (GHashTable) choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  xmlNode *attribute, *value, *next;

  for (xmlNode *pattern = xmlFirstElementChild (host); pattern != NULL; pattern = next) {
    next = xmlNextElementSibling (pattern);
    if (!find_value (pattern, &attribute, &value))
      continue;
    const char *kind = value != NULL ? tk_template_pattern_value (value, "name") : "";
    xmlNode *choice = g_hash_table_lookup (choices, kind);
    if (choice == NULL) {
      choice = add_joined (pattern, value);
      g_hash_table_insert (choices, g_strdup (kind), choice);
    }
    xmlNode *name = xmlNewChild (choice, pattern->ns, BAD_CAST "name",
                                 BAD_CAST tk_template_pattern_value (attribute, "name"));
    xmlSetProp (name, BAD_CAST "ns", BAD_CAST "");
    xmlUnlinkNode (pattern);
    xmlFreeNode (pattern);
  }
}

static gboolean
read_grammar (TkGrammar *grammar)
{
  if (grammar->schema != NULL || !read_text (grammar))
    return grammar->schema != NULL;
  xmlDoc *doc = parse (grammar);
  xmlNode *root = doc != NULL ? xmlDocGetRootElement (doc) : NULL;
  for (xmlNode *node = root; node != NULL; node = tk_template_next_element (node, root))
    if (tk_template_pattern_is (node, "element") || tk_template_pattern_is (node, "define"))
      join_attributes (node);
  xmlRelaxNGParserCtxt *parser = doc != NULL ? xmlRelaxNGNewDocParserCtxt (doc) : NULL;
  if (parser != NULL) {
    xmlRelaxNGSetParserErrors (parser, ignore, ignore, NULL);
    grammar->schema = xmlRelaxNGParse (parser);
  }
  xmlRelaxNGFreeParserCtxt (parser);
  xmlFreeDoc (doc);
  return grammar->schema != NULL;
}

/* @element: at which it stumbled, of @doc. */
static void
explain (const TkGrammar *grammar, xmlDoc *doc, const xmlNode *element, TkFaults *faults)
{
  xmlDoc *as_written = parse (grammar);

  tk_template_explain (xmlDocGetRootElement (as_written), doc, element, faults);
  xmlFreeDoc (as_written);
}

static gboolean
validate (const TkGrammar *grammar, xmlDoc *doc, TkFaults *faults)
{
  const xmlNode *first = NULL;
  xmlRelaxNGValidCtxt *validator = xmlRelaxNGNewValidCtxt (grammar->schema);

  xmlRelaxNGSetValidErrors (validator, ignore, ignore, NULL);
  xmlRelaxNGSetValidStructuredErrors (validator, take_first, &first);
  const gboolean valid = xmlRelaxNGValidateDoc (validator, doc) == 0;
  xmlRelaxNGFreeValidCtxt (validator);
  if (!valid)
    explain (grammar, doc, first, faults);
  return valid;
}

/* Names the grammar, its judge and all that the layout is made of. NULL: there is no cache. */
static char *
name_verdict_new (TkGrammar *grammar, const GPtrArray *sources)
{
  g_autoptr (GString) name = g_string_new ("layout is valid, libxml2 " LIBXML_DOTTED_VERSION);

  if (grammar->cache == NULL || !read_text (grammar))
    return NULL;
  if (grammar->sum == NULL)
    grammar->sum = tk_digest_new (grammar->text, grammar->length);
  g_string_append_printf (name, "\n%s", grammar->sum);
  for (guint i = 0; i < sources->len; i++) {
    const TkSource *source = g_ptr_array_index (sources, i);
    g_autofree char *sum = tk_digest_new (source->text, source->length);
    g_string_append_printf (name, "\n%s %s", sum, source->relative);
  }
  return g_string_free (g_steal_pointer (&name), FALSE);
}

gboolean
tk_template_grammar_check (TkGrammar *grammar, xmlDoc *doc, const GPtrArray *sources, TkFaults *faults)
{
  const TkPlace place = {.file = grammar->path};
  g_autofree char *name = name_verdict_new (grammar, sources);
  g_autoptr (GBytes) known = name != NULL ? tk_cache_read (grammar->cache, name) : NULL;

  if (known != NULL)
    return TRUE;
  if (!read_grammar (grammar)) {
    tk_template_faults_add (faults, &place, "%s",
                            _ ("the grammar of layouts cannot be read; install tongket again"));
    return FALSE;
  }
  if (!validate (grammar, doc, faults))
    return FALSE;
  if (name != NULL) {
    g_autoptr (GBytes) verdict = g_bytes_new_static ("", 0);
    tk_cache_keep (grammar->cache, name, verdict);
  }
  return TRUE;
}
