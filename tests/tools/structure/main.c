/* structure FILE.pdf...: is the structure of a tagged PDF what its pages show? Judges what veraPDF cannot:
 * the order of reading, the grids of tables, texts that are empty, what refers to nothing. A fault is a line,
 * "FILE.pdf: page 3: Document/Sect 2/Table 1: has no head"; status 1 if there are any, 2 if a file cannot be
 * read. */
#include "structure.h"
#include <stdarg.h>
#include <stdio.h>

void
fault (Paper *paper, const char *place, const char *format, ...)
{
  va_list list;

  va_start (list, format);
  g_autofree char *message = g_strdup_vprintf (format, list);
  va_end (list);
  printf ("%s: %s: %s\n", paper->name, place, message);
  paper->faults++;
}

void
fault_in (Paper *paper, const Element *element, const char *format, ...)
{
  g_autoptr (GPtrArray) pieces = g_ptr_array_new ();
  va_list list;

  va_start (list, format);
  g_autofree char *message = g_strdup_vprintf (format, list);
  va_end (list);
  for (const Element *near = element; near != NULL && pieces->len == 0; near = near->parent)
    gather_pieces (near, pieces);
  int page = pieces->len == 0 ? 0 : ((Piece *) pieces->pdata[0])->page;
  g_autofree char *place = g_strdup_printf ("page %d: %s", page + 1, element->path);
  fault (paper, place, "%s", message);
}

static void
free_piece (gpointer piece)
{
  g_string_free (((Piece *) piece)->text, TRUE);
  g_free (piece);
}

static void
free_element (gpointer element)
{
  g_array_unref (((Element *) element)->kids);
  g_free (((Element *) element)->path);
  g_free (element);
}

static void
judge (Paper *paper)
{
  paper->document = pdf_open_document (paper->context, paper->name);
  paper->catalog = entry (paper, pdf_trailer (paper->context, paper->document), "Root");
  read_pages (paper);
  read_tree (paper);
  if (paper->elements->len > 0) {
    check_content (paper);
    check_elements (paper);
    check_ids (paper);
  }
  check_paper (paper);
}

static int
judge_file (fz_context *context, const char *name)
{
  Paper paper = {.context = context, .name = name};
  int broken = 0;

  paper.pieces = g_ptr_array_new_with_free_func (free_piece);
  paper.elements = g_ptr_array_new_with_free_func (free_element);
  paper.reading = g_ptr_array_new ();
  paper.glyphs = g_array_new (FALSE, FALSE, sizeof (Glyph));
  paper.by_mcid = g_hash_table_new (NULL, NULL);
  paper.pages = g_hash_table_new (NULL, NULL);
  fz_var (broken);
  fz_try (context) judge (&paper);
  fz_always (context) pdf_drop_document (context, paper.document);
  fz_catch (context)
  {
    fprintf (stderr, "%s: %s\n", name, fz_caught_message (context));
    broken = 1;
  }
  if (!broken)
    printf ("%s: %u elements, %u pieces of content, %d faults\n", name, paper.elements->len,
            paper.pieces->len, paper.faults);
  g_ptr_array_unref (paper.pieces);
  g_ptr_array_unref (paper.elements);
  g_ptr_array_unref (paper.reading);
  g_array_unref (paper.glyphs);
  g_hash_table_unref (paper.by_mcid);
  g_hash_table_unref (paper.pages);
  return broken ? 2 : paper.faults > 0;
}

int
main (int argc, char **argv)
{
  fz_context *context = fz_new_context (NULL, NULL, FZ_STORE_DEFAULT);
  int status = argc < 2 || context == NULL ? 2 : 0;

  if (argc < 2)
    fprintf (stderr, "structure FILE.pdf...\n");
  for (int i = 1; i < argc && context != NULL; i++) {
    int got = judge_file (context, argv[i]);
    status = MAX (status, got);
  }
  fz_drop_context (context);
  return status;
}
