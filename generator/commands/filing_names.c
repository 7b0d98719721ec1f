/* Comes in: the words of a paper, the records. Goes out: the names in it. Must not know what is done with
 * them. */
#include "filing_names.h"

#include <string.h>

/* The name to give, and a spelling to look for. */
static const char persons[] = "SELECT name, name FROM person UNION SELECT person.name, text FROM person_name "
                              "JOIN person ON person.id = person_name.person ORDER BY 1";
static const char organisations[] =
    "SELECT name, name FROM org WHERE coalesce (generic, 0) = 0 UNION SELECT org.name, text "
    "FROM org_name JOIN org ON org.id = org_name.org WHERE org_name.kind = 'CHINH_THUC' "
    "AND coalesce (generic, 0) = 0 ORDER BY 1";
static const char places[] = "SELECT name, name FROM place UNION SELECT place.name, text FROM place_name "
                             "JOIN place ON place.id = place_name.place ORDER BY 1";

static const char bodies[] = "SELECT code FROM org WHERE fold_tone (name) = fold_tone (:author) "
                             "UNION SELECT code FROM org_name JOIN org ON org.id = org_name.org "
                             "WHERE fold_tone (text) = fold_tone (:author)";

/* One blank for each gap; letters of heads are capitals, so both are kept. */
static char *
smooth (const char *text)
{
  g_autoptr (GString) smooth = g_string_sized_new (strlen (text));
  gboolean gap = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar c = g_utf8_get_char (at);
    if (g_unichar_isspace (c)) {
      gap = TRUE;
      continue;
    }
    if (gap && smooth->len > 0)
      g_string_append_c (smooth, ' ');
    gap = FALSE;
    g_string_append_unichar (smooth, c);
  }
  return g_string_free (g_steal_pointer (&smooth), FALSE);
}

/* "Hà Nam" is not in "Hà Namur". */
static gboolean
has_word (const char *text, const char *name)
{
  const gsize length = strlen (name);

  for (const char *at = text; length > 0 && (at = strstr (at, name)) != NULL; at += length) {
    const gunichar before = at > text ? g_utf8_get_char (g_utf8_prev_char (at)) : ' ';
    if (!g_unichar_isalnum (before) && !g_unichar_isalnum (g_utf8_get_char (at + length)))
      return TRUE;
  }
  return FALSE;
}

/* Heads print names in capitals. */
static gboolean
names (const char *text, const char *name)
{
  g_autofree char *capitals = g_utf8_strup (name, -1);

  return has_word (text, name) || has_word (text, capitals);
}

static GStrv
find_new (TkDatabase *database, const char *sql, const char *text, GError **error)
{
  g_autoptr (TkQuery) query = tk_data_query_new (database, "archive", sql, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, NULL, error) : NULL;
  if (rows == NULL)
    return NULL;
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  const char *last = NULL;

  for (guint i = 0; i < rows->n_rows; i++) {
    const char *name = rows->cells[2 * i].text, *spelling = rows->cells[2 * i + 1].text;
    if (g_strcmp0 (name, last) == 0 || !names (text, spelling))
      continue;
    g_ptr_array_add (found, g_strdup (name));
    last = name;
  }
  g_ptr_array_add (found, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&found), FALSE);
}

gboolean
tk_filing_find_names (TkDatabase *database, const char *text, TkFiling *filing, GError **error)
{
  g_autofree char *words = smooth (text);

  return (filing->persons = find_new (database, persons, words, error)) != NULL
         && (filing->organisations = find_new (database, organisations, words, error)) != NULL
         && (filing->places = find_new (database, places, words, error)) != NULL;
}

gboolean
tk_filing_find_body (TkDatabase *database, const char *author, TkFiling *filing, GError **error)
{
  const TkValue name = {TK_VALUE_TEXT, .text = author};
  g_autoptr (TkQuery) query = NULL;

  if (author == NULL)
    return TRUE;
  query = tk_data_query_new (database, "archive", bodies, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &name, error) : NULL;
  if (rows != NULL && rows->n_rows == 1)
    filing->body = g_strdup (rows->cells[0].text);
  return rows != NULL;
}
