/* Database files: made, and wrong in every way that is told apart. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "tests.h"

/* Opening @path fails with @expected after its path. */
static void
expect_unreadable (const char *path, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkDatabase) database = tk_data_read (path, &error);
  g_autofree char *whole = g_strdup_printf ("%s: %s", path, expected);

  assert_null (database);
  assert_non_null (error);
  assert_int_equal (error->code, TK_ERROR_DATA);
  tests_expect (path, error->message, whole);
}

void
test_create (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *lost = g_build_filename (folder, "lost", "a.db", NULL);
  g_autoptr (GError) again = NULL, nowhere = NULL;
  g_autofree char *before = NULL, *after = NULL;
  gsize size_before, size_after;

  assert_true (g_file_get_contents (path, &before, &size_before, NULL));
  assert_false (tk_data_create (path, &again));
  assert_int_equal (again->code, TK_ERROR_DATA);
  assert_non_null (strstr (again->message, ": is there already; choose another name, or remove it first"));
  assert_true (g_file_get_contents (path, &after, &size_after, NULL));
  assert_int_equal (size_before, size_after);
  assert_memory_equal (before, after, size_before);

  assert_false (tk_data_create (lost, &nowhere));
  assert_int_equal (nowhere->code, TK_ERROR_DATA);
  assert_non_null (strstr (nowhere->message, ": its folder is not there; make it first"));
  assert_false (g_file_test (lost, G_FILE_TEST_EXISTS));

  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  g_autofree char *tables = tests_print_query (database, "x",
                                               "SELECT count (*) FROM sqlite_schema WHERE type = 'table'");
  assert_string_equal (tables, "60");
  g_autofree char *strict = tests_print_query (
      database, "x", "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%) STRICT'");
  assert_string_equal (strict, "0");
  assert_string_equal (tk_data_path (database), path);
  tests_folder_free (folder);
}

void
test_files (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *lost = g_build_filename (folder, "lost.db", NULL);
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  expect_unreadable (lost, "there is no such file; “tongket new” makes a database");
  assert_false (g_file_test (lost, G_FILE_TEST_EXISTS));
  expect_unreadable (folder, "is a folder; name the database file in it");
  g_file_set_contents (other, "", 0, NULL);
  expect_unreadable (other, "is not a database; name a file made by “tongket new”");
  g_file_set_contents (other, "code,kind,name\n", -1, NULL);
  expect_unreadable (other, "is not a database; name a file made by “tongket new”");
  for (gsize cut = 16; cut < size; cut += cut < 100 ? 28 : 4096) {
    g_file_set_contents (other, bytes, (gssize) cut, NULL);
    expect_unreadable (other, "the database is damaged (it is cut short); take it from a backup");
  }
  tests_run_sql (path, "PRAGMA user_version = 6");
  expect_unreadable (path, "has schema version 6, this program knows 5; install a newer tongket");
  tests_run_sql (path, "PRAGMA user_version = 0");
  g_autofree char *old = g_strdup_printf (
      "has the old schema version 0, this program needs 5; run “tongket upgrade %s”", path);
  expect_unreadable (path, old);
  tests_run_sql (path, "PRAGMA user_version = 5; PRAGMA application_id = 0");
  expect_unreadable (path, "is a database of another program; name a file made by “tongket new”");

  /* any page in ruins is noticed, wherever it is */
  for (gsize page = 4096; page < size; page += 4096) {
    g_autofree char *ruined = g_memdup2 (bytes, size);
    g_autoptr (GError) error = NULL;
    memset (ruined + page, 0xA5, 4096);
    g_file_set_contents (other, ruined, (gssize) size, NULL);
    g_autoptr (TkDatabase) database = tk_data_read (other, &error);
    assert_null (database);
    assert_int_equal (error->code, TK_ERROR_DATA);
    assert_non_null (strstr (error->message, ": the database is damaged ("));
    assert_true (g_str_has_suffix (error->message, "; take it from a backup"));
  }
  tests_folder_free (folder);
}

void
test_locked (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  sqlite3 *other = NULL;

  assert_int_equal (sqlite3_open (path, &other), SQLITE_OK);
  assert_int_equal (sqlite3_exec (other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
  expect_unreadable (path, "another program is writing to the database; try again when it has finished");
  sqlite3_close (other);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  assert_non_null (database);
  tests_folder_free (folder);
}

/* What another program writes while a paper is made is not in it. */
void
test_one_state (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  sqlite3 *other = NULL;

  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  assert_int_equal (sqlite3_open (path, &other), SQLITE_OK);
  int result = sqlite3_exec (other, "INSERT INTO place (code, name) VALUES ('a', 'A')", NULL, NULL, NULL);
  assert_int_equal (result, SQLITE_BUSY);
  g_autofree char *during = tests_print_query (database, "x", "SELECT count (*) FROM place");
  assert_string_equal (during, "0");
  g_clear_pointer (&database, tk_data_free);
  assert_int_equal (
      sqlite3_exec (other, "INSERT INTO place (code, name) VALUES ('a', 'A')", NULL, NULL, NULL), SQLITE_OK);
  sqlite3_close (other);
  tests_folder_free (folder);
}
