/* Comes in: a number of a cell, and the number format that shows it. Goes out:
 * its shortest text, or the day or time that it stands for. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "book_form.h"

/* Whole numbers that a double holds exactly. */
#define EXACT 9007199254740992.0

/* Without an exponent where that is not absurdly long: "0.00001". */
static void
append_plain (GString *to, const char *shortest, double number, int digits)
{
  const char *e = strchr (shortest, 'e');
  const int exponent = e != NULL ? atoi (e + 1) : 0;
  char plain[64], format[8];

  if (e == NULL || exponent < -12 || exponent > 20) {
    g_string_append (to, shortest);
    return;
  }
  g_snprintf (format, sizeof format, "%%.%df", MAX (digits - 1 - exponent, 0));
  g_ascii_formatd (plain, sizeof plain, format, number);
  gsize length = strlen (plain);
  if (strchr (plain, '.') != NULL)
    while (length > 0 && (plain[length - 1] == '0' || plain[length - 1] == '.')) {
      length--;
      if (plain[length] == '.')
        break;
    }
  g_string_append_len (to, plain, (gssize) length);
}

void
tk_book_append_number (GString *to, double number)
{
  char shortest[G_ASCII_DTOSTR_BUF_SIZE];
  static const char *const formats[] = {"%.15g", "%.16g", "%.17g"};

  if (number == floor (number) && fabs (number) <= EXACT) {
    g_string_append_printf (to, "%" G_GINT64_FORMAT, (gint64) number);
    return;
  }
  for (int i = 0; i < (int) G_N_ELEMENTS (formats); i++) {
    g_ascii_formatd (shortest, sizeof shortest, formats[i], number);
    if (i == 2 || g_ascii_strtod (shortest, NULL) == number) {
      append_plain (to, shortest, number, 15 + i);
      return;
    }
  }
}

gboolean
tk_book_is_shortest (const char *text)
{
  const char *at = text + (text[0] == '-');
  const gsize whole = strspn (at, "0123456789");
  const gsize fraction = at[whole] == '.' ? strspn (at + whole + 1, "0123456789") : 0;
  const char *end = at + whole + (at[whole] == '.' ? fraction + 1 : 0);

  /* 15 digits always come back as they were */
  if (*end != '\0' || whole == 0 || whole + fraction > 15)
    return FALSE;
  if (at[whole] == '.')
    return end[-1] != '0' && end[-1] != '.' && (at[0] != '0' || whole == 1);
  return at[0] != '0' || (whole == 1 && at == text);
}

gboolean
tk_book_parse_number (const char *text, double *ret_number)
{
  char *end;
  const double number = g_ascii_strtod (text, &end);

  /* not “0x1F”, “inf” or “nan”, which strtod takes, too */
  if (end == text || !isfinite (number) || strpbrk (text, "xX") != NULL)
    return FALSE;
  if (*end != '\0' && end[strspn (end, " \t\r\n")] != '\0')
    return FALSE;
  *ret_number = number;
  return TRUE;
}

TkBookFormat
tk_book_format_find (guint id)
{
  if ((id >= 14 && id <= 17) || id == 22)
    return TK_BOOK_DAY;
  if ((id >= 18 && id <= 21) || id == 45 || id == 47)
    return TK_BOOK_CLOCK;
  if (id == 9 || id == 10)
    return TK_BOOK_PERCENT;
  return id == 46 ? TK_BOOK_SPAN : TK_BOOK_PLAIN;
}

/* Which letters of a format code are there to be replaced. */
typedef struct {
  gboolean day, month, hour, second, span, digit, percent;
} Letters;

static void
take_letter (Letters *letters, char letter)
{
  letters->day |= letter == 'y' || letter == 'd';
  letters->month |= letter == 'm';
  letters->hour |= letter == 'h';
  letters->second |= letter == 's';
  letters->percent |= letter == '%';
  letters->digit |= letter == '#' || letter == '?' || (letter == '0' && !letters->second);
}

/* "[h]", "[mm]": a span; other brackets hold colours, conditions and languages. */
static gboolean
is_span (const char *bracket)
{
  const char letter = g_ascii_tolower (bracket[1]);
  gsize n = 1;

  if (letter != 'h' && letter != 'm' && letter != 's')
    return FALSE;
  while (g_ascii_tolower (bracket[n]) == letter)
    n++;
  return bracket[n] == ']';
}

/* Over what stands for itself: quoted, escaped, in brackets. */
static const char *
pass_literal (const char *at)
{
  const char *end = *at == '"' ? strchr (at + 1, '"') : *at == '[' ? strchr (at, ']') : NULL;

  if (end != NULL)
    return end + 1;
  if (*at == '"') /* it is not closed */
    return at + strlen (at);
  if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
    return g_utf8_next_char (at + 1);
  return g_utf8_next_char (at);
}

static TkBookFormat
classify (const Letters *letters)
{
  if (letters->digit)
    return letters->percent ? TK_BOOK_PERCENT : TK_BOOK_PLAIN;
  if (letters->day || (letters->month && !letters->hour && !letters->second && !letters->span))
    return TK_BOOK_DAY;
  if (letters->span)
    return TK_BOOK_SPAN;
  return letters->hour || letters->second ? TK_BOOK_CLOCK : TK_BOOK_PLAIN;
}

TkBookFormat
tk_book_format_parse (const char *code)
{
  Letters letters = {0};

  for (const char *at = code; *at != '\0'; at = pass_literal (at)) {
    if (*at == ';') {
      const TkBookFormat format = classify (&letters);
      if (format != TK_BOOK_PLAIN)
        return format;
      letters = (Letters){0};
    }
    if (*at == '[' && is_span (at))
      letters.span = TRUE;
    /* the word of a format that shows a number as it is */
    if (g_ascii_strncasecmp (at, "General", 7) == 0)
      return TK_BOOK_PLAIN;
    take_letter (&letters, g_ascii_tolower (*at));
  }
  return classify (&letters);
}

/* Half a millisecond: what is computed lies a hair before midnight. */
#define HAIR (0.0005 / 86400)

gboolean
tk_book_append_day (GString *to, double serial, gboolean from_1904)
{
  const double day = floor (serial + HAIR);
  GDate date;
  char text[16];

  /* days of 9999-12-31; 60 is the day that Lotus 1-2-3 thought there was */
  if (day > (from_1904 ? 2957003 : 2958465) || day < (from_1904 ? 0 : 1) || (!from_1904 && day == 60))
    return FALSE;
  /* days since 1 January of the year 1 up to 1904-01-01, 1899-12-31 and 1899-12-30 */
  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) ((from_1904 ? 695056 : day < 60 ? 693595 : 693594) + day));
  g_snprintf (text, sizeof text, "%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
              g_date_get_day (&date));
  g_string_append (to, text);
  return TRUE;
}

void
tk_book_append_clock (GString *to, double days, gboolean span)
{
  const double whole = span ? days : days - floor (days + HAIR);
  const gint64 seconds = (gint64) floor (MIN (fabs (whole) + HAIR, 1e9) * 86400);

  g_string_append_printf (to, "%s%02" G_GINT64_FORMAT ":%02d", whole < -HAIR ? "-" : "", seconds / 3600,
                          (int) (seconds / 60 % 60));
  if (seconds % 60 != 0)
    g_string_append_printf (to, ":%02d", (int) (seconds % 60));
}
