/* Comes in: a word at an end of its line. Goes out: by how much it may stand out of the measure, so that the
 * edge of the column looks straight. */
#include "set.h"

/* In thousandths of the glyph's advance. */
static int
find_share (gunichar letter)
{
  switch (letter) {
  case '-':
  case 0x2010: /* hyphen */
  case '.':
  case ',':
    return 700;
  case '"':
  case '\'':
  case 0x2018: /* single and double quotation marks */
  case 0x2019:
  case 0x201C:
  case 0x201D:
  case ':':
  case ';':
    return 500;
  default:
    return 0;
  }
}

TkHang
tk_galley_find_hang (const TkWord *word)
{
  TkHang hang = {0};

  if (word->n_glyphs < 2) /* a mark alone has nothing to stand out of */
    return hang;
  const char *last = g_utf8_find_prev_char (word->text, word->text + word->length);
  gint64 begin = word->glyphs[0].advance, end = word->glyphs[word->n_glyphs - 1].advance;
  hang.begin = (TkUnit) (begin * find_share (g_utf8_get_char (word->text)) / 1000);
  hang.end = (TkUnit) (end * find_share (g_utf8_get_char (last)) / 1000);
  return hang;
}
