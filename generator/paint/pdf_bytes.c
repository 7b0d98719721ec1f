/* Comes in: numbers and texts. Goes out: bytes as ISO 32000-1 wants them. */
#include "pdf_bytes.h"

#include <stdio.h>

void
tk_bytes_clear (TkBytes *bytes)
{
  g_clear_pointer (&bytes->at, g_free);
  bytes->length = bytes->room = 0;
}

void
tk_bytes_grow (TkBytes *bytes, gsize size)
{
  gsize room = MAX (bytes->room * 2, bytes->length + size);

  bytes->room = MAX (room, 256);
  bytes->at = g_realloc (bytes->at, bytes->room);
}

void
tk_bytes_print (TkBytes *bytes, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_autofree char *text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  tk_bytes_put (bytes, text, strlen (text));
}

/* The digits of @value end before @end; gives their beginning. */
static char *
put_digits (char *end, guint64 value)
{
  do {
    *--end = (char) ('0' + value % 10);
    value /= 10;
  } while (value != 0);
  return end;
}

static guint64
magnitude (gint64 value)
{
  return value < 0 ? -(guint64) value : (guint64) value;
}

void
tk_bytes_integer (TkBytes *bytes, gint64 value)
{
  char digits[24], *end = digits + sizeof digits;
  char *from = put_digits (end, magnitude (value));

  if (value < 0)
    *--from = '-';
  tk_bytes_put (bytes, from, (gsize) (end - from));
}

void
tk_bytes_fixed (TkBytes *bytes, gint64 value, int decimals)
{
  char digits[32], *end = digits + sizeof digits, *point;
  guint64 rest = magnitude (value);

  for (; decimals > 0 && rest % 10 == 0; decimals--)
    rest /= 10;
  point = end - decimals;
  char *from = put_digits (end, rest);
  while (from >= point && decimals > 0) /* ".05" wants its zeros, and one before the point */
    *--from = '0';
  if (value < 0)
    tk_bytes_literal (bytes, "-");
  tk_bytes_put (bytes, from, (gsize) (point - from));
  if (decimals == 0)
    return;
  tk_bytes_literal (bytes, ".");
  tk_bytes_put (bytes, point, (gsize) decimals);
}

void
tk_bytes_numbers (TkBytes *bytes, const gint64 *numbers, guint n, const char *operator)
{
  for (guint i = 0; i < n; i++) {
    tk_bytes_fixed (bytes, numbers[i], 3);
    tk_bytes_literal (bytes, " ");
  }
  tk_bytes_put (bytes, operator, strlen (operator));
}

void
tk_bytes_escaped (TkBytes *bytes, const char *from, gsize size)
{
  tk_bytes_need (bytes, 2 * size);
  for (gsize i = 0; i < size; i++) {
    char byte = from[i];
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
      bytes->at[bytes->length++] = '\\';
    bytes->at[bytes->length++] = byte == '\r' ? 'r' : byte;
  }
}

static void
put_unit (TkBytes *bytes, guint unit)
{
  static const char digits[] = "0123456789ABCDEF";
  char hex[4] = {digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};

  tk_bytes_put (bytes, hex, sizeof hex);
}

guint
tk_bytes_utf16 (TkBytes *bytes, const char *utf8, gsize size, guint limit)
{
  guint units = 0;

  for (const char *at = utf8; at < utf8 + size; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    guint needs = c > 0xFFFF ? 2 : 1;
    if (units + needs > limit)
      break;
    units += needs;
    if (needs == 1) {
      put_unit (bytes, c);
    } else {
      put_unit (bytes, 0xD800 + ((c - 0x10000) >> 10));
      put_unit (bytes, 0xDC00 + ((c - 0x10000) & 0x3FF));
    }
  }
  return units;
}

void
tk_bytes_string (TkBytes *bytes, const char *utf8)
{
  gsize size = strlen (utf8);
  gboolean plain = size < 16000;

  for (gsize i = 0; plain && i < size; i++)
    plain = g_ascii_isprint (utf8[i]);
  if (plain) {
    tk_bytes_literal (bytes, "(");
    tk_bytes_escaped (bytes, utf8, size);
    tk_bytes_literal (bytes, ")");
    return;
  }
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (utf8, (glong) size, NULL, &n, NULL);
  n = MIN (n, 16000);
  if (n > 0 && (units[n - 1] & 0xFC00) == 0xD800)
    n--; /* no half a pair */
  for (glong i = 0; i < n; i++)
    units[i] = GUINT16_TO_BE (units[i]);
  tk_bytes_literal (bytes, "(\xFE\xFF");
  tk_bytes_escaped (bytes, (const char *) units, 2 * (gsize) n);
  tk_bytes_literal (bytes, ")");
}
