/* Total-fit line breaking (Knuth and Plass, Breaking Paragraphs into Lines,
 * 1981): the breaks that make the whole paragraph best, not each line by
 * itself. No hyphenation: Vietnamese has none. */
#pragma once

#include "style.h"

/* What a break after a box costs. */
enum {
  TK_PENALTY_NONE = 0,
  TK_PENALTY_NAME = 90,    /* between two capitalised words: names of people and places */
  TK_PENALTY_TIED = 30000, /* words that belong together: parted where else a line would be very loose */
  TK_PENALTY_NEVER = 10 * 1000 * 1000, /* within a word: parted only where nothing else fits */
};

typedef struct {
  TkUnit width;
  TkUnit space;   /* natural width of the space after it; 0: none */
  gint32 penalty; /* of a break after it */
} TkBox;

typedef struct {
  guint end;    /* one past the last box of the line */
  double ratio; /* of stretch (> 0) or shrink (< 0) that it takes; 1 = as much as is good */
} TkLine;

/* Appends the lines of @boxes to @lines (element-type TkLine). @first_measure is that of the
 * first line. With TK_ALIGN_CENTRE the last line counts too, so that titles
 * come out balanced. Always ends; a box wider than its line stands alone. */
void tk_galley_break_lines (const TkBox *boxes, guint n, TkUnit first_measure, TkUnit measure, TkAlign align,
                            GArray *lines);
