/* Comes in: a table as Markdown gave it. Goes out: the same with widths, alignments and a
 * caption: what a pipe table cannot say follows from what its cells hold. */
#include <string.h>

#include "markdown.h"

/* In letters: what is no longer stands on one line; what is longer than the most does not widen its column.
 */
enum { SHORT = 20, MOST = 90 };

typedef struct {
  glong head, body;  /* letters of the longest cell */
  gboolean numbers;  /* the body holds numbers and nothing else */
  gboolean counting; /* they are 1, 2, 3 … */
  guint n;           /* numbers so far */
} Traits;

static char *
print_cell (const TkNode *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (const TkNode *block = cell->first; block != NULL; block = block->next) {
    g_autofree char *words = tk_content_print_runs (block);
    g_string_append (text, words);
  }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* "1.234,5", "-3", "12 %"; not 2022-2027 and not 12/3, which are no amounts. */
static gboolean
is_number (const char *text)
{
  const char *at = text + (g_str_has_prefix (text, "−") ? strlen ("−") : strspn (text, "+-"));
  const gsize n = strspn (at, "0123456789., ");

  return g_ascii_isdigit (*at) && (at[n] == '\0' || strcmp (at + n, "%") == 0);
}

static gboolean
is_absent (const char *text)
{
  return *text == '\0' || strcmp (text, "-") == 0 || strcmp (text, "–") == 0 || strcmp (text, "—") == 0;
}

static void
look_at (Traits *traits, const TkNode *cell, gboolean head)
{
  g_autofree char *text = print_cell (cell);
  glong length = g_utf8_strlen (text, -1);

  if (head) {
    traits->head = MAX (traits->head, length);
    return;
  }
  traits->body = MAX (traits->body, length);
  if (is_absent (text))
    return;
  g_autofree char *next = g_strdup_printf ("%u", ++traits->n);
  traits->numbers = traits->numbers && is_number (text);
  traits->counting = traits->counting && g_str_has_prefix (text, next)
                     && strspn (text, "0123456789") == strlen (next) && strlen (text) <= strlen (next) + 1;
}

static void
look_through (const TkNode *table, Traits *traits)
{
  for (guint i = 0; i < table->n_columns; i++)
    traits[i].numbers = traits[i].counting = TRUE;
  for (const TkNode *row = table->first; row != NULL; row = row->next) {
    guint i = 0;
    for (const TkNode *cell = row->first; cell != NULL && i < table->n_columns; cell = cell->next)
      look_at (&traits[i++], cell, row->head);
  }
  for (guint i = 0; i < table->n_columns; i++)
    traits[i].numbers = traits[i].numbers && traits[i].n > 0;
}

static void
align_cell (TkMaker *maker, TkNode *cell, TkAlign align)
{
  cell->style = tk_content_style_aligned (maker, cell->style, align);
  for (TkNode *block = cell->first; block != NULL; block = block->next) {
    if (block->kind == TK_NODE_PARAGRAPH)
      block->style = cell->style;
  }
}

/* Cells of columns that the writer aligned have that alignment already. */
static void
align_cells (TkMaker *maker, TkNode *table, const gboolean *chosen)
{
  for (TkNode *row = table->first; row != NULL; row = row->next) {
    guint i = 0;
    for (TkNode *cell = row->first; !row->head && cell != NULL && i < table->n_columns;
         cell = cell->next, i++) {
      if (!chosen[i])
        align_cell (maker, cell, table->columns[i].align);
    }
  }
}

/* Letters for which a column that is broken into lines asks. */
static gint32
weight (const Traits *traits)
{
  return (gint32) CLAMP (MAX (traits->body, traits->head / 2), SHORT / 2, MOST);
}

/* Letters of the longest cell of a column. */
static guint
length_of (const Traits *traits)
{
  return MAX (traits->head, traits->body);
}

/* Short columns are as wide as they are; the others share the rest. Where all are short, all share it but one
 * that counts: the table is as wide as the text, and no figure stands a page away from what it is of. */
static void
set_widths (TkColumn *columns, guint n, const Traits *traits)
{
  gboolean all_short = TRUE;
  gint32 total = 0;

  for (guint i = 0; i < n; i++)
    all_short = all_short && length_of (&traits[i]) <= SHORT;
  for (guint i = 0; i < n; i++) {
    gboolean counts = i == 0 && n > 1 && traits[i].numbers && traits[i].counting;
    gboolean shares = all_short ? !counts : length_of (&traits[i]) > SHORT;
    columns[i].kind = shares ? TK_WIDTH_SHARE : TK_WIDTH_FIT;
    columns[i].width = !shares     ? 0
                       : all_short ? (gint32) MAX (length_of (&traits[i]), 1)
                                   : weight (&traits[i]);
    total += columns[i].width;
  }
  for (guint i = 0; i < n; i++)
    columns[i].width = columns[i].width * 1000 / total;
}

void
tk_markdown_settle_columns (TkMaker *maker, TkNode *table, TkColumn *columns, const gboolean *chosen)
{
  g_autofree Traits *traits = g_new0 (Traits, table->n_columns);

  look_through (table, traits);
  set_widths (columns, table->n_columns, traits);
  for (guint i = 0; i < table->n_columns; i++) {
    if (traits[i].numbers && !chosen[i])
      columns[i].align = i == 0 && traits[i].counting ? TK_ALIGN_CENTRE : TK_ALIGN_RIGHT;
  }
  align_cells (maker, table, chosen);
}

/* ---- captions ---- */

/* Length of the word that makes a paragraph the caption of a table, or 0. */
static gsize
caption_mark (const TkNode *node)
{
  static const char *const marks[] = {"Bảng:", "BẢNG:", "Table:"};

  if (node == NULL || node->kind != TK_NODE_PARAGRAPH || node->n_runs == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++) {
    if (g_str_has_prefix (node->runs[0].text, marks[i]))
      return strlen (marks[i]) + strspn (node->runs[0].text + strlen (marks[i]), " ");
  }
  return 0;
}

/* FALSE where it is none, or nothing but the mark stands in it. */
static gboolean
take_caption (TkMaker *maker, TkNode *paragraph, TkNode *table)
{
  const gsize mark = caption_mark (paragraph);
  const gboolean alone = mark > 0 && paragraph->runs[0].text[mark] == '\0';

  if (mark == 0 || (alone && paragraph->n_runs == 1))
    return FALSE;
  TkRun *runs = tk_arena_copy (maker->arena, paragraph->runs, sizeof (TkRun) * paragraph->n_runs);
  runs[0].text += mark;
  paragraph->runs = alone ? runs + 1 : runs;
  paragraph->n_runs -= alone ? 1 : 0;
  paragraph->style = tk_content_style_kept (maker, maker->template->text_styles.caption);
  paragraph->caption = TRUE;
  tk_markdown_anchor (maker, table, paragraph);
  return TRUE;
}

/* The paragraph @behind the table @node goes before it, that is, behind @before. */
static void
move_before (TkNode *parent, TkNode *before, TkNode *node, TkNode *behind)
{
  node->next = behind->next;
  behind->next = node;
  if (before != NULL)
    before->next = behind;
  else
    parent->first = behind;
  if (parent->last == behind)
    parent->last = node;
}

void
tk_markdown_find_captions (TkMaker *maker, TkNode *parent, TkNode *before)
{
  TkNode *own = NULL; /* what is behind @before belongs to this text; @before does not */

  for (TkNode *node = before != NULL ? before->next : parent->first; node != NULL; node = node->next) {
    if (node->kind == TK_NODE_LIST || node->kind == TK_NODE_ITEM)
      tk_markdown_find_captions (maker, node, NULL);
    if (node->kind == TK_NODE_TABLE && !take_caption (maker, own, node)) {
      TkNode *behind = node->next;
      gboolean of_next = behind != NULL && behind->next != NULL && behind->next->kind == TK_NODE_TABLE;
      if (!of_next && take_caption (maker, behind, node))
        move_before (parent, before, node, behind);
    }
    before = own = node;
  }
}
