/* The parts of the test program. */
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* what cmocka.h asks for */
#include <cmocka.h>

#include "hand.h"

int run_bytes_tests (void);
int run_spelling_tests (void);
int run_tree_tests (void);
int run_file_tests (void);
int run_press_tests (void);

/* The file that tk_paint_pdf writes. */
GByteArray *paint_file (const TkPages *pages);
