/* The columns of one region on one page. Internal to pages/. */
#pragma once

#include "foot.h"

typedef struct {
  GArray *fills; /* TkFill, of each column that was filled */
  gint64 height; /* of them: where the region goes on, and notes stand below them, all their room */
  gboolean all;  /* the region, or what of it stands before a forced break, ends here */
} TkColumns;

/* Fills the columns of @stem's region, each with its notes below. */
void tk_columns_fill (TkColumns *columns, const TkStem *stem, const TkReach *from);

/* The same where notes stand apart: none of them are placed, none take room. */
void tk_columns_fill_apart (TkColumns *columns, const TkStem *stem, const TkReach *from);

/* The same where the notes go to @foot, which is the lower the less text there is: as much as stands on the
 * page together with its notes. They are not added. Gives whether all of them have room there; else the last
 * ones are to be split. */
gboolean tk_columns_fill_above (TkColumns *columns, const TkStem *stem, const TkReach *from, TkFoot *foot);

/* How far they reach. */
TkReach tk_columns_reach (const TkColumns *columns, const TkReach *from);
/* Height of the tallest; 0: nothing stands in them. */
gint64 tk_columns_tallest (const TkColumns *columns);
/* Whether notes stand below one of them. */
gboolean tk_columns_have_notes (const TkColumns *columns);
gint64 tk_columns_fill_height (const TkFill *fill);
