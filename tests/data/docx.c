/* Word files: a case is a folder of docx/ with the parts, the Markdown that is
 * made of them in expected.md, and what md4c reads of that and the notes in
 * expected.txt. The file text/ is whole: no letter of it may be lost. */
#include "docx.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdio.h>
#include <string.h>

#include "commonmark.h"
#include "tests.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

static void
add_part (struct archive *zip, const char *name, const char *bytes, gsize size)
{
  struct archive_entry *entry = archive_entry_new ();

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) size);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  assert_int_equal (archive_write_header (zip, entry), ARCHIVE_OK);
  assert_int_equal (archive_write_data (zip, bytes, size), size);
  archive_entry_free (entry);
}

static struct archive *
zip_new (const char *path)
{
  struct archive *zip = archive_write_new ();

  archive_write_set_format_zip (zip);
  assert_int_equal (archive_write_open_filename (zip, path), ARCHIVE_OK);
  return zip;
}

/* Adds all files below @folder but what is expected. */
static void
add_folder (struct archive *zip, const char *folder, const char *below)
{
  g_autofree char *path = g_build_filename (folder, below, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *part = below[0] != '\0' ? g_build_filename (below, name, NULL) : g_strdup (name);
    g_autofree char *file = g_build_filename (folder, part, NULL);
    g_autofree char *bytes = NULL;
    gsize size = 0;
    if (g_file_test (file, G_FILE_TEST_IS_DIR))
      add_folder (zip, folder, part);
    else if (!g_str_has_prefix (part, "expected") && g_file_get_contents (file, &bytes, &size, NULL))
      add_part (zip, part, bytes, size);
  }
}

/* The relationships that every case has, unless it brings its own. */
static void
add_links (struct archive *zip, const char *folder)
{
  static const char *const kinds[] = {"styles", "numbering", "footnotes", "endnotes"};
  g_autoptr (GString) text = g_string_new ("<Relationships>");
  g_autofree char *own = g_build_filename (folder, "word", "_rels", NULL);

  if (g_file_test (own, G_FILE_TEST_EXISTS))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_string_append_printf (text, "<Relationship Id='r%u' Type='" OFFICE "%s' Target='%s.xml'/>", i, kinds[i],
                            kinds[i]);
  g_string_append (text, "</Relationships>");
  add_part (zip, "word/_rels/document.xml.rels", text->str, text->len);
}

/* The Markdown, or the error. */
static char *
read_docx (const char *path, TkNotes *notes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = tk_docx_read_new (path, notes, &error);

  if (text == NULL) {
    assert_non_null (error);
    assert_true (error->domain == TK_ERROR);
    return g_strdup_printf ("error %d: %s", error->code, error->message);
  }
  assert_null (error);
  assert_true (g_utf8_validate (text, -1, NULL));
  g_autofree char *nfc = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  assert_string_equal (text, nfc);
  return g_steal_pointer (&text);
}

static char *
without_spaces (const char *text)
{
  g_autoptr (GString) bare = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      g_string_append_unichar (bare, g_utf8_get_char (text));
  return g_string_free (g_steal_pointer (&bare), FALSE);
}

/* The words of document.xml by a regular expression, without any of the reader. */
static char *
words_of (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "word", "document.xml", NULL);
  g_autoptr (GRegex) words = g_regex_new ("<w:t[^>]*>([^<]*)</w:t>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *xml = NULL;

  assert_true (g_file_get_contents (path, &xml, NULL, NULL));
  for (g_regex_match (words, xml, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL)) {
    g_autofree char *word = g_match_info_fetch (match, 1);
    g_string_append (text, word);
  }
  g_string_replace (text, "&lt;", "<", 0);
  g_string_replace (text, "&gt;", ">", 0);
  g_string_replace (text, "&amp;", "&", 0);
  return without_spaces (text->str);
}

static guint
compare (const char *folder, const char *name, const char *printed)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *expected = NULL;

  if (g_getenv ("TK_ACCEPT") != NULL)
    g_file_set_contents (path, printed, -1, NULL);
  if (g_file_get_contents (path, &expected, NULL, NULL) && strcmp (printed, expected) == 0)
    return 0;
  print_error ("%s\n--- expected\n%s--- printed\n%s", path, expected != NULL ? expected : "", printed);
  return 1;
}

static guint
check_case (const char *name, const char *path)
{
  g_autofree char *folder = g_build_filename ("docx", name, NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  struct archive *zip = zip_new (path);

  add_folder (zip, folder, "");
  add_links (zip, folder);
  archive_write_free (zip);
  g_autofree char *markdown = read_docx (path, notes);
  g_autofree char *read = commonmark_print (markdown);
  g_autoptr (GString) print = g_string_new (read);
  tests_append_notes (print, notes);
  g_string_replace (print, path, "a.docx", 0);
  if (g_str_has_prefix (name, "text-")) {
    g_autofree char *text = commonmark_text (markdown);
    g_autofree char *bare = without_spaces (text);
    g_autofree char *words = words_of (folder);
    tests_expect (name, bare, words);
  }
  return compare (folder, "expected.md", markdown) + compare (folder, "expected.txt", print->str);
}

void
test_docx_cases (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.docx", NULL);
  g_autoptr (GDir) dir = g_dir_open ("docx", 0, NULL);
  guint n = 0, bad = 0;

  assert_non_null (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir), n++)
    bad += check_case (name, path);
  tests_folder_free (folder);
  assert_int_equal (bad, 0);
  assert_true (n >= 11);
}

/* The Markdown of one part, called @name. */
static char *
read_part (const char *name, const char *text)
{
  char *folder = tests_folder_new ();
  g_autofree char *path = g_build_filename (folder, "a.docx", NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GString) printed = NULL;

  if (name != NULL) {
    struct archive *zip = zip_new (path);
    add_part (zip, name, text, strlen (text));
    archive_write_free (zip);
  } else {
    assert_true (g_file_set_contents (path, text, -1, NULL));
  }
  g_autofree char *read = read_docx (path, notes);
  printed = g_string_new (read);
  g_string_replace (printed, path, "a.docx", 0);
  tests_folder_free (folder);
  return g_string_free (g_steal_pointer (&printed), FALSE);
}

void
test_docx_refused (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *name, *text, *expected; /* what follows "…" may be anything */
  } cases[] = {
      {"xl/workbook.xml", "<a/>",
       "error 4: a.docx: is a workbook of Excel, not a Word file; save it as .docx"},
      {"content.xml", "<a/>", "error 4: a.docx: is an OpenDocument file, not a Word file; save it as .docx"},
      {"ppt/presentation.xml", "<a/>",
       "error 4: a.docx: is a presentation of PowerPoint, not a Word file; save it as .docx"},
      {"word/styles.xml", "<a/>", "error 4: a.docx: the file is damaged (word/document.xml…"},
      {"word/document.xml", "<a/>",
       "error 4: a.docx: is a zip file without a document, not a Word file; save it as .docx"},
      {"word/document.xml", "<w:document xmlns:w='" WORD "'><w:body>\n<w:p></w:body>",
       "error 4: a.docx: the file is damaged (…"},
      {"word/document.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
       "error 4: a.docx: the file is damaged (word/document.xml:1: it has a document type)…"},
      {"word/document.xml", "<w:document xmlns:w='" WORD "'><w:body/></w:document>", ""},
      {NULL, "chữ thường",
       "error 4: a.docx: is no file of a spreadsheet or word processor; save it as .xlsx, .ods or .docx"},
      {NULL, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
       "error 4: a.docx: is locked by a password, or of the old form .xls or .doc; open it in an office "
       "program and "
       "save it as .xlsx, .ods or .docx without a password"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *printed = read_part (cases[i].name, cases[i].text);
    const char *rest = strstr (cases[i].expected, "…");
    if (rest != NULL && strncmp (printed, cases[i].expected, (gsize) (rest - cases[i].expected)) == 0)
      continue;
    tests_expect (cases[i].text, printed, cases[i].expected);
  }
}

/* A body of @n times @piece, with @open and @close around them as often as @depth. */
static char *
read_body (const char *open, guint depth, const char *piece, guint n, const char *close)
{
  g_autoptr (GString) text = g_string_new ("<w:document xmlns:w='" WORD "' xmlns:m='urn:m'><w:body>");

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < n; i++)
    g_string_append (text, piece);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  g_string_append (text, "</w:body></w:document>");
  return read_part ("word/document.xml", text->str);
}

void
test_docx_hostile (G_GNUC_UNUSED void **state)
{
  static const char *const refused = "error 4: a.docx: word/document.xml:1: elements are nested more than 64 "
                                     "deep; take tables out of tables";
  g_autofree char *tables = read_body ("<w:tbl><w:tr><w:tc>", 40, "<w:p/>", 1, "</w:tc></w:tr></w:tbl>");
  g_autofree char *controls = read_body ("<w:sdt><w:sdtContent>", 40, "<w:p/>", 1, "</w:sdtContent></w:sdt>");
  g_autofree char *foreign = read_body ("<m:x>", 300, "", 1, "</m:x>");
  g_autofree char *shallow = read_body ("<w:tbl><w:tr><w:tc>", 15, "<w:p><w:r><w:t>x</w:t></w:r></w:p>", 1,
                                        "</w:tc></w:tr></w:tbl>");
  g_autofree char *runs = read_body ("<w:p>", 1, "<w:r/>", 1000000, "</w:p>");
  g_autofree char *looks = read_body (
      "<w:p>", 1, "<w:r><w:rPr><w:b/></w:rPr><w:t>(</w:t></w:r><w:r><w:t>a</w:t></w:r>", 20000, "</w:p>");
  g_autofree char *spans = read_body (
      "<w:tbl>", 1, "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99'/></w:tcPr></w:tc></w:tr>", 2000, "</w:tbl>");

  assert_string_equal (tables, refused);
  assert_string_equal (controls, refused);
  assert_true (g_str_has_prefix (foreign, "error 4: a.docx: the file is damaged (word/document.xml"));
  assert_string_equal (shallow, "| x |\n|---|\n");
  assert_string_equal (runs, "");
  assert_int_equal (strlen (looks), 40001);
  assert_string_equal (spans, "");
}
