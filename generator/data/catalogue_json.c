/* Comes in: what was found. Goes out: JSON, by SQLite's own functions (an object a line). Reads no file. */
#include "catalogue_index.h"

#include "error.h"

static const char hit_sql[] =
    "SELECT json_object ('path', ?1, 'id', ?2, 'version', ?3, 'last', json (?4), 'own', json (?5), 'year', "
    "?6,"
    " 'title', nullif (?7, ''), 'kind', nullif (?8, ''), 'number', nullif (?9, ''), 'publisher',"
    " nullif (?10, ''), 'date', nullif (?11, ''), 'page', ?12, 'snippet', ?13)";
static const char counts_sql[] = "SELECT json_object ('found', ?1, 'years', json (?2))";

static TkConnection *
connection_new (void)
{
  TkConnection *connection = NULL;

  sqlite3_open_v2 (":memory:", &connection, SQLITE_OPEN_READWRITE, NULL);
  return connection;
}

static void
bind (TkStatement *statement, int at, const char *text)
{
  sqlite3_bind_text (statement, at, text, -1, SQLITE_STATIC);
}

static gboolean
append_row (GString *to, TkStatement *statement)
{
  if (statement == NULL || sqlite3_step (statement) != SQLITE_ROW)
    return FALSE;
  g_string_append_printf (to, "%s\n", (const char *) sqlite3_column_text (statement, 0));
  return TRUE;
}

static gboolean
append_hit (GString *to, TkConnection *connection, const TkCatalogueHit *hit, const TkSnippet *snippet,
            GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, "JSON", hit_sql, error);
  g_autofree char *text = snippet != NULL ? tk_snippet_print_new (snippet, "«", "»") : NULL;
  const char *const parts[] = {hit->title, hit->kind, hit->number, hit->publisher, hit->date};

  if (statement == NULL)
    return FALSE;
  bind (statement, 1, hit->path);
  bind (statement, 2, hit->id);
  sqlite3_bind_int64 (statement, 3, hit->version);
  bind (statement, 4, hit->last ? "true" : "false");
  bind (statement, 5, hit->own ? "true" : "false");
  sqlite3_bind_int (statement, 6, hit->year);
  for (int i = 0; i < (int) G_N_ELEMENTS (parts); i++)
    bind (statement, 7 + i, parts[i]);
  if (snippet != NULL)
    sqlite3_bind_int64 (statement, 12, snippet->page);
  bind (statement, 13, text);
  if (append_row (to, statement))
    return TRUE;
  tk_connection_fail (connection, "JSON", TK_ERROR_DATA, error);
  return FALSE;
}

static gboolean
append_counts (GString *to, TkConnection *connection, const TkCatalogueFound *found, GError **error)
{
  g_autoptr (TkStatement) statement = tk_connection_statement_new (connection, "JSON", counts_sql, error);
  g_autoptr (GString) years = g_string_new ("{");

  for (guint i = 0; i < found->counts->len; i++) {
    const TkCatalogueCount *count = &g_array_index (found->counts, TkCatalogueCount, i);
    g_string_append_printf (years, "%s\"%d\":%u", i > 0 ? "," : "", count->year, count->n);
  }
  g_string_append_c (years, '}');
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, found->n_found);
  bind (statement, 2, years->str);
  if (append_row (to, statement))
    return TRUE;
  tk_connection_fail (connection, "JSON", TK_ERROR_DATA, error);
  return FALSE;
}

char *
tk_catalogue_json_new (const TkCatalogueFound *found, const GPtrArray *snippets, GError **error)
{
  g_autoptr (TkConnection) connection = connection_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->hits->len; i++)
    if (!append_hit (text, connection, &g_array_index (found->hits, TkCatalogueHit, i),
                     g_ptr_array_index (snippets, i), error))
      return NULL;
  return append_counts (text, connection, found, error) ? g_string_free (g_steal_pointer (&text), FALSE)
                                                        : NULL;
}
