/* Comes in: bytes or text, and a verdict on the whole that they are from. Goes
 * out: UTF-8 in NFC, and what stays in doubt. Must not change the verdict. */
#include <string.h>

#include "encoding.h"
#include "legacy.h"
#include "nfc.h"
#include "reading.h"
#include "utf16.h"

/* Whether valid UTF-8 is in NFC beyond doubt: below U+0300, in the block of
 * Vietnamese letters, or dashes and quotes (NFC_Quick_Check, UAX #15, 9). */
static gboolean
is_composed (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++) {
    const guchar first = (guchar) text[i];
    if (first < 0xCC)
      continue;
    const guchar second = (guchar) text[i + 1], third = first >= 0xE0 ? (guchar) text[i + 2] : 0;
    const gboolean letter = first == 0xE1 && (second == 0xBB || (second == 0xBA && third >= 0xA0));
    if (!letter && !(first == 0xE2 && second == 0x80 && third >= 0x90))
      return FALSE;
    i += 2;
  }
  return TRUE;
}

/* NFC. What is no UTF-8 is U+FFFD, as is a NUL. */
static void
append_utf8 (GString *to, const char *text, gsize length, TkEncodingDoubts *doubts)
{
  const char *end;

  if (g_utf8_validate_len (text, length, NULL) && is_composed (text, length)) {
    g_string_append_len (to, text, (gssize) length);
    return;
  }
  g_autoptr (GString) valid = g_string_sized_new (length);
  while (!g_utf8_validate_len (text, length, &end)) {
    g_string_append_len (valid, text, end - text);
    g_string_append (valid, "\xEF\xBF\xBD");
    doubts->n_lost++;
    length -= (gsize) (end - text) + 1;
    text = end + 1;
  }
  g_string_append_len (valid, text, (gssize) length);
  g_autofree char *nfc = tk_nfc_new (valid->str, (gssize) valid->len);
  g_string_append (to, nfc);
}

static void
append_units (GString *to, const GArray *units, TkEncoding encoding, TkEncodingDoubts *doubts)
{
  g_autoptr (GArray) letters = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), units->len);
  g_autoptr (GString) text = g_string_sized_new (units->len);

  doubts->n_lost += tk_legacy_decode ((const gunichar *) (void *) units->data, units->len, encoding, letters);
  gunichar *letter = (gunichar *) (void *) letters->data;
  if (encoding == TK_ENCODING_TCVN3)
    doubts->n_case += tk_legacy_raise_capitals (letter, letters->len);
  for (guint i = 0; i < letters->len; i++)
    g_string_append_unichar (text, letter[i] != 0 ? letter[i] : 0xFFFD);
  g_autofree char *nfc = tk_nfc_new (text->str, (gssize) text->len);
  g_string_append (to, nfc);
}

/* A passage of which the verdict is known. */
static void
append_passage (GString *to, const char *text, gsize length, const TkEncodingVerdict *verdict,
                TkEncodingDoubts *doubts)
{
  const gboolean utf8 = verdict->encoding == TK_ENCODING_UTF8 || verdict->encoding == TK_ENCODING_AUTO;

  doubts->n_unsure += verdict->encoding == TK_ENCODING_AUTO || verdict->behind == TK_ENCODING_AUTO;
  if (utf8
      && (verdict->behind == TK_ENCODING_WINDOWS_1252 || verdict->behind == TK_ENCODING_AUTO
          || !g_utf8_validate_len (text, length, NULL))) {
    append_utf8 (to, text, length, doubts);
    return;
  }
  g_autoptr (GArray) units = g_array_sized_new (FALSE, FALSE, sizeof (gunichar), (guint) length);
  if (utf8)
    tk_reading_unmask (text, length, units);
  else
    for (gsize i = 0; i < length; i++) {
      const gunichar unit = (guchar) text[i];
      g_array_append_val (units, unit);
    }
  append_units (to, units, utf8 ? verdict->behind : verdict->encoding, doubts);
}

static gsize
find_end (const char *text, gsize length, const char *ends)
{
  gsize end = 0;

  while (end < length && (text[end] == '\0' || strchr (ends, text[end]) == NULL))
    end++;
  return MIN (end + 1, length);
}

/* A line that speaks for both is judged clause by clause, cell by cell. */
static void
append_line (GString *to, const char *line, gsize length, const TkEncodingVerdict *whole,
             TkEncodingDoubts *doubts)
{
  const TkEncodingVerdict verdict = tk_encoding_judge (line, length, whole);
  const gboolean masked = whole->behind != TK_ENCODING_WINDOWS_1252;
  const gboolean unsure = verdict.behind == TK_ENCODING_AUTO && verdict.n_words > 0;

  if (masked && !unsure) {
    append_passage (to, line, length, &verdict, doubts);
    return;
  }
  for (gsize n; length > 0; line += n, length -= n) {
    n = find_end (line, length, ",;\t\"|");
    const TkEncodingVerdict part = tk_encoding_judge (line, n, whole);
    append_passage (to, line, n, &part, doubts);
  }
}

gboolean
tk_encoding_append (GString *to, const char *text, gsize length, const TkEncodingVerdict *whole,
                    TkEncodingDoubts *doubts)
{
  if (tk_utf16_check (whole->encoding)) {
    g_autoptr (GString) decoded = g_string_sized_new (length);
    TkEncodingVerdict inner = *whole;
    inner.encoding = TK_ENCODING_UTF8;
    if (tk_utf16_append (decoded, text, length, whole->encoding, &doubts->n_lost) < length) {
      g_string_append (decoded, "\xEF\xBF\xBD");
      doubts->n_lost++;
    }
    return tk_encoding_append (to, decoded->str, decoded->len, &inner, doubts);
  }
  if (tk_utf16_find_order (text, length) == TK_ENCODING_UTF8) {
    text += 3;
    length -= 3;
  }
  if (tk_reading_is_ascii (text, length, whole->encoding)) {
    g_string_append_len (to, text, (gssize) length);
    return TRUE;
  }
  const gboolean known = whole->encoding != TK_ENCODING_AUTO || g_utf8_validate_len (text, length, NULL);
  const gboolean by_lines = whole->mixed || whole->behind != TK_ENCODING_WINDOWS_1252;
  if (!by_lines) {
    append_passage (to, text, length, whole, doubts);
    return known;
  }
  for (gsize n; length > 0; text += n, length -= n) {
    n = find_end (text, length, "\n");
    append_line (to, text, n, whole, doubts);
  }
  return known;
}
