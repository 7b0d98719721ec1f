/* A CSV file (RFC 4180): UTF-8 with or without byte order mark, "," or ";"
 * between the cells, whichever the first line has more of; the first line
 * names the columns. Cells come out NFC, without spaces at their ends, with
 * U+00A0 as a space (none beside another) and line ends as \n; an empty cell, quoted or not, is NULL.
 * Lines with nothing but empty cells are left out. */
#pragma once

#include <glib.h>

typedef struct {
  int line; /* where it begins, from 1 */
  const char **cells;
} TkSheetRow;

typedef struct {
  const char *path;
  guint n_columns;
  const char **columns;
  int head_line;
  guint n_rows;
  const TkSheetRow *rows;
  guint n_composed; /* cells that were not NFC */
} TkSheet;

/* A cell that could not be read, in place of its text; there is a fault about it. */
extern const char tk_sheet_unreadable[];

/* @faults (element-type utf8): what is wrong is added, a message each. A sheet
 * comes back even then, as far as it could be read; NULL where it has no head. */
TkSheet *tk_sheet_read (const char *path, GPtrArray *faults);
void tk_sheet_free (TkSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSheet, tk_sheet_free)

/* Adds "path:line: message". */
void tk_sheet_fault (GPtrArray *faults, const char *path, int line, const char *format, ...)
    G_GNUC_PRINTF (4, 5);
