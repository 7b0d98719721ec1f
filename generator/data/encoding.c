/* Comes in: a file in pieces, or the texts of cells. Goes out: what they are
 * written in. Must not know tables of letters, nor whether it is CSV, a
 * spreadsheet or a Word document. */
#include "encoding.h"

#include <string.h>

#include "reading.h"
#include "utf16.h"

static const char *const names[TK_ENCODING_N] = {
    [TK_ENCODING_AUTO] = "auto",
    [TK_ENCODING_UTF8] = "utf-8",
    [TK_ENCODING_UTF16LE] = "utf-16",
    [TK_ENCODING_UTF16BE] = "utf-16be",
    [TK_ENCODING_TCVN3] = "tcvn3",
    [TK_ENCODING_VNI] = "vni",
    [TK_ENCODING_VISCII] = "viscii",
    [TK_ENCODING_WINDOWS_1258] = "windows-1258",
    [TK_ENCODING_WINDOWS_1252] = "windows-1252",
};

/* Different words that are looked at: more would not change the verdict. */
enum { MAX_WORDS = 20000, LONGEST_WORD = 4096 };

struct TkEncodingSurvey {
  GHashTable *words; /* (element-type utf8): a set */
  GString *word;     /* the beginning of one: the next piece may continue it */
  GString *units;    /* of UTF-16, the part of one that waits for the rest */
  TkEncoding order;  /* what a byte order mark said, or AUTO */
  gboolean begun;
  TkTally text, bytes; /* of words that are UTF-8, and of others */
};

gboolean
tk_encoding_parse (const char *name, TkEncoding *ret_encoding)
{
  for (TkEncoding encoding = TK_ENCODING_AUTO; encoding < TK_ENCODING_N; encoding++)
    if (g_ascii_strcasecmp (name, names[encoding]) == 0) {
      *ret_encoding = encoding;
      return TRUE;
    }
  return FALSE;
}

const char *
tk_encoding_find_name (TkEncoding encoding)
{
  return names[encoding];
}

TkEncodingSurvey *
tk_encoding_survey_new (void)
{
  TkEncodingSurvey *survey = g_new0 (TkEncodingSurvey, 1);

  survey->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  survey->word = g_string_new (NULL);
  survey->units = g_string_new (NULL);
  return survey;
}

void
tk_encoding_survey_free (TkEncodingSurvey *survey)
{
  if (survey == NULL)
    return;
  g_hash_table_unref (survey->words);
  g_string_free (survey->word, TRUE);
  g_string_free (survey->units, TRUE);
  g_free (survey);
}

static void
add_word (TkEncodingSurvey *survey, const char *word, gsize length)
{
  g_autofree char *key = g_strndup (word, length);
  TkReading reading;

  if (g_hash_table_size (survey->words) >= MAX_WORDS || g_hash_table_contains (survey->words, key))
    return;
  tk_reading_measure (word, length, FALSE, TK_ENCODING_AUTO, &reading);
  tk_tally_add (reading.utf8 ? &survey->text : &survey->bytes, &reading);
  g_hash_table_add (survey->words, g_steal_pointer (&key));
}

/* Whole words only. */
static void
add_words (TkEncodingSurvey *survey, const char *text, gsize length)
{
  gsize at = 0, begin, end;

  while (tk_reading_find_run (text, length, &at, &begin, &end))
    add_word (survey, text + begin, end - begin);
}

/* Where the word at the end of @text begins; a run without end is cut between
 * two characters. */
static gsize
find_tail (const char *text, gsize length)
{
  gsize tail = length;

  while (tail > 0 && length - tail < LONGEST_WORD
         && ((guchar) text[tail - 1] >= 0x80 || g_ascii_isalpha (text[tail - 1])))
    tail--;
  if (length - tail < LONGEST_WORD)
    return tail;
  for (tail = length - 1; tail > length - 4 && ((guchar) text[tail] & 0xC0) == 0x80;)
    tail--;
  return tail;
}

static void
add_bytes (TkEncodingSurvey *survey, const char *bytes, gsize length)
{
  if (tk_utf16_check (survey->order)) {
    g_string_append_len (survey->units, bytes, (gssize) length);
    const gsize n = tk_utf16_append (survey->word, survey->units->str, survey->units->len, survey->order,
                                     NULL);
    g_string_erase (survey->units, 0, (gssize) n);
  } else
    g_string_append_len (survey->word, bytes, (gssize) length);
  const gsize tail = find_tail (survey->word->str, survey->word->len);
  add_words (survey, survey->word->str, tail);
  g_string_erase (survey->word, 0, (gssize) tail);
}

void
tk_encoding_survey_add (TkEncodingSurvey *survey, const char *bytes, gsize length)
{
  if (!survey->begun && length > 0) {
    survey->begun = TRUE;
    survey->order = tk_utf16_find_order (bytes, length);
    const gsize mark = survey->order == TK_ENCODING_AUTO ? 0 : survey->order == TK_ENCODING_UTF8 ? 3 : 2;
    bytes += mark;
    length -= mark;
  }
  add_bytes (survey, bytes, length);
}

void
tk_encoding_survey_add_text (TkEncodingSurvey *survey, const char *text)
{
  add_words (survey, text, strlen (text));
}

static guint
find_share (guint part, guint whole)
{
  return whole > 0 ? (guint) ((guint64) part * 100 / whole) : 100;
}

static TkEncodingVerdict
describe_legacy (const TkTally *tally, TkEncoding found)
{
  const guint n = tally->n_for[found];
  const guint against = tally->n_vietnamese[found] + tally->n_foreign[found] + tally->n_bad[found];

  return (TkEncodingVerdict){
      .mixed = tally->n_vietnamese[found] * 20 > n, .confidence = find_share (n, n + against), .n_words = n};
}

/* UTF-8 text: is there another layer? */
static TkEncodingVerdict
judge_text (const TkTally *tally)
{
  const TkEncoding behind = tk_tally_judge (tally);
  TkEncodingVerdict verdict = {.confidence = find_share (tally->n_as_is + tally->n_plain, tally->n),
                               .n_words = tally->n_as_is};

  if (behind != TK_ENCODING_WINDOWS_1252 && behind != TK_ENCODING_AUTO)
    verdict = describe_legacy (tally, behind);
  verdict.encoding = TK_ENCODING_UTF8;
  verdict.behind = behind;
  return verdict;
}

/* Plain Latin: no other bytes than marks, or words of which nearly all look
 * like French, German and their like. */
static gboolean
is_latin (const TkTally *bytes)
{
  const guint n_words = bytes->n - bytes->n_mute;

  return bytes->n == bytes->n_plain || (bytes->n_as_is >= 40 && bytes->n_as_is * 10 >= n_words * 9);
}

/* Not all is UTF-8. */
static TkEncodingVerdict
judge_bytes (const TkTally *bytes, const TkTally *text)
{
  const TkEncoding found = tk_tally_judge (bytes);
  TkEncodingVerdict verdict = {.encoding = found, .behind = TK_ENCODING_WINDOWS_1252};

  if (found != TK_ENCODING_AUTO && found != TK_ENCODING_WINDOWS_1252
      && bytes->n_for[found] * 20 >= text->n_as_is) {
    verdict = describe_legacy (bytes, found);
    verdict.encoding = found;
    verdict.behind = TK_ENCODING_WINDOWS_1252;
    verdict.mixed = text->n_as_is * 20 > bytes->n_for[found];
    return verdict;
  }
  if (text->n_as_is >= 20 * bytes->n) {
    verdict = judge_text (text);
    verdict.confidence = MIN (verdict.confidence, find_share (text->n, text->n + bytes->n));
    return verdict;
  }
  if (found == TK_ENCODING_WINDOWS_1252 && text->n * 20 <= bytes->n && is_latin (bytes)) {
    verdict.confidence = find_share (bytes->n_as_is + bytes->n_plain, bytes->n);
    verdict.n_words = bytes->n_as_is;
    return verdict;
  }
  verdict.encoding = TK_ENCODING_AUTO;
  verdict.confidence = find_share (bytes->n_for[TK_ENCODING_TCVN3], bytes->n) / 2;
  return verdict;
}

static TkEncodingVerdict
answer_asked (const TkEncodingSurvey *survey, TkEncoding asked)
{
  TkEncodingVerdict verdict = {.encoding = asked, .behind = TK_ENCODING_WINDOWS_1252, .confidence = 100};
  const gboolean unicode = survey->bytes.n == 0 && (survey->text.n > 0 || survey->order != TK_ENCODING_AUTO);

  verdict.mixed = survey->bytes.n > 0 && survey->text.n_as_is * 20 > survey->bytes.n;
  if (tk_utf16_check (survey->order))
    verdict.encoding = survey->order;
  else if (unicode && !tk_utf16_check (asked))
    verdict.encoding = TK_ENCODING_UTF8;
  if (unicode && asked != TK_ENCODING_UTF8 && !tk_utf16_check (asked))
    verdict.behind = asked;
  return verdict;
}

TkEncodingVerdict
tk_encoding_survey_judge (TkEncodingSurvey *survey, TkEncoding asked)
{
  TkEncodingVerdict verdict;

  add_words (survey, survey->word->str, survey->word->len);
  g_string_truncate (survey->word, 0);
  if (asked != TK_ENCODING_AUTO)
    return answer_asked (survey, asked);
  verdict = survey->bytes.n == 0 ? judge_text (&survey->text) : judge_bytes (&survey->bytes, &survey->text);
  if (survey->order != TK_ENCODING_AUTO)
    verdict.encoding = survey->order;
  return verdict;
}

/* How often the words of a passage speak for and against @found. */
static TkTally
tally_passage (const char *text, gsize length, gboolean raw, TkEncoding found)
{
  TkTally tally = {0};
  gsize at = 0, begin, end;

  while (tk_reading_find_run (text, length, &at, &begin, &end)) {
    TkReading reading;
    tk_reading_measure (text + begin, end - begin, raw, found, &reading);
    tk_tally_add (&tally, &reading);
  }
  return tally;
}

static TkEncodingVerdict
judge_alone (const char *text, gsize length)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();

  tk_encoding_survey_add (survey, text, length);
  return tk_encoding_survey_judge (survey, TK_ENCODING_AUTO);
}

/* Whether a passage of a text with legacy encoding @found is in it: FOUND, as
 * it is (WINDOWS_1252), or AUTO. */
static TkEncoding
judge_passage (const TkTally *tally, TkEncoding found, gboolean mixed)
{
  const guint n_for = tally->n_for[found];
  const guint n_against = tally->n_vietnamese[found] + tally->n_foreign[found];

  if (n_for > 0 && (n_against == 0 || (!mixed && n_for > n_against)))
    return found;
  if (n_for < n_against && (n_for == 0 || !mixed))
    return TK_ENCODING_WINDOWS_1252;
  if (tally->n == tally->n_plain && (mixed || n_for == 0))
    return TK_ENCODING_WINDOWS_1252;
  return n_for == 0 && n_against == 0 && !mixed ? found : TK_ENCODING_AUTO;
}

TkEncodingVerdict
tk_encoding_judge (const char *text, gsize length, const TkEncodingVerdict *whole)
{
  TkEncodingVerdict verdict = {
      .encoding = TK_ENCODING_UTF8, .behind = TK_ENCODING_WINDOWS_1252, .confidence = 100};
  const gboolean masked = whole != NULL && whole->behind != TK_ENCODING_WINDOWS_1252;
  const TkEncoding found = whole == NULL ? TK_ENCODING_AUTO : masked ? whole->behind : whole->encoding;

  if (tk_reading_is_ascii (text, length, whole != NULL ? whole->encoding : TK_ENCODING_AUTO))
    return verdict;
  if (whole == NULL || found == TK_ENCODING_AUTO)
    return judge_alone (text, length);
  if (!masked && (found == TK_ENCODING_UTF8 || tk_utf16_check (found)))
    return verdict;
  if (!masked && !whole->mixed)
    return *whole;
  if (!masked && !g_utf8_validate_len (text, length, NULL))
    return (TkEncodingVerdict){.encoding = found, .behind = TK_ENCODING_WINDOWS_1252, .confidence = 100};
  const TkTally tally = tally_passage (text, length, !masked, found);
  const TkEncoding answer = judge_passage (&tally, found, whole->mixed);
  if (masked)
    verdict.behind = answer;
  else
    verdict.encoding = answer == TK_ENCODING_WINDOWS_1252 ? TK_ENCODING_UTF8 : answer;
  verdict.n_words = tally.n_for[found];
  verdict.confidence = find_share (MAX (tally.n_for[found], tally.n_as_is), tally.n);
  return verdict;
}
