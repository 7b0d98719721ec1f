/* Metadata of pictures, wherever a format keeps them: EXIF (CIPA DC-008)
 * through libexif, XMP (ISO 16684-1). Nonsense counts as nothing. */
#pragma once

#include "head.h"

/* No metadata: upright, taken at an unknown place and day. */
void tk_metadata_clear (TkHead *head);

/* Orientation, day and position. @bytes: a TIFF structure, with or without
 * "Exif" and two zeros before it. */
void tk_metadata_read_exif (const guint8 *bytes, gsize size, TkHead *head);

/* Position only: EXIF is the more exact source of the rest. */
void tk_metadata_read_xmp (const guint8 *bytes, gsize size, TkHead *head);
