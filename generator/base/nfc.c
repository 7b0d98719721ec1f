/* Comes in: a text. Goes out: the same in NFC. g_utf8_normalize moves all that is behind a pair that it
 * composes: it gets short pieces. */
#include "nfc.h"

#include <string.h>

enum { PIECE = 256 }; /* bytes; a longer piece has no blank */

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
    g_autofree char *piece = g_utf8_normalize (text + at, (gssize) n, G_NORMALIZE_NFC);
    if (piece == NULL)
      return NULL;
    g_string_append (composed, piece);
  }
  return g_string_free (g_steal_pointer (&composed), FALSE);
}
