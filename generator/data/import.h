/* What the parts of import share: files are found (import.c), what they are
 * written in (import_encoding.c), their heads read (import_head.c), cells become
 * values (import_row.c), rows are written (import_load.c). */
#pragma once

#include <glib.h>

#include "connection.h"
#include "database.h"
#include "encoding.h"
#include "intake.h"
#include "sheet.h"
#include "table.h"

/* What a code stands for. */
typedef struct {
  gint64 id;
  gboolean old; /* the row is in the database already */
} TkCode;

/* One table, and what rows may be called by. */
typedef struct {
  const TkTable *table;
  GHashTable *codes;         /* (element-type utf8 TkCode): of tables with codes; NULL until needed */
  gint64 last_id, first_new; /* the id given last; the first that is given by this import */
  gboolean filled;           /* a sheet fills it */
  gboolean broken;           /* its codes are not all known: a fault was found in a sheet's frame */
} TkTarget;

/* What became of the texts of a sheet. */
typedef struct {
  guint n_composed, n_converted;
  TkEncodingDoubts doubts;
} TkSourceTally;

/* One sheet that fills a table. */
typedef struct {
  TkTarget *target;
  TkSheet *sheet;
  const char *place;             /* of the sheet */
  char *folder;                  /* real path, from which its file names go */
  const TkTableColumn **columns; /* one a cell; NULL: passed over */
  gboolean *unnamed;             /* one a cell: nothing may stand below an empty head */
  guint n_columns;
  int code_column; /* the cell with the code, or -1 */
  int head_line;
  gboolean broken;           /* cannot be loaded */
  TkEncodingVerdict verdict; /* what its texts are written in */
  TkSourceTally tally;
  TkPictureFacts picture; /* of the row read last; width 0: none */
  guint n_doubtful;
} TkSource;

typedef struct {
  TkConnection *connection;
  const char *path;
  char *database_folder; /* real path */
  const TkImportOptions *options;
  TkTables *tables;
  TkTarget *targets;  /* one a table */
  GPtrArray *sources; /* (element-type TkSource) */
  GPtrArray *books;   /* (element-type TkBook) */
  GPtrArray *made;    /* (element-type utf8): pictures that were stored, to be removed where all fails */
  GHashTable *there;  /* (element-type utf8): those that were stored before; NULL until needed */
  GPtrArray *faults;  /* (element-type utf8) */
  TkNotes *notes;
  guint added, changed;
} TkImport;

/* No more are listed; a sheet in which all is wrong says so soon enough. */
enum { TK_IMPORT_FAULTS = 200 };

/* Adds "place:line: message"; @line 0: "place: message". */
void tk_import_fault (const TkImport *import, const char *place, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
/* The same for what a reader says of its file. */
void tk_import_fault_error (const TkImport *import, const GError *reason);
gboolean tk_import_is_full (const TkImport *import);

TkTarget *tk_import_find_target (const TkImport *import, const char *table);

/* What the sheets are written in: as the options say, or recognised. Faults: sheets
 * that cannot be read. TK_ERROR_USAGE: the options name no encoding. */
gboolean tk_import_find_encodings (TkImport *import, GError **error);

/* Appends a text of the sheet as UTF-8 in NFC, and counts what became of it. FALSE:
 * it is not UTF-8, nor is it known what else it is. */
gboolean tk_import_decode (TkSource *source, const char *text, GString *to);

/* What was converted, and what cannot be known. */
void tk_import_note_encoding (const TkImport *import, const TkSource *source);

/* import.c: is @name what @title says, but for case, marks and "_" for spaces: "dia_danh", "ĐỊA DANH"? */
gboolean tk_import_is_like (const char *title, const char *name);

/* Reads on to the head of the sheet and knows its columns. FALSE, with faults:
 * it has none that could be used; source->broken: it has, with faults. */
gboolean tk_import_read_head (TkImport *import, TkSource *source);

/* The text of a cell, clean: decoded, no spaces at its ends, U+00A0 as a space,
 * line ends as \n; NULL: empty. FALSE, with a fault: it cannot be read. The
 * text lives in @store or in the cell. */
gboolean tk_import_clean (TkImport *import, TkSource *source, int line, guint at, const TkCell *cell,
                          GString *store, const char **ret_text);

/* The cells of a row as values, one a column, NULL where a cell is passed over
 * or not there. FALSE: faults were added. Texts live in @store, until the next
 * row. */
gboolean tk_import_read_row (TkImport *import, TkSource *source, const TkRow *row, TkValue *values,
                             GPtrArray *store);

/* The picture file that a cell names, stored in the folder “anh” beside the
 * database; @value is its path from there. A file that is not there is a note.
 * FALSE, with a fault: it is no picture. */
gboolean tk_import_take_picture (TkImport *import, TkSource *source, int line, const char *text,
                                 GPtrArray *store, TkValue *value);

/* What a picture says of itself fills columns that the sheet has not: which
 * column, or NULL; and the values of the row read last. */
enum { TK_IMPORT_FACTS = 3 };
const TkTableColumn *tk_import_find_fact (const TkSource *source, guint fact);
void tk_import_read_facts (const TkSource *source, TkValue *values);

/* Codes of the tables that are there, and those of the sheets, numbered. */
gboolean tk_import_read_codes (TkImport *import, GError **error);

/* All rows of all sheets. FALSE on failure; faults are none. */
gboolean tk_import_load (TkImport *import, GError **error);
