/* Comes in: a column that holds CommonMark. Goes out: nodes in the styles of unnamed text.
 * md4c reads; here its calls become nodes. Headings go below the section around. */
#include <md4c.h>
#include <string.h>

#include <glib/gi18n.h>

#include "markdown.h"

/* Deeper lists and quotes stay in the one around: nobody reads them, and the tree stays shallow. */
enum { DEEPEST = 8 };

/* md4c refuses tables with more. */
enum { MOST_COLUMNS = 128 };

typedef struct {
  TkMaker *maker;
  TkNode *at;       /* where blocks go */
  TkNode *text;     /* the paragraph or heading that is being filled, or NULL */
  GPtrArray *outer; /* the values of @at around this one */
  GString *pending; /* words of the run that is being made */
  TkRunFlags flags;
  const char *href;
  TkOrigin origin;
  int lists, quotes;
  int pictures;       /* that are open: one may stand in the words of another */
  GPtrArray *figures; /* of the paragraph that is being filled: they follow it */
  TkMarkdownSource *source;
  gboolean in_note;
  TkColumn *columns; /* of the table around */
  gboolean chosen[MOST_COLUMNS];
  guint firsts[DEEPEST + 1]; /* the number of the first item, of each list around */
} Reader;

static void
flush_run (Reader *reader)
{
  GArray *runs = reader->maker->runs;
  const TkRun *last = runs->len > 0 ? &g_array_index (runs, TkRun, runs->len - 1) : NULL;

  if (reader->pictures > 0)
    return;                                               /* its words are no runs */
  if (last == NULL || g_str_has_suffix (last->text, " ")) /* a picture was between them */
    g_string_erase (reader->pending, 0, (gssize) strspn (reader->pending->str, " "));
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
  g_array_append_val (runs, run);
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

static gboolean
begins_page (const Reader *reader)
{
  const TkNode *text = reader->text;

  return text->kind == TK_NODE_PARAGRAPH && text->n_runs == 1 && reader->quotes == 0
         && reader->at->kind != TK_NODE_ITEM && reader->at->kind != TK_NODE_CELL
         && strcmp (text->runs[0].text, TK_MARKDOWN_PAGE_BREAK) == 0;
}

/* @figure is filled but for its place. */
static void
add_figure (Reader *reader, const TkNode *figure)
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
}

static void
end_text (Reader *reader)
{
  if (reader->text == NULL)
    return;
  flush_run (reader);
  tk_content_take_runs (reader->maker, reader->text);
  if (reader->text->n_runs == 0 || begins_page (reader))
    drop (reader->text);
  if (begins_page (reader))
    tk_node_add (reader->maker->arena, reader->at, TK_NODE_PAGE_BREAK, NULL);
  for (guint i = 0; i < reader->figures->len; i++)
    add_figure (reader, g_ptr_array_index (reader->figures, i));
  g_ptr_array_set_size (reader->figures, 0);
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
  if (reader->at->kind == TK_NODE_ITEM || reader->at->kind == TK_NODE_CELL
      || reader->at->kind == TK_NODE_NOTE)
    return reader->at->style;
  if (reader->quotes > 0)
    return reader->maker->template->text_styles.quote;
  return reader->maker->template->text_styles.body;
}

static void
begin_heading (Reader *reader, guint level)
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

  memset (reader->chosen, 0, sizeof reader->chosen);
  table->columns = reader->columns = columns;
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
  guint column = 0;

  if (!head || detail->align != MD_ALIGN_DEFAULT)
    style = tk_content_style_aligned (maker, style, align);
  TkNode *cell = tk_node_add (maker->arena, reader->at, TK_NODE_CELL, style);
  cell->span = 1;
  for (const TkNode *before = reader->at->first; before != cell; before = before->next)
    column++;
  if (detail->align != MD_ALIGN_DEFAULT && column < MOST_COLUMNS)
    reader->chosen[column] = TRUE;
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
  } else if (type == MD_BLOCK_QUOTE) {
    reader->quotes++;
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
static void
need_text (Reader *reader)
{
  if (reader->text == NULL)
    begin_text (reader, TK_NODE_PARAGRAPH, text_style (reader));
}

static void add_entity (Reader *reader, const char *text, MD_SIZE size);

/* An address or a title, its entities resolved; in the arena. */
static const char *
read_attribute (Reader *reader, const MD_ATTRIBUTE *attribute)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GString *outer = reader->pending;

  reader->pending = text;
  for (guint i = 0; attribute->text != NULL && attribute->substr_offsets[i] < attribute->size; i++) {
    const MD_OFFSET from = attribute->substr_offsets[i];
    const MD_SIZE size = attribute->substr_offsets[i + 1] - from;
    if (attribute->substr_types[i] == MD_TEXT_ENTITY)
      add_entity (reader, attribute->text + from, size);
    else if (attribute->substr_types[i] != MD_TEXT_NULLCHAR)
      g_string_append_len (text, attribute->text + from, (gssize) size);
  }
  reader->pending = outer;
  return tk_content_clean (reader->maker->arena, text->str);
}

static void
enter_picture (Reader *reader, const MD_SPAN_IMG_DETAIL *detail)
{
  TkArena *arena = reader->maker->arena;

  if (reader->pictures++ > 0)
    return;
  TkNode *figure = tk_node_add (arena, NULL, TK_NODE_FIGURE, reader->maker->template->text_styles.caption);
  const char *address = read_attribute (reader, &detail->src);
  const char *title = read_attribute (reader, &detail->title);
  g_autofree char *file = g_uri_unescape_string (address, NULL);
  figure->path = tk_content_picture_path (reader->maker, file != NULL ? file : address);
  figure->origin = reader->origin;
  if (*title != '\0') {
    const TkRun run = {.text = title, .origin = reader->origin};
    figure->runs = tk_arena_copy (arena, &run, sizeof run);
    figure->n_runs = 1;
  }
  g_ptr_array_add (reader->figures, figure);
}

/* The words that were read since are those that stand for it. */
static void
leave_picture (Reader *reader)
{
  if (--reader->pictures > 0)
    return;
  TkNode *figure = g_ptr_array_index (reader->figures, reader->figures->len - 1);
  const char *alt = tk_content_clean (reader->maker->arena, reader->pending->str);
  figure->alt = *alt != '\0' ? alt : figure->n_runs > 0 ? figure->runs[0].text : NULL;
  g_string_truncate (reader->pending, 0);
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
  else if (type == MD_SPAN_IMG && !reader->in_note)
    enter_picture (reader, detail);
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
  else if (type == MD_SPAN_IMG && !reader->in_note)
    leave_picture (reader);
  return 0;
}

static void
add_break (Reader *reader)
{
  if (reader->pictures > 0) {
    g_string_append_c (reader->pending, ' ');
    return;
  }
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

static void read_note (const Reader *around, const TkMarkdownNote *written);

/* FALSE where there is no such footnote: the mark stays as it was typed. */
static gboolean
add_note (Reader *reader, const char *id, gsize length)
{
  TkMarkdownNote *written = reader->in_note || reader->pictures > 0
                                ? NULL
                                : tk_markdown_find_note (reader->source, id, length);

  if (written != NULL && written->note == NULL) {
    written->note = tk_content_note_new (reader->maker, reader->origin);
    read_note (reader, written);
  }
  if (written == NULL || written->note->first == NULL) {
    g_autofree char *place = tk_origin_print (reader->origin);
    tk_notes_add (reader->maker->notes,
                  _ ("%s: the mark [^%.*s] has no footnote; begin a line with [^%.*s]: and its words"), place,
                  (int) length, id, (int) length, id);
    return FALSE;
  }
  flush_run (reader);
  tk_content_add_mark (reader->maker, written->note, reader->origin);
  return TRUE;
}

/* Words in which marks of footnotes may stand. */
static void
add_noted_words (Reader *reader, const char *text, MD_SIZE size)
{
  const char *end = text + size;
  const char *from = text;

  for (const char *at = text; at < end; at++) {
    const gsize length = tk_markdown_mark_length (at, (gsize) (end - at));
    if (length == 0)
      continue;
    add_words (reader, from, (MD_SIZE) (at - from));
    from = at;
    if (add_note (reader, at + 2, length - 3))
      from = at + length;
    at += length - 1;
  }
  add_words (reader, from, (MD_SIZE) (end - from));
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
    add_noted_words (reader, text, size);
    break;
  case MD_TEXT_CODE:
  case MD_TEXT_HTML:
  case MD_TEXT_LATEXMATH:
    add_words (reader, text, size);
    break;
  }
  return 0;
}

static void
parse (Reader *reader, const GString *markdown, unsigned flags)
{
  const MD_PARSER parser = {
      .flags = flags | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_COLLAPSEWHITESPACE,
      .enter_block = enter_block,
      .leave_block = leave_block,
      .enter_span = enter_span,
      .leave_span = leave_span,
      .text = take_text,
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
static void
read_note (const Reader *around, const TkMarkdownNote *written)
{
  TkMaker *maker = around->maker;
  g_autoptr (GArray) own = g_array_new (FALSE, TRUE, sizeof (TkRun));
  GArray *outer = maker->runs;
  Reader reader = {
      .maker = maker,
      .at = written->note,
      .origin = around->origin,
      .lists = DEEPEST,
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
read_markdown (TkMaker *maker, const char *markdown, TkOrigin origin, TkNode *parent)
{
  g_autoptr (TkMarkdownSource) source = tk_markdown_source_new (markdown);
  Reader reader = {.maker = maker, .at = parent, .origin = origin, .source = source};
  TkNode *before = parent->last;

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
    read_markdown (maker, markdown, tk_content_trace (maker, phrase), parent);
  return TRUE;
}
