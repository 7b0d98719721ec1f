/* Comes in: a path. Goes out: what a picture file says of itself. The file is
 * mapped, not read; nothing is decoded here but to find broken files. */
#include "picture.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "colour.h"
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

static void
picture_free (Picture *picture)
{
  g_clear_pointer (&picture->file, g_mapped_file_unref);
  g_clear_pointer (&picture->picture.profile, g_bytes_unref);
  g_free (picture->stripped);
  g_free (picture->path);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

void
tk_picture_free (TkPicture *picture)
{
  if (picture != NULL)
    picture_free ((Picture *) picture);
}

/* Only what tells how colours are coded goes into papers. */
static void
strip (Picture *picture)
{
  const TkJpegKeep keep = {FALSE, 1};
  gsize size;

  if (!tk_jpeg_strip (picture->picture.bytes, picture->picture.size, &keep, &picture->stripped, &size)
      || picture->stripped == NULL)
    return;
  picture->picture.bytes = picture->stripped;
  picture->picture.size = size;
}

static void
read_profile (TkPicture *it)
{
  it->profile = (it->kind == TK_PICTURE_JPEG ? tk_jpeg_read_profile_new : tk_png_read_profile_new) (it->bytes,
                                                                                                    it->size);
  if (it->profile != NULL && !tk_colour_matters (it->profile, it->components))
    g_clear_pointer (&it->profile, g_bytes_unref);
}

static gboolean
read_header (Picture *picture, const char *place, GError **error)
{
  TkPicture *it = &picture->picture;
  const guint8 *bytes = (const guint8 *) g_mapped_file_get_contents (picture->file);
  gsize size = g_mapped_file_get_length (picture->file);
  gboolean read = FALSE;
  TkHead head = {0};

  it->bytes = bytes;
  it->size = size;
  if (size > 3 && memcmp (bytes, "\xFF\xD8\xFF", 3) == 0) {
    it->kind = TK_PICTURE_JPEG;
    read = tk_jpeg_read_head (bytes, size, &head);
  } else if (size > 8 && memcmp (bytes, "\x89PNG\r\n\x1A\n", 8) == 0) {
    it->kind = TK_PICTURE_PNG;
    read = tk_png_read_head (bytes, size, &head);
  } else {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: %s is neither a JPEG nor a PNG picture; save it as one"), place, picture->path);
    return FALSE;
  }
  it->width = head.width;
  it->height = head.height;
  it->components = head.components;
  it->orientation = head.orientation;
  if (!read || it->width < 1 || it->height < 1 || (gint64) it->width * it->height > LARGEST) {
    g_set_error (
        error, TK_ERROR, TK_ERROR_DATA,
        _ ("%s: the picture %s is broken or too large; open it in a picture program and save it again"),
        place, picture->path);
    return FALSE;
  }
  read_profile (it);
  if (it->kind == TK_PICTURE_JPEG)
    strip (picture);
  return TRUE;
}

/* A picture that breaks off in the middle has a good head: only decoding shows it. */
static gboolean
check_whole (const TkPicture *it, const char *place, GError **error)
{
  if ((it->kind == TK_PICTURE_JPEG ? tk_jpeg_check : tk_png_check) (it->bytes, it->size))
    return TRUE;
  g_set_error (error, TK_ERROR, TK_ERROR_DATA,
               _ ("%s: the picture %s is broken; open it in a picture program and save it again"), place,
               it->path);
  return FALSE;
}

TkPicture *
tk_picture_read_new (const char *place, const char *path, GError **error)
{
  g_autoptr (Picture) picture = g_new0 (Picture, 1);
  g_autoptr (GError) local = NULL;

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
  if (!read_header (picture, place, error) || !check_whole (&picture->picture, place, error))
    return NULL;
  return &g_steal_pointer (&picture)->picture;
}

gboolean
tk_picture_exceeds (const TkPicture *picture, int width, int height)
{
  return width > 0 && height > 0 && picture->width * (gint64) 2 > width * (gint64) 3
         && picture->height * (gint64) 2 > height * (gint64) 3;
}

/* The most that leaves as many pixels as are wanted. */
static int
find_denominator (const TkPicture *picture, int width, int height)
{
  int denominator = 1;

  while (denominator < 8 && picture->width / (2 * denominator) >= width
         && picture->height / (2 * denominator) >= height)
    denominator *= 2;
  return denominator;
}

gboolean
tk_picture_decode (const TkPicture *picture, int width, int height, TkRaster *ret_raster, GError **error)
{
  const gboolean exceeds = tk_picture_exceeds (picture, width, height);
  const int denominator = exceeds ? find_denominator (picture, width, height) : 1;
  gboolean decoded;

  if (picture->kind == TK_PICTURE_JPEG)
    decoded = tk_jpeg_decode (picture->bytes, picture->size, denominator, ret_raster);
  else
    decoded = tk_png_decode (picture->bytes, picture->size, ret_raster);
  if (!decoded) {
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("the picture %s is broken; open it in a picture program and save it again"),
                 picture->path);
    return FALSE;
  }
  if (exceeds)
    tk_raster_shrink (ret_raster, width, height);
  tk_colour_convert (ret_raster, picture->profile);
  return TRUE;
}
