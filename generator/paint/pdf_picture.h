/* Pictures as image objects, each once. */
#pragma once

#include "pages.h"
#include "pdf_store.h"

/* As the prints of @store have it; where they do not, it is made here: see tk_print_make. A JPEG that goes in
 * as it is brings its colour profile, transparent parts become a soft mask. TK_ERROR_DATA: it is broken. */
HPDF_Dict tk_picture_store (TkStore *store, const TkPicture *picture, GError **error);
