/* Pictures that come in with records: stored beside the database once, told of
 * in its rows, and gone again where the import fails. */
#include <glib/gstdio.h>
#include <string.h>

#include "tests.h"

static const char *const files[] = {"small.jpg", "small.png", "small.webp", "small.heic"};

static void
copy_file (const char *from, const char *folder, const char *name)
{
  g_autofree char *bytes = NULL, *to = g_build_filename (folder, name, NULL);
  gsize size;

  assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

/* A folder of records within @folder, and the pictures of the picture room's tests. */
static char *
make_records (const char *folder, const char *photos)
{
  char *records = g_build_filename (folder, "records", NULL);
  g_autofree char *event = g_build_filename (records, "event.csv", NULL);
  g_autofree char *photo = g_build_filename (records, "photo.csv", NULL);

  g_mkdir (records, 0777);
  assert_true (g_file_set_contents (event, "code,kind,title,date_from\nhn,TONG_KET_NAM,Hội nghị,2022-08-19\n",
                                    -1, NULL));
  assert_true (g_file_set_contents (photo, photos, -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autofree char *from = g_build_filename ("..", "picture", files[i], NULL);
    copy_file (from, records, files[i]);
  }
  return records;
}

/* The files in the folder “anh”, those that have an ending of a picture. */
static guint
count_pictures (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "anh", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0, others = 0;

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".jpg") || g_str_has_suffix (name, ".png"))
      n++;
    else
      others++;
  assert_int_equal (others, 0);
  return n;
}

static const char all_photos[] = "code,event,seq,file,caption\n"
                                 "a,hn,1,small.jpg,A\n"
                                 "b,hn,2,small.png,B\n"
                                 "c,hn,3,small.webp,C\n"
                                 "d,hn,4,small.heic,D\n"
                                 "e,hn,5,small.jpg,the first again\n";

static void
expect_import (const char *path, const char *records, guint added, guint changed)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  guint n_added, n_changed;

  if (!tk_data_import (path, records, NULL, notes, &n_added, &n_changed, &error))
    fail_msg ("%s", error->message);
  assert_int_equal (n_added, added);
  assert_int_equal (n_changed, changed);
}

void
test_pictures (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *records = make_records (folder, all_photos);

  expect_import (path, records, 6, 0);
  assert_int_equal (count_pictures (folder), 4);
  expect_import (path, records, 0, 0);
  assert_int_equal (count_pictures (folder), 4);

  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  g_autofree char *rows = tests_print_query (
      database, "photos",
      "SELECT code, file GLOB 'anh/*.jpg' OR file GLOB 'anh/*.png', length (file), width > 0 AND height > 0, "
      "file = (SELECT file FROM photo WHERE code = 'a') FROM photo ORDER BY code");
  tests_expect ("photos", rows,
                "a|1|72|1|1\n"
                "b|1|72|1|0\n"
                "c|1|72|1|0\n"
                "d|1|72|1|0\n"
                "e|1|72|1|1");
  tests_folder_free (folder);
}

/* A file that came in before is found beside the database, as a workbook that was exported names it. */
void
test_pictures_stored (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *records = make_records (folder, all_photos);

  expect_import (path, records, 6, 0);
  TkDatabase *database = tk_data_read (path, NULL);
  g_autofree char *stored = tests_print_query (database, "photo", "SELECT file FROM photo WHERE code = 'b'");
  tk_data_free (database);
  g_autofree char *photos = g_strdup_printf ("code,event,seq,file,caption\nb,hn,2,%s,new words\n", stored);
  g_autofree char *photo = g_build_filename (records, "photo.csv", NULL);
  assert_true (g_file_set_contents (photo, photos, -1, NULL));
  expect_import (path, records, 0, 1);
  assert_int_equal (count_pictures (folder), 4);
  tests_folder_free (folder);
}

/* What is refused leaves the folder as it was: nothing new, nothing gone. */
void
test_pictures_refused (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *row, *reason;
  } cases[] = {
      {"z,hn,9,event.csv,no picture\n", "event.csv"},
      {"z,khong-co,9,small.webp,the reference is wrong\n", "khong-co"},
      {"z,hn,9,..,a folder\n", "is no file but a folder"},
  };
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *records = make_records (folder, "code,event,seq,file,caption\na,hn,1,small.jpg,A\n");
  g_autofree char *photo = g_build_filename (records, "photo.csv", NULL);

  expect_import (path, records, 2, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *photos = g_strconcat (all_photos, cases[i].row, NULL);
    g_autoptr (TkNotes) notes = tk_notes_new ();
    g_autoptr (GError) error = NULL;
    assert_true (g_file_set_contents (photo, photos, -1, NULL));
    assert_false (tk_data_import (path, records, NULL, notes, NULL, NULL, &error));
    if (strstr (error->message, cases[i].reason) == NULL)
      fail_msg ("“%s” does not name “%s”", error->message, cases[i].reason);
    assert_int_equal (count_pictures (folder), 1);
  }
  tests_folder_free (folder);
}
