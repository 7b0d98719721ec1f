/* Import of what offices have from before Unicode: each sheet gives the same rows
 * as it would in UTF-8, and a note says that it was converted. */
#include <stdio.h>
#include <string.h>
#include <xlsxwriter.h>

#include "encoded.h"
#include "tests.h"

static const char *const names[] = {
    "Thư viện tỉnh Bắc Ninh",
    "Thư viện tỉnh Vĩnh Phúc",
    "Thư viện thành phố Hải Phòng",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Vụ Thư viện, Bộ Văn hóa",
    "Hội nghị tổng kết công tác; phương hướng nhiệm vụ",
    "UBND tỉnh Đắk Lắk",
    "Liên hiệp thư viện các tỉnh đồng bằng sông Hồng",
};

/* Too few words to tell by themselves what they are written in. */
static const char few[] = "Hội thảo";

/* org.csv and event.csv in UTF-8. */
static void
records_new (GString *org, GString *event)
{
  g_string_assign (org, "code;kind;name\n");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (org, "a%u;SO;\"%s\"\n", i, names[i]);
  g_string_printf (event, "code;kind;title\nb;KHAC;%s\n", few);
}

static char *
print_rows_new (const char *path)
{
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);

  return tests_print_query (
      database, "rows", "SELECT code, name FROM org UNION ALL SELECT code, title FROM event ORDER BY code");
}

static char *
expected_rows_new (void)
{
  g_autoptr (GString) rows = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (rows, "a%u|%s\n", i, names[i]);
  g_string_append_printf (rows, "b|%s", few);
  return g_string_free (g_steal_pointer (&rows), FALSE);
}

static void
write_bytes (const char *folder, const char *name, const GString *bytes)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  assert_true (g_file_set_contents (path, bytes->str, (gssize) bytes->len, NULL));
}

/* The notes, or "error CODE: message", without the folder's name. */
static char *
import_new (const char *path, const char *from, const char *encoding)
{
  const TkImportOptions options = {.encoding = encoding};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_strdup_printf ("%s/", from);
  g_autofree char *text = tk_data_import (path, from, &options, notes, NULL, NULL, &error)
                              ? tk_notes_text_new (notes, "")
                              : g_strdup_printf ("error %d: %s", error->code, error->message);
  g_autoptr (GString) said = g_string_new (text);

  g_string_replace (said, folder, "", 0);
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/* Imports @folder into a database of its own: what is said, and the rows. */
static void
expect_import (const char *what, const char *from, const char *encoding, const char *said, const char *rows)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = tests_database_new (folder);
  g_autofree char *printed = import_new (path, from, encoding);

  tests_expect (what, printed, said);
  if (rows != NULL) {
    g_autofree char *there = print_rows_new (path);
    tests_expect (what, there, rows);
  }
  tests_folder_free (folder);
}

static char *
converted_new (const char *place, guint n, const char *encoding)
{
  return g_strdup_printf ("%s: %u cell%s written in %s and %s converted; look through %s, and name the "
                          "encoding by --encoding where that is wrong\n",
                          place, n, n == 1 ? " is" : "s are", encoding, n == 1 ? "was" : "were",
                          n == 1 ? "it" : "them");
}

void
test_import_of_legacy (G_GNUC_UNUSED void **state)
{
  static const TkEncoding encodings[] = {TK_ENCODING_TCVN3, TK_ENCODING_VNI, TK_ENCODING_VISCII,
                                         TK_ENCODING_WINDOWS_1258, TK_ENCODING_UTF8};
  g_autoptr (GString) org = g_string_new (NULL), event = g_string_new (NULL);
  g_autofree char *rows = expected_rows_new ();

  records_new (org, event);
  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    char *folder = tests_folder_new ();
    const char *name = tk_encoding_find_name (encodings[i]);
    g_autoptr (GString) org_bytes = tests_encode (org->str, encodings[i]);
    g_autoptr (GString) event_bytes = tests_encode (event->str, encodings[i]);
    g_autofree char *of_org = converted_new ("org.csv", G_N_ELEMENTS (names), name);
    g_autofree char *of_event = converted_new ("event.csv", 1, name);
    g_autofree char *said = g_strconcat (of_event, of_org, NULL);
    write_bytes (folder, "org.csv", org_bytes);
    write_bytes (folder, "event.csv", event_bytes);
    expect_import (name, folder, NULL, encodings[i] == TK_ENCODING_UTF8 ? "" : said, rows);
    tests_folder_free (folder);
  }
}

static void
write_text (lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, TkEncoding behind)
{
  g_autoptr (GString) bytes = tests_encode (text, behind);
  g_autoptr (GString) masked = tests_mask (bytes);

  assert_int_equal (worksheet_write_string (sheet, row, column, masked->str, NULL), LXW_NO_ERROR);
}

/* A workbook in the font .VnTime; one sheet has few words, one row is Unicode. */
static void
write_workbook (const char *folder, TkEncoding behind)
{
  g_autofree char *path = g_build_filename (folder, "a.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  lxw_worksheet *org = workbook_add_worksheet (book, "org");
  lxw_worksheet *event = workbook_add_worksheet (book, "Sự kiện");

  write_text (org, 0, 0, "Mã", behind);
  write_text (org, 0, 1, "Loại", behind);
  write_text (org, 0, 2, "Tên", behind);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *code = g_strdup_printf ("a%u", i);
    worksheet_write_string (org, i + 1, 0, code, NULL);
    worksheet_write_string (org, i + 1, 1, "SO", NULL);
    if (i == 1)
      worksheet_write_string (org, i + 1, 2, names[i], NULL);
    else
      write_text (org, i + 1, 2, names[i], behind);
  }
  worksheet_write_string (event, 0, 0, "code", NULL);
  worksheet_write_string (event, 0, 1, "kind", NULL);
  worksheet_write_string (event, 0, 2, "title", NULL);
  worksheet_write_string (event, 1, 0, "b", NULL);
  worksheet_write_string (event, 1, 1, "KHAC", NULL);
  write_text (event, 1, 2, few, behind);
  assert_int_equal (workbook_close (book), LXW_NO_ERROR);
}

void
test_import_of_masked (G_GNUC_UNUSED void **state)
{
  static const TkEncoding encodings[] = {TK_ENCODING_TCVN3, TK_ENCODING_VNI};
  g_autofree char *rows = expected_rows_new ();

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++) {
    char *folder = tests_folder_new ();
    const char *name = tk_encoding_find_name (encodings[i]);
    /* all but one row, and the head */
    g_autofree char *of_org = converted_new ("a.xlsx, org", G_N_ELEMENTS (names) - 1 + 3, name);
    g_autofree char *of_event = converted_new ("a.xlsx, Sự kiện", 1, name);
    g_autofree char *said = g_strconcat (of_event, of_org, NULL);
    write_workbook (folder, encodings[i]);
    expect_import (name, folder, NULL, said, rows);
    tests_folder_free (folder);
  }
}

/* UTF-8 that Excel opened as Windows-1252 and saved again. */
void
test_import_of_mojibake (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autoptr (GString) org = g_string_new (NULL), event = g_string_new (NULL);
  g_autofree char *rows = expected_rows_new ();

  records_new (org, event);
  g_autoptr (GString) org_masked = tests_mask (org), event_masked = tests_mask (event);
  write_bytes (folder, "org.csv", org_masked);
  write_bytes (folder, "event.csv", event_masked);
  expect_import (
      "mojibake", folder, NULL,
      "event.csv: 1 cell held UTF-8 that had been read as windows-1252, and was mended; look through "
      "it, and give --encoding utf-8 where it was right\n"
      "org.csv: 8 cells held UTF-8 that had been read as windows-1252, and were mended; look through "
      "them, and give --encoding utf-8 where they were right\n",
      rows);
  expect_import ("asked for as it is", folder, "utf-8", "", NULL);
  tests_folder_free (folder);
}

/* Excel's "Unicode text", and what other programs leave without its mark. */
void
test_import_of_utf16 (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *mark, *encoding, *asked;
  } forms[] = {{"Excel", "\xFF\xFE", "UTF-16LE", NULL},
               {"big-endian", "\xFE\xFF", "UTF-16BE", NULL},
               {"asked for", "\xFF\xFE", "UTF-16LE", "utf-16"},
               {"without mark", "", "UTF-16LE", "utf-16"},
               {"big-endian without mark", "", "UTF-16BE", "UTF-16"}};
  g_autoptr (GString) org = g_string_new (NULL), event = g_string_new (NULL);
  g_autofree char *rows = expected_rows_new ();

  records_new (org, event);
  g_string_replace (org, ";SO;", "\tSO\t", 0);
  g_string_replace (org, "code;kind;name", "code\tkind\tname", 0);
  g_string_replace (org, "\n", "\r\n", 0);
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    char *folder = tests_folder_new ();
    gsize length;
    g_autofree char *units = g_convert (org->str, -1, forms[i].encoding, "UTF-8", NULL, &length, NULL);
    g_autoptr (GString) bytes = g_string_new (forms[i].mark);
    g_string_append_len (bytes, units, (gssize) length);
    write_bytes (folder, "org.csv", bytes);
    write_bytes (folder, "event.csv", event); /* UTF-8, whatever is asked for */
    expect_import (forms[i].name, folder, forms[i].asked, "", rows);
    tests_folder_free (folder);
  }
}

/* What cannot be known is asked for; what is asked for is done. */
void
test_import_asked (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autoptr (GString) event = g_string_new ("code;kind;title\nb;KHAC;H\xE9i th\xB6o\n");
  g_autofree char *said = converted_new ("event.csv", 1, "tcvn3");
  g_autofree char *as_latin = converted_new ("event.csv", 1, "windows-1252");

  write_bytes (folder, "event.csv", event);
  expect_import (
      "few words", folder, NULL,
      "error 4: event.csv:2: column “title”: “H\\351i th\\266o” is not UTF-8; save the file as UTF-8, "
      "or name its encoding by --encoding",
      "");
  expect_import ("asked", folder, "TCVN3", said, "b|Hội thảo");
  expect_import ("asked for another", folder, "windows-1252", as_latin, "b|Héi th¶o");
  expect_import (
      "asked for wrongly", folder, "utf-8",
      "error 4: event.csv:2: column “title”: “H\\351i th\\266o” is not UTF-8; save the file as UTF-8, "
      "or name its encoding by --encoding",
      "");
  expect_import (
      "no name", folder, "abc",
      "error 2: --encoding: “abc” is no encoding; name one of auto, utf-8, utf-16, utf-16be, tcvn3, "
      "vni, viscii, windows-1258, windows-1252",
      "");
  g_string_assign (event, "code;kind;title\nb;KHAC;H\u00E9i th\u00B6o\n");
  write_bytes (folder, "event.csv", event);
  expect_import (
      "few letters", folder, "auto",
      "event.csv:2: column “title”: “Héi th¶o” may be in an old encoding and was left as it is; where "
      "it is, name the encoding by --encoding\n",
      "b|Héi th¶o");
  expect_import ("masked, asked", folder, "tcvn3", said, "b|Hội thảo");
  g_string_assign (event, "code;kind;title\nb;KHAC;B\u00B5 NGUY\u00D4N TH\u00DE H\u00B5\n");
  write_bytes (folder, "event.csv", event);
  g_autofree char *with_case = g_strconcat (
      said,
      "event.csv: of 1 word the old encoding does not tell whether it is in "
      "capitals; look after the names\n",
      NULL);
  expect_import ("capitals", folder, "tcvn3", with_case, "b|Bà NGUYỄN THỊ HÀ");
  g_string_assign (event, "code;kind;title\nb;KHAC;Th\x81 vi\xEEn\n");
  write_bytes (folder, "event.csv", event);
  expect_import (
      "lost", folder, "windows-1258",
      "event.csv: 1 cell is written in windows-1258 and was converted; look through it, and name the "
      "encoding by --encoding where that is wrong\n"
      "event.csv:2: column “title”: “Th\xC2\x81 viîn” has a character that means nothing in its encoding; "
      "correct it\n",
      "b|Th\xC2\x81 viîn");
  tests_folder_free (folder);
}
