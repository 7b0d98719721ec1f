/* A spreadsheet file to be written: .xlsx (ECMA-376 part 1). It is put together
 * in memory and in the folder for temporary files, then copied to its output
 * whole. The same calls give the same bytes: no clock, no name of a machine.
 * Sheets, validations and the rest are libxlsxwriter's own calls, through what the workbook carries. */
#pragma once

#include <glib.h>

#include "database.h"
#include "output.h"
#include "workbook_calls.h"

/* How a cell looks. */
typedef enum {
  TK_LOOK_TITLE,
  TK_LOOK_SAYING, /* a paragraph */
  TK_LOOK_HEAD,
  TK_LOOK_LINK,
  TK_LOOK_TEXT,   /* what is typed stays a text: "007", "=1", "- một", "2022-08" */
  TK_LOOK_NUMBER, /* as it is */
  TK_LOOK_COUNT,  /* all digits, however many */
  TK_LOOK_DATE,
  TK_LOOK_HELP,       /* grey: not to be filled in */
  TK_LOOK_HELP_PART,  /* the same, indented */
  TK_LOOK_HELP_VALUE, /* the same, at the right */
  TK_LOOK_ENTRY,      /* to be filled in, in a protected sheet */
  TK_LOOK_ENTRY_NUMBER,
  TK_N_LOOKS
} TkLook;

typedef struct {
  TkXlsx call;
  lxw_workbook *book;
  lxw_format *looks[TK_N_LOOKS];
  int file; /* in memory */
} TkWorkbook;

/* @large: rows go to temporary files as they come. Each sheet must then be
 * written from top to bottom, a sheet at a time. TK_ERROR_OUTPUT. */
TkWorkbook *tk_workbook_new (gboolean large, GError **error);
void tk_workbook_free (TkWorkbook *workbook);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkWorkbook, tk_workbook_free)

/* A sheet with a frozen head row and, at its left, @frozen columns; A4,
 * landscape. @name: 1 to 31 characters, none of []:*?/\, unlike the others. */
lxw_worksheet *tk_workbook_add_sheet (TkWorkbook *workbook, const char *name, lxw_col_t frozen,
                                      lxw_color_t tint);

/* Most characters of a cell (ECMA-376 part 1, 22.9.2.19; Excel's limit). */
enum { TK_WORKBOOK_CHARACTERS = 32767 };

/* Never a formula. FALSE: longer than TK_WORKBOOK_CHARACTERS; nothing is written. */
gboolean tk_workbook_put_text (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                               const char *text, TkLook look);

/* As a number, or as text where the sixteen digits that libxlsxwriter writes
 * would change it and its own can be written without a power of ten. */
void tk_workbook_put_real (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                           double number, TkLook look);

/* A value of the records: reals as above; whole numbers as numbers, those of
 * more than fifteen digits as text; with @date full days from 1 March 1900 on,
 * before which programs count differently, as dates; other texts as text. NULL
 * and the empty text leave the cell empty. FALSE as for tk_workbook_put_text. */
gboolean tk_workbook_put (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                          const TkValue *value, gboolean date);

/* Height of a line, in points. */
enum { TK_WORKBOOK_LINE = 16 };

/* A paragraph over the columns @first to @last, which are so many characters wide together. */
void tk_workbook_put_saying (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t first,
                             lxw_col_t last, int width, const char *text);

/* A cell of the head row; @about: its note, or NULL. */
void tk_workbook_put_head (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_col_t column, const char *title,
                           const char *about);

/* A drop-down list for the rows @first to @last. @formula: "=name" of a range,
 * or "=\"0,1\"". @strict: other values are refused, with @message; else they are
 * asked about. */
void tk_workbook_put_choice (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last,
                             lxw_col_t column, const char *formula, gboolean strict, const char *message);

/* Of the longest line of @text. */
guint tk_workbook_width (const char *text);

/* Completes the file and copies it to @output, which stays open; nothing may be
 * added after. TK_ERROR_OUTPUT. */
gboolean tk_workbook_write (TkWorkbook *workbook, TkOutput *output, GError **error);
