/* PNG files (W3C PNG, third edition; ISO/IEC 15948) through libpng. FALSE or
 * NULL for a broken file, nothing on stderr. */
#pragma once

#include "head.h"
#include "pixels.h"
#include "raster.h"

/* The size, components and metadata; nothing is decoded. */
gboolean tk_png_read_head (const guint8 *bytes, gsize size, TkHead *head);

/* Gray or RGB, as stored (not turned), and no colour profile heeded; no alpha where
 * every pixel is opaque. */
gboolean tk_png_decode (const guint8 *bytes, gsize size, TkRaster *ret_raster);

/* The ICC profile, if libpng finds it sound; NULL: none. */
GBytes *tk_png_read_profile_new (const guint8 *bytes, gsize size);

/* Decodes all of the file to know that it is whole; keeps no pixels. */
gboolean tk_png_check (const guint8 *bytes, gsize size);

/* Whether it is a whole sequence of chunks, each as it was written (PNG, clause 5): where the pixels have
 * been decoded, nothing else can be broken. */
gboolean tk_png_is_whole (const guint8 *bytes, gsize size);

/* The same, and that the rows of one that has row_bits are what a reader of PDF wants of them: so many of
 * @row_size bytes, a known filter before each, and no more. Unpacks them in memory. */
gboolean tk_png_check_rows (const guint8 *bytes, gsize size, gsize row_size, gsize n_rows);

/* The same file up to its rows, of which it has so many of @row_size bytes, and these not deflated: zlib,
 * through which libpng reads them, takes three times as long for that as libdeflate. NULL: tk_png_is_whole is
 * FALSE, or the rows are others, or many. */
GBytes *tk_png_loosen_new (const guint8 *bytes, gsize size, gsize row_size, gsize n_rows);
/* The samples of such a one that has 8 row_bits. NULL: a filter is unknown. */
guint8 *tk_png_read_samples_new (const guint8 *bytes, gsize size);

/* Its row_bits, but for what a colour profile says. */
int tk_png_find_row_bits (const guint8 *bytes, gsize size);

/* The data of all IDAT chunks. */
GBytes *tk_png_read_rows_new (const guint8 *bytes, gsize size);

/* With the colour profile, if libpng finds it sound. */
GBytes *tk_png_encode_new (const TkPixels *pixels);

/* Written anew with the pixels turned as @orientation wants; depth, transparency
 * and what is said of colours and of resolution stay. */
GBytes *tk_png_turn_new (const guint8 *bytes, gsize size, int orientation);

/* The first chunk @type ("eXIf"), borrowed from @bytes; NULL: none. */
const guint8 *tk_png_find (const guint8 *bytes, gsize size, const char *type, gsize *ret_size);

/* The copy that is stored with records: as it should be kept and shown, and nothing else. */
GBytes *tk_png_clean_new (const guint8 *bytes, gsize size, const TkHead *head);

/* Which library it is. Static. */
const char *tk_png_version (void);
