/* How far two names are from each other: for finding one person or organisation
 * that was written in two ways. */
#pragma once

#include <glib.h>

/* Longest name that is worth comparing; the time grows with the product of two. */
enum { TK_LIKENESS_BYTES = 1000 };

/* The scale. */
enum {
  TK_LIKENESS_MARK = 1, /* a tone, a hat (a ă â, d đ, u ư …), a space or a sign is another or missing */
  TK_LIKENESS_LETTER = 4 /* a letter or digit is another, is missing, or changed places with its neighbour */
};

/* The smallest sum of such steps from @a to @b (Damerau and Levenshtein, optimal
 * string alignment), both folded with tones (fold.h): 0 for Kiều Thúy Nga and
 * KIỀU THUÝ NGA, 1 for Nguyễn Văn Dũng and Nguyễn Văn Dung, 4 for Bùi Đức Cảnh and
 * Bùi Đức Cản. Up to TK_LIKENESS_LETTER is worth a look; Xuân Dũng and Quỳnh Dung
 * are 14 apart. */
int tk_likeness_distance (const char *a, const char *b);
