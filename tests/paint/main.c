/* Comes in: nothing. Goes out: the number of failed groups. */
#include "tests.h"

int
main (void)
{
  return run_bytes_tests () + run_spelling_tests () + run_tree_tests () + run_file_tests () + run_press_tests ();
}
