/* Letters as CommonMark: what md4c reads of it is what was written, for many
 * thousand paragraphs made by chance of what makes trouble. */
#include <string.h>

#include "commonmark.h"
#include "letters.h"
#include "tests.h"

static char *
print_letters (const GArray *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++) {
    const TkLetter *letter = &g_array_index (letters, TkLetter, i);
    g_string_append_printf (text, "%u%c", letter->look, letter->link > 0 ? '0' + (int) letter->link : '-');
    g_string_append_unichar (text, letter->c);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The text without looks and without spaces. */
static char *
print_bare (const GArray *letters)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < letters->len; i++)
    if (!g_unichar_isspace (g_array_index (letters, TkLetter, i).c))
      g_string_append_unichar (text, g_array_index (letters, TkLetter, i).c);
  return g_utf8_normalize (text->str, -1, G_NORMALIZE_NFC);
}

static GArray *
chance_letters_new (GRand *rand)
{
  static const char *const pieces[] = {
      "a", "ữ", "1", "23",     ".",   ")", "(", "*",       "_",  "`",      "[", "]", "<", ">",  "#",
      "+", "-", "=", "~",      "|",   "&", "!", "\\",      "“",  "→",      "±", " ", " ", "\n", ":",
      "'", "a", "b", "\u00A0", "lt;", "—", "đ", "e\u0301", "\t", "\u0301", "$", "^", "/"};
  GArray *letters = tk_letters_new ();
  const gint32 n = g_rand_int_range (rand, 1, 12);
  guint look = 0, link = 0;

  for (gint32 i = 0; i < n; i++) {
    if (g_rand_int_range (rand, 0, 3) == 0)
      look = (guint) g_rand_int_range (rand, 0, 4);
    if (g_rand_int_range (rand, 0, 8) == 0)
      link = (guint) g_rand_int_range (rand, 0, 3);
    tk_letters_add (letters, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))], look, link);
  }
  return letters;
}

static void
check_letters (GArray *letters, TkPlace place, gboolean item)
{
  static const char *const before[] = {"", "## ", "| "}, *const after[] = {"", "", " |\n|---|"};
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GString) markdown = g_string_new (item ? "10. " : before[place]);
  g_autofree char *typed = print_letters (letters);
  g_autofree char *bare = print_bare (letters);

  g_ptr_array_add (links, (char *) "http://x.vn/1");
  g_ptr_array_add (links, (char *) "http://x.vn/2");
  tk_letters_settle (letters, place);
  if (letters->len == 0)
    return;
  tk_letters_write (letters, place, links, item ? 4 : 0, markdown);
  g_string_append (markdown, after[place]);
  g_autofree char *wanted = print_letters (letters);
  g_autofree char *kept = print_bare (letters);
  g_autofree char *read = commonmark_letters (markdown->str);
  g_autofree char *print = commonmark_print (markdown->str);
  if (strcmp (wanted, read) != 0)
    fail_msg ("typed %s\nwritten %s\nwanted %s\nread %s\nas %s", typed, markdown->str, wanted, read, print);
  if (strcmp (bare, kept) != 0)
    fail_msg ("typed %s\nkept %s", bare, kept);
  g_autofree char *nfc = g_utf8_normalize (markdown->str, -1, G_NORMALIZE_NFC);
  assert_string_equal (nfc, markdown->str);
  if (item ? !g_str_has_prefix (print, "ol from 10\n  li ") : strchr ("pht", print[0]) == NULL)
    fail_msg ("written %s\nread %s", markdown->str, print);
}

void
test_letters_by_chance (G_GNUC_UNUSED void **state)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20220819);

  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GArray) letters = chance_letters_new (rand);
    check_letters (letters, (TkPlace) (i % 3), i % 6 == 0);
  }
}

/* Bold is between { and }, italic between < and >. */
static GArray *
letters_of_new (const char *text)
{
  GArray *letters = tk_letters_new ();
  guint look = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text)) {
    char letter[7] = "";
    letter[g_unichar_to_utf8 (g_utf8_get_char (text), letter)] = '\0';
    if (strchr ("{}<>", *text) != NULL)
      look ^= *text == '{' || *text == '}' ? TK_LETTER_BOLD : TK_LETTER_ITALIC;
    else
      tk_letters_add (letters, letter, look, 0);
  }
  return letters;
}

void
test_letters (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *typed, *written;
  } cases[] = {
      {"{Kết quả: }đạt", "**Kết quả:** đạt"},
      {"{Kết quả:}đạt", "**Kết quả**:đạt"},
      {"năm{(2022)}", "năm(**2022**)"},
      {"{a }{b}", "**a b**"},
      {"{a} <b> {<c>}", "**a** *b* ***c***"},
      {"{a<b>c}", "**a**_**b**_**c**"},
      {"x<y>{z}", "xy**z**"},
      {"{...}a", "...a"},
      {"{a <b> c}", "**a** ***b*** **c**"},
      {"{1. Một}", "**1. Một**"},
      {"1. Một", "1\\. Một"},
      {"1.5 lần", "1.5 lần"},
      {"2022.", "2022\\."},
      {"- a", "\\- a"},
      {"-5%", "-5%"},
      {"#1", "#1"},
      {"A&B & c", "A\\&B & c"},
      {"\u00A0\ta \n\n b\u00A0", "a\\\nb"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GArray) letters = letters_of_new (cases[i].typed);
    g_autoptr (GString) written = g_string_new (NULL);
    tk_letters_settle (letters, TK_PLACE_PARAGRAPH);
    tk_letters_write (letters, TK_PLACE_PARAGRAPH, NULL, 0, written);
    tests_expect (cases[i].typed, written->str, cases[i].written);
  }
}
