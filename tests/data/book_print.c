/* A spreadsheet file as text: a line a sheet, a line a row with "line|kind:text|…". */
#include "book_print.h"

#include "book.h"

static void
append_cell (GString *to, const TkCell *cell)
{
  static const char *const kinds[] = {"", "t:", "n:", "p:", "d:"};
  g_autoptr (GString) line = g_string_new (cell->text);

  g_string_replace (line, "\\", "\\\\", 0);
  g_string_replace (line, "\n", "\\n", 0);
  g_string_replace (line, "\t", "\\t", 0);
  g_string_replace (line, "|", "\\|", 0);
  g_string_append_printf (to, "|%s%s", kinds[cell->kind], line->str);
}

static gboolean
append_sheet (GString *to, TkBook *book, guint sheet, GError **error)
{
  g_autoptr (TkBookRows) rows = tk_book_rows_new (book, sheet, error);
  g_autoptr (GError) fault = NULL;
  TkRow row;

  g_string_append_printf (to, "# %s%s\n", tk_book_sheet_name (book, sheet),
                          tk_book_sheet_hidden (book, sheet) ? " (hidden)" : "");
  if (rows == NULL)
    return FALSE;
  while (tk_book_rows_next (rows, &row, &fault)) {
    g_string_append_printf (to, "%d", row.line);
    for (guint i = 0; i < row.n_cells; i++)
      append_cell (to, &row.cells[i]);
    g_string_append_c (to, '\n');
  }
  if (fault != NULL) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  if (tk_book_rows_n_merged (rows) > 0)
    g_string_append_printf (to, "merged: %u\n", tk_book_rows_n_merged (rows));
  return TRUE;
}

char *
tests_print_book (const char *path)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkBook) book = tk_book_open_new (path, &error);

  for (guint i = 0; book != NULL && error == NULL && i < tk_book_n_sheets (book); i++)
    append_sheet (text, book, i, &error);
  if (error != NULL)
    g_string_append_printf (text, "error %d: %s\n", error->code, error->message);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
