/* Packed bags: the same bytes from run to run, read back whole; packages of an enemy write nothing anywhere.
 */
#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bag.h"
#include "tests.h"

static char *
make_bag_new (const char *parent)
{
  static const TkBagLabel none[] = {{NULL, NULL}};
  g_autofree char *word = g_strnfill (60, 'x');
  g_autofree char *long_name = g_strdup_printf ("data/%s thư viện %s/%s/%s ệ.csv", word, word, word, word);
  g_autofree char *bytes = g_strnfill (100000, 'a');

  for (guint i = 0, state = 1; i < 100000; i++, state = state * 1664525 + 1013904223)
    bytes[i] = (char) ('!' + (state >> 24) % 90); /* does not shrink much */

  char *folder = g_build_filename (parent, "2022", NULL);
  tests_write (folder, "data/báo cáo/v1/paper.pdf", bytes);
  tests_write (folder, long_name, "a,b\n");
  tests_write (folder, "data/a b", "");
  assert_true (tk_bag_write (folder, none, NULL));
  return folder;
}

void
test_package_again (G_GNUC_UNUSED void **state)
{
  static const char *const endings[] = {"tar", "zip"};
  char *parent = tests_folder_new ();
  g_autofree char *bag = make_bag_new (parent);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *one = g_strdup_printf ("%s/1.%s", parent, endings[i]);
    g_autofree char *two = g_strdup_printf ("%s/2.%s", parent, endings[i]);
    g_autofree char *back = g_strdup_printf ("%s/%s/2022", parent, endings[i]);
    g_autofree char *above = g_path_get_dirname (back);
    g_autofree char *first = NULL, *second = NULL;
    gsize first_size, second_size;
    g_autoptr (GError) error = NULL;
    assert_true (tk_bag_pack (bag, -1, one, NULL));
    g_setenv ("TZ", "Asia/Ho_Chi_Minh", TRUE); /* a zip file has local times */
    assert_true (tk_bag_pack (bag, -1, two, NULL));
    g_setenv ("TZ", "UTC", TRUE);
    assert_true (g_file_get_contents (one, &first, &first_size, NULL));
    assert_true (g_file_get_contents (two, &second, &second_size, NULL));
    assert_int_equal (first_size, second_size);
    assert_memory_equal (first, second, first_size);
    g_mkdir (above, 0777);
    if (!tk_bag_unpack (one, back, &error))
      fail_msg ("%s", error->message);
    g_autofree char *found = tests_print_faults_new (back, NULL);
    tests_expect (one, found, "=> valid\n");
    assert_true (tk_bag_pack (back, -1, two, NULL));
    g_autofree char *third = NULL;
    assert_true (g_file_get_contents (two, &third, &second_size, NULL));
    assert_int_equal (first_size, second_size);
    assert_memory_equal (first, third, first_size);
    assert_false (tk_bag_unpack (one, back, NULL)); /* it is there */
  }
  tests_folder_free (parent);
}

void
test_package_refused (G_GNUC_UNUSED void **state)
{
  char *parent = tests_folder_new ();
  g_autofree char *bag = make_bag_new (parent);
  g_autofree char *named = g_build_filename (parent, "a.rar", NULL);
  g_autofree char *nowhere = g_build_filename (parent, "lost", "a.zip", NULL);
  g_autofree char *link = g_build_filename (bag, "data/link", NULL);
  g_autofree char *packed = g_build_filename (parent, "a.zip", NULL);
  g_autoptr (GError) wrong_name = NULL, no_folder = NULL, no_file = NULL;

  assert_false (tk_bag_pack (bag, -1, named, &wrong_name));
  assert_true (g_error_matches (wrong_name, TK_ERROR, TK_ERROR_USAGE));
  assert_false (tk_bag_pack (bag, -1, nowhere, &no_folder));
  assert_true (g_error_matches (no_folder, TK_ERROR, TK_ERROR_OUTPUT));
  assert_int_equal (symlink ("/etc/passwd", link), 0);
  assert_false (tk_bag_pack (bag, -1, packed, &no_file));
  assert_true (g_error_matches (no_file, TK_ERROR, TK_ERROR_DATA));
  assert_false (g_file_test (packed, G_FILE_TEST_EXISTS));
  tests_folder_free (parent);
}

typedef struct {
  const char *name;
  mode_t type;
  const char *target; /* of a link */
  gsize size;         /* zeros; 0: "x" */
} Member;

static void
put_member (struct archive *archive, const Member *member)
{
  struct archive_entry *entry = archive_entry_new ();
  g_autofree char *bytes = g_malloc0 (MAX (member->size, 1));
  const gsize size = member->type == AE_IFREG ? MAX (member->size, 1) : 0;

  archive_entry_set_pathname (entry, member->name);
  archive_entry_set_perm (entry, 0777);
  archive_entry_set_size (entry, (gint64) size);
  if (member->target != NULL && member->type == AE_IFREG)
    archive_entry_set_hardlink (entry, member->target);
  else if (member->target != NULL)
    archive_entry_set_symlink (entry, member->target);
  archive_entry_set_filetype (entry, member->type);
  archive_write_header (archive, entry);
  archive_write_data (archive, bytes, size);
  archive_entry_free (entry);
}

static void
write_package (const char *path, const Member *members, guint n_members)
{
  struct archive *archive = archive_write_new ();

  if (g_str_has_suffix (path, ".zip"))
    archive_write_set_format_zip (archive);
  else
    archive_write_set_format_ustar (archive);
  assert_int_equal (archive_write_open_filename (archive, path), ARCHIVE_OK);
  for (guint i = 0; i < n_members && members[i].name != NULL; i++)
    put_member (archive, &members[i]);
  archive_write_free (archive);
}

/* Names in @folder, sorted, with blanks between. */
static char *
list_new (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GString *names = g_string_new (NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    g_string_append_printf (names, "%s ", name);
  return g_string_free (names, FALSE);
}

void
test_package_hostile (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name;
    Member members[3];
    const char *message;
  } cases[] = {
      {"p.tar", {{"b/a", AE_IFREG}, {"b/../../x", AE_IFREG}}, "“b/../../x” leads out of the bag"},
      {"p.zip", {{"b/a", AE_IFREG}, {"../x", AE_IFREG}}, "“../x” leads out of the bag"},
      {"p.zip", {{"b/a", AE_IFREG}, {"b\\..\\..\\x", AE_IFREG}}, "leads out of the bag"},
      {"p.tar", {{"/tmp/x", AE_IFREG}}, "“/tmp/x” leads out of the bag"},
      {"p.tar", {{"~/x", AE_IFREG}}, "“~/x” leads out of the bag"},
      {"p.tar",
       {{"b/data", AE_IFLNK, "/tmp"}, {"b/data/x", AE_IFREG}},
       "“b/data” is no file that can be read"},
      {"p.tar", {{"b/a", AE_IFREG}, {"b/h", AE_IFREG, "/etc/passwd"}}, "“b/h” is no file that can be read"},
      {"p.tar", {{"b/a", AE_IFIFO}}, "“b/a” is no file that can be read"},
      {"p.tar", {{"b/a", AE_IFREG}, {"c/a", AE_IFREG}}, "“c/a” lies beside the folder of the bag"},
      {"p.tar", {{"b", AE_IFREG}}, "“b” lies beside the folder of the bag"},
      {"p.zip", {{"b/a", AE_IFREG}, {"b/a", AE_IFREG}}, "“b/a” is in it twice"},
      {"p.tar", {{"b/a", AE_IFREG}, {"b/a/c", AE_IFREG}}, "cannot be written"},
      {"p.tar", {{"b/\xFF", AE_IFREG}}, "has a name that is not in UTF-8"},
      {"p.zip", {{"b/a", AE_IFREG, NULL, 80 << 20}}, "“b/a” swells out of all proportion"},
      {"p.tar", {{NULL}}, "holds nothing"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *parent = tests_folder_new ();
    g_autofree char *path = g_build_filename (parent, cases[i].name, NULL);
    g_autofree char *target = g_build_filename (parent, "out", NULL);
    g_autofree char *only = g_strconcat (cases[i].name, " ", NULL);
    g_autoptr (GError) error = NULL;
    write_package (path, cases[i].members, G_N_ELEMENTS (cases[i].members));
    if (tk_bag_unpack (path, target, &error))
      fail_msg ("%u: is unpacked", i);
    if (strstr (error->message, cases[i].message) == NULL || !g_str_has_prefix (error->message, parent))
      fail_msg ("%u: gives %s\n  expected: %s", i, error->message, cases[i].message);
    g_autofree char *left = list_new (parent);
    tests_expect (error->message, left, only); /* nothing but the package */
    tests_folder_free (parent);
  }
}

/* Cut anywhere, and with a bit changed in what it holds. */
void
test_package_damaged (G_GNUC_UNUSED void **state)
{
  static const char *const endings[] = {"tar", "zip"};
  char *parent = tests_folder_new ();
  g_autofree char *bag = make_bag_new (parent);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++) {
    g_autofree char *path = g_strdup_printf ("%s/1.%s", parent, endings[i]);
    g_autofree char *back = g_build_filename (parent, "back", NULL);
    g_autofree char *bytes = NULL;
    gsize size;
    assert_true (tk_bag_pack (bag, -1, path, NULL));
    assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    for (guint part = 0; part < 16; part++) {
      assert_true (g_file_set_contents (path, bytes, (gssize) (size * part / 16), NULL));
      if (tk_bag_unpack (path, back, NULL))
        fail_msg ("%s cut to %u sixteenths of %zu is unpacked", path, part, size);
      assert_false (g_file_test (back, G_FILE_TEST_EXISTS));
    }
    for (guint part = 1; part < 16; part++) {
      const gsize at = size * part / 16;
      bytes[at] = (char) (bytes[at] ^ 4);
      assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
      bytes[at] = (char) (bytes[at] ^ 4);
      if (!tk_bag_unpack (path, back, NULL))
        continue;
      g_autofree char *found = tests_print_faults_new (back, NULL);
      assert_string_not_equal (found, "=> valid\n"); /* a tar file has no checksum of what it holds */
      tests_folder_free (g_strdup (back));
    }
  }
  tests_folder_free (parent);
}
