/* Comes in: questions and answers of a database, while a paper is made. Goes out: files of CSV. Must not know
 * what a paper is. The way back is ledger_read.c.
 *
 * Beside the queries' own files there are 00-queries.csv, which says where each comes from and how it reads,
 * and 00-columns.csv, which says what table and column the cells of a column were read from. */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "arena.h"
#include "asked.h"
#include "csv_line.h"
#include "error.h"
#include "ledger_form.h"
#include "output.h"
#include "session.h"

struct _TkLedger {
  TkArena *arena;
  GPtrArray *asked; /* TkAsked, in the order of asking */
  GHashTable *by_sql;
};

static void
asked_free (gpointer data)
{
  TkAsked *asked = data;

  g_free (asked->place);
  g_free (asked->name);
  g_free (asked->sql);
  g_strfreev (asked->parameters);
  g_strfreev (asked->columns);
  g_free (asked->origins);
  g_ptr_array_unref (asked->keys);
  g_hash_table_unref (asked->by_values);
  g_free (asked);
}

TkLedger *
tk_ledger_new (void)
{
  TkLedger *ledger = g_new0 (TkLedger, 1);

  ledger->arena = tk_arena_new ();
  ledger->asked = g_ptr_array_new_with_free_func (asked_free);
  ledger->by_sql = g_hash_table_new (g_str_hash, g_str_equal);
  return ledger;
}

void
tk_ledger_free (TkLedger *ledger)
{
  if (ledger == NULL)
    return;
  g_hash_table_unref (ledger->by_sql);
  g_ptr_array_unref (ledger->asked);
  tk_arena_free (ledger->arena);
  g_free (ledger);
}

void
tk_data_keep (TkDatabase *database, TkLedger *ledger)
{
  database->ledger = ledger;
}

TkAsked *
tk_ledger_find (const TkLedger *ledger, const char *sql)
{
  return g_hash_table_lookup (ledger->by_sql, sql);
}

TkAsked *
tk_ledger_ask (TkLedger *ledger, const char *place, const char *sql, char **parameters, char **columns)
{
  TkAsked *asked = tk_ledger_find (ledger, sql);

  if (asked != NULL)
    return asked;
  asked = g_new0 (TkAsked, 1);
  asked->ledger = ledger;
  asked->place = g_path_get_basename (place);
  asked->sql = g_strdup (sql);
  asked->parameters = g_strdupv (parameters);
  asked->columns = g_strdupv (columns);
  asked->origins = g_new0 (TkOrigin, g_strv_length (columns));
  asked->keys = g_ptr_array_new ();
  asked->by_values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_ptr_array_add (ledger->asked, asked);
  g_hash_table_insert (ledger->by_sql, asked->sql, asked);
  return asked;
}

static char *
key_new (const TkAsked *asked, const TkValue *values)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; asked->parameters[i] != NULL; i++) {
    if (i > 0)
      g_string_append_c (key, ',');
    tk_csv_append (key, &values[i]);
  }
  return g_string_free (key, FALSE);
}

const TkAnswer *
tk_asked_find (const TkAsked *asked, const TkValue *values)
{
  g_autofree char *key = key_new (asked, values);

  return g_hash_table_lookup (asked->by_values, key);
}

void
tk_asked_set_origin (TkAsked *asked, guint column, const char *table, const char *table_column)
{
  asked->origins[column].table = tk_arena_text (asked->ledger->arena, table);
  asked->origins[column].column = tk_arena_text (asked->ledger->arena, table_column);
}

void
tk_asked_keep (TkAsked *asked, const TkValue *values, const TkRows *rows, const TkOrigin *origins)
{
  TkArena *arena = asked->ledger->arena;
  g_autofree char *key = key_new (asked, values);
  const gsize n = (gsize) rows->n_rows * rows->n_columns;

  if (g_hash_table_contains (asked->by_values, key))
    return;
  TkValue *cells = tk_arena_array (arena, TkValue, n);
  for (gsize i = 0; i < n; i++) {
    cells[i] = rows->cells[i];
    cells[i].text = tk_arena_text (arena, cells[i].text);
  }
  for (guint i = 0; i < rows->n_columns && asked->keys->len == 0; i++)
    tk_asked_set_origin (asked, i, origins[i].table, origins[i].column);
  TkAnswer *answer = tk_arena_new0 (arena, TkAnswer);
  *answer = (TkAnswer){rows->n_rows, cells};
  g_ptr_array_add (asked->keys, key);
  g_hash_table_insert (asked->by_values, g_steal_pointer (&key), answer);
}

/* ---- writing ---- */

static gboolean
write_file (const char *folder, const char *name, const GString *text, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (TkOutput) output = tk_output_replace_new (path, error);

  return output != NULL && tk_output_write (output, text->str, text->len, error)
         && tk_output_commit (output, error);
}

/* "03-field.csv": letters of any file system. */
static char *
name_file (const TkAsked *asked, guint n)
{
  g_autofree char *name = g_str_to_ascii (asked->name != NULL ? asked->name : "query", "C");

  g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '-');
  return g_strdup_printf ("%02u-%s.csv", n, name);
}

static void
append_texts (GString *to, const char *const *texts, guint n)
{
  for (guint i = 0; i < n; i++) {
    const TkValue value = {texts[i] != NULL ? TK_VALUE_TEXT : TK_VALUE_NULL, .text = texts[i]};
    if (i > 0)
      g_string_append_c (to, ',');
    tk_csv_append (to, &value);
  }
  g_string_append (to, TK_CSV_END);
}

static void
append_head (GString *to, const TkAsked *asked)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; asked->parameters[i] != NULL; i++)
    g_ptr_array_add (names, g_strconcat (":", asked->parameters[i], NULL));
  for (guint i = 0; asked->columns[i] != NULL; i++)
    g_ptr_array_add (names, g_strconcat (asked->columns[i][0] == ':' ? ":" : "", asked->columns[i], NULL));
  append_texts (to, (const char *const *) names->pdata, names->len);
}

/* Its rows, the values before each of them. */
static void
append_answer (GString *to, const TkAsked *asked, const char *key)
{
  const TkAnswer *answer = g_hash_table_lookup (asked->by_values, key);
  const char *const before = asked->parameters[0] != NULL ? "," : "";
  const guint n = g_strv_length (asked->columns);

  for (guint row = 0; row < MAX (answer->n_rows, 1); row++) {
    g_string_append (to, key);
    for (guint i = 0; i < n; i++) {
      g_string_append (to, i > 0 ? "," : before);
      if (answer->n_rows == 0)
        g_string_append (to, TK_LEDGER_NONE);
      else
        tk_csv_append (to, &answer->cells[(gsize) row * n + i]);
    }
    g_string_append (to, TK_CSV_END);
  }
}

static gboolean
write_answers (const TkAsked *asked, const char *folder, const char *name, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  append_head (text, asked);
  for (guint i = 0; i < asked->keys->len; i++)
    append_answer (text, asked, asked->keys->pdata[i]);
  return write_file (folder, name, text, error);
}

static void
append_origins (GString *to, const TkAsked *asked, const char *name)
{
  for (guint i = 0; asked->columns[i] != NULL; i++) {
    const TkOrigin *origin = &asked->origins[i];
    const TkValue cells[TK_LEDGER_COLUMNS] = {{TK_VALUE_TEXT, .text = name},
                                              {TK_VALUE_INTEGER, .integer = (gint64) i + 1},
                                              {TK_VALUE_TEXT, .text = asked->columns[i]},
                                              {TK_VALUE_TEXT, .text = origin->table},
                                              {TK_VALUE_TEXT, .text = origin->column}};
    if (origin->table == NULL || origin->column == NULL)
      continue;
    tk_csv_append_row (to, cells, G_N_ELEMENTS (cells));
    g_string_append (to, TK_CSV_END);
  }
}

gboolean
tk_ledger_write (const TkLedger *ledger, const char *folder, GError **error)
{
  g_autoptr (GString) queries = g_string_new (TK_LEDGER_QUERIES_HEAD TK_CSV_END);
  g_autoptr (GString) columns = g_string_new (TK_LEDGER_COLUMNS_HEAD TK_CSV_END);

  if (g_mkdir (folder, 0777) != 0 && errno != EEXIST) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_OUTPUT,
        _ ("%s: the folder cannot be made: %s; is the one around it there, and may you write in it?"), folder,
        g_strerror (errno));
    return FALSE;
  }
  for (guint i = 0; i < ledger->asked->len; i++) {
    const TkAsked *asked = ledger->asked->pdata[i];
    g_autofree char *name = name_file (asked, i + 1);
    const char *const cells[TK_LEDGER_QUERIES] = {name, asked->name, asked->place, asked->sql};
    append_texts (queries, cells, G_N_ELEMENTS (cells));
    append_origins (columns, asked, name);
    if (!write_answers (asked, folder, name, error))
      return FALSE;
  }
  return write_file (folder, TK_LEDGER_QUERIES_FILE, queries, error)
         && write_file (folder, TK_LEDGER_COLUMNS_FILE, columns, error);
}
