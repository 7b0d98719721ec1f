/* The order of Vietnamese words: syllable by syllable from left to right, in
 * each the letters first, then the tone.
 *   letters  a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z
 *   tones    none, huyền, hỏi, ngã, sắc, nặng
 * Where a tone mark stands in its syllable is of no account (hoà = hòa). A
 * shorter syllable comes before a longer one that it begins, digits before
 * letters; where all is the same, small letters before capitals. What is
 * neither letter nor digit parts syllables. Sources: TCVN order as in the
 * Vietlex dictionaries and CLDR; not strcoll(), which ignores spaces. */
#pragma once

#include <glib.h>

/* Below, equal to or above 0. The texts need not end in NUL. */
int tk_collate (const char *a, gsize a_length, const char *b, gsize b_length);

/* A key of ASCII letters and digits whose byte order is that of the syllables
 * of @text. @last_first: the last syllable, a given name, is taken first. */
void tk_collate_append_key (GString *to, const char *text, gboolean last_first);
