/* Comes in: the cells of one row, each with its column. Goes out: a TkRow, and
 * messages that name the place. Knows neither files nor XML. */
#include <glib/gi18n.h>
#include <string.h>

#include "book_form.h"
#include "calendar.h"
#include "error.h"

/* Of all texts of a row that are not shared. */
enum { MOST_TEXT = 64 * 1024 * 1024 };
#define LASTING G_MAXSIZE

struct _TkBookLine {
  const char *path, *sheet; /* borrowed */
  int number;
  guint column;   /* from 0 */
  GArray *cells;  /* (element-type TkCell) */
  GArray *starts; /* (element-type gsize): of their texts in @text, which moves; LASTING: elsewhere */
  GString *text;  /* each ends with NUL */
  GString *print; /* of a number */
};

TkBookLine *
tk_book_line_new (const char *path, const char *sheet)
{
  TkBookLine *line = g_new0 (TkBookLine, 1);

  line->path = path;
  line->sheet = sheet;
  line->cells = g_array_new (FALSE, TRUE, sizeof (TkCell));
  line->starts = g_array_new (FALSE, TRUE, sizeof (gsize));
  line->text = g_string_new (NULL);
  line->print = g_string_new (NULL);
  return line;
}

void
tk_book_line_free (TkBookLine *line)
{
  if (line == NULL)
    return;
  g_array_unref (line->cells);
  g_array_unref (line->starts);
  g_string_free (line->text, TRUE);
  g_string_free (line->print, TRUE);
  g_free (line);
}

void
tk_book_line_begin (TkBookLine *line, int number)
{
  line->number = number;
  line->column = 0;
  g_array_set_size (line->cells, 0);
  g_array_set_size (line->starts, 0);
  g_string_truncate (line->text, 0);
}

void
tk_book_line_at (TkBookLine *line, guint column)
{
  line->column = column;
}

/* "A" of column 0, "XFD" of the last. */
static void
append_letters (GString *to, guint column)
{
  char letters[8];
  gsize at = sizeof letters;

  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    letters[--at] = (char) ('A' + (rest - 1) % 26);
  g_string_append_len (to, letters + at, (gssize) (sizeof letters - at));
}

void
tk_book_line_fail (const TkBookLine *line, const char *message, GError **error)
{
  g_autoptr (GString) letters = g_string_new (NULL);

  append_letters (letters, line->column);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: sheet “%s”, row %d, column %s: %s"), line->path,
               line->sheet, line->number, letters->str, message);
}

void
tk_book_line_fail_long (const TkBookLine *line, GError **error)
{
  tk_book_line_fail (line, _ ("the text is longer than 1 MiB; shorten it"), error);
}

/* Where a text of the row may be copied to. */
static gboolean
take_text (TkBookLine *line, const char *text, gsize *ret_start, GError **error)
{
  const gsize length = strlen (text);

  if (length > TK_BOOK_MOST_BYTES) {
    tk_book_line_fail_long (line, error);
    return FALSE;
  }
  if (line->text->len + length > MOST_TEXT) {
    tk_book_line_fail (line, _ ("the texts of the row up to here are longer than 64 MiB; shorten them"),
                       error);
    return FALSE;
  }
  *ret_start = line->text->len;
  g_string_append_len (line->text, text, (gssize) length + 1);
  return TRUE;
}

gboolean
tk_book_line_put (TkBookLine *line, guint n, TkCell cell, gboolean lasting, GError **error)
{
  gsize start = LASTING;

  if (cell.kind == TK_CELL_EMPTY || cell.text == NULL || cell.text[0] == '\0')
    return TRUE;
  if (line->column >= TK_BOOK_MOST_COLUMNS || n > TK_BOOK_MOST_COLUMNS - line->column) {
    tk_book_line_fail (line, _ ("the row goes beyond 16,384 columns; remove what is in the last ones"),
                       error);
    return FALSE;
  }
  if (!lasting && !take_text (line, cell.text, &start, error))
    return FALSE;
  if (line->column + n > line->cells->len) {
    g_array_set_size (line->cells, line->column + n);
    g_array_set_size (line->starts, line->column + n);
  }
  for (guint i = line->column; i < line->column + n; i++) {
    g_array_index (line->cells, TkCell, i) = cell;
    g_array_index (line->starts, gsize, i) = start;
  }
  return TRUE;
}

gboolean
tk_book_line_put_number (TkBookLine *line, guint n, double number, GError **error)
{
  g_string_truncate (line->print, 0);
  tk_book_append_number (line->print, number);
  return tk_book_line_put (line, n, (TkCell){TK_CELL_NUMBER, line->print->str, number}, FALSE, error);
}

gboolean
tk_book_line_put_percent (TkBookLine *line, guint n, double number, GError **error)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  /* of 0.07 the hundredfold is 7.000000000000001 */
  const double shown = g_ascii_strtod (g_ascii_formatd (text, sizeof text, "%.14g", number * 100), NULL);

  g_string_truncate (line->print, 0);
  tk_book_append_number (line->print, shown);
  g_strdelimit (line->print->str, ".", ',');
  g_string_append_c (line->print, '%');
  return tk_book_line_put (line, n, (TkCell){TK_CELL_PERCENT, line->print->str, shown}, FALSE, error);
}

gboolean
tk_book_line_put_day (TkBookLine *line, guint n, const char *iso, GError **error)
{
  TkDate date;
  const gsize length = strcspn (iso, "T ");

  g_string_truncate (line->print, 0);
  g_string_append_len (line->print, iso, (gssize) length);
  if (length == 10 && tk_calendar_parse (line->print->str, &date))
    return tk_book_line_put (line, n, (TkCell){TK_CELL_DATE, line->print->str, 0}, FALSE, error);
  return tk_book_line_put (line, n, (TkCell){TK_CELL_TEXT, iso, 0}, FALSE, error);
}

gboolean
tk_book_line_end (TkBookLine *line, TkRow *ret_row)
{
  TkCell *cells = (TkCell *) (void *) line->cells->data;

  for (guint i = 0; i < line->cells->len; i++) {
    const gsize start = g_array_index (line->starts, gsize, i);
    if (cells[i].kind != TK_CELL_EMPTY && start != LASTING)
      cells[i].text = line->text->str + start;
  }
  if (line->cells->len > 0)
    *ret_row = (TkRow){line->number, line->cells->len, cells};
  return line->cells->len > 0;
}
