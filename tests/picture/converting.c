/* WebP and HEIC files: what they become. */
#include <stdlib.h>
#include <string.h>

#include "jpeg.h"
#include "png_file.h"
#include "tests.h"

/* The pixels of a copy, RGB; the alpha of a PNG, or NULL. */
static guint8 *
decode (GBytes *stored, guint8 **ret_alpha)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (stored, &size);
  TkRaster raster = {0};

  if (bytes[0] == 0xFF)
    assert_true (tk_jpeg_decode (bytes, size, 8, &raster));
  else
    assert_true (tk_png_decode (bytes, size, &raster));
  assert_int_equal (raster.components, 3);
  *ret_alpha = raster.alpha;
  return raster.pixels;
}

/* The pattern that went in, turned, and what came out: no channel differs by more than @most. */
static void
expect_pixels (const char *what, GBytes *stored, int components, int orientation, int most)
{
  g_autoptr (TkPixels) made = make_pixels_new (MADE_WIDTH, MADE_HEIGHT, components);
  g_autofree guint8 *turned = g_malloc ((gsize) (MADE_WIDTH * MADE_HEIGHT * components)), *alpha = NULL;
  g_autofree guint8 *pixels = decode (stored, &alpha);
  int worst = 0;

  tk_pixels_turn (made->data, MADE_WIDTH, MADE_HEIGHT, (gsize) components, orientation, turned);
  assert_int_equal (alpha != NULL, components == 4);
  for (int i = 0; i < MADE_WIDTH * MADE_HEIGHT; i++) {
    const guint8 *expected = turned + i * components;
    for (int j = 0; j < 3; j++)
      worst = MAX (worst, abs (pixels[i * 3 + j] - expected[j]));
    if (alpha != NULL)
      worst = MAX (worst, abs (alpha[i] - expected[3]));
  }
  if (worst > most)
    fail_msg ("%s: a channel is wrong by %d, at most %d are allowed", what, worst, most);
}

static void
expect_profile (GBytes *stored, gboolean wanted)
{
  gsize size;
  g_autoptr (GBytes) profile = make_profile_new ();
  const char *bytes = g_bytes_get_data (profile, &size);

  if (bytes_have (stored, "ICC_PROFILE", 11) || bytes_have (stored, "iCCP", 4))
    assert_true (wanted);
  else
    assert_false (wanted);
  if (wanted && bytes_have (stored, "JFIF", 4)) /* that of a PNG is packed */
    assert_true (bytes_have (stored, bytes, size));
}

void
test_webp (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what;
    MakeWebp wanted;
    const char *said;
    int most;
  } cases[] = {
      {"lossy", {.orientation = 0}, "jpg 40 x 24 from WebP", 24},
      {"lossy, turned, profile",
       {.orientation = 6, .profile = TRUE},
       "jpg 24 x 40 2022-08-19 position from WebP",
       24},
      {"lossy, alpha", {.alpha = TRUE}, "png 40 x 24 from WebP", 24},
      {"lossless", {.lossless = TRUE}, "png 40 x 24 from WebP", 0},
      {"lossless, alpha, turned, profile",
       {.lossless = TRUE, .alpha = TRUE, .orientation = 7, .profile = TRUE},
       "png 24 x 40 2022-08-19 position from WebP",
       0},
      {"animated", {.n_frames = 3}, "jpg 40 x 24 several from WebP", 24},
      {"animated, lossless, alpha",
       {.lossless = TRUE, .alpha = TRUE, .n_frames = 2},
       "png 40 x 24 several from WebP",
       0},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = make_webp_new (&cases[i].wanted), stored = NULL;

    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    expect (cases[i].what, said, cases[i].said);
    expect_pixels (cases[i].what, stored, cases[i].wanted.alpha ? 4 : 3, MAX (cases[i].wanted.orientation, 1),
                   cases[i].most);
    expect_profile (stored, cases[i].wanted.profile);
    expect_without (cases[i].what, stored, MADE_SERIAL);
    expect_settled (cases[i].what, &folders, stored);
  }
}

void
test_heic (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what;
    MakeHeic wanted;
    const char *said;
  } cases[] = {
      {"plain", {.n_pictures = 1}, "jpg 40 x 24 from HEIC"},
      {"turned by its boxes, EXIF not heeded",
       {.orientation = 6, .exif = TRUE, .profile = TRUE},
       "jpg 24 x 40 2022-08-19 position from HEIC"},
      {"mirrored", {.orientation = 2}, "jpg 40 x 24 from HEIC"},
      {"alpha", {.alpha = TRUE, .profile = TRUE}, "png 40 x 24 from HEIC"},
      {"two pictures", {.n_pictures = 2}, "jpg 40 x 24 several from HEIC"},
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = make_heic_new (&cases[i].wanted), stored = NULL;

    if (file == NULL)
      skip (); /* libheif without an encoder: test_heic_fixture has a file */
    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    expect (cases[i].what, said, cases[i].said);
    expect_pixels (cases[i].what, stored, cases[i].wanted.alpha ? 4 : 3, MAX (cases[i].wanted.orientation, 1),
                   24);
    expect_profile (stored, cases[i].wanted.profile);
    expect_without (cases[i].what, stored, MADE_SERIAL);
    expect_settled (cases[i].what, &folders, stored);
  }
}

/* small.heic was made by make_heic_new() with EXIF and orientation 8. */
void
test_heic_fixture (G_GNUC_UNUSED void **state)
{
  g_auto (Folders) folders;
  g_autoptr (GBytes) stored = NULL;

  folders_open (&folders);
  g_autofree char *said = take_path (&folders, "small.heic", &stored);
  expect ("small.heic", said, "jpg 24 x 40 2022-08-19 position from HEIC");
  expect_pixels ("small.heic", stored, 3, 8, 24);
}
