/* Comes in: the whole tree. Goes out: the entries of tables of contents: for each heading or caption its
 * number, its title, and a run that stands for its page. */
#include <string.h>

#include "maker.h"

/* Levels without a style of their own move in so far each. */
#define STEP TK_MM (7.5)

typedef struct {
  TkMaker *maker;
  const TkBlock *block;
  TkNode *contents;
  const TkStyle *styles[TK_CONTENTS_LEVELS];
  const TkNode *around; /* what stands in it is listed: in a section, or in the document */
  const TkNode *own;    /* the heading of that section, which is not, or NULL */
  gboolean anew; /* the pages at hand are an appendix's and numbered from 1: their numbers would mislead. In a
                  * book all pages have numbers of the book */
} Listing;

TkNode *
tk_content_add_contents (TkMaker *maker, const TkBlock *block, TkNode *parent)
{
  TkNode *contents = tk_node_add (maker->arena, parent, TK_NODE_CONTENTS, NULL);
  const TkTextStyles *styles = &maker->template->text_styles;
  const TkStyle *style = block->title_style;

  if (style == NULL)
    style = tk_content_style_aligned (maker, tk_content_style_inside (maker, styles->headings[0]),
                                      TK_ALIGN_CENTRE);
  TkNode *title = tk_node_add (maker->arena, contents, TK_NODE_PARAGRAPH,
                               tk_content_style_kept (maker, style));
  if (!tk_content_fill (maker, &block->title, NULL, FALSE, title))
    tk_content_drop_after (contents, NULL);
  return contents;
}

gboolean
tk_content_build_contents (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  TkNode *contents = tk_content_add_contents (maker, block, parent);

  contents->level = block->within ? maker->depth : 0;
  g_ptr_array_add (maker->contents, contents);
  g_ptr_array_add (maker->contents, (gpointer) block);
  return TRUE;
}

/* ---- one entry ---- */

const TkStyle *
tk_content_style_entry (TkMaker *maker, const TkBlock *block, int level)
{
  const int i = CLAMP (level, 1, TK_CONTENTS_LEVELS) - 1;
  const TkStyle *own = block->entries[i], *body = maker->template->text_styles.body;
  TkStyle *style = tk_arena_copy (maker->arena, own != NULL ? own : body, sizeof *body);

  style->align = TK_ALIGN_LEFT; /* what stands at the edge is the page */
  style->first_indent = 0;
  if (own == NULL) {
    style->left_indent = i * STEP;
    style->space_before = 0;
    style->space_after = style->size / 5;
  }
  return style;
}

static const TkStyle *
find_style (Listing *listing, int level)
{
  const int i = CLAMP (level, 1, TK_CONTENTS_LEVELS) - 1;

  if (listing->styles[i] == NULL)
    listing->styles[i] = tk_content_style_entry (listing->maker, listing->block, level);
  return listing->styles[i];
}

/* A run of a heading as a run of its entry: a link, no note, no second line. */
static void
add_run (Listing *listing, const TkRun *from, const char *text, const TkReference *reference)
{
  TkRun run = *from;

  if (from->reference != NULL && from->reference->kind == TK_REFER_NOTE)
    return;
  run.href = NULL;
  run.text = (from->flags & TK_RUN_BREAK) != 0 ? " " : text;
  run.flags &= ~(guint) TK_RUN_BREAK;
  run.reference = reference;
  if (from->reference != NULL && from->reference->kind == TK_REFER_PAGE)
    run.text = ""; /* its page would be taken for that of the entry */
  if (*run.text != '\0')
    g_array_append_val (listing->maker->runs, run);
}

/* The words of @header without the number that stands before them. */
static void
add_title (Listing *listing, const TkNode *header, const char *number, const TkReference *reference)
{
  guint i = 0;

  if (number != NULL) {
    const char *rest = header->runs[0].text + strlen (number);
    i = 1;
    while (*rest == ' ')
      rest++;
    if (*rest == '\0' && i < header->n_runs && (header->runs[i].flags & TK_RUN_BREAK) != 0)
      i++; /* on a line of its own */
    else
      add_run (listing, &header->runs[0], rest, reference);
  }
  for (; i < header->n_runs; i++)
    add_run (listing, &header->runs[i], header->runs[i].text, reference);
}

/* "Phần I" stands on a line of its own in the text, but not here. */
static const char *
print_label (TkMaker *maker, const char *number)
{
  if (number == NULL || *number == '\0' || g_ascii_ispunct (number[strlen (number) - 1]))
    return number;
  return tk_arena_print (maker->arena, "%s.", number);
}

/* @at: where the page is to be looked for. */
static void
add_entry (Listing *listing, int level, const TkNode *header, const char *number, const TkNode *at)
{
  TkMaker *maker = listing->maker;
  TkReference *references = tk_arena_array (maker->arena, TkReference, 2);

  references[0] = (TkReference){TK_REFER_TEXT, at};
  references[1] = (TkReference){TK_REFER_PAGE, at};
  g_array_set_size (maker->runs, 0);
  add_title (listing, header, number, &references[0]);
  if (maker->runs->len == 0)
    return;
  TkNode *entry = tk_node_add (maker->arena, listing->contents, TK_NODE_ENTRY, find_style (listing, level));
  TkRun page = {.text = "", .reference = &references[1], .origin = header->origin};
  if (!listing->anew && level >= listing->block->pages_from)
    g_array_append_val (maker->runs, page);
  entry->level = level;
  entry->label = print_label (maker, number);
  entry->origin = header->origin;
  entry->runs = tk_arena_copy_array (maker->arena, maker->runs);
  entry->n_runs = maker->runs->len;
}

/* ---- the whole ---- */

/* What @node itself is listed as, if it is. */
static void
list_node (Listing *listing, const TkNode *node)
{
  const TkAnchor *anchor = node->anchor;
  const TkListed listed = listing->block->listed;

  if (node->kind == TK_NODE_HEADING && node->outline && listed == TK_LISTED_HEADINGS
      && node->level <= listing->block->depth) {
    const TkAnchor *own = node->parent->anchor;
    add_entry (listing, node->level, node, own != NULL && own->header == node ? own->number : NULL, node);
  }
  if (anchor != NULL && anchor->header != NULL
      && ((node->kind == TK_NODE_TABLE && listed == TK_LISTED_TABLES)
          || (node->kind == TK_NODE_FIGURE && listed == TK_LISTED_FIGURES)))
    add_entry (listing, 1, anchor->header, anchor->number, tk_content_find_beginning (node));
  if (node->kind == TK_NODE_PAPER && node != listing->maker->document->root && listed == TK_LISTED_HEADINGS
      && node->level <= listing->block->depth)
    add_entry (listing, node->level, node->bound->heading, NULL, node->bound->heading);
}

/* @inside: it stands in what is listed. */
static void
list_nodes (Listing *listing, const TkNode *node, gboolean inside)
{
  if (inside && node != listing->own)
    list_node (listing, node);
  listing->anew = listing->anew
                  || (node->kind == TK_NODE_PAGE_BREAK && node->restart && !listing->maker->binds);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    list_nodes (listing, child, inside || child == listing->around);
}

/* The section around @contents where it is of that, else the document. */
static const TkNode *
find_around (const TkNode *contents)
{
  const TkNode *around = contents;

  while (around->parent != NULL && (contents->level == 0 || around->kind != TK_NODE_SECTION))
    around = around->parent;
  return around;
}

void
tk_content_fill_contents (TkMaker *maker)
{
  for (guint i = 0; i < maker->contents->len; i += 2) {
    Listing listing = {
        .maker = maker, .contents = maker->contents->pdata[i], .block = maker->contents->pdata[i + 1]};
    TkNode *title = listing.contents->last;
    listing.around = find_around (listing.contents);
    listing.own = listing.around->kind == TK_NODE_SECTION ? listing.around->first : NULL;
    list_nodes (&listing, maker->document->root, listing.around == maker->document->root);
    if (listing.contents->last == title) /* nothing to list: no title either */
      tk_content_drop_after (listing.contents, NULL);
  }
}
