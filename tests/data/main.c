/* Tests of data/: the functions of SQL, the order of words, import, and what
 * may go wrong with files, queries and spreadsheets. With TK_ACCEPT in the
 * environment the prints of the import cases are written instead of compared. */
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <string.h>

#include "tests.h"

char *
tests_folder_new (void)
{
  char *folder = g_dir_make_tmp ("tongket-XXXXXX", NULL);

  assert_non_null (folder);
  return folder;
}

void
tests_folder_free (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    if (g_file_test (path, G_FILE_TEST_IS_DIR))
      tests_folder_free (g_steal_pointer (&path));
    else
      g_unlink (path);
  }
  g_rmdir (folder);
  g_free (folder);
}

char *
tests_database_new (const char *folder)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (folder, "a.db", NULL);

  tk_data_create (path, &error);
  assert_null (error);
  return path;
}

void
tests_run_sql (const char *path, const char *sql)
{
  sqlite3 *connection = NULL;
  char *message = NULL;

  assert_int_equal (sqlite3_open (path, &connection), SQLITE_OK);
  sqlite3_exec (connection, sql, NULL, NULL, &message);
  assert_null (message);
  sqlite3_close (connection);
}

void
tests_expect (const char *what, const char *printed, const char *expected)
{
  if (strcmp (printed, expected) != 0)
    fail_msg ("%s\n  expected: %s\n  printed:  %s", what, expected, printed);
}

char **
tests_read_lines (const char *path)
{
  g_autofree char *text = NULL;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return g_strsplit (text, "\n", -1);
}

static char *
print_rows (const TkRows *rows)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < rows->n_rows; i++) {
    for (guint j = 0; j < rows->n_columns; j++) {
      const TkValue *cell = &rows->cells[i * rows->n_columns + j];
      g_string_append_printf (text, "%s%s", j > 0 ? "|" : "",
                              cell->kind == TK_VALUE_NULL ? "NULL" : cell->text);
    }
    if (i + 1 < rows->n_rows)
      g_string_append_c (text, '\n');
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
tests_print_query (TkDatabase *database, const char *place, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkRows) rows = NULL;
  g_autoptr (TkQuery) query = tk_data_query_new (database, place, sql, &error);

  if (query != NULL)
    rows = tk_data_rows_new (query, NULL, &error);
  if (rows == NULL) {
    assert_non_null (error);
    assert_true (error->domain == TK_ERROR);
    return g_strdup_printf ("error %d: %s", error->code, error->message);
  }
  assert_null (error);
  return print_rows (rows);
}

void
tests_append_notes (GString *to, const TkNotes *notes)
{
  g_autofree char *text = tk_notes_text_new (notes, "note: ");

  g_string_append (to, text);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (test_functions),
      cmocka_unit_test (test_order),
      cmocka_unit_test (test_order_is_one),
      cmocka_unit_test (test_syllables),
      cmocka_unit_test (test_syllables_all),
      cmocka_unit_test (test_keys_random),
      cmocka_unit_test (test_words_read_back),
      cmocka_unit_test (test_rounding),
      cmocka_unit_test (test_names),
      cmocka_unit_test (test_names_read_only),
      cmocka_unit_test (test_picture_colours),
      cmocka_unit_test (test_import_cases),
      cmocka_unit_test (test_import_changes),
      cmocka_unit_test (test_import_leaves_nothing),
      cmocka_unit_test (test_import_of_locked),
      cmocka_unit_test (test_pictures),
      cmocka_unit_test (test_pictures_stored),
      cmocka_unit_test (test_pictures_refused),
      cmocka_unit_test (test_import_of_legacy),
      cmocka_unit_test (test_import_of_masked),
      cmocka_unit_test (test_import_of_mojibake),
      cmocka_unit_test (test_import_of_utf16),
      cmocka_unit_test (test_import_asked),
      cmocka_unit_test (test_letters),
      cmocka_unit_test (test_letters_by_chance),
      cmocka_unit_test (test_docx_cases),
      cmocka_unit_test (test_docx_refused),
      cmocka_unit_test (test_docx_hostile),
      cmocka_unit_test (test_create),
      cmocka_unit_test (test_files),
      cmocka_unit_test (test_locked),
      cmocka_unit_test (test_refused),
      cmocka_unit_test (test_queries),
      cmocka_unit_test (test_endless),
      cmocka_unit_test (test_origin),
      cmocka_unit_test (test_values),
      cmocka_unit_test (test_given),
      cmocka_unit_test (test_one_state),
      cmocka_unit_test (test_large),
      cmocka_unit_test (test_encoding_names),
      cmocka_unit_test (test_encoding_cases),
      cmocka_unit_test (test_encoding_tables),
      cmocka_unit_test (test_encoding_letters),
      cmocka_unit_test (test_recognition_of_prose),
      cmocka_unit_test (test_recognition_of_unicode),
      cmocka_unit_test (test_recognition_in_pieces),
      cmocka_unit_test (test_recognition_of_mixed),
      cmocka_unit_test (test_recognition_of_utf16),
      cmocka_unit_test (test_recognition_asked),
      cmocka_unit_test (test_recognition_of_chance),
      cmocka_unit_test (test_book_numbers),
      cmocka_unit_test (test_book_formats),
      cmocka_unit_test (test_book_days),
      cmocka_unit_test (test_book_written),
      cmocka_unit_test (test_book_again),
      cmocka_unit_test (test_book_large),
      cmocka_unit_test (test_book_cells),
      cmocka_unit_test (test_book_workbooks),
      cmocka_unit_test (test_book_shared),
      cmocka_unit_test (test_book_ods),
      cmocka_unit_test (test_book_packages),
      cmocka_unit_test (test_book_files),
      cmocka_unit_test (test_book_long),
      cmocka_unit_test (test_book_bomb),
      cmocka_unit_test (test_export_values),
      cmocka_unit_test (test_export_sheet),
      cmocka_unit_test (test_export_titles),
      cmocka_unit_test (test_export_form),
      cmocka_unit_test (test_export_faults),
      cmocka_unit_test (test_sample_counts),
      cmocka_unit_test (test_sample_facts),
      cmocka_unit_test (test_samples_together),
      cmocka_unit_test (test_questions),
      cmocka_unit_test (test_tokens),
      cmocka_unit_test (test_inquiries),
      cmocka_unit_test (test_searches),
      cmocka_unit_test (test_searches_by_chance),
      cmocka_unit_test (test_searches_of_depth),
      cmocka_unit_test (test_snippets),
      cmocka_unit_test (test_catalogue_changes),
      cmocka_unit_test (test_catalogue_foreign),
      cmocka_unit_test (test_catalogue_broken),
      cmocka_unit_test (test_figures),
      cmocka_unit_test (test_ledger_values),
      cmocka_unit_test (test_ledger_bound),
      cmocka_unit_test (test_ledger_files),
      cmocka_unit_test (test_ledger_unknown),
      cmocka_unit_test (test_ledger_changed),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
