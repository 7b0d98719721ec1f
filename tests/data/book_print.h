/* A spreadsheet file as text, for comparing. */
#pragma once

#include <glib.h>

/* "# Sheet (hidden)", "3|t:text|n:0.5||d:2022-08-19", "merged: 2"; an error ends it with "error CODE:
 * message". */
char *tests_print_book (const char *path);
