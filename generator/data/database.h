/* The door to the records: one SQLite file. No other folder sees SQLite. What
 * the tables hold stands in schema.sql, which SQL functions and which collation
 * a query may use in functions.h. */
#pragma once

#include <glib.h>

#include "note.h"
#include "origin.h"
#include "output.h"
#include "table.h"

/* The schema that this program writes and reads (PRAGMA user_version). */
enum { TK_SCHEMA_VERSION = 5 };

/* Makes a database with the schema of data/schema.sql. Refuses to touch a file
 * that is there (TK_ERROR_DATA); a failure leaves no file behind. */
gboolean tk_data_create (const char *path, GError **error);

/* Brings the records of an older schema version into the present one, in one
 * transaction, after the file has been copied beside itself ("thuvien-phien-ban-1.db"
 * or the next free name; goes to @ret_backup, NULL where the version is the
 * present one and nothing was done). @ret_from: the version that it had. On
 * failure the file is as it was and there is no copy. TK_ERROR_DATA,
 * TK_ERROR_OUTPUT where the copy cannot be written. */
gboolean tk_data_upgrade (const char *path, int *ret_from, char **ret_backup, GError **error);

/* The schema as it is to be read: tables, columns, what they are, what they
 * hold, in the language of the messages. @table: only this one, by its name or
 * its Vietnamese title, NULL: all. TK_ERROR_USAGE: there is none of that name. */
char *tk_data_describe_new (const char *table, GError **error);

/* The same as SQL (data/schema.sql). */
const char *tk_data_schema (void);

typedef struct {
  const char
      *encoding;  /* of CSV files and cells: a name of tk_encoding_parse(); NULL: what they seem to be */
  int *rows_read; /* counted up by g_atomic_int_inc() while it works; NULL: not wanted */
} TkImportOptions;

/* Reads tables from @from into the database at @path, all or nothing. @from is
 * a folder with CSV files and spreadsheets, or one of them: FILE.csv, FILE.xlsx
 * (ECMA-376), FILE.ods (ISO/IEC 26300).
 *
 * A CSV file is RFC 4180, with ",", ";" or tabs between the cells. It is named
 * as its table or as the table's Vietnamese title (event.csv, Sự kiện.csv), and
 * so are the sheets of a workbook; hidden ones are passed over. The first line
 * names columns of the table, by name or title, any of them that may be NULL left
 * out; in a workbook a title may stand above it, and columns whose head is in
 * parentheses are for people alone. Cells become NFC. An empty cell, quoted or
 * not, is NULL. A column that refers to another table holds the code of the row
 * meant, which may come later, or in another sheet. How numbers and dates may
 * be written stands in cell.h. A column named file names a
 * picture (JPEG, PNG, WebP, HEIC) from the sheet's folder; it is copied to the folder
 * “anh” beside the database, as picture/intake.h says, and its width, height and
 * date fill the columns of these names. A CommonMark column may name a .docx file.
 *
 * A row whose key is in the database is changed where a cell differs; the key
 * is the column code, in tables without one the columns of UNIQUE (…). Rows are
 * never removed, and columns that the sheet has not keep their values.
 *
 * @options may be NULL. @ret_added, @ret_changed (either may be NULL): rows added
 * and rows changed; rows that were there already, equal, count as neither.
 * Notes: cells that became NFC, numbers and dates that could be read otherwise,
 * sheets that were passed over, merged cells, pictures that are not there. On
 * failure the error names the wrong cells: file, line, column, value, what was
 * expected, one a line. */
gboolean tk_data_import (const char *path, const char *from, const TkImportOptions *options, TkNotes *notes,
                         guint *ret_added, guint *ret_changed, GError **error);

/* Writes the tables named in @tables (by name or Vietnamese title, in any case;
 * NULL or empty: all) to @output as a workbook (.xlsx, ECMA-376) that
 * tk_data_import takes back: a sheet for each table in the order of the schema,
 * empty ones too, with titles, notes, widths and drop-down lists; before them
 * the sheet “Hướng dẫn”, which says how to fill it in, behind them the hidden
 * “Danh mục” with the lists. Titles are Vietnamese, sentences in the language of
 * messages. The document property tongket is the schema version.
 *
 * References are codes. Full days from 1 March 1900 on are dates, all other
 * texts are texts, never formulas. Numbers are numbers, but texts where their
 * digits would be lost (whole numbers of more than fifteen, reals of seventeen).
 * Paths are written relative to @folder, where the workbook is going to lie;
 * NULL: beside the database. The same records give the same bytes.
 *
 * TK_ERROR_USAGE: no such table. TK_ERROR_DATA: as tk_data_read; a text longer
 * than a cell may be, a reference to a row that is not there, more rows than a
 * sheet holds. TK_ERROR_OUTPUT: the disk. Notes: empty texts, which come back as NULL. */
gboolean tk_data_export (const char *path, const char *const *tables, const char *folder, TkOutput *output,
                         TkNotes *notes, GError **error);

/* Writes the workbook in which the organisation @org (a code) enters its
 * figures of @period (a code): a row for each indicator, what is known already
 * filled in, the figures of the year before beside it, all but the cells to fill in
 * protected, without a password. It is Vietnamese whatever the language, as the
 * librarian who gets it did not choose that; tk_data_import takes it as it is.
 * TK_ERROR_USAGE: no such organisation or period. TK_ERROR_DATA also where there
 * are no indicators. */
gboolean tk_data_export_form (const char *path, const char *org, const char *period, TkOutput *output,
                              GError **error);

typedef struct _TkDatabase TkDatabase;

/* Opens for rendering: read-only, under an authorizer that allows SELECT
 * alone, with a time limit for each query (tk_data_limit). All queries until
 * tk_data_free see one state of the records: who writes meanwhile, waits; empty texts, and counts of 0, are NULL to
 * them (blank.h). TK_ERROR_DATA where
 * the file is not there, not a database, damaged, locked, or of another schema
 * version; each with its own hint. */
TkDatabase *tk_data_read (const char *path, GError **error);
void tk_data_free (TkDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDatabase, tk_data_free)

const char *tk_data_path (const TkDatabase *database);

/* Longest time that one query may run; 10 s unless set. */
void tk_data_limit (TkDatabase *database, int milliseconds);

typedef enum { TK_VALUE_NULL, TK_VALUE_INTEGER, TK_VALUE_REAL, TK_VALUE_TEXT } TkValueKind;

typedef struct {
  TkValueKind kind;
  const char *text; /* the value as text, NFC, valid UTF-8; NULL for TK_VALUE_NULL */
  gint64 integer;
  double real;
} TkValue;

/* Makes the temporary table @name of this connection, with @n_rows rows of
 * @cells, row by row; one of that name that was given before is replaced. Queries
 * read it as one of the records; the file is not touched, and the table is gone
 * with tk_data_free. Names are of a to z and "_"; @columns ends with NULL.
 * TK_ERROR_OUTPUT: no room is left for it. */
gboolean tk_data_give (TkDatabase *database, const char *name, const char *const *columns,
                       const TkValue *cells, guint n_rows, GError **error);

/* What the schema says of the tables, see table.h; borrowed. */
const TkTables *tk_data_tables (TkDatabase *database, GError **error);

/* The tables that @sql, a SELECT, reads: "event, award"; "" where it reads none. */
char *tk_data_name_tables_new (TkDatabase *database, const char *sql);

/* A prepared SELECT. */
typedef struct _TkQuery TkQuery;

/* @place ("layouts/x.xml:41:7") begins every error message about this query.
 * TK_ERROR_LAYOUT: no such table or column, syntax, several statements,
 * anything but SELECT. The database must outlive the query. */
TkQuery *tk_data_query_new (TkDatabase *database, const char *place, const char *sql, GError **error);
void tk_data_query_free (TkQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkQuery, tk_data_query_free)

/* What messages and a ledger (ledger.h) call it: "event". */
void tk_data_query_call (TkQuery *query, const char *name);

/* Names of the parameters, without the colon, NULL-terminated; borrowed. */
const char *const *tk_data_query_parameters (const TkQuery *query);
/* Names of the result columns, NULL-terminated; borrowed. */
const char *const *tk_data_query_columns (const TkQuery *query);

/* The result of a query, read whole; owns its text. */
typedef struct {
  guint n_columns, n_rows;
  const char *const *columns;
  const TkValue *cells; /* row by row */
} TkRows;

/* Runs the query. @values: one for each parameter, in their order; NULL where
 * there are none. Errors: TK_ERROR_LAYOUT for a query over its time limit, a
 * result over 256 MB, a function with a wrong argument; TK_ERROR_DATA for a
 * damaged or locked file or a stored text that is not UTF-8. */
TkRows *tk_data_rows_new (TkQuery *query, const TkValue *values, GError **error);
void tk_data_rows_free (TkRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkRows, tk_data_rows_free)

/* Table and column that a cell was read from (NULL for computed cells), and
 * the id of its row where the query also yields the id of that table, once. Strings
 * live as long as @rows. file and line are left empty. */
TkOrigin tk_data_rows_origin (const TkRows *rows, guint row, guint column);
