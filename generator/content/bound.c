/* Comes in: a <paper-of> of a book, the rows around it. Goes out: the paper of its layout, composed by a
 * maker of its own, so that names, numbers and notes are the paper's, and what the book knows of it. Must not
 * know how its pages are numbered. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "maker.h"

/* Whether a paper may begin in @parent: it has pages of its own. */
static gboolean
may_stand_in (const TkNode *parent)
{
  while (parent->kind == TK_NODE_SECTION)
    parent = parent->parent;
  return parent->kind == TK_NODE_DOCUMENT;
}

/* "event=dbsh-tk-2022"; what is empty is not set. */
static GStrv
print_settings (TkMaker *maker, const TkBoundBlock *bound)
{
  g_autoptr (GStrvBuilder) settings = g_strv_builder_new ();

  for (guint i = 0; i < bound->n_settings; i++) {
    const char *value = tk_content_plain (maker, &bound->settings[i].value);
    g_autofree char *setting = g_strdup_printf ("%s=%s", bound->settings[i].name, value != NULL ? value : "");
    if (value != NULL)
      g_strv_builder_add (settings, setting);
  }
  return g_strv_builder_end (settings);
}

static void
free_offer (gpointer offer)
{
  g_strfreev (offer);
}

/* What the first parameter of @template may be, asked for once; NULL: @error. */
static const char *const *
find_offer (TkMaker *maker, const TkTemplate *template, GError **error)
{
  if (maker->offers == NULL)
    maker->offers = g_hash_table_new_full (NULL, NULL, NULL, free_offer);
  char **offer = g_hash_table_lookup (maker->offers, template);
  if (offer == NULL && (offer = tk_content_choices_new (template, maker->database, error)) != NULL)
    g_hash_table_insert (maker->offers, (gpointer) template, offer);
  return (const char *const *) offer;
}

/* A layout has no paper for what its first parameter does not offer: no report of a term for the conference
 * of a year. That is no lack. */
static gboolean
is_offered (TkMaker *maker, const TkTemplate *template, GStrv settings, gboolean *ret_offered, GError **error)
{
  const char *name = template->n_parameters > 0 ? template->parameters[0].name : TK_PARAMETER_OF_VARIANT;
  const gsize length = strlen (name);

  *ret_offered = TRUE;
  if (strcmp (name, TK_PARAMETER_OF_VARIANT) == 0)
    return TRUE; /* how it looks is no matter of records */
  for (char **setting = settings; *setting != NULL; setting++) {
    if (strncmp (*setting, name, length) != 0 || (*setting)[length] != '=')
      continue;
    const char *const *offer = find_offer (maker, template, error);
    if (offer == NULL)
      return FALSE;
    *ret_offered = g_strv_contains (offer, *setting + length + 1);
  }
  return TRUE;
}

static void
note_left_out (TkMaker *maker, const TkBoundBlock *bound, GStrv settings, const char *why)
{
  g_autofree char *set = g_strjoinv (" ", settings);

  tk_notes_add (maker->notes, _ ("%s %s is left out of the book: %s"), bound->layout->name, set, why);
}

/* ---- what the book takes over ---- */

static void
move_down (TkNode *node, int by)
{
  if (node->kind == TK_NODE_SECTION || node->kind == TK_NODE_HEADING)
    node->level += by;
  for (TkNode *child = node->first; child != NULL; child = child->next)
    move_down (child, by);
}

static void
join_running (TkMaker *maker, const TkDocument *inner, const TkNode *paper)
{
  TkDocument *document = maker->document;
  const guint n = document->n_running;
  TkRunningLine *lines = tk_arena_array (maker->arena, TkRunningLine, n + inner->n_running + 1);

  memcpy (lines, document->running, n * sizeof *lines);
  for (guint i = 0; i < inner->n_running; i++) {
    lines[n + i] = inner->running[i];
    lines[n + i].paper = paper;
  }
  document->running = lines;
  document->n_running = n + inner->n_running;
}

static gboolean
has_spot (const TkDocument *document, guint32 colour)
{
  for (guint i = 0; i < document->n_spots; i++)
    if (document->spots[i].colour == colour)
      return TRUE;
  return FALSE;
}

/* A colour has the inks that the book gives it, or the first paper that does. */
static void
join_spots (TkMaker *maker, const TkDocument *inner)
{
  TkDocument *document = maker->document;
  TkSpotColour *spots = tk_arena_array (maker->arena, TkSpotColour, document->n_spots + inner->n_spots + 1);

  if (inner->n_spots == 0)
    return;
  for (guint i = 0; i < document->n_spots; i++)
    spots[i] = document->spots[i];
  document->spots = spots;
  for (guint i = 0; i < inner->n_spots; i++)
    if (!has_spot (document, inner->spots[i].colour))
      spots[document->n_spots++] = inner->spots[i];
}

static const TkNode *
make_heading (TkMaker *maker, const TkBlock *block, const TkDocument *inner, int level)
{
  const char *own = tk_content_plain (maker, &block->title);
  TkNode *heading = tk_node_add (maker->arena, NULL, TK_NODE_HEADING, maker->template->text_styles.body);
  const TkRun run = {.text = own != NULL ? own : inner->title};

  heading->level = level;
  heading->outline = TRUE;
  heading->runs = tk_arena_copy (maker->arena, &run, sizeof run);
  heading->n_runs = 1;
  return heading;
}

static TkNode *
add_break (TkMaker *maker, const TkMaster *master, TkNode *parent)
{
  TkNode *page_break = tk_node_add (maker->arena, parent, TK_NODE_PAGE_BREAK, NULL);

  page_break->master = master;
  return page_break;
}

static void
bind_paper (TkMaker *maker, const TkBlock *block, const TkDocument *inner, TkNode *parent)
{
  TkNode *paper = inner->root;
  const int level = maker->depth + 1;
  const TkBound bound = {.heading = make_heading (maker, block, inner, level),
                         .master = inner->master,
                         .running = block->bound->running,
                         .watermark = inner->watermark};

  move_down (paper, level);
  paper->level = level;
  paper->bound = tk_arena_copy (maker->arena, &bound, sizeof bound);
  if (strcmp (inner->language, maker->document->language) != 0)
    paper->language = inner->language;
  TkNode *before = add_break (maker, inner->master, parent);
  before->restart = TRUE;
  before->right_page = block->right_page;
  tk_node_join (parent, paper);
  add_break (maker, maker->master != NULL ? maker->master : maker->template->master, parent);
  join_running (maker, inner, paper);
  join_spots (maker, inner);
  tk_content_join_feeds (maker, inner);
  maker->binds = TRUE;
}

/* Takes @lack. What only the records can mend leaves the paper out; what is set wrongly was not typed by the
 * user: it stands in the book. */
static gboolean
pass_over (TkMaker *maker, const TkBlock *block, GStrv settings, GError *lack, GError **error)
{
  g_autoptr (GError) owned = lack;

  if (g_error_matches (lack, TK_ERROR, TK_ERROR_DATA)) {
    note_left_out (maker, block->bound, settings, lack->message);
    return TRUE;
  }
  if (g_error_matches (lack, TK_ERROR, TK_ERROR_USAGE))
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT, "%s: %s",
                 tk_template_print_place (maker->arena, &block->place), lack->message);
  else
    g_propagate_error (error, g_steal_pointer (&owned));
  return FALSE;
}

gboolean
tk_content_build_paper_of (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_auto (GStrv) settings = print_settings (maker, block->bound);
  g_autoptr (GError) lack = NULL;
  TkContentOptions options = *maker->options;
  TkDocument inner = {.arena = maker->arena};
  gboolean offered;

  if (!may_stand_in (parent)) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_LAYOUT,
        _ ("%s: a paper has pages of its own: it stands in the book or in its sections, not inside of other "
           "blocks; move it out"),
        tk_template_print_place (maker->arena, &block->place));
    return FALSE;
  }
  if (!is_offered (maker, block->bound->layout, settings, &offered, error))
    return FALSE;
  if (!offered)
    return TRUE;
  options.settings = (const char *const *) settings;
  inner.root = tk_node_add (maker->arena, NULL, TK_NODE_PAPER, NULL);
  if (tk_content_compose (block->bound->layout, maker->database, &options, maker->notes, &inner, &lack)) {
    if (inner.root->first != NULL)
      bind_paper (maker, block, &inner, parent);
    return TRUE;
  }
  return pass_over (maker, block, settings, g_steal_pointer (&lack), error);
}
