/* Texts made ready for a sentence or for a list. All append to a GString. */
#pragma once

#include <glib.h>

/* First letter upper case. Quotes and brackets before it are passed over. */
void tk_wording_append_capital (GString *to, const char *text);

/* First letter lower case, unless its word has another capital ("LHTV") or is
 * one letter long. Names cannot be told from other words: not for texts that
 * begin with one. */
void tk_wording_append_uncapital (GString *to, const char *text);

/* All letters upper or lower case, whatever the locale. */
void tk_wording_append_upper (GString *to, const char *text);
void tk_wording_append_lower (GString *to, const char *text);

/* The name of a body in capitals, in lines parted by "|" as the head of a paper shows it: a line ends where
 * the name has a natural place, and holds no more than 23 letters where it has one. */
void tk_wording_append_letterhead (GString *to, const char *name);

/* @text with exactly one mark at its end: a full stop, unless it ends in
 * ". … ! ?" (closing quotes and brackets behind them are passed over). A comma,
 * colon or semicolon at the end gives way, "..." becomes "…". Empty text stays empty. */
void tk_wording_append_sentence (GString *to, const char *text);

/* @text without the full stop, comma, colon, semicolon and the spaces at its
 * end, for joining; "…" and "v.v." stay, "..." becomes "…". @open: it goes on, which "…" says unless its end
 * says so already. */
void tk_wording_append_clause (GString *to, const char *text, gboolean open);

/* Is @text more than one thing to the eye: with a comma, a semicolon or the word
 * "và" of its own? A decimal comma is none. */
gboolean tk_wording_is_compound (const char *text);
/* Has it that word? */
gboolean tk_wording_has_and (const char *text);

/* "hơn 100 đại biểu", "từ 22% đến 140%", "nhiều bộ sách". @qualifier: a code of
 * the schema (BANG, HON …), NULL is BANG. @min, @max: NULL where not known.
 * Nothing is appended where there is nothing to say. FALSE: unknown code. */
gboolean tk_wording_append_quantity (GString *to, const char *qualifier, const double *min, const double *max,
                                     const char *unit);

/* The printed word for a code of the schema: ONG "ông", BAO_CAO "báo cáo",
 * THONG_NHAT_CAO "thống nhất cao". FALSE: none. */
gboolean tk_wording_append_word (GString *to, const char *code);
