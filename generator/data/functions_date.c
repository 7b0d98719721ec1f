/* Comes in: SQL values that are dates. Goes out: the texts and numbers that
 * calendar makes of them. The manual is functions.h. */
#include <glib/gi18n.h>

#include "function.h"

/* Functions of one date. */
static void
run_date (sqlite3_context *context, sqlite3_value *value, void (*append) (GString *, TkDate))
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkDate date;

  if (tk_function_is_null (value) || !tk_function_take_date (context, value, &date))
    return;
  append (text, date);
  if (text->len > 0)
    tk_function_give (context, text);
}

static void
append_day (GString *to, TkDate date)
{
  if (date.day != 0)
    g_string_append_printf (to, "%02d", date.day);
}

static void
append_month (GString *to, TkDate date)
{
  if (date.month != 0)
    g_string_append_printf (to, date.month <= 2 ? "%02d" : "%d", date.month);
}

#define DATE_FUNCTION(name, append)                                                                          \
  void tk_function_##name (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)            \
  {                                                                                                          \
    run_date (context, values[0], append);                                                                   \
  }
DATE_FUNCTION (formal_date, tk_calendar_append_formal)
DATE_FUNCTION (short_date, tk_calendar_append_short)
DATE_FUNCTION (weekday, tk_calendar_append_weekday)
DATE_FUNCTION (date_day, append_day)
DATE_FUNCTION (date_month, append_month)

/* Two dates, of which the second may be NULL and is the first then. FALSE: the
 * first is NULL, or the error is set. */
static gboolean
take_range (sqlite3_context *context, sqlite3_value **values, TkDate *ret_from, TkDate *ret_until)
{
  if (tk_function_is_null (values[0]) || !tk_function_take_date (context, values[0], ret_from))
    return FALSE;
  *ret_until = *ret_from;
  if (!tk_function_is_null (values[1]) && !tk_function_take_date (context, values[1], ret_until))
    return FALSE;
  if (!tk_calendar_is_after (*ret_from, *ret_until))
    return TRUE;
  g_autofree char *message = g_strdup_printf (
      _ ("%s: “%s” is after “%s”; give the earlier date first"), tk_function_name (context),
      (const char *) sqlite3_value_text (values[0]), (const char *) sqlite3_value_text (values[1]));
  sqlite3_result_error (context, message, -1);
  return FALSE;
}

#define RANGE_FUNCTION(name, append)                                                                         \
  void tk_function_##name (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)            \
  {                                                                                                          \
    g_autoptr (GString) text = g_string_new (NULL);                                                          \
    TkDate from, until;                                                                                      \
                                                                                                             \
    if (!take_range (context, values, &from, &until))                                                        \
      return;                                                                                                \
    append (text, from, until);                                                                              \
    tk_function_give (context, text);                                                                        \
  }
RANGE_FUNCTION (date_range, tk_calendar_append_range)
RANGE_FUNCTION (date_phrase, tk_calendar_append_phrase)
RANGE_FUNCTION (formal_range, tk_calendar_append_formal_range)
RANGE_FUNCTION (term_label, tk_calendar_append_years)

void
tk_function_days_between (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  TkDate from, until;

  if (!take_range (context, values, &from, &until))
    return;
  const int days = tk_calendar_count_days (from, until);
  if (days > 0)
    sqlite3_result_int (context, days);
}

void
tk_function_period_phrase (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkPeriod period;
  TkDate from, until;

  if (tk_function_is_null (values[0]))
    return;
  if (!tk_calendar_find_period ((const char *) sqlite3_value_text (values[0]), &period)) {
    tk_function_refuse (
        context, values[0],
        _ ("a period (NAM, NHIEU_NAM, QUY, THANG, NHIEM_KY, NUA_DAU_NHIEM_KY, NUA_CUOI_NHIEM_KY)"));
    return;
  }
  if (!take_range (context, values + 1, &from, &until))
    return;
  if (tk_calendar_append_period (text, period, from, until)) {
    tk_function_give (context, text);
    return;
  }
  g_autofree char *message = g_strdup_printf (
      _ ("%s: from “%s” to “%s” is no %s; NAM lies in one year, QUY in one quarter, THANG "
         "and QUY need months"),
      tk_function_name (context), (const char *) sqlite3_value_text (values[1]),
      (const char *) sqlite3_value_text (values[tk_function_is_null (values[2]) ? 1 : 2]),
      (const char *) sqlite3_value_text (values[0]));
  sqlite3_result_error (context, message, -1);
}

/* date () and its like, which without a time mean 'now': the clock, which no paper may depend on. */
void
tk_function_refuse_clock (sqlite3_context *context, G_GNUC_UNUSED int n, G_GNUC_UNUSED sqlite3_value **values)
{
  g_autofree char *message = g_strdup_printf (
      _ ("%s: 'now' is another time whenever the paper is made; use a date of the records"),
      tk_function_name (context));

  sqlite3_result_error (context, message, -1);
}
