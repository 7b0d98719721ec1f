/* Any bytes as a CSV table that is imported. */
#include <glib/gstdio.h>

#include "database.h"
#include "door.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *table = door_file_new ("event.csv", bytes, size);
  g_autofree char *folder = g_path_get_dirname (table);
  g_autofree char *path = g_build_filename (folder, "..", "fuzz-table.db", NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  /* one database for all: what was let in before does no harm */
  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    g_assert_true (tk_data_create (path, NULL));
  gboolean done = tk_data_import (path, folder, NULL, notes, NULL, NULL, &error);
  g_assert_true (done == (error == NULL));
  return 0;
}
