/* Tests of picture/: what is taken in, what stays of it, what is refused. */
#include <glib/gstdio.h>
#include <string.h>

#include "tests.h"

void
folders_open (Folders *folders)
{
  folders->top = g_dir_make_tmp ("tongket-XXXXXX", NULL);
  assert_non_null (folders->top);
  folders->in = g_build_filename (folders->top, "in", NULL);
  folders->out = g_build_filename (folders->top, "out", NULL);
  g_mkdir (folders->in, 0700);
  g_mkdir (folders->out, 0700);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
      remove_folder (path);
    else
      g_unlink (path);
  }
  g_rmdir (folder);
}

void
folders_close (Folders *folders)
{
  remove_folder (folders->top);
  g_free (folders->top);
  g_free (folders->in);
  g_free (folders->out);
}

static GBytes *
read_stored (const Folders *folders, const char *name)
{
  g_autofree char *path = g_build_filename (folders->out, name, NULL);
  char *bytes = NULL;
  gsize size = 0;

  if (!g_file_get_contents (path, &bytes, &size, NULL))
    fail_msg ("%s is not there", path);
  GBytes *stored = g_bytes_new_take (bytes, size);
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, stored);
  if (!g_str_has_prefix (name, sum) || strlen (name) != strlen (sum) + 4)
    fail_msg ("%s is not the sum of its bytes, %s", name, sum);
  return stored;
}

char *
take_path (const Folders *folders, const char *path, GBytes **ret_stored)
{
  TkPictureFacts facts = {.width = -1};
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  if (!tk_picture_take (path, folders->out, &facts, &name, &error)) {
    assert_non_null (error);
    assert_null (name);
    assert_int_equal (facts.width, -1);
    const gboolean placed = g_str_has_prefix (error->message, path);
    return g_strdup_printf ("error %d%s", error->code, error->message + (placed ? strlen (path) : 0));
  }
  assert_null (error);
  g_autoptr (GBytes) stored = read_stored (folders, name);
  if (ret_stored != NULL)
    *ret_stored = g_steal_pointer (&stored);
  return g_strdup_printf ("%s %d x %d%s%s%s%s%s%s", strrchr (name, '.') + 1, facts.width, facts.height,
                          facts.taken_on[0] != '\0' ? " " : "", facts.taken_on,
                          facts.had_position ? " position" : "", facts.several ? " several" : "",
                          facts.converted_from != NULL ? " from " : "",
                          facts.converted_from != NULL ? facts.converted_from : "");
}

char *
take_bytes (const Folders *folders, GBytes *bytes, GBytes **ret_stored)
{
  g_autofree char *path = g_build_filename (folders->in, "picture", NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  g_unlink (path); /* what is written over is not shortened */
  assert_true (g_file_set_contents_full (path, data != NULL ? data : "", (gssize) size,
                                         G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  return take_path (folders, path, ret_stored);
}

void
expect (const char *what, const char *printed, const char *expected)
{
  if (strcmp (printed, expected) != 0)
    fail_msg ("%s:\n  is        %s\n  should be %s", what, printed, expected);
}

guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

void
expect_settled (const char *what, const Folders *folders, GBytes *stored)
{
  g_autoptr (GBytes) again = NULL;
  g_autofree char *printed = take_bytes (folders, stored, &again);

  if (again == NULL || !g_bytes_equal (stored, again) || strstr (printed, "position") != NULL)
    fail_msg ("%s: taken again it is another file: %s", what, printed);
  if (count_files (folders->out) != 1)
    fail_msg ("%s: %u files are in the folder", what, count_files (folders->out));
}

gboolean
bytes_have (GBytes *bytes, const char *text, gsize size)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  return memmem (data, n, text, size) != NULL;
}

void
expect_without (const char *what, GBytes *stored, const char *text)
{
  if (bytes_have (stored, text, strlen (text)))
    fail_msg ("%s: “%s” is still in the copy", what, text);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (test_turning),
      cmocka_unit_test (test_jpeg),
      cmocka_unit_test (test_jpeg_thumbnail),
      cmocka_unit_test (test_jpeg_pixels),
      cmocka_unit_test (test_png),
      cmocka_unit_test (test_png_pixels),
      cmocka_unit_test (test_png_turned),
      cmocka_unit_test (test_webp),
      cmocka_unit_test (test_heic),
      cmocka_unit_test (test_heic_fixture),
      cmocka_unit_test (test_not_pictures),
      cmocka_unit_test (test_truncated),
      cmocka_unit_test (test_damaged),
      cmocka_unit_test (test_sizes),
      cmocka_unit_test (test_grid),
      cmocka_unit_test (test_scans),
      cmocka_unit_test (test_leading),
      cmocka_unit_test (test_leading_is_legible),
      cmocka_unit_test (test_shown_colours),
      cmocka_unit_test (test_profiles),
      cmocka_unit_test (test_shrinking),
      cmocka_unit_test (test_shrinking_alike),
      cmocka_unit_test (test_plain_png),
      cmocka_unit_test (test_shown_smaller),
      cmocka_unit_test (test_mixed_inks),
      cmocka_unit_test (test_limited_inks),
      cmocka_unit_test (test_inked_samples),
      cmocka_unit_test (test_inked_grays),
      cmocka_unit_test (test_refused_inks),
      cmocka_unit_test (test_profiles_of_inks),
      cmocka_unit_test (test_eighths),
      cmocka_unit_test (test_print_kinds),
      cmocka_unit_test (test_print_names),
      cmocka_unit_test (test_prints),
      cmocka_unit_test (test_stored_once),
      cmocka_unit_test (test_links),
      cmocka_unit_test (test_no_folder),
      cmocka_unit_test (test_changing),
  };

  return cmocka_run_group_tests_name ("picture", tests, NULL, NULL);
}
