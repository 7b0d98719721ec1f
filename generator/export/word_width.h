/* About how wide words are: enough for the columns of a table and the rules under a name, in a room that has
 * no fonts. Word sets its own lines. Internal to export/. */
#pragma once

#include "node.h"

/* The text of @node from its first run, or from behind a break, on: on one line, and its longest word, each
 * with its indents. Blocks inside of it count, too. */
void tk_word_measure (const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest);

/* The last line of a paragraph that is set to @measure. */
TkUnit tk_word_last_line (const TkNode *node, TkUnit measure);

/* So wide is @measure to be for the lines of a paragraph to be about as long as each other, and no more of
 * them: what stands in the middle does not end with one word. */
TkUnit tk_word_balance (const TkNode *node, TkUnit measure);

/* The number in the one paragraph of @cell, before its decimal comma and from there on. */
void tk_word_measure_decimal (const TkNode *cell, TkUnit *ret_whole, TkUnit *ret_fraction);

TkUnit tk_word_measure_text (const char *text, const TkStyle *style);
