/* A picture file that papers can show, JPEG or PNG: what can be known without
 * decoding it, and its pixels on demand. */
#pragma once

#include "raster.h"

typedef enum { TK_PICTURE_JPEG, TK_PICTURE_PNG } TkPictureKind;

typedef struct {
  guint index; /* its place among those of its owner, from 0 */
  TkPictureKind kind;
  const char *path;
  int width, height;   /* in pixels, as stored */
  int components;      /* as stored: 1 gray, 3 RGB, 4 CMYK (JPEG) */
  int orientation;     /* EXIF 1 to 8: 1 = upright; 6 = to be turned by 90 degrees clockwise for showing */
  const guint8 *bytes; /* the file; a JPEG without its metadata segments but with those needed to decode */
  gsize size;
  GBytes *profile;               /* ICC, where it says something that sRGB does not; or NULL */
  int print_width, print_height; /* pixels, as stored, that its owner wants for print; 0: all */
} TkPicture;

/* Maps the file. TK_ERROR_DATA: it is missing, is neither JPEG nor PNG, or is
 * broken (it is decoded once to know). @place begins the message. */
TkPicture *tk_picture_read_new (const char *place, const char *path, GError **error);
void tk_picture_free (TkPicture *picture);

/* Whether it has more than half as many pixels again, each way, than @width × @height:
 * so many more than are wanted that they only cost room. 0: all are wanted. */
gboolean tk_picture_exceeds (const TkPicture *picture, int width, int height);

/* The pixels as stored, not turned, gray or sRGB: inks and colours of profiles are
 * converted, 16 bits become 8. Where it exceeds @width × @height it is averaged down
 * to them, a JPEG without ever being in memory as a whole. TK_ERROR_DATA for a broken
 * file. */
gboolean tk_picture_decode (const TkPicture *picture, int width, int height, TkRaster *ret_raster,
                            GError **error);
