/* Comes in: names and messages with names in them. Goes out: the same for people to read. Must not know what
 * they name. */
#include "shown.h"

#include <glib.h>

typedef gboolean (*IsPlain) (gunichar c);

static gboolean
is_seen (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  return c == ' ' || (g_unichar_isprint (c) && !g_unichar_isspace (c) && type != G_UNICODE_FORMAT);
}

/* Letters up to Latin Extended-A, those of Vietnamese, and the signs that our messages have. */
static gboolean
is_on_paper (gunichar c)
{
  static const struct {
    gunichar first, last;
  } ranges[] = {{0x20, 0x17F},    {0x1A0, 0x1A1},   {0x1AF, 0x1B0},   {0x1EA0, 0x1EF9},
                {0x2013, 0x2014}, {0x2018, 0x2019}, {0x201C, 0x201D}, {0x2026, 0x2026}};

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (c >= ranges[i].first && c <= ranges[i].last)
      return is_seen (c);
  return FALSE;
}

static char *
show_new (const char *text, IsPlain is_plain)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *shown = g_string_sized_new (64);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    if (is_plain (c))
      g_string_append_unichar (shown, c);
    else
      g_string_append_printf (shown, "<U+%04X>", c);
  }
  return g_string_free (shown, FALSE);
}

char *
tk_shown_new (const char *text)
{
  return show_new (text, is_seen);
}

char *
tk_shown_on_paper_new (const char *text)
{
  return text != NULL ? show_new (text, is_on_paper) : NULL;
}
