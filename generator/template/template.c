/* Comes in: the path of a layout. Goes out: what it says, or everything that is wrong
 * with it. First the file and its form, then its meaning. */
#include "template.h"

#include <glib/gi18n.h>
#include <string.h>

#include "grammar.h"
#include "nfc.h"
#include "reader.h"

gboolean
tk_template_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/* @text as NFC in @arena. */
static const char *
compose (TkArena *arena, const char *text)
{
  if (tk_nfc_is (text, strlen (text)))
    return tk_arena_text (arena, text);
  g_autofree char *composed = tk_nfc_new (text, -1);
  return tk_arena_text (arena, composed);
}

const char *
tk_template_read_attribute (TkReader *reader, const xmlNode *node, const char *name)
{
  const xmlAttr *attribute = node->properties;

  while (attribute != NULL && (attribute->ns != NULL || strcmp ((const char *) attribute->name, name) != 0))
    attribute = attribute->next;
  if (attribute == NULL)
    return NULL;
  /* without entities of its own a file has one text in an attribute, or none */
  const xmlNode *text = attribute->children;
  if (text == NULL || text->next == NULL)
    return compose (reader->arena, text != NULL && text->content != NULL ? (const char *) text->content : "");
  xmlChar *value = xmlNodeGetContent ((const xmlNode *) attribute);
  const char *composed = compose (reader->arena, (const char *) value);
  xmlFree (value);
  return composed;
}

/* All text inside, in the template's arena. */
static const char *
read_content (TkReader *reader, const xmlNode *node)
{
  xmlChar *value = xmlNodeGetContent (node);
  const char *composed = compose (reader->arena, g_strstrip ((char *) value));

  xmlFree (value);
  return composed;
}

gboolean
tk_template_read_yes (TkReader *reader, const xmlNode *node, const char *name, gboolean otherwise)
{
  const char *value = tk_template_read_attribute (reader, node, name);

  return value != NULL ? strchr (value, 'y') != NULL : otherwise;
}

TkUnit
tk_template_read_length (TkReader *reader, const xmlNode *node, const char *name, TkUnit otherwise)
{
  const char *value = tk_template_read_attribute (reader, node, name);
  TkUnit unit = 0;

  if (value == NULL)
    return otherwise;
  if (!tk_unit_parse (value, &unit) || unit < 0) {
    TkPlace place = tk_template_search_place (node, name);
    tk_template_faults_add (
        reader->faults, &place,
        _ ("%s=\"%s\" is no length between 0 and that of a page; write a length like 20mm"), name, value);
    return otherwise;
  }
  return unit;
}

TkAlign
tk_template_read_align (TkReader *reader, const xmlNode *node)
{
  const char *value = tk_template_read_attribute (reader, node, "align");

  switch (value != NULL ? *value : 'l') {
  case 'c':
    return TK_ALIGN_CENTRE;
  case 'r':
    return TK_ALIGN_RIGHT;
  case 'j':
    return TK_ALIGN_JUSTIFY;
  default:
    return TK_ALIGN_LEFT;
  }
}

/* Definitions. */

static void
add_query (TkReader *reader, const xmlNode *node)
{
  TkTemplateQuery query = {
      .name = tk_template_read_attribute (reader, node, "name"),
      .sql = read_content (reader, node),
      .place = tk_template_print_place (reader->arena, tk_template_find_place (node)),
  };

  if (*query.sql == '\0')
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("query \"%s\" is empty; write a SELECT into it"), query.name);
  for (guint i = 0; i < reader->queries->len; i++) {
    TkTemplateQuery *other = &g_array_index (reader->queries, TkTemplateQuery, i);
    if (strcmp (other->name, query.name) == 0) {
      *other = query;
      return;
    }
  }
  g_array_append_val (reader->queries, query);
}

static void
add_parameter (TkReader *reader, const xmlNode *node)
{
  TkParameter parameter = {
      .name = tk_template_read_attribute (reader, node, "name"),
      .title = tk_template_read_attribute (reader, node, "title"),
      .sql = read_content (reader, node),
      .place = tk_template_print_place (reader->arena, tk_template_find_place (node)),
      .only = tk_template_read_yes (reader, node, "only", FALSE),
  };

  for (guint i = 0; i < reader->parameters->len; i++) {
    TkParameter *other = &g_array_index (reader->parameters, TkParameter, i);
    if (strcmp (other->name, parameter.name) == 0) {
      *other = parameter;
      return;
    }
  }
  g_array_append_val (reader->parameters, parameter);
}

/* The same name twice in one file is a slip; in another file it is a change. */
static void
check_name (TkReader *reader, const xmlNode *node, GHashTable *seen)
{
  const TkSpot *spot = node->_private;
  const char *name = tk_template_read_attribute (reader, node, "name");
  g_autofree char *key = g_strdup_printf ("%s %s", (const char *) node->name, name != NULL ? name : "");

  if (g_hash_table_lookup (seen, key) == spot->source)
    tk_template_faults_add (reader->faults, &spot->place,
                            _ ("there are two <%s> of the name \"%s\" in this file; rename one of them"),
                            (const char *) node->name, name != NULL ? name : "");
  g_hash_table_insert (seen, g_steal_pointer (&key), (void *) spot->source);
}

static gboolean
is_chosen (TkReader *reader, const xmlNode *variant)
{
  return g_strcmp0 (tk_template_read_attribute (reader, variant, "name"), reader->template->variant) == 0;
}

static const xmlNode *
read_definitions (TkReader *reader, const xmlNode *root, GHashTable *seen)
{
  const xmlNode *paper = NULL;

  for (const xmlNode *node = root->children; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    if (tk_template_is (node, "part")) {
      read_definitions (reader, node, seen);
      continue;
    }
    check_name (reader, node, seen);
    if (tk_template_is (node, "query"))
      add_query (reader, node);
    else if (tk_template_is (node, "parameter"))
      add_parameter (reader, node);
    else if (tk_template_is (node, "style"))
      g_array_append_val (reader->styles, node);
    else if (tk_template_is (node, "master"))
      g_array_append_val (reader->masters, node);
    else if (tk_template_is (node, "colour"))
      tk_template_add_colour (reader, node);
    else if (tk_template_is (node, "numbering"))
      reader->numbering = node;
    else if (tk_template_is (node, "variant") && is_chosen (reader, node))
      g_ptr_array_add (reader->chosen, (gpointer) node);
    else if (!tk_template_is (node, "variant"))
      paper = node;
  }
  return paper;
}

/* What a variant says wins over all files: it is read behind them. */
static void
read_variant (TkReader *reader)
{
  for (guint i = 0; i < reader->chosen->len; i++) {
    g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    read_definitions (reader, g_ptr_array_index (reader->chosen, i), seen);
  }
}

/* So that --set variant=NAME is a setting as any. */
static void
add_parameter_of_variant (TkReader *reader)
{
  const TkTemplate *template = reader->template;

  if (template->n_variants == 0)
    return;
  for (guint i = 0; i < reader->parameters->len; i++)
    if (strcmp (g_array_index (reader->parameters, TkParameter, i).name, TK_PARAMETER_OF_VARIANT) == 0)
      return;
  g_autofree char *sql = g_strdup_printf ("SELECT '%s'", template->variants[0].name);
  TkParameter parameter = {.name = TK_PARAMETER_OF_VARIANT,
                           .title = _ ("Design"),
                           .sql = tk_arena_text (reader->arena, sql),
                           .place = template->variants[0].place};
  g_array_append_val (reader->parameters, parameter);
}

static TkForm
read_form (TkReader *reader, const xmlNode *root)
{
  const char *text = tk_template_read_attribute (reader, root, "form");

  if (g_strcmp0 (text, "attached") == 0)
    return TK_FORM_ATTACHED;
  return g_strcmp0 (text, "free") == 0 ? TK_FORM_FREE : TK_FORM_OFFICIAL;
}

static void
read_layout (TkReader *reader, const xmlNode *root)
{
  TkTemplate *template = reader->template;
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *paper = read_definitions (reader, root, seen);

  read_variant (reader);
  add_parameter_of_variant (reader);
  template->name = tk_template_read_attribute (reader, root, "name");
  template->title = tk_template_read_attribute (reader, root, "title");
  template->language = tk_template_read_attribute (reader, root, "lang");
  template->language = template->language != NULL ? template->language : "vi";
  template->form = read_form (reader, root);
  tk_template_read_spots (reader);
  tk_template_read_queried (reader);
  tk_template_read_look (reader);
  template->master = tk_template_read_master (reader, paper,
                                              tk_template_read_attribute (reader, paper, "master"));
  template->paper = tk_template_read_paper (reader, paper);
  template->needs = tk_template_read_attribute (reader, paper, "needs");
  tk_template_read_furniture (reader, paper);
  template->n_queries = reader->queries->len;
  template->queries = tk_arena_copy_array (reader->arena, reader->queries);
  template->n_parameters = reader->parameters->len;
  template->parameters = tk_arena_copy_array (reader->arena, reader->parameters);
}

static void
read_root (TkTemplate *template, const char *folder, TkGrammar *grammar, const xmlNode *root,
           TkFaults *faults)
{
  g_autoptr (GArray) queries = g_array_new (FALSE, FALSE, sizeof (TkTemplateQuery));
  g_autoptr (GArray) parameters = g_array_new (FALSE, FALSE, sizeof (TkParameter));
  g_autoptr (GArray) masters = g_array_new (FALSE, FALSE, sizeof (xmlNode *));
  g_autoptr (GArray) colours = g_array_new (FALSE, TRUE, sizeof (TkNamedColour));
  g_autoptr (GPtrArray) used = g_ptr_array_new (), chosen = g_ptr_array_new ();
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (xmlNode *));
  TkReader reader = {
      .template = template,
      .arena = template->arena,
      .faults = faults,
      .queries = queries,
      .parameters = parameters,
      .masters = masters,
      .used = used,
      .styles = styles,
      .colours = colours,
      .chosen = chosen,
      .folder = folder,
      .grammar = grammar,
  };

  read_layout (&reader, root);
}

/* @template itself is the first variant. */
static void
read_variants (TkTemplate *template, const char *folder, TkGrammar *grammar, const xmlNode *root,
               TkFaults *faults)
{
  g_autoptr (GArray) found = g_array_new (FALSE, TRUE, sizeof (TkVariant));
  TkReader reader = {.arena = template->arena, .faults = faults};

  tk_template_list_variants (&reader, root, found);
  TkVariant *variants = tk_arena_copy_array (template->arena, found);
  for (guint i = 0; i < MAX (found->len, 1); i++) {
    TkTemplate *one = i == 0 ? template : tk_arena_new0 (template->arena, TkTemplate);
    one->arena = template->arena;
    one->path = template->path;
    one->bound = template->bound;
    one->variants = variants;
    one->n_variants = found->len;
    if (found->len > 0) {
      one->variant = variants[i].name;
      variants[i].template = one;
    }
    read_root (one, folder, grammar, root, faults);
  }
}

static void
list_files (TkTemplate *template, const GPtrArray *sources)
{
  TkTemplateFile *files = tk_arena_array (template->arena, TkTemplateFile, sources->len);

  for (guint i = 0; i < sources->len; i++) {
    const TkSource *source = g_ptr_array_index (sources, i);
    files[i] = (TkTemplateFile){source->relative, source->text, source->length};
  }
  template->files = files;
  template->n_files = sources->len;
}

/* @bound: what it binds, to be filled, or NULL */
static TkTemplate *
read_file (const char *path, const char *folder, TkGrammar *grammar, GPtrArray *bound, TkFaults *faults)
{
  TkTemplate *template = g_new0 (TkTemplate, 1);
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  template->arena = tk_arena_new ();
  template->path = tk_arena_text (template->arena, path);
  template->bound = bound;
  xmlDoc *doc = tk_template_source_read (path, folder, template->arena, sources, faults);
  list_files (template, sources);
  if (doc != NULL && tk_template_grammar_check (grammar, doc, sources, faults))
    read_variants (template, folder, grammar, xmlDocGetRootElement (doc), faults);
  xmlFreeDoc (doc);
  return template;
}

TkTemplate *
tk_template_read_bound (const char *path, const char *folder, TkGrammar *grammar, TkFaults *faults)
{
  return read_file (path, folder, grammar, NULL, faults);
}

static gboolean
has_file (const GArray *files, const char *name)
{
  for (guint i = 0; i < files->len; i++)
    if (strcmp (g_array_index (files, TkTemplateFile, i).path, name) == 0)
      return TRUE;
  return FALSE;
}

/* A book is read from the files of what it binds, too. */
static void
list_bound_files (TkTemplate *template)
{
  g_autoptr (GArray) files = g_array_new (FALSE, FALSE, sizeof (TkTemplateFile));

  g_array_append_vals (files, template->files, template->n_files);
  for (guint i = 0; i < template->bound->len; i++) {
    const TkTemplate *bound = template->bound->pdata[i];
    for (guint j = 0; j < bound->n_files; j++)
      if (!has_file (files, bound->files[j].path))
        g_array_append_val (files, bound->files[j]);
  }
  template->files = tk_arena_copy_array (template->arena, files);
  template->n_files = files->len;
}

static void
free_bound (gpointer template)
{
  tk_template_free (template);
}

TkTemplate *
tk_template_read_by (TkGrammar *grammar, const char *path, const char *folder, GError **error)
{
  g_autoptr (TkFaults) faults = tk_template_faults_new ();
  TkTemplate *template = read_file (path, folder, grammar, g_ptr_array_new_with_free_func (free_bound),
                                    faults);

  if (!tk_template_faults_check (faults, error)) {
    tk_template_free (template);
    return NULL;
  }
  if (template->bound->len > 0)
    list_bound_files (template);
  return template;
}

TkTemplate *
tk_template_read (const char *path, const char *folder, TkCache *cache, GError **error)
{
  g_autoptr (TkGrammar) grammar = tk_template_grammar_new (folder != NULL ? folder : ".", cache);

  return tk_template_read_by (grammar, path, folder, error);
}

void
tk_template_free (TkTemplate *template)
{
  if (template == NULL)
    return;
  g_clear_pointer (&template->bound, g_ptr_array_unref);
  tk_arena_free (template->arena);
  g_free (template);
}
