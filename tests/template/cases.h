/* A case is a file and its expected print side by side, found by being there:
 * cases/x.xml and cases/x.expected. */
#pragma once

#include <glib.h>

/* The print of a case, whether it went well or not; @path as in "x.xml". NULL: what it needs is not there,
 * and it is passed over. */
typedef char *(*TkCaseFunc) (const char *path, gpointer data);

/* Runs @print for every *.xml of @folder, from inside of it, and compares.
 * With --accept among the arguments the prints are written instead; with names, those cases run alone.
 * The exit status of the program. */
int tk_cases_run (int argc, char **argv, const char *folder, TkCaseFunc print, gpointer data);

/* The same for files with another ending: ".sql". */
int tk_cases_run_all (int argc, char **argv, const char *folder, const char *ending, TkCaseFunc print,
                      gpointer data);
