/* Comes in: pixels. Goes out: the colour that leads among them, dark enough for white text on it. Must not
 * know what is printed in it. */
#include "leading.h"

#include <math.h>

enum {
  HUES = 6 * 256, /* around the circle: red, yellow, green, cyan, blue, magenta */
  SECTORS = 36,
  WINDOW = 1,           /* sectors to each side that count with one */
  LEAST_CHROMA = 36,    /* less is gray for the eye, or a cast of the light, */
  LEAST_VALUE = 44,     /* and less than this is black */
  LEAST_PER_MILLE = 15, /* of the pixels have the hue that leads */
  SATURATION = 62,
  DARKEST = 104, /* the largest part of a colour that does not look black */
};

typedef struct {
  guint64 weight, pixels, parts[3];
} Sector;

/* The hue of a pixel that is not gray, 0 to HUES - 1, as the hexagon of HSV has it. */
static int
find_hue (const guint8 *pixel, int most, int chroma)
{
  const int red = pixel[0], green = pixel[1], blue = pixel[2];

  if (red == most)
    return ((green - blue) * 256 / chroma + HUES) % HUES;
  if (green == most)
    return (blue - red) * 256 / chroma + 2 * 256;
  return (red - green) * 256 / chroma + 4 * 256;
}

static void
count_pixel (Sector *sectors, const guint8 *pixel)
{
  const int most = MAX (MAX (pixel[0], pixel[1]), pixel[2]);
  const int chroma = most - MIN (MIN (pixel[0], pixel[1]), pixel[2]);

  if (chroma < LEAST_CHROMA || most < LEAST_VALUE)
    return;
  Sector *sector = &sectors[find_hue (pixel, most, chroma) * SECTORS / HUES];
  sector->pixels++;
  sector->weight += (guint64) chroma;
  /* the colour is that of the pixels that show it best */
  for (int i = 0; i < 3; i++)
    sector->parts[i] += (guint64) (pixel[i] * chroma);
}

/* @at and its neighbours, as one. */
static Sector
add_up (const Sector *sectors, int at)
{
  Sector sum = {0};

  for (int i = at - WINDOW; i <= at + WINDOW; i++) {
    const Sector *sector = &sectors[(i + SECTORS) % SECTORS];
    sum.weight += sector->weight;
    sum.pixels += sector->pixels;
    for (int k = 0; k < 3; k++)
      sum.parts[k] += sector->parts[k];
  }
  return sum;
}

/* The part of a colour as light, of 65535 (IEC 61966-2-1). */
static guint64
find_light (int part)
{
  const double share = part / 255.0;

  return (guint64) (65535 * (share <= 0.04045 ? share / 12.92 : pow ((share + 0.055) / 1.055, 2.4)) + 0.5);
}

/* Whether white on it has a contrast of 7 : 1, (1 + 0,05) : (L + 0,05): its luminance L is at most 0,1. */
static gboolean
is_dark (const int *parts)
{
  const guint64 luminance = 2126 * find_light (parts[0]) + 7152 * find_light (parts[1])
                            + 722 * find_light (parts[2]);

  return luminance <= G_GUINT64_CONSTANT (65535) * 1000;
}

/* A mean of many pixels is duller than the picture looks: up to twice the saturation, while it is below
 * @SATURATION percent. Hue and the largest part stay. */
static void
saturate (int *parts)
{
  const int most = MAX (MAX (parts[0], parts[1]), parts[2]);
  const int chroma = most - MIN (MIN (parts[0], parts[1]), parts[2]);
  const int wanted = MAX (chroma, MIN (2 * chroma, most * SATURATION / 100));

  for (int i = 0; i < 3; i++)
    parts[i] = most - (most - parts[i]) * wanted / chroma;
}

/* As it is, or darker; one that is nearly black becomes lighter. The hue stays. */
static guint32
set_darkness (const int *parts)
{
  const int most = MAX (MAX (parts[0], parts[1]), parts[2]);
  int scale = MAX (most, DARKEST), darker[3];

  do {
    for (int i = 0; i < 3; i++)
      darker[i] = parts[i] * scale / most;
    scale--;
  } while (!is_dark (darker));
  return (guint32) (darker[0] << 16 | darker[1] << 8 | darker[2]);
}

gboolean
tk_raster_find_leading (const TkRaster *raster, guint32 *ret_colour)
{
  const gsize n = (gsize) raster->width * (gsize) raster->height;
  Sector sectors[SECTORS] = {0}, leading = {0};
  guint64 seen = 0;
  int parts[3];

  if (raster->components != 3)
    return FALSE;
  for (gsize i = 0; i < n; i++) {
    if (raster->alpha != NULL && raster->alpha[i] < 128)
      continue;
    seen++;
    count_pixel (sectors, raster->pixels + 3 * i);
  }
  for (int i = 0; i < SECTORS; i++) {
    const Sector sum = add_up (sectors, i);
    if (sum.weight > leading.weight)
      leading = sum;
  }
  if (leading.pixels == 0 || leading.pixels * 1000 < seen * LEAST_PER_MILLE)
    return FALSE;
  for (int i = 0; i < 3; i++)
    parts[i] = (int) (leading.parts[i] / leading.weight);
  saturate (parts);
  *ret_colour = set_darkness (parts);
  return TRUE;
}

guint32
tk_raster_lighten (guint32 colour, int white)
{
  guint32 lighter = 0;

  for (int shift = 16; shift >= 0; shift -= 8) {
    const int part = (int) (colour >> shift & 0xFF);
    lighter |= (guint32) (part + ((255 - part) * white + 50) / 100) << shift;
  }
  return lighter;
}
