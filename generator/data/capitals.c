/* Comes in: letters decoded from TCVN3, which has small accented letters only.
 * Goes out: the same with the capitals that their words show. Must not know
 * bytes. */
#include <string.h>

#include "legacy.h"

typedef enum {
  CASE_NONE,    /* says nothing: "A" */
  CASE_SMALL,   /* an ASCII letter is small */
  CASE_INITIAL, /* open: at most the first letter is a capital, no other is ASCII: "Hà" */
  CASE_ACRONYM, /* "UBND": a capital word, or an acronym among small words */
  CASE_CAPITAL, /* a capital beyond the first letter, accented letters: "NộI" */
} Case;

typedef struct {
  gsize begin, end;
  Case kind;
  guint clause;
} Word;

static gboolean
ends_clause (gunichar c)
{
  return c == '\n' || c == '\t' || c == 0x201C || c == 0x201D || (c < 0x80 && strchr (".:;,()\"|", (int) c));
}

static Case
find_case (const gunichar *letters, gsize n)
{
  gboolean inside = FALSE, accented = FALSE, small = FALSE;

  for (gsize i = 0; i < n; i++) {
    if (letters[i] < 0x80 && g_ascii_islower ((char) letters[i]))
      return CASE_SMALL;
    accented = accented || letters[i] >= 0x80;
    small = small || g_unichar_islower (letters[i]);
    inside = inside || (i > 0 && g_unichar_isupper (letters[i]));
  }
  if (inside)
    return accented ? CASE_CAPITAL : CASE_ACRONYM;
  return small ? CASE_INITIAL : CASE_NONE;
}

static GArray *
words_new (const gunichar *letters, gsize n)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Word));
  guint clause = 0;

  for (gsize i = 0; i < n;) {
    if (!g_unichar_isalpha (letters[i])) {
      clause += ends_clause (letters[i]);
      i++;
      continue;
    }
    Word word = {.begin = i, .clause = clause};
    while (i < n && g_unichar_isalpha (letters[i]))
      i++;
    word.end = i;
    word.kind = find_case (letters + word.begin, i - word.begin);
    g_array_append_val (words, word);
  }
  return words;
}

/* The first word of its clause from @at in direction @step that shows a case. */
static Case
find_neighbour (const GArray *words, guint at, int step)
{
  const Word *word = &g_array_index (words, Word, at);

  for (guint i = at + (guint) step; i < words->len; i += (guint) step) {
    const Word *other = &g_array_index (words, Word, i);
    if (other->clause != word->clause)
      return CASE_NONE;
    if (other->kind != CASE_NONE && other->kind != CASE_INITIAL)
      return other->kind;
  }
  return CASE_NONE;
}

/* Bà, Cô, Cụ stand before a name in capitals. */
static gboolean
is_title (const gunichar *letters, gsize n)
{
  return n == 2
         && ((letters[0] == 'B' && letters[1] == 0x00E0)
             || (letters[0] == 'C' && (letters[1] == 0x00F4 || letters[1] == 0x1EE5)));
}

static void
raise_word (gunichar *letters, const Word *word)
{
  for (gsize i = word->begin; i < word->end; i++)
    letters[i] = g_unichar_toupper (letters[i]);
}

/* TRUE where it stays in doubt. */
static gboolean
raise_initial (gunichar *letters, const GArray *words, guint at)
{
  const Word *word = &g_array_index (words, Word, at);
  const Case before = find_neighbour (words, at, -1), after = find_neighbour (words, at, 1);
  const gboolean capital = before == CASE_CAPITAL || after == CASE_CAPITAL;

  if (before == CASE_SMALL || after == CASE_SMALL)
    return capital;
  if (before == CASE_NONE && after == CASE_NONE)
    return FALSE;
  const gboolean between = before != CASE_NONE && after != CASE_NONE;
  if (!capital
      || (!between
          && (!g_unichar_isupper (letters[word->begin])
              || is_title (letters + word->begin, word->end - word->begin))))
    return TRUE;
  raise_word (letters, word);
  return FALSE;
}

guint
tk_legacy_raise_capitals (gunichar *letters, gsize n)
{
  g_autoptr (GArray) words = words_new (letters, n);
  guint n_doubts = 0;

  for (guint i = 0; i < words->len; i++) {
    const Word *word = &g_array_index (words, Word, i);
    if (word->kind == CASE_CAPITAL)
      raise_word (letters, word);
    else if (word->kind == CASE_INITIAL)
      n_doubts += raise_initial (letters, words, i);
  }
  return n_doubts;
}
