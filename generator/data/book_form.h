/* What book.c and the two forms of a spreadsheet file share: the sheets they
 * find, the line that they fill cell by cell, small steps through the XML. */
#pragma once

#include <libxml/xmlreader.h>

#include "book.h"
#include "package.h"

/* A sheet has no more than an office program can show (Excel's and
 * LibreOffice's limits are the same). */
enum { TK_BOOK_MOST_LINES = 1048576, TK_BOOK_MOST_COLUMNS = 16384 };
/* Of one cell; Excel itself takes 32,767 characters. */
enum { TK_BOOK_MOST_BYTES = 1024 * 1024 };

typedef struct {
  char *name;
  gboolean hidden;
  char *part; /* .xlsx: the part that holds it; .ods: NULL, its place among the sheets tells */
} TkBookSheet;

/* --- book_line.c: the row being read --- */

typedef struct _TkBookLine TkBookLine;

/* @path and @sheet are borrowed. */
TkBookLine *tk_book_line_new (const char *path, const char *sheet);
void tk_book_line_free (TkBookLine *line);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkBookLine, tk_book_line_free)

/* Empties it. @number: where it stands in its sheet, from 1. */
void tk_book_line_begin (TkBookLine *line, int number);

/* The column, from 0, that the next failure is about. */
void tk_book_line_at (TkBookLine *line, guint column);

/* @n times from the present column on. The text is copied, unless it is
 * @lasting as long as the line. An empty text is an empty cell. TK_ERROR_DATA:
 * too many columns, a text beyond measure. */
gboolean tk_book_line_put (TkBookLine *line, guint n, TkCell cell, gboolean lasting, GError **error);
gboolean tk_book_line_put_number (TkBookLine *line, guint n, double number, GError **error);
/* 0.125 as 12,5%. */
gboolean tk_book_line_put_percent (TkBookLine *line, guint n, double number, GError **error);
/* As put, for "2022-08-19T07:30:00" and what begins like it; anything else is a text. */
gboolean tk_book_line_put_day (TkBookLine *line, guint n, const char *iso, GError **error);

/* FALSE: all its cells are empty. The row is borrowed until it is begun again. */
gboolean tk_book_line_end (TkBookLine *line, TkRow *ret_row);

/* TK_ERROR_DATA with "path: sheet “X”, row 5, column C: @message"; @message is
 * translated and has its hint. */
void tk_book_line_fail (const TkBookLine *line, const char *message, GError **error);
/* The same for a text longer than TK_BOOK_MOST_BYTES. */
void tk_book_line_fail_long (const TkBookLine *line, GError **error);

/* --- book_number.c: numbers, and what number formats make of them --- */

/* The shortest decimal form that reads back as @number: "0.1", "-1000000". */
void tk_book_append_number (GString *to, double number);

/* @text is a number in that form already, so that it need not be printed. FALSE: perhaps not. */
gboolean tk_book_is_shortest (const char *text);

/* FALSE: @text is not a finite number and nothing else. */
gboolean tk_book_parse_number (const char *text, double *ret_number);

typedef enum { TK_BOOK_PLAIN, TK_BOOK_DAY, TK_BOOK_CLOCK, TK_BOOK_SPAN, TK_BOOK_PERCENT } TkBookFormat;

/* What the format with this number (ECMA-376 part 1, 18.8.30) shows. */
TkBookFormat tk_book_format_find (guint id);
/* What a format code (18.8.31) shows: "dd/mm/yyyy;@" a day, "hh:mm" the time
 * of a day, "[h]:mm" a span of time, "0.0%" a percentage. */
TkBookFormat tk_book_format_parse (const char *code);

/* "2022-08-19" of a serial day. FALSE: there is no such day: before the first,
 * the 29th of February 1900 that never was, after the year 9999. */
gboolean tk_book_append_day (GString *to, double serial, gboolean from_1904);
/* "07:30", of a part of a day, with its seconds only where there are some;
 * hours that go beyond a day are counted on in a span. */
void tk_book_append_clock (GString *to, double days, gboolean span);

/* --- book_xml.c: steps through the XML --- */

/* The node of the reader, for reading; borrowed until the next step. */
const xmlNode *tk_book_node_find (xmlTextReader *reader);
gboolean tk_book_node_is (const xmlNode *node, const char *local);
/* An attribute: of the namespace @space, or of none where it is NULL. Borrowed,
 * or NULL. It is this short way because a sheet has millions of them. */
const char *tk_book_attribute_find (const xmlNode *node, const char *space, const char *local);

/* The reader stands at text, not at an element or a comment. */
gboolean tk_book_at_text (xmlTextReader *reader);
/* The reader stands at the end of an element @local. */
gboolean tk_book_at_end (xmlTextReader *reader, const char *local);

/* Passes over what is in the element at whose start the reader stands. */
gboolean tk_book_skip (TkPackage *package, xmlTextReader *reader, GError **error);

/* After a failed step: the text of more than TK_BOOK_MOST_BYTES that the parser
 * gave up over, borrowed, or NULL. */
const xmlNode *tk_book_overflow_find (xmlTextReader *reader);

/* TK_ERROR_DATA: "path: the file is damaged (reason); …" */
void tk_book_fail_damaged (const TkPackage *package, const char *reason, GError **error);

/* --- book_xlsx.c, book_xlsx_rows.c --- */

typedef struct {
  TkPackage *package; /* borrowed */
  gboolean from_1904;
  char *strings_part, *styles_part; /* NULL: there is none */
  gboolean loaded;                  /* what follows */
  GByteArray *formats;              /* TkBookFormat of every cell format */
  GString *texts;                   /* the shared ones, each ends with NUL */
  GArray *starts;                   /* (element-type guint32): of a text in @texts; TK_XLSX_LONG */
  gboolean cut;                     /* after those is a text beyond measure */
} TkXlsx;

/* A shared text that is longer than TK_BOOK_MOST_BYTES. */
#define TK_XLSX_LONG G_MAXUINT32

/* Appends to @sheets. */
TkXlsx *tk_xlsx_new (TkPackage *package, GArray *sheets, GError **error);
void tk_xlsx_free (TkXlsx *xlsx);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkXlsx, tk_xlsx_free)

/* Styles and shared texts, once. */
gboolean tk_xlsx_load (TkXlsx *xlsx, GError **error);
/* Escapes and line ends of a text (ST_Xstring, 22.9.2.19), in place; gives its new length. */
gsize tk_xlsx_decode (char *text, gsize length);

typedef struct _TkXlsxRows TkXlsxRows;
TkXlsxRows *tk_xlsx_rows_new (TkXlsx *xlsx, const TkBookSheet *sheet, GError **error);
void tk_xlsx_rows_free (TkXlsxRows *rows);
gboolean tk_xlsx_rows_next (TkXlsxRows *rows, TkRow *ret_row, GError **error);
guint tk_xlsx_rows_n_merged (const TkXlsxRows *rows);

/* --- book_ods_text.c: the text of a cell --- */

typedef struct _TkOdsText TkOdsText;
TkOdsText *tk_ods_text_new (void);
void tk_ods_text_free (TkOdsText *text);

typedef enum { TK_ODS_DONE, TK_ODS_FAILED, TK_ODS_LONG } TkOdsStep;

/* From the start of an element “table-cell” to its end. TK_ODS_LONG: longer than
 * TK_BOOK_MOST_BYTES; @error may be set or not. */
TkOdsStep tk_ods_text_read (TkOdsText *text, TkPackage *package, xmlTextReader *reader, GError **error);
/* Borrowed until the next is read; paragraphs are parted by \n. */
const char *tk_ods_text_get (const TkOdsText *text);

/* --- book_ods.c --- */

/* FALSE, too, where it is encrypted, or no spreadsheet. Appends to @sheets. */
gboolean tk_ods_open (TkPackage *package, GArray *sheets, GError **error);

typedef struct _TkOdsRows TkOdsRows;
TkOdsRows *tk_ods_rows_new (TkPackage *package, const TkBookSheet *sheet, guint at, GError **error);
void tk_ods_rows_free (TkOdsRows *rows);
gboolean tk_ods_rows_next (TkOdsRows *rows, TkRow *ret_row, GError **error);
guint tk_ods_rows_n_merged (const TkOdsRows *rows);
