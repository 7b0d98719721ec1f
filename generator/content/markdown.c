/* Comes in: a column that holds CommonMark. Goes out: nodes in the styles of unnamed text.
 * md4c reads; here its calls become nodes. Headings go below the section around. */
#include <md4c.h>
#include <string.h>

#include <glib/gi18n.h>

#include "markdown.h"

/* Takes back the last node of its parent. */
static void
drop (TkNode *node)
{
  TkNode *before = NULL;

  for (TkNode *at = node->parent->first; at != node; at = at->next)
    before = at;
  tk_content_drop_after (node->parent, before);
}

/* Whether the text is @line, which is no text but begins a page or a column. */
static gboolean
is_break (const TkMarkdownReader *reader, const char *line)
{
  const TkNode *text = reader->text;

  return text->kind == TK_NODE_PARAGRAPH && text->n_runs == 1 && reader->quotes == 0
         && reader->at->kind != TK_NODE_ITEM && reader->at->kind != TK_NODE_CELL
         && strcmp (text->runs[0].text, line) == 0;
}

/* @figure is filled but for its place. */
static void
add_figure (TkMarkdownReader *reader, const TkNode *figure)
{
  TkNode *node = tk_node_add (reader->maker->arena, reader->at, TK_NODE_FIGURE, figure->style);

  node->path = figure->path;
  node->alt = figure->alt;
  node->origin = figure->origin;
  if (figure->n_runs == 0)
    return;
  TkNode *caption = tk_node_add (reader->maker->arena, node, TK_NODE_PARAGRAPH, figure->style);
  caption->runs = figure->runs;
  caption->n_runs = figure->n_runs;
  caption->origin = figure->origin;
  tk_markdown_anchor (reader->maker, node, caption);
}

static void
end_text (TkMarkdownReader *reader)
{
  if (reader->text == NULL)
    return;
  tk_markdown_flush_run (reader);
  tk_content_take_runs (reader->maker, reader->text);
  const gboolean column = is_break (reader, TK_MARKDOWN_COLUMN_BREAK);
  const gboolean breaks = column || is_break (reader, TK_MARKDOWN_PAGE_BREAK);
  if (reader->text->kind == TK_NODE_HEADING)
    tk_markdown_anchor (reader->maker, reader->text, reader->text);
  if (reader->text->n_runs == 0 || breaks)
    drop (reader->text);
  if (breaks)
    tk_node_add (reader->maker->arena, reader->at, TK_NODE_PAGE_BREAK, NULL)->column_only = column;
  for (guint i = 0; i < reader->figures->len; i++)
    add_figure (reader, g_ptr_array_index (reader->figures, i));
  g_ptr_array_set_size (reader->figures, 0);
  reader->text = NULL;
}

static void
begin_text (TkMarkdownReader *reader, TkNodeKind kind, const TkStyle *style)
{
  end_text (reader);
  reader->text = tk_node_add (reader->maker->arena, reader->at, kind, style);
  reader->text->origin = reader->origin;
  g_array_set_size (reader->maker->runs, 0);
}

/* Of the paragraphs that stand where the layout has the text; NULL: as others. */
static const TkStyle *
outer_style (const TkMarkdownReader *reader)
{
  const TkNode *last = reader->at->last;

  if (reader->block == NULL || reader->at != reader->parent || reader->quotes > 0)
    return NULL;
  if (last == reader->before)
    return reader->block->title_style;
  return last->kind == TK_NODE_HEADING ? reader->block->caption_style : reader->block->style;
}

static const TkStyle *
text_style (const TkMarkdownReader *reader)
{
  const TkStyle *style = outer_style (reader);

  if (style != NULL)
    return style;
  if (reader->at->kind == TK_NODE_ITEM || reader->at->kind == TK_NODE_CELL
      || reader->at->kind == TK_NODE_NOTE)
    return reader->at->style;
  if (reader->quotes > 0)
    return reader->maker->template->text_styles.quote;
  return reader->maker->template->text_styles.body;
}

static void
begin_heading (TkMarkdownReader *reader, guint level)
{
  if (reader->in_note) {
    begin_text (reader, TK_NODE_PARAGRAPH, text_style (reader));
    return;
  }
  int whole = MIN (reader->maker->depth + (int) level, TK_HEADING_LEVELS);

  begin_text (reader, TK_NODE_HEADING, reader->maker->template->text_styles.headings[whole - 1]);
  reader->text->level = whole;
  reader->text->outline = TRUE;
}

/* Blocks go into @into from here on, until leave. */
static void
enter (TkMarkdownReader *reader, TkNode *into)
{
  g_ptr_array_add (reader->outer, reader->at);
  reader->at = into;
}

static void
leave (TkMarkdownReader *reader)
{
  reader->at = g_ptr_array_steal_index (reader->outer, reader->outer->len - 1);
}

/* @first: the number of its first item; md4c says it at the beginning only. */
static TkNode *
add_list (TkMarkdownReader *reader, TkMarking marking, guint first)
{
  TkMaker *maker = reader->maker;
  const TkStyle *style = maker->template->text_styles.item;

  if (reader->lists++ > 0)
    style = tk_content_style_inside (maker, style);
  if (reader->lists > TK_MARKDOWN_DEEPEST)
    return reader->at;
  reader->firsts[reader->lists] = first;
  TkNode *list = tk_node_add (maker->arena, reader->at, TK_NODE_LIST, style);
  list->marking = marking == TK_MARKING_DASH && reader->lists > 1 ? TK_MARKING_PLUS : marking;
  return list;
}

static TkNode *
add_table (TkMarkdownReader *reader, guint n)
{
  TkMaker *maker = reader->maker;
  TkNode *table = tk_node_add (maker->arena, reader->at, TK_NODE_TABLE,
                               maker->template->text_styles.table_cell);
  TkColumn *columns = tk_arena_array (maker->arena, TkColumn, n);

  reader->chosen = tk_arena_array (maker->arena, gboolean, n);
  table->columns = reader->columns = columns;
  table->look = reader->block->look;
  table->n_columns = n;
  return table;
}

static TkNode *
add_cell (TkMarkdownReader *reader, const MD_BLOCK_TD_DETAIL *detail, gboolean head)
{
  TkMaker *maker = reader->maker;
  const TkTextStyles *styles = &maker->template->text_styles;
  const TkStyle *style = head ? styles->table_head : styles->table_cell;
  TkAlign align = detail->align == MD_ALIGN_CENTER  ? TK_ALIGN_CENTRE
                  : detail->align == MD_ALIGN_RIGHT ? TK_ALIGN_RIGHT
                                                    : TK_ALIGN_LEFT;

  if (!head || detail->align != MD_ALIGN_DEFAULT)
    style = tk_content_style_aligned (maker, style, align);
  TkNode *cell = tk_node_add (maker->arena, reader->at, TK_NODE_CELL, style);
  cell->span = 1;
  if (detail->align != MD_ALIGN_DEFAULT && reader->column < reader->at->parent->n_columns)
    reader->chosen[reader->column] = TRUE;
  reader->column++;
  return cell;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  TkMarkdownReader *reader = data;
  TkArena *arena = reader->maker->arena;

  end_text (reader);
  if (type == MD_BLOCK_UL) {
    enter (reader, add_list (reader, TK_MARKING_DASH, 1));
  } else if (type == MD_BLOCK_OL) {
    enter (reader, add_list (reader, TK_MARKING_NUMBER, ((MD_BLOCK_OL_DETAIL *) detail)->start));
  } else if (type == MD_BLOCK_LI) {
    gboolean flat = reader->at->kind != TK_NODE_LIST;
    const TkStyle *style = flat ? NULL : tk_content_style_inside (reader->maker, reader->at->style);
    enter (reader, flat ? reader->at : tk_node_add (arena, reader->at, TK_NODE_ITEM, style));
  } else if (type == MD_BLOCK_H) {
    begin_heading (reader, ((MD_BLOCK_H_DETAIL *) detail)->level);
  } else if (type == MD_BLOCK_P || type == MD_BLOCK_CODE || type == MD_BLOCK_HTML) {
    begin_text (reader, TK_NODE_PARAGRAPH, text_style (reader));
  } else if (type == MD_BLOCK_QUOTE) {
    reader->quotes++;
  } else if (type == MD_BLOCK_TABLE) {
    enter (reader, add_table (reader, ((MD_BLOCK_TABLE_DETAIL *) detail)->col_count));
  } else if (type == MD_BLOCK_TR) {
    reader->column = 0;
    enter (reader, tk_node_add (arena, reader->at, TK_NODE_ROW, NULL));
  } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    reader->at->head = reader->at->head || type == MD_BLOCK_TH;
    enter (reader, add_cell (reader, detail, type == MD_BLOCK_TH));
  }
  return 0;
}

static void
leave_list (TkMarkdownReader *reader)
{
  TkNode *list = reader->at;

  leave (reader);
  const int depth = reader->lists--;
  if (list->kind != TK_NODE_LIST)
    return;
  tk_content_set_labels (reader->maker, list, reader->firsts[depth]);
  if (list->first == NULL)
    drop (list);
}

static int
leave_block (MD_BLOCKTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  TkMarkdownReader *reader = data;
  TkNode *inner = reader->at;

  end_text (reader);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
    leave_list (reader);
  } else if (type == MD_BLOCK_LI) {
    leave (reader);
    if (inner->kind == TK_NODE_ITEM && inner != reader->at && inner->first == NULL)
      drop (inner);
  } else if (type == MD_BLOCK_QUOTE) {
    reader->quotes--;
  } else if (type == MD_BLOCK_TABLE) {
    leave (reader);
    tk_markdown_settle_columns (reader->maker, inner, reader->columns, reader->chosen);
  } else if (type == MD_BLOCK_TR || type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    leave (reader);
  }
  return 0;
}

/* Text may stand in an item or a cell without a paragraph around it. */
void
tk_markdown_need_text (TkMarkdownReader *reader)
{
  if (reader->text == NULL)
    begin_text (reader, TK_NODE_PARAGRAPH, text_style (reader));
}

static void
parse (TkMarkdownReader *reader, const GString *markdown, unsigned flags)
{
  const MD_PARSER parser = {
      .flags = flags | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = tk_markdown_enter_span,
      .leave_span = tk_markdown_leave_span,
      .text = tk_markdown_take_text,
  };
  g_autoptr (GPtrArray) outer = g_ptr_array_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GString) pending = g_string_new (NULL);

  reader->outer = outer;
  reader->figures = figures;
  reader->pending = pending;
  md_parse (markdown->str, (MD_SIZE) markdown->len, &parser, reader);
}

/* Paragraphs, while those of the text around are being filled: in a note lists and tables are words. */
void
tk_markdown_read_note (const TkMarkdownReader *around, const TkMarkdownNote *written)
{
  TkMaker *maker = around->maker;
  g_autoptr (GArray) own = g_array_new (FALSE, TRUE, sizeof (TkRun));
  GArray *outer = maker->runs;
  TkMarkdownReader reader = {
      .maker = maker,
      .at = written->note,
      .origin = around->origin,
      .lists = TK_MARKDOWN_DEEPEST,
      .source = around->source,
      .in_note = TRUE,
  };

  maker->runs = own;
  parse (&reader, written->words, 0);
  maker->runs = outer;
}

static void
report_unused (TkMaker *maker, const TkMarkdownSource *source, TkOrigin origin)
{
  for (guint i = 0; i < source->notes->len; i++) {
    const TkMarkdownNote *written = g_ptr_array_index (source->notes, i);
    if (written->note != NULL)
      continue;
    g_autofree char *place = tk_origin_print (origin);
    tk_notes_add (
        maker->notes,
        _ ("%s: nothing refers to the footnote [^%s], which is left out; put its mark behind a word"), place,
        written->id);
  }
}

static void
read_markdown (TkMaker *maker, const TkBlock *block, const char *markdown, TkOrigin origin, TkNode *parent)
{
  g_autoptr (TkMarkdownSource) source = tk_markdown_source_new (markdown);
  TkNode *before = parent->last;
  TkMarkdownReader reader = {.maker = maker,
                             .block = block,
                             .parent = parent,
                             .before = before,
                             .at = parent,
                             .origin = origin,
                             .source = source};

  reader.lists = maker->list_depth;
  parse (&reader, source->text, MD_FLAG_TABLES);
  tk_markdown_find_captions (maker, parent, before);
  report_unused (maker, source, origin);
}

gboolean
tk_content_build_markdown (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  const TkPhrase *phrase = &block->text.phrases[0];
  const char *markdown = tk_content_find_value (maker, phrase->slot)->text;

  if (!tk_content_is_empty (markdown))
    read_markdown (maker, block, markdown, tk_content_trace (maker, phrase), parent);
  return TRUE;
}
