/* The colour that leads in a picture: which one it is, and that white can be read on it. */
#include "leading.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "tests.h"

/* Pixels in rows of their own: "00AA00*3 FFFFFF*90", a half transparent one "00AA00~*3". */
typedef struct {
  const char *pixels, *expected; /* NULL: none leads */
} Case;

static const Case cases[] = {
    /* gray, white, black, nothing */
    {"808080*50", NULL},
    {"FFFFFF*90 000000*9", NULL},
    {"", NULL},
    /* near gray: a cast of the light */
    {"8A8078*50", NULL},
    {"100408*50", NULL},
    /* as it is where it is dark, darker where it is light, lighter where it is black; its hue stays */
    {"006000*9", "#006800"},
    {"7A1F1F*9", "#7A1F1F"},
    {"00FF00*9", "#006800"},
    {"FFE000*9", "#665900"},
    {"0000FF*9", "#0000FF"},
    {"04083A*9", "#070E68"},
    /* a dull one is more lively, but a faint one not lively */
    {"5F9EA0*9", "#256163"},
    {"C8A0A0*9", "#7E4B4B"},
    /* the more chroma, the more it counts; light and dark of one hue count together */
    {"508050*20 D00000*9", "#B60000"},
    {"508050*60 D00000*9", "#266526"},
    {"2060A0*5 60A0E0*5 C04040*7", "#2D5B89"},
    /* what is rare does not lead */
    {"808080*99 E00000*1", NULL},
    {"808080*97 E00000*3", "#B60000"},
    /* red lies on both sides of the beginning of the circle */
    {"C00818*5 C01808*5 00A000*9", "#B30E0E"},
    /* what is not seen does not count */
    {"00A000~*50 A00000*5", "#A00000"},
    {"00A000~*50", NULL},
};

static void
parse_pixels (const char *text, GByteArray *pixels, GByteArray *alpha)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);

  for (char **word = words; *word != NULL && **word != '\0'; word++) {
    char *end;
    const gulong rgb = strtoul (*word, &end, 16);
    const guint8 pixel[] = {(guint8) (rgb >> 16), (guint8) (rgb >> 8), (guint8) rgb};
    const guint8 seen = *end == '~' ? 100 : 255;
    for (long n = strtol (strchr (*word, '*') + 1, NULL, 10); n > 0; n--) {
      g_byte_array_append (pixels, pixel, sizeof pixel);
      g_byte_array_append (alpha, &seen, 1);
    }
  }
}

static char *
find_leading_new (const char *text)
{
  g_autoptr (GByteArray) pixels = g_byte_array_new (), alpha = g_byte_array_new ();
  guint32 colour = 0;

  parse_pixels (text, pixels, alpha);
  const TkRaster raster = {1, (int) alpha->len, 3, pixels->data,
                           strchr (text, '~') != NULL ? alpha->data : NULL};
  return tk_raster_find_leading (&raster, &colour) ? g_strdup_printf ("#%06X", colour) : g_strdup ("none");
}

void
test_leading (G_GNUC_UNUSED void **state)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *found = find_leading_new (cases[i].pixels);
    expect (cases[i].pixels, found, cases[i].expected != NULL ? cases[i].expected : "none");
  }
  guint8 gray[] = {10, 200};
  guint32 colour;
  const TkRaster raster = {2, 1, 1, gray, NULL};
  assert_false (tk_raster_find_leading (&raster, &colour));
}

/* WCAG 2.2, relative luminance. */
static double
find_luminance (guint32 colour)
{
  const double weights[] = {0.0722, 0.7152, 0.2126};
  double sum = 0;

  for (int i = 0; i < 3; i++) {
    const double part = (colour >> (8 * i) & 0xFF) / 255.0;
    sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return sum;
}

static double
contrast (guint32 dark, guint32 light)
{
  return (find_luminance (light) + 0.05) / (find_luminance (dark) + 0.05);
}

/* White on it, its own text on its tint, and its pale tint on it. */
void
test_leading_is_legible (G_GNUC_UNUSED void **state)
{
  guint n = 0;

  for (guint32 rgb = 0; rgb <= 0xFFFFFF; rgb += 0x010D07) {
    guint8 pixel[] = {(guint8) (rgb >> 16), (guint8) (rgb >> 8), (guint8) rgb};
    guint32 colour;
    const TkRaster raster = {1, 1, 3, pixel, NULL};
    if (!tk_raster_find_leading (&raster, &colour))
      continue;
    n++;
    if (contrast (colour, 0xFFFFFF) < 7 || contrast (colour, tk_raster_lighten (colour, 92)) < 4.5
        || contrast (colour, tk_raster_lighten (colour, 78)) < 4.5)
      fail_msg ("#%06X leads to #%06X", rgb, colour);
  }
  assert_true (n > 200);
  assert_int_equal (tk_raster_lighten (0x204060, 0), 0x204060);
  assert_int_equal (tk_raster_lighten (0x204060, 50), 0x90A0B0);
  assert_int_equal (tk_raster_lighten (0x204060, 100), 0xFFFFFF);
}
