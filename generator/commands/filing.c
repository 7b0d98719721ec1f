/* Comes in: a document, its words, the records. Goes out: under what it is filed. Must not know of a store.
 */
#include "filing.h"

#include <stdlib.h>
#include <string.h>

#include "digest.h"
#include "filing_names.h"

void
tk_filing_free (TkFiling *filing)
{
  if (filing == NULL)
    return;
  g_free (filing->id);
  g_free (filing->date);
  g_free (filing->number);
  g_free (filing->body);
  g_strfreev (filing->persons);
  g_strfreev (filing->organisations);
  g_strfreev (filing->places);
  g_free (filing);
}

/* Codes, and nothing that is printed: a paper whose words were set otherwise is the same paper. */
static gboolean
is_code (const TkSetting *setting)
{
  const char *value = setting->value;

  return value != NULL && *value != '\0' && g_ascii_isalnum (*value) && strcmp (setting->name, "variant") != 0
         && strcmp (setting->name, "symbol") != 0 && strcmp (setting->name, "subject") != 0
         && strspn (value, "abcdefghijklmnopqrstuvwxyz0123456789-._") == strlen (value);
}

/* Names of folders have an end: what is cut off stands in a sum of all of it. */
static char *
shorten (const char *id)
{
  enum { MOST = 120, DIGITS = 12 };

  if (strlen (id) <= MOST)
    return g_strdup (id);
  g_autofree char *sum = tk_digest_new (id, strlen (id));
  return g_strdup_printf ("%.*s-%.*s", MOST - DIGITS - 1, id, DIGITS, sum);
}

char *
tk_filing_id_new (const char *layout, const TkDocument *document)
{
  g_autofree char *name = g_ascii_strdown (layout, -1);
  g_autoptr (GString) id = g_string_new (g_strcanon (name, "abcdefghijklmnopqrstuvwxyz0123456789-._", '-'));

  for (guint i = 0; i < document->n_settings; i++)
    if (is_code (&document->settings[i]))
      g_string_append_printf (id, "-%s", document->settings[i].value);
  return shorten (id->str);
}

/* A parameter that says when, and how: the year under which the paper is filed, and the day of its event. The
 * first one that the paper has decides. */
static const struct {
  const char *parameter, *sql;
} when[] = {
    {"event", "SELECT date_from, date_from FROM event WHERE code = :code"},
    {"issue", "SELECT coalesce (year, date), NULL FROM bulletin_issue WHERE code = :code"},
    {"period", "SELECT coalesce (date_to, date_from), NULL FROM period WHERE code = :code"},
    {"term", "SELECT coalesce (date_to, year_to), NULL FROM term WHERE code = :code"},
    {"document",
     "SELECT coalesce (event.date_from, period.date_to, document.date), event.date_from FROM document "
     "LEFT JOIN event ON event.id = document.event LEFT JOIN period ON period.id = document.period "
     "WHERE document.code = :code"},
    {"year", "SELECT :code, NULL"},
};

static const char *
find_setting (const TkDocument *document, const char *name)
{
  for (guint i = 0; i < document->n_settings; i++)
    if (strcmp (document->settings[i].name, name) == 0)
      return document->settings[i].value;
  return NULL;
}

/* Of "2022-08-19" or "2022" 2022; 0 for what is no year. */
static int
parse_year (const char *text)
{
  const int year = text != NULL && strspn (text, "0123456789") == 4 ? atoi (text) : 0;

  return year >= 1000 ? year : 0;
}

static gboolean
ask_year (TkDatabase *database, const char *sql, const char *code, TkFiling *filing, GError **error)
{
  const TkValue value = {.kind = TK_VALUE_TEXT, .text = code};
  g_autoptr (TkQuery) query = tk_data_query_new (database, "archive", sql, error);
  g_autoptr (TkRows) rows = query != NULL ? tk_data_rows_new (query, &value, error) : NULL;

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows > 0) {
    filing->year = parse_year (rows->cells[0].text);
    filing->date = filing->year != 0 ? g_strdup (rows->cells[1].text) : NULL;
  }
  return TRUE;
}

static gboolean
find_year (TkFiling *filing, const TkDocument *document, TkDatabase *database, GError **error)
{
  for (gsize i = 0; filing->year == 0 && i < G_N_ELEMENTS (when); i++) {
    const char *code = find_setting (document, when[i].parameter);
    if (code != NULL && *code != '\0' && !ask_year (database, when[i].sql, code, filing, error))
      return FALSE;
  }
  if (filing->year != 0)
    return TRUE;
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (document->date);
  filing->year = g_date_time_get_year (day);
  return TRUE;
}

/* A paper whose date was never written down is no older or newer for being made today: of it, no more is
 * known than the day of its event, or its year. */
static void
settle_date (TkFiling *filing, const TkDocument *document)
{
  g_autoptr (GDateTime) day = g_date_time_new_from_unix_utc (document->date);

  if (!document->dated && filing->date != NULL)
    return;
  g_free (filing->date);
  filing->date = document->dated ? g_date_time_format (day, "%Y-%m-%d")
                                 : g_strdup_printf ("%04d", filing->year);
}

static char *
words_new (const TkNode *node)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < node->n_runs; i++)
    g_string_append (words, node->runs[i].text);
  return g_strdup (g_strstrip (words->str));
}

/* Cell 3 of the letterhead (NĐ 30/2020, phụ lục I, II.3): "Số: 15/BC-LHTV". Room for a number begins with a
 * blank that is no ASCII. */
static char *
parse_number (const char *words)
{
  static const char before[] = "Số:";

  if (!g_str_has_prefix (words, before))
    return NULL;
  g_autofree char *number = g_strstrip (g_strdup (words + strlen (before)));
  return g_ascii_isdigit (*number) && strchr (number, '/') != NULL ? g_steal_pointer (&number) : NULL;
}

/* The letterhead comes before all else: a number behind the title, or on a further page, is that of another
 * paper, as in the book of a year. */
static gboolean
ends_head (const TkNode *node)
{
  return node->title || node->kind == TK_NODE_HEADING || node->kind == TK_NODE_CONTENTS
         || node->kind == TK_NODE_PAGE_BREAK;
}

/* *@ret_number: (transfer full). FALSE: there is nothing more to look for. */
static gboolean
find_number (const TkNode *node, gboolean sides, char **ret_number)
{
  if (ends_head (node))
    return FALSE;
  if (sides && node->kind == TK_NODE_PARAGRAPH) {
    g_autofree char *words = words_new (node);
    *ret_number = parse_number (words);
    return *ret_number == NULL;
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!find_number (child, sides || child->kind == TK_NODE_SIDES, ret_number))
      return FALSE;
  return TRUE;
}

TkFiling *
tk_filing_new (const char *id, const char *layout, const TkDocument *document, const char *text,
               TkDatabase *database, GError **error)
{
  g_autoptr (TkFiling) filing = g_new0 (TkFiling, 1);

  filing->id = id != NULL ? g_strdup (id) : tk_filing_id_new (layout, document);
  find_number (document->root, FALSE, &filing->number);
  if (!find_year (filing, document, database, error)
      || !tk_filing_find_body (database, document->author, filing, error)
      || !tk_filing_find_names (database, text, filing, error))
    return NULL;
  settle_date (filing, document);
  return g_steal_pointer (&filing);
}
