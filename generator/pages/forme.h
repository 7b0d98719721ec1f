/* The forme: which sizes of paper there are, and how cells for pages lie on a sheet. */
#pragma once

#include "note.h"
#include "sheets.h"

/* Cells of one size side by side, in the middle of a sheet. */
typedef struct {
  TkUnit cell_width, cell_height;
  gint32 scale; /* of the pages in them, in thousandths */
  guint columns, rows;
  TkUnit gap;           /* between two cells, either way */
  TkUnit bleed;         /* beyond them, on all sides; 0: none */
  TkUnit width, height; /* of the sheet */
  TkUnit left, top;     /* of the cells, on the sheet */
  TkUnit block_width, block_height;
} TkForme;

/* Crop marks are 5 mm long where there is room, and here is how long at least: an SRA sheet leaves no more
 * beside a page of the A size with 3 mm of bleed. */
#define TK_SHORTEST_MARK TK_MM (4)

/* How much is cut off the back of a book before it is glued. */
#define TK_SPINE_CUT TK_MM (3)

/* Cells for pages of @width × @height, on the sheet of @wish or on the smallest that holds them.
 * TK_ERROR_USAGE: there is none. Notes: what had to give way. */
gboolean tk_forme_choose (const TkPressWish *wish, TkUnit width, TkUnit height, TkNotes *notes,
                          TkForme *ret_forme, GError **error);

/* From the trim to where marks begin. */
TkUnit tk_forme_mark_gap (const TkForme *forme);

/* A rectangle behind @marks (of TkMark). */
void tk_forme_add_rule (GArray *marks, gint64 x, gint64 y, gint64 width, gint64 height);

/* For messages: whole millimetres, rounded. */
int tk_forme_mm (gint64 length);
