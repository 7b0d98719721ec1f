/* Comes in: what a WebP or HEIC file is to be like. Goes out: the file. */
#include <libheif/heif.h>
#include <string.h>
#include <webp/encode.h>
#include <webp/mux.h>

#include "make.h"

static void
set_block (WebPMux *mux, const char *name, GBytes *payload, gsize skipped)
{
  gsize size;
  const guint8 *bytes = g_bytes_get_data (payload, &size);
  const WebPData data = {bytes + skipped, size - skipped};

  WebPMuxSetChunk (mux, name, &data, 1);
}

static void
push_frames (WebPMux *mux, const WebPData *first, int n)
{
  g_autoptr (TkPixels) black = tk_pixels_new (MADE_WIDTH, MADE_HEIGHT, 3);
  WebPData dark = {0};
  const WebPMuxAnimParams animation = {.loop_count = 0};
  WebPMuxFrameInfo frame = {.bitstream = *first, .duration = 100, .id = WEBP_CHUNK_ANMF};

  WebPMuxSetAnimationParams (mux, &animation);
  WebPMuxPushFrame (mux, &frame, 1);
  dark.size = WebPEncodeRGB (black->data, MADE_WIDTH, MADE_HEIGHT, MADE_WIDTH * 3, 80,
                             (guint8 **) &dark.bytes);
  frame.bitstream = dark;
  while (--n > 0)
    WebPMuxPushFrame (mux, &frame, 1);
  WebPFree ((void *) dark.bytes);
}

GBytes *
make_webp_new (const MakeWebp *wanted)
{
  const int components = wanted->alpha ? 4 : 3, stride = MADE_WIDTH * components;
  g_autoptr (TkPixels) pixels = make_pixels_new (MADE_WIDTH, MADE_HEIGHT, components);
  WebPMux *mux = WebPMuxNew ();
  WebPData still = {0}, whole = {0};
  guint8 **to = (guint8 **) &still.bytes;

  if (wanted->lossless)
    still.size = (wanted->alpha ? WebPEncodeLosslessRGBA : WebPEncodeLosslessRGB) (pixels->data, MADE_WIDTH,
                                                                                   MADE_HEIGHT, stride, to);
  else
    still.size = (wanted->alpha ? WebPEncodeRGBA : WebPEncodeRGB) (pixels->data, MADE_WIDTH, MADE_HEIGHT,
                                                                   stride, 90, to);
  if (wanted->n_frames > 1)
    push_frames (mux, &still, wanted->n_frames);
  else
    WebPMuxSetImage (mux, &still, 1);
  if (wanted->profile) {
    g_autoptr (GBytes) profile = make_profile_new ();
    set_block (mux, "ICCP", profile, 0);
  }
  if (wanted->orientation != 0) {
    g_autoptr (GBytes) exif = make_exif_new (wanted->orientation, TRUE);
    set_block (mux, "EXIF", exif, 6);
  }
  WebPMuxAssemble (mux, &whole);
  GBytes *file = g_bytes_new (whole.bytes, whole.size);
  WebPDataClear (&whole);
  WebPFree ((void *) still.bytes);
  WebPMuxDelete (mux);
  return file;
}

static struct heif_image *
heif_image_new (gboolean alpha, gboolean profile)
{
  const int components = alpha ? 4 : 3;
  g_autoptr (TkPixels) pixels = make_pixels_new (MADE_WIDTH, MADE_HEIGHT, components);
  struct heif_image *image = NULL;
  int stride = 0;

  heif_image_create (MADE_WIDTH, MADE_HEIGHT, heif_colorspace_RGB,
                     alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB, &image);
  heif_image_add_plane (image, heif_channel_interleaved, MADE_WIDTH, MADE_HEIGHT, 8);
  guint8 *to = heif_image_get_plane (image, heif_channel_interleaved, &stride);
  for (int y = 0; y < MADE_HEIGHT; y++)
    memcpy (to + y * stride, pixels->data + y * MADE_WIDTH * components, (gsize) (MADE_WIDTH * components));
  if (profile) {
    g_autoptr (GBytes) icc = make_profile_new ();
    gsize size;
    const void *bytes = g_bytes_get_data (icc, &size);
    heif_image_set_raw_color_profile (image, "prof", bytes, size);
  }
  return image;
}

static void
add_picture (struct heif_context *context, struct heif_encoder *encoder, const MakeHeic *wanted)
{
  struct heif_image *image = heif_image_new (wanted->alpha, wanted->profile);
  struct heif_encoding_options *options = heif_encoding_options_alloc ();
  struct heif_image_handle *handle = NULL;

  if (wanted->orientation != 0)
    options->image_orientation = (enum heif_orientation) wanted->orientation;
  heif_context_encode_image (context, image, encoder, options, &handle);
  if (wanted->exif) {
    g_autoptr (GBytes) exif = make_exif_new (3, TRUE);
    gsize size;
    const guint8 *bytes = g_bytes_get_data (exif, &size);
    heif_context_add_exif_metadata (context, handle, bytes + 6, (int) size - 6);
  }
  heif_image_handle_release (handle);
  heif_encoding_options_free (options);
  heif_image_release (image);
}

static struct heif_error
write_heif (G_GNUC_UNUSED struct heif_context *context, const void *bytes, size_t size, void *to)
{
  g_byte_array_append (to, bytes, (guint) size);
  return (struct heif_error){heif_error_Ok, heif_suberror_Unspecified, ""};
}

GBytes *
make_heic_new (const MakeHeic *wanted)
{
  struct heif_context *context = heif_context_alloc ();
  struct heif_encoder *encoder = NULL;
  struct heif_writer writer = {.writer_api_version = 1, .write = write_heif};
  g_autoptr (GByteArray) file = g_byte_array_new ();

  if (heif_context_get_encoder_for_format (context, heif_compression_HEVC, &encoder).code == heif_error_Ok) {
    heif_encoder_set_lossy_quality (encoder, 90);
    for (int i = 0; i < MAX (wanted->n_pictures, 1); i++)
      add_picture (context, encoder, wanted);
    heif_context_write (context, &writer, file);
    heif_encoder_release (encoder);
  }
  heif_context_free (context);
  return file->len > 0 ? g_byte_array_free_to_bytes (g_steal_pointer (&file)) : NULL;
}
