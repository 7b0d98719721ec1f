/* Spreadsheet files as programs write them: numbers, days, and a book of
 * libxlsxwriter's. Books of LibreOffice's are in tests/documents/spreadsheets. */
#include <malloc.h>
#include <string.h>
#include <xlsxwriter.h>

#include "book.h"
#include "book_form.h"
#include "book_print.h"
#include "tests.h"

void
test_book_numbers (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *written, *expected;
  } cases[] = {
      {"0", "0"},
      {"-0", "0"},
      {"45", "45"},
      {"45.0", "45"},
      {"0.10000000000000001", "0.1"},
      {"0.45000000000000001", "0.45"},
      {"1.1000000000000001", "1.1"},
      {"0.30000000000000004", "0.30000000000000004"},
      {"-2450314.5", "-2450314.5"},
      {"1E-5", "0.00001"},
      {"1.5E-7", "0.00000015"},
      {"1e15", "1000000000000000"},
      {"1e20", "100000000000000000000"},
      {"1.2345678901234567E+18", "1234567890123456768"},
      {"9007199254740991", "9007199254740991"},
      {"1234567890123456", "1234567890123456"},
      {"3.1415926535897931", "3.141592653589793"},
      {"1e300", "1e+300"},
      {"1e-300", "1e-300"},
      {"100", "100"},
      {"007", "7"},
      {" 7 ", "7"},
      {"0.50", "0.5"},
      {"-.5", "-0.5"},
      {"1.", "1"},
      {"", "?"},
      {"0x10", "?"},
      {"inf", "?"},
      {"nan", "?"},
      {"1e999", "?"},
      {"1,5", "?"},
      {"12 13", "?"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) printed = g_string_new (NULL);
    double number, again;
    if (tk_book_parse_number (cases[i].written, &number)) {
      tk_book_append_number (printed, number);
      assert_true (tk_book_parse_number (printed->str, &again));
      assert_true (number == again);
    } else
      g_string_assign (printed, "?");
    tests_expect (cases[i].written, printed->str, cases[i].expected);
    /* what need not be printed would be printed the same */
    if (tk_book_is_shortest (cases[i].written))
      tests_expect (cases[i].written, cases[i].written, cases[i].expected);
  }
  assert_true (tk_book_is_shortest ("0"));
  assert_true (tk_book_is_shortest ("-45.25"));
}

void
test_book_formats (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *code;
    TkBookFormat expected;
  } cases[] = {
      {"General", TK_BOOK_PLAIN},
      {"0.00", TK_BOOK_PLAIN},
      {"0.00E+00", TK_BOOK_PLAIN},
      {"@", TK_BOOK_PLAIN},
      {"", TK_BOOK_PLAIN},
      {"#,##0\\ \"đồng\"", TK_BOOK_PLAIN},
      {"#,##0\\ [$VND]", TK_BOOK_PLAIN},
      {"_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"\\ _₫_-;_-@_-", TK_BOOK_PLAIN},
      {"[Red]0;[Blue]-0", TK_BOOK_PLAIN},
      {"\"ngày\" 0", TK_BOOK_PLAIN},
      {"0\\d", TK_BOOK_PLAIN},
      {"# ?/?", TK_BOOK_PLAIN},
      {"\"chưa đóng", TK_BOOK_PLAIN},
      {"0%", TK_BOOK_PERCENT},
      {"#,##0.0 %;[Red]-#,##0.0 %", TK_BOOK_PERCENT},
      {"0\\%", TK_BOOK_PLAIN},
      {"0\"%\"", TK_BOOK_PLAIN},
      {"dd/mm/yyyy", TK_BOOK_DAY},
      {"dd/mm/yyyy;@", TK_BOOK_DAY},
      {"[$-42A]d mmmm yyyy", TK_BOOK_DAY},
      {"[$-42A]dd mmmm yyyy;@", TK_BOOK_DAY},
      {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", TK_BOOK_DAY},
      {"\"ngày\" dd \"tháng\" mm \"năm\" yyyy", TK_BOOK_DAY},
      {"DD/MM/YYYY", TK_BOOK_DAY},
      {"mmmm", TK_BOOK_DAY},
      {"mm/yy", TK_BOOK_DAY},
      {"yyyy-mm-dd hh:mm", TK_BOOK_DAY},
      {"dd/mm/yyyy hh:mm:ss.000", TK_BOOK_DAY},
      {"[<1]0;dd/mm/yyyy", TK_BOOK_DAY},
      {"hh:mm", TK_BOOK_CLOCK},
      {"h:mm AM/PM", TK_BOOK_CLOCK},
      {"mm:ss.0", TK_BOOK_CLOCK},
      {"[h]:mm:ss", TK_BOOK_SPAN},
      {"[mm]:ss", TK_BOOK_SPAN},
      {"[HH]", TK_BOOK_SPAN},
  };
  static const guint8 builtin[50] = {
      [9] = TK_BOOK_PERCENT, [10] = TK_BOOK_PERCENT, [14] = TK_BOOK_DAY,   [15] = TK_BOOK_DAY,
      [16] = TK_BOOK_DAY,    [17] = TK_BOOK_DAY,     [18] = TK_BOOK_CLOCK, [19] = TK_BOOK_CLOCK,
      [20] = TK_BOOK_CLOCK,  [21] = TK_BOOK_CLOCK,   [22] = TK_BOOK_DAY,   [45] = TK_BOOK_CLOCK,
      [46] = TK_BOOK_SPAN,   [47] = TK_BOOK_CLOCK,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (tk_book_format_parse (cases[i].code) != cases[i].expected)
      fail_msg ("%s: %d, expected %d", cases[i].code, (int) tk_book_format_parse (cases[i].code),
                (int) cases[i].expected);
  for (guint id = 0; id < G_N_ELEMENTS (builtin); id++)
    assert_int_equal (tk_book_format_find (id), builtin[id]);
}

void
test_book_days (G_GNUC_UNUSED void **state)
{
  static const struct {
    double serial;
    gboolean from_1904;
    const char *expected;
  } cases[] = {
      {1, FALSE, "1900-01-01"},
      {59, FALSE, "1900-02-28"},
      {60, FALSE, "?"},
      {61, FALSE, "1900-03-01"},
      {0, FALSE, "?"},
      {0.5, FALSE, "?"},
      {-1, FALSE, "?"},
      {25569, FALSE, "1970-01-01"},
      {44792, FALSE, "2022-08-19"},
      {44792.75, FALSE, "2022-08-19"},
      {44791.9999999999, FALSE, "2022-08-19"},
      {44791.999, FALSE, "2022-08-18"},
      {2958465, FALSE, "9999-12-31"},
      {2958466, FALSE, "?"},
      {1e300, FALSE, "?"},
      {0, TRUE, "1904-01-01"},
      {43330, TRUE, "2022-08-19"},
      {2957003, TRUE, "9999-12-31"},
      {2957004, TRUE, "?"},
      {-1, TRUE, "?"},
  };
  static const struct {
    double days;
    gboolean span;
    const char *expected;
  } clocks[] = {
      {0, FALSE, "00:00"},       {0.5, FALSE, "12:00"},
      {0.3125, FALSE, "07:30"},  {44792.3125, FALSE, "07:30"},
      {1.0 / 3, FALSE, "08:00"}, {0.3125 + 15.0 / 86400, FALSE, "07:30:15"},
      {1.5, TRUE, "36:00"},      {1.5, FALSE, "12:00"},
      {-0.25, TRUE, "-06:00"},   {0.9999999999, FALSE, "00:00"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GString) printed = g_string_new (NULL);
    g_autofree char *what = g_strdup_printf ("%.17g", cases[i].serial);
    if (!tk_book_append_day (printed, cases[i].serial, cases[i].from_1904))
      g_string_assign (printed, "?");
    tests_expect (what, printed->str, cases[i].expected);
  }
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++) {
    g_autoptr (GString) printed = g_string_new (NULL);
    g_autofree char *what = g_strdup_printf ("%.17g", clocks[i].days);
    tk_book_append_clock (printed, clocks[i].days, clocks[i].span);
    tests_expect (what, printed->str, clocks[i].expected);
  }
}

static lxw_format *
add_format (lxw_workbook *book, const char *code)
{
  lxw_format *format = workbook_add_format (book);

  format_set_num_format (format, code);
  return format;
}

/* Text of every kind on the first sheet, numbers and formulas on the second, the third is hidden. */
static void
write_book (const char *path, gboolean inline_texts)
{
  lxw_workbook_options options = {.constant_memory = (guint8) inline_texts};
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *texts = workbook_add_worksheet (book, "Thư viện & cơ sở");
  lxw_worksheet *numbers = workbook_add_worksheet (book, "Số liệu");
  lxw_worksheet *hidden = workbook_add_worksheet (book, "Ẩn");
  lxw_format *bold = workbook_add_format (book);
  lxw_datetime moment = {2022, 8, 19, 7, 30, 0};
  lxw_rich_string_tuple plain = {NULL, "Liên hiệp "}, strong = {bold, "thư viện"},
                        rest = {NULL, " <phía Bắc>"};
  lxw_rich_string_tuple *rich[] = {&plain, &strong, &rest, NULL};

  format_set_bold (bold);
  worksheet_write_string (texts, 0, 0, "Tên", NULL);
  worksheet_write_string (texts, 0, 2, "Đơn vị", bold);
  worksheet_write_rich_string (texts, 2, 1, rich, NULL);
  worksheet_write_string (texts, 3, 0, "dòng một\ndòng hai", NULL);
  worksheet_write_string (texts, 3, 1, "  khoảng trắng  ", NULL);
  worksheet_write_string (texts, 4, 0, "_x000 viết ra", NULL);
  worksheet_write_blank (texts, 5, 5, bold);
  worksheet_merge_range (texts, 7, 0, 8, 2, "gộp", bold);
  worksheet_write_string (texts, 9, 0, "Tên", NULL);

  worksheet_write_number (numbers, 0, 0, 0.1, NULL);
  worksheet_write_number (numbers, 0, 1, 2450314, add_format (book, "#,##0"));
  worksheet_write_number (numbers, 0, 2, 0.45, add_format (book, "0%"));
  worksheet_write_number (numbers, 0, 3, 1e-7, NULL);
  worksheet_write_datetime (numbers, 1, 0, &moment, add_format (book, "dd/mm/yyyy;@"));
  worksheet_write_datetime (numbers, 1, 1, &moment, add_format (book, "[$-42A]d mmmm yyyy"));
  worksheet_write_datetime (numbers, 1, 2, &moment, add_format (book, "hh:mm"));
  worksheet_write_number (numbers, 1, 3, 1.5, add_format (book, "[h]:mm"));
  worksheet_write_boolean (numbers, 2, 0, 1, NULL);
  worksheet_write_boolean (numbers, 2, 1, 0, NULL);
  worksheet_write_formula_num (numbers, 3, 0, "=A1*2", NULL, 0.2);
  worksheet_write_formula_str (numbers, 3, 1, "=\"a\"&\"b\"", NULL, "ab");
  worksheet_write_formula_num (numbers, 3, 2, "=A2+1", add_format (book, "d/m/yy"), 44793);
  worksheet_write_formula_str (numbers, 3, 3, "=\"\"", NULL, "");
  worksheet_write_string (hidden, 0, 0, "kín", NULL);
  worksheet_hide (hidden);
  workbook_close (book);
}

void
test_book_written (G_GNUC_UNUSED void **state)
{
  static const char expected[] = "# Thư viện & cơ sở\n"
                                 "1|t:Tên||t:Đơn vị\n"
                                 "3||t:Liên hiệp thư viện <phía Bắc>\n"
                                 "4|t:dòng một\\ndòng hai|t:  khoảng trắng  \n"
                                 "5|t:_x000 viết ra\n"
                                 "8|t:gộp\n"
                                 "10|t:Tên\n"
                                 "merged: 1\n"
                                 "# Số liệu\n"
                                 "1|n:0.1|n:2450314|p:45%|n:0.0000001\n"
                                 "2|d:2022-08-19|d:2022-08-19|t:07:30|t:36:00\n"
                                 "3|n:1|n:0\n"
                                 "4|n:0.2|t:ab|d:2022-08-20\n"
                                 "# Ẩn (hidden)\n"
                                 "1|t:kín\n";
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);

  for (int inline_texts = 0; inline_texts < 2; inline_texts++) {
    write_book (path, inline_texts != 0);
    g_autofree char *printed = tests_print_book (path);
    tests_expect (inline_texts != 0 ? "inline" : "shared", printed, expected);
  }
  tests_folder_free (folder);
}

/* The rows of a sheet may be read again, and two sheets side by side. */
void
test_book_again (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  TkRow first, second;

  write_book (path, FALSE);
  g_autoptr (TkBook) book = tk_book_open_new (path, NULL);
  assert_int_equal (tk_book_n_sheets (book), 3);
  assert_string_equal (tk_book_sheet_name (book, 1), "Số liệu");
  assert_false (tk_book_sheet_hidden (book, 1));
  assert_true (tk_book_sheet_hidden (book, 2));
  for (int i = 0; i < 2; i++) {
    g_autoptr (TkBookRows) texts = tk_book_rows_new (book, 0, NULL);
    g_autoptr (TkBookRows) numbers = tk_book_rows_new (book, 1, NULL);
    assert_true (tk_book_rows_next (texts, &first, NULL));
    assert_true (tk_book_rows_next (numbers, &second, NULL));
    assert_string_equal (first.cells[0].text, "Tên");
    assert_int_equal (first.cells[1].kind, TK_CELL_EMPTY);
    assert_null (first.cells[1].text);
    assert_true (second.cells[0].number == 0.1);
    assert_true (tk_book_rows_next (texts, &first, NULL));
    assert_int_equal (first.line, 3);
    assert_string_equal (second.cells[0].text, "0.1");
  }
  tests_folder_free (folder);
}

enum { LARGE = 30000, COLUMNS = 8 };

static void
write_large (const char *path)
{
  lxw_workbook_options options = {.constant_memory = 1};
  lxw_workbook *book = workbook_new_opt (path, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (book, NULL);

  for (lxw_row_t row = 0; row < LARGE; row++) {
    for (lxw_col_t column = 0; column < COLUMNS / 2; column++)
      worksheet_write_number (sheet, row, column, row * 0.37 + column, NULL);
    for (lxw_col_t column = COLUMNS / 2; column < COLUMNS; column++)
      worksheet_write_string (sheet, row, column, "Thư viện tỉnh", NULL);
  }
  workbook_close (book);
}

/* What is in use does not grow with the rows. */
void
test_book_large (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  size_t early = 0, late = 0;
  int n = 0;
  TkRow row;

  write_large (path);
  g_autoptr (TkBook) book = tk_book_open_new (path, NULL);
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (TkBookRows) rows = tk_book_rows_new (book, 0, NULL);
  while (tk_book_rows_next (rows, &row, &error)) {
    assert_int_equal (row.line, ++n);
    assert_int_equal (row.n_cells, COLUMNS);
    if (n == LARGE / 30)
      early = mallinfo2 ().uordblks;
    if (n == LARGE - 1)
      late = mallinfo2 ().uordblks;
  }
  assert_null (error);
  assert_int_equal (n, LARGE);
  assert_true (late < early + 128 * 1024);
  print_message ("%d rows of %d columns from .xlsx: %.1f ms\n", LARGE, COLUMNS,
                 (double) (g_get_monotonic_time () - begin) / 1000);
  tests_folder_free (folder);
}
