/* What the tests of archive/ share. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

#include "error.h"

/* A temporary folder, which the caller frees, with all in it, by tests_folder_free(). */
char *tests_folder_new (void);
void tests_folder_free (char *folder);

/* Writes the file @name in @folder; the folders in its name are made. */
void tests_write (const char *folder, const char *name, const char *text);
char *tests_read_new (const char *folder, const char *name);

/* Fails with both texts, where they differ. */
void tests_expect (const char *what, const char *printed, const char *expected);

/* What is wrong with the bag at @folder: "=> KIND PATH: message" a line, or "=> valid". (transfer full) */
char *tests_print_faults_new (const char *folder, const char *profile);

void test_bags (void **state);
void test_write_again (void **state);
void test_write_coreutils (void **state);
void test_write_flipped (void **state);
void test_write_swamped (void **state);
void test_write_refused (void **state);
void test_write_grown (void **state);
void test_profiles (void **state);
void test_profiles_wrong (void **state);
void test_hash_known (void **state);
void test_hash_many (void **state);
void test_package_again (void **state);
void test_package_refused (void **state);
void test_package_hostile (void **state);
void test_package_damaged (void **state);
void test_shown (void **state);
void test_store_places (void **state);
void test_store_ids (void **state);
void test_store_versions (void **state);
void test_store_batches (void **state);
void test_store_recovers (void **state);
void test_store_mark (void **state);
void test_store_unlisted (void **state);
void test_store_tags (void **state);
void test_record_again (void **state);
void test_record_least (void **state);
void test_record_bytes (void **state);
void test_record_schemas (void **state);
void test_record_hostile (void **state);
void test_record_unwritable (void **state);
void test_record_numbers (void **state);
