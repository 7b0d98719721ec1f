/* Colours by ICC profiles (ISO 15076-1) through Little CMS. */
#pragma once

#include "raster.h"

/* Whether @profile tells of samples of @components something that a PDF may hold
 * (ISO 19005-2, 6.2.4.2) and that is not what sRGB says anyway. */
gboolean tk_colour_matters (GBytes *profile, int components);

/* Makes the raster gray or RGB, as sRGB has them. @profile is one that matters, or
 * NULL: then inks are only mixed. */
void tk_colour_convert (TkRaster *raster, GBytes *profile);

/* Which library it is. Static. */
const char *tk_colour_version (void);
