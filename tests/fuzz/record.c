/* Any bytes as record.xml: an error with its place, or a record that is the same when it is written and read
 * again. */
#include "record.h"

#include <string.h>

#include "door.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *file = door_file_new ("record.xml", bytes, size);
  g_autofree char *folder = g_path_get_dirname (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkRecord) record = tk_record_read_new (folder, &error);

  g_assert_true ((record == NULL) == (error != NULL));
  if (record == NULL) {
    g_assert_true (g_str_has_prefix (error->message, file));
    return 0;
  }
  g_assert_true (tk_record_write (record, folder, &error));
  g_autoptr (TkRecord) again = tk_record_read_new (folder, &error);
  g_assert_nonnull (again);
  g_assert_cmpstr (again->title, ==, record->title);
  g_assert_cmpuint (again->n_files, ==, record->n_files);
  return 0;
}
