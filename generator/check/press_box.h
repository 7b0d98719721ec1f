/* Where the ink of a mark lies on its page. */
#pragma once

#include "pages.h"

typedef enum { TK_EDGE_LEFT, TK_EDGE_TOP, TK_EDGE_RIGHT, TK_EDGE_BOTTOM, TK_EDGES } TkEdge;

/* On the page, from its upper left corner, downwards. */
typedef struct {
  TkUnit left, top, right, bottom;
} TkPressBox;

TkPressBox tk_press_box (const TkPlaced *placed, const TkMark *mark);

/* From an edge of the page inwards to that side of @box; negative where it lies beyond the edge. */
TkUnit tk_press_box_distance (const TkPressBox *box, const TkPage *page, TkEdge edge);
