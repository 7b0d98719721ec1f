/* HEIC and other HEIF files (ISO/IEC 23008-12) through libheif, as phones make
 * them. FALSE or NULL for a broken file, and where libheif is not there, or was
 * built without a decoder for what is in it. */
#pragma once

#include "head.h"
#include "pixels.h"

/* A file type box with a brand that libheif has a decoder for. */
gboolean tk_heif_matches (const guint8 *bytes, gsize size);

/* The size as shown and the metadata; nothing is decoded. The orientation is
 * always 1: libheif turns the picture as the file says, which outweighs EXIF. */
gboolean tk_heif_read_head (const guint8 *bytes, gsize size, TkHead *head);

/* The primary picture, upright, of the size that its head gave, in 8 bits,
 * with its ICC profile. */
TkPixels *tk_heif_decode_new (const guint8 *bytes, gsize size);
