/* A cell of a CSV file as a value of its column. */
#pragma once

#include <glib.h>

#include "database.h"
#include "table.h"

/* @text: clean and not empty; the value borrows it. FALSE: it does not fit, and
 * what was expected is appended to @expected ("a whole number …"). Not for
 * columns that refer to another table. */
gboolean tk_cell_read (const TkTableColumn *column, const char *text, TkValue *ret_value, GString *expected);

/* What a cell of @column must be, in words, for a CHECK that failed as @check. */
void tk_cell_append_expected (GString *to, const TkTableColumn *column, const char *check);
