/* Comes in: where strips are placed. Goes out: on which page each target begins, and the marks that show it
 * in place of those that did not know. Nothing moves but the words of the lines that show it. */
#include "fields.h"

#include <glib/gi18n.h>

/* A strip with fields on its page. */
typedef struct {
  const TkStrip *strip;
  guint page, placed;
} Waiting;

struct _TkFields {
  TkArena *arena;
  TkTarget *targets;    /* as many as the document has, in its order */
  GHashTable *of_nodes; /* node of a strip to the GSList of the targets that begin with it, until one did */
  GHashTable *begun;    /* target's node to TkTarget */
  guint n_targets;
  GArray *waiting;
};

static void
wait_for (TkFields *fields, const TkNode *node, TkTarget *target)
{
  GSList *list = g_hash_table_lookup (fields->of_nodes, node);

  g_hash_table_insert (fields->of_nodes, (gpointer) node, g_slist_prepend (list, target));
}

/* What stands in a cell is in the strips of its row, of the outermost if there are several; an item that has
 * blocks in place of text of its own, as notes at the end have, begins with the first of them. */
TkFields *
tk_fields_new (const TkDocument *document, TkArena *arena)
{
  TkFields *fields = g_new0 (TkFields, 1);

  fields->arena = arena;
  fields->targets = tk_arena_array (arena, TkTarget, document->n_targets + 1);
  fields->n_targets = document->n_targets;
  fields->of_nodes = g_hash_table_new (NULL, NULL);
  fields->begun = g_hash_table_new (NULL, NULL);
  fields->waiting = g_array_new (FALSE, FALSE, sizeof (Waiting));
  for (guint i = 0; i < document->n_targets; i++) {
    const TkNode *node = document->targets[i];
    fields->targets[i].node = node;
    g_hash_table_insert (fields->begun, (gpointer) node, &fields->targets[i]);
    wait_for (fields, node, &fields->targets[i]);
    if (node->kind == TK_NODE_ITEM && node->n_runs == 0 && node->first != NULL)
      wait_for (fields, node->first, &fields->targets[i]);
    for (const TkNode *at = node->parent; at != NULL; at = at->parent)
      if (at->kind == TK_NODE_ROW)
        wait_for (fields, at, &fields->targets[i]);
  }
  return fields;
}

static void
free_list (gpointer key G_GNUC_UNUSED, gpointer list, gpointer data G_GNUC_UNUSED)
{
  g_slist_free (list);
}

void
tk_fields_free (TkFields *fields)
{
  g_hash_table_foreach (fields->of_nodes, free_list, NULL);
  g_hash_table_unref (fields->of_nodes);
  g_clear_pointer (&fields->begun, g_hash_table_unref);
  g_array_unref (fields->waiting);
  g_free (fields);
}

void
tk_fields_note_target (TkFields *fields, const TkNode *node, guint page, TkUnit y)
{
  GSList *list = g_hash_table_lookup (fields->of_nodes, node);

  if (list == NULL)
    return;
  for (GSList *at = list; at != NULL; at = at->next) {
    TkTarget *target = at->data;
    if (!target->placed) {
      target->placed = TRUE;
      target->page = page;
      target->y = y;
    }
  }
  g_slist_free (list);
  g_hash_table_remove (fields->of_nodes, node);
}

/* A run may be a target itself. So may a picture that has no strip of its own: in an album, or beside text.
 */
static void
note_place (TkFields *fields, const TkMark *mark, guint page, TkUnit y)
{
  if (mark->kind == TK_MARK_IMAGE)
    tk_fields_note_target (fields, mark->node, page, y);
  if (mark->kind == TK_MARK_TEXT && mark->span != NULL && mark->span->place != NULL)
    tk_fields_note_target (fields, mark->span->place, page, y);
}

/* The same in lines that show pages, whatever they show. */
static void
note_places_of_fields (TkFields *fields, const TkStrip *strip, guint page, TkUnit y)
{
  g_autoptr (TkArena) arena = tk_arena_new ();

  for (guint f = 0; f < strip->n_fields; f++) {
    const guint *zeros = tk_arena_array (arena, guint, strip->fields[f].n_targets);
    guint n;
    const TkMark *marks = tk_galley_fill (&strip->fields[f], zeros, arena, &n);
    for (guint i = 0; i < n; i++)
      note_place (fields, &marks[i], page, y);
  }
}

void
tk_fields_note (TkFields *fields, const TkStrip *strip, guint page, TkUnit x, TkUnit y, GArray *placed)
{
  if (strip->node != NULL)
    tk_fields_note_target (fields, strip->node, page, y);
  for (guint i = 0; i < strip->n_marks; i++)
    note_place (fields, &strip->marks[i], page, y);
  if (strip->n_fields == 0)
    return;
  note_places_of_fields (fields, strip, page, y);
  if (strip->n_marks == 0) {
    TkPlaced empty = {.x = x, .y = y};
    g_array_append_val (placed, empty);
  }
  Waiting waiting = {strip, page, placed->len - 1};
  g_array_append_val (fields->waiting, waiting);
}

/* What @page says of @other: a paper knows its own numbers, which are its readers', else those of the book.
 */
static guint
find_number (const TkPage *page, const TkPage *other)
{
  return page->paper != NULL && page->paper == other->paper ? other->number : other->folio;
}

/* The strip's own marks, those of each field behind the mark that it comes after. */
static void
fill_strip (const TkFields *fields, const TkStrip *strip, const TkPages *pages, const TkPage *page,
            TkPlaced *placed)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (TkMark));
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  guint taken = 0;

  for (guint f = 0; f < strip->n_fields; f++) {
    const TkField *field = &strip->fields[f];
    g_array_set_size (numbers, 0);
    for (guint i = 0; i < field->n_targets; i++) {
      const TkTarget *target = tk_pages_find_target (pages, field->targets[i]);
      const guint number = find_number (page, &pages->pages[target != NULL ? target->page : 0]);
      g_array_append_val (numbers, number);
    }
    guint n;
    const TkMark *own = tk_galley_fill (field, (const guint *) (void *) numbers->data, fields->arena, &n);
    g_array_append_vals (all, strip->marks + taken, field->before - taken);
    g_array_append_vals (all, own, n);
    taken = field->before;
  }
  g_array_append_vals (all, strip->marks + taken, strip->n_marks - taken);
  placed->marks = tk_arena_copy (fields->arena, all->data, all->len * sizeof (TkMark));
  placed->n_marks = all->len;
}

static void
note_missing (const TkTarget *target, TkNotes *notes)
{
  g_autofree char *place = tk_origin_print (target->node->origin);

  tk_notes_add (notes, _ ("%s: the text refers to this, but no line of it is on any page; give it some text"),
                place);
}

void
tk_fields_fill (TkFields *fields, TkPages *pages, TkNotes *notes)
{
  for (guint i = 0; i < fields->n_targets; i++)
    if (!fields->targets[i].placed)
      note_missing (&fields->targets[i], notes);
  pages->targets = g_steal_pointer (&fields->begun);
  for (guint i = 0; i < fields->waiting->len; i++) {
    const Waiting *waiting = &g_array_index (fields->waiting, Waiting, i);
    const TkPage *page = &pages->pages[waiting->page];
    fill_strip (fields, waiting->strip, pages, page, (TkPlaced *) &page->placed[waiting->placed]);
  }
}

const TkTarget *
tk_pages_find_target (const TkPages *pages, const TkNode *node)
{
  return pages->targets != NULL ? g_hash_table_lookup (pages->targets, node) : NULL;
}
