/* Bytes of the encodings before Unicode as letters. The bytes come as units:
 * below 0x100 a byte, above it a character that is no byte of the encoding and
 * stays as it is (a masked text may have been touched by a Unicode editor). */
#pragma once

#include <glib.h>

#include "encoding.h"

/* The byte that Windows-1252 shows as @c, or -1. The five bytes that it does
 * not define, and all of 80-9F in Latin-1, are C1 controls. */
int tk_legacy_find_byte (gunichar c);

/* Appends characters, some of them base and combining mark, to @letters
 * (element-type gunichar). @encoding: one of one byte a letter, VNI or UTF-8.
 * Gives the number of units of which the meaning is not known; they stay as
 * Windows-1252 shows them. */
guint tk_legacy_decode (const gunichar *units, gsize n, TkEncoding encoding, GArray *letters);

/* Small accented letters that stand for capitals, as TCVN3 has no code for
 * these: in a word whose ASCII letters are capitals beyond the first letter
 * (NéI), and in words that show too little (Hµ) between such words. Gives the
 * number of words of which the case stays in doubt. */
guint tk_legacy_raise_capitals (gunichar *letters, gsize n);
