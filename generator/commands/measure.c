/* Comes in: the pages of a paper. Goes out: how many, how large, whether there is colour on them. */
#include "measure.h"

static int
to_hundredths (TkUnit unit)
{
  const gint64 inch = TK_PT (72);

  return (int) (((gint64) unit * 2540 + inch / 2) / inch);
}

static gboolean
is_coloured (const TkMark *mark)
{
  const guint32 red = mark->colour >> 16 & 0xff, green = mark->colour >> 8 & 0xff, blue = mark->colour & 0xff;

  if (mark->kind == TK_MARK_IMAGE)
    return mark->image.picture->components > 1;
  return red != green || green != blue;
}

static gboolean
has_colour (const TkPage *page)
{
  for (guint i = 0; i < page->n_placed; i++)
    for (guint k = 0; k < page->placed[i].n_marks; k++)
      if (is_coloured (&page->placed[i].marks[k]))
        return TRUE;
  return FALSE;
}

static gboolean
is_alike (const TkPage *a, const TkPage *b)
{
  return MIN (a->width, a->height) == MIN (b->width, b->height)
         && MAX (a->width, a->height) == MAX (b->width, b->height);
}

void
tk_paper_measure (const TkPages *pages, TkPaperTaken *taken)
{
  const TkPage *largest = &pages->pages[0];

  taken->n_sides = pages->n_pages;
  taken->coloured = taken->mixed = taken->folded = FALSE;
  for (guint i = 0; i < pages->n_pages; i++) {
    const TkPage *page = &pages->pages[i];
    taken->coloured = taken->coloured || has_colour (page);
    taken->mixed = taken->mixed || !is_alike (page, &pages->pages[0]);
    if ((gint64) page->width * page->height > (gint64) largest->width * largest->height)
      largest = page;
  }
  taken->width = to_hundredths (largest->width);
  taken->height = to_hundredths (largest->height);
}

static gboolean
has_coloured_slot (const TkSheetSide *side)
{
  for (guint i = 0; i < side->n_slots; i++)
    if (side->slots[i].page != NULL && has_colour (side->slots[i].page))
      return TRUE;
  return FALSE;
}

void
tk_paper_measure_sheets (const TkSheets *sheets, TkPaperTaken *taken)
{
  taken->n_sides = sheets->n_sides;
  taken->coloured = taken->mixed = taken->folded = FALSE;
  for (guint i = 0; i < sheets->n_sides; i++) {
    taken->coloured = taken->coloured || has_coloured_slot (&sheets->sides[i]);
    taken->folded = taken->folded || sheets->sides[i].back;
  }
  taken->width = to_hundredths (sheets->sides[0].width);
  taken->height = to_hundredths (sheets->sides[0].height);
}
