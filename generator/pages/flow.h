/* What the files share that put things on pages. Internal to pages/. */
#pragma once

#include "columns.h"
#include "fields.h"

/* What copyfit.c may change of the strips before they flow. */
typedef struct {
  guint room;          /* per mille of the room that they ask for below their beginnings */
  const TkUnit *more;  /* by how much each is taller, */
  const TkUnit *wider; /* and by how much more space there is above it */
  gboolean bare;       /* no fillers stand on the pages */
  gint64 pictured;     /* lower holes get no pictures as fillers: there are not enough of them */
} TkFit;

/* What a page or a column has left below the strips that stand in it: nothing where a filler does. */
typedef struct {
  guint first, end; /* strips; none on an empty page */
  TkUnit width;
  gint64 height;
  gboolean whole; /* as wide as the page */
  gboolean last;  /* what follows it stands on another page */
} TkHole;

typedef struct {
  TkArena *arena;
  const TkGalley *galley; /* with a region at least */
  const TkMaster *master; /* of the page being filled; */
  const TkNode *paper;    /* and the PAPER that it is of, or NULL */
  TkNotes *notes;
  GArray *pages;     /* TkPage */
  GArray *bookmarks; /* TkBookmark */
  GArray *placed;    /* TkPlaced, of the page being filled */
  GArray *depths;    /* scratch of TkStem */
  TkColumns columns; /* of one region on one page */
  TkFoot foot;       /* of the page being filled; */
  GArray *texts;     /* TkFill, whose floats stand above it */
  TkFoot below;      /* of one of its columns */
  guint number;      /* of that page */
  TkFields *fields;
  gboolean *used;         /* of the galley's fillers: whether they stand on a page already */
  guint looks;            /* of boxes on the page being filled: bits, known to filler.c */
  gint64 pictured;        /* TkFit's, */
  gboolean bare;          /* too */
  const TkRegion *region; /* the last one in columns, or NULL */
  GArray *holes;          /* TkHole, or NULL: nobody asks */
} TkFlow;

/* The pages of @galley, which has a region at least, its strips changed as @fit says, or not if NULL. @holes:
 * gets what they leave free, or NULL. */
TkPages *tk_flow_pages (const TkGalley *galley, const TkFit *fit, GArray *holes, TkNotes *notes);

/* Height of the text of a page. */
gint64 tk_flow_text_height (const TkFlow *flow);
/* And its width. */
TkUnit tk_flow_measure (const TkFlow *flow);

/* place.c. Floats at the head of a column, text. @fresh: nothing stands above it. Gives the y below. */
gint64 tk_flow_place_column (TkFlow *flow, const TkFill *fill, TkUnit x, gint64 y, gboolean fresh);
/* On the page being filled, but for one that is there already. */
void tk_flow_add_bookmark (TkFlow *flow, const TkNode *node, TkUnit y);
void tk_flow_place_strip (TkFlow *flow, const TkStrip *strip, TkUnit x, gint64 y);
/* The floats at its foot, from @y on. Gives the y below. */
gint64 tk_flow_place_feet (TkFlow *flow, const TkFill *fill, TkUnit x, gint64 y);
/* All columns of @region with their notes and the lines between them, from @y down. */
void tk_flow_place_columns (TkFlow *flow, const TkRegion *region, gint64 y);
/* @foot with its last line above @limit; @alone: at @y, for there is no text on the page. It is empty then.
 */
void tk_flow_place_foot (TkFlow *flow, TkFoot *foot, TkUnit x, gint64 y, gint64 limit, gboolean alone);

/* filler.c. Fillers between @y and @limit, @alone on the page or below its text. FALSE: there are none; a
 * note says so where much of the page stays empty. */
gboolean tk_flow_fill_page (TkFlow *flow, gint64 y, gint64 limit, gboolean alone);
/* The same in a column, at its foot: one that is full, or as high as those beside it. */
gboolean tk_flow_fill_column (TkFlow *flow, TkUnit x, TkUnit width, gint64 y, gint64 limit, gboolean alone);
/* @block stands on the page being filled: fillers that look like it are avoided there. */
void tk_flow_note_look (TkFlow *flow, const TkNode *block);
/* Whether a filler is a picture that may change its height. */
gboolean tk_flow_is_picture (const TkFiller *filler);
/* What stays free on the page being filled: of a column, maybe nothing; those of a page come before its own.
 * Pages that want no fillers have no holes. */
void tk_flow_note_hole (TkFlow *flow, const TkHole *hole);

/* feather.c. Widens by a line of the grid the space above strips, each once, such that the @hole-th of @holes
 * gets smaller; @closed: where that is of a column, and nothing is left of it. @wider: of each strip. */
void tk_feather_hole (const TkGalley *galley, const GArray *holes, guint hole, gboolean closed,
                      TkUnit *wider);

/* shift.c. Strips @first to @text, of a block, are to change places with those up to @end, of text. */
typedef struct {
  guint first, text, end;
} TkShift;

/* Whether there is such a block next to @hole, which has room for that text. */
gboolean tk_shift_find (const TkGalley *galley, const TkHole *hole, TkShift *ret_shift);
/* They do; the space below the block stays there. */
void tk_shift_strips (TkStrip *strips, guint n_strips, const TkShift *shift);
/* And what there is for each strip, of @size. */
void tk_shift_items (gpointer items, gsize size, const TkShift *shift);
