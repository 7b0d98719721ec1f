/* Comes in: a PNG file. Goes out: what its head says, and its pixels. Must not
 * know what the picture is for. */
#include "png_file.h"

#include <png.h>
#include <string.h>

#include "metadata.h"

static gboolean
begin (png_image *image, const guint8 *bytes, gsize size)
{
  memset (image, 0, sizeof *image);
  image->version = PNG_IMAGE_VERSION;
  gboolean begun = png_image_begin_read_from_memory (image, bytes, size) != 0 && image->warning_or_error < 2;
  image->flags |=
      PNG_IMAGE_FLAG_16BIT_sRGB; /* as what people make is; libpng would take it for linear light */
  return begun;
}

static void
read_metadata (const guint8 *bytes, gsize size, TkHead *head)
{
  static const char xmp[] = "XML:com.adobe.xmp";
  gsize n;

  tk_metadata_clear (head);
  const guint8 *found = tk_png_find (bytes, size, "eXIf", &n);
  if (found != NULL)
    tk_metadata_read_exif (found, n, head);
  found = tk_png_find (bytes, size, "iTXt", &n);
  if (found != NULL && n > sizeof xmp && memcmp (found, xmp, sizeof xmp) == 0)
    tk_metadata_read_xmp (found, n, head);
}

gboolean
tk_png_read_head (const guint8 *bytes, gsize size, TkHead *head)
{
  png_image image;
  gsize n;

  if (!begin (&image, bytes, size)) {
    png_image_free (&image);
    return FALSE;
  }
  memset (head, 0, sizeof *head);
  head->format = "PNG";
  head->width = (int) image.width;
  head->height = (int) image.height;
  head->components = image.format & PNG_FORMAT_FLAG_COLOR ? 3 : 1;
  head->row_bits = tk_png_find_row_bits (bytes, size);
  head->exact = TRUE;
  png_image_free (&image);
  read_metadata (bytes, size, head);
  /* the animation control chunk begins with the number of frames */
  const guint8 *animation = tk_png_find (bytes, size, "acTL", &n);
  guint32 n_frames = 0;
  if (animation != NULL && n >= sizeof n_frames)
    memcpy (&n_frames, animation, sizeof n_frames);
  head->several = GUINT32_FROM_BE (n_frames) > 1;
  return TRUE;
}

/* Takes the alpha out of @mixed; NULL where it says nothing. */
static guint8 *
split_alpha (const guint8 *mixed, gsize n, int components, guint8 *pixels)
{
  g_autofree guint8 *alpha = g_malloc (n);
  gboolean opaque = TRUE;

  for (gsize i = 0; i < n; i++, mixed += components + 1) {
    memcpy (pixels + i * (gsize) components, mixed, (gsize) components);
    alpha[i] = mixed[components];
    opaque = opaque && alpha[i] == 255;
  }
  return opaque ? NULL : g_steal_pointer (&alpha);
}

/* Gray or RGB of 8 bits and nothing else, as most are: in half the time. NULL: it is another, or broken. */
static guint8 *
read_plain_new (const png_image *image, const guint8 *bytes, gsize size)
{
  const gsize row = (gsize) image->width * (image->format & PNG_FORMAT_FLAG_COLOR ? 3 : 1);
  gsize n;

  if (tk_png_find_row_bits (bytes, size) != 8 || tk_png_find (bytes, size, "iCCP", &n) != NULL)
    return NULL;
  g_autoptr (GBytes) loose = tk_png_loosen_new (bytes, size, row, image->height);
  if (loose == NULL)
    return NULL;
  bytes = g_bytes_get_data (loose, &size);
  return tk_png_read_samples_new (bytes, size);
}

gboolean
tk_png_decode (const guint8 *bytes, gsize size, TkRaster *ret_raster)
{
  png_image image;

  if (!begin (&image, bytes, size)) {
    png_image_free (&image);
    return FALSE;
  }
  gboolean colour = image.format & PNG_FORMAT_FLAG_COLOR, alpha = image.format & PNG_FORMAT_FLAG_ALPHA;
  int components = colour ? 3 : 1;
  *ret_raster = (TkRaster){(int) image.width, (int) image.height, components, NULL, NULL};
  ret_raster->pixels = read_plain_new (&image, bytes, size);
  if (ret_raster->pixels != NULL) {
    png_image_free (&image);
    return TRUE;
  }
  gsize n = (gsize) image.width * image.height;
  image.format = (colour ? PNG_FORMAT_FLAG_COLOR : 0) | (alpha ? PNG_FORMAT_FLAG_ALPHA : 0);
  g_autofree guint8 *mixed = g_malloc (n * (gsize) (components + (alpha ? 1 : 0)));
  if (png_image_finish_read (&image, NULL, mixed, 0, NULL) == 0 || image.warning_or_error >= 2) {
    png_image_free (&image);
    return FALSE;
  }
  if (!alpha) {
    ret_raster->pixels = g_steal_pointer (&mixed);
    return TRUE;
  }
  ret_raster->pixels = g_malloc (n * (gsize) components);
  ret_raster->alpha = split_alpha (mixed, n, components, ret_raster->pixels);
  return TRUE;
}

const char *
tk_png_version (void)
{
  return "libpng " PNG_LIBPNG_VER_STRING;
}
