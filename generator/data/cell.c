/* Comes in: the text of a cell and its column. Goes out: a typed value, or what
 * was expected instead. */
#include "cell.h"

#include <glib/gi18n.h>
#include <string.h>

#include "calendar.h"

static gboolean
read_integer (const char *text, TkValue *ret_value)
{
  gint64 number;

  if (!g_ascii_string_to_signed (text, 10, G_MININT64, G_MAXINT64, &number, NULL))
    return FALSE;
  *ret_value = (TkValue){TK_VALUE_INTEGER, .integer = number};
  return TRUE;
}

/* "12", "7.5", "7,5"; not "2.450", which is 2450 to one and 2,45 to another,
 * unless a zero stands before it. */
static gboolean
read_real (const char *text, TkValue *ret_value)
{
  const char *digits = text + (text[0] == '-' || text[0] == '+');
  const gsize whole = strspn (digits, "0123456789");
  const char *mark = digits + whole;
  const gsize decimals = *mark != '\0' ? strspn (mark + 1, "0123456789") : 0;

  if (whole == 0
      || (*mark != '\0' && ((*mark != '.' && *mark != ',') || decimals == 0 || mark[1 + decimals] != '\0')))
    return FALSE;
  if (*mark == '.' && decimals == 3 && !(whole == 1 && digits[0] == '0'))
    return FALSE;
  g_autofree char *plain = g_strdup (text);
  g_strdelimit (plain, ",", '.');
  *ret_value = (TkValue){TK_VALUE_REAL, .real = g_ascii_strtod (plain, NULL)};
  return TRUE;
}

static gboolean
is_allowed (char *const *allowed, const char *text)
{
  return allowed == NULL || g_strv_contains ((const char *const *) allowed, text);
}

void
tk_cell_append_expected (GString *to, const TkTableColumn *column, const char *check)
{
  if (column->allowed != NULL) {
    g_autofree char *list = g_strjoinv (", ", column->allowed);
    g_string_append_printf (to, _ ("one of %s"), list);
  } else if (column->date && check != NULL)
    g_string_append (to, _ ("a day as 2022-08-19"));
  else if (column->date)
    g_string_append (to, _ ("a date as 2022-08-19, 2022-08 or 2022"));
  else if (check != NULL)
    g_string_append_printf (to, _ ("a value with %s"), check);
  else if (column->kind == TK_COLUMN_INTEGER)
    g_string_append (to, _ ("a whole number, written without separators"));
  else if (column->kind == TK_COLUMN_REAL)
    g_string_append (to, _ ("a number, written without separators between thousands"));
  else
    g_string_append (to, _ ("a text"));
}

gboolean
tk_cell_read (const TkTableColumn *column, const char *text, TkValue *ret_value, GString *expected)
{
  gboolean fits;
  TkDate date;

  switch (column->kind) {
  case TK_COLUMN_INTEGER:
    fits = read_integer (text, ret_value);
    break;
  case TK_COLUMN_REAL:
    fits = read_real (text, ret_value);
    break;
  case TK_COLUMN_TEXT:
  default:
    *ret_value = (TkValue){TK_VALUE_TEXT, .text = text};
    fits = is_allowed (column->allowed, text) && (!column->date || tk_calendar_parse (text, &date));
    break;
  }
  if (!fits)
    tk_cell_append_expected (expected, column, NULL);
  return fits;
}
