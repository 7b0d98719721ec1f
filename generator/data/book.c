/* Comes in: a spreadsheet file of either form. Goes out: its sheets, and their
 * rows one by one. What the forms look like inside is known to book_xlsx*.c
 * and book_ods.c. */
#include "book.h"

#include <glib/gi18n.h>

#include "book_form.h"
#include "error.h"

struct _TkBook {
  TkPackage *package;
  GArray *sheets; /* (element-type TkBookSheet) */
  TkXlsx *xlsx;   /* NULL: .ods */
};

/* One of both is there. */
struct _TkBookRows {
  TkXlsxRows *xlsx;
  TkOdsRows *ods;
};

static void
clear_sheet (void *data)
{
  TkBookSheet *sheet = data;

  g_free (sheet->name);
  g_free (sheet->part);
}

static GArray *
sheets_new (void)
{
  GArray *sheets = g_array_new (FALSE, TRUE, sizeof (TkBookSheet));

  g_array_set_clear_func (sheets, clear_sheet);
  return sheets;
}

static gboolean
read_sheets (TkBook *book, GError **error)
{
  if (tk_package_has (book->package, "_rels/.rels")) {
    book->xlsx = tk_xlsx_new (book->package, book->sheets, error);
    return book->xlsx != NULL;
  }
  if (tk_package_has (book->package, "content.xml")
      || tk_package_has (book->package, "META-INF/manifest.xml"))
    return tk_ods_open (book->package, book->sheets, error);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: is no spreadsheet; save it as .xlsx or .ods"),
               tk_package_path (book->package));
  return FALSE;
}

TkBook *
tk_book_open_new (const char *path, GError **error)
{
  g_autoptr (TkBook) book = g_new0 (TkBook, 1);

  book->sheets = sheets_new ();
  book->package = tk_package_open_new (path, error);
  if (book->package == NULL || !read_sheets (book, error))
    return NULL;
  if (book->sheets->len > 0)
    return g_steal_pointer (&book);
  g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: has no sheet with cells; add one"), path);
  return NULL;
}

void
tk_book_free (TkBook *book)
{
  if (book == NULL)
    return;
  tk_xlsx_free (book->xlsx);
  g_array_unref (book->sheets);
  tk_package_free (book->package);
  g_free (book);
}

guint
tk_book_n_sheets (const TkBook *book)
{
  return book->sheets->len;
}

static const TkBookSheet *
find_sheet (const TkBook *book, guint sheet)
{
  g_assert (sheet < book->sheets->len);
  return &g_array_index (book->sheets, TkBookSheet, sheet);
}

const char *
tk_book_sheet_name (const TkBook *book, guint sheet)
{
  return find_sheet (book, sheet)->name;
}

gboolean
tk_book_sheet_hidden (const TkBook *book, guint sheet)
{
  return find_sheet (book, sheet)->hidden;
}

TkBookRows *
tk_book_rows_new (TkBook *book, guint sheet, GError **error)
{
  g_autoptr (TkBookRows) rows = g_new0 (TkBookRows, 1);
  const TkBookSheet *it = find_sheet (book, sheet);

  if (book->xlsx != NULL)
    rows->xlsx = tk_xlsx_rows_new (book->xlsx, it, error);
  else
    rows->ods = tk_ods_rows_new (book->package, it, sheet, error);
  return rows->xlsx != NULL || rows->ods != NULL ? g_steal_pointer (&rows) : NULL;
}

void
tk_book_rows_free (TkBookRows *rows)
{
  if (rows == NULL)
    return;
  tk_xlsx_rows_free (rows->xlsx);
  tk_ods_rows_free (rows->ods);
  g_free (rows);
}

gboolean
tk_book_rows_next (TkBookRows *rows, TkRow *ret_row, GError **error)
{
  return rows->xlsx != NULL ? tk_xlsx_rows_next (rows->xlsx, ret_row, error)
                            : tk_ods_rows_next (rows->ods, ret_row, error);
}

guint
tk_book_rows_n_merged (const TkBookRows *rows)
{
  return rows->xlsx != NULL ? tk_xlsx_rows_n_merged (rows->xlsx) : tk_ods_rows_n_merged (rows->ods);
}
