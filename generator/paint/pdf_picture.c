/* Comes in: a picture file. Goes out: an image object. Must not know where it
 * is shown. */
#include "pdf_picture.h"

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
  g_autoptr (GBytes) bytes = tk_picture_clean_new (picture);

  return tk_store_verbatim_bytes (store, entries, bytes);
}

static HPDF_Dict
store_samples (TkStore *store, const TkPrint *print)
{
  g_autofree char *mask = NULL;

  if (print->alpha != NULL) {
    g_autofree char *gray = describe (print->width, print->height, 1, 0, "");
    mask = g_strdup_printf ("/SMask %u 0 R", tk_store_number (tk_store_deflated (store, gray, print->alpha)));
  }
  g_autofree char *entries = describe (print->width, print->height, print->components, 0,
                                       mask == NULL ? "" : mask);
  return tk_store_deflated (store, entries, print->bytes);
}

static HPDF_Dict
store_print (TkStore *store, const TkPicture *picture, const TkPrint *print)
{
  switch (print->kind) {
  case TK_PRINT_AS_IS:
    return store_as_is (store, picture);
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
tk_picture_store (TkStore *store, const TkPicture *picture, GError **error)
{
  const TkPrint *print = tk_prints_find (store->prints, NULL, picture->index);
  g_auto (TkPrint) made = {0};

  if (print != NULL)
    return store_print (store, picture, print);
  return tk_print_make (picture, NULL, &made, error) ? store_print (store, picture, &made) : NULL;
}
