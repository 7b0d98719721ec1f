/* Comes in: a template and a database. Goes out: for every placeholder and every
 * :name of a query, where its value will stand; or all names that mean nothing.
 * No row is read here, so that a fault does not wait for the records that show it. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"
#include "nearest.h"

typedef struct {
  TkMaker *maker;
  int scope[TK_DEEPEST_FRAME]; /* queries around, outermost first */
  int depth;
  int table;       /* of the frames, that of the rows of the last table */
  gboolean unsure; /* one of them could not be prepared: its columns are not known */
  gboolean *tried; /* by query */
  GString *faults;
} Finder;

static void
add_fault (Finder *finder, const char *message)
{
  if (strstr (finder->faults->str, message) == NULL)
    g_string_append_printf (finder->faults, "%s%s", finder->faults->len > 0 ? "\n" : "", message);
}

static TkQuery *
prepare (Finder *finder, guint index)
{
  const TkTemplateQuery *query = &finder->maker->template->queries[index];
  g_autoptr (GError) error = NULL;

  if (finder->tried[index])
    return finder->maker->queries[index];
  finder->tried[index] = TRUE;
  finder->maker->queries[index] = tk_data_query_new (finder->maker->database, query->place, query->sql,
                                                     &error);
  if (error != NULL)
    add_fault (finder, error->message);
  else
    tk_data_query_call (finder->maker->queries[index], query->name);
  return finder->maker->queries[index];
}

static gboolean
find_name (const Finder *finder, const char *name, TkSlot *ret_slot)
{
  const TkTemplate *template = finder->maker->template;

  for (int frame = finder->depth - 1; frame >= 0; frame--) {
    const TkQuery *query = finder->maker->queries[finder->scope[frame]];
    const char *const *columns = query != NULL ? tk_data_query_columns (query) : NULL;
    for (guint i = 0; columns != NULL && columns[i] != NULL; i++) {
      if (strcmp (columns[i], name) == 0) {
        *ret_slot = (TkSlot){frame, i};
        return TRUE;
      }
    }
  }
  for (guint i = 0; i < template->n_parameters; i++) {
    if (strcmp (template->parameters[i].name, name) == 0) {
      *ret_slot = (TkSlot){-1, i};
      return TRUE;
    }
  }
  return FALSE;
}

/* All names that would have been right. */
static GPtrArray *
list_names (const Finder *finder)
{
  const TkTemplate *template = finder->maker->template;
  GPtrArray *names = g_ptr_array_new ();

  for (int frame = finder->depth - 1; frame >= 0; frame--) {
    const TkQuery *query = finder->maker->queries[finder->scope[frame]];
    const char *const *columns = query != NULL ? tk_data_query_columns (query) : NULL;
    for (guint i = 0; columns != NULL && columns[i] != NULL; i++)
      g_ptr_array_add (names, (char *) columns[i]);
  }
  for (guint i = 0; i < template->n_parameters; i++)
    g_ptr_array_add (names, (char *) template->parameters[i].name);
  g_ptr_array_add (names, NULL);
  return names;
}

static TkSlot
slot_for (Finder *finder, const char *name, const char *place, gboolean bound)
{
  TkSlot slot = {-2, 0};

  if (find_name (finder, name, &slot) || finder->unsure)
    return slot;
  g_autoptr (GPtrArray) names = list_names (finder);
  g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
  g_autofree char *message =
      bound
          ? g_strdup_printf (_ ("%s: :%s is no column of the rows around the place where the query is used, "
                                "and no parameter%s"),
                             place, name, hint)
          : g_strdup_printf (_ ("%s: {%s} is no column of the rows here, and no parameter%s"), place, name,
                             hint);
  add_fault (finder, message);
  return slot;
}

static void
find_text (Finder *finder, const TkText *text)
{
  for (guint i = 0; i < text->n_phrases; i++) {
    const TkPhrase *phrase = &text->phrases[i];
    if (phrase->href != NULL)
      find_text (finder, phrase->href);
    if (phrase->refer != NULL)
      find_text (finder, &phrase->refer->to);
    if (phrase->note != NULL)
      find_text (finder, phrase->note);
    if (phrase->kind != TK_PHRASE_VALUE)
      continue;
    const char *place = tk_template_print_place (finder->maker->arena, &phrase->place);
    finder->maker->slots[phrase->slot] = slot_for (finder, phrase->text, place, FALSE);
  }
}

/* The :names of the query @index, where it is used, in the scope around it. */
static void
find_bound (Finder *finder, guint index, TkUse *use)
{
  TkMaker *maker = finder->maker;
  TkQuery *query = prepare (finder, index);

  if (query == NULL)
    return;
  const char *const *names = tk_data_query_parameters (query);
  use->n_values = g_strv_length ((char **) names);
  use->values = tk_arena_array (maker->arena, TkSlot, use->n_values);
  for (guint i = 0; i < use->n_values; i++)
    use->values[i] = slot_for (finder, names[i], maker->template->queries[index].place, TRUE);
}

static void
find_use (Finder *finder, const TkBlock *block)
{
  find_bound (finder, block->query, &finder->maker->uses[block->use]);
}

/* With a column that is matched the query sees nothing of the rows of the table, and has that column, too. */
static void
check_match (Finder *finder, const TkBlock *block)
{
  const TkMaker *maker = finder->maker;
  const TkPhrase *match = block->match.phrases;
  const TkUse *use = &maker->uses[block->use];
  const TkQuery *query = maker->queries[block->query];

  find_text (finder, &block->match);
  if (query == NULL)
    return;
  const char *const *columns = tk_data_query_columns (query);
  g_autofree char *message = NULL;
  for (guint i = 0; i < use->n_values && message == NULL; i++)
    if (use->values[i].frame == finder->table)
      message = g_strdup_printf (
          _ ("%s: :%s is a column of the rows of the table, and with match the query is run once for all of "
             "them; leave it out of the query, or leave out match"),
          maker->template->queries[block->query].place, tk_data_query_parameters (query)[i]);
  if (message == NULL && !g_strv_contains (columns, match->text)) {
    g_autofree char *hint = tk_nearest_hint_new (match->text, columns);
    message = g_strdup_printf (_ ("%s: the query of the column has no column “%s” to be matched%s"),
                               tk_template_print_place (maker->arena, &match->place), match->text, hint);
  }
  if (message != NULL)
    add_fault (finder, message);
}

static gboolean
enter (Finder *finder, const TkBlock *block)
{
  if (finder->depth == TK_DEEPEST_FRAME) {
    const char *place = tk_template_print_place (finder->maker->arena, &block->place);
    g_autofree char *message = g_strdup_printf (_ ("%s: more than %d queries inside each other; use fewer"),
                                                place, TK_DEEPEST_FRAME);
    add_fault (finder, message);
    return FALSE;
  }
  finder->scope[finder->depth++] = (int) block->query;
  finder->unsure = finder->unsure || finder->maker->queries[block->query] == NULL;
  return TRUE;
}

/* They see what the paper sees: running lines, the watermark, and what says its colours. */
static void
find_furniture (Finder *finder)
{
  const TkTemplate *template = finder->maker->template;

  for (guint i = 0; i < template->n_queried; i++)
    find_bound (finder, template->queried[i].query, &finder->maker->uses[template->queried[i].use]);
  for (guint i = 0; i < template->n_running; i++)
    find_text (finder, &template->running[i].text);
  find_text (finder, &template->watermark);
}

/* What is around a column in its table: titles of groups see the rows of each <for-each> around them. */
static gboolean
find_around (Finder *finder, const TkBlock *over)
{
  if (over->kind == TK_BLOCK_TABLE)
    return TRUE;
  if (!find_around (finder, over->parent))
    return FALSE;
  find_text (finder, &over->title);
  if (over->rows == TK_ROWS_NONE)
    return TRUE;
  find_use (finder, over);
  return enter (finder, over);
}

static void
find_block (Finder *finder, const TkBlock *block)
{
  gboolean outer_title = block->kind == TK_BLOCK_TABLE || block->kind == TK_BLOCK_RECIPIENTS
                         || block->kind == TK_BLOCK_INDEX || block->kind == TK_BLOCK_CHART
                         || block->kind == TK_BLOCK_COLUMN;
  int depth = finder->depth;
  gboolean unsure = finder->unsure;

  if (block->kind == TK_BLOCK_COLUMN && !find_around (finder, block->parent))
    return;
  if (outer_title)
    find_text (finder, &block->title);
  if (outer_title)
    find_text (finder, &block->id);
  find_text (finder, &block->carried);
  find_text (finder, &block->brought);
  find_text (finder, &block->continued);
  find_text (finder, &block->total);
  find_text (finder, &block->unit);
  if (block->rows != TK_ROWS_NONE)
    find_use (finder, block);
  if (block->match.n_phrases > 0)
    check_match (finder, block);
  if ((block->rows == TK_ROWS_FIRST || block->rows == TK_ROWS_EACH) && !enter (finder, block))
    return;
  if (block->kind == TK_BLOCK_TABLE)
    finder->table = finder->depth - 1;
  if (!outer_title)
    find_text (finder, &block->title);
  if (!outer_title)
    find_text (finder, &block->id);
  if (block->kind == TK_BLOCK_PAPER)
    find_furniture (finder);
  find_text (finder, &block->text);
  find_text (finder, &block->find);
  find_text (finder, &block->sum);
  find_text (finder, &block->group_total);
  find_text (finder, &block->group_sum);
  find_text (finder, &block->group);
  find_text (finder, &block->strong);
  find_text (finder, &block->file);
  find_text (finder, &block->alt);
  if (block->picture != NULL) {
    find_text (finder, &block->picture->focus);
    find_text (finder, &block->picture->credit);
  }
  find_text (finder, &block->author);
  find_text (finder, &block->subject);
  find_text (finder, &block->date);
  find_text (finder, &block->breadth);
  for (guint i = 0; block->bound != NULL && i < block->bound->n_settings; i++)
    find_text (finder, &block->bound->settings[i].value);
  for (const TkBlock *child = block->first; child != NULL; child = child->next)
    find_block (finder, child);
  finder->depth = depth;
  finder->unsure = unsure;
}

gboolean
tk_content_find_names (TkMaker *maker, GError **error)
{
  g_autoptr (GString) faults = g_string_new (NULL);
  g_autofree gboolean *tried = g_new0 (gboolean, maker->template->n_queries + 1);
  Finder finder = {.maker = maker, .faults = faults, .tried = tried};

  find_block (&finder, maker->template->paper);
  if (faults->len == 0)
    return TRUE;
  g_set_error_literal (error, TK_ERROR, TK_ERROR_LAYOUT, faults->str);
  return FALSE;
}
