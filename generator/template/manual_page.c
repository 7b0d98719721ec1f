/* Comes in: the elements of the language. Goes out: their reference as a page of GitHub Flavored Markdown,
 * with contents, tables and examples. */
#include <glib/gi18n.h>
#include <string.h>

#include "manual_form.h"

/* Chapters, by the element with which each begins; elements come in the order of the grammar. */
static const struct {
  const char *first, *title;
} chapters[] = {
    {"layout", N_ ("The file")},
    {"style", N_ ("The look")},
    {"paper", N_ ("The paper and its text")},
    {"table", N_ ("Tables, pictures, charts")},
    {"sides", N_ ("The form of an official paper")},
    {"space", N_ ("Pages, boxes, columns")},
    {"contents", N_ ("Contents, notes, index")},
    {"b", N_ ("In a line")},
};

static const char *
find_chapter (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (chapters); i++) {
    if (strcmp (chapters[i].first, element) == 0)
      return _ (chapters[i].title);
  }
  return NULL;
}

/* Words as they are, whatever they mean in Markdown. */
static void
append_plain (GString *to, const char *text)
{
  for (; *text != '\0'; text++) {
    if (strchr ("\\`*_[]<>|~", *text) != NULL)
      g_string_append_c (to, '\\');
    g_string_append_c (to, *text);
  }
}

static char *
print_link (const char *name, gboolean is_crowd)
{
  return is_crowd ? g_strdup_printf ("[%s](#crowds)", name) : g_strdup_printf ("[`%s`](#%s)", name, name);
}

static void
append_links (GString *to, const GPtrArray *names)
{
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *link = print_link (g_ptr_array_index (names, i), FALSE);
    g_string_append_printf (to, "%s%s", i > 0 ? ", " : "", link);
  }
}

static void
append_code (GString *to, const char *code)
{
  g_string_append_printf (to, "```xml\n%s%s```\n\n", code, g_str_has_suffix (code, "\n") ? "" : "\n");
}

static void
append_values (GString *to, const TkLanguageAttribute *attribute)
{
  const guint n_values = attribute->values->len;

  for (guint i = 0; i < n_values; i++)
    g_string_append_printf (to, "%s`%s`", i > 0 ? ", " : "",
                            (const char *) g_ptr_array_index (attribute->values, i));
  for (guint i = 0; i < attribute->kinds->len; i++) {
    const TkLanguageKind *kind = g_ptr_array_index (attribute->kinds, i);
    g_string_append_printf (to, "%s[%s](#values)", n_values + i > 0 ? ", " : "", kind->name);
  }
  if (n_values + attribute->kinds->len == 0)
    g_string_append (to, _ ("text"));
}

static void
append_attributes (GString *to, const TkLanguageUse *use)
{
  if (use->attributes->len == 0)
    return;
  g_string_append_printf (to, "| %s | %s | %s |\n|---|---|---|\n", _ ("attribute"), _ ("value"),
                          _ ("meaning"));
  for (guint i = 0; i < use->attributes->len; i++) {
    const TkLanguageAttribute *attribute = g_ptr_array_index (use->attributes, i);
    g_string_append_printf (to, "| `%s` | ", attribute->name);
    append_values (to, attribute);
    g_string_append (to, " | ");
    if (attribute->required)
      g_string_append_printf (to, "(**%s**) ", _ ("required"));
    append_plain (to, attribute->says);
    g_string_append (to, " |\n");
  }
  g_string_append_c (to, '\n');
}

static void
append_use (GString *to, const TkLanguage *language, const TkLanguageUse *use)
{
  g_autofree char *content = tk_template_manual_print_content (language, use, print_link);

  append_plain (to, use->says);
  g_string_append (to, "\n\n");
  append_attributes (to, use);
  if (*content != '\0')
    g_string_append_printf (to, _ ("Holds: %s"), content);
  else
    g_string_append (to, _ ("Holds nothing"));
  g_string_append (to, "\n\n");
}

static void
append_element (GString *to, const TkLanguage *language, const TkLanguageElement *element)
{
  g_string_append_printf (to, "### %s\n\n", element->name);
  for (guint i = 0; i < element->uses->len; i++)
    append_use (to, language, g_ptr_array_index (element->uses, i));
  if (element->parents->len > 0) {
    g_autoptr (GString) links = g_string_new (NULL);
    append_links (links, element->parents);
    g_string_append_printf (to, _ ("Stands in: %s"), links->str);
    g_string_append (to, "\n\n");
  }
  if (element->example == NULL)
    return;
  if (strcmp (element->example_of, element->name) == 0)
    append_code (to, element->example);
  else {
    g_autofree char *link = print_link (element->example_of, FALSE);
    g_string_append_printf (to, _ ("Example: that of %s"), link);
    g_string_append (to, "\n\n");
  }
}

static void
append_contents (GString *to, const TkLanguage *language)
{
  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    const char *chapter = find_chapter (element->name);
    if (chapter != NULL)
      g_string_append_printf (to, "%s- %s: ", i > 0 ? "\n" : "", chapter);
    else
      g_string_append (to, ", ");
    g_autofree char *link = print_link (element->name, FALSE);
    g_string_append (to, link);
  }
  g_string_append_printf (to, "\n- [%s](#crowds), [%s](#values), [%s](#queries)\n\n",
                          _ ("What stands in many places"), _ ("Kinds of values"),
                          _ ("The queries of the examples"));
}

static void
append_crowds (GString *to, const TkLanguage *language)
{
  g_string_append_printf (to, "## <a id=\"crowds\"></a>%s\n\n", _ ("What stands in many places"));
  for (guint i = 0; i < TK_N_CROWDS; i++) {
    g_autoptr (GPtrArray) names = tk_template_language_names_new (language, language->crowds[i]);
    g_string_append_printf (to, "- **%s**: ", tk_template_manual_name_crowd (i));
    append_links (to, names);
    g_string_append_c (to, '\n');
  }
  g_string_append_c (to, '\n');
}

static void
append_kinds (GString *to, const TkLanguage *language)
{
  g_string_append_printf (to, "## <a id=\"values\"></a>%s\n\n", _ ("Kinds of values"));
  for (guint i = 0; i < language->kinds->len; i++) {
    const TkLanguageKind *kind = g_ptr_array_index (language->kinds, i);
    g_string_append_printf (to, "- **%s**: ", kind->name);
    append_plain (to, kind->says);
    g_string_append_c (to, '\n');
  }
  g_string_append_c (to, '\n');
}

char *
tk_template_manual_print_page (const TkLanguage *language)
{
  GString *page = g_string_new (NULL);

  g_string_append_printf (
      page, "# %s\n\n%s\n\n", _ ("The elements of layouts"),
      _ ("Made of `layout.rng` and `examples/` by `ninja -C build/release reference`: do not edit it. "
         "`tongket layouts --elements ELEMENT` shows one element on the terminal."));
  append_contents (page, language);
  for (guint i = 0; i < language->elements->len; i++) {
    const TkLanguageElement *element = g_ptr_array_index (language->elements, i);
    const char *chapter = find_chapter (element->name);
    if (chapter != NULL)
      g_string_append_printf (page, "## %s\n\n", chapter);
    append_element (page, language, element);
  }
  append_crowds (page, language);
  append_kinds (page, language);
  if (language->queries != NULL) {
    g_string_append_printf (page, "## <a id=\"queries\"></a>%s\n\n", _ ("The queries of the examples"));
    append_code (page, language->queries);
  }
  g_string_truncate (page, page->len - 1); /* ends with one new line */
  return g_string_free (page, FALSE);
}
