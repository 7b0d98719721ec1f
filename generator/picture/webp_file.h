/* WebP files (RFC 9649) through libwebp. FALSE or NULL for a broken file. */
#pragma once

#include "head.h"
#include "pixels.h"

/* The size of the canvas and the metadata; nothing is decoded. */
gboolean tk_webp_read_head (const guint8 *bytes, gsize size, TkHead *head);

/* The picture, or the first frame of an animation upon its canvas; not turned.
 * The colour profile comes with it. */
TkPixels *tk_webp_decode_new (const guint8 *bytes, gsize size);
