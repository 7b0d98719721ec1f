/* pictures FOLDER NUMBER [--camera]: so many photographs, 1.jpg and on, each another and about as large as
 * those of a telephone that were made small for a paper; or as they come from a camera, of 12 megapixels. */
#include <glib.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

typedef struct {
  const char *folder;
  int width, height, quality;
} Wish;

/* Smooth ground, waves and some grain. */
static void
fill_row (guint8 *row, const Wish *wish, int y, int seed, guint32 *noise)
{
  const int kind = (seed - 1) % 8 + 1, v = y * 480 / wish->height;

  for (int x = 0; x < wish->width; x++) {
    *noise = *noise * 1664525 + 1013904223;
    int grain = (int) (*noise >> 28), wave = (x * (kind + 3) / 5 + y * kind / 3) % 64,
        u = x * 720 / wish->width;
    row[3 * x] = (guint8) (60 + u / 8 + wave + grain);
    row[3 * x + 1] = (guint8) (70 + v / 6 + wave / 2 + grain);
    row[3 * x + 2] = (guint8) (80 + (u + v) / 16 + grain);
  }
}

static void
write_picture (gpointer data, gpointer user_data)
{
  const Wish *wish = user_data;
  const int seed = GPOINTER_TO_INT (data);
  g_autofree char *path = g_strdup_printf ("%s/%d.jpg", wish->folder, seed);
  g_autofree guint8 *pixels = g_malloc ((gsize) wish->width * 3);
  guint32 noise = (guint32) seed;
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  FILE *file = fopen (path, "wb");

  if (file == NULL)
    g_error ("%s cannot be written", path);
  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_stdio_dest (&info, file);
  info.image_width = (JDIMENSION) wish->width;
  info.image_height = (JDIMENSION) wish->height;
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults (&info);
  jpeg_set_quality (&info, wish->quality, TRUE);
  jpeg_start_compress (&info, TRUE);
  while (info.next_scanline < info.image_height) {
    guint8 *row = pixels;
    fill_row (row, wish, (int) info.next_scanline, seed, &noise);
    jpeg_write_scanlines (&info, &row, 1);
  }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  fclose (file);
}

int
main (int argc, char **argv)
{
  const gboolean camera = argc == 4 && strcmp (argv[3], "--camera") == 0;

  if (argc != 3 && !camera)
    return 2;
  Wish wish = {argv[1], camera ? 4032 : 720, camera ? 3024 : 480, camera ? 90 : 75};
  GThreadPool *pool = g_thread_pool_new (write_picture, &wish, (gint) g_get_num_processors (), FALSE, NULL);
  for (int i = 1; i <= atoi (argv[2]); i++)
    g_thread_pool_push (pool, GINT_TO_POINTER (i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
  return 0;
}
