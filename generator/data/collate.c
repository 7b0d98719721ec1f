/* Comes in: UTF-8 in any normal form. Goes out: an order, a sort key. Uses
 * GLib's tables of Unicode; keeps nothing. */
#include "collate.h"

#include <string.h>

#include "syllable.h"

/* Rank of letters of other scripts: behind all of ours. */
enum { RANK_FOREIGN = 64 };

typedef struct {
  const char *at, *end;
} Reader;

typedef struct {
  gunichar base; /* the bare letter, small: 'a' for Ậ */
  guint32 rank;  /* 0: neither letter nor digit */
  TkTone tone;
  gboolean capital;
} Letter;

static gunichar
read_char (Reader *reader)
{
  guchar byte = (guchar) *reader->at;

  if (byte < 0x80) {
    reader->at++;
    return byte;
  }
  gunichar c = g_utf8_get_char_validated (reader->at, reader->end - reader->at);
  if (c >= 0x110000) { /* broken UTF-8 */
    reader->at++;
    return 0xFFFD;
  }
  reader->at = g_utf8_next_char (reader->at);
  return c;
}

/* Rank of a small letter with @hat, its circumflex, breve or horn, or 0. */
static guint32
rank_letter (gunichar c, gunichar hat)
{
  /* The letters between two of the bare alphabet: ă â, đ, ê, ô ơ, ư. */
  static const guint8 bare[26] = {11, 14, 15, 16, 18, 20, 21, 22, 23, 24, 25, 26, 27,
                                  28, 29, 32, 33, 34, 35, 36, 37, 39, 40, 41, 42, 43};

  if (c >= '0' && c <= '9')
    return c - '0' + 1;
  if (c == 0x0111)
    return 17;
  if (c < 'a' || c > 'z')
    return g_unichar_isalnum (c) ? RANK_FOREIGN + c : 0;
  guint32 rank = bare[c - 'a'];
  if (hat == 0x0306 && c == 'a')
    return rank + 1;
  if (hat == 0x0302 && (c == 'a'))
    return rank + 2;
  if (hat == 0x0302 && (c == 'e' || c == 'o'))
    return rank + 1;
  if (hat == 0x031B && c == 'o')
    return rank + 2;
  if (hat == 0x031B && c == 'u')
    return rank + 1;
  return rank;
}

static gboolean
is_mark_next (const Reader *reader)
{
  guchar byte = reader->at < reader->end ? (guchar) *reader->at : 0;

  return byte == 0xCC || byte == 0xCD; /* U+0300 to U+037F */
}

/* One letter with all marks on it. */
static Letter
read_letter (Reader *reader)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gunichar c = read_char (reader), hat = 0;
  Letter letter = {0};

  if (c < 0x80 && !is_mark_next (reader)) {
    letter.capital = g_ascii_isupper ((char) c);
    letter.base = (guchar) g_ascii_tolower ((char) c);
    letter.rank = rank_letter (letter.base, 0);
    return letter;
  }
  gsize n = g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  letter.capital = g_unichar_isupper (parts[0]);
  letter.base = g_unichar_tolower (parts[0]);
  for (gsize i = 1;;) {
    gunichar mark;
    if (i < n)
      mark = parts[i++];
    else if (is_mark_next (reader))
      mark = read_char (reader);
    else
      break;
    TkTone tone = tk_tone_of_mark (mark);
    letter.tone = tone != TK_TONE_NONE ? tone : letter.tone;
    hat = tone == TK_TONE_NONE ? mark : hat;
  }
  letter.rank = rank_letter (letter.base, hat);
  return letter;
}

/* The next letter of a syllable; rank 0 at its end. Apostrophes are passed
 * over: H'Hen is one syllable. */
static Letter
read_in_syllable (Reader *reader)
{
  while (reader->at < reader->end) {
    Reader before = *reader;
    Letter letter = read_letter (reader);
    if (letter.rank != 0)
      return letter;
    if (letter.base == '\'' || letter.base == 0x2019)
      continue;
    *reader = before;
    break;
  }
  return (Letter){0};
}

/* To the first letter of the next syllable. FALSE: there is none. */
static gboolean
find_syllable (Reader *reader)
{
  while (reader->at < reader->end) {
    Reader before = *reader;
    if (read_letter (reader).rank != 0) {
      *reader = before;
      return TRUE;
    }
  }
  return FALSE;
}

/* One syllable of each. @ret_case: set once, where only the case differs. */
static int
compare_syllable (Reader *a, Reader *b, int *ret_case)
{
  TkTone a_tone = TK_TONE_NONE, b_tone = TK_TONE_NONE;

  for (;;) {
    Letter x = read_in_syllable (a), y = read_in_syllable (b);
    if (x.rank != y.rank)
      return x.rank < y.rank ? -1 : 1;
    if (x.rank == 0)
      return (int) a_tone - (int) b_tone;
    a_tone = x.tone != TK_TONE_NONE ? x.tone : a_tone;
    b_tone = y.tone != TK_TONE_NONE ? y.tone : b_tone;
    if (*ret_case == 0)
      *ret_case = x.capital - y.capital;
  }
}

/* What is left: the signs between the syllables. */
static int
compare_rest (Reader a, Reader b)
{
  while (a.at < a.end && b.at < b.end) {
    Letter x = read_letter (&a), y = read_letter (&b);
    if (x.base != y.base)
      return x.base < y.base ? -1 : 1;
  }
  return (a.at < a.end) - (b.at < b.end);
}

int
tk_collate (const char *a, gsize a_length, const char *b, gsize b_length)
{
  const Reader a_all = {a, a + a_length}, b_all = {b, b + b_length};
  Reader x = a_all, y = b_all;
  int by_case = 0;

  for (;;) {
    gboolean x_more = find_syllable (&x), y_more = find_syllable (&y);
    if (!x_more || !y_more) {
      if (x_more != y_more)
        return x_more ? 1 : -1;
      break;
    }
    int order = compare_syllable (&x, &y, &by_case);
    if (order != 0)
      return order;
  }
  return by_case != 0 ? by_case : compare_rest (a_all, b_all);
}

/* Two small letters for each of ours, the end of a syllable as "0" and the
 * tone: so that no letter stands below an end. */
static void
append_syllable (GString *to, Reader *reader)
{
  TkTone tone = TK_TONE_NONE;

  for (Letter letter = read_in_syllable (reader); letter.rank != 0; letter = read_in_syllable (reader)) {
    tone = letter.tone != TK_TONE_NONE ? letter.tone : tone;
    if (letter.rank >= RANK_FOREIGN) {
      g_string_append (to, "zz");
      for (guint32 unit = 26 * 26 * 26 * 26; unit > 0; unit /= 26)
        g_string_append_c (to, (char) ('a' + letter.rank / unit % 26));
      continue;
    }
    g_string_append_c (to, (char) ('a' + letter.rank / 26));
    g_string_append_c (to, (char) ('a' + letter.rank % 26));
  }
  g_string_append_printf (to, "0%d", tone);
}

void
tk_collate_append_key (GString *to, const char *text, gboolean last_first)
{
  Reader reader = {text, text + strlen (text)};
  Reader last = reader;
  guint n = 0;

  for (Reader at = reader; find_syllable (&at); n++) {
    last = at;
    while (read_in_syllable (&at).rank != 0)
      ;
  }
  if (last_first && n > 0) {
    append_syllable (to, &last);
    n--;
  }
  for (; n > 0 && find_syllable (&reader); n--)
    append_syllable (to, &reader);
}
