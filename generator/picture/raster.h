/* A picture decoded to be painted: samples of 8 bits, rows without padding. */
#pragma once

#include <glib.h>

typedef struct {
  int width, height;
  int components; /* 1 gray, 3 RGB, 4 inks (255 = all ink) */
  guint8 *pixels;
  guint8 *alpha; /* 8 bits a pixel, the colours not multiplied by it; NULL: all is opaque */
} TkRaster;

void tk_raster_clear (TkRaster *raster);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkRaster, tk_raster_clear)

/* Averages down to @width × @height, which must not be more than it has: each new
 * pixel is the mean of the area that it covers, weighted by alpha. */
void tk_raster_shrink (TkRaster *raster, int width, int height);
