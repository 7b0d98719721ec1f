/* Comes in: SQL texts. Goes out: SQL texts, made by wording, collate, fold and
 * likeness. The manual is functions.h. */
#include <glib/gi18n.h>

#include "collate.h"
#include "fold.h"
#include "function.h"
#include "likeness.h"
#include "wording.h"

static void
run_text (sqlite3_context *context, sqlite3_value *value, void (*append) (GString *, const char *))
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (tk_function_is_null (value))
    return;
  const char *from = tk_function_take_text (context, value);
  if (from == NULL)
    return;
  append (text, from);
  tk_function_give (context, text);
}

static void
append_person_key (GString *to, const char *text)
{
  tk_collate_append_key (to, text, TRUE);
}

static void
append_sort_key (GString *to, const char *text)
{
  tk_collate_append_key (to, text, FALSE);
}

#define TEXT_FUNCTION(name, append)                                                                          \
  void tk_function_##name (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)            \
  {                                                                                                          \
    run_text (context, values[0], append);                                                                   \
  }
TEXT_FUNCTION (capital, tk_wording_append_capital)
TEXT_FUNCTION (uncapital, tk_wording_append_uncapital)
TEXT_FUNCTION (upper, tk_wording_append_upper)
TEXT_FUNCTION (lower, tk_wording_append_lower)
TEXT_FUNCTION (letterhead, tk_wording_append_letterhead)
TEXT_FUNCTION (sentence, tk_wording_append_sentence)
TEXT_FUNCTION (person_key, append_person_key)
TEXT_FUNCTION (sort_key, append_sort_key)
TEXT_FUNCTION (fold, tk_fold_append)
TEXT_FUNCTION (fold_tone, tk_fold_append_toned)

void
tk_function_clause (sqlite3_context *context, int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *from = tk_function_is_null (values[0]) ? NULL : tk_function_take_text (context, values[0]);

  if (from == NULL)
    return;
  tk_wording_append_clause (text, from, n > 1 && sqlite3_value_int (values[1]) != 0);
  tk_function_give (context, text);
}

void
tk_function_word (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!tk_function_is_null (values[0])
      && tk_wording_append_word (text, (const char *) sqlite3_value_text (values[0])))
    tk_function_give (context, text);
}

void
tk_function_name_distance (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  const char *names[2];

  if (tk_function_is_null (values[0]) || tk_function_is_null (values[1]))
    return;
  for (int i = 0; i < 2; i++) {
    names[i] = tk_function_take_text (context, values[i]);
    if (names[i] == NULL)
      return;
    if (sqlite3_value_bytes (values[i]) > TK_LIKENESS_BYTES) {
      tk_function_refuse (context, values[i], _ ("a name: it is longer than 1000 bytes"));
      return;
    }
  }
  sqlite3_result_int (context, tk_likeness_distance (names[0], names[1]));
}
