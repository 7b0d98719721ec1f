#include "door.h"

#include <glib/gstdio.h>

char *
door_file_new (const char *name, const guint8 *bytes, gsize size)
{
  const char *top = g_getenv ("TONGKET_BUILD");
  g_autofree char *folder = g_strdup_printf ("%s/fuzz-%s", top != NULL ? top : g_get_tmp_dir (), name);
  char *path = g_build_filename (folder, name, NULL);

  g_mkdir_with_parents (folder, 0700);
  g_unlink (path);
  if (!g_file_set_contents_full (path, (const char *) bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600,
                                 NULL))
    g_error ("%s: cannot be written", path);
  return path;
}
