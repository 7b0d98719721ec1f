/* The colour that a picture is remembered by. */
#pragma once

#include "raster.h"

/* The leading colour of @raster, 0xRRGGBB: of the hues of its pixels the one with the most chroma together,
 * as dark as white text on it needs for a contrast of 7 : 1 (WCAG 2.2, 1.4.6), but not so dark that it looks
 * black. Whole numbers throughout, so the same on every machine. FALSE: it is gray, or so nearly that no hue
 * leads. */
gboolean tk_raster_find_leading (const TkRaster *raster, guint32 *ret_colour);

/* @colour with so much white: percent. */
guint32 tk_raster_lighten (guint32 colour, int white);
