/* Comes in: the records. Goes out: their texts, each with its place. Which columns
 * hold texts, the schema says. */
#include "texts.h"

#include <string.h>

/* So many characters around a place are shown, and the words that they are part of. */
enum { AROUND = 12 };

/* Columns that are no words: names of files, addresses, numbers of papers. */
static gboolean
is_text (const TkTable *table, const TkTableColumn *column)
{
  static const char *const others[] = {"note",   "code",   "url",   "phone",         "email", "stem",
                                       "number", "symbol", "label", "caption_group", "layout"};

  if (column->kind != TK_COLUMN_TEXT || column->allowed != NULL || column->date || column->file)
    return FALSE;
  if (strcmp (table->name, "source_item") == 0 && strcmp (column->name, "name") == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (strcmp (column->name, others[i]) == 0)
      return FALSE;
  return strcmp (table->name, "sic") != 0;
}

/* An expression for the event that a row belongs to. */
static char *
event_of_new (const TkTable *table)
{
  static const char *const owners[] = {"participation", "item",     "speech", "talk",     "award",
                                       "election",      "handover", "photo",  "document", "article"};

  if (strcmp (table->name, "event") == 0)
    return g_strdup ("id");
  if (tk_table_find_column (table, "event") != NULL)
    return g_strdup ("event");
  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    if (tk_table_find_column (table, owners[i]) != NULL)
      return g_strdup_printf ("(SELECT %s.event FROM %s WHERE %s.id = t.%s)", owners[i], owners[i], owners[i],
                              owners[i]);
  return g_strdup ("NULL");
}

static void
take (TkTexts *texts, const TkTable *table, const TkRows *rows)
{
  gboolean spelling = strcmp (table->name, "org_name") == 0 || strcmp (table->name, "person_name") == 0;

  for (guint row = 0; row < rows->n_rows; row++)
    for (guint i = 2; i < rows->n_columns; i++) {
      const TkValue *cells = rows->cells + (gsize) row * rows->n_columns;
      const TkTableColumn *column = tk_table_find_column (table, rows->columns[i]);
      if (cells[i].kind == TK_VALUE_NULL)
        continue;
      TkCheckText text = {table->name,
                          column->name,
                          cells[0].integer,
                          cells[1].integer,
                          column->prose,
                          spelling,
                          tk_arena_text (texts->arena, cells[i].text)};
      g_array_append_val (texts->all, text);
    }
}

static gboolean
read_table (TkTexts *texts, TkDatabase *database, const TkTable *table, GError **error)
{
  g_autofree char *event = event_of_new (table);
  g_autoptr (GString) sql = g_string_new (NULL);
  g_autoptr (GString) filled = g_string_new (NULL);

  g_string_printf (sql, "SELECT id, %s", event);
  for (guint i = 0; i < table->n_columns; i++)
    if (is_text (table, &table->columns[i])) {
      g_string_append_printf (sql, ", %s", table->columns[i].name);
      g_string_append_printf (filled, "%s%s IS NOT NULL", filled->len > 0 ? " OR " : "",
                              table->columns[i].name);
    }
  if (filled->len == 0)
    return TRUE;
  g_string_append_printf (sql, " FROM %s AS t WHERE %s ORDER BY id", table->name, filled->str);
  g_autoptr (TkQuery) query = tk_data_query_new (database, table->name, sql->str, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;
  if (rows == NULL)
    return FALSE;
  take (texts, table, rows);
  return TRUE;
}

TkTexts *
tk_texts_new (TkDatabase *database, const TkTables *tables, GError **error)
{
  g_autoptr (TkTexts) texts = g_new0 (TkTexts, 1);

  texts->arena = tk_arena_new ();
  texts->all = g_array_new (FALSE, FALSE, sizeof (TkCheckText));
  for (guint i = 0; i < tables->n_tables; i++)
    if (!read_table (texts, database, &tables->tables[i], error))
      return NULL;
  return g_steal_pointer (&texts);
}

void
tk_texts_free (TkTexts *texts)
{
  if (texts == NULL)
    return;
  tk_arena_free (texts->arena);
  g_array_unref (texts->all);
  g_free (texts);
}

char *
tk_texts_around_new (const char *text, const char *at, gsize length)
{
  const char *from = at, *to = at + length;

  for (int i = 0; from > text && (i < AROUND || from[-1] != ' '); i++)
    from = g_utf8_prev_char (from);
  for (int i = 0; *to != '\0' && (i < AROUND || *to != ' '); i++)
    to = g_utf8_next_char (to);
  g_autofree char *part = g_strndup (from, (gsize) (to - from));
  return g_strconcat (from > text ? "… " : "", part, *to != '\0' ? " …" : "", NULL);
}
