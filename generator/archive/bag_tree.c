/* Comes in: a folder. Goes out: all that lies in it, in the order of the names' bytes. No link is followed.
 */
#include <errno.h>
#include <fts.h>
#include <glib/gi18n.h>
#include <string.h>

#include "bag_form.h"
#include "error.h"

static int
compare_files (gconstpointer a, gconstpointer b)
{
  return strcmp (((const TkBagFile *) a)->path, ((const TkBagFile *) b)->path);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static gboolean
fail_reading (const char *path, int code, GError **error)
{
  const gboolean absent = code == ENOENT || code == ENOTDIR;

  g_set_error (error, TK_ERROR, absent ? TK_ERROR_DATA : TK_ERROR_OUTPUT,
               absent ? _ ("%s: there is no such folder (%s); name that of a bag")
                      : _ ("%s: cannot be read (%s); look at its rights and at the disk"),
               path, g_strerror (code));
  return FALSE;
}

/* Takes one step of the walk; @skip: the length of the bag's own path. */
static gboolean
take (TkBagTree *tree, const FTSENT *entry, gsize skip, GError **error)
{
  const char *path = entry->fts_path + skip;

  path += *path == '/';
  switch (entry->fts_info) {
  case FTS_D:
    g_ptr_array_add (tree->folders, tk_arena_text (tree->arena, path));
    return TRUE;
  case FTS_DP:
    return TRUE;
  case FTS_F: {
    const TkBagFile file = {tk_arena_text (tree->arena, path), *entry->fts_statp};
    if (entry->fts_level == 0)
      return fail_reading (entry->fts_path, ENOTDIR, error);
    g_array_append_val (tree->files, file);
    return TRUE;
  }
  case FTS_DNR:
  case FTS_ERR:
  case FTS_NS:
    return fail_reading (entry->fts_path, entry->fts_errno, error);
  default: /* links, devices; FTS_DC cannot be without following links */
    if (entry->fts_level == 0)
      return fail_reading (entry->fts_path, ENOTDIR, error);
    g_ptr_array_add (tree->others, tk_arena_text (tree->arena, path));
    return TRUE;
  }
}

TkBagTree *
tk_bag_tree_new (const char *folder, GError **error)
{
  g_autofree char *root = g_canonicalize_filename (folder, NULL);
  char *const roots[] = {root, NULL};
  g_autoptr (TkBagTree) tree = g_new0 (TkBagTree, 1);
  gboolean good = TRUE;

  tree->arena = tk_arena_new ();
  tree->files = g_array_new (FALSE, TRUE, sizeof (TkBagFile));
  tree->folders = g_ptr_array_new ();
  tree->others = g_ptr_array_new ();
  FTS *walk = fts_open (roots, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOCHDIR, NULL);
  if (walk == NULL) {
    fail_reading (folder, errno, error);
    return NULL;
  }
  errno = 0;
  for (const FTSENT *entry = fts_read (walk); good && entry != NULL; entry = good ? fts_read (walk) : NULL)
    good = take (tree, entry, strlen (root), error);
  if (good && errno != 0)
    good = fail_reading (folder, errno, error);
  fts_close (walk);
  if (!good)
    return NULL;
  g_array_sort (tree->files, compare_files);
  g_ptr_array_sort (tree->folders, compare_names);
  g_ptr_array_sort (tree->others, compare_names);
  return g_steal_pointer (&tree);
}

void
tk_bag_tree_free (TkBagTree *tree)
{
  if (tree == NULL)
    return;
  g_array_unref (tree->files);
  g_ptr_array_unref (tree->folders);
  g_ptr_array_unref (tree->others);
  tk_arena_free (tree->arena);
  g_free (tree);
}

gboolean
tk_bag_tree_has_folder (const TkBagTree *tree, const char *path)
{
  for (guint i = 0; i < tree->folders->len; i++) {
    if (strcmp (g_ptr_array_index (tree->folders, i), path) == 0)
      return TRUE;
  }
  return FALSE;
}

const TkBagFile *
tk_bag_tree_find (const TkBagTree *tree, const char *path)
{
  const TkBagFile key = {.path = path};
  guint at;

  return g_array_binary_search (tree->files, &key, compare_files, &at)
             ? &g_array_index (tree->files, TkBagFile, at)
             : NULL;
}
