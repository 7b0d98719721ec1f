/* A picture file that papers can show, JPEG or PNG: what can be known without
 * decoding it, and its pixels on demand. */
#pragma once

#include "raster.h"

typedef enum { TK_PICTURE_JPEG, TK_PICTURE_PNG } TkPictureKind;

typedef struct {
  guint index; /* its place among those of its owner, from 0 */
  TkPictureKind kind;
  const char *path, *place; /* the place that shows it first: errors begin with it */
  int width, height;        /* in pixels, as stored */
  int components;           /* as stored: 1 gray, 3 RGB, 4 CMYK (JPEG) */
  int row_bits;        /* of a PNG whose rows a reader of PDF unpacks itself (ISO 32000-1, 7.4.4.4), bits of a
                        * sample: gray or RGB of at most 8, one row after the other, nothing transparent, in the
                        * colours of sRGB; else 0 */
  int orientation;     /* EXIF 1 to 8: 1 = upright; 6 = to be turned by 90 degrees clockwise for showing */
  const guint8 *bytes; /* the file, mapped */
  gsize size;
  const struct _TkPictureFile *file; /* NULL: the bytes are somewhere in memory */
  GBytes *profile;                   /* ICC, where it says something that sRGB does not; or NULL */
  int print_width, print_height;     /* pixels, as stored, that its owner wants for print; 0: all */
} TkPicture;

/* Maps the file. TK_ERROR_DATA: it is missing, is neither JPEG nor PNG, or has a broken head: all of it is
 * not read, tk_picture_check does that. @place begins the message. */
TkPicture *tk_picture_open_new (const char *place, const char *path, GError **error);

/* The same, and checked. */
TkPicture *tk_picture_read_new (const char *place, const char *path, GError **error);
void tk_picture_free (TkPicture *picture);

/* Decodes it to know that it is whole: one that breaks off in the middle has a good head. TK_ERROR_DATA. */
gboolean tk_picture_check (const TkPicture *picture, GError **error);

/* The file as it goes into papers: a JPEG without its metadata but with all that is needed to decode it. It
 * may outlive the picture. */
GBytes *tk_picture_clean_new (const TkPicture *picture);

/* What a PDF holds of one that goes into it as it is: the JPEG file as above, or the rows of a PNG, in zlib's
 * format with a filter before each row. */
GBytes *tk_picture_data_new (const TkPicture *picture);

/* Whether that is whole, to the byte: there are PNGs that libpng reads with a shrug. */
gboolean tk_picture_is_data_whole (const TkPicture *picture);

/* Whether both show the same: their files are alike but for metadata. */
gboolean tk_picture_is_same (const TkPicture *one, const TkPicture *other);

/* The memory that the file takes is given back; it comes in again where its bytes are read. */
void tk_picture_rest (const TkPicture *picture);

/* Names the file as it is now without reading it: by device, inode, size and times (stat(2)), as git's index
 * does. NULL: it is not as it was when it was opened, or so young that it may change within the same tick of
 * the clock of its file system. */
char *tk_picture_identify_new (const TkPicture *picture);

/* Whether it has more than half as many pixels again, each way, than @width × @height:
 * so many more than are wanted that they only cost room. 0: all are wanted. */
gboolean tk_picture_exceeds (const TkPicture *picture, int width, int height);

/* The pixels as stored, not turned, gray or sRGB: inks and colours of profiles are
 * converted, 16 bits become 8. Where it exceeds @width × @height it is averaged down
 * to them, a JPEG without ever being in memory as a whole. TK_ERROR_DATA for a broken
 * file. */
gboolean tk_picture_decode (const TkPicture *picture, int width, int height, TkRaster *ret_raster,
                            GError **error);

/* Bytes of memory that it takes at most, about. */
gsize tk_picture_estimate (const TkPicture *picture, int width, int height);
