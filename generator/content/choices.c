/* Comes in: a layout and the records. Goes out: what it can be made for. Builds no document. */
#include "content.h"

/* The first column of @rows, each value once. */
static GPtrArray *
take_values (const TkRows *rows)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < rows->n_rows && rows->n_columns > 0; i++) {
    const TkValue *value = &rows->cells[(gsize) i * rows->n_columns];
    if (value->kind != TK_VALUE_NULL
        && !g_ptr_array_find_with_equal_func (values, value->text, g_str_equal, NULL))
      g_ptr_array_add (values, g_strdup (value->text));
  }
  g_ptr_array_add (values, NULL);
  return values;
}

GStrv
tk_content_choices_new (const TkTemplate *template, TkDatabase *database, GError **error)
{
  const TkParameter *parameter = template->n_parameters > 0 ? &template->parameters[0] : NULL;

  if (parameter == NULL || parameter->sql == NULL)
    return g_new0 (char *, 1);
  g_autoptr (TkQuery) query = tk_data_query_new (database, parameter->place, parameter->sql, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;
  return rows != NULL ? (GStrv) g_ptr_array_free (take_values (rows), FALSE) : NULL;
}
