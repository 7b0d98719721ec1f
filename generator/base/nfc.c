/* Comes in: a text. Goes out: the same in NFC. g_utf8_normalize moves all that is behind a pair that it
 * composes: it gets short pieces, and none that is composed already. */
#include "nfc.h"

#include <string.h>

enum { PIECE = 256 }; /* bytes; a longer piece has no blank */

static gboolean
goes_on (guint8 byte)
{
  return (byte & 0xC0) == 0x80;
}

/* U+0000 to U+02FF, U+1E00 to U+1EFF, U+2010 to U+2027: NFC_QC is Yes for all of them
 * (DerivedNormalizationProps.txt), and none is a combining mark. */
gboolean
tk_nfc_is (const char *text, gsize length)
{
  const guint8 *at = (const guint8 *) text;

  for (gsize i = 0; i < length;) {
    if (at[i] < 0x80)
      i++;
    else if (at[i] >= 0xC2 && at[i] < 0xCC && i + 1 < length && goes_on (at[i + 1]))
      i += 2;
    else if (i + 2 < length && goes_on (at[i + 2])
             && ((at[i] == 0xE1 && at[i + 1] >= 0xB8 && at[i + 1] <= 0xBB)
                 || (at[i] == 0xE2 && at[i + 1] == 0x80 && at[i + 2] >= 0x90 && at[i + 2] <= 0xA7)))
      i += 3;
    else
      return FALSE;
  }
  return TRUE;
}

/* Up to behind a blank, which composes with nothing (UAX #15, 1.3: a text may be parted there). */
static gsize
find_end (const char *text, gsize length)
{
  for (gsize i = PIECE; i < length; i++)
    if (text[i] == ' ' || text[i] == '\n')
      return i + 1;
  return length;
}

char *
tk_nfc_new (const char *text, gssize length)
{
  const gsize all = length < 0 ? strlen (text) : (gsize) length;
  g_autoptr (GString) composed = g_string_sized_new (all);

  for (gsize at = 0, n; at < all; at += n) {
    n = find_end (text + at, all - at);
    if (tk_nfc_is (text + at, n)) {
      g_string_append_len (composed, text + at, (gssize) n);
      continue;
    }
    g_autofree char *piece = g_utf8_normalize (text + at, (gssize) n, G_NORMALIZE_NFC);
    if (piece == NULL)
      return NULL;
    g_string_append (composed, piece);
  }
  return g_string_free (g_steal_pointer (&composed), FALSE);
}
