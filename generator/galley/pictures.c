/* Comes in: paths. Goes out: their pictures, each once. Must not know what is
 * in the files. */
#include "pictures.h"

struct _TkPictures {
  GPtrArray *list;     /* (element-type TkPicture) */
  GHashTable *by_path; /* (element-type utf8 TkPicture): borrowed */
};

TkPictures *
tk_pictures_new (void)
{
  TkPictures *pictures = g_new0 (TkPictures, 1);

  pictures->list = g_ptr_array_new_with_free_func ((GDestroyNotify) tk_picture_free);
  pictures->by_path = g_hash_table_new (g_str_hash, g_str_equal);
  return pictures;
}

void
tk_pictures_free (TkPictures *pictures)
{
  if (pictures == NULL)
    return;
  g_hash_table_unref (pictures->by_path);
  g_ptr_array_unref (pictures->list);
  g_free (pictures);
}

const TkPicture *const *
tk_pictures_list (const TkPictures *pictures, guint *ret_n)
{
  *ret_n = pictures->list->len;
  return (const TkPicture *const *) pictures->list->pdata;
}

const TkPicture *
tk_pictures_find (TkPictures *pictures, const char *place, const char *path, GError **error)
{
  TkPicture *picture = g_hash_table_lookup (pictures->by_path, path);

  if (picture != NULL)
    return picture;
  picture = tk_picture_read_new (place, path, error);
  if (picture == NULL)
    return NULL;
  picture->index = pictures->list->len;
  g_ptr_array_add (pictures->list, picture);
  g_hash_table_insert (pictures->by_path, (char *) picture->path, picture);
  return picture;
}
