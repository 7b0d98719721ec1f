/* Comes in: UTF-8. Goes out: the same in NFC. */
#include "compose.h"

#include <string.h>

gboolean
tk_is_composed (const char *text, gsize length)
{
  const guint8 *at = (const guint8 *) text;

  /* U+0000 to U+02FF, U+1E00 to U+1EFF, U+2010 to U+2027: NFC_QC is Yes for all of them
   * (DerivedNormalizationProps.txt), and none is a combining mark */
  for (gsize i = 0; i < length;) {
    if (at[i] < 0x80)
      i++;
    else if (at[i] < 0xCC)
      i += 2;
    else if (i + 2 < length
             && ((at[i] == 0xE1 && at[i + 1] >= 0xB8 && at[i + 1] <= 0xBB)
                 || (at[i] == 0xE2 && at[i + 1] == 0x80 && at[i + 2] >= 0x90 && at[i + 2] <= 0xA7)))
      i += 3;
    else
      return FALSE;
  }
  return TRUE;
}

char *
tk_compose_new (const char *text, gsize length)
{
  return tk_is_composed (text, length) ? g_strndup (text, length)
                                       : g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);
}
