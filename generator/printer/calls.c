/* Comes in: nothing. Goes out: the functions of libcups, where it is installed. */
#include "calls.h"

gboolean
tk_cups_load (TkCups *cups, GError **error)
{
  static const char *const names[] = {TK_CUPS_CALLS (TK_LIBRARY_NAME) NULL};

  return tk_library_open (TK_LIBRARY_CUPS, "libcups2", names, cups, error);
}
