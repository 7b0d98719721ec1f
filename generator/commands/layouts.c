/* tongket layouts [LAYOUT [FILE.xml]]: what there is to render, with the parameters; a layout to make one's
 * own; the reference of their language. */
#include <glib/gi18n.h>
#include <string.h>

#include "command.h"
#include "error.h"
#include "manual.h"
#include "output.h"
#include "paper.h"
#include "share.h"

static const TkUsage usage = {
    .name = "layouts",
    .arguments = N_ ("[LAYOUT [FILE.xml] | ELEMENT]"),
    .about = N_ (
        "Lists the layouts, or shows one of them: its title, and each parameter with the query that gives "
        "its value where --set gives none, and the variants of its design. With --copy the layout is copied "
        "to FILE.xml, to be made one's own: the parts that it includes stay those of the program, and "
        "editors "
        "of XML complete its elements by the grammar that its second line names. With --elements the "
        "language "
        "of layouts is explained, or one ELEMENT of it, with examples; with -o as a page of Markdown."),
    .example = "tongket layouts\ntongket layouts bao-cao-nhiem-ky\n"
               "tongket layouts --copy van-ban mau-cua-toi.xml\n"
               "tongket layouts --elements table",
    .fewest = 0,
    .most = 2,
};

static void
print_line (const TkTemplate *template)
{
  g_print ("%s\t%s", template->name, template->title);
  for (guint i = 0; i < template->n_parameters; i++)
    g_print ("%s%s", i == 0 ? "\t" : ", ", template->parameters[i].name);
  g_print ("\n");
}

/* What the parameter of the variant may be. */
static void
print_variants (const TkTemplate *template)
{
  for (guint i = 0; i < template->n_variants; i++)
    g_print ("  %s\t%s\n", template->variants[i].name, template->variants[i].title);
}

static void
print_whole (const TkTemplate *template)
{
  g_print ("%s\n%s\n%s\n", template->name, template->title, template->path);
  for (guint i = 0; i < template->n_parameters; i++) {
    const TkParameter *parameter = &template->parameters[i];
    g_autofree char *sql = g_strstrip (g_strdup (parameter->sql != NULL ? parameter->sql : ""));

    g_print ("\n--set %s=…  %s\n", parameter->name, parameter->title != NULL ? parameter->title : "");
    if (*sql != '\0')
      g_print ("  %s\n", sql);
    if (strcmp (parameter->name, TK_PARAMETER_OF_VARIANT) == 0)
      print_variants (template);
  }
}

static gboolean
show (const char *share, const char *name, void (*print) (const TkTemplate *template), GError **error)
{
  g_autoptr (TkTemplate) template = tk_paper_template_new (share, name, error);

  if (template == NULL)
    return FALSE;
  print (template);
  return TRUE;
}

/* Where the line that names the grammar to editors (W3C, Associating Schemas with XML documents 1.0) belongs:
 * behind the XML declaration of @text. */
static gsize
find_prolog (const char *text)
{
  const char *end = g_str_has_prefix (text, "<?xml ") ? strstr (text, "?>") : NULL;

  return end == NULL ? 0 : (gsize) (end - text) + 2 + (end[2] == '\n');
}

static gboolean
copy (const char *share, const char *name, const char *to, GError **error)
{
  g_autofree char *path = tk_share_layout_new (share, name, error);
  g_autofree char *grammar = g_build_filename (share, "layouts", "editor.rng", NULL);
  g_autofree char *uri = g_filename_to_uri (grammar, NULL, NULL);
  g_autofree char *text = NULL;

  if (path == NULL || !g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  if (g_file_test (to, G_FILE_TEST_EXISTS)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: is there already; choose another name"), to);
    return FALSE;
  }
  const gsize prolog = find_prolog (text);
  g_autofree char *model = g_strdup_printf (
      "<?xml-model href=\"%s\" schematypens=\"http://relaxng.org/ns/structure/1.0\"?>\n", uri);
  g_autoptr (TkOutput) output = tk_output_new (to, error);
  return output != NULL && tk_output_write (output, text, prolog, error)
         && tk_output_write (output, model, strlen (model), error)
         && tk_output_write (output, text + prolog, strlen (text + prolog), error)
         && tk_output_commit (output, error);
}

/* The reference of the language: on the terminal, or all of it as the page @to. */
static gboolean
explain (const char *share, const char *element, const char *to, GError **error)
{
  g_autofree char *folder = g_build_filename (share, "layouts", NULL);
  g_autofree char *text = tk_template_manual_new (folder, element,
                                                  to != NULL ? TK_MANUAL_PAGE : TK_MANUAL_TEXT, error);

  if (text == NULL)
    return FALSE;
  if (to == NULL) {
    g_print ("%s", text);
    return TRUE;
  }
  g_autoptr (TkOutput) output = tk_output_new (to, error);
  return output != NULL && tk_output_write (output, text, strlen (text), error)
         && tk_output_commit (output, error);
}

static gboolean
list (const char *share, GError **error)
{
  g_auto (GStrv) names = tk_share_layouts_new (share, error);

  if (names == NULL)
    return FALSE;
  for (char **name = names; *name != NULL; name++)
    if (!show (share, *name, print_line, error))
      return FALSE;
  return TRUE;
}

gboolean
tk_run_layouts (int argc, char **argv, GError **error)
{
  gboolean copying = FALSE, elements = FALSE;
  g_autofree char *to = NULL;
  const GOptionEntry entries[] = {
      {"copy", 'c', 0, G_OPTION_ARG_NONE, &copying, N_ ("Copy LAYOUT to FILE.xml"), NULL},
      {"elements", 'e', 0, G_OPTION_ARG_NONE, &elements, N_ ("Explain the elements of layouts, or ELEMENT"),
       NULL},
      {"output", 'o', 0, G_OPTION_ARG_FILENAME, &to, N_ ("With --elements: write all of them to FILE.md"),
       N_ ("FILE.md")},
      {NULL}};

  if (!tk_command_parse (&usage, entries, &argc, &argv, error))
    return FALSE;
  if (elements ? copying || argc > 2 || (to != NULL && argc > 1) : to != NULL) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("layouts: write tongket layouts --elements ELEMENT to see one, tongket layouts --elements -o "
           "FILE.md for all of them as a page"));
    return FALSE;
  }
  if (copying != (argc == 3)) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("layouts: write tongket layouts --copy LAYOUT FILE.xml to copy one, tongket layouts LAYOUT to "
           "see it"));
    return FALSE;
  }
  g_autofree char *share = tk_share_new (error);
  if (share == NULL)
    return FALSE;
  if (elements)
    return explain (share, argv[1], to, error);
  if (copying)
    return copy (share, argv[1], argv[2], error);
  return argc > 1 ? show (share, argv[1], print_whole, error) : list (share, error);
}
