/* Comes in: what a PNG file is to be like. Goes out: the file. */
#include <png.h>
#include <string.h>

#include "make.h"

static void
write_bytes (png_structp png, png_bytep from, size_t n)
{
  g_byte_array_append (png_get_io_ptr (png), from, (guint) n);
}

static void
flush (G_GNUC_UNUSED png_structp png)
{
}

static void
set_texts (png_structp png, png_infop info)
{
  const png_time time = {2022, 8, 19, 7, 30, 0};
  g_autoptr (GBytes) xmp = make_xmp_new ();
  gsize size;
  g_autofree char *packet = g_strdup (g_bytes_get_data (xmp, &size));
  png_text texts[] = {
      {.compression = PNG_TEXT_COMPRESSION_NONE, .key = (char *) "Comment", .text = (char *) MADE_COMMENT},
      {.compression = PNG_ITXT_COMPRESSION_NONE,
       .key = (char *) "XML:com.adobe.xmp",
       .text = packet,
       .lang = (char *) "",
       .lang_key = (char *) ""},
  };

  png_set_text (png, info, texts, G_N_ELEMENTS (texts));
  png_set_tIME (png, info, &time);
}

static void
set_chunks (png_structp png, png_infop info, const MakePng *wanted)
{
  gsize size;

  if (wanted->text)
    set_texts (png, info);
  if (wanted->orientation != 0) {
    g_autoptr (GBytes) exif = make_exif_new (wanted->orientation, TRUE);
    const guint8 *bytes = g_bytes_get_data (exif, &size);
    g_autofree guint8 *tiff = g_memdup2 (bytes + 6, size - 6);
    png_set_eXIf_1 (png, info, (png_uint_32) size - 6, tiff);
  }
  if (wanted->profile || wanted->linear) {
    g_autoptr (GBytes) profile = wanted->linear
                                     ? make_linear_new (wanted->type == PNG_COLOR_TYPE_GRAY ? 1 : 3)
                                     : make_profile_new ();
    const guint8 *bytes = g_bytes_get_data (profile, &size);
    png_set_iCCP (png, info, "ICC", PNG_COMPRESSION_TYPE_BASE, bytes, (png_uint_32) size);
  }
  if (wanted->resolution)
    png_set_pHYs (png, info, 3000, 6000, PNG_RESOLUTION_METER);
}

static void
set_colours (png_structp png, png_infop info, const MakePng *wanted)
{
  png_color palette[16];
  guint8 alpha[16];
  const png_color_16 clear = {.red = 0, .green = 0, .blue = 0, .gray = 0};

  for (guint8 i = 0; i < 16; i++) {
    palette[i] = (png_color){(guint8) (i * 17), (guint8) (255 - i * 17), (guint8) (i * 7)};
    alpha[i] = (guint8) (255 - i);
  }
  if (wanted->type == PNG_COLOR_TYPE_PALETTE)
    png_set_PLTE (png, info, palette, 16);
  if (wanted->transparent)
    png_set_tRNS (png, info, alpha, 16, &clear);
}

GBytes *
make_png_new (const MakePng *wanted)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);
  png_bytep rows[MADE_HEIGHT];

  png_set_write_fn (png, file, write_bytes, flush);
  png_set_IHDR (png, info, MADE_WIDTH, MADE_HEIGHT, wanted->depth, wanted->type,
                wanted->interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                PNG_FILTER_TYPE_DEFAULT);
  set_colours (png, info, wanted);
  set_chunks (png, info, wanted);
  const gsize row = png_get_rowbytes (png, info);
  g_autofree guint8 *pixels = g_malloc (row * MADE_HEIGHT);
  for (gsize y = 0; y < MADE_HEIGHT; y++) {
    rows[y] = pixels + y * row;
    for (gsize x = 0; x < row; x++)
      rows[y][x] = (guint8) (x * 5 + y * 3);
  }
  png_set_rows (png, info, rows);
  png_write_png (png, info, PNG_TRANSFORM_IDENTITY, NULL);
  png_destroy_write_struct (&png, &info);
  if (wanted->behind != NULL)
    g_byte_array_append (file, (const guint8 *) wanted->behind, (guint) strlen (wanted->behind));
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}

GBytes *
make_png_head_new (guint width, guint height)
{
  g_autoptr (GByteArray) file = g_byte_array_new ();
  png_structp png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
  png_infop info = png_create_info_struct (png);

  png_set_user_limits (png, G_MAXINT32, G_MAXINT32);
  png_set_write_fn (png, file, write_bytes, flush);
  png_set_IHDR (png, info, width, height, 8, PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info (png, info);
  png_write_chunk (png, (png_const_bytep) "IDAT", (png_const_bytep) "x", 1);
  png_destroy_write_struct (&png, &info);
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}
