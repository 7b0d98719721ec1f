/* Comes in: rows that a table or a chart was made of. Goes out: the same as CSV or JSON. Must not know how
 * they were come by. */
#include <math.h>
#include <string.h>

#include "chart.h"
#include "csv_line.h"
#include "feed.h"

/* One that is shown together with others has not the title to itself. */
static const char *
find_head (const TkFeed *feed, guint column)
{
  const char *title = feed->columns[column].title;

  for (guint i = 0; i < feed->n_columns && title != NULL; i++)
    if (i != column && g_strcmp0 (feed->columns[i].title, title) == 0)
      title = NULL;
  return title != NULL ? title : feed->columns[column].name;
}

static GBytes *
take_bytes (GString *text)
{
  const gsize size = text->len;

  return g_bytes_new_take (g_string_free (text, FALSE), size);
}

GBytes *
tk_feed_csv_new (const TkFeed *feed)
{
  GString *to = g_string_new (NULL);

  for (guint i = 0; i < feed->n_columns; i++) {
    const TkValue head = {TK_VALUE_TEXT, .text = find_head (feed, i)};
    g_string_append (to, i > 0 ? "," : "");
    tk_csv_append (to, &head);
  }
  g_string_append (to, TK_CSV_END);
  for (guint row = 0; row < feed->n_rows; row++) {
    tk_csv_append_row (to, feed->cells + (gsize) row * feed->n_columns, feed->n_columns);
    g_string_append (to, TK_CSV_END);
  }
  return take_bytes (to);
}

/* ---- JSON ---- */

/* RFC 8259, 7: what must be escaped, and no more. */
static void
append_string (GString *to, const char *text)
{
  g_string_append_c (to, '"');
  for (const char *at = text; *at != '\0'; at++)
    if (*at == '"' || *at == '\\')
      g_string_append_printf (to, "\\%c", *at);
    else if ((guchar) *at < 0x20)
      g_string_append_printf (to, "\\u%04x", (guint) *at);
    else
      g_string_append_c (to, *at);
  g_string_append_c (to, '"');
}

/* A member of an object, unless it is NULL. */
static void
append_member (GString *to, const char *name, const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (to->str[to->len - 1] != '{')
    g_string_append (to, ", ");
  append_string (to, name);
  g_string_append (to, ": ");
  append_string (to, text);
}

static void
append_value (GString *to, const TkValue *value)
{
  if (value->kind == TK_VALUE_TEXT)
    append_string (to, value->text);
  else if (value->kind == TK_VALUE_NULL || (value->kind == TK_VALUE_REAL && !isfinite (value->real)))
    g_string_append (to, "null");
  else
    tk_csv_append (to, value);
}

static void
append_columns (GString *to, const TkFeed *feed)
{
  g_string_append (to, ",\n \"columns\": [");
  for (guint i = 0; i < feed->n_columns; i++) {
    const TkFeedColumn *column = &feed->columns[i];
    g_string_append (to, i > 0 ? ",\n  {" : "\n  {");
    append_member (to, "name", column->name);
    append_member (to, "title", column->title);
    append_member (to, "unit", column->unit);
    g_string_append_c (to, '}');
  }
  g_string_append (to, "\n ]");
}

static void
append_rows (GString *to, const TkFeed *feed)
{
  const TkValue *cell = feed->cells;

  g_string_append (to, ",\n \"rows\": [");
  for (guint row = 0; row < feed->n_rows; row++) {
    g_string_append (to, row > 0 ? ",\n  [" : "\n  [");
    for (guint i = 0; i < feed->n_columns; i++) {
      g_string_append (to, i > 0 ? ", " : "");
      append_value (to, cell++);
    }
    g_string_append_c (to, ']');
  }
  g_string_append (to, "\n ]");
}

GBytes *
tk_feed_json_new (const TkFeed *feed, const TkDocument *document)
{
  GString *to = g_string_new ("{");

  append_member (to, "paper", document->title);
  append_member (to, "kind", feed->node->kind == TK_NODE_CHART ? "chart" : "table");
  append_member (to, "title", feed->title);
  append_member (to, "query", feed->query);
  append_columns (to, feed);
  append_rows (to, feed);
  g_string_append (to, "\n}\n");
  return take_bytes (to);
}
