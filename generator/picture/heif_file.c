/* Comes in: a HEIF file. Goes out: what its head says, and its pixels. Must
 * not know what the picture is for. */
#include "heif_file.h"

#include <libheif/heif.h>
#include <string.h>

#include "metadata.h"

/* The head tells one size, a grid of tiles another that is not seen before it
 * is decoded: this keeps the grid within bounds, too. The largest pictures of
 * phones have 16,320 pixels. */
enum { MOST_SIDE = 20000 };

typedef struct heif_context Context;
typedef struct heif_image_handle Handle;
typedef struct heif_image Image;
typedef struct heif_decoding_options Options;
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Context, heif_context_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Handle, heif_image_handle_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Image, heif_image_release)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Options, heif_decoding_options_free)

static gboolean
fails (struct heif_error error)
{
  return error.code != heif_error_Ok;
}

/* The primary picture; @bytes and @context must outlive it. */
static Handle *
open_primary (Context *context, const guint8 *bytes, gsize size)
{
  Handle *handle = NULL;

  heif_context_set_maximum_image_size_limit (context, MOST_SIDE);
  if (fails (heif_context_read_from_memory_without_copy (context, bytes, size, NULL))
      || fails (heif_context_get_primary_image_handle (context, &handle)))
    return NULL;
  return handle;
}

/* The block begins with the distance of the TIFF header (ISO/IEC 23008-12, A.2.1). */
static void
read_exif (const guint8 *block, gsize size, TkHead *head)
{
  guint32 skip;

  if (size < sizeof skip)
    return;
  memcpy (&skip, block, sizeof skip);
  skip = GUINT32_FROM_BE (skip);
  if (skip < size - sizeof skip)
    tk_metadata_read_exif (block + sizeof skip + skip, size - sizeof skip - skip, head);
}

static void
read_metadata (const Handle *handle, TkHead *head)
{
  heif_item_id ids[16];
  const int n = heif_image_handle_get_list_of_metadata_block_IDs (handle, NULL, ids, G_N_ELEMENTS (ids));

  tk_metadata_clear (head);
  for (int i = 0; i < n; i++) {
    const gsize size = heif_image_handle_get_metadata_size (handle, ids[i]);
    g_autofree guint8 *block = g_malloc (size + 1);
    if (fails (heif_image_handle_get_metadata (handle, ids[i], block)))
      continue;
    if (g_strcmp0 (heif_image_handle_get_metadata_type (handle, ids[i]), "Exif") == 0)
      read_exif (block, size, head);
    else
      tk_metadata_read_xmp (block, size, head);
  }
  head->orientation = 1;
}

gboolean
tk_heif_matches (const guint8 *bytes, gsize size)
{
  return heif_check_filetype (bytes, (int) MIN (size, 4096)) == heif_filetype_yes_supported;
}

gboolean
tk_heif_read_head (const guint8 *bytes, gsize size, TkHead *head)
{
  g_autoptr (Context) context = heif_context_alloc ();
  g_autoptr (Handle) handle = open_primary (context, bytes, size);
  const gboolean av1 = g_strcmp0 (heif_get_file_mime_type (bytes, (int) MIN (size, 4096)), "image/avif") == 0;

  if (handle == NULL)
    return FALSE;
  memset (head, 0, sizeof *head);
  head->format = av1 ? "AVIF" : "HEIC";
  head->width = heif_image_handle_get_width (handle);
  head->height = heif_image_handle_get_height (handle);
  head->components = 3;
  head->exact = heif_image_handle_has_alpha_channel (handle) != 0;
  head->several = heif_context_get_number_of_top_level_images (context) > 1;
  read_metadata (handle, head);
  return TRUE;
}

static void
copy_profile (const Handle *handle, TkPixels *pixels)
{
  const gsize size = heif_image_handle_get_raw_color_profile_size (handle);
  g_autofree guint8 *profile = g_malloc (size + 1);

  if (size > 0 && !fails (heif_image_handle_get_raw_color_profile (handle, profile)))
    tk_pixels_set_profile (pixels, profile, size);
}

static Image *
decode (const Handle *handle, gboolean alpha)
{
  g_autoptr (Options) options = heif_decoding_options_alloc ();
  Image *image = NULL;

  options->convert_hdr_to_8bit = 1;
  if (fails (heif_decode_image (handle, &image, heif_colorspace_RGB,
                                alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options)))
    return NULL;
  return image;
}

TkPixels *
tk_heif_decode_new (const guint8 *bytes, gsize size)
{
  g_autoptr (Context) context = heif_context_alloc ();
  g_autoptr (Handle) handle = open_primary (context, bytes, size);

  if (handle == NULL)
    return NULL;
  const gboolean alpha = heif_image_handle_has_alpha_channel (handle) != 0;
  const int width = heif_image_handle_get_width (handle), height = heif_image_handle_get_height (handle);
  g_autoptr (Image) image = decode (handle, alpha);
  if (image == NULL || heif_image_get_primary_width (image) != width
      || heif_image_get_primary_height (image) != height)
    return NULL;
  int stride = 0;
  const guint8 *from = heif_image_get_plane_readonly (image, heif_channel_interleaved, &stride);
  g_autoptr (TkPixels) pixels = from == NULL ? NULL : tk_pixels_new (width, height, alpha ? 4 : 3);
  if (pixels == NULL)
    return NULL;
  const gsize row = (gsize) width * (gsize) pixels->components;
  for (gsize y = 0; y < (gsize) height; y++)
    memcpy (pixels->data + y * row, from + y * (gsize) stride, row);
  copy_profile (handle, pixels);
  return g_steal_pointer (&pixels);
}
