/* Comes in: the beginning of a file, or UTF-16. Goes out: the byte order, or
 * UTF-8. g_convert() gives up at the first lone surrogate, a file of an office
 * may hold one. */
#include "utf16.h"

#include <string.h>

gboolean
tk_utf16_check (TkEncoding encoding)
{
  return encoding == TK_ENCODING_UTF16LE || encoding == TK_ENCODING_UTF16BE;
}

TkEncoding
tk_utf16_find_order (const char *bytes, gsize length)
{
  if (length >= 3 && memcmp (bytes, "\xEF\xBB\xBF", 3) == 0)
    return TK_ENCODING_UTF8;
  if (length >= 2 && memcmp (bytes, "\xFF\xFE", 2) == 0)
    return TK_ENCODING_UTF16LE;
  if (length >= 2 && memcmp (bytes, "\xFE\xFF", 2) == 0)
    return TK_ENCODING_UTF16BE;
  return TK_ENCODING_AUTO;
}

gsize
tk_utf16_append (GString *to, const char *bytes, gsize length, TkEncoding encoding, guint *n_lost)
{
  gsize i = 0;
  const gsize high = encoding == TK_ENCODING_UTF16LE ? 1 : 0;

  while (i + 1 < length) {
    const gunichar unit = (guint) (guchar) bytes[i + high] << 8 | (guchar) bytes[i + 1 - high];
    gunichar c = unit;
    gsize step = 2;
    if (unit >= 0xD800 && unit < 0xDC00) {
      if (i + 3 >= length)
        break;
      const gunichar low = (guint) (guchar) bytes[i + 2 + high] << 8 | (guchar) bytes[i + 3 - high];
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((unit & 0x3FF) << 10 | (low & 0x3FF));
        step = 4;
      }
    }
    i += step;
    if (c == 0 || (c >= 0xD800 && c < 0xE000)) {
      c = 0xFFFD;
      if (n_lost != NULL)
        (*n_lost)++;
    }
    if (c != 0xFEFF)
      g_string_append_unichar (to, c);
  }
  return i;
}
