/* Comes in: UTF-8 in any normal form. Goes out: a key that is equal for texts
 * that people take for the same. Keeps nothing. */
#include "fold.h"

#include "syllable.h"

static gunichar
unify (gunichar c)
{
  switch (c) {
  case 0x2010: /* hyphens and dashes, minus */
  case 0x2011:
  case 0x2012:
  case 0x2013:
  case 0x2014:
  case 0x2015:
  case 0x2212:
    return '-';
  case 0x201C: /* “ ” „ « » */
  case 0x201D:
  case 0x201E:
  case 0xAB:
  case 0xBB:
    return '"';
  case 0x2018: /* ‘ ’ and the modifier letter */
  case 0x2019:
  case 0x02BC:
    return '\'';
  case 0xD0: /* Ð ð, Ɖ ɖ for Đ đ */
  case 0xF0:
  case 0x189:
  case 0x256:
    return 0x111;
  default:
    return g_unichar_tolower (c);
  }
}

/* What is dropped at the ends. */
static gboolean
is_sign (gunichar c)
{
  const GUnicodeType type = g_unichar_type (c);

  return c != '%'
         && (g_unichar_isspace (c)
             || (type >= G_UNICODE_CONNECT_PUNCTUATION && type <= G_UNICODE_OPEN_PUNCTUATION));
}

static void
cut_ends (GString *text)
{
  const char *start = text->str, *end = text->str + text->len;

  while (start < end && is_sign (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_sign (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  g_string_truncate (text, (gsize) (end - text->str));
  g_string_erase (text, 0, start - text->str);
}

/* @text as the head of fold.h tells, in NFD; @bare: without marks. */
static GString *
plain_new (const char *text, gboolean bare)
{
  GString *plain = g_string_new (NULL);
  g_autofree char *parts = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT);
  gboolean spaced = FALSE;

  for (const char *at = parts != NULL ? parts : ""; *at != '\0'; at = g_utf8_next_char (at)) {
    gunichar c = unify (g_utf8_get_char (at));
    if (g_unichar_isspace (c))
      spaced = TRUE;
    if (g_unichar_isspace (c) || g_unichar_type (c) == G_UNICODE_FORMAT || (bare && g_unichar_ismark (c)))
      continue;
    const gboolean after_dash = plain->len > 0 && plain->str[plain->len - 1] == '-';
    if (spaced && c != '-' && !after_dash)
      g_string_append_c (plain, ' ');
    spaced = FALSE;
    if (c != '-' || !after_dash)
      g_string_append_unichar (plain, bare && c == 0x111 ? 'd' : c);
  }
  cut_ends (plain);
  return plain;
}

void
tk_fold_append (GString *to, const char *text)
{
  g_autoptr (GString) plain = plain_new (text, TRUE);

  g_string_append_len (to, plain->str, (gssize) plain->len);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
}

static void
append_word (GString *to, const char *word, gsize length)
{
  TkSyllable syllable;

  if (tk_syllable_parse (word, length, &syllable))
    tk_syllable_append (to, &syllable, TK_PLACEMENT_OLD);
  else
    g_string_append_len (to, word, (gssize) length);
}

void
tk_fold_append_toned (GString *to, const char *text)
{
  g_autoptr (GString) plain = plain_new (text, FALSE);
  g_autofree char *composed = g_utf8_normalize (plain->str, (gssize) plain->len, G_NORMALIZE_DEFAULT_COMPOSE);

  for (const char *at = composed; *at != '\0';) {
    const char *end = at;
    while (is_letter (g_utf8_get_char (end)))
      end = g_utf8_next_char (end);
    if (end > at) {
      append_word (to, at, (gsize) (end - at));
      at = end;
    } else {
      end = g_utf8_next_char (at);
      g_string_append_len (to, at, end - at);
      at = end;
    }
  }
}
