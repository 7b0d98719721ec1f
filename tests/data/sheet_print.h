/* The cells of a workbook as they stand in its parts, read without the
 * program's own reader of spreadsheets. */
#pragma once

#include <glib.h>

/* Of the sheet at @at (from 1), a line a row, " | " between the cells, which are
 * "A1 s text" for texts and "A1 dd/mm/yyyy 44792" for numbers: their format, or
 * its number where it is one of those that a file need not define. */
char *tests_print_sheet (const char *path, guint at);

/* The notes of the sheet with the @at-th file of notes, "A1: text" and a line end each. */
char *tests_print_sheet_notes (const char *path, guint at);

/* The values of @attribute of all elements @element of the part, each with a line end. */
char *tests_print_attributes (const char *path, const char *part, const char *element, const char *attribute);
