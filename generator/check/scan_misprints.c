/* Misprints of the sources (table sic): those that are still in a text, and corrections that are in none. */
#include <string.h>

#include "rule.h"

static const char sic[] =
    "SELECT id, table_name, row_code, column_name, printed, corrected, certain FROM sic";

enum { ID, TABLE, CODE, COLUMN, PRINTED, CORRECTED, CERTAIN };

/* Does a letter or a digit go on at this side of @at? */
static gboolean
goes_on_before (const char *text, const char *at)
{
  return at > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)))
         && g_unichar_isalnum (g_utf8_get_char (at));
}

static gboolean
goes_on_after (const char *end)
{
  return g_unichar_isalnum (g_utf8_get_char (end))
         && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (end)));
}

/* @part as words of their own, not within @whole (or NULL), which holds it, too. */
static const char *
find_words (const char *text, const char *part, const char *whole)
{
  const char *inside = whole != NULL ? strstr (whole, part) : NULL;

  for (const char *at = text; (at = strstr (at, part)) != NULL; at = g_utf8_next_char (at)) {
    gsize before = inside != NULL ? (gsize) (inside - whole) : 0;
    if (goes_on_before (text, at) || goes_on_after (at + strlen (part)))
      continue;
    if (inside == NULL || (gsize) (at - text) < before || !g_str_has_prefix (at - before, whole))
      return at;
  }
  return NULL;
}

static void
find_left (const TkCheck *check, const TkRule *rule, const TkValue *cells)
{
  const char *printed = cells[PRINTED].text, *corrected = cells[CORRECTED].text;

  for (guint i = 0; i < check->texts->all->len; i++) {
    const TkCheckText *text = &g_array_index (check->texts->all, TkCheckText, i);
    const char *at = text->spelling ? NULL : find_words (text->text, printed, corrected);
    if (at == NULL)
      continue;
    g_autofree char *part = tk_texts_around_new (text->text, at, strlen (printed));
    tk_rule_find (check, rule, text->table, text->row, text->column, "printed", printed, "corrected",
                  corrected, "part", part, NULL);
  }
}

gboolean
tk_scan_misprints (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, sic, error);

  for (guint i = 0; rows != NULL && i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    if (cells[CERTAIN].integer == 1 && cells[CORRECTED].kind != TK_VALUE_NULL)
      find_left (check, rule, cells);
  }
  return rows != NULL;
}

static gboolean
is_in_a_text (const TkTexts *texts, const char *part)
{
  for (guint i = 0; i < texts->all->len; i++)
    if (strstr (g_array_index (texts->all, TkCheckText, i).text, part) != NULL)
      return TRUE;
  return FALSE;
}

/* What a source prints in one ("Nguyễn Xuân Dũng - Phó Giám đốc") may stand in two columns. */
static gboolean
is_anywhere (const TkTexts *texts, const char *corrected)
{
  g_auto (GStrv) parts = g_strsplit (corrected, " - ", -1);

  if (is_in_a_text (texts, corrected))
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (!is_in_a_text (texts, parts[i]))
      return FALSE;
  return g_strv_length (parts) > 1;
}

/* Columns that are no words (a date, a number) print otherwise. */
gboolean
tk_scan_corrections (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, sic, error);

  for (guint i = 0; rows != NULL && i < rows->n_rows; i++) {
    const TkValue *cells = rows->cells + (gsize) i * rows->n_columns;
    const TkTable *table = tk_tables_find (check->tables, cells[TABLE].text);
    const TkTableColumn *column = table != NULL ? tk_table_find_column (table, cells[COLUMN].text) : NULL;
    if (cells[CORRECTED].kind == TK_VALUE_NULL || column == NULL || column->kind != TK_COLUMN_TEXT
        || column->date || is_anywhere (check->texts, cells[CORRECTED].text))
      continue;
    tk_rule_find (check, rule, NULL, cells[ID].integer, NULL, "corrected", cells[CORRECTED].text, NULL);
  }
  return rows != NULL;
}

/* A row without a code is named by one that it belongs to: only tables with codes can be looked into. */
static gboolean
judge_place (const TkCheck *check, const TkRule *rule, const TkValue *cells, GError **error)
{
  const TkTable *table = tk_tables_find (check->tables, cells[TABLE].text);
  g_autofree char *place = g_strdup_printf ("%s.%s, %s", cells[TABLE].text, cells[COLUMN].text,
                                            cells[CODE].text);
  gboolean there = table != NULL && tk_table_find_column (table, cells[COLUMN].text) != NULL;

  if (there && table->coded) {
    g_autofree char *sql = g_strdup_printf ("SELECT 1 FROM %s WHERE code = :code", table->name);
    g_autoptr (TkQuery) query = tk_data_query_new (check->database, rule->name, sql, error);
    g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &cells[CODE], error) : NULL;
    if (rows == NULL)
      return FALSE;
    there = rows->n_rows > 0;
  }
  if (!there)
    tk_rule_find (check, rule, NULL, cells[ID].integer, NULL, "place", place, NULL);
  return TRUE;
}

gboolean
tk_scan_sic_places (const TkCheck *check, const TkRule *rule, GError **error)
{
  g_autoptr (TkRows) rows = tk_rule_rows_new (check, rule, sic, error);

  for (guint i = 0; rows != NULL && i < rows->n_rows; i++)
    if (!judge_place (check, rule, rows->cells + (gsize) i * rows->n_columns, error))
      return FALSE;
  return rows != NULL;
}
