/* Units, arena, notes, origins, and above all output: a file is whole or it is
 * not there, and an older one outlives every failure. */
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "arena.h"
#include "error.h"
#include "note.h"
#include "origin.h"
#include "output.h"
#include "tests.h"
#include "unit.h"

/* ---- units ---- */

static void
units_are_read (void **state G_GNUC_UNUSED)
{
  const struct {
    const char *text;
    TkUnit unit;
  } cases[] = {
      {"0", 0},
      {"-0", 0},
      {"0pt", 0},
      {"1pt", 1024},
      {"13pt", 13312},
      {"0.5pt", 512},
      {"-3pt", -3072},
      {"1in", 73728},
      {"25.4mm", 73728},
      {"2.54cm", 73728},
      {"20mm", 58054},
      {"1.27cm", 36864},
      {"-3mm", -8708},
      {"14400pt", 14745600},
      {"200in", 14745600},
      {"1e1pt", 10240},
      {"+2pt", 2048},
      {"-14400pt", -14745600},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TkUnit unit = 77;
    if (!tk_unit_parse (cases[i].text, &unit))
      fail_msg ("“%s” is not read", cases[i].text);
    if (unit != cases[i].unit)
      fail_msg ("“%s” is read as %d, not %d", cases[i].text, unit, cases[i].unit);
  }
}

static void
no_units_are_refused (void **state G_GNUC_UNUSED)
{
  const char *const cases[] = {"",       " ",      "pt",      "13",      "13 pt",    "13pt ",
                               "13px",   "13PT",   "1,5cm",   "0x",      "0 ",       "nanpt",
                               "infpt",  "-infmm", "1e400pt", "15000pt", "-15000pt", "201in",
                               "1pt2pt", "--1pt",  "ninepts", "5ptx",    "1"};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    TkUnit unit = 77;
    if (tk_unit_parse (cases[i], &unit))
      fail_msg ("“%s” is read as %d", cases[i], unit);
    if (unit != 77)
      fail_msg ("“%s” is refused but was written to", cases[i]);
  }
}

/* ---- arena ---- */

static void
arena_pieces_do_not_meet (void **state G_GNUC_UNUSED)
{
  g_autoptr (TkArena) arena = tk_arena_new ();
  enum { N = 4000 };
  guint8 *pieces[N];
  gsize sizes[N];
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (guint i = 0; i < N; i++) {
    sizes[i] = (gsize) (i % 97 == 0 ? g_rand_int_range (random, 10000, 200000)
                                    : g_rand_int_range (random, 0, 300));
    pieces[i] = tk_arena_take (arena, sizes[i]);
    assert_int_equal ((uintptr_t) pieces[i] % 8, 0);
    for (gsize b = 0; b < sizes[i]; b++)
      assert_int_equal (pieces[i][b], 0);
    memset (pieces[i], (int) (i & 0xFF), sizes[i]);
  }
  for (guint i = 0; i < N; i++)
    for (gsize b = 0; b < sizes[i]; b++)
      assert_int_equal (pieces[i][b], i & 0xFF);
}

static void
arena_texts (void **state G_GNUC_UNUSED)
{
  g_autoptr (TkArena) arena = tk_arena_new ();
  g_autofree char *long_text = g_strnfill (300000, 'x');

  assert_null (tk_arena_text (arena, NULL));
  assert_string_equal (tk_arena_text (arena, ""), "");
  assert_string_equal (tk_arena_text (arena, "Ẵ"), "Ẵ");
  assert_string_equal (tk_arena_textn (arena, "thư viện", 4), "thư");
  assert_string_equal (tk_arena_textn (arena, "x", 0), "");
  assert_string_equal (tk_arena_print (arena, "%s %d", "năm", 2022), "năm 2022");
  assert_string_equal (tk_arena_print (arena, "%s", long_text), long_text);
  assert_memory_equal (tk_arena_copy (arena, "ab\0c", 4), "ab\0c", 4);
  assert_non_null (tk_arena_copy (arena, NULL, 0));
  tk_arena_free (NULL);
}

/* ---- notes and origins ---- */

static void
notes_are_sorted_and_kept_once (void **state G_GNUC_UNUSED)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autofree char *none = tk_notes_text_new (notes, "- ");

  assert_string_equal (none, "");
  tk_notes_add (notes, "page %d: b", 2);
  tk_notes_add (notes, "page %d: a", 1);
  tk_notes_add (notes, "page %d: b", 2);
  tk_notes_add (notes, "%s", "100%s of it");
  assert_int_equal (tk_notes_count (notes), 3);
  g_autofree char *text = tk_notes_text_new (notes, "- ");
  assert_string_equal (text, "- 100%s of it\n- page 1: a\n- page 2: b\n");
}

static void
numbers_have_a_decimal_mark (void **state G_GNUC_UNUSED)
{
  const struct {
    double number;
    int decimals;
    const char *text;
  } cases[] = {{0.147, 2, "0.15"}, {-2.04, 1, "-2.0"}, {12, 0, "12"}};

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = tk_notes_number_new (cases[i].number, cases[i].decimals);
    assert_string_equal (text, cases[i].text);
  }
}

static void
origins_are_printed (void **state G_GNUC_UNUSED)
{
  const struct {
    TkOrigin origin;
    const char *text;
  } cases[] = {
      {{0}, "?"},
      {{.file = "layouts/x.xml"}, "layouts/x.xml"},
      {{.file = "layouts/x.xml", .line = 41}, "layouts/x.xml:41"},
      {{.table = "direction"}, "direction"},
      {{.table = "direction", .column = "text", .row = 3}, "direction.text, row 3"},
      {{.table = "direction", .column = "text", .row = G_MAXINT64},
       "direction.text, row 9223372036854775807"},
      {{.file = "layouts/x.xml", .line = 41, .table = "direction", .column = "text", .row = 3},
       "direction.text, row 3 (layouts/x.xml:41)"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = tk_origin_print (cases[i].origin);
    assert_string_equal (text, cases[i].text);
  }
}

/* ---- output ---- */

/* A folder of its own for each test; what is left in it is counted. */
static int
enter_folder (void **state)
{
  char *folder = g_dir_make_tmp ("tongket-XXXXXX", NULL);

  *state = folder;
  return folder == NULL ? -1 : g_chdir (folder);
}

static int
leave_folder (void **state)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  const char *name;

  chmod (".", 0700);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    g_remove (name);
  int left = g_chdir ("/");
  g_rmdir (*state);
  g_free (*state);
  return left;
}

static guint
count_files (void)
{
  g_autoptr (GDir) dir = g_dir_open (".", 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_file (const char *path, const char *text)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  assert_int_equal (size, strlen (text));
  assert_string_equal (bytes, text);
}

static void
write_file (const char *path, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new (path, &error);

  assert_non_null (output);
  assert_true (tk_output_write (output, text, strlen (text), &error));
  assert_true (tk_output_commit (output, &error));
  assert_null (error);
}

static void
assert_refused (const char *path, const char *hint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new (path, &error);
  g_autofree char *begin = g_strconcat (path, ": ", NULL);

  assert_null (output);
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
  if (!g_str_has_prefix (error->message, begin) || strstr (error->message, hint) == NULL)
    fail_msg ("the message is “%s”", error->message);
}

static void
output_appears_at_commit (void **state G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new ("a.pdf", &error);
  struct stat there;

  assert_non_null (output);
  assert_true (tk_output_write (output, "one ", 4, &error));
  assert_true (tk_output_write (output, "", 0, &error));
  assert_int_not_equal (access ("a.pdf", F_OK), 0);
  assert_true (tk_output_write (output, "two", 3, &error));
  assert_true (tk_output_commit (output, &error));
  assert_file ("a.pdf", "one two");
  assert_int_equal (count_files (), 1);
  mode_t mask = umask (0);
  umask (mask);
  assert_int_equal (stat ("a.pdf", &there), 0);
  assert_int_equal (there.st_mode & 0777, 0666 & ~mask);
}

/* However the program ends: a child that ends at once, with half of a file written. */
static void
output_leaves_nothing_behind (void **state G_GNUC_UNUSED)
{
  int status;
  const pid_t child = fork ();

  if (child == 0) {
    TkOutput *output = tk_output_new ("a.pdf", NULL);
    _exit (output != NULL && tk_output_write (output, "half", 4, NULL) ? 0 : 1);
  }
  assert_int_equal (waitpid (child, &status, 0), child);
  assert_int_equal (status, 0);
  assert_int_equal (count_files (), 0);
}

static void
databases_are_not_overwritten (void **state G_GNUC_UNUSED)
{
  assert_true (g_file_set_contents ("a.db", "SQLite format 3\0and pages", 25, NULL));
  assert_int_equal (symlink ("a.db", "a.pdf"), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new ("a.pdf", &error);
  assert_null (output);
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
  assert_non_null (strstr (error->message, "a.db: is a database"));
}

static void
output_given_up_leaves_the_old_file (void **state G_GNUC_UNUSED)
{
  write_file ("a.pdf", "old");
  TkOutput *output = tk_output_new ("a.pdf", NULL);
  assert_non_null (output);
  assert_true (tk_output_write (output, "half", 4, NULL));
  assert_file ("a.pdf", "old");
  tk_output_free (output);
  assert_file ("a.pdf", "old");
  assert_int_equal (count_files (), 1);
  write_file ("a.pdf", "new");
  assert_file ("a.pdf", "new");
  tk_output_free (NULL);
}

/* A disk that is full, as a limit on the size of files: write() fails in the middle. */
static void
full_disk_leaves_the_old_file (void **state G_GNUC_UNUSED)
{
  g_autofree char *much = g_strnfill (3 << 20, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before, small;

  write_file ("a.pdf", "old");
  assert_int_equal (getrlimit (RLIMIT_FSIZE, &before), 0);
  small = before;
  small.rlim_cur = 1 << 20;
  signal (SIGXFSZ, SIG_IGN);
  assert_int_equal (setrlimit (RLIMIT_FSIZE, &small), 0);
  TkOutput *output = tk_output_new ("a.pdf", &error);
  gboolean written = tk_output_write (output, much, 3 << 20, &error);
  tk_output_free (output);
  setrlimit (RLIMIT_FSIZE, &before);
  assert_false (written);
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
  assert_file ("a.pdf", "old");
  assert_int_equal (count_files (), 1);
}

static void
symbolic_links_stay (void **state G_GNUC_UNUSED)
{
  write_file ("target.pdf", "old");
  assert_int_equal (symlink ("target.pdf", "link.pdf"), 0);
  write_file ("link.pdf", "new");
  assert_true (g_file_test ("link.pdf", G_FILE_TEST_IS_SYMLINK));
  assert_file ("target.pdf", "new");
  assert_int_equal (count_files (), 2);
}

static void
symbolic_links_go_where_they_are_replaced (void **state G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  write_file ("target.pdf", "old");
  assert_int_equal (symlink ("target.pdf", "link.pdf"), 0);
  g_autoptr (TkOutput) output = tk_output_replace_new ("link.pdf", &error);
  assert_non_null (output);
  assert_true (tk_output_write (output, "new", 3, &error));
  assert_true (tk_output_commit (output, &error));
  assert_false (g_file_test ("link.pdf", G_FILE_TEST_IS_SYMLINK));
  assert_file ("link.pdf", "new");
  assert_file ("target.pdf", "old");
  assert_int_equal (count_files (), 2);
}

/* The temporary file must lie beside the target: rename() does not cross folders of other disks. */
static void
symbolic_link_into_another_folder (void **state G_GNUC_UNUSED)
{
  g_autofree char *other = g_dir_make_tmp ("tongket-XXXXXX", NULL);
  g_autofree char *target = g_build_filename (other, "target.pdf", NULL);

  write_file (target, "old");
  assert_int_equal (symlink (target, "link.pdf"), 0);
  TkOutput *output = tk_output_new ("link.pdf", NULL);
  assert_non_null (output);
  guint here = count_files ();
  assert_true (tk_output_commit (output, NULL));
  tk_output_free (output);
  assert_file (target, "");
  g_remove (target);
  g_rmdir (other);
  assert_int_equal (here, 1);
}

static void
dangling_link_can_be_written (void **state G_GNUC_UNUSED)
{
  assert_int_equal (symlink ("later.pdf", "link.pdf"), 0);
  write_file ("link.pdf", "new");
  assert_file ("link.pdf", "new");
}

static void
devices_are_written_to (void **state G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  struct stat there;

  write_file ("/dev/null", "away");
  assert_int_equal (stat ("/dev/null", &there), 0);
  assert_true (S_ISCHR (there.st_mode));

  g_autoptr (TkOutput) full = tk_output_new ("/dev/full", &error);
  assert_non_null (full);
  assert_false (tk_output_write (full, "x", 1, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_OUTPUT));
  assert_true (g_str_has_prefix (error->message, "/dev/full: "));
  assert_non_null (strstr (error->message, "free some space"));
}

static void
pipes_are_written_to (void **state G_GNUC_UNUSED)
{
  char read_back[8] = {0};

  assert_int_equal (mkfifo ("pipe", 0600), 0);
  int reader = open ("pipe", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  write_file ("pipe", "paper");
  assert_int_equal (read (reader, read_back, sizeof read_back), 5);
  close (reader);
  assert_string_equal (read_back, "paper");
  assert_int_equal (count_files (), 1);
}

static void
unnamed_files_have_no_name (void **state G_GNUC_UNUSED)
{
  g_autoptr (TkOutput) output = tk_output_unnamed_new (NULL);
  char read_back[8] = {0};
  struct stat there;

  assert_non_null (output);
  assert_true (tk_output_write (output, "paper", 5, NULL));
  assert_int_equal (fstat (tk_output_descriptor (output), &there), 0);
  assert_int_equal (there.st_nlink, 0);
  assert_int_equal (pread (tk_output_descriptor (output), read_back, sizeof read_back, 0), 5);
  assert_string_equal (read_back, "paper");
  assert_int_equal (count_files (), 0);
}

static void
bad_places_are_refused (void **state G_GNUC_UNUSED)
{
  write_file ("file", "");
  assert_int_equal (mkdir ("folder", 0700), 0);
  assert_refused ("missing/a.pdf", "make the folder first");
  assert_refused ("file/a.pdf", "make the folder first");
  g_autofree char *here = g_get_current_dir ();
  g_autofree char *folder = g_build_filename (here, "folder", NULL);
  assert_refused (folder, "directory");
  assert_int_equal (count_files (), 2);
}

static void
forbidden_folder_is_refused (void **state G_GNUC_UNUSED)
{
  if (geteuid () == 0)
    skip (); /* root may write everywhere */
  assert_int_equal (chmod (".", 0500), 0);
  assert_refused ("a.pdf", "choose a folder");
}

#define IN_FOLDER(test) cmocka_unit_test_setup_teardown (test, enter_folder, leave_folder)

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (units_are_read),
      cmocka_unit_test (no_units_are_refused),
      cmocka_unit_test (arena_pieces_do_not_meet),
      cmocka_unit_test (arena_texts),
      cmocka_unit_test (notes_are_sorted_and_kept_once),
      cmocka_unit_test (numbers_have_a_decimal_mark),
      cmocka_unit_test (origins_are_printed),
      IN_FOLDER (output_appears_at_commit),
      IN_FOLDER (unnamed_files_have_no_name),
      IN_FOLDER (output_leaves_nothing_behind),
      IN_FOLDER (databases_are_not_overwritten),
      IN_FOLDER (output_given_up_leaves_the_old_file),
      IN_FOLDER (full_disk_leaves_the_old_file),
      IN_FOLDER (symbolic_links_stay),
      IN_FOLDER (symbolic_links_go_where_they_are_replaced),
      IN_FOLDER (symbolic_link_into_another_folder),
      IN_FOLDER (dangling_link_can_be_written),
      IN_FOLDER (devices_are_written_to),
      IN_FOLDER (pipes_are_written_to),
      IN_FOLDER (bad_places_are_refused),
      IN_FOLDER (forbidden_folder_is_refused),
      cmocka_unit_test (kept_bytes_are_found),
      cmocka_unit_test (broken_entries_are_not_believed),
      cmocka_unit_test (letters_are_composed),
      cmocka_unit_test (sums_are_those_of_the_standard),
      cmocka_unit_test (a_library_gives_its_functions),
      cmocka_unit_test (a_library_that_is_not_there_is_named),
      cmocka_unit_test (entries_know_their_keys),
      cmocka_unit_test (foreign_folders_are_not_used),
      cmocka_unit_test (no_room_is_no_cache),
      cmocka_unit_test (the_cache_is_bounded),
      cmocka_unit_test (deleting_is_harmless),
      cmocka_unit_test (nfc_of_pieces_is_that_of_the_whole),
      cmocka_unit_test (nfc_of_no_utf8_is_none),
      cmocka_unit_test (nfc_of_much_is_no_more_work),
  };

  return cmocka_run_group_tests_name ("base", tests, NULL, NULL);
}
