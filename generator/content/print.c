/* Comes in: a document. Goes out: its tree as text, one node a line, for tests. */
#include <string.h>

#include "node.h"

static const char *const kinds[] = {
    [TK_NODE_DOCUMENT] = "document",   [TK_NODE_SECTION] = "section", [TK_NODE_HEADING] = "heading",
    [TK_NODE_PARAGRAPH] = "paragraph", [TK_NODE_LIST] = "list",       [TK_NODE_ITEM] = "item",
    [TK_NODE_TABLE] = "table",         [TK_NODE_ROW] = "row",         [TK_NODE_CELL] = "cell",
    [TK_NODE_FIGURE] = "figure",       [TK_NODE_SIDES] = "sides",     [TK_NODE_RULE] = "rule",
    [TK_NODE_SPACE] = "space",         [TK_NODE_KEEP] = "keep",       [TK_NODE_PAGE_BREAK] = "page-break",
    [TK_NODE_COLUMNS] = "columns",     [TK_NODE_NOTE] = "note",       [TK_NODE_CHART] = "chart",
};

static void
print_length (GString *to, const char *name, TkUnit length)
{
  if (length != 0)
    g_string_append_printf (to, " %s=%.2fpt", name, length / 1024.0);
}

static void
print_run (GString *to, const TkRun *run)
{
  if (run->flags & TK_RUN_BREAK) {
    g_string_append (to, " ⏎");
    return;
  }
  g_string_append_printf (to, " \"%s\"", run->text);
  for (guint bit = 0; bit < 5; bit++) {
    if (run->flags & (1u << bit))
      g_string_append_c (to, "*/_^,"[bit]);
  }
  if (run->language != NULL)
    g_string_append_printf (to, "@%s", run->language);
  if (run->href != NULL)
    g_string_append_printf (to, "→%s", run->href);
  if (run->origin.table != NULL)
    g_string_append_printf (to, "‹%s.%s %" G_GINT64_FORMAT "›", run->origin.table,
                            run->origin.column != NULL ? run->origin.column : "?", run->origin.row);
}

static void
print_columns (GString *to, const TkNode *node)
{
  static const char *const aligns[] = {"left", "centre", "right", "justify"};

  for (guint i = 0; i < node->n_columns; i++) {
    const TkColumn *column = &node->columns[i];
    if (column->kind == TK_WIDTH_FIXED)
      g_string_append_printf (to, " |%.2fpt", column->width / 1024.0);
    else if (column->kind == TK_WIDTH_SHARE)
      g_string_append_printf (to, " |%d‰", column->width);
    else
      g_string_append (to, " |fit");
    g_string_append_printf (to, " %s", aligns[column->align]);
  }
}

static void
print_details (GString *to, const TkNode *node)
{
  static const char *const markings[] = {"none", "dash", "plus", "number", "letter"};

  if (node->level != 0)
    g_string_append_printf (to, " %d", node->level);
  if (node->style != NULL)
    g_string_append_printf (to, " (%s%s)", node->style->name,
                            node->style->keep_with_next && node->kind == TK_NODE_PARAGRAPH ? ", with next"
                                                                                           : "");
  if (node->kind == TK_NODE_LIST)
    g_string_append_printf (to, " %s", markings[node->marking]);
  if (node->label != NULL)
    g_string_append_printf (to, " '%s'", node->label);
  g_string_append (to, node->outline ? " outline" : "");
  g_string_append (to, node->head ? " head" : "");
  g_string_append (to, node->leads ? " leads" : "");
  g_string_append (to, node->plain ? " plain" : "");
  if (node->span > 1)
    g_string_append_printf (to, " span=%d", node->span);
  print_columns (to, node);
  if (node->path != NULL)
    g_string_append_printf (to, " <%s>", node->path);
  if (node->alt != NULL)
    g_string_append_printf (to, " alt=\"%s\"", node->alt);
  print_length (to, "width", node->width);
  print_length (to, "height", node->height);
  print_length (to, "length", node->rule_length);
  if (node->rule_permille != 0)
    g_string_append_printf (to, " %d‰", node->rule_permille);
  print_length (to, "thickness", node->rule_thickness);
}

static void print_node (GString *to, const TkNode *node, int depth);

static void
print_beside (GString *to, const char *what, const TkNode *node, int depth)
{
  if (node == NULL)
    return;
  g_string_append_printf (to, "%*s%s:\n", depth * 2, "", what);
  print_node (to, node, depth + 1);
}

static void
print_node (GString *to, const TkNode *node, int depth)
{
  g_string_append_printf (to, "%*s%s", depth * 2, "", kinds[node->kind]);
  print_details (to, node);
  for (guint i = 0; i < node->n_runs; i++)
    print_run (to, &node->runs[i]);
  g_string_append_c (to, '\n');
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    print_node (to, child, depth + 1);
  print_beside (to, "continued", node->continued, depth + 1);
  print_beside (to, "carried", node->carried, depth + 1);
  print_beside (to, "brought", node->brought, depth + 1);
  print_beside (to, "sums", node->sums, depth + 1);
}

char *
tk_document_print (const TkDocument *document)
{
  g_autoptr (GString) to = g_string_new (NULL);
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (document->date);
  g_autofree char *day = date != NULL ? g_date_time_format (date, "%Y-%m-%d") : g_strdup ("?");

  g_string_append_printf (to, "title \"%s\" author \"%s\" subject \"%s\" language %s date %s\n",
                          document->title, document->author != NULL ? document->author : "",
                          document->subject != NULL ? document->subject : "", document->language, day);
  print_node (to, document->root, 0);
  return g_string_free (g_steal_pointer (&to), FALSE);
}
