/* Comes in: two PDF files. Goes out: which of their pages say or show different things. Must not know which
 * of them is right. */
#include "pdf_compare.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "nfc.h"
#include "pdf_apart.h"

#define CAIRO_CALLS(CALL)                                                                                    \
  CALL (cairo_image_surface_create)                                                                          \
  CALL (cairo_image_surface_get_data)                                                                        \
  CALL (cairo_surface_flush)                                                                                 \
  CALL (cairo_surface_destroy)                                                                               \
  CALL (cairo_create)                                                                                        \
  CALL (cairo_set_source_rgb)                                                                                \
  CALL (cairo_paint)                                                                                         \
  CALL (cairo_scale)                                                                                         \
  CALL (cairo_destroy)

typedef struct {
  CAIRO_CALLS (TK_LIBRARY_MEMBER)
} Cairo;

/* Dots of 150 to the inch. A dot that is beside its place is there, also where it has half its shade, as a
 * stroke that is set a tenth of a millimetre further; three that are not are dust, and no digit of 10 points.
 * A colour is that of a square of dots. */
enum { DPI = 150, STROKE = 96, DUST = 3, SQUARE = 16, COLOUR = 32, MOST_SECONDS = 600 };

typedef struct {
  const TkPoppler *poppler;
  const Cairo *cairo;
} Calls;

/* A row is width dots, each 0x..RRGGBB. */
typedef struct {
  int width, height;
  cairo_surface_t *surface;
  const guint32 *dots;
} Raster;

static void
draw (const Calls *call, PopplerPage *page, Raster *raster)
{
  raster->surface = call->cairo->cairo_image_surface_create (CAIRO_FORMAT_RGB24, raster->width,
                                                             raster->height);
  cairo_t *cairo = call->cairo->cairo_create (raster->surface);
  call->cairo->cairo_set_source_rgb (cairo, 1, 1, 1);
  call->cairo->cairo_paint (cairo);
  call->cairo->cairo_scale (cairo, DPI / 72.0, DPI / 72.0);
  call->poppler->poppler_page_render (page, cairo);
  call->cairo->cairo_destroy (cairo);
  call->cairo->cairo_surface_flush (raster->surface);
  raster->dots = (const guint32 *) (const void *) call->cairo->cairo_image_surface_get_data (raster->surface);
}

/* Whether the shade of the dot lies between those that the other picture has there and beside it. */
static gboolean
is_found (const Raster *one, const Raster *other, int x, int y)
{
  const guint32 dot = one->dots[y * one->width + x];

  for (int shift = 0; shift <= 16; shift += 8) {
    const int shade = (int) (dot >> shift & 255);
    int least = 255, most = 0;
    for (int row = MAX (y - 1, 0); row <= MIN (y + 1, one->height - 1); row++)
      for (int column = MAX (x - 1, 0); column <= MIN (x + 1, one->width - 1); column++) {
        const int there = (int) (other->dots[row * one->width + column] >> shift & 255);
        least = MIN (least, there);
        most = MAX (most, there);
      }
    if (shade < least - STROKE || shade > most + STROKE)
      return FALSE;
  }
  return TRUE;
}

/* The mean shade of the square at these dots, of the colour at @shift. */
static int
find_mean (const Raster *raster, int left, int top, int shift)
{
  const int right = MIN (left + SQUARE, raster->width), foot = MIN (top + SQUARE, raster->height);
  int sum = 0;

  for (int y = top; y < foot; y++)
    for (int x = left; x < right; x++)
      sum += (int) (raster->dots[y * raster->width + x] >> shift & 255);
  return sum / ((right - left) * (foot - top));
}

static gboolean
has_same_colours (const Raster *one, const Raster *other)
{
  for (int y = 0; y < one->height; y += SQUARE)
    for (int x = 0; x < one->width; x += SQUARE)
      for (int shift = 0; shift <= 16; shift += 8)
        if (abs (find_mean (one, x, y, shift) - find_mean (other, x, y, shift)) > COLOUR)
          return FALSE;
  return TRUE;
}

static gboolean
has_same_strokes (const Raster *one, const Raster *other)
{
  int odd = 0;

  for (int y = 0; y < one->height; y++) {
    const gsize row = (gsize) y * (gsize) one->width;
    if (memcmp (one->dots + row, other->dots + row, (gsize) one->width * sizeof *one->dots) == 0)
      continue;
    for (int x = 0; x < one->width; x++)
      odd += one->dots[row + (gsize) x] != other->dots[row + (gsize) x]
             && (!is_found (one, other, x, y) || !is_found (other, one, x, y));
  }
  return odd <= DUST;
}

/* Words alone: where lines end is for what is seen. */
static char *
words_new (const Calls *call, PopplerPage *page)
{
  g_autofree char *raw = call->poppler->poppler_page_get_text (page);
  g_autofree char *valid = g_utf8_make_valid (raw != NULL ? raw : "", -1);
  g_autofree char *text = tk_nfc_new (valid, -1);
  GString *words = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (words, g_utf8_get_char (at));
  return g_string_free (words, FALSE);
}

/* FALSE: the same. */
static gboolean
differ (const Calls *call, PopplerPage *const pages[2], gboolean *ret_words)
{
  g_autofree char *one = words_new (call, pages[0]), *other = words_new (call, pages[1]);
  double width[2], height[2];

  *ret_words = strcmp (one, other) != 0;
  if (*ret_words)
    return TRUE;
  for (int i = 0; i < 2; i++)
    call->poppler->poppler_page_get_size (pages[i], &width[i], &height[i]);
  if (fabs (width[0] - width[1]) > 1 || fabs (height[0] - height[1]) > 1)
    return TRUE;
  Raster rasters[2];
  for (int i = 0; i < 2; i++) {
    rasters[i].width = (int) ceil (width[0] * DPI / 72);
    rasters[i].height = (int) ceil (height[0] * DPI / 72);
    draw (call, pages[i], &rasters[i]);
  }
  const gboolean same = rasters[0].dots != NULL && rasters[1].dots != NULL
                        && has_same_strokes (&rasters[0], &rasters[1])
                        && has_same_colours (&rasters[0], &rasters[1]);
  for (int i = 0; i < 2; i++)
    call->cairo->cairo_surface_destroy (rasters[i].surface);
  return !same;
}

static gboolean
write_difference (const Calls *call, PopplerDocument *const *documents, int number, int to)
{
  TkPdfDifference difference = {.page = (guint) number + 1};
  PopplerPage *pages[2];

  for (int i = 0; i < 2; i++)
    pages[i] = call->poppler->poppler_document_get_page (documents[i], number);
  const gboolean good = pages[0] != NULL && pages[1] != NULL;
  const gboolean other = good && differ (call, pages, &difference.words);
  for (int i = 0; i < 2; i++)
    if (pages[i] != NULL)
      call->poppler->g_object_unref (pages[i]);
  return good && (!other || tk_pdf_apart_write (to, &difference, sizeof difference));
}

/* To the pipe: both numbers of pages, then the differences. */
static TkPdfEnd
write_differences (const TkPoppler *poppler, PopplerDocument *const *documents, int to)
{
  static const char *const names[] = {CAIRO_CALLS (TK_LIBRARY_NAME) NULL};
  Cairo cairo;
  const Calls call = {poppler, &cairo};
  guint n[2];

  if (!tk_library_open (TK_LIBRARY_CAIRO, "libcairo2", names, &cairo, NULL))
    return TK_PDF_MISSING;
  for (int i = 0; i < 2; i++)
    n[i] = (guint) MAX (poppler->poppler_document_get_n_pages (documents[i]), 0);
  gboolean written = tk_pdf_apart_write (to, n, sizeof n);
  for (guint i = 0; written && i < MIN (n[0], n[1]); i++)
    written = write_difference (&call, documents, (int) i, to);
  return written ? TK_PDF_GOOD : TK_PDF_BROKEN;
}

GArray *
tk_pdf_compare_new (GBytes *one, GBytes *other, guint ret_pages[2], const char **ret_reason)
{
  const gsize head = 2 * sizeof *ret_pages;
  GBytes *const files[] = {one, other};
  g_autoptr (GByteArray) said = tk_pdf_apart_new (files, 2, write_differences, MOST_SECONDS, ret_reason);

  if (said == NULL)
    return NULL;
  if (said->len < head) {
    *ret_reason = _ ("it is damaged");
    return NULL;
  }
  GArray *differences = g_array_new (FALSE, FALSE, sizeof (TkPdfDifference));
  memcpy (ret_pages, said->data, head);
  g_array_append_vals (differences, said->data + head,
                       (guint) ((said->len - head) / sizeof (TkPdfDifference)));
  return differences;
}
