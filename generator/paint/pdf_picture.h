/* Pictures as image objects, each once. */
#pragma once

#include "pages.h"
#include "pdf_store.h"

/* As @prints of the galley have it, made ready for print in @inks (NULL: sRGB); where they do not, it is made
 * here: see tk_print_make. A JPEG that goes in as it is brings its colour profile, transparent parts become a
 * soft mask. TK_ERROR_DATA: it is broken. */
HPDF_Dict tk_picture_store (TkStore *store, const TkPicture *picture, const TkPrints *prints,
                            const TkInks *inks, GError **error);
