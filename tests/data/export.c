/* Workbooks: what their cells hold, read from the parts of the file, and what
 * is refused. That other programs read them alike is for tests/documents/export. */
#include <glib/gstdio.h>
#include <string.h>

#include "connection.h"
#include "sheet_print.h"
#include "table.h"
#include "tests.h"

typedef struct {
  char *folder, *path, *file;
  TkNotes *notes;
} Ground;

static Ground
ground_new (const char *sql)
{
  Ground ground = {.folder = tests_folder_new (), .notes = tk_notes_new ()};

  ground.path = tests_database_new (ground.folder);
  ground.file = g_build_filename (ground.folder, "a.xlsx", NULL);
  tests_run_sql (ground.path, sql);
  return ground;
}

static void
ground_free (Ground *ground)
{
  tests_folder_free (ground->folder);
  tk_notes_free (ground->notes);
  g_free (ground->path);
  g_free (ground->file);
}

/* "done", or "error CODE: message" with the database as "a.db"; @org: a form. */
static char *
export_new (const Ground *ground, const char *table, const char *org, const char *period)
{
  const char *const tables[] = {table, NULL};
  g_autoptr (GError) error = NULL;
  g_autoptr (TkOutput) output = tk_output_new (ground->file, &error);

  assert_non_null (output);
  gboolean done = org != NULL
                      ? tk_data_export_form (ground->path, org, period, output, &error)
                      : tk_data_export (ground->path, tables, ground->folder, output, ground->notes, &error);
  if (done && tk_output_commit (output, &error)) {
    assert_null (error);
    return g_strdup ("done");
  }
  assert_non_null (error);
  assert_true (error->domain == TK_ERROR);
  const gsize placed = g_str_has_prefix (error->message, ground->path) ? strlen (ground->path) : 0;
  return g_strdup_printf ("error %d: %s%s", error->code, placed > 0 ? "a.db" : "", error->message + placed);
}

/* The cells of the sheet of @table without the head. */
static char *
print_rows (const Ground *ground, const char *table)
{
  g_autofree char *result = export_new (ground, table, NULL, NULL);

  tests_expect (table, result, "done");
  g_autofree char *print = tests_print_sheet (ground->file, 2);
  return g_strdup (strchr (print, '\n') + 1);
}

typedef struct {
  const char *sql, *cell; /* NULL: no cell */
} Value;

/* Each value in @column of a row of its own in @table, whose other columns are @others. */
static void
expect_values (const char *table, const char *column, const char *letter, const char *others,
               const char *fixed, const Value *values, guint n, guint n_notes)
{
  g_autoptr (GString) sql = g_string_new (NULL), expected = g_string_new (NULL);

  for (guint i = 0; i < n; i++) {
    g_string_append_printf (sql, "INSERT INTO %s (code, %s, %s) VALUES ('r%02u', %s, %s);", table, others,
                            column, i, fixed, values[i].sql);
    if (values[i].cell != NULL)
      g_string_append_printf (expected, "%s%u %s\n", letter, i + 2, values[i].cell);
  }
  Ground ground = ground_new (sql->str);
  g_autofree char *rows = print_rows (&ground, table);
  g_auto (GStrv) cells = g_regex_split_simple (" \\| |\n(?=[A-Z]+[0-9]+ )", rows, 0, 0);
  g_autoptr (GString) found = g_string_new (NULL);
  for (char **cell = cells; *cell != NULL; cell++)
    if (g_str_has_prefix (*cell, letter) && g_ascii_isdigit ((*cell)[strlen (letter)]))
      g_string_append_printf (found, "%s\n", *cell);
  tests_expect (column, found->str, expected->str);
  assert_int_equal (tk_notes_count (ground.notes), n_notes);
  ground_free (&ground);
}

void
test_export_values (G_GNUC_UNUSED void **state)
{
  static const Value texts[] = {
      {"'Ninh Bình'", "s Ninh Bình"},
      {"'=1+1'", "s =1+1"},
      {"'+84 24'", "s +84 24"},
      {"'- một'", "s - một"},
      {"'@a'", "s @a"},
      {"'007'", "s 007"},
      {"'1e5'", "s 1e5"},
      {"'2022-08-19'", "s 2022-08-19"}, /* no column of dates */
      {"'TRUE'", "s TRUE"},
      {"'http://a.vn/'", "s http://a.vn/"},
      {"' a '", "s  a "},
      {"'\"a\" & <b> ]]>'", "s \"a\" & <b> ]]>"},
      {"'a' || char (9) || 'b'", "s a\tb"},
      {"'a' || char (10, 10) || 'b'", "s a\n\nb"},
      {"'a' || char (13) || 'b'", "s a_x000D_b"},
      {"'a' || char (1) || 'b'", "s a_x0001_b"},
      {"'a' || char (65535)", "s a_xFFFF_"},
      {"'_x0041_'", "s _x005F_x0041_"},
      {"'_x0041_x0042_'", "s _x005F_x0041_x005F_x0042_"},
      {"'_x004_ _x00G1_ __x'", "s _x004_ _x00G1_ __x"},
      {"'''quoted'''", "s 'quoted'"},
      {"'😀 ễ'", "s 😀 ễ"},
      {"''", NULL},
      {"NULL", NULL},
  };
  static const Value dates[] = {
      {"'2022-08-19'", "dd/mm/yyyy 44792"},
      {"'2022-08'", "s 2022-08"},
      {"'2022'", "s 2022"},
      {"'1900-03-01'", "dd/mm/yyyy 61"},
      {"'1900-02-28'", "s 1900-02-28"},
      {"'1010-07-01'", "s 1010-07-01"},
      {"'9999-12-31'", "dd/mm/yyyy 2958465"},
      {"NULL", NULL},
  };
  static const Value reals[] = {
      {"0.1", "general 0.1"},
      {"0.1 + 0.2", "s 0.30000000000000004"},
      {"1e300", "general 1E+300"},
      {"100", "general 100"},
      {"2450314.5", "general 2450314.5"},
      {"1.0 / 3", "general 0.3333333333333333"},
      {"9e999", "s inf"},
      {"1e-7 / 3", "general 3.333333333333333E-08"},
  };
  static const Value wholes[] = {
      {"0", "general 0"},
      {"2450314", "general 2450314"},
      {"100000000000", "0 100000000000"},
      {"999999999999999", "0 999999999999999"},
      {"1000000000000000", "s 1000000000000000"},
      {"9007199254740993", "s 9007199254740993"},
      {"9223372036854775807", "s 9223372036854775807"},
  };

  expect_values ("place", "note", "I", "name", "'N'", texts, G_N_ELEMENTS (texts), 1);
  expect_values ("place", "date_from", "F", "name", "'N'", dates, G_N_ELEMENTS (dates), 0);
  expect_values ("indicator", "factor", "I", "name, seq, kind", "'N', 1, 'TY_LE'", reals,
                 G_N_ELEMENTS (reals), 0);
  expect_values ("event", "votes_for", "X", "kind, title", "'KHAC', 'T'", wholes, G_N_ELEMENTS (wholes), 0);
}

/* References are codes, paths are those from the folder of the workbook, rows come as they were entered. */
void
test_export_sheet (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new (
      "INSERT INTO place (id, code, name) VALUES (9, 'b', 'B'), (7, 'a', 'A');"
      "UPDATE place SET parent = 9, kind = 'XA' WHERE id = 7; UPDATE place SET successor = 9 WHERE id = 9;"
      "INSERT INTO event (id, code, kind, title) VALUES (1, 'e', 'KHAC', 'E');"
      "INSERT INTO photo (code, event, seq, file) VALUES ('p', 1, 1, 'anh/1.jpg'), ('q', 1, 2, "
      "'/anh/1.jpg')");
  g_autofree char *places = print_rows (&ground, "ĐỊA DANH");

  tests_expect ("place", places, "A2 s a | B2 s XA | C2 s A | E2 s b\nA3 s b | C3 s B | H3 s b");
  g_autofree char *print = tests_print_sheet (ground.file, 2);
  assert_true (
      g_str_has_prefix (print, "A1 s Mã * | B1 s Loại | C1 s Tên * | D1 s Tên đầy đủ | E1 s Thuộc | "));
  g_autofree char *sheets = tests_print_attributes (ground.file, "xl/workbook.xml", "sheet", "name");
  assert_string_equal (sheets, "Hướng dẫn\nĐịa danh\nDanh mục\n");
  g_autofree char *hidden = tests_print_attributes (ground.file, "xl/workbook.xml", "sheet", "state");
  assert_string_equal (hidden, "\n\nhidden\n");
  g_autofree char *mark = tests_print_attributes (ground.file, "docProps/custom.xml", "property", "name");
  assert_string_equal (mark, "tongket\n");
  g_autofree char *filter = tests_print_attributes (ground.file, "xl/worksheets/sheet2.xml", "autoFilter",
                                                    "ref");
  assert_string_equal (filter, "A1:I3\n");
  g_autofree char *lists = tests_print_attributes (ground.file, "xl/worksheets/sheet2.xml", "dataValidation",
                                                   "sqref");
  assert_string_equal (lists, "B2:B10003\nE2:E10003\nH2:H10003\n");
  g_autofree char *styles = tests_print_attributes (ground.file, "xl/worksheets/sheet2.xml", "dataValidation",
                                                    "errorStyle");
  assert_string_equal (styles, "\nwarning\nwarning\n");
  g_autofree char *choices = tests_print_sheet (ground.file, 3);
  assert_true (g_str_has_prefix (choices, "A1 s Loại\nA2 s TINH\nA3 s THANH_PHO\n"));

  g_autofree char *notes = tests_print_sheet_notes (ground.file, 1);
  assert_non_null (strstr (notes, "A1: Short name: ninh-binh\nA text. Must be filled in.\n(place.code)\n"));
  assert_non_null (strstr (notes, "\nOne of TINH, THANH_PHO, HUYEN, XA, DIA_DIEM, DI_TICH.\n(place.kind)\n"));
  assert_non_null (strstr (notes, "E1: The place that it lies in\nA code of the sheet “Địa danh”.\n"));

  /* the folder of a workbook that lies elsewhere */
  g_autofree char *beside = print_rows (&ground, "photo");
  tests_expect (
      "photo", beside,
      "A2 s p | B2 s e | C2 general 1 | E2 s anh/1.jpg\nA3 s q | B3 s e | C3 general 2 | E3 s /anh/1.jpg");
  g_autofree char *home = g_steal_pointer (&ground.folder);
  ground.folder = g_build_filename (home, "in", NULL);
  g_mkdir (ground.folder, 0777);
  g_autofree char *inside = print_rows (&ground, "photo");
  tests_expect (
      "photo", inside,
      "A2 s p | B2 s e | C2 general 1 | E2 s ../anh/1.jpg\nA3 s q | B3 s e | C3 general 2 | E3 s /anh/1.jpg");
  g_free (ground.folder);
  ground.folder = g_steal_pointer (&home);
  ground_free (&ground);
}

/* What a sheet may be called, and a head, so that it is found again. */
void
test_export_titles (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new ("");
  g_autoptr (TkConnection) connection = tk_connection_open_new (ground.path, FALSE, NULL);
  g_autoptr (TkTables) tables = tk_tables_new (connection, ground.path, NULL);
  g_autoptr (GHashTable) sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_hash_table_add (sheets, g_utf8_casefold ("Hướng dẫn", -1));
  g_hash_table_add (sheets, g_utf8_casefold ("Danh mục", -1));
  for (guint i = 0; i < tables->n_tables; i++) {
    const TkTable *table = &tables->tables[i];
    g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    if (g_utf8_strlen (table->title, -1) > 31 || strpbrk (table->title, "[]:*?/\\") != NULL
        || table->title[0] == '\'' || g_str_has_suffix (table->title, "'")
        || !g_hash_table_add (sheets, g_utf8_casefold (table->title, -1)))
      fail_msg ("table %s: “%s” is no name of a sheet, or of two", table->name, table->title);
    for (guint j = 0; j < table->n_columns; j++) {
      const TkTableColumn *column = &table->columns[j];
      if (column->title[0] == '(' || g_str_has_suffix (column->title, "*")
          || !g_hash_table_add (heads, g_utf8_casefold (column->title, -1)))
        fail_msg ("column %s.%s: “%s” is no head, or of two", table->name, column->name, column->title);
      if (column->target != NULL && !tk_tables_find (tables, column->target)->coded)
        fail_msg ("column %s.%s: refers to a table without codes", table->name, column->name);
    }
  }
  ground_free (&ground);
}

void
test_export_form (G_GNUC_UNUSED void **state)
{
  Ground ground = ground_new (
      "INSERT INTO org (id, code, kind, name) VALUES (3, 'tv', 'THU_VIEN_TINH', 'Thư viện tỉnh');"
      "INSERT INTO period (id, code, kind, label, date_from) VALUES (1, '2022', 'NAM', 'năm 2022', '2022'),"
      " (2, '2023', 'NAM', 'năm 2023', '2023-01-01'), (3, 'q', 'QUY', 'quý 1', '2022-01');"
      "INSERT INTO indicator (id, code, name, unit, seq, kind, parent) VALUES"
      " (1, 'luot', 'Lượt bạn đọc', 'lượt', 2, 'PHAT_SINH', NULL), (2, 'the', 'Thẻ', 'thẻ', 1, 'CUOI_KY', "
      "NULL),"
      " (3, 'moi', 'Trong đó: mới', 'thẻ', 3, 'PHAT_SINH', 2);"
      "INSERT INTO indicator_value (indicator, org, period, comparison, measure, value_min, qualifier, note) "
      "VALUES"
      " (1, 3, 1, 'TUYET_DOI', 'GIA_TRI', 1200, NULL, NULL), (2, 3, 1, 'TUYET_DOI', 'GIA_TRI', 50, 'HON', "
      "NULL),"
      " (1, 3, 1, 'SO_VOI_CUNG_KY', 'MUC_TANG_PHAN_TRAM', 7, NULL, NULL),"
      " (2, 3, 2, 'TUYET_DOI', 'GIA_TRI', 60, 'GAN', 'x')");
  g_autofree char *result = export_new (&ground, NULL, "tv", "2023");

  tests_expect ("form", result, "done");
  g_autofree char *print = tests_print_sheet (ground.file, 2);
  tests_expect (
      "form", print,
      "A1 s Chỉ tiêu | B1 s (Tên chỉ tiêu) | C1 s (Đơn vị tính) | D1 s (Kỳ trước: năm 2022) | E1 s Giá trị | "
      "F1 s Mức | G1 s Bằng lời | H1 s Ghi chú | I1 s Đơn vị | J1 s Kỳ | K1 s So sánh | L1 s Cách đo\n"
      "A2 s the | B2 s Thẻ | C2 s thẻ | D2 s hơn 50 thẻ | E2 #,##0 60 | F2 s GAN | H2 s x | I2 s tv | J2 s "
      "2023 "
      "| "
      "K2 s TUYET_DOI | L2 s GIA_TRI\n"
      "A3 s luot | B3 s Lượt bạn đọc | C3 s lượt | D3 #,##0 1200 | I3 s tv | J3 s 2023 | K3 s TUYET_DOI | "
      "L3 s GIA_TRI\n"
      "A4 s moi | B4 s Trong đó: mới | C4 s thẻ | I4 s tv | J4 s 2023 | K4 s TUYET_DOI | L4 s GIA_TRI");
  g_autofree char *locked = tests_print_attributes (ground.file, "xl/worksheets/sheet2.xml",
                                                    "sheetProtection", "sheet");
  assert_string_equal (locked, "1\n");
  g_autofree char *password = tests_print_attributes (ground.file, "xl/worksheets/sheet2.xml",
                                                      "sheetProtection", "password");
  assert_string_equal (password, "\n");
  g_autofree char *choices = tests_print_sheet (ground.file, 3);
  assert_true (g_str_has_prefix (choices, "A1 s Mức\nA2 s BANG | B2 s 100\nA3 s HON | B3 s hơn 100\n"));
  assert_null (strstr (choices, "TU_DEN"));
  ground_free (&ground);
}

void
test_export_faults (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *sql, *table, *org, *period, *expected;
  } faults[] = {
      {"SELECT 1", "nothing", NULL, NULL,
       "error 2: a.db: there is no table “nothing”; tongket schema lists them"},
      {"INSERT INTO place (code, name, note) VALUES ('a', 'A', printf ('%.*c', 32767, 'x'))", "place", NULL,
       NULL, "done"},
      {"INSERT INTO place (id, code, name, note) VALUES (7, 'a', 'A', printf ('%.*c', 32768, 'x'))", "place",
       NULL, NULL,
       "error 4: a.db: place.note, id 7: the text has more than the 32767 characters that a cell of a "
       "workbook "
       "holds; shorten it"},
      /* a letter beyond the first plane counts twice */
      {"INSERT INTO place (id, code, name, note) VALUES (7, 'a', 'A', '😀' || printf ('%.*c', 32766, 'x'))",
       "place", NULL, NULL,
       "error 4: a.db: place.note, id 7: the text has more than the 32767 characters that a cell of a "
       "workbook "
       "holds; shorten it"},
      {"INSERT INTO place (id, code, name, note) VALUES (7, 'a', 'A', CAST (x'4dff' AS TEXT))", "place", NULL,
       NULL, "error 4: a.db: place.note, id 7: the text is not UTF-8; import it again"},
      {"INSERT INTO place (id, code, name, parent) VALUES (7, 'a', 'A', 8)", "place", NULL, NULL,
       "error 4: a.db: place, id 7: refers to a row of place that is not there; take the database from a "
       "backup"},
      {"SELECT 1", NULL, "tv", "2022", "error 2: a.db: org has no row with the code “tv”; enter it first"},
      {"INSERT INTO org (code, kind, name) VALUES ('tv', 'KHAC', 'T')", NULL, "tv", "2022",
       "error 2: a.db: period has no row with the code “2022”; enter it first"},
      {"INSERT INTO org (code, kind, name) VALUES ('tv', 'KHAC', 'T');"
       "INSERT INTO period (code, kind, label) VALUES ('2022', 'NAM', 'năm 2022')",
       NULL, "tv", "2022", "error 4: a.db: indicator: has no rows; enter first what is to be counted"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++) {
    Ground ground = ground_new (faults[i].sql);
    g_autofree char *result = export_new (&ground, faults[i].table, faults[i].org, faults[i].period);
    tests_expect (faults[i].sql, result, faults[i].expected);
    assert_int_equal (g_file_test (ground.file, G_FILE_TEST_EXISTS),
                      strcmp (faults[i].expected, "done") == 0);
    ground_free (&ground);
  }
}
