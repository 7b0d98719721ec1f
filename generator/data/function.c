/* Comes in: SQL values. Goes out: C values, or the error of the query that
 * names what is wrong. Knows no single function. */
#include "function.h"

#include <glib/gi18n.h>

const char *
tk_function_name (sqlite3_context *context)
{
  return ((const TkFunction *) sqlite3_user_data (context))->name;
}

void
tk_function_refuse (sqlite3_context *context, sqlite3_value *value, const char *expected)
{
  const char *text = (const char *) sqlite3_value_text (value);
  g_autofree char *message = g_strdup_printf (_ ("%s: “%s” is not %s"), tk_function_name (context),
                                              text != NULL ? text : "NULL", expected);

  sqlite3_result_error (context, message, -1);
}

gboolean
tk_function_is_null (sqlite3_value *value)
{
  return sqlite3_value_type (value) == SQLITE_NULL;
}

const char *
tk_function_take_text (sqlite3_context *context, sqlite3_value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  if (text != NULL && g_utf8_validate (text, sqlite3_value_bytes (value), NULL))
    return text;
  sqlite3_result_error (context, _ ("a text is not UTF-8"), -1);
  return NULL;
}

gboolean
tk_function_take_date (sqlite3_context *context, sqlite3_value *value, TkDate *ret_date)
{
  const char *text = (const char *) sqlite3_value_text (value);

  if (text != NULL && tk_calendar_parse (text, ret_date))
    return TRUE;
  tk_function_refuse (context, value, _ ("a date as 2022-08-19, 2022-08 or 2022"));
  return FALSE;
}

gboolean
tk_function_take_whole (sqlite3_context *context, sqlite3_value *value, gint64 *ret_number)
{
  int type = sqlite3_value_numeric_type (value);

  *ret_number = sqlite3_value_int64 (value);
  if (type == SQLITE_INTEGER
      || (type == SQLITE_FLOAT && (double) *ret_number == sqlite3_value_double (value)))
    return TRUE;
  tk_function_refuse (context, value, _ ("a whole number"));
  return FALSE;
}

gboolean
tk_function_take_number (sqlite3_context *context, sqlite3_value *value, double *ret_number)
{
  int type = sqlite3_value_numeric_type (value);

  *ret_number = sqlite3_value_double (value);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
    return TRUE;
  tk_function_refuse (context, value, _ ("a number"));
  return FALSE;
}

gboolean
tk_function_take_decimals (sqlite3_context *context, int n, sqlite3_value **values, int index,
                           int *ret_decimals)
{
  gint64 decimals;

  if (n <= index)
    return TRUE;
  if (!tk_function_take_whole (context, values[index], &decimals))
    return FALSE;
  if (decimals < 0 || decimals > 9) {
    tk_function_refuse (context, values[index], _ ("a number of decimals, 0 to 9"));
    return FALSE;
  }
  *ret_decimals = (int) decimals;
  return TRUE;
}

void
tk_function_give (sqlite3_context *context, const GString *text)
{
  sqlite3_result_text64 (context, text->str, text->len, SQLITE_TRANSIENT, SQLITE_UTF8);
}
