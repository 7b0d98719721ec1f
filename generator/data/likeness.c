/* Comes in: two names. Goes out: the distance between them. Knows no list of
 * names and no threshold. */
#include "likeness.h"

#include "fold.h"
#include "syllable.h"

/* A letter, a sign or, behind the letters of a syllable, its tone: so that a tone
 * that stands on another letter is the same tone. */
typedef struct {
  gunichar base; /* of letters, without hat; of others the sign */
  gunichar whole;
  gboolean letter; /* or digit */
} Sign;

static Sign
make_letter (gunichar c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (c, FALSE, parts, G_N_ELEMENTS (parts));
  return (Sign){c == 0x111 ? 'd' : parts[0], c, TRUE};
}

static void
append_tone (GArray *to, TkTone *tone)
{
  const Sign sign = {*tone, *tone, FALSE};

  if (*tone != TK_TONE_NONE)
    g_array_append_val (to, sign);
  *tone = TK_TONE_NONE;
}

/* (element-type Sign) */
static GArray *
signs_new (const char *name)
{
  GArray *signs = g_array_new (FALSE, FALSE, sizeof (Sign));
  g_autoptr (GString) key = g_string_new (NULL);
  TkTone last = TK_TONE_NONE;

  tk_fold_append_toned (key, name);
  for (const char *at = key->str; *at != '\0'; at = g_utf8_next_char (at)) {
    TkTone tone;
    const gunichar c = tk_tone_split (g_utf8_get_char (at), &tone);
    Sign sign = {c, c, FALSE};
    if (g_unichar_isalnum (c))
      sign = make_letter (c);
    else
      append_tone (signs, &last);
    last = tone != TK_TONE_NONE ? tone : last;
    g_array_append_val (signs, sign);
  }
  append_tone (signs, &last);
  return signs;
}

static int
cost (const Sign *sign)
{
  return sign->letter ? TK_LIKENESS_LETTER : TK_LIKENESS_MARK;
}

static int
cost_change (const Sign *a, const Sign *b)
{
  if (a->letter != b->letter)
    return cost (a) + cost (b);
  if (a->whole == b->whole)
    return 0;
  return a->letter && a->base == b->base ? TK_LIKENESS_MARK : cost (a);
}

static gboolean
is_swapped (const Sign *a, const Sign *b)
{
  return a[0].letter && a[-1].letter && a[0].whole == b[-1].whole && a[-1].whole == b[0].whole;
}

int
tk_likeness_distance (const char *a, const char *b)
{
  g_autoptr (GArray) a_signs = signs_new (a), b_signs = signs_new (b);
  const Sign *x = (const Sign *) a_signs->data, *y = (const Sign *) b_signs->data;
  const guint n = b_signs->len;
  g_autofree int *rows = g_new0 (int, 3 * (n + 1));
  int *before = rows, *above = rows + n + 1, *row = rows + 2 * (n + 1);

  for (guint j = 0; j < n; j++)
    row[j + 1] = row[j] + cost (&y[j]);
  for (guint i = 0; i < a_signs->len; i++) {
    int *oldest = before;
    before = above;
    above = row;
    row = oldest;
    row[0] = above[0] + cost (&x[i]);
    for (guint j = 0; j < n; j++) {
      const int gone = above[j + 1] + cost (&x[i]), come = row[j] + cost (&y[j]);
      row[j + 1] = MIN (MIN (gone, come), above[j] + cost_change (&x[i], &y[j]));
      if (i > 0 && j > 0 && is_swapped (&x[i], &y[j]))
        row[j + 1] = MIN (row[j + 1], before[j - 1] + TK_LIKENESS_LETTER);
    }
  }
  return row[n];
}
