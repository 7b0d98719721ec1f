/* What is drawn, not what is said: pictures of pages are compared as ink.
 *
 *   ink same A.png B.png             every dark spot of one picture has ink near it in the other
 *   ink colours A.png B.png          the same colours at the same places, squares of a few dots taken
 * together ink letters PAGE.png FONT DPI SIZE <WORDS WORDS: "xMin yMin xMax yMax letter" a line, in points
 * (pdftotext -bbox). What stands there looks, of all the letters given, most like that letter drawn by
 * FreeType from the font file. */
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <glib.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DARK = 160, TRACE = 24, NEAR = 2 };

/* 0 is white, 255 black. */
typedef struct {
  int width, height;
  guint8 *ink;
} Picture;

static guint8
ink_at (const Picture *picture, int x, int y)
{
  gboolean outside = x < 0 || y < 0 || x >= picture->width || y >= picture->height;
  return outside ? 0 : picture->ink[y * picture->width + x];
}

static Picture
read_picture (const char *path)
{
  cairo_surface_t *file = cairo_image_surface_create_from_png (path);
  Picture picture = {cairo_image_surface_get_width (file), cairo_image_surface_get_height (file), NULL};

  if (cairo_surface_status (file) != CAIRO_STATUS_SUCCESS) {
    fprintf (stderr, "%s: %s\n", path, cairo_status_to_string (cairo_surface_status (file)));
    exit (2);
  }
  /* onto white, whatever the file's own format */
  cairo_surface_t *page = cairo_image_surface_create (CAIRO_FORMAT_RGB24, picture.width, picture.height);
  cairo_t *cairo = cairo_create (page);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_set_source_surface (cairo, file, 0, 0);
  cairo_paint (cairo);
  cairo_surface_flush (page);
  picture.ink = g_malloc ((gsize) picture.width * (gsize) picture.height);
  for (int y = 0; y < picture.height; y++) {
    const guint32 *row = (const guint32 *) (const void *) (cairo_image_surface_get_data (page)
                                                           + y * cairo_image_surface_get_stride (page));
    for (int x = 0; x < picture.width; x++) {
      guint32 red = row[x] >> 16 & 255, green = row[x] >> 8 & 255, blue = row[x] & 255;
      picture.ink[y * picture.width + x] = (guint8) (255 - (red * 3 + green * 6 + blue) / 10);
    }
  }
  cairo_destroy (cairo);
  cairo_surface_destroy (page);
  cairo_surface_destroy (file);
  return picture;
}

/* ---- same ---- */

static gboolean
has_ink_near (const Picture *picture, int x, int y)
{
  for (int dy = -NEAR; dy <= NEAR; dy++)
    for (int dx = -NEAR; dx <= NEAR; dx++)
      if (ink_at (picture, x + dx, y + dy) >= TRACE)
        return TRUE;
  return FALSE;
}

static int
count_strays (const char *name, const Picture *picture, const char *other_name, const Picture *other)
{
  int strays = 0, dark = 0;

  for (int y = 0; y < picture->height; y++)
    for (int x = 0; x < picture->width; x++) {
      if (ink_at (picture, x, y) < DARK)
        continue;
      dark++;
      if (!has_ink_near (other, x, y) && strays++ == 0)
        printf ("%s: ink at %d, %d that %s has not\n", name, x, y, other_name);
    }
  printf ("%s: %d dark dots, %d without their like\n", name, dark, strays);
  return dark == 0 ? 1 : strays;
}

static int
compare (const char *first_name, const char *second_name)
{
  Picture first = read_picture (first_name), second = read_picture (second_name);

  if (abs (first.width - second.width) > 1 || abs (first.height - second.height) > 1) {
    printf ("%d × %d and %d × %d dots\n", first.width, first.height, second.width, second.height);
    return 1;
  }
  int strays = count_strays (first_name, &first, second_name, &second)
               + count_strays (second_name, &second, first_name, &first);
  g_free (first.ink);
  g_free (second.ink);
  return strays == 0 ? 0 : 1;
}

/* ---- colours ---- */

enum { SQUARE = 16, UNLIKE = 16 };

static int
mean_of (const guint32 *dots, int stride, int left, int top, int shift)
{
  int sum = 0;

  for (int y = top; y < top + SQUARE; y++)
    for (int x = left; x < left + SQUARE; x++)
      sum += (int) (dots[y * stride + x] >> shift & 255);
  return sum / (SQUARE * SQUARE);
}

static cairo_surface_t *
read_colours (const char *path)
{
  cairo_surface_t *file = cairo_image_surface_create_from_png (path);
  cairo_format_t format = cairo_image_surface_get_format (file);

  if (cairo_surface_status (file) != CAIRO_STATUS_SUCCESS
      || (format != CAIRO_FORMAT_RGB24 && format != CAIRO_FORMAT_ARGB32)) {
    fprintf (stderr, "%s: cannot be read\n", path);
    exit (2);
  }
  return file;
}

static int
compare_colours (const char *first_name, const char *second_name)
{
  cairo_surface_t *surfaces[2] = {read_colours (first_name), read_colours (second_name)};
  int width = G_MAXINT, height = G_MAXINT, strides[2], n_unlike = 0, worst = 0;
  const guint32 *dots[2];

  for (int i = 0; i < 2; i++) {
    width = MIN (width, cairo_image_surface_get_width (surfaces[i]));
    height = MIN (height, cairo_image_surface_get_height (surfaces[i]));
    strides[i] = cairo_image_surface_get_stride (surfaces[i]) / 4;
    dots[i] = (const guint32 *) (const void *) cairo_image_surface_get_data (surfaces[i]);
  }
  for (int y = 0; y + SQUARE <= height; y += SQUARE)
    for (int x = 0; x + SQUARE <= width; x += SQUARE)
      for (int shift = 0; shift < 24; shift += 8) {
        int distance = abs (mean_of (dots[0], strides[0], x, y, shift)
                            - mean_of (dots[1], strides[1], x, y, shift));
        if (distance > UNLIKE && n_unlike++ == 0)
          printf ("%s: another colour than in %s at %d, %d\n", first_name, second_name, x, y);
        worst = MAX (worst, distance);
      }
  printf ("%s: %d squares of other colours, the worst by %d\n", first_name, n_unlike, worst);
  cairo_surface_destroy (surfaces[0]);
  cairo_surface_destroy (surfaces[1]);
  return n_unlike == 0 ? 0 : 1;
}

/* ---- letters ---- */

typedef struct {
  char text[16];
  Picture seen;  /* cut to its ink, as is the next */
  Picture drawn; /* by FreeType; empty where the letter was there before */
} Letter;

/* The part of @from in the box, cut down to its ink. */
static Picture
cut (const Picture *from, int left, int top, int right, int bottom)
{
  int x1 = right, y1 = bottom, x2 = left - 1, y2 = top - 1;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      if (ink_at (from, x, y) >= TRACE) {
        x1 = MIN (x1, x), x2 = MAX (x2, x);
        y1 = MIN (y1, y), y2 = MAX (y2, y);
      }
  Picture part = {MAX (x2 - x1 + 1, 0), MAX (y2 - y1 + 1, 0), NULL};
  part.ink = g_malloc0 ((gsize) part.width * (gsize) part.height + 1);
  for (int y = 0; y < part.height; y++)
    for (int x = 0; x < part.width; x++)
      part.ink[y * part.width + x] = ink_at (from, x1 + x, y1 + y);
  return part;
}

static Picture
draw_letter (FT_Face face, const char *text)
{
  if (FT_Load_Char (face, g_utf8_get_char (text), FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0
      || face->glyph->glyph_index == 0) {
    fprintf (stderr, "%s: not in the font\n", text);
    exit (2);
  }
  const FT_Bitmap *bitmap = &face->glyph->bitmap;
  Picture whole = {(int) bitmap->width, (int) bitmap->rows, g_malloc ((gsize) bitmap->width * bitmap->rows)};
  for (int y = 0; y < whole.height; y++)
    memcpy (whole.ink + y * whole.width, bitmap->buffer + y * bitmap->pitch, bitmap->width);
  Picture ink = cut (&whole, 0, 0, whole.width, whole.height);
  g_free (whole.ink);
  return ink;
}

/* Mean difference where they lie best on each other; large where their sizes differ by more than a dot's
 * rounding. */
static double
difference (const Picture *a, const Picture *b)
{
  double best = 255;

  if (abs (a->width - b->width) > NEAR || abs (a->height - b->height) > NEAR)
    return best;
  for (int dy = -NEAR; dy <= NEAR; dy++)
    for (int dx = -NEAR; dx <= NEAR; dx++) {
      long sum = 0, dark = 1;
      for (int y = -NEAR; y < a->height + NEAR; y++)
        for (int x = -NEAR; x < a->width + NEAR; x++) {
          sum += abs (ink_at (a, x, y) - ink_at (b, x + dx, y + dy));
          dark += ink_at (a, x, y);
        }
      best = MIN (best, 255.0 * (double) sum / (double) dark);
    }
  return best;
}

static gboolean
is_known (const GArray *letters, const char *text)
{
  for (guint i = 0; i < letters->len; i++)
    if (strcmp (g_array_index (letters, Letter, i).text, text) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
identify (const GArray *letters, const Letter *letter)
{
  const char *name = "nothing";
  double best = 255;

  for (guint i = 0; i < letters->len; i++) {
    const Letter *other = &g_array_index (letters, Letter, i);
    if (other->drawn.ink == NULL)
      continue;
    double found = difference (&letter->seen, &other->drawn);
    if (found < best) {
      best = found;
      name = other->text;
    }
  }
  if (strcmp (name, letter->text) == 0)
    return TRUE;
  printf ("%s: what is drawn looks like %s\n", letter->text, name);
  return FALSE;
}

static int
check_letters (const char *page_name, const char *font, double dpi, double size)
{
  Picture page = read_picture (page_name);
  g_autoptr (GArray) letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  double x1, y1, x2, y2, scale = dpi / 72;
  FT_Library library;
  FT_Face face;
  Letter letter;
  int wrong = 0;

  if (FT_Init_FreeType (&library) != 0 || FT_New_Face (library, font, 0, &face) != 0
      || FT_Set_Char_Size (face, 0, (FT_F26Dot6) lround (size * 64), (FT_UInt) dpi, 0) != 0) {
    fprintf (stderr, "%s: cannot be read\n", font);
    return 2;
  }
  while (scanf ("%lf %lf %lf %lf %15s", &x1, &y1, &x2, &y2, letter.text) == 5) {
    /* a little more than the box: italics lean out of theirs */
    letter.seen = cut (&page, (int) floor (x1 * scale - dpi / 36), (int) floor (y1 * scale) - 3,
                       (int) ceil (x2 * scale + dpi / 36), (int) ceil (y2 * scale) + 3);
    letter.drawn = is_known (letters, letter.text) ? (Picture){0} : draw_letter (face, letter.text);
    g_array_append_val (letters, letter);
  }
  for (guint i = 0; i < letters->len; i++)
    wrong += identify (letters, &g_array_index (letters, Letter, i)) ? 0 : 1;
  printf ("%u letters, %d wrong\n", letters->len, wrong);
  gboolean good = letters->len > 0 && wrong == 0;
  for (guint i = 0; i < letters->len; i++) {
    g_free (g_array_index (letters, Letter, i).seen.ink);
    g_free (g_array_index (letters, Letter, i).drawn.ink);
  }
  g_free (page.ink);
  FT_Done_Face (face);
  FT_Done_FreeType (library);
  return good ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "same") == 0)
    return compare (argv[2], argv[3]);
  if (argc == 4 && strcmp (argv[1], "colours") == 0)
    return compare_colours (argv[2], argv[3]);
  if (argc == 6 && strcmp (argv[1], "letters") == 0)
    return check_letters (argv[2], argv[3], atof (argv[4]), atof (argv[5]));
  fprintf (stderr,
           "ink same A.png B.png | ink colours A.png B.png | ink letters PAGE.png FONT DPI SIZE <WORDS\n");
  return 2;
}
