/* Which columns of a row of a table are taken by cells of the rows above that cover several rows: those
 * columns have no cell of their own in the row. An array of one count a column: rows, from the one at hand
 * on, that a cell takes which began in it or above. */
#pragma once

#include <glib.h>

/* The first column from @column on in which the row at hand may have a cell; @n: none. */
guint tk_cover_skip (const guint *cover, guint n, guint column);

/* A cell stands at @column that covers @columns and @rows, 0 for 1. Gives the column behind it. */
guint tk_cover_put (guint *cover, guint n, guint column, int columns, int rows);

/* Whether the row at hand has all columns for itself. */
gboolean tk_cover_is_free (const guint *cover, guint n);

/* From here on the next row is at hand. */
void tk_cover_end_row (guint *cover, guint n);
