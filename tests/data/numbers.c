/* Numbers in words, read back by a reader that knows nothing of how they were
 * written; and numbers in figures, rounded as whole numbers are. */
#include <string.h>

#include "number.h"
#include "tests.h"

/* What a word of a number does: it is a digit, or it takes the digit before it
 * for tens or hundreds, or it ends a group. */
static const struct {
  const char *word;
  gint64 digit, factor; /* factor 0: a digit; 1: nothing */
} number_words[] = {
    {"không", 0, 0},        {"một", 1, 0},          {"mốt", 1, 0},          {"hai", 2, 0},
    {"ba", 3, 0},           {"bốn", 4, 0},          {"tư", 4, 0},           {"năm", 5, 0},
    {"lăm", 5, 0},          {"sáu", 6, 0},          {"bảy", 7, 0},          {"tám", 8, 0},
    {"chín", 9, 0},         {"mười", 1, 10},        {"mươi", -1, 10},       {"trăm", -1, 100},
    {"linh", -1, 1},        {"lẻ", -1, 1},          {"nghìn", -1, 1000},    {"ngàn", -1, 1000},
    {"triệu", -1, 1000000}, {"tỷ", -1, 1000000000}, {"tỉ", -1, 1000000000},
};

static gint64
read_number (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gint64 total = 0, group = 0, digit = 0;

  for (char **word = words; *word != NULL; word++) {
    guint i = 0;
    while (i < G_N_ELEMENTS (number_words) && strcmp (number_words[i].word, *word) != 0)
      i++;
    if (i == G_N_ELEMENTS (number_words))
      fail_msg ("“%s” in “%s”", *word, text);
    const gint64 factor = number_words[i].factor;
    digit = number_words[i].digit >= 0 ? number_words[i].digit : digit;
    if (factor == 10 || factor == 100) {
      group += digit * factor;
      digit = 0;
    } else if (factor == 1000000000) {
      total = (total + group + digit) * factor;
      group = digit = 0;
    } else if (factor > 1) {
      total += (group + digit) * factor;
      group = digit = 0;
    }
  }
  return total + group + digit;
}

static void
check_number (gint64 number, TkSpeech speech)
{
  /* what nobody says */
  static const char *const wrong[] = {"mươi một",   "mươi năm", "mười mốt",         "mười năm", "mười tư",
                                      "linh mốt",   "linh lăm", "lẻ mốt",           "lẻ lăm",   "mươi không",
                                      "linh không", "  ",       "không trăm nghìn", "một mươi"};
  g_autoptr (GString) words = g_string_new (NULL);

  tk_number_append_words (words, number, speech);
  if (read_number (words->str) != number)
    fail_msg ("%" G_GINT64_FORMAT " is “%s”", number, words->str);
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    if (strstr (words->str, wrong[i]) != NULL)
      fail_msg ("%" G_GINT64_FORMAT " is “%s”", number, words->str);
}

void
test_words_read_back (G_GNUC_UNUSED void **state)
{
  const TkSpeech all = TK_SPEECH_LE | TK_SPEECH_NGAN | TK_SPEECH_BON | TK_SPEECH_TI;

  for (gint64 number = 0; number <= 9999; number++) {
    check_number (number, 0);
    check_number (number, all);
  }
  /* steps through all sizes below 10^15: tỷ of nghìn and triệu */
  for (gint64 number = 10000; number < G_GINT64_CONSTANT (1000000000000000); number += number / 97 + 13)
    check_number (number, 0);
}

/* n / 1000 with two decimals is what n / 10 rounds to, halves up; and so on. */
static void
check_rounding (int n, int digits, int decimals)
{
  static const int tens[] = {1, 10, 100, 1000, 10000};
  const int cut = tens[digits - decimals], rounded = (n + cut / 2) / cut, unit = tens[decimals];
  g_autoptr (GString) printed = g_string_new (NULL), negative = g_string_new (NULL);
  g_autofree char *expected = decimals == 0
                                  ? g_strdup_printf ("%d", rounded)
                                  : g_strdup_printf ("%d,%0*d", rounded / unit, decimals, rounded % unit);
  g_autofree char *expected_negative = g_strconcat (rounded > 0 ? "-" : "", expected, NULL);

  tk_number_append (printed, (double) n / tens[digits], decimals);
  tk_number_append (negative, (double) -n / tens[digits], decimals);
  assert_string_equal (printed->str, expected);
  assert_string_equal (negative->str, expected_negative);
}

void
test_rounding (G_GNUC_UNUSED void **state)
{
  for (int digits = 1; digits <= 4; digits++)
    for (int decimals = 0; decimals < digits; decimals++)
      for (int n = 0; n < 9990; n++) /* below 1.000: without dots */
        check_rounding (n, digits, decimals);
}
