/* Comes in: a document. Goes out: its tree as text, one node a line, for tests. */
#include "node.h"

static const char *const kinds[] = {
    [TK_NODE_DOCUMENT] = "document",     [TK_NODE_SECTION] = "section", [TK_NODE_HEADING] = "heading",
    [TK_NODE_PARAGRAPH] = "paragraph",   [TK_NODE_LIST] = "list",       [TK_NODE_ITEM] = "item",
    [TK_NODE_TABLE] = "table",           [TK_NODE_ROW] = "row",         [TK_NODE_CELL] = "cell",
    [TK_NODE_FIGURE] = "figure",         [TK_NODE_SIDES] = "sides",     [TK_NODE_RULE] = "rule",
    [TK_NODE_SPACE] = "space",           [TK_NODE_KEEP] = "keep",       [TK_NODE_FILLERS] = "fillers",
    [TK_NODE_PAGE_BREAK] = "page-break", [TK_NODE_COLUMNS] = "columns", [TK_NODE_NOTE] = "note",
    [TK_NODE_CONTENTS] = "contents",     [TK_NODE_ENTRY] = "entry",     [TK_NODE_ALBUM] = "album",
    [TK_NODE_PLACE] = "place",           [TK_NODE_BOX] = "box",         [TK_NODE_CHART] = "chart",
    [TK_NODE_PAPER] = "paper",
};

static void
print_length (GString *to, const char *name, TkUnit length)
{
  if (length != 0)
    g_string_append_printf (to, " %s=%.2fpt", name, length / 1024.0);
}

static void
print_reference (GString *to, const TkReference *reference)
{
  static const char *const refers[] = {"note", "", "page "};
  const TkNode *target = reference->target;

  g_string_append_printf (to, "⇒%s", refers[reference->kind]);
  if (reference->kind == TK_REFER_NOTE || target == NULL)
    return;
  g_string_append_printf (to, "%s", kinds[target->kind]);
  if (target->n_runs > 0)
    g_string_append_printf (to, " “%.40s”", target->runs[0].text);
}

static void
print_run (GString *to, const TkRun *run)
{
  static const char *const fields[] = {" {page}", " {pages}", " {heading}"};

  if (run->flags & TK_RUN_BREAK) {
    g_string_append (to, " ⏎");
    return;
  }
  if (run->reference != NULL && run->reference->kind >= TK_REFER_FOLIO) {
    g_string_append (to, fields[run->reference->kind - TK_REFER_FOLIO]);
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
  if (run->place != NULL)
    g_string_append (to, "⚑");
  if (run->reference != NULL)
    print_reference (to, run->reference);
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
    g_string_append_printf (to, " %s%s", aligns[column->align], column->decimal ? " decimal" : "");
  }
}

static void
print_look (GString *to, const TkTableLook *look)
{
  static const char *const rules[] = {"all", "rows", "head", "none"};

  g_string_append_printf (to, " rules=%s", rules[look->rules]);
  if (look->zebra >= 0)
    g_string_append_printf (to, " zebra=#%06x", (guint) look->zebra);
  if (look->head_fill >= 0)
    g_string_append_printf (to, " head=#%06x", (guint) look->head_fill);
  print_length (to, "smallest", look->smallest);
  g_string_append (to, look->turns ? " wide=turn" : "");
}

static void
print_framing (GString *to, const TkFraming *framing)
{
  static const char *const sides[] = {"", " caption left", " caption right"};

  if (framing->ratio.width != 0)
    g_string_append_printf (to, " %d:%d about %d,%d‰", framing->ratio.width, framing->ratio.height,
                            framing->focus_x, framing->focus_y);
  if (framing->lowest.width != 0)
    g_string_append_printf (to, " lowest %d:%d", framing->lowest.width, framing->lowest.height);
  if (framing->tallest.width != 0)
    g_string_append_printf (to, " tallest %d:%d", framing->tallest.width, framing->tallest.height);
  g_string_append (to, sides[framing->side]);
}

static void
print_album (GString *to, const TkAlbumStyle *album)
{
  if (album->columns != 0)
    g_string_append_printf (to, " columns=%d", album->columns);
  print_length (to, "row-height", album->row_height);
  print_length (to, "gap", album->gap);
  g_string_append (to, album->fill ? " fill" : "");
  g_string_append (to, album->centred ? " centred" : "");
}

static void
print_box (GString *to, const TkBoxLook *box)
{
  if (box->filled)
    g_string_append_printf (to, " background=#%06X", box->background);
  print_length (to, "border", box->border);
  if (box->border > 0)
    g_string_append_printf (to, " #%06X", box->colour);
  g_string_append (to, box->border > 0 && box->ends ? " ends" : "");
  g_string_append (to, box->border > 0 && box->twice ? " double" : "");
  print_length (to, "padding", box->padding);
  print_length (to, "width", box->width);
  print_length (to, "height", box->height);
  g_string_append (to, box->quote ? " quote" : "");
}

/* What nodes of one kind alone have. */
static void
print_kind (GString *to, const TkNode *node)
{
  static const char *const markings[] = {"none", "dash", "plus", "number", "letter"};

  switch ((guint) node->kind) {
  case TK_NODE_LIST:
    g_string_append_printf (to, " %s", markings[node->marking]);
    break;
  case TK_NODE_HEADING:
    g_string_append (to, node->outline ? " outline" : "");
    break;
  case TK_NODE_ROW:
    g_string_append (to, node->head ? " head" : "");
    g_string_append (to, node->leads ? " leads" : "");
    g_string_append (to, node->total ? " total" : "");
    break;
  case TK_NODE_PAGE_BREAK:
    if (node->master != NULL)
      g_string_append_printf (to, " master=%s", node->master->name);
    g_string_append (to, node->right_page ? " right" : node->back_page ? " back" : "");
    g_string_append (to, node->column_only ? " of a column" : "");
    break;
  case TK_NODE_CELL:
    g_string_append (to, node->names_row ? " names row" : "");
    if (node->span > 1)
      g_string_append_printf (to, " span=%d", node->span);
    if (node->rows > 1)
      g_string_append_printf (to, " rows=%d", node->rows);
    g_string_append (to, node->turned ? " turned" : "");
    break;
  case TK_NODE_TABLE:
  case TK_NODE_SIDES:
    g_string_append (to, node->plain ? " plain" : "");
    if (node->kind == TK_NODE_TABLE && node->look != NULL)
      print_look (to, node->look);
    print_columns (to, node);
    break;
  case TK_NODE_COLUMNS:
    g_string_append_printf (to, " %d columns%s", node->column_set->n,
                            node->column_set->ragged ? ", ragged" : "");
    g_string_append (to, node->column_set->page_notes ? ", notes of the page" : "");
    break;
  case TK_NODE_FIGURE:
    if (node->path != NULL)
      g_string_append_printf (to, " <%s>", node->path);
    if (node->alt != NULL)
      g_string_append_printf (to, " alt=\"%s\"", node->alt);
    print_length (to, "width", node->width);
    print_length (to, "height", node->height);
    if (node->around != TK_AROUND_NONE)
      g_string_append (to, node->around == TK_AROUND_LEFT ? " around=left" : " around=right");
    if (node->framing != NULL)
      print_framing (to, node->framing);
    break;
  case TK_NODE_CHART:
    if (node->alt != NULL)
      g_string_append_printf (to, " alt=\"%s\"", node->alt);
    print_length (to, "height", node->height);
    break;
  case TK_NODE_FILLERS:
    g_string_append (to, node->reserve ? " in reserve" : "");
    break;
  case TK_NODE_BOX:
    print_box (to, node->box);
    break;
  case TK_NODE_ALBUM:
    print_album (to, node->album);
    break;
  case TK_NODE_PAPER:
    g_string_append_printf (to, " “%s” on %s", node->bound->heading->runs[0].text, node->bound->master->name);
    if (node->bound->running != NULL)
      g_string_append_printf (to, " running as %s", node->bound->running->name);
    if (node->language != NULL)
      g_string_append_printf (to, " in %s", node->language);
    break;
  case TK_NODE_RULE:
  case TK_NODE_SPACE:
    print_length (to, "length", node->rule_length);
    if (node->rule_permille != 0)
      g_string_append_printf (to, " %d‰", node->rule_permille);
    print_length (to, "thickness", node->rule_thickness);
    break;
  default:
    break;
  }
}

static void
print_details (GString *to, const TkNode *node)
{
  const gboolean levelled = node->kind == TK_NODE_HEADING || node->kind == TK_NODE_SECTION
                            || node->kind == TK_NODE_ENTRY || node->kind == TK_NODE_PAPER;

  if (levelled && node->level != 0)
    g_string_append_printf (to, " %d", node->level);
  if (node->style != NULL)
    g_string_append_printf (to, " (%s%s)", node->style->name,
                            node->style->keep_with_next && node->kind == TK_NODE_PARAGRAPH ? ", with next"
                                                                                           : "");
  if (node->label != NULL)
    g_string_append_printf (to, " '%s'", node->label);
  print_kind (to, node);
  if (node->floating != TK_FLOATING_NONE)
    g_string_append (to, node->floating == TK_FLOATING_TOP ? " float top" : " float foot");
  g_string_append (to, node->across ? " across" : "");
  if (node->anchor != NULL && node->anchor->name != NULL)
    g_string_append_printf (to, " #%s", node->anchor->name);
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
print_running (GString *to, const TkDocument *document, const TkRunningLine *line)
{
  const TkNode *paper = line->paper;
  const TkMaster *master = line->where->master;
  g_autoptr (GString) what = g_string_new ("running");

  if (master != (paper != NULL ? paper->bound->master : document->master))
    g_string_append_printf (what, " on %s", master->name);
  if (paper != NULL)
    g_string_append_printf (what, " of “%s”", paper->bound->heading->runs[0].text);
  print_beside (to, what->str, line->text, 0);
}

/* A line for each row that has them. */
static void
print_sums (GString *to, const TkNode *table, int depth)
{
  for (const TkNode *row = table->first; row != NULL; row = row->next) {
    if (row->sums == NULL)
      continue;
    g_string_append_printf (to, "%*ssums:", depth * 2, "");
    for (guint i = 0; i < table->n_columns - table->first_sum; i++)
      for (guint k = 0; k < row->sums[i].n_runs; k++)
        print_run (to, &row->sums[i].runs[k]);
    g_string_append_c (to, '\n');
  }
}

static void
print_node (GString *to, const TkNode *node, int depth)
{
  g_string_append_printf (to, "%*s%s", depth * 2, "", kinds[node->kind]);
  print_details (to, node);
  for (guint i = 0; i < node->n_runs; i++)
    print_run (to, &node->runs[i]);
  g_string_append_c (to, '\n');
  for (guint i = 0; i < node->n_runs; i++) {
    const TkReference *reference = node->runs[i].reference;
    if (reference != NULL && reference->kind == TK_REFER_NOTE)
      print_node (to, reference->target, depth + 1);
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    print_node (to, child, depth + 1);
  if (node->kind == TK_NODE_PAPER)
    print_beside (to, "watermark", node->bound->watermark, depth + 1);
  if (node->kind != TK_NODE_TABLE)
    return;
  print_sums (to, node, depth + 1);
  print_beside (to, "continued", node->continued, depth + 1);
  print_beside (to, "carried", node->carried, depth + 1);
  print_beside (to, "brought", node->brought, depth + 1);
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
  for (guint i = 0; i < document->n_spots; i++) {
    const TkSpotColour *spot = &document->spots[i];
    g_string_append_printf (to, "inks of #%06X: %d %d %d %d\n", spot->colour, spot->inks[0], spot->inks[1],
                            spot->inks[2], spot->inks[3]);
  }
  for (guint i = 0; i < document->n_running; i++)
    print_running (to, document, &document->running[i]);
  print_beside (to, "watermark", document->watermark, 0);
  print_node (to, document->root, 0);
  return g_string_free (g_steal_pointer (&to), FALSE);
}
