/* Comes in: <variant> elements, and blocks that are there in some of them. Goes out: the variants of a
 * layout, and what the one that is read leaves out. Must not know who chooses. */
#include <glib/gi18n.h>
#include <string.h>

#include "nearest.h"
#include "reader.h"

/* The layout is read once for each. */
enum { MOST_VARIANTS = 16 };

static TkVariant *
find_variant (const GArray *variants, const char *name)
{
  for (guint i = 0; i < variants->len; i++) {
    TkVariant *variant = &g_array_index (variants, TkVariant, i);
    if (strcmp (variant->name, name) == 0)
      return variant;
  }
  return NULL;
}

void
tk_template_list_variants (TkReader *reader, const xmlNode *root, GArray *variants)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next) {
    if (tk_template_is (node, "part"))
      tk_template_list_variants (reader, node, variants);
    if (!tk_template_is (node, "variant"))
      continue;
    TkVariant variant = {.name = tk_template_read_attribute (reader, node, "name"),
                         .title = tk_template_read_attribute (reader, node, "title"),
                         .place = tk_template_print_place (reader->arena, tk_template_find_place (node))};
    TkVariant *other = find_variant (variants, variant.name);
    if (other == NULL && variants->len == MOST_VARIANTS)
      tk_template_faults_add (reader->faults, tk_template_find_place (node),
                              _ ("more than %d variants; remove those that nobody chooses"), MOST_VARIANTS);
    else if (other == NULL)
      g_array_append_val (variants, variant);
    else
      other->title = variant.title;
  }
}

/* A name that no variant has would leave the block out in all of them. */
static gboolean
names_chosen (TkReader *reader, const xmlNode *node, const char *text)
{
  const TkTemplate *template = reader->template;
  g_auto (GStrv) names = g_strsplit_set (text, " \t\r\n", -1);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  gboolean chosen = FALSE;

  for (guint i = 0; i < template->n_variants; i++)
    g_ptr_array_add (known, (char *) template->variants[i].name);
  g_ptr_array_add (known, NULL);
  for (char **name = names; *name != NULL; name++) {
    if (**name == '\0')
      continue;
    chosen = chosen || g_strcmp0 (*name, template->variant) == 0;
    if (g_strv_contains ((const char *const *) known->pdata, *name))
      continue;
    const TkPlace place = tk_template_search_place (node, "variant=");
    g_autofree char *hint = tk_nearest_hint_new (*name, (const char *const *) known->pdata);
    tk_template_faults_add (reader->faults, &place, _ ("there is no variant “%s”%s"), *name,
                            *known->pdata != NULL ? hint : _ ("; define it by <variant>"));
  }
  return chosen;
}

gboolean
tk_template_leaves_out (TkReader *reader, const xmlNode *node)
{
  const gboolean unless = tk_template_is (node, "unless");

  if (!unless && !tk_template_is (node, "if"))
    return FALSE;
  const char *names = tk_template_read_attribute (reader, node, "variant");
  if ((names != NULL) == (xmlHasProp (node, BAD_CAST "query") != NULL))
    tk_template_faults_add (reader->faults, tk_template_find_place (node),
                            _ ("<%s> asks for a query or for a variant; give it one of the two"),
                            (const char *) node->name);
  return names != NULL && names_chosen (reader, node, names) == unless;
}
