/* Comes in: samples. Goes out: fewer of them. Must not know what they show. */
#include "raster.h"

#include <string.h>

void
tk_raster_clear (TkRaster *raster)
{
  g_clear_pointer (&raster->pixels, g_free);
  g_clear_pointer (&raster->alpha, g_free);
}

/* Adds @share of row @y to the sums, as channels: colours times alpha, and alpha; or colours alone. */
static void
add_row (const TkRaster *raster, int y, guint64 share, guint64 *sums)
{
  const gsize width = (gsize) raster->width, components = (gsize) raster->components;
  const guint8 *from = raster->pixels + (gsize) y * width * components;
  const guint8 *alpha = raster->alpha == NULL ? NULL : raster->alpha + (gsize) y * width;

  for (gsize i = 0; alpha == NULL && i < width * components; i++)
    sums[i] += from[i] * share;
  for (gsize x = 0; alpha != NULL && x < width; x++) {
    for (gsize i = 0; i < components; i++)
      *sums++ += *from++ * alpha[x] * share;
    *sums++ += alpha[x] * share;
  }
}

/* Old pixel x covers [x·new, (x+1)·new) of a line as long as old·new; new pixel
 * x covers [x·old, (x+1)·old). */
static void
narrow_row (const guint64 *from, int old, int new, int channels, guint64 *to)
{
  memset (to, 0, sizeof *to * (gsize) new *(gsize) channels);
  for (gint64 x = 0, at = 0, edge = old; x < old; x++, at += new, from += channels) {
    const gint64 end = at + new, here = MIN (end, edge) - at;
    for (int i = 0; i < channels; i++)
      to[i] += from[i] * (guint64) here;
    if (end < edge || x + 1 == old)
      continue;
    edge += old;
    to += channels;
    for (int i = 0; i < channels; i++)
      to[i] += from[i] * (guint64) (new - here);
  }
}

static void
store_row (const guint64 *sums, guint64 area, TkRaster *to, int y)
{
  const gsize width = (gsize) to->width, components = (gsize) to->components;
  guint8 *pixel = to->pixels + (gsize) y * width * components;
  const guint64 *at = sums;

  for (gsize x = 0; x < width; x++) {
    const guint64 weight = to->alpha == NULL ? area : at[components];
    for (gsize i = 0; i < components; i++, at++)
      *pixel++ = (guint8) (weight == 0 ? 0 : (*at + weight / 2) / weight);
    if (to->alpha != NULL)
      to->alpha[(gsize) y * width + x] = (guint8) ((*at++ + area / 2) / area);
  }
}

void
tk_raster_shrink (TkRaster *raster, int width, int height)
{
  const gsize components = (gsize) raster->components, channels = components + (raster->alpha != NULL);
  const gsize n = (gsize) raster->width * channels, n_pixels = (gsize) width * (gsize) height;
  const guint64 area = (guint64) raster->width * (guint64) raster->height;
  g_autofree guint64 *sums = g_new0 (guint64, n), *narrow = g_new (guint64, (gsize) width * channels);
  TkRaster to = {width, height, raster->components, g_malloc (n_pixels * components),
                 raster->alpha == NULL ? NULL : g_malloc (n_pixels)};
  gint64 edge = raster->height;
  int row = 0;

  for (int y = 0; y < raster->height; y++) {
    const gint64 at = (gint64) y * height, end = at + height, here = MIN (end, edge) - at;
    add_row (raster, y, (guint64) here, sums);
    if (end < edge)
      continue;
    narrow_row (sums, raster->width, width, (int) channels, narrow);
    store_row (narrow, area, &to, row++);
    memset (sums, 0, sizeof *sums * n);
    edge += raster->height;
    add_row (raster, y, (guint64) (height - here), sums);
  }
  tk_raster_clear (raster);
  *raster = to;
}
