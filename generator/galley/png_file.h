/* PNG files through libpng. FALSE for a broken file, nothing on stderr. */
#pragma once

#include <glib.h>

gboolean tk_png_read_header (const guint8 *bytes, gsize size, int *ret_width, int *ret_height,
                             int *ret_components);

/* 8 bits, 1 or 3 components; @ret_alpha NULL where every pixel is opaque. */
gboolean tk_png_decode (const guint8 *bytes, gsize size, int *ret_components, guint8 **ret_pixels,
                        guint8 **ret_alpha);
