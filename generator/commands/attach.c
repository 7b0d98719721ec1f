/* Comes in: a document that has kept the rows of its tables and charts. Goes out: those rows as files with
 * names, for the PDF. */
#include "attach.h"

#include "feed.h"

static void
clear (gpointer data)
{
  TkAttachment *attachment = data;

  g_free ((char *) attachment->name);
  g_free ((char *) attachment->about);
  g_bytes_unref (attachment->bytes);
}

/* @n: of its kind. */
static void
add (GArray *to, const TkFeed *feed, guint n, const char *ending, const char *kind, GBytes *bytes)
{
  const gboolean chart = feed->node->kind == TK_NODE_CHART;
  const TkAttachment attachment = {
      .name = g_strdup_printf ("%s-%u.%s", chart ? "bieu-do" : "bang", n, ending),
      .kind = kind,
      .about = feed->title != NULL
                   ? g_strdup (feed->title)
                   : g_strdup_printf (chart ? "Số liệu của biểu đồ %u" : "Số liệu của bảng %u", n),
      .bytes = bytes,
      .node = feed->node,
  };

  g_array_append_val (to, attachment);
}

GArray *
tk_attachments_new (const TkDocument *document)
{
  GArray *attachments = g_array_new (FALSE, FALSE, sizeof (TkAttachment));
  guint n_tables = 0, n_charts = 0;

  g_array_set_clear_func (attachments, clear);
  for (guint i = 0; i < document->n_feeds; i++) {
    const TkFeed *feed = &document->feeds[i];
    const guint n = feed->node->kind == TK_NODE_CHART ? ++n_charts : ++n_tables;
    add (attachments, feed, n, "csv", "text/csv", tk_feed_csv_new (feed));
    add (attachments, feed, n, "json", "application/json", tk_feed_json_new (feed, document));
  }
  return attachments;
}
