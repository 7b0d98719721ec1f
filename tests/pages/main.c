/* Comes in: strips typed as text (strips.h). Goes out: the pages that they are
 * flowed into, as text. Needs neither font nor database. */
#include <stdlib.h>
#include <string.h>

#include "golden.h"
#include "strips.h"

static double
points (TkUnit unit)
{
  return unit / 1024.0;
}

static void
print_placed (GString *to, const TkPlaced *placed)
{
  for (guint m = 0; m < placed->n_marks; m++) {
    const TkMark *mark = &placed->marks[m];
    if (mark->kind == TK_MARK_RULE) {
      g_string_append_printf (to, "  %6.2f  %.2f  rule %.2f x %.2f\n", points (placed->y + mark->y),
                              points (placed->x + mark->x), points (mark->rule.width),
                              points (mark->rule.height));
      continue;
    }
    g_string_append_printf (to, "  %6.2f  %.2f  ", points (placed->y + mark->y),
                            points (placed->x + mark->x));
    for (guint i = 0; i < mark->text.n_pieces; i++)
      g_string_append (to, mark->text.pieces[i].word->text);
    g_string_append (to, placed->artifact ? " (artifact)\n" : "\n");
  }
}

static void
print_pages (GString *to, const TkPages *pages)
{
  for (guint p = 0; p < pages->n_pages; p++) {
    const TkPage *page = &pages->pages[p];
    g_string_append_printf (to, "page %u, %.2f x %.2f%s", page->number, points (page->width),
                            points (page->height), page->blank ? ", blank" : "");
    if (page->paper != NULL || page->front)
      g_string_append_printf (to, ", %s %u of the book", page->front ? "front" : "folio", page->folio);
    g_string_append_c (to, '\n');
    for (guint i = 0; i < page->n_placed; i++)
      print_placed (to, &page->placed[i]);
  }
  for (guint i = 0; i < pages->n_bookmarks; i++) {
    const TkBookmark *bookmark = &pages->bookmarks[i];
    g_string_append_printf (to, "bookmark of line %d: page %u, %.2f\n", (int) bookmark->node->origin.row,
                            bookmark->page + 1, points (bookmark->y));
  }
}

static char *
print_case (const char *path, const char *text, gpointer data G_GNUC_UNUSED)
{
  g_autoptr (TkStrips) strips = tk_strips_read (path, text);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (TkPages) pages = tk_pages_flow (&strips->galley, notes);
  GString *to = g_string_new (NULL);

  print_pages (to, pages);
  g_autofree char *noted = tk_notes_text_new (notes, "note: ");
  g_string_append (to, noted);
  return g_string_free (to, FALSE);
}

int
main (int argc, char **argv)
{
  return tk_golden_run (argc, argv, print_case, NULL);
}
