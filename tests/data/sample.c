/* The samples: that all of every conference is there. facts/NAME.txt holds the
 * words of the source of samples/NAME, corrected, a fact a line; NAME.counts
 * holds "query => rows"; texts.sql gathers all words of a database. A sample is
 * tested by having a file there: nothing here knows one. */
#include <string.h>

#include "tests.h"

static int
compare_names (const void *a, const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* (element-type utf8): the names of the samples, sorted. */
static GPtrArray *
names_new (void)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open ("facts", 0, NULL);

  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - 4));
  assert_true (names->len > 0);
  g_ptr_array_sort (names, compare_names);
  return names;
}

static char *
read_file (const char *name, const char *ending)
{
  g_autofree char *path = g_strconcat ("facts/", name, ending, NULL);
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    fail_msg ("%s: is not there", path);
  return text;
}

/* Imports a sample; how many rows were added and changed. No note may come. */
static void
import_sample (const char *path, const char *name, guint *ret_added, guint *ret_changed)
{
  g_autofree char *records = g_build_filename ("../../samples", name, NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  tk_data_import (path, records, NULL, notes, ret_added, ret_changed, &error);
  if (error != NULL)
    fail_msg ("%s", error->message);
  assert_int_equal (tk_notes_count (notes), 0);
}

static TkDatabase *
sample_new (const char *path, const char *name)
{
  import_sample (path, name, NULL, NULL);
  TkDatabase *database = tk_data_read (path, NULL);
  assert_non_null (database);
  return database;
}

/* ---- how many, and how they hang together ---------------------------------- */

/* The lines "query => rows" of @text; "\n" stands between the rows. */
static guint
compare_counts (TkDatabase *database, const char *name, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n = 0, bad = 0;

  for (char **line = lines; *line != NULL; line++) {
    char *arrow = strstr (*line, " => ");
    if (arrow == NULL || **line == '#')
      continue;
    *arrow = '\0';
    g_autofree char *expected = g_strcompress (arrow + 4);
    g_autofree char *printed = tests_print_query (database, name, *line);
    n++;
    if (strcmp (printed, expected) != 0) {
      print_error ("%s: %s\n  expected: %s\n  printed:  %s\n", name, *line, expected, printed);
      bad++;
    }
  }
  assert_true (n > 15);
  return bad;
}

/* What no sample may have. A misprint that has no corrected form is kept. */
static const char *const nothing[] = {
    /* a text that does not stand alone: a capital or a digit first, no mark at its end */
    "SELECT code, text FROM item WHERE text <> capital (text) OR text <> clause (text)",
    "SELECT text FROM attendance_group WHERE text <> capital (text) OR text <> clause (text)",
    "SELECT code, caption FROM photo WHERE caption <> clause (caption)",
    /* a misprint of the source */
    "SELECT item.code, printed FROM item, sic WHERE corrected IS NOT NULL AND instr (item.text, printed)",
    "SELECT photo.code, printed FROM photo, sic WHERE corrected IS NOT NULL AND instr (caption, printed)",
    "SELECT p.text, printed FROM position AS p, sic WHERE corrected IS NOT NULL AND instr (p.text, printed)",
    "SELECT g.text, printed FROM attendance_group AS g, sic WHERE corrected IS NOT NULL "
    "AND instr (g.text, printed)",
    "SELECT g.text, printed FROM gift AS g, sic WHERE corrected IS NOT NULL AND instr (recipient, printed)",
    "SELECT code, printed FROM source, sic WHERE corrected IS NOT NULL "
    "AND (instr (name, printed) OR instr (publisher, printed))",
    /* a correction that is nowhere */
    "SELECT corrected FROM sic WHERE table_name = 'item' AND column_name = 'text' AND corrected IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM item WHERE code = row_code AND instr (text, corrected))",
    "SELECT corrected FROM sic WHERE table_name = 'photo' AND column_name = 'caption' "
    "AND corrected IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM photo WHERE code = row_code AND instr (caption, corrected))",
    /* a delegate without a position; somebody who comes without doing anything */
    "SELECT code FROM participation AS a WHERE NOT EXISTS (SELECT 1 FROM position WHERE participation = "
    "a.id)",
    "SELECT code FROM participation AS a "
    "WHERE NOT EXISTS (SELECT 1 FROM participation_role WHERE participation = a.id) "
    "AND NOT EXISTS (SELECT 1 FROM election_result WHERE participation = a.id)",
    /* a range or a comparison that would be summed */
    "SELECT v.id FROM indicator_value AS v JOIN reported AS r ON r.id = v.id "
    "WHERE value_max IS NOT NULL OR comparison <> 'TUYET_DOI'",
    /* a child of another event or speech than its parent */
    "SELECT child.code FROM item AS child JOIN item AS parent ON parent.id = child.parent "
    "WHERE child.event <> parent.event OR child.speech IS NOT parent.speech OR child.kind <> parent.kind",
    /* an office handed over that nobody holds */
    "SELECT i.office FROM handover_item AS i WHERE NOT EXISTS (SELECT 1 FROM tenure AS t "
    "WHERE t.person IS i.to_person AND t.holder_org IS i.to_org AND t.how = 'CHUYEN_GIAO')",
};

static guint
compare_nothing (TkDatabase *database, const char *name)
{
  guint bad = 0;

  for (guint i = 0; i < G_N_ELEMENTS (nothing); i++) {
    g_autofree char *printed = tests_print_query (database, name, nothing[i]);
    if (printed[0] != '\0') {
      print_error ("%s: %s\n  printed:  %s\n", name, nothing[i], printed);
      bad++;
    }
  }
  return bad;
}

/* The pictures are found from the folder of the database. */
static void
check_pictures (TkDatabase *database, const char *folder)
{
  g_autofree char *files = tests_print_query (database, "sample",
                                              "SELECT file FROM photo WHERE file IS NOT NULL ORDER BY seq");
  g_auto (GStrv) names = g_strsplit (files, "\n", -1);

  for (char **name = names; *name != NULL; name++) {
    g_autofree char *file = g_build_filename (folder, *name, NULL);
    assert_false (g_path_is_absolute (*name));
    assert_true (g_file_test (file, G_FILE_TEST_IS_REGULAR));
  }
}

void
test_sample_counts (G_GNUC_UNUSED void **state)
{
  g_autoptr (GPtrArray) names = names_new ();
  guint bad = 0;

  for (guint i = 0; i < names->len; i++) {
    const char *name = names->pdata[i];
    char *folder = tests_folder_new ();
    g_autofree char *path = tests_database_new (folder);
    g_autofree char *counts = read_file (name, ".counts");
    g_autoptr (TkDatabase) database = sample_new (path, name);
    bad += compare_counts (database, name, counts) + compare_nothing (database, name);
    check_pictures (database, folder);
    tests_folder_free (folder);
  }
  assert_int_equal (bad, 0);
}

/* ---- every word ------------------------------------------------------------- */

/* All texts of the tables of content, in lower case, a row a line. */
static char *
print_texts (TkDatabase *database)
{
  g_autofree char *sql = read_file ("texts", ".sql");
  g_auto (GStrv) queries = g_strsplit (sql, ";\n", -1);
  g_autoptr (GString) text = g_string_new (NULL);

  for (char **query = queries; *query != NULL; query++) {
    if (strstr (*query, "SELECT") == NULL)
      continue;
    g_autofree char *rows = tests_print_query (database, "texts", *query);
    if (g_str_has_prefix (rows, "error"))
      fail_msg ("%s", rows);
    g_string_append_printf (text, "%s\n", rows);
  }
  return g_utf8_strdown (text->str, -1);
}

static guint
compare_facts (TkDatabase *database, const char *name)
{
  g_autofree char *texts = print_texts (database);
  g_autofree char *facts = read_file (name, ".txt");
  g_auto (GStrv) lines = g_strsplit (facts, "\n", -1);
  guint n = 0, bad = 0;

  for (char **line = lines; *line != NULL; line++) {
    g_autofree char *fact = g_utf8_strdown (*line, -1);
    if (**line == '\0' || **line == '#')
      continue;
    n++;
    if (strstr (texts, fact) == NULL) {
      print_error ("%s: not in the sample: %s\n", name, *line);
      bad++;
    }
  }
  assert_true (n > 25);
  return bad;
}

void
test_sample_facts (G_GNUC_UNUSED void **state)
{
  g_autoptr (GPtrArray) names = names_new ();
  guint bad = 0;

  for (guint i = 0; i < names->len; i++) {
    char *folder = tests_folder_new ();
    g_autofree char *path = tests_database_new (folder);
    g_autoptr (TkDatabase) database = sample_new (path, names->pdata[i]);
    bad += compare_facts (database, names->pdata[i]);
    tests_folder_free (folder);
  }
  assert_int_equal (bad, 0);
}

/* All samples go into one database, and none changes a row of another: rows
 * that they share are the same, so that their order does not matter. */
void
test_samples_together (G_GNUC_UNUSED void **state)
{
  g_autoptr (GPtrArray) names = names_new ();
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  guint added = 0, changed = 0;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < names->len; i++) {
      import_sample (path, names->pdata[i], &added, &changed);
      if (changed != 0 || (added == 0) != (round == 1))
        fail_msg ("%s, round %u: %u rows added, %u changed", (char *) names->pdata[i], round, added, changed);
    }
  tests_folder_free (folder);
}

/* ---- what the records must answer -------------------------------------------- */

/* Articles: no sample has an issue of the bulletin yet. */
static const char issue[] =
    "INSERT INTO bulletin (id, code, org, title) SELECT 1000, 'thu', id, 'Tập san thử' FROM org WHERE code = "
    "'lhtv-dbsh';"
    "INSERT INTO bulletin_issue (id, code, bulletin, number, year) VALUES (1000, 'thu-1', 1000, '1', 2023);"
    "INSERT INTO rubric (id, code, bulletin, seq, title) VALUES (1000, 'thu-tin', 1000, 1, 'Tin tức'), "
    "(1001, 'thu-anh', 1000, 2, 'Ảnh');"
    "INSERT INTO article (id, code, issue, rubric, seq, title) VALUES (1000, 'thu-b', 1000, 1001, 1, 'Bài "
    "hai'), "
    "(1001, 'thu-a', 1000, 1000, 1, 'Bài một');"
    "INSERT INTO credit (code, article, seq, role, name) VALUES ('thu-1', 1001, 1, 'TIN', 'An'), "
    "('thu-2', 1001, 2, 'ANH', 'Bình'), ('thu-3', 1000, 1, NULL, 'Chi')";

/* The answer to one question, with "=> " before each row. */
static char *
answer_new (TkDatabase *database, const char *sql)
{
  g_autofree char *printed = tests_print_query (database, "questions.txt", sql);
  g_auto (GStrv) rows = g_strsplit (printed, "\n", -1);
  g_autofree char *joined = g_strjoinv ("\n=> ", rows);

  return g_strconcat ("=> ", joined, "\n", NULL);
}

/* The file with the answers that this database gives. */
static char *
answers_new (TkDatabase *database, const char *text, guint *ret_n)
{
  g_autoptr (GString) answers = g_string_new (NULL);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  *ret_n = 0;
  for (char **line = lines; *line != NULL; line++) {
    const gboolean end = (*line)[0] == '\0';
    if (end && sql->len > 0) {
      g_autofree char *answer = answer_new (database, sql->str);
      g_string_append (answers, answer);
      g_string_truncate (sql, 0);
      *ret_n += 1;
    }
    if (g_str_has_prefix (*line, "=> "))
      continue;
    if (!end && (*line)[0] != '#')
      g_string_append_printf (sql, "%s\n", *line);
    if (line[1] != NULL || !end)
      g_string_append_printf (answers, "%s\n", *line);
  }
  return g_string_free (g_steal_pointer (&answers), FALSE);
}

void
test_questions (G_GNUC_UNUSED void **state)
{
  g_autoptr (GPtrArray) names = names_new ();
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *text = NULL;
  guint n;

  for (guint i = 0; i < names->len; i++)
    import_sample (path, names->pdata[i], NULL, NULL);
  tests_run_sql (path, issue);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  assert_true (g_file_get_contents ("questions.txt", &text, NULL, NULL));
  g_autofree char *answers = answers_new (database, text, &n);
  if (g_getenv ("TK_ACCEPT") != NULL)
    g_file_set_contents ("questions.txt", answers, -1, NULL);
  else
    tests_expect ("questions.txt", answers, text);
  assert_true (n >= 12);
  tests_folder_free (folder);
}
