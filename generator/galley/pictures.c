/* Comes in: a path. Goes out: what a picture file says of itself. The file is
 * mapped, not read; nothing is decoded here but to find broken files. */
#include "pictures.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <libexif/exif-data.h>
#include <string.h>

#include "error.h"
#include "jpeg.h"
#include "png_file.h"

/* A picture has to be held in memory to be painted; larger ones are mistakes. */
enum { LARGEST = 400 * 1000 * 1000 }; /* pixels */

typedef struct {
  TkPicture picture; /* first */
  char *path;
  GMappedFile *file;
  guint8 *stripped; /* a JPEG without its metadata */
} Picture;

struct _TkPictures {
  GPtrArray *list;     /* (element-type Picture) */
  GHashTable *by_path; /* (element-type utf8 Picture): borrowed */
};

static void
picture_free (void *pointer)
{
  Picture *picture = pointer;

  g_clear_pointer (&picture->file, g_mapped_file_unref);
  g_free (picture->stripped);
  g_free (picture->path);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

TkPictures *
tk_pictures_new (void)
{
  TkPictures *pictures = g_new0 (TkPictures, 1);

  pictures->list = g_ptr_array_new_with_free_func (picture_free);
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

/* EXIF 2.3, tag 0x0112; 1 where the file says nothing or nonsense. */
static int
read_orientation (const guint8 *bytes, gsize size)
{
  ExifData *data = exif_data_new_from_data (bytes, (unsigned int) MIN (size, (gsize) G_MAXUINT32));
  int orientation = 1;

  if (data == NULL)
    return 1;
  ExifEntry *entry = exif_data_get_entry (data, EXIF_TAG_ORIENTATION);
  if (entry != NULL && entry->format == EXIF_FORMAT_SHORT && entry->components == 1)
    orientation = exif_get_short (entry->data, exif_data_get_byte_order (data));
  exif_data_unref (data);
  return orientation >= 1 && orientation <= 8 ? orientation : 1;
}

static gboolean
read_header (Picture *picture, const char *place, GError **error)
{
  TkPicture *it = &picture->picture;
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (picture->file);
  gsize size = g_mapped_file_get_length (picture->file);
  gboolean read = FALSE;

  it->bytes = bytes;
  it->size = size;
  it->orientation = 1;
  if (size > 3 && memcmp (bytes, "\xFF\xD8\xFF", 3) == 0) {
    it->kind = TK_PICTURE_JPEG;
    read = tk_jpeg_read_header (bytes, size, &it->width, &it->height, &it->components);
    it->orientation = read ? read_orientation (bytes, size) : 1;
    if (read && tk_jpeg_strip (bytes, size, &picture->stripped, &it->size))
      it->bytes = picture->stripped;
  } else if (size > 8 && memcmp (bytes, "\x89PNG\r\n\x1A\n", 8) == 0) {
    it->kind = TK_PICTURE_PNG;
    read = tk_png_read_header (bytes, size, &it->width, &it->height, &it->components);
  } else {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: %s is neither a JPEG nor a PNG picture; save it as one"), place, picture->path);
    return FALSE;
  }
  if (!read || it->width < 1 || it->height < 1 || (gint64) it->width * it->height > LARGEST) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the picture %s is broken or too large; open it in a picture program and save it again"),
        place, picture->path);
    return FALSE;
  }
  return TRUE;
}

static Picture *
picture_new (const char *place, const char *path, GError **error)
{
  g_autoptr (Picture) picture = g_new0 (Picture, 1);
  g_autoptr (GError) local = NULL;
  g_autofree guint8 *pixels = NULL, *alpha = NULL;
  int components;

  picture->path = g_strdup (path);
  picture->picture.path = picture->path;
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: there is no picture %s; put the file there or mend its name in the records"), place,
                 path);
    return NULL;
  }
  picture->file = g_mapped_file_new (path, FALSE, &local);
  if (picture->file == NULL || g_mapped_file_get_length (picture->file) == 0) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, _ ("%s: the picture %s cannot be read (%s)"), place, path,
                 local != NULL ? local->message : g_strerror (ENODATA));
    return NULL;
  }
  if (!read_header (picture, place, error))
    return NULL;
  /* a picture that breaks off in the middle has a good head: only decoding shows it */
  if (!tk_picture_decode (&picture->picture, &components, &pixels, &alpha, &local)) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA, "%s: %s", place, local->message);
    return NULL;
  }
  return g_steal_pointer (&picture);
}

const TkPicture *
tk_pictures_find (TkPictures *pictures, const char *place, const char *path, GError **error)
{
  Picture *picture = g_hash_table_lookup (pictures->by_path, path);

  if (picture != NULL)
    return &picture->picture;
  picture = picture_new (place, path, error);
  if (picture == NULL)
    return NULL;
  picture->picture.index = pictures->list->len;
  g_ptr_array_add (pictures->list, picture);
  g_hash_table_insert (pictures->by_path, picture->path, picture);
  return &picture->picture;
}

gboolean
tk_picture_decode (const TkPicture *picture, int *ret_components, guint8 **ret_pixels, guint8 **ret_alpha,
                   GError **error)
{
  gboolean decoded;

  *ret_alpha = NULL;
  if (picture->kind == TK_PICTURE_JPEG)
    decoded = tk_jpeg_decode (picture->bytes, picture->size, ret_components, ret_pixels);
  else
    decoded = tk_png_decode (picture->bytes, picture->size, ret_components, ret_pixels, ret_alpha);
  if (!decoded)
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("the picture %s is broken; open it in a picture program and save it again"),
                 picture->path);
  return decoded;
}
