/* Places on the pages of a paper, so joined that each of them is told and nobody is flooded. */
#pragma once

#include "press_box.h"

typedef struct {
  TkEdge edge; /* at which it is; TK_EDGES: anywhere on the page */
  TkPressBox box;
  TkUnit least;       /* what is told of it: a thickness, a distance */
  const TkMark *mark; /* of which it is told */
} TkPressPlace;

/* Adds @place to @places (of TkPressPlace) as one with those at the same edge that are within a centimetre of
 * it. The least of them is told. */
void tk_press_places_add (GArray *places, const TkPressPlace *place);

/* By edges, there downwards and from the left. */
void tk_press_places_sort (GArray *places);

/* "left edge, 98–101 mm from the top", or "20–120 mm from the left, 30–110 mm from the top", as far as it is
 * on the page, which has the box @page. (transfer full) */
char *tk_press_place_new (const TkPressPlace *place, const TkPressBox *page);

/* "page 3", or "pages 3, 5, 7–9". @pages: from 0, ascending. (transfer full) */
char *tk_press_pages_new (const guint *pages, guint n);
