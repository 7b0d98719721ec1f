/* Comes in: what rules have found. Goes out: the list, each with the code of its
 * row, in an order that depends on nothing but the records. */
#include <glib/gi18n.h>
#include <string.h>

#include "arena.h"
#include "rule.h"

struct _TkFindings {
  TkArena *arena;
  GArray *all;            /* TkFinding */
  const TkTables *tables; /* of the database, for the order; NULL before the end */
};

const char *
tk_finding_level_name (TkFindingLevel level)
{
  static const char *const names[] = {"ERROR", "WARNING", "REMARK"};

  return names[level];
}

TkFindings *
tk_findings_new (void)
{
  TkFindings *findings = g_new0 (TkFindings, 1);

  findings->arena = tk_arena_new ();
  findings->all = g_array_new (FALSE, FALSE, sizeof (TkFinding));
  return findings;
}

void
tk_findings_free (TkFindings *findings)
{
  if (findings == NULL)
    return;
  tk_arena_free (findings->arena);
  g_array_unref (findings->all);
  g_free (findings);
}

guint
tk_findings_count (const TkFindings *findings)
{
  return findings->all->len;
}

const TkFinding *
tk_findings_get (const TkFindings *findings, guint index)
{
  return &g_array_index (findings->all, TkFinding, index);
}

static void
add_finding (TkFindings *findings, const TkFinding *finding)
{
  TkFinding own = *finding;

  own.table = tk_arena_text (findings->arena, finding->table);
  own.column = tk_arena_text (findings->arena, finding->column);
  own.code = tk_arena_text (findings->arena, finding->code);
  own.message = tk_arena_text (findings->arena, finding->message);
  own.suggestion = tk_arena_text (findings->arena, finding->suggestion);
  g_array_append_val (findings->all, own);
}

/* Of two in different tables, of the schema's order; a paper comes first. */
static int
compare_tables (const TkFindings *findings, const char *a, const char *b)
{
  const TkTable *first = a != NULL ? tk_tables_find (findings->tables, a) : NULL;
  const TkTable *second = b != NULL ? tk_tables_find (findings->tables, b) : NULL;

  return (first > second) - (first < second);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const TkFinding *first = a, *second = b;
  int order = (int) first->level - (int) second->level;

  if (order == 0)
    order = compare_tables (data, first->table, second->table);
  if (order == 0)
    order = (first->row > second->row) - (first->row < second->row);
  if (order == 0)
    order = strcmp (first->rule, second->rule);
  if (order == 0)
    order = g_strcmp0 (first->column, second->column);
  return order != 0 ? order : strcmp (first->message, second->message);
}

/* A query for the key of the row :id in words: codes for what it refers to. */
static TkQuery *
key_query_new (TkDatabase *database, const TkTables *tables, const TkTable *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new ("SELECT concat_key FROM (SELECT id, ");
  guint n = 0;

  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    const TkTable *target = column->target != NULL ? tk_tables_find (tables, column->target) : NULL;
    if (!column->key)
      continue;
    g_string_append (sql, n++ > 0 ? " || ', ' || " : "");
    if (target != NULL)
      g_string_append_printf (sql, "coalesce ((SELECT x.code FROM %s AS x WHERE x.id = t.%s), '?')",
                              target->name, column->name);
    else
      g_string_append_printf (sql, "coalesce (t.%s, '?')", column->name);
  }
  if (n == 0)
    g_string_append (sql, "t.id");
  g_string_append_printf (sql, " AS concat_key FROM %s AS t WHERE t.id = :id)", table->name);
  return tk_data_query_new (database, table->name, sql->str, error);
}

static gboolean
fill_code (TkFindings *findings, TkFinding *finding, GHashTable *queries, TkDatabase *database,
           const TkTables *tables, GError **error)
{
  const TkTable *table = tk_tables_find (tables, finding->table);
  TkQuery *query = g_hash_table_lookup (queries, finding->table);
  const TkValue id = {TK_VALUE_INTEGER, .integer = finding->row};

  g_assert (table != NULL);
  if (query == NULL) {
    query = key_query_new (database, tables, table, error);
    if (query == NULL)
      return FALSE;
    g_hash_table_insert (queries, (gpointer) finding->table, query);
  }
  g_autoptr (TkRows) rows = tk_data_rows_new (query, &id, error);
  if (rows == NULL)
    return FALSE;
  finding->code = tk_arena_text (findings->arena, rows->n_rows > 0 ? rows->cells[0].text : "?");
  finding->table_title = tk_arena_text (findings->arena, table->title);
  const TkTableColumn *column = finding->column != NULL ? tk_table_find_column (table, finding->column)
                                                        : NULL;
  finding->column_title = column != NULL ? tk_arena_text (findings->arena, column->title) : NULL;
  return TRUE;
}

gboolean
tk_findings_finish (TkFindings *findings, TkDatabase *database, const TkTables *tables, GError **error)
{
  g_autoptr (GHashTable)
      queries = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) tk_data_query_free);

  findings->tables = tables;
  for (guint i = 0; i < findings->all->len; i++) {
    TkFinding *finding = &g_array_index (findings->all, TkFinding, i);
    if (finding->table != NULL && finding->code == NULL
        && !fill_code (findings, finding, queries, database, tables, error))
      return FALSE;
  }
  g_array_sort_with_data (findings->all, compare, findings);
  return TRUE;
}

void
tk_findings_keep (TkFindings *findings, gboolean (*keep) (const TkFinding *finding, gpointer data),
                  gpointer data)
{
  guint kept = 0;

  for (guint i = 0; i < findings->all->len; i++)
    if (keep (&g_array_index (findings->all, TkFinding, i), data))
      g_array_index (findings->all, TkFinding, kept++) = g_array_index (findings->all, TkFinding, i);
  g_array_set_size (findings->all, kept);
}

static gboolean
is_grave (const TkFinding *finding, gpointer least)
{
  return finding->level <= *(const TkFindingLevel *) least;
}

void
tk_findings_keep_level (TkFindings *findings, TkFindingLevel least)
{
  tk_findings_keep (findings, is_grave, &least);
}

void
tk_findings_add_paper (TkFindings *findings, TkFindingLevel level, const char *rule, const char *message,
                       const char *suggestion)
{
  const TkFinding finding = {.level = level, .rule = rule, .message = message, .suggestion = suggestion};

  add_finding (findings, &finding);
  g_array_sort_with_data (findings->all, compare, findings);
}

/* Rules. */

/* @template with each {name} replaced; @pairs: names and values. */
static char *
fill_new (const char *template, const char *const *pairs)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *at = template; *at != '\0'; at++) {
    const char *end = *at == '{' ? strchr (at, '}') : NULL;
    if (end == NULL) {
      g_string_append_c (text, *at);
      continue;
    }
    guint i = 0;
    while (pairs[i] != NULL
           && (strncmp (pairs[i], at + 1, (gsize) (end - at) - 1) != 0 || pairs[i][end - at - 1] != '\0'))
      i += 2;
    if (pairs[i] != NULL && pairs[i + 1] != NULL)
      g_string_append (text, pairs[i + 1]);
    at = end;
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
find (const TkCheck *check, const TkRule *rule, const char *table, gint64 row, const char *column,
      const char *const *pairs)
{
  g_autofree char *message = fill_new (_ (rule->message), pairs);
  g_autofree char *suggestion = fill_new (_ (rule->suggestion), pairs);
  const TkFinding finding = {.level = rule->level,
                             .rule = rule->name,
                             .table = table != NULL ? table : rule->table,
                             .row = row,
                             .column = column != NULL ? column : rule->column,
                             .message = message,
                             .suggestion = suggestion};

  add_finding (check->findings, &finding);
}

void
tk_rule_find (const TkCheck *check, const TkRule *rule, const char *table, gint64 row, const char *column,
              ...)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();
  const char *name;
  va_list arguments;

  va_start (arguments, column);
  while ((name = va_arg (arguments, const char *)) != NULL) {
    g_ptr_array_add (pairs, (gpointer) name);
    g_ptr_array_add (pairs, va_arg (arguments, char *));
  }
  va_end (arguments);
  g_ptr_array_add (pairs, NULL);
  find (check, rule, table, row, column, (const char *const *) pairs->pdata);
}

TkRows *
tk_rule_rows_new (const TkCheck *check, const TkRule *rule, const char *sql, GError **error)
{
  g_autoptr (TkQuery) query = tk_data_query_new (check->database, rule->name, sql, error);

  return query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;
}

gboolean
tk_rule_query (const TkCheck *check, const TkRule *rule, const char *sql, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, sql, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    const char *table = NULL, *column = NULL;
    gint64 row = 0;
    g_autofree const char **pairs = g_new0 (const char *, rows->n_columns * 2 + 1);
    for (guint j = 0; j < rows->n_columns; j++) {
      if (strcmp (rows->columns[j], "id") == 0)
        row = cells[j].integer;
      else if (strcmp (rows->columns[j], "table_name") == 0)
        table = cells[j].text;
      else if (strcmp (rows->columns[j], "column_name") == 0)
        column = cells[j].text;
      pairs[2 * j] = rows->columns[j];
      pairs[2 * j + 1] = cells[j].text;
    }
    find (check, rule, table, row, column, pairs);
  }
  return TRUE;
}
