/* Comes in: the document tree. Goes out: the tree of elements, all that there
 * could be; which are used is known when the pages are written. Must not know
 * of pages. */
#include "pdf_tags.h"

#include "cover.h"
#include "pdf_heads.h"

enum { LEVELS = 64, WIDEST = 4096 };

/* The levels of the headings above the one at hand. */
typedef struct {
  TkTags *tags;
  const TkNode *caption; /* of the table that is next */
  const TkNode *paper;   /* of a book, or NULL; */
  const TkNode *title;   /* and the last line of a title of it, or NULL */
  int levels[LEVELS];
  int depth;
} Growth;

static void grow (Growth *growth, TkTag *parent, const TkNode *node, const char *language);
static void grow_children (Growth *growth, TkTag *parent, const TkNode *node, const char *language);

void
tk_tag_add (TkTag *tag, TkKid *kid)
{
  if (tag->last == NULL)
    tag->first = kid;
  else
    tag->last->next = kid;
  tag->last = kid;
}

TkTag *
tk_tag_new (TkTags *tags, TkTag *parent, TkTagKind kind, const TkNode *node, const char *language)
{
  TkTag *tag = tk_arena_new0 (tags->arena, TkTag);

  tag->kid.kind = TK_KID_TAG;
  tag->tag = kind;
  tag->parent = parent;
  tag->node = node;
  tag->language = language;
  if (parent != NULL)
    tk_tag_add (parent, &tag->kid);
  return tag;
}

/* Content of @node belongs to @tag. */
static TkTag *
assign (Growth *growth, const TkNode *node, TkTag *tag)
{
  growth->tags->tags[node->rank] = tag;
  return tag;
}

static gboolean
has_text (const TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++)
    if (node->runs[i].text != NULL && node->runs[i].text[0] != '\0')
      return TRUE;
  return FALSE;
}

/* The first heading is H1 and none skips a level downwards, whatever the
 * levels in the document: ISO 14289-1, 7.4.2. */
static TkTagKind
find_heading (Growth *growth, int level)
{
  while (growth->depth > 0 && growth->levels[growth->depth - 1] >= level)
    growth->depth--;
  if (growth->depth < LEVELS)
    growth->levels[growth->depth++] = level;
  return (TkTagKind) MIN (TK_TAG_H1 + growth->depth - 1, TK_TAG_H6);
}

/* What @node, an item or a cell, holds: in a lone paragraph's case @tag itself
 * takes its text. */
static void
grow_body (Growth *growth, TkTag *tag, const TkNode *node)
{
  const TkNode *only = node->first;

  assign (growth, node, tag);
  if (only == NULL || only->next != NULL || only->kind != TK_NODE_PARAGRAPH) {
    grow_children (growth, tag, node, NULL);
    return;
  }
  assign (growth, only, tag);
  if (only->language != NULL)
    tag->language = only->language;
}

static void
grow_item (Growth *growth, TkTag *list, const TkNode *node, const char *language)
{
  TkTag *item = tk_tag_new (growth->tags, list, TK_TAG_LI, node, language);

  g_hash_table_insert (growth->tags->seconds, (gpointer) node,
                       tk_tag_new (growth->tags, item, TK_TAG_LBL, node, NULL));
  grow_body (growth, tk_tag_new (growth->tags, item, TK_TAG_LBODY, node, NULL), node);
}

/* A table whose rows are being grown. */
typedef struct {
  guint n_columns;
  guint *cover;   /* the columns that cells of the rows above take (cover.h) */
  TkHeads *heads; /* or NULL */
} Grid;

static void
grow_row (Growth *growth, TkTag *parent, const TkNode *row, const Grid *grid)
{
  TkTag *tag = assign (growth, row, tk_tag_new (growth->tags, parent, TK_TAG_TR, row, row->language));
  TkTagKind kind = row->head ? TK_TAG_TH : TK_TAG_TD;
  guint column = 0;

  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    TkTag *own = tk_tag_new (growth->tags, tag, cell->names_row ? TK_TAG_TH : kind, cell, cell->language);
    grow_body (growth, own, cell);
    column = tk_cover_skip (grid->cover, grid->n_columns, column);
    if (grid->heads != NULL)
      tk_heads_put (grid->heads, row, own, column);
    column = tk_cover_put (grid->cover, grid->n_columns, column, cell->span, cell->rows);
  }
  for (; (column = tk_cover_skip (grid->cover, grid->n_columns, column)) < grid->n_columns; column++) {
    TkTag *empty = tk_tag_new (growth->tags, tag, kind, NULL, NULL);
    if (grid->heads != NULL)
      tk_heads_put (grid->heads, row, empty, column);
  }
  if (grid->heads != NULL)
    tk_heads_end_row (grid->heads);
  tk_cover_end_row (grid->cover, grid->n_columns);
}

/* The caption comes first, and where there is a THead there is a TBody: ISO 32000-1, table 337. */
static void
grow_table (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  TkTag *table = assign (growth, node, tk_tag_new (growth->tags, parent, TK_TAG_TABLE, node, language));
  const TkNode *row = node->first, *body = node->first;
  TkTag *group = table;
  g_autofree guint *cover = g_new0 (guint, node->n_columns);
  g_autoptr (TkHeads) heads = tk_heads_new (growth->tags, node);
  const Grid grid = {.n_columns = node->n_columns, .cover = cover, .heads = heads};
  const TkNode *caption = g_steal_pointer (&growth->caption);

  if (caption != NULL)
    assign (growth, caption, tk_tag_new (growth->tags, table, TK_TAG_CAPTION, caption, caption->language));
  while (body != NULL && body->head)
    body = body->next;
  if (body != NULL && body != row) {
    group = tk_tag_new (growth->tags, table, TK_TAG_THEAD, NULL, NULL);
    for (; row != body; row = row->next)
      grow_row (growth, group, row, &grid);
    group = tk_tag_new (growth->tags, table, TK_TAG_TBODY, NULL, NULL);
  }
  for (guint n = 0; row != NULL; row = row->next, n++) {
    if (n >= WIDEST && group != table && tk_cover_is_free (cover, node->n_columns)) {
      group = tk_tag_new (growth->tags, table, TK_TAG_TBODY, NULL, NULL);
      n = 0;
    }
    grow_row (growth, group, row, &grid);
  }
}

/* The caption beside the figure, not within: what is within is replaced by the
 * figure's alternative text. */
static void
grow_figure (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  if (node->first == NULL) {
    assign (growth, node, tk_tag_new (growth->tags, parent, TK_TAG_FIGURE, node, language));
    return;
  }
  TkTag *both = tk_tag_new (growth->tags, parent, TK_TAG_DIV, node, language);
  TkTag *figure = tk_tag_new (growth->tags, both, TK_TAG_FIGURE, node, NULL);
  grow_body (growth, tk_tag_new (growth->tags, both, TK_TAG_CAPTION, node, NULL), node);
  assign (growth, node, figure);
}

/* The title beside the entries: a TOC holds those alone. */
static void
grow_contents (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  const TkNode *entry = node->first;

  if (entry != NULL && entry->kind != TK_NODE_ENTRY) {
    grow (growth, parent, entry, language);
    entry = entry->next;
  }
  TkTag *contents = assign (growth, node, tk_tag_new (growth->tags, parent, TK_TAG_TOC, node, language));
  TkTag *group = contents;
  for (guint n = 0; entry != NULL; entry = entry->next, n++) {
    if (n > 0 && n % WIDEST == 0) /* a TOC may hold others */
      group = tk_tag_new (growth->tags, contents, TK_TAG_TOC, NULL, NULL);
    grow (growth, group, entry, NULL);
  }
}

/* TOCI with its number and a Reference, in which the title and the page are links: ISO 32000-1, table 333. */
static void
grow_entry (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  TkTag *entry = tk_tag_new (growth->tags, parent, TK_TAG_TOCI, node, language);

  g_hash_table_insert (growth->tags->seconds, (gpointer) node,
                       tk_tag_new (growth->tags, entry, TK_TAG_LBL, node, NULL));
  assign (growth, node, tk_tag_new (growth->tags, entry, TK_TAG_REFERENCE, node, NULL));
}

/* The title of a paper, which alone is that of the document, is a heading in a book: all its lines together.
 */
static void
grow_title (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  TkTag *heading = growth->title != NULL && growth->title->next == node
                       ? growth->tags->tags[growth->title->rank]
                       : NULL;

  if (heading == NULL)
    heading = tk_tag_new (growth->tags, parent, find_heading (growth, growth->paper->level), node, language);
  assign (growth, node, heading);
  growth->title = node;
}

static void
grow_paper (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  growth->paper = node;
  growth->title = NULL;
  parent = assign (growth, node, tk_tag_new (growth->tags, parent, TK_TAG_ART, node, language));
  grow_children (growth, parent, node, NULL);
  growth->paper = NULL;
}

/* What is drawn, then what it says as a table, then the caption. */
static void
grow_chart (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  TkTag *all = tk_tag_new (growth->tags, parent, TK_TAG_DIV, node, language);

  assign (growth, node, tk_tag_new (growth->tags, all, TK_TAG_FIGURE, node, NULL));
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (child->kind == TK_NODE_TABLE)
      grow_table (growth, all, child, NULL);
    else
      assign (growth, child, tk_tag_new (growth->tags, all, TK_TAG_CAPTION, child, child->language));
}

/* @language: of nodes above that are no elements. */
static void
grow (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  TkTags *tags = growth->tags;

  if (node->language != NULL)
    language = node->language;
  switch (node->kind) {
  case TK_NODE_DOCUMENT:
  case TK_NODE_SECTION:
    parent = assign (growth, node, tk_tag_new (tags, parent, TK_TAG_SECT, node, language));
    grow_children (growth, parent, node, NULL);
    break;
  case TK_NODE_PAPER:
    grow_paper (growth, parent, node, language);
    break;
  case TK_NODE_HEADING:
    if (has_text (node))
      assign (growth, node, tk_tag_new (tags, parent, find_heading (growth, node->level), node, language));
    break;
  case TK_NODE_PARAGRAPH:
    if (node->caption && node->next != NULL && node->next->kind == TK_NODE_TABLE)
      growth->caption = node;
    else if (node->title && growth->paper != NULL)
      grow_title (growth, parent, node, language);
    else
      assign (growth, node, tk_tag_new (tags, parent, TK_TAG_P, node, language));
    break;
  case TK_NODE_LIST:
    parent = assign (growth, node, tk_tag_new (tags, parent, TK_TAG_L, node, language));
    grow_children (growth, parent, node, NULL);
    break;
  case TK_NODE_ITEM:
    grow_item (growth, parent, node, language);
    break;
  case TK_NODE_TABLE:
    grow_table (growth, parent, node, language);
    break;
  case TK_NODE_FIGURE:
    grow_figure (growth, parent, node, language);
    break;
  case TK_NODE_CHART:
    grow_chart (growth, parent, node, language);
    break;
  case TK_NODE_SIDES:
  case TK_NODE_ALBUM:
    parent = assign (growth, node, tk_tag_new (tags, parent, TK_TAG_DIV, node, language));
    grow_children (growth, parent, node, NULL);
    break;
  case TK_NODE_CONTENTS:
    grow_contents (growth, parent, node, language);
    break;
  case TK_NODE_ENTRY:
    grow_entry (growth, parent, node, language);
    break;
  case TK_NODE_BOX:
    parent = assign (
        growth, node,
        tk_tag_new (tags, parent, node->box->quote ? TK_TAG_BLOCK_QUOTE : TK_TAG_DIV, node, language));
    grow_children (growth, parent, node, NULL);
    break;
  case TK_NODE_FILLERS: /* wherever they stand; those that no page has are not used */
    parent = assign (growth, node, tk_tag_new (tags, parent, TK_TAG_ART, node, language));
    grow_children (growth, parent, node, NULL);
    break;
  case TK_NODE_KEEP:
  case TK_NODE_COLUMNS:
  case TK_NODE_ROW:  /* of sides, */
  case TK_NODE_CELL: /* as are these: those of tables are grown by grow_row */
    assign (growth, node, parent);
    grow_children (growth, parent, node, language);
    break;
  case TK_NODE_RULE:
  case TK_NODE_SPACE:
  case TK_NODE_PAGE_BREAK:
  case TK_NODE_NOTE:  /* stands beside the tree, */
  case TK_NODE_PLACE: /* as does this */
    break;
  }
}

/* The children of one element, in groups of WIDEST where there are more: no
 * array has more than 8,191 members (ISO 32000-1, annex C). Lists and tables may not hold groups; a list all
 * the same in PDF/A-1, which forbids such arrays (ISO 19005-1, 6.1.12) and not such lists. */
static void
grow_children (Growth *growth, TkTag *parent, const TkNode *node, const char *language)
{
  const gboolean list = parent->tag == TK_TAG_L && growth->tags->store->plain;
  gboolean wide = FALSE;
  TkTag *group = parent;
  guint n = 0;

  for (const TkNode *child = node->first; child != NULL && !wide; child = child->next)
    wide = ++n > WIDEST && (parent->tag <= TK_TAG_DIV || parent->tag == TK_TAG_LBODY || list);
  n = 0;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    if (wide && n++ % WIDEST == 0)
      group = tk_tag_new (growth->tags, parent, TK_TAG_GROUP, NULL, NULL);
    grow (growth, group, child, language);
  }
}

void
tk_tags_grow_note (TkTags *tags, TkTag *parent, const TkNode *node)
{
  Growth growth = {.tags = tags};
  TkTag *note = tk_tag_new (tags, parent, TK_TAG_NOTE, node, node->language);

  grow_body (&growth, note, node);
  g_ptr_array_add (tags->notes, note);
  note->kid.what = tags->notes->len;
}

void
tk_tags_grow (TkTags *tags, const TkDocument *document)
{
  Growth growth = {.tags = tags};

  tags->document = tk_tag_new (tags, NULL, TK_TAG_DOCUMENT, document->root, document->root->language);
  assign (&growth, document->root, tags->document);
  grow_children (&growth, tags->document, document->root, NULL);
}
