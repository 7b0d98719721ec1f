/* Comes in: a connection. Goes out: the connection, which knows our functions
 * and our collation. The manual is functions.h; the bodies are in functions_*.c. */
#include "functions.h"

#include "collate.h"
#include "function.h"

static const TkFunction functions[] = {
    {"formal_date", 1, tk_function_formal_date},
    {"formal_range", 2, tk_function_formal_range},
    {"short_date", 1, tk_function_short_date},
    {"date_range", 2, tk_function_date_range},
    {"date_phrase", 2, tk_function_date_phrase},
    {"weekday", 1, tk_function_weekday},
    {"date_day", 1, tk_function_date_day},
    {"date_month", 1, tk_function_date_month},
    {"days_between", 2, tk_function_days_between},
    {"term_label", 2, tk_function_term_label},
    {"period_phrase", 3, tk_function_period_phrase},
    {"vn_number", 1, tk_function_vn_number},
    {"vn_number", 2, tk_function_vn_number},
    {"vn_percent", 1, tk_function_vn_percent},
    {"vn_percent", 2, tk_function_vn_percent},
    {"vn_signed", 1, tk_function_vn_signed},
    {"vn_signed", 2, tk_function_vn_signed},
    {"vn_count", 1, tk_function_vn_count},
    {"vn_words", 1, tk_function_vn_words},
    {"vn_words", 2, tk_function_vn_words},
    {"vn_money_words", 1, tk_function_vn_money_words},
    {"vn_money_words", 2, tk_function_vn_money_words},
    {"vn_ordinal", 1, tk_function_vn_ordinal},
    {"vn_ordinal", 2, tk_function_vn_ordinal},
    {"roman", 1, tk_function_roman},
    {"quantity", 4, tk_function_quantity},
    {"share", 2, tk_function_share},
    {"share", 3, tk_function_share},
    {"growth", 2, tk_function_growth},
    {"growth_words", 2, tk_function_growth_words},
    {"growth_words", 3, tk_function_growth_words},
    {"difference_words", 3, tk_function_difference_words},
    {"capital", 1, tk_function_capital},
    {"uncapital", 1, tk_function_uncapital},
    {"upper", 1, tk_function_upper},
    {"letterhead", 1, tk_function_letterhead},
    {"lower", 1, tk_function_lower},
    {"sentence", 1, tk_function_sentence},
    {"clause", 1, tk_function_clause},
    {"clause", 2, tk_function_clause},
    {"word", 1, tk_function_word},
    {"list_vn", 2, .step = tk_function_gather, .final = tk_function_give_list},
    {"join_vn", 3, .step = tk_function_gather, .final = tk_function_give_joined},
    {"person_key", 1, tk_function_person_key},
    {"sort_key", 1, tk_function_sort_key},
    {"fold", 1, tk_function_fold},
    {"fold_tone", 1, tk_function_fold_tone},
    {"name_distance", 2, tk_function_name_distance},
    {"org_name_at", 2, tk_function_org_name_at, .reads = TRUE},
    {"org_short_at", 2, tk_function_org_short_at, .reads = TRUE},
    {"place_name_at", 2, tk_function_place_name_at, .reads = TRUE},
    {"picture_colour", 1, tk_function_picture_colour, .views = TRUE},
    {"picture_colour", 2, tk_function_picture_colour, .views = TRUE},
    {"date", 0, tk_function_refuse_clock},
    {"time", 0, tk_function_refuse_clock},
    {"datetime", 0, tk_function_refuse_clock},
    {"julianday", 0, tk_function_refuse_clock},
    {"unixepoch", 0, tk_function_refuse_clock},
    {"strftime", 1, tk_function_refuse_clock},
};

static int
collate (G_GNUC_UNUSED void *data, int a_length, const void *a, int b_length, const void *b)
{
  return tk_collate (a, (gsize) a_length, b, (gsize) b_length);
}

static gboolean
add (sqlite3 *connection, const TkFunction *function, const char *path)
{
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC
                    | (function->reads || function->views ? SQLITE_DIRECTONLY : SQLITE_INNOCUOUS);
  gpointer data = function->reads   ? tk_function_reader_new (function)
                  : function->views ? tk_function_viewer_new (function, path)
                                    : (gpointer) function;

  return sqlite3_create_function_v2 (connection, function->name, function->n_arguments, flags, data,
                                     function->run, function->step, function->final,
                                     function->reads   ? tk_function_reader_free
                                     : function->views ? tk_function_viewer_free
                                                       : NULL)
         == SQLITE_OK;
}

gboolean
tk_functions_add (sqlite3 *connection, const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (!add (connection, &functions[i], path))
      return FALSE;
  return sqlite3_create_collation_v2 (connection, "VIETNAMESE", SQLITE_UTF8, NULL, collate, NULL)
         == SQLITE_OK;
}

void
tk_functions_remove (sqlite3 *connection)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (functions[i].reads)
      sqlite3_create_function_v2 (connection, functions[i].name, functions[i].n_arguments, SQLITE_UTF8, NULL,
                                  NULL, NULL, NULL, NULL);
}
