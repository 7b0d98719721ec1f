/* Comes in: a node of any kind. Goes out: its paragraphs and tables, each kind by its own writer. The table
 * below is the place to add one. */
#include <string.h>

#include "word_maker.h"
#include "word_width.h"

/* Lists inside lists move in so many times, as in print. */
enum { DEEPEST_LIST = 12 };

gboolean
tk_word_put_children (TkWord *word, const TkNode *node, GError **error)
{
  const TkMaster *upright = NULL;

  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    if (upright == NULL && tk_word_lies (word, child)) {
      upright = word->pages.master;
      tk_word_lay_page (word);
    }
    if (!tk_word_put_block (word, child, error))
      return FALSE;
    if (upright == NULL || child->kind != TK_NODE_TABLE)
      continue;
    tk_word_begin_page (word, upright, FALSE, FALSE);
    upright = NULL;
  }
  return TRUE;
}

gboolean
tk_word_put_column (TkWord *word, const TkNode *node, TkUnit width, GError **error)
{
  const TkUnit outer = word->width, indent = word->indent;
  const guint keeps = word->keeps;

  word->width = width;
  word->indent = 0;
  word->gap = 0;
  word->after_table = FALSE;
  word->empty = TRUE;
  if (node->n_runs > 0)
    tk_word_put_text (word, node);
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    word->tight = child->next == NULL
                  && child->kind == TK_NODE_PARAGRAPH; /* the margin of the cell is enough */
    if (!tk_word_put_block (word, child, error))
      return FALSE;
    word->tight = FALSE;
  }
  if (word->after_table || word->empty)
    tk_word_put_height (word, TK_PT (1));
  word->width = outer;
  word->indent = indent;
  word->gap = 0;
  word->keeps = keeps;
  return TRUE;
}

/* ---- text ---- */

/* By what is around it. */
TkWordUse
tk_word_find_use (const TkWord *word, const TkNode *node)
{
  const TkNode *of = g_hash_table_lookup (word->headers, node);

  if (node->kind == TK_NODE_HEADING)
    return TK_WORD_HEADING;
  if (node->kind == TK_NODE_ENTRY)
    return TK_WORD_ENTRY;
  if (node->kind == TK_NODE_CELL)
    return TK_WORD_TEXT;
  if (node->caption || (of != NULL && of->kind != TK_NODE_SECTION))
    return TK_WORD_CAPTION;
  for (const TkNode *around = node->parent; around != NULL && around->kind != TK_NODE_CELL;
       around = around->parent) {
    if (around->kind == TK_NODE_ITEM)
      return TK_WORD_ITEM;
    if (around->kind == TK_NODE_CONTENTS)
      return TK_WORD_CONTENTS;
    if (around->kind == TK_NODE_NOTE)
      return TK_WORD_NOTE;
    if (around->kind == TK_NODE_FIGURE || around->kind == TK_NODE_CHART)
      return TK_WORD_CAPTION;
  }
  return TK_WORD_TEXT;
}

static gboolean
put_text (TkWord *word, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  tk_word_put_text (word, node);
  return TRUE;
}

/* All of it but its last block stays with what comes next. */
static gboolean
put_keep (TkWord *word, const TkNode *node, GError **error)
{
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    word->keeps += child->next != NULL;
    if (!tk_word_put_block (word, child, error))
      return FALSE;
    word->keeps -= child->next != NULL;
  }
  return TRUE;
}

/* A line of its own, as the upper border of a paragraph without height: between two indents as far apart as
 * it is long. */
static gboolean
put_rule (TkWord *word, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  const TkNode *last = word->last;
  TkUnit left = word->indent, right = 0, length = node->rule_length;
  TkStyle style = *node->style;

  if (length == 0 && last != NULL) {
    left = word->last_indent + last->style->left_indent;
    right = last->style->right_indent;
    length = (TkUnit) ((gint64) tk_word_last_line (last, word->last_measure) * node->rule_permille / 1000);
  }
  const TkUnit room = MAX (word->width - left - right - length, 0);
  const gboolean aside = last != NULL && node->rule_length == 0 && last->style->align != TK_ALIGN_CENTRE
                         && last->style->align != TK_ALIGN_RIGHT;
  style.left_indent = left - word->indent + (aside || style.align == TK_ALIGN_LEFT ? 0 : room / 2);
  style.right_indent = right + room - (aside || style.align == TK_ALIGN_LEFT ? 0 : room / 2);
  style.first_indent = 0;
  TkWordParagraph look = {
      .line = TK_PT (1), .rule = MAX (node->rule_thickness, TK_PT (0.25)), .colour = style.colour};
  word->gap = 0;
  tk_word_styles_use (word->styles, TK_WORD_TEXT, 0, node->style); /* the layout's lengths are the style's */
  tk_word_begin_paragraph (word, TK_WORD_TEXT, &style, 0, &look);
  tk_word_end (word->xml);
  return TRUE;
}

static gboolean
put_space (TkWord *word, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  tk_word_put_height (word, MAX (node->rule_length, word->gap));
  return TRUE;
}

/* ---- lists ---- */

static TkUnit
measure_labels (const TkNode *list)
{
  TkUnit widest = 0;

  for (const TkNode *item = list->first; item != NULL; item = item->next)
    if (item->label != NULL && *item->label != '\0')
      widest = MAX (widest, tk_word_measure_text (item->label, item->style)
                                + tk_word_measure_text (" ", item->style));
  return widest;
}

/* An item that begins with something else than a paragraph has its number in an empty one. */
static gboolean
put_item (TkWord *word, const TkNode *item, int depth, GError **error)
{
  word->item = item;
  word->numbering = tk_word_lists_count (word->lists, item);
  word->numbered_at = MIN (depth, 8);
  if (item->first == NULL || item->first->kind != TK_NODE_PARAGRAPH) {
    tk_word_begin_paragraph (word, TK_WORD_ITEM, item->style, 0, NULL);
    tk_word_put_runs (word, item, item->runs, item->n_runs);
    tk_word_end (word->xml);
  }
  return tk_word_put_children (word, item, error);
}

static gboolean
put_list (TkWord *word, const TkNode *list, GError **error)
{
  const TkUnit outer = word->indent, widest = measure_labels (list);
  const int depth = word->list_depth;
  const TkUnit left = outer + (list->style != NULL ? list->style->left_indent : 0);
  const TkUnit body = depth < DEEPEST_LIST ? left + widest : outer;

  if (list->style != NULL)
    word->gap = MAX (word->gap, list->style->space_before);
  word->indent = body;
  word->list_depth++;
  tk_word_lists_begin (word->lists, list, depth, body - widest, body);
  for (const TkNode *item = list->first; item != NULL; item = item->next)
    if (!put_item (word, item, depth, error))
      return FALSE;
  tk_word_lists_end (word->lists);
  word->list_depth--;
  word->indent = outer;
  if (list->style != NULL)
    word->gap = MAX (word->gap, list->style->space_after);
  return TRUE;
}

/* ---- pages and columns ---- */

/* In a cell a page ends with the next paragraph, if at all. */
static gboolean
put_break (TkWord *word, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  if (node->column_only && word->pages.columns != NULL) {
    word->column_break = TRUE;
    return TRUE;
  }
  if (word->in_cells > 0 || (node->master == NULL && !node->restart && !node->right_page)) {
    word->breaks = word->begun;
    if (!word->begun && g_str_equal (word->pages.type, "continuous"))
      word->pages.type = "nextPage";
    return TRUE;
  }
  tk_word_begin_page (word, node->master, node->restart, node->right_page);
  return TRUE;
}

static void
set_columns (TkWord *word, const TkColumnSet *columns)
{
  TkWordPages pages = word->pages;

  pages.columns = columns;
  if (word->begun) {
    pages.type = word->breaks ? "nextPage" : "continuous";
    pages.restart = pages.first = FALSE;
    word->breaks = FALSE;
  }
  tk_word_begin_section (word, &pages);
}

/* Columns within columns, and in cells, stay in the one that they stand in. */
static gboolean
put_columns (TkWord *word, const TkNode *node, GError **error)
{
  TkColumnSet columns = *node->column_set;

  columns.n = tk_node_count_columns (&columns, word->width);
  if (word->in_cells > 0 || word->pages.columns != NULL || columns.n < 2)
    return tk_word_put_children (word, node, error);
  set_columns (word, &columns);
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    if (child->across)
      set_columns (word, NULL);
    if (!tk_word_put_block (word, child, error))
      return FALSE;
    if (child->across)
      set_columns (word, &columns);
  }
  set_columns (word, NULL);
  return TRUE;
}

static gboolean
put_paper (TkWord *word, const TkNode *node, GError **error)
{
  word->opening = node->bound->heading;
  return tk_word_put_children (word, node, error);
}

/* ---- the table of kinds ---- */

static gboolean
put_contents (TkWord *word, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  tk_word_put_contents (word, node);
  return TRUE;
}

/* There are no pages to fill yet. */
static gboolean
put_nothing (TkWord *word G_GNUC_UNUSED, const TkNode *node G_GNUC_UNUSED, GError **error G_GNUC_UNUSED)
{
  return TRUE;
}

typedef gboolean (*Put) (TkWord *word, const TkNode *node, GError **error);

static const Put writers[] = {
    [TK_NODE_DOCUMENT] = tk_word_put_children,
    [TK_NODE_SECTION] = tk_word_put_children,
    [TK_NODE_HEADING] = put_text,
    [TK_NODE_PARAGRAPH] = put_text,
    [TK_NODE_LIST] = put_list,
    [TK_NODE_TABLE] = tk_word_put_table,
    [TK_NODE_FIGURE] = tk_word_put_figure,
    [TK_NODE_SIDES] = tk_word_put_table,
    [TK_NODE_RULE] = put_rule,
    [TK_NODE_SPACE] = put_space,
    [TK_NODE_KEEP] = put_keep,
    [TK_NODE_PAGE_BREAK] = put_break,
    [TK_NODE_COLUMNS] = put_columns,
    [TK_NODE_CONTENTS] = put_contents,
    [TK_NODE_ALBUM] = tk_word_put_album,
    [TK_NODE_BOX] = tk_word_put_box,
    [TK_NODE_CHART] = tk_word_put_chart,
    [TK_NODE_FILLERS] = put_nothing,
    [TK_NODE_PAPER] = put_paper,
};

gboolean
tk_word_put_block (TkWord *word, const TkNode *node, GError **error)
{
  if ((guint) node->kind >= G_N_ELEMENTS (writers) || writers[node->kind] == NULL)
    return tk_word_put_children (word, node, error); /* outside of their parents */
  return writers[node->kind](word, node, error);
}
