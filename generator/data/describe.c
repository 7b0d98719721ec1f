/* Comes in: the schema in the program. Goes out: what its tables and columns
 * are, as text to read. */
#include <glib/gi18n.h>

#include "cell.h"
#include "connection.h"
#include "database.h"
#include "error.h"
#include "schema.h"
#include "table.h"

const char *
tk_data_schema (void)
{
  return tk_schema;
}

static gboolean
is_named (const char *name, const char *title, const char *asked)
{
  g_autofree char *a = g_utf8_casefold (title, -1), *b = g_utf8_casefold (asked, -1);

  return g_str_equal (name, asked) || g_str_equal (a, b);
}

static const char *
name_kind (const TkTableColumn *column)
{
  if (column->target != NULL)
    return _ ("code");
  if (column->date)
    return _ ("date");
  if (column->file)
    return _ ("file");
  if (column->kind == TK_COLUMN_TEXT)
    return _ ("text");
  return column->kind == TK_COLUMN_REAL ? _ ("number") : _ ("whole number");
}

/* The width of @text on a terminal is its length: Vietnamese has no wide letters. What is too long goes on,
 * after a space. */
static void
append_padded (GString *to, const char *text, int width)
{
  g_string_append (to, text);
  for (int i = MIN ((int) g_utf8_strlen (text, -1), width - 1); i < width; i++)
    g_string_append_c (to, ' ');
}

static void
append_column (GString *to, const TkTableColumn *column)
{
  g_string_append (to, column->key ? "  * " : column->required ? "  + " : "    ");
  append_padded (to, column->name, 20);
  append_padded (to, column->title, 26);
  append_padded (to, name_kind (column), 14);
  g_string_append (to, column->about != NULL ? _ (column->about) : "");
  if (column->target != NULL)
    g_string_append_printf (to, " → %s", column->target);
  if (column->allowed != NULL) {
    g_autofree char *list = g_strjoinv (" ", column->allowed);
    g_string_append_printf (to, "\n%*s%s", 24, "", list);
  }
  g_string_append_c (to, '\n');
}

static void
append_table (GString *to, const TkTable *table)
{
  g_string_append_printf (to, "%s%s · %s\n", to->len > 0 ? "\n" : "", table->name, table->title);
  if (table->about != NULL)
    g_string_append_printf (to, "  %s\n", _ (table->about));
  for (guint i = 0; i < table->n_columns; i++)
    append_column (to, &table->columns[i]);
}

char *
tk_data_describe_new (const char *table, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (TkConnection) connection = tk_connection_empty_new (error);
  g_autoptr (TkTables) tables = connection != NULL ? tk_tables_new (connection, ":memory:", error) : NULL;

  if (tables == NULL)
    return NULL;
  for (guint i = 0; i < tables->n_tables; i++)
    if (table == NULL || is_named (tables->tables[i].name, tables->tables[i].title, table))
      append_table (text, &tables->tables[i]);
  if (text->len == 0) {
    g_autofree char *hint = tk_tables_hint_new (tables, table);
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("there is no table “%s”; “tongket schema” without a name shows all of them%s"), table,
                 hint);
    return NULL;
  }
  g_string_append_printf (text, "\n%s\n",
                          _ ("* part of the key by which a row is known, + must be filled in"));
  return g_string_free (g_steal_pointer (&text), FALSE);
}
