/* Comes in: the <paper> element, valid. Goes out: its blocks. One function a kind of
 * block; the table at the end says which. */
#include <glib/gi18n.h>
#include <string.h>

#include "nearest.h"
#include "reader.h"

typedef void (*FillFunc) (TkReader *reader, const xmlNode *node, TkBlock *block);

static TkBlock *read_block (TkReader *reader, const xmlNode *node, const TkBlock *parent);
static const TkBlock **read_columns (TkReader *reader, const xmlNode *from, const TkBlock *parent,
                                     const TkBlock **end);

/* Reads @from and its following siblings as blocks inside of @block. */
static void
read_blocks (TkReader *reader, const xmlNode *from, TkBlock *block)
{
  const TkBlock **end = &block->first;

  for (const xmlNode *node = from; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    TkBlock *child = read_block (reader, node, block);
    if (child == NULL)
      continue;
    *end = child;
    end = &child->next;
  }
}

static void
read_children (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  read_blocks (reader, node->children, block);
}

/* Queries. */

static void
use_query (TkReader *reader, const xmlNode *node, const char *attribute, TkRowsKind kind, TkBlock *block)
{
  const char *name = tk_template_read_attribute (reader, node, attribute);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (name == NULL)
    return;
  for (guint i = 0; i < reader->queries->len; i++) {
    const TkTemplateQuery *query = &g_array_index (reader->queries, TkTemplateQuery, i);
    g_ptr_array_add (names, (char *) query->name);
    if (strcmp (query->name, name) != 0)
      continue;
    block->rows = kind;
    block->query = i;
    block->use = reader->template->n_uses++;
    return;
  }
  g_ptr_array_add (names, NULL);
  g_autofree char *hint = tk_template_print_hint (name, (const char *const *) names->pdata);
  TkPlace place = tk_template_search_place (node, attribute);
  tk_template_faults_add (reader->faults, &place, _ ("there is no query \"%s\"%s"), name, hint);
}

static void
use_rows (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  use_query (reader, node, "query", TK_ROWS_FIRST, block);
  use_query (reader, node, "for-each", TK_ROWS_EACH, block);
}

/* Values. */

static const TkStyle *
style_of (TkReader *reader, const xmlNode *node, const char *attribute, const TkStyle *otherwise)
{
  const char *name = tk_template_read_attribute (reader, node, attribute);

  return name != NULL ? tk_template_read_style (reader, node, name) : otherwise;
}

/* The style that a block uses by itself: that of @name where there is one. */
static const TkStyle *
own_style (const TkReader *reader, const char *name, const TkStyle *otherwise)
{
  const TkStyle *style = tk_template_find_style (reader, name);

  return style != NULL ? style : otherwise;
}

static TkMeasure
read_measure (TkReader *reader, const xmlNode *node, const char *attribute)
{
  const char *text = tk_template_read_attribute (reader, node, attribute);
  TkMeasure measure = {TK_MEASURE_SHARE, 1};

  if (text == NULL || strcmp (text, "share") == 0)
    return measure;
  if (strcmp (text, "fit") == 0)
    return (TkMeasure){TK_MEASURE_FIT, 0};
  if (g_str_has_suffix (text, " share"))
    return (TkMeasure){TK_MEASURE_SHARE, (gint32) g_ascii_strtoll (text, NULL, 10)};
  return (TkMeasure){TK_MEASURE_LENGTH, tk_template_read_length (reader, node, attribute, 0)};
}

/* Shares in thousandths of them all. */
static void
settle_shares (TkMeasure **measures, guint n)
{
  gint32 total = 0;

  for (guint i = 0; i < n; i++)
    total += measures[i]->kind == TK_MEASURE_SHARE ? measures[i]->length : 0;
  for (guint i = 0; i < n; i++) {
    if (measures[i]->kind == TK_MEASURE_SHARE)
      measures[i]->length = measures[i]->length * 1000 / total;
  }
}

static TkAlign
read_align (TkReader *reader, const xmlNode *node)
{
  const char *text = tk_template_read_attribute (reader, node, "align");

  if (text == NULL || *text == 'l')
    return TK_ALIGN_LEFT;
  return *text == 'c' ? TK_ALIGN_CENTRE : *text == 'r' ? TK_ALIGN_RIGHT : TK_ALIGN_JUSTIFY;
}

static void
read_rule_length (TkReader *reader, const xmlNode *node, const char *attribute, int otherwise, TkBlock *block)
{
  const char *text = tk_template_read_attribute (reader, node, attribute);

  block->thickness = tk_template_read_length (reader, node, "thickness", TK_PT (0.75));
  block->permille = otherwise;
  if (text == NULL)
    return;
  block->permille = 0;
  if (g_ascii_isalpha (text[strlen (text) - 1]))
    block->length = tk_template_read_length (reader, node, attribute, 0);
  else
    block->permille = (int) (g_ascii_strtod (text, NULL) * 1000 + 0.5);
}

/* Blocks. */

static void
fill_paper (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->author = tk_template_read_text_attribute (reader, node, "author");
  block->subject = tk_template_read_text_attribute (reader, node, "subject");
  block->date = tk_template_read_text_attribute (reader, node, "date");
  block->endnotes = g_strcmp0 (tk_template_read_attribute (reader, node, "notes"), "end") == 0;
  read_children (reader, node, block);
}

/* new-page="right" */
static void
fill_new_page (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->right_page = g_strcmp0 (tk_template_read_attribute (reader, node, "new-page"), "right") == 0;
  block->new_page = block->new_page || block->right_page;
}

static void
fill_section (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->numbered = tk_template_read_yes (reader, node, "numbered", TRUE);
  block->appendix = tk_template_read_yes (reader, node, "appendix", FALSE);
  block->new_page = tk_template_read_yes (reader, node, "new-page", FALSE) || block->appendix;
  block->title_style = style_of (reader, node, "style", NULL);
  block->id = tk_template_read_text_attribute (reader, node, "id");
  fill_new_page (reader, node, block);
  const char *master = tk_template_read_attribute (reader, node, "master");
  block->master = master != NULL ? tk_template_read_master (reader, node, master) : NULL;
  read_children (reader, node, block);
  if (!block->has_title && (block->first == NULL || block->first->kind != TK_BLOCK_HEADING))
    tk_template_faults_add (reader->faults, &block->place, "%s",
                            _ ("<section> has no heading; give it a title, or begin it with <heading>"));
}

static void
fill_heading (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = style_of (reader, node, "style", NULL);
  block->text = tk_template_read_text (reader, node, NULL);
}

static void
fill_paragraph (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = style_of (reader, node, "style", reader->template->text_styles.body);
  block->text = tk_template_read_text (reader, node, NULL);
}

static void
fill_markdown (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->text = tk_template_read_placeholder (reader, node, "column");
}

static TkListMark
read_mark (TkReader *reader, const xmlNode *node)
{
  const char *text = tk_template_read_attribute (reader, node, "style");

  if (text == NULL)
    return TK_MARK_BY_DEPTH;
  switch (*text) {
  case 'p':
    return TK_MARK_PLUS;
  case 'n':
    return TK_MARK_NUMBER;
  case 'l':
    return TK_MARK_LETTER;
  default:
    return TK_MARK_DASH;
  }
}

static void
fill_list (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->mark = read_mark (reader, node);
  block->style = style_of (reader, node, "text-style", NULL);
  block->close = tk_template_read_attribute (reader, node, "close");
  block->close_last = tk_template_read_attribute (reader, node, "close-last");
  read_children (reader, node, block);
}

static void
fill_item (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const xmlNode *rest = NULL;

  block->text = tk_template_read_text (reader, node, &rest);
  read_blocks (reader, rest, block);
}

static void
fill_unless (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_UNLESS : block->rows;
  read_children (reader, node, block);
}

/* A query that these name gives all its rows. */
static void
fill_for_each (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : block->rows;
  read_children (reader, node, block);
}

/* The id, and the word by which captions are numbered. */
static void
read_counter (TkReader *reader, const xmlNode *node, const TkText *caption, TkBlock *block)
{
  block->id = tk_template_read_text_attribute (reader, node, "id");
  block->counter = tk_template_read_attribute (reader, node, "number");
  if (block->counter != NULL && caption->n_phrases == 0) {
    TkPlace place = tk_template_search_place (node, "number");
    tk_template_faults_add (reader->faults, &place,
                            _ ("<%s> has a number but no caption for it to stand in; give it one"),
                            block->name);
  }
}

static gint32
read_colour (TkReader *reader, const xmlNode *node, const char *attribute)
{
  const char *text = tk_template_read_attribute (reader, node, attribute);

  if (text == NULL)
    return -1;
  if (strlen (text) != strlen ("#000000")) {
    TkPlace place = tk_template_search_place (node, attribute);
    tk_template_faults_add (reader->faults, &place,
                            _ ("%s=\"%s\" is no colour; write six hexadecimal digits: #000000"), attribute,
                            text);
  }
  return (gint32) (g_ascii_strtoull (text + 1, NULL, 16) & 0xFFFFFF);
}

/* NULL where nothing is said of it. */
static const TkTableLook *
read_table_look (TkReader *reader, const xmlNode *node)
{
  const char *rules = tk_template_read_attribute (reader, node, "rules");
  TkTableLook look = {.zebra = read_colour (reader, node, "zebra"),
                      .head_fill = read_colour (reader, node, "head-fill"),
                      .smallest = tk_template_read_length (reader, node, "smallest", 0),
                      .turns = g_strcmp0 (tk_template_read_attribute (reader, node, "wide"), "turn") == 0};

  if (rules == NULL && look.zebra < 0 && look.head_fill < 0 && look.smallest == 0 && !look.turns)
    return NULL;
  if (rules != NULL)
    look.rules = *rules == 'r'   ? TK_RULES_ROWS
                 : *rules == 'h' ? TK_RULES_HEAD
                 : *rules == 'n' ? TK_RULES_NONE
                                 : TK_RULES_ALL;
  else if (tk_template_read_yes (reader, node, "plain", FALSE))
    look.rules = TK_RULES_NONE;
  return tk_arena_copy (reader->arena, &look, sizeof look);
}

/* A table has heads of one kind at least (ISO 14289-1, 7.5): without titles the first column names the rows.
 */
static void
settle_heads (const TkBlock *table)
{
  gboolean any = table->has_title;

  for (const TkBlock *column = table->first; column != NULL; column = column->next)
    any = any || column->row_head;
  if (!any)
    ((TkBlock *) table->first)->row_head = TRUE;
}

static void
fill_table (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  g_autoptr (GPtrArray) widths = g_ptr_array_new ();

  block->title = tk_template_read_text_attribute (reader, node, "caption");
  block->title_style = reader->template->text_styles.table_head;
  block->caption_style = reader->template->text_styles.caption;
  block->style = reader->template->text_styles.table_cell;
  block->look = read_table_look (reader, node);
  block->plain = block->look != NULL ? block->look->rules == TK_RULES_NONE
                                     : tk_template_read_yes (reader, node, "plain", FALSE);
  block->group_total = tk_template_read_text_attribute (reader, node, "group-total");
  block->numbers = tk_template_read_yes (reader, node, "numbers", FALSE);
  block->carried = tk_template_read_text_attribute (reader, node, "carried");
  block->brought = tk_template_read_text_attribute (reader, node, "brought");
  block->continued = tk_template_read_text_attribute (reader, node, "continued");
  block->total = tk_template_read_text_attribute (reader, node, "total");
  block->group = tk_template_read_text_attribute (reader, node, "group");
  read_counter (reader, node, &block->title, block);
  block->floating = tk_template_read_floating (reader, node);
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : block->rows;
  read_columns (reader, node->children, block, &block->first);
  for (const TkBlock *column = block->first; column != NULL; column = column->next) {
    block->has_title = block->has_title || column->has_title || column->parent != block;
    g_ptr_array_add (widths, (TkMeasure *) &column->width);
  }
  settle_shares ((TkMeasure **) widths->pdata, widths->len);
  settle_heads (block);
}

static void
fill_column (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const xmlNode *rest = NULL;

  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->turned = tk_template_read_yes (reader, node, "turned", FALSE);
  block->width = read_measure (reader, node, "width");
  block->decimal = g_strcmp0 (tk_template_read_attribute (reader, node, "align"), "decimal") == 0;
  block->align = block->decimal ? TK_ALIGN_RIGHT : read_align (reader, node);
  block->style = style_of (reader, node, "style", reader->template->text_styles.table_cell);
  block->sum = tk_template_read_text_attribute (reader, node, "sum");
  block->merge = tk_template_read_yes (reader, node, "merge", FALSE);
  block->row_head = tk_template_read_yes (reader, node, "row-head", FALSE);
  block->group_sum = tk_template_read_text_attribute (reader, node, "group-sum");
  block->text = tk_template_read_text (reader, node, &rest);
  read_blocks (reader, rest, block);
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    if ((child->kind == TK_BLOCK_PARAGRAPH && child->style == reader->template->text_styles.body)
        || (child->kind == TK_BLOCK_LIST && child->style == NULL))
      ((TkBlock *) child)->style = block->style; /* as the text beside it */
}

static void
fill_column_group (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->turned = tk_template_read_yes (reader, node, "turned", FALSE);
}

static void
fill_photo (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->picture = tk_template_read_picture (reader, node);
  block->floating = tk_template_read_floating (reader, node);
  block->file = tk_template_read_text_attribute (reader, node, "file");
  block->alt = tk_template_read_text_attribute (reader, node, "alt");
  block->max_width = tk_template_read_length (reader, node, "max-width", 0);
  block->max_height = tk_template_read_length (reader, node, "max-height", 0);
  block->around = tk_template_read_attribute (reader, node, "around");
  block->caption_style = style_of (reader, node, "style", reader->template->text_styles.caption);
  block->text = tk_template_read_text (reader, node, NULL);
  read_counter (reader, node, &block->text, block);
}

/* A query that an album names gives all its rows: content walks them. */
static void
fill_album (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  fill_photo (reader, node, block);
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : block->rows;
}

static void
fill_sides (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->left = read_measure (reader, node, "left");
  block->right = read_measure (reader, node, "right");
  settle_shares ((TkMeasure *[]){&block->left, &block->right}, 2);
  block->style = style_of (reader, node, "style", reader->template->text_styles.body);
  read_children (reader, node, block);
}

static void
fill_title (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const TkStyle *body = reader->template->text_styles.body;

  block->title = tk_template_read_text_attribute (reader, node, "kind");
  block->title_style = own_style (reader, "kind", body);
  block->style = style_of (reader, node, "style", own_style (reader, "subject", body));
  block->text = tk_template_read_text (reader, node, NULL);
  read_rule_length (reader, node, "rule", 0, block);
}

static void
fill_recipients (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const TkStyle *body = reader->template->text_styles.body;

  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = own_style (reader, "recipients-title", body);
  block->style = own_style (reader, "recipients", body);
  block->text = tk_template_read_text (reader, node, NULL);
}

static void
fill_rule (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = style_of (reader, node, "style", reader->template->text_styles.rule);
  read_rule_length (reader, node, "length", 1000, block);
}

static void
fill_space (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->height = tk_template_read_length (reader, node, "height", 0);
}

static void
fill_end_mark (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->close = tk_template_read_attribute (reader, node, "text");
  block->close = block->close != NULL ? block->close : "./.";
}

static void
fill_chart (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  static const char *const kinds[] = {
      [TK_CHART_BARS] = "bars",   [TK_CHART_STACKED] = "stacked", [TK_CHART_HORIZONTAL] = "horizontal",
      [TK_CHART_LINES] = "lines", [TK_CHART_PIE] = "pie",         [TK_CHART_RING] = "ring",
  };
  const char *kind = tk_template_read_attribute (reader, node, "kind");

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kinds); i++)
    if (strcmp (kinds[i], kind) == 0)
      block->chart = (TkChartKind) i;
  block->title = tk_template_read_text_attribute (reader, node, "caption");
  block->unit = tk_template_read_text_attribute (reader, node, "unit");
  block->text = tk_template_read_text_attribute (reader, node, "label");
  block->height = tk_template_read_length (reader, node, "height", 0);
  block->values = tk_template_read_yes (reader, node, "values", FALSE);
  block->style = reader->template->text_styles.table_cell;
  block->caption_style = style_of (reader, node, "style", reader->template->text_styles.caption);
  fill_for_each (reader, node, block);
}

static void
fill_series (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->text = tk_template_read_text_attribute (reader, node, "value");
  block->alt = tk_template_read_text_attribute (reader, node, "text");
}

static void
fill_box (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = style_of (reader, node, "style", reader->template->text_styles.body);
  block->box = tk_template_read_box (reader, node);
  block->breadth = tk_template_read_text_attribute (reader, node, "width");
  read_children (reader, node, block);
}

static void
fill_nothing (TkReader *reader G_GNUC_UNUSED, const xmlNode *node G_GNUC_UNUSED, TkBlock *block G_GNUC_UNUSED)
{
}

static void
fill_multicolumn (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const char *count = tk_template_read_attribute (reader, node, "count");

  block->column_set.n = count != NULL ? (int) g_ascii_strtoll (count, NULL, 10) : 2;
  block->column_set.gutter = tk_template_read_length (reader, node, "gutter", TK_MM (6));
  block->column_set.rule = tk_template_read_length (reader, node, "rule", 0);
  block->column_set.ragged = !tk_template_read_yes (reader, node, "balanced", TRUE);
  block->column_set.page_notes = g_strcmp0 (tk_template_read_attribute (reader, node, "notes"), "page") == 0;
  read_children (reader, node, block);
}

static void
read_entries (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = style_of (reader, node, "style", own_style (reader, "contents-title", NULL));
  for (int level = 1; level <= TK_CONTENTS_LEVELS; level++) {
    const char name[] = {'c', 'o', 'n', 't', 'e', 'n', 't', 's', '-', (char) ('0' + level), '\0'};
    block->entries[level - 1] = own_style (reader, name, NULL);
  }
}

static void
fill_contents (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const char *of = tk_template_read_attribute (reader, node, "of");
  const char *depth = tk_template_read_attribute (reader, node, "depth");

  if (of != NULL)
    block->listed = *of == 't' ? TK_LISTED_TABLES : *of == 'f' ? TK_LISTED_FIGURES : TK_LISTED_HEADINGS;
  block->depth = depth != NULL ? (int) g_ascii_strtoll (depth, NULL, 10) : TK_CONTENTS_LEVELS;
  read_entries (reader, node, block);
}

static void
fill_index (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : block->rows;
  block->find = tk_template_read_text_attribute (reader, node, "find");
  block->text = tk_template_read_text (reader, node, NULL);
  read_entries (reader, node, block);
}

static void
fill_endnotes (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = style_of (reader, node, "style", NULL);
}

static const struct {
  const char *name;
  TkBlockKind kind;
  FillFunc fill;
} elements[] = {
    {"paper", TK_BLOCK_PAPER, fill_paper},
    {"part", TK_BLOCK_GROUP, read_children},
    {"section", TK_BLOCK_SECTION, fill_section},
    {"heading", TK_BLOCK_HEADING, fill_heading},
    {"paragraph", TK_BLOCK_PARAGRAPH, fill_paragraph},
    {"markdown", TK_BLOCK_MARKDOWN, fill_markdown},
    {"list", TK_BLOCK_LIST, fill_list},
    {"item", TK_BLOCK_ITEM, fill_item},
    {"for-each", TK_BLOCK_GROUP, fill_for_each},
    {"if", TK_BLOCK_GROUP, read_children},
    {"unless", TK_BLOCK_GROUP, fill_unless},
    {"table", TK_BLOCK_TABLE, fill_table},
    {"column", TK_BLOCK_COLUMN, fill_column},
    {"column-group", TK_BLOCK_COLUMN_GROUP, fill_column_group},
    {"photo", TK_BLOCK_PHOTO, fill_photo},
    {"sides", TK_BLOCK_SIDES, fill_sides},
    {"row", TK_BLOCK_ROW, read_children},
    {"left", TK_BLOCK_SIDE, read_children},
    {"right", TK_BLOCK_SIDE, read_children},
    {"letterhead", TK_BLOCK_KEEP, read_children},
    {"title", TK_BLOCK_TITLE, fill_title},
    {"recipients", TK_BLOCK_RECIPIENTS, fill_recipients},
    {"signature", TK_BLOCK_SIGNATURE, read_children},
    {"rule", TK_BLOCK_RULE, fill_rule},
    {"space", TK_BLOCK_SPACE, fill_space},
    {"page-break", TK_BLOCK_PAGE_BREAK, fill_new_page},
    {"keep", TK_BLOCK_KEEP, read_children},
    {"end-mark", TK_BLOCK_END_MARK, fill_end_mark},
    {"multicolumn", TK_BLOCK_MULTICOLUMN, fill_multicolumn},
    {"contents", TK_BLOCK_CONTENTS, fill_contents},
    {"endnotes", TK_BLOCK_ENDNOTES, fill_endnotes},
    {"album", TK_BLOCK_ALBUM, fill_album},
    {"index", TK_BLOCK_INDEX, fill_index},
    {"box", TK_BLOCK_BOX, fill_box},
    {"chart", TK_BLOCK_CHART, fill_chart},
    {"series", TK_BLOCK_SERIES, fill_series},
    {"column-break", TK_BLOCK_COLUMN_BREAK, fill_nothing},
};

static TkBlock *
block_new (TkReader *reader, const xmlNode *node, const TkBlock *parent, TkBlockKind kind, const char *name)
{
  TkBlock *block = tk_arena_new0 (reader->arena, TkBlock);

  block->kind = kind;
  block->name = name;
  block->parent = parent;
  block->place = *tk_template_find_place (node);
  use_rows (reader, node, block);
  return block;
}

static TkBlock *
read_block (TkReader *reader, const xmlNode *node, const TkBlock *parent)
{
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++) {
    if (!tk_template_is (node, elements[i].name))
      continue;
    TkBlock *block = block_new (reader, node, parent, elements[i].kind, elements[i].name);
    block->across = tk_template_read_yes (reader, node, "across", FALSE);
    elements[i].fill (reader, node, block);
    return block;
  }
  return NULL;
}

/* The columns of a table are one list, whatever groups and <for-each> they are in: these are their parents. Gives
 * where the next one is to be linked. */
static const TkBlock **
read_columns (TkReader *reader, const xmlNode *from, const TkBlock *parent, const TkBlock **end)
{
  for (const xmlNode *node = from; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    if (tk_template_is (node, "for-each")) {
      TkBlock *each = block_new (reader, node, parent, TK_BLOCK_GROUP, "for-each");
      each->rows = each->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : each->rows;
      end = read_columns (reader, node->children, each, end);
      continue;
    }
    TkBlock *column = read_block (reader, node, parent);
    if (column == NULL)
      continue;
    if (column->kind == TK_BLOCK_COLUMN_GROUP) {
      end = read_columns (reader, node->children, column, end);
      continue;
    }
    *end = column;
    end = &column->next;
  }
  return end;
}

const TkBlock *
tk_template_read_paper (TkReader *reader, const xmlNode *paper)
{
  return read_block (reader, paper, NULL);
}
