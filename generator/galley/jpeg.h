/* JPEG files through libjpeg. FALSE for a broken file, nothing on stderr. */
#pragma once

#include <glib.h>

/* @ret_components: 1 gray, 3 colour, 4 CMYK or YCCK. */
gboolean tk_jpeg_read_header (const guint8 *bytes, gsize size, int *ret_width, int *ret_height,
                              int *ret_components);

/* 8 bits, 1 or 3 components, as stored (not turned). */
gboolean tk_jpeg_decode (const guint8 *bytes, gsize size, int *ret_components, guint8 **ret_pixels);

/* A copy without comments and application segments, but for APP14 (Adobe),
 * which says how colours are coded. FALSE where nothing was to be dropped. */
gboolean tk_jpeg_strip (const guint8 *bytes, gsize size, guint8 **ret_bytes, gsize *ret_size);
