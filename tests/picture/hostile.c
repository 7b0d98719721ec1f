/* Files that are not what they seem: refused, with a reason, and nothing left behind. */
#include <png.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "jpeg.h"
#include "tests.h"

#define NO_PICTURE "error 4: is no picture that can be read; save it as JPEG, PNG, WebP or HEIC"
#define BROKEN                                                                                               \
  "error 4: the picture is broken or breaks off; copy it anew, or open it in a picture program and save it " \
  "again"

static void
expect_refused (const char *what, const Folders *folders, GBytes *bytes, const char *said)
{
  g_autofree char *printed = take_bytes (folders, bytes, NULL);

  expect (what, printed, said);
  if (count_files (folders->out) != 0)
    fail_msg ("%s: something was left behind", what);
}

void
test_not_pictures (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what, *bytes;
    gsize size;
    const char *said;
  } cases[] = {
      {"empty", "", 0, "error 4: is empty; copy the picture anew from where it was taken"},
      {"text", "Not a picture", 13, NO_PICTURE},
      {"one byte", "\xFF", 1, NO_PICTURE},
      {"GIF", "GIF89a\1\0\1\0", 10, NO_PICTURE},
      {"film",
       "\0\0\0\x18"
       "ftypmp42\0\0\0\0mp42isom",
       24, NO_PICTURE},
      {"JPEG start", "\xFF\xD8\xFF\xE0", 4, BROKEN},
      {"JPEG start and end", "\xFF\xD8\xFF\xD9", 4, BROKEN},
      {"PNG start", "\x89PNG\r\n\x1A\n\0", 9, BROKEN},
      {"WebP start", "RIFF\4\0\0\0WEBPVP8 ", 16, BROKEN},
      {"HEIC start",
       "\0\0\0\x18"
       "ftypheic\0\0\0\0mif1heic",
       24, BROKEN},
  };
  g_auto (Folders) folders;

  folders_open (&folders);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].bytes, cases[i].size);
    expect_refused (cases[i].what, &folders, bytes, cases[i].said);
  }

  g_autofree char *pipe = g_build_filename (folders.in, "pipe.jpg", NULL);
  g_autofree char *lost = g_build_filename (folders.in, "lost.jpg", NULL);
  assert_int_equal (mkfifo (pipe, 0600), 0);
  const char *const paths[] = {pipe, folders.in, "/dev/null"};
  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++) {
    g_autofree char *said = take_path (&folders, paths[i], NULL);
    expect (paths[i], said, "error 4: is no file but a folder or a device; name a picture file");
  }
  g_autofree char *said = take_path (&folders, lost, NULL);
  expect (lost, said,
          "error 4: cannot be read: No such file or directory; look after the file and its rights");
}

static void
expect_truncated_refused (const char *what, const Folders *folders, GBytes *file)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (file, &size);

  for (gsize n = 1; n < size; n += 10) {
    g_autoptr (GBytes) part = g_bytes_new_static (bytes, n);
    g_autofree char *said = take_bytes (folders, part, NULL);
    if (strcmp (said, BROKEN) != 0 && strcmp (said, NO_PICTURE) != 0)
      fail_msg ("%s, the first %zu of %zu bytes: %s", what, n, size, said);
  }
  g_autoptr (GBytes) almost = g_bytes_new_static (bytes, size - 1);
  expect_refused (what, folders, almost, BROKEN);
}

void
test_truncated (G_GNUC_UNUSED void **state)
{
  const MakeJpeg jpeg = {.components = 3, .orientation = 6},
                 progressive = {.components = 3, .progressive = TRUE};
  const MakePng png = {.type = PNG_COLOR_TYPE_RGB, .depth = 8},
                interlaced = {.type = PNG_COLOR_TYPE_RGB_ALPHA, .depth = 16, .interlaced = TRUE};
  const MakeWebp lossy = {.orientation = 6}, lossless = {.lossless = TRUE, .alpha = TRUE};
  const MakeHeic heic = {.n_pictures = 1};
  struct {
    const char *what;
    GBytes *file;
  } cases[] = {
      {"JPEG", make_jpeg_new (&jpeg)},  {"progressive JPEG", make_jpeg_new (&progressive)},
      {"PNG", make_png_new (&png)},     {"interlaced PNG", make_png_new (&interlaced)},
      {"WebP", make_webp_new (&lossy)}, {"lossless WebP", make_webp_new (&lossless)},
      {"HEIC", make_heic_new (&heic)},
  };
  g_auto (Folders) folders;

  folders_open (&folders);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (cases[i].file != NULL) {
      expect_truncated_refused (cases[i].what, &folders, cases[i].file);
      g_bytes_unref (cases[i].file);
    }
}

/* Whole by their looks: some bytes are missing in the middle of what is coded, or are others. */
void
test_damaged (G_GNUC_UNUSED void **state)
{
  const MakeJpeg jpeg = {.components = 3}, progressive = {.components = 3, .progressive = TRUE};
  const MakePng png = {.type = PNG_COLOR_TYPE_RGB, .depth = 8};
  const struct {
    const char *what, *begins; /* the coded data */
    guint from_end;
    gboolean lost;
    GBytes *file;
  } cases[] = {
      {"JPEG", "\xFF\xDA", 24, TRUE, make_jpeg_new (&jpeg)},
      {"progressive JPEG", "\xFF\xDA", 24, TRUE, make_jpeg_new (&progressive)},
      {"PNG", "IDAT", 24, FALSE, make_png_new (&png)},
  };
  g_auto (Folders) folders;

  folders_open (&folders);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GByteArray) damaged = g_bytes_unref_to_array (cases[i].file);
    const guint8 *coded = memmem (damaged->data, damaged->len, cases[i].begins, strlen (cases[i].begins));
    const guint at = damaged->len - cases[i].from_end;
    assert_true (coded != NULL && coded + 8 < damaged->data + at);
    if (cases[i].lost)
      g_byte_array_remove_range (damaged, at, cases[i].from_end - 2);
    else
      damaged->data[at] ^= 1;
    g_autoptr (GBytes) file = g_byte_array_free_to_bytes (g_steal_pointer (&damaged));
    expect_refused (cases[i].what, &folders, file, BROKEN);
  }
}

void
test_sizes (G_GNUC_UNUSED void **state)
{
  static const struct {
    guint width, height;
    gboolean refused; /* for its size; else for having no pixels */
  } cases[] = {
      {100000, 100000, TRUE}, {100000, 1, TRUE},     {1, 65536, TRUE},
      {20000, 10001, TRUE},   {20000, 10000, FALSE}, {65535, 3000, FALSE},
  };
  g_auto (Folders) folders;

  folders_open (&folders);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) file = make_png_head_new (cases[i].width, cases[i].height);
    g_autofree char *what = g_strdup_printf ("%u × %u", cases[i].width, cases[i].height);
    g_autofree char *too_large = g_strdup_printf (
        "error 4: has %s pixels, which is more than 200 megapixels or no picture; save it smaller", what);
    expect_refused (what, &folders, file, cases[i].refused ? too_large : BROKEN);
  }
}

/* What the process held at most, in KiB. */
static glong
measure_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

void
test_grid (G_GNUC_UNUSED void **state)
{
  static const struct {
    MakeGrid grid;
    const char *said;
  } cases[] = {
      {{40, 24, 40, 24}, "jpg 40 x 24 from HEIC"},
      {{40, 24, 32000, 32000}, BROKEN},
      {{40, 24, 3000, 2000}, BROKEN},
      {{40, 24, 0, 0}, BROKEN},
      {{19000, 19000, 40, 24},
       "error 4: has 19000 × 19000 pixels, which is more than 200 megapixels or no picture; save it smaller"},
      {{100000, 100000, 100000, 100000}, BROKEN},
  };
  const MakeHeic wanted = {.n_pictures = 1};
  g_autoptr (GBytes) tile = make_heic_new (&wanted);
  g_auto (Folders) folders;

  if (tile == NULL)
    skip ();
  folders_open (&folders);
  const glong before = measure_memory ();
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GBytes) file = make_heic_grid_new (tile, &cases[i].grid);
    g_autofree char *said = take_bytes (&folders, file, NULL);
    g_autofree char *what = g_strdup_printf ("canvas %u × %u", cases[i].grid.width, cases[i].grid.height);
    expect (what, said, cases[i].said);
  }
  assert_in_range (measure_memory () - before, 0, 400 * 1024);
}

/* A small file whose scans are repeated is hours of work for a decoder: it is not to come that far. */
void
test_scans (G_GNUC_UNUSED void **state)
{
  const MakeJpeg wanted = {.components = 1, .progressive = TRUE};
  const TkJpegKeep keep = {FALSE, 1};
  g_autoptr (GBytes) file = make_jpeg_new (&wanted);
  g_autoptr (GByteArray) many = g_byte_array_new ();
  g_auto (Folders) folders;
  g_autofree guint8 *copy = NULL;
  gsize size, copied;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  const guint8 *scan = memmem (bytes, size, "\xFF\xDA", 2);

  folders_open (&folders);
  assert_non_null (scan);
  assert_true (tk_jpeg_strip (bytes, size, &keep, &copy, &copied));
  g_byte_array_append (many, bytes, (guint) (size - 2));
  for (int i = 0; i < 100; i++)
    g_byte_array_append (many, scan, (guint) (bytes + size - 2 - scan));
  g_byte_array_append (many, bytes + size - 2, 2);
  assert_false (tk_jpeg_strip (many->data, many->len, &keep, &copy, &copied));
  g_autoptr (GBytes) hostile = g_byte_array_free_to_bytes (g_steal_pointer (&many));
  expect_refused ("scans", &folders, hostile, BROKEN);
}
