/* Comes in: a block of the template, the rows around it. Goes out: nodes behind those that
 * are there. What turns out empty is taken back. The table at the end says which
 * function makes which kind of block. */
#include <glib/gi18n.h>

#include "error.h"
#include "maker.h"

typedef gboolean (*BuildFunc) (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error);

void
tk_content_drop_after (TkNode *parent, TkNode *last)
{
  parent->last = last;
  if (last != NULL)
    last->next = NULL;
  else
    parent->first = NULL;
}

static gboolean
build_children (TkMaker *maker, const TkBlock *from, TkNode *parent, GError **error)
{
  for (const TkBlock *child = from; child != NULL; child = child->next) {
    if (!tk_content_build (maker, child, parent, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
build_group (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  return build_children (maker, block->first, parent, error);
}

/* Sections. */

static const TkStyle *
heading_style (const TkMaker *maker, int level)
{
  if (level >= 1 && (guint) level <= maker->template->n_levels)
    return maker->template->levels[level - 1].style;
  return maker->template->text_styles.headings[CLAMP (level, 1, TK_HEADING_LEVELS) - 1];
}

/* FALSE where there is no heading because nothing is left of it. */
static gboolean
add_heading (TkMaker *maker, const TkBlock *block, const TkText *text, const TkStyle *style,
             const char *number, TkNode *section)
{
  int level = maker->depth;
  TkNode *heading = tk_node_add (maker->arena, section, TK_NODE_HEADING, style);
  gboolean own_line = number != NULL && maker->template->levels[level - 1].own_line;

  heading->level = level;
  heading->outline = block->outline;
  if (tk_content_fill (maker, text, number, own_line, heading))
    return TRUE;
  tk_content_drop_after (section, NULL);
  return FALSE;
}

static gboolean
fill_section (TkMaker *maker, const TkBlock *block, TkNode *section, guint n, GError **error)
{
  gboolean inner = !block->has_title && block->first != NULL && block->first->kind == TK_BLOCK_HEADING;
  const TkText *text = inner ? &block->first->text : &block->title;
  const TkStyle *style = inner && block->first->style != NULL ? block->first->style : block->title_style;
  const char *number = block->numbered ? tk_content_number (maker, maker->depth, n) : NULL;

  maker->numbers[maker->depth] = number;
  if (!add_heading (maker, block, text, style != NULL ? style : heading_style (maker, maker->depth), number,
                    section))
    number = NULL;
  tk_content_anchor (maker, block, section, number, section->first);
  return build_children (maker, inner ? block->first->next : block->first, section, error);
}

/* Whether @section holds more than its heading, empty space and a list of what is in it. */
static gboolean
holds_something (const TkNode *section)
{
  for (const TkNode *node = section->first; node != NULL; node = node->next) {
    if (node->kind != TK_NODE_HEADING && node->kind != TK_NODE_SPACE && node->kind != TK_NODE_RULE
        && node->kind != TK_NODE_PAGE_BREAK && !(node->kind == TK_NODE_CONTENTS && node->level > 0))
      return TRUE;
    if (node->kind == TK_NODE_HEADING && node != section->first)
      return TRUE;
  }
  return FALSE;
}

static gboolean
build_section (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  const TkMaster *around = maker->master != NULL ? maker->master : maker->template->master;

  if (maker->depth == TK_DEEPEST_SECTION) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: more than %d sections inside each other; use fewer"),
                 tk_template_print_place (maker->arena, &block->place), TK_DEEPEST_SECTION);
    return FALSE;
  }
  if (block->new_page || block->master != NULL) {
    TkNode *page_break = tk_node_add (maker->arena, parent, TK_NODE_PAGE_BREAK, NULL);
    page_break->restart = block->appendix;
    page_break->right_page = block->right_page;
    page_break->back_page = block->back_page;
    page_break->master = block->master;
  }
  TkNode *section = tk_node_add (maker->arena, parent, TK_NODE_SECTION, NULL);
  guint n = maker->counters[maker->depth] + 1;
  section->level = ++maker->depth;
  section->room = block->room;
  maker->counters[maker->depth] = 0;
  maker->master = block->master != NULL ? block->master : around;
  gboolean built = fill_section (maker, block, section, n, error);
  maker->master = around;
  maker->depth--;
  if (!built)
    return FALSE;
  if (block->master != NULL)
    tk_node_add (maker->arena, parent, TK_NODE_PAGE_BREAK, NULL)->master = around;
  if (!holds_something (section))
    tk_content_drop_after (parent, before); /* the next one takes its number */
  else if (block->numbered && section->first->kind == TK_NODE_HEADING)
    maker->counters[maker->depth] = n;
  return TRUE;
}

/* Texts. */

/* Whether the section around has a heading; in one that has none, another may stand in a box in its place. */
static gboolean
is_headed (const TkNode *node)
{
  while (node != NULL && node->kind != TK_NODE_SECTION)
    node = node->parent;
  return node == NULL || (node->first != NULL && node->first->kind == TK_NODE_HEADING);
}

static gboolean
build_heading (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  int level = MIN (maker->depth + is_headed (parent), TK_HEADING_LEVELS);
  const TkStyle *style = block->style != NULL ? block->style : heading_style (maker, level);
  TkNode *before = parent->last;
  TkNode *heading = tk_node_add (maker->arena, parent, TK_NODE_HEADING, style);

  heading->level = level;
  heading->outline = block->outline;
  if (!tk_content_fill (maker, &block->text, NULL, FALSE, heading))
    tk_content_drop_after (parent, before);
  return TRUE;
}

gboolean
tk_content_add_paragraph (TkMaker *maker, const TkText *text, const TkStyle *style, TkNode *parent)
{
  TkNode *before = parent->last;
  TkNode *paragraph = tk_node_add (maker->arena, parent, TK_NODE_PARAGRAPH, style);

  if (tk_content_fill (maker, text, NULL, FALSE, paragraph))
    return TRUE;
  tk_content_drop_after (parent, before);
  return FALSE;
}

static gboolean
build_paragraph (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  tk_content_add_paragraph (maker, &block->text, block->style, parent);
  return TRUE;
}

static gboolean
build_rule (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  const TkStyle *style = block->kind == TK_BLOCK_RULE ? block->style : maker->template->text_styles.rule;

  if (parent->last == NULL && block->length == 0)
    return TRUE; /* no line before it to take its length from */
  TkNode *rule = tk_node_add (maker->arena, parent, TK_NODE_RULE, style);
  rule->rule_length = block->length;
  rule->rule_permille = block->permille;
  rule->rule_thickness = block->thickness;
  return TRUE;
}

static gboolean
build_title (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  if (tk_content_add_paragraph (maker, &block->title, block->title_style, parent))
    parent->last->title = TRUE;
  if (!tk_content_add_paragraph (maker, &block->text, block->style, parent))
    return TRUE;
  parent->last->title = TRUE;
  return (block->permille == 0 && block->length == 0) || build_rule (maker, block, parent, error);
}

/* Others. */

static gboolean
build_keep (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *keep = tk_node_add (maker->arena, parent, TK_NODE_KEEP, NULL);

  if (!build_children (maker, block->first, keep, error))
    return FALSE;
  if (keep->first == NULL)
    tk_content_drop_after (parent, before);
  else if (block->kind == TK_BLOCK_SIGNATURE && maker->signature == NULL)
    maker->signature = keep;
  return TRUE;
}

/* What is left out on all pages is left out of the paper: an empty one is none. */
static gboolean
build_fillers (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *fillers = tk_node_add (maker->arena, parent, TK_NODE_FILLERS, NULL);

  fillers->reserve = block->reserve;

  if (!build_children (maker, block->first, fillers, error))
    return FALSE;
  if (fillers->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}

static gboolean
build_multicolumn (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *before = parent->last;
  TkNode *columns = tk_node_add (maker->arena, parent, TK_NODE_COLUMNS, NULL);

  columns->column_set = tk_arena_copy (maker->arena, &block->column_set, sizeof block->column_set);
  if (!build_children (maker, block->first, columns, error))
    return FALSE;
  if (columns->first == NULL)
    tk_content_drop_after (parent, before);
  return TRUE;
}

/* The lines before are looked for while the signature is not there yet. */
static gboolean
build_signature (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  tk_content_keep_last_lines (maker);
  return build_keep (maker, block, parent, error);
}

static gboolean
build_space (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  TkNode *space = tk_node_add (maker->arena, parent, TK_NODE_SPACE, maker->template->text_styles.body);

  space->rule_length = block->height;
  space->stretch = block->stretch;
  return TRUE;
}

static gboolean
build_page_break (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  TkNode *page_break = tk_node_add (maker->arena, parent, TK_NODE_PAGE_BREAK, NULL);

  page_break->right_page = block->right_page;
  page_break->restart = block->appendix;
  page_break->column_only = block->kind == TK_BLOCK_COLUMN_BREAK;
  if (parent == maker->document->root && !page_break->column_only)
    maker->turned = page_break;
  return TRUE;
}

static gboolean
build_end_mark (TkMaker *maker, const TkBlock *block, TkNode *parent G_GNUC_UNUSED,
                GError **error G_GNUC_UNUSED)
{
  tk_content_end (maker, block->close);
  return TRUE;
}

static const BuildFunc builders[] = {
    [TK_BLOCK_PAPER] = build_group,
    [TK_BLOCK_SECTION] = build_section,
    [TK_BLOCK_HEADING] = build_heading,
    [TK_BLOCK_PARAGRAPH] = build_paragraph,
    [TK_BLOCK_MARKDOWN] = tk_content_build_markdown,
    [TK_BLOCK_LIST] = tk_content_build_list,
    [TK_BLOCK_ITEM] = tk_content_build_item,
    [TK_BLOCK_GROUP] = build_group,
    [TK_BLOCK_TABLE] = tk_content_build_table,
    [TK_BLOCK_COLUMN] = build_group,
    [TK_BLOCK_PHOTO] = tk_content_build_photo,
    [TK_BLOCK_SIDES] = tk_content_build_sides,
    [TK_BLOCK_ROW] = build_group,
    [TK_BLOCK_SIDE] = build_group,
    [TK_BLOCK_TITLE] = build_title,
    [TK_BLOCK_RECIPIENTS] = tk_content_build_recipients,
    [TK_BLOCK_SIGNATURE] = build_signature,
    [TK_BLOCK_MULTICOLUMN] = build_multicolumn,
    [TK_BLOCK_RULE] = build_rule,
    [TK_BLOCK_SPACE] = build_space,
    [TK_BLOCK_PAGE_BREAK] = build_page_break,
    [TK_BLOCK_KEEP] = build_keep,
    [TK_BLOCK_END_MARK] = build_end_mark,
    [TK_BLOCK_CONTENTS] = tk_content_build_contents,
    [TK_BLOCK_ENDNOTES] = tk_content_build_endnotes,
    [TK_BLOCK_ALBUM] = tk_content_build_album,
    [TK_BLOCK_INDEX] = tk_content_build_index,
    [TK_BLOCK_COLUMN_GROUP] = build_group,
    [TK_BLOCK_BOX] = tk_content_build_box,
    [TK_BLOCK_CHART] = tk_content_build_chart,
    [TK_BLOCK_SERIES] = build_group,
    [TK_BLOCK_COLUMN_BREAK] = build_page_break,
    [TK_BLOCK_FILLERS] = build_fillers,
    [TK_BLOCK_PAPER_OF] = tk_content_build_paper_of,
};

static gboolean
build_rows (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  BuildFunc build = builders[block->kind];

  if (block->rows == TK_ROWS_NONE || block->kind == TK_BLOCK_TABLE || block->kind == TK_BLOCK_RECIPIENTS
      || block->kind == TK_BLOCK_ALBUM || block->kind == TK_BLOCK_INDEX || block->kind == TK_BLOCK_CHART)
    return build (maker, block, parent, error);
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  if (rows == NULL)
    return FALSE;
  if (block->rows == TK_ROWS_UNLESS)
    return rows->n_rows > 0 || build (maker, block, parent, error);
  guint n = block->rows == TK_ROWS_FIRST ? MIN (rows->n_rows, 1) : rows->n_rows;
  gboolean built = TRUE;
  int frame = maker->n_frames;
  tk_content_push (maker, rows);
  for (guint i = 0; built && i < n; i++) {
    maker->frames[frame].row = i;
    built = build (maker, block, parent, error);
  }
  tk_content_pop (maker);
  return built;
}

/* The blocks behind @last, or the heading of the section that is the only one, stand across columns. */
static void
set_across (TkNode *parent, TkNode *last)
{
  TkNode *node = last != NULL ? last->next : parent->first;

  for (; node != NULL; node = node->next)
    if (node->kind != TK_NODE_SECTION)
      node->across = TRUE;
    else if (node->first != NULL && node->first->kind == TK_NODE_HEADING)
      node->first->across = TRUE;
}

gboolean
tk_content_build (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  TkNode *last = parent->last;

  if (!build_rows (maker, block, parent, error))
    return FALSE;
  if (block->across)
    set_across (parent, last);
  return TRUE;
}
