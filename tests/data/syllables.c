/* Syllables and the place of their tone marks (syllables.txt, and all that the
 * parts of rhymes.txt make), and the keys that fold them. */
#include <string.h>

#include "fold.h"
#include "syllable.h"
#include "tests.h"

static char *
place_new (const char *text, TkPlacement placement)
{
  g_autoptr (GString) placed = g_string_new (NULL);
  TkSyllable syllable;

  if (!tk_syllable_parse (text, strlen (text), &syllable))
    return NULL;
  tk_syllable_append (placed, &syllable, placement);
  return g_string_free (g_steal_pointer (&placed), FALSE);
}

static char *
fold_new (const char *text, void (*fold) (GString *, const char *))
{
  GString *key = g_string_new (NULL);

  fold (key, text);
  return g_string_free (key, FALSE);
}

void
test_syllables (G_GNUC_UNUSED void **state)
{
  g_auto (GStrv) lines = tests_read_lines ("syllables.txt");
  guint n = 0;

  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) parts = g_strsplit_set (*line, " ", -1);
    if (**line == '\0' || **line == '#')
      continue;
    g_autofree char *old = place_new (parts[0], TK_PLACEMENT_OLD);
    g_autofree char *new = place_new (parts[0], TK_PLACEMENT_NEW);
    g_autofree char *printed = old == NULL ? g_strdup_printf ("%s => -", parts[0])
                                           : g_strdup_printf ("%s => %s %s", parts[0], old, new);
    tests_expect ("syllables.txt", printed, *line);
    n++;
  }
  assert_true (n > 150);
}

static const char *const tones[] = {"", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"};

/* @onset and @rhyme in NFC, with @tone behind letter @at of the rhyme; the other
 * "*" go. */
static char *
word_new (const char *onset, const char *rhyme, glong at, const char *tone)
{
  g_autoptr (GString) word = g_string_new (onset);

  for (glong i = 0; *rhyme != '\0'; rhyme = g_utf8_next_char (rhyme)) {
    if (*rhyme == '*')
      continue;
    g_string_append_unichar (word, g_utf8_get_char (rhyme));
    if (i++ == at)
      g_string_append (word, tone);
  }
  return g_utf8_normalize (word->str, -1, G_NORMALIZE_DEFAULT_COMPOSE);
}

/* The onset is not written before this rhyme; "gi" and "g" before i are left to
 * syllables.txt. */
static gboolean
is_unwritten (const char *onset, const char *rhyme)
{
  const gboolean front = strchr ("eiy", *rhyme) != NULL || g_str_has_prefix (rhyme, "ê");
  const char *const fronts[] = {"k", "gh", "ngh", NULL}, *const backs[] = {"c", "g", "ng", NULL};

  return (!front && g_strv_contains (fronts, onset)) || (front && g_strv_contains (backs, onset))
         || (strcmp (onset, "gi") == 0 && *rhyme == 'i');
}

/* Each key is the same when it is folded again, and the same for both. */
static void
check_keys (const char *old, const char *new)
{
  g_autofree char *bare = fold_new (old, tk_fold_append), *bare_new = fold_new (new, tk_fold_append);
  g_autofree char *again = fold_new (bare, tk_fold_append);
  g_autofree char *toned = fold_new (new, tk_fold_append_toned);

  assert_string_equal (again, bare);
  assert_string_equal (bare_new, bare);
  assert_true (g_str_is_ascii (bare));
  assert_string_equal (toned, old);
}

/* One syllable with one tone, its mark on each of its @n_vowels in turn. */
static void
check_tone (const char *onset, char **forms, guint tone, glong n_vowels, gboolean stopped)
{
  const char *rhyme = forms[0], *later = forms[1] != NULL ? forms[1] : forms[0];
  const glong bearer = g_utf8_strlen (rhyme, strchr (rhyme, '*') - rhyme) - 1;
  const glong new_bearer = g_utf8_strlen (later, strchr (later, '*') - later) - 1;
  g_autofree char *old = word_new (onset, rhyme, bearer, tones[tone]);
  g_autofree char *new = word_new (onset, rhyme, new_bearer, tones[tone]);

  for (glong at = 0; at < n_vowels; at++) {
    g_autofree char *word = word_new (onset, rhyme, at, tones[tone]);
    g_autofree char *old_placed = place_new (word, TK_PLACEMENT_OLD);
    g_autofree char *new_placed = place_new (word, TK_PLACEMENT_NEW);
    if (stopped && tone >= 1 && tone <= 3) {
      assert_null (old_placed);
      continue;
    }
    if (old_placed == NULL)
      fail_msg ("%s is a syllable", word);
    assert_string_equal (old_placed, old);
    assert_string_equal (new_placed, new);
  }
  if (!stopped || tone == 0 || tone > 3)
    check_keys (old, new);
}

/* The letters of @rhyme before its consonants. */
static glong
count_vowels (const char *rhyme)
{
  glong n = 0;

  for (; *rhyme != '\0' && strchr ("cmnpt", *rhyme) == NULL; rhyme = g_utf8_next_char (rhyme))
    n += *rhyme != '*';
  return n;
}

static guint
check_rhyme (const char *rhyme)
{
  static const char *const onsets[] = {"",   "b",  "c", "ch", "d",  "đ",  "g",  "gh",  "gi", "h",
                                       "k",  "kh", "l", "m",  "n",  "ng", "nh", "ngh", "p",  "ph",
                                       "qu", "r",  "s", "t",  "th", "tr", "v",  "x"};
  g_auto (GStrv) forms = g_strsplit (rhyme, "/", 2);
  const gboolean stopped = g_str_has_suffix (forms[0], "c") || g_str_has_suffix (forms[0], "ch")
                           || g_str_has_suffix (forms[0], "p") || g_str_has_suffix (forms[0], "t");
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (onsets); i++)
    for (guint tone = 0; tone < G_N_ELEMENTS (tones) && !is_unwritten (onsets[i], forms[0]); tone++, n++)
      check_tone (onsets[i], forms, tone, count_vowels (forms[0]), stopped);
  return n;
}

void
test_syllables_all (G_GNUC_UNUSED void **state)
{
  g_auto (GStrv) lines = tests_read_lines ("rhymes.txt");
  guint n = 0;

  for (char **line = lines; *line != NULL; line++) {
    g_auto (GStrv) rhymes = g_strsplit (*line, " ", -1);
    for (char **rhyme = rhymes; **line != '#' && *rhyme != NULL && **rhyme != '\0'; rhyme++)
      n += check_rhyme (*rhyme);
  }
  assert_true (n > 20000);
}

/* Strings of signs that fold: marks without letters, spaces, dashes, look-alikes. */
void
test_keys_random (G_GNUC_UNUSED void **state)
{
  static const gunichar signs[] = {'a',    'Q',    'u',    'y',    'g',    'i',    'n',    ' ',    ' ',
                                   '-',    '.',    '%',    '+',    0xA0,   0x0300, 0x0323, 0x0302, 0x031B,
                                   0x1EC7, 0x1EF7, 0x01A1, 0x0110, 0xD0,   0x2013, 0x201C, 0x2026, 0x200B,
                                   0xAD,   0x2028, 0x0130, 0x212A, 0x2260, 0xD55C, 0x0385, 0x1F600};
  g_autoptr (GRand) random = g_rand_new_with_seed (318);

  for (int i = 0; i < 20000; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    for (int n = g_rand_int_range (random, 0, 10); n > 0; n--)
      g_string_append_unichar (text, signs[g_rand_int_range (random, 0, G_N_ELEMENTS (signs))]);
    g_autofree char *bare = fold_new (text->str, tk_fold_append);
    g_autofree char *bare_again = fold_new (bare, tk_fold_append);
    g_autofree char *toned = fold_new (text->str, tk_fold_append_toned);
    g_autofree char *toned_again = fold_new (toned, tk_fold_append_toned);
    g_autofree char *bare_of_toned = fold_new (toned, tk_fold_append);
    if (strcmp (bare, bare_again) != 0 || strcmp (toned, toned_again) != 0
        || strcmp (bare, bare_of_toned) != 0)
      fail_msg ("“%s”: “%s”, “%s”; “%s”, “%s”; “%s”", text->str, bare, bare_again, toned, toned_again,
                bare_of_toned);
    assert_true (g_utf8_validate (toned, -1, NULL));
  }
}
