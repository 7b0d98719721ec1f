/* Texts made equal that people take for the same: keys for searching and for
 * finding two spellings of one name. Never printed. All append to a GString; a
 * key folded again is the same. In both keys
 *   letters are small; ð and ɖ, which other encodings left, are đ
 *   spaces of all kinds, also U+00A0 and line ends, are one space, none at dashes
 *   – — − and rows of hyphens are "-"; “ ” « » are '"', ‘ ’ are "'"
 *   signs and spaces at both ends are dropped (but %), and what nobody sees */
#pragma once

#include <glib.h>

/* Bare letters: no tones, no hats, đ is d. "Trịnh Thị Thuỷ." gives "trinh thi thuy". */
void tk_fold_append (GString *to, const char *text);

/* Letters and tones stay, in NFC, with the tones of Vietnamese syllables in the
 * old place (syllable.h): "Trịnh Thị Thuỷ." gives "trịnh thị thủy". */
void tk_fold_append_toned (GString *to, const char *text);
