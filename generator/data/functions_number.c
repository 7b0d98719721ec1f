/* Comes in: SQL numbers. Goes out: the texts that number, wording and comparison
 * make of them. The manual is functions.h. */
#include <glib/gi18n.h>

#include "comparison.h"
#include "function.h"
#include "number.h"
#include "wording.h"

static void
run_number (sqlite3_context *context, int n, sqlite3_value **values, const char *suffix)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int decimals = -1;
  double number;

  if (tk_function_is_null (values[0]) || !tk_function_take_number (context, values[0], &number)
      || !tk_function_take_decimals (context, n, values, 1, &decimals))
    return;
  if (sqlite3_value_numeric_type (values[0]) == SQLITE_INTEGER && decimals <= 0)
    tk_number_append_whole (text, sqlite3_value_int64 (values[0]));
  else
    tk_number_append (text, number, decimals);
  g_string_append (text, suffix);
  tk_function_give (context, text);
}

void
tk_function_vn_number (sqlite3_context *context, int n, sqlite3_value **values)
{
  run_number (context, n, values, "");
}

void
tk_function_vn_percent (sqlite3_context *context, int n, sqlite3_value **values)
{
  run_number (context, n, values, "%");
}

void
tk_function_vn_signed (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  int decimals = -1;
  double number;

  if (tk_function_is_null (values[0]) || !tk_function_take_number (context, values[0], &number)
      || !tk_function_take_decimals (context, n, values, 1, &decimals))
    return;
  if (sqlite3_value_numeric_type (values[0]) == SQLITE_INTEGER && decimals <= 0) {
    g_string_append (text, number > 0 ? "+" : "");
    tk_number_append_whole (text, sqlite3_value_int64 (values[0]));
  } else
    tk_number_append_signed (text, number, decimals);
  tk_function_give (context, text);
}

void
tk_function_vn_count (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 number;

  if (tk_function_is_null (values[0]) || !tk_function_take_whole (context, values[0], &number))
    return;
  if (number > 0 && number < 10)
    g_string_append_c (text, '0');
  tk_number_append_whole (text, number);
  tk_function_give (context, text);
}

/* The second argument, where there is one that is not NULL. */
static gboolean
take_speech (sqlite3_context *context, int n, sqlite3_value **values, TkSpeech *ret_speech)
{
  if (n < 2 || tk_function_is_null (values[1]))
    return TRUE;
  const char *text = tk_function_take_text (context, values[1]);
  if (text == NULL)
    return FALSE;
  if (tk_number_parse_speech (text, ret_speech))
    return TRUE;
  tk_function_refuse (context, values[1],
                      _ ("a list of these, with commas: linh, lẻ, nghìn, ngàn, tư, bốn, tỷ, tỉ"));
  return FALSE;
}

void
tk_function_vn_words (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkSpeech speech = 0;
  double number;

  if (tk_function_is_null (values[0]) || !tk_function_take_number (context, values[0], &number)
      || !take_speech (context, n, values, &speech))
    return;
  if (sqlite3_value_numeric_type (values[0]) == SQLITE_INTEGER)
    tk_number_append_words (text, sqlite3_value_int64 (values[0]), speech);
  else
    tk_number_append_decimal_words (text, number, speech);
  if (text->len == 0)
    tk_function_refuse (context, values[0], _ ("a number that can be spoken"));
  else
    tk_function_give (context, text);
}

void
tk_function_vn_money_words (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) words = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  TkSpeech speech = 0;
  gint64 number;

  if (tk_function_is_null (values[0]) || !tk_function_take_whole (context, values[0], &number)
      || !take_speech (context, n, values, &speech))
    return;
  tk_number_append_words (words, number, speech);
  tk_wording_append_capital (text, words->str);
  g_string_append (text, " đồng");
  tk_function_give (context, text);
}

void
tk_function_vn_ordinal (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new ("thứ ");
  TkSpeech speech = 0;
  gint64 number;

  if (tk_function_is_null (values[0]) || !tk_function_take_whole (context, values[0], &number)
      || !take_speech (context, n, values, &speech))
    return;
  if (number < 1) {
    tk_function_refuse (context, values[0], _ ("a number from 1"));
    return;
  }
  tk_number_append_ordinal (text, number, speech);
  tk_function_give (context, text);
}

void
tk_function_roman (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 number;

  if (tk_function_is_null (values[0]) || !tk_function_take_whole (context, values[0], &number))
    return;
  if (tk_number_append_roman (text, number))
    tk_function_give (context, text);
  else
    tk_function_refuse (context, values[0], _ ("a number from 1 to 3999"));
}

void
tk_function_quantity (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double min, max;

  for (int i = 1; i <= 2; i++)
    if (!tk_function_is_null (values[i])
        && !tk_function_take_number (context, values[i], i == 1 ? &min : &max))
      return;
  const char *unit = tk_function_is_null (values[3]) ? NULL : tk_function_take_text (context, values[3]);
  if (unit == NULL && !tk_function_is_null (values[3]))
    return;
  if (!tk_wording_append_quantity (text, (const char *) sqlite3_value_text (values[0]),
                                   tk_function_is_null (values[1]) ? NULL : &min,
                                   tk_function_is_null (values[2]) ? NULL : &max, unit))
    tk_function_refuse (context, values[0],
                        _ ("a qualifier (BANG, HON, TREN, GAN, KHOANG, TU_DEN, NHIEU, TOAN_THE, MOT_SO)"));
  else if (text->len > 0)
    tk_function_give (context, text);
}

/* Two figures that are compared. FALSE: one is NULL, or the error is set. */
static gboolean
take_pair (sqlite3_context *context, sqlite3_value **values, double *ret_first, double *ret_second)
{
  return !tk_function_is_null (values[0]) && !tk_function_is_null (values[1])
         && tk_function_take_number (context, values[0], ret_first)
         && tk_function_take_number (context, values[1], ret_second);
}

void
tk_function_share (sqlite3_context *context, int n, sqlite3_value **values)
{
  double part, whole, percent;
  int decimals = -1;

  if (!take_pair (context, values, &part, &whole)
      || !tk_function_take_decimals (context, n, values, 2, &decimals)
      || !tk_comparison_share (part, whole, &percent))
    return;
  sqlite3_result_double (context, decimals < 0 ? percent : tk_number_round (percent, decimals));
}

void
tk_function_growth (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  double now, before, percent;

  if (take_pair (context, values, &now, &before) && tk_comparison_growth (now, before, &percent))
    sqlite3_result_double (context, percent);
}

void
tk_function_growth_words (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double now, before;
  int decimals = -1;

  if (!take_pair (context, values, &now, &before)
      || !tk_function_take_decimals (context, n, values, 2, &decimals))
    return;
  tk_comparison_append_growth (text, now, before, decimals);
  if (text->len > 0)
    tk_function_give (context, text);
}

void
tk_function_difference_words (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double now, before;

  if (!take_pair (context, values, &now, &before))
    return;
  const char *unit = tk_function_is_null (values[2]) ? NULL : tk_function_take_text (context, values[2]);
  if (unit == NULL && !tk_function_is_null (values[2]))
    return;
  tk_comparison_append_difference (text, now, before, unit);
  tk_function_give (context, text);
}
