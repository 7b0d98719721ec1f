/* Comes in: names, a row of a query each, and the whole tree. Goes out: an entry for each name that the paper
 * holds, with a run for each place where it stands. Names of tables of contents are not looked for. */
#include <string.h>

#include "maker.h"

/* A name that is looked for. */
typedef struct {
  TkNode *entry;
  const char *words;
  GPtrArray *places; /* of nodes PLACE, in the order of reading */
} Name;

static void
add_entry (TkMaker *maker, const TkBlock *block, TkNode *contents)
{
  const char *words = tk_content_plain (maker, &block->find);
  TkNode *before = contents->last;

  if (words == NULL)
    return;
  TkNode *entry = tk_node_add (maker->arena, contents, TK_NODE_ENTRY,
                               tk_content_style_entry (maker, block, 1));
  entry->level = 1;
  if (!tk_content_fill (maker, &block->text, NULL, FALSE, entry)) {
    tk_content_drop_after (contents, before);
    return;
  }
  g_ptr_array_add (maker->indexed, entry);
  g_ptr_array_add (maker->indexed, (gpointer) words);
}

gboolean
tk_content_build_index (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);

  if (rows == NULL)
    return FALSE;
  TkNode *contents = tk_content_add_contents (maker, block, parent);
  tk_content_push (maker, rows);
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  for (frame->row = 0; frame->row < rows->n_rows; frame->row++)
    add_entry (maker, block, contents);
  frame->row = 0;
  tk_content_pop (maker);
  return TRUE;
}

/* ---- where the names stand ---- */

static gboolean
is_word_at (const char *text, const char *at, gsize length)
{
  const char *end = at + length;

  return (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
         && (*end == '\0' || !g_unichar_isalnum (g_utf8_get_char (end)));
}

static const char *
find_word (const char *text, const char *words)
{
  const gsize length = strlen (words);

  for (const char *at = text; (at = strstr (at, words)) != NULL; at += length)
    if (is_word_at (text, at, length))
      return at;
  return NULL;
}

static void
mark_place (TkMaker *maker, TkRun *run, Name *name)
{
  if (run->place == NULL)
    run->place = tk_node_add (maker->arena, NULL, TK_NODE_PLACE, NULL);
  g_ptr_array_add (name->places, (gpointer) run->place);
}

/* The run in parts, those that are the name for themselves; a link stays whole. */
static void
mark_run (TkMaker *maker, TkRun run, Name *name, GArray *runs)
{
  const gsize length = strlen (name->words);
  const char *at;

  if (run.href != NULL || run.reference != NULL) {
    if (find_word (run.text, name->words) != NULL)
      mark_place (maker, &run, name);
    g_array_append_val (runs, run);
    return;
  }
  while (run.place == NULL && (at = find_word (run.text, name->words)) != NULL) {
    TkRun before = run, own = run;
    before.text = tk_arena_textn (maker->arena, run.text, (gsize) (at - run.text));
    own.text = tk_arena_textn (maker->arena, at, length);
    mark_place (maker, &own, name);
    if (*before.text != '\0')
      g_array_append_val (runs, before);
    g_array_append_val (runs, own);
    run.text = at + length;
  }
  if (*run.text != '\0' || (run.flags & TK_RUN_BREAK) != 0)
    g_array_append_val (runs, run);
}

static void mark_node (TkMaker *maker, TkNode *node, Name *name);

/* Footnotes are no part of the tree; those that stand at its end are, and are looked through there. */
static void
mark_notes (TkMaker *maker, const TkNode *node, Name *name)
{
  for (guint i = 0; i < node->n_runs; i++) {
    const TkReference *reference = node->runs[i].reference;
    if (reference != NULL && reference->kind == TK_REFER_NOTE && reference->target->parent == NULL)
      mark_node (maker, (TkNode *) reference->target, name);
  }
}

static void
mark_node (TkMaker *maker, TkNode *node, Name *name)
{
  gboolean any = FALSE;

  for (guint i = 0; i < node->n_runs && !any; i++)
    any = find_word (node->runs[i].text, name->words) != NULL;
  if (any) {
    g_array_set_size (maker->runs, 0);
    for (guint i = 0; i < node->n_runs; i++)
      mark_run (maker, node->runs[i], name, maker->runs);
    node->runs = tk_arena_copy_array (maker->arena, maker->runs);
    node->n_runs = maker->runs->len;
  }
  mark_notes (maker, node, name);
  for (TkNode *child = node->first; child != NULL; child = child->next)
    if (child->kind != TK_NODE_CONTENTS)
      mark_node (maker, child, name);
}

static void
add_pages (TkMaker *maker, const Name *name)
{
  TkNode *entry = name->entry;
  TkRun *runs = tk_arena_array (maker->arena, TkRun, entry->n_runs + name->places->len);

  memcpy (runs, entry->runs, entry->n_runs * sizeof *runs);
  for (guint i = 0; i < name->places->len; i++) {
    const TkReference reference = {TK_REFER_PAGE, name->places->pdata[i]};
    runs[entry->n_runs + i] = (TkRun){.text = "", .origin = entry->origin};
    runs[entry->n_runs + i].reference = tk_arena_copy (maker->arena, &reference, sizeof reference);
  }
  entry->runs = runs;
  entry->n_runs += name->places->len;
}

static void
drop (TkNode *entry)
{
  TkNode *parent = entry->parent, *before = NULL;

  for (TkNode *at = parent->first; at != entry; at = at->next)
    before = at;
  if (entry->next == NULL)
    parent->last = before;
  if (before != NULL)
    before->next = entry->next;
  else
    parent->first = entry->next;
}

/* A longer name first, so that a shorter one is not found within it: "Lê An" in "Lê An Bình". */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const gsize one = strlen (((const Name *) a)->words), other = strlen (((const Name *) b)->words);

  return one < other ? 1 : one > other ? -1 : 0;
}

static void
clear_name (gpointer name)
{
  g_ptr_array_unref (((Name *) name)->places);
}

void
tk_content_fill_index (TkMaker *maker)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < maker->indexed->len; i += 2) {
    const Name name = {maker->indexed->pdata[i], maker->indexed->pdata[i + 1], g_ptr_array_new ()};
    g_array_append_val (names, name);
  }
  g_array_sort (names, compare);
  for (guint i = 0; i < names->len; i++) {
    Name *name = &g_array_index (names, Name, i);
    TkNode *contents = name->entry->parent;
    mark_node (maker, maker->document->root, name);
    if (name->places->len > 0)
      add_pages (maker, name);
    else
      drop (name->entry);
    if (contents->first != NULL && contents->first == contents->last
        && contents->first->kind != TK_NODE_ENTRY) /* a title alone */
      tk_content_drop_after (contents, NULL);
  }
}
