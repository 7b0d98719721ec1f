/* Comes in: numbers. Goes out: their Vietnamese figures and words. Knows
 * nothing of the database. */
#include "number.h"

#include <math.h>
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

/* The number with a decimal point, whatever the locale; zeros at the end are
 * cut where @decimals is -1. */
static void
print_plain (char *buffer, int size, double number, int decimals)
{
  char format[16];

  g_snprintf (format, sizeof format, "%%.%df", decimals < 0 ? 6 : MIN (decimals, 9));
  g_ascii_formatd (buffer, size, format, number);
  if (decimals >= 0)
    return;
  gsize n = strlen (buffer);
  while (buffer[n - 1] == '0')
    n--;
  if (buffer[n - 1] == '.')
    n--;
  buffer[n] = '\0';
}

void
tk_number_append (GString *to, double number, int decimals)
{
  char buffer[400];

  if (!isfinite (number))
    return;
  print_plain (buffer, sizeof buffer, fabs (number), decimals);
  char *point = strchr (buffer, '.');
  if (point != NULL)
    *point = '\0';
  if (number < 0
      && (strspn (buffer, "0") != strlen (buffer)
          || (point && strspn (point + 1, "0") != strlen (point + 1))))
    g_string_append_c (to, '-');
  append_grouped (to, buffer);
  if (point != NULL)
    g_string_append_printf (to, ",%s", point + 1);
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
append_group (GString *to, int number, gboolean whole)
{
  int hundreds = number / 100, tens = number / 10 % 10, ones = number % 10;

  if (hundreds > 0 || whole) {
    append_word (to, digit_words[hundreds]);
    append_word (to, "trăm");
  }
  if (tens == 0 && ones == 0)
    return;
  if (tens == 0 && (hundreds > 0 || whole))
    append_word (to, "linh");
  else if (tens == 1)
    append_word (to, "mười");
  else if (tens > 1) {
    append_word (to, digit_words[tens]);
    append_word (to, "mươi");
  }
  if (ones == 1 && tens > 1)
    append_word (to, "mốt");
  else if (ones == 4 && tens != 1 && (tens > 1 || hundreds > 0 || whole))
    append_word (to, "tư");
  else if (ones == 5 && tens > 0)
    append_word (to, "lăm");
  else if (ones > 0)
    append_word (to, digit_words[ones]);
}

/* @first: nothing was spoken before it. */
static void
append_magnitude (GString *to, guint64 number, gboolean first)
{
  static const char *const units[] = {"triệu", "nghìn", NULL};
  const guint64 billion = 1000000000;

  if (number >= billion) {
    append_magnitude (to, number / billion, first);
    append_word (to, "tỷ");
    number %= billion;
    first = FALSE;
  }
  guint64 divisor = 1000000;
  for (int i = 0; i < 3; i++, divisor /= 1000) {
    int group = (int) (number / divisor % 1000);
    if (group == 0)
      continue;
    append_group (to, group, !first);
    if (units[i] != NULL)
      append_word (to, units[i]);
    first = FALSE;
  }
}

void
tk_number_append_words (GString *to, gint64 number)
{
  g_autoptr (GString) words = g_string_new (NULL);

  if (number == 0)
    g_string_append (words, digit_words[0]);
  if (number < 0)
    g_string_append (words, "âm");
  append_magnitude (words, number < 0 ? 0 - (guint64) number : (guint64) number, TRUE);
  g_string_append (to, words->str);
}

void
tk_number_append_decimal_words (GString *to, double number)
{
  char buffer[400];

  if (!isfinite (number) || fabs (number) >= 1e18)
    return;
  print_plain (buffer, sizeof buffer, fabs (number), -1);
  char *point = strchr (buffer, '.');
  if (number < 0 && strcmp (buffer, "0") != 0)
    g_string_append (to, "âm ");
  tk_number_append_words (to, g_ascii_strtoll (buffer, NULL, 10));
  if (point == NULL)
    return;
  g_string_append (to, " phẩy ");
  for (point++; *point == '0'; point++)
    g_string_append (to, "không ");
  tk_number_append_words (to, g_ascii_strtoll (point, NULL, 10));
}

void
tk_number_append_ordinal (GString *to, gint64 number)
{
  if (number == 1)
    g_string_append (to, "nhất");
  else if (number == 4)
    g_string_append (to, "tư");
  else
    tk_number_append_words (to, number);
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
