/* Comes in: a CSV file. Goes out: its rows as papers, and every fault at once. Must not know the store. */
#include <glib/gi18n.h>
#include <string.h>

#include "cell.h"
#include "encoding.h"
#include "error.h"
#include "fold.h"
#include "ingest_form.h"
#include "sheet.h"

/* Offices put a title above their tables. No more faults are listed. */
enum { ROWS_ABOVE = 10, MOST_FAULTS = 200 };

/* Vietnamese titles, the first one is what we call it; compared without accents and case. */
static const struct {
  const char *name;
  const char *titles[5];
} columns[TK_INGEST_COLUMNS] = {
    [TK_INGEST_ID] = {"id", {"Mã"}},
    [TK_INGEST_TITLE] = {"title", {"Tiêu đề", "Nhan đề", "Tên văn bản", "Trích yếu"}},
    [TK_INGEST_KIND] = {"kind", {"Loại", "Loại văn bản", "Tên loại"}},
    [TK_INGEST_NUMBER] = {"number", {"Số, ký hiệu", "Số và ký hiệu", "Số ký hiệu", "Số hiệu", "Số"}},
    [TK_INGEST_PUBLISHER] = {"publisher", {"Cơ quan ban hành", "Nơi ban hành", "Tác giả", "Nhà xuất bản"}},
    [TK_INGEST_DATE] = {"date", {"Ngày ban hành", "Ngày tháng", "Ngày"}},
    [TK_INGEST_YEAR] = {"year", {"Năm"}},
    [TK_INGEST_LANGUAGE] = {"language", {"Ngôn ngữ"}},
    [TK_INGEST_RIGHTS] = {"rights", {"Quyền", "Bản quyền"}},
    [TK_INGEST_SOURCE] = {"source", {"Nguồn", "Nguồn gốc"}},
    [TK_INGEST_REASON] = {"reason", {"Lý do"}},
    [TK_INGEST_PERSONS] = {"persons", {"Người", "Nhân vật", "Họ và tên"}},
    [TK_INGEST_ORGANISATIONS] = {"organisations", {"Đơn vị", "Tổ chức"}},
    [TK_INGEST_PLACES] = {"places", {"Địa danh", "Địa điểm", "Nơi"}},
    [TK_INGEST_FILES] = {"files", {"Tệp", "Tập tin", "File"}},
};

static const TkTableColumn date_column = {.name = "date", .kind = TK_COLUMN_TEXT, .date = TRUE};
static const TkTableColumn year_column = {.name = "year", .kind = TK_COLUMN_INTEGER};

typedef struct {
  TkIngestList *list;
  TkSheet *sheet;
  TkEncodingVerdict verdict;
  TkEncodingDoubts doubts;
  int *columns; /* of each cell; -1: for people */
  guint n_cells;
} Reading;

const char *
tk_ingest_column_name (TkIngestColumn column)
{
  return columns[column].name;
}

void
tk_ingest_fault (TkIngestList *list, int line, guint cell, const char *format, ...)
{
  va_list arguments;

  if (list->faults->len > MOST_FAULTS)
    return;
  va_start (arguments, format);
  g_autofree char *message = list->faults->len < MOST_FAULTS
                                 ? g_strdup_vprintf (format, arguments)
                                 : g_strdup (_ ("there are more faults; mend these first"));
  va_end (arguments);
  if (line == 0 || list->faults->len == MOST_FAULTS)
    g_ptr_array_add (list->faults, g_strdup_printf ("%s: %s", list->path, message));
  else if (cell == 0)
    g_ptr_array_add (list->faults, g_strdup_printf ("%s:%d: %s", list->path, line, message));
  else
    g_ptr_array_add (list->faults, g_strdup_printf ("%s:%d:%u: %s", list->path, line, cell, message));
}

char **
tk_ingest_split_new (const char *text)
{
  g_auto (GStrv) parts = g_strsplit_set (text != NULL ? text : "", ";\n", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_ptr_array_add (kept, g_strdup (parts[i]));
  g_ptr_array_add (kept, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&kept), FALSE);
}

/* ---- texts --------------------------------------------------------------------- */

static gboolean
find_encoding (Reading *reading, const char *encoding, GError **error)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  g_autoptr (GMappedFile) file = NULL;
  TkEncoding asked = TK_ENCODING_AUTO;

  reading->verdict = (TkEncodingVerdict){.encoding = TK_ENCODING_UTF8, .behind = TK_ENCODING_WINDOWS_1252};
  if (encoding != NULL && !tk_encoding_parse (encoding, &asked)) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("--encoding: “%s” is no encoding; “tongket import --help” lists them"), encoding);
    return FALSE;
  }
  if (asked == TK_ENCODING_UTF16LE && !tk_sheet_is_utf16 (reading->sheet))
    tk_sheet_read_utf16 (reading->sheet, NULL);
  if (tk_sheet_is_utf16 (reading->sheet))
    return TRUE;
  file = g_mapped_file_new (reading->list->path, FALSE, NULL);
  if (file == NULL || g_mapped_file_get_length (file) < 2)
    return TRUE;
  tk_encoding_survey_add (survey, g_mapped_file_get_contents (file), g_mapped_file_get_length (file));
  reading->verdict = tk_encoding_survey_judge (survey, asked);
  return TRUE;
}

/* A clean text in the arena, or NULL: empty, or wrong, which is a fault. */
static const char *
read_text (Reading *reading, const TkRow *row, guint at)
{
  TkIngestList *list = reading->list;
  const char *raw = row->cells[at].text;
  g_autoptr (GString) text = g_string_new (NULL);

  if (row->cells[at].kind == TK_CELL_EMPTY)
    return NULL;
  if (reading->verdict.encoding <= TK_ENCODING_UTF16BE && !g_utf8_validate (raw, -1, NULL)) {
    g_autofree char *shown = g_strescape (raw, NULL);
    tk_ingest_fault (list, row->line, at + 1,
                     _ ("“%s” is not UTF-8; save the list as UTF-8, or name its encoding by --encoding"),
                     shown);
    return NULL;
  }
  tk_encoding_append (text, raw, strlen (raw), &reading->verdict, &reading->doubts);
  g_string_replace (text, "\r\n", "\n", 0);
  g_string_replace (text, "\xc2\xa0", " ", 0);
  g_strstrip (text->str);
  for (const char *c = text->str; *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_iscntrl (g_utf8_get_char (c)) && *c != '\n' && *c != '\t') {
      tk_ingest_fault (list, row->line, at + 1, _ ("there is a control character, U+%04X; remove it"),
                       g_utf8_get_char (c));
      return NULL;
    }
  return *text->str != '\0' ? tk_arena_text (list->arena, text->str) : NULL;
}

/* ---- the head ------------------------------------------------------------------- */

static gboolean
is_called (const char *wanted, const char *name)
{
  g_autoptr (GString) folded = g_string_new (NULL);

  tk_fold_append (folded, name);
  return g_str_equal (folded->str, wanted);
}

/* The column that a head names; -1: none. */
static int
find_column (const char *head)
{
  g_autoptr (GString) wanted = g_string_new (NULL);

  tk_fold_append (wanted, head);
  while (wanted->len > 0 && strchr ("* ", wanted->str[wanted->len - 1]) != NULL)
    g_string_truncate (wanted, wanted->len - 1);
  for (int i = 0; i < TK_INGEST_COLUMNS; i++) {
    if (is_called (wanted->str, columns[i].name))
      return i;
    for (guint j = 0; j < G_N_ELEMENTS (columns[i].titles) && columns[i].titles[j] != NULL; j++)
      if (is_called (wanted->str, columns[i].titles[j]))
        return i;
  }
  return -1;
}

/* Does the row name columns? A title above the list does not. */
static gboolean
is_head (Reading *reading, const TkRow *row)
{
  const guint faults = reading->list->faults->len;
  guint named = 0, filled = 0;

  for (guint i = 0; i < row->n_cells; i++) {
    const char *text = read_text (reading, row, i);
    filled += text != NULL && *text != '(';
    named += text != NULL && *text != '(' && find_column (text) >= 0;
  }
  g_ptr_array_set_size (reading->list->faults, (int) faults);
  return filled > 0 && named * 2 >= filled;
}

static void
check_head (const Reading *reading, const TkRow *row)
{
  static const TkIngestColumn needed[] = {TK_INGEST_TITLE, TK_INGEST_FILES};
  guint cells[TK_INGEST_COLUMNS] = {0};

  for (guint i = 0; i < reading->n_cells; i++) {
    const int column = reading->columns[i];
    if (column < 0)
      continue;
    if (cells[column] > 0)
      tk_ingest_fault (reading->list, row->line, i + 1,
                       _ ("the column “%s” stands in cell %u already; remove one"), columns[column].name,
                       cells[column]);
    cells[column] = i + 1;
  }
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (cells[needed[i]] == 0)
      tk_ingest_fault (reading->list, row->line, 0, _ ("the column “%s” (%s) is missing; add it"),
                       columns[needed[i]].name, columns[needed[i]].titles[0]);
  if (cells[TK_INGEST_YEAR] == 0 && cells[TK_INGEST_DATE] == 0)
    tk_ingest_fault (reading->list, row->line, 0,
                     _ ("the column “year” (Năm) or “date” (Ngày ban hành) is missing; add one"));
}

static void
fault_unknown (const Reading *reading, const TkRow *row, guint at, const char *head)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < TK_INGEST_COLUMNS; i++)
    g_string_append_printf (names, "%s%s (%s)", i > 0 ? ", " : "", columns[i].name, columns[i].titles[0]);
  tk_ingest_fault (reading->list, row->line, at + 1,
                   _ ("“%s” is no column; put it in parentheses, or expected one of %s"), head, names->str);
}

static void
take_head (Reading *reading, const TkRow *row)
{
  reading->n_cells = row->n_cells;
  reading->columns = tk_arena_array (reading->list->arena, int, row->n_cells + 1);
  for (guint i = 0; i < row->n_cells; i++) {
    const char *head = read_text (reading, row, i);
    reading->columns[i] = head != NULL && *head != '(' ? find_column (head) : -1;
    if (head != NULL && *head != '(' && reading->columns[i] < 0)
      fault_unknown (reading, row, i, head);
  }
  check_head (reading, row);
}

/* FALSE, with a fault: there is none. */
static gboolean
read_head (Reading *reading)
{
  g_autoptr (GError) reason = NULL;
  TkRow row;

  for (guint i = 0; i < ROWS_ABOVE && tk_sheet_next (reading->sheet, &row, &reason); i++)
    if (is_head (reading, &row)) {
      take_head (reading, &row);
      return TRUE;
    }
  /* no row is one: the first says what is wrong */
  if (reason == NULL && tk_sheet_rewind (reading->sheet, &reason)
      && tk_sheet_next (reading->sheet, &row, &reason))
    take_head (reading, &row);
  else if (reason == NULL)
    tk_ingest_fault (reading->list, 0, 0, _ ("is empty; its first line names the columns"));
  else
    g_ptr_array_add (reading->list->faults, g_strdup (reason->message));
  return FALSE;
}

/* ---- rows ------------------------------------------------------------------------ */

/* The value of a number or a date as it is kept, or NULL, with a fault. */
static const char *
read_value (Reading *reading, TkIngestPaper *paper, TkIngestColumn at, const TkTableColumn *column)
{
  g_autoptr (GString) store = g_string_new (NULL);
  g_autoptr (GString) said = g_string_new (NULL);
  const TkCell cell = {.kind = TK_CELL_TEXT, .text = paper->values[at]};
  TkValue value;

  if (paper->values[at] == NULL)
    return NULL;
  const TkCellFit fit = tk_cell_read (column, &cell, &value, store, said);
  if (fit == TK_CELL_WRONG) {
    tk_ingest_fault (reading->list, paper->line, paper->cells[at], _ ("“%s” is not %s"), cell.text,
                     said->str);
    return NULL;
  }
  if (fit == TK_CELL_DOUBTFUL)
    tk_notes_add (reading->list->notes, "%s:%d:%u: “%s” %s", reading->list->path, paper->line,
                  paper->cells[at], cell.text, said->str);
  return value.kind == TK_VALUE_INTEGER
             ? tk_arena_print (reading->list->arena, "%" G_GINT64_FORMAT, value.integer)
             : tk_arena_text (reading->list->arena, value.text);
}

static void
read_time (Reading *reading, TkIngestPaper *paper)
{
  const gboolean said = paper->values[TK_INGEST_YEAR] != NULL || paper->values[TK_INGEST_DATE] != NULL;
  const guint cell = paper->values[TK_INGEST_YEAR] != NULL ? paper->cells[TK_INGEST_YEAR]
                                                           : paper->cells[TK_INGEST_DATE];
  const char *date = read_value (reading, paper, TK_INGEST_DATE, &date_column);
  const char *year = read_value (reading, paper, TK_INGEST_YEAR, &year_column);

  if (!said) {
    tk_ingest_fault (reading->list, paper->line, 0,
                     _ ("there is neither a year nor a date; a paper is filed under its year"));
    return;
  }
  if (date == NULL && year == NULL)
    return;
  paper->values[TK_INGEST_DATE] = date;
  paper->year = (int) g_ascii_strtoll (year != NULL ? year : date, NULL, 10);
  if (paper->year < 1000 || paper->year > 9999)
    tk_ingest_fault (reading->list, paper->line, cell, _ ("“%s” is not a year, as 1998"),
                     year != NULL ? year : date);
}

/* What the store wants of an ID (archive.h). */
static void
check_id (Reading *reading, const TkIngestPaper *paper)
{
  const char *id = paper->values[TK_INGEST_ID];

  if (id == NULL)
    return;
  if (strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-._") < strlen (id) || !g_ascii_isalnum (*id)
      || strlen (id) > 200)
    tk_ingest_fault (reading->list, paper->line, paper->cells[TK_INGEST_ID],
                     _ ("“%s” is no ID; begin with a letter or digit, and write small letters without "
                        "accents, digits, “-”, “.”, “_”; or "
                        "leave it empty"),
                     id);
}

static gboolean
check_width (Reading *reading, const TkRow *row)
{
  if (row->n_cells == reading->n_cells)
    return TRUE;
  tk_ingest_fault (
      reading->list, row->line, 0,
      _ ("the line has %u cells, expected %u; is a separator missing, or a text with one not in quotes?"),
      row->n_cells, reading->n_cells);
  return FALSE;
}

static void
take_row (Reading *reading, const TkRow *row)
{
  static const TkIngestColumn needed[] = {TK_INGEST_TITLE, TK_INGEST_FILES};
  TkIngestPaper *paper = tk_arena_new0 (reading->list->arena, TkIngestPaper);

  if (!check_width (reading, row))
    return;
  paper->line = row->line;
  paper->files = g_ptr_array_new ();
  for (guint i = 0; i < row->n_cells; i++)
    if (reading->columns[i] >= 0) {
      paper->cells[reading->columns[i]] = i + 1;
      paper->values[reading->columns[i]] = read_text (reading, row, i);
    }
  g_ptr_array_add (reading->list->papers, paper);
  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (paper->values[needed[i]] == NULL)
      tk_ingest_fault (reading->list, row->line, paper->cells[needed[i]],
                       _ ("the column “%s” is empty; fill it in"), columns[needed[i]].name);
  read_time (reading, paper);
  check_id (reading, paper);
  tk_ingest_find_files (reading->list, paper);
}

gboolean
tk_ingest_read_list (TkIngestList *list, const char *encoding, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (TkSheet) sheet = tk_sheet_csv_new (list->path, error);
  Reading reading = {.list = list, .sheet = sheet};
  TkRow row;

  if (sheet == NULL || !find_encoding (&reading, encoding, error))
    return FALSE;
  if (!read_head (&reading))
    return TRUE;
  while (list->faults->len <= MOST_FAULTS && tk_sheet_next (sheet, &row, &reason))
    take_row (&reading, &row);
  if (reason != NULL)
    g_ptr_array_add (list->faults, g_strdup (reason->message));
  else if (list->papers->len == 0 && list->faults->len == 0)
    tk_ingest_fault (list, 0, 0, _ ("names no papers; write a line for each under its head"));
  if (reading.doubts.n_lost + reading.doubts.n_unsure > 0)
    tk_notes_add (list->notes,
                  _ ("%s: some of its letters are doubtful; look after the titles, and name its encoding by "
                     "--encoding where they are wrong"),
                  list->path);
  return TRUE;
}
