/* Comes in: a picture file. Goes out: an image object. Must not know where it
 * is shown. */
#include "pdf_picture.h"

#include <glib/gi18n.h>

#include "error.h"
#include "jpeg.h"

/* @profile: the number of a stream, or 0. */
static char *
describe (int width, int height, int components, guint32 profile, const char *more)
{
  g_autofree char *space = profile != 0 ? g_strdup_printf ("[/ICCBased %u 0 R]", profile)
                                        : g_strdup (components == 1   ? "/DeviceGray"
                                                    : components == 4 ? "/DeviceCMYK"
                                                                      : "/DeviceRGB");

  return g_strdup_printf (
      "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s%s\n", width, height,
      space, more);
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
  g_autofree char *entries = describe (picture->width, picture->height, components, profile,
                                       "/Filter/DCTDecode");

  return tk_store_verbatim (store, entries, picture->bytes, picture->size);
}

/* @unlike: the file itself will not do. */
static HPDF_Dict
store_jpeg (TkStore *store, const TkPicture *picture, const TkRaster *raster, gboolean unlike, GError **error)
{
  g_autoptr (GBytes) bytes = tk_jpeg_encode_raster_new (raster);
  g_autofree char *entries = describe (raster->width, raster->height, raster->components, 0,
                                       "/Filter/DCTDecode");

  if (bytes == NULL) {
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("the picture %s cannot be made smaller; save it with fewer pixels"), picture->path);
    return NULL;
  }
  if (!unlike && g_bytes_get_size (bytes) >= picture->size)
    return store_as_is (store, picture);
  return tk_store_verbatim_bytes (store, entries, bytes);
}

/* Takes the samples. */
static HPDF_Dict
store_samples (TkStore *store, TkRaster *raster)
{
  const gsize n = (gsize) raster->width * (gsize) raster->height, size = n * (gsize) raster->components;
  g_autofree char *mask = NULL;

  if (raster->alpha != NULL) {
    TkBytes raw = {(char *) g_steal_pointer (&raster->alpha), n, n};
    g_autofree char *gray = describe (raster->width, raster->height, 1, 0, "");
    mask = g_strdup_printf ("/SMask %u 0 R", tk_store_number (tk_store_stream (store, gray, &raw)));
  }
  TkBytes raw = {(char *) g_steal_pointer (&raster->pixels), size, size};
  g_autofree char *entries = describe (raster->width, raster->height, raster->components, 0,
                                       mask == NULL ? "" : mask);
  return tk_store_stream (store, entries, &raw);
}

HPDF_Dict
tk_picture_store (TkStore *store, const TkPicture *picture, const TkInks *inks, GError **error)
{
  const int width = picture->print_width, height = picture->print_height;
  const gboolean jpeg = picture->kind == TK_PICTURE_JPEG;
  const gboolean rgb = inks == NULL || tk_inks_kind (inks) == TK_COLOUR_RGB;
  g_auto (TkRaster) raster = {0};

  if (jpeg && rgb && picture->components != 4 && !tk_picture_exceeds (picture, width, height))
    return store_as_is (store, picture);
  if (!tk_picture_decode (picture, width, height, &raster, error))
    return NULL;
  if (!rgb)
    tk_inks_convert (inks, &raster);
  return jpeg ? store_jpeg (store, picture, &raster, !rgb || picture->components == 4, error)
              : store_samples (store, &raster);
}
