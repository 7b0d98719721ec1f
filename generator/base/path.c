/* Comes in: paths. Goes out: how they stand to each other, and what they are called on the disk. */
#include "path.h"

#include <string.h>

gboolean
tk_path_lies_in (const char *path, const char *folder)
{
  const gsize n = strlen (folder);

  /* "/" ends in the slash that others lack */
  return strncmp (path, folder, n) == 0 && (path[n] == '/' || (n > 0 && folder[n - 1] == '/'));
}

char *
tk_path_find_new (const char *path)
{
  const char *slash = strrchr (path, '/'), *name = slash != NULL ? slash + 1 : path;
  g_autofree char *apart = NULL, *beside = NULL, *whole = NULL;

  if (g_file_test (path, G_FILE_TEST_EXISTS)
      || (apart = g_utf8_normalize (name, -1, G_NORMALIZE_NFD)) == NULL)
    return g_strdup (path);
  beside = g_strdup_printf ("%.*s%s", (int) (name - path), path, apart);
  if (g_file_test (beside, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&beside);
  whole = g_utf8_normalize (path, -1, G_NORMALIZE_NFD); /* folders that came from there with it */
  return whole != NULL && g_file_test (whole, G_FILE_TEST_EXISTS) ? g_steal_pointer (&whole)
                                                                  : g_strdup (path);
}
