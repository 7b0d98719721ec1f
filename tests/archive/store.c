/* The store without the program: where one may be made, which ids are given, in which order versions stand,
 * what a batch that is given up or that finds a changed year leaves, and what a program that died is taken
 * back. */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "archive.h"
#include "audit.h"
#include "tests.h"

static char *
place_new (const char *folder, const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static TkArchive *
open_new (const char *folder, gboolean write)
{
  g_autofree char *path = place_new (folder, "kho");
  g_autoptr (GError) error = NULL;
  TkArchive *archive = tk_archive_open_new (path, write, &error);

  if (archive == NULL)
    fail_msg ("%s", error->message);
  return archive;
}

/* A folder with an empty store in it. */
static char *
store_new (void)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = place_new (folder, "kho");

  assert_true (tk_archive_create (path, NULL, NULL, NULL));
  return folder;
}

/* Adds a version of @id to the batch; its number. */
static guint
add (TkArchiveBatch *batch, const char *id, int year)
{
  guint version = 0;
  g_autofree char *folder = tk_archive_batch_add_new (batch, id, &version, NULL);
  const char *const none[] = {NULL};
  const TkRecord record = {.id = id,
                           .version = version,
                           .replaces = version > 1,
                           .year = year,
                           .title = id,
                           .persons = none,
                           .organisations = none,
                           .places = none};

  assert_non_null (folder);
  assert_true (tk_record_write (&record, folder, NULL));
  return version;
}

static guint
file (TkArchive *archive, const char *id, int year)
{
  g_autoptr (TkArchiveBatch) batch = tk_archive_batch_new (archive, year, NULL);
  const guint version = add (batch, id, year);

  assert_true (tk_archive_batch_commit (batch, NULL));
  return version;
}

static void
expect_sound (const TkArchive *archive, guint n_versions)
{
  g_autoptr (TkAudit) audit = tk_audit_new ();

  assert_true (tk_audit_store (audit, archive, NULL));
  for (guint i = 0; i < audit->findings->len; i++) {
    const TkAuditFinding *finding = &g_array_index (audit->findings, TkAuditFinding, i);
    fail_msg ("%s: %s", finding->place, finding->message);
  }
  assert_int_equal (audit->n_versions, n_versions);
}

/* Fails unless something is a fault at @place, or the store is refused in its name. */
static void
expect_named (const char *folder, const char *place, const char *what)
{
  g_autofree char *path = place_new (folder, "kho");
  g_autoptr (GError) error = NULL;
  g_autoptr (TkArchive) archive = tk_archive_open_new (path, FALSE, &error);
  g_autoptr (TkAudit) audit = tk_audit_new ();

  if (archive == NULL) {
    if (error->code != TK_ERROR_DATA || strstr (error->message, place) == NULL)
      fail_msg ("%s: %s", what, error->message);
    return;
  }
  assert_true (tk_audit_store (audit, archive, NULL));
  for (guint i = 0; i < audit->findings->len; i++) {
    const TkAuditFinding *finding = &g_array_index (audit->findings, TkAuditFinding, i);
    if (!finding->note && strcmp (finding->place, place) == 0)
      return;
  }
  fail_msg ("%s: %s is not named", what, place);
}

/* In place: a thousand times a temporary file and its sync take their time. */
static void
put (const char *path, const char *bytes, gsize size)
{
  FILE *file = fopen (path, "we");

  assert_non_null (file);
  assert_int_equal (fwrite (bytes, 1, size, file), size);
  fclose (file);
}

/* Each bit of the file. */
static void
expect_bits_named (const char *folder, const char *name)
{
  g_autofree char *inner = g_strconcat ("kho/", name, NULL), *path = place_new (folder, inner);
  g_autofree char *text = NULL;
  gsize length;

  assert_true (g_file_get_contents (path, &text, &length, NULL));
  for (gsize bit = 0; bit < length * 8; bit++) {
    g_autofree char *what = g_strdup_printf ("bit %zu of byte %zu", bit % 8, bit / 8);
    text[bit / 8] = (char) (text[bit / 8] ^ (1 << bit % 8));
    put (path, text, length);
    text[bit / 8] = (char) (text[bit / 8] ^ (1 << bit % 8));
    expect_named (folder, name, what);
  }
  put (path, text, length);
}

void
test_store_places (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *before, *place; /* a file that is there; the store */
    gboolean good;
  } cases[] = {
      {NULL, "kho", TRUE},
      {"kho/tongket-archive.1a2B3c", "kho", TRUE},
      {"kho/x", "kho", FALSE},
      {"kho/tongket-archive", "kho", FALSE},
      {"kho", "kho", FALSE},
      {NULL, "a/kho", FALSE},
      {"bagit.txt", "kho", FALSE},
      {"a/x", "a/kho", TRUE},
      {"a/tongket-archive", "a/b", FALSE},
      {"bagit.txt", "a/kho", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    char *folder = tests_folder_new ();
    g_autofree char *path = place_new (folder, cases[i].place), *mark = place_new (path, "tongket-archive");
    g_autoptr (GError) error = NULL;
    if (cases[i].before != NULL)
      tests_write (folder, cases[i].before, "1\n");
    const gboolean there = g_file_test (mark, G_FILE_TEST_EXISTS);
    if (tk_archive_create (path, NULL, NULL, &error) != cases[i].good)
      fail_msg ("%s beside %s: %s", cases[i].place, cases[i].before, error != NULL ? error->message : "made");
    assert_int_equal (g_file_test (mark, G_FILE_TEST_EXISTS), there || cases[i].good);
    tests_folder_free (folder);
  }
}

void
test_store_ids (G_GNUC_UNUSED void **state)
{
  g_autofree char *long_id = g_strnfill (200, 'a'), *too_long = g_strnfill (201, 'a');
  const struct {
    const char *id;
    gboolean good;
  } cases[] = {{"bao-cao-2022", TRUE}, {"0", TRUE},    {"a.b_c-d", TRUE}, {long_id, TRUE},
               {too_long, FALSE},      {"", FALSE},    {".", FALSE},      {"..", FALSE},
               {".a", FALSE},          {"-a", FALSE},  {"a/b", FALSE},    {"A", FALSE},
               {"báo", FALSE},         {"a b", FALSE}, {"a\nb", FALSE},   {"a%", FALSE}};
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);
  g_autoptr (TkArchiveBatch) batch = tk_archive_batch_new (archive, 2022, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    guint version = 0;
    g_autoptr (GError) error = NULL;
    g_autofree char *path = tk_archive_batch_add_new (batch, cases[i].id, &version, &error);
    if ((path != NULL) != cases[i].good)
      fail_msg ("“%s”: %s", cases[i].id, path != NULL ? "taken" : error->message);
    assert_true (path != NULL ? version == 1 : error->code == TK_ERROR_DATA);
  }
  g_clear_pointer (&batch, tk_archive_batch_free);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

/* Versions count on, the tenth stands behind the ninth, a paper keeps its year. */
void
test_store_versions (G_GNUC_UNUSED void **state)
{
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);
  g_autoptr (GError) error = NULL;
  guint version;

  for (guint i = 1; i <= 11; i++)
    assert_int_equal (file (archive, "thu", 2022), i);
  assert_int_equal (file (archive, "a", 1998), 1);
  g_auto (GStrv) paths = tk_archive_versions_new (archive, 2022, NULL);
  assert_int_equal (g_strv_length (paths), 11);
  tests_expect ("the second", paths[1], "2022/data/thu/v2");
  tests_expect ("the last", paths[10], "2022/data/thu/v11");
  g_autofree char *last = tk_archive_find_new (archive, "thu");
  tests_expect ("found", last, "2022/data/thu/v11");
  assert_null (tk_archive_find_new (archive, "th"));
  g_autoptr (GArray) years = tk_archive_years_new (archive);
  assert_int_equal (years->len, 2);
  assert_int_equal (g_array_index (years, int, 0), 1998);
  g_autoptr (TkArchiveBatch) other = tk_archive_batch_new (archive, 2023, NULL);
  assert_null (tk_archive_batch_add_new (other, "thu", &version, &error));
  assert_non_null (strstr (error->message, "is filed under 2022, not under 2023"));
  g_clear_pointer (&other, tk_archive_batch_free);
  expect_sound (archive, 12);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

/* What is given up was never there; upon a year that is not as it was issued nothing is filed. */
void
test_store_batches (G_GNUC_UNUSED void **state)
{
  static const char *const touched[] = {"kho/2022/data/thu/v1/x.txt", "kho/2022/data/x",
                                        "kho/2022/data/thu/x"};
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);
  g_autofree char *next = place_new (folder, "kho/.next-2022");

  file (archive, "thu", 2022);
  g_autoptr (TkArchiveBatch) batch = tk_archive_batch_new (archive, 2022, NULL);
  assert_int_equal (add (batch, "thu", 2022), 2);
  assert_int_equal (add (batch, "thu", 2022), 3);
  assert_int_equal (add (batch, "hai", 2022), 1);
  g_clear_pointer (&batch, tk_archive_batch_free);
  assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
  assert_null (tk_archive_find_new (archive, "hai"));
  expect_sound (archive, 1);
  for (guint i = 0; i < G_N_ELEMENTS (touched); i++) {
    g_autofree char *path = place_new (folder, touched[i]);
    g_autoptr (TkArchiveBatch) again = NULL;
    g_autoptr (GError) error = NULL;
    tests_write (folder, touched[i], "x");
    again = tk_archive_batch_new (archive, 2022, NULL);
    add (again, "hai", 2022);
    if (tk_archive_batch_commit (again, &error))
      fail_msg ("%s is blessed", touched[i]);
    assert_non_null (strstr (error->message, "is not as it was issued"));
    assert_int_equal (g_remove (path), 0);
  }
  expect_sound (archive, 1);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

/* A list of years that anything was done to is named, whatever its form, and nothing is filed upon it. */
void
test_store_mark (G_GNUC_UNUSED void **state)
{
  static const char *const odd[] = {"",
                                    "1",
                                    "1\n",
                                    "2\n",
                                    "3\n2022\n2025\n",
                                    "1\n2022J2025\n",
                                    "1\n2022\n2025",
                                    "1\n2022\n",
                                    "1\n2025\n",
                                    "1\n2025\n2022\n",
                                    "1\n2022\n2022\n2025\n",
                                    "1\n2022\nxx\n2025\n",
                                    "1\n2022\n2025\n\n",
                                    "2\n2022\n2025\n"};
  char *folder = store_new ();
  g_autofree char *path = place_new (folder, "kho"), *now = NULL;
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);

  file (archive, "thu", 2025);
  file (archive, "hai", 2022);
  g_clear_pointer (&archive, tk_archive_free);
  g_autofree char *mark = tests_read_new (folder, "kho/tongket-archive");
  assert_true (g_str_has_prefix (mark, "2\n2022\n2025\nsha256 "));
  expect_bits_named (folder, "tongket-archive");
  for (guint i = 0; i < G_N_ELEMENTS (odd); i++) {
    tests_write (folder, "kho/tongket-archive", odd[i]);
    expect_named (folder, "tongket-archive", odd[i]);
    assert_null (tk_archive_open_new (path, TRUE, NULL));
    g_autofree char *still = tests_read_new (folder, "kho/tongket-archive");
    tests_expect ("a damaged list", still, odd[i]);
  }
  /* the form of before is right, and gets its checksum */
  tests_write (folder, "kho/tongket-archive", "1\n2022\n2025\n");
  archive = open_new (folder, FALSE);
  expect_sound (archive, 2);
  g_clear_pointer (&archive, tk_archive_free);
  archive = open_new (folder, TRUE);
  now = tests_read_new (folder, "kho/tongket-archive");
  tests_expect ("of form 1", now, mark);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

/* A year that a program has filed and died before it listed it is no fault, and is listed by the next one. */
void
test_store_unlisted (G_GNUC_UNUSED void **state)
{
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);
  g_autoptr (TkAudit) audit = tk_audit_new ();

  g_autofree char *empty = tests_read_new (folder, "kho/tongket-archive"), *path = place_new (folder, "kho");
  file (archive, "thu", 2022);
  g_clear_pointer (&archive, tk_archive_free);
  g_autofree char *mark = tests_read_new (folder, "kho/tongket-archive");
  tests_write (folder, "kho/tongket-archive", empty);
  expect_named (folder, "tongket-archive", "a year that nobody listed");
  tests_write (folder, "kho/.lock", "tongket 1 on MACHINE, then\n");
  archive = open_new (folder, FALSE);
  assert_true (tk_audit_store (audit, archive, NULL));
  assert_int_equal (tk_audit_count_faults (audit), 0);
  assert_true (tk_audit_names (audit, "tongket-archive"));
  g_clear_pointer (&archive, tk_archive_free);
  /* one that cannot mend it leaves it to the next */
  tests_write (folder, "kho/tongket-archive", "1\nxx\n");
  assert_null (tk_archive_open_new (path, TRUE, NULL));
  tests_write (folder, "kho/tongket-archive", empty);
  archive = open_new (folder, TRUE);
  g_autofree char *after = tests_read_new (folder, "kho/tongket-archive");
  tests_expect ("listed", after, mark);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

/* Nothing else proves the tag manifests, so every bit of theirs counts, also one that only makes a letter of
 * a sum a capital. */
void
test_store_tags (G_GNUC_UNUSED void **state)
{
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);

  file (archive, "thu", 2022);
  g_clear_pointer (&archive, tk_archive_free);
  expect_bits_named (folder, "2022/tagmanifest-sha256.txt");
  expect_bits_named (folder, "2022/tagmanifest-sha512.txt");
  archive = open_new (folder, FALSE);
  expect_sound (archive, 1);
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}

static void
move (const char *folder, const char *from, const char *to)
{
  g_autofree char *old = place_new (folder, from), *new = place_new (folder, to);

  assert_int_equal (g_rename (old, new), 0);
}

/* Between the two steps of an exchange a year has stepped aside: readers bring it back, too. What was begun
 * is removed by the next one that writes, and a year that is gone is missed. */
void
test_store_recovers (G_GNUC_UNUSED void **state)
{
  char *folder = store_new ();
  g_autoptr (TkArchive) archive = open_new (folder, TRUE);
  g_autofree char *next = place_new (folder, "kho/.next-2022"), *old = place_new (folder, "kho/.old-2022");

  file (archive, "thu", 2022);
  g_clear_pointer (&archive, tk_archive_free);
  move (folder, "kho/2022", "kho/.old-2022");
  tests_write (folder, "kho/.next-2022/data/thu/v2/paper.pdf", "half");
  tests_write (folder, "kho/.lock", "tongket 1 on \x1b[31m, then\n");
  archive = open_new (folder, FALSE);
  expect_sound (archive, 1);
  g_clear_pointer (&archive, tk_archive_free);
  tests_write (folder, "kho/.next-2022/data/thu/v2/paper.pdf", "half");
  tests_write (folder, "kho/.old-2022/data/thu/v1/paper.pdf", "the one before");
  tests_write (folder, "kho/.lock", "tongket 1 on \x1b[31m, then\n");
  archive = open_new (folder, TRUE);
  tests_expect ("who died", tk_archive_find_dead (archive), "tongket 1 on ?[31m, then");
  assert_false (g_file_test (next, G_FILE_TEST_EXISTS));
  assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  expect_sound (archive, 1);
  g_clear_pointer (&archive, tk_archive_free);
  move (folder, "kho/2022", "elsewhere");
  archive = open_new (folder, FALSE);
  g_autoptr (TkAudit) audit = tk_audit_new ();
  assert_true (tk_audit_store (audit, archive, NULL));
  assert_int_equal (tk_audit_count_faults (audit), 1);
  tests_expect ("missed", g_array_index (audit->findings, TkAuditFinding, 0).place, "2022");
  g_clear_pointer (&archive, tk_archive_free);
  tests_folder_free (folder);
}
