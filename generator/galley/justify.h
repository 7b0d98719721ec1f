/* Rows of boxes of many shapes that fill a width. Internal to galley/. */
#pragma once

#include "unit.h"

/* Height over which a row of @n boxes fills @width; @shapes: their widths at a height of 1, in 1/65536. */
TkUnit tk_galley_row_height (const gint64 *shapes, guint n, TkUnit width, TkUnit gap);

/* Parts @n boxes into rows that fill @width with heights as near to @target as can be, all rows taken
 * together; the last row need not be full. Gives each box the number of its row, from 0. */
void tk_galley_justify (const gint64 *shapes, guint n, TkUnit width, TkUnit gap, TkUnit target,
                        guint *ret_rows);
