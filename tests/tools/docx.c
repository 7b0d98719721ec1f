/* docx FILE: the Markdown of a Word file on standard output, the notes on standard error. */
#include "docx.h"

#include <stdio.h>

int
main (int argc, char **argv)
{
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = argc == 2 ? tk_docx_read_new (argv[1], notes, &error) : NULL;

  if (text == NULL) {
    fprintf (stderr, "%s\n", error != NULL ? error->message : "docx FILE");
    return error != NULL ? error->code : 2;
  }
  fputs (text, stdout);
  tk_notes_print (notes, "note: ", stderr);
  return 0;
}
