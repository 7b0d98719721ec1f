/* Comes in: a HEIF file. Goes out: what its head says, and its pixels. Must
 * not know what the picture is for. */
#include "heif_file.h"

#include <libheif/heif.h>
#include <string.h>

#include "library.h"
#include "metadata.h"

/* It brings six coders of video along. */
#define CALLS(CALL)                                                                                          \
  CALL (heif_check_filetype)                                                                                 \
  CALL (heif_get_file_mime_type)                                                                             \
  CALL (heif_context_alloc)                                                                                  \
  CALL (heif_context_free)                                                                                   \
  CALL (heif_context_get_number_of_top_level_images)                                                         \
  CALL (heif_context_get_primary_image_handle)                                                               \
  CALL (heif_context_read_from_memory_without_copy)                                                          \
  CALL (heif_context_set_maximum_image_size_limit)                                                           \
  CALL (heif_decode_image)                                                                                   \
  CALL (heif_decoding_options_alloc)                                                                         \
  CALL (heif_decoding_options_free)                                                                          \
  CALL (heif_image_get_plane_readonly)                                                                       \
  CALL (heif_image_get_primary_height)                                                                       \
  CALL (heif_image_get_primary_width)                                                                        \
  CALL (heif_image_handle_get_height)                                                                        \
  CALL (heif_image_handle_get_list_of_metadata_block_IDs)                                                    \
  CALL (heif_image_handle_get_metadata)                                                                      \
  CALL (heif_image_handle_get_metadata_size)                                                                 \
  CALL (heif_image_handle_get_metadata_type)                                                                 \
  CALL (heif_image_handle_get_raw_color_profile)                                                             \
  CALL (heif_image_handle_get_raw_color_profile_size)                                                        \
  CALL (heif_image_handle_get_width)                                                                         \
  CALL (heif_image_handle_has_alpha_channel)                                                                 \
  CALL (heif_image_handle_release)                                                                           \
  CALL (heif_image_release)

typedef struct {
  CALLS (TK_LIBRARY_MEMBER)
} Calls;

static gboolean
load (Calls *calls)
{
  static const char *const names[] = {CALLS (TK_LIBRARY_NAME) NULL};

  return tk_library_open (TK_LIBRARY_HEIF, "libheif1", names, calls, NULL);
}

/* The head tells one size, a grid of tiles another that is not seen before it
 * is decoded: this keeps the grid within bounds, too. The largest pictures of
 * phones have 16,320 pixels. */
enum { MOST_SIDE = 20000 };

/* The primary picture of a file in memory, which must outlive it. */
typedef struct {
  Calls call;
  struct heif_context *context;
  struct heif_image_handle *handle;
} Primary;

static gboolean
fails (struct heif_error error)
{
  return error.code != heif_error_Ok;
}

static gboolean
primary_open (Primary *primary, const guint8 *bytes, gsize size)
{
  const Calls *call = &primary->call;

  if (!load (&primary->call))
    return FALSE;
  primary->context = call->heif_context_alloc ();
  call->heif_context_set_maximum_image_size_limit (primary->context, MOST_SIDE);
  return !fails (call->heif_context_read_from_memory_without_copy (primary->context, bytes, size, NULL))
         && !fails (call->heif_context_get_primary_image_handle (primary->context, &primary->handle));
}

static void
primary_close (Primary *primary)
{
  if (primary->handle != NULL)
    primary->call.heif_image_handle_release (primary->handle);
  if (primary->context != NULL)
    primary->call.heif_context_free (primary->context);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Primary, primary_close)

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
read_metadata (const Primary *primary, TkHead *head)
{
  const Calls *call = &primary->call;
  heif_item_id ids[16];
  const int n = call->heif_image_handle_get_list_of_metadata_block_IDs (primary->handle, NULL, ids,
                                                                        G_N_ELEMENTS (ids));

  tk_metadata_clear (head);
  for (int i = 0; i < n; i++) {
    const gsize size = call->heif_image_handle_get_metadata_size (primary->handle, ids[i]);
    g_autofree guint8 *block = g_malloc (size + 1);
    if (fails (call->heif_image_handle_get_metadata (primary->handle, ids[i], block)))
      continue;
    if (g_strcmp0 (call->heif_image_handle_get_metadata_type (primary->handle, ids[i]), "Exif") == 0)
      read_exif (block, size, head);
    else
      tk_metadata_read_xmp (block, size, head);
  }
  head->orientation = 1;
}

gboolean
tk_heif_matches (const guint8 *bytes, gsize size)
{
  Calls call;

  /* the type of the first box, ISO/IEC 14496-12, 4.3; the library has the last word */
  return size >= 12 && memcmp (bytes + 4, "ftyp", 4) == 0 && load (&call)
         && call.heif_check_filetype (bytes, (int) MIN (size, 4096)) == heif_filetype_yes_supported;
}

gboolean
tk_heif_read_head (const guint8 *bytes, gsize size, TkHead *head)
{
  g_auto (Primary) primary = {0};
  const Calls *call = &primary.call;

  if (!primary_open (&primary, bytes, size))
    return FALSE;
  memset (head, 0, sizeof *head);
  head->format = g_strcmp0 (call->heif_get_file_mime_type (bytes, (int) MIN (size, 4096)), "image/avif") == 0
                     ? "AVIF"
                     : "HEIC";
  head->width = call->heif_image_handle_get_width (primary.handle);
  head->height = call->heif_image_handle_get_height (primary.handle);
  head->components = 3;
  head->exact = call->heif_image_handle_has_alpha_channel (primary.handle) != 0;
  head->several = call->heif_context_get_number_of_top_level_images (primary.context) > 1;
  read_metadata (&primary, head);
  return TRUE;
}

static void
copy_profile (const Primary *primary, TkPixels *pixels)
{
  const gsize size = primary->call.heif_image_handle_get_raw_color_profile_size (primary->handle);
  g_autofree guint8 *profile = g_malloc (size + 1);

  if (size > 0 && !fails (primary->call.heif_image_handle_get_raw_color_profile (primary->handle, profile)))
    tk_pixels_set_profile (pixels, profile, size);
}

/* NULL: it is broken. */
static struct heif_image *
decode (const Primary *primary, gboolean alpha)
{
  struct heif_decoding_options *options = primary->call.heif_decoding_options_alloc ();
  struct heif_image *image = NULL;

  options->convert_hdr_to_8bit = 1;
  gboolean failed = fails (primary->call.heif_decode_image (
      primary->handle, &image, heif_colorspace_RGB,
      alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, options));
  primary->call.heif_decoding_options_free (options);
  return failed ? NULL : image;
}

/* NULL: the picture has not the size that its head gave. */
static TkPixels *
copy_pixels_new (const Primary *primary, const struct heif_image *image, gboolean alpha)
{
  const Calls *call = &primary->call;
  const int width = call->heif_image_handle_get_width (primary->handle);
  const int height = call->heif_image_handle_get_height (primary->handle);
  int stride = 0;

  if (call->heif_image_get_primary_width (image) != width
      || call->heif_image_get_primary_height (image) != height)
    return NULL;
  const guint8 *from = call->heif_image_get_plane_readonly (image, heif_channel_interleaved, &stride);
  TkPixels *pixels = from == NULL ? NULL : tk_pixels_new (width, height, alpha ? 4 : 3);
  if (pixels == NULL)
    return NULL;
  const gsize row = (gsize) width * (gsize) pixels->components;
  for (gsize y = 0; y < (gsize) height; y++)
    memcpy (pixels->data + y * row, from + y * (gsize) stride, row);
  copy_profile (primary, pixels);
  return pixels;
}

TkPixels *
tk_heif_decode_new (const guint8 *bytes, gsize size)
{
  g_auto (Primary) primary = {0};

  if (!primary_open (&primary, bytes, size))
    return NULL;
  const gboolean alpha = primary.call.heif_image_handle_has_alpha_channel (primary.handle) != 0;
  struct heif_image *image = decode (&primary, alpha);
  if (image == NULL)
    return NULL;
  TkPixels *pixels = copy_pixels_new (&primary, image, alpha);
  primary.call.heif_image_release (image);
  return pixels;
}
