/* Comes in: nothing. Goes out: the functions of libcups, where it is installed. */
#include "calls.h"

#include <glib/gi18n.h>
#include <gmodule.h>

#include "error.h"

#define LIBRARY "libcups.so.2"

static gboolean
find_calls (GModule *module, TkCups *cups)
{
  gboolean there = TRUE;

#define FIND(name) there = there && g_module_symbol (module, #name, (gpointer *) &cups->name);
  TK_CUPS_CALLS (FIND)
#undef FIND
  return there;
}

gboolean
tk_cups_load (TkCups *cups, GError **error)
{
  GModule *module = g_module_open (LIBRARY, G_MODULE_BIND_LOCAL);

  if (module == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: is not installed, and nothing is printed without it; install the package “%s”"),
                 LIBRARY, "libcups2");
    return FALSE;
  }
  g_module_make_resident (module);
  const gboolean there = find_calls (module, cups);
  g_module_close (module);
  if (!there)
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: is older than CUPS 2.2; install a newer package “%s”"), LIBRARY, "libcups2");
  return there;
}
