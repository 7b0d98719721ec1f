/* What other programs write where nothing is known. */
#pragma once

#include "connection.h"

/* From here on an empty text reads as NULL in all queries on @connection, and so does a count of people,
 * awards or gifts (count_min, count_max, org_count) that is 0: in words both say nothing. Figures, of which 0
 * is one, stay. Tables that hold such a value are hidden by temporary views of their name; as "main".… they
 * are what they are. TK_ERROR_DATA. */
gboolean tk_blank_hide (TkConnection *connection, const char *path, GError **error);
