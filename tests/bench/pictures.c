/* pictures FOLDER NUMBER: so many photographs, 1.jpg and on, each another and
 * about as large as those of a telephone that were made small for a paper. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

enum { WIDTH = 720, HEIGHT = 480 };

/* Smooth ground, waves and some grain. */
static void
fill_row (guint8 *row, int y, int seed, guint32 *noise)
{
  for (int x = 0; x < WIDTH; x++) {
    *noise = *noise * 1664525 + 1013904223;
    int grain = (int) (*noise >> 28), wave = (x * (seed + 3) / 5 + y * seed / 3) % 64;
    row[3 * x] = (guint8) (60 + x / 8 + wave + grain);
    row[3 * x + 1] = (guint8) (70 + y / 6 + wave / 2 + grain);
    row[3 * x + 2] = (guint8) (80 + (x + y) / 16 + grain);
  }
}

static void
write_picture (const char *path, int seed)
{
  guint8 pixels[3 * WIDTH], *row = pixels;
  guint32 noise = (guint32) seed;
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  FILE *file = fopen (path, "wb");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_stdio_dest (&info, file);
  info.image_width = WIDTH;
  info.image_height = HEIGHT;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_start_compress (&info, TRUE);
  while (info.next_scanline < info.image_height) {
    fill_row (row, (int) info.next_scanline, seed, &noise);
    jpeg_write_scanlines (&info, &row, 1);
  }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  fclose (file);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    return 2;
  for (int i = 1; i <= atoi (argv[2]); i++) {
    g_autofree char *path = g_strdup_printf ("%s/%d.jpg", argv[1], i);
    write_picture (path, i);
  }
  return 0;
}
