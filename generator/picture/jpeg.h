/* JPEG files (ISO/IEC 10918-1) through libjpeg. FALSE or NULL for a broken
 * file, nothing on stderr. */
#pragma once

#include "head.h"
#include "pixels.h"
#include "raster.h"

/* The size, components and metadata; nothing is decoded. */
gboolean tk_jpeg_read_head (const guint8 *bytes, gsize size, TkHead *head);

/* As stored (not turned), and no colour profile heeded. @eighths: 1 to 8: so many eighths of the pixels each
 * way, rounded up; the rest is never in memory. All of the file is read, so that what breaks off fails. */
gboolean tk_jpeg_decode (const guint8 *bytes, gsize size, int eighths, TkRaster *ret_raster);

/* The ICC profile, whatever is in it; NULL: none. */
GBytes *tk_jpeg_read_profile_new (const guint8 *bytes, gsize size);

/* Decodes all of the file to know that it is whole; keeps no pixels. */
gboolean tk_jpeg_check (const guint8 *bytes, gsize size);

/* Quality 92, 4:4:4, with the colour profile; alpha is not written. One component: gray. */
GBytes *tk_jpeg_encode_new (const TkPixels *pixels);

/* The same for what is painted. Four inks are written as YCCK (Adobe TN 5116), not inverted: as ISO 32000-1,
 * 7.4.8 takes them without a Decode array. */
GBytes *tk_jpeg_encode_raster_new (const TkRaster *raster);

/* What of the application segments goes into a copy. What tells how colours
 * are coded (APP0 JFIF without its thumbnail, APP14 Adobe) always does. */
typedef struct {
  gboolean profile; /* APP2 with an ICC profile */
  int orientation;  /* other than 1: in an EXIF segment with nothing else in it */
} TkJpegKeep;

/* A copy without comments, metadata, thumbnails and whatever stands behind
 * the end of the picture; its scans are the same byte for byte. @ret_bytes is
 * NULL where that would be the file as it is. FALSE: the file breaks off, or
 * is no sequence of segments. */
gboolean tk_jpeg_strip (const guint8 *bytes, gsize size, const TkJpegKeep *keep, guint8 **ret_bytes,
                        gsize *ret_size);

/* The payload of the first segment @marker (0xE1 is APP1) before the first
 * scan that begins with @start, behind it; borrowed from @bytes. NULL: none. */
const guint8 *tk_jpeg_find (const guint8 *bytes, gsize size, guint8 marker, const char *start,
                            gsize start_size, gsize *ret_size);

/* Where the first scan begins, at its marker; the end where there is none. */
gsize tk_jpeg_find_scan (const guint8 *bytes, gsize size);

/* The copy that is stored with records: as it should be kept and shown, and nothing else. */
GBytes *tk_jpeg_clean_new (const guint8 *bytes, gsize size, const TkHead *head);

/* Which library it is. Static. */
const char *tk_jpeg_version (void);
