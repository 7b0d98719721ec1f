/* Any bytes as a database: it is opened and all of its items are read. */
#include "database.h"
#include "door.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("fuzz.db", bytes, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkDatabase) database = tk_data_read (path, &error);

  if (database == NULL)
    return 0;
  tk_data_limit (database, 1000);
  g_autoptr (TkQuery) query = tk_data_query_new (database, "fuzz", "SELECT * FROM item JOIN event", &error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, &error) : NULL;
  g_assert_true ((rows == NULL) == (error != NULL));
  return 0;
}
