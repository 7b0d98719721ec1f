/* Comes in: findings on all records, and one paper. Goes out: those that concern the paper. What it is made
 * of, its tree says (where each text was read, the values of its parameters); whose part a row is, the
 * schema. */
#include <string.h>

#include "rule.h"

/* Rows around the thing that a paper is about. */
static const char around[] =
    "WITH main (id) AS (SELECT id FROM event WHERE id = :event UNION SELECT event FROM document WHERE id = "
    ":document), "
    "span (id) AS (SELECT :term UNION SELECT term FROM event WHERE id IN main UNION SELECT term FROM "
    "document WHERE id = :document), "
    "body (id) AS (SELECT :org UNION SELECT org FROM term WHERE id IN span UNION SELECT org FROM document "
    "WHERE id = :document"
    "  UNION SELECT org FROM event_org WHERE event IN main AND role = 'TO_CHUC') "
    "SELECT 'event', id FROM event WHERE id IN main OR parent_event IN main "
    "UNION SELECT 'document', id FROM document WHERE event IN main "
    "UNION SELECT 'term', id FROM span UNION SELECT 'term', next_term FROM event WHERE id IN main "
    "UNION SELECT 'org', id FROM body "
    "UNION SELECT 'org', org FROM org_relation WHERE other IN body AND kind = 'THANH_VIEN' "
    "UNION SELECT 'org', org FROM event_org WHERE event IN main "
    "UNION SELECT 'person', person FROM participation WHERE event IN main "
    "UNION SELECT 'place', place FROM event WHERE id IN main "
    "UNION SELECT 'period', period FROM event WHERE id IN main UNION SELECT 'period', next_period FROM event "
    "WHERE id IN main "
    "UNION SELECT 'period', id FROM period WHERE term IN span "
    "UNION SELECT 'period', p.id FROM period AS p JOIN term AS t ON t.id IN span"
    "  AND p.date_from BETWEEN cast (t.year_from AS TEXT) AND cast (t.year_to AS TEXT) || '-12-31' "
    "UNION SELECT 'bulletin_issue', id FROM bulletin_issue WHERE id = :issue "
    "UNION SELECT 'bulletin', bulletin FROM bulletin_issue WHERE id = :issue "
    "UNION SELECT 'org', b.org FROM bulletin AS b JOIN bulletin_issue AS i ON i.bulletin = b.id WHERE i.id = "
    ":issue";

/* Columns by which a row is a part of another one. @table: NULL is any. */
static const struct {
  const char *table, *column;
} owners[] = {
    {NULL, "event"},           {NULL, "participation"}, {NULL, "item"},
    {NULL, "speech"},          {NULL, "talk"},          {NULL, "award"},
    {NULL, "election"},        {NULL, "handover"},      {NULL, "photo"},
    {NULL, "document"},        {NULL, "article"},       {NULL, "source_item"},
    {NULL, "photos_of"},       {NULL, "parent_event"},  {"org_name", "org"},
    {"org_relation", "org"},   {"tenure", "org"},       {"term", "org"},
    {"person_name", "person"}, {"place_name", "place"}, {NULL, "issue"},
};

/* Longest way from a part to what it is a part of. */
enum { DEEPEST = 5 };

typedef struct {
  TkDatabase *database;
  const TkTables *tables;
  GHashTable *rows;    /* "table:id", as a set */
  GHashTable *queries; /* by table: TkQuery for its owners */
  GError *error;       /* the first */
} Scope;

static void
add_row (Scope *scope, const char *table, gint64 row)
{
  if (table != NULL && row != 0)
    g_hash_table_add (scope->rows, g_strdup_printf ("%s:%" G_GINT64_FORMAT, table, row));
}

static gboolean
has_row (const Scope *scope, const char *table, gint64 row)
{
  g_autofree char *key = g_strdup_printf ("%s:%" G_GINT64_FORMAT, table, row);

  return g_hash_table_contains (scope->rows, key);
}

static void
add_origins (Scope *scope, const TkNode *node)
{
  add_row (scope, node->origin.table, node->origin.row);
  for (guint i = 0; i < node->n_runs; i++)
    add_row (scope, node->runs[i].origin.table, node->runs[i].origin.row);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    add_origins (scope, child);
}

/* The id of the row with the code that the parameter @name has, in the table of that name; 0: none. */
static gboolean
find_setting (const Scope *scope, const TkDocument *document, const char *name, gint64 *ret_row,
              GError **error)
{
  const char *table = strcmp (name, "issue") == 0 ? "bulletin_issue" : name;
  g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE code = :code", table);
  g_autoptr (TkQuery) query = tk_data_query_new (scope->database, name, sql, error);

  if (query == NULL)
    return FALSE;
  for (guint i = 0; i < document->n_settings; i++) {
    const TkValue code = {TK_VALUE_TEXT, .text = document->settings[i].value};
    if (strcmp (document->settings[i].name, name) != 0)
      continue;
    g_autoptr (TkRows) rows = tk_data_rows_new (query, &code, error);
    if (rows == NULL)
      return FALSE;
    *ret_row = rows->n_rows > 0 ? rows->cells[0].integer : 0;
  }
  return TRUE;
}

static gboolean
add_around (Scope *scope, const TkDocument *document, GError **error)
{
  g_autoptr (TkQuery) query = tk_data_query_new (scope->database, "scope", around, error);
  TkValue values[8] = {0};

  if (query == NULL)
    return FALSE;
  const char *const *names = tk_data_query_parameters (query);
  for (guint i = 0; names[i] != NULL; i++) {
    gint64 row = 0;
    if (!find_setting (scope, document, names[i], &row, error))
      return FALSE;
    if (row != 0)
      values[i] = (TkValue){TK_VALUE_INTEGER, .integer = row};
  }
  g_autoptr (TkRows) rows = tk_data_rows_new (query, values, error);
  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++)
    add_row (scope, rows->cells[2 * i].text, rows->cells[2 * i + 1].integer);
  return TRUE;
}

static gboolean
is_owner (const TkTable *table, const TkTableColumn *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (strcmp (column->name, owners[i].column) == 0
        && (owners[i].table == NULL || strcmp (owners[i].table, table->name) == 0))
      return column->target != NULL;
  return FALSE;
}

/* SELECT the owners of the row :id; NULL: the table has none. */
static TkQuery *
owners_query_new (Scope *scope, const TkTable *table)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  for (guint i = 0; i < table->n_columns; i++)
    if (is_owner (table, &table->columns[i]))
      g_string_append_printf (sql, "%sSELECT '%s', %s FROM %s WHERE id = :id AND %s IS NOT NULL",
                              sql->len > 0 ? " UNION ALL " : "", table->columns[i].target,
                              table->columns[i].name, table->name, table->columns[i].name);
  return sql->len > 0 ? tk_data_query_new (scope->database, table->name, sql->str, &scope->error) : NULL;
}

static gboolean reaches (Scope *scope, const char *table, gint64 row, int depth);

static gboolean
reaches_owner (Scope *scope, const char *table, gint64 row, int depth)
{
  const TkValue id = {TK_VALUE_INTEGER, .integer = row};
  gboolean known = g_hash_table_contains (scope->queries, table);
  TkQuery *query = g_hash_table_lookup (scope->queries, table);

  if (!known) {
    query = owners_query_new (scope, tk_tables_find (scope->tables, table));
    g_hash_table_insert (scope->queries, g_strdup (table), query);
  }
  if (query == NULL)
    return FALSE;
  g_autoptr (TkRows) rows = tk_data_rows_new (query, &id, &scope->error);
  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    if (reaches (scope, rows->cells[2 * i].text, rows->cells[2 * i + 1].integer, depth + 1))
      return TRUE;
  return FALSE;
}

static gboolean
reaches (Scope *scope, const char *table, gint64 row, int depth)
{
  return has_row (scope, table, row) || (depth < DEEPEST && reaches_owner (scope, table, row, depth));
}

/* A figure is of an organisation and of a period. */
static gboolean
is_figure_within (Scope *scope, const TkFinding *finding)
{
  g_autofree char *sql = g_strdup_printf ("SELECT org, period FROM %s WHERE id = :id", finding->table);
  g_autoptr (TkQuery) query = tk_data_query_new (scope->database, finding->table, sql, &scope->error);
  const TkValue id = {TK_VALUE_INTEGER, .integer = finding->row};
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &id, &scope->error) : NULL;

  return rows != NULL && rows->n_rows > 0 && has_row (scope, "org", rows->cells[0].integer)
         && has_row (scope, "period", rows->cells[1].integer);
}

static gboolean
concerns (const TkFinding *finding, gpointer data)
{
  Scope *scope = data;

  if (finding->table == NULL || scope->error != NULL)
    return TRUE;
  if (strcmp (finding->table, "indicator_value") == 0 || strcmp (finding->table, "indicator_target") == 0)
    return has_row (scope, finding->table, finding->row) || is_figure_within (scope, finding);
  return reaches (scope, finding->table, finding->row, 0);
}

gboolean
tk_check_narrow (TkFindings *findings, TkDatabase *database, const TkDocument *document, GError **error)
{
  g_autoptr (GHashTable) rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable)
      queries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) tk_data_query_free);
  Scope scope = {database, tk_data_tables (database, error), rows, queries, NULL};

  if (scope.tables == NULL)
    return FALSE;
  add_origins (&scope, document->root);
  if (!add_around (&scope, document, error))
    return FALSE;
  tk_findings_keep (findings, concerns, &scope);
  if (scope.error == NULL)
    return TRUE;
  g_propagate_error (error, scope.error);
  return FALSE;
}
