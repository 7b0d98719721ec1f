/* Comes in: the XML tree of a layout and layout.rng. Goes out: whether it is valid. libxml2 decides that; why
 * it is not, explain.c says. */
#include "grammar.h"

#include <glib/gi18n.h>
#include <libxml/parser.h>
#include <libxml/relaxng.h>

#include "digest.h"
#include "explain.h"
#include "source.h"

struct _TkGrammar {
  char *path;
  TkCache *cache;
  char *text; /* NULL: not read yet, or it cannot be; and the rest */
  gsize length;
  char *sum; /* of the text */
  xmlDoc *doc;
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
  xmlFreeDoc (grammar->doc);
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

static gboolean
read_grammar (TkGrammar *grammar)
{
  if (grammar->doc != NULL || !read_text (grammar))
    return grammar->schema != NULL;
  grammar->doc = xmlReadMemory (grammar->text, (int) grammar->length, grammar->path, "UTF-8",
                                XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  xmlRelaxNGParserCtxt *parser = grammar->doc != NULL ? xmlRelaxNGNewDocParserCtxt (grammar->doc) : NULL;
  if (parser != NULL) {
    xmlRelaxNGSetParserErrors (parser, ignore, ignore, NULL);
    grammar->schema = xmlRelaxNGParse (parser);
  }
  xmlRelaxNGFreeParserCtxt (parser);
  return grammar->schema != NULL;
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
    tk_template_explain (xmlDocGetRootElement (grammar->doc), doc, first, faults);
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
