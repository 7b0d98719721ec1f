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

/* ---- the same, several times as fast, where all is opaque: sums of rows fit into 32 bits ---- */

enum { TALLEST = G_MAXUINT16 };

static void
add_opaque (const guint8 *restrict from, gsize n, guint16 share, guint32 *restrict sums)
{
  for (gsize i = 0; i < n; i++)
    sums[i] += (guint32) from[i] * share;
}

/* sum / area, rounded. A half more keeps what is exact away from what 1 / area lacks: a picture has less than
 * 2^29 pixels, a double 52 bits. */
static guint8
find_mean (guint64 sum, guint64 area, double inverse)
{
  return (guint8) (((double) (gint64) (sum + area / 2) + 0.5) * inverse);
}

/* As narrow_row and store_row. */
static inline void
store_opaque (const guint32 *from, int old, int new, const int components, guint64 area, guint8 *to)
{
  const double inverse = 1.0 / (double) area;
  guint64 sums[4] = {0};

  for (gint64 x = 0, at = 0, edge = old; x < old; x++, at += new, from += components) {
    const gint64 end = at + new, here = MIN (end, edge) - at;
    for (int i = 0; i < components; i++)
      sums[i] += from[i] * (guint64) here;
    if (end < edge)
      continue;
    for (int i = 0; i < components; i++) {
      to[i] = find_mean (sums[i], area, inverse);
      sums[i] = from[i] * (guint64) (new - here);
    }
    edge += old;
    to += components;
  }
}

static void
shrink_opaque (const TkRaster *raster, TkRaster *to)
{
  const gsize n = (gsize) raster->width * (gsize) raster->components;
  const gsize new_row = (gsize) to->width * (gsize) to->components;
  const guint64 area = (guint64) raster->width * (guint64) raster->height;
  g_autofree guint32 *sums = g_new0 (guint32, n);
  const guint8 *from = raster->pixels;
  guint8 *row = to->pixels;
  gint64 edge = raster->height;

  for (gint64 y = 0; y < raster->height; y++, from += n) {
    const gint64 at = y * to->height, end = at + to->height, here = MIN (end, edge) - at;
    add_opaque (from, n, (guint16) here, sums);
    if (end < edge)
      continue;
    if (raster->components == 3)
      store_opaque (sums, raster->width, to->width, 3, area, row);
    else
      store_opaque (sums, raster->width, to->width, raster->components, area, row);
    memset (sums, 0, sizeof *sums * n);
    edge += raster->height;
    row += new_row;
    add_opaque (from, n, (guint16) (to->height - here), sums);
  }
}

static void
shrink_any (const TkRaster *raster, TkRaster *to)
{
  const gsize channels = (gsize) raster->components + (raster->alpha != NULL);
  const gsize n = (gsize) raster->width * channels;
  const guint64 area = (guint64) raster->width * (guint64) raster->height;
  g_autofree guint64 *sums = g_new0 (guint64, n), *narrow = g_new (guint64, (gsize) to->width * channels);
  gint64 edge = raster->height;
  int row = 0;

  for (int y = 0; y < raster->height; y++) {
    const gint64 at = (gint64) y * to->height, end = at + to->height, here = MIN (end, edge) - at;
    add_row (raster, y, (guint64) here, sums);
    if (end < edge)
      continue;
    narrow_row (sums, raster->width, to->width, (int) channels, narrow);
    store_row (narrow, area, to, row++);
    memset (sums, 0, sizeof *sums * n);
    edge += raster->height;
    add_row (raster, y, (guint64) (to->height - here), sums);
  }
}

void
tk_raster_shrink (TkRaster *raster, int width, int height)
{
  const gsize n_pixels = (gsize) width * (gsize) height;
  TkRaster to = {width, height, raster->components, g_malloc (n_pixels * (gsize) raster->components),
                 raster->alpha == NULL ? NULL : g_malloc (n_pixels)};

  if (raster->alpha == NULL && raster->height <= TALLEST)
    shrink_opaque (raster, &to);
  else
    shrink_any (raster, &to);
  tk_raster_clear (raster);
  *raster = to;
}
