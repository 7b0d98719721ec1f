/* One SQL function: its row in the table of functions.c, how its body takes
 * arguments and gives a result, and the bodies of the files functions_*.c. What
 * layouts may call, and what it gives, is told in functions.h. */
#pragma once

#include <sqlite3.h>

#include <glib.h>

#include "calendar.h"

typedef void TkFunctionRun (sqlite3_context *context, int n, sqlite3_value **values);
typedef void TkFunctionFinal (sqlite3_context *context);

/* The user data of every function is a pointer to its row, or to something
 * that begins with a copy of it (functions_name.c). */
typedef struct {
  const char *name;
  int n_arguments;
  TkFunctionRun *run;     /* NULL: an aggregate */
  TkFunctionRun *step;    /* NULL: no aggregate */
  TkFunctionFinal *final; /* the same */
  gboolean reads;         /* reads tables: its user data is made by tk_function_reader_new */
  gboolean views;         /* looks at pictures: its user data is made by tk_function_viewer_new */
} TkFunction;

/* The name under which the running function was registered. */
const char *tk_function_name (sqlite3_context *context);

/* Ends in the error "NAME: “VALUE” is not EXPECTED". */
void tk_function_refuse (sqlite3_context *context, sqlite3_value *value, const char *expected);

gboolean tk_function_is_null (sqlite3_value *value);

/* Each takes one value that is not NULL. FALSE, or NULL: it is of another kind,
 * and the error of the query is set. */
const char *tk_function_take_text (sqlite3_context *context, sqlite3_value *value);
gboolean tk_function_take_date (sqlite3_context *context, sqlite3_value *value, TkDate *ret_date);
gboolean tk_function_take_whole (sqlite3_context *context, sqlite3_value *value, gint64 *ret_number);
gboolean tk_function_take_number (sqlite3_context *context, sqlite3_value *value, double *ret_number);

/* The argument at @index, where there is one: decimals, 0 to 9. @ret_decimals is
 * left as it is where there is none. FALSE: not such a number, the error is set. */
gboolean tk_function_take_decimals (sqlite3_context *context, int n, sqlite3_value **values, int index,
                                    int *ret_decimals);

/* Gives @text, which is copied. */
void tk_function_give (sqlite3_context *context, const GString *text);

/* functions_date.c */
TkFunctionRun tk_function_formal_date, tk_function_short_date, tk_function_date_range,
    tk_function_date_phrase, tk_function_formal_range, tk_function_weekday, tk_function_date_day,
    tk_function_date_month, tk_function_days_between, tk_function_term_label, tk_function_period_phrase,
    tk_function_refuse_clock;

/* functions_number.c */
TkFunctionRun tk_function_vn_number, tk_function_vn_percent, tk_function_vn_signed, tk_function_vn_count,
    tk_function_vn_words, tk_function_vn_money_words, tk_function_vn_ordinal, tk_function_roman,
    tk_function_quantity, tk_function_share, tk_function_growth, tk_function_growth_words,
    tk_function_difference_words;

/* functions_text.c */
TkFunctionRun tk_function_capital, tk_function_uncapital, tk_function_upper, tk_function_lower,
    tk_function_letterhead, tk_function_sentence, tk_function_clause, tk_function_word,
    tk_function_person_key, tk_function_sort_key, tk_function_fold, tk_function_fold_tone,
    tk_function_name_distance;

/* functions_list.c */
TkFunctionRun tk_function_gather;
TkFunctionFinal tk_function_give_list, tk_function_give_joined;

/* functions_name.c: what keeps a statement between its calls, and frees it with
 * the function. */
TkFunctionRun tk_function_org_name_at, tk_function_org_short_at, tk_function_place_name_at;
gpointer tk_function_reader_new (const TkFunction *function);
void tk_function_reader_free (gpointer reader);

/* functions_picture.c: looks at pictures beside the file @database, or, if NULL, at none. */
TkFunctionRun tk_function_picture_colour;
gpointer tk_function_viewer_new (const TkFunction *function, const char *database);
void tk_function_viewer_free (gpointer viewer);
