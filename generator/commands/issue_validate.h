/* What another program says of a paper before it is filed. */
#pragma once

#include <glib.h>

/* Runs @validator (a command line, "verapdf --flavour 2a") with the path of the PDF behind it. *@ret_said:
 * what it said, in one line, for the record. TK_ERROR_USAGE: it cannot be run; TK_ERROR_OUTPUT: it ends with
 * another status than 0. */
gboolean tk_issue_validate (const char *validator, const char *pdf, char **ret_said, GError **error);
