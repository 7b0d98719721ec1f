/* A spreadsheet file: .xlsx (ECMA-376 part 1) or .ods (ISO/IEC 26300), by what
 * it holds, not by its name. Rows come one at a time, so that a sheet of a
 * million rows needs no more memory than one of ten.
 *
 * Cells are taken as they are stored: numbers as numbers, dates (by the number
 * format of .xlsx, whose serial days count from 1900 or 1904; by the value type
 * of .ods) as dates, formulas by their last result, booleans as the numbers 1
 * and 0. A time without a day is text, "07:30", or "07:30:15" where there are
 * seconds; a number that stands for no day (0, or the 60 of .xlsx, the 29th of
 * February 1900 that never was) stays a number. Rich text comes as plain text,
 * a line break in it as \n. Of merged cells the first holds the text, the
 * others are empty: office programs store nothing in them. An error such as
 * #REF! is text, "#REF!". Empty rows are passed over, empty cells at the end of
 * a row left out. */
#pragma once

#include "row.h"

typedef struct _TkBook TkBook;

/* TK_ERROR_DATA: not a spreadsheet, damaged, locked by a password, of an older
 * form (.xls), or growing beyond measure when unpacked; each with its hint. Of
 * .xlsx little is read, .ods names its last sheet near its end. */
TkBook *tk_book_open_new (const char *path, GError **error);
void tk_book_free (TkBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBook, tk_book_free)

guint tk_book_n_sheets (const TkBook *book);
/* As its tab shows it. */
const char *tk_book_sheet_name (const TkBook *book, guint sheet);
gboolean tk_book_sheet_hidden (const TkBook *book, guint sheet);

typedef struct _TkBookRows TkBookRows;

/* The rows of one sheet, which may be read again by asking again. The book
 * must outlive them. */
TkBookRows *tk_book_rows_new (TkBook *book, guint sheet, GError **error);
void tk_book_rows_free (TkBookRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBookRows, tk_book_rows_free)

/* FALSE at the end, and on failure, with @error set. TK_ERROR_DATA: damaged, or
 * with sheet, row and column: a text longer than 1 MiB, more than 16,384 columns
 * or 1,048,576 rows. */
gboolean tk_book_rows_next (TkBookRows *rows, TkRow *ret_row, GError **error);

/* Merged ranges of the sheet; known when its last row has been taken. */
guint tk_book_rows_n_merged (const TkBookRows *rows);
