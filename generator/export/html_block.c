/* Comes in: the blocks of a document. Goes out: their elements. What only pages know (breaks, empty height)
 * becomes a class of the block that comes next. The table at the end says which function writes which kind of
 * node. */
#include <string.h>

#include "html_maker.h"

/* Space from here on parts what is above from what is below: room for a signature. */
#define LARGE_SPACE TK_MM (10)

/* Writes the block and gives the next one that is still to be written. */
typedef const TkNode *(*WriteFunc) (TkHtml *html, const TkNode *node);

/* ---- rules and spaces ---- */

/* A rule below a line of text is drawn by its paragraph: it is as long as a part of the text. NULL: none
 * follows. */
static const char *
find_ruled (TkHtml *html, const TkNode *node)
{
  const TkNode *rule = node->next;

  if (rule == NULL || rule->kind != TK_NODE_RULE)
    return NULL;
  TkUnit below = MAX (rule->style->space_after, node->style->space_after);
  if (rule->next != NULL && rule->next->kind == TK_NODE_SPACE && !rule->next->stretch)
    below = MAX (below, rule->next->rule_length);
  g_autoptr (GString) rules = g_string_new ("&::after{--rule:");
  if (rule->rule_length > 0)
    tk_html_look_append_length (html->looks, rules, rule->rule_length);
  else
    g_string_append_printf (rules, "%d.%d%%", rule->rule_permille / 10, rule->rule_permille % 10);
  g_string_append (rules, "}\n&.ruled{margin-bottom:");
  tk_html_look_append_length (html->looks, rules, below);
  g_string_append (rules, "}");
  return tk_html_look_add (html->looks, "rule", rules->str);
}

static char *
print_ruled (TkHtml *html, const TkNode *node)
{
  const char *rule = find_ruled (html, node);

  return rule != NULL ? g_strconcat ("ruled ", rule, NULL) : NULL;
}

static const TkNode *
skip_rule (TkHtml *html, const TkNode *node)
{
  return find_ruled (html, node) != NULL ? node->next->next : node->next;
}

static const TkNode *
write_rule (TkHtml *html, const TkNode *node)
{
  tk_html_begin_block (html, "hr");
  tk_html_end_empty (html);
  return node->next;
}

static const TkNode *
write_space (TkHtml *html, const TkNode *node)
{
  if (node->stretch)
    html->pending = "stretched";
  else if (node->rule_length >= LARGE_SPACE && html->pending == NULL)
    html->pending = "spaced";
  return node->next;
}

static const TkNode *
write_page_break (TkHtml *html, const TkNode *node)
{
  if (!node->column_only)
    html->pending = "new-page";
  return node->next;
}

/* ---- text ---- */

/* The level of HTML: one more than that of the heading around, as no level is left out on the way down, and
 * there are six. */
static guint
find_level (TkHtml *html, int level)
{
  while (html->n_levels > 0 && html->levels[html->n_levels - 1] >= level)
    html->n_levels--;
  if (html->n_levels == G_N_ELEMENTS (html->levels))
    html->n_levels--;
  html->levels[html->n_levels++] = level;
  return html->n_levels;
}

static const char *const headings[] = {"h1", "h2", "h3", "h4", "h5", "h6"};

/* The PAPER of a book that @node stands in, or NULL. */
static const TkNode *
find_bound (const TkNode *node)
{
  while (node != NULL && node->kind != TK_NODE_PAPER)
    node = node->parent;
  return node;
}

/* Title and kind of the paper are one heading, whose lines are those of the paper: above all sections, or
 * where a book has the paper. */
static const TkNode *
write_title (TkHtml *html, const TkNode *node)
{
  const TkNode *paper = find_bound (node);

  tk_html_begin_block (html, headings[find_level (html, paper != NULL ? paper->level : 0) - 1]);
  for (; node != NULL && node->kind == TK_NODE_PARAGRAPH && node->title; node = skip_rule (html, node)) {
    g_autofree char *own = print_ruled (html, node);
    tk_html_begin_block (html, "span");
    tk_html_describe (html, node, node->style, NULL, own);
    tk_html_write_runs (html, node);
    tk_html_end (html);
  }
  tk_html_end_group (html);
  return node;
}

static const TkNode *
write_paragraph (TkHtml *html, const TkNode *node)
{
  if (node->caption && node->next != NULL && node->next->kind == TK_NODE_TABLE) {
    tk_html_write_table (html, node->next, node);
    return node->next->next;
  }
  if (node->title && (html->n_levels == 0 || find_bound (node) != NULL))
    return write_title (html, node);
  g_autofree char *own = print_ruled (html, node);
  tk_html_begin_block (html, "p");
  tk_html_describe (html, node, node->style, tk_html_looks_body (html->looks), own);
  tk_html_write_runs (html, node);
  tk_html_end (html);
  return skip_rule (html, node);
}

static const TkNode *
write_heading (TkHtml *html, const TkNode *node)
{
  g_autofree char *own = print_ruled (html, node);
  tk_html_begin_block (html, headings[find_level (html, MAX (node->level, 1)) - 1]);
  tk_html_describe (html, node, node->style, NULL, own);
  tk_html_write_runs (html, node);
  tk_html_end (html);
  return skip_rule (html, node);
}

/* ---- groups ---- */

static void
write_group (TkHtml *html, const TkNode *node, const char *name, const char *class)
{
  tk_html_begin_block (html, name);
  tk_html_describe (html, node, node->style, node->style, class);
  tk_html_write_blocks (html, node->first, NULL);
  tk_html_end_group (html);
}

static const TkNode *
write_section (TkHtml *html, const TkNode *node)
{
  const gboolean headed = node->first != NULL && node->first->kind == TK_NODE_HEADING;

  write_group (html, node, headed ? "section" : "div", NULL);
  return node->next;
}

static gboolean
is_titled (const TkNode *node)
{
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if ((child->kind == TK_NODE_PARAGRAPH && child->title) || is_titled (child))
      return TRUE;
  return FALSE;
}

/* A letter has no title that could be the heading of an article: it is called as the book calls it. */
static const TkNode *
write_paper (TkHtml *html, const TkNode *node)
{
  const gboolean titled = is_titled (node);

  tk_html_begin_block (html, titled ? "article" : "div");
  tk_html_describe (html, node, NULL, NULL, NULL);
  if (!titled) {
    tk_html_attribute (html, "role", "article");
    tk_html_attribute (html, "aria-label", node->bound->heading->runs[0].text);
  }
  tk_html_write_blocks (html, node->first, NULL);
  tk_html_end_group (html);
  return node->next;
}

static const TkNode *
write_keep (TkHtml *html, const TkNode *node)
{
  write_group (html, node, "div", "keep");
  return node->next;
}

static const TkNode *
write_columns (TkHtml *html, const TkNode *node)
{
  write_group (html, node, "div", "columns");
  return node->next;
}

static const TkNode *
write_box (TkHtml *html, const TkNode *node)
{
  const TkBoxLook *box = node->box;
  const gboolean stamp = box->width > 0 && box->height > 0;
  const TkStyle *around = html->around;
  g_autoptr (GString) rules = g_string_new ("&{");

  if (box->filled)
    g_string_append_printf (rules,
                            "background:#%06x;print-color-adjust:exact;-webkit-print-color-adjust:exact;",
                            box->background);
  if (box->border > 0)
    g_string_append_printf (rules, "border:%s #%06x;",
                            box->twice                  ? "3px double"
                            : box->border > TK_PT (1.5) ? "2px solid"
                                                        : "1px solid",
                            box->colour);
  if (box->border > 0 && box->ends)
    g_string_append (rules, "border-left:0;border-right:0;");
  if (box->width > 0) {
    g_string_append (rules, stamp ? "min-width:" : "max-width:");
    tk_html_look_append_length (html->looks, rules, box->width);
    g_string_append_c (rules, ';');
  }
  g_string_append_c (rules, '}');
  const char *class = tk_html_look_add (html->looks, "box", rules->str);
  const gboolean covered = node->first != NULL && node->first->behind;
  g_autofree char *own = g_strconcat (stamp ? "stamp " : covered ? "covered " : "", class, NULL);
  tk_html_begin_block (html, box->quote ? "blockquote" : stamp ? "div" : "aside");
  tk_html_describe (html, node, node->style, tk_html_looks_body (html->looks), own);
  html->around = node->style;
  tk_html_write_blocks (html, node->first, NULL);
  html->around = around;
  tk_html_end_group (html);
  return node->next;
}

static const TkNode *
write_sides (TkHtml *html, const TkNode *node)
{
  tk_html_write_sides (html, node);
  return node->next;
}

static const TkNode *
write_table (TkHtml *html, const TkNode *node)
{
  const TkNode *behind = node->next;
  const gboolean captioned = behind != NULL && behind->kind == TK_NODE_PARAGRAPH && behind->caption
                             && (behind->next == NULL || behind->next->kind != TK_NODE_TABLE);

  tk_html_write_table (html, node, captioned ? behind : NULL);
  return captioned ? behind->next : behind;
}

static const TkNode *
write_figure (TkHtml *html, const TkNode *node)
{
  tk_html_write_figure (html, node);
  return node->next;
}

static const TkNode *
write_album (TkHtml *html, const TkNode *node)
{
  tk_html_write_album (html, node);
  return node->next;
}

static const TkNode *
write_contents (TkHtml *html, const TkNode *node)
{
  tk_html_write_contents (html, node);
  return node->next;
}

static const TkNode *
write_chart (TkHtml *html, const TkNode *node)
{
  tk_html_write_chart (html, node);
  return node->next;
}

/* ---- lists ---- */

/* Whether the labels are those that a browser makes: "4." "5." … from @first on. */
static gboolean
is_counted (const TkNode *list, guint *ret_first)
{
  guint n = 0;

  for (const TkNode *item = list->first; item != NULL; item = item->next, n++) {
    const char *label = item->label != NULL ? item->label : "";
    if (item == list->first)
      *ret_first = n = (guint) g_ascii_strtoull (label, NULL, 10);
    g_autofree char *usual = g_strdup_printf ("%u.", n);
    if (strcmp (label, usual) != 0)
      return FALSE;
  }
  return TRUE;
}

/* Letters are written: those of a browser are not đ after d. */
static void
write_item (TkHtml *html, const TkNode *item, gboolean labelled)
{
  const TkNode *bare = tk_html_find_bare (item->first);

  tk_html_begin_block (html, "li");
  tk_html_describe (html, bare != NULL ? bare : item, bare != NULL ? bare->style : NULL, html->around, NULL);
  if (labelled) {
    tk_html_begin (html, "span");
    tk_html_attribute (html, "class", "label");
    tk_html_text (html, item->label);
    tk_html_end (html);
    tk_html_text (html, " ");
  }
  tk_html_write_inside (html, item->first);
  tk_html_end (html);
}

static const TkNode *
write_list (TkHtml *html, const TkNode *node)
{
  static const char *const classes[] = {"none", "dash", "plus", NULL, NULL};
  const gboolean ordered = node->marking == TK_MARKING_NUMBER || node->marking == TK_MARKING_LETTER;
  const TkStyle *around = html->around;
  guint first = 1;
  const gboolean counted = !ordered || is_counted (node, &first);

  tk_html_begin_block (html, ordered ? "ol" : "ul");
  if (ordered && counted && first != 1)
    tk_html_number (html, "start", (int) first);
  tk_html_describe (html, node, node->style, around, counted ? classes[node->marking] : "labelled");
  html->around = node->style;
  for (const TkNode *item = node->first; item != NULL; item = item->next)
    write_item (html, item, !counted && item->label != NULL);
  html->around = around;
  tk_html_end_group (html);
  return node->next;
}

/* ---- all ---- */

/* Stands beside the tree, or in a block that writes it. */
static const TkNode *
write_nothing (TkHtml *html G_GNUC_UNUSED, const TkNode *node)
{
  return node->next;
}

static const WriteFunc writers[] = {
    [TK_NODE_DOCUMENT] = write_nothing,
    [TK_NODE_SECTION] = write_section,
    [TK_NODE_HEADING] = write_heading,
    [TK_NODE_PARAGRAPH] = write_paragraph,
    [TK_NODE_LIST] = write_list,
    [TK_NODE_ITEM] = write_nothing,
    [TK_NODE_TABLE] = write_table,
    [TK_NODE_ROW] = write_nothing,
    [TK_NODE_CELL] = write_nothing,
    [TK_NODE_FIGURE] = write_figure,
    [TK_NODE_SIDES] = write_sides,
    [TK_NODE_RULE] = write_rule,
    [TK_NODE_SPACE] = write_space,
    [TK_NODE_KEEP] = write_keep,
    [TK_NODE_PAGE_BREAK] = write_page_break,
    [TK_NODE_COLUMNS] = write_columns,
    [TK_NODE_NOTE] = write_nothing,
    [TK_NODE_CONTENTS] = write_contents,
    [TK_NODE_ALBUM] = write_album,
    [TK_NODE_ENTRY] = write_nothing,
    [TK_NODE_PLACE] = write_nothing,
    [TK_NODE_FILLERS] = write_nothing, /* there are no pages to fill */
    [TK_NODE_BOX] = write_box,
    [TK_NODE_CHART] = write_chart,
    [TK_NODE_PAPER] = write_paper,
};

void
tk_html_write_blocks (TkHtml *html, const TkNode *first, const TkNode *end)
{
  const TkNode *node = first;

  while (node != NULL && node != end)
    node = writers[node->kind](html, node);
}

const TkNode *
tk_html_find_bare (const TkNode *first)
{
  guint n = 0;

  for (const TkNode *node = first; node != NULL; node = node->next)
    n += node->kind == TK_NODE_PARAGRAPH && !node->caption;
  return n == 1 && first->kind == TK_NODE_PARAGRAPH && !first->caption
                 && (first->next == NULL || first->next->kind != TK_NODE_RULE)
             ? first
             : NULL;
}

void
tk_html_write_inside (TkHtml *html, const TkNode *first)
{
  const TkNode *bare = tk_html_find_bare (first);

  if (bare != NULL)
    tk_html_write_runs (html, bare);
  tk_html_write_blocks (html, bare != NULL ? bare->next : first, NULL);
}
