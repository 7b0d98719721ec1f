/* Comes in: bytes. Goes out: their SHA-256. */
#include "digest.h"

#include <nettle/sha2.h>
#include <nettle/version.h>

void
tk_digest (const TkDigestPart *parts, guint n_parts, guint8 to[TK_DIGEST])
{
  struct sha256_ctx state;

  sha256_init (&state);
  for (guint i = 0; i < n_parts; i++)
    sha256_update (&state, parts[i].size, parts[i].at);
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest (&state, to);
#else
  sha256_digest (&state, TK_DIGEST, to);
#endif
}

char *
tk_digest_new (const void *bytes, gsize size)
{
  static const char digits[] = "0123456789abcdef";
  const TkDigestPart part = {bytes, size};
  guint8 sum[TK_DIGEST];
  char *text = g_malloc (2 * TK_DIGEST + 1);

  tk_digest (&part, 1, sum);
  for (guint i = 0; i < TK_DIGEST; i++) {
    text[2 * i] = digits[sum[i] >> 4];
    text[2 * i + 1] = digits[sum[i] & 15];
  }
  text[2 * TK_DIGEST] = '\0';
  return text;
}
