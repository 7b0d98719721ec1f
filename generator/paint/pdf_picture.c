/* Comes in: a picture file. Goes out: an image object. Must not know where it
 * is shown. */
#include "pdf_picture.h"

#include <libdeflate.h>

/* @profile: the number of a stream, or 0. */
static char *
describe_bits (int width, int height, int components, int bits, guint32 profile, const char *more)
{
  g_autofree char *space = profile != 0 ? g_strdup_printf ("[/ICCBased %u 0 R]", profile)
                                        : g_strdup (components == 1   ? "/DeviceGray"
                                                    : components == 4 ? "/DeviceCMYK"
                                                                      : "/DeviceRGB");

  return g_strdup_printf (
      "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace%s%s\n", width, height,
      bits, space, more);
}

static char *
describe (int width, int height, int components, guint32 profile, const char *more)
{
  return describe_bits (width, height, components, 8, profile, more);
}

/* The same profile in many pictures is stored once. */
static guint32
store_profile (TkStore *store, GBytes *profile, int components)
{
  gpointer number = g_hash_table_lookup (store->profiles, profile);
  TkBytes raw = {0};
  gsize size;

  if (number != NULL)
    return GPOINTER_TO_UINT (number);
  const char *bytes = g_bytes_get_data (profile, &size);
  tk_bytes_put (&raw, bytes, size);
  number = GUINT_TO_POINTER (
      tk_store_number (tk_store_stream (store, components == 1 ? "/N 1\n" : "/N 3\n", &raw)));
  g_hash_table_insert (store->profiles, g_bytes_ref (profile), number);
  return GPOINTER_TO_UINT (number);
}

static HPDF_Dict
store_as_is (TkStore *store, const TkPicture *picture)
{
  const int components = picture->components;
  const guint32 profile = picture->profile == NULL ? 0 : store_profile (store, picture->profile, components);
  const gboolean png = picture->kind == TK_PICTURE_PNG;
  g_autofree char *filter = png ? g_strdup_printf ("/Filter/FlateDecode/DecodeParms<</Predictor 15/Colors %d"
                                                   "/BitsPerComponent %d/Columns %d>>",
                                                   components, picture->row_bits, picture->width)
                                : g_strdup ("/Filter/DCTDecode");
  g_autofree char *entries = describe_bits (picture->width, picture->height, components,
                                            png ? picture->row_bits : 8, profile, filter);
  g_autoptr (GBytes) bytes = tk_picture_data_new (picture);

  return tk_store_verbatim_bytes (store, entries, bytes);
}

/* zlib's format. */
static guint8 *
inflate_new (GBytes *packed, gsize size)
{
  struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor ();
  guint8 *bytes = g_malloc0 (size);
  gsize n;
  const void *data = g_bytes_get_data (packed, &n);

  libdeflate_zlib_decompress (decompressor, data, n, bytes, size, NULL);
  libdeflate_free_decompressor (decompressor);
  return bytes;
}

/* What is transparent, on white: for PDF/A-1, which has no soft masks (ISO 19005-1, 6.4). */
static HPDF_Dict
store_on_white (TkStore *store, const TkPrint *print)
{
  const gsize n = (gsize) print->width * (gsize) print->height, components = (gsize) print->components;
  g_autofree guint8 *alpha = inflate_new (print->alpha, n);
  g_autofree char *entries = describe (print->width, print->height, print->components, 0, "");
  guint8 *samples = inflate_new (print->bytes, n * components);
  TkBytes raw = {.at = (char *) samples, .length = n * components, .room = n * components};

  for (gsize i = 0; i < n; i++)
    for (gsize j = i * components; j < (i + 1) * components; j++)
      samples[j] = (guint8) ((samples[j] * alpha[i] + 255 * (255 - alpha[i]) + 127) / 255);
  return tk_store_stream (store, entries, &raw);
}

static HPDF_Dict
store_samples (TkStore *store, const TkPrint *print)
{
  g_autofree char *mask = NULL;

  if (print->alpha != NULL && store->plain)
    return store_on_white (store, print);
  if (print->alpha != NULL) {
    g_autofree char *gray = describe (print->width, print->height, 1, 0, "");
    mask = g_strdup_printf ("/SMask %u 0 R", tk_store_number (tk_store_deflated (store, gray, print->alpha)));
  }
  g_autofree char *entries = describe (print->width, print->height, print->components, 0,
                                       mask == NULL ? "" : mask);
  return tk_store_deflated (store, entries, print->bytes);
}

/* PDF/A-1 builds on PDF 1.4, which knows profiles up to version 2 (ICC.1, 7.2.4). */
static gboolean
is_profile_too_new (const TkStore *store, const TkPicture *picture)
{
  enum { VERSION = 8 };
  gsize size = 0;
  const guint8 *bytes = picture->profile != NULL ? g_bytes_get_data (picture->profile, &size) : NULL;

  return store->plain && size > VERSION && bytes[VERSION] > 2;
}

/* Its colours made sRGB. */
static HPDF_Dict
store_decoded (TkStore *store, const TkPicture *picture, GError **error)
{
  g_auto (TkRaster) raster = {0};

  if (!tk_picture_decode (picture, picture->width, picture->height, &raster, error))
    return NULL;
  const gsize size = (gsize) raster.width * (gsize) raster.height * (gsize) raster.components;
  TkBytes raw = {.at = (char *) g_steal_pointer (&raster.pixels), .length = size, .room = size};
  g_autofree char *entries = describe (raster.width, raster.height, raster.components, 0, "");
  return tk_store_stream (store, entries, &raw);
}

static HPDF_Dict
store_print (TkStore *store, const TkPicture *picture, const TkPrint *print, GError **error)
{
  switch (print->kind) {
  case TK_PRINT_AS_IS:
    return is_profile_too_new (store, picture) ? store_decoded (store, picture, error)
                                               : store_as_is (store, picture);
  case TK_PRINT_SAMPLES:
    return store_samples (store, print);
  case TK_PRINT_JPEG:
  default: {
    g_autofree char *entries = describe (print->width, print->height, print->components, 0,
                                         "/Filter/DCTDecode");
    return tk_store_verbatim_bytes (store, entries, print->bytes);
  }
  }
}

HPDF_Dict
tk_picture_store (TkStore *store, const TkPicture *picture, const TkPrints *prints, const TkInks *inks,
                  GError **error)
{
  const TkPrint *print = tk_prints_find (prints, inks, picture->index);
  g_auto (TkPrint) made = {0};

  if (print != NULL)
    return store_print (store, picture, print, error);
  return tk_print_make (picture, inks, &made, error) ? store_print (store, picture, &made, error) : NULL;
}
