/* What the tests of picture/ share. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <glib.h>

#include "error.h"
#include "intake.h"
#include "make.h"

/* A temporary folder with the folders "in" and "out" in it. */
typedef struct {
  char *top, *in, *out;
} Folders;
void folders_open (Folders *folders);
void folders_close (Folders *folders);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Folders, folders_close)

/* Writes @bytes to "in" and takes the file. What was said of it, in words:
 * "jpg 24 x 40 2022-08-19 position several from WebP", or "error 4: message"
 * without the path. @ret_stored, where it is not NULL: the bytes of the copy. */
char *take_bytes (const Folders *folders, GBytes *bytes, GBytes **ret_stored);
char *take_path (const Folders *folders, const char *path, GBytes **ret_stored);

/* Fails with both texts, where they differ. */
void expect (const char *what, const char *printed, const char *expected);
/* The copy taken again is the same file, and "out" has one file. */
void expect_settled (const char *what, const Folders *folders, GBytes *stored);
void expect_without (const char *what, GBytes *stored, const char *text);

gboolean bytes_have (GBytes *bytes, const char *text, gsize size);
guint count_files (const char *folder);

void test_turning (void **state);

void test_jpeg (void **state);
void test_jpeg_thumbnail (void **state);
void test_jpeg_pixels (void **state);
void test_png (void **state);
void test_png_pixels (void **state);
void test_png_turned (void **state);

void test_webp (void **state);
void test_heic (void **state);
void test_heic_fixture (void **state);

void test_not_pictures (void **state);
void test_truncated (void **state);
void test_damaged (void **state);
void test_sizes (void **state);
void test_grid (void **state);
void test_scans (void **state);

void test_leading (void **state);
void test_leading_is_legible (void **state);

void test_shown_colours (void **state);
void test_profiles (void **state);
void test_shrinking (void **state);
void test_shrinking_alike (void **state);
void test_plain_png (void **state);
void test_shown_smaller (void **state);

void test_mixed_inks (void **state);
void test_limited_inks (void **state);
void test_inked_samples (void **state);
void test_inked_grays (void **state);
void test_refused_inks (void **state);
void test_profiles_of_inks (void **state);
void test_eighths (void **state);
void test_print_kinds (void **state);
void test_print_names (void **state);
void test_prints (void **state);

void test_stored_once (void **state);
void test_links (void **state);
void test_no_folder (void **state);
void test_changing (void **state);
