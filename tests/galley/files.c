/* Comes in: what a picture is to be like. Goes out: the file. */
#include "files.h"

#include <png.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

#include "typed.h"

/* Both libraries end the program where a test asks for nonsense: no setjmp here. */

/* EXIF 2.3: one directory with one entry, tag 0x0112. */
static void
write_orientation (struct jpeg_compress_struct *info, int orientation)
{
  guint8 exif[] = {'E',  'x',  'i', 'f', 0, 0, 'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0,
                   0x12, 0x01, 3,   0,   1, 0, 0,   0,   0,  0, 0, 0, 0, 0, 0, 0};

  exif[24] = (guint8) orientation;
  jpeg_write_marker (info, JPEG_APP0 + 1, exif, sizeof exif);
}

static gboolean
make_jpeg (FILE *to, char **words)
{
  static const struct {
    const char *name;
    int components;
    J_COLOR_SPACE space;
    guint8 colour[4];
  } kinds[] = {
      {"gray", 1, JCS_GRAYSCALE, {120}},
      {"rgb", 3, JCS_RGB, {200, 100, 50}},
      {"cmyk", 4, JCS_CMYK, {200, 100, 50, 255}},
      {"cmyk-plain", 4, JCS_CMYK, {55, 155, 205, 0}},
  };
  gsize kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && strcmp (kinds[kind].name, words[3]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return FALSE;

  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_stdio_dest (&info, to);
  info.image_width = (JDIMENSION) atoi (words[4]);
  info.image_height = (JDIMENSION) atoi (words[5]);
  info.input_components = kinds[kind].components;
  info.in_color_space = kinds[kind].space;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, 95, TRUE);
  if (strcmp (kinds[kind].name, "cmyk-plain") == 0)
    info.write_Adobe_marker = FALSE;
  jpeg_start_compress (&info, TRUE);
  if (tk_typed_find (words + 6, "orientation", 1, 0) != 0)
    write_orientation (&info, tk_typed_find (words + 6, "orientation", 1, 0));

  g_autofree guint8 *row = g_malloc ((gsize) info.image_width * 4);
  for (guint x = 0; x < info.image_width; x++)
    memcpy (row + x * (guint) kinds[kind].components, kinds[kind].colour, (gsize) kinds[kind].components);
  for (guint y = 0; y < info.image_height; y++)
    jpeg_write_scanlines (&info, &row, 1);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  return TRUE;
}

static gboolean
make_png (FILE *to, char **words)
{
  static const struct {
    const char *name;
    int type, depth;
    gsize size; /* bytes a pixel */
    guint8 colour[8];
  } kinds[] = {
      {"gray", PNG_COLOR_TYPE_GRAY, 8, 1, {120}},
      {"rgb", PNG_COLOR_TYPE_RGB, 8, 3, {200, 100, 50}},
      {"palette", PNG_COLOR_TYPE_PALETTE, 8, 1, {0}},
      {"palette-alpha", PNG_COLOR_TYPE_PALETTE, 8, 1, {1}},
      {"gray16", PNG_COLOR_TYPE_GRAY, 16, 2, {120, 120}},
      {"rgb16", PNG_COLOR_TYPE_RGB, 16, 6, {200, 200, 100, 100, 50, 50}},
      {"gray-alpha", PNG_COLOR_TYPE_GRAY_ALPHA, 8, 2, {120, 64}},
      {"rgb-alpha", PNG_COLOR_TYPE_RGB_ALPHA, 8, 4, {200, 100, 50, 64}},
      {"rgb-opaque", PNG_COLOR_TYPE_RGB_ALPHA, 8, 4, {200, 100, 50, 255}},
  };
  const png_color palette[] = {{200, 100, 50}, {10, 20, 30}};
  const guint8 alpha[] = {255, 64};
  guint width = (guint) atoi (words[4]), height = (guint) atoi (words[5]);
  gsize kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && strcmp (kinds[kind].name, words[3]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return FALSE;

  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  png_init_io (png, to);
  png_set_IHDR (png, info, width, height, kinds[kind].depth, kinds[kind].type, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (kinds[kind].type == PNG_COLOR_TYPE_PALETTE)
    png_set_PLTE (png, info, palette, 2);
  if (strcmp (kinds[kind].name, "palette-alpha") == 0)
    png_set_tRNS (png, info, alpha, 2, NULL);
  png_write_info (png, info);
  g_autofree guint8 *row = g_malloc (width * kinds[kind].size);
  for (guint x = 0; x < width; x++)
    memcpy (row + x * kinds[kind].size, kinds[kind].colour, kinds[kind].size);
  for (guint y = 0; y < height; y++)
    png_write_row (png, row);
  png_write_end (png, NULL);
  png_destroy_write_struct (&png, &info);
  return TRUE;
}

static gboolean
cut (const char *path, gint32 permille)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;

  return g_file_get_contents (path, &bytes, &size, NULL)
         && g_file_set_contents (path, bytes, (gssize) (size * (gsize) permille / 1000), NULL);
}

gboolean
tk_files_make (const char *folder, char **words)
{
  if (g_strv_length (words) < 3)
    return FALSE;
  g_autofree char *path = g_build_filename (folder, words[1], NULL);
  g_autofree char *text = g_strjoinv (" ", words + 3);
  gboolean made = FALSE;

  if (strcmp (words[2], "text") == 0)
    return g_file_set_contents (path, text, -1, NULL);
  FILE *to = g_strv_length (words) < 6 ? NULL : fopen (path, "wbe");
  if (to == NULL)
    return FALSE;
  if (strcmp (words[2], "jpeg") == 0)
    made = make_jpeg (to, words);
  else if (strcmp (words[2], "png") == 0)
    made = make_png (to, words);
  fclose (to);
  gint32 permille = tk_typed_find (words + 6, "cut", 1, 1000);
  return made && (permille == 1000 || cut (path, permille));
}
