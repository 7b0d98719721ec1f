/* Names over time: the functions that read the records. The tables are those of
 * schema.sql as far as the functions need them. */
#include <sqlite3.h>
#include <string.h>

#include "functions.h"
#include "tests.h"

static const char tables[] =
    "CREATE TABLE org (id INTEGER PRIMARY KEY, name TEXT, short_name TEXT);"
    "CREATE TABLE org_name (id INTEGER PRIMARY KEY, org, text, kind, date_from, date_to);"
    "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT);"
    "INSERT INTO org VALUES (1, 'Cục Thư viện', 'CTV'), (2, 'Hội', NULL), (3, 'Sở', 'S');"
    "INSERT INTO org_name VALUES (1, 1, 'Vụ Thư viện', 'CHINH_THUC', NULL, '2021'),"
    "  (2, 1, 'Vụ Thư viện mới', 'CHINH_THUC', '2022-03', '2022-08-19'),"
    "  (3, 1, 'Vụ Văn hóa cơ sở', 'CHINH_THUC', '2022-08-20', '2022-09'),"
    "  (4, 1, 'VTV', 'VIET_TAT', '2021-06-15', '2022'),"
    "  (5, 1, 'Sai', 'IN_SAI', NULL, NULL),"
    /* two at once, and two since the same day */
    "  (11, 3, 'Sở cũ', 'CHINH_THUC', NULL, '2019'), (15, 3, 'Sở không ngày', 'CHINH_THUC', NULL, NULL), "
    "(12, 3, 'Sở 2020', 'CHINH_THUC', '2020', NULL),"
    "  (14, 3, 'Sở 2021 b', 'CHINH_THUC', '2021-01-01', NULL),"
    "  (13, 3, 'Sở 2021 a', 'CHINH_THUC', '2021-01-01', NULL);";

static const char place_tables[] =
    "CREATE TABLE place_name (id INTEGER PRIMARY KEY, place, text, full_text, date_from, date_to);"
    "INSERT INTO place VALUES (1, 'Ninh Bình'), (2, 'Hà Nội');"
    "INSERT INTO place_name VALUES (1, 1, 'Hà Nam Ninh', 'tỉnh Hà Nam Ninh', '1976', '1991'),"
    "  (2, 1, 'Ninh Bình cũ', NULL, '1992-04', '2025-06-30');";

static const struct {
  const char *sql, *expected;
} cases[] = {
    {"org_name_at (1, '2020-05-01')", "Vụ Thư viện"},
    {"org_name_at (1, '2021-12-31')", "Vụ Thư viện"}, /* 2021 is the whole year */
    {"org_name_at (1, '2021-12')", "Vụ Thư viện"},
    {"org_name_at (1, '2022-01-01')", "Cục Thư viện"}, /* none was valid */
    {"org_name_at (1, '2022-02-28')", "Cục Thư viện"},
    {"org_name_at (1, '2022-03-01')", "Vụ Thư viện mới"},
    {"org_name_at (1, '2022-08-19')", "Vụ Thư viện mới"},
    {"org_name_at (1, '2022-08-20')", "Vụ Văn hóa cơ sở"},
    {"org_name_at (1, '2022-08')", "Vụ Văn hóa cơ sở"}, /* both, the later one */
    {"org_name_at (1, '2022-03')", "Vụ Thư viện mới"},
    {"org_name_at (1, '2022')", "Vụ Văn hóa cơ sở"},
    {"org_name_at (1, 2022)", "Vụ Văn hóa cơ sở"},
    {"org_name_at (1, '2022-09-30')", "Vụ Văn hóa cơ sở"}, /* 2022-09 is the whole month */
    {"org_name_at (1, '2022-10-01')", "Cục Thư viện"},
    {"org_name_at (1, NULL)", "Cục Thư viện"},
    {"org_name_at (2, '2022')", "Hội"},
    {"org_name_at (3, '2019')", "Sở cũ"},
    {"org_name_at (3, '2020-12-31')", "Sở 2020"},
    {"org_name_at (3, '2021-01-01')", "Sở 2021 a"},
    {"org_name_at (3, NULL)", "Sở"},
    {"org_name_at (9, '2022')", NULL},
    {"org_name_at (NULL, '2022')", NULL},
    {"org_short_at (1, '2021-06-14')", "CTV"},
    {"org_short_at (1, '2021-06')", "VTV"},
    {"org_short_at (1, '2022-12-31')", "VTV"},
    {"org_short_at (1, '2023-01-01')", "CTV"},
    {"org_short_at (1, NULL)", "CTV"},
    {"org_short_at (2, '2022')", NULL},
    {"org_name_at (1, org_short_at (2, NULL))", "Cục Thư viện"},
    {"place_name_at (1, '1985')", "Hà Nam Ninh"},
    {"place_name_at (1, '1991-12-31')", "Hà Nam Ninh"},
    {"place_name_at (1, '1992-01-01')", "Ninh Bình"},
    {"place_name_at (1, '2022-08-19')", "Ninh Bình cũ"},
    {"place_name_at (1, '2025-07-01')", "Ninh Bình"},
    {"place_name_at (1, NULL)", "Ninh Bình"},
    {"place_name_at (2, '2022')", "Hà Nội"},
    {"place_name_at (9, '2022')", NULL},
    {"(SELECT group_concat (org_name_at (id, '2021-07'), '|') FROM org)", "Vụ Thư viện|Hội|Sở 2021 a"},
};

static sqlite3 *
connection_new (void)
{
  sqlite3 *connection = NULL;

  assert_int_equal (sqlite3_open (":memory:", &connection), SQLITE_OK);
  assert_true (tk_functions_add (connection, NULL));
  assert_int_equal (sqlite3_exec (connection, tables, NULL, NULL, NULL), SQLITE_OK);
  return connection;
}

/* What "SELECT @expression" yields: NULL for NULL; errors as "error: message". */
static char *
ask_new (sqlite3 *connection, const char *expression)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s", expression);
  sqlite3_stmt *statement = NULL;

  assert_int_equal (sqlite3_prepare_v2 (connection, sql, -1, &statement, NULL), SQLITE_OK);
  const gboolean known = sqlite3_step (statement) == SQLITE_ROW;
  char *answer = known ? g_strdup ((const char *) sqlite3_column_text (statement, 0))
                       : g_strdup_printf ("error: %s", sqlite3_errmsg (connection));
  sqlite3_finalize (statement);
  return answer;
}

/* The statements that the functions kept are gone with them: nothing holds the
 * connection open. */
static void
close_connection (sqlite3 *connection)
{
  assert_non_null (sqlite3_next_stmt (connection, NULL));
  assert_int_equal (sqlite3_close (connection), SQLITE_BUSY);
  tk_functions_remove (connection);
  assert_int_equal (sqlite3_close (connection), SQLITE_OK);
}

void
test_names (G_GNUC_UNUSED void **state)
{
  sqlite3 *connection = connection_new ();

  g_autofree char *early = ask_new (connection, "place_name_at (1, '2022')");
  assert_string_equal (early, "error: place_name_at: no such table: place_name");
  assert_int_equal (sqlite3_exec (connection, place_tables, NULL, NULL, NULL), SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer = ask_new (connection, cases[i].sql);
    tests_expect (cases[i].sql, answer != NULL ? answer : "NULL",
                  cases[i].expected != NULL ? cases[i].expected : "NULL");
  }
  /* a kept statement sees what changes, records and tables */
  assert_int_equal (
      sqlite3_exec (connection, "UPDATE org SET name = 'Hội Thư viện' WHERE id = 2; ALTER TABLE org ADD note",
                    NULL, NULL, NULL),
      SQLITE_OK);
  g_autofree char *changed = ask_new (connection, "org_name_at (2, '2022')");
  assert_string_equal (changed, "Hội Thư viện");
  assert_int_equal (
      sqlite3_exec (connection, "CREATE VIEW v AS SELECT org_name_at (1, NULL) AS n", NULL, NULL, NULL),
      SQLITE_OK);
  assert_int_equal (sqlite3_exec (connection, "SELECT n FROM v", NULL, NULL, NULL), SQLITE_ERROR);
  close_connection (connection);
}

/* In a database as it is rendered: read only, under the authorizer. */
void
test_names_read_only (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);

  tests_run_sql (path,
                 "INSERT INTO org (id, code, kind, name, short_name) VALUES (7, 'vu', 'CUC', 'Cục', 'C');"
                 "INSERT INTO org_name (org, text, kind, date_from, date_to) VALUES"
                 "  (7, 'Vụ', 'CHINH_THUC', NULL, '2022-08'), (7, 'V', 'VIET_TAT', '2022', '2022')");
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  g_autofree char *names = tests_print_query (
      database, "names",
      "WITH d (d) AS (VALUES ('2021'), ('2022-08-31'), ('2022-09-01'), ('2023'), (NULL)) "
      "SELECT org_name_at (org.id, d), org_short_at (org.id, d) FROM org, d");
  tests_expect ("names", names, "Vụ|C\nVụ|V\nCục|V\nCục|C\nCục|C");
  tests_folder_free (folder);
}
