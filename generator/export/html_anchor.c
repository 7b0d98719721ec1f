/* Comes in: the tree. Goes out: an id for each place that something refers to: that of the layout, where it
 * has one, else a number in the order of reading. */
#include <string.h>

#include "html_maker.h"

struct _TkHtmlAnchors {
  GHashTable *ids;    /* of nodes: blocks, NOTEs, PLACEs; and of the references of first marks */
  GHashTable *taken;  /* ids */
  GHashTable *notes;  /* what marks lead to, and the first block of a NOTE: to the id of the first mark */
  GHashTable *marked; /* notes whose first mark is written */
  GPtrArray *beside;  /* NOTEs */
};

static gboolean
is_mark (const TkRun *run)
{
  return run->reference != NULL && run->reference->target != NULL && (run->flags & TK_RUN_SUPERSCRIPT) != 0;
}

static void
add_id (TkHtmlAnchors *anchors, gconstpointer what, char *id)
{
  g_hash_table_insert (anchors->ids, (gpointer) what, id);
  g_hash_table_add (anchors->taken, id);
}

/* "muc-3": the first that is free. */
static void
number_id (TkHtmlAnchors *anchors, const TkNode *node, const char *kind)
{
  for (guint i = 1;; i++) {
    char *id = g_strdup_printf ("%s-%u", kind, i);
    if (!g_hash_table_contains (anchors->taken, id)) {
      add_id (anchors, node, id);
      return;
    }
    g_free (id);
  }
}

static void gather (TkHtmlAnchors *anchors, const TkNode *node);

static void
take_note (TkHtmlAnchors *anchors, const TkRun *mark)
{
  const TkNode *target = mark->reference->target;

  if (g_hash_table_contains (anchors->notes, target))
    return;
  add_id (anchors, target, g_strdup_printf ("note-%s", mark->text));
  char *id = g_strdup_printf ("ref-%s", mark->text);
  add_id (anchors, mark->reference, id);
  g_hash_table_insert (anchors->notes, (gpointer) target, id);
  if (target->kind != TK_NODE_NOTE)
    return;
  g_ptr_array_add (anchors->beside, (gpointer) target);
  if (target->first != NULL)
    g_hash_table_insert (anchors->notes, (gpointer) target->first, id);
  gather (anchors, target);
}

/* What is referred to has no id yet: NULL. */
static void
gather (TkHtmlAnchors *anchors, const TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++) {
    const TkReference *reference = node->runs[i].reference;
    if (is_mark (&node->runs[i]))
      take_note (anchors, &node->runs[i]);
    else if (reference != NULL && reference->target != NULL
             && !g_hash_table_contains (anchors->ids, reference->target))
      g_hash_table_insert (anchors->ids, (gpointer) reference->target, NULL);
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    gather (anchors, child);
}

static gboolean
wants_id (const TkHtmlAnchors *anchors, const TkNode *node)
{
  gpointer id = NULL;

  return node != NULL && g_hash_table_lookup_extended (anchors->ids, node, NULL, &id) && id == NULL;
}

/* What stands in an address as it is; no blanks. */
static char *
id_new (const char *name)
{
  GString *id = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at)) {
    const gunichar letter = g_utf8_get_char (at);
    g_string_append_unichar (id, g_unichar_isalnum (letter) || letter == '_' || letter == '.' ? letter : '-');
  }
  return g_string_free (id, FALSE);
}

/* Sections, tables and figures that the layout names go first. */
static void
name (TkHtmlAnchors *anchors, const TkNode *node)
{
  const TkAnchor *anchor = node->anchor;
  const TkNode *at = node;

  if (anchor != NULL && anchor->name != NULL) {
    g_autofree char *id = id_new (anchor->name);
    if (!wants_id (anchors, at))
      at = anchor->header;
    if (wants_id (anchors, at) && !g_hash_table_contains (anchors->taken, id))
      add_id (anchors, at, g_steal_pointer (&id));
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    name (anchors, child);
}

/* A paper of a book is referred to by its heading, which stands beside the tree: one place with one id. */
static void
number_paper (TkHtmlAnchors *anchors, const TkNode *paper)
{
  const TkNode *heading = paper->bound->heading;

  if (!wants_id (anchors, heading))
    return;
  number_id (anchors, heading, "van-ban");
  g_hash_table_insert (anchors->ids, (gpointer) paper, g_strdup (tk_html_anchor_find (anchors, heading)));
}

static void
number (TkHtmlAnchors *anchors, const TkNode *node)
{
  if (node->kind == TK_NODE_PAPER)
    number_paper (anchors, node);
  if (wants_id (anchors, node))
    number_id (anchors, node, node->kind == TK_NODE_HEADING ? "muc" : "cho");
  for (guint i = 0; i < node->n_runs; i++)
    if (wants_id (anchors, node->runs[i].place))
      number_id (anchors, node->runs[i].place, "ten");
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    number (anchors, child);
}

TkHtmlAnchors *
tk_html_anchors_new (const TkDocument *document)
{
  TkHtmlAnchors *anchors = g_new0 (TkHtmlAnchors, 1);

  anchors->ids = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  anchors->taken = g_hash_table_new (g_str_hash, g_str_equal);
  anchors->notes = g_hash_table_new (NULL, NULL);
  anchors->marked = g_hash_table_new (NULL, NULL);
  anchors->beside = g_ptr_array_new ();
  gather (anchors, document->root);
  name (anchors, document->root);
  number (anchors, document->root);
  for (guint i = 0; i < anchors->beside->len; i++)
    number (anchors, anchors->beside->pdata[i]);
  return anchors;
}

void
tk_html_anchors_free (TkHtmlAnchors *anchors)
{
  g_hash_table_unref (anchors->taken);
  g_hash_table_unref (anchors->ids);
  g_hash_table_unref (anchors->notes);
  g_hash_table_unref (anchors->marked);
  g_ptr_array_unref (anchors->beside);
  g_free (anchors);
}

const char *
tk_html_anchor_find (const TkHtmlAnchors *anchors, const TkNode *node)
{
  return g_hash_table_lookup (anchors->ids, node);
}

const char *
tk_html_anchor_note (const TkHtmlAnchors *anchors, const TkNode *node)
{
  return g_hash_table_lookup (anchors->notes, node);
}

const char *
tk_html_anchor_take_mark (TkHtmlAnchors *anchors, const TkNode *target)
{
  return g_hash_table_add (anchors->marked, (gpointer) target) ? g_hash_table_lookup (anchors->notes, target)
                                                               : NULL;
}

const GPtrArray *
tk_html_anchors_notes (const TkHtmlAnchors *anchors)
{
  return anchors->beside;
}
