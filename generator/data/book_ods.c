/* Comes in: the package of an .ods file. Goes out: its sheets, and their rows
 * as content.xml inflates. OpenDocument 1.2 part 1, 9 (tables), 6.1 (text). */
#include <glib/gi18n.h>

#include "book_form.h"
#include "error.h"

#define OFFICE "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
#define TABLE "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
#define STYLE "urn:oasis:names:tc:opendocument:xmlns:style:1.0"

static const char content[] = "content.xml";

struct _TkOdsRows {
  TkPackage *package; /* borrowed */
  xmlTextReader *reader;
  TkBookLine *line;
  TkOdsText *text;
  int number;   /* of the last row */
  int repeated; /* how often the last row comes again */
  TkRow row;    /* the last one */
  guint n_merged;
  gboolean ended;
};

/* What an element “table-cell” says of itself; the reader moves on, so it is copied. */
typedef struct {
  guint n; /* number-columns-repeated */
  char type[12];
  char *value; /* of the attribute that the type asks for, or NULL */
} Cell;

/* Encrypted parts are listed in the manifest (part 3, 3.4.1). */
static gboolean
check_manifest (TkPackage *package, GError **error)
{
  static const char manifest[] = "META-INF/manifest.xml";
  g_autoptr (GError) fault = NULL;

  if (!tk_package_has (package, manifest))
    return TRUE;
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, manifest, error);
  if (reader == NULL)
    return FALSE;
  while (tk_package_next (package, reader, &fault))
    if (tk_package_at (reader, "encryption-data")) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is locked by a password; save it without one"),
                   tk_package_path (package));
      return FALSE;
    }
  return tk_error_pass (&fault, error);
}

/* The reader stands at the start of a table that is a sheet, not one in a link or a shape. */
static gboolean
at_sheet (xmlTextReader *reader)
{
  return tk_package_at (reader, "table")
         && tk_book_node_is (tk_book_node_find (reader)->parent, "spreadsheet");
}

/* The reader stands at properties that hide the tables of the style around them. */
static gboolean
at_hiding (xmlTextReader *reader)
{
  return tk_package_at (reader, "table-properties")
         && g_strcmp0 (tk_book_attribute_find (tk_book_node_find (reader), TABLE, "display"), "false") == 0;
}

static void
take_sheet (xmlTextReader *reader, GHashTable *hiding, GArray *sheets)
{
  const xmlNode *node = tk_book_node_find (reader);
  const char *name = tk_book_attribute_find (node, TABLE, "name");
  const char *style = tk_book_attribute_find (node, TABLE, "style-name");
  const gboolean hidden = g_strcmp0 (tk_book_attribute_find (node, TABLE, "display"), "false") == 0
                          || (style != NULL && g_hash_table_contains (hiding, style));
  TkBookSheet sheet = {g_strdup (name != NULL ? name : "?"), hidden, NULL};

  g_array_append_val (sheets, sheet);
}

/* The body of a text document or a drawing. */
static gboolean
is_other_body (const xmlNode *node)
{
  return tk_book_node_is (node->parent, "body") && !tk_book_node_is (node, "spreadsheet");
}

gboolean
tk_ods_open (TkPackage *package, GArray *sheets, GError **error)
{
  g_autoptr (GHashTable) hiding = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) fault = NULL;

  if (!check_manifest (package, error))
    return FALSE;
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, content, error);
  if (reader == NULL)
    return FALSE;
  while (tk_package_next (package, reader, &fault)) {
    if (xmlTextReaderNodeType (reader) != XML_READER_TYPE_ELEMENT)
      continue;
    const xmlNode *node = tk_book_node_find (reader);
    if (is_other_body (node)) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is no spreadsheet; save it as .xlsx or .ods"),
                   tk_package_path (package));
      return FALSE;
    }
    const char *style = at_hiding (reader) && node->parent != NULL
                            ? tk_book_attribute_find (node->parent, STYLE, "name")
                            : NULL;
    if (style != NULL)
      g_hash_table_add (hiding, g_strdup (style));
    if (at_sheet (reader))
      take_sheet (reader, hiding, sheets);
  }
  /* what is too long is named when its row is read */
  if (fault == NULL || (sheets->len > 0 && tk_book_overflow_find (reader) != NULL))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

static gboolean
step (TkOdsRows *rows, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (tk_package_next (rows->package, rows->reader, &fault))
    return TRUE;
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    tk_book_fail_damaged (rows->package, _ ("it ends within a sheet"), error);
  return FALSE;
}

TkOdsRows *
tk_ods_rows_new (TkPackage *package, const TkBookSheet *sheet, guint at, GError **error)
{
  xmlTextReader *reader = tk_package_reader_new (package, content, error);
  guint n = 0;

  if (reader == NULL)
    return NULL;
  TkOdsRows *rows = g_new0 (TkOdsRows, 1);
  rows->package = package;
  rows->reader = reader;
  rows->line = tk_book_line_new (tk_package_path (package), sheet->name);
  rows->text = tk_ods_text_new ();
  while (n <= at) {
    if (!step (rows, error)) {
      tk_ods_rows_free (rows);
      return NULL;
    }
    n += at_sheet (reader);
  }
  rows->ended = xmlTextReaderIsEmptyElement (reader) != 0;
  return rows;
}

void
tk_ods_rows_free (TkOdsRows *rows)
{
  if (rows == NULL)
    return;
  xmlFreeTextReader (rows->reader);
  tk_book_line_free (rows->line);
  tk_ods_text_free (rows->text);
  g_free (rows);
}

guint
tk_ods_rows_n_merged (const TkOdsRows *rows)
{
  return rows->n_merged;
}

/* A positive number that says how often, 1 where it is not there; 0: nonsense. */
static guint
read_times (const xmlNode *node, const char *local)
{
  const char *text = tk_book_attribute_find (node, TABLE, local);
  guint64 n = 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &n, NULL))
    return 0;
  return (guint) n;
}

/* The attribute that holds the value of that type (19.384 to 19.389). */
static const char *
name_value (const char *type)
{
  static const struct {
    const char *type, *attribute;
  } values[] = {
      {"float", "value"},     {"percentage", "value"}, {"currency", "value"},
      {"date", "date-value"}, {"time", "time-value"},  {"boolean", "boolean-value"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (g_str_equal (values[i].type, type))
      return values[i].attribute;
  return "string-value";
}

/* "PT08H30M00S", "PT1.5S" (xsd:duration). FALSE: something else. */
static gboolean
parse_duration (const char *text, double *ret_days)
{
  double seconds = 0;
  const gboolean negative = text[0] == '-';

  if (!g_str_has_prefix (text + negative, "PT"))
    return FALSE;
  for (const char *at = text + negative + 2; *at != '\0';) {
    char *end;
    const double n = g_ascii_strtod (at, &end);
    const double unit = *end == 'H' ? 3600 : *end == 'M' ? 60 : *end == 'S' ? 1 : 0;
    if (end == at || unit == 0)
      return FALSE;
    seconds += n * unit;
    at = end + 1;
  }
  *ret_days = (negative ? -seconds : seconds) / 86400;
  return TRUE;
}

/* What the cell says by its value; else what it shows. An error (#REF!) has an empty value. */
static gboolean
put_cell (TkOdsRows *rows, const Cell *cell, GError **error)
{
  const char *const shown = tk_ods_text_get (rows->text);
  const char *const value = cell->value;
  double number;

  if (value == NULL || g_str_equal (cell->type, "string"))
    return tk_book_line_put (rows->line, cell->n, (TkCell){TK_CELL_TEXT, shown[0] != '\0' ? shown : value, 0},
                             FALSE, error);
  if (g_str_equal (cell->type, "date"))
    return tk_book_line_put_day (rows->line, cell->n, value, error);
  if (g_str_equal (cell->type, "boolean"))
    return tk_book_line_put_number (rows->line, cell->n, g_str_equal (value, "true"), error);
  if (g_str_equal (cell->type, "time") && parse_duration (value, &number)) {
    g_autoptr (GString) clock = g_string_new (NULL);
    tk_book_append_clock (clock, number, TRUE);
    return tk_book_line_put (rows->line, cell->n, (TkCell){TK_CELL_TEXT, clock->str, 0}, FALSE, error);
  }
  if (tk_book_parse_number (value, &number) && g_str_equal (cell->type, "percentage"))
    return tk_book_line_put_percent (rows->line, cell->n, number, error);
  if (tk_book_parse_number (value, &number) && !g_str_equal (cell->type, "time"))
    return tk_book_line_put_number (rows->line, cell->n, number, error);
  return tk_book_line_put (rows->line, cell->n, (TkCell){TK_CELL_TEXT, value, 0}, FALSE, error);
}

/* Takes what is between the start and the end of a cell. */
static gboolean
read_text (TkOdsRows *rows, GError **error)
{
  g_autoptr (GError) fault = NULL;
  const TkOdsStep done = tk_ods_text_read (rows->text, rows->package, rows->reader, &fault);

  if (done == TK_ODS_LONG)
    tk_book_line_fail_long (rows->line, error);
  else if (done == TK_ODS_FAILED && fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else if (done == TK_ODS_FAILED)
    tk_book_fail_damaged (rows->package, _ ("it ends within a sheet"), error);
  return done == TK_ODS_DONE;
}

static gboolean
fail_times (TkOdsRows *rows, GError **error)
{
  tk_book_line_fail (
      rows->line, _ ("it is repeated beyond measure; open the file in an office program and save it again"),
      error);
  return FALSE;
}

/* At an element “table-cell”. */
static gboolean
read_cell (TkOdsRows *rows, guint *column, GError **error)
{
  const xmlNode *node = tk_book_node_find (rows->reader);
  const char *type = tk_book_attribute_find (node, OFFICE, "value-type");
  Cell cell = {.n = read_times (node, "number-columns-repeated")};

  tk_book_line_at (rows->line, *column);
  if (cell.n == 0)
    return fail_times (rows, error);
  g_strlcpy (cell.type, type != NULL ? type : "string", sizeof cell.type);
  rows->n_merged += read_times (node, "number-columns-spanned") > 1
                    || read_times (node, "number-rows-spanned") > 1;
  g_autofree char *value = g_strdup (tk_book_attribute_find (node, OFFICE, name_value (cell.type)));
  cell.value = value;
  if (!read_text (rows, error) || !put_cell (rows, &cell, error))
    return FALSE;
  *column += MIN (cell.n, TK_BOOK_MOST_COLUMNS);
  *column = MIN (*column, TK_BOOK_MOST_COLUMNS);
  return TRUE;
}

/* At an element “table-row”. Cells that a merged one covers are empty. */
static gboolean
read_row (TkOdsRows *rows, GError **error)
{
  guint column = 0;

  if (xmlTextReaderIsEmptyElement (rows->reader))
    return TRUE;
  for (;;) {
    if (!step (rows, error))
      return FALSE;
    if (tk_book_at_end (rows->reader, "table-row"))
      return TRUE;
    if (tk_package_at (rows->reader, "table-cell")) {
      if (!read_cell (rows, &column, error))
        return FALSE;
    } else if (tk_package_at (rows->reader, "covered-table-cell")) {
      column += MIN (read_times (tk_book_node_find (rows->reader), "number-columns-repeated"),
                     TK_BOOK_MOST_COLUMNS);
      column = MIN (column, TK_BOOK_MOST_COLUMNS);
      if (!tk_book_skip (rows->package, rows->reader, error))
        return FALSE;
    } else if (xmlTextReaderNodeType (rows->reader) == XML_READER_TYPE_ELEMENT
               && !tk_book_skip (rows->package, rows->reader, error))
      return FALSE;
  }
}

/* Reads a row with its repetitions. FALSE, with no error: it is empty. */
static gboolean
take_row (TkOdsRows *rows, GError **error)
{
  const guint n = read_times (tk_book_node_find (rows->reader), "number-rows-repeated");

  tk_book_line_begin (rows->line, (int) MIN ((guint) rows->number + 1, G_MAXINT));
  if (n == 0)
    return fail_times (rows, error);
  if (!read_row (rows, error))
    return FALSE;
  if (!tk_book_line_end (rows->line, &rows->row)) {
    rows->number = (int) MIN ((guint) rows->number + n, G_MAXINT);
    return FALSE;
  }
  if (rows->number >= TK_BOOK_MOST_LINES || n > (guint) (TK_BOOK_MOST_LINES - rows->number))
    return fail_times (rows, error);
  rows->number++;
  rows->repeated = (int) n - 1;
  return TRUE;
}

static gboolean
is_container (const xmlNode *node)
{
  return tk_book_node_is (node, "table-row-group") || tk_book_node_is (node, "table-header-rows")
         || tk_book_node_is (node, "table-rows");
}

/* To the next row that holds something; FALSE: the end of the sheet, or a failure. */
static gboolean
find_row (TkOdsRows *rows, GError **error)
{
  g_autoptr (GError) fault = NULL;

  while (!rows->ended && fault == NULL && step (rows, &fault)) {
    rows->ended = tk_book_at_end (rows->reader, "table");
    if (xmlTextReaderNodeType (rows->reader) != XML_READER_TYPE_ELEMENT)
      continue;
    if (tk_package_at (rows->reader, "table-row")) {
      if (take_row (rows, &fault))
        return TRUE;
    } else if (!is_container (tk_book_node_find (rows->reader)))
      tk_book_skip (rows->package, rows->reader, &fault);
  }
  if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}

gboolean
tk_ods_rows_next (TkOdsRows *rows, TkRow *ret_row, GError **error)
{
  if (rows->repeated > 0) {
    rows->repeated--;
    rows->number++;
    rows->row.line++;
  } else if (!find_row (rows, error))
    return FALSE;
  *ret_row = rows->row;
  return TRUE;
}
