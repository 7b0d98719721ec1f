/* The folder of copies: what is in it before, and after. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests.h"

static const MakeJpeg wanted = {.components = 3, .orientation = 6, .position = TRUE};

/* The path of the copy of @file, which is taken in for that. */
static char *
store (const Folders *folders, GBytes *file)
{
  g_autoptr (GBytes) stored = NULL;
  g_autofree char *said = take_bytes (folders, file, &stored);

  expect ("stored", said, "jpg 24 x 40 2022-08-19 position");
  g_autofree char *sum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, stored);
  g_autofree char *name = g_strconcat (sum, ".jpg", NULL);
  return g_build_filename (folders->out, name, NULL);
}

void
test_stored_once (G_GNUC_UNUSED void **state)
{
  g_autoptr (GBytes) file = make_jpeg_new (&wanted);
  g_auto (Folders) folders;
  GStatBuf first, second, third;

  folders_open (&folders);
  g_autofree char *path = store (&folders, file);
  assert_int_equal (g_stat (path, &first), 0);
  g_autofree char *again = store (&folders, file);
  assert_string_equal (path, again);
  assert_int_equal (g_stat (path, &second), 0);
  assert_int_equal (first.st_ino, second.st_ino);

  /* damaged since: mended */
  assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  g_autofree char *mended = store (&folders, file);
  assert_int_equal (g_stat (path, &third), 0);
  assert_int_equal (first.st_size, third.st_size);
  assert_int_equal (count_files (folders.out), 1);
}

void
test_links (G_GNUC_UNUSED void **state)
{
  g_autoptr (GBytes) file = make_jpeg_new (&wanted);
  g_auto (Folders) folders;
  g_autofree char *text = NULL;
  GStatBuf there;

  folders_open (&folders);
  g_autofree char *path = store (&folders, file);
  g_autofree char *target = g_build_filename (folders.top, "target", NULL);
  assert_true (g_file_set_contents (target, "precious", -1, NULL));
  assert_int_equal (g_unlink (path), 0);
  assert_int_equal (symlink (target, path), 0);
  g_autofree char *again = store (&folders, file);
  assert_string_equal (path, again);
  assert_true (g_file_get_contents (target, &text, NULL, NULL));
  assert_string_equal (text, "precious");
  assert_int_equal (g_lstat (path, &there), 0);
  assert_true (S_ISREG (there.st_mode));

  /* a link to the right content is no copy either: its target may go */
  assert_int_equal (g_rename (path, target), 0);
  assert_int_equal (symlink (target, path), 0);
  g_autofree char *third = store (&folders, file);
  assert_int_equal (g_lstat (path, &there), 0);
  assert_true (S_ISREG (there.st_mode));
}

void
test_no_folder (G_GNUC_UNUSED void **state)
{
  g_autoptr (GBytes) file = make_jpeg_new (&wanted);
  g_auto (Folders) folders;

  folders_open (&folders);
  assert_int_equal (g_rmdir (folders.out), 0);
  g_autofree char *said = take_bytes (&folders, file, NULL);
  assert_true (g_str_has_prefix (said, "error 6"));
  assert_non_null (strstr (said, "No such file or directory"));
  assert_false (g_file_test (folders.out, G_FILE_TEST_EXISTS));

  /* a folder has the name of the copy */
  assert_int_equal (g_mkdir (folders.out, 0700), 0);
  g_autofree char *path = store (&folders, file);
  assert_int_equal (g_unlink (path), 0);
  assert_int_equal (g_mkdir (path, 0700), 0);
  g_autofree char *blocked = take_bytes (&folders, file, NULL);
  assert_true (g_str_has_prefix (blocked, "error 6"));
  assert_int_equal (count_files (folders.out), 1);
}

typedef struct {
  const char *path;
  GBytes *file;
  gint stop;
} Writer;

static gpointer
rewrite (gpointer data)
{
  Writer *writer = data;
  gsize size;
  const char *bytes = g_bytes_get_data (writer->file, &size);

  while (!g_atomic_int_get (&writer->stop)) {
    FILE *to = g_fopen (writer->path, "wbe");
    fwrite (bytes, 1, size, to);
    fclose (to);
  }
  return NULL;
}

/* Somebody truncates the file and writes it again, all the time: an error or a good copy, never a crash. */
void
test_changing (G_GNUC_UNUSED void **state)
{
  g_autoptr (GBytes) file = make_jpeg_new (&wanted);
  g_auto (Folders) folders;

  folders_open (&folders);
  g_autofree char *path = g_build_filename (folders.in, "changing.jpg", NULL);
  Writer writer = {path, file, 0};
  GThread *thread = g_thread_new ("writer", rewrite, &writer);
  for (int i = 0; i < 200; i++) {
    g_autofree char *said = take_path (&folders, path, NULL);
    if (strcmp (said, "jpg 24 x 40 2022-08-19 position") != 0 && !g_str_has_prefix (said, "error 4"))
      fail_msg ("%s", said);
  }
  g_atomic_int_set (&writer.stop, 1);
  g_thread_join (thread);
  assert_true (count_files (folders.out) <= 1);
}
