/* NFC by pieces is NFC of the whole, wherever the pieces meet. */
#include <glib.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "nfc.h"
#include "tests.h"

/* Letters, marks in an order that is not the canonical one, and blanks that marks may follow. */
static char *
text_by_chance (GRand *chance, guint n)
{
  static const gunichar letters[] = {'a',   'e',   'o',    'D',    0x111,  0x1EC7, 0x302, 0x323,
                                     0x301, 0x31B, 0x1100, 0x1161, 0x11A8, ' ',    ' ',   '\n'};
  GString *text = g_string_new (NULL);

  while (n-- > 0)
    g_string_append_unichar (text, letters[g_rand_int_range (chance, 0, G_N_ELEMENTS (letters))]);
  return g_string_free (text, FALSE);
}

/* U+0000 to U+10FFFF: what is said to be composed is, alone and behind a letter; Vietnamese is. */
void
letters_are_composed (void **state G_GNUC_UNUSED)
{
  static const char ours[] = "Độc lập – Tự do – Hạnh phúc “ẶỖỬỸ” ‘đ’…";

  for (gunichar c = 1; c <= 0x10FFFF; c++) {
    char text[8] = {'e'};
    if (!g_unichar_validate (c))
      continue;
    const gsize length = 1 + (gsize) g_unichar_to_utf8 (c, text + 1);
    if (!tk_nfc_is (text, length))
      continue;
    g_autofree char *composed = g_utf8_normalize (text, (gssize) length, G_NORMALIZE_NFC);
    assert_string_equal (composed, text);
  }
  assert_true (tk_nfc_is (ours, strlen (ours)));
  g_autofree char *composed = tk_nfc_new ("Vie\xCC\xA3\xCC\x82t Nam, bo", 15);
  assert_string_equal (composed, "Vi\xE1\xBB\x87t Nam, b");
}

void
nfc_of_pieces_is_that_of_the_whole (G_GNUC_UNUSED void **state)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (15);

  for (guint n = 0; n < 2000; n += 1 + n / 50) {
    g_autofree char *text = text_by_chance (chance, n);
    g_autofree char *expected = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
    g_autofree char *composed = tk_nfc_new (text, -1);
    assert_string_equal (composed, expected);
  }
  g_autofree char *begun = tk_nfc_new ("e\xCC\x81 e\xCC\x81", 3);
  assert_string_equal (begun, "\xC3\xA9");
}

void
nfc_of_no_utf8_is_none (G_GNUC_UNUSED void **state)
{
  g_autofree char *blanks = g_strnfill (1000, ' ');
  g_autofree char *late = g_strconcat (blanks, "\xFF", NULL);

  assert_null (tk_nfc_new ("\xFF", -1));
  assert_null (tk_nfc_new (late, -1));
}

/* Three million letters: a moment, or a quarter of an hour. */
void
nfc_of_much_is_no_more_work (G_GNUC_UNUSED void **state)
{
  GString *much = g_string_new (NULL);

  for (guint i = 0; i < 500000; i++)
    g_string_append (much, "e\xCC\x82\xCC\xA3 th ");
  g_autofree char *text = g_string_free (much, FALSE);
  g_autofree char *composed = tk_nfc_new (text, -1);
  assert_true (g_str_has_suffix (composed, " \xE1\xBB\x87 th "));
}
