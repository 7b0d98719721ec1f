/* What a paper asked, kept as CSV and answered again without the database. */
#include <glib/gstdio.h>
#include <string.h>

#include "ledger.h"
#include "tests.h"

typedef struct {
  char *folder, *path, *rows;
  TkDatabase *database;
  TkLedger *ledger;
} Ground;

static Ground
ground_new (void)
{
  Ground ground = {.folder = tests_folder_new (), .ledger = tk_ledger_new ()};

  ground.path = tests_database_new (ground.folder);
  ground.rows = g_build_filename (ground.folder, "rows", NULL);
  tests_run_sql (ground.path,
                 "INSERT INTO place (id, code, name, kind) VALUES (5, 'a', 'Ninh Bình', 'TINH'), "
                 "(7, 'b', 'Đồ Sơn', NULL)");
  ground.database = tk_data_read (ground.path, NULL);
  assert_non_null (ground.database);
  tk_data_keep (ground.database, ground.ledger);
  return ground;
}

static void
ground_free (Ground *ground)
{
  tk_data_free (ground->database);
  tk_ledger_free (ground->ledger);
  tests_folder_free (ground->folder);
  g_free (ground->path);
  g_free (ground->rows);
}

/* All that rows say: kinds, texts, numbers, where they were read. */
static char *
print (TkDatabase *database, const char *name, const char *sql, const TkValue *values)
{
  static const char *const kinds[] = {"null", "integer", "real", "text"};
  g_autoptr (GError) error = NULL;
  g_autoptr (TkQuery) query = tk_data_query_new (database, "layouts/x.xml:4", sql, &error);
  g_autoptr (GString) to = g_string_new (NULL);

  if (query != NULL)
    tk_data_query_call (query, name);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, values, &error) : NULL;
  if (rows == NULL)
    return g_strdup_printf ("error %d: %s", error->code, error->message);
  for (guint i = 0; i < rows->n_columns; i++)
    g_string_append_printf (to, "%s%s", i > 0 ? "|" : "", rows->columns[i]);
  for (guint row = 0; row < rows->n_rows; row++)
    for (guint i = 0; i < rows->n_columns; i++) {
      const TkValue *cell = &rows->cells[row * rows->n_columns + i];
      g_autofree char *origin = tk_origin_print (tk_data_rows_origin (rows, row, i));
      g_string_append_printf (to, "\n%s <%s> %" G_GINT64_FORMAT " %a %s", kinds[cell->kind],
                              cell->text != NULL ? cell->text : "", cell->integer, cell->real, origin);
    }
  return g_string_free (g_steal_pointer (&to), FALSE);
}

static TkDatabase *
replay_new (const Ground *ground)
{
  g_autoptr (GError) error = NULL;

  assert_true (tk_ledger_write (ground->ledger, ground->rows, &error));
  TkDatabase *replay = tk_data_replay_new (ground->rows, &error);
  assert_null (error);
  return replay;
}

static const char *const questions[] = {
    "SELECT id, code, name, kind FROM place ORDER BY id",
    "SELECT name FROM place WHERE id = 99",
    "SELECT name AS x, name AS x FROM place ORDER BY id",
    "SELECT NULL",
    "SELECT NULL UNION ALL SELECT 1 UNION ALL SELECT NULL",
    "SELECT '', NULL, 'none', '5', 5, 5.0, '5.0', '', NULL",
    "SELECT 'a,b', 'a\"b', '\"', '\"\"', ' a ', char (13), char (10), char (13, 10), char (10, 10), char (9)",
    "SELECT 'Đường', '日本', 'a' || char (13, 10) || 'b', '-', ':x', '=1+1'",
    "SELECT 9223372036854775807, -9223372036854775807 - 1, 0, -1",
    "SELECT 0.1, 1.0/3, 1e300, 1e-300, 123456789.123456789, 5e-324, 1.7976931348623157e308, -0.5, 9e999, "
    "-9e999",
    "SELECT 0.1 + 0.2, 100.0, 1e15, 1e16, 0.00012345678901234567",
    "SELECT p.name, q.id, q.name FROM place p JOIN place q ON p.id < q.id",
    "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 500) SELECT n, n / 7.0, 'r' "
    "|| n FROM n",
};

void
test_ledger_values (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();
  g_auto (GStrv) printed = g_new0 (char *, G_N_ELEMENTS (questions) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    printed[i] = print (ground.database, "q", questions[i], NULL);
  g_autoptr (TkDatabase) replay = replay_new (&ground);
  g_clear_pointer (&ground.database, tk_data_free);
  assert_int_equal (g_unlink (ground.path), 0);
  for (guint i = G_N_ELEMENTS (questions); i-- > 0;) {
    g_autofree char *again = print (replay, "q", questions[i], NULL);
    tests_expect (questions[i], again, printed[i]);
  }
  ground_free (&ground);
}

/* With what was bound, in any order; as another kind it is another question. */
void
test_ledger_bound (G_GNUC_UNUSED void **state)
{
  static const TkValue bound[] = {
      {TK_VALUE_INTEGER, "5", 5, 5}, {TK_VALUE_TEXT, "5"},        {TK_VALUE_NULL},
      {TK_VALUE_REAL, "5.0", 0, 5},  {TK_VALUE_TEXT, "none"},     {TK_VALUE_TEXT, ""},
      {TK_VALUE_INTEGER, "7", 7, 7}, {TK_VALUE_TEXT, "a,\"\r\n"}, {TK_VALUE_REAL, "0.3", 0, 0.1 + 0.2},
  };
  /* its first column is named ":x", too */
  static const char sql[] =
      "SELECT :x, name AS '::y', typeof (:x) AS kind FROM place WHERE id >= :x OR :x = ''";
  Ground ground = ground_new ();
  g_auto (GStrv) printed = g_new0 (char *, G_N_ELEMENTS (bound) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (bound); i++)
    printed[i] = print (ground.database, "q", sql, &bound[i]);
  g_free (print (ground.database, "q", sql, &bound[0])); /* once more */
  g_autoptr (TkDatabase) replay = replay_new (&ground);
  for (guint i = G_N_ELEMENTS (bound); i-- > 0;) {
    g_autofree char *again = print (replay, "q", sql, &bound[i]);
    tests_expect (bound[i].text != NULL ? bound[i].text : "NULL", again, printed[i]);
  }
  ground_free (&ground);
}

static void
expect_file (const Ground *ground, const char *name, const char *expected)
{
  g_autofree char *path = g_build_filename (ground->rows, name, NULL);
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  tests_expect (name, text, expected);
}

/* The files as people read them. */
void
test_ledger_files (G_GNUC_UNUSED void **state)
{
  static const TkValue a = {TK_VALUE_TEXT, "a"}, none = {TK_VALUE_TEXT, "không"};
  Ground ground = ground_new ();
  g_autofree char *first = print (ground.database, "nơi chốn",
                                  "SELECT id, name, kind, 1.5 AS size FROM place ORDER BY id", NULL);
  g_autofree char *second = print (ground.database, "of", "SELECT name FROM place WHERE code = :code", &a);
  g_autofree char *third = print (ground.database, "of", "SELECT name FROM place WHERE code = :code", &none);
  g_autoptr (TkQuery) unasked = tk_data_query_new (ground.database, "y.xml:7", "SELECT 1 AS one", NULL);

  assert_true (tk_ledger_write (ground.ledger, ground.rows, NULL));
  expect_file (&ground, "01-noi-chon.csv",
               "\"id\",\"name\",\"kind\",\"size\"\r\n5,\"Ninh Bình\",\"TINH\",1.5\r\n7,\"Đồ Sơn\",,1.5\r\n");
  expect_file (&ground, "02-of.csv", "\":code\",\"name\"\r\n\"a\",\"Ninh Bình\"\r\n\"không\",none\r\n");
  expect_file (&ground, "03-query.csv", "\"one\"\r\n");
  expect_file (&ground, "00-queries.csv",
               "\"file\",\"name\",\"place\",\"sql\"\r\n"
               "\"01-noi-chon.csv\",\"nơi chốn\",\"x.xml:4\",\"SELECT id, name, kind, 1.5 AS size FROM place "
               "ORDER BY id\"\r\n"
               "\"02-of.csv\",\"of\",\"x.xml:4\",\"SELECT name FROM place WHERE code = :code\"\r\n"
               "\"03-query.csv\",,\"y.xml:7\",\"SELECT 1 AS one\"\r\n");
  expect_file (&ground, "00-columns.csv",
               "\"file\",\"position\",\"column\",\"table\",\"table_column\"\r\n"
               "\"01-noi-chon.csv\",1,\"id\",\"place\",\"id\"\r\n"
               "\"01-noi-chon.csv\",2,\"name\",\"place\",\"name\"\r\n"
               "\"01-noi-chon.csv\",3,\"kind\",\"place\",\"kind\"\r\n"
               "\"02-of.csv\",1,\"name\",\"place\",\"name\"\r\n");
  ground_free (&ground);
}

static void
expect_refused (TkDatabase *replay, const char *sql, const TkValue *value, const char *expected)
{
  g_autofree char *said = print (replay, "q", sql, value);

  if (strstr (said, expected) == NULL || !g_str_has_prefix (said, "error 4: layouts/x.xml:4: "))
    fail_msg ("%s: “%s”, not “%s”", sql, said, expected);
}

/* Nothing but what was asked; the records are not there. */
void
test_ledger_unknown (G_GNUC_UNUSED void **state)
{
  static const TkValue b = {TK_VALUE_TEXT, "b"};
  static const char sql[] = "SELECT name FROM place WHERE code = :code";
  const char *const columns[] = {"a", NULL};
  Ground ground = ground_new ();
  g_autofree char *asked = print (ground.database, "of", sql, &(TkValue){TK_VALUE_TEXT, "a"});
  g_autoptr (TkDatabase) replay = replay_new (&ground);
  g_autoptr (GError) error = NULL;

  expect_refused (replay, "SELECT 1", NULL, "this query is not among those whose rows are kept in ");
  expect_refused (replay, sql, &b, "the query “of” was not asked with :code=b when the rows in ");
  assert_null (tk_data_tables (replay, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
  g_clear_error (&error);
  assert_false (tk_data_give (replay, "x", columns, &b, 1, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
  assert_string_equal (tk_data_path (replay), ground.rows);
  ground_free (&ground);
}

/* A folder that was changed is refused with the file and the line; what is left whole answers. */
void
test_ledger_changed (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *file, *text, *expected; /* text: NULL: the file is gone */
  } changes[] = {
      {"00-queries.csv", NULL, "00-queries.csv: cannot be read"},
      {"00-columns.csv", NULL, "00-columns.csv: cannot be read"},
      {"01-q.csv", NULL, "01-q.csv: cannot be read"},
      {"01-q.csv", "", "01-q.csv:1: is not as rows are kept"},
      {"01-q.csv", "\"a\",\"b\"\r\n1,\"x\"\r\n2\r\n", "01-q.csv:3: is not as rows are kept"},
      {"01-q.csv", "\"a\",\"b\"\r\n1,x\r\n", "01-q.csv:2: is not as rows are kept"},
      {"01-q.csv", "\"a\",\"b\"\r\n1,\"x\r\n", "01-q.csv:2: the quotes do not match"},
      {"01-q.csv", "\"a\",\"b\"\r\n1,\"x\"y\r\n", "01-q.csv:2: the quotes do not match"},
      {"01-q.csv", "\"a\",\"b\"\r\n1.5.5,\"x\"\r\n", "01-q.csv:2: is not as rows are kept"},
      {"01-q.csv", "\"a\",\"b\"\r\n99999999999999999999,\"x\"\r\n", "01-q.csv:2: is not as rows are kept"},
      {"01-q.csv", "\"a\",\"b\"\r\n1,\"\xFF\"\r\n", "01-q.csv: is not UTF-8"},
      {"01-q.csv", "\"a\",\":b\"\r\n", "01-q.csv:1: is not as rows are kept"},
      {"00-queries.csv", "\"file\",\"name\",\"place\",\"sql\"\r\n\"../x.csv\",\"q\",\"p\",\"s\"\r\n",
       "00-queries.csv:2: is not as rows are kept"},
      {"00-queries.csv", "\"file\",\"name\",\"place\",\"sql\"\r\n\"01-q.csv\",\"q\",\"p\"\r\n",
       "00-queries.csv:2: is not as rows are kept"},
      {"00-columns.csv",
       "\"file\",\"position\",\"column\",\"table\",\"table_column\"\r\n\"01-q.csv\",3,\"a\",\"t\",\"c\"\r\n",
       "00-columns.csv:2: is not as rows are kept"},
      {"00-columns.csv",
       "\"file\",\"position\",\"column\",\"table\",\"table_column\"\r\n\"02.csv\",1,\"a\",\"t\",\"c\"\r\n",
       "00-columns.csv:2: is not as rows are kept"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    Ground ground = ground_new ();
    g_autoptr (GError) error = NULL;
    g_autofree char *asked = print (ground.database, "q", "SELECT 1 AS a, 'x' AS b", NULL);
    g_clear_pointer (&ground.database, tk_data_free);
    assert_true (tk_ledger_write (ground.ledger, ground.rows, NULL));
    g_autofree char *path = g_build_filename (ground.rows, changes[i].file, NULL);
    if (changes[i].text == NULL)
      g_unlink (path);
    else
      g_file_set_contents (path, changes[i].text, -1, NULL);
    assert_null (tk_data_replay_new (ground.rows, &error));
    assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_DATA));
    if (strstr (error->message, changes[i].expected) == NULL)
      fail_msg ("%u: “%s”, not “%s”", i, error->message, changes[i].expected);
    ground_free (&ground);
  }
}
