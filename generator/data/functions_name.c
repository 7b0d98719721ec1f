/* Comes in: the id of an organisation or a place, and a date. Goes out: the name
 * that it bore then, read from the tables of the same connection. The manual is
 * functions.h, the tables are in schema.sql. */
#include "function.h"

/* A function that reads: its row, as tk_function_name has it, and its query,
 * prepared when it is first called. */
typedef struct {
  TkFunction function;
  sqlite3_stmt *statement;
} Reader;

gpointer
tk_function_reader_new (const TkFunction *function)
{
  Reader *reader = g_new0 (Reader, 1);

  reader->function = *function;
  return reader;
}

void
tk_function_reader_free (gpointer data)
{
  Reader *reader = data;

  sqlite3_finalize (reader->statement);
  g_free (reader);
}

static void
fail (sqlite3_context *context, int code)
{
  g_autofree char *message = g_strdup_printf ("%s: %s", tk_function_name (context),
                                              sqlite3_errmsg (sqlite3_context_db_handle (context)));

  sqlite3_result_error (context, message, -1);
  sqlite3_result_error_code (context, code);
}

/* Runs @sql with the id as ?1 and the date as ?2. */
static void
read_name (sqlite3_context *context, sqlite3_value **values, const char *sql)
{
  Reader *reader = sqlite3_user_data (context);
  TkDate date;
  gint64 id;

  if (tk_function_is_null (values[0]) || !tk_function_take_whole (context, values[0], &id))
    return;
  if (!tk_function_is_null (values[1]) && !tk_function_take_date (context, values[1], &date))
    return;
  int code = SQLITE_OK;
  if (reader->statement == NULL)
    code = sqlite3_prepare_v3 (sqlite3_context_db_handle (context), sql, -1, SQLITE_PREPARE_PERSISTENT,
                               &reader->statement, NULL);
  if (code != SQLITE_OK) {
    fail (context, code);
    return;
  }
  sqlite3_bind_int64 (reader->statement, 1, id);
  if (tk_function_is_null (values[1]))
    sqlite3_bind_null (reader->statement, 2);
  else
    sqlite3_bind_text (reader->statement, 2, (const char *) sqlite3_value_text (values[1]), -1,
                       SQLITE_TRANSIENT);
  code = sqlite3_step (reader->statement);
  if (code == SQLITE_ROW)
    sqlite3_result_value (context, sqlite3_column_value (reader->statement, 0));
  else if (code != SQLITE_DONE)
    fail (context, code);
  sqlite3_reset (reader->statement);
}

/* Dates are texts of three lengths. "~", which stands behind all digits and
 * "-", makes of a year or a month its last day: a name begins not after the end
 * of ?2, and ends not before its beginning. Names without any date are forms
 * seen in sources, of which the table's own name was chosen. */
#define VALID                                                                                                \
  "?2 IS NOT NULL AND coalesce (date_from, date_to) IS NOT NULL AND (date_from IS NULL OR date_from <= ?2 "  \
  "|| '~') "                                                                                                 \
  "AND (date_to IS NULL OR date_to || '~' >= ?2) ORDER BY date_from DESC, id LIMIT 1"

void
tk_function_org_name_at (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  read_name (context, values,
             "SELECT coalesce ((SELECT text FROM org_name WHERE org = ?1 AND kind = 'CHINH_THUC' AND " VALID
             "), name) FROM org WHERE id = ?1");
}

void
tk_function_org_short_at (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  read_name (context, values,
             "SELECT coalesce ((SELECT text FROM org_name WHERE org = ?1 AND kind = 'VIET_TAT' AND " VALID
             "), short_name) FROM org WHERE id = ?1");
}

void
tk_function_place_name_at (sqlite3_context *context, G_GNUC_UNUSED int n, sqlite3_value **values)
{
  read_name (context, values,
             "SELECT coalesce ((SELECT text FROM place_name WHERE place = ?1 AND " VALID
             "), name) FROM place WHERE id = ?1");
}
