/* Comes in: the package of an .xlsx file. Goes out: its sheets, and what all of
 * them share: number formats and texts. Knows no rows. ECMA-376 part 1, 18, in
 * its transitional and its strict namespaces: local names are the same. */
#include <glib/gi18n.h>
#include <string.h>

#include "book_form.h"
#include "error.h"

/* Of all shared texts. */
enum { MOST_TEXT = 512 * 1024 * 1024 };
/* Excel takes 65,490 cell formats. */
enum { MOST_FORMATS = 1000000 };

/* Of a part to another one. */
typedef struct {
  char *type;   /* a URI; its last word tells */
  char *target; /* the name of a part, or NULL: leads out of the package */
} Relation;

static void
relation_free (void *data)
{
  Relation *relation = data;

  g_free (relation->type);
  g_free (relation->target);
  g_free (relation);
}

/* The part that @target, in a relation of @source, names; NULL: none inside (part 2, 6.2.2). */
static char *
resolve_target (const char *source, const char *target)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_auto (GStrv) from = g_strsplit (source, "/", -1);
  g_auto (GStrv) steps = g_strsplit (target, "/", -1);

  for (guint i = 0; target[0] != '/' && i + 1 < g_strv_length (from); i++)
    g_ptr_array_add (names, from[i]);
  for (guint i = 0; steps[i] != NULL; i++) {
    const gboolean up = g_str_equal (steps[i], "..");
    if (up && names->len == 0)
      return NULL;
    if (up)
      g_ptr_array_set_size (names, (int) names->len - 1);
    else if (steps[i][0] != '\0' && !g_str_equal (steps[i], "."))
      g_ptr_array_add (names, steps[i]);
  }
  g_ptr_array_add (names, NULL);
  return g_strjoinv ("/", (char **) names->pdata);
}

/* "xl/_rels/workbook.xml.rels" of "xl/workbook.xml". */
static char *
name_relations_new (const char *source)
{
  g_autofree char *folder = g_path_get_dirname (source);
  g_autofree char *name = g_path_get_basename (source);

  if (source[0] == '\0')
    return g_strdup ("_rels/.rels");
  return g_strdup_printf ("%s%s_rels/%s.rels", g_str_equal (folder, ".") ? "" : folder,
                          g_str_equal (folder, ".") ? "" : "/", name);
}

/* (element-type utf8 Relation) by their ids, of the part @source, "" for the package. */
static GHashTable *
read_relations_new (TkPackage *package, const char *source, GError **error)
{
  g_autoptr (GHashTable) relations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, relation_free);
  g_autofree char *part = name_relations_new (source);
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, part, error);
  g_autoptr (GError) fault = NULL;

  if (reader == NULL)
    return NULL;
  while (tk_package_next (package, reader, &fault)) {
    if (!tk_package_at (reader, "Relationship"))
      continue;
    const xmlNode *node = tk_book_node_find (reader);
    const char *id = tk_book_attribute_find (node, NULL, "Id");
    const char *type = tk_book_attribute_find (node, NULL, "Type");
    const char *target = tk_book_attribute_find (node, NULL, "Target");
    const char *mode = tk_book_attribute_find (node, NULL, "TargetMode");
    if (id == NULL || type == NULL || target == NULL)
      continue;
    Relation *relation = g_new0 (Relation, 1);
    relation->type = g_strdup (type);
    relation->target = g_strcmp0 (mode, "External") != 0 ? resolve_target (source, target) : NULL;
    g_hash_table_insert (relations, g_strdup (id), relation);
  }
  return tk_error_pass (&fault, error) ? g_steal_pointer (&relations) : NULL;
}

static gboolean
has_type (const Relation *relation, const char *word)
{
  const char *slash = strrchr (relation->type, '/');

  return slash != NULL && g_str_equal (slash + 1, word);
}

/* The part of the one relation of that type; borrowed, or NULL. */
static const char *
find_part (GHashTable *relations, const char *word)
{
  GHashTableIter iter;
  void *relation;

  g_hash_table_iter_init (&iter, relations);
  while (g_hash_table_iter_next (&iter, NULL, &relation))
    if (has_type (relation, word))
      return ((const Relation *) relation)->target;
  return NULL;
}

/* At an element “sheet”: adds it, unless it is a chart, a dialog or a list of macros. */
static gboolean
take_sheet (TkXlsx *xlsx, xmlTextReader *reader, GHashTable *relations, GArray *sheets, GError **error)
{
  const xmlNode *node = tk_book_node_find (reader);
  const char *name = tk_book_attribute_find (node, NULL, "name");
  const char *state = tk_book_attribute_find (node, NULL, "state");
  char *id = tk_package_attribute (reader, "id");
  const Relation *relation = id != NULL ? g_hash_table_lookup (relations, id) : NULL;

  xmlFree (id);
  if (relation != NULL && !has_type (relation, "worksheet"))
    return TRUE;
  if (name == NULL || relation == NULL || relation->target == NULL) {
    g_autofree char *reason = g_strdup_printf (_ ("sheet “%s” has no part"), name != NULL ? name : "?");
    tk_book_fail_damaged (xlsx->package, reason, error);
    return FALSE;
  }
  TkBookSheet sheet = {g_strdup (name), state != NULL && !g_str_equal (state, "visible"),
                       g_strdup (relation->target)};
  g_array_append_val (sheets, sheet);
  return TRUE;
}

/* xsd:boolean */
static gboolean
is_true (const char *text)
{
  return text != NULL && (g_str_equal (text, "1") || g_str_equal (text, "true") || g_str_equal (text, "on"));
}

static gboolean
read_workbook (TkXlsx *xlsx, const char *part, GHashTable *relations, GArray *sheets, GError **error)
{
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (xlsx->package, part, error);
  g_autoptr (GError) fault = NULL;

  if (reader == NULL)
    return FALSE;
  while (tk_package_next (xlsx->package, reader, &fault)) {
    const xmlNode *node = tk_book_node_find (reader);
    if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
      continue;
    if (xmlTextReaderDepth (reader) == 0 && !tk_book_node_is (node, "workbook")) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is no spreadsheet; save it as .xlsx or .ods"),
                   tk_package_path (xlsx->package));
      return FALSE;
    }
    if (tk_book_node_is (node, "workbookPr"))
      xlsx->from_1904 = is_true (tk_book_attribute_find (node, NULL, "date1904"));
    if (tk_book_node_is (node, "sheet") && tk_book_node_is (node->parent, "sheets")
        && !take_sheet (xlsx, reader, relations, sheets, error))
      return FALSE;
  }
  return tk_error_pass (&fault, error);
}

TkXlsx *
tk_xlsx_new (TkPackage *package, GArray *sheets, GError **error)
{
  g_autoptr (TkXlsx) xlsx = g_new0 (TkXlsx, 1);
  g_autoptr (GHashTable) roots = read_relations_new (package, "", error);
  const char *part = roots != NULL ? find_part (roots, "officeDocument") : NULL;

  if (roots == NULL)
    return NULL;
  if (part == NULL) {
    tk_book_fail_damaged (package, _ ("it does not name its workbook"), error);
    return NULL;
  }
  if (g_str_has_suffix (part, ".bin")) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is of the form .xlsb; save it as .xlsx or .ods"),
                 tk_package_path (package));
    return NULL;
  }
  g_autoptr (GHashTable) relations = read_relations_new (package, part, error);
  if (relations == NULL)
    return NULL;
  xlsx->package = package;
  xlsx->strings_part = g_strdup (find_part (relations, "sharedStrings"));
  xlsx->styles_part = g_strdup (find_part (relations, "styles"));
  xlsx->formats = g_byte_array_new ();
  xlsx->texts = g_string_new (NULL);
  xlsx->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  return read_workbook (xlsx, part, relations, sheets, error) ? g_steal_pointer (&xlsx) : NULL;
}

void
tk_xlsx_free (TkXlsx *xlsx)
{
  if (xlsx == NULL)
    return;
  g_free (xlsx->strings_part);
  g_free (xlsx->styles_part);
  if (xlsx->formats != NULL) {
    g_byte_array_unref (xlsx->formats);
    g_string_free (xlsx->texts, TRUE);
    g_array_unref (xlsx->starts);
  }
  g_free (xlsx);
}

static guint
read_id (const xmlNode *node)
{
  const char *text = tk_book_attribute_find (node, NULL, "numFmtId");
  guint64 id = 0;

  return text != NULL && g_ascii_string_to_unsigned (text, 10, 0, G_MAXINT, &id, NULL) ? (guint) id : 0;
}

/* 18.8: the formats that the file itself defines come before those of its cells. */
static gboolean
load_formats (TkXlsx *xlsx, GError **error)
{
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (xlsx->package, xlsx->styles_part, error);
  g_autoptr (GHashTable) own = g_hash_table_new (NULL, NULL); /* id → TkBookFormat + 1 */
  g_autoptr (GError) fault = NULL;

  if (reader == NULL)
    return FALSE;
  while (tk_package_next (xlsx->package, reader, &fault)) {
    const xmlNode *node = tk_book_node_find (reader);
    if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
      continue;
    if (tk_book_node_is (node, "numFmt") && tk_book_node_is (node->parent, "numFmts")) {
      const char *code = tk_book_attribute_find (node, NULL, "formatCode");
      const TkBookFormat format = code != NULL ? tk_book_format_parse (code) : TK_BOOK_PLAIN;
      g_hash_table_insert (own, GUINT_TO_POINTER (read_id (node)), GUINT_TO_POINTER (format + 1));
    }
    if (tk_book_node_is (node, "xf") && tk_book_node_is (node->parent, "cellXfs")
        && xlsx->formats->len < MOST_FORMATS) {
      const guint id = read_id (node);
      const guint found = GPOINTER_TO_UINT (g_hash_table_lookup (own, GUINT_TO_POINTER (id)));
      const guint8 format = (guint8) (found > 0 ? found - 1 : tk_book_format_find (id));
      g_byte_array_append (xlsx->formats, &format, 1);
    }
  }
  return tk_error_pass (&fault, error);
}

/* The code of “_xHHHH_” at @text, or -1. */
static int
read_escape (const char *text, gsize length)
{
  int code = 0;

  if (length < 7 || text[0] != '_' || text[1] != 'x' || text[6] != '_')
    return -1;
  for (int i = 2; i < 6; i++) {
    if (!g_ascii_isxdigit (text[i]))
      return -1;
    code = code * 16 + g_ascii_xdigit_value (text[i]);
  }
  return code;
}

/* The character escaped at @text, and how many bytes that takes there; 0: none. NUL and
 * half a surrogate pair are no characters and stay as they are written. */
static gunichar
read_escaped (const char *text, gsize length, gsize *ret_length)
{
  const int code = read_escape (text, length);

  *ret_length = 7;
  if (code < 1)
    return 0;
  if (code < 0xD800 || code > 0xDFFF)
    return (gunichar) code;
  const int low = length >= 14 ? read_escape (text + 7, length - 7) : -1;
  *ret_length = 14;
  if (code > 0xDBFF || low < 0xDC00 || low > 0xDFFF)
    return 0;
  return (gunichar) (0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00));
}

/* Line ends as \n. */
static gsize
unify_line_ends (char *text, gsize length)
{
  gsize to = 0;

  for (gsize at = 0; at < length; at++) {
    if (text[at] == '\r' && at + 1 < length && text[at + 1] == '\n')
      continue;
    text[to++] = text[at] == '\r' ? '\n' : text[at];
  }
  return to;
}

gsize
tk_xlsx_decode (char *text, gsize length)
{
  gsize to = 0;

  if (memchr (text, '_', length) == NULL && memchr (text, '\r', length) == NULL)
    return length;
  for (gsize at = 0; at < length;) {
    gsize taken;
    const gunichar code = read_escaped (text + at, length - at, &taken);
    if (code == 0)
      text[to++] = text[at++];
    else {
      to += (gsize) g_unichar_to_utf8 (code, text + to); /* shorter than what it stands for */
      at += taken;
    }
  }
  return unify_line_ends (text, to);
}

/* The text that the reader stands at is that of a string item: in “t”, and not in a
 * phonetic run (18.4.6). */
static gboolean
is_item_text (const xmlNode *text)
{
  return tk_book_node_is (text->parent, "t") && !tk_book_node_is (text->parent->parent, "rPh");
}

/* Ends the text that began at @start. */
static void
end_text (TkXlsx *xlsx, gsize start)
{
  guint32 at = (guint32) start;

  if (xlsx->texts->len - start > TK_BOOK_MOST_BYTES) {
    g_string_truncate (xlsx->texts, start);
    at = TK_XLSX_LONG;
  } else {
    g_string_truncate (xlsx->texts,
                       start + tk_xlsx_decode (xlsx->texts->str + start, xlsx->texts->len - start));
    g_string_append_c (xlsx->texts, '\0');
  }
  g_array_append_val (xlsx->starts, at);
}

/* 18.4.8: an element “si” a text. */
static gboolean
load_texts (TkXlsx *xlsx, GError **error)
{
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (xlsx->package, xlsx->strings_part, error);
  g_autoptr (GError) fault = NULL;
  gsize start = 0;

  if (reader == NULL)
    return FALSE;
  while (tk_package_next (xlsx->package, reader, &fault)) {
    const xmlNode *node = tk_book_node_find (reader);
    const gboolean begins = tk_package_at (reader, "si");
    if (begins)
      start = xlsx->texts->len;
    if (tk_book_at_text (reader) && is_item_text (node))
      g_string_append (xlsx->texts, (const char *) node->content);
    if ((begins && xmlTextReaderIsEmptyElement (reader)) || tk_book_at_end (reader, "si"))
      end_text (xlsx, start);
    if (xlsx->texts->len > MOST_TEXT) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                   _ ("%s: the texts of its cells are longer than 512 MiB; divide it into several files"),
                   tk_package_path (xlsx->package));
      return FALSE;
    }
  }
  /* the cell that asks for it is named then */
  const xmlNode *overflow = fault != NULL ? tk_book_overflow_find (reader) : NULL;
  xlsx->cut = overflow != NULL && is_item_text (overflow);
  if (fault == NULL || xlsx->cut)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
tk_xlsx_load (TkXlsx *xlsx, GError **error)
{
  if (xlsx->loaded)
    return TRUE;
  g_byte_array_set_size (xlsx->formats, 0);
  g_string_truncate (xlsx->texts, 0);
  g_array_set_size (xlsx->starts, 0);
  xlsx->loaded = (xlsx->styles_part == NULL || load_formats (xlsx, error))
                 && (xlsx->strings_part == NULL || load_texts (xlsx, error));
  return xlsx->loaded;
}
