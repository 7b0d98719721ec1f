/* Picture files that come in with records: looked at, cleaned, and copied
 * beside the database under a name that is made of their content. */
#pragma once

#include <glib.h>

typedef struct {
  int width, height;     /* in pixels, as shown */
  char taken_on[11];     /* the day it was taken, 2022-08-19, or empty */
  gboolean had_position; /* where it was taken stood in the file, and is not in the copy */
  gboolean several;      /* an animation or a burst, of which the first picture was taken */
  const char
      *converted_from; /* "WebP", "HEIC", "AVIF": the copy is a JPEG or PNG made of it; or NULL; static */
} TkPictureFacts;

/* Takes in the file at @path: a JPEG, PNG, WebP or HEIC file. What is stored in
 * @folder, which must be there, has no metadata but the colour profile:
 *
 * - of a JPEG the scans byte for byte, an orientation other than 1 in an EXIF
 *   segment of its own;
 * - of a PNG the chunks that pixels are made of; one that EXIF wants turned is
 *   written anew, upright;
 * - of any other, its first picture, upright: as PNG where it has transparent
 *   parts or was packed without loss, else as JPEG.
 *
 * @ret_name, owned by the caller: the SHA-256 of the stored bytes in hex, and
 * ".jpg" or ".png". A picture that is there already is left alone; what has
 * its name but not its content, a link too, is replaced. On failure
 * nothing is left behind, and nothing is returned. The stored file taken in
 * again gives the same name.
 *
 * TK_ERROR_DATA, with the path first: no regular file, empty, over 512 MiB, no
 * picture, over 200 megapixels (known before it is decoded), broken (all of it
 * is decoded), or changed while it was read. TK_ERROR_OUTPUT: @folder cannot
 * be written. May be called from several threads. */
gboolean tk_picture_take (const char *path, const char *folder, TkPictureFacts *ret_facts, char **ret_name,
                          GError **error);
