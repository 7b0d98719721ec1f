/* Import: a case is a folder of cases/ with CSV files and what is printed of
 * their import in "expected". A case that goes well is imported twice: the
 * second time must change nothing. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "tests.h"

/* Imports @folder and prints how it went. */
static char *
print_import (const char *path, const char *folder)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  guint added = 77, changed = 77;

  if (tk_data_import (path, folder, NULL, notes, &added, &changed, &error)) {
    assert_null (error);
    g_string_append_printf (text, "added %u, changed %u\n", added, changed);
  } else {
    assert_non_null (error);
    assert_int_equal (added, 77);
    assert_int_equal (changed, 77);
    g_string_append_printf (text, "error %d\n%s\n", error->code, error->message);
  }
  tests_append_notes (text, notes);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* All rows of the tables that the cases fill. */
static void
append_content (GString *to, const char *path)
{
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  g_autofree char *orgs = tests_print_query (
      database, "orgs", "SELECT 'org', id, code, kind, name, short_name, note FROM org ORDER BY id");
  g_autofree char *items = tests_print_query (
      database, "items",
      "SELECT 'item', i.code, i.kind, i.seq, p.code, i.text FROM item AS i "
      "LEFT JOIN item AS p ON p.id = i.parent ORDER BY i.id");
  g_autofree char *photos = tests_print_query (database, "photos",
                                               "SELECT 'photo', code, caption FROM photo ORDER BY id");
  g_autofree char *values = tests_print_query (
      database, "values",
      "SELECT 'value', indicator, p.code, value_min, value_max FROM indicator_value AS v "
      "JOIN period AS p ON p.id = v.period ORDER BY v.id");
  g_autofree char *events = tests_print_query (
      database, "events", "SELECT 'event', code, date_from FROM event WHERE code LIKE 'dated-%' ORDER BY id");
  const char *const all[] = {orgs, items, photos, values, events};

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i][0] != '\0')
      g_string_append_printf (to, "%s\n", all[i]);
}

static char *
print_case (const char *name)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *records = g_build_filename ("cases", name, NULL);
  g_autofree char *first = print_import (path, records);
  g_autoptr (GString) text = g_string_new (first);

  append_content (text, path);
  if (g_str_has_prefix (first, "added")) {
    g_autofree char *second = print_import (path, records);
    if (!g_str_has_prefix (second, "added 0, changed 0\n"))
      fail_msg ("%s: the second import: %s", name, second);
  }
  tests_folder_free (folder);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
test_import_cases (G_GNUC_UNUSED void **state)
{
  g_autoptr (GDir) dir = g_dir_open ("cases", 0, NULL);
  guint n = 0, bad = 0;

  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), n++) {
    g_autofree char *path = g_build_filename ("cases", name, "expected", NULL);
    g_autofree char *printed = print_case (name);
    g_autofree char *expected = NULL;
    if (g_getenv ("TK_ACCEPT") != NULL)
      g_file_set_contents (path, printed, -1, NULL);
    if (!g_file_get_contents (path, &expected, NULL, NULL) || strcmp (printed, expected) != 0) {
      print_error ("cases/%s\n--- expected\n%s--- printed\n%s", name, expected != NULL ? expected : "",
                   printed);
      bad++;
    }
  }
  assert_int_equal (bad, 0);
  assert_true (n >= 18);
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A row that changed is changed, and counted once. Columns that are not in the
 * file keep their values, an empty cell empties. */
void
test_import_changes (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);

  write_file (folder, "org.csv", "code,kind,name,short_name,note\na,SO,A,AA,x\nb,SO,B,BB,y\n");
  g_autofree char *first = print_import (path, folder);
  assert_string_equal (first, "added 2, changed 0\n");
  write_file (folder, "org.csv", "code,kind,name,short_name\na,SO,A,\nb,SO,B,BB\nc,SO,C,\n");
  g_autofree char *second = print_import (path, folder);
  assert_string_equal (second, "added 1, changed 1\n");
  g_autoptr (GString) text = g_string_new (NULL);
  append_content (text, path);
  assert_string_equal (text->str, "org|1|a|SO|A|NULL|x\norg|2|b|SO|B|BB|y\norg|3|c|SO|C|NULL|NULL\n");
  tests_folder_free (folder);
}

/* One wrong cell in the last file, and nothing of the others is there. */
void
test_import_leaves_nothing (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);

  write_file (folder, "org.csv", "code,kind,name\na,SO,A\n");
  write_file (folder, "place.csv", "code,kind,name\nb,KHONG,B\n");
  g_autofree char *printed = print_import (path, folder);
  assert_true (g_str_has_prefix (printed, "error 4\n"));
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  g_autofree char *rows = tests_print_query (database, "x", "SELECT count (*) FROM org");
  assert_string_equal (rows, "0");
  tests_folder_free (folder);
}

void
test_import_of_locked (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  sqlite3 *other = NULL;

  write_file (folder, "org.csv", "code,kind,name\na,SO,A\n");
  assert_int_equal (sqlite3_open (path, &other), SQLITE_OK);
  assert_int_equal (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
  g_autofree char *printed = print_import (path, folder);
  g_autofree char *expected = g_strdup_printf (
      "error 4\n%s: another program is writing to the database; try again when it has finished\n", path);
  tests_expect ("locked", printed, expected);
  sqlite3_close (other);
  g_autofree char *later = print_import (path, folder);
  assert_string_equal (later, "added 1, changed 0\n");
  tests_folder_free (folder);
}
