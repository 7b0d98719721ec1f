/* Comes in: rows of pixels. Goes out: the same, upright. Must not know where
 * they come from. */
#include "pixels.h"

#include <string.h>

/* The largest that printers make have 3 MB; a JPEG file cannot hold more than 16 MB. */
enum { MOST_PROFILE = 8 * 1024 * 1024 };

TkPixels *
tk_pixels_new (int width, int height, int components)
{
  TkPixels *pixels = g_new0 (TkPixels, 1);

  pixels->width = width;
  pixels->height = height;
  pixels->components = components;
  pixels->data = g_try_malloc0 ((gsize) width * (gsize) height * (gsize) components);
  if (pixels->data == NULL)
    g_clear_pointer (&pixels, tk_pixels_free);
  return pixels;
}

void
tk_pixels_free (TkPixels *pixels)
{
  if (pixels == NULL)
    return;
  g_free (pixels->data);
  g_clear_pointer (&pixels->profile, g_bytes_unref);
  g_free (pixels);
}

void
tk_pixels_set_profile (TkPixels *pixels, const guint8 *bytes, gsize size)
{
  g_clear_pointer (&pixels->profile, g_bytes_unref);
  if (size > 0 && size <= MOST_PROFILE)
    pixels->profile = g_bytes_new (bytes, size);
}

gboolean
tk_orientation_swaps (int orientation)
{
  return orientation >= 5;
}

void
tk_pixels_turn (const guint8 *from, int width, int height, gsize pixel_size, int orientation, guint8 *to)
{
  const gboolean swaps = tk_orientation_swaps (orientation);
  const gboolean from_right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
  const gboolean from_below = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
  const gssize pixel = (gssize) pixel_size, row = width * pixel;
  const gssize along = from_right ? -pixel : pixel, down = from_below ? -row : row;
  const gssize step = swaps ? down : along, line = swaps ? along : down;
  const int columns = swaps ? height : width, rows = swaps ? width : height;
  const guint8 *start = from + (from_right ? row - pixel : 0) + (from_below ? (height - 1) * row : 0);

  for (int y = 0; y < rows; y++) {
    const guint8 *at = start + y * line;
    for (int x = 0; x < columns; x++, at += step, to += pixel_size)
      memcpy (to, at, pixel_size);
  }
}
