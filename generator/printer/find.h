/* Which printer is meant. */
#pragma once

#include "calls.h"
#include "printer.h"

/* What CUPS knows under @name, or of the default where that is NULL. Free it by cupsFreeDests. TK_ERROR_USAGE
 * with the names that there are. */
cups_dest_t *tk_printer_find_dest_new (const TkCups *call, const char *name, GError **error);

/* An address as it was typed: whole, and its path. Without a user's name: that is asked for by the library.
 * TK_ERROR_USAGE. */
gboolean tk_printer_find_address (const TkCups *call, const char *text, char **ret_uri, char **ret_resource,
                                  GError **error);
