/* Footnotes at the foot of a page, or of one of its columns. Internal to pages/. */
#pragma once

#include "fill.h"

typedef struct {
  const TkGalley *galley;
  GArray *lines;       /* const TkStrip * */
  GArray *groups;      /* lines of one measure, below each other or in columns */
  const TkStrip *rule; /* above the first of them, or NULL */
  gint64 height;       /* of all, with the rule */
} TkFoot;

void tk_foot_init (TkFoot *foot, const TkGalley *galley);
void tk_foot_clear (TkFoot *foot); /* frees what it holds */

/* Adds the line that tk_fill_next_note gave at @at. @below: it stands below its column, else with as many
 * columns as its measure asks for, which end level. */
void tk_foot_add (TkFoot *foot, const TkReach *at, const TkStrip *line, gboolean below);
/* Takes back all but the first @n lines. */
void tk_foot_cut (TkFoot *foot, guint n);

/* Adds lines of notes before strip @end while no more than @room is taken by them; @one: one at least. @at
 * moves behind them. */
void tk_foot_take (TkFoot *foot, TkReach *at, guint end, gint64 room, gboolean one);
/* Adds those that stand below the column of @fill. */
void tk_foot_take_below (TkFoot *foot, const TkFill *fill);

/* Whether what stands from @from up to @to has its notes there, within @room; @split: but for the last strip
 * that has some, of whose notes the first lines do. */
gboolean tk_foot_fits (TkFoot *foot, const TkReach *from, const TkReach *to, gint64 room, gboolean split);

/* A line and its place, from the upper left corner of the foot; the rule is the first. */
typedef void (*TkFootPlace) (gpointer flow, const TkStrip *line, TkUnit x, gint64 y);
void tk_foot_place (TkFoot *foot, TkFootPlace place, gpointer flow);
