/* Comes in: a column that holds CommonMark. Goes out: nodes in the styles of unnamed text.
 * md4c reads; here its calls become nodes. Headings go below the section around. */
#include <md4c.h>
#include <string.h>

#include <glib/gi18n.h>

#include "maker.h"

/* Deeper lists and quotes stay in the one around: nobody reads them, and the tree stays shallow. */
enum { DEEPEST = 8 };

typedef struct {
  TkMaker *maker;
  TkNode *at;       /* where blocks go */
  TkNode *text;     /* the paragraph or heading that is being filled, or NULL */
  GPtrArray *outer; /* the values of @at around this one */
  GString *pending; /* words of the run that is being made */
  TkRunFlags flags;
  const char *href;
  TkOrigin origin;
  int lists, pictures;
  guint firsts[DEEPEST + 1]; /* the number of the first item, of each list around */
} Reader;

static void
flush_run (Reader *reader)
{
  if (reader->pending->len == 0)
    return;
  TkRun run = {
      .text = tk_arena_textn (reader->maker->arena, reader->pending->str, reader->pending->len),
      .flags = reader->flags,
      .href = reader->href,
      .origin = reader->origin,
  };
  if (reader->text->style->capitals)
    run.text = tk_content_capitals (reader->maker->arena, run.text);
  g_array_append_val (reader->maker->runs, run);
  g_string_truncate (reader->pending, 0);
}

/* Takes back the last node of its parent. */
static void
drop (TkNode *node)
{
  TkNode *before = NULL;

  for (TkNode *at = node->parent->first; at != node; at = at->next)
    before = at;
  tk_content_drop_after (node->parent, before);
}

static void
end_text (Reader *reader)
{
  if (reader->text == NULL)
    return;
  flush_run (reader);
  tk_content_take_runs (reader->maker, reader->text);
  if (reader->text->n_runs == 0)
    drop (reader->text);
  reader->text = NULL;
}

static void
begin_text (Reader *reader, TkNodeKind kind, const TkStyle *style)
{
  end_text (reader);
  reader->text = tk_node_add (reader->maker->arena, reader->at, kind, style);
  reader->text->origin = reader->origin;
  g_array_set_size (reader->maker->runs, 0);
}

static const TkStyle *
text_style (const Reader *reader)
{
  if (reader->at->kind == TK_NODE_ITEM || reader->at->kind == TK_NODE_CELL)
    return reader->at->style;
  return reader->maker->template->text_styles.body;
}

static void
begin_heading (Reader *reader, guint level)
{
  int whole = MIN (reader->maker->depth + (int) level, TK_HEADING_LEVELS);

  begin_text (reader, TK_NODE_HEADING, reader->maker->template->text_styles.headings[whole - 1]);
  reader->text->level = whole;
  reader->text->outline = TRUE;
}

/* Blocks go into @into from here on, until leave. */
static void
enter (Reader *reader, TkNode *into)
{
  g_ptr_array_add (reader->outer, reader->at);
  reader->at = into;
}

static void
leave (Reader *reader)
{
  reader->at = g_ptr_array_steal_index (reader->outer, reader->outer->len - 1);
}

/* @first: the number of its first item; md4c says it at the beginning only. */
static TkNode *
add_list (Reader *reader, TkMarking marking, guint first)
{
  TkMaker *maker = reader->maker;
  const TkStyle *style = maker->template->text_styles.item;

  if (reader->lists++ > 0)
    style = tk_content_style_inside (maker, style);
  if (reader->lists > DEEPEST)
    return reader->at;
  reader->firsts[reader->lists] = first;
  TkNode *list = tk_node_add (maker->arena, reader->at, TK_NODE_LIST, style);
  list->marking = marking == TK_MARKING_DASH && reader->lists > 1 ? TK_MARKING_PLUS : marking;
  return list;
}

static TkNode *
add_table (Reader *reader, guint n)
{
  TkMaker *maker = reader->maker;
  TkNode *table = tk_node_add (maker->arena, reader->at, TK_NODE_TABLE,
                               maker->template->text_styles.table_cell);
  TkColumn *columns = tk_arena_array (maker->arena, TkColumn, n);

  for (guint i = 0; i < n; i++)
    columns[i] = (TkColumn){.kind = TK_WIDTH_SHARE, .width = 1000 / (int) n};
  table->columns = columns;
  table->n_columns = n;
  return table;
}

static TkNode *
add_cell (Reader *reader, const MD_BLOCK_TD_DETAIL *detail, gboolean head)
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
  return cell;
}

static int
enter_block (MD_BLOCKTYPE type, void *detail, void *data)
{
  Reader *reader = data;
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
  } else if (type == MD_BLOCK_TABLE) {
    enter (reader, add_table (reader, ((MD_BLOCK_TABLE_DETAIL *) detail)->col_count));
  } else if (type == MD_BLOCK_TR) {
    enter (reader, tk_node_add (arena, reader->at, TK_NODE_ROW, NULL));
  } else if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    reader->at->head = reader->at->head || type == MD_BLOCK_TH;
    enter (reader, add_cell (reader, detail, type == MD_BLOCK_TH));
  }
  return 0;
}

static void
leave_list (Reader *reader)
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
  Reader *reader = data;
  TkNode *inner = reader->at;

  end_text (reader);
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) {
    leave_list (reader);
  } else if (type == MD_BLOCK_LI) {
    leave (reader);
    if (inner->kind == TK_NODE_ITEM && inner != reader->at && inner->first == NULL)
      drop (inner);
  } else if (type == MD_BLOCK_TABLE || type == MD_BLOCK_TR || type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
    leave (reader);
  }
  return 0;
}

/* Text may stand in an item or a cell without a paragraph around it. */
static void
need_text (Reader *reader)
{
  if (reader->text == NULL)
    begin_text (reader, TK_NODE_PARAGRAPH, text_style (reader));
}

static int
enter_span (MD_SPANTYPE type, void *detail, void *data)
{
  Reader *reader = data;

  need_text (reader);
  flush_run (reader);
  if (type == MD_SPAN_EM)
    reader->flags |= TK_RUN_ITALIC;
  else if (type == MD_SPAN_STRONG)
    reader->flags |= TK_RUN_BOLD;
  else if (type == MD_SPAN_A)
    reader->href = tk_arena_textn (reader->maker->arena, ((MD_SPAN_A_DETAIL *) detail)->href.text,
                                   ((MD_SPAN_A_DETAIL *) detail)->href.size);
  else if (type == MD_SPAN_IMG)
    reader->pictures++;
  return 0;
}

static int
leave_span (MD_SPANTYPE type, void *detail G_GNUC_UNUSED, void *data)
{
  Reader *reader = data;

  flush_run (reader);
  if (type == MD_SPAN_EM)
    reader->flags &= ~(guint) TK_RUN_ITALIC;
  else if (type == MD_SPAN_STRONG)
    reader->flags &= ~(guint) TK_RUN_BOLD;
  else if (type == MD_SPAN_A)
    reader->href = NULL;
  return 0;
}

static void
add_break (Reader *reader)
{
  flush_run (reader);
  TkRun run = {.text = "", .flags = TK_RUN_BREAK, .origin = reader->origin};
  g_array_append_val (reader->maker->runs, run);
}

static void
add_entity (Reader *reader, const char *text, MD_SIZE size)
{
  static const struct {
    const char *name, *text;
  } entities[] = {{"&amp;", "&"},       {"&lt;", "<"},    {"&gt;", ">"},    {"&quot;", "\""}, {"&apos;", "'"},
                  {"&nbsp;", "\u00A0"}, {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}};
  g_autofree char *entity = g_strndup (text, size);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++) {
    if (strcmp (entity, entities[i].name) == 0) {
      g_string_append (reader->pending, entities[i].text);
      return;
    }
  }
  gboolean hex = g_str_has_prefix (entity, "&#x") || g_str_has_prefix (entity, "&#X");
  guint64 c = entity[1] == '#' ? g_ascii_strtoull (entity + (hex ? 3 : 2), NULL, hex ? 16 : 10) : 0;
  if (c == 0 || c > 0x10FFFF || !g_unichar_validate ((gunichar) c) || g_unichar_iscntrl ((gunichar) c))
    g_string_append (reader->pending, entity);
  else
    g_string_append_unichar (reader->pending, (gunichar) c);
}

static void
add_words (Reader *reader, const char *text, MD_SIZE size)
{
  for (const char *at = text; at < text + size; at = g_utf8_next_char (at)) {
    gunichar c = g_utf8_get_char (at);
    if (*at == '\n')
      add_break (reader);
    else if (c == '\t')
      g_string_append_c (reader->pending, ' ');
    else if (!g_unichar_iscntrl (c))
      g_string_append_unichar (reader->pending, c);
  }
}

static int
take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data)
{
  Reader *reader = data;

  need_text (reader);
  switch (type) {
  case MD_TEXT_NULLCHAR:
    break;
  case MD_TEXT_BR:
    add_break (reader);
    break;
  case MD_TEXT_SOFTBR:
    g_string_append_c (reader->pending, ' ');
    break;
  case MD_TEXT_ENTITY:
    add_entity (reader, text, size);
    break;
  case MD_TEXT_NORMAL:
  case MD_TEXT_CODE:
  case MD_TEXT_HTML:
  case MD_TEXT_LATEXMATH:
    add_words (reader, text, size);
    break;
  }
  return 0;
}

static void
read_markdown (TkMaker *maker, const char *markdown, TkOrigin origin, TkNode *parent)
{
  static const MD_PARSER parser = {
      .flags = MD_FLAG_TABLES | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = enter_span,
      .leave_span = leave_span,
      .text = take_text,
  };
  g_autoptr (GPtrArray) outer = g_ptr_array_new ();
  g_autoptr (GString) pending = g_string_new (NULL);
  Reader reader = {.maker = maker, .at = parent, .outer = outer, .pending = pending, .origin = origin};

  reader.lists = maker->list_depth;
  md_parse (markdown, (MD_SIZE) strlen (markdown), &parser, &reader);
  if (reader.pictures > 0) {
    g_autofree char *place = tk_origin_print (origin);
    tk_notes_add (maker->notes,
                  _ ("%s: pictures inside of texts are not shown, only their words; record them as photos"),
                  place);
  }
}

gboolean
tk_content_build_markdown (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  const TkPhrase *phrase = &block->text.phrases[0];
  const char *markdown = tk_content_find_value (maker, phrase->slot)->text;

  if (!tk_content_is_empty (markdown))
    read_markdown (maker, markdown, tk_content_trace (maker, phrase), parent);
  return TRUE;
}
