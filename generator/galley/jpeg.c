#include "jpeg.h"

#include <setjmp.h>
#include <stdio.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>
#include <string.h>

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

static void
begin (struct jpeg_decompress_struct *info, Failure *failure)
{
  info->err = jpeg_std_error (&failure->manager);
  failure->manager.error_exit = fail;
  failure->manager.output_message = say_nothing;
  failure->manager.emit_message = count_warning;
  jpeg_create_decompress (info);
}

gboolean
tk_jpeg_read_header (const guint8 *bytes, gsize size, int *ret_width, int *ret_height, int *ret_components)
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
  *ret_width = (int) info.image_width;
  *ret_height = (int) info.image_height;
  *ret_components = info.num_components;
  jpeg_destroy_decompress (&info);
  return *ret_components == 1 || *ret_components == 3 || *ret_components == 4;
}

/* Inks as most programs store them, inverted (Adobe); good enough until a profile says more. */
static void
from_cmyk (guint8 *row, const guint8 *cmyk, guint width, gboolean inverted)
{
  for (guint x = 0; x < width; x++, cmyk += 4, row += 3)
    for (int i = 0; i < 3; i++)
      row[i] = inverted ? (guint8) (cmyk[i] * cmyk[3] / 255)
                        : (guint8) ((255 - cmyk[i]) * (255 - cmyk[3]) / 255);
}

gboolean
tk_jpeg_decode (const guint8 *bytes, gsize size, int *ret_components, guint8 **ret_pixels)
{
  struct jpeg_decompress_struct info;
  Failure failure;
  guint8 *volatile pixels = NULL, *volatile line = NULL;

  if (setjmp (failure.jump) != 0) {
    jpeg_destroy_decompress (&info);
    g_free (pixels);
    g_free (line);
    return FALSE;
  }
  begin (&info, &failure);
  jpeg_mem_src (&info, bytes, size);
  jpeg_read_header (&info, TRUE);
  gboolean cmyk = info.num_components == 4;
  info.out_color_space = cmyk ? JCS_CMYK : info.num_components == 1 ? JCS_GRAYSCALE : JCS_RGB;
  jpeg_start_decompress (&info);
  int components = cmyk ? 3 : info.output_components;
  gsize stride = (gsize) info.output_width * (gsize) components;
  pixels = g_malloc (stride * info.output_height);
  line = g_malloc ((gsize) info.output_width * 4);
  while (info.output_scanline < info.output_height) {
    guint8 *row = pixels + stride * info.output_scanline;
    guint8 *to = cmyk ? line : row;
    jpeg_read_scanlines (&info, &to, 1);
    if (cmyk)
      from_cmyk (row, line, info.output_width, info.saw_Adobe_marker);
  }
  jpeg_finish_decompress (&info);
  gboolean whole = failure.manager.num_warnings == 0;
  jpeg_destroy_decompress (&info);
  g_free (line);
  if (!whole) {
    g_free (pixels);
    return FALSE;
  }
  *ret_components = components;
  *ret_pixels = pixels;
  return TRUE;
}

/* ISO 10918-1, annex B: segments up to the first scan. */
gboolean
tk_jpeg_strip (const guint8 *bytes, gsize size, guint8 **ret_bytes, gsize *ret_size)
{
  g_autofree guint8 *kept = g_malloc (size);
  gsize at = 2, n = 2;

  memcpy (kept, bytes, 2);
  while (at + 4 <= size && bytes[at] == 0xFF) {
    guint8 marker = bytes[at + 1];
    gsize length = 2 + ((gsize) bytes[at + 2] << 8 | bytes[at + 3]);
    if (marker == 0xDA) { /* start of scan: the rest is the picture */
      memcpy (kept + n, bytes + at, size - at);
      n += size - at;
      if (n == size)
        return FALSE;
      *ret_bytes = g_steal_pointer (&kept);
      *ret_size = n;
      return TRUE;
    }
    if (at + length > size)
      return FALSE;
    gboolean metadata = (marker >= 0xE1 && marker <= 0xEF && marker != 0xEE) || marker == 0xFE;
    if (!metadata) {
      memcpy (kept + n, bytes + at, length);
      n += length;
    }
    at += length;
  }
  return FALSE;
}
