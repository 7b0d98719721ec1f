/* Tests of archive/: the store, the record of a paper, bags that are right and bags that are wrong in every
 * way that RFC 8493 tells apart, packages. */
#include <glib/gstdio.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "tests.h"

char *
tests_folder_new (void)
{
  char *folder = g_dir_make_tmp ("tongket-XXXXXX", NULL);

  assert_non_null (folder);
  return folder;
}

void
tests_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      tests_folder_free (g_steal_pointer (&path));
    else
      g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

void
tests_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  assert_int_equal (g_mkdir_with_parents (parent, 0777), 0);
  assert_true (g_file_set_contents (path, text, -1, NULL));
}

char *
tests_read_new (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

void
tests_expect (const char *what, const char *printed, const char *expected)
{
  if (strcmp (printed, expected) != 0)
    fail_msg ("%s\n  gives:    %s\n  expected: %s", what, printed, expected);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (test_bags),
      cmocka_unit_test (test_write_again),
      cmocka_unit_test (test_write_coreutils),
      cmocka_unit_test (test_write_flipped),
      cmocka_unit_test (test_write_swamped),
      cmocka_unit_test (test_write_refused),
      cmocka_unit_test (test_write_grown),
      cmocka_unit_test (test_profiles),
      cmocka_unit_test (test_profiles_wrong),
      cmocka_unit_test (test_hash_known),
      cmocka_unit_test (test_hash_many),
      cmocka_unit_test (test_package_again),
      cmocka_unit_test (test_package_refused),
      cmocka_unit_test (test_package_hostile),
      cmocka_unit_test (test_package_damaged),
      cmocka_unit_test (test_shown),
      cmocka_unit_test (test_store_places),
      cmocka_unit_test (test_store_ids),
      cmocka_unit_test (test_store_versions),
      cmocka_unit_test (test_store_batches),
      cmocka_unit_test (test_store_recovers),
      cmocka_unit_test (test_store_mark),
      cmocka_unit_test (test_store_unlisted),
      cmocka_unit_test (test_store_tags),
      cmocka_unit_test (test_record_again),
      cmocka_unit_test (test_record_least),
      cmocka_unit_test (test_record_bytes),
      cmocka_unit_test (test_record_schemas),
      cmocka_unit_test (test_record_hostile),
      cmocka_unit_test (test_record_unwritable),
      cmocka_unit_test (test_record_numbers),
  };

  if (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR))
    g_setenv ("TMPDIR", "/dev/shm", FALSE); /* in memory: a thousand times fsync takes its time on a disk */
  setlocale (LC_ALL, "C.UTF-8");            /* as the program does: libarchive reads names by it */
  return cmocka_run_group_tests (tests, NULL, NULL);
}
