/* A line of a paragraph: from boxes, in TkSetter, to marks. Internal to galley/. */
#pragma once

#include "gather.h"

typedef struct {
  guint from, to; /* its boxes */
  TkUnit x, baseline;
  TkUnit measure; /* from @x on */
  gboolean last;  /* of its segment: it is not stretched */
  gint64 extra;   /* to be shared out among its spaces */
} TkLinePlace;

/* line.c: moves the line within its measure to where @style aligns it, or finds what its spaces take; gives
 * its natural width. */
gint64 tk_galley_align_line (TkSetter *setter, const TkStyle *style, TkLinePlace *place);

/* The natural width of its boxes and spaces; *@ret_spaces: of these alone. */
gint64 tk_galley_sum_line (const TkSetter *setter, const TkLinePlace *place, gint64 *ret_spaces);

/* Makes @ascent and @pitch as large as the faces want that stand in for that of the style (Chinese names). */
void tk_galley_grow_for_faces (const TkSetter *setter, const TkLinePlace *place, TkUnit *ascent,
                               TkUnit *pitch);

/* Appends the marks of a line that is aligned, underlines last. */
void tk_galley_place_line (TkSetter *setter, const TkNode *node, const TkLinePlace *line, GArray *marks);

/* line_field.c: how many boxes from @from to @to are numbers of pages. */
guint tk_galley_count_pages (const TkSetter *setter, guint from, guint to);

/* Makes the line, which has @n_pages of them and is not aligned yet, a field of @strip that stands behind
 * @before of its marks. */
void tk_galley_keep_line (TkSetter *setter, const TkNode *node, const TkLinePlace *place, guint n_pages,
                          guint before, TkStrip *strip);

/* fit.c: by how much each box of @setter may stand out of the measure, and by how much its letters may be set
 * apart or together; NULL where @style wants nothing of it. */
TkHang *tk_galley_find_hangs (const TkSetter *setter, const TkStyle *style);
TkUnit *tk_galley_find_gives (const TkSetter *setter, const TkStyle *style);

/* Lets the line stand out of its measure, which grows by that, and sets its letters apart or together, where
 * @style says so. */
void tk_galley_fit_line (TkSetter *setter, const TkStyle *style, TkLinePlace *place);
