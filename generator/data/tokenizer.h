/* Words of Vietnamese text as the catalogue finds them: each as two keys, bare and toned (fold.h). A word is
 * letters, digits and their marks; all else parts words. A number loses the zeros before it, for 05/QĐ and
 * 5/QĐ are one; letters of other shapes (ﬁ, ｆ, ²) are the plain ones (NFKC, UAX #15). */
#pragma once

#include <glib.h>

typedef struct {
  const char *bare, *toned; /* borrowed until the next word; of equal text where the word bears no marks */
  gsize n_bare, n_toned;    /* bytes */
  gsize start, end;         /* bytes of the text */
} TkToken;

/* Keeps the words that it has met: most of a text is some thousand of them. Not for several threads at once.
 */
typedef struct _TkTokenizer TkTokenizer;

TkTokenizer *tk_tokenizer_new (void);
void tk_tokenizer_free (TkTokenizer *tokenizer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkTokenizer, tk_tokenizer_free)

/* The next word of @text from *@at on, which moves behind it; FALSE at the end. What is not UTF-8 parts
 * words.
 */
gboolean tk_tokenizer_next (TkTokenizer *tokenizer, const char *text, gsize length, gsize *at,
                            TkToken *ret_token);
