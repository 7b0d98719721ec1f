/* make_pictures FOLDER: the pictures that tests/documents/pictures shows, by their names;
 * make_pictures FOLDER SIDE: large.jpg, so many pixels wide and high, all of one colour. */
#include <png.h>
#include <stdio.h>
#include <stdlib.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

#include "make.h"

static const struct {
  const char *name;
  MakeJpeg wanted;
} jpegs[] = {
    {"plain", {.components = 3}},
    {"again", {.components = 3}},
    {"told", {.components = 3, .profile = TRUE, .comment = TRUE, .xmp = TRUE}},
    {"progressive", {.components = 3, .progressive = TRUE}},
    {"gray", {.components = 1}},
    {"inks", {.components = 4}},
    {"linear", {.components = 3, .linear = TRUE}},
    {"linear-turned", {.components = 3, .linear = TRUE, .orientation = 6}},
    {"linear-gray", {.components = 1, .linear = TRUE}},
    {"turned-2", {.components = 3, .orientation = 2}},
    {"turned-3", {.components = 3, .orientation = 3}},
    {"turned-4", {.components = 3, .orientation = 4}},
    {"turned-5", {.components = 3, .orientation = 5}},
    {"turned-6", {.components = 3, .orientation = 6}},
    {"turned-7", {.components = 3, .orientation = 7}},
    {"turned-8", {.components = 3, .orientation = 8}},
};

static const struct {
  const char *name;
  MakePng wanted;
} pngs[] = {
    {"gray", {.type = PNG_COLOR_TYPE_GRAY, .depth = 8}},
    {"bits", {.type = PNG_COLOR_TYPE_GRAY, .depth = 1}},
    {"deep", {.type = PNG_COLOR_TYPE_RGB, .depth = 16}},
    {"clear", {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8}},
    {"clear-deep", {.type = PNG_COLOR_TYPE_GRAY_ALPHA, .depth = 16, .interlaced = TRUE}},
    {"palette", {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .transparent = TRUE, .interlaced = TRUE}},
    {"linear", {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .linear = TRUE}},
    {"turned", {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .orientation = 6}},
};

static void
put (const char *folder, const char *name, const char *ending, GBytes *bytes)
{
  g_autofree char *path = g_strconcat (folder, "/", name, ending, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (!g_file_set_contents (path, data, (gssize) size, NULL))
    g_error ("%s cannot be written", path);
  g_bytes_unref (bytes);
}

static void
put_large (const char *folder, guint side)
{
  g_autofree char *path = g_build_filename (folder, "large.jpg", NULL);
  g_autofree guint8 *row = g_malloc (3 * (gsize) side);
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  FILE *file = fopen (path, "wb");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_stdio_dest (&info, file);
  info.image_width = info.image_height = side;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_start_compress (&info, TRUE);
  for (gsize i = 0; i < 3 * (gsize) side; i++)
    row[i] = (guint8) (100 + 50 * (i % 3));
  while (info.next_scanline < side)
    jpeg_write_scanlines (&info, &row, 1);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  fclose (file);
}

int
main (int argc, char **argv)
{
  if (argc == 3) {
    put_large (argv[1], (guint) atoi (argv[2]));
    return 0;
  }
  if (argc != 2)
    return 2;
  for (gsize i = 0; i < G_N_ELEMENTS (jpegs); i++)
    put (argv[1], jpegs[i].name, ".jpg", make_jpeg_new (&jpegs[i].wanted));
  for (gsize i = 0; i < G_N_ELEMENTS (pngs); i++)
    put (argv[1], pngs[i].name, ".png", make_png_new (&pngs[i].wanted));
  return 0;
}
