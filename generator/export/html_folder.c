/* Comes in: the paths of pictures. Goes out: copies of them in a folder beside the paper, under names made of
 * what is in them; until the paper is whole they lie in a folder that nobody looks into. */
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#include "error.h"
#include "html_maker.h"
#include "intake.h"

/* More than this is slow on a phone, and no page shows it. */
enum { LARGEST_SIDE = 3000, LARGEST_BYTES = 2 << 20 };

typedef struct {
  char *name, *address;
  int width, height;
} Picture;

struct _TkHtmlFolder {
  char *path;        /* where the pictures will lie */
  char *staging;     /* where they lie; NULL: there are none, or they are placed */
  GHashTable *taken; /* path to Picture */
  GHashTable *names; /* of those, each once */
  GPtrArray *placed; /* paths that were not there before */
  gboolean made;     /* the folder was not there before */
  TkNotes *notes;
};

static void
free_picture (gpointer data)
{
  Picture *picture = data;

  g_free (picture->name);
  g_free (picture->address);
  g_free (picture);
}

TkHtmlFolder *
tk_html_folder_new (const char *path, TkNotes *notes)
{
  TkHtmlFolder *folder = g_new0 (TkHtmlFolder, 1);
  const char *name = strrchr (path, G_DIR_SEPARATOR), *ending = strrchr (name != NULL ? name : path, '.');
  g_autofree char *stem = g_strndup (path, ending != NULL ? (gsize) (ending - path) : strlen (path));

  folder->path = g_strconcat (stem, "-anh", NULL);
  folder->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_picture);
  folder->names = g_hash_table_new (g_str_hash, g_str_equal);
  folder->placed = g_ptr_array_new_with_free_func (g_free);
  folder->notes = notes;
  return folder;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);

  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *file = g_build_filename (path, name, NULL);
    g_unlink (file);
  }
  g_rmdir (path);
}

void
tk_html_folder_free (TkHtmlFolder *folder)
{
  if (folder == NULL)
    return;
  for (guint i = 0; i < folder->placed->len; i++)
    g_unlink (folder->placed->pdata[i]);
  if (folder->made)
    g_rmdir (folder->path);
  if (folder->staging != NULL)
    remove_folder (folder->staging);
  g_free (folder->path);
  g_free (folder->staging);
  g_hash_table_unref (folder->names);
  g_hash_table_unref (folder->taken);
  g_ptr_array_unref (folder->placed);
  g_free (folder);
}

static void
set_error (GError **error, const char *path, int code)
{
  g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
               _ ("%s: the pictures of the paper cannot be written there: %s; choose another place with -o"),
               path, g_strerror (code));
}

/* ---- taking ---- */

static gboolean
make_staging (TkHtmlFolder *folder, GError **error)
{
  if (folder->staging != NULL)
    return TRUE;
  g_autofree char *staging = g_strconcat (folder->path, ".XXXXXX", NULL);
  if (g_mkdtemp_full (staging, 0777) == NULL) {
    set_error (error, folder->path, errno);
    return FALSE;
  }
  folder->staging = g_steal_pointer (&staging);
  return TRUE;
}

static void
note_size (TkHtmlFolder *folder, const TkNode *figure, const Picture *picture)
{
  g_autofree char *file = g_build_filename (folder->staging, picture->name, NULL);
  GStatBuf status;

  if (g_stat (file, &status) != 0
      || (status.st_size <= LARGEST_BYTES && picture->width <= LARGEST_SIDE
          && picture->height <= LARGEST_SIDE))
    return;
  g_autofree char *size = g_format_size ((guint64) status.st_size);
  tk_notes_add (
      folder->notes,
      _ ("%s: %d × %d pixels and %s are much for a web page; a smaller picture shows the same there"),
      figure->path, picture->width, picture->height, size);
}

static Picture *
picture_new (TkHtmlFolder *folder, const TkNode *figure, GError **error)
{
  g_autofree char *place = tk_origin_print (figure->origin), *name = NULL, *base = NULL;
  TkPictureFacts facts;

  if (!make_staging (folder, error))
    return NULL;
  if (!tk_picture_take (figure->path, folder->staging, &facts, &name, error)) {
    g_prefix_error (error, "%s: ", place);
    return NULL;
  }
  base = g_path_get_basename (folder->path);
  g_autofree char *address = g_strconcat (base, "/", name, NULL);
  Picture *picture = g_new0 (Picture, 1);
  picture->address = g_uri_escape_string (address, "/", FALSE);
  picture->width = facts.width;
  picture->height = facts.height;
  picture->name = g_steal_pointer (&name);
  note_size (folder, figure, picture);
  return picture;
}

const char *
tk_html_folder_take (TkHtmlFolder *folder, const TkNode *figure, int *ret_width, int *ret_height,
                     GError **error)
{
  Picture *picture = g_hash_table_lookup (folder->taken, figure->path);

  if (picture == NULL) {
    picture = picture_new (folder, figure, error);
    if (picture == NULL)
      return NULL;
    g_hash_table_insert (folder->taken, g_strdup (figure->path), picture);
    g_hash_table_add (folder->names, picture->name);
  }
  *ret_width = picture->width;
  *ret_height = picture->height;
  return picture->address;
}

/* ---- placing ---- */

static gboolean
place (TkHtmlFolder *folder, const char *name, GError **error)
{
  g_autofree char *from = g_build_filename (folder->staging, name, NULL);
  g_autofree char *to = g_build_filename (folder->path, name, NULL);
  const gboolean there = g_file_test (to, G_FILE_TEST_EXISTS);

  if (g_rename (from, to) != 0) {
    set_error (error, to, errno);
    return FALSE;
  }
  if (!there)
    g_ptr_array_add (folder->placed, g_steal_pointer (&to));
  return TRUE;
}

gboolean
tk_html_folder_place (TkHtmlFolder *folder, GError **error)
{
  GHashTableIter at;
  gpointer name;

  if (folder->staging == NULL)
    return TRUE;
  if (g_mkdir (folder->path, 0777) == 0)
    folder->made = TRUE;
  else if (errno != EEXIST || !g_file_test (folder->path, G_FILE_TEST_IS_DIR)) {
    set_error (error, folder->path, errno);
    return FALSE;
  }
  g_hash_table_iter_init (&at, folder->names);
  while (g_hash_table_iter_next (&at, &name, NULL))
    if (!place (folder, name, error))
      return FALSE;
  return TRUE;
}

/* A name that tk_picture_take makes: a SHA-256, and what it is. */
static gboolean
is_ours (const char *name)
{
  const gsize length = strspn (name, "0123456789abcdef");

  return length == 64 && (strcmp (name + length, ".jpg") == 0 || strcmp (name + length, ".png") == 0);
}

void
tk_html_folder_settle (TkHtmlFolder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);

  g_ptr_array_set_size (folder->placed, 0);
  folder->made = FALSE;
  gboolean gone = FALSE;
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    g_autofree char *file = g_build_filename (folder->path, name, NULL);
    if (is_ours (name) && !g_hash_table_contains (folder->names, name))
      gone = g_unlink (file) == 0 || gone;
  }
  if (gone)
    g_rmdir (folder->path); /* where nothing is left in it */
}
