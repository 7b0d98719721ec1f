/* Comes in: text with signs. Goes out: text. The signs are those of bullets,
 * ticks, arrows and formulas; the rest of the fonts is pictures. */
#include "docx_symbol.h"

#include <string.h>

static const struct {
  guint8 code;
  gunichar c;
} symbol[] = {{0x44, 0x394},  {0x53, 0x3A3},  {0x57, 0x3A9},  {0x61, 0x3B1},  {0x62, 0x3B2},  {0x67, 0x3B3},
              {0x64, 0x3B4},  {0x65, 0x3B5},  {0x6C, 0x3BB},  {0x6D, 0x3BC},  {0x70, 0x3C0},  {0x73, 0x3C3},
              {0x77, 0x3C9},  {0x2D, 0x2212}, {0xA3, 0x2264}, {0xA5, 0x221E}, {0xAB, 0x2194}, {0xAC, 0x2190},
              {0xAD, 0x2191}, {0xAE, 0x2192}, {0xAF, 0x2193}, {0xB0, 0xB0},   {0xB1, 0xB1},   {0xB2, 0x2033},
              {0xB3, 0x2265}, {0xB4, 0xD7},   {0xB7, 0x2022}, {0xB8, 0xF7},   {0xB9, 0x2260}, {0xBB, 0x2248},
              {0xBC, 0x2026}, {0xD6, 0x221A}, {0xDE, 0x21D2}, {0xE5, 0x2211}},
  wingdings[] = {{0x4A, 0x263A}, {0x6C, 0x25CF}, {0x6E, 0x25A0}, {0x6F, 0x2610}, {0x71, 0x2610},
                 {0x75, 0x25C6}, {0x76, 0x2022}, {0x77, 0x2022}, {0x9E, 0x2022}, {0x9F, 0x2022},
                 {0xA7, 0x25AA}, {0xA8, 0x2610}, {0xD8, 0x2022}, {0xDF, 0x2190}, {0xE0, 0x2192},
                 {0xE8, 0x2192}, {0xF0, 0x2192}, {0xFB, 0x2612}, {0xFC, 0x2713}, {0xFD, 0x2612},
                 {0xFE, 0x2611}};

static gunichar
letter_of (gboolean is_wingdings, guint code)
{
  const gsize n = is_wingdings ? G_N_ELEMENTS (wingdings) : G_N_ELEMENTS (symbol);

  for (gsize i = 0; i < n; i++)
    if ((is_wingdings ? wingdings[i].code : symbol[i].code) == code)
      return is_wingdings ? wingdings[i].c : symbol[i].c;
  /* digits and marks stand at their places in Symbol */
  return !is_wingdings && code < 0x80 && !g_ascii_isalpha ((char) code) ? code : 0;
}

static gboolean
is_wingdings_font (const char *font)
{
  return font != NULL && g_ascii_strncasecmp (font, "Wingdings", 9) == 0;
}

gboolean
tk_docx_is_symbol_font (const char *font)
{
  return is_wingdings_font (font) || (font != NULL && g_ascii_strcasecmp (font, "Symbol") == 0);
}

char *
tk_docx_symbols_new (const char *font, const char *text, guint *n_unknown)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  const gboolean is_wingdings = is_wingdings_font (font);
  const gboolean is_symbol = tk_docx_is_symbol_font (font);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    const gboolean private = c >= 0xF020 && c <= 0xF0FF;
    if (!private && !(is_symbol && c > ' ' && c < 0x100)) {
      g_string_append_unichar (plain, c);
      continue;
    }
    const gunichar letter = letter_of (is_wingdings, c & 0xFF);
    if (letter != 0 || !private)
      g_string_append_unichar (plain, letter != 0 ? letter : c);
    *n_unknown += letter == 0;
  }
  return g_string_free (g_steal_pointer (&plain), FALSE);
}
