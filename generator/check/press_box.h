/* Where the ink of a mark lies on its page. */
#pragma once

#include "pages.h"

typedef enum { TK_EDGE_LEFT, TK_EDGE_TOP, TK_EDGE_RIGHT, TK_EDGE_BOTTOM, TK_EDGES } TkEdge;

/* On the page, from its upper left corner, downwards. */
typedef struct {
  TkUnit left, top, right, bottom;
} TkPressBox;

TkPressBox tk_press_box (const TkPlaced *placed, const TkMark *mark);

/* The same where the page is printed in another size, @scale in thousandths. */
TkPressBox tk_press_box_scale (const TkPressBox *box, gint32 scale);

/* From an edge of the page, which has the box @page, inwards to that side of @box; negative where it lies
 * beyond the edge. */
TkUnit tk_press_box_distance (const TkPressBox *box, const TkPressBox *page, TkEdge edge);
