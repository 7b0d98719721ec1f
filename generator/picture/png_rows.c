/* Comes in: a PNG file, or pixels. Goes out: a PNG file, written row by row.
 * What may fail stands in functions of its own that leave nothing to be freed
 * in their frame: libpng jumps out of them. */
#include <png.h>
#include <string.h>

#include "png_file.h"

typedef struct {
  png_structp png;
  png_infop info;
  const guint8 *bytes;
  gsize size, at;
  guint8 *rows; /* one row, or all of them */
} Source;

typedef struct {
  png_structp png;
  png_infop info;
  GByteArray *bytes;
} Sink;

static void
fail (png_structp png, G_GNUC_UNUSED png_const_charp message)
{
  png_longjmp (png, 1);
}

static void
ignore (G_GNUC_UNUSED png_structp png, G_GNUC_UNUSED png_const_charp message)
{
}

static void
read_bytes (png_structp png, png_bytep to, size_t n)
{
  Source *source = png_get_io_ptr (png);

  if (n > source->size - source->at)
    png_error (png, "the file breaks off");
  memcpy (to, source->bytes + source->at, n);
  source->at += n;
}

static void
write_bytes (png_structp png, png_bytep from, size_t n)
{
  Sink *sink = png_get_io_ptr (png);

  g_byte_array_append (sink->bytes, from, (guint) n);
}

static void
flush (G_GNUC_UNUSED png_structp png)
{
}

static void
source_open (Source *source, const guint8 *bytes, gsize size)
{
  *source = (Source){.bytes = bytes, .size = size};
  source->png = png_create_read_struct (PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
  source->info = png_create_info_struct (source->png);
  png_set_read_fn (source->png, source, read_bytes);
}

static void
source_close (Source *source)
{
  png_destroy_read_struct (&source->png, &source->info, NULL);
  g_free (source->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, source_close)

static void
sink_open (Sink *sink)
{
  sink->bytes = g_byte_array_new ();
  sink->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, NULL, fail, ignore);
  sink->info = png_create_info_struct (sink->png);
  png_set_write_fn (sink->png, sink, write_bytes, flush);
  png_set_benign_errors (sink->png, 1); /* a bad profile is left out */
}

static void
sink_close (Sink *sink)
{
  png_destroy_write_struct (&sink->png, &sink->info);
  g_clear_pointer (&sink->bytes, g_byte_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sink, sink_close)

/* All of @source through one row. */
static gboolean
try_rows (Source *source)
{
  if (setjmp (png_jmpbuf (source->png)) != 0)
    return FALSE;
  png_read_info (source->png, source->info);
  const int n_passes = png_set_interlace_handling (source->png);
  const guint height = png_get_image_height (source->png, source->info);
  png_read_update_info (source->png, source->info);
  source->rows = g_malloc0 (png_get_rowbytes (source->png, source->info));
  for (int pass = 0; pass < n_passes; pass++)
    for (guint y = 0; y < height; y++)
      png_read_row (source->png, source->rows, NULL);
  png_read_end (source->png, NULL);
  return TRUE;
}

gboolean
tk_png_check (const guint8 *bytes, gsize size)
{
  g_auto (Source) source;

  source_open (&source, bytes, size);
  return try_rows (&source);
}

/* All of its rows, one behind the other; its sums have been looked at. */
static gboolean
try_samples (Source *source)
{
  if (setjmp (png_jmpbuf (source->png)) != 0)
    return FALSE;
  png_set_crc_action (source->png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
  png_set_option (source->png, PNG_IGNORE_ADLER32, PNG_OPTION_ON);
  png_read_info (source->png, source->info);
  const gsize row = png_get_rowbytes (source->png, source->info);
  const guint height = png_get_image_height (source->png, source->info);
  source->rows = g_try_malloc (row * height);
  for (guint y = 0; source->rows != NULL && y < height; y++)
    png_read_row (source->png, source->rows + y * row, NULL);
  return source->rows != NULL;
}

guint8 *
tk_png_read_samples_new (const guint8 *bytes, gsize size)
{
  g_auto (Source) source;

  source_open (&source, bytes, size);
  return try_samples (&source) ? g_steal_pointer (&source.rows) : NULL;
}

static gboolean
try_profile (Source *source, png_bytep *ret_profile, png_uint_32 *ret_size)
{
  png_charp name;
  int compression;

  if (setjmp (png_jmpbuf (source->png)) != 0)
    return FALSE;
  png_read_info (source->png, source->info);
  return png_get_iCCP (source->png, source->info, &name, &compression, ret_profile, ret_size) != 0;
}

GBytes *
tk_png_read_profile_new (const guint8 *bytes, gsize size)
{
  g_auto (Source) source;
  png_bytep profile = NULL;
  png_uint_32 n = 0;

  source_open (&source, bytes, size);
  return try_profile (&source, &profile, &n) ? g_bytes_new (profile, n) : NULL;
}

/* Palettes become colours, few bits become 8, a transparent colour becomes alpha: whole bytes a pixel. */
static gboolean
try_read (Source *source)
{
  if (setjmp (png_jmpbuf (source->png)) != 0)
    return FALSE;
  png_read_info (source->png, source->info);
  png_set_expand (source->png);
  const int n_passes = png_set_interlace_handling (source->png);
  const guint height = png_get_image_height (source->png, source->info);
  png_read_update_info (source->png, source->info);
  const gsize row = png_get_rowbytes (source->png, source->info);
  source->rows = g_try_malloc0 (row * height);
  if (source->rows == NULL)
    return FALSE;
  for (int pass = 0; pass < n_passes; pass++)
    for (guint y = 0; y < height; y++)
      png_read_row (source->png, source->rows + y * row, NULL);
  png_read_end (source->png, NULL);
  return TRUE;
}

/* Background and significant bits are left: they are of the pixels before the expansion. */
static void
copy_colours (const Source *source, Sink *sink)
{
  png_fixed_point value[8];
  int intent, compression, unit;
  png_charp name;
  png_bytep profile;
  png_uint_32 size, x, y;

  if (png_get_sRGB (source->png, source->info, &intent) != 0)
    png_set_sRGB (sink->png, sink->info, intent);
  if (png_get_iCCP (source->png, source->info, &name, &compression, &profile, &size) != 0)
    png_set_iCCP (sink->png, sink->info, name, compression, profile, size);
  if (png_get_gAMA_fixed (source->png, source->info, &value[0]) != 0)
    png_set_gAMA_fixed (sink->png, sink->info, value[0]);
  if (png_get_cHRM_fixed (source->png, source->info, &value[0], &value[1], &value[2], &value[3], &value[4],
                          &value[5], &value[6], &value[7])
      != 0)
    png_set_cHRM_fixed (sink->png, sink->info, value[0], value[1], value[2], value[3], value[4], value[5],
                        value[6], value[7]);
  if (png_get_pHYs (source->png, source->info, &x, &y, &unit) != 0)
    png_set_pHYs (sink->png, sink->info, x, y, unit);
}

static void
write_rows (Sink *sink, guint8 *rows)
{
  const guint height = png_get_image_height (sink->png, sink->info);

  png_write_info (sink->png, sink->info);
  const gsize row = png_get_rowbytes (sink->png, sink->info);
  for (guint y = 0; y < height; y++)
    png_write_row (sink->png, rows + y * row);
  png_write_end (sink->png, NULL);
}

static gboolean
try_turn (const Source *source, int orientation, guint8 *turned, Sink *sink)
{
  if (setjmp (png_jmpbuf (sink->png)) != 0)
    return FALSE;
  const guint width = png_get_image_width (source->png, source->info);
  const guint height = png_get_image_height (source->png, source->info);
  const gboolean swaps = tk_orientation_swaps (orientation);
  png_uint_32 x, y;
  int unit;

  tk_pixels_turn (source->rows, (int) width, (int) height,
                  png_get_rowbytes (source->png, source->info) / width, orientation, turned);
  png_set_IHDR (sink->png, sink->info, swaps ? height : width, swaps ? width : height,
                png_get_bit_depth (source->png, source->info), png_get_color_type (source->png, source->info),
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  copy_colours (source, sink);
  if (swaps && png_get_pHYs (source->png, source->info, &x, &y, &unit) != 0)
    png_set_pHYs (sink->png, sink->info, y, x, unit);
  write_rows (sink, turned);
  return TRUE;
}

GBytes *
tk_png_turn_new (const guint8 *bytes, gsize size, int orientation)
{
  g_auto (Source) source;
  g_auto (Sink) sink;

  source_open (&source, bytes, size);
  sink_open (&sink);
  if (!try_read (&source))
    return NULL;
  g_autofree guint8 *turned = g_try_malloc (png_get_rowbytes (source.png, source.info)
                                            * png_get_image_height (source.png, source.info));
  if (turned == NULL || !try_turn (&source, orientation, turned, &sink))
    return NULL;
  return g_byte_array_free_to_bytes (g_steal_pointer (&sink.bytes));
}

static gboolean
try_encode (const TkPixels *pixels, Sink *sink)
{
  if (setjmp (png_jmpbuf (sink->png)) != 0)
    return FALSE;
  png_set_IHDR (sink->png, sink->info, (guint) pixels->width, (guint) pixels->height, 8,
                pixels->components == 4 ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
                PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (pixels->profile != NULL) {
    gsize n;
    const guint8 *profile = g_bytes_get_data (pixels->profile, &n);
    png_set_iCCP (sink->png, sink->info, "ICC", PNG_COMPRESSION_TYPE_BASE, profile, (png_uint_32) n);
  }
  write_rows (sink, pixels->data);
  return TRUE;
}

GBytes *
tk_png_encode_new (const TkPixels *pixels)
{
  g_auto (Sink) sink;

  sink_open (&sink);
  return try_encode (pixels, &sink) ? g_byte_array_free_to_bytes (g_steal_pointer (&sink.bytes)) : NULL;
}
