/* Comes in: a JPEG file, or pixels. Goes out: pixels, or a JPEG file. Must not
 * know what the picture is for. */
#include "jpeg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

#include "metadata.h"

enum { QUALITY = 92 };

typedef struct {
  struct jpeg_error_mgr manager; /* first */
  jmp_buf jump;
} Failure;

static void
fail (j_common_ptr info)
{
  longjmp (((Failure *) info->err)->jump, 1);
}

static void
say_nothing (j_common_ptr info G_GNUC_UNUSED)
{
}

/* A warning means that data were missing or made up: not a picture to print. */
static void
count_warning (j_common_ptr info, int level)
{
  if (level < 0)
    info->err->num_warnings++;
}

static struct jpeg_error_mgr *
silence (Failure *failure)
{
  jpeg_std_error (&failure->manager);
  failure->manager.error_exit = fail;
  failure->manager.output_message = say_nothing;
  failure->manager.emit_message = count_warning;
  return &failure->manager;
}

static void
begin (struct jpeg_decompress_struct *info, Failure *failure)
{
  info->err = silence (failure);
  jpeg_create_decompress (info);
}

static void
read_metadata (const guint8 *bytes, gsize size, TkHead *head)
{
  static const char exif[6] = "Exif\0", xmp[] = "http://ns.adobe.com/xap/1.0/";
  gsize n;

  tk_metadata_clear (head);
  const guint8 *found = tk_jpeg_find (bytes, size, JPEG_APP0 + 1, exif, sizeof exif, &n);
  if (found != NULL)
    tk_metadata_read_exif (found, n, head);
  found = tk_jpeg_find (bytes, size, JPEG_APP0 + 1, xmp, sizeof xmp, &n);
  if (found != NULL)
    tk_metadata_read_xmp (found, n, head);
}

gboolean
tk_jpeg_read_head (const guint8 *bytes, gsize size, TkHead *head)
{
  struct jpeg_decompress_struct info;
  Failure failure;

  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_decompress (&info);
    return FALSE;
  }
  begin (&info, &failure);
  jpeg_mem_src (&info, bytes, size);
  jpeg_read_header (&info, TRUE);
  memset (head, 0, sizeof *head);
  head->format = "JPEG";
  head->width = (int) info.image_width;
  head->height = (int) info.image_height;
  head->components = info.num_components;
  jpeg_destroy_decompress (&info);
  read_metadata (bytes, size, head);
  return head->components == 1 || head->components == 3 || head->components == 4;
}

GBytes *
tk_jpeg_read_profile_new (const guint8 *bytes, gsize size)
{
  struct jpeg_decompress_struct info;
  JOCTET *profile = NULL;
  unsigned int n = 0;
  Failure failure;

  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_decompress (&info);
    return NULL;
  }
  begin (&info, &failure);
  jpeg_mem_src (&info, bytes, size);
  jpeg_save_markers (&info, JPEG_APP0 + 2, 0xFFFF);
  jpeg_read_header (&info, TRUE);
  const gboolean found = jpeg_read_icc_profile (&info, &profile, &n);
  jpeg_destroy_decompress (&info);
  return found ? g_bytes_new_with_free_func (profile, n, free, profile) : NULL;
}

/* Most programs store inks inverted, as Adobe does: 0 is all ink. */
static void
invert (guint8 *row, gsize n)
{
  for (gsize i = 0; i < n; i++)
    row[i] = (guint8) ~row[i];
}

gboolean
tk_jpeg_decode (const guint8 *bytes, gsize size, int eighths, TkRaster *ret_raster)
{
  struct jpeg_decompress_struct info;
  Failure failure;
  guint8 *volatile pixels = NULL;

  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_decompress (&info);
    g_free (pixels);
    return FALSE;
  }
  begin (&info, &failure);
  jpeg_mem_src (&info, bytes, size);
  jpeg_read_header (&info, TRUE);
  info.out_color_space = info.num_components == 4   ? JCS_CMYK
                         : info.num_components == 1 ? JCS_GRAYSCALE
                                                    : JCS_RGB;
  info.scale_num = (unsigned int) eighths;
  info.scale_denom = 8;
  jpeg_start_decompress (&info);
  const gsize stride = (gsize) info.output_width * (gsize) info.output_components;
  pixels = g_malloc (stride * info.output_height);
  while (info.output_scanline < info.output_height) {
    guint8 *row = pixels + stride * info.output_scanline;
    jpeg_read_scanlines (&info, &row, 1);
    if (info.out_color_space == JCS_CMYK && info.saw_Adobe_marker)
      invert (row, stride);
  }
  jpeg_finish_decompress (&info);
  const TkRaster raster = {(int) info.output_width, (int) info.output_height, info.output_components, pixels,
                           NULL};
  jpeg_destroy_decompress (&info);
  if (failure.manager.num_warnings > 0) {
    g_free (pixels);
    return FALSE;
  }
  *ret_raster = raster;
  return TRUE;
}

gboolean
tk_jpeg_check (const guint8 *bytes, gsize size)
{
  struct jpeg_decompress_struct info;
  Failure failure;
  guint8 *volatile row = NULL;

  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_decompress (&info);
    g_free (row);
    return FALSE;
  }
  begin (&info, &failure);
  jpeg_mem_src (&info, bytes, size);
  jpeg_read_header (&info, TRUE);
  /* every coefficient is read, one of 64 is used */
  info.scale_num = 1;
  info.scale_denom = 8;
  info.out_color_space = info.jpeg_color_space;
  jpeg_start_decompress (&info);
  row = g_malloc ((gsize) info.output_width * (gsize) info.output_components);
  while (info.output_scanline < info.output_height) {
    guint8 *to = row;
    jpeg_read_scanlines (&info, &to, 1);
  }
  jpeg_finish_decompress (&info);
  const gboolean whole = failure.manager.num_warnings == 0;
  jpeg_destroy_decompress (&info);
  g_free (row);
  return whole;
}

/* What libjpeg writes to: jpeg_mem_dest() loses sight of its memory when it fails. */
typedef struct {
  struct jpeg_destination_mgr manager; /* first */
  GByteArray *bytes;
  guint8 block[16 * 1024];
} Sink;

static void
start_block (j_compress_ptr info)
{
  Sink *sink = (Sink *) info->dest;

  sink->manager.next_output_byte = sink->block;
  sink->manager.free_in_buffer = sizeof sink->block;
}

static boolean
write_block (j_compress_ptr info)
{
  Sink *sink = (Sink *) info->dest;

  g_byte_array_append (sink->bytes, sink->block, sizeof sink->block);
  start_block (info);
  return TRUE;
}

static void
write_rest (j_compress_ptr info)
{
  Sink *sink = (Sink *) info->dest;

  g_byte_array_append (sink->bytes, sink->block, (guint) (sizeof sink->block - sink->manager.free_in_buffer));
}

/* @inks: four components are these. */
static void
describe (struct jpeg_compress_struct *info, const TkPixels *pixels, gboolean inks)
{
  info->image_width = (JDIMENSION) pixels->width;
  info->image_height = (JDIMENSION) pixels->height;
  info->input_components = pixels->components;
  info->in_color_space = pixels->components == 4   ? (inks ? JCS_CMYK : JCS_EXT_RGBX)
                         : pixels->components == 1 ? JCS_GRAYSCALE
                                                   : JCS_RGB;
  jpeg_set_defaults (info);
  if (inks && pixels->components == 4)
    jpeg_set_colorspace (info, JCS_YCCK);
  jpeg_set_quality (info, QUALITY, TRUE);
  info->optimize_coding = TRUE;
  for (int i = 0; i < info->num_components; i++)
    info->comp_info[i].h_samp_factor = info->comp_info[i].v_samp_factor = 1;
}

/* Leaves nothing to be freed in its frame: libjpeg jumps out of it. */
static gboolean
try_encode (const TkPixels *pixels, gboolean inks, Sink *sink)
{
  const gsize stride = (gsize) pixels->width * (gsize) pixels->components;
  struct jpeg_compress_struct info;
  Failure failure;

  info.err = silence (&failure);
  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_compress (&info);
    return FALSE;
  }
  jpeg_create_compress (&info);
  info.dest = &sink->manager;
  describe (&info, pixels, inks);
  jpeg_start_compress (&info, TRUE);
  if (pixels->profile != NULL) {
    gsize n;
    const guint8 *profile = g_bytes_get_data (pixels->profile, &n);
    jpeg_write_icc_profile (&info, profile, (unsigned int) n);
  }
  while (info.next_scanline < info.image_height) {
    guint8 *row = pixels->data + stride * info.next_scanline;
    jpeg_write_scanlines (&info, &row, 1);
  }
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);
  return TRUE;
}

static GBytes *
encode (const TkPixels *pixels, gboolean inks)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  Sink sink = {.manager = {.init_destination = start_block,
                           .empty_output_buffer = write_block,
                           .term_destination = write_rest},
               .bytes = bytes};

  return try_encode (pixels, inks, &sink) ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}

GBytes *
tk_jpeg_encode_new (const TkPixels *pixels)
{
  return encode (pixels, FALSE);
}

GBytes *
tk_jpeg_encode_raster_new (const TkRaster *raster)
{
  const TkPixels pixels = {raster->width, raster->height, raster->components, raster->pixels, NULL};

  return encode (&pixels, TRUE);
}

GBytes *
tk_jpeg_clean_new (const guint8 *bytes, gsize size, const TkHead *head)
{
  const TkJpegKeep keep = {TRUE, head->orientation};
  g_autofree guint8 *copy = NULL;
  gsize n;

  if (!tk_jpeg_strip (bytes, size, &keep, &copy, &n))
    return NULL;
  const guint8 *clean = copy != NULL ? copy : bytes;
  if (!tk_jpeg_check (clean, n))
    return NULL;
  return copy != NULL ? g_bytes_new_take (g_steal_pointer (&copy), n) : g_bytes_new (bytes, n);
}

const char *
tk_jpeg_version (void)
{
  return "libjpeg-turbo " G_STRINGIFY (LIBJPEG_TURBO_VERSION);
}
