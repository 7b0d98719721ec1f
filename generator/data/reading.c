/* Comes in: a word as bytes. Goes out: how well it reads in each encoding. The
 * language is the judge: its syllables are a closed set. Must not know files. */
#include "reading.h"

#include <string.h>

#include "legacy.h"
#include "syllable.h"

static const TkEncoding legacy[] = {TK_ENCODING_TCVN3, TK_ENCODING_VNI, TK_ENCODING_VISCII,
                                    TK_ENCODING_WINDOWS_1258, TK_ENCODING_UTF8};

enum { LONGEST_RUN = 96 };

static gboolean
is_run_byte (char byte)
{
  return (guchar) byte >= 0x80 || g_ascii_isalpha (byte);
}

/* Where the first byte beyond ASCII stands, or @length. Nearly all that is
 * imported is ASCII, so it is taken eight bytes at a time. */
static gsize
skip_ascii (const char *text, gsize length)
{
  gsize i = 0;
  guint64 block;

  for (; i + sizeof block <= length; i += sizeof block) {
    memcpy (&block, text + i, sizeof block);
    if ((block & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
      break;
  }
  while (i < length && (guchar) text[i] < 0x80)
    i++;
  return i;
}

gboolean
tk_reading_find_run (const char *text, gsize length, gsize *at, gsize *ret_begin, gsize *ret_end)
{
  gsize i = *at + skip_ascii (text + *at, length - *at);

  if (i == length)
    return FALSE;
  gsize begin = i;
  while (begin > *at && i - begin < LONGEST_RUN / 2 && is_run_byte (text[begin - 1]))
    begin--;
  for (i++; i < length && is_run_byte (text[i]); i++)
    if (i - begin >= LONGEST_RUN && ((guchar) text[i] & 0xC0) != 0x80)
      break;
  *ret_begin = begin;
  *ret_end = *at = i;
  return TRUE;
}

gboolean
tk_reading_is_ascii (const char *text, gsize length, TkEncoding encoding)
{
  const gboolean controls = encoding == TK_ENCODING_TCVN3 || encoding == TK_ENCODING_VISCII;

  if (skip_ascii (text, length) < length || (length > 0 && memchr (text, '\0', length) != NULL))
    return FALSE;
  for (gsize i = 0; controls && i < length; i++)
    if ((guchar) text[i] < 0x20 && strchr ("\t\n\v\f\r", text[i]) == NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalpha ((char) c) : g_unichar_isalpha (c) || g_unichar_ismark (c);
}

/* Small, Initial or CAPITAL. @asciified: only ASCII letters have capitals. */
static gboolean
is_case_sane (const gunichar *word, gsize n, gboolean asciified)
{
  guint n_upper = 0, n_lower = 0;

  for (gsize i = 0; i < n; i++) {
    if (asciified && word[i] >= 0x80 && !g_unichar_isupper (word[i]))
      continue;
    n_lower += g_unichar_islower (word[i]);
    n_upper += g_unichar_isupper (word[i]);
  }
  return n_lower == 0 || n_upper == 0 || (n_upper == 1 && g_unichar_isupper (word[0]));
}

/* "QĐ", "đ", "HĐND": an abbreviation with letters of ours. */
static gboolean
is_abbreviation (const gunichar *word, gsize n)
{
  gboolean has_d = FALSE;

  for (gsize i = 0; i < n; i++) {
    has_d = has_d || word[i] == 0x0110 || word[i] == 0x0111;
    if (word[i] >= 0x80 && word[i] != 0x0110 && word[i] != 0x0111)
      return FALSE;
    if (n > 1 && !g_unichar_isupper (word[i]))
      return FALSE;
  }
  return has_d && n <= 6;
}

/* The letters of French, German and their like that other encodings do not
 * show in masses; c is a cp1252 letter. */
static gboolean
is_western (gunichar c)
{
  static const gunichar letters[] = {0xDF, 0xE0, 0xE1, 0xE2, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB,
                                     0xED, 0xEE, 0xEF, 0xF1, 0xF3, 0xF4, 0xF6, 0xF8, 0xF9, 0xFA, 0xFC, 0x153};
  const gunichar small = g_unichar_tolower (c);

  for (gsize i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i] == small)
      return TRUE;
  return FALSE;
}

/* "aø", "oå": no language of the North has them, VNI does all the time. */
static gboolean
is_vni_pair (gunichar before, gunichar c)
{
  const gunichar small = g_unichar_tolower (c), vowel = g_unichar_tolower (before);

  return (small == 0xE5 || small == 0xF8)
         && (vowel == 'a' || vowel == 'e' || vowel == 'o' || vowel == 'u' || vowel == 'y');
}

static gboolean
is_foreign_word (const gunichar *word, gsize n)
{
  gsize n_ascii = 0, n_script = 0;
  gboolean beyond = FALSE, western = TRUE;

  for (gsize i = 0; i < n; i++) {
    n_ascii += word[i] < 0x80;
    n_script += word[i] >= 0x370 && (word[i] < 0x1E00 || word[i] >= 0x1F00);
    beyond = beyond || tk_legacy_find_byte (word[i]) < 0;
    western = western && (word[i] < 0x80 || is_western (word[i]))
              && !(i > 0 && is_vni_pair (word[i - 1], word[i]));
  }
  if (n_script > 0) /* Cyrillic among Latin letters is an accident of bytes */
    return n_script == n;
  /* what Windows-1252 does not have cannot be a mask */
  return beyond || (western && n_ascii * 2 >= n && is_case_sane (word, n, FALSE));
}

static TkFit
fit_word (const gunichar *word, gsize n, gboolean asciified)
{
  if (n > 1 && is_case_sane (word, n, asciified) && tk_syllable_check (word, n))
    return TK_FIT_SYLLABLE;
  if (is_abbreviation (word, n))
    return TK_FIT_WORD;
  return TK_FIT_NONE;
}

static gboolean
is_ascii (const gunichar *word, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (word[i] >= 0x80)
      return FALSE;
  return TRUE;
}

static gboolean
is_typographic (gunichar c)
{
  return c == 0xA0 || (c >= 0x2010 && c <= 0x203A);
}

static gboolean
is_guillemet (gunichar c)
{
  return c == 0xAB || c == 0xBB;
}

/* Signs that may stand inside a word or between words without a space. */
static gboolean
are_signs_usual (const gunichar *signs, gsize n, gboolean inside)
{
  for (gsize i = 0; i < n; i++)
    if (signs[i] >= 0x80 && !is_typographic (signs[i]) && (inside || (n > 1 && !is_guillemet (signs[i]))))
      return FALSE;
  return TRUE;
}

/* The worst of the words; strange signs among their letters spoil them. */
static TkFit
fit_text (const gunichar *text, gsize n, gboolean as_is, gboolean asciified)
{
  TkFit worst = TK_FIT_SYLLABLE;
  gboolean spoken = FALSE;

  for (gsize i = 0, end; i < n; i = end) {
    const gboolean letters = is_letter (text[i]);
    for (end = i + 1; end < n && is_letter (text[end]) == letters;)
      end++;
    if (!letters && !are_signs_usual (text + i, end - i, i > 0 && end < n))
      return TK_FIT_NONE;
    if (!letters || is_ascii (text + i, end - i))
      continue;
    TkFit fit = fit_word (text + i, end - i, asciified);
    if (fit == TK_FIT_NONE && as_is && is_foreign_word (text + i, end - i))
      fit = TK_FIT_WORD;
    worst = MIN (worst, fit);
    spoken = TRUE;
  }
  return spoken ? worst : TK_FIT_NONE;
}

static void
append_bytes (const char *text, gsize length, GArray *units)
{
  for (gsize i = 0; i < length; i++) {
    const gunichar unit = (guchar) text[i];
    g_array_append_val (units, unit);
  }
}

void
tk_reading_unmask (const char *text, gsize length, GArray *units)
{
  for (const char *at = text; at < text + length; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    const int byte = tk_legacy_find_byte (c);
    const gunichar unit = byte >= 0 ? (gunichar) byte : c;
    g_array_append_val (units, unit);
  }
}

static gboolean
can_be_masked (const GArray *units)
{
  for (guint i = 0; i < units->len; i++) {
    const gunichar unit = g_array_index (units, gunichar, i);
    if (unit >= 0x100 && unit != 0x2212)
      return FALSE;
  }
  return TRUE;
}

static void
measure_as_is (const GArray *characters, TkReading *reading)
{
  const gunichar *text = (const gunichar *) (void *) characters->data;

  reading->plain = reading->mute = TRUE;
  for (guint i = 0; i < characters->len; i++) {
    if (text[i] < 0x80)
      continue;
    reading->mute = reading->mute && !is_letter (text[i]);
    reading->plain = reading->plain && is_typographic (text[i]);
  }
  reading->as_is = fit_text (text, characters->len, TRUE, FALSE);
}

/* "m²", "°C": what looks like a letter of VISCII here is a unit of measure. */
static gboolean
is_measure (const char *run, gsize length)
{
  static const char *const measures[] = {"m²", "m³", "km²", "cm²", "cm³", "dm²", "dm³", "mm²", "°", "°C"};

  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    if (strlen (measures[i]) == length && memcmp (measures[i], run, length) == 0)
      return TRUE;
  return FALSE;
}

/* Capitals that VN1 has and VN3, thus the fonts of Windows, do not. */
static gboolean
has_vn1_capital (const gunichar *letters, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (letters[i] >= 0x80 && g_unichar_isupper (letters[i])
        && g_utf8_strchr ("ĂÂÊÔƠƯĐ", -1, letters[i]) == NULL)
      return TRUE;
  return FALSE;
}

/* Bytes that are UTF-8 are so by no accident; even a dash says it. */
static TkFit
fit_mojibake (const GArray *units, const GArray *decoded, gboolean *ret_long)
{
  const gunichar *letters = (const gunichar *) (void *) decoded->data;

  for (guint i = 0; i < units->len; i++)
    if (g_array_index (units, gunichar, i) >= 0x100)
      return TK_FIT_NONE;
  if (decoded->len == units->len) /* each byte is a character: ASCII */
    return TK_FIT_NONE;
  for (guint i = 0; i < decoded->len; i++)
    *ret_long = *ret_long || letters[i] >= 0x800;
  if (!*ret_long && fit_text (letters, decoded->len, TRUE, FALSE) == TK_FIT_NONE)
    return TK_FIT_NONE;
  return TK_FIT_SYLLABLE;
}

static void
measure_behind (const GArray *units, TkEncoding encoding, gboolean masked, GArray *letters,
                TkReading *reading)
{
  g_array_set_size (letters, 0);
  const guint n_lost = tk_legacy_decode ((const gunichar *) (void *) units->data, units->len, encoding,
                                         letters);
  const gunichar *text = (const gunichar *) (void *) letters->data;
  const gboolean tcvn3 = encoding == TK_ENCODING_TCVN3;

  if (n_lost > 0 || (tcvn3 && masked && has_vn1_capital (text, letters->len)))
    return;
  reading->behind[encoding] = encoding == TK_ENCODING_UTF8
                                  ? fit_mojibake (units, letters, &reading->long_sequence)
                                  : fit_text (text, letters->len, FALSE, tcvn3);
}

void
tk_reading_measure (const char *run, gsize length, gboolean raw, TkEncoding only, TkReading *ret_reading)
{
  g_autoptr (GArray) units = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), LONGEST_RUN);
  g_autoptr (GArray) letters = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), LONGEST_RUN);
  const gboolean utf8 = g_utf8_validate_len (run, length, NULL);
  const gboolean masked = utf8 && !raw;

  *ret_reading = (TkReading){.utf8 = utf8};
  append_bytes (run, length, units);
  tk_legacy_decode ((const gunichar *) (void *) units->data, units->len,
                    utf8 ? TK_ENCODING_UTF8 : TK_ENCODING_WINDOWS_1252, letters);
  measure_as_is (letters, ret_reading);
  if (utf8 && is_measure (run, length)) {
    ret_reading->plain = TRUE;
    return;
  }
  if (masked) {
    g_array_set_size (units, 0);
    tk_reading_unmask (run, length, units);
  }
  if (!can_be_masked (units))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (legacy); i++)
    if ((legacy[i] != TK_ENCODING_UTF8 || masked) && (only == TK_ENCODING_AUTO || only == legacy[i]))
      measure_behind (units, legacy[i], masked, letters, ret_reading);
}

void
tk_tally_add (TkTally *tally, const TkReading *reading)
{
  const TkFit as_is = reading->as_is;

  tally->n++;
  tally->n_plain += reading->plain;
  tally->n_mute += reading->mute;
  tally->n_as_is += as_is != TK_FIT_NONE;
  tally->n_long += reading->long_sequence;
  for (gsize i = 0; i < G_N_ELEMENTS (legacy); i++) {
    const TkEncoding encoding = legacy[i];
    const TkFit fit = reading->behind[encoding];
    const gboolean sure = encoding == TK_ENCODING_UTF8 && reading->long_sequence;
    if (fit == TK_FIT_SYLLABLE && (sure || as_is != TK_FIT_SYLLABLE)) {
      tally->n_for[encoding]++;
      tally->n_strong[encoding] += sure || as_is == TK_FIT_NONE;
    } else if (fit != TK_FIT_SYLLABLE && as_is == TK_FIT_SYLLABLE)
      tally->n_vietnamese[encoding]++;
    else if (fit == TK_FIT_NONE && as_is == TK_FIT_WORD)
      tally->n_foreign[encoding]++;
    else if (fit == TK_FIT_NONE && !reading->mute)
      tally->n_bad[encoding]++;
  }
}

/* Words that speak for @encoding beyond those that speak against it. */
static guint
find_lead (const TkTally *tally, TkEncoding encoding)
{
  const guint against = tally->n_foreign[encoding] + tally->n_bad[encoding];

  return tally->n_for[encoding] - MIN (tally->n_for[encoding], against);
}

/* Whether what speaks for @encoding is enough; the next best has the lead @second. In real text of it one
 * word in fifty is no syllable; in Norwegian many a short word becomes one by accident. */
static gboolean
is_believed (const TkTally *tally, TkEncoding encoding, guint second)
{
  const guint n_for = tally->n_for[encoding], n_vietnamese = tally->n_vietnamese[encoding];
  const gboolean enough = encoding == TK_ENCODING_UTF8 ? n_for >= 2 || tally->n_long > 0 : n_for >= 3;

  if (!enough || tally->n_strong[encoding] * 8 < n_for || n_for < 2 * second
      || n_for < 3 * (tally->n_foreign[encoding] + tally->n_bad[encoding]))
    return FALSE;
  return n_for >= n_vietnamese || (n_for >= 10 && n_for * 50 >= n_vietnamese);
}

TkEncoding
tk_tally_judge (const TkTally *tally)
{
  TkEncoding best = legacy[0];
  guint second = 0;

  for (gsize i = 1; i < G_N_ELEMENTS (legacy); i++)
    if (tally->n_for[legacy[i]] > tally->n_for[best])
      best = legacy[i];
  for (gsize i = 0; i < G_N_ELEMENTS (legacy); i++)
    if (legacy[i] != best)
      second = MAX (second, find_lead (tally, legacy[i]));
  if (is_believed (tally, best, second))
    return best;
  return tally->n_for[best] > tally->n_vietnamese[best] + tally->n_foreign[best] ? TK_ENCODING_AUTO
                                                                                 : TK_ENCODING_WINDOWS_1252;
}
