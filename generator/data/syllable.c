/* Comes in: the letters of one syllable, its tone mark anywhere. Goes out: the
 * syllable in parts, and the same with the mark in its place. Knows no words:
 * whether a syllable means something is not asked. */
#include "syllable.h"

#include <string.h>

/* Longer ones first: "gi" is tried before "g", for which gì and gìn are left. */
static const char *const onsets[] = {"ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th",
                                     "tr",  "b",  "c",  "d",  "đ",  "g",  "h",  "k",  "l",  "m",
                                     "n",   "p",  "r",  "s",  "t",  "v",  "x",  ""};

/* The rhymes: a beginning, and what may follow it; "-" is nothing. */
static const struct {
  const char *beginning, *endings;
} rhymes[] = {
    {"a", "- c ch i m n ng nh o p t u y"},
    {"ă", "c k m n ng p t"}, /* k: Đắk Lắk */
    {"â", "c m n ng p t u y"},
    {"e", "- c m n ng o p t"},
    {"ê", "- ch m n nh p t u"},
    {"i", "- a ch m n nh p t u"},
    {"iê", "c m n ng p t u"},
    {"o", "- c i m n ng p t"},
    {"oa", "- c ch i m n ng nh o p t y"},
    {"oă", "c m n ng p t"},
    {"oe", "- m n o p t"},
    {"oo", "c n ng"},
    {"ô", "- c i m n ng p t"},
    {"ơ", "- i m n p t"},
    {"u", "- a c i m n ng p t"},
    {"uâ", "n ng t y"},
    {"uê", "- ch nh"},
    {"uô", "c i m n ng t"},
    {"uơ", "-"},
    {"uy", "- a ch n nh p t u"},
    {"uyê", "m n t"},
    {"ư", "- a c i m n ng t u"},
    {"ươ", "c i m n ng p t u"},
    {"y", "- ch n nh p t"},
    {"yê", "m n ng t u"},
};

static const gunichar marks[] = {
    [TK_TONE_HUYEN] = 0x0300, [TK_TONE_HOI] = 0x0309,  [TK_TONE_NGA] = 0x0303,
    [TK_TONE_SAC] = 0x0301,   [TK_TONE_NANG] = 0x0323,
};

TkTone
tk_tone_of_mark (gunichar mark)
{
  switch (mark) {
  case 0x0300:
  case 0x0340:
    return TK_TONE_HUYEN;
  case 0x0309:
    return TK_TONE_HOI;
  case 0x0303:
    return TK_TONE_NGA;
  case 0x0301:
  case 0x0341:
    return TK_TONE_SAC;
  case 0x0323:
    return TK_TONE_NANG;
  default:
    return TK_TONE_NONE;
  }
}

gunichar
tk_tone_split (gunichar letter, TkTone *ret_tone)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  *ret_tone = TK_TONE_NONE;
  if (letter < 0x80)
    return letter;
  const gsize n = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));
  gunichar bare = parts[0];
  for (gsize i = 1; i < n; i++) {
    const TkTone tone = tk_tone_of_mark (parts[i]);
    if (tone != TK_TONE_NONE)
      *ret_tone = tone;
    else if (!g_unichar_compose (bare, parts[i], &bare))
      return letter;
  }
  return bare;
}

static gboolean
has_ending (const char *endings, const char *ending)
{
  const gsize n = strlen (ending);

  for (const char *at = endings; *at != '\0'; at += strspn (at, " ")) {
    const gsize length = strcspn (at, " ");
    if (length == n && memcmp (at, ending, n) == 0)
      return TRUE;
    at += length;
  }
  return FALSE;
}

static gboolean
is_rhyme (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhymes); i++) {
    const gsize n = strlen (rhymes[i].beginning);
    if (strncmp (text, rhymes[i].beginning, n) == 0
        && has_ending (rhymes[i].endings, text[n] == '\0' ? "-" : text + n))
      return TRUE;
  }
  return FALSE;
}

/* The consonants at the end of a rhyme. */
static const char *
find_coda (const char *rhyme)
{
  const char *at = rhyme + strlen (rhyme);

  while (at > rhyme && strchr ("cghkmnpt", at[-1]) != NULL)
    at--;
  return at;
}

/* k, gh and ngh stand before e, ê, i, y; c, g and ng before the others. */
static gboolean
is_spelling (const char *onset, gsize n, const char *rhyme)
{
  const gboolean front = *rhyme == 'e' || *rhyme == 'i' || *rhyme == 'y' || g_str_has_prefix (rhyme, "ê");
  const gboolean hard = onset[n - 1] == 'c' || (onset[n - 1] == 'g' && n <= 2);

  if (onset[0] == 'k' && n == 1)
    return front;
  if (n >= 2 && onset[n - 1] == 'h' && onset[n - 2] == 'g')
    return front;
  return !hard || !front || (onset[0] == 'g' && *rhyme == 'i');
}

/* Where the rhyme begins. 0 may be it, too: -1 where the letters are no syllable. */
static int
find_rhyme (const char *letters)
{
  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++) {
    const gsize n = strlen (onsets[i]);
    if (strncmp (letters, onsets[i], n) == 0 && is_rhyme (letters + n)
        && (n == 0 || is_spelling (letters, n, letters + n)))
      return (int) n;
  }
  return -1;
}

/* It ends in c, ch, k, p, t. */
static gboolean
is_stopped (const TkSyllable *syllable)
{
  const char *coda = find_coda (syllable->letters + syllable->n_onset);

  return *coda != '\0' && strcmp (coda, "m") != 0 && coda[0] != 'n';
}

gboolean
tk_syllable_parse (const char *text, gsize length, TkSyllable *ret_syllable)
{
  TkSyllable syllable = {0};
  gsize n = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at)) {
    TkTone tone;
    const gunichar letter = tk_tone_split (g_utf8_get_char (at), &tone);
    if (n + 6 >= sizeof syllable.letters || (tone != TK_TONE_NONE && syllable.tone != TK_TONE_NONE))
      return FALSE;
    syllable.tone = tone != TK_TONE_NONE ? tone : syllable.tone;
    n += (gsize) g_unichar_to_utf8 (letter, syllable.letters + n);
  }
  const int onset = find_rhyme (syllable.letters);
  if (onset < 0)
    return FALSE;
  syllable.n_onset = (guint8) onset;
  if (syllable.tone != TK_TONE_NONE && syllable.tone != TK_TONE_SAC && syllable.tone != TK_TONE_NANG
      && is_stopped (&syllable))
    return FALSE;
  *ret_syllable = syllable;
  return TRUE;
}

/* The letter of @rhyme that bears the tone: the last of ă â ê ô ơ ư, if there is
 * one; the second of two vowels before a consonant, and of three; otherwise the
 * first, for oa, oe, uy the second in the new placement. */
static const char *
find_bearer (const char *rhyme, TkPlacement placement)
{
  const char *hatted = NULL, *coda = find_coda (rhyme);

  for (const char *at = rhyme; at < coda; at = g_utf8_next_char (at))
    if ((guchar) *at >= 0x80)
      hatted = at;
  if (hatted != NULL)
    return hatted;
  const gsize n_vowels = (gsize) (coda - rhyme);
  const gboolean gliding = strcmp (rhyme, "oa") == 0 || strcmp (rhyme, "oe") == 0
                           || strcmp (rhyme, "uy") == 0;
  const gboolean second = n_vowels == 3 || (n_vowels == 2 && *coda != '\0')
                          || (gliding && placement == TK_PLACEMENT_NEW);
  return rhyme + second;
}

static gunichar
add_tone (gunichar letter, TkTone tone)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH], toned;

  if (tone == TK_TONE_NONE)
    return letter;
  if (g_unichar_compose (letter, marks[tone], &toned))
    return toned;
  /* the dot goes below the letter before the hat goes on: ệ is ẹ with a circumflex */
  if (g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts)) == 2
      && g_unichar_compose (parts[0], marks[tone], &toned) && g_unichar_compose (toned, parts[1], &toned))
    return toned;
  g_return_val_if_reached (letter);
}

void
tk_syllable_append (GString *to, const TkSyllable *syllable, TkPlacement placement)
{
  const char *bearer = find_bearer (syllable->letters + syllable->n_onset, placement);

  g_string_append_len (to, syllable->letters, bearer - syllable->letters);
  g_string_append_unichar (to, add_tone (g_utf8_get_char (bearer), syllable->tone));
  g_string_append (to, g_utf8_next_char (bearer));
}

/* Small, in NFC; longer words than syllables are cut off. */
static char *
compose_small_new (const gunichar *letters, gsize n)
{
  g_autoptr (GString) word = g_string_sized_new (32);
  gboolean composed = TRUE;

  for (gsize i = 0; i < MIN (n, 16); i++) {
    g_string_append_unichar (word, g_unichar_tolower (letters[i]));
    composed = composed && !g_unichar_ismark (letters[i]);
  }
  return composed ? g_string_free (g_steal_pointer (&word), FALSE)
                  : g_utf8_normalize (word->str, (gssize) word->len, G_NORMALIZE_NFC);
}

gboolean
tk_syllable_check (const gunichar *letters, gsize n)
{
  g_autofree char *word = compose_small_new (letters, n);
  TkSyllable syllable;

  if (!tk_syllable_parse (word, strlen (word), &syllable)
      || (syllable.tone == TK_TONE_NONE && is_stopped (&syllable)))
    return FALSE;
  g_autoptr (GString) placed = g_string_sized_new (32);
  for (TkPlacement placement = TK_PLACEMENT_OLD; placement <= TK_PLACEMENT_NEW; placement++) {
    g_string_truncate (placed, 0);
    tk_syllable_append (placed, &syllable, placement);
    if (strcmp (placed->str, word) == 0)
      return TRUE;
  }
  return FALSE;
}
