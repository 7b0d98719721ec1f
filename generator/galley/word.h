/* The cache of shaped words: Vietnamese is written in some thousand syllables,
 * so nearly every word of a paper is found here. */
#pragma once

#include "arena.h"
#include "font.h"
#include "mark.h"

/* What the rules of ties need to know of a token, told once. */
typedef enum {
  TK_TRAIT_NUMBER = 1 << 0,       /* begins with a digit */
  TK_TRAIT_ENDS_NUMBER = 1 << 1,  /* ends with a digit or % */
  TK_TRAIT_ROMAN = 1 << 2,        /* I, IV, XII */
  TK_TRAIT_LOWER = 1 << 3,        /* begins with a small letter */
  TK_TRAIT_CAPITAL = 1 << 4,      /* begins with a capital letter */
  TK_TRAIT_COUNTED = 1 << 5,      /* ngày, tháng, năm, Điều, khoản, …: a number follows */
  TK_TRAIT_ABBREVIATION = 1 << 6, /* TP. TX. Q. GS. …: a name follows */
  TK_TRAIT_HONORIFIC = 1 << 7,    /* Ông, Bà, đ/c */
  TK_TRAIT_DASH = 1 << 8,         /* -, –, — alone */
  TK_TRAIT_CLOSING = 1 << 9,      /* begins with a mark that never begins a line; also "./." */
  TK_TRAIT_OPENING = 1 << 10,     /* ends with a mark that never ends a line */
  TK_TRAIT_STOPPED = 1 << 11,     /* ends with , ; : . and the like */
  TK_TRAIT_LEADING = 1 << 12,     /* và, của, các, …: leads what follows it */
  TK_TRAIT_PLACE = 1 << 13,       /* tỉnh, miền, phía, …: the name of a place follows */
} TkTrait;

/* What stands between two spaces, in one font: usually one word; several where
 * faces change within it or where lines may break within it (Chinese). */
typedef struct {
  TkUnit width;
  guint traits; /* of TkTrait */
  guint n_words;
  const TkWord *word; /* the first; the only one nearly always */
  const TkWord *const *words;
  gboolean breaks; /* a line may break after each word */
} TkToken;

typedef struct _TkWords TkWords;

TkWords *tk_words_new (TkFonts *fonts);
void tk_words_free (TkWords *words);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkWords, tk_words_free)

/* Borrowed, for the life of @words. TK_ERROR_FONT for a letter that no font has:
 * names its @origin and its code point. */
const TkToken *tk_words_find (TkWords *words, const TkFont *font, const char *text, gsize length,
                              const TkOrigin *origin, GError **error);

/* A token too wide for @measure in parts that fit: at the places of UAX 14 where that
 * suffices, else between letters. (transfer container) (element-type TkToken);
 * @ret_anywhere: whether letters had to be parted. */
GPtrArray *tk_words_split (TkWords *words, const TkFont *font, const char *text, gsize length, TkUnit measure,
                           const TkOrigin *origin, gboolean *ret_anywhere, GError **error);

/* The same word with @extra, which may be negative, between its letters; made once for each @extra. Marks
 * on a letter stay with it. */
const TkWord *tk_words_spread (TkWords *words, const TkWord *word, TkUnit extra);

/* Letters of it that have another behind them. */
guint tk_words_count_gaps (const TkWord *word);

guint tk_words_count (const TkWords *words);
