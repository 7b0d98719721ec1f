/* Whether a database still has what the schema gave it. */
#pragma once

#include "connection.h"

/* FALSE: a table, a view or a column of the schema is not there, by the hand of another program:
 * TK_ERROR_DATA. What was added is nobody's concern. */
gboolean tk_shape_check (TkConnection *connection, const char *path, GError **error);
