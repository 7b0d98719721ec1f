/* JPEG and PNG files: taken as they are, but for what nobody is to know. */
#include <png.h>
#include <string.h>

#include "jpeg.h"
#include "png_file.h"
#include "tests.h"

static const struct {
  const char *what;
  MakeJpeg wanted;
  const char *said;
  int orientation; /* of the copy */
} jpegs[] = {
    {"plain", {.components = 3}, "jpg 40 x 24", 1},
    {"all",
     {.components = 3,
      .orientation = 6,
      .position = TRUE,
      .xmp = TRUE,
      .comment = TRUE,
      .profile = TRUE,
      .behind = "PK\003\004 and a film"},
     "jpg 24 x 40 2022-08-19 position",
     6},
    {"upright EXIF", {.components = 3, .orientation = 1}, "jpg 40 x 24 2022-08-19", 1},
    {"mirrored", {.components = 3, .orientation = 2, .comment = TRUE}, "jpg 40 x 24 2022-08-19", 2},
    {"no such orientation", {.components = 3, .orientation = 9}, "jpg 40 x 24 2022-08-19", 1},
    {"position in XMP", {.components = 3, .xmp = TRUE}, "jpg 40 x 24 position", 1},
    {"gray", {.components = 1, .orientation = 8, .profile = FALSE}, "jpg 24 x 40 2022-08-19", 8},
    {"CMYK", {.components = 4, .orientation = 3, .position = TRUE}, "jpg 40 x 24 2022-08-19 position", 3},
    {"progressive",
     {.components = 3, .progressive = TRUE, .orientation = 5, .comment = TRUE},
     "jpg 24 x 40 2022-08-19",
     5},
    {"restarts", {.components = 3, .restarts = TRUE, .comment = TRUE}, "jpg 40 x 24", 1},
};

static void
expect_clean (const char *what, GBytes *stored)
{
  expect_without (what, stored, MADE_SERIAL);
  expect_without (what, stored, MADE_COMMENT);
  expect_without (what, stored, "GPSLatitude");
  expect_without (what, stored, "2022:08:19");
  expect_without (what, stored, "film");
  expect_without (what, stored, "JFXX");
}

void
test_jpeg (G_GNUC_UNUSED void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (jpegs); i++) {
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = make_jpeg_new (&jpegs[i].wanted), stored = NULL;
    TkHead head;

    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    expect (jpegs[i].what, said, jpegs[i].said);
    expect_clean (jpegs[i].what, stored);
    gsize size;
    const guint8 *bytes = g_bytes_get_data (stored, &size);
    assert_true (tk_jpeg_read_head (bytes, size, &head));
    assert_int_equal (head.orientation, jpegs[i].orientation);
    assert_int_equal (bytes_have (stored, "Exif", 4), jpegs[i].orientation != 1);
    assert_int_equal (bytes_have (stored, "ICC_PROFILE", 11), jpegs[i].wanted.profile);
    assert_int_equal (bytes_have (stored, "Adobe", 5), jpegs[i].wanted.components == 4);
    assert_int_equal (bytes_have (stored, "JFIF", 4), jpegs[i].wanted.components != 4);
    expect_settled (jpegs[i].what, &folders, stored);
  }
}

/* The same picture with and without a thumbnail in its JFIF segment has the same copy. */
void
test_jpeg_thumbnail (G_GNUC_UNUSED void **state)
{
  static const guint8 head[] = {0xFF, 0xD8, 0xFF, 0xE0, 0, 22, 'J', 'F', 'I', 'F', 0,   1,   1,
                                0,    0,    1,    0,    1, 2,  1,   'f', 'i', 'l', 'm', '!', '!'};
  enum { PLAIN_HEAD = 20 };
  const MakeJpeg wanted = {.components = 3};
  g_auto (Folders) folders;
  g_autoptr (GBytes) plain = make_jpeg_new (&wanted), stored = NULL, stored_plain = NULL;
  g_autoptr (GByteArray) thumbed = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (plain, &size);

  folders_open (&folders);
  g_byte_array_append (thumbed, head, sizeof head);
  g_byte_array_append (thumbed, bytes + PLAIN_HEAD, (guint) size - PLAIN_HEAD);
  g_autoptr (GBytes) file = g_byte_array_free_to_bytes (g_steal_pointer (&thumbed));
  g_autofree char *said = take_bytes (&folders, file, &stored);
  g_autofree char *said_plain = take_bytes (&folders, plain, &stored_plain);
  expect ("thumbnail", said, "jpg 40 x 24");
  assert_true (g_bytes_equal (stored, stored_plain));
  assert_true (g_bytes_equal (stored, plain));
}

/* From the first table of quantization on both files are the same: every segment that pixels are made of. */
void
test_jpeg_pixels (G_GNUC_UNUSED void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (jpegs); i++) {
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = make_jpeg_new (&jpegs[i].wanted), stored = NULL;
    g_auto (TkRaster) before = {0}, after = {0};
    gsize size, size_after;

    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    const guint8 *bytes = g_bytes_get_data (file, &size), *copy = g_bytes_get_data (stored, &size_after);
    const guint8 *tables = memmem (bytes, size, "\xFF\xDB", 2),
                 *copied = memmem (copy, size_after, "\xFF\xDB", 2);
    const gsize behind = jpegs[i].wanted.behind != NULL ? strlen (jpegs[i].wanted.behind) : 0;
    assert_non_null (tables);
    assert_non_null (copied);
    assert_int_equal (bytes + size - behind - tables, copy + size_after - copied);
    assert_memory_equal (tables, copied, (gsize) (copy + size_after - copied));
    assert_true (tk_jpeg_decode (bytes, size, 8, &before));
    assert_true (tk_jpeg_decode (copy, size_after, 8, &after));
    assert_int_equal (before.components, after.components);
    assert_memory_equal (before.pixels, after.pixels, (gsize) (MADE_WIDTH * MADE_HEIGHT * before.components));
  }
}

static const struct {
  const char *what;
  MakePng wanted;
  const char *said;
} pngs[] = {
    {"plain", {.type = PNG_COLOR_TYPE_RGB, .depth = 8}, "png 40 x 24"},
    {"texts",
     {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .text = TRUE, .behind = "film"},
     "png 40 x 24 position"},
    {"upright EXIF",
     {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .orientation = 1, .profile = TRUE},
     "png 40 x 24 2022-08-19 position"},
    {"turned",
     {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .orientation = 6, .profile = TRUE, .resolution = TRUE},
     "png 24 x 40 2022-08-19 position"},
    {"16 bits, turned, interlaced",
     {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 16, .orientation = 8, .interlaced = TRUE},
     "png 24 x 40 2022-08-19 position"},
    {"alpha", {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 8, .text = TRUE}, "png 40 x 24 position"},
    {"palette, interlaced",
     {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .interlaced = TRUE, .transparent = TRUE, .text = TRUE},
     "png 40 x 24 position"},
    {"palette, turned",
     {.type = PNG_COLOR_TYPE_PALETTE, .depth = 4, .transparent = TRUE, .orientation = 3},
     "png 40 x 24 2022-08-19 position"},
    {"gray of 2 bits, turned",
     {.type = PNG_COLOR_TYPE_GRAY, .depth = 2, .transparent = TRUE, .orientation = 7},
     "png 24 x 40 2022-08-19 position"},
    {"gray of 16 bits", {.type = PNG_COLOR_TYPE_GRAY, .depth = 16}, "png 40 x 24"},
};

void
test_png (G_GNUC_UNUSED void **state)
{
  static const char *const dropped[] = {"tEXt", "zTXt", "iTXt", "eXIf", "tIME"};

  for (gsize i = 0; i < G_N_ELEMENTS (pngs); i++) {
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = make_png_new (&pngs[i].wanted), stored = NULL;

    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    expect (pngs[i].what, said, pngs[i].said);
    expect_clean (pngs[i].what, stored);
    for (gsize j = 0; j < G_N_ELEMENTS (dropped); j++)
      expect_without (pngs[i].what, stored, dropped[j]);
    assert_int_equal (bytes_have (stored, "iCCP", 4), pngs[i].wanted.profile);
    assert_int_equal (bytes_have (stored, "pHYs", 4), pngs[i].wanted.resolution);
    expect_settled (pngs[i].what, &folders, stored);
  }
}

typedef struct {
  png_image image;
  guint16 *pixels; /* RGBA, 16 bits */
} Decoded;

static void
decoded_free (Decoded *decoded)
{
  g_free (decoded->pixels);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Decoded, decoded_free)

static void
decode (GBytes *file, Decoded *decoded)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);

  memset (decoded, 0, sizeof *decoded);
  decoded->image.version = PNG_IMAGE_VERSION;
  assert_int_not_equal (png_image_begin_read_from_memory (&decoded->image, bytes, size), 0);
  decoded->image.format = PNG_FORMAT_LINEAR_RGB_ALPHA;
  decoded->pixels = g_malloc (PNG_IMAGE_SIZE (decoded->image));
  assert_int_not_equal (png_image_finish_read (&decoded->image, NULL, decoded->pixels, 0, NULL), 0);
}

void
test_png_pixels (G_GNUC_UNUSED void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pngs); i++) {
    g_auto (Folders) folders;
    g_auto (Decoded) before, after;
    g_autoptr (GBytes) file = make_png_new (&pngs[i].wanted), stored = NULL;

    folders_open (&folders);
    g_autofree char *said = take_bytes (&folders, file, &stored);
    decode (file, &before);
    decode (stored, &after);
    const gsize size = PNG_IMAGE_SIZE (before.image);
    assert_int_equal (PNG_IMAGE_SIZE (after.image), size);
    g_autofree guint8 *turned = g_malloc (size);
    tk_pixels_turn ((const guint8 *) before.pixels, MADE_WIDTH, MADE_HEIGHT, 8,
                    MAX (pngs[i].wanted.orientation, 1), turned);
    if (memcmp (turned, after.pixels, size) != 0)
      fail_msg ("%s: the pixels are others", pngs[i].what);
  }
}

/* Resolution goes with the sides. */
void
test_png_turned (G_GNUC_UNUSED void **state)
{
  const MakePng wanted = {.type = PNG_COLOR_TYPE_RGB, .depth = 8, .orientation = 5, .resolution = TRUE};
  static const char resolution[] = "pHYs\0\0\x17\x70\0\0\x0B\xB8\1"; /* 6000, 3000, metre */
  g_auto (Folders) folders;
  g_autoptr (GBytes) file = make_png_new (&wanted), stored = NULL;

  folders_open (&folders);
  g_autofree char *said = take_bytes (&folders, file, &stored);
  assert_true (bytes_have (stored, resolution, sizeof resolution - 1));
}
