/* Comes in: a word and the words that would have been right. Goes out: the one
 * that was meant, by edit distance over characters. */
#include "nearest.h"

#include <glib/gi18n.h>

enum { LONGEST = 64, FEW = 20 };

/* Letters put in, left out, replaced, or two of them exchanged. */
static guint
distance (const char *a, const char *b)
{
  g_autofree gunichar *from = g_utf8_to_ucs4_fast (a, -1, NULL);
  g_autofree gunichar *to = g_utf8_to_ucs4_fast (b, -1, NULL);
  guint rows[3][LONGEST + 1];
  guint n = 0;

  for (; to[n] != 0; n++) {
    if (n == LONGEST)
      return G_MAXUINT;
    rows[0][n] = n;
  }
  rows[0][n] = n;
  guint i = 0;
  for (; from[i] != 0; i++) {
    const guint *above = rows[i % 3];
    guint *row = rows[(i + 1) % 3];
    row[0] = i + 1;
    for (guint j = 0; j < n; j++) {
      gboolean same = g_unichar_tolower (from[i]) == g_unichar_tolower (to[j]);
      row[j + 1] = MIN (MIN (above[j + 1] + 1, row[j] + 1), above[j] + (same ? 0 : 1));
      if (i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j])
        row[j + 1] = MIN (row[j + 1], rows[(i + 2) % 3][j - 1] + 1);
    }
  }
  return rows[i % 3][n];
}

const char *
tk_nearest_find (const char *text, const char *const *names)
{
  const char *nearest = NULL;
  guint least = G_MAXUINT;

  for (guint i = 0; names[i] != NULL; i++) {
    guint d = distance (text, names[i]);
    if (d < least && d <= MAX (1, (guint) g_utf8_strlen (names[i], -1) / 3)) {
      least = d;
      nearest = names[i];
    }
  }
  return nearest;
}

char *
tk_nearest_meant_new (const char *text, const char *const *names)
{
  const char *nearest = tk_nearest_find (text, names);

  return nearest != NULL ? g_strdup_printf (_ ("; did you mean \"%s\"?"), nearest) : g_strdup ("");
}

char *
tk_nearest_hint_new (const char *text, const char *const *names)
{
  g_autofree char *meant = tk_nearest_meant_new (text, names);
  const guint n = g_strv_length ((char **) names);

  if (*meant != '\0' || n == 0 || n > FEW)
    return g_steal_pointer (&meant);
  g_autofree char *list = g_strjoinv (", ", (char **) names);
  return g_strdup_printf (_ ("; known: %s"), list);
}
