/* Comes in: the indicators of a database, an organisation, a period. Goes out:
 * the workbook in which a librarian enters the figures. What he reads is
 * Vietnamese, in any locale. */
#include <glib/gi18n.h>

#include "choices.h"
#include "connection.h"
#include "error.h"
#include "table.h"
#include "wording.h"
#include "workbook.h"

/* The columns of the sheet; those that the import does not take have a head in parentheses. */
enum { INDICATOR, NAME, UNIT, BEFORE, VALUE, QUALIFIER, TEXT, NOTE, ORG, PERIOD, COMPARISON, MEASURE };

/* The rows of the figures, in the order in which they are printed. */
static const char figures[] =
    "SELECT i.code, i.name, i.unit, i.parent IS NOT NULL, v.value_min, v.qualifier, v.value_text, v.note,"
    "  coalesce (v.measure, 'GIA_TRI'),"
    "  b.value_min, b.qualifier, b.value_max, coalesce (b.unit, i.unit), b.value_text"
    " FROM indicator AS i"
    "  LEFT JOIN indicator_value AS v ON v.indicator = i.id AND v.org = ?1 AND v.period = ?2"
    "    AND v.comparison = 'TUYET_DOI'"
    "  LEFT JOIN indicator_value AS b ON b.indicator = i.id AND b.org = ?1 AND b.period = ?3"
    "    AND b.comparison = 'TUYET_DOI' AND b.measure = 'GIA_TRI'"
    " ORDER BY i.seq, i.id";

enum {
  F_CODE,
  F_NAME,
  F_UNIT,
  F_PART,
  F_VALUE,
  F_QUALIFIER,
  F_TEXT,
  F_NOTE,
  F_MEASURE,
  F_BEFORE,
  F_BEFORE_QUALIFIER,
  F_BEFORE_MAX,
  F_BEFORE_UNIT,
  F_BEFORE_TEXT
};

typedef struct {
  const char *path, *org, *period;              /* the codes */
  char *org_name, *period_label, *before_label; /* before_label: NULL where there is no such period */
  gint64 org_id, period_id, before_id;
  TkConnection *connection;
  TkTables *tables;
  const TkTable *table; /* indicator_value */
  TkWorkbook *workbook;
  TkChoices *choices;
  lxw_worksheet *sheet;
} Form;

static void
form_free (Form *form)
{
  tk_choices_free (form->choices);
  tk_workbook_free (form->workbook);
  tk_tables_free (form->tables);
  tk_connection_free (form->connection);
  g_free (form->org_name);
  g_free (form->period_label);
  g_free (form->before_label);
  g_free (form);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Form, form_free)

/* ---- whose figures, and when ---------------------------------------------- */

/* The id and the name that @sql yields for @code. FALSE on failure only; no row
 * leaves @ret_id as it is. */
static gboolean
read_named (const Form *form, const char *sql, const char *code, gint64 *ret_id, char **ret_name,
            GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (form->connection, form->path, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_text (statement, 1, code, -1, SQLITE_STATIC);
  const int result = sqlite3_step (statement);
  if (result == SQLITE_DONE)
    return TRUE;
  if (result != SQLITE_ROW) {
    tk_connection_fail (form->connection, form->path, TK_ERROR_DATA, error);
    return FALSE;
  }
  *ret_id = sqlite3_column_int64 (statement, 0);
  *ret_name = g_strdup ((const char *) sqlite3_column_text (statement, 1));
  return TRUE;
}

static gboolean
read_names (Form *form, GError **error)
{
  /* the same part of the year before; of a year the precision of its days is of no account */
  static const char before[] = "SELECT b.id, b.label FROM period AS p JOIN period AS b ON b.kind = p.kind"
                               "  AND substr (b.date_from, 1, 4) + 1 = substr (p.date_from, 1, 4) + 0"
                               "  AND (p.kind = 'NAM' OR substr (b.date_from, 5) = substr (p.date_from, 5))"
                               " WHERE p.code = ?1 ORDER BY b.id LIMIT 1";

  if (!read_named (form, "SELECT id, name FROM org WHERE code = ?1", form->org, &form->org_id,
                   &form->org_name, error)
      || !read_named (form, "SELECT id, label FROM period WHERE code = ?1", form->period, &form->period_id,
                      &form->period_label, error)
      || !read_named (form, before, form->period, &form->before_id, &form->before_label, error))
    return FALSE;
  if (form->org_name != NULL && form->period_label != NULL)
    return TRUE;
  const gboolean no_org = form->org_name == NULL;
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: %s has no row with the code “%s”; enter it first"),
               form->path, no_org ? "org" : "period", no_org ? form->org : form->period);
  return FALSE;
}

/* ---- the sheet ------------------------------------------------------------ */

static const char *
find_title (const Form *form, const char *column)
{
  return tk_table_find_column (form->table, column)->title;
}

static void
put_heads (Form *form)
{
  static const struct {
    lxw_col_t at;
    const char *column, *about;
    int width;
  } heads[] = {
      {INDICATOR, "indicator", NULL, 22},
      {VALUE, "value_min",
       "Số liệu của kỳ báo cáo. Để trống nếu không có số liệu; số 0 nghĩa là không có gì.", 16},
      {QUALIFIER, "qualifier", "Chỉ chọn khi con số không chính xác: hơn, gần, khoảng …", 12},
      {TEXT, "value_text", "Chỉ ghi khi không có con số, ví dụ: được đảm bảo.", 24},
      {NOTE, "note", "Điều cần nói thêm với người tổng hợp; không in ra.", 30},
      {ORG, "org", NULL, 16},
      {PERIOD, "period", NULL, 10},
      {COMPARISON, "comparison", NULL, 14},
      {MEASURE, "measure", NULL, 12},
  };
  g_autofree char *before = form->before_label != NULL
                                ? g_strdup_printf ("(Kỳ trước: %s)", form->before_label)
                                : g_strdup ("(Kỳ trước)");

  form->workbook->call.worksheet_set_row (form->sheet, 0, 2 * TK_WORKBOOK_LINE + 3, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++) {
    tk_workbook_put_head (form->workbook, form->sheet, heads[i].at, find_title (form, heads[i].column),
                          heads[i].about);
    form->workbook->call.worksheet_set_column (form->sheet, heads[i].at, heads[i].at, heads[i].width, NULL);
  }
  tk_workbook_put_head (form->workbook, form->sheet, NAME, "(Tên chỉ tiêu)", NULL);
  form->workbook->call.worksheet_set_column (form->sheet, NAME, NAME, 44, NULL);
  tk_workbook_put_head (form->workbook, form->sheet, UNIT, "(Đơn vị tính)", NULL);
  form->workbook->call.worksheet_set_column (form->sheet, UNIT, UNIT, 12, NULL);
  tk_workbook_put_head (form->workbook, form->sheet, BEFORE, before, NULL);
  form->workbook->call.worksheet_set_column (form->sheet, BEFORE, BEFORE, 16, NULL);
}

static const char *
find_text (TkStatement *statement, int at)
{
  const char *text = (const char *) sqlite3_column_text (statement, at);

  return text != NULL ? text : "";
}

/* The figure of the year before: a number where it is one, else as it is printed. */
static void
put_before (Form *form, lxw_row_t row, TkStatement *statement)
{
  const gboolean counted = sqlite3_column_type (statement, F_BEFORE) != SQLITE_NULL;
  const double least = sqlite3_column_double (statement, F_BEFORE);
  const double most = sqlite3_column_double (statement, F_BEFORE_MAX);
  const char *qualifier = (const char *) sqlite3_column_text (statement, F_BEFORE_QUALIFIER);
  const char *unit = find_text (statement, F_BEFORE_UNIT);
  const gboolean plain = (qualifier == NULL || g_str_equal (qualifier, "BANG"))
                         && g_str_equal (unit, find_text (statement, F_UNIT));
  g_autoptr (GString) text = g_string_new (NULL);

  if (counted && plain) {
    tk_workbook_put_real (form->workbook, form->sheet, row, BEFORE, least, TK_LOOK_HELP_VALUE);
    return;
  }
  tk_wording_append_quantity (text, qualifier, counted ? &least : NULL,
                              sqlite3_column_type (statement, F_BEFORE_MAX) != SQLITE_NULL ? &most : NULL,
                              unit);
  if (text->len == 0 || !counted)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", find_text (statement, F_BEFORE_TEXT));
  tk_workbook_put_text (form->workbook, form->sheet, row, BEFORE, text->str, TK_LOOK_HELP);
}

static gboolean
put_figure (Form *form, lxw_row_t row, TkStatement *statement)
{
  TkWorkbook *workbook = form->workbook;
  lxw_worksheet *sheet = form->sheet;
  const TkLook name = sqlite3_column_int (statement, F_PART) ? TK_LOOK_HELP_PART : TK_LOOK_HELP;

  workbook->call.worksheet_write_blank (sheet, row, VALUE, workbook->looks[TK_LOOK_ENTRY_NUMBER]);
  if (sqlite3_column_type (statement, F_VALUE) != SQLITE_NULL)
    tk_workbook_put_real (workbook, sheet, row, VALUE, sqlite3_column_double (statement, F_VALUE),
                          TK_LOOK_ENTRY_NUMBER);
  put_before (form, row, statement);
  return tk_workbook_put_text (workbook, sheet, row, INDICATOR, find_text (statement, F_CODE), TK_LOOK_HELP)
         && tk_workbook_put_text (workbook, sheet, row, NAME, find_text (statement, F_NAME), name)
         && tk_workbook_put_text (workbook, sheet, row, UNIT, find_text (statement, F_UNIT), TK_LOOK_HELP)
         && tk_workbook_put_text (workbook, sheet, row, QUALIFIER, find_text (statement, F_QUALIFIER),
                                  TK_LOOK_ENTRY)
         && tk_workbook_put_text (workbook, sheet, row, TEXT, find_text (statement, F_TEXT), TK_LOOK_ENTRY)
         && tk_workbook_put_text (workbook, sheet, row, NOTE, find_text (statement, F_NOTE), TK_LOOK_ENTRY)
         && tk_workbook_put_text (workbook, sheet, row, ORG, form->org, TK_LOOK_HELP)
         && tk_workbook_put_text (workbook, sheet, row, PERIOD, form->period, TK_LOOK_HELP)
         && tk_workbook_put_text (workbook, sheet, row, COMPARISON, "TUYET_DOI", TK_LOOK_HELP)
         && tk_workbook_put_text (workbook, sheet, row, MEASURE, find_text (statement, F_MEASURE),
                                  TK_LOOK_HELP);
}

/* @ret_rows: how many there are. */
static gboolean
put_figures (Form *form, lxw_row_t *ret_rows, GError **error)
{
  g_autoptr (TkStatement)
      statement = tk_connection_statement_new (form->connection, form->path, figures, error);
  lxw_row_t row = 0;
  int result;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, form->org_id);
  sqlite3_bind_int64 (statement, 2, form->period_id);
  sqlite3_bind_int64 (statement, 3, form->before_id);
  while ((result = sqlite3_step (statement)) == SQLITE_ROW)
    if (!put_figure (form, ++row, statement)) {
      g_set_error (
          error, TK_ERROR, TK_ERROR_DATA,
          _ ("%s: indicator “%s”: a text has more than the %d characters that a cell of a workbook holds; "
             "shorten it"),
          form->path, find_text (statement, F_CODE), TK_WORKBOOK_CHARACTERS);
      return FALSE;
    }
  if (result != SQLITE_DONE)
    tk_connection_fail (form->connection, form->path, TK_ERROR_DATA, error);
  else if (row == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: indicator: has no rows; enter first what is to be counted"), form->path);
  *ret_rows = row;
  return result == SQLITE_DONE && row > 0;
}

/* Codes with an example each; TU_DEN is left out, as there is one cell for the number. */
static const char *
list_qualifiers (Form *form)
{
  static const double hundred = 100;
  char **allowed = tk_table_find_column (form->table, "qualifier")->allowed;
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GPtrArray) meanings = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; allowed != NULL && allowed[i] != NULL; i++) {
    GString *example = g_string_new (NULL);
    if (g_str_equal (allowed[i], "TU_DEN")) {
      g_string_free (example, TRUE);
      continue;
    }
    tk_wording_append_quantity (example, allowed[i], &hundred, NULL, NULL);
    g_ptr_array_add (codes, allowed[i]);
    g_ptr_array_add (meanings, g_string_free (example, FALSE));
  }
  g_ptr_array_add (codes, NULL);
  return tk_choices_add (form->choices, find_title (form, "qualifier"), (const char *const *) codes->pdata,
                         (const char *const *) meanings->pdata);
}

/* What may be typed into the rows 1 to @last. */
static void
guard (Form *form, lxw_row_t last)
{
  lxw_protection allowed = {.format_columns = TRUE, .format_rows = TRUE};
  lxw_data_validation number = {
      .validate = LXW_VALIDATION_TYPE_DECIMAL,
      .criteria = LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO,
      .value_number = 0,
      .error_title = (char[]){"Giá trị"},
      .error_message = (char[]){"Xin nhập một con số, không kèm chữ hay đơn vị tính; để "
                                "trống nếu không có số liệu."}};
  lxw_format *broken = form->workbook->call.workbook_add_format (form->workbook->book);
  char formula[] = "=D2<>INT(D2)"; /* of BEFORE, and of VALUE beside it */
  lxw_conditional_format decimals = {
      .type = LXW_CONDITIONAL_TYPE_FORMULA, .value_string = formula, .format = broken};
  g_autofree char *list = g_strconcat ("=", list_qualifiers (form), NULL);

  form->workbook->call.worksheet_data_validation_range (form->sheet, 1, VALUE, last, VALUE, &number);
  tk_workbook_put_choice (form->workbook, form->sheet, 1, last, QUALIFIER, list, TRUE,
                          "Xin chọn một mã trong danh sách, hoặc để trống.");
  form->workbook->call.format_set_num_format (broken, "#,##0.0##");
  form->workbook->call.worksheet_conditional_format_range (form->sheet, 1, BEFORE, last, VALUE, &decimals);
  form->workbook->call.worksheet_protect (form->sheet, NULL, &allowed);
  form->workbook->call.worksheet_print_area (form->sheet, 0, 0, last, NOTE);
}

/* ---- the guide ------------------------------------------------------------ */

static void
put_guide (Form *form)
{
  static const char *const sayings[] = {
      "Xin ghi số liệu của đơn vị vào các ô nền vàng của trang “Số liệu”, mỗi dòng một chỉ tiêu. Các ô khác "
      "đã "
      "được điền sẵn và khóa lại để khi tổng hợp không phải sửa gì.",
      "Giá trị: chỉ ghi con số, không kèm đơn vị tính. Không có số liệu thì để trống; số 0 nghĩa là có thống "
      "kê và "
      "kết quả bằng không.",
      "Mức: để trống khi con số là chính xác. Nếu chỉ biết gần đúng thì chọn một mã: HON (hơn), TREN (trên), "
      "GAN "
      "(gần), KHOANG (khoảng). NHIEU (nhiều), TOAN_THE (toàn thể), MOT_SO (một số) dùng khi không có con số.",
      "Bằng lời: chỉ ghi khi chỉ tiêu không thể hiện bằng con số, ví dụ: được đảm bảo.",
      "Ghi chú: điều cần nói thêm với người tổng hợp, ví dụ nguồn số liệu; phần này không in ra.",
      "Các cột có tiêu đề trong ngoặc đơn (tên chỉ tiêu, đơn vị tính, số liệu kỳ trước) chỉ để tham khảo, "
      "không "
      "được đọc khi tổng hợp.",
      "Xin giữ nguyên tên các trang và tiêu đề các cột. Ghi xong, lưu tệp dưới dạng Excel (.xlsx) và gửi lại "
      "cho "
      "đơn vị đã gửi biểu này.",
  };
  g_autofree char *link = g_strdup_printf ("internal:'%s'!%c2", form->table->title, 'A' + VALUE);
  g_autofree char *base = g_path_get_basename (form->path);
  g_autofree char *call = g_strdup_printf ("Dành cho người tổng hợp: tongket import %s TỆP.xlsx", base);
  lxw_worksheet *sheet = tk_workbook_add_sheet (form->workbook, "Hướng dẫn", 0, 0);
  lxw_row_t row = 0;

  form->workbook->call.worksheet_freeze_panes (sheet, 0, 0);
  form->workbook->call.worksheet_gridlines (sheet, LXW_HIDE_ALL_GRIDLINES);
  form->workbook->call.worksheet_set_column (sheet, 0, 0, 2, NULL);
  form->workbook->call.worksheet_set_column (sheet, 1, 1, 16, NULL);
  form->workbook->call.worksheet_set_column (sheet, 2, 2, 90, NULL);
  form->workbook->call.worksheet_fit_to_pages (sheet, 1, 0);
  form->workbook->call.worksheet_write_string (sheet, row++, 1, "Biểu báo cáo số liệu",
                                               form->workbook->looks[TK_LOOK_TITLE]);
  row++;
  form->workbook->call.worksheet_write_string (sheet, row, 1, "Đơn vị", form->workbook->looks[TK_LOOK_HEAD]);
  tk_workbook_put_text (form->workbook, sheet, row++, 2, form->org_name, TK_LOOK_SAYING);
  form->workbook->call.worksheet_write_string (sheet, row, 1, "Kỳ báo cáo",
                                               form->workbook->looks[TK_LOOK_HEAD]);
  tk_workbook_put_text (form->workbook, sheet, row++, 2, form->period_label, TK_LOOK_SAYING);
  form->workbook->call.worksheet_write_string (sheet, row, 1, "Nơi ghi", form->workbook->looks[TK_LOOK_HEAD]);
  form->workbook->call.worksheet_write_url_opt (sheet, row++, 2, link, form->workbook->looks[TK_LOOK_LINK],
                                                form->table->title, NULL);
  row++;
  for (guint i = 0; i < G_N_ELEMENTS (sayings); i++)
    tk_workbook_put_saying (form->workbook, sheet, row++, 1, 2, 100, sayings[i]);
  tk_workbook_put_saying (form->workbook, sheet, row + 1, 1, 2, 100, call);
}

/* ---- the whole ------------------------------------------------------------ */

gboolean
tk_data_export_form (const char *path, const char *org, const char *period, TkOutput *output, GError **error)
{
  g_autoptr (Form) form = g_new0 (Form, 1);
  lxw_row_t last;

  form->path = path;
  form->org = org;
  form->period = period;
  form->connection = tk_connection_open_new (path, FALSE, error);
  if (form->connection == NULL || !tk_connection_run (form->connection, path, "BEGIN", error)
      || !read_names (form, error))
    return FALSE;
  form->tables = tk_tables_new (form->connection, path, error);
  form->workbook = form->tables != NULL ? tk_workbook_new (FALSE, error) : NULL;
  if (form->workbook == NULL)
    return FALSE;
  form->table = tk_tables_find (form->tables, "indicator_value");
  form->choices = tk_choices_new ();
  put_guide (form);
  form->sheet = tk_workbook_add_sheet (form->workbook, form->table->title, VALUE, 0x4472C4);
  form->workbook->call.worksheet_fit_to_pages (form->sheet, 1, 0);
  form->workbook->call.worksheet_gridlines (form->sheet, LXW_SHOW_ALL_GRIDLINES);
  put_heads (form);
  if (!put_figures (form, &last, error))
    return FALSE;
  guard (form, last);
  tk_choices_write (form->choices, form->workbook);
  return tk_workbook_write (form->workbook, output, error);
}
