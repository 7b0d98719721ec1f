/* Total-fit line breaking (Knuth and Plass, Breaking Paragraphs into Lines,
 * 1981): the breaks that make the whole paragraph best, not each line by
 * itself. No hyphenation: Vietnamese has none. */
#pragma once

#include "style.h"

/* What a break after a box costs. */
enum {
  TK_PENALTY_NONE = 0,
  TK_PENALTY_NAME = 90, /* between two capitalised words: names of people and places */
  /* Ragged lines break by the sense where that costs little of their length: not after a word that leads
   * another, within a name, or within a word of several syllables. With 250, a line of less than two
   * thirds of the measure is the worse of the two. */
  TK_PENALTY_LEADING = 90,
  TK_PENALTY_NAME_RAGGED = 130,
  TK_PENALTY_COMPOUND = 250,
  /* Centred ones, which are few and read as a picture, do so even where their lengths then differ much. */
  TK_PENALTY_PLAIN_CENTRED = 200, /* anywhere but after a comma or before a word that leads */
  TK_PENALTY_LEADING_CENTRED = 350,
  TK_PENALTY_NAME_CENTRED = 600,
  TK_PENALTY_COMPOUND_CENTRED = 1500,
  /* words that belong together, and the last two of a paragraph: in ragged lines, which have no holes, parted
   * only where else one would be very short, */
  TK_PENALTY_TIED = 30000,
  /* within a name behind its title ("ông Nguyễn | Văn An"), where else a line would be little longer than
   * half of the measure */
  TK_PENALTY_TIED_NAME = 600,
  /* in justified ones where spaces would else be two thirds wider than they should (100 r^3, r as in TkLine),
   * the last two words where they would be two and a half times as wide */
  TK_PENALTY_TIED_JUSTIFIED = 250,
  TK_PENALTY_LAST_JUSTIFIED = 3000,
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

/* By how much a box may stand out at the beginning or at the end of its line. */
typedef struct {
  TkUnit begin, end;
} TkHang;

/* What the lines of a paragraph have room for: the first ones beside a drop capital or a picture are
 * narrower than the rest. */
typedef struct {
  TkUnit full;         /* of all lines but the first @n_begin, */
  const TkUnit *begin; /* which have these */
  guint n_begin;
  const TkHang *hangs; /* one for each box, or NULL */
  const TkUnit *gives; /* by how much the letters of each box may be set apart or together before its line's
                        * spaces have to, or NULL */
} TkMeasures;

/* Appends the lines of @boxes to @lines (element-type TkLine). With TK_ALIGN_CENTRE the last line counts
 * too, so that titles come out balanced. Always ends; a box wider than its line stands alone. More than one
 * line of its own measure takes time and room for the boxes of those lines once for each of them. */
void tk_galley_break_lines (const TkBox *boxes, guint n, const TkMeasures *measures, TkAlign align,
                            GArray *lines);
