/* Comes in: paths. Goes out: their pictures, each once. Must not know what is
 * in the files. */
#include "pictures.h"

struct _TkPictures {
  GPtrArray *list;     /* (element-type TkPicture) */
  GHashTable *by_path; /* (element-type utf8 TkPicture): borrowed pictures */
};

TkPictures *
tk_pictures_new (void)
{
  TkPictures *pictures = g_new0 (TkPictures, 1);

  pictures->list = g_ptr_array_new_with_free_func ((GDestroyNotify) tk_picture_free);
  pictures->by_path = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

/* Takes @picture, or frees it for the same one that is there already. */
static TkPicture *
add (TkPictures *pictures, TkPicture *picture)
{
  for (guint i = 0; i < pictures->list->len; i++)
    if (tk_picture_is_same (pictures->list->pdata[i], picture)) {
      tk_picture_free (picture);
      return pictures->list->pdata[i];
    }
  picture->index = pictures->list->len;
  g_ptr_array_add (pictures->list, picture);
  return picture;
}

const TkPicture *
tk_pictures_find (TkPictures *pictures, const char *place, const char *path, GError **error)
{
  TkPicture *picture = g_hash_table_lookup (pictures->by_path, path);

  if (picture != NULL)
    return picture;
  picture = tk_picture_open_new (place, path, error);
  if (picture == NULL)
    return NULL;
  picture = add (pictures, picture);
  g_hash_table_insert (pictures->by_path, g_strdup (path), picture);
  return picture;
}

void
tk_pictures_print (TkPictures *pictures, const TkPicture *picture, int width, int height)
{
  TkPicture *ours = pictures->list->pdata[picture->index];

  ours->print_width = MAX (ours->print_width, width);
  ours->print_height = MAX (ours->print_height, height);
}
