/* Comes in: a .xlsx file. Goes out: its cells as text. */
#include "sheet_print.h"

#include "package.h"
#include "tests.h"

typedef struct {
  GPtrArray *texts;   /* of sharedStrings.xml */
  GPtrArray *formats; /* of numbers, by style */
} Parts;

static void
append_text (GString *to, TkPackage *package, xmlTextReader *reader, const char *element)
{
  g_autoptr (GError) error = NULL;

  if (xmlTextReaderIsEmptyElement (reader))
    return;
  while (tk_package_next (package, reader, &error)) {
    const int type = xmlTextReaderNodeType (reader);
    if (type == XML_READER_TYPE_END_ELEMENT
        && g_str_equal ((const char *) xmlTextReaderConstLocalName (reader), element))
      return;
    if (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE
        || type == XML_READER_TYPE_WHITESPACE)
      g_string_append (to, (const char *) xmlTextReaderConstValue (reader));
  }
  assert_null (error);
}

static char *
attribute_new (xmlTextReader *reader, const char *name)
{
  char *value = tk_package_attribute (reader, name);
  char *copy = g_strdup (value);

  xmlFree (value);
  return copy;
}

static void
read_parts (Parts *parts, TkPackage *package)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkXmlReader) texts = tk_package_reader_new (package, "xl/sharedStrings.xml", &error);
  g_autoptr (TkXmlReader) styles = tk_package_reader_new (package, "xl/styles.xml", &error);
  g_autoptr (GHashTable) codes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  gboolean cells = FALSE;

  assert_null (error);
  parts->texts = g_ptr_array_new_with_free_func (g_free);
  parts->formats = g_ptr_array_new_with_free_func (g_free);
  while (tk_package_next (package, texts, &error))
    if (tk_package_at (texts, "si")) {
      GString *text = g_string_new (NULL);
      append_text (text, package, texts, "si");
      g_ptr_array_add (parts->texts, g_string_free (text, FALSE));
    }
  while (tk_package_next (package, styles, &error)) {
    cells = cells || tk_package_at (styles, "cellXfs");
    if (tk_package_at (styles, "cellStyles"))
      break;
    if (tk_package_at (styles, "numFmt"))
      g_hash_table_insert (codes, attribute_new (styles, "numFmtId"), attribute_new (styles, "formatCode"));
    if (cells && tk_package_at (styles, "xf")) {
      char *number = attribute_new (styles, "numFmtId");
      const char *code = g_hash_table_lookup (codes, number);
      g_ptr_array_add (parts->formats, g_strdup (code != NULL                ? code
                                                 : g_str_equal (number, "0") ? "general"
                                                                             : number));
      g_free (number);
    }
  }
  assert_null (error);
}

static void
append_cell (GString *to, const Parts *parts, TkPackage *package, xmlTextReader *reader)
{
  g_autofree char *place = attribute_new (reader, "r");
  g_autofree char *type = attribute_new (reader, "t");
  g_autofree char *style = attribute_new (reader, "s");
  g_autoptr (GString) value = g_string_new (NULL);
  const char *format = g_ptr_array_index (parts->formats, style != NULL ? atoi (style) : 0);

  append_text (value, package, reader, "c");
  if (value->len == 0)
    return;
  if (to->len > 0 && to->str[to->len - 1] != '\n')
    g_string_append (to, " | ");
  if (g_strcmp0 (type, "s") == 0)
    g_string_append_printf (to, "%s s %s", place,
                            (const char *) g_ptr_array_index (parts->texts, atoi (value->str)));
  else
    g_string_append_printf (to, "%s %s %s", place, type != NULL ? type : format, value->str);
}

char *
tests_print_sheet (const char *path, guint at)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *part = g_strdup_printf ("xl/worksheets/sheet%u.xml", at);
  g_autoptr (TkPackage) package = tk_package_open_new (path, &error);
  Parts parts;

  assert_null (error);
  read_parts (&parts, package);
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, part, &error);
  assert_null (error);
  GString *print = g_string_new (NULL);
  while (tk_package_next (package, reader, &error)) {
    if (tk_package_at (reader, "row") && print->len > 0 && print->str[print->len - 1] != '\n')
      g_string_append_c (print, '\n');
    if (tk_package_at (reader, "c"))
      append_cell (print, &parts, package, reader);
  }
  assert_null (error);
  g_ptr_array_unref (parts.texts);
  g_ptr_array_unref (parts.formats);
  return g_string_free (print, FALSE);
}

char *
tests_print_sheet_notes (const char *path, guint at)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *part = g_strdup_printf ("xl/comments%u.xml", at);
  g_autoptr (TkPackage) package = tk_package_open_new (path, &error);
  g_autoptr (TkXmlReader) reader = package != NULL ? tk_package_reader_new (package, part, &error) : NULL;

  assert_null (error);
  GString *print = g_string_new (NULL);
  while (tk_package_next (package, reader, &error))
    if (tk_package_at (reader, "comment")) {
      g_autofree char *place = attribute_new (reader, "ref");
      g_string_append_printf (print, "%s: ", place);
      append_text (print, package, reader, "comment");
      g_string_append_c (print, '\n');
    }
  assert_null (error);
  return g_string_free (print, FALSE);
}

char *
tests_print_attributes (const char *path, const char *part, const char *element, const char *attribute)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkPackage) package = tk_package_open_new (path, &error);
  g_autoptr (TkXmlReader) reader = package != NULL ? tk_package_reader_new (package, part, &error) : NULL;

  assert_null (error);
  GString *print = g_string_new (NULL);
  while (tk_package_next (package, reader, &error))
    if (tk_package_at (reader, element)) {
      g_autofree char *value = attribute_new (reader, attribute);
      g_string_append_printf (print, "%s\n", value != NULL ? value : "");
    }
  assert_null (error);
  return g_string_free (print, FALSE);
}
