/* Comes in: two paths. Goes out: how they stand to each other. Asks no file system. */
#include "path.h"

#include <string.h>

gboolean
tk_path_lies_in (const char *path, const char *folder)
{
  const gsize n = strlen (folder);

  /* "/" ends in the slash that others lack */
  return strncmp (path, folder, n) == 0 && (path[n] == '/' || (n > 0 && folder[n - 1] == '/'));
}
