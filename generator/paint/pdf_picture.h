/* Pictures as image objects, each once. */
#pragma once

#include "inks.h"
#include "pages.h"
#include "pdf_store.h"

/* Where @inks are not NULL or RGB, all are converted to them and written anew. Else a JPEG goes in byte for
 * byte, with its colour profile, if it is not of inks and does not exceed what is printed; else it is written
 * anew, unless that makes it larger. A PNG goes in as 8-bit samples with a soft mask where it has transparent
 * parts. What is written anew has as many pixels as are printed. */
HPDF_Dict tk_picture_store (TkStore *store, const TkPicture *picture, const TkInks *inks, GError **error);
