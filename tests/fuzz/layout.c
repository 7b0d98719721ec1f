/* Any bytes as a layout file. Folder of the program's layouts: argument of the
 * build. */
#include <glib/gstdio.h>

#include "door.h"
#include "reader.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  static TkGrammar *grammar = NULL; /* as long as the process: to read it is most of the work */
  g_autofree char *path = door_file_new ("layout.xml", bytes, size);
  g_autoptr (GError) error = NULL;

  if (grammar == NULL)
    grammar = tk_template_grammar_new (TK_LAYOUTS, NULL);
  g_autoptr (TkTemplate) template = tk_template_read_by (grammar, path, TK_LAYOUTS, &error);
  g_assert_true ((template == NULL) == (error != NULL));
  return 0;
}
