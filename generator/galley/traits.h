/* Which words of a line belong together in Vietnamese office typing:
 * reference to the habits in Nghị định 30/2020/NĐ-CP and its checklists. */
#pragma once

#include <glib.h>

/* @length > 0. A set of TkTrait. */
guint tk_galley_traits (const char *text, gsize length);

/* Whether no line should break between two tokens of these traits.
 * @in_name: the token before continues a name that an abbreviation began ("TP. Hồ"), or is the dash
 * of a range that a number began ("2020 -"). */
gboolean tk_galley_tied (guint before, guint after, gboolean in_name);

/* compounds.c: whether two tokens are the syllables of one word, of those that such papers are full of: "hội
 * nghị", "Tổng kết", “THƯ VIỆN. NFC; marks before the first and after the second are passed over. */
gboolean tk_galley_is_compound (const char *before, gsize before_length, const char *after,
                                gsize after_length);
