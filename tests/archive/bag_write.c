/* Bags of our own: the same bytes from run to run, confirmed by coreutils alone; a changed bit anywhere is
 * found; what cannot be in a bag is refused; a bag that grows keeps the checksums that it had. */
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bag.h"
#include "tests.h"

static const TkBagLabel LABELS[] = {
    {"Source-Organization", "Liên hiệp Thư viện đồng bằng sông Hồng"},
    {"External-Description",
     "Văn bản của năm 2022: báo cáo tổng kết nhiệm kỳ, nghị quyết, danh sách khen thưởng, giấy "
     "mời và chương trình\nhội nghị"},
    {"Bagging-Date", "2022-12-30"},
    {"Contact-Name", ""},
    {NULL, NULL},
};

static const char INFO[] = "Source-Organization: Liên hiệp Thư viện đồng bằng sông Hồng\n"
                           "External-Description: Văn bản của năm 2022: báo cáo tổng kết nhiệm kỳ, nghị\n"
                           " quyết, danh sách khen thưởng, giấy mời và chương trình hội nghị\n"
                           "Bagging-Date: 2022-12-30\n"
                           "Contact-Name: \n"
                           "Payload-Oxum: 1029.4\n";

static void
write_payload (const char *folder, gboolean reverse)
{
  static const char *const names[] = {"data/báo cáo/v1/paper.pdf", "data/a%b\nc", "data/B.txt", "data/empty"};
  g_autofree char *long_text = g_strnfill (1019, 'x');

  const char *const texts[] = {long_text, "mot hai\n", "x\n", ""};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const guint at = reverse ? G_N_ELEMENTS (names) - 1 - i : i;
    tests_write (folder, names[at], texts[at]);
  }
}

static char *
write_bag_new (gboolean reverse)
{
  g_autoptr (GError) error = NULL;
  char *folder = tests_folder_new ();

  write_payload (folder, reverse);
  if (!tk_bag_write (folder, LABELS, &error))
    fail_msg ("%s", error->message);
  return folder;
}

static void
expect_faults (const char *folder, const char *expected)
{
  g_autofree char *found = tests_print_faults_new (folder, NULL);

  tests_expect (folder, found, expected);
}

static int
run_in (const char *folder, char **words)
{
  g_autoptr (GError) error = NULL;
  int status = -1;

  if (!g_spawn_sync (folder, words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error))
    fail_msg ("%s", error->message);
  return status;
}

void
test_write_again (G_GNUC_UNUSED void **state)
{
  static const char *const names[] = {
      "bagit.txt",           "bag-info.txt",           "manifest-sha256.txt",
      "manifest-sha512.txt", "tagmanifest-sha256.txt", "tagmanifest-sha512.txt"};
  char *one = write_bag_new (FALSE);
  char *two = write_bag_new (TRUE);

  expect_faults (one, "=> valid\n");
  assert_true (tk_bag_write (two, LABELS, NULL)); /* over itself */
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *first = tests_read_new (one, names[i]);
    g_autofree char *second = tests_read_new (two, names[i]);
    tests_expect (names[i], second, first);
  }
  g_autofree char *info = tests_read_new (one, "bag-info.txt");
  tests_expect ("bag-info.txt", info, INFO);
  g_autofree char *manifest = tests_read_new (one, "manifest-sha256.txt");
  assert_non_null (strstr (manifest, "  data/a%25b%0Ac\n"));
  tests_folder_free (one);
  tests_folder_free (two);
}

/* Without the name that RFC 8493 wants coded, for which coreutils have another code. */
void
test_write_coreutils (G_GNUC_UNUSED void **state)
{
  char *folder = write_bag_new (FALSE);
  g_autofree char *coded = g_build_filename (folder, "data/a%b\nc", NULL);
  char *check[] = {
      "sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt", "tagmanifest-sha256.txt", NULL};
  char *check_longer[] = {
      "sha512sum", "--check", "--strict", "--quiet", "manifest-sha512.txt", "tagmanifest-sha512.txt", NULL};

  assert_int_equal (g_remove (coded), 0);
  assert_true (tk_bag_write (folder, LABELS, NULL));
  assert_int_equal (run_in (folder, check), 0);
  assert_int_equal (run_in (folder, check_longer), 0);
  tests_folder_free (folder);
}

/* Changes one bit of a byte, or back. */
static void
flip (const char *folder, const char *name, gsize offset)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  const int fd = open (path, O_RDWR);
  char byte;

  assert_int_equal (pread (fd, &byte, 1, (off_t) offset), 1);
  byte = (char) (byte ^ (1 << (offset % 8)));
  assert_int_equal (pwrite (fd, &byte, 1, (off_t) offset), 1);
  close (fd);
}

/* One bit of each byte of each file but the long one, of which some: it is always found, and the file is
 * named. */
void
test_write_flipped (G_GNUC_UNUSED void **state)
{
  static const char *const names[] = {"bagit.txt",
                                      "bag-info.txt",
                                      "manifest-sha256.txt",
                                      "manifest-sha512.txt",
                                      "tagmanifest-sha256.txt",
                                      "tagmanifest-sha512.txt",
                                      "data/B.txt",
                                      "data/a%b\nc",
                                      "data/báo cáo/v1/paper.pdf"};
  char *folder = write_bag_new (FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *text = tests_read_new (folder, names[i]);
    const char *part = strchr (names[i], '%') != NULL ? "data/a%b" : names[i]; /* its line break is escaped */
    const gsize length = strlen (text), step = length > 500 ? 7 : 1;
    for (gsize offset = 0; offset < length; offset += step) {
      flip (folder, names[i], offset);
      g_autofree char *found = tests_print_faults_new (folder, NULL);
      flip (folder, names[i], offset);
      if (strcmp (found, "=> valid\n") == 0 || strstr (found, part) == NULL)
        fail_msg ("%s: bit %zu of byte %zu is not noticed:\n%s", names[i], offset % 8, offset, found);
    }
  }
  expect_faults (folder, "=> valid\n");
  tests_folder_free (folder);
}

/* A tag file of nothing but faults: they do not fill the memory, and the bag is not valid. */
void
test_write_swamped (G_GNUC_UNUSED void **state)
{
  char *folder = write_bag_new (FALSE);
  g_autofree char *lines = g_strnfill (4 << 20, '\n');
  g_autoptr (GArray) faults = NULL;

  tests_write (folder, "manifest-sha256.txt", lines);
  tests_write (folder, "bag-info.txt", lines);
  faults = tk_bag_validate (folder, NULL, NULL);
  assert_false (tk_bag_is_valid (faults));
  assert_in_range (faults->len, 1000, 1100);
  tests_folder_free (folder);
}

static void
expect_refused (const char *folder, const char *place)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = g_strdup_printf ("%s%s", folder, place);

  assert_false (tk_bag_write (folder, LABELS, &error));
  if (!g_error_matches (error, TK_ERROR, TK_ERROR_DATA) || !g_str_has_prefix (error->message, whole))
    fail_msg ("%s instead of %s", error->message, whole);
}

void
test_write_refused (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *place;
  } cases[] = {
      {"data/mo\xCC\x82\xCC\xA3t.txt", "/data/mo\xCC\x82\xCC\xA3t.txt: the name is not in the normal form"},
      {"data/\xFF", "/data/\xEF\xBF\xBD: the name is not in the normal form"},
      {"data/b.TXT", "/data/b.TXT: differs from “data/B.txt”"},
      {"manifest-md5.txt", "/manifest-md5.txt: belongs to the bag of another program"},
      {"fetch.txt", "/fetch.txt: belongs to the bag of another program"}};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *folder = tests_folder_new ();
    write_payload (folder, FALSE);
    tests_write (folder, cases[i].name, "x");
    expect_refused (folder, cases[i].place);
    tests_folder_free (folder);
  }
  char *folder = tests_folder_new ();
  expect_refused (folder, "/data: is missing");
  write_payload (folder, FALSE);
  g_autofree char *link = g_build_filename (folder, "data/link", NULL);
  assert_int_equal (symlink ("/etc/passwd", link), 0);
  expect_refused (folder, "/data/link: is a link or a device");
  g_remove (link);
  assert_int_equal (mkfifo (link, 0600), 0);
  expect_refused (folder, "/data/link: is a link or a device");
  tests_folder_free (folder);
}

/* The next state of a bag, made of hard links: what decayed in it is not declared right. */
void
test_write_grown (G_GNUC_UNUSED void **state)
{
  static const char *const names[] = {"data/B.txt", "data/a%b\nc", "data/empty", "data/báo cáo/v1/paper.pdf"};
  char *former = write_bag_new (FALSE);
  char *folder = tests_folder_new ();
  g_autoptr (GError) error = NULL;

  tests_write (folder, "data/báo cáo/v2/paper.pdf", "anew");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *from = g_build_filename (former, names[i], NULL);
    g_autofree char *to = g_build_filename (folder, names[i], NULL);
    g_autofree char *parent = g_path_get_dirname (to);
    g_mkdir_with_parents (parent, 0777);
    assert_int_equal (link (from, to), 0);
  }
  assert_true (tk_bag_grow (folder, former, LABELS, NULL));
  expect_faults (folder, "=> valid\n");

  flip (former, "data/báo cáo/v1/paper.pdf", 17);
  assert_true (tk_bag_grow (folder, former, LABELS, NULL));
  expect_faults (folder,
                 "=> CHANGED data/báo cáo/v1/paper.pdf: is not as it was: manifest-sha512.txt has another "
                 "checksum for it; take the file from a copy\n");
  flip (former, "data/báo cáo/v1/paper.pdf", 17);

  flip (former, "manifest-sha256.txt", 3);
  if (tk_bag_grow (folder, former, LABELS, &error))
    expect_faults (folder, "=> CHANGED manifest-sha256.txt: line 1 was changed: “data/B.txt” agrees with "
                           "manifest-sha512.txt, but not with it; take the manifest from a copy\n");
  tests_folder_free (folder);
  tests_folder_free (former);
}
