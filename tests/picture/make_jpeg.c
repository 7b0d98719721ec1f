/* Comes in: what a JPEG file is to be like. Goes out: the file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
/* after stdio.h, which it needs */
#include <jpeglib.h>

#include "make.h"

/* libjpeg ends the program where a test asks for nonsense: no setjmp here. */

static void
write_segment (struct jpeg_compress_struct *info, int marker, const char *start, gsize start_size,
               GBytes *payload)
{
  g_autoptr (GByteArray) whole = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (payload, &size);

  g_byte_array_append (whole, (const guint8 *) start, (guint) start_size);
  g_byte_array_append (whole, bytes, (guint) size);
  jpeg_write_marker (info, marker, whole->data, whole->len);
}

static void
write_segments (struct jpeg_compress_struct *info, const MakeJpeg *wanted)
{
  static const char xmp_start[] = "http://ns.adobe.com/xap/1.0/", iptc[] = "Photoshop 3.0\0" MADE_SERIAL;

  if (wanted->xmp) { /* first: EXIF is to be found behind it, too */
    g_autoptr (GBytes) xmp = make_xmp_new ();
    write_segment (info, JPEG_APP0 + 1, xmp_start, sizeof xmp_start, xmp);
  }
  if (wanted->orientation != 0) {
    g_autoptr (GBytes) exif = make_exif_new (wanted->orientation, wanted->position);
    write_segment (info, JPEG_APP0 + 1, "", 0, exif);
  }
  if (wanted->profile || wanted->linear) {
    g_autoptr (GBytes) profile = wanted->linear ? make_linear_new (wanted->components) : make_profile_new ();
    gsize size;
    const guint8 *bytes = g_bytes_get_data (profile, &size);
    jpeg_write_icc_profile (info, bytes, (unsigned int) size);
  }
  if (wanted->comment) {
    jpeg_write_marker (info, JPEG_COM, (const guint8 *) MADE_COMMENT, sizeof MADE_COMMENT - 1);
    jpeg_write_marker (info, JPEG_APP0 + 13, (const guint8 *) iptc, sizeof iptc - 1);
    jpeg_write_marker (info, JPEG_APP0 + 2, (const guint8 *) "MPF\0" MADE_SERIAL, 4 + sizeof MADE_SERIAL - 1);
    jpeg_write_marker (info, JPEG_APP0, (const guint8 *) "JFXX\0" MADE_SERIAL, 5 + sizeof MADE_SERIAL - 1);
  }
}

GBytes *
make_jpeg_new (const MakeJpeg *wanted)
{
  static const J_COLOR_SPACE spaces[] = {[1] = JCS_GRAYSCALE, [3] = JCS_RGB, [4] = JCS_CMYK};
  g_autoptr (TkPixels) pixels = make_pixels_new (MADE_WIDTH, MADE_HEIGHT, wanted->components);
  struct jpeg_compress_struct info;
  struct jpeg_error_mgr errors;
  unsigned char *memory = NULL;
  unsigned long size = 0;

  info.err = jpeg_std_error (&errors);
  jpeg_create_compress (&info);
  jpeg_mem_dest (&info, &memory, &size);
  info.image_width = MADE_WIDTH;
  info.image_height = MADE_HEIGHT;
  info.input_components = wanted->components;
  info.in_color_space = spaces[wanted->components];
  jpeg_set_defaults (&info);
  if (wanted->components == 4)
    jpeg_set_colorspace (&info, JCS_YCCK);
  if (wanted->progressive)
    jpeg_simple_progression (&info);
  info.restart_interval = wanted->restarts ? 2 : 0;
  jpeg_start_compress (&info, TRUE);
  write_segments (&info, wanted);
  for (guint8 *row = pixels->data; info.next_scanline < info.image_height;
       row += MADE_WIDTH * wanted->components)
    jpeg_write_scanlines (&info, &row, 1);
  jpeg_finish_compress (&info);
  jpeg_destroy_compress (&info);

  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_byte_array_append (file, memory, (guint) size);
  free (memory);
  if (wanted->behind != NULL)
    g_byte_array_append (file, (const guint8 *) wanted->behind, (guint) strlen (wanted->behind));
  return g_byte_array_free_to_bytes (g_steal_pointer (&file));
}
