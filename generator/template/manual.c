/* Comes in: the elements of the language. Goes out: their reference as text for a terminal. What the grammar
 * looks like is not known here. */
#include "manual.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "manual_form.h"
#include "nearest.h"

enum { WIDTH = 80, INDENT = 2, DEEPER = 6 };

const char *
tk_template_manual_name_crowd (TkCrowd crowd)
{
  switch (crowd) {
  case TK_CROWD_DEFINITIONS:
    return _ ("definitions");
  case TK_CROWD_BLOCKS:
    return _ ("blocks");
  case TK_CROWD_LINE:
    return _ ("text of a line");
  case TK_N_CROWDS:
    break;
  }
  return "";
}

static void
append_item (GString *to, const char *item)
{
  g_string_append_printf (to, "%s%s", to->len > 0 ? ", " : "", item);
}

char *
tk_template_manual_print_content (const TkLanguage *language, const TkLanguageUse *use,
                                  char *(*print_name) (const char *name, gboolean is_crowd))
{
  g_autoptr (GPtrArray) names = tk_template_language_names_new (language, use->children);
  GString *text = g_string_new (NULL);

  if (use->text)
    append_item (text, _ ("text"));
  for (guint i = 0; i < TK_N_CROWDS; i++) {
    if (!use->holds[i])
      continue;
    g_autofree char *name = print_name (tk_template_manual_name_crowd (i), TRUE);
    append_item (text, name);
  }
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *name = print_name (g_ptr_array_index (names, i), FALSE);
    append_item (text, name);
  }
  return g_string_free (text, FALSE);
}

/* Text. The width of a word on a terminal is its length: Vietnamese has no wide letters. */

static void
append_wrapped (GString *to, const char *text, int indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    const glong width = g_utf8_strlen (words[i], -1);
    if (column == 0 || column + 1 + width > WIDTH) {
      g_string_append_printf (to, "%s%*s", column > 0 ? "\n" : "", indent, "");
      column = indent;
    } else {
      g_string_append_c (to, ' ');
      column++;
    }
    g_string_append (to, words[i]);
    column += width;
  }
  g_string_append_c (to, '\n');
}

static char *
print_tag (const char *name, gboolean is_crowd)
{
  return g_strdup_printf (is_crowd ? "%s" : "<%s>", name);
}

static void
append_attribute (GString *to, const TkLanguageAttribute *attribute)
{
  g_autoptr (GString) head = g_string_new (attribute->name);
  g_autoptr (GString) values = g_string_new (NULL);

  for (guint i = 0; i < attribute->values->len; i++)
    append_item (values, g_ptr_array_index (attribute->values, i));
  for (guint i = 0; i < attribute->kinds->len; i++) {
    const TkLanguageKind *kind = g_ptr_array_index (attribute->kinds, i);
    append_item (values, kind->name);
  }
  g_string_append_printf (head, " = %s", values->len > 0 ? values->str : _ ("text"));
  if (attribute->required)
    g_string_append_printf (head, " (%s)", _ ("required"));
  append_wrapped (to, head->str, INDENT);
  append_wrapped (to, attribute->says, DEEPER);
}

static void
append_use (GString *to, const TkLanguage *language, const TkLanguageUse *use)
{
  g_autofree char *content = tk_template_manual_print_content (language, use, print_tag);

  append_wrapped (to, use->says, INDENT);
  if (use->attributes->len > 0)
    g_string_append_c (to, '\n');
  for (guint i = 0; i < use->attributes->len; i++)
    append_attribute (to, g_ptr_array_index (use->attributes, i));
  g_string_append_c (to, '\n');
  g_autofree char *line = *content != '\0' ? g_strdup_printf (_ ("Holds: %s"), content)
                                           : g_strdup (_ ("Holds nothing"));
  append_wrapped (to, line, INDENT);
  g_string_append_c (to, '\n');
}

static void
append_parents (GString *to, const TkLanguageElement *element)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < element->parents->len; i++) {
    g_autofree char *name = print_tag (g_ptr_array_index (element->parents, i), FALSE);
    append_item (names, name);
  }
  if (names->len == 0)
    return;
  g_autofree char *line = g_strdup_printf (_ ("Stands in: %s"), names->str);
  append_wrapped (to, line, INDENT);
  g_string_append_c (to, '\n');
}

static void
append_code (GString *to, const char *code)
{
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++) {
    if (*lines[i] != '\0')
      g_string_append_printf (to, "%*s%s", INDENT, "", lines[i]);
    if (lines[i + 1] != NULL)
      g_string_append_c (to, '\n');
  }
}

static void
append_element (GString *to, const TkLanguage *language, const TkLanguageElement *element, gboolean alone)
{
  g_string_append_printf (to, "%s<%s>\n", to->len > 0 ? "\n" : "", element->name);
  for (guint i = 0; i < element->uses->len; i++)
    append_use (to, language, g_ptr_array_index (element->uses, i));
  append_parents (to, element);
  if (element->example == NULL)
    return;
  if (alone || strcmp (element->example_of, element->name) == 0)
    append_code (to, element->example);
  else {
    g_autofree char *other = print_tag (element->example_of, FALSE);
    g_autofree char *line = g_strdup_printf (_ ("Example: that of %s"), other);
    append_wrapped (to, line, INDENT);
  }
}

static gboolean
uses_kind (const TkLanguageElement *element, const TkLanguageKind *kind)
{
  for (guint i = 0; i < element->uses->len; i++) {
    const TkLanguageUse *use = g_ptr_array_index (element->uses, i);
    for (guint j = 0; j < use->attributes->len; j++) {
      const TkLanguageAttribute *attribute = g_ptr_array_index (use->attributes, j);
      if (g_ptr_array_find (attribute->kinds, kind, NULL))
        return TRUE;
    }
  }
  return FALSE;
}

/* The kinds of values of @one element, or of all where it is NULL. */
static void
append_kinds (GString *to, const TkLanguage *language, const TkLanguageElement *one)
{
  const gsize before = to->len;

  for (guint i = 0; i < language->kinds->len; i++) {
    const TkLanguageKind *kind = g_ptr_array_index (language->kinds, i);
    if (one != NULL && !uses_kind (one, kind))
      continue;
    if (to->len == before)
      g_string_append_printf (to, "\n%s\n", _ ("Kinds of values"));
    g_autofree char *line = g_strdup_printf ("%s: %s", kind->name, kind->says);
    append_wrapped (to, line, INDENT);
  }
}

static void
append_queries (GString *to, const TkLanguage *language)
{
  if (language->queries == NULL)
    return;
  g_string_append_printf (to, "\n%s\n", _ ("The queries of the examples"));
  append_code (to, language->queries);
}

static void
set_unknown (const TkLanguage *language, const char *name, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    g_ptr_array_add (names, (char *) element->name);
  }
  g_ptr_array_add (names, NULL);
  g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("“%s” is not an element of layouts%s; tongket layouts --elements lists all"), name, hint);
}

static char *
print_text (const TkLanguage *language, const char *name, GError **error)
{
  const TkLanguageElement *one = name != NULL ? tk_template_language_find (language, name) : NULL;

  if (name != NULL && one == NULL) {
    set_unknown (language, name, error);
    return NULL;
  }
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    if (one == NULL || one == element)
      append_element (text, language, element, one != NULL);
  }
  append_kinds (text, language, one);
  if (one == NULL)
    append_queries (text, language);
  return g_string_free (text, FALSE);
}

char *
tk_template_manual_new (const char *folder, const char *element, TkManualForm form, GError **error)
{
  g_autoptr (TkLanguage) language = tk_template_language_new (folder, error);

  if (language == NULL)
    return NULL;
  return form == TK_MANUAL_PAGE ? tk_template_manual_print_page (language)
                                : print_text (language, element, error);
}
