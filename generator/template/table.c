/* Comes in: a <table> and its columns, or <sides>, valid. Goes out: their blocks, with the shares of columns
 * in thousandths. Must not know how wide a page is. */
#include <string.h>

#include "blocks.h"

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

static gint32
read_fill (TkReader *reader, const xmlNode *node, const char *attribute)
{
  const char *text = tk_template_read_attribute (reader, node, attribute);

  if (text == NULL)
    return -1;
  const TkPlace place = tk_template_search_place (node, attribute);
  return (gint32) tk_template_parse_colour (reader, &place, attribute, text);
}

const TkTableLook *
tk_template_read_table_look (TkReader *reader, const xmlNode *node)
{
  const char *rules = tk_template_read_attribute (reader, node, "rules");
  TkTableLook look = {.zebra = read_fill (reader, node, "zebra"),
                      .head_fill = read_fill (reader, node, "head-fill"),
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

/* The columns of a table are one list, whatever groups and <for-each> they are in: these are their parents.
 * Gives where the next one is to be linked. */
static const TkBlock **
read_columns (TkReader *reader, const xmlNode *from, const TkBlock *parent, const TkBlock **end)
{
  for (const xmlNode *node = from; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    if (tk_template_is (node, "for-each")) {
      TkBlock *each = tk_template_block_new (reader, node, parent, TK_BLOCK_GROUP, "for-each");
      each->rows = each->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : each->rows;
      end = read_columns (reader, node->children, each, end);
      continue;
    }
    TkBlock *column = tk_template_read_block (reader, node, parent);
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

void
tk_template_fill_table (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  g_autoptr (GPtrArray) widths = g_ptr_array_new ();

  block->title = tk_template_read_text_attribute (reader, node, "caption");
  block->title_style = reader->template->text_styles.table_head;
  block->caption_style = reader->template->text_styles.caption;
  block->style = reader->template->text_styles.table_cell;
  block->look = tk_template_read_table_look (reader, node);
  block->plain = block->look != NULL ? block->look->rules == TK_RULES_NONE
                                     : tk_template_read_yes (reader, node, "plain", FALSE);
  block->group_total = tk_template_read_text_attribute (reader, node, "group-total");
  block->numbers = tk_template_read_yes (reader, node, "numbers", FALSE);
  block->strong = tk_template_read_text_attribute (reader, node, "strong");
  block->carried = tk_template_read_text_attribute (reader, node, "carried");
  block->brought = tk_template_read_text_attribute (reader, node, "brought");
  block->continued = tk_template_read_text_attribute (reader, node, "continued");
  block->total = tk_template_read_text_attribute (reader, node, "total");
  block->group = tk_template_read_text_attribute (reader, node, "group");
  tk_template_read_counter (reader, node, &block->title, block);
  block->floating = tk_template_read_floating (reader, node);
  tk_template_use_all_rows (block);
  read_columns (reader, node->children, block, &block->first);
  for (const TkBlock *column = block->first; column != NULL; column = column->next) {
    block->has_title = block->has_title || column->has_title || column->parent != block;
    g_ptr_array_add (widths, (TkMeasure *) &column->width);
  }
  settle_shares ((TkMeasure **) widths->pdata, widths->len);
  settle_heads (block);
}

void
tk_template_fill_column (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const xmlNode *rest = NULL;

  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->turned = tk_template_read_yes (reader, node, "turned", FALSE);
  block->width = read_measure (reader, node, "width");
  block->decimal = g_strcmp0 (tk_template_read_attribute (reader, node, "align"), "decimal") == 0;
  block->align = block->decimal ? TK_ALIGN_RIGHT : tk_template_read_align (reader, node);
  block->style = tk_template_read_style_attribute (reader, node, "style",
                                                   reader->template->text_styles.table_cell);
  block->sum = tk_template_read_text_attribute (reader, node, "sum");
  block->merge = tk_template_read_yes (reader, node, "merge", FALSE);
  block->row_head = tk_template_read_yes (reader, node, "row-head", FALSE);
  block->group_sum = tk_template_read_text_attribute (reader, node, "group-sum");
  if (xmlHasProp (node, BAD_CAST "match") != NULL)
    block->match = tk_template_read_placeholder (reader, node, "match");
  block->text = tk_template_read_text (reader, node, &rest);
  tk_template_read_blocks (reader, rest, block);
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    if ((child->kind == TK_BLOCK_PARAGRAPH && child->style == reader->template->text_styles.body)
        || (child->kind == TK_BLOCK_LIST && child->style == NULL))
      ((TkBlock *) child)->style = block->style; /* as the text beside it */
}

void
tk_template_fill_column_group (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->turned = tk_template_read_yes (reader, node, "turned", FALSE);
}

void
tk_template_fill_sides (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->left = read_measure (reader, node, "left");
  block->right = read_measure (reader, node, "right");
  settle_shares ((TkMeasure *[]){&block->left, &block->right}, 2);
  block->style = tk_template_read_style_attribute (reader, node, "style", reader->template->text_styles.body);
  tk_template_read_children (reader, node, block);
}
