/* Comes in: an open database and the SELECTs of a layout. Goes out: rows. What a
 * SELECT may name is held by session.c. */
#include <glib/gi18n.h>
#include <string.h>

#include "arena.h"
#include "asked.h"
#include "error.h"
#include "nfc.h"
#include "session.h"

/* Most bytes that one result may take. */
enum { RESULT_BYTES = 256 * 1024 * 1024 };

struct _TkQuery {
  TkDatabase *database; /* borrowed */
  char *place;
  TkStatement *statement;
  char **parameters, **columns;
  TkAsked *asked; /* of the ledger that keeps the answers, or, without a statement, has them; or NULL */
};

/* The public noun first: a pointer to it is one to this. */
typedef struct {
  TkRows rows;
  TkArena *arena;
  TkValue *cells;
  gsize bytes;       /* taken so far */
  TkOrigin *origins; /* one a column: table, column */
  int *id_columns;   /* one a column: the column with the id of its table, or -1 */
} Rows;

/* The names of @statement's parameters without the colon; NULL where one has
 * none. */
static char **
parameters_new (TkStatement *statement, const char *place, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (int i = 1; i <= sqlite3_bind_parameter_count (statement); i++) {
    const char *name = sqlite3_bind_parameter_name (statement, i);
    if (name == NULL || name[0] != ':') {
      g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT, _ ("%s: a parameter is written “%s”; write :name"),
                   place, name != NULL ? name : "?");
      return NULL;
    }
    g_ptr_array_add (names, g_strdup (name + 1));
  }
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
fail_prepare (const TkDatabase *database, const char *place, const char *sql, GError **error)
{
  const int offset = sqlite3_error_offset (database->connection);

  if (database->refused != NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: %s is not allowed; a query of a layout is one SELECT"), place, database->refused);
    return;
  }
  if (sqlite3_errcode (database->connection) != SQLITE_ERROR) {
    tk_connection_fail (database->connection, place, TK_ERROR_LAYOUT, error);
    return;
  }
  if (offset < 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT, _ ("%s: %s; “tongket schema” shows tables and columns"),
                 place, sqlite3_errmsg (database->connection));
    return;
  }
  int line = 1;
  for (int i = 0; i < offset && sql[i] != '\0'; i++)
    line += sql[i] == '\n';
  g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
               _ ("%s: %s (line %d of the query); “tongket schema” shows tables and columns"), place,
               sqlite3_errmsg (database->connection), line);
}

/* TRUE where nothing but space, comments and semicolons is left. */
static gboolean
is_rest_empty (TkDatabase *database, const char *rest)
{
  while (rest != NULL && *rest != '\0') {
    TkStatement *statement = NULL;
    int result = sqlite3_prepare_v2 (database->connection, rest, -1, &statement, &rest);
    tk_statement_free (statement);
    if (result != SQLITE_OK || statement != NULL)
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_statement (TkQuery *query, const char *rest, GError **error)
{
  if (!is_rest_empty (query->database, rest)) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: there is more than one statement; write one SELECT"), query->place);
    return FALSE;
  }
  if (query->statement == NULL || sqlite3_column_count (query->statement) == 0
      || !sqlite3_stmt_readonly (query->statement) || sqlite3_stmt_isexplain (query->statement)) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: this is no SELECT; a query of a layout is one SELECT"), query->place);
    return FALSE;
  }
  return TRUE;
}

/* 'now', in any case: the clock, which no paper may depend on. */
static gboolean
names_now (const char *sql)
{
  for (const char *at = strchr (sql, '\''); at != NULL; at = strchr (at + 1, '\''))
    if (g_ascii_strncasecmp (at, "'now'", 5) == 0)
      return TRUE;
  return FALSE;
}

/* A query that was asked when the rows were kept. */
static TkQuery *
repeated_new (TkDatabase *database, const char *place, const char *sql, GError **error)
{
  TkAsked *asked = tk_ledger_find (database->replay, sql);

  if (asked == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: this query is not among those whose rows are kept in %s; was the layout changed? "
                    "Render it from the records"),
                 place, database->path);
    return NULL;
  }
  TkQuery *query = g_new0 (TkQuery, 1);
  query->database = database;
  query->place = g_strdup (place);
  query->parameters = g_strdupv (asked->parameters);
  query->columns = g_strdupv (asked->columns);
  query->asked = asked;
  return query;
}

TkQuery *
tk_data_query_new (TkDatabase *database, const char *place, const char *sql, GError **error)
{
  g_autoptr (TkQuery) query = g_new0 (TkQuery, 1);
  const char *rest = NULL;

  if (database->replay != NULL)
    return repeated_new (database, place, sql, error);
  query->database = database;
  query->place = g_strdup (place);
  g_clear_pointer (&database->refused, g_free);
  if (sqlite3_prepare_v3 (database->connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &query->statement, &rest)
      != SQLITE_OK) {
    fail_prepare (database, place, sql, error);
    return NULL;
  }
  if (!check_statement (query, rest, error))
    return NULL;
  if (names_now (sql)) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: 'now' is another time whenever the paper is made; use a date of the records"),
                 place);
    return NULL;
  }
  query->parameters = parameters_new (query->statement, place, error);
  if (query->parameters == NULL)
    return NULL;
  int n = sqlite3_column_count (query->statement);
  query->columns = g_new0 (char *, (gsize) n + 1);
  for (int i = 0; i < n; i++)
    query->columns[i] = g_strdup (sqlite3_column_name (query->statement, i));
  if (database->ledger != NULL)
    query->asked = tk_ledger_ask (database->ledger, place, sql, query->parameters, query->columns);
  return g_steal_pointer (&query);
}

void
tk_data_query_free (TkQuery *query)
{
  if (query == NULL)
    return;
  tk_statement_free (query->statement);
  g_strfreev (query->parameters);
  g_strfreev (query->columns);
  g_free (query->place);
  g_free (query);
}

void
tk_data_query_call (TkQuery *query, const char *name)
{
  if (query->asked != NULL && query->asked->name == NULL)
    query->asked->name = g_strdup (name);
}

const char *const *
tk_data_query_parameters (const TkQuery *query)
{
  return (const char *const *) query->parameters;
}

const char *const *
tk_data_query_columns (const TkQuery *query)
{
  return (const char *const *) query->columns;
}

/* Names, tables and ids of the columns. */
static void
describe (Rows *rows, const TkQuery *query)
{
  const guint n = g_strv_length (query->columns);
  const char **names = tk_arena_array (rows->arena, const char *, n + 1);

  rows->origins = tk_arena_array (rows->arena, TkOrigin, n);
  rows->id_columns = tk_arena_array (rows->arena, int, n);
  for (guint i = 0; i < n; i++) {
    TkOrigin origin = {0};
    if (query->statement == NULL)
      origin = query->asked->origins[i];
    else {
      origin.table = sqlite3_column_table_name (query->statement, (int) i);
      origin.column = sqlite3_column_origin_name (query->statement, (int) i);
    }
    names[i] = tk_arena_text (rows->arena, query->columns[i]);
    rows->origins[i].table = tk_arena_text (rows->arena, origin.table);
    rows->origins[i].column = tk_arena_text (rows->arena, origin.column);
  }
  for (guint i = 0; i < n; i++) {
    int found = 0;
    rows->id_columns[i] = -1;
    for (guint j = 0; j < n; j++)
      if (rows->origins[i].table != NULL && g_strcmp0 (rows->origins[j].column, "id") == 0
          && g_strcmp0 (rows->origins[j].table, rows->origins[i].table) == 0) {
        rows->id_columns[i] = (int) j;
        found++;
      }
    if (found > 1) /* the table is joined twice: which of them is not known */
      rows->id_columns[i] = -1;
  }
  rows->rows.columns = names;
  rows->rows.n_columns = n;
}

/* Text of a cell into the arena; NULL where it is not UTF-8. Import leaves nothing that is not composed, but
 * others may have written to the file. */
static const char *
take_text (Rows *rows, TkStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement, column);
  const gsize length = (gsize) sqlite3_column_bytes (statement, column);

  rows->bytes += length;
  if (text == NULL)
    return length == 0 ? "" : NULL;
  if (memchr (text, '\0', length) != NULL)
    return NULL;
  if (tk_nfc_is (text, length))
    return tk_arena_textn (rows->arena, text, length);
  if (!g_utf8_validate_len (text, length, NULL))
    return NULL;
  g_autofree char *composed = tk_nfc_new (text, (gssize) length);
  return tk_arena_text (rows->arena, composed);
}

static gboolean
take_cell (Rows *rows, TkStatement *statement, int column, TkValue *cell)
{
  switch (sqlite3_column_type (statement, column)) {
  case SQLITE_NULL:
    *cell = (TkValue){TK_VALUE_NULL};
    return TRUE;
  case SQLITE_INTEGER:
    *cell = (TkValue){TK_VALUE_INTEGER, .integer = sqlite3_column_int64 (statement, column)};
    cell->real = (double) cell->integer;
    break;
  case SQLITE_FLOAT:
    *cell = (TkValue){TK_VALUE_REAL, .real = sqlite3_column_double (statement, column)};
    break;
  default:
    *cell = (TkValue){TK_VALUE_TEXT};
    break;
  }
  cell->text = take_text (rows, statement, column);
  return cell->text != NULL;
}

static void
fail_text (const Rows *rows, const TkQuery *query, guint column, GError **error)
{
  const TkOrigin *origin = &rows->origins[column];

  if (origin->table != NULL)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: %s.%s has a text that is not UTF-8 (row %u of %s); import it again"),
                 query->database->path, origin->table, origin->column, rows->rows.n_rows + 1, query->place);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: column %s, row %u is not UTF-8 text; mend the expression"), query->place,
                 rows->rows.columns[column], rows->rows.n_rows + 1);
}

/* Room for one more row. */
static gboolean
grow (Rows *rows, guint *capacity, const TkQuery *query, GError **error)
{
  if (rows->rows.n_rows < *capacity)
    return TRUE;
  *capacity = MAX (*capacity * 2, 16);
  gsize size = (gsize) *capacity * rows->rows.n_columns * sizeof (TkValue);
  if (size + rows->bytes > RESULT_BYTES) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: the query yields more than %u rows, too many to keep; narrow it by WHERE or LIMIT"),
                 query->place, rows->rows.n_rows);
    return FALSE;
  }
  rows->cells = g_realloc (rows->cells, size);
  return TRUE;
}

static gboolean
read_rows (Rows *rows, const TkQuery *query, GError **error)
{
  guint capacity = 0;
  int result;

  while ((result = sqlite3_step (query->statement)) == SQLITE_ROW) {
    if (!grow (rows, &capacity, query, error))
      return FALSE;
    TkValue *row = rows->cells + (gsize) rows->rows.n_rows * rows->rows.n_columns;
    for (guint i = 0; i < rows->rows.n_columns; i++)
      if (!take_cell (rows, query->statement, (int) i, row + i)) {
        fail_text (rows, query, i, error);
        return FALSE;
      }
    rows->rows.n_rows++;
  }
  if (result == SQLITE_DONE)
    return TRUE;
  if ((result & 0xff) == SQLITE_INTERRUPT)
    g_set_error (
        error, TK_ERROR, TK_ERROR_LAYOUT,
        _ ("%s: the query runs longer than %d ms and was stopped; does a join lack its condition, or a "
           "recursion its end?"),
        query->place, query->database->limit);
  else if ((result & 0xff) == SQLITE_ERROR || (result & 0xff) == SQLITE_TOOBIG)
    tk_connection_fail (query->database->connection, query->place, TK_ERROR_LAYOUT, error);
  else
    tk_connection_fail (query->database->connection, query->database->path, TK_ERROR_DATA, error);
  return FALSE;
}

/* A value as it is told to people. */
static char *
print_values (const TkQuery *query, const TkValue *values)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; query->parameters[i] != NULL; i++)
    g_string_append_printf (text, "%s:%s=%s", i > 0 ? ", " : "", query->parameters[i],
                            values[i].text != NULL ? values[i].text : "NULL");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was answered when the rows were kept. */
static gboolean
repeat_rows (Rows *rows, const TkQuery *query, const TkValue *values, GError **error)
{
  const TkAnswer *answer = tk_asked_find (query->asked, values);

  if (answer == NULL) {
    g_autofree char *bound = print_values (query, values);
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: the query “%s” was not asked with %s when the rows in %s were kept; were they, the "
                    "layout or the settings changed?"),
                 query->place, query->asked->name != NULL ? query->asked->name : "?", bound,
                 query->database->path);
    return FALSE;
  }
  const gsize n = (gsize) answer->n_rows * rows->rows.n_columns;
  rows->rows.n_rows = answer->n_rows;
  rows->cells = g_memdup2 (answer->cells, n * sizeof (TkValue));
  for (gsize i = 0; i < n; i++)
    rows->cells[i].text = tk_arena_text (rows->arena, rows->cells[i].text);
  return TRUE;
}

static gboolean
run (Rows *rows, const TkQuery *query, const TkValue *values, GError **error)
{
  for (int i = 1; query->parameters[i - 1] != NULL; i++)
    tk_session_bind (query->statement, i, &values[i - 1]);
  query->database->deadline = g_get_monotonic_time () + (gint64) query->database->limit * 1000;
  const gboolean done = read_rows (rows, query, error);
  query->database->deadline = 0;
  sqlite3_reset (query->statement);
  sqlite3_clear_bindings (query->statement);
  rows->rows.cells = rows->cells;
  if (done && query->asked != NULL)
    tk_asked_keep (query->asked, values, &rows->rows, rows->origins);
  return done;
}

TkRows *
tk_data_rows_new (TkQuery *query, const TkValue *values, GError **error)
{
  Rows *rows = g_new0 (Rows, 1);
  g_autoptr (TkRows) result = &rows->rows;

  rows->arena = tk_arena_new ();
  describe (rows, query);
  const gboolean done = query->statement != NULL ? run (rows, query, values, error)
                                                 : repeat_rows (rows, query, values, error);
  rows->rows.cells = rows->cells;
  return done ? g_steal_pointer (&result) : NULL;
}

void
tk_data_rows_free (TkRows *rows)
{
  Rows *whole = (Rows *) rows;

  if (rows == NULL)
    return;
  tk_arena_free (whole->arena);
  g_free (whole->cells);
  g_free (whole);
}

TkOrigin
tk_data_rows_origin (const TkRows *rows, guint row, guint column)
{
  const Rows *whole = (const Rows *) rows;
  TkOrigin origin = whole->origins[column];

  if (whole->id_columns[column] >= 0)
    origin.row = rows->cells[(gsize) row * rows->n_columns + (guint) whole->id_columns[column]].integer;
  return origin;
}
