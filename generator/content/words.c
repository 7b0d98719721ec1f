/* Comes in: text of the records, NFC. Goes out: the same words without control
 * characters and surplus blanks. A no-break space is a letter here. */
#include <string.h>

#include "maker.h"

static gboolean
is_blank (guchar c)
{
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Whether a byte at @at asks for tidying: a control character, or two blanks in a row. */
static gboolean
is_untidy (const char *at)
{
  const guchar *byte = (const guchar *) at;

  if (byte[0] < 0x20 || byte[0] == 0x7F)
    return TRUE;
  if (byte[0] == ' ')
    return byte[1] == ' ';
  /* C1 controls, U+2028, U+2029, U+FEFF */
  return (byte[0] == 0xC2 && byte[1] < 0xA0)
         || (byte[0] == 0xE2 && byte[1] == 0x80 && (byte[2] & 0xFE) == 0xA8)
         || (byte[0] == 0xEF && byte[1] == 0xBB && byte[2] == 0xBF);
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
    if (((guchar) text[i] < 0x21 || (guchar) text[i] > 0x7E) && is_untidy (text + i))
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
