/* A picture file that papers can show, JPEG or PNG: what can be known without
 * decoding it, and its pixels on demand. */
#pragma once

#include <glib.h>

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
} TkPicture;

/* Maps the file. TK_ERROR_DATA: it is missing, is neither JPEG nor PNG, or is
 * broken (it is decoded once to know). @place begins the message. */
TkPicture *tk_picture_read_new (const char *place, const char *path, GError **error);
void tk_picture_free (TkPicture *picture);

/* The pixels as stored, not turned: 8 bits, 3 components (RGB) or 1 (gray),
 * @ret_alpha: 8 bits a pixel or NULL where all is opaque. CMYK becomes RGB, 16
 * bits become 8. Row by row without padding. TK_ERROR_DATA for a broken file. */
gboolean tk_picture_decode (const TkPicture *picture, int *ret_components, guint8 **ret_pixels,
                            guint8 **ret_alpha, GError **error);
