/* Whom and what a text names, of those that the records know. */
#pragma once

#include "filing.h"

/* Sets the body of @filing: the organisation that has the name @author, or had it. */
gboolean tk_filing_find_body (TkDatabase *database, const char *author, TkFiling *filing, GError **error);

/* Sets persons, organisations and places of @filing. A person is named by any spelling that the records have,
 * and given as they spell it first. */
gboolean tk_filing_find_names (TkDatabase *database, const char *text, TkFiling *filing, GError **error);
