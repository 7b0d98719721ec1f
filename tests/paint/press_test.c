/* Sheets: where pages lie on them, how colours are written, what is left out. */
#include "press.h"

#include <glib/gstdio.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "content.h"
#include "error.h"
#include "paint.h"
#include "paper.h"
#include "tests.h"

/* The content streams of the two sides, in colours of @kind; NULL with @error. */
static File *
paint_sheets (TkColourKind kind, gboolean pdfx, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("press-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "file.pdf", NULL);
  g_autoptr (TkPicture) photo = press_photo_new (0), png = picture_new (1, TK_PICTURE_PNG, 1, TRUE);
  g_autoptr (TkInks) inks = tk_inks_new (kind, NULL, 300, error);
  g_autoptr (Hand) hand = hand_new ();
  g_autoptr (TkOutput) output = tk_output_new (path, error);
  const TkPressColour colour = {inks, pdfx};
  char *bytes = NULL;
  gsize size = 0;
  File *file = NULL;

  assert_non_null (inks);
  if (tk_paint_press (press_sheets (hand, photo, png), &colour, output, error)
      && tk_output_commit (output, error) && g_file_get_contents (path, &bytes, &size, error)) {
    g_autoptr (GByteArray) whole = g_byte_array_new_take ((guint8 *) bytes, size);
    file = file_read (whole);
  }
  g_unlink (path);
  g_rmdir (folder);
  return file;
}

/* Codes of two bytes have zeros, which would end the text. */
static const char *
side (const File *file, guint i)
{
  assert_true (i < file->contents->len);
  GString *content = file->contents->pdata[i];
  for (gsize k = 0; k < content->len; k++)
    if (content->str[k] == '\0')
      content->str[k] = '?';
  return content->str;
}

/* Where the page's upper left corner comes to lie, in mm from the upper left corner of the sheet. */
static void
test_turns (void **state)
{
  static const struct {
    guint side, slot;
    double x, y, right_x, right_y; /* that corner, and the upper right one */
  } cases[] = {
      {0, 0, 10, 10, 220, 10},                          /* upright */
      {0, 1, 220, 10 + 105, 220, 10},                   /* by 90°, half as large: its head is at the left */
      {1, 0, 220, 307, 10, 307},                        /* upside down */
      {1, 1, 240 + 148.5, 109, 240 + 148.5, 109 + 105}, /* by 270°: its head is at the right */
  };
  g_autoptr (File) file = paint_sheets (TK_COLOUR_RGB, FALSE, NULL);

  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    const char *at = side (file, cases[i].side);
    double m[6], width = 595.28, height = 841.89, sheet = (297 + 20) * 72 / 25.4, mm = 72 / 25.4;
    for (guint slot = 0; slot <= cases[i].slot; slot++)
      at = strstr (at, "q\n") + 2;
    at = strstr (at, "re W n\n") + 7;
    assert_int_equal (sscanf (at, "%lf %lf %lf %lf %lf %lf cm", m, m + 1, m + 2, m + 3, m + 4, m + 5), 6);
    assert_true (fabs (m[2] * height + m[4] - cases[i].x * mm) < 0.02);
    assert_true (fabs (sheet - m[3] * height - m[5] - cases[i].y * mm) < 0.02);
    assert_true (fabs (m[0] * width + m[2] * height + m[4] - cases[i].right_x * mm) < 0.02);
    assert_true (fabs (sheet - m[1] * width - m[3] * height - m[5] - cases[i].right_y * mm) < 0.02);
  }
}

static void
find (const char *content, const char *what)
{
  if (strstr (content, what) == NULL)
    fail_msg ("nothing like “%s” in\n%s", what, content);
}

static void
find_none (const char *content, const char *what)
{
  if (strstr (content, what) != NULL)
    fail_msg ("“%s” is in\n%s", what, content);
}

static void
test_inks (void **state)
{
  g_autoptr (File) file = paint_sheets (TK_COLOUR_CMYK, TRUE, NULL);
  const char *content = side (file, 0), *black = strstr (content, "0 0 0 1 k\n");

  (void) state;
  assert_non_null (black); /* text and the thin rule over what is there, the broad rule and the picture not */
  find (content, "0 0 0 1 k\n/Over gs\n");
  find (content, "re f\n/Out gs\n");
  find (content, "/Over gs\nq 0 0 0 1 K 1 j 1 w");
  find (content, "1 0.7 0 0.1 k\n");        /* a colour with inks of its own, of text */
  find (content, "1 0.7 0 0.1 K 1 j 3 w "); /* and of a line, which is not black */
  find (content, "/All cs 1 scn\n");
  find_none (content, "rg");
  find_none (content, "RG");
  find_none (content, " g\n");
  find_none (content, "/Over gs\nq 5"); /* a picture */
}

static void
test_gray (void **state)
{
  g_autoptr (File) file = paint_sheets (TK_COLOUR_GRAY, TRUE, NULL);

  (void) state;
  for (guint i = 0; i < 2; i++) {
    find (side (file, i), "0 g\n");
    find (side (file, i), "/All cs 1 scn\n");
    for (const char *const *operator= (const char *const[]){" k\n", " K ", " k ", "rg", "RG", " gs", NULL};
         *operator!= NULL; operator++)
      find_none (side (file, i), *operator);
  }
}

static void
test_rgb (void **state)
{
  g_autoptr (File) file = paint_sheets (TK_COLOUR_RGB, FALSE, NULL);

  (void) state;
  find (side (file, 0), "0.784 0.063 0.18 rg\n");
  find (side (file, 0), "0.784 0.063 0.18 rg ");
  find_none (side (file, 0), " k");
  find_none (side (file, 0), " gs");
  find_none (side (file, 0), "3 Tr"); /* what nobody sees is for those who hear */
  find_none (side (file, 0), "BDC");
}

static void
test_refused (void **state)
{
  g_autoptr (GError) error = NULL;

  (void) state;
  assert_null (paint_sheets (TK_COLOUR_RGB, TRUE, &error));
  assert_true (g_error_matches (error, TK_ERROR, TK_ERROR_USAGE));
  assert_non_null (strstr (error->message, "PDF/X-4"));
}

int
run_press_tests (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (test_turns), cmocka_unit_test (test_inks),
                                     cmocka_unit_test (test_gray), cmocka_unit_test (test_rgb),
                                     cmocka_unit_test (test_refused)};

  return cmocka_run_group_tests_name ("press", tests, NULL, NULL);
}
