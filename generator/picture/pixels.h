/* A picture decoded, on its way from one format to another. */
#pragma once

#include <glib.h>

typedef struct {
  int width, height;
  int components; /* 3: RGB, 4: RGB and alpha, not multiplied; 8 bits each, rows without padding */
  guint8 *data;
  GBytes *profile; /* ICC, or NULL */
} TkPixels;

/* Zeros, that is black or transparent. NULL: no memory. */
TkPixels *tk_pixels_new (int width, int height, int components);
void tk_pixels_free (TkPixels *pixels);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPixels, tk_pixels_free)

/* Nothing, and profiles beyond measure, are taken for no profile. */
void tk_pixels_set_profile (TkPixels *pixels, const guint8 *bytes, gsize size);

/* EXIF orientations 5 to 8 exchange width and height. */
gboolean tk_orientation_swaps (int orientation);

/* Turns and mirrors the rows of @from, @pixel_size bytes a pixel, as
 * @orientation wants them shown (CIPA DC-008, tag 0x0112). @width and @height
 * are those of @from. @to holds as many bytes. */
void tk_pixels_turn (const guint8 *from, int width, int height, gsize pixel_size, int orientation,
                     guint8 *to);
