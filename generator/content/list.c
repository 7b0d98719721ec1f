/* Comes in: <list>, <item>, <recipients>. Goes out: lists with labels and with the marks at the
 * ends of their items. */
#include "maker.h"

void
tk_content_set_labels (TkMaker *maker, TkNode *list, guint first)
{
  guint n = first;

  for (TkNode *item = list->first; item != NULL; item = item->next)
    item->label = tk_content_label (maker->arena, list->marking, n++);
}

static void
close_items (TkMaker *maker, TkNode *list, const char *close, const char *close_last)
{
  for (TkNode *item = list->first; item != NULL; item = item->next) {
    const char *mark = item->next != NULL ? close : close_last;
    TkNode *text = mark != NULL ? tk_content_find_last_text (item) : NULL;
    if (text != NULL)
      tk_content_close (maker, text, mark);
  }
}

static TkMarking
marking_of (const TkMaker *maker, TkListMark mark)
{
  switch (mark) {
  case TK_MARK_DASH:
    return TK_MARKING_DASH;
  case TK_MARK_PLUS:
    return TK_MARKING_PLUS;
  case TK_MARK_NUMBER:
    return TK_MARKING_NUMBER;
  case TK_MARK_LETTER:
    return TK_MARKING_LETTER;
  case TK_MARK_BY_DEPTH:
    break;
  }
  return maker->list_depth > 0 ? TK_MARKING_PLUS : TK_MARKING_DASH;
}

/* A list in an item begins where the item's text begins. */
static const TkStyle *
list_style (TkMaker *maker, const TkStyle *style)
{
  return maker->list_depth > 0 ? tk_content_style_inside (maker, style) : style;
}

/* Does it announce a list ("…, như sau:")? */
static gboolean
is_announcement (const TkNode *before)
{
  return before != NULL && before->kind == TK_NODE_PARAGRAPH && before->n_runs > 0
         && g_str_has_suffix (before->runs[before->n_runs - 1].text, ":");
}

/* The text of @list, where it is all that the list holds, or NULL. */
static TkNode *
find_only_text (const TkNode *list)
{
  TkNode *text = list->first->first;

  return list->first == list->last && text == list->first->last && text->kind == TK_NODE_PARAGRAPH ? text
                                                                                                   : NULL;
}

/* @text goes on where @before announces it, else it is a paragraph, in place of the list behind @before. */
static void
run_in (TkMaker *maker, const TkNode *text, TkNode *parent, TkNode *before)
{
  const gboolean announced = is_announcement (before);
  const TkRun blank = {.text = " "};

  tk_content_drop_after (parent, before);
  TkNode *to = announced
                   ? before
                   : tk_node_add (maker->arena, parent, TK_NODE_PARAGRAPH, maker->template->text_styles.body);
  g_array_set_size (maker->runs, 0);
  g_array_append_vals (maker->runs, to->runs, to->n_runs);
  if (announced)
    g_array_append_val (maker->runs, blank);
  else
    to->origin = text->origin;
  g_array_append_vals (maker->runs, text->runs, text->n_runs);
  tk_content_take_runs (maker, to);
}

gboolean
tk_content_build_list (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  const TkStyle *style = block->style != NULL ? block->style : maker->template->text_styles.item;
  TkNode *before = parent->last;
  TkNode *list = tk_node_add (maker->arena, parent, TK_NODE_LIST, list_style (maker, style));

  list->marking = marking_of (maker, block->mark);
  maker->list_depth++;
  for (const TkBlock *child = block->first; child != NULL; child = child->next) {
    if (!tk_content_build (maker, child, list, error))
      return FALSE;
  }
  maker->list_depth--;
  if (list->first == NULL) {
    tk_content_drop_after (parent, before);
    return TRUE;
  }
  tk_content_set_labels (maker, list, 1);
  close_items (maker, list, block->close, block->close_last);
  if (block->run_in && find_only_text (list) != NULL)
    run_in (maker, find_only_text (list), parent, before);
  else if (is_announcement (before)) /* it does not stay behind the list on another page */
    before->style = tk_content_style_kept (maker, before->style);
  return TRUE;
}

gboolean
tk_content_build_item (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  const TkStyle *style = tk_content_style_inside (maker, parent->style);
  TkNode *before = parent->last;
  TkNode *item = tk_node_add (maker->arena, parent, TK_NODE_ITEM, style);
  TkNode *text = tk_node_add (maker->arena, item, TK_NODE_PARAGRAPH, style);

  if (!tk_content_fill (maker, &block->text, NULL, FALSE, text))
    tk_content_drop_after (item, NULL);
  item->origin = text->origin;
  for (const TkBlock *child = block->first; child != NULL; child = child->next) {
    if (!tk_content_build (maker, child, item, error))
      return FALSE;
  }
  if (item->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}

/* Nơi nhận: rows are the lines; each ends with ";", the last one with ".". */
gboolean
tk_content_build_recipients (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  TkNode *before = parent->last;

  if (rows == NULL)
    return FALSE;
  TkNode *title = tk_node_add (maker->arena, parent, TK_NODE_PARAGRAPH, block->title_style);
  if (!tk_content_fill (maker, &block->title, NULL, FALSE, title))
    tk_content_drop_after (parent, before);
  TkNode *list = tk_node_add (maker->arena, parent, TK_NODE_LIST, block->style);
  list->marking = TK_MARKING_DASH;
  tk_content_push (maker, rows);
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  for (; frame->row < rows->n_rows; frame->row++) {
    TkNode *last = list->last;
    TkNode *item = tk_node_add (maker->arena, list, TK_NODE_ITEM,
                                tk_content_style_inside (maker, block->style));
    TkNode *text = tk_node_add (maker->arena, item, TK_NODE_PARAGRAPH, item->style);
    if (!tk_content_fill (maker, &block->text, NULL, FALSE, text))
      tk_content_drop_after (list, last);
  }
  tk_content_pop (maker);
  if (list->first == NULL) {
    tk_content_drop_after (parent, before);
    return TRUE;
  }
  tk_content_set_labels (maker, list, 1);
  close_items (maker, list, ";", ".");
  return TRUE;
}
