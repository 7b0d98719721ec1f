/* Comes in: text of the records, NFC. Goes out: the same words without control
 * characters and surplus blanks. A no-break space is a letter here. */
#include <string.h>

#include "maker.h"

static gboolean
is_blank (guchar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Bytes that begin something to be looked at: controls, blanks, and the leads of C1
 * controls (C2), of U+2028 and U+2029 (E2), of U+FEFF (EF). */
static gboolean
is_suspect (guchar c)
{
  return c <= ' ' || c == 0x7F || c == 0xC2 || c == 0xE2 || c == 0xEF;
}

/* Whether the suspect byte at @at asks for tidying. */
static gboolean
is_untidy (const char *at)
{
  const guchar *byte = (const guchar *) at;

  switch (byte[0]) {
  case ' ':
    return byte[1] == ' ';
  case 0xC2:
    return byte[1] < 0xA0;
  case 0xE2:
    return byte[1] == 0x80 && (byte[2] & 0xFE) == 0xA8;
  case 0xEF:
    return byte[1] == 0xBB && byte[2] == 0xBF;
  default:
    return TRUE;
  }
}

static char *
tidy (TkArena *arena, const char *from, const char *end)
{
  g_autoptr (GString) to = g_string_sized_new ((gsize) (end - from));
  gboolean blank = FALSE;

  for (const char *at = from; at < end; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (is_blank ((guchar) *at) || c == 0x2028 || c == 0x2029 || c == 0x85) {
      blank = to->len > 0;
      continue;
    }
    if (g_unichar_iscntrl (c) || c == 0xFEFF)
      continue;
    if (blank)
      g_string_append_c (to, ' ');
    blank = FALSE;
    g_string_append_unichar (to, c);
  }
  return tk_arena_textn (arena, to->str, to->len);
}

const char *
tk_content_clean (TkArena *arena, const char *text)
{
  while (is_blank ((guchar) *text))
    text++;
  gsize length = strlen (text);
  while (length > 0 && is_blank ((guchar) text[length - 1]))
    length--;
  for (gsize i = 0; i < length; i++) {
    if (is_suspect ((guchar) text[i]) && is_untidy (text + i))
      return tidy (arena, text, text + length);
  }
  return tk_arena_textn (arena, text, length);
}

gboolean
tk_content_is_empty (const char *text)
{
  if (text == NULL)
    return TRUE;
  while (is_blank ((guchar) *text))
    text++;
  return *text == '\0';
}

const char *
tk_content_capitals (TkArena *arena, const char *text)
{
  g_autoptr (GString) to = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    g_string_append_unichar (to, g_unichar_toupper (g_utf8_get_char (at)));
  return tk_arena_textn (arena, to->str, to->len);
}
