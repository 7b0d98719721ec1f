/* A case is a file and its expected print side by side: x.case, x.expected. */
#pragma once

#include <glib.h>

/* The print of a case, whether it went well or not. @path is as given, @text what the file holds. */
typedef char *(*TkGoldenPrint) (const char *path, const char *text, gpointer data);

/* Arguments: [--accept] FILE.case... Prints the difference of each case; with --accept writes the
 * expected prints instead. The exit status of the program. */
int tk_golden_run (int argc, char **argv, TkGoldenPrint print, gpointer data);

/* The words of @line, which are parted by spaces; "#" begins a comment. */
char **tk_golden_words (const char *line);

/* A word "12.5" or "-3" as points. A word that is no number ends the program: the case is mistyped. */
gint32 tk_golden_length (const char *word);

/* Ends the program with the place and the message: the case is mistyped. */
void tk_golden_refuse (const char *path, int line, const char *format, ...)
    G_GNUC_PRINTF (3, 4) G_GNUC_NORETURN;
