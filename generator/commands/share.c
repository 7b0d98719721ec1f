/* Comes in: the environment and the place of the program. Goes out: paths. */
#include "share.h"

#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "nearest.h"

/* @tail in the folder that holds the program. */
static char *
beside_program (const char *tail)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (program == NULL)
    return NULL;
  g_autofree char *folder = g_path_get_dirname (program);
  return g_build_filename (folder, tail, NULL);
}

static gboolean
is_share (const char *folder)
{
  if (folder == NULL)
    return FALSE;
  g_autofree char *layouts = g_build_filename (folder, "layouts", NULL);
  return g_file_test (layouts, G_FILE_TEST_IS_DIR);
}

char *
tk_share_new (GError **error)
{
  const char *named = g_getenv ("TONGKET_SHARE");

  if (named != NULL && *named != '\0') {
    if (is_share (named))
      return g_strdup (named);
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: holds no layouts folder; correct TONGKET_SHARE"),
                 named);
    return NULL;
  }
  g_autofree char *installed = beside_program ("../share/tongket");
  if (is_share (installed))
    return g_canonicalize_filename (installed, NULL);
  if (is_share (TK_SOURCE_DIR))
    return g_strdup (TK_SOURCE_DIR);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: the program's layouts are not there; install it again or set TONGKET_SHARE"),
               installed != NULL ? installed : "share/tongket");
  return NULL;
}

char *
tk_share_locale_new (void)
{
  g_autofree char *built = beside_program ("locale");

  if (built != NULL && g_file_test (built, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&built);
  return beside_program ("../share/locale");
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

GStrv
tk_share_layouts_new (const char *share, GError **error)
{
  g_autofree char *folder = g_build_filename (share, "layouts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *entry;

  if (dir == NULL)
    return NULL;
  while ((entry = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (entry, ".xml"))
      g_ptr_array_add (names, g_strndup (entry, strlen (entry) - strlen (".xml")));
  g_ptr_array_sort (names, compare);
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

static void
fail_layout (const char *share, const char *name, GError **error)
{
  g_auto (GStrv) names = tk_share_layouts_new (share, NULL);
  g_autofree char *hint = names != NULL ? tk_nearest_hint_new (name, (const char *const *) names)
                                        : g_strdup ("");

  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("‘%s’ is not the name of a layout; tongket layouts lists them, a file of your own is given "
                  "with .xml at the end%s"),
               name, hint);
}

char *
tk_share_layout_new (const char *share, const char *name, GError **error)
{
  gboolean path = g_str_has_suffix (name, ".xml");
  g_autofree char *base = g_strconcat (name, ".xml", NULL);
  g_autofree char *file = path ? g_strdup (name) : g_build_filename (share, "layouts", base, NULL);

  if (g_file_test (file, G_FILE_TEST_IS_REGULAR))
    return g_steal_pointer (&file);
  if (path)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("%s: there is no such file"), name);
  else
    fail_layout (share, name, error);
  return NULL;
}

TkCache *
tk_share_cache_new (void)
{
  const guint64 most = 1 << 30;
  const char *named = g_getenv ("TONGKET_CACHE");
  g_autofree char *folder = named != NULL
                                ? g_strdup (named)
                                : g_build_filename (g_get_user_cache_dir (), "tongket", "kept", NULL);

  return tk_cache_new (folder, most);
}
