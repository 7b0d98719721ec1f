/* The colour of a picture beside the database, as a query asks for it. */
#include <glib/gstdio.h>
#include <string.h>

#include "jpeg.h"
#include "png_file.h"
#include "tests.h"

/* Below the folder of the database is anh/, beside it a picture that no query may see. */
static const struct {
  const char *sql, *expected;
} cases[] = {
    {"picture_colour ('anh/green.png')", "#006800"},
    {"picture_colour ('./anh/../anh/green.png')", "NULL"},
    {"picture_colour ('anh/green.png', 0)", "#006800"},
    {"picture_colour ('anh/green.png', 92.0)", "#EBF3EB"},
    {"picture_colour ('anh/green.png', '100')", "#FFFFFF"},
    {"picture_colour ('anh/large.png', 78)", "#D9D1E5"},
    {"picture_colour ('anh/large.jpg') BETWEEN '#4A2D80' AND '#502F90'", "1"},
    {"picture_colour ('anh/gray.png')", "NULL"},
    {"picture_colour ('anh/gray.jpg')", "NULL"},
    {"picture_colour ('anh/broken.png')", "NULL"},
    {"picture_colour ('anh/words.png')", "NULL"},
    {"picture_colour ('anh/missing.png')", "NULL"},
    {"picture_colour ('anh')", "NULL"},
    {"picture_colour ('')", "NULL"},
    {"picture_colour (NULL)", "NULL"},
    {"picture_colour (NULL, 'x')", "NULL"},
    {"picture_colour ('../secret.png')", "NULL"},
    {"picture_colour ('anh/../../secret.png')", "NULL"},
    {"picture_colour ('ABSOLUTE')", "NULL"},
    {"picture_colour ('anh/green.png', 101)",
     "error 3: picture_colour: “101” is not a share of white in percent, 0 to 100"},
    {"picture_colour ('anh/green.png', -1)",
     "error 3: picture_colour: “-1” is not a share of white in percent, 0 to 100"},
    {"picture_colour ('anh/green.png', 2.5)", "error 3: picture_colour: “2.5” is not a whole number"},
    {"picture_colour ('anh/green.png', NULL)", "error 3: picture_colour: “NULL” is not a whole number"},
};

static void
write_picture (const char *folder, const char *name, int side, guint32 colour)
{
  g_autoptr (TkPixels) pixels = tk_pixels_new (side, side, 3);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  for (int i = 0; i < side * side; i++)
    for (int k = 0; k < 3; k++)
      pixels->data[3 * i + k] = (guint8) (colour >> (16 - 8 * k));
  g_autoptr (GBytes) file = g_str_has_suffix (name, "png") ? tk_png_encode_new (pixels)
                                                           : tk_jpeg_encode_new (pixels);
  gsize size;
  const char *bytes = g_bytes_get_data (file, &size);
  const gsize kept = strstr (name, "broken") != NULL ? size / 2 : size;
  assert_true (g_file_set_contents (path, bytes, (gssize) kept, NULL));
}

static void
write_pictures (const char *folder, const char *below)
{
  g_autofree char *anh = g_build_filename (below, "anh", NULL);
  g_autofree char *words = g_build_filename (anh, "words.png", NULL);

  g_mkdir (anh, 0700);
  write_picture (folder, "secret.png", 4, 0x006000);
  write_picture (anh, "green.png", 1, 0x006000);
  write_picture (anh, "gray.png", 4, 0x787878);
  write_picture (anh, "gray.jpg", 9, 0x787878);
  write_picture (anh, "broken.png", 60, 0x006000);
  write_picture (anh, "large.png", 300, 0x502F8B);
  write_picture (anh, "large.jpg", 700, 0x502F8B);
  assert_true (g_file_set_contents (words, "no picture", -1, NULL));
}

static char *
ask_new (TkDatabase *database, const char *expression, const char *absolute)
{
  g_autoptr (GString) sql = g_string_new (expression);

  g_string_prepend (sql, "SELECT ");
  g_string_replace (sql, "ABSOLUTE", absolute, 0);
  g_autofree char *printed = tests_print_query (database, "", sql->str);
  const char *rest = strstr (printed, "error 3: : ");
  return rest != NULL ? g_strdup_printf ("error 3: %s", rest + strlen ("error 3: : "))
                      : g_steal_pointer (&printed);
}

void
test_picture_colours (G_GNUC_UNUSED void **state)
{
  char *folder = tests_folder_new ();
  g_autofree char *below = g_build_filename (folder, "below", NULL);
  g_autofree char *absolute = g_build_filename (below, "anh", "green.png", NULL);

  g_mkdir (below, 0700);
  write_pictures (folder, below);
  g_autofree char *path = tests_database_new (below);
  g_autoptr (TkDatabase) database = tk_data_read (path, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *answer = ask_new (database, cases[i].sql, absolute);
    tests_expect (cases[i].sql, answer, cases[i].expected);
  }
  /* a picture that changes between two papers */
  write_picture (below, "anh/green.png", 1, 0x600000);
  g_autofree char *changed = ask_new (database, "picture_colour ('anh/green.png')", absolute);
  tests_expect ("changed", changed, "#680000");
  tests_folder_free (folder);
}
