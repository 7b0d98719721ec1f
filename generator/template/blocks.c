/* Comes in: the <paper> element, valid. Goes out: its blocks. What is special to a kind of block is read
 * where the table of elements says; here is what all have, and what holds others. */
#include "blocks.h"

#include <glib/gi18n.h>
#include <string.h>

#include "nearest.h"

void
tk_template_read_blocks (TkReader *reader, const xmlNode *from, TkBlock *block)
{
  const TkBlock **end = &block->first;

  for (const xmlNode *node = from; node != NULL; node = node->next) {
    if (node->type != XML_ELEMENT_NODE)
      continue;
    TkBlock *child = tk_template_read_block (reader, node, block);
    if (child == NULL)
      continue;
    *end = child;
    end = &child->next;
  }
}

void
tk_template_read_children (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  tk_template_read_blocks (reader, node->children, block);
}

gboolean
tk_template_use_query (TkReader *reader, const xmlNode *node, const char *attribute, guint *ret_query,
                       guint *ret_use)
{
  const char *name = tk_template_read_attribute (reader, node, attribute);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (name == NULL)
    return FALSE;
  for (guint i = 0; i < reader->queries->len; i++) {
    const TkTemplateQuery *query = &g_array_index (reader->queries, TkTemplateQuery, i);
    g_ptr_array_add (names, (char *) query->name);
    if (strcmp (query->name, name) != 0)
      continue;
    *ret_query = i;
    *ret_use = reader->template->n_uses++;
    return TRUE;
  }
  g_ptr_array_add (names, NULL);
  g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
  TkPlace place = tk_template_search_place (node, attribute);
  tk_template_faults_add (reader->faults, &place, _ ("there is no query \"%s\"%s"), name, hint);
  return FALSE;
}

static void
use_rows (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  if (tk_template_use_query (reader, node, "query", &block->query, &block->use))
    block->rows = TK_ROWS_FIRST;
  if (tk_template_use_query (reader, node, "for-each", &block->query, &block->use))
    block->rows = TK_ROWS_EACH;
}

void
tk_template_use_all_rows (TkBlock *block)
{
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_EACH : block->rows;
}

void
tk_template_read_counter (TkReader *reader, const xmlNode *node, const TkText *caption, TkBlock *block)
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

static void
fill_paper (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->author = tk_template_read_text_attribute (reader, node, "author");
  block->subject = tk_template_read_text_attribute (reader, node, "subject");
  block->date = tk_template_read_text_attribute (reader, node, "date");
  block->endnotes = g_strcmp0 (tk_template_read_attribute (reader, node, "notes"), "end") == 0;
  tk_template_read_children (reader, node, block);
}

/* new-page="right", "back" */
static void
fill_new_page (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->right_page = g_strcmp0 (tk_template_read_attribute (reader, node, "new-page"), "right") == 0;
  block->back_page = g_strcmp0 (tk_template_read_attribute (reader, node, "new-page"), "back") == 0;
  block->new_page = block->new_page || block->right_page || block->back_page;
}

/* A break that counts anew begins what is like an appendix. */
static void
fill_page_break (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->appendix = tk_template_read_yes (reader, node, "restart", FALSE);
  fill_new_page (reader, node, block);
}

static void
fill_section (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->has_title = xmlHasProp (node, BAD_CAST "title") != NULL;
  block->numbered = tk_template_read_yes (reader, node, "numbered", TRUE);
  block->appendix = tk_template_read_yes (reader, node, "appendix", FALSE);
  block->new_page = tk_template_read_yes (reader, node, "new-page", FALSE) || block->appendix;
  block->title_style = tk_template_read_style_attribute (reader, node, "style", NULL);
  block->id = tk_template_read_text_attribute (reader, node, "id");
  block->outline = tk_template_read_yes (reader, node, "listed", TRUE);
  block->room = tk_template_read_length (reader, node, "room", 0);
  fill_new_page (reader, node, block);
  const char *master = tk_template_read_attribute (reader, node, "master");
  block->master = master != NULL ? tk_template_read_master (reader, node, master) : NULL;
  tk_template_read_children (reader, node, block);
  if (!block->has_title && (block->first == NULL || block->first->kind != TK_BLOCK_HEADING))
    tk_template_faults_add (reader->faults, &block->place, "%s",
                            _ ("<section> has no heading; give it a title, or begin it with <heading>"));
}

static void
fill_unless (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->rows = block->rows == TK_ROWS_FIRST ? TK_ROWS_UNLESS : block->rows;
  tk_template_read_children (reader, node, block);
}

static void
fill_for_each (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  tk_template_use_all_rows (block);
  tk_template_read_children (reader, node, block);
}

static void
fill_nothing (TkReader *reader G_GNUC_UNUSED, const xmlNode *node G_GNUC_UNUSED, TkBlock *block G_GNUC_UNUSED)
{
}

static void
fill_fillers (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  block->reserve = tk_template_read_yes (reader, node, "reserve", FALSE);
  tk_template_read_children (reader, node, block);
}

static void
fill_multicolumn (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const char *count = tk_template_read_attribute (reader, node, "count");

  block->column_set.n = count != NULL ? (int) g_ascii_strtoll (count, NULL, 10) : 2;
  block->column_set.narrowest = tk_template_read_length (reader, node, "narrowest", 0);
  block->column_set.gutter = tk_template_read_length (reader, node, "gutter", TK_MM (6));
  block->column_set.rule = tk_template_read_length (reader, node, "rule", 0);
  const char *colour = tk_template_read_attribute (reader, node, "rule-colour");
  if (colour != NULL)
    block->column_set.rule_colour = tk_template_parse_colour (reader, tk_template_find_place (node),
                                                              "rule-colour", colour);
  block->column_set.ragged = !tk_template_read_yes (reader, node, "balanced", TRUE);
  block->column_set.page_notes = g_strcmp0 (tk_template_read_attribute (reader, node, "notes"), "page") == 0;
  tk_template_read_children (reader, node, block);
}

static const struct {
  const char *name;
  TkBlockKind kind;
  void (*fill) (TkReader *reader, const xmlNode *node, TkBlock *block);
} elements[] = {
    {"paper", TK_BLOCK_PAPER, fill_paper},
    {"part", TK_BLOCK_GROUP, tk_template_read_children},
    {"section", TK_BLOCK_SECTION, fill_section},
    {"heading", TK_BLOCK_HEADING, tk_template_fill_heading},
    {"paragraph", TK_BLOCK_PARAGRAPH, tk_template_fill_paragraph},
    {"markdown", TK_BLOCK_MARKDOWN, tk_template_fill_markdown},
    {"list", TK_BLOCK_LIST, tk_template_fill_list},
    {"item", TK_BLOCK_ITEM, tk_template_fill_item},
    {"for-each", TK_BLOCK_GROUP, fill_for_each},
    {"if", TK_BLOCK_GROUP, tk_template_read_children},
    {"unless", TK_BLOCK_GROUP, fill_unless},
    {"table", TK_BLOCK_TABLE, tk_template_fill_table},
    {"column", TK_BLOCK_COLUMN, tk_template_fill_column},
    {"column-group", TK_BLOCK_COLUMN_GROUP, tk_template_fill_column_group},
    {"photo", TK_BLOCK_PHOTO, tk_template_fill_photo},
    {"sides", TK_BLOCK_SIDES, tk_template_fill_sides},
    {"row", TK_BLOCK_ROW, tk_template_read_children},
    {"left", TK_BLOCK_SIDE, tk_template_read_children},
    {"right", TK_BLOCK_SIDE, tk_template_read_children},
    {"letterhead", TK_BLOCK_KEEP, tk_template_read_children},
    {"title", TK_BLOCK_TITLE, tk_template_fill_title},
    {"recipients", TK_BLOCK_RECIPIENTS, tk_template_fill_recipients},
    {"signature", TK_BLOCK_SIGNATURE, tk_template_read_children},
    {"rule", TK_BLOCK_RULE, tk_template_fill_rule},
    {"space", TK_BLOCK_SPACE, tk_template_fill_space},
    {"page-break", TK_BLOCK_PAGE_BREAK, fill_page_break},
    {"keep", TK_BLOCK_KEEP, tk_template_read_children},
    {"end-mark", TK_BLOCK_END_MARK, tk_template_fill_end_mark},
    {"multicolumn", TK_BLOCK_MULTICOLUMN, fill_multicolumn},
    {"contents", TK_BLOCK_CONTENTS, tk_template_fill_contents},
    {"endnotes", TK_BLOCK_ENDNOTES, tk_template_fill_endnotes},
    {"album", TK_BLOCK_ALBUM, tk_template_fill_album},
    {"index", TK_BLOCK_INDEX, tk_template_fill_index},
    {"box", TK_BLOCK_BOX, tk_template_fill_box},
    {"chart", TK_BLOCK_CHART, tk_template_fill_chart},
    {"series", TK_BLOCK_SERIES, tk_template_fill_series},
    {"column-break", TK_BLOCK_COLUMN_BREAK, fill_nothing},
    {"fillers", TK_BLOCK_FILLERS, fill_fillers},
    {"paper-of", TK_BLOCK_PAPER_OF, tk_template_fill_paper_of},
};

TkBlock *
tk_template_block_new (TkReader *reader, const xmlNode *node, const TkBlock *parent, TkBlockKind kind,
                       const char *name)
{
  TkBlock *block = tk_arena_new0 (reader->arena, TkBlock);

  block->kind = kind;
  block->name = name;
  block->parent = parent;
  block->place = *tk_template_find_place (node);
  use_rows (reader, node, block);
  return block;
}

TkBlock *
tk_template_read_block (TkReader *reader, const xmlNode *node, const TkBlock *parent)
{
  if (tk_template_leaves_out (reader, node))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (elements); i++) {
    if (!tk_template_is (node, elements[i].name))
      continue;
    TkBlock *block = tk_template_block_new (reader, node, parent, elements[i].kind, elements[i].name);
    block->across = tk_template_read_yes (reader, node, "across", FALSE);
    elements[i].fill (reader, node, block);
    return block;
  }
  return NULL;
}

const TkBlock *
tk_template_read_paper (TkReader *reader, const xmlNode *paper)
{
  return tk_template_read_block (reader, paper, NULL);
}
