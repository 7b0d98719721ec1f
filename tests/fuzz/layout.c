/* Any bytes as a layout file. Folder of the program's layouts: argument of the
 * build. */
#include <glib/gstdio.h>

#include "door.h"
#include "template.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("layout.xml", bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkTemplate) template = tk_template_read (path, TK_LAYOUTS, NULL, &error);

  g_assert_true ((template == NULL) == (error != NULL));
  return 0;
}
