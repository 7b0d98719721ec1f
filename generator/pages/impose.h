/* What the makers of sheets share. */
#pragma once

#include "forme.h"

typedef struct {
  TkArena *arena; /* of the sheets */
  const TkPages *pages;
  const TkPressWish *wish;
  TkNotes *notes;
  TkForme forme;        /* of NONE: of the page that is being placed */
  const TkPage **bled;  /* by index of @pages, with what reaches into the bleed; NULL: not yet */
  guint n_pages;        /* with those that fill up */
  guint n_sheets;       /* without the proof */
  gboolean creep_noted; /* that it reaches text */
  GArray *sides;        /* TkSheetSide */
  GArray *slots;        /* TkSlot, of the side that is being made */
} TkImposition;

/* The page at @index, from 0, of those that fill up too; NULL: it is one of those. */
const TkPage *tk_imposition_page (const TkImposition *imposition, guint index);

/* Ends a side with the slots that are waiting. */
TkSheetSide *tk_imposition_add_side (TkImposition *imposition, const TkSheetSide *side);

/* Puts @marks (TkMark), of the sheet's upper left corner, on the side. */
void tk_imposition_put (const TkImposition *imposition, TkSheetSide *side, const GArray *marks);

/* marks.c: crop, fold and registration marks and the slug line of a side of @imposition's forme. */
void tk_press_mark (const TkImposition *imposition, TkSheetSide *side);

/* proof.c: appends the sides with the small pages. */
void tk_press_add_proof (TkImposition *imposition);

/* slug.c: what a side is, as far as there is room for it; FALSE, with nothing set, where the galley has no
 * words for it. The mark is at 0, 0: the beginning of its baseline. */
gboolean tk_press_write_slug (const TkImposition *imposition, const TkSheetSide *side, TkUnit room,
                              TkMark *ret_mark);
gboolean tk_press_write_number (const TkImposition *imposition, guint number, TkMark *ret_mark,
                                TkUnit *ret_width);
