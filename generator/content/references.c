/* Comes in: names in the layout, and what refers to them. Goes out: targets, and the words that lead there:
 * "Bảng 3", "mục II.1". A name may be used before it is given: all are found when the tree is complete. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"
#include "nearest.h"

/* A reference whose target is not known yet. */
typedef struct {
  TkReference reference; /* first: the run's pointer to it leads here */
  const char *name;
  TkShow show;
  const TkPhrase *phrase; /* of the layout, or NULL: */
  TkOrigin origin;        /* it is of a text in the records, */
  const char *words;      /* which shows these, or NULL: those for the target */
} Pending;

typedef struct {
  TkMaker *maker;
  GHashTable *names; /* to nodes: SECTION, TABLE, FIGURE */
  GPtrArray *list;   /* of the names, for hints */
  GHashTable *found; /* targets that @targets has */
  GPtrArray *targets;
  GError **error;
  gboolean failed;
} Resolver;

typedef void (*VisitFunc) (Resolver *resolver, TkNode *node);

static void take_targets (Resolver *resolver, TkNode *node);

static Pending *
pending_new (TkMaker *maker, const char *name, TkShow show)
{
  Pending *pending = tk_arena_new0 (maker->arena, Pending);

  pending->reference.kind = show == TK_SHOW_PAGE ? TK_REFER_PAGE : TK_REFER_TEXT;
  pending->name = name;
  pending->show = show;
  return pending;
}

const TkReference *
tk_content_refer (TkMaker *maker, const TkPhrase *phrase)
{
  const char *name = tk_content_plain (maker, &phrase->refer->to);

  if (name == NULL)
    return NULL;
  Pending *pending = pending_new (maker, name, phrase->refer->show);
  pending->phrase = phrase;
  return &pending->reference;
}

const TkReference *
tk_content_refer_to (TkMaker *maker, const char *name, TkShow show, const char *words, TkOrigin origin)
{
  Pending *pending = pending_new (maker, name, show);

  pending->words = words;
  pending->origin = origin;
  return &pending->reference;
}

/* ---- names and numbers ---- */

const char *
tk_content_count (TkMaker *maker, const TkBlock *block)
{
  if (block->counter == NULL)
    return NULL;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (maker->counted, block->counter)) + 1;
  g_hash_table_insert (maker->counted, (gpointer) block->counter, GUINT_TO_POINTER (n));
  return tk_arena_print (maker->arena, "%s %u.", block->counter, n);
}

void
tk_content_uncount (TkMaker *maker, const TkBlock *block)
{
  if (block->counter == NULL)
    return;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (maker->counted, block->counter));
  g_hash_table_insert (maker->counted, (gpointer) block->counter, GUINT_TO_POINTER (n - 1));
}

void
tk_content_anchor (TkMaker *maker, const TkBlock *block, TkNode *node, const char *number,
                   const TkNode *header)
{
  const char *name = tk_content_plain (maker, &block->id);

  if (name == NULL && number == NULL && header == NULL)
    return;
  TkAnchor *anchor = tk_arena_new0 (maker->arena, TkAnchor);
  *anchor = (TkAnchor){.name = name, .number = number, .header = header};
  if (name != NULL)
    anchor->origin = tk_content_trace (maker, &block->id.phrases[0]);
  node->anchor = anchor;
}

const TkNode *
tk_content_find_beginning (const TkNode *node)
{
  if (node->anchor != NULL && node->anchor->header != NULL && node->kind != TK_NODE_FIGURE)
    return node->anchor->header;
  while (node->first != NULL && node->kind != TK_NODE_ROW && node->kind != TK_NODE_FIGURE) {
    const TkNode *first = node->first;
    while (first->kind == TK_NODE_PAGE_BREAK && first->next != NULL)
      first = first->next;
    node = first;
  }
  return node;
}

/* ---- the words ---- */

/* "II." as "II". */
static char *
print_bare (const char *number)
{
  gsize length = strlen (number);

  while (length > 0 && strchr (".) :", number[length - 1]) != NULL)
    length--;
  return g_strndup (number, length);
}

static const char *
print_title (Resolver *resolver, const TkNode *header)
{
  g_autofree char *title = tk_content_print_runs (header);

  return tk_arena_print (resolver->maker->arena, "“%s”", title);
}

/* "mục II.1", "Phần I", "mục II.1 Phần I"; NULL where it has no number. */
static const char *
print_section (Resolver *resolver, const TkNode *section, TkShow show)
{
  TkMaker *maker = resolver->maker;
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *named = NULL;
  gboolean whole = FALSE;

  for (const TkNode *at = section; at != NULL && named == NULL && !whole; at = at->parent) {
    if (at->kind != TK_NODE_SECTION || at->anchor == NULL || at->anchor->number == NULL) {
      if (at == section)
        return NULL;
      continue;
    }
    g_autofree char *number = print_bare (at->anchor->number);
    whole = (guint) at->level <= maker->template->n_levels && maker->template->levels[at->level - 1].parent;
    if (strchr (number, ' ') != NULL) {
      named = g_steal_pointer (&number);
      continue;
    }
    g_string_prepend (numbers, numbers->len > 0 ? "." : "");
    g_string_prepend (numbers, number);
  }
  if (numbers->len == 0)
    return tk_arena_text (maker->arena, named);
  return tk_arena_print (maker->arena, "%s%s%s%s", show == TK_SHOW_WORDS ? "mục\302\240" : "", numbers->str,
                         named != NULL ? " " : "", named != NULL ? named : "");
}

/* "Bảng 3", "3"; NULL where it has no number. */
static const char *
print_counted (Resolver *resolver, const TkNode *node, TkShow show)
{
  if (node->anchor->number == NULL)
    return NULL;
  g_autofree char *number = print_bare (node->anchor->number);
  char *figures = strrchr (number, ' ');

  if (show == TK_SHOW_NUMBER)
    return tk_arena_text (resolver->maker->arena, figures + 1);
  *figures = '\0';
  return tk_arena_print (resolver->maker->arena, "%s\302\240%s", number, figures + 1);
}

/* Of a layout the paper is not made; what was written in the records is shown as it is. */
static void
report (Resolver *resolver, const Pending *pending, const char *format, const char *hint)
{
  const gboolean written = pending->phrase == NULL;
  g_autofree char *place = written ? tk_origin_print (pending->origin)
                                   : g_strdup (tk_template_print_place (resolver->maker->arena,
                                                                        &pending->phrase->place));
  g_autofree char *message = g_strdup_printf (format, place, pending->name, hint);

  if (written)
    tk_notes_add (resolver->maker->notes, "%s", message);
  else
    g_set_error_literal (resolver->error, TK_ERROR, TK_ERROR_LAYOUT, message);
  resolver->failed = resolver->failed || !written;
}

static const char *
print_words (Resolver *resolver, const Pending *pending, const TkNode *node)
{
  const char *words = pending->words;

  if (words == NULL)
    words = node->kind == TK_NODE_SECTION ? print_section (resolver, node, pending->show)
                                          : print_counted (resolver, node, pending->show);
  if (words != NULL)
    return words;
  if (node->anchor->header != NULL)
    return print_title (resolver, node->anchor->header);
  report (resolver, pending,
          _ ("%s: “%s” has neither a number nor a title that could be shown; give it a title or a caption"),
          "");
  return pending->name;
}

/* ---- the tree ---- */

static void
visit (Resolver *resolver, const TkNode *node, VisitFunc func)
{
  if (node == NULL || resolver->failed)
    return;
  func (resolver, (TkNode *) node);
  for (guint i = 0; i < node->n_runs; i++)
    if (node->runs[i].reference != NULL && node->runs[i].reference->kind == TK_REFER_NOTE)
      visit (resolver, node->runs[i].reference->target, func);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (child->kind != TK_NODE_PAPER || func == take_targets) /* its names are its own, and found already */
      visit (resolver, child, func);
  if (node->kind != TK_NODE_TABLE)
    return;
  visit (resolver, node->continued, func);
  visit (resolver, node->carried, func);
  visit (resolver, node->brought, func);
}

/* A name that was given in a text of the records gives way to the others. */
static void
note_name (Resolver *resolver, const TkAnchor *anchor)
{
  g_autofree char *place = tk_origin_print (anchor->origin);

  tk_notes_add (resolver->maker->notes,
                _ ("%s: another place of the paper has the name “%s”, and what refers to it leads there; "
                   "choose another name"),
                place, anchor->name);
}

static void
take_name (Resolver *resolver, TkNode *node)
{
  const TkAnchor *anchor = node->anchor;

  if (anchor == NULL || anchor->name == NULL)
    return;
  const TkNode *other = g_hash_table_lookup (resolver->names, anchor->name);
  if (other != NULL && anchor->written) {
    note_name (resolver, anchor);
    return;
  }
  if (other != NULL && other->anchor->written) {
    note_name (resolver, other->anchor);
  } else if (other != NULL) {
    g_autofree char *place = tk_origin_print (anchor->origin);
    g_set_error (
        resolver->error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: two places of the paper have the id “%s”; put a column into it that tells them apart"), place,
        anchor->name);
    resolver->failed = TRUE;
    return;
  }
  g_hash_table_insert (resolver->names, (gpointer) anchor->name, node);
  g_ptr_array_add (resolver->list, (gpointer) anchor->name);
}

static void
add_part (GArray *runs, const TkRun *like, const char *text)
{
  TkRun run = *like;

  run.text = text;
  run.reference = NULL;
  run.href = NULL;
  if (*text != '\0')
    g_array_append_val (runs, run);
}

static void
report_missing (Resolver *resolver, const Pending *pending)
{
  g_ptr_array_add (resolver->list, NULL);
  g_autofree char *hint = tk_nearest_hint_new (pending->name, (const char *const *) resolver->list->pdata);
  g_ptr_array_set_size (resolver->list, (gint) resolver->list->len - 1);

  report (resolver, pending, _ ("%s: no section, table or photo of this paper has the id “%s”%s"),
          *hint != '\0' ? hint : _ ("; an empty section is not there, nor is a table without rows"));
}

/* What stands before and behind the words in the same run (a number, a closing mark) is no part of the link.
 */
static void
resolve_run (Resolver *resolver, const TkNode *node, const TkRun *run, GArray *runs)
{
  TkMaker *maker = resolver->maker;
  Pending *pending = (Pending *) run->reference; /* made by tk_content_refer */
  const char *at = strstr (run->text, TK_UNRESOLVED);
  const TkNode *target = g_hash_table_lookup (resolver->names, pending->name);

  TkRun own = *run;
  if (target == NULL) {
    report_missing (resolver, pending);
    own.reference = NULL;
    own.text = pending->words != NULL ? pending->words : pending->name;
    g_array_append_val (runs, own);
    return;
  }
  own.text = run->reference->kind == TK_REFER_TEXT ? print_words (resolver, pending, target) : "";
  if (node->style != NULL && node->style->capitals)
    own.text = tk_content_capitals (maker->arena, own.text);
  pending->reference.target = tk_content_find_beginning (target);
  add_part (runs, run, tk_arena_textn (maker->arena, run->text, (gsize) (at - run->text)));
  g_array_append_val (runs, own);
  add_part (runs, run, tk_arena_text (maker->arena, at + strlen (TK_UNRESOLVED)));
}

static gboolean
is_unresolved (const TkRun *run)
{
  return run->reference != NULL && run->reference->kind != TK_REFER_NOTE
         && strstr (run->text, TK_UNRESOLVED) != NULL;
}

static void
resolve_node (Resolver *resolver, TkNode *node)
{
  GArray *runs = resolver->maker->runs;
  gboolean any = FALSE;

  for (guint i = 0; i < node->n_runs && !any; i++)
    any = is_unresolved (&node->runs[i]);
  if (!any)
    return;
  g_array_set_size (runs, 0);
  for (guint i = 0; i < node->n_runs && !resolver->failed; i++) {
    if (is_unresolved (&node->runs[i]))
      resolve_run (resolver, node, &node->runs[i], runs);
    else
      g_array_append_val (runs, node->runs[i]);
  }
  node->runs = tk_arena_copy_array (resolver->maker->arena, runs);
  node->n_runs = runs->len;
}

gboolean
tk_content_resolve (TkMaker *maker, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  Resolver resolver = {.maker = maker, .names = names, .list = list, .error = error};

  visit (&resolver, maker->document->root, take_name);
  visit (&resolver, maker->document->root, resolve_node);
  return !resolver.failed;
}

static void
take_targets (Resolver *resolver, TkNode *node)
{
  for (guint i = 0; i < node->n_runs; i++) {
    const TkReference *reference = node->runs[i].reference;
    if (reference != NULL && reference->kind != TK_REFER_NOTE
        && g_hash_table_add (resolver->found, (gpointer) reference->target))
      g_ptr_array_add (resolver->targets, (gpointer) reference->target);
  }
}

void
tk_content_list_targets (TkMaker *maker)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) targets = g_ptr_array_new ();
  Resolver resolver = {.maker = maker, .found = found, .targets = targets};

  visit (&resolver, maker->document->root, take_targets);
  maker->document->targets = tk_arena_copy (maker->arena, targets->pdata, targets->len * sizeof (gpointer));
  maker->document->n_targets = targets->len;
}
