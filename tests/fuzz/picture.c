/* Any bytes as a picture, shown, printed and taken in, and as a print that was kept. Pictures over a
 * megapixel are not decoded a second time: that measures patience only. */
#include <glib/gstdio.h>

#include "door.h"
#include "intake.h"
#include "pictures.h"
#include "print.h"

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

/* Decoding for print finds whatever the check finds. */
static void
print (const char *path)
{
  g_autoptr (TkPictures) pictures = tk_pictures_new ();
  const TkPicture *picture = tk_pictures_find (pictures, "fuzz", path, NULL);
  g_auto (TkPrint) made = {0};

  if (picture == NULL || picture->width * (gint64) picture->height >= 1000000)
    return;
  tk_pictures_print (pictures, picture, picture->width / 3, picture->height / 3);
  if (tk_print_make (picture, NULL, &made, NULL) && !tk_picture_check (picture, NULL))
    g_error ("%s: is broken and is printed", path);
}

static void
unpack (const guint8 *bytes, gsize size)
{
  g_autoptr (GBytes) packed = g_bytes_new (bytes, size);
  g_auto (TkPrint) print = {0};

  tk_print_unpack (packed, &print);
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
  print (path);
  unpack (bytes, size);
  take (path);
  return 0;
}
