/* Comes in: pages with the numbers of their papers. Goes out: the same with those of the book that binds
 * them: front matter, then all pages on from 1. Knows nothing of what stands on them. */
#include "folios.h"

static gboolean
is_book (const TkPage *pages, guint n_pages)
{
  for (guint i = 0; i < n_pages; i++)
    if (pages[i].paper != NULL)
      return TRUE;
  return FALSE;
}

void
tk_pages_count (TkPage *pages, guint n_pages)
{
  const gboolean book = is_book (pages, n_pages);
  gboolean front = book && pages[0].paper == NULL;
  guint folio = 0;

  for (guint i = 0; i < n_pages; i++) {
    if (front && i > 0 && pages[i].number == 1) {
      front = FALSE;
      folio = 0;
    }
    pages[i].front = front;
    pages[i].folio = book ? ++folio : pages[i].number;
    if (pages[i].paper == NULL)
      pages[i].number = pages[i].folio;
  }
}
