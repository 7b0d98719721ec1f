/* From sRGB to inks: what is neutral, what keeps its colour, how much there is of all. */
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "inks.h"
#include "tests.h"

#define PROFILE "/usr/share/color/icc/ghostscript/default_cmyk.icc"

static TkInks *
open_inks (TkColourKind kind, int most)
{
  g_autoptr (GError) error = NULL;
  TkInks *inks = tk_inks_new (kind, NULL, most, &error);

  if (inks == NULL)
    fail_msg ("%s", error->message);
  return inks;
}

/* In percent. */
void
test_mixed_inks (G_GNUC_UNUSED void **state)
{
  static const struct {
    guint32 colour;
    int gray;     /* black of gray, within 1 */
    int least[4]; /* of four inks */
    int most[4];
  } cases[] = {
      {0x000000, 100, {0, 0, 0, 100}, {0, 0, 0, 100}}, {0xFFFFFF, 0, {0, 0, 0, 0}, {0, 0, 0, 0}},
      {0x808080, 50, {0, 0, 0, 55}, {0, 0, 0, 63}}, /* the dots grow when they are printed */
      {0x818081, 50, {0, 0, 0, 55}, {0, 0, 0, 63}}, /* nobody meant this to be coloured */
      {0x868080, 49, {1, 1, 1, 1}, {90, 90, 90, 90}},  {0xFF0000, 50, {0, 90, 90, 0}, {5, 100, 100, 5}},
      {0xFFFF00, 3, {0, 0, 85, 0}, {10, 10, 100, 5}},  {0x0000FF, 72, {80, 60, 0, 0}, {100, 100, 5, 5}},
  };
  g_autoptr (TkInks) gray = open_inks (TK_COLOUR_GRAY, 0), four = open_inks (TK_COLOUR_CMYK, 300);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    int shares[4];
    tk_inks_mix (gray, cases[i].colour, shares);
    if (abs (shares[3] - cases[i].gray * 10) > 10 || shares[0] + shares[1] + shares[2] != 0)
      fail_msg ("%06X: %d of black", cases[i].colour, shares[3]);
    tk_inks_mix (four, cases[i].colour, shares);
    for (int ink = 0; ink < 4; ink++)
      if (shares[ink] < cases[i].least[ink] * 10 || shares[ink] > cases[i].most[ink] * 10)
        fail_msg ("%06X: %d of ink %d", cases[i].colour, shares[ink], ink);
  }
}

static double
find_lightness (cmsHTRANSFORM transform, const int *shares)
{
  double inks[4];
  cmsCIELab lab;

  for (int i = 0; i < 4; i++)
    inks[i] = shares[i] / 10.0;
  cmsDoTransform (transform, inks, &lab, 1);
  return lab.L;
}

/* No more ink than the paper takes, and as dark as with all of it. */
void
test_limited_inks (G_GNUC_UNUSED void **state)
{
  g_autoptr (TkInks) all = open_inks (TK_COLOUR_CMYK, 400);
  cmsHPROFILE press = cmsOpenProfileFromFile (PROFILE, "r"), lab = cmsCreateLab4Profile (NULL);
  cmsHTRANSFORM show = cmsCreateTransform (press, TYPE_CMYK_DBL, lab, TYPE_Lab_DBL,
                                           INTENT_RELATIVE_COLORIMETRIC, 0);

  for (int most = 240; most <= 300; most += 30) {
    g_autoptr (TkInks) inks = open_inks (TK_COLOUR_CMYK, most);
    for (guint32 colour = 0; colour < 1 << 24; colour += 30011) {
      int shares[4], free[4];
      tk_inks_mix (inks, colour, shares);
      tk_inks_mix (all, colour, free);
      if (shares[0] + shares[1] + shares[2] + shares[3] > most * 10)
        fail_msg ("%06X: %d %d %d %d", colour, shares[0], shares[1], shares[2], shares[3]);
      if (find_lightness (show, shares) > find_lightness (show, free) + 2)
        fail_msg ("%06X: L is %.1f, not %.1f", colour, find_lightness (show, shares),
                  find_lightness (show, free));
    }
  }
  cmsDeleteTransform (show);
  cmsCloseProfile (lab);
  cmsCloseProfile (press);
}

/* Colours, or grays in as many components. */
static TkRaster
make_raster (int components, gboolean coloured)
{
  enum { SIDE = 160 };
  TkRaster raster = {SIDE, SIDE, components, g_malloc (SIDE * SIDE * 3), NULL};

  for (int i = 0; i < SIDE * SIDE * components; i++)
    raster.pixels[i] = (guint8) ((coloured ? i * 37 : i / components * 37) & 255);
  return raster;
}

typedef struct {
  const TkInks *inks;
  TkRaster raster;
} Work;

static gpointer
convert (gpointer data)
{
  Work *work = data;

  tk_inks_convert (work->inks, &work->raster);
  return NULL;
}

/* On threads that share the inks, and as single colours are mixed. */
void
test_inked_samples (G_GNUC_UNUSED void **state)
{
  enum { THREADS = 4 };
  g_autoptr (TkInks) inks = open_inks (TK_COLOUR_CMYK, 300);
  g_auto (TkRaster) from = make_raster (3, TRUE);
  GThread *threads[THREADS];
  Work works[THREADS];

  for (int i = 0; i < THREADS; i++) {
    works[i] = (Work){inks, make_raster (3, TRUE)};
    threads[i] = g_thread_new (NULL, convert, &works[i]);
  }
  for (int i = 0; i < THREADS; i++)
    g_thread_join (threads[i]);
  const int n = from.width * from.height;
  for (int i = 0; i < THREADS; i++) {
    assert_int_equal (works[i].raster.components, 4);
    assert_memory_equal (works[i].raster.pixels, works[0].raster.pixels, (gsize) n * 4);
  }
  for (int i = 0; i < n; i += 7) {
    const guint8 *rgb = from.pixels + 3 * i, *got = works[0].raster.pixels + 4 * i;
    int shares[4], all = got[0] + got[1] + got[2] + got[3];
    tk_inks_mix (inks, (guint32) rgb[0] << 16 | (guint32) rgb[1] << 8 | rgb[2], shares);
    for (int ink = 0; ink < 4; ink++)
      assert_true (abs (shares[ink] * 255 / 1000 - got[ink]) <= 4);
    assert_true (all <= 297 * 255 / 100 + 2); /* with room for what JPEG rounds */
  }
  for (int i = 0; i < THREADS; i++)
    tk_raster_clear (&works[i].raster);
}

/* Where nothing is coloured, black alone, in a fourth of the bytes. */
void
test_inked_grays (G_GNUC_UNUSED void **state)
{
  for (TkColourKind kind = TK_COLOUR_RGB; kind <= TK_COLOUR_CMYK; kind++)
    for (int components = 1; components <= 3; components += 2) {
      g_autoptr (TkInks) inks = open_inks (kind, 300);
      g_auto (TkRaster) raster = make_raster (components, FALSE), from = make_raster (components, FALSE);
      tk_inks_convert (inks, &raster);
      assert_int_equal (raster.components, kind == TK_COLOUR_RGB ? components : 1);
      for (int i = 0; i < raster.width * raster.height && kind != TK_COLOUR_RGB; i++) {
        const guint32 gray = from.pixels[i * components];
        int shares[4];
        tk_inks_mix (inks, gray << 16 | gray << 8 | gray, shares);
        assert_true (abs (255 - shares[3] * 255 / 1000 - raster.pixels[i]) <= 1);
      }
    }
}

void
test_refused_inks (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *profile;
    int most;
    const char *said;
  } cases[] = {
      {"/nowhere/press.icc", 300, "/nowhere/press.icc: the colour profile cannot be read"},
      {"/usr/share/color/icc/ghostscript/srgb.icc", 300, "srgb.icc: this is no ICC output profile"},
      {"main.c", 300, "main.c: this is no ICC output profile"},
      {PROFILE, 239, "239 %"},
      {PROFILE, 401, "401 %"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    assert_null (tk_inks_new (TK_COLOUR_CMYK, cases[i].profile, cases[i].most, &error));
    assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_USAGE));
    if (strstr (error->message, cases[i].said) == NULL)
      fail_msg ("%s", error->message);
  }
}

/* ICC.1, 7.2: what a press wants of the profile of gray; and no clock in it. */
void
test_profiles_of_inks (G_GNUC_UNUSED void **state)
{
  g_autoptr (TkInks) gray = open_inks (TK_COLOUR_GRAY, 0), four = open_inks (TK_COLOUR_CMYK, 300),
                     less = open_inks (TK_COLOUR_CMYK, 280), rgb = open_inks (TK_COLOUR_RGB, 0);
  const guint8 *bytes = g_bytes_get_data (tk_inks_profile (gray), NULL);

  assert_memory_equal (bytes + 12, "prtrGRAYXYZ ", 12);
  assert_memory_equal (bytes + 24, "\x07\xD0\0\1\0\1\0\0\0\0\0\0", 12);
  assert_memory_equal ((const guint8 *) g_bytes_get_data (tk_inks_profile (four), NULL) + 12, "prtrCMYK", 8);
  assert_null (tk_inks_profile (rgb));
  assert_string_not_equal (tk_inks_name (four), tk_inks_name (less));
  assert_string_not_equal (tk_inks_name (four), tk_inks_name (gray));
  assert_string_equal (tk_inks_name (rgb), "rgb");
}
