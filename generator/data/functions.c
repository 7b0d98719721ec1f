/* Comes in: SQL values. Goes out: SQL values. Binds the texts of number,
 * calendar, wording and collate to SQLite; the manual is functions.h. */
#include "functions.h"

#include <glib/gi18n.h>
#include <string.h>

#include "calendar.h"
#include "collate.h"
#include "number.h"
#include "wording.h"

typedef sqlite3_context Context;
typedef sqlite3_value Value;

/* The name under which a function was registered is its user data. */
static void
refuse (Context *context, Value *value, const char *expected)
{
  const char *name = sqlite3_user_data (context);
  const char *text = (const char *) sqlite3_value_text (value);
  g_autofree char *message = g_strdup_printf (_ ("%s: “%s” is not %s"), name, text != NULL ? text : "NULL",
                                              expected);

  sqlite3_result_error (context, message, -1);
}

static void
give (Context *context, GString *text)
{
  sqlite3_result_text64 (context, text->str, text->len, SQLITE_TRANSIENT, SQLITE_UTF8);
}

/* Text that is UTF-8; NULL, with the error set, where it is not. */
static const char *
take_text (Context *context, Value *value)
{
  const char *text = (const char *) sqlite3_value_text (value);

  if (text != NULL && g_utf8_validate (text, sqlite3_value_bytes (value), NULL))
    return text;
  sqlite3_result_error (context, _ ("a text is not UTF-8"), -1);
  return NULL;
}

static gboolean
is_null (Value *value)
{
  return sqlite3_value_type (value) == SQLITE_NULL;
}

static gboolean
take_date (Context *context, Value *value, TkDate *ret_date)
{
  const char *text = (const char *) sqlite3_value_text (value);

  if (text != NULL && tk_calendar_parse (text, ret_date))
    return TRUE;
  refuse (context, value, _ ("a date as 2022-08-19, 2022-08 or 2022"));
  return FALSE;
}

static gboolean
take_whole (Context *context, Value *value, gint64 *ret_number)
{
  int type = sqlite3_value_numeric_type (value);

  *ret_number = sqlite3_value_int64 (value);
  if (type == SQLITE_INTEGER
      || (type == SQLITE_FLOAT && (double) *ret_number == sqlite3_value_double (value)))
    return TRUE;
  refuse (context, value, _ ("a whole number"));
  return FALSE;
}

static gboolean
take_number (Context *context, Value *value, double *ret_number)
{
  int type = sqlite3_value_numeric_type (value);

  *ret_number = sqlite3_value_double (value);
  if (type == SQLITE_INTEGER || type == SQLITE_FLOAT)
    return TRUE;
  refuse (context, value, _ ("a number"));
  return FALSE;
}

/* Functions of one date. */
static void
run_date (Context *context, Value *value, void (*append) (GString *, TkDate))
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkDate date;

  if (is_null (value) || !take_date (context, value, &date))
    return;
  append (text, date);
  if (text->len > 0)
    give (context, text);
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
  static void name (Context *context, G_GNUC_UNUSED int n, Value **values)                                   \
  {                                                                                                          \
    run_date (context, values[0], append);                                                                   \
  }
DATE_FUNCTION (formal_date, tk_calendar_append_formal)
DATE_FUNCTION (short_date, tk_calendar_append_short)
DATE_FUNCTION (weekday, tk_calendar_append_weekday)
DATE_FUNCTION (date_day, append_day)
DATE_FUNCTION (date_month, append_month)

static void
run_range (Context *context, Value **values, void (*append) (GString *, TkDate, TkDate))
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkDate from, until;

  if (is_null (values[0]) || !take_date (context, values[0], &from))
    return;
  until = from;
  if (!is_null (values[1]) && !take_date (context, values[1], &until))
    return;
  append (text, from, until);
  give (context, text);
}

static void
date_range (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  run_range (context, values, tk_calendar_append_range);
}

static void
date_phrase (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  run_range (context, values, tk_calendar_append_phrase);
}

static void
run_number (Context *context, int n, Value **values, const char *suffix)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 decimals = -1;
  double number;

  if (is_null (values[0]) || !take_number (context, values[0], &number))
    return;
  if (n > 1 && !take_whole (context, values[1], &decimals))
    return;
  if (sqlite3_value_numeric_type (values[0]) == SQLITE_INTEGER && decimals <= 0)
    tk_number_append_whole (text, sqlite3_value_int64 (values[0]));
  else
    tk_number_append (text, number, (int) CLAMP (decimals, -1, 9));
  g_string_append (text, suffix);
  give (context, text);
}

static void
vn_number (Context *context, int n, Value **values)
{
  run_number (context, n, values, "");
}

static void
vn_percent (Context *context, int n, Value **values)
{
  run_number (context, n, values, "%");
}

static void
vn_count (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 number;

  if (is_null (values[0]) || !take_whole (context, values[0], &number))
    return;
  if (number > 0 && number < 10)
    g_string_append_c (text, '0');
  tk_number_append_whole (text, number);
  give (context, text);
}

static void
vn_words (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double number;

  if (is_null (values[0]) || !take_number (context, values[0], &number))
    return;
  if (sqlite3_value_numeric_type (values[0]) == SQLITE_INTEGER)
    tk_number_append_words (text, sqlite3_value_int64 (values[0]));
  else
    tk_number_append_decimal_words (text, number);
  if (text->len == 0)
    refuse (context, values[0], _ ("a number that can be spoken"));
  else
    give (context, text);
}

static void
vn_ordinal (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new ("thứ ");
  gint64 number;

  if (is_null (values[0]) || !take_whole (context, values[0], &number))
    return;
  if (number < 1) {
    refuse (context, values[0], _ ("a number from 1"));
    return;
  }
  tk_number_append_ordinal (text, number);
  give (context, text);
}

static void
roman (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 number;

  if (is_null (values[0]) || !take_whole (context, values[0], &number))
    return;
  if (tk_number_append_roman (text, number))
    give (context, text);
  else
    refuse (context, values[0], _ ("a number from 1 to 3999"));
}

static void
quantity (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);
  double min, max;

  for (int i = 1; i <= 2; i++)
    if (!is_null (values[i]) && !take_number (context, values[i], i == 1 ? &min : &max))
      return;
  const char *unit = is_null (values[3]) ? NULL : take_text (context, values[3]);
  if (unit == NULL && !is_null (values[3]))
    return;
  if (!tk_wording_append_quantity (text, (const char *) sqlite3_value_text (values[0]),
                                   is_null (values[1]) ? NULL : &min, is_null (values[2]) ? NULL : &max,
                                   unit))
    refuse (context, values[0],
            _ ("a qualifier (BANG, HON, TREN, GAN, KHOANG, TU_DEN, NHIEU, TOAN_THE, MOT_SO)"));
  else if (text->len > 0)
    give (context, text);
}

/* Functions of one text. */
static void
run_text (Context *context, Value *value, void (*append) (GString *, const char *))
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (is_null (value))
    return;
  const char *from = take_text (context, value);
  if (from == NULL)
    return;
  append (text, from);
  give (context, text);
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
  static void name (Context *context, G_GNUC_UNUSED int n, Value **values)                                   \
  {                                                                                                          \
    run_text (context, values[0], append);                                                                   \
  }
TEXT_FUNCTION (capital, tk_wording_append_capital)
TEXT_FUNCTION (uncapital, tk_wording_append_uncapital)
TEXT_FUNCTION (upper, tk_wording_append_upper)
TEXT_FUNCTION (lower, tk_wording_append_lower)
TEXT_FUNCTION (sentence, tk_wording_append_sentence)
TEXT_FUNCTION (clause, tk_wording_append_clause)
TEXT_FUNCTION (person_key, append_person_key)
TEXT_FUNCTION (sort_key, append_sort_key)

static void
word (Context *context, G_GNUC_UNUSED int n, Value **values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!is_null (values[0]) && tk_wording_append_word (text, (const char *) sqlite3_value_text (values[0])))
    give (context, text);
}

/* What an aggregate has gathered. */
typedef struct {
  char *text;
  double seq;
  guint arrival;
} Piece;

typedef struct {
  GArray *pieces; /* (element-type Piece) */
  char *separator;
} Gathering;

static void
piece_clear (Piece *piece)
{
  g_free (piece->text);
}

static void
gather (Context *context, int n, Value **values)
{
  Gathering *gathering = sqlite3_aggregate_context (context, sizeof *gathering);

  if (gathering == NULL || is_null (values[0]) || sqlite3_value_bytes (values[0]) == 0)
    return;
  const char *text = take_text (context, values[0]);
  if (text == NULL)
    return;
  if (gathering->pieces == NULL) {
    gathering->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
    g_array_set_clear_func (gathering->pieces, (GDestroyNotify) piece_clear);
  }
  if (n > 2 && gathering->separator == NULL && !is_null (values[2]))
    gathering->separator = g_strdup ((const char *) sqlite3_value_text (values[2]));
  Piece piece = {g_strdup (text), sqlite3_value_double (values[1]), gathering->pieces->len};
  g_array_append_val (gathering->pieces, piece);
}

static int
compare_pieces (const void *a, const void *b)
{
  const Piece *x = a, *y = b;

  if (x->seq != y->seq)
    return x->seq < y->seq ? -1 : 1;
  return x->arrival < y->arrival ? -1 : 1;
}

/* Gives the pieces in order, and frees the gathering. */
static void
give_gathered (Context *context, const char *last_separator)
{
  Gathering *gathering = sqlite3_aggregate_context (context, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  if (gathering == NULL || gathering->pieces == NULL)
    return;
  g_autoptr (GArray) pieces = g_steal_pointer (&gathering->pieces);
  g_autofree char *separator = g_steal_pointer (&gathering->separator);
  const char *between = separator != NULL ? separator : ", ";
  g_array_sort (pieces, compare_pieces);
  for (guint i = 0; i < pieces->len; i++) {
    if (i > 0)
      g_string_append (text, last_separator != NULL && i + 1 == pieces->len ? last_separator : between);
    g_string_append (text, g_array_index (pieces, Piece, i).text);
  }
  give (context, text);
}

static void
give_list (Context *context)
{
  give_gathered (context, " và ");
}

static void
give_joined (Context *context)
{
  give_gathered (context, NULL);
}

static int
collate (G_GNUC_UNUSED void *data, int a_length, const void *a, int b_length, const void *b)
{
  return tk_collate (a, (gsize) a_length, b, (gsize) b_length);
}

/* date () and its like, which without a time mean 'now': the clock, which no paper may depend on. */
static void
refuse_clock (Context *context, G_GNUC_UNUSED int n, G_GNUC_UNUSED Value **values)
{
  g_autofree char *message = g_strdup_printf (
      _ ("%s: 'now' is another time whenever the paper is made; use a date of the records"),
      (const char *) sqlite3_user_data (context));

  sqlite3_result_error (context, message, -1);
}

gboolean
tk_functions_add (sqlite3 *connection)
{
  static const struct {
    const char *name;
    int n_arguments;
    void (*run) (Context *, int, Value **);
    void (*step) (Context *, int, Value **);
    void (*final) (Context *);
  } functions[] = {
      {"formal_date", 1, formal_date, NULL, NULL},
      {"short_date", 1, short_date, NULL, NULL},
      {"date_range", 2, date_range, NULL, NULL},
      {"date_phrase", 2, date_phrase, NULL, NULL},
      {"weekday", 1, weekday, NULL, NULL},
      {"date_day", 1, date_day, NULL, NULL},
      {"date_month", 1, date_month, NULL, NULL},
      {"vn_number", 1, vn_number, NULL, NULL},
      {"vn_number", 2, vn_number, NULL, NULL},
      {"vn_percent", 1, vn_percent, NULL, NULL},
      {"vn_percent", 2, vn_percent, NULL, NULL},
      {"vn_count", 1, vn_count, NULL, NULL},
      {"vn_words", 1, vn_words, NULL, NULL},
      {"vn_ordinal", 1, vn_ordinal, NULL, NULL},
      {"roman", 1, roman, NULL, NULL},
      {"quantity", 4, quantity, NULL, NULL},
      {"capital", 1, capital, NULL, NULL},
      {"uncapital", 1, uncapital, NULL, NULL},
      {"upper", 1, upper, NULL, NULL},
      {"lower", 1, lower, NULL, NULL},
      {"sentence", 1, sentence, NULL, NULL},
      {"clause", 1, clause, NULL, NULL},
      {"word", 1, word, NULL, NULL},
      {"person_key", 1, person_key, NULL, NULL},
      {"sort_key", 1, sort_key, NULL, NULL},
      {"date", 0, refuse_clock, NULL, NULL},
      {"time", 0, refuse_clock, NULL, NULL},
      {"datetime", 0, refuse_clock, NULL, NULL},
      {"julianday", 0, refuse_clock, NULL, NULL},
      {"unixepoch", 0, refuse_clock, NULL, NULL},
      {"strftime", 1, refuse_clock, NULL, NULL},
      {"list_vn", 2, NULL, gather, give_list},
      {"join_vn", 3, NULL, gather, give_joined},
  };
  const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (sqlite3_create_function_v2 (connection, functions[i].name, functions[i].n_arguments, flags,
                                    (void *) functions[i].name, functions[i].run, functions[i].step,
                                    functions[i].final, NULL)
        != SQLITE_OK)
      return FALSE;
  return sqlite3_create_collation_v2 (connection, "VIETNAMESE", SQLITE_UTF8, NULL, collate, NULL)
         == SQLITE_OK;
}
