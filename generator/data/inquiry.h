/* What a person asks of the catalogue, in a grammar that refuses nothing:
 *   thư viện        both words, anywhere; typed with marks or without
 *   "thư viện"      the words beside each other; “ ” „ « » as well. A mark without its mate is none
 *   12/QĐ-LHTV      signs between words make them a phrase
 *   ngh*            words that begin so
 *   a OR b, a | b   either; a AND b, a & b both; a NOT b, NOT b: without b; in capitals only
 *   ( )             groups; what is not closed ends at the end
 * AND binds more than OR. All other signs are spaces. */
#pragma once

#include "tokenizer.h"

/* A word or phrase that is to be found: by its letters without marks, and, where marks were typed, by them.
 */
typedef struct {
  int bare, exact; /* numbers of the phrases of @match, or -1 */
  int n_tokens;
  gboolean prefix; /* of a word that begins so */
  gboolean joined; /* the next term stands behind it, as words of one asking do */
} TkInquiryTerm;

typedef struct {
  char *match;      /* of FTS5 (FULL-TEXT QUERY SYNTAX); NULL: nothing is asked */
  gboolean without; /* what does not match is asked for */
  GArray *terms;    /* of TkInquiryTerm, without those behind NOT */
  gboolean cut;     /* it was longer than is looked for: 64 words and signs */
  int n_phrases;    /* of @match */
} TkInquiry;

TkInquiry *tk_inquiry_new (TkTokenizer *tokenizer, const char *words);
void tk_inquiry_free (TkInquiry *inquiry);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkInquiry, tk_inquiry_free)

/* Narrows it to papers whose @column has the words of @phrase beside each other; nothing where it has none.
 */
void tk_inquiry_narrow (TkInquiry *inquiry, TkTokenizer *tokenizer, const char *column, const char *phrase);
