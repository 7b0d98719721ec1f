/* A sheet that may fill a table: a CSV file or one sheet of a workbook, row by
 * row, from the first to the last, and again where it is asked to.
 *
 * A CSV file is RFC 4180, with ",", ";" or tabs between the cells, whichever
 * the first line has most of; its bytes come out as they are, UTF-16 with a
 * byte order mark as UTF-8. A workbook is what book.h reads. Rows with nothing
 * but empty cells are left out. */
#pragma once

#include <glib.h>

#include "book.h"
#include "row.h"

/* No cell may be longer: a quote is missing, or it is no table. */
enum { TK_SHEET_CELL_BYTES = 1024 * 1024 };

typedef struct _TkSheet TkSheet;

/* TK_ERROR_DATA where the file cannot be read. */
TkSheet *tk_sheet_csv_new (const char *path, GError **error);

/* The book must outlive it. */
TkSheet *tk_sheet_book_new (TkBook *book, const char *path, guint number, GError **error);

void tk_sheet_free (TkSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSheet, tk_sheet_free)

/* "records/event.csv" or "thu-vien.xlsx, Sự kiện": with ":12" behind it, where a row stands. */
const char *tk_sheet_place (const TkSheet *sheet);

/* Cells are text as the program that wrote them left it (bytes of any encoding
 * in a CSV file). FALSE at the end, and on failure, with @error set
 * (TK_ERROR_DATA): a quote that is wrong, a cell beyond measure, NUL bytes. */
gboolean tk_sheet_next (TkSheet *sheet, TkRow *ret_row, GError **error);

/* Before the first row again. */
gboolean tk_sheet_rewind (TkSheet *sheet, GError **error);

/* Rows of a CSV file have as many cells as its head; those of a workbook end with the last that is filled. */
gboolean tk_sheet_is_csv (const TkSheet *sheet);

/* The CSV file is UTF-16: what comes out is UTF-8. */
gboolean tk_sheet_is_utf16 (const TkSheet *sheet);

/* Takes a CSV file for UTF-16 although it has no byte order mark, where its first
 * line has the NUL bytes of that; from its first row on. FALSE: it is none, or
 * cannot be read (TK_ERROR_DATA). */
gboolean tk_sheet_read_utf16 (TkSheet *sheet, GError **error);

/* Merged ranges of a workbook's sheet, after its last row; 0 for CSV. */
guint tk_sheet_n_merged (const TkSheet *sheet);
