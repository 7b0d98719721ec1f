/* How much goes into one column. Internal to pages/. */
#pragma once

#include "pages.h"

/* How far the text is set. */
typedef struct {
  guint strip; /* the next */
  /* The next line of a footnote: of the notes of strip @noted, the @note-th, its @line-th strip. Rests of
   * notes wait while @noted is before @strip. */
  guint noted, note, line;
  guint floats; /* the next of the galley's; it waits while its anchor is before @strip */
  guint moved, moved_note, moved_line; /* as @noted, @note and @line, of the notes of float @moved */
  gboolean of_float;                   /* the line given last was one of these */
} TkReach;

/* Of a note that does not fit whole, so many lines at least stand with its mark. */
enum { TK_LEAST_OF_NOTE = 2 };

/* What a column takes down to the end of a strip. */
typedef struct {
  gint64 text; /* strips, the head and the sums brought forward */
  gint64 all;  /* with their notes */
} TkDepth;

/* What a column is filled from. */
typedef struct {
  const TkGalley *galley;
  const TkRegion *region;
  guint end;      /* of the strips that may stand in it: of the region */
  gint64 room;    /* its height */
  gboolean fresh; /* nothing stands above it: waiting floats may */
  gboolean
      parts; /* nor anything above on its page: keeps that are too long are parted, no page has more room */
  gboolean must;   /* one strip at least goes into it, whatever its height */
  gboolean spaced; /* the first strip has its space above */
  gboolean whole;  /* notes belong to the foot of the page: their rule is there already */
  gboolean apart;  /* notes stand elsewhere and take nothing of its room */
  GArray *depths;  /* scratch: TkDepth */
} TkStem;

typedef struct {
  TkReach from, to;
  gint64 room;       /* for text and notes: without the floats */
  gint64 body;       /* height of its strips, with the head and the sums that it brings out */
  gint64 notes;      /* of the notes below, with their rule; none where they stand apart */
  gint64 tops, feet; /* of floats above the text and below */
  guint n_floats;    /* of them, from @from.floats on */
  gboolean broken;   /* what should stay together was parted before @to.strip, */
  gboolean parted;   /* or what would better have stayed together */
} TkFill;

/* The region of @strip, or the last one; of a galley that has some. */
const TkRegion *tk_fill_find_region (const TkGalley *galley, guint strip);
/* One past its last strip. */
guint tk_fill_find_region_end (const TkGalley *galley, const TkRegion *region);

/* What stands between two strips, the last of a column and the first of the next; NULL: nothing. */
const TkCarry *tk_fill_carry (const TkGalley *galley, guint next);

/* Whether a column of @room that begins with strip @first begins with its head. */
gboolean tk_fill_repeats_head (const TkGalley *galley, guint first, gint64 room);

/* What a head takes where @strip begins a column. */
gint64 tk_fill_head_height (const TkStrip *strip);

/* Fills one column from @from on. Nothing may fit: then @ret_fill's @to is @from. */
void tk_fill_column (const TkStem *stem, const TkReach *from, TkFill *ret_fill);

/* The line of a note at @at, or NULL where none is left of floats that have their place, and none before
 * strip @end; @at moves behind it. */
const TkStrip *tk_fill_next_note (const TkGalley *galley, TkReach *at, guint end);
/* The strip that has the line given last, or by which its float stood. */
guint tk_fill_note_strip (const TkGalley *galley, const TkReach *at);
/* Less than, 0, more than 0: the notes of the text, or of floats (@moved), are come less, as far, further at
 * @a than at @b. */
int tk_fill_compare_notes (const TkReach *a, const TkReach *b, gboolean moved);
