/* A cell of a spreadsheet or CSV file as a value of its column. */
#pragma once

#include <glib.h>

#include "database.h"
#include "row.h"
#include "table.h"

typedef enum {
  TK_CELL_FITS,
  TK_CELL_DOUBTFUL, /* it fits, but another reader might read it otherwise */
  TK_CELL_WRONG,
} TkCellFit;

/* @cell: clean and not empty; the value borrows it, or @store, which keeps what
 * was written otherwise than it is stored. What was expected of a wrong cell,
 * or how a doubtful one was read and what to write instead, is appended to
 * @said. Not for columns that refer to another table.
 *
 * Numbers may have separators between thousands. Where a text could be both,
 * a dot parts thousands and a comma decimals, as in Vietnamese: 1.234 is 1234,
 * 1,234 is 1.234, both doubtful; in columns of whole numbers both are 1234.
 * Dates may be written 19/8/2022 or 8/2022, the day first, or "ngày 19 tháng 8
 * năm 2022" and what is shorter. Codes may be small letters, or the words that
 * they stand for: "Thành phố" is THANH_PHO. */
TkCellFit tk_cell_read (const TkTableColumn *column, const TkCell *cell, TkValue *ret_value, GString *store,
                        GString *said);

/* What a cell of @column must be, in words, for a CHECK that failed as @check. */
void tk_cell_append_expected (GString *to, const TkTableColumn *column, const char *check);
