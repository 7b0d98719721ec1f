/* From sRGB to the inks of a press, with no more of them than the paper takes. */
#pragma once

#include <glib.h>
#include <lcms2.h>

/* A device link (ISO 15076-1, 8.7) from RGB to CMYK, which the caller closes; NULL: @press is no profile for
 * it. @most: all inks together, in percent. */
cmsHPROFILE tk_ink_link_new (cmsHPROFILE press, int most);
