/* Any bytes as a picture. Pictures over a megapixel are not decoded: that
 * measures patience only. */
#include "door.h"
#include "pictures.h"

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("picture", bytes, size);
  g_autoptr (TkPictures) pictures = tk_pictures_new ();
  const TkPicture *picture = tk_pictures_find (pictures, "fuzz", path, NULL);
  g_autofree guint8 *pixels = NULL, *alpha = NULL;
  int components;

  if (picture != NULL && picture->width * (gint64) picture->height < 1000000)
    tk_picture_decode (picture, &components, &pixels, &alpha, NULL);
  return 0;
}
