/* What the tests of data/ share. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

#include "database.h"
#include "error.h"

/* A temporary folder, which the caller frees by tests_folder_free(). */
char *tests_folder_new (void);
void tests_folder_free (char *folder);

/* An empty database in @folder, and its path. */
char *tests_database_new (const char *folder);

/* Changes the file by SQL, without the program's own checks. */
void tests_run_sql (const char *path, const char *sql);

/* The cells of a result, "|" between them and a line a row; errors as
 * "error CODE: message". */
char *tests_print_query (TkDatabase *database, const char *place, const char *sql);

/* Fails with both texts, where they differ. */
void tests_expect (const char *what, const char *printed, const char *expected);

/* Appends each note as a line, "note: " before it. */
void tests_append_notes (GString *to, const TkNotes *notes);

/* The lines of a file beside the tests. */
char **tests_read_lines (const char *path);

void test_functions (void **state);
void test_ledger_values (void **state);
void test_ledger_bound (void **state);
void test_ledger_files (void **state);
void test_ledger_unknown (void **state);
void test_ledger_changed (void **state);
void test_order (void **state);
void test_order_is_one (void **state);

void test_syllables (void **state);
void test_syllables_all (void **state);
void test_keys_random (void **state);

void test_words_read_back (void **state);
void test_rounding (void **state);

void test_names (void **state);
void test_names_read_only (void **state);
void test_picture_colours (void **state);

void test_import_cases (void **state);
void test_import_changes (void **state);
void test_import_leaves_nothing (void **state);
void test_import_of_locked (void **state);

void test_pictures (void **state);
void test_pictures_stored (void **state);
void test_pictures_refused (void **state);
void test_import_of_legacy (void **state);
void test_import_of_masked (void **state);
void test_import_of_mojibake (void **state);
void test_import_of_utf16 (void **state);
void test_import_asked (void **state);

void test_letters (void **state);
void test_letters_by_chance (void **state);
void test_docx_cases (void **state);
void test_docx_refused (void **state);
void test_docx_hostile (void **state);

void test_create (void **state);
void test_files (void **state);
void test_locked (void **state);
void test_refused (void **state);
void test_queries (void **state);
void test_endless (void **state);
void test_origin (void **state);
void test_values (void **state);
void test_given (void **state);
void test_one_state (void **state);
void test_large (void **state);

void test_encoding_names (void **state);
void test_encoding_cases (void **state);
void test_encoding_tables (void **state);
void test_encoding_letters (void **state);
void test_recognition_of_prose (void **state);
void test_recognition_of_unicode (void **state);
void test_recognition_in_pieces (void **state);
void test_recognition_of_mixed (void **state);
void test_recognition_of_utf16 (void **state);
void test_recognition_asked (void **state);
void test_recognition_of_chance (void **state);

void test_book_numbers (void **state);
void test_book_formats (void **state);
void test_book_days (void **state);
void test_book_written (void **state);
void test_book_again (void **state);
void test_book_large (void **state);
void test_book_cells (void **state);
void test_book_workbooks (void **state);
void test_book_shared (void **state);
void test_book_ods (void **state);
void test_book_packages (void **state);
void test_book_files (void **state);
void test_book_long (void **state);
void test_book_bomb (void **state);
void test_export_values (void **state);
void test_export_sheet (void **state);
void test_export_titles (void **state);
void test_export_form (void **state);
void test_export_faults (void **state);

void test_sample_counts (void **state);
void test_sample_facts (void **state);
void test_samples_together (void **state);
void test_questions (void **state);

void test_tokens (void **state);
void test_inquiries (void **state);
void test_searches (void **state);
void test_searches_by_chance (void **state);
void test_searches_of_depth (void **state);
void test_snippets (void **state);
void test_catalogue_changes (void **state);
void test_catalogue_foreign (void **state);
void test_catalogue_broken (void **state);

void test_figures (void **state);
