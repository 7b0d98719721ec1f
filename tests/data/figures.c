/* The views of the schema over the sample statistics, whose holes are those of
 * real ones. figures.txt holds the queries and what they must yield, which was
 * counted from the CSV files without SQL. */
#include <string.h>

#include "tests.h"

static TkDatabase *
statistics_new (const char *path)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  tk_data_import (path, "../../samples/so-lieu-mau", NULL, notes, NULL, NULL, &error);
  if (error != NULL)
    fail_msg ("%s", error->message);
  assert_int_equal (tk_notes_count (notes), 0);
  TkDatabase *database = tk_data_read (path, NULL);
  assert_non_null (database);
  return database;
}

void
test_figures (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (TkDatabase) database = statistics_new (path);
  g_autofree char *text = NULL;
  guint n = 0, bad = 0;

  assert_true (g_file_get_contents ("figures.txt", &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    char *arrow = strstr (*line, " =>");
    if (arrow == NULL || **line == '#')
      continue;
    *arrow = '\0';
    g_autofree char *expected = g_strcompress (arrow[3] != '\0' ? arrow + 4 : "");
    g_autofree char *printed = tests_print_query (database, "figures.txt", *line);
    n++;
    if (strcmp (printed, expected) != 0) {
      print_error ("%s\n  expected: %s\n  printed:  %s\n", *line, expected, printed);
      bad++;
    }
  }
  assert_int_equal (bad, 0);
  assert_true (n >= 18);
  tests_folder_free (folder);
}
