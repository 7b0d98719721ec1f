/* Comes in: a WebP file. Goes out: what its head says, and its pixels. Must
 * not know what the picture is for. */
#include "webp_file.h"

#include <string.h>
#include <webp/decode.h>
#include <webp/demux.h>

#include "metadata.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WebPDemuxer, WebPDemuxDelete)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WebPIterator, WebPDemuxReleaseIterator)
typedef WebPChunkIterator Block;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Block, WebPDemuxReleaseChunkIterator)

enum { FORMAT_LOSSLESS = 2 }; /* WebPBitstreamFeatures.format */

/* NULL: broken, or not all there. */
static WebPDemuxer *
open_frame (const guint8 *bytes, gsize size, WebPIterator *frame)
{
  const WebPData data = {bytes, size};
  g_autoptr (WebPDemuxer) demuxer = WebPDemux (&data);

  if (demuxer == NULL || !WebPDemuxGetFrame (demuxer, 1, frame) || !frame->complete)
    return NULL;
  return g_steal_pointer (&demuxer);
}

static void
read_metadata (const WebPDemuxer *demuxer, TkHead *head)
{
  g_auto (Block) exif = {0}, xmp = {0};

  tk_metadata_clear (head);
  if (WebPDemuxGetChunk (demuxer, "EXIF", 1, &exif))
    tk_metadata_read_exif (exif.chunk.bytes, exif.chunk.size, head);
  if (WebPDemuxGetChunk (demuxer, "XMP ", 1, &xmp))
    tk_metadata_read_xmp (xmp.chunk.bytes, xmp.chunk.size, head);
}

/* A frame smaller than its canvas leaves a transparent margin. */
static gboolean
has_alpha (const WebPDemuxer *demuxer, const WebPIterator *frame)
{
  return frame->has_alpha || frame->width != (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_WIDTH)
         || frame->height != (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_HEIGHT);
}

gboolean
tk_webp_read_head (const guint8 *bytes, gsize size, TkHead *head)
{
  g_auto (WebPIterator) frame = {0};
  g_autoptr (WebPDemuxer) demuxer = open_frame (bytes, size, &frame);
  WebPBitstreamFeatures features;

  if (demuxer == NULL
      || WebPGetFeatures (frame.fragment.bytes, frame.fragment.size, &features) != VP8_STATUS_OK)
    return FALSE;
  memset (head, 0, sizeof *head);
  head->format = "WebP";
  head->width = (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_WIDTH);
  head->height = (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_HEIGHT);
  head->components = 3;
  head->exact = features.format == FORMAT_LOSSLESS || has_alpha (demuxer, &frame);
  head->several = WebPDemuxGetI (demuxer, WEBP_FF_FRAME_COUNT) > 1;
  read_metadata (demuxer, head);
  return TRUE;
}

TkPixels *
tk_webp_decode_new (const guint8 *bytes, gsize size)
{
  g_auto (WebPIterator) frame = {0};
  g_auto (Block) profile = {0};
  g_autoptr (WebPDemuxer) demuxer = open_frame (bytes, size, &frame);

  if (demuxer == NULL)
    return NULL;
  const gboolean alpha = has_alpha (demuxer, &frame);
  const int width = (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_WIDTH);
  const int height = (int) WebPDemuxGetI (demuxer, WEBP_FF_CANVAS_HEIGHT);
  g_autoptr (TkPixels) pixels = tk_pixels_new (width, height, alpha ? 4 : 3);
  if (pixels == NULL)
    return NULL;
  const gsize stride = (gsize) width * (gsize) pixels->components;
  const gsize offset = (gsize) frame.y_offset * stride + (gsize) frame.x_offset * (gsize) pixels->components;
  const gsize room = stride * (gsize) height - offset;
  const guint8 *decoded = (alpha ? WebPDecodeRGBAInto : WebPDecodeRGBInto) (
      frame.fragment.bytes, frame.fragment.size, pixels->data + offset, room, (int) stride);
  if (decoded == NULL)
    return NULL;
  if (WebPDemuxGetChunk (demuxer, "ICCP", 1, &profile))
    tk_pixels_set_profile (pixels, profile.chunk.bytes, profile.chunk.size);
  return g_steal_pointer (&pixels);
}
