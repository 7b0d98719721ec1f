/* Any bytes as the kept rows of a query: they are refused, or are written again so that they say the same. */
#include "door.h"
#include "session.h"

static void
write_beside (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *rows = door_file_new ("01-q.csv", bytes, size);
  g_autofree char *folder = g_path_get_dirname (rows), *again = g_strconcat (folder, "-again", NULL);
  g_autofree char *first = g_build_filename (again, "01-q.csv", NULL);
  g_autofree char *one = NULL, *other = NULL;
  g_autoptr (GError) error = NULL;

  write_beside (folder, "00-queries.csv",
                "\"file\",\"name\",\"place\",\"sql\"\r\n\"01-q.csv\",\"q\",\"x.xml:1\",\"SELECT 1\"\r\n");
  write_beside (
      folder, "00-columns.csv",
      "\"file\",\"position\",\"column\",\"table\",\"table_column\"\r\n\"01-q.csv\",1,\"a\",\"t\",\"id\"\r\n");
  g_autoptr (TkDatabase) database = tk_data_replay_new (folder, &error);
  g_assert_true ((database == NULL) == (error != NULL));
  if (database == NULL)
    return 0;
  g_assert_true (tk_ledger_write (database->replay, again, NULL));
  g_autoptr (TkDatabase) repeated = tk_data_replay_new (again, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (first, &one, NULL, NULL));
  g_assert_true (tk_ledger_write (repeated->replay, again, NULL));
  g_assert_true (g_file_get_contents (first, &other, NULL, NULL));
  g_assert_cmpstr (one, ==, other);
  return 0;
}
