/* Comes in: colours and samples in sRGB. Goes out: the same as inks. Must not know what they are painted on.
 */
#include "inks.h"

#include <glib/gi18n.h>
#include <lcms2.h>
#include <string.h>

#include "digest.h"
#include "error.h"
#include "ink_link.h"

/* Of libgs-common in Debian 12, of libgs9-common before it. */
#define SYSTEM_PROFILE "/usr/share/color/icc/ghostscript/default_cmyk.icc"

/* So near to each other are red, green and blue of what is meant to be neutral, of 255. */
enum { NEUTRAL = 2 };

/* Percent. What JPEG rounds of a picture may add some. */
enum { LEAST_INK = 240, ALL_INK = 400, ROUNDING = 3 };

typedef void Profile;
typedef void Transform;

struct _TkInks {
  TkColourKind kind;
  char *name;
  GBytes *profile;
  Transform *samples; /* sRGB of 8 bits to gray or four inks of 8 bits, */
  Transform *colours; /* and of 16 bits */
  guint16 black[256]; /* of the neutral colours, in thousandths */
};

static void
profile_close (Profile *profile)
{
  cmsCloseProfile (profile);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Profile, profile_close)

static void
transform_free (Transform *transform)
{
  cmsDeleteTransform (transform);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transform, transform_free)

/* An output profile for gray (ICC.1:2001-04, 6.3.4.1). Little CMS writes the time into the header (6.1):
 * it is overwritten. */
static GBytes *
make_gray_profile (void)
{
  enum { TIME = 24, TIME_SIZE = 12 };
  static const guint8 time[TIME_SIZE] = {2000 >> 8, 2000 & 255, 0, 1, 0, 1};
  cmsToneCurve *gamma = cmsBuildGamma (NULL, 2.2);
  g_autoptr (Profile) profile = cmsCreateGrayProfile (cmsD50_xyY (), gamma);
  cmsMLU *title = cmsMLUalloc (NULL, 1);
  cmsUInt32Number size = 0;

  cmsFreeToneCurve (gamma);
  cmsSetProfileVersion (profile, 2.1);
  cmsSetDeviceClass (profile, cmsSigOutputClass);
  cmsMLUsetASCII (title, "en", "US", "Gray gamma 2.2");
  cmsWriteTag (profile, cmsSigProfileDescriptionTag, title);
  cmsMLUfree (title);
  cmsSaveProfileToMem (profile, NULL, &size);
  guint8 *bytes = g_malloc (size);
  cmsSaveProfileToMem (profile, bytes, &size);
  memcpy (bytes + TIME, time, TIME_SIZE);
  return g_bytes_new_take (bytes, size);
}

static GBytes *
read_profile (const char *path, GError **error)
{
  g_autofree char *bytes = NULL;
  g_autoptr (GError) local = NULL;
  gsize size;

  if (g_file_get_contents (path, &bytes, &size, &local))
    return g_bytes_new_take (g_steal_pointer (&bytes), size);
  g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
               _ ("%s: the colour profile cannot be read (%s); name an ICC profile of the printing house, or "
                  "install libgs-common"),
               path, local->message);
  return NULL;
}

/* Both ways: to inks for conversion, and from them for the tone of black. */
static gboolean
is_for_press (Profile *profile)
{
  return profile != NULL && cmsGetDeviceClass (profile) == cmsSigOutputClass
         && cmsGetColorSpace (profile) == cmsSigCmykData && cmsGetProfileVersion (profile) < 5
         && cmsIsIntentSupported (profile, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_OUTPUT)
         && cmsIsIntentSupported (profile, INTENT_RELATIVE_COLORIMETRIC, LCMS_USED_AS_INPUT);
}

static Profile *
open_profile (GBytes *bytes)
{
  gsize size;
  const void *data = g_bytes_get_data (bytes, &size);

  return cmsOpenProfileFromMem (data, (cmsUInt32Number) size);
}

/* Without a cache of the last pixel: threads share it. @press: NULL where @from is a link. */
static Transform *
open_transform (Profile *from, Profile *press, cmsUInt32Number to)
{
  return cmsCreateTransform (from, TYPE_RGB_8, press, to, INTENT_RELATIVE_COLORIMETRIC,
                             cmsFLAGS_NOCACHE | cmsFLAGS_BLACKPOINTCOMPENSATION);
}

static Transform *
open_limited (Profile *press, int most, cmsUInt32Number to)
{
  g_autoptr (Profile) link = tk_ink_link_new (press, most);

  return link != NULL ? open_transform (link, NULL, to) : NULL;
}

/* The luminance of 256 steps, without what the darkest of them has: that is compensated. */
static gboolean
read_ramp (Profile *profile, cmsUInt32Number format, const guint8 *steps, double *ret_ramp)
{
  g_autoptr (Profile) xyz = cmsCreateXYZProfile ();
  g_autoptr (Transform) transform = cmsCreateTransform (profile, format, xyz, TYPE_XYZ_DBL,
                                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE);
  cmsCIEXYZ seen[256];

  if (transform == NULL)
    return FALSE;
  cmsDoTransform (transform, steps, seen, 256);
  const double dark = MIN (seen[0].Y, seen[255].Y), white = MAX (seen[0].Y, seen[255].Y);
  for (int i = 0; i < 256; i++)
    ret_ramp[i] = white > dark ? CLAMP ((seen[i].Y - dark) / (white - dark), 0, 1) : 0;
  return white > dark;
}

/* How much black alone is as light as each gray. */
static gboolean
match_black (TkInks *inks, Profile *press)
{
  g_autoptr (Profile) srgb = cmsCreate_sRGBProfile ();
  guint8 grays[256][3], blacks[256][4] = {{0}};
  double wanted[256], got[256];

  for (int i = 0; i < 256; i++) {
    memset (grays[i], i, 3);
    blacks[i][3] = (guint8) i;
  }
  if (!read_ramp (srgb, TYPE_RGB_8, &grays[0][0], wanted)
      || !read_ramp (press, TYPE_CMYK_8, &blacks[0][0], got))
    return FALSE;
  for (int gray = 255, ink = 0; gray >= 0; gray--) {
    while (ink < 255 && got[ink] > wanted[gray])
      ink++;
    const double step = ink > 0 ? got[ink - 1] - got[ink] : 0;
    const double back = step > 0 ? CLAMP ((wanted[gray] - got[ink]) / step, 0, 1) : 0;
    inks->black[gray] = (guint16) ((ink - back) * 1000 / 255 + 0.5);
  }
  return TRUE;
}

static gboolean
open_cmyk (TkInks *inks, const char *path, int most, GError **error)
{
  if (most < LEAST_INK || most > ALL_INK) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("total ink: %d %% is not between %d and %d; offset on coated paper takes 300 to 330"),
                 most, LEAST_INK, ALL_INK);
    return FALSE;
  }
  inks->profile = read_profile (path, error);
  if (inks->profile == NULL)
    return FALSE;
  g_autoptr (Profile) press = open_profile (inks->profile);
  if (is_for_press (press)) {
    inks->samples = open_limited (press, most - ROUNDING, TYPE_CMYK_8);
    inks->colours = open_limited (press, most, TYPE_CMYK_16);
  }
  if (inks->samples != NULL && inks->colours != NULL && match_black (inks, press))
    return TRUE;
  g_set_error (
      error, TK_ERROR, TK_ERROR_USAGE,
      _ ("%s: this is no ICC output profile for four inks (CMYK); ask the printing house for its own"), path);
  return FALSE;
}

static void
open_gray (TkInks *inks)
{
  inks->profile = make_gray_profile ();
  g_autoptr (Profile) press = open_profile (inks->profile), srgb = cmsCreate_sRGBProfile ();
  inks->samples = open_transform (srgb, press, TYPE_GRAY_8);
  inks->colours = open_transform (srgb, press, TYPE_GRAY_16);
  for (int i = 0; i < 256; i++) {
    const guint8 neutral[3] = {(guint8) i, (guint8) i, (guint8) i};
    guint16 gray;
    cmsDoTransform (inks->colours, neutral, &gray, 1);
    inks->black[i] = (guint16) (1000 - (gray * 1000 + 32767) / 65535);
  }
}

TkInks *
tk_inks_new (TkColourKind kind, const char *profile, int most, GError **error)
{
  g_autoptr (TkInks) inks = g_new0 (TkInks, 1);

  inks->kind = kind;
  if (kind == TK_COLOUR_GRAY)
    open_gray (inks);
  if (kind == TK_COLOUR_CMYK && !open_cmyk (inks, profile != NULL ? profile : SYSTEM_PROFILE, most, error))
    return NULL;
  if (inks->profile != NULL) {
    gsize size;
    const void *bytes = g_bytes_get_data (inks->profile, &size);
    g_autofree char *sum = tk_digest_new (bytes, size);
    inks->name = g_strdup_printf ("%s %d %.32s", kind == TK_COLOUR_GRAY ? "gray" : "cmyk", most, sum);
  }
  return g_steal_pointer (&inks);
}

void
tk_inks_free (TkInks *inks)
{
  if (inks == NULL)
    return;
  g_clear_pointer (&inks->samples, transform_free);
  g_clear_pointer (&inks->colours, transform_free);
  g_clear_pointer (&inks->profile, g_bytes_unref);
  g_free (inks->name);
  g_free (inks);
}

TkColourKind
tk_inks_kind (const TkInks *inks)
{
  return inks->kind;
}

GBytes *
tk_inks_profile (const TkInks *inks)
{
  return inks->profile;
}

const char *
tk_inks_name (const TkInks *inks)
{
  return inks->name != NULL ? inks->name : "rgb";
}

/* Whether all three are within a step or two of each other. */
static inline gboolean
is_neutral (const guint8 *rgb)
{
  return MAX (MAX (rgb[0], rgb[1]), rgb[2]) - MIN (MIN (rgb[0], rgb[1]), rgb[2]) <= NEUTRAL;
}

void
tk_inks_mix (const TkInks *inks, guint32 colour, int ret_shares[4])
{
  const guint8 rgb[3] = {(guint8) (colour >> 16), (guint8) (colour >> 8), (guint8) colour};
  guint16 mixed[4] = {0};

  memset (ret_shares, 0, 4 * sizeof *ret_shares);
  if (inks->kind == TK_COLOUR_RGB)
    return;
  if (is_neutral (rgb)) {
    ret_shares[3] = inks->black[rgb[1]];
    return;
  }
  cmsDoTransform (inks->colours, rgb, mixed, 1);
  if (inks->kind == TK_COLOUR_GRAY) {
    ret_shares[3] = 1000 - (mixed[0] * 1000 + 32767) / 65535;
    return;
  }
  for (int i = 0; i < 4; i++) /* rounded down: never more ink than the limit */
    ret_shares[i] = mixed[i] * 1000 / 65535;
}

/* Gray, in place, from every @step-th sample. */
static void
blacken (const TkInks *inks, TkRaster *raster, gsize step, gsize n)
{
  guint8 grays[256];

  for (int i = 0; i < 256; i++)
    grays[i] = (guint8) (255 - (inks->black[i] * 255 + 500) / 1000);
  for (gsize i = 0; i < n; i++)
    raster->pixels[i] = grays[raster->pixels[i * step]];
  raster->components = 1;
}

static gboolean
is_gray (const TkRaster *raster, gsize n)
{
  for (gsize i = 0; i < n; i++)
    if (!is_neutral (raster->pixels + 3 * i))
      return FALSE;
  return TRUE;
}

void
tk_inks_convert (const TkInks *inks, TkRaster *raster)
{
  const gsize width = (gsize) raster->width, n = width * (gsize) raster->height;
  const int components = inks->kind == TK_COLOUR_GRAY ? 1 : 4;

  if (inks->kind == TK_COLOUR_RGB)
    return;
  if (raster->components == 1 || is_gray (raster, n)) {
    blacken (inks, raster, raster->components == 1 ? 1 : 3, n);
    return;
  }
  g_autofree guint8 *from = g_steal_pointer (&raster->pixels);
  raster->pixels = g_malloc (n * (gsize) components);
  raster->components = components;
  for (gsize y = 0; y < (gsize) raster->height; y++)
    cmsDoTransform (inks->samples, from + y * width * 3, raster->pixels + y * width * (gsize) components,
                    (cmsUInt32Number) width);
}
