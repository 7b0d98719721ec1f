/* Comes in: a <box> element, valid. Goes out: its block, with what is drawn around the blocks in it. */
#include <glib/gi18n.h>

#include "blocks.h"

static guint32
read_colour (TkReader *reader, const xmlNode *node, const char *name)
{
  const char *text = tk_template_read_attribute (reader, node, name);

  return text != NULL ? tk_template_parse_colour (reader, tk_template_find_place (node), name, text) : 0;
}

static TkUnit
read_extent (TkReader *reader, const xmlNode *node, const char *name, TkUnit otherwise, int most)
{
  TkUnit length = tk_template_read_length (reader, node, name, otherwise);

  if (length >= 0 && length <= TK_MM (most))
    return length;
  tk_template_faults_add (reader->faults, tk_template_find_place (node),
                          _ ("%s of <box> is not between 0 and %dmm; write a length like 3mm"), name, most);
  return otherwise;
}

static const TkBoxLook *
read_box (TkReader *reader, const xmlNode *node)
{
  TkBoxLook *look = tk_arena_new0 (reader->arena, TkBoxLook);
  const char *rules = tk_template_read_attribute (reader, node, "rules");

  look->filled = tk_template_read_attribute (reader, node, "background") != NULL;
  look->background = read_colour (reader, node, "background");
  look->colour = read_colour (reader, node, "colour");
  look->border = read_extent (reader, node, "border", 0, 50);
  look->padding = read_extent (reader, node, "padding", TK_MM (3), 50);
  look->height = read_extent (reader, node, "height", 0, 1000);
  look->shrinks = tk_template_read_yes (reader, node, "shrink", FALSE);
  look->ends = g_strcmp0 (rules, "ends") == 0;
  look->twice = g_strcmp0 (rules, "double") == 0;
  look->quote = tk_template_read_yes (reader, node, "quote", FALSE);
  return look;
}

void
tk_template_fill_box (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->style = tk_template_read_style_attribute (reader, node, "style", reader->template->text_styles.body);
  block->box = read_box (reader, node);
  block->floating = tk_template_read_floating (reader, node);
  block->breadth = tk_template_read_text_attribute (reader, node, "width");
  tk_template_read_children (reader, node, block);
}
