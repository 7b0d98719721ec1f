/* Comes in: a <chart> and its series, valid. Goes out: their blocks. */
#include <string.h>

#include "blocks.h"

void
tk_template_fill_chart (TkReader *reader, const xmlNode *node, TkBlock *block)
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
  const char *colour = tk_template_read_attribute (reader, node, "colour");
  block->coloured = colour != NULL;
  if (colour != NULL)
    block->colour = tk_template_parse_colour (reader, tk_template_find_place (node), "colour", colour);
  block->values = tk_template_read_yes (reader, node, "values", FALSE);
  block->style = reader->template->text_styles.table_cell;
  block->caption_style = tk_template_read_style_attribute (reader, node, "style",
                                                           reader->template->text_styles.caption);
  tk_template_use_all_rows (block);
  tk_template_read_children (reader, node, block);
}

void
tk_template_fill_series (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->text = tk_template_read_text_attribute (reader, node, "value");
  block->alt = tk_template_read_text_attribute (reader, node, "text");
}
