/* Comes in: the values of the parameters. Goes out: which variant of the layout the paper is made by. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"

const char *
tk_content_find_usual_variant (const TkMaker *maker, const TkParameter *parameter)
{
  const TkTemplate *template = maker->template;

  return template->n_variants > 0 && strcmp (parameter->name, TK_PARAMETER_OF_VARIANT) == 0
             ? template->variants[0].name
             : NULL;
}

static char *
print_variants (const TkTemplate *template)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < template->n_variants; i++)
    g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", template->variants[i].name,
                            template->variants[i].title);
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
refuse (const TkMaker *maker, const char *name, GError **error)
{
  const TkTemplate *template = maker->template;
  g_autofree char *names = print_variants (template);

  if (tk_content_find_setting (maker, TK_PARAMETER_OF_VARIANT) != NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--set variant=%s: the layout %s has no such variant; choose one of these: %s"), name,
                 template->name, names);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: the records ask for the variant “%s”, which the layout %s has not; record one of "
                    "these, or give it with --set variant=NAME: %s"),
                 tk_data_path (maker->database), name, template->name, names);
}

const TkTemplate *
tk_content_choose_variant (const TkMaker *maker, GError **error)
{
  const TkTemplate *template = maker->template;
  const char *name = NULL;

  if (template->n_variants == 0)
    return template;
  for (guint i = 0; i < template->n_parameters; i++)
    if (strcmp (template->parameters[i].name, TK_PARAMETER_OF_VARIANT) == 0)
      name = maker->values[i].text;
  for (guint i = 0; i < template->n_variants; i++)
    if (g_strcmp0 (template->variants[i].name, name) == 0)
      return template->variants[i].template;
  refuse (maker, name, error);
  return NULL;
}
