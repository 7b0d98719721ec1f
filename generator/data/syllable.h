/* The Vietnamese syllable: onset, rhyme, tone. Two habits place the tone mark
 * differently in open syllables with oa, oe, uy, and there only:
 *   old  hòa, khỏe, thủy   most official and press texts
 *   new  hoà, khoẻ, thuỷ   QĐ 1989/QĐ-BGDĐT of 25/5/2018, Điều 8, for schoolbooks
 * In both qu and gi are onsets: quý, già, but gì, gìn, giếng. */
#pragma once

#include <glib.h>

/* In the order of dictionaries. */
typedef enum { TK_TONE_NONE, TK_TONE_HUYEN, TK_TONE_HOI, TK_TONE_NGA, TK_TONE_SAC, TK_TONE_NANG } TkTone;

/* The tone that a combining character is the mark of; TK_TONE_NONE: of none. */
TkTone tk_tone_of_mark (gunichar mark);

/* The letter without its tone: ê for ệ. @ret_tone: what was taken off. */
gunichar tk_tone_split (gunichar letter, TkTone *ret_tone);

typedef struct {
  char letters[24]; /* without the tone; NFC */
  guint8 n_onset;   /* bytes of @letters that are the onset; the rest is the rhyme */
  TkTone tone;
} TkSyllable;

typedef enum { TK_PLACEMENT_OLD, TK_PLACEMENT_NEW } TkPlacement;

/* Reads one syllable in small letters, NFC, wherever its tone mark stands. FALSE,
 * with @ret_syllable untouched, for what Vietnamese spelling does not make: an
 * unknown rhyme, two tones, "k" before "a", a tone other than sắc and nặng before
 * c, ch, p, t. */
gboolean tk_syllable_parse (const char *text, gsize length, TkSyllable *ret_syllable);

/* Appends it in NFC with the tone mark in its place. */
void tk_syllable_append (GString *to, const TkSyllable *syllable, TkPlacement placement);

/* Whether a word with all its marks is a syllable: any case, any normal form, the
 * tone mark in one of its two places (người, not ngừơi), one before c, ch, k, p, t.
 * Text in a wrong encoding is betrayed by that. */
gboolean tk_syllable_check (const gunichar *letters, gsize n);
