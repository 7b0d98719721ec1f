/* Comes in: <paper-of> elements, valid. Goes out: their blocks, and the layouts of their papers, each read
 * once for the whole book. Which papers there are, only content knows. */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "blocks.h"
#include "nearest.h"

/* The file that @name means in @folder, or NULL. */
static char *
find_in (const char *folder, const char *name)
{
  g_autofree char *base = g_strconcat (name, ".xml", NULL);
  g_autofree char *path = folder == NULL              ? NULL
                          : strcmp (folder, ".") == 0 ? g_strdup (base)
                                                      : g_build_filename (folder, base, NULL);

  return path != NULL && g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static void
add_unknown (TkReader *reader, const TkPlace *place, const char *name)
{
  g_autoptr (GDir) dir = reader->folder != NULL ? g_dir_open (reader->folder, 0, NULL) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (const char *entry; dir != NULL && (entry = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (entry, ".xml"))
      g_ptr_array_add (names, g_strndup (entry, strlen (entry) - strlen (".xml")));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  const char *nearest = tk_nearest_find (name, (const char *const *) names->pdata);
  if (nearest != NULL)
    tk_template_faults_add (reader->faults, place, _ ("there is no layout “%s”; did you mean “%s”?"), name,
                            nearest);
  else
    tk_template_faults_add (
        reader->faults, place,
        _ ("there is no layout “%s”, neither beside the book nor among the program's layouts; "
           "tongket layouts lists those"),
        name);
}

static gboolean
is_same_file (const char *one, const char *other)
{
  char *real = realpath (one, NULL), *other_real = realpath (other, NULL);
  const gboolean same = real != NULL && g_strcmp0 (real, other_real) == 0;

  free (real);
  free (other_real);
  return same;
}

/* The layout at @path, which may be read already; NULL: it has faults, which are told once. */
static const TkTemplate *
read_layout (TkReader *reader, const char *path)
{
  GPtrArray *bound = reader->template->bound;
  g_autoptr (TkFaults) faults = tk_template_faults_new ();

  for (guint i = 0; i < bound->len; i++) {
    const TkTemplate *template = bound->pdata[i];
    if (strcmp (template->path, path) == 0)
      return template->paper != NULL ? template : NULL;
  }
  TkTemplate *template = tk_template_read_bound (path, reader->folder, reader->grammar, faults);
  g_ptr_array_add (bound, template);
  if (tk_template_faults_count (faults) == 0)
    return template;
  template->paper = NULL;
  tk_template_faults_join (reader->faults, faults);
  return NULL;
}

/* NULL and faults where there is none. */
static const TkTemplate *
find_layout (TkReader *reader, const xmlNode *node, const char *name)
{
  const TkPlace place = tk_template_search_place (node, "layout");
  g_autofree char *own = g_path_get_dirname (reader->template->path);
  g_autofree char *path = find_in (own, name);

  if (path == NULL && (path = find_in (reader->folder, name)) == NULL) {
    add_unknown (reader, &place, name);
    return NULL;
  }
  if (!is_same_file (path, reader->template->path))
    return read_layout (reader, path);
  tk_template_faults_add (reader->faults, &place,
                          _ ("“%s” is this layout: a book is no paper of itself; remove this"), name);
  return NULL;
}

static gboolean
has_parameter (const TkTemplate *template, const char *name)
{
  for (guint i = 0; i < template->n_parameters; i++)
    if (strcmp (template->parameters[i].name, name) == 0)
      return TRUE;
  return FALSE;
}

static void
check_setting (TkReader *reader, const xmlNode *node, const TkTemplate *template, const char *name)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  if (has_parameter (template, name))
    return;
  for (guint i = 0; i < template->n_parameters; i++)
    g_ptr_array_add (names, (char *) template->parameters[i].name);
  g_ptr_array_add (names, NULL);
  const TkPlace place = tk_template_search_place (node, name);
  g_autofree char *hint = tk_nearest_hint_new (name, (const char *const *) names->pdata);
  tk_template_faults_add (reader->faults, &place, _ ("the layout “%s” has no parameter “%s”%s"),
                          template->name, name, hint);
}

/* "event={code} year=2022": no blanks stand in a placeholder. */
static void
read_settings (TkReader *reader, const xmlNode *node, TkBoundBlock *bound)
{
  const char *text = tk_template_read_attribute (reader, node, "set");
  g_auto (GStrv) words = g_strsplit_set (text != NULL ? text : "", " \t\r\n", -1);
  TkBlockSetting *settings = tk_arena_array (reader->arena, TkBlockSetting, g_strv_length (words) + 1);

  for (char **word = words; *word != NULL; word++) {
    const char *value = strchr (*word, '=');
    if (value == NULL)
      continue; /* between two blanks */
    TkBlockSetting *setting = &settings[bound->n_settings++];
    setting->name = tk_arena_textn (reader->arena, *word, (gsize) (value - *word));
    setting->value = tk_template_read_text_string (reader, node, value + 1);
    check_setting (reader, node, bound->layout, setting->name);
  }
  bound->settings = settings;
}

/* A book is read with its papers, and these are no books: so no layout holds itself, however far around. */
void
tk_template_fill_paper_of (TkReader *reader, const xmlNode *node, TkBlock *block)
{
  const char *name = tk_template_read_attribute (reader, node, "layout");
  const char *running = tk_template_read_attribute (reader, node, "running");

  if (reader->template->bound == NULL) {
    tk_template_faults_add (
        reader->faults, &block->place, "%s",
        _ ("this layout is bound into a book and is one itself; a book holds papers, not books"));
    return;
  }
  const TkTemplate *layout = find_layout (reader, node, name);
  TkBoundBlock *bound = tk_arena_new0 (reader->arena, TkBoundBlock);
  bound->layout = layout;
  bound->running = running != NULL ? tk_template_read_master (reader, node, running) : NULL;
  block->title = tk_template_read_text_attribute (reader, node, "title");
  block->right_page = xmlHasProp (node, BAD_CAST "new-page") != NULL;
  if (layout == NULL)
    return;
  read_settings (reader, node, bound);
  block->bound = bound;
}
