/* Prints spreadsheet files for the shell tests. */
#include <stdio.h>

#include "book_print.h"

int
main (int n, char **paths)
{
  for (int i = 1; i < n; i++) {
    g_autofree char *text = tests_print_book (paths[i]);
    fputs (text, stdout);
  }
  return 0;
}
