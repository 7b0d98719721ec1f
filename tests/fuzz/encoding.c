/* Any bytes as a file of an unknown encoding, read in pieces: whatever it is taken
 * for, or asked to be, what comes out is UTF-8 in NFC. */
#include <string.h>

#include "door.h"
#include "encoding.h"

static void
check (const TkEncodingVerdict *verdict, const char *bytes, gsize size)
{
  g_autoptr (GString) read = g_string_new (NULL);
  TkEncodingDoubts doubts = {0};

  tk_encoding_append (read, bytes, size, verdict, &doubts);
  g_assert_true (g_utf8_validate_len (read->str, read->len, NULL));
  g_autofree char *nfc = g_utf8_normalize (read->str, (gssize) read->len, G_NORMALIZE_NFC);
  g_assert_cmpstr (nfc, ==, read->str);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autoptr (TkEncodingSurvey) survey = tk_encoding_survey_new ();
  const char *text = (const char *) bytes;
  const gsize piece = 2 + size % 61;

  for (gsize at = 0; at < size; at += piece)
    tk_encoding_survey_add (survey, text + at, MIN (piece, size - at));
  for (TkEncoding asked = TK_ENCODING_AUTO; asked < TK_ENCODING_N; asked++) {
    const TkEncodingVerdict verdict = tk_encoding_survey_judge (survey, asked);
    check (&verdict, text, size);
  }
  const TkEncodingVerdict alone = tk_encoding_judge (text, size, NULL);
  check (&alone, text, size);
  return 0;
}
