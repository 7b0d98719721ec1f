/* Comes in: notes, beside the tree, and marks in the text that lead to them. Goes out: the
 * same with their numbers, in the order of reading; or, where the paper wants its notes together, a
 * list of them. Numbers come last: what turned out empty has taken its marks with it. */
#include "maker.h"

typedef struct {
  TkMaker *maker;
  gboolean together;
  guint n;
  GHashTable *ends; /* NOTE to the paragraph that is it in the list */
} Counter;

gboolean
tk_content_is_mark (const TkRun *run)
{
  return run->reference != NULL && (run->flags & TK_RUN_SUPERSCRIPT) != 0;
}

TkNode *
tk_content_note_new (TkMaker *maker, TkOrigin origin)
{
  TkNode *note = tk_node_add (maker->arena, NULL, TK_NODE_NOTE, maker->template->text_styles.footnote);

  note->origin = origin;
  return note;
}

TkNode *
tk_content_fill_note (TkMaker *maker, const TkText *text, TkOrigin origin)
{
  g_autoptr (GArray) own = g_array_new (FALSE, TRUE, sizeof (TkRun));
  GArray *outer = maker->runs;
  TkNode *note = tk_content_note_new (maker, origin);
  TkNode *words = tk_node_add (maker->arena, note, TK_NODE_PARAGRAPH, note->style);

  maker->runs = own;
  gboolean filled = tk_content_fill (maker, text, NULL, FALSE, words);
  maker->runs = outer;
  return filled ? note : NULL;
}

void
tk_content_add_mark (TkMaker *maker, const TkNode *note, TkOrigin origin)
{
  const TkReference reference = {TK_REFER_NOTE, note};
  TkRun mark = {
      .text = "", /* its number comes when all are known */
      .flags = TK_RUN_SUPERSCRIPT,
      .reference = tk_arena_copy (maker->arena, &reference, sizeof reference),
      .origin = origin,
  };

  tk_content_trim_end (maker, 0);
  g_array_append_val (maker->runs, mark);
}

gboolean
tk_content_build_endnotes (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error G_GNUC_UNUSED)
{
  if (!maker->template->paper->endnotes || maker->endnotes != NULL)
    return TRUE;
  TkNode *section = tk_node_add (maker->arena, parent, TK_NODE_SECTION, NULL);
  const int level = MIN (maker->depth + 1, TK_HEADING_LEVELS);
  const TkStyle *style = block->title_style != NULL ? block->title_style
                                                    : maker->template->text_styles.headings[level - 1];
  TkNode *heading = tk_node_add (maker->arena, section, TK_NODE_HEADING, style);

  section->level = heading->level = level;
  heading->outline = TRUE;
  if (!tk_content_fill (maker, &block->title, NULL, FALSE, heading))
    tk_content_drop_after (section, NULL);
  maker->endnotes = section;
  return TRUE;
}

/* The number before the words of the note, raised as in the text. */
static void
number_words (TkMaker *maker, TkNode *note)
{
  TkNode *words = note->first;

  if (words == NULL || words->kind != TK_NODE_PARAGRAPH)
    return;
  TkRun *runs = tk_arena_array (maker->arena, TkRun, words->n_runs + 2);
  runs[0] = (TkRun){.text = note->label, .flags = TK_RUN_SUPERSCRIPT, .origin = words->origin};
  runs[1] = (TkRun){.text = " ", .origin = words->origin};
  for (guint i = 0; i < words->n_runs; i++)
    runs[i + 2] = words->runs[i];
  words->runs = runs;
  words->n_runs += 2;
}

/* An item of the list at the end with the words of @note; gives the place that marks lead to: its first line.
 */
static TkNode *
add_end (Counter *counter, const TkNode *note)
{
  TkMaker *maker = counter->maker;
  TkNode *list = maker->endnotes->last;

  if (list == NULL || list->kind != TK_NODE_LIST) {
    list = tk_node_add (maker->arena, maker->endnotes, TK_NODE_LIST, maker->template->text_styles.item);
    list->marking = TK_MARKING_NUMBER;
  }
  const TkStyle *style = tk_content_style_inside (maker, list->style);
  TkNode *item = tk_node_add (maker->arena, list, TK_NODE_ITEM, style);
  item->label = tk_content_label (maker->arena, TK_MARKING_NUMBER, counter->n);
  item->origin = note->origin;
  item->first = note->first;
  item->last = note->last;
  for (TkNode *block = item->first; block != NULL; block = block->next) {
    block->parent = item;
    block->style = block->kind == TK_NODE_PARAGRAPH ? style : block->style;
  }
  return item->first;
}

static void
number_note (Counter *counter, TkNode *note)
{
  if (note->label != NULL)
    return; /* referred to before */
  note->label = tk_arena_print (counter->maker->arena, "%u", ++counter->n);
  if (counter->together)
    g_hash_table_insert (counter->ends, note, add_end (counter, note));
  else
    number_words (counter->maker, note);
}

static void
number_mark (Counter *counter, TkRun *mark)
{
  TkNode *note = (TkNode *)
                     mark->reference->target; /* notes are this maker's: they are constant from here on */

  number_note (counter, note);
  mark->text = note->label;
  if (counter->together) {
    const TkReference reference = {TK_REFER_TEXT, g_hash_table_lookup (counter->ends, note)};
    mark->reference = tk_arena_copy (counter->maker->arena, &reference, sizeof reference);
  }
}

static gboolean
has_marks (const TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++) {
    if (tk_content_is_mark (&node->runs[i]))
      return TRUE;
  }
  return FALSE;
}

static void
number_node (Counter *counter, TkNode *node)
{
  if (node == counter->maker->endnotes)
    return;
  if (has_marks (node)) {
    TkRun *runs = tk_arena_copy (counter->maker->arena, node->runs, sizeof (TkRun) * node->n_runs);
    for (guint i = 0; i < node->n_runs; i++) {
      if (tk_content_is_mark (&runs[i]))
        number_mark (counter, &runs[i]);
    }
    node->runs = runs;
  }
  for (TkNode *child = node->first; child != NULL; child = child->next)
    if (child->kind != TK_NODE_PAPER)
      number_node (counter, child);
}

/* Without <endnotes> the notes stand before the signature, or at the end. */
static void
place_endnotes (TkMaker *maker)
{
  TkNode *before = maker->signature;
  TkNode *parent = before != NULL ? before->parent : maker->document->root;
  TkNode *section = tk_node_add (maker->arena, NULL, TK_NODE_SECTION, NULL);
  TkNode **link = &parent->first;

  section->level = 1;
  section->parent = parent;
  while (*link != before)
    link = &(*link)->next;
  section->next = before;
  *link = section;
  if (before == NULL)
    parent->last = section;
  maker->endnotes = section;
}

/* Takes @node out of the tree. */
static void
take_out (TkNode *node)
{
  TkNode *parent = node->parent;
  TkNode *before = NULL;

  for (TkNode *at = parent->first; at != node; at = at->next)
    before = at;
  if (before != NULL)
    before->next = node->next;
  else
    parent->first = node->next;
  if (parent->last == node)
    parent->last = before;
}

/* The signature does not stand alone on a page: the last note goes with it. */
static void
keep_last_note (TkMaker *maker)
{
  const TkNode *behind = maker->endnotes->next;
  TkNode *last = tk_content_find_last_text (maker->endnotes);

  while (behind != NULL && behind->kind == TK_NODE_SPACE)
    behind = behind->next;
  if (behind != NULL && behind == maker->signature && last != NULL)
    last->style = tk_content_style_kept (maker, last->style);
}

void
tk_content_number_notes (TkMaker *maker)
{
  g_autoptr (GHashTable) ends = g_hash_table_new (NULL, NULL);
  Counter counter = {.maker = maker, .together = maker->template->paper->endnotes, .ends = ends};

  if (counter.together && maker->endnotes == NULL)
    place_endnotes (maker);
  number_node (&counter, maker->document->root);
  if (counter.together && counter.n == 0)
    take_out (maker->endnotes);
  else if (counter.together)
    keep_last_note (maker);
}
