/* Pictures as image objects, each once. */
#pragma once

#include "pages.h"
#include "pdf_store.h"

/* A JPEG of one or three components goes in byte for byte; any other picture
 * as 8-bit samples with a soft mask where it has transparent parts. */
HPDF_Dict tk_picture_store (TkStore *store, const TkPicture *picture, GError **error);
