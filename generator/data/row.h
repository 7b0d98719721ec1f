/* What a table of an office holds, wherever it comes from: rows of cells. */
#pragma once

#include <glib.h>

typedef enum {
  TK_CELL_EMPTY,
  TK_CELL_TEXT,
  TK_CELL_NUMBER,  /* the file itself says that it is a number: text is its shortest decimal form, "0.45" */
  TK_CELL_PERCENT, /* the file shows it as a percentage: number is 12.5 and text "12,5%", as people see it */
  TK_CELL_DATE,    /* the file itself says that it is a date: text is 2022-08-19, a time of day is left out */
} TkCellKind;

typedef struct {
  TkCellKind kind;
  const char *text; /* UTF-8, as the file has it; NULL for TK_CELL_EMPTY */
  double number;    /* of TK_CELL_NUMBER, TK_CELL_PERCENT */
} TkCell;

/* Borrowed from its reader until the next row is taken. */
typedef struct {
  int line; /* where it stands in the file or the sheet, from 1 */
  guint n_cells;
  const TkCell *cells;
} TkRow;
