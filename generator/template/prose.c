/* Comes in: elements of running text, valid. Goes out: their blocks. */
#include "blocks.h"

void
tk_template_fill_heading (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = tk_template_read_style_attribute (reader, node, "style", NULL);
  block->outline = tk_template_read_yes (reader, node, "listed", FALSE);
  block->text = tk_template_read_text (reader, node, NULL);
}

void
tk_template_fill_paragraph (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = tk_template_read_style_attribute (reader, node, "style", reader->template->text_styles.body);
  block->text = tk_template_read_text (reader, node, NULL);
}

void
tk_template_fill_markdown (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const TkStyle *style = tk_template_read_style_attribute (reader, node, "style", NULL);

  block->text = tk_template_read_placeholder (reader, node, "column");
  block->style = style;
  block->title_style = tk_template_read_style_attribute (reader, node, "first", style);
  block->caption_style = tk_template_read_style_attribute (reader, node, "below-heading", style);
  block->look = tk_template_read_table_look (reader, node);
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

void
tk_template_fill_list (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->mark = read_mark (reader, node);
  block->style = tk_template_read_style_attribute (reader, node, "text-style", NULL);
  block->close = tk_template_read_attribute (reader, node, "close");
  block->close_last = tk_template_read_attribute (reader, node, "close-last");
  block->run_in = tk_template_read_yes (reader, node, "run-in", FALSE);
  tk_template_read_children (reader, node, block);
}

void
tk_template_fill_item (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const xmlNode *rest = NULL;

  block->text = tk_template_read_text (reader, node, &rest);
  tk_template_read_blocks (reader, rest, block);
}
