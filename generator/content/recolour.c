/* Comes in: the complete tree, and the colours of the template that a query may change. Goes out: the tree in
 * the colours that the records say. What the template owns stays as it is: what has a changed colour is
 * copied, once. */
#include <glib/gi18n.h>
#include <string.h>

#include "chart.h"
#include "error.h"
#include "maker.h"

typedef struct {
  guint32 from, to; /* 0xRRGGBB */
} Change;

typedef struct {
  TkMaker *maker;
  const Change *changes;
  guint n_changes;
  GHashTable *copies; /* what is copied, to its copy; a copy to itself, so that nothing changes twice */
} Recolouring;

/* What the records say. */

static gboolean
parse_colour (const TkValue *value, guint32 *ret_colour)
{
  const char *text = value->kind == TK_VALUE_TEXT ? value->text : "";

  if (strlen (text) != strlen ("#000000") || *text != '#')
    return FALSE;
  for (const char *digit = text + 1; *digit != '\0'; digit++)
    if (!g_ascii_isxdigit (*digit))
      return FALSE;
  *ret_colour = (guint32) g_ascii_strtoull (text + 1, NULL, 16);
  return TRUE;
}

/* @change->to is left as it is where the records say nothing. */
static gboolean
ask (TkMaker *maker, const TkQueriedColour *queried, Change *change, GError **error)
{
  const TkTemplateQuery *query = &maker->template->queries[queried->query];
  g_autoptr (TkRows) rows = tk_content_query_rows_new (maker, queried->query, queried->use, error);

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0 || rows->cells[0].kind == TK_VALUE_NULL
      || parse_colour (&rows->cells[0], &change->to))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
               _ ("%s: “%s”, which the query yields for the colour “%s”, is no colour; let it yield six "
                  "hexadecimal digits (#000000), or NULL"),
               query->place, rows->cells[0].text, queried->name);
  return FALSE;
}

/* What has colours. */

static gboolean
find_change (const Recolouring *recolouring, guint32 colour, guint32 *ret_colour)
{
  for (guint i = 0; i < recolouring->n_changes; i++)
    if (recolouring->changes[i].from == colour) {
      *ret_colour = recolouring->changes[i].to;
      return TRUE;
    }
  return FALSE;
}

static void
change_signed (const Recolouring *recolouring, gint32 *colour)
{
  guint32 to;

  if (*colour >= 0 && find_change (recolouring, (guint32) *colour, &to))
    *colour = (gint32) to;
}

/* What stands in the place of @original. *@ret_fresh: it is a copy that has not been changed yet. */
static gpointer
copy_once (Recolouring *recolouring, gconstpointer original, gsize size, gboolean *ret_fresh)
{
  gpointer copy = g_hash_table_lookup (recolouring->copies, original);

  *ret_fresh = copy == NULL;
  if (copy != NULL)
    return copy;
  copy = tk_arena_copy (recolouring->maker->arena, original, size);
  g_hash_table_insert (recolouring->copies, (gpointer) original, copy);
  g_hash_table_insert (recolouring->copies, copy, copy);
  return copy;
}

static const TkStyle *
recolour_style (Recolouring *recolouring, const TkStyle *style)
{
  gboolean fresh;
  guint32 colour;

  if (style == NULL || !find_change (recolouring, style->colour, &colour))
    return style;
  TkStyle *copy = copy_once (recolouring, style, sizeof *style, &fresh);
  if (fresh)
    copy->colour = colour;
  return copy;
}

static const TkBoxLook *
recolour_box (Recolouring *recolouring, const TkBoxLook *look)
{
  gboolean fresh;
  TkBoxLook *copy = copy_once (recolouring, look, sizeof *look, &fresh);

  if (fresh) {
    find_change (recolouring, look->background, &copy->background);
    find_change (recolouring, look->colour, &copy->colour);
  }
  return copy;
}

static const TkTableLook *
recolour_table (Recolouring *recolouring, const TkTableLook *look)
{
  gboolean fresh;

  if (look == NULL)
    return NULL;
  TkTableLook *copy = copy_once (recolouring, look, sizeof *look, &fresh);
  if (fresh) {
    change_signed (recolouring, &copy->zebra);
    change_signed (recolouring, &copy->head_fill);
  }
  return copy;
}

static const TkColumnSet *
recolour_columns (Recolouring *recolouring, const TkColumnSet *set)
{
  gboolean fresh;
  TkColumnSet *copy = copy_once (recolouring, set, sizeof *set, &fresh);

  if (fresh)
    find_change (recolouring, set->rule_colour, &copy->rule_colour);
  return copy;
}

static const TkChart *
recolour_chart (Recolouring *recolouring, const TkChart *chart)
{
  gboolean fresh;
  TkChart *copy = copy_once (recolouring, chart, sizeof *chart, &fresh);

  if (fresh) {
    copy->style = recolour_style (recolouring, chart->style);
    if (chart->coloured)
      find_change (recolouring, chart->colour, &copy->colour);
  }
  return copy;
}

/* All masters are copied: they know each other by their addresses. */
static const TkMaster *
recolour_master (Recolouring *recolouring, const TkMaster *master)
{
  gboolean fresh;

  if (master == NULL)
    return NULL;
  TkMaster *copy = copy_once (recolouring, master, sizeof *master, &fresh);
  if (!fresh)
    return copy;
  copy->folio = recolour_style (recolouring, master->folio);
  copy->line_number_style = recolour_style (recolouring, master->line_number_style);
  copy->running = recolour_master (recolouring, master->running);
  find_change (recolouring, master->frame.colour, &copy->frame.colour);
  return copy;
}

static void recolour_node (Recolouring *recolouring, TkNode *node);

/* Nodes beside the tree are the document's, too, and constant only to those who read it. */
static void
recolour_beside (Recolouring *recolouring, const TkNode *node)
{
  if (node != NULL)
    recolour_node (recolouring, (TkNode *) node);
}

static void
recolour_node (Recolouring *recolouring, TkNode *node)
{
  node->style = recolour_style (recolouring, node->style);
  if (node->kind == TK_NODE_TABLE) {
    node->look = recolour_table (recolouring, node->look);
    recolour_beside (recolouring, node->continued);
    recolour_beside (recolouring, node->carried);
    recolour_beside (recolouring, node->brought);
  } else if (node->kind == TK_NODE_BOX)
    node->box = recolour_box (recolouring, node->box);
  else if (node->kind == TK_NODE_COLUMNS)
    node->column_set = recolour_columns (recolouring, node->column_set);
  else if (node->kind == TK_NODE_CHART)
    node->chart = recolour_chart (recolouring, node->chart);
  else if (node->kind == TK_NODE_PAGE_BREAK)
    node->master = recolour_master (recolouring, node->master);
  for (guint i = 0; i < node->n_runs; i++)
    if (node->runs[i].reference != NULL && node->runs[i].reference->kind == TK_REFER_NOTE)
      recolour_beside (recolouring, node->runs[i].reference->target);
  for (TkNode *child = node->first; child != NULL; child = child->next)
    recolour_node (recolouring, child);
}

/* The document. */

static void
recolour_running (Recolouring *recolouring, TkDocument *document)
{
  TkRunningLine *lines = tk_arena_array (document->arena, TkRunningLine, document->n_running + 1);

  for (guint i = 0; i < document->n_running; i++) {
    TkRunning *where = tk_arena_copy (document->arena, document->running[i].where, sizeof (TkRunning));
    where->style = recolour_style (recolouring, where->style);
    where->master = recolour_master (recolouring, where->master);
    lines[i] = (TkRunningLine){where, document->running[i].text};
    recolour_beside (recolouring, lines[i].text);
  }
  document->running = lines;
}

/* A colour of the records has no inks of its own: those were for the other. */
static void
drop_spots (const Recolouring *recolouring, TkDocument *document)
{
  TkSpotColour *spots = tk_arena_array (document->arena, TkSpotColour, document->n_spots + 1);
  guint n = 0, to;

  for (guint i = 0; i < document->n_spots; i++)
    if (!find_change (recolouring, document->spots[i].colour, &to))
      spots[n++] = document->spots[i];
  document->spots = spots;
  document->n_spots = n;
}

static void
recolour_document (Recolouring *recolouring, TkDocument *document)
{
  document->master = recolour_master (recolouring, document->master);
  recolour_node (recolouring, document->root);
  recolour_running (recolouring, document);
  recolour_beside (recolouring, document->watermark);
  drop_spots (recolouring, document);
}

gboolean
tk_content_recolour (TkMaker *maker, GError **error)
{
  const TkTemplate *template = maker->template;
  g_autofree Change *changes = g_new0 (Change, template->n_queried + 1);
  Recolouring recolouring = {.maker = maker, .changes = changes};

  for (guint i = 0; i < template->n_queried; i++) {
    Change change = {template->queried[i].colour, template->queried[i].colour};
    if (!ask (maker, &template->queried[i], &change, error))
      return FALSE;
    if (change.to != change.from)
      changes[recolouring.n_changes++] = change;
  }
  if (recolouring.n_changes == 0)
    return TRUE;
  recolouring.copies = g_hash_table_new (NULL, NULL);
  recolour_document (&recolouring, maker->document);
  g_hash_table_unref (recolouring.copies);
  return TRUE;
}
