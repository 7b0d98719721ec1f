/* Comes in: a picture file. Goes out: an image object. Must not know where it
 * is shown. */
#include "pdf_picture.h"

static char *
describe (const TkPicture *picture, int components, const char *more)
{
  return g_strdup_printf (
      "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s%s\n", picture->width,
      picture->height, components == 1 ? "DeviceGray" : "DeviceRGB", more);
}

HPDF_Dict
tk_picture_store (TkStore *store, const TkPicture *picture, GError **error)
{
  gsize n = (gsize) picture->width * (gsize) picture->height;
  g_autofree char *entries = NULL, *mask = NULL;
  g_autofree guint8 *pixels = NULL, *alpha = NULL;
  int components = picture->components;

  if (picture->kind == TK_PICTURE_JPEG && (components == 1 || components == 3)) {
    entries = describe (picture, components, "/Filter/DCTDecode");
    return tk_store_verbatim (store, entries, picture->bytes, picture->size);
  }
  if (!tk_picture_decode (picture, &components, &pixels, &alpha, error))
    return NULL;
  if (alpha != NULL) {
    TkBytes raw = {(char *) g_steal_pointer (&alpha), n, n};
    g_autofree char *grey = describe (picture, 1, "");
    mask = g_strdup_printf ("/SMask %u 0 R", tk_store_number (tk_store_stream (store, grey, &raw)));
  }
  TkBytes raw = {(char *) g_steal_pointer (&pixels), n * (gsize) components, n * (gsize) components};
  entries = describe (picture, components, mask == NULL ? "" : mask);
  return tk_store_stream (store, entries, &raw);
}
