/* What a picture file says of itself before anything is decoded. Filled by
 * the reader of each format: jpeg.h, png_file.h, webp_file.h, heif_file.h. */
#pragma once

#include <glib.h>

typedef struct {
  int width, height; /* in pixels, as stored: not turned yet */
  int components;    /* as stored: 1 gray, 3 colour, 4 CMYK (JPEG); alpha does not count */
  int row_bits;    /* bits of a sample where the rows of a PNG can go into a PDF as they are, see picture.h */
  int orientation; /* EXIF 1 to 8: 1 = upright; 6 = to be turned by 90 degrees clockwise for showing */
  gboolean exact;  /* has transparent parts or was packed without loss: a JPEG would spoil it (WebP, HEIF) */
  gboolean several;   /* more pictures follow: an animation, a burst */
  gboolean position;  /* the metadata say where on earth it was taken */
  char taken_on[11];  /* the day it was taken, 2022-08-19, or empty */
  const char *format; /* what people call it: "JPEG", "HEIC"; static */
} TkHead;
