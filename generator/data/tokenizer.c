/* Comes in: text. Goes out: its words, one after another, folded. Knows no database: FTS5 is given the words
 * by catalogue_index.c, a search by inquiry.c, a hit is shown by snippet.c, so that all three agree. */
#include "tokenizer.h"

#include <string.h>

#include "fold.h"

/* What is remembered: words in one letter form of up to so many bytes. */
enum { N_KEPT = 8192, MOST_RAW = 24, MOST_BARE = 16, MOST_TONED = 24 };

typedef struct {
  guint8 n_raw, n_bare, n_toned; /* @n_raw 0: nothing is kept here */
  char raw[MOST_RAW], bare[MOST_BARE], toned[MOST_TONED];
} Kept;

struct _TkTokenizer {
  Kept *kept;
  GString *bare, *toned; /* of a word that is not kept */
};

TkTokenizer *
tk_tokenizer_new (void)
{
  TkTokenizer *tokenizer = g_new0 (TkTokenizer, 1);

  tokenizer->kept = g_new0 (Kept, N_KEPT);
  tokenizer->bare = g_string_new (NULL);
  tokenizer->toned = g_string_new (NULL);
  return tokenizer;
}

void
tk_tokenizer_free (TkTokenizer *tokenizer)
{
  if (tokenizer == NULL)
    return;
  g_free (tokenizer->kept);
  g_string_free (tokenizer->bare, TRUE);
  g_string_free (tokenizer->toned, TRUE);
  g_free (tokenizer);
}

/* @n: how many bytes the letter at @text has. A soft hyphen and a joiner are within a word, not its
 * beginning.
 */
static gboolean
is_of_word (const char *text, gsize length, gboolean begun, gsize *ret_n)
{
  const gunichar c = g_utf8_get_char_validated (text, (gssize) length);

  if (c == (gunichar) -1 || c == (gunichar) -2) {
    *ret_n = 1;
    return FALSE;
  }
  *ret_n = (gsize) (g_utf8_next_char (text) - text);
  return g_unichar_isalnum (c) || (begun && (g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT));
}

static gsize
skip (const char *text, gsize length, gsize at, gboolean word)
{
  while (at < length) {
    const guchar byte = (guchar) text[at];
    gsize n = 1;
    const gboolean of_word = byte < 0x80 ? g_ascii_isalnum (byte)
                                         : is_of_word (text + at, length - at, word, &n);
    if (of_word != word)
      break;
    at += n;
  }
  return at;
}

static gboolean
is_number (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return TRUE;
}

static void
cut_zeros (GString *number)
{
  gsize n = 0;

  while (n + 1 < number->len && number->str[n] == '0')
    n++;
  if (n > 0 && is_number (number->str, number->len))
    g_string_erase (number, 0, (gssize) n);
}

static void
fold (TkTokenizer *tokenizer, const char *raw, gsize length)
{
  g_autofree char *word = g_utf8_normalize (raw, (gssize) length, G_NORMALIZE_ALL_COMPOSE);

  g_string_truncate (tokenizer->bare, 0);
  g_string_truncate (tokenizer->toned, 0);
  tk_fold_append (tokenizer->bare, word);
  tk_fold_append_toned (tokenizer->toned, word);
  cut_zeros (tokenizer->bare);
  cut_zeros (tokenizer->toned);
}

static Kept *
find_place (TkTokenizer *tokenizer, const char *raw, gsize length)
{
  guint32 hash = 2166136261U; /* FNV-1a */

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) raw[i]) * 16777619U;
  return &tokenizer->kept[(hash ^ hash >> 16) % N_KEPT];
}

/* FALSE for what is nothing when it is folded. */
static gboolean
look_up (TkTokenizer *tokenizer, const char *raw, gsize length, TkToken *token)
{
  Kept *kept = length <= MOST_RAW ? find_place (tokenizer, raw, length) : NULL;

  if (kept == NULL || kept->n_raw != length || memcmp (kept->raw, raw, length) != 0) {
    fold (tokenizer, raw, length);
    const GString *bare = tokenizer->bare, *toned = tokenizer->toned;
    if (kept == NULL || bare->len > MOST_BARE || toned->len > MOST_TONED) {
      token->bare = bare->str;
      token->n_bare = bare->len;
      token->toned = toned->str;
      token->n_toned = toned->len;
      return bare->len > 0 && toned->len > 0;
    }
    kept->n_raw = (guint8) length;
    kept->n_bare = (guint8) bare->len;
    kept->n_toned = (guint8) toned->len;
    memcpy (kept->raw, raw, length);
    memcpy (kept->bare, bare->str, bare->len);
    memcpy (kept->toned, toned->str, toned->len);
  }
  token->bare = kept->bare;
  token->n_bare = kept->n_bare;
  token->toned = kept->toned;
  token->n_toned = kept->n_toned;
  return kept->n_bare > 0 && kept->n_toned > 0;
}

gboolean
tk_tokenizer_next (TkTokenizer *tokenizer, const char *text, gsize length, gsize *at, TkToken *ret_token)
{
  for (;;) {
    TkToken token = {.start = skip (text, length, *at, FALSE)};
    token.end = skip (text, length, token.start, TRUE);
    *at = token.end;
    if (token.end == token.start)
      return FALSE;
    if (look_up (tokenizer, text + token.start, token.end - token.start, &token)) {
      *ret_token = token;
      return TRUE;
    }
  }
}
