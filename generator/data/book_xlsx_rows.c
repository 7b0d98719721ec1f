/* Comes in: a sheet of an .xlsx file. Goes out: its rows, as the part inflates.
 * ECMA-376 part 1, 18.3.1. */
#include <glib/gi18n.h>
#include <string.h>

#include "book_form.h"

struct _TkXlsxRows {
  TkXlsx *xlsx; /* borrowed */
  xmlTextReader *reader;
  int type;            /* of the node that it stands at: asked once, there are millions */
  const xmlNode *node; /* the same; borrowed */
  TkBookLine *line;
  int number;   /* of the last row */
  guint column; /* of the next cell that does not say where it is */
  guint n_merged;
  GString *value; /* what the cell says: the text of “v”, or of “is” */
};

/* What an element “c” says of itself. */
typedef struct {
  char type[12]; /* 18.18.11 */
  TkBookFormat format;
} Cell;

TkXlsxRows *
tk_xlsx_rows_new (TkXlsx *xlsx, const TkBookSheet *sheet, GError **error)
{
  if (!tk_xlsx_load (xlsx, error))
    return NULL;
  xmlTextReader *reader = tk_package_reader_new (xlsx->package, sheet->part, error);
  if (reader == NULL)
    return NULL;
  TkXlsxRows *rows = g_new0 (TkXlsxRows, 1);
  rows->xlsx = xlsx;
  rows->reader = reader;
  rows->line = tk_book_line_new (tk_package_path (xlsx->package), sheet->name);
  rows->value = g_string_new (NULL);
  return rows;
}

void
tk_xlsx_rows_free (TkXlsxRows *rows)
{
  if (rows == NULL)
    return;
  xmlFreeTextReader (rows->reader);
  tk_book_line_free (rows->line);
  g_string_free (rows->value, TRUE);
  g_free (rows);
}

guint
tk_xlsx_rows_n_merged (const TkXlsxRows *rows)
{
  return rows->n_merged;
}

/* To the next node. FALSE at the end, and on failure. */
static gboolean
step (TkXlsxRows *rows, GError **error)
{
  if (!tk_package_next (rows->xlsx->package, rows->reader, error))
    return FALSE;
  rows->type = xmlTextReaderNodeType (rows->reader);
  rows->node = tk_book_node_find (rows->reader);
  return TRUE;
}

/* The same in a row, which may not end the part. */
static gboolean
step_inside (TkXlsxRows *rows, GError **error)
{
  g_autoptr (GError) fault = NULL;

  if (step (rows, &fault))
    return TRUE;
  if (tk_book_overflow_find (rows->reader) != NULL)
    tk_book_line_fail_long (rows->line, error);
  else if (fault != NULL)
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    tk_book_fail_damaged (rows->xlsx->package, _ ("a sheet ends within a row"), error);
  return FALSE;
}

static gboolean
at_start (const TkXlsxRows *rows, const char *local)
{
  return rows->type == XML_READER_TYPE_ELEMENT && strcmp ((const char *) rows->node->name, local) == 0;
}

static gboolean
at_end (const TkXlsxRows *rows, const char *local)
{
  return rows->type == XML_READER_TYPE_END_ELEMENT && strcmp ((const char *) rows->node->name, local) == 0;
}

/* The column, from 0, of "B5"; TK_BOOK_MOST_COLUMNS: too far; -1: nonsense. */
static int
read_column (const char *reference)
{
  const char *at = reference;
  int column = 0;

  for (; g_ascii_isupper (*at); at++)
    column = MIN (column * 26 + (*at - 'A' + 1), TK_BOOK_MOST_COLUMNS + 1);
  const gsize digits = strspn (at, "0123456789");
  return at > reference && digits > 0 && at[digits] == '\0' ? column - 1 : -1;
}

/* Row and cells may say where they are, or follow those before them. */
static gboolean
begin_row (TkXlsxRows *rows, GError **error)
{
  const char *r = tk_book_attribute_find (rows->node, NULL, "r");
  guint64 number = (guint64) rows->number + 1;

  rows->column = 0;
  if ((r == NULL || g_ascii_string_to_unsigned (r, 10, 1, TK_BOOK_MOST_LINES, &number, NULL))
      && number <= TK_BOOK_MOST_LINES) {
    rows->number = (int) number;
    tk_book_line_begin (rows->line, rows->number);
    return TRUE;
  }
  g_autofree char *reason = g_strdup_printf (_ ("a row has the number %s, the last is 1,048,576"),
                                             r != NULL ? r : "1048577");
  tk_book_fail_damaged (rows->xlsx->package, reason, error);
  return FALSE;
}

static gboolean
begin_cell (TkXlsxRows *rows, Cell *ret_cell, GError **error)
{
  const char *r = tk_book_attribute_find (rows->node, NULL, "r");
  const char *s = tk_book_attribute_find (rows->node, NULL, "s");
  const char *t = tk_book_attribute_find (rows->node, NULL, "t");
  const int column = r != NULL ? read_column (r) : (int) rows->column;
  guint64 format = 0;

  tk_book_line_at (rows->line, column >= 0 ? (guint) column : rows->column);
  if (column < 0) {
    g_autofree char *message = g_strdup_printf (
        _ ("“%s” is no name of a cell; open the file in an office program and save it again"), r);
    tk_book_line_fail (rows->line, message, error);
    return FALSE;
  }
  rows->column = (guint) MIN (column + 1, TK_BOOK_MOST_COLUMNS);
  g_strlcpy (ret_cell->type, t != NULL ? t : "n", sizeof ret_cell->type);
  ret_cell->format = TK_BOOK_PLAIN;
  if (s != NULL && g_ascii_string_to_unsigned (s, 10, 0, G_MAXUINT32, &format, NULL)
      && format < rows->xlsx->formats->len)
    ret_cell->format = (TkBookFormat) rows->xlsx->formats->data[format];
  g_string_truncate (rows->value, 0);
  return TRUE;
}

static gboolean
put_text (TkXlsxRows *rows, TkCellKind kind, GError **error)
{
  return tk_book_line_put (rows->line, 1, (TkCell){kind, rows->value->str, 0}, FALSE, error);
}

/* In “v” is the number of a text, from 0. */
static gboolean
put_shared (TkXlsxRows *rows, GError **error)
{
  const TkXlsx *xlsx = rows->xlsx;
  guint64 at = 0;
  const gboolean is_number = g_ascii_string_to_unsigned (g_strstrip (rows->value->str), 10, 0, G_MAXUINT32,
                                                         &at, NULL);

  if (is_number && at < xlsx->starts->len) {
    const guint32 start = g_array_index (xlsx->starts, guint32, at);
    if (start != TK_XLSX_LONG)
      return tk_book_line_put (rows->line, 1, (TkCell){TK_CELL_TEXT, xlsx->texts->str + start, 0}, TRUE,
                               error);
  }
  if (is_number && (at < xlsx->starts->len || xlsx->cut)) {
    tk_book_line_fail_long (rows->line, error);
    return FALSE;
  }
  g_autofree char *message = g_strdup_printf (
      _ ("there is no shared text “%s”; open the file in an office program and save it again"),
      rows->value->str);
  tk_book_line_fail (rows->line, message, error);
  return FALSE;
}

static gboolean
put_number (TkXlsxRows *rows, TkBookFormat format, GError **error)
{
  double number;

  if (!tk_book_parse_number (rows->value->str, &number))
    return put_text (rows, TK_CELL_TEXT, error);
  /* most numbers are written as they are to be read */
  if (format == TK_BOOK_PLAIN && tk_book_is_shortest (rows->value->str))
    return tk_book_line_put (rows->line, 1, (TkCell){TK_CELL_NUMBER, rows->value->str, number}, FALSE, error);
  if (format == TK_BOOK_PERCENT)
    return tk_book_line_put_percent (rows->line, 1, number, error);
  g_string_truncate (rows->value, 0);
  if (format == TK_BOOK_DAY && tk_book_append_day (rows->value, number, rows->xlsx->from_1904))
    return put_text (rows, TK_CELL_DATE, error);
  if (format == TK_BOOK_PLAIN || format == TK_BOOK_DAY)
    return tk_book_line_put_number (rows->line, 1, number, error);
  tk_book_append_clock (rows->value, number, format == TK_BOOK_SPAN);
  return put_text (rows, TK_CELL_TEXT, error);
}

static gboolean
put_cell (TkXlsxRows *rows, const Cell *cell, GError **error)
{
  const char *const t = cell->type;

  if (rows->value->len == 0)
    return TRUE;
  if (g_str_equal (t, "n"))
    return put_number (rows, cell->format, error);
  if (g_str_equal (t, "s"))
    return put_shared (rows, error);
  if (g_str_equal (t, "b"))
    return put_number (rows, TK_BOOK_PLAIN, error);
  if (g_str_equal (t, "d"))
    return tk_book_line_put_day (rows->line, 1, rows->value->str, error);
  g_string_truncate (rows->value, tk_xlsx_decode (rows->value->str, rows->value->len));
  return put_text (rows, TK_CELL_TEXT, error);
}

/* The text is that of the cell: in “v”, or in “t” of “is” or of its runs, but not in a phonetic run. */
static gboolean
is_value (const xmlNode *text, gboolean is_inline)
{
  const xmlNode *in = text->parent;

  if (!is_inline)
    return tk_book_node_is (in, "v") && tk_book_node_is (in->parent, "c");
  return tk_book_node_is (in, "t")
         && (tk_book_node_is (in->parent, "is") || tk_book_node_is (in->parent, "r"));
}

static gboolean
read_cell (TkXlsxRows *rows, GError **error)
{
  Cell cell;

  if (!begin_cell (rows, &cell, error))
    return FALSE;
  if (xmlTextReaderIsEmptyElement (rows->reader))
    return TRUE;
  const gboolean is_inline = g_str_equal (cell.type, "inlineStr");
  while (step_inside (rows, error)) {
    if (at_end (rows, "c"))
      return put_cell (rows, &cell, error);
    if (rows->node->type == XML_ELEMENT_NODE || !tk_book_at_text (rows->reader)
        || !is_value (rows->node, is_inline))
      continue;
    g_string_append (rows->value, (const char *) rows->node->content);
    if (rows->value->len > TK_BOOK_MOST_BYTES) {
      tk_book_line_fail_long (rows->line, error);
      return FALSE;
    }
  }
  return FALSE;
}

/* At an element “row”. */
static gboolean
read_row (TkXlsxRows *rows, GError **error)
{
  if (!begin_row (rows, error))
    return FALSE;
  if (xmlTextReaderIsEmptyElement (rows->reader))
    return TRUE;
  while (step_inside (rows, error)) {
    if (at_end (rows, "row"))
      return TRUE;
    if (at_start (rows, "c") && !read_cell (rows, error))
      return FALSE;
  }
  return FALSE;
}

gboolean
tk_xlsx_rows_next (TkXlsxRows *rows, TkRow *ret_row, GError **error)
{
  while (step (rows, error)) {
    if (at_start (rows, "mergeCell"))
      rows->n_merged++;
    if (!at_start (rows, "row") || !tk_book_node_is (rows->node->parent, "sheetData"))
      continue;
    if (!read_row (rows, error))
      return FALSE;
    if (tk_book_line_end (rows->line, ret_row))
      return TRUE;
  }
  return FALSE;
}
