/* Comes in: numbers. Goes out: their Vietnamese figures and words. Knows
 * nothing of the database. */
#include "number.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *const digit_words[] = {"không", "một", "hai", "ba",  "bốn",
                                          "năm",   "sáu", "bảy", "tám", "chín"};

/* Digits with a dot before each group of three. */
static void
append_grouped (GString *to, const char *digits)
{
  gsize n = strlen (digits);

  for (gsize i = 0; i < n; i++) {
    if (i > 0 && (n - i) % 3 == 0)
      g_string_append_c (to, '.');
    g_string_append_c (to, digits[i]);
  }
}

void
tk_number_append_whole (GString *to, gint64 number)
{
  char digits[32];
  guint64 size = number < 0 ? 0 - (guint64) number : (guint64) number;

  g_snprintf (digits, sizeof digits, "%" G_GUINT64_FORMAT, size);
  if (number < 0)
    g_string_append_c (to, '-');
  append_grouped (to, digits);
}

/* Digits that a double holds for certain, and the numbers below which that is
 * all digits before the point. */
enum { CERTAIN_DIGITS = 15 };
#define CERTAIN_BELOW 1e15

/* Rounds @digits, of which @point stand before the decimal point, to @decimals
 * behind it, halves up; cuts or fills them. The first digit may become two. */
static void
round_digits (GString *digits, gsize point, gsize decimals)
{
  const gsize kept = point + decimals;
  gboolean carry = kept < digits->len && digits->str[kept] >= '5';

  while (digits->len < kept)
    g_string_append_c (digits, '0');
  g_string_truncate (digits, kept);
  for (gsize i = kept; carry && i > 0; i--) {
    carry = digits->str[i - 1] == '9';
    digits->str[i - 1] = carry ? '0' : (char) (digits->str[i - 1] + 1);
  }
  if (carry)
    g_string_prepend_c (digits, '1');
}

static void
cut_zeros (GString *text)
{
  while (text->str[text->len - 1] == '0')
    g_string_truncate (text, text->len - 1);
  if (text->str[text->len - 1] == '.')
    g_string_truncate (text, text->len - 1);
}

/* The @number, not below 0, with a decimal point, whatever the locale; zeros at
 * the end are cut where @decimals is -1. */
static void
print_plain (GString *to, double number, int decimals)
{
  char buffer[400];
  const gsize n_decimals = decimals < 0 ? 6 : (gsize) MIN (decimals, 9);

  if (number >= CERTAIN_BELOW) {
    g_string_append (to, g_ascii_formatd (buffer, sizeof buffer, "%.0f", number));
    round_digits (to, to->len, decimals < 0 ? 0 : n_decimals);
    if (decimals > 0)
      g_string_insert_c (to, (gssize) (to->len - n_decimals), '.');
    return;
  }
  g_ascii_formatd (buffer, sizeof buffer, "%.14e", number); /* d.dddddddddddddde±dd */
  const int exponent = atoi (strchr (buffer, 'e') + 1);
  for (int i = MIN (-exponent, CERTAIN_DIGITS); i > 0; i--)
    g_string_append_c (to, '0');
  g_string_append_c (to, buffer[0]);
  g_string_append_len (to, buffer + 2, CERTAIN_DIGITS - 1);
  round_digits (to, exponent < 0 ? 1 : (gsize) exponent + 1, n_decimals);
  if (n_decimals > 0)
    g_string_insert_c (to, (gssize) (to->len - n_decimals), '.');
  if (decimals < 0)
    cut_zeros (to);
}

static void
append_decimal (GString *to, double number, int decimals, const char *plus)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!isfinite (number))
    return;
  if (decimals <= 0 && number == trunc (number) && fabs (number) < CERTAIN_BELOW) {
    g_string_append (to, number > 0 ? plus : "");
    tk_number_append_whole (to, (gint64) number);
    return;
  }
  print_plain (plain, fabs (number), decimals);
  if (strspn (plain->str, "0.") != plain->len)
    g_string_append (to, number < 0 ? "-" : plus);
  char *point = strchr (plain->str, '.');
  if (point != NULL)
    *point = '\0';
  append_grouped (to, plain->str);
  if (point != NULL)
    g_string_append_printf (to, ",%s", point + 1);
}

void
tk_number_append (GString *to, double number, int decimals)
{
  append_decimal (to, number, decimals, "");
}

void
tk_number_append_signed (GString *to, double number, int decimals)
{
  append_decimal (to, number, decimals, "+");
}

double
tk_number_round (double number, int decimals)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!isfinite (number))
    return number;
  print_plain (plain, fabs (number), decimals);
  const double size = g_ascii_strtod (plain->str, NULL);
  return number < 0 && size > 0 ? -size : size;
}

/* The words that can be chosen, each beside the one it stands for. */
static const struct {
  TkSpeech speech;
  const char *usual, *other;
} choices[] = {{TK_SPEECH_LE, "linh", "lẻ"},
               {TK_SPEECH_NGAN, "nghìn", "ngàn"},
               {TK_SPEECH_BON, "tư", "bốn"},
               {TK_SPEECH_TI, "tỷ", "tỉ"}};

gboolean
tk_number_parse_speech (const char *text, TkSpeech *ret_speech)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_auto (GStrv) words = g_strsplit (composed != NULL ? composed : "?", ",", -1);
  TkSpeech speech = 0;

  for (char **word = words; *word != NULL; word++) {
    gboolean known = *g_strstrip (*word) == '\0';
    for (guint i = 0; i < G_N_ELEMENTS (choices) && !known; i++) {
      const gboolean other = strcmp (*word, choices[i].other) == 0;
      known = other || strcmp (*word, choices[i].usual) == 0;
      if (known)
        speech = other ? speech | choices[i].speech : speech & ~choices[i].speech;
    }
    if (!known)
      return FALSE;
  }
  *ret_speech = speech;
  return TRUE;
}

static const char *
choose (TkSpeech speech, TkSpeech choice)
{
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    if (choices[i].speech == choice)
      return speech & choice ? choices[i].other : choices[i].usual;
  g_return_val_if_reached ("");
}

static void
append_word (GString *to, const char *word)
{
  if (to->len > 0 && to->str[to->len - 1] != ' ')
    g_string_append_c (to, ' ');
  g_string_append (to, word);
}

/* 1 to 999. @whole: the hundreds are spoken even where they are zero. */
static void
append_group (GString *to, int number, gboolean whole, TkSpeech speech)
{
  int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;

  if (hundreds > 0 || whole) {
    append_word (to, digit_words[hundreds]);
    append_word (to, "trăm");
  }
  if (tens == 0 && ones == 0)
    return;
  if (tens == 0 && (hundreds > 0 || whole))
    append_word (to, choose (speech, TK_SPEECH_LE));
  else if (tens == 1)
    append_word (to, "mười");
  else if (tens > 1) {
    append_word (to, digit_words[tens]);
    append_word (to, "mươi");
  }
  if (ones == 1 && tens > 1)
    append_word (to, "mốt");
  else if (ones == 4 && tens != 1 && (tens > 1 || hundreds > 0 || whole))
    append_word (to, choose (speech, TK_SPEECH_BON));
  else if (ones == 5 && tens > 0)
    append_word (to, "lăm");
  else if (ones > 0)
    append_word (to, digit_words[ones]);
}

/* @first: nothing was spoken before it. */
static void
append_magnitude (GString *to, guint64 number, gboolean first, TkSpeech speech)
{
  const char *const units[] = {"triệu", choose (speech, TK_SPEECH_NGAN), NULL};
  const guint64 billion = 1000000000;

  if (number >= billion) {
    append_magnitude (to, number / billion, first, speech);
    append_word (to, choose (speech, TK_SPEECH_TI));
    number %= billion;
    first = FALSE;
  }
  guint64 divisor = 1000000;
  for (int i = 0; i < 3; i++, divisor /= 1000) {
    int group = (int) (number / divisor % 1000);
    if (group == 0)
      continue;
    append_group (to, group, !first, speech);
    if (units[i] != NULL)
      append_word (to, units[i]);
    first = FALSE;
  }
}

void
tk_number_append_words (GString *to, gint64 number, TkSpeech speech)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (number == 0)
    g_string_append (words, digit_words[0]);
  if (number < 0)
    g_string_append (words, "âm");
  append_magnitude (words, number < 0 ? 0 - (guint64) number : (guint64) number, TRUE, speech);
  g_string_append (to, words->str);
}

void
tk_number_append_decimal_words (GString *to, double number, TkSpeech speech)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  if (!isfinite (number) || fabs (number) >= 1e18)
    return;
  print_plain (plain, fabs (number), -1);
  const char *point = strchr (plain->str, '.');
  if (number < 0 && strcmp (plain->str, "0") != 0)
    g_string_append (to, "âm ");
  tk_number_append_words (to, g_ascii_strtoll (plain->str, NULL, 10), speech);
  if (point == NULL)
    return;
  g_string_append (to, " phẩy ");
  for (point++; *point == '0'; point++)
    g_string_append (to, "không ");
  tk_number_append_words (to, g_ascii_strtoll (point, NULL, 10), speech);
}

void
tk_number_append_ordinal (GString *to, gint64 number, TkSpeech speech)
{
  if (number == 1)
    g_string_append (to, "nhất");
  else if (number == 4)
    g_string_append (to, "tư");
  else
    tk_number_append_words (to, number, speech);
}

gboolean
tk_number_append_roman (GString *to, gint64 number)
{
  static const struct {
    int value;
    const char *letters;
  } steps[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"}, {90, "XC"}, {50, "L"},
               {40, "XL"},  {10, "X"},   {9, "IX"},  {5, "V"},    {4, "IV"},  {1, "I"}};

  if (number < 1 || number > 3999)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (; number >= steps[i].value; number -= steps[i].value)
      g_string_append (to, steps[i].letters);
  return TRUE;
}
