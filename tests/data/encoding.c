/* Legacy encodings: literal cases (encoding.txt), names, tables, every letter. */
#include "encoding.h"

#include <stdlib.h>
#include <string.h>

#include "encoded.h"
#include "legacy.h"
#include "syllable.h"
#include "tests.h"

static const char vowels[] = "àảãáạăằẳẵắặâầẩẫấậèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵđ"
                             "ÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬÈẺẼÉẸÊỀỂỄẾỆÌỈĨÍỊÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢÙỦŨÚỤƯỪỬỮỨỰỲỶỸÝỴĐ";

static gboolean
skip_prefix (const char **text, const char *prefix)
{
  const gboolean has = g_str_has_prefix (*text, prefix);

  *text += has ? strlen (prefix) : 0;
  return has;
}

static TkEncodingVerdict
parse_light (const char *light)
{
  TkEncodingVerdict whole = {.encoding = TK_ENCODING_UTF8, .behind = TK_ENCODING_WINDOWS_1252};
  TkEncoding encoding;

  whole.mixed = skip_prefix (&light, "mixed-");
  const gboolean raw = skip_prefix (&light, "raw-");
  if (strcmp (light, "mojibake") == 0)
    whole.behind = TK_ENCODING_UTF8;
  else {
    assert_true (tk_encoding_parse (light, &encoding));
    if (raw)
      whole.encoding = encoding;
    else if (encoding != TK_ENCODING_UTF8)
      whole.behind = encoding;
  }
  return whole;
}

static void
append_doubt (GString *to, const char *name, guint n)
{
  if (n > 0)
    g_string_append_printf (to, "%s%s %u", to->len > 0 ? ", " : "", name, n);
}

/* The right side of a line of encoding.txt. */
static char *
print_case (const char *light, const char *text)
{
  g_autoptr (GString) converted = g_string_new (NULL);
  g_autoptr (GString) doubt = g_string_new (NULL);
  TkEncodingDoubts doubts = {0};
  const gboolean alone = strcmp (light, "alone") == 0;
  const TkEncodingVerdict whole = alone ? (TkEncodingVerdict){0} : parse_light (light);
  const TkEncodingVerdict verdict = tk_encoding_judge (text, strlen (text), alone ? NULL : &whole);

  tk_encoding_append (converted, text, strlen (text), alone ? &verdict : &whole, &doubts);
  append_doubt (doubt, "lost", doubts.n_lost);
  append_doubt (doubt, "case", doubts.n_case);
  append_doubt (doubt, "unsure", doubts.n_unsure);
  return g_strdup_printf ("%s/%s | %s%s%s%s", tk_encoding_find_name (verdict.encoding),
                          tk_encoding_find_name (verdict.behind), converted->str, doubt->len > 0 ? " (" : "",
                          doubt->str, doubt->len > 0 ? ")" : "");
}

static char *
print_syllable (const char *word)
{
  glong n;
  g_autofree gunichar *letters = g_utf8_to_ucs4_fast (word, -1, &n);
  g_autofree char *nfd = g_utf8_normalize (word, -1, G_NORMALIZE_NFD);
  glong n_parts;
  g_autofree gunichar *parts = g_utf8_to_ucs4_fast (nfd, -1, &n_parts);
  const gboolean composed = tk_syllable_check (letters, (gsize) n);

  assert_int_equal (composed, tk_syllable_check (parts, (gsize) n_parts));
  return g_strdup (composed ? "yes" : "no");
}

void
test_encoding_cases (G_GNUC_UNUSED void **state)
{
  g_autofree char *file = NULL;
  guint n = 0, bad = 0;

  assert_true (g_file_get_contents ("encoding.txt", &file, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (file, "\n", -1);
  for (char **line = lines; *line != NULL; line++) {
    char *bar = strstr (*line, " | "), *arrow = strstr (*line, " => ");
    if (**line == '#' || bar == NULL || arrow == NULL)
      continue;
    *bar = *arrow = '\0';
    g_autofree char *text = g_strcompress (bar + 3 < arrow ? bar + 3 : "");
    g_autofree char *expected = g_strcompress (arrow + 4);
    g_autofree char *printed = strcmp (*line, "syllable") == 0 ? print_syllable (text)
                                                               : print_case (*line, text);
    n++;
    if (strcmp (printed, expected) != 0) {
      print_error ("%s | %s\n  expected: %s\n  printed:  %s\n", *line, text, expected, printed);
      bad++;
    }
  }
  assert_int_equal (bad, 0);
  assert_true (n > 100);
}

void
test_encoding_names (G_GNUC_UNUSED void **state)
{
  for (TkEncoding encoding = TK_ENCODING_AUTO; encoding < TK_ENCODING_N; encoding++) {
    TkEncoding parsed = TK_ENCODING_N;
    assert_true (tk_encoding_parse (tk_encoding_find_name (encoding), &parsed));
    assert_int_equal (parsed, encoding);
  }
  TkEncoding parsed = TK_ENCODING_N;
  assert_true (tk_encoding_parse ("UTF-8", &parsed));
  assert_int_equal (parsed, TK_ENCODING_UTF8);
  assert_false (tk_encoding_parse ("utf-7", &parsed));
  assert_int_equal (parsed, TK_ENCODING_UTF8);
}

/* One byte by our table and by iconv(). TCVN's 80 to 9F are capitals in words only. */
static void
compare_byte (GIConv iconv, TkEncoding encoding, gunichar byte)
{
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (gunichar));
  char in[] = {(char) byte, ' '}, out[16] = {0};
  char *from = in, *to = out;
  gsize n_from = sizeof in, n_to = sizeof out - 1;

  g_iconv (iconv, NULL, NULL, NULL, NULL);
  if (g_iconv (iconv, &from, &n_from, &to, &n_to) == (gsize) -1)
    return; /* undefined */
  /* a vowel, so that a tone has something below it */
  const gunichar units[] = {'a', byte};
  tk_legacy_decode (units, 2, encoding, letters);
  assert_int_equal (letters->len, 2);
  const gunichar c = g_utf8_get_char (out);
  if (g_array_index (letters, gunichar, 1) != c)
    fail_msg ("%s %02X: U+%04X, expected U+%04X", tk_encoding_find_name (encoding), byte,
              g_array_index (letters, gunichar, 1), c);
}

void
test_encoding_tables (G_GNUC_UNUSED void **state)
{
  static const struct {
    TkEncoding encoding;
    const char *name;
  } tables[] = {{TK_ENCODING_TCVN3, "TCVN"},
                {TK_ENCODING_VISCII, "VISCII"},
                {TK_ENCODING_WINDOWS_1258, "CP1258"},
                {TK_ENCODING_WINDOWS_1252, "CP1252"}};

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++) {
    GIConv iconv = g_iconv_open ("UTF-8", tables[i].name);
    assert_true (iconv != (GIConv) -1);
    for (gunichar byte = 1; byte < 0x100; byte++)
      if (tables[i].encoding != TK_ENCODING_TCVN3 || byte < 0x80 || byte >= 0xA0)
        compare_byte (iconv, tables[i].encoding, byte);
    g_iconv_close (iconv);
  }
}

void
test_encoding_letters (G_GNUC_UNUSED void **state)
{
  static const TkEncoding encodings[] = {TK_ENCODING_TCVN3, TK_ENCODING_VNI, TK_ENCODING_VISCII,
                                         TK_ENCODING_WINDOWS_1258, TK_ENCODING_UTF8};
  guint n = 0;

  assert_int_equal (g_utf8_strlen (vowels, -1), 134);
  for (gsize i = 0; i < G_N_ELEMENTS (encodings); i++)
    for (const char *at = vowels; *at != '\0'; at = g_utf8_next_char (at)) {
      g_autofree char *letter = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      g_autofree char *small = g_utf8_strdown (letter, -1);
      const gboolean capital = strcmp (letter, small) != 0;
      const gboolean coded = encodings[i] != TK_ENCODING_TCVN3 || !capital
                             || strstr ("ĂÂÊÔƠƯĐ", letter) != NULL;
      g_autoptr (GString) bytes = tests_encode (letter, encodings[i]);
      g_autoptr (GString) masked = tests_mask (bytes);
      g_autoptr (GString) from_bytes = g_string_new (NULL), from_mask = g_string_new (NULL);
      const TkEncodingVerdict raw = {.encoding = encodings[i], .behind = TK_ENCODING_WINDOWS_1252};
      const TkEncodingVerdict behind = {.encoding = TK_ENCODING_UTF8, .behind = encodings[i]};
      TkEncodingDoubts doubts = {0};
      tk_encoding_append (from_bytes, bytes->str, bytes->len, &raw, &doubts);
      tests_expect (tk_encoding_find_name (encodings[i]), from_bytes->str, coded ? letter : small);
      /* one letter may be a letter as it stands: ò of VNI is ị */
      g_autoptr (GArray) units = g_array_new (FALSE, FALSE, sizeof (gunichar));
      g_autofree char *with_word = g_strdup_printf ("nghị viện thuở trước %s", letter);
      g_autofree char *expected = g_strdup_printf ("nghị viện thuở trước %s", coded ? letter : small);
      g_autoptr (GString) word = tests_encode (with_word, encodings[i]);
      g_autoptr (GString) word_masked = tests_mask (word);
      tk_encoding_append (from_mask, word_masked->str, word_masked->len, &behind, &doubts);
      tests_expect (tk_encoding_find_name (encodings[i]), from_mask->str, expected);
      assert_int_equal (doubts.n_lost, 0);
      n++;
    }
  assert_int_equal (n, 5 * 134);
}
