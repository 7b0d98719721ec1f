/* Queries of layouts: what they may not do, what they yield. */
#include <sqlite3.h>
#include <string.h>
#include <time.h>

#include "tests.h"

typedef struct {
  char *folder, *path;
  TkDatabase *database;
} Ground;

static Ground
ground_new (void)
{
  Ground ground = {.folder = tests_folder_new ()};

  ground.path = tests_database_new (ground.folder);
  tests_run_sql (ground.path,
                 "INSERT INTO place (id, code, name, kind) VALUES (5, 'a', 'Ninh Bình', 'TINH'), "
                 "(7, 'b', 'Thái Bình', NULL);"
                 "INSERT INTO org (id, code, kind, name, place) VALUES (3, 'o', 'SO', 'Sở', 5)");
  ground.database = tk_data_read (ground.path, NULL);
  assert_non_null (ground.database);
  return ground;
}

static void
ground_free (Ground *ground)
{
  tk_data_free (ground->database);
  tests_folder_free (ground->folder);
  g_free (ground->path);
}

static void
expect (const Ground *ground, const char *sql, const char *expected)
{
  g_autofree char *printed = tests_print_query (ground->database, "x.xml:4", sql);

  tests_expect (sql, printed, expected);
}

/* What a layout must not do, and that the file is the same afterwards. */
void
test_refused (G_GNUC_UNUSED void **state)
{
  static const char *const refused[][2] = {
      {"INSERT INTO place (code, name) VALUES ('x', 'X')", "INSERT"},
      {"UPDATE place SET name = 'X'", "UPDATE"},
      {"DELETE FROM place", "DELETE"},
      {"REPLACE INTO place (code, name) VALUES ('a', 'X')", "INSERT"},
      {"WITH x AS (SELECT 1) DELETE FROM place", "DELETE"},
      {"INSERT INTO place (code, name) VALUES ('x', 'X') RETURNING id", "INSERT"},
      {"CREATE TABLE x (a)", "CREATE, DROP, ALTER or pragma_…"},
      {"CREATE TEMP TABLE x (a)", "CREATE, DROP, ALTER or pragma_…"},
      {"CREATE TEMP VIEW x AS SELECT 1", "CREATE, DROP, ALTER or pragma_…"},
      {"DROP TABLE place", "CREATE, DROP, ALTER or pragma_…"},
      {"ALTER TABLE place ADD COLUMN x", "CREATE, DROP, ALTER or pragma_…"},
      {"ATTACH '/tmp/x.db' AS x", "ATTACH"},
      {"DETACH main", "DETACH"},
      {"PRAGMA user_version", "PRAGMA user_version"},
      {"PRAGMA writable_schema = 1", "PRAGMA writable_schema"},
      {"PRAGMA trusted_schema = 1", "PRAGMA trusted_schema"},
      {"BEGIN", "BEGIN, COMMIT"},
      {"COMMIT", "BEGIN, COMMIT"},
      {"ROLLBACK", "BEGIN, COMMIT"},
      {"SAVEPOINT x", "BEGIN, COMMIT"},
      {"REINDEX", "CREATE, DROP, ALTER or pragma_…"},
      {"ANALYZE", "CREATE, DROP, ALTER or pragma_…"},
      {"SELECT load_extension ('x')", "the function load_extension"},
      {"SELECT random ()", "the function random"},
      {"SELECT * FROM place ORDER BY random ()", "the function random"},
      {"SELECT current_timestamp", "the function current_timestamp"},
  };
  static const char *const others[] = {
      "VACUUM", "VACUUM INTO '/tmp/x.db'", "EXPLAIN SELECT 1", "EXPLAIN QUERY PLAN SELECT 1",
      "",       "  -- nothing\n;"};
  Ground ground = ground_new ();
  g_autofree char *before = NULL, *after = NULL;
  gsize size_before, size_after;

  assert_true (g_file_get_contents (ground.path, &before, &size_before, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_autofree char *expected = g_strdup_printf (
        "error 3: x.xml:4: %s is not allowed; a query of a layout is one SELECT", refused[i][1]);
    expect (&ground, refused[i][0], expected);
  }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    expect (&ground, others[i], "error 3: x.xml:4: this is no SELECT; a query of a layout is one SELECT");
  expect (&ground, "SELECT 1; SELECT 2",
          "error 3: x.xml:4: there is more than one statement; write one SELECT");
  expect (&ground, "SELECT 1; DELETE FROM place",
          "error 3: x.xml:4: there is more than one statement; write one SELECT");
  expect (
      &ground, "SELECT * FROM pragma_user_version",
      "error 3: x.xml:4: CREATE, DROP, ALTER or pragma_… is not allowed; a query of a layout is one SELECT");
  expect (&ground, "SELECT date ('NOW')",
          "error 3: x.xml:4: 'now' is another time whenever the paper is made; use a date of the records");
  expect (&ground, "SELECT ?", "error 3: x.xml:4: a parameter is written “?”; write :name");
  expect (&ground, "SELECT @a", "error 3: x.xml:4: a parameter is written “@a”; write :name");
  assert_true (g_file_get_contents (ground.path, &after, &size_after, NULL));
  assert_int_equal (size_before, size_after);
  assert_memory_equal (before, after, size_before);
  ground_free (&ground);
}

void
test_queries (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();

  expect (&ground, "SELECT code, name, kind FROM place ORDER BY id", "a|Ninh Bình|TINH\nb|Thái Bình|NULL");
  expect (&ground, "SELECT 1 ; -- the end", "1");
  expect (&ground, "SELECT 1.5, 3.0, -2, 'x', ''", "1.5|3.0|-2|x|");
  expect (&ground,
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3) SELECT i FROM n",
          "1\n2\n3");
  expect (&ground, "SELECT value FROM json_each ('[1, 2]')", "1\n2");
  expect (&ground, "SELECT name FROM place WHERE 0", "");
  expect (&ground, "SELECT nam FROM place",
          "error 3: x.xml:4: no such column: nam (line 1 of the query); “tongket schema” shows tables and "
          "columns");
  expect (&ground, "SELECT name\nFROM plac",
          "error 3: x.xml:4: no such table: plac; “tongket schema” shows tables and "
          "columns");
  expect (&ground, "SELECT name\nFROM place\nWHERE AND",
          "error 3: x.xml:4: near \"AND\": syntax error (line 3 of the query); “tongket schema” shows tables "
          "and columns");
  expect (
      &ground, "SELECT \"nothing\" FROM place",
      "error 3: x.xml:4: no such column: nothing (line 1 of the query); “tongket schema” shows tables and "
      "columns");
  expect (&ground, "SELECT abs (-9223372036854775807 - 1)", "error 3: x.xml:4: integer overflow");
  expect (&ground, "SELECT CAST (x'4dff' AS TEXT) AS c",
          "error 3: x.xml:4: column c, row 1 is not UTF-8 text; mend the expression");
  expect (&ground, "SELECT capital (CAST (x'4dff' AS TEXT))", "error 3: x.xml:4: a text is not UTF-8");
  expect (&ground, "SELECT 'a' || char (0) || 'b' AS c",
          "error 3: x.xml:4: column c, row 1 is not UTF-8 text; mend the expression");
  /* others may have written what is not NFC */
  expect (&ground,
          "SELECT hex ('e' || char (0x323, 0x302)), 'e' || char (0x323, 0x302) = 'ệ', "
          "'e' || char (0x323, 0x302)",
          "65CCA3CC82|0|ệ");

  g_clear_pointer (&ground.database, tk_data_free);
  tests_run_sql (ground.path, "UPDATE place SET name = CAST (x'4dff' AS TEXT) WHERE id = 7");
  ground.database = tk_data_read (ground.path, NULL);
  g_autofree char *expected = g_strdup_printf (
      "error 4: %s: place.name has a text that is not UTF-8 (row 2 of x.xml:4); import it again",
      ground.path);
  expect (&ground, "SELECT id, name FROM place ORDER BY id", expected);
  ground_free (&ground);
}

void
test_endless (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();
  static const char stopped[] =
      "error 3: x.xml:4: the query runs longer than 50 ms and was stopped; does a join lack its "
      "condition, or a recursion its end?";

  tk_data_limit (ground.database, 50);
  gint64 begin = g_get_monotonic_time ();
  expect (&ground, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n",
          stopped);
  expect (
      &ground,
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max (a.i * b.i) FROM n AS a, "
      "n AS b",
      stopped);
  assert_true (g_get_monotonic_time () - begin < 5 * G_USEC_PER_SEC);
  expect (&ground, "SELECT 1", "1");

  /* rows without end are stopped by their size, before the memory ends */
  tk_data_limit (ground.database, 60000);
  g_autofree char *rows = tests_print_query (ground.database, "x.xml:4",
                                             "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                                             "n) SELECT printf ('%.10000c', 'x') FROM n");
  assert_true (g_str_has_prefix (rows, "error 3: x.xml:4: the query yields more than "));
  ground_free (&ground);
}

static void
expect_origin (const TkRows *rows, guint column, const char *table, const char *name, gint64 id)
{
  TkOrigin origin = tk_data_rows_origin (rows, 0, column);

  assert_int_equal (g_strcmp0 (origin.table, table), 0);
  assert_int_equal (g_strcmp0 (origin.column, name), 0);
  assert_int_equal (origin.row, id);
  assert_null (origin.file);
}

void
test_origin (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();
  g_autoptr (TkQuery) query = tk_data_query_new (
      ground.database, "x",
      "SELECT p.id AS place_id, p.name, o.name AS org_name, upper (o.name), o.id, q.t FROM org AS o "
      "JOIN place AS p ON p.id = o.place JOIN (SELECT kind AS t FROM place) AS q",
      NULL);
  g_autoptr (TkRows) rows = tk_data_rows_new (query, NULL, NULL);

  expect_origin (rows, 0, "place", "id", 5);
  expect_origin (rows, 1, "place", "name", 5);
  expect_origin (rows, 2, "org", "name", 3);
  expect_origin (rows, 3, NULL, NULL, 0);
  expect_origin (rows, 4, "org", "id", 3);
  assert_string_equal (rows->columns[0], "place_id");

  /* one table twice: its row is not known */
  g_autoptr (TkQuery) twice = tk_data_query_new (
      ground.database, "x", "SELECT a.name, a.id, b.id FROM place AS a, place AS b WHERE a.id = 5", NULL);
  g_autoptr (TkRows) pairs = tk_data_rows_new (twice, NULL, NULL);
  expect_origin (pairs, 0, "place", "name", 0);
  g_autoptr (TkQuery) alone = tk_data_query_new (ground.database, "x", "SELECT name FROM place", NULL);
  g_autoptr (TkRows) names = tk_data_rows_new (alone, NULL, NULL);
  expect_origin (names, 0, "place", "name", 0);
  ground_free (&ground);
}

/* Parameters go in and values come out with their kinds. */
void
test_values (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();
  g_autoptr (TkQuery) query = tk_data_query_new (
      ground.database, "x",
      "SELECT :a, :b, :c, :d, typeof (:a), typeof (:b), typeof (:c), typeof (:d), :a = :a", NULL);
  const TkValue values[] = {{TK_VALUE_INTEGER, .integer = 42},
                            {TK_VALUE_REAL, .real = 2.5},
                            {TK_VALUE_TEXT, .text = "Hội nghị"},
                            {TK_VALUE_NULL}};
  const char *const types[] = {"integer", "real", "text", "null"};

  assert_int_equal (g_strv_length ((char **) tk_data_query_parameters (query)), 4);
  assert_string_equal (tk_data_query_parameters (query)[0], "a");
  assert_string_equal (tk_data_query_parameters (query)[3], "d");
  assert_int_equal (g_strv_length ((char **) tk_data_query_columns (query)), 9);
  for (int round = 0; round < 2; round++) {
    g_autoptr (TkRows) rows = tk_data_rows_new (query, values, NULL);
    assert_int_equal (rows->n_rows, 1);
    assert_int_equal (rows->n_columns, 9);
    assert_int_equal (rows->cells[0].kind, TK_VALUE_INTEGER);
    assert_int_equal (rows->cells[0].integer, 42);
    assert_string_equal (rows->cells[0].text, "42");
    assert_int_equal (rows->cells[1].kind, TK_VALUE_REAL);
    assert_true (rows->cells[1].real == 2.5);
    assert_string_equal (rows->cells[1].text, "2.5");
    assert_int_equal (rows->cells[2].kind, TK_VALUE_TEXT);
    assert_string_equal (rows->cells[2].text, "Hội nghị");
    assert_int_equal (rows->cells[3].kind, TK_VALUE_NULL);
    assert_null (rows->cells[3].text);
    for (int i = 0; i < 4; i++)
      assert_string_equal (rows->cells[4 + i].text, types[i]);
  }
  ground_free (&ground);
}

/* A hundred thousand rows cost little: the best of five, so that other work on
 * the machine does not count. */
void
test_large (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ();
  g_autoptr (TkQuery) query = NULL;
  clock_t best = CLOCKS_PER_SEC * 60; /* time of the processor: the machine may be busy */

  g_clear_pointer (&ground.database, tk_data_free);
  tests_run_sql (
      ground.path,
      "INSERT INTO org_name (org, text, kind) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
      "n "
      "WHERE i < 100000) SELECT 3, 'Thư viện tỉnh số ' || i || ' của Liên hiệp', 'BIEN_THE' FROM n");
  ground.database = tk_data_read (ground.path, NULL);
  query = tk_data_query_new (ground.database, "x", "SELECT id, text, kind FROM org_name", NULL);
  for (int i = 0; i < 5; i++) {
    const clock_t begin = clock ();
    g_autoptr (TkRows) rows = tk_data_rows_new (query, NULL, NULL);
    best = MIN (best, clock () - begin);
    assert_int_equal (rows->n_rows, 100000);
    assert_string_equal (rows->cells[3 * 99999 + 1].text, "Thư viện tỉnh số 100000 của Liên hiệp");
  }
  print_message ("100,000 rows of 3 columns: %.1f ms\n", (double) best * 1000 / CLOCKS_PER_SEC);
  assert_true (best < CLOCKS_PER_SEC * (g_getenv ("ASAN_OPTIONS") != NULL ? 2 : 1));
  ground_free (&ground);
}

/* What the program gives stands beside the records, is replaced when it is given again, and lets
 * nobody write. */
void
test_given (G_GNUC_UNUSED void **state)
{
  static const char *const columns[] = {"name", "n", NULL};
  const TkValue cells[] = {{TK_VALUE_TEXT, .text = "Hội nghị"},
                           {TK_VALUE_INTEGER, .integer = 3},
                           {TK_VALUE_TEXT, .text = "b"},
                           {TK_VALUE_NULL}};
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (TkDatabase) database = tk_data_read (path, &error);
  static const char select[] = "SELECT name, n FROM given ORDER BY rowid";

  assert_non_null (database);
  assert_true (tk_data_give (database, "given", columns, cells, 2, &error));
  g_autofree char *both = tests_print_query (database, "test", select);
  tests_expect ("two rows", both, "Hội nghị|3\nb|NULL");
  assert_true (tk_data_give (database, "given", columns, cells, 1, &error));
  g_autofree char *one = tests_print_query (database, "test", select);
  tests_expect ("given again", one, "Hội nghị|3");
  g_autofree char *joined = tests_print_query (database, "test",
                                               "SELECT count (*) FROM given LEFT JOIN event ON title = name");
  tests_expect ("beside the records", joined, "1");
  g_autofree char *refused = tests_print_query (database, "test", "DELETE FROM given");
  tests_expect ("still guarded", refused,
                "error 3: test: DELETE is not allowed; a query of a layout is one SELECT");

  const TkTables *tables = tk_data_tables (database, &error);
  assert_non_null (tables);
  assert_non_null (tk_tables_find (tables, "event"));
  assert_null (tk_tables_find (tables, "given"));
  assert_ptr_equal (tk_data_tables (database, &error), tables);
  tests_folder_free (folder);
}
