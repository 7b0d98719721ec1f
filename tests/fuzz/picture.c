/* Any bytes as a picture, shown and taken in. Pictures over a megapixel are not
 * decoded a second time: that measures patience only. */
#include <glib/gstdio.h>

#include "door.h"
#include "intake.h"
#include "pictures.h"

static void
show (const char *path)
{
  g_autoptr (TkPictures) pictures = tk_pictures_new ();
  const TkPicture *picture = tk_pictures_find (pictures, "fuzz", path, NULL);
  g_auto (TkRaster) raster = {0}, small = {0};

  if (picture != NULL && picture->width * (gint64) picture->height < 1000000)
    if (tk_picture_decode (picture, 0, 0, &raster, NULL))
      tk_picture_decode (picture, picture->width / 3, picture->height / 3, &small, NULL);
}

/* What is taken is whole, and the same when it is taken again. */
static void
take (const char *path)
{
  g_autofree char *folder = g_strconcat (path, ".taken", NULL), *name = NULL, *again = NULL;
  TkPictureFacts facts;

  g_mkdir_with_parents (folder, 0700);
  if (!tk_picture_take (path, folder, &facts, &name, NULL))
    return;
  g_autofree char *copy = g_build_filename (folder, name, NULL);
  if (!tk_picture_take (copy, folder, &facts, &again, NULL) || g_strcmp0 (name, again) != 0
      || facts.had_position || facts.taken_on[0] != '\0')
    g_error ("%s: taken again it is %s", copy, again);
  g_unlink (copy);
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size)
{
  g_autofree char *path = door_file_new ("picture", bytes, size);

  show (path);
  take (path);
  return 0;
}
