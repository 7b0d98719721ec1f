/* A growing row of bytes and the ways in which PDF writes things into it.
 * Numbers are integers or fixed-point integers, printed by hand: exact, short
 * and the same in every locale (libharu prints 841.89 as 841.89001). */
#pragma once

#include <glib.h>
#include <string.h>

#include "unit.h"

typedef struct {
  char *at;
  gsize length, room;
} TkBytes;

void tk_bytes_clear (TkBytes *bytes);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkBytes, tk_bytes_clear)

/* Makes room for @size more bytes. */
void tk_bytes_grow (TkBytes *bytes, gsize size);

static inline void
tk_bytes_need (TkBytes *bytes, gsize size)
{
  if (G_UNLIKELY (bytes->room - bytes->length < size))
    tk_bytes_grow (bytes, size);
}

static inline void
tk_bytes_put (TkBytes *bytes, const void *from, gsize size)
{
  if (size == 0)
    return;
  tk_bytes_need (bytes, size);
  memcpy (bytes->at + bytes->length, from, size);
  bytes->length += size;
}

#define tk_bytes_literal(bytes, text) tk_bytes_put ((bytes), "" text, sizeof (text) - 1)

/* Any printf but for %f and the like, which obey the locale. */
void tk_bytes_print (TkBytes *bytes, const char *format, ...) G_GNUC_PRINTF (2, 3);

void tk_bytes_integer (TkBytes *bytes, gint64 value);

/* @value divided by 10 to the power of @decimals (0 to 6), without trailing
 * zeros and never "-0": 12500, 3 gives "12.5". */
void tk_bytes_fixed (TkBytes *bytes, gint64 value, int decimals);

/* @n numbers in thousandths, and the operator after them. */
void tk_bytes_numbers (TkBytes *bytes, const gint64 *numbers, guint n, const char *operator);

/* A length in points, to 1/1000. */
#define TK_MILLI(unit) ((gint64) (((gint64) (unit) *1000 + 512) >> 10))

/* Inside a literal string, ( ) \ and CR are escaped; all other bytes stand for
 * themselves (ISO 32000-1, 7.3.4.2). */
void tk_bytes_escaped (TkBytes *bytes, const char *from, gsize size);

/* A text string, in parentheses: as it is where it is printable ASCII, else
 * UTF-16BE with its mark, which takes half of what hexadecimals take. Cut at 16,000 units: strings of more
 * than 32,767 bytes are not for PDF/A (ISO 19005-2, 6.1.13). */
void tk_bytes_string (TkBytes *bytes, const char *utf8);

/* Hexadecimal UTF-16BE, surrogates where needed, without mark or brackets. At
 * most @limit units; gives their number. */
guint tk_bytes_utf16 (TkBytes *bytes, const char *utf8, gsize size, guint limit);
