/* Comes in: text and its font. Goes out: text in Unicode. Knows no elements. */
#include "docx_encoding.h"

#include <string.h>

TkEncoding
tk_docx_font_encoding (const char *font)
{
  if (font == NULL)
    return TK_ENCODING_WINDOWS_1252;
  if (g_ascii_strncasecmp (font, ".Vn", 3) == 0)
    return TK_ENCODING_TCVN3;
  return g_ascii_strncasecmp (font, "VNI", 3) == 0 ? TK_ENCODING_VNI : TK_ENCODING_WINDOWS_1252;
}

/* .VnTimeH, .VnArialH: small letters look like capitals. */
static gboolean
is_capital_font (const char *font)
{
  return g_ascii_strncasecmp (font, ".Vn", 3) == 0 && g_str_has_suffix (font, "H");
}

char *
tk_docx_decode_new (const char *font, const char *text, const TkEncodingVerdict *whole, TkDocxTally *tally)
{
  const TkEncoding of_font = tk_docx_font_encoding (font);
  const gboolean old_font = of_font != TK_ENCODING_WINDOWS_1252;
  const gboolean capital = old_font && is_capital_font (font);
  const TkEncodingVerdict by_font = {.encoding = TK_ENCODING_UTF8, .behind = of_font};
  g_autoptr (GString) decoded = g_string_new (NULL);
  TkEncodingDoubts doubts = {0};

  tk_encoding_append (decoded, text, strlen (text), old_font ? &by_font : whole, &doubts);
  char *plain = capital ? g_utf8_strup (decoded->str, (gssize) decoded->len)
                        : g_string_free (g_steal_pointer (&decoded), FALSE);
  const gboolean changed = strcmp (plain, text) != 0;
  tally->n[TK_DOCX_OLD_FONT] += old_font && changed;
  tally->n[TK_DOCX_OLD_TEXT] += !old_font && changed && whole->behind != TK_ENCODING_WINDOWS_1252;
  tally->n[TK_DOCX_CASE] += capital ? 0 : doubts.n_case;
  tally->n[TK_DOCX_UNSURE] += doubts.n_unsure;
  return plain;
}
