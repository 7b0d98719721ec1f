/* Comes in: samples and an ICC profile. Goes out: the same colours in sRGB. Must
 * not know where either comes from. */
#include "colour.h"

#include <lcms2.h>

typedef void Transform;

static void
close_transform (Transform *transform)
{
  cmsDeleteTransform (transform);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transform, close_transform)

static gboolean
is_allowed (cmsHPROFILE profile, int components)
{
  static const cmsColorSpaceSignature spaces[] = {
      [1] = cmsSigGrayData, [3] = cmsSigRgbData, [4] = cmsSigCmykData};

  switch ((guint) cmsGetDeviceClass (profile)) {
  case cmsSigInputClass:
  case cmsSigDisplayClass:
  case cmsSigOutputClass:
  case cmsSigColorSpaceClass:
    return cmsGetColorSpace (profile) == spaces[components] && cmsGetProfileVersion (profile) < 5;
  default:
    return FALSE;
  }
}

/* The intent is the one that a PDF viewer takes where nothing is said of it. */
static Transform *
open_transform (GBytes *bytes, int components)
{
  static const cmsUInt32Number from[] = {[1] = TYPE_GRAY_8, [3] = TYPE_RGB_8, [4] = TYPE_CMYK_8};
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);
  cmsHPROFILE profile = cmsOpenProfileFromMem (data, (cmsUInt32Number) size), srgb;
  Transform *transform = NULL;

  if (profile == NULL)
    return NULL;
  srgb = cmsCreate_sRGBProfile ();
  if (is_allowed (profile, components))
    transform = cmsCreateTransform (profile, from[components], srgb, TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                    cmsFLAGS_BLACKPOINTCOMPENSATION);
  cmsCloseProfile (srgb);
  cmsCloseProfile (profile);
  return transform;
}

gboolean
tk_colour_matters (GBytes *profile, int components)
{
  enum { STEP = 51, NOBODY_SEES = 2 };
  g_autoptr (Transform) transform = open_transform (profile, components);

  if (transform == NULL || components == 4)
    return transform != NULL;
  for (int colour = 0; colour < 6 * 6 * 6; colour++) {
    const int gray = colour % 6 * STEP;
    const guint8 rgb[3] = {(guint8) gray, (guint8) (components == 1 ? gray : colour / 6 % 6 * STEP),
                           (guint8) (components == 1 ? gray : colour / 36 * STEP)};
    guint8 shown[3];
    cmsDoTransform (transform, rgb, shown, 1);
    for (int i = 0; i < 3; i++)
      if (ABS (shown[i] - rgb[i]) > NOBODY_SEES)
        return TRUE;
  }
  return FALSE;
}

/* Good enough where no profile says more. */
static void
mix_inks (const guint8 *inks, guint8 *to, gsize n)
{
  for (; n > 0; n--, inks += 4, to += 3)
    for (int i = 0; i < 3; i++)
      to[i] = (guint8) ((255 - inks[i]) * (255 - inks[3]) / 255);
}

void
tk_colour_convert (TkRaster *raster, GBytes *profile)
{
  g_autoptr (Transform) transform = profile == NULL ? NULL : open_transform (profile, raster->components);
  const gsize width = (gsize) raster->width, n = width * (gsize) raster->height;
  g_autofree guint8 *from = raster->pixels;

  if (transform == NULL && raster->components != 4) {
    g_steal_pointer (&from);
    return;
  }
  raster->pixels = g_malloc (n * 3);
  if (transform == NULL)
    mix_inks (from, raster->pixels, n);
  for (gsize y = 0; transform != NULL && y < (gsize) raster->height; y++)
    cmsDoTransform (transform, from + y * width * (gsize) raster->components, raster->pixels + y * width * 3,
                    (cmsUInt32Number) width);
  raster->components = 3;
}

const char *
tk_colour_version (void)
{
  return "Little CMS " G_STRINGIFY (LCMS_VERSION);
}
