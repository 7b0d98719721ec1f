/* What papers show of files: colours, sizes, and what is left as it is. */
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "colour.h"
#include "picture.h"
#include "png_file.h"
#include "tests.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPicture, tk_picture_free)

static TkPicture *
read_bytes (const Folders *folders, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folders->in, "picture", NULL);
  g_autoptr (GError) error = NULL;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  TkPicture *picture = tk_picture_read_new ("here", path, &error);
  if (picture == NULL)
    fail_msg ("%s", error->message);
  return picture;
}

/* No channel of @raster is farther than @most from the pattern that make_pixels_new() makes. */
static void
expect_pattern (const char *what, const TkRaster *raster, const guint8 *pattern, int channels, int most)
{
  for (int i = 0; i < raster->width * raster->height; i++)
    for (int j = 0; j < raster->components; j++) {
      const int is = raster->pixels[i * raster->components + j], should = pattern[i * channels + j];
      if (abs (is - should) > most)
        fail_msg ("%s: pixel %d, channel %d is %d, not %d", what, i, j, is, should);
    }
}

/* The ink pattern of a CMYK file, shown. */
static void
mix (TkPixels *pixels)
{
  for (int i = 0; i < pixels->width * pixels->height; i++)
    for (int j = 0; j < 3; j++)
      pixels->data[4 * i + j] = (guint8) (pixels->data[4 * i + j] * pixels->data[4 * i + 3] / 255);
}

void
test_shown_colours (G_GNUC_UNUSED void **state)
{
  for (int components = 1; components <= 4; components += components == 1 ? 2 : 1) {
    const MakeJpeg wanted = {.components = components, .profile = components == 3};
    g_auto (Folders) folders;
    g_auto (TkRaster) raster = {0};
    g_autoptr (GBytes) file = make_jpeg_new (&wanted);
    g_autoptr (TkPixels) pattern = make_pixels_new (MADE_WIDTH, MADE_HEIGHT, components);

    folders_open (&folders);
    g_autoptr (TkPicture) picture = read_bytes (&folders, file);
    assert_null (picture->profile); /* sRGB says nothing new */
    assert_true (tk_picture_decode (picture, 0, 0, &raster, NULL));
    assert_int_equal (raster.components, components == 1 ? 1 : 3);
    if (components == 4)
      mix (pattern); /* inverted, as Adobe stores inks: 255 is none */
    expect_pattern (components == 4 ? "CMYK" : "JPEG", &raster, pattern->data, components, 40);
  }
}

void
test_profiles (G_GNUC_UNUSED void **state)
{
  for (int components = 1; components <= 3; components += 2) {
    g_autoptr (GBytes) linear = make_linear_new (components), srgb = make_profile_new ();
    g_autoptr (GBytes) nonsense = g_bytes_new_static ("nonsense", 8);
    g_auto (TkRaster) raster = {1, 1, components, g_malloc (3), NULL};

    memset (raster.pixels, 55, 3);
    assert_true (tk_colour_matters (linear, components));
    assert_false (tk_colour_matters (linear, 4 - components));
    assert_false (tk_colour_matters (srgb, components));
    assert_false (tk_colour_matters (nonsense, components));
    tk_colour_convert (&raster, linear);
    assert_int_equal (raster.components, 3);
    for (int i = 0; i < 3; i++)
      assert_in_range (raster.pixels[i], 127, 129); /* IEC 61966-2-1: 21.6 % of the light is 0.5 */
  }
}

void
test_shrinking (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what;
    int width, height, channels;
    guint8 from[12], from_alpha[4]; /* alpha where there are no channels more */
    int to_width, to_height;
    guint8 to[6], to_alpha[2];
  } cases[] = {
      {"four to one", 2, 2, 1, {0, 100, 100, 201}, {0}, 1, 1, {100}, {0}},
      {"three to two, parted in the middle", 3, 1, 1, {0, 90, 180}, {0}, 2, 1, {30, 150}, {0}},
      {"as it is", 2, 1, 3, {1, 2, 3, 4, 5, 6}, {0}, 2, 1, {1, 2, 3, 4, 5, 6}, {0}},
      {"colours apart", 2, 1, 3, {0, 10, 20, 200, 210, 220}, {0}, 1, 1, {100, 110, 120}, {0}},
      {"what cannot be seen has no colour", 2, 1, 1, {200, 0}, {255, 0}, 1, 1, {200}, {128}},
      {"nothing to be seen", 1, 2, 1, {200, 7}, {0, 0}, 1, 1, {0}, {0}},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const gboolean alpha = strstr (cases[i].what, "seen") != NULL;
    g_auto (TkRaster)
        raster = {cases[i].width, cases[i].height, cases[i].channels, g_memdup2 (cases[i].from, 12),
                  alpha ? g_memdup2 (cases[i].from_alpha, 4) : NULL};
    tk_raster_shrink (&raster, cases[i].to_width, cases[i].to_height);
    const int n = cases[i].to_width * cases[i].to_height;
    if (memcmp (raster.pixels, cases[i].to, (gsize) (n * cases[i].channels)) != 0)
      fail_msg ("%s: begins with %d", cases[i].what, raster.pixels[0]);
    if (alpha && memcmp (raster.alpha, cases[i].to_alpha, (gsize) n) != 0)
      fail_msg ("%s: alpha is %d", cases[i].what, raster.alpha[0]);
  }
}

/* One that is opaque is done another way than one that could be seen through: both come to the same. */
void
test_shrinking_alike (G_GNUC_UNUSED void **state)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (int round = 0; round < 300; round++) {
    const int components = (int[]){1, 3, 4}[round % 3];
    const int width = g_rand_int_range (random, 1, 60), height = g_rand_int_range (random, 1, 60);
    const gsize n = (gsize) (width * height), size = n * (gsize) components;
    const int to_width = g_rand_int_range (random, 1, width + 1);
    const int to_height = g_rand_int_range (random, 1, height + 1);
    g_auto (TkRaster) opaque = {width, height, components, g_malloc (size), NULL};
    for (gsize i = 0; i < size; i++)
      opaque.pixels[i] = (guint8) (round < 9 ? 255 : g_rand_int_range (random, 0, 256));
    g_auto (TkRaster)
        other = {width, height, components, g_memdup2 (opaque.pixels, size), memset (g_malloc (n), 255, n)};

    tk_raster_shrink (&opaque, to_width, to_height);
    tk_raster_shrink (&other, to_width, to_height);
    assert_memory_equal (opaque.pixels, other.pixels, (gsize) (to_width * to_height * components));
  }
}

/* Those of 8 bits and nothing else are read another way: what was written comes back, and a broken byte is
 * found. */
void
test_plain_png (G_GNUC_UNUSED void **state)
{
  enum { WIDTH = 41, ROWS = 23, MOST = WIDTH * 3 * ROWS };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  guint8 samples[MOST];

  for (gsize i = 0; i < MOST; i++)
    samples[i] = (guint8) (i / 7 + (gsize) g_rand_int_range (random, 0, 4));
  const TkPixels pixels = {.width = WIDTH, .height = ROWS, .components = 3, .data = samples};
  g_autoptr (GBytes) file = tk_png_encode_new (&pixels);
  gsize size, n;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  g_auto (TkRaster) raster = {0}, other = {0};

  assert_true (tk_png_decode (bytes, size, &raster));
  assert_int_equal (raster.components, 3);
  assert_null (raster.alpha);
  assert_memory_equal (raster.pixels, samples, MOST);
  g_autofree guint8 *broken = g_memdup2 (bytes, size);
  const guint8 *rows = tk_png_find (broken, size, "IDAT", &n);
  broken[(gsize) (rows - broken) + n / 2] ^= 16;
  assert_false (tk_png_decode (broken, size, &other));
}

void
test_shown_smaller (G_GNUC_UNUSED void **state)
{
  static const struct {
    int width, height; /* wanted of 40 × 24 */
    int got_width;
  } cases[] = {{0, 0, 40}, {27, 17, 40}, {26, 15, 26}, {20, 12, 20}, {7, 4, 7}, {1, 1, 1}, {10, 24, 40}};
  const MakeJpeg jpeg = {.components = 3};
  const MakePng png = {.type = 2, .depth = 16, .interlaced = TRUE};

  for (gsize i = 0; i < 2 * G_N_ELEMENTS (cases); i++) {
    const int k = (int) i / 2;
    g_auto (Folders) folders;
    g_auto (TkRaster) raster = {0};
    g_autoptr (GBytes) file = i % 2 == 0 ? make_jpeg_new (&jpeg) : make_png_new (&png);
    g_autoptr (TkPixels) pattern = make_pixels_new (cases[k].got_width, MAX (cases[k].height, 1), 3);

    folders_open (&folders);
    g_autoptr (TkPicture) picture = read_bytes (&folders, file);
    assert_true (tk_picture_decode (picture, cases[k].width, cases[k].height, &raster, NULL));
    assert_int_equal (raster.width, cases[k].got_width);
    if (i % 2 == 0 && raster.height == cases[k].height && raster.height > 4)
      expect_pattern ("smaller", &raster, pattern->data, 3, 40);
  }
}
