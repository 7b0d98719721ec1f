/* Cases of Word files: a layout, and the parts of the file that comes of it, an element a line; document.xml
 * and those that comments <!-- part NAME --> name. All that is referred to begins on page 7. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "../template/cases.h"
#include "content.h"
#include "package.h"
#include "word_export.h"

/* What of the namespaces is plain from the place. */
static const char *
name_of (const xmlNs *ns)
{
  return ns != NULL && ns->prefix != NULL && strcmp ((const char *) ns->prefix, "w") != 0
             ? (const char *) ns->prefix
             : NULL;
}

static void
print_name (GString *to, const xmlNs *ns, const xmlChar *name)
{
  if (name_of (ns) != NULL)
    g_string_append_printf (to, "%s:", name_of (ns));
  g_string_append (to, (const char *) name);
}

static void
print_head (GString *to, const xmlNode *node)
{
  print_name (to, node->ns, node->name);
  for (xmlAttrPtr at = node->properties; at != NULL; at = at->next) {
    xmlChar *value = xmlNodeListGetString (node->doc, at->children, 1);
    g_string_append_c (to, ' ');
    if (strcmp ((const char *) at->name, "val") != 0) {
      print_name (to, at->ns, at->name);
      g_string_append_c (to, '=');
    }
    g_string_append (to, value != NULL ? (const char *) value : "");
    xmlFree (value);
  }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE)
      g_string_append_printf (to, " “%s”", (const char *) child->content);
}

/* Properties and runs are a line with all that they hold: "pPr{pStyle BodyText, jc both}". */
static gboolean
is_line (const xmlNode *node)
{
  const char *name = (const char *) node->name;

  return strcmp (name, "r") == 0 || (g_str_has_suffix (name, "Pr") && strcmp (name, "docPr") != 0)
         || strcmp (name, "tblGrid") == 0;
}

static void
print_inside (GString *to, const xmlNode *node)
{
  const char *mark = "{";

  print_head (to, node);
  for (const xmlNode *child = node->children; child != NULL; child = child->next) {
    if (child->type != XML_ELEMENT_NODE)
      continue;
    g_string_append (to, mark);
    print_inside (to, child);
    mark = ", ";
  }
  g_string_append (to, mark[0] == ',' ? "}" : "");
}

static void
print_element (GString *to, const xmlNode *node, int depth)
{
  g_string_append_printf (to, "%*s", depth, "");
  if (is_line (node)) {
    print_inside (to, node);
    g_string_append_c (to, '\n');
    return;
  }
  print_head (to, node);
  g_string_append_c (to, '\n');
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      print_element (to, child, depth + 1);
}

static void
print_part (GString *to, TkPackage *package, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, name, &error);

  g_string_append_printf (to, "== %s\n", name);
  if (reader == NULL || !tk_package_next (package, reader, &error)) {
    g_string_append_printf (to, "%s\n", error != NULL ? error->message : "is empty");
    return;
  }
  const xmlNode *root = xmlTextReaderExpand (reader);
  for (const xmlNode *child = root != NULL ? root->children : NULL; child != NULL; child = child->next)
    print_element (to, child, 0);
}

/* What the comments <!-- part … --> of a case name. */
static char **
find_parts (const char *path)
{
  static const char begin[] = "<!-- part ";
  g_autofree char *text = NULL;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();

  g_file_get_contents (path, &text, NULL, NULL);
  for (const char *at = text; (at = strstr (at, begin)) != NULL;) {
    at += strlen (begin);
    g_autofree char *one = g_strndup (at, (gsize) (strstr (at, " -->") - at));
    g_strv_builder_add (found, one);
  }
  return g_strv_builder_end (found);
}

static gboolean
write_word (const TkDocument *document, const char *path, GError **error)
{
  g_autoptr (GHashTable) folios = g_hash_table_new (NULL, NULL);
  g_autoptr (TkOutput) output = tk_output_new (path, error);

  for (guint i = 0; i < document->n_targets; i++)
    g_hash_table_insert (folios, (gpointer) document->targets[i], GUINT_TO_POINTER (7));
  return output != NULL && tk_export_word (document, folios, output, error)
         && tk_output_commit (output, error);
}

static TkDocument *
make_document (const char *database_path, const TkTemplate *template, TkNotes *notes, GError **error)
{
  const TkContentOptions options = {.picture_folder = "../../documents/picture-data"};
  g_autoptr (TkDatabase) database = NULL;

  g_unlink (database_path);
  if (template == NULL || !tk_data_create (database_path, error))
    return NULL;
  database = tk_data_read (database_path, error);
  return database != NULL ? tk_content_new (template, database, &options, notes, error) : NULL;
}

static char *
print_word (const char *path, gpointer data)
{
  const char *folder = data;
  g_autofree char *database = g_build_filename (folder, "case.db", NULL);
  g_autofree char *file = g_build_filename (folder, "case.docx", NULL);
  g_auto (GStrv) parts = find_parts (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkTemplate) template = tk_template_read (path, "../../../layouts", NULL, &error);
  g_autoptr (TkDocument) document = make_document (database, template, notes, &error);
  g_autoptr (GString) text = g_string_new (NULL);

  if (document == NULL || !write_word (document, file, &error))
    return g_strdup_printf ("error %d\n%s\n", error->code, error->message);
  g_autoptr (TkPackage) package = tk_package_open_new (file, &error);
  if (package == NULL)
    return g_strdup_printf ("error %d\n%s\n", error->code, error->message);
  print_part (text, package, "word/document.xml");
  for (guint i = 0; parts[i] != NULL; i++)
    print_part (text, package, parts[i]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("tongket-word-XXXXXX", NULL);
  const char *const files[] = {"case.db", "case.docx"};

  const int status = tk_cases_run (argc, argv, "word", print_word, folder);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *path = g_build_filename (folder, files[i], NULL);
    g_unlink (path);
  }
  g_rmdir (folder);
  return status;
}
