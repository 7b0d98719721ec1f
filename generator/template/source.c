/* Comes in: the path of a layout. Goes out: its XML tree with includes in place and a spot at every element.
 * Knows nothing of the elements' meaning. */
#include "source.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "path.h"
#include "spots.h"

/* A layout is a file that someone sent: these bound what it can cost. */
enum { LARGEST_FILE = 1 << 20, MOST_FILES = 64, DEEPEST = 8, MOST_ELEMENTS = 200000 };

#define XINCLUDE_NAMESPACE "http://www.w3.org/2001/XInclude"

typedef struct {
  const char *own, *shared; /* the two root folders; real paths, or NULL */
  const char *own_shown, *shared_shown;
  TkArena *arena;
  TkFaults *faults;
  GPtrArray *sources; /* TkSource: each file once */
  guint files, elements;
} Reader;

static gboolean
load_text (Reader *reader, TkSource *source, const char *real, const TkPlace *place)
{
  struct stat status;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (stat (real, &status) != 0 || !S_ISREG (status.st_mode)) {
    tk_template_faults_add (reader->faults, place, _ ("%s cannot be read; is it a file?"), source->path);
    return FALSE;
  }
  if (status.st_size > LARGEST_FILE) {
    tk_template_faults_add (reader->faults, place, _ ("%s is larger than 1 MB; a layout is smaller"),
                            source->path);
    return FALSE;
  }
  if (!g_file_get_contents (real, &text, &source->length, &error)) {
    tk_template_faults_add (reader->faults, place, _ ("%s cannot be read: %s"), source->path, error->message);
    return FALSE;
  }
  const char *bad = NULL;
  if (!g_utf8_validate_len (text, source->length, &bad)) {
    source->text = text;
    TkPlace where = tk_template_place_of_offset (source, (gsize) (bad - text));
    tk_template_faults_add (reader->faults, &where, "%s",
                            _ ("not UTF-8 from here on; save the file in the encoding UTF-8"));
    return FALSE;
  }
  source->text = tk_arena_textn (reader->arena, text, source->length);
  return TRUE;
}

/* Joins and tidies "a/b" + "../c" to "a/c"; NULL where that leaves the root. */
static char *
join_relative (const char *base_file, const char *href)
{
  g_autofree char *base = g_path_get_dirname (base_file);
  g_autofree char *joined = g_strcmp0 (base, ".") == 0 ? g_strdup (href)
                                                       : g_build_filename (base, href, NULL);
  g_auto (GStrv) parts = g_strsplit (joined, "/", -1);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();

  for (guint i = 0; parts[i] != NULL; i++) {
    if (strcmp (parts[i], ".") == 0 || *parts[i] == '\0')
      continue;
    if (strcmp (parts[i], "..") != 0)
      g_ptr_array_add (kept, parts[i]);
    else if (kept->len == 0)
      return NULL;
    else
      g_ptr_array_set_size (kept, (int) kept->len - 1);
  }
  g_ptr_array_add (kept, NULL);
  return g_strjoinv ("/", (char **) kept->pdata);
}

/* The file that @href of @includer means: first in the layout's own folder,
 * then among the program's layouts. *@ret_real is to be freed with free(). */
static TkSource *
find_file (Reader *reader, const char *href, const TkSource *includer, const TkPlace *place, char **ret_real)
{
  if (*href == '\0' || *href == '/' || strchr (href, ':') != NULL || strchr (href, '\\') != NULL) {
    tk_template_faults_add (reader->faults, place,
                            _ ("\"%s\" is not included; give the path of a file in the folder of the layout"),
                            href);
    return NULL;
  }
  g_autofree char *relative = join_relative (includer->relative, href);
  gboolean outside = relative == NULL;
  const char *const roots[] = {reader->own, reader->shared};
  const char *const shown[] = {reader->own_shown, reader->shared_shown};
  for (guint i = 0; !outside && i < G_N_ELEMENTS (roots); i++) {
    if (roots[i] == NULL)
      continue;
    g_autofree char *path = g_build_filename (roots[i], relative, NULL);
    char *real = realpath (path, NULL);
    if (real == NULL)
      continue;
    if (!tk_path_lies_in (real, roots[i])) {
      free (real);
      outside = TRUE;
      continue;
    }
    TkSource *source = tk_arena_new0 (reader->arena, TkSource);
    source->relative = tk_arena_text (reader->arena, relative);
    g_autofree char *name = strcmp (shown[i], ".") == 0 ? g_strdup (relative)
                                                        : g_build_filename (shown[i], relative, NULL);
    source->path = tk_arena_text (reader->arena, name);
    source->parent = includer;
    *ret_real = real;
    return source;
  }
  if (outside)
    tk_template_faults_add (
        reader->faults, place,
        _ ("\"%s\" lies outside of the folder of the layout; what is included must lie in it"), href);
  else
    tk_template_faults_add (
        reader->faults, place,
        _ ("there is no file \"%s\", neither beside the layout nor among the program's layouts"), href);
  return NULL;
}

static gboolean
check_chain (Reader *reader, const TkSource *source, const TkPlace *place)
{
  int depth = 0;

  for (const TkSource *above = source->parent; above != NULL; above = above->parent, depth++) {
    if (strcmp (above->path, source->path) != 0)
      continue;
    tk_template_faults_add (reader->faults, place, _ ("%s includes itself; remove one of the includes"),
                            source->path);
    return FALSE;
  }
  if (depth > DEEPEST || reader->files > MOST_FILES) {
    tk_template_faults_add (reader->faults, place,
                            _ ("too many files: at most %d, and %d inside each other; include less"),
                            MOST_FILES, DEEPEST);
    return FALSE;
  }
  return TRUE;
}

/* A part may be included in several places. */
static void
add_source (Reader *reader, TkSource *source)
{
  for (guint i = 0; i < reader->sources->len; i++)
    if (strcmp (((const TkSource *) g_ptr_array_index (reader->sources, i))->relative, source->relative) == 0)
      return;
  g_ptr_array_add (reader->sources, source);
}

static xmlDoc *
read_file (Reader *reader, TkSource *source, const char *real, const TkPlace *place)
{
  if (!load_text (reader, source, real, place))
    return NULL;
  add_source (reader, source);
  xmlDoc *doc = tk_template_parse (source, reader->arena, reader->faults);
  if (doc == NULL)
    return NULL;
  xmlNode *root = xmlDocGetRootElement (doc);
  for (xmlNode *node = root; node != NULL; node = tk_template_next_element (node, root))
    reader->elements++;
  if (reader->elements > MOST_ELEMENTS) {
    tk_template_faults_add (reader->faults, place, _ ("more than %d elements; a layout is smaller"),
                            MOST_ELEMENTS);
    xmlFreeDoc (doc);
    return NULL;
  }
  return doc;
}

static gboolean
is_include (const xmlNode *node)
{
  return node->ns != NULL && strcmp ((const char *) node->ns->href, XINCLUDE_NAMESPACE) == 0;
}

static void
copy_spots (xmlNode *to, xmlNode *from)
{
  const xmlNode *root = from;

  for (xmlNode *at = to; at != NULL && from != NULL; at = tk_template_next_element (at, to)) {
    at->_private = from->_private;
    from = tk_template_next_element (from, root);
  }
}

/* Puts the included root in the place of @include; gives it, or NULL on a fault. */
static xmlNode *
include_file (Reader *reader, xmlNode *include)
{
  const TkSpot *spot = include->_private;
  g_autofree char *real = NULL;
  xmlChar *href = xmlGetNoNsProp (include, BAD_CAST "href");

  for (const xmlAttr *attribute = include->properties; attribute != NULL; attribute = attribute->next) {
    if (strcmp ((const char *) attribute->name, "href") != 0)
      tk_template_faults_add (reader->faults, &spot->place,
                              _ ("xi:include has no attribute \"%s\" here; give href alone"),
                              (const char *) attribute->name);
  }
  if (strcmp ((const char *) include->name, "include") != 0 || href == NULL) {
    tk_template_faults_add (reader->faults, &spot->place, "%s", _ ("write <xi:include href=\"path\"/>"));
    xmlFree (href);
    return NULL;
  }
  char *found = NULL;
  TkSource *source = find_file (reader, (const char *) href, spot->source, &spot->place, &found);
  xmlFree (href);
  if (source == NULL)
    return NULL;
  real = g_strdup (found);
  free (found);
  reader->files++;
  if (!check_chain (reader, source, &spot->place))
    return NULL;
  xmlDoc *doc = read_file (reader, source, real, &spot->place);
  if (doc == NULL)
    return NULL;
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlNode *copy = xmlDocCopyNode (root, include->doc, 1);
  copy_spots (copy, root);
  xmlReplaceNode (include, copy);
  xmlFreeNode (include);
  xmlFreeDoc (doc);
  return copy;
}

static void
include_all (Reader *reader, xmlNode *root)
{
  for (xmlNode *node = root; node != NULL;) {
    if (!is_include (node)) {
      node = tk_template_next_element (node, root);
      continue;
    }
    if (node == root) {
      tk_template_faults_add (reader->faults, tk_template_find_place (node), "%s",
                              _ ("the root is <layout>, not an include"));
      return;
    }
    xmlNode *copy = include_file (reader, node);
    node = copy != NULL ? copy : tk_template_next_element (node, root); /* the copy may include, too */
  }
}

static char *
real_folder (const char *folder)
{
  char *real = folder != NULL ? realpath (folder, NULL) : NULL;
  char *copy = g_strdup (real);

  free (real);
  return copy;
}

xmlDoc *
tk_template_source_read (const char *path, const char *folder, TkArena *arena, GPtrArray *sources,
                         TkFaults *faults)
{
  g_autofree char *own_shown = g_path_get_dirname (path);
  g_autofree char *own = real_folder (own_shown);
  g_autofree char *shared = real_folder (folder);
  g_autofree char *name = g_path_get_basename (path);
  Reader reader = {.own = own, .own_shown = own_shown, .shared = shared, .shared_shown = folder};
  TkPlace place = {.file = path};

  reader.arena = arena;
  reader.faults = faults;
  reader.sources = sources;
  reader.files = 1;
  TkSource *source = tk_arena_new0 (arena, TkSource);
  source->path = tk_arena_text (arena, path);
  source->relative = tk_arena_text (arena, name);
  if (!g_file_test (path, G_FILE_TEST_EXISTS)) {
    tk_template_faults_add (faults, &place, "%s", _ ("there is no such file; see: tongket layouts"));
    return NULL;
  }
  xmlDoc *doc = read_file (&reader, source, path, &place);
  if (doc == NULL)
    return NULL;
  include_all (&reader, xmlDocGetRootElement (doc));
  if (tk_template_faults_count (faults) > 0) {
    xmlFreeDoc (doc);
    return NULL;
  }
  return doc;
}
