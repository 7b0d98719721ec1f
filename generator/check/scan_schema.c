/* Rules that hold for any table: the queries are made of what the schema says. */
#include <string.h>

#include "path.h"
#include "rule.h"

/* One query over all tables for which @append appends a SELECT. */
static gboolean
query_tables (const TkCheck *check, const TkRule *rule,
              void (*append) (GString *sql, const TkTables *tables, const TkTable *table), GError **error)
{
  for (guint i = 0; i < check->tables->n_tables; i++) {
    g_autoptr (GString) sql = g_string_new (NULL);
    append (sql, check->tables, &check->tables->tables[i]);
    if (sql->len > 0 && !tk_rule_query (check, rule, sql->str, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
has (const TkTable *table, const char *a, const char *b)
{
  return tk_table_find_column (table, a) != NULL && tk_table_find_column (table, b) != NULL;
}

/* What no program leaves behind that keeps to the schema: tongket itself cannot. */
static void
append_references (GString *sql, G_GNUC_UNUSED const TkTables *tables, const TkTable *table)
{
  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    if (column->target != NULL)
      g_string_append_printf (
          sql,
          "%sSELECT '%s' AS table_name, a.id, '%s' AS column_name, '%s' AS target FROM %s AS a "
          "WHERE a.%s IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s AS b WHERE b.id = a.%s)",
          sql->len > 0 ? " UNION ALL " : "", table->name, column->name, column->target, table->name,
          column->name, column->target, column->name);
  }
}

gboolean
tk_scan_references (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_references, error);
}

/* Dates of two precisions are compared as far as both go. */
static void
append_dates (GString *sql, const TkTable *table, const char *since, const char *until)
{
  if (!has (table, since, until))
    return;
  g_string_append_printf (
      sql,
      "%sSELECT '%s' AS table_name, id, '%s' AS column_name, %s AS until, %s AS since FROM %s WHERE "
      "substr (%s, 1, min (length (%s), length (%s))) < substr (%s, 1, min (length (%s), length (%s)))",
      sql->len > 0 ? " UNION ALL " : "", table->name, until, until, since, table->name, until, since, until,
      since, since, until);
}

static void
append_reversed_dates (GString *sql, G_GNUC_UNUSED const TkTables *tables, const TkTable *table)
{
  append_dates (sql, table, "date_from", "date_to");
  append_dates (sql, table, "date", "date_updated");
}

static void
append_range (GString *sql, const TkTable *table, const char *least, const char *most)
{
  if (has (table, least, most))
    g_string_append_printf (
        sql,
        "%sSELECT '%s' AS table_name, id, '%s' AS column_name, %s AS least, %s AS most FROM %s WHERE %s < %s",
        sql->len > 0 ? " UNION ALL " : "", table->name, most, least, most, table->name, most, least);
}

static void
append_reversed_ranges (GString *sql, G_GNUC_UNUSED const TkTables *tables, const TkTable *table)
{
  append_range (sql, table, "count_min", "count_max");
  append_range (sql, table, "value_min", "value_max");
  append_range (sql, table, "year_from", "year_to");
}

gboolean
tk_scan_dates_reversed (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_reversed_dates, error);
}

gboolean
tk_scan_ranges_reversed (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_reversed_ranges, error);
}

/* As the table has it: queries see NULL (blank.h). */
static void
append_zeros (GString *sql, G_GNUC_UNUSED const TkTables *tables, const TkTable *table)
{
  static const char *const columns[] = {"count_min", "count_max", "org_count"};

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (tk_table_find_column (table, columns[i]) != NULL)
      g_string_append_printf (
          sql, "%sSELECT '%s' AS table_name, id, '%s' AS column_name FROM main.%s WHERE %s = 0",
          sql->len > 0 ? " UNION ALL " : "", table->name, columns[i], table->name, columns[i]);
}

gboolean
tk_scan_zeros (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_zeros, error);
}

/* Tables whose rows are there to be referred to, and what says more of a row without using it. */
static const struct {
  const char *table, *name, *detail;
} described[] = {
    {"place", "name", "place_name"},
    {"org", "name", "org_name"},
    {"person", "name", "person_name"},
    {"refdoc", "title", ""},
};

static void
append_unused (GString *sql, const TkTables *tables, const TkTable *table)
{
  guint which = 0;

  while (which < G_N_ELEMENTS (described) && strcmp (described[which].table, table->name) != 0)
    which++;
  if (which == G_N_ELEMENTS (described))
    return;
  g_string_append_printf (sql, "SELECT '%s' AS table_name, id, %s AS name FROM %s WHERE 1", table->name,
                          described[which].name, table->name);
  for (guint i = 0; i < tables->n_tables; i++) {
    const TkTable *user = &tables->tables[i];
    for (guint j = 0; j < user->n_columns; j++)
      if (g_strcmp0 (user->columns[j].target, table->name) == 0
          && strcmp (user->name, described[which].detail) != 0)
        g_string_append_printf (sql, " AND id NOT IN (SELECT %s FROM %s WHERE %s IS NOT NULL)",
                                user->columns[j].name, user->name, user->columns[j].name);
  }
}

gboolean
tk_scan_unused (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_unused, error);
}

/* Texts come composed out of a query, so the database is asked: the marks that Vietnamese letters are
 * composed with (U+0300 to U+0303, U+0306, U+0309, U+031B, U+0323) after an ASCII letter. */
#define PARTED "'*[A-Za-z][' || char (0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323) || ']*'"

static void
append_decomposed (GString *sql, G_GNUC_UNUSED const TkTables *tables, const TkTable *table)
{
  for (guint i = 0; i < table->n_columns; i++) {
    const TkTableColumn *column = &table->columns[i];
    if (column->kind == TK_COLUMN_TEXT && column->allowed == NULL && !column->date)
      g_string_append_printf (
          sql, "%sSELECT '%s' AS table_name, id, '%s' AS column_name FROM %s WHERE %s GLOB " PARTED,
          sql->len > 0 ? " UNION ALL " : "", table->name, column->name, table->name, column->name);
  }
}

gboolean
tk_scan_decomposed (const TkCheck *check, const TkRule *rule, GError **error)
{
  return query_tables (check, rule, append_decomposed, error);
}

gboolean
tk_scan_pictures (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (tk_data_path (check->database));
  g_autoptr (TkRows)
      rows = tk_rule_rows_new (check, rule, "SELECT id, file FROM photo WHERE file IS NOT NULL", error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    g_autofree char *path = g_build_filename (g_path_is_absolute (cells[1].text) ? "" : folder, cells[1].text,
                                              NULL);
    g_autofree char *there = tk_path_find_new (path);
    if (!g_file_test (there, G_FILE_TEST_IS_REGULAR))
      tk_rule_find (check, rule, NULL, cells[0].integer, NULL, "file", cells[1].text, NULL);
  }
  return TRUE;
}
