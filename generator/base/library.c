/* Comes in: the name of a library. Goes out: functions of it. Must not know what they do. */
#include "library.h"

#include <glib/gi18n.h>
#include <gmodule.h>

#include "error.h"

gboolean
tk_library_open (const char *file, const char *package, const char *const *names, void *ret_calls,
                 GError **error)
{
  GModule *module = g_module_open (file, G_MODULE_BIND_LOCAL | G_MODULE_BIND_LAZY);
  gpointer *calls = ret_calls;
  const char *const *name = names;

  if (module == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("%s: is not installed, and what is wanted needs it; install the package “%s”"), file,
                 package);
    return FALSE;
  }
  g_module_make_resident (module); /* libraries leave threads and tables behind */
  while (*name != NULL && g_module_symbol (module, *name, &calls[name - names]))
    name++;
  g_module_close (module);
  if (*name == NULL)
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT, _ ("%s: has no %s; install a newer package “%s”"), file,
               *name, package);
  return FALSE;
}
