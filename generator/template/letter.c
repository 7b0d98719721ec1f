/* Comes in: elements of letters and decisions, valid: the title, the recipients, rules, the mark at the end.
 * Goes out: their blocks. */
#include <string.h>

#include "blocks.h"

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

void
tk_template_fill_title (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const TkStyle *body = reader->template->text_styles.body;

  block->title = tk_template_read_text_attribute (reader, node, "kind");
  block->title_style = tk_template_find_style_or (reader, "kind", body);
  block->style = tk_template_read_style_attribute (reader, node, "style",
                                                   tk_template_find_style_or (reader, "subject", body));
  block->text = tk_template_read_text (reader, node, NULL);
  read_rule_length (reader, node, "rule", 0, block);
}

void
tk_template_fill_recipients (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const TkStyle *body = reader->template->text_styles.body;

  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = tk_template_find_style_or (reader, "recipients-title", body);
  block->style = tk_template_find_style_or (reader, "recipients", body);
  block->text = tk_template_read_text (reader, node, NULL);
}

void
tk_template_fill_rule (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = tk_template_read_style_attribute (reader, node, "style", reader->template->text_styles.rule);
  read_rule_length (reader, node, "length", 1000, block);
}

void
tk_template_fill_space (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->height = tk_template_read_length (reader, node, "height", 0);
  block->stretch = tk_template_read_yes (reader, node, "stretch", FALSE);
}

void
tk_template_fill_end_mark (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->close = tk_template_read_attribute (reader, node, "text");
  block->close = block->close != NULL ? block->close : "./.";
}
