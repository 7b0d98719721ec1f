/* Comes in: a text and the places of words in it. Goes out: a line with the words in sight. Knows no
 * catalogue and no terminal. */
#include "snippet.h"

#include <string.h>

#include "catalogue.h"

/* Words of a snippet, and how many of them go before what was found. */
enum { SHOWN = 26, BEFORE = 6 };

/* The snippet while it is being gathered. */
typedef struct {
  GString *line;
  GArray *marks;
  gboolean spaced; /* a space is due */
} Line;

static const TkCatalogueWord *
word_at (const GArray *words, guint i)
{
  return &g_array_index (words, TkCatalogueWord, i);
}

/* How much of what was asked for stands within a snippet that begins at word @from: of terms one each and
 * most, of terms in their order side by side some, and a little for each place. */
static guint
rate (const GArray *words, guint from)
{
  const guint end = word_at (words, from)->first + SHOWN - BEFORE;
  guint64 seen = 0;
  guint rating = 0;

  for (guint i = from; i < words->len && word_at (words, i)->first + word_at (words, i)->n <= end; i++) {
    const TkCatalogueWord *word = word_at (words, i), *before = i > from ? word - 1 : NULL;
    const guint64 bit = (guint64) 1 << (word->term & 63);
    rating += (seen & bit) == 0 ? 1000 : 1;
    if (before != NULL && before->term + 1 == word->term && before->first + before->n == word->first)
      rating += (seen & bit) == 0 ? 100 : 10;
    seen |= bit;
  }
  return rating;
}

static guint
find_best (const GArray *words)
{
  guint best = 0, most = 0;

  for (guint i = 0; i < words->len; i++) {
    const guint rating = rate (words, i);
    if (rating > most) {
      most = rating;
      best = i;
    }
  }
  return best;
}

static gboolean
is_found (const GArray *words, guint *from, guint place)
{
  while (*from < words->len && word_at (words, *from)->first + word_at (words, *from)->n <= place)
    ++*from;
  for (guint i = *from; i < words->len && word_at (words, i)->first <= place; i++)
    if (place < word_at (words, i)->first + word_at (words, i)->n)
      return TRUE;
  return FALSE;
}

static void
add_text (Line *line, const char *text, gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    const GUnicodeType type = g_unichar_type (c);
    if (g_unichar_isspace (c) || type == G_UNICODE_CONTROL) {
      line->spaced = TRUE;
      continue;
    }
    /* what turns the direction of writing, and what nobody sees, is no part of a line */
    if (type == G_UNICODE_FORMAT)
      continue;
    if (line->spaced && line->line->len > 0)
      g_string_append_c (line->line, ' ');
    line->spaced = FALSE;
    g_string_append_unichar (line->line, c);
  }
}

/* Lengthens the last mark where nothing but a space stands between. */
static void
add_mark (Line *line, gsize start)
{
  const TkSnippetMark mark = {start, line->line->len};
  TkSnippetMark *last = line->marks->len > 0
                            ? &g_array_index (line->marks, TkSnippetMark, line->marks->len - 1)
                            : NULL;

  if (last != NULL && last->end + 1 == start && line->line->str[last->end] == ' ')
    last->end = mark.end;
  else
    g_array_append_val (line->marks, mark);
}

static guint
count_pages (const char *text, gsize length)
{
  guint n = 0;

  for (const char *at = text; (at = memchr (at, '\f', length - (gsize) (at - text))) != NULL; at++)
    n++;
  return n;
}

/* Where the signs that stand at a word end: a few, up to a space of any width. */
static gsize
find_signs_end (const char *text, gsize length, gsize at)
{
  enum { SIGNS = 8 };

  for (guint n = 0; n < SIGNS && at < length; n++) {
    const gunichar c = g_utf8_get_char_validated (text + at, (gssize) (length - at));
    if (c > 0x10ffff || g_unichar_isspace (c)) /* or no character */
      break;
    at += (gsize) g_unichar_to_utf8 (c, NULL);
  }
  return at;
}

/* The words from @first on; @at: where the tokenizer is to go on. */
static void
add_words (Line *line, TkTokenizer *tokenizer, const char *text, gsize length, gsize at, guint first,
           const GArray *words)
{
  TkToken token;
  gsize end = at;
  guint from = 0, n = 0;

  for (; n < SHOWN && tk_tokenizer_next (tokenizer, text, length, &at, &token); n++) {
    add_text (line, text + end, n > 0 ? token.start - end : 0);
    const gsize start = line->line->len + (line->spaced && line->line->len > 0);
    add_text (line, text + token.start, token.end - token.start);
    if (is_found (words, &from, first + n))
      add_mark (line, start);
    end = token.end;
  }
  const gsize stop = find_signs_end (text, length, end);
  if (tk_tokenizer_next (tokenizer, text, length, &at, &token)) {
    add_text (line, text + end, MIN (stop, token.start) - end);
    g_string_append (line->line, line->spaced ? " …" : "…");
  } else {
    add_text (line, text + end, stop - end);
  }
}

TkSnippet *
tk_snippet_new (TkTokenizer *tokenizer, const char *text, gsize length, const GArray *words)
{
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize)); /* of the last words, going round */
  TkToken token;
  gsize at = 0, page_start = 0;
  guint n = 0, first_of_page = 0, page = 1;

  if (words == NULL || words->len == 0)
    return NULL;
  const guint wanted = word_at (words, find_best (words))->first;
  g_array_set_size (starts, BEFORE + 1);
  for (;;) {
    if (!tk_tokenizer_next (tokenizer, text, length, &at, &token))
      return NULL;
    const guint turned = count_pages (text + page_start, token.start - page_start);
    page_start = token.start;
    page += turned;
    if (turned > 0)
      first_of_page = n;
    g_array_index (starts, gsize, n % (BEFORE + 1)) = token.start;
    if (n++ == wanted)
      break;
  }
  const guint first = MAX (wanted > BEFORE ? wanted - BEFORE : 0, first_of_page);
  const gsize start = g_array_index (starts, gsize, first % (BEFORE + 1));
  Line line = {g_string_new (first > first_of_page ? "… " : ""),
               g_array_new (FALSE, FALSE, sizeof (TkSnippetMark)), FALSE};
  add_words (&line, tokenizer, text, length, start, first, words);
  TkSnippet *snippet = g_new0 (TkSnippet, 1);
  snippet->text = g_string_free (line.line, FALSE);
  snippet->marks = line.marks;
  snippet->page = page;
  return snippet;
}

void
tk_snippet_free (TkSnippet *snippet)
{
  if (snippet == NULL)
    return;
  g_free (snippet->text);
  g_array_free (snippet->marks, TRUE);
  g_free (snippet);
}

char *
tk_snippet_print_new (const TkSnippet *snippet, const char *open, const char *close)
{
  GString *text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < snippet->marks->len; i++) {
    const TkSnippetMark *mark = &g_array_index (snippet->marks, TkSnippetMark, i);
    g_string_append_len (text, snippet->text + at, (gssize) (mark->start - at));
    g_string_append (text, open);
    g_string_append_len (text, snippet->text + mark->start, (gssize) (mark->end - mark->start));
    g_string_append (text, close);
    at = mark->end;
  }
  g_string_append (text, snippet->text + at);
  return g_string_free (text, FALSE);
}
