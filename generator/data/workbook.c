/* Comes in: cells, row by row. Goes out: the bytes of a .xlsx file. Knows
 * nothing of tables or of SQL. */
#include "workbook.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "calendar.h"
#include "error.h"
#include "package.h"

/* The largest whole number that all programs show and keep, fifteen digits, and
 * the largest that they show without a power of ten where no format is set. */
#define MOST_WHOLE G_GINT64_CONSTANT (999999999999999)
#define MOST_SHOWN G_GINT64_CONSTANT (99999999999)

/* 1 January 1980, the first day that a zip file knows, as libxlsxwriter gives all its parts. */
enum { CREATED = 315532800 };

enum { BLOCK = 1024 * 1024 };

static void
fail (const char *reason, GError **error)
{
  g_set_error (
      error, TK_ERROR, TK_ERROR_OUTPUT,
      _ ("%s: the workbook cannot be put together there: %s; free some space, or name another folder "
         "in TMPDIR"),
      g_get_tmp_dir (), reason);
}

/* ---- looks ---------------------------------------------------------------- */

static void
tint (const TkWorkbook *workbook, lxw_format *format, lxw_color_t ink, lxw_color_t ground)
{
  if (ink != 0)
    workbook->call.format_set_font_color (format, ink);
  if (ground == 0)
    return;
  workbook->call.format_set_bg_color (format, ground);
  workbook->call.format_set_border (format, LXW_BORDER_THIN);
  workbook->call.format_set_border_color (format, 0xBFBFBF);
}

static void
add_looks (TkWorkbook *workbook)
{
  static const struct {
    gboolean bold, wrap;
    lxw_color_t ink, ground;
    const char *numbers;
    int align;
  } looks[TK_N_LOOKS] = {
      [TK_LOOK_TITLE] = {.bold = TRUE, .ink = 0x1F3864},
      [TK_LOOK_SAYING] = {.wrap = TRUE},
      [TK_LOOK_HEAD] = {.bold = TRUE, .wrap = TRUE, .ground = 0xDCE6F1},
      [TK_LOOK_LINK] = {.ink = 0x0563C1},
      [TK_LOOK_TEXT] = {.wrap = TRUE, .numbers = "@"},
      [TK_LOOK_NUMBER] = {.align = LXW_ALIGN_RIGHT},
      [TK_LOOK_COUNT] = {.numbers = "0", .align = LXW_ALIGN_RIGHT},
      [TK_LOOK_DATE] = {.numbers = "dd/mm/yyyy", .align = LXW_ALIGN_LEFT},
      [TK_LOOK_HELP] = {.wrap = TRUE, .ink = 0x595959, .numbers = "@"},
      [TK_LOOK_HELP_PART] = {.wrap = TRUE, .ink = 0x595959, .numbers = "@"},
      [TK_LOOK_HELP_VALUE] = {.ink = 0x7F7F7F, .numbers = "#,##0", .align = LXW_ALIGN_RIGHT},
      [TK_LOOK_ENTRY] = {.wrap = TRUE, .ground = 0xFFFBE6, .numbers = "@"},
      [TK_LOOK_ENTRY_NUMBER] = {.ground = 0xFFFBE6, .numbers = "#,##0", .align = LXW_ALIGN_RIGHT},
  };

  for (guint i = 0; i < TK_N_LOOKS; i++) {
    lxw_format *format = workbook->looks[i] = workbook->call.workbook_add_format (workbook->book);
    workbook->call.format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
    if (looks[i].align != 0)
      workbook->call.format_set_align (format, (uint8_t) looks[i].align);
    if (looks[i].bold)
      workbook->call.format_set_bold (format);
    if (looks[i].wrap)
      workbook->call.format_set_text_wrap (format);
    if (looks[i].numbers != NULL)
      workbook->call.format_set_num_format (format, looks[i].numbers);
    tint (workbook, format, looks[i].ink, looks[i].ground);
  }
  workbook->call.format_set_font_size (workbook->looks[TK_LOOK_TITLE], 16);
  workbook->call.format_set_underline (workbook->looks[TK_LOOK_LINK], LXW_UNDERLINE_SINGLE);
  workbook->call.format_set_indent (workbook->looks[TK_LOOK_HELP_PART], 2);
  workbook->call.format_set_indent (workbook->looks[TK_LOOK_NUMBER],
                                    1); /* the next column may begin with a text */
  workbook->call.format_set_indent (workbook->looks[TK_LOOK_COUNT], 1);
  workbook->call.format_set_indent (workbook->looks[TK_LOOK_HELP_VALUE], 1);
  workbook->call.format_set_indent (workbook->looks[TK_LOOK_ENTRY_NUMBER], 1);
  workbook->call.format_set_unlocked (workbook->looks[TK_LOOK_ENTRY]);
  workbook->call.format_set_unlocked (workbook->looks[TK_LOOK_ENTRY_NUMBER]);
}

/* ---- the file ------------------------------------------------------------- */

TkWorkbook *
tk_workbook_new (gboolean large, GError **error)
{
  static const char *const names[] = {TK_XLSX_CALLS (TK_LIBRARY_NAME) NULL};
  g_autofree TkWorkbook *made = g_new0 (TkWorkbook, 1);

  if (!tk_library_open (TK_LIBRARY_XLSXWRITER, "libxlsxwriter4", names, &made->call, error))
    return NULL;
  g_autoptr (TkWorkbook) workbook = g_steal_pointer (&made);
  g_autofree char *folder = g_strdup (g_get_tmp_dir ());
  lxw_workbook_options options = {.constant_memory = large, .tmpdir = folder, .use_zip64 = large};
  lxw_doc_properties properties = {.created = CREATED};

  workbook->file = memfd_create ("workbook", MFD_CLOEXEC);
  if (workbook->file < 0) {
    fail (g_strerror (errno), error);
    return NULL;
  }
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", workbook->file);
  workbook->book = workbook->call.workbook_new_opt (name, &options);
  if (workbook->book == NULL) {
    fail (g_strerror (errno), error);
    return NULL;
  }
  workbook->call.workbook_set_properties (workbook->book, &properties);
  /* by which a reader knows whose workbook this is, and of which schema version */
  workbook->call.workbook_set_custom_property_integer (workbook->book, "tongket", TK_SCHEMA_VERSION);
  add_looks (workbook);
  return g_steal_pointer (&workbook);
}

void
tk_workbook_free (TkWorkbook *workbook)
{
  if (workbook == NULL)
    return;
  if (workbook->book != NULL)
    workbook->call.lxw_workbook_free (workbook->book);
  if (workbook->file >= 0)
    close (workbook->file);
  g_free (workbook);
}

static gboolean
is_whole_part (TkPackage *package, const char *part)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (TkXmlReader) reader = tk_package_reader_new (package, part, &wrong);

  while (wrong == NULL && tk_package_next (package, reader, &wrong))
    ;
  return wrong == NULL;
}

/* libxlsxwriter does not look whether its temporary files could be written: a
 * part that was cut short is found by reading it to its end. */
static gboolean
is_whole (const TkWorkbook *workbook, guint n_sheets)
{
  static const char *const others[] = {"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"};
  g_autofree char *name = g_strdup_printf ("/proc/self/fd/%d", workbook->file);
  g_autoptr (TkPackage) package = tk_package_open_new (name, NULL);

  for (guint i = 0; package != NULL && i < G_N_ELEMENTS (others); i++)
    if (tk_package_has (package, others[i]) && !is_whole_part (package, others[i]))
      return FALSE;
  for (guint i = 1; package != NULL && i <= n_sheets; i++) {
    g_autofree char *sheet = g_strdup_printf ("xl/worksheets/sheet%u.xml", i);
    g_autofree char *notes = g_strdup_printf ("xl/comments%u.xml", i);
    if (!is_whole_part (package, sheet)
        || (tk_package_has (package, notes) && !is_whole_part (package, notes)))
      return FALSE;
  }
  return package != NULL;
}

gboolean
tk_workbook_write (TkWorkbook *workbook, TkOutput *output, GError **error)
{
  const guint n_sheets = workbook->book->num_worksheets;
  const lxw_error result = workbook->call.workbook_close (workbook->book); /* which frees it, too */
  g_autofree char *block = g_malloc (BLOCK);
  gssize size;

  workbook->book = NULL;
  if (result != LXW_NO_ERROR) {
    fail (workbook->call.lxw_strerror (result), error);
    return FALSE;
  }
  if (!is_whole (workbook, n_sheets)) {
    fail (_ ("a part of it is cut short"), error);
    return FALSE;
  }
  for (gint64 at = 0; (size = pread (workbook->file, block, BLOCK, at)) > 0; at += size)
    if (!tk_output_write (output, block, (gsize) size, error))
      return FALSE;
  if (size < 0)
    fail (g_strerror (errno), error);
  return size == 0;
}

lxw_worksheet *
tk_workbook_add_sheet (TkWorkbook *workbook, const char *name, lxw_col_t frozen, lxw_color_t colour)
{
  lxw_worksheet *sheet = workbook->call.workbook_add_worksheet (workbook->book, name);

  if (sheet == NULL)
    g_error ("“%s” is no name of a sheet", name); /* titles of schema.sql, which a test looks over */
  if (colour != 0)
    workbook->call.worksheet_set_tab_color (sheet, colour);
  workbook->call.worksheet_freeze_panes (sheet, 1, frozen);
  workbook->call.worksheet_set_landscape (sheet);
  workbook->call.worksheet_set_paper (sheet, 9); /* A4 */
  workbook->call.worksheet_repeat_rows (sheet, 0, 0);
  workbook->call.worksheet_set_footer (sheet, "&L&A&R&P/&N");
  workbook->call.worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
  workbook->call.worksheet_ignore_errors (sheet, LXW_IGNORE_TWO_DIGIT_TEXT_YEAR, "A1:XFD1048576");
  return sheet;
}

/* ---- cells ---------------------------------------------------------------- */

/* Would "_xHHHH_" in @text be read as a character (22.9.2.19, ST_Xstring)? */
static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) && g_ascii_isxdigit (text[3])
         && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) && text[6] == '_';
}

/* Not in an XML 1.0 document, or not kept by its readers. */
static gboolean
is_barred (gunichar c)
{
  return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
}

static char *
escape_new (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    if (is_barred (c))
      g_string_append_printf (escaped, "_x%04X_", c);
    else if (is_escape (at))
      g_string_append (escaped, "_x005F_");
    else
      g_string_append_unichar (escaped, c);
  }
  return g_string_free (escaped, FALSE);
}

static glong
count_utf16 (const char *text)
{
  glong n = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    n += g_utf8_get_char (text) > 0xFFFF ? 2 : 1;
  return n;
}

gboolean
tk_workbook_put_text (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                      const char *text, TkLook look)
{
  if (count_utf16 (text) > TK_WORKBOOK_CHARACTERS)
    return FALSE;
  g_autofree char *escaped = escape_new (text);
  return workbook->call.worksheet_write_string (sheet, row, column, escaped, workbook->looks[look])
         == LXW_NO_ERROR;
}

/* A day that every spreadsheet program counts alike. */
static gboolean
read_day (const char *text, TkDate *ret_date)
{
  return strlen (text) == 10 && tk_calendar_parse (text, ret_date) && ret_date->day != 0
         && strcmp (text, "1900-03-01") >= 0;
}

/* Do the digits that libxlsxwriter writes give @number again? */
static gboolean
is_kept (double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  return g_ascii_strtod (g_ascii_formatd (digits, sizeof digits, "%.16G", number), NULL) == number;
}

void
tk_workbook_put_real (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                      double number, TkLook look)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (digits, sizeof digits, number);
  /* a power of ten is no number to who reads a text */
  if (isfinite (number) && (is_kept (number) || strchr (digits, 'e') != NULL))
    workbook->call.worksheet_write_number (sheet, row, column, number, workbook->looks[look]);
  else
    workbook->call.worksheet_write_string (sheet, row, column, digits, workbook->looks[look]);
}

gboolean
tk_workbook_put (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                 const TkValue *value, gboolean date)
{
  const gint64 whole = value->integer;
  TkDate day;

  if (value->kind == TK_VALUE_NULL || (value->kind == TK_VALUE_TEXT && value->text[0] == '\0'))
    return TRUE;
  if (value->kind == TK_VALUE_REAL)
    tk_workbook_put_real (workbook, sheet, row, column, value->real, TK_LOOK_NUMBER);
  else if (value->kind == TK_VALUE_INTEGER && whole <= MOST_WHOLE && whole >= -MOST_WHOLE)
    workbook->call.worksheet_write_number (
        sheet, row, column, (double) whole,
        workbook->looks[whole > MOST_SHOWN || whole < -MOST_SHOWN ? TK_LOOK_COUNT : TK_LOOK_NUMBER]);
  else if (value->kind == TK_VALUE_TEXT && date && read_day (value->text, &day)) {
    lxw_datetime cell = {.year = day.year, .month = day.month, .day = day.day};
    workbook->call.worksheet_write_datetime (sheet, row, column, &cell, workbook->looks[TK_LOOK_DATE]);
  } else
    return tk_workbook_put_text (workbook, sheet, row, column, value->text, TK_LOOK_TEXT);
  return TRUE;
}

void
tk_workbook_put_saying (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t row, lxw_col_t first,
                        lxw_col_t last, int width, const char *text)
{
  const glong lines = 1 + (g_utf8_strlen (text, -1) - 1) / width;

  /* merged cells have no height of their own, and not every program measures the others */
  if (first != last || lines > 1)
    workbook->call.worksheet_set_row (sheet, row, TK_WORKBOOK_LINE * (double) lines + 3, NULL);
  if (first == last)
    workbook->call.worksheet_write_string (sheet, row, first, text, workbook->looks[TK_LOOK_SAYING]);
  else
    workbook->call.worksheet_merge_range (sheet, row, first, row, last, text,
                                          workbook->looks[TK_LOOK_SAYING]);
}

/* Notes are drawn by their size in pixels: so many as their lines need. */
void
tk_workbook_put_head (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_col_t column, const char *title,
                      const char *about)
{
  enum { WIDTH = 280, CHARACTERS = 44, LINE = 15 };

  workbook->call.worksheet_write_string (sheet, 0, column, title, workbook->looks[TK_LOOK_HEAD]);
  if (about == NULL)
    return;
  g_auto (GStrv) lines = g_strsplit (about, "\n", -1);
  glong n = 0;
  for (char **line = lines; *line != NULL; line++)
    n += 1 + g_utf8_strlen (*line, -1) / CHARACTERS;
  lxw_comment_options options = {.width = WIDTH, .height = (uint16_t) (LINE * (n + 1)), .font_size = 9};
  workbook->call.worksheet_write_comment_opt (sheet, 0, column, about, &options);
}

void
tk_workbook_put_choice (TkWorkbook *workbook, lxw_worksheet *sheet, lxw_row_t first, lxw_row_t last,
                        lxw_col_t column, const char *formula, gboolean strict, const char *message)
{
  g_autofree char *range = g_strdup (formula);
  g_autofree char *clipped = g_utf8_substring (message, 0, MIN (g_utf8_strlen (message, -1), 255));
  lxw_data_validation rule = {.validate = LXW_VALIDATION_TYPE_LIST_FORMULA,
                              .value_formula = range,
                              .error_type = strict ? LXW_VALIDATION_ERROR_TYPE_STOP
                                                   : LXW_VALIDATION_ERROR_TYPE_WARNING,
                              .error_message = clipped};

  workbook->call.worksheet_data_validation_range (sheet, first, column, MIN (last, LXW_ROW_MAX - 1), column,
                                                  &rule);
}

guint
tk_workbook_width (const char *text)
{
  glong width = 0;

  for (const char *line = text; line != NULL;) {
    const char *end = strchr (line, '\n');
    width = MAX (width, g_utf8_strlen (line, end != NULL ? end - line : -1));
    line = end != NULL ? end + 1 : NULL;
  }
  return (guint) width;
}
