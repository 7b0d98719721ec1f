/* Pictures made ready for print: of which kind, how large, in which colours, and the bytes that keep them. */
#include <glib/gstdio.h>
#include <string.h>

#include "jpeg.h"
#include "prints.h"
#include "tests.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPicture, tk_picture_free)

static TkPicture *
open_bytes (const Folders *folders, const char *name, GBytes *bytes)
{
  g_autofree char *path = g_build_filename (folders->in, name, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  TkPicture *picture = tk_picture_open_new ("here", path, NULL);
  assert_non_null (picture);
  return picture;
}

void
test_eighths (G_GNUC_UNUSED void **state)
{
  const MakeJpeg wanted[] = {{.components = 3}, {.components = 1, .progressive = TRUE}};

  for (gsize i = 0; i < G_N_ELEMENTS (wanted); i++)
    for (int eighths = 1; eighths <= 8; eighths++) {
      g_autoptr (GBytes) file = make_jpeg_new (&wanted[i]);
      g_auto (TkRaster) raster = {0}, whole = {0};
      gsize size;
      const guint8 *bytes = g_bytes_get_data (file, &size);
      assert_true (tk_jpeg_decode (bytes, size, eighths, &raster));
      assert_int_equal (raster.width, (MADE_WIDTH * eighths + 7) / 8);
      assert_int_equal (raster.height, (MADE_HEIGHT * eighths + 7) / 8);
      assert_true (tk_jpeg_decode (bytes, size, 8, &whole));
      tk_raster_shrink (&whole, raster.width, raster.height);
      for (int k = 0; k < raster.width * raster.height * raster.components; k++)
        if (ABS (raster.pixels[k] - whole.pixels[k]) > 16)
          fail_msg ("%d/8: sample %d is %d, not %d", eighths, k, raster.pixels[k], whole.pixels[k]);
      assert_false (tk_jpeg_decode (bytes, size - 8, eighths, &raster));
    }
}

typedef enum { RGB, GRAY, CMYK } Colours;

void
test_print_kinds (G_GNUC_UNUSED void **state)
{
  static const struct {
    const char *what;
    MakeJpeg jpeg; /* without components: the PNG */
    MakePng png;
    Colours colours;
    int width; /* wanted */
    TkPrintKind kind;
    int got_width, components;
    gboolean alpha;
  } cases[] = {
      {"all is wanted", {.components = 3}, {0}, RGB, 40, TK_PRINT_AS_IS, 0, 0, FALSE},
      {"nothing is said", {.components = 1}, {0}, RGB, 0, TK_PRINT_AS_IS, 0, 0, FALSE},
      {"smaller", {.components = 3}, {0}, RGB, 20, TK_PRINT_JPEG, 20, 3, FALSE},
      {"hardly smaller", {.components = 3}, {0}, RGB, 30, TK_PRINT_AS_IS, 0, 0, FALSE},
      {"inks", {.components = 4}, {0}, RGB, 40, TK_PRINT_JPEG, 40, 3, FALSE},
      {"gray", {.components = 1}, {0}, RGB, 10, TK_PRINT_JPEG, 10, 1, FALSE},
      {"in gray", {.components = 3}, {0}, GRAY, 40, TK_PRINT_JPEG, 40, 1, FALSE},
      {"in four inks", {.components = 3}, {0}, CMYK, 20, TK_PRINT_JPEG, 20, 4, FALSE},
      {"PNG", {0}, {.type = 2, .depth = 8}, RGB, 40, TK_PRINT_AS_IS, 0, 0, FALSE},
      {"PNG of one bit", {0}, {.type = 0, .depth = 1}, RGB, 30, TK_PRINT_AS_IS, 0, 0, FALSE},
      {"deep PNG", {0}, {.type = 2, .depth = 16}, RGB, 40, TK_PRINT_SAMPLES, 40, 3, FALSE},
      {"PNG in passes",
       {0},
       {.type = 2, .depth = 8, .interlaced = TRUE},
       RGB,
       0,
       TK_PRINT_SAMPLES,
       40,
       3,
       FALSE},
      {"PNG of light", {0}, {.type = 2, .depth = 8, .linear = TRUE}, RGB, 0, TK_PRINT_SAMPLES, 40, 3, FALSE},
      {"PNG with a clear colour",
       {0},
       {.type = 2, .depth = 8, .transparent = TRUE},
       RGB,
       0,
       TK_PRINT_SAMPLES,
       40,
       3,
       FALSE},
      {"PNG of a palette", {0}, {.type = 3, .depth = 4}, RGB, 0, TK_PRINT_SAMPLES, 40, 3, FALSE},
      {"PNG for inks", {0}, {.type = 2, .depth = 8}, GRAY, 40, TK_PRINT_SAMPLES, 40, 1, FALSE},
      {"smaller PNG", {0}, {.type = 6, .depth = 16}, RGB, 8, TK_PRINT_SAMPLES, 8, 3, TRUE},
      {"PNG in gray", {0}, {.type = 6, .depth = 8}, GRAY, 40, TK_PRINT_SAMPLES, 40, 1, TRUE},
      {"PNG in four inks", {0}, {.type = 6, .depth = 8}, CMYK, 40, TK_PRINT_SAMPLES, 40, 4, TRUE},
  };
  g_autoptr (TkInks) gray = tk_inks_new (TK_COLOUR_GRAY, NULL, 300, NULL),
                     cmyk = tk_inks_new (TK_COLOUR_CMYK, NULL, 300, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++) {
    const TkInks *inks = cases[i].colours == GRAY ? gray : cases[i].colours == CMYK ? cmyk : NULL;
    g_auto (Folders) folders;
    g_autoptr (GBytes) file = cases[i].jpeg.components > 0 ? make_jpeg_new (&cases[i].jpeg)
                                                           : make_png_new (&cases[i].png);
    g_auto (TkPrint) print = {0}, again = {0};
    g_autoptr (GError) error = NULL;
    if (cases[i].colours == CMYK && cmyk == NULL)
      continue; /* the system has no profile */
    folders_open (&folders);
    g_autoptr (TkPicture) picture = open_bytes (&folders, "picture", file);
    picture->print_width = cases[i].width;
    picture->print_height = cases[i].width * MADE_HEIGHT / MADE_WIDTH;
    if (!tk_print_make (picture, inks, &print, &error))
      fail_msg ("%s: %s", cases[i].what, error->message);
    if (print.kind != cases[i].kind || print.width != cases[i].got_width
        || print.components != cases[i].components || (print.alpha != NULL) != cases[i].alpha)
      fail_msg ("%s: kind %d, %d wide, %d components", cases[i].what, (int) print.kind, print.width,
                print.components);
    g_autoptr (GBytes) packed = tk_print_pack_new (&print);
    assert_true (tk_print_unpack (packed, &again));
    g_autoptr (GBytes) packed_again = tk_print_pack_new (&again);
    assert_true (g_bytes_equal (packed, packed_again));
    for (gsize n = 0; n < g_bytes_get_size (packed); n++) {
      g_autoptr (GBytes) part = g_bytes_new_from_bytes (packed, 0, n);
      assert_false (tk_print_unpack (part, &again));
    }
  }
}

/* Whatever a print depends on names it. */
void
test_print_names (G_GNUC_UNUSED void **state)
{
  g_auto (Folders) folders;
  const MakeJpeg jpeg = {.components = 3};
  g_autoptr (GBytes) file = make_jpeg_new (&jpeg);
  g_autoptr (TkInks) gray = tk_inks_new (TK_COLOUR_GRAY, NULL, 300, NULL);

  folders_open (&folders);
  g_autoptr (TkPicture) picture = open_bytes (&folders, "picture", file);
  g_autofree char *all = tk_print_name_new (picture, NULL), *in_gray = tk_print_name_new (picture, gray);
  picture->print_width = 10;
  picture->print_height = 6;
  g_autofree char *small = tk_print_name_new (picture, NULL);
  picture->print_width = 39; /* hardly fewer: all are taken */
  picture->print_height = 23;
  g_autofree char *nearly = tk_print_name_new (picture, NULL);
  assert_string_not_equal (all, in_gray);
  assert_string_not_equal (all, small);
  assert_string_equal (all, nearly);
}

/* The first of those that are broken is told, and nothing else is lost. */
void
test_prints (G_GNUC_UNUSED void **state)
{
  enum { N = 7, FIRST = 2, SECOND = 5 };
  g_auto (Folders) folders;
  TkPicture *pictures[N];
  const MakeJpeg jpeg = {.components = 3};
  const TkPrintOptions wanted = {.wanted = TRUE};
  g_autoptr (GBytes) file = make_jpeg_new (&jpeg);
  g_autoptr (TkInks) gray = tk_inks_new (TK_COLOUR_GRAY, NULL, 300, NULL);
  g_autoptr (GBytes) broken = g_bytes_new_from_bytes (file, 0, g_bytes_get_size (file) - 10);

  folders_open (&folders);
  for (int round = 0; round < 2; round++) {
    g_autoptr (TkPrints) prints = tk_prints_new (round == 0 ? &wanted : NULL);
    g_autoptr (GError) error = NULL;
    for (guint i = 0; i < N; i++) {
      g_autofree char *name = g_strdup_printf ("%u", i);
      pictures[i] = open_bytes (&folders, name, i == FIRST || i == SECOND ? broken : file);
      pictures[i]->print_width = 4 + (int) i;
      pictures[i]->print_height = 3 + (int) i;
    }
    assert_false (tk_prints_make (prints, (const TkPicture *const *) pictures, N, &error));
    assert_true (g_str_has_prefix (error->message, "here: the picture "));
    assert_non_null (strstr (error->message, "/2 is broken; "));
    g_autoptr (TkPrints) good = tk_prints_new (round == 0 ? &wanted : NULL);
    assert_true (tk_prints_make (good, (const TkPicture *const *) pictures, FIRST, NULL));
    const TkPrint *print = tk_prints_find (good, NULL, 1);
    assert_int_equal (print != NULL, round == 0);
    if (print != NULL)
      assert_int_equal (print->width, 5);
    assert_null (tk_prints_find (good, NULL, FIRST));
    g_autoptr (TkPrints) other = tk_prints_other_new (good, gray);
    assert_null (tk_prints_find (good, gray, 1));
    assert_true (tk_prints_make (other, (const TkPicture *const *) pictures, FIRST, NULL));
    assert_null (tk_prints_find (other, NULL, 1));
    assert_int_equal (tk_prints_find (other, gray, 1)->components, 1);
    for (guint i = 0; i < N; i++)
      tk_picture_free (pictures[i]);
  }
}
