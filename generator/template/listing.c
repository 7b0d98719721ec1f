/* Comes in: elements of what the paper makes of itself, valid: contents, an index, notes at its end. Goes
 * out: their blocks. */
#include "blocks.h"

static void
read_entries (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = tk_template_read_style_attribute (
      reader, node, "style", tk_template_find_style_or (reader, "contents-title", NULL));
  for (int level = 1; level <= TK_CONTENTS_LEVELS; level++) {
    const char name[] = {'c', 'o', 'n', 't', 'e', 'n', 't', 's', '-', (char) ('0' + level), '\0'};
    block->entries[level - 1] = tk_template_find_style_or (reader, name, NULL);
  }
}

void
tk_template_fill_contents (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const char *of = tk_template_read_attribute (reader, node, "of");
  const char *pages = tk_template_read_attribute (reader, node, "pages-from");
  const char *depth = tk_template_read_attribute (reader, node, "depth");

  if (of != NULL)
    block->listed = *of == 't' ? TK_LISTED_TABLES : *of == 'f' ? TK_LISTED_FIGURES : TK_LISTED_HEADINGS;
  block->pages_from = pages != NULL ? (int) g_ascii_strtoll (pages, NULL, 10) : 1;
  block->within = xmlHasProp (node, BAD_CAST "within") != NULL;
  block->depth = depth != NULL ? (int) g_ascii_strtoll (depth, NULL, 10) : TK_CONTENTS_LEVELS;
  read_entries (reader, node, block);
}

void
tk_template_fill_index (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  tk_template_use_all_rows (block);
  block->find = tk_template_read_text_attribute (reader, node, "find");
  block->text = tk_template_read_text (reader, node, NULL);
  read_entries (reader, node, block);
}

void
tk_template_fill_endnotes (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->title_style = tk_template_read_style_attribute (reader, node, "style", NULL);
}
