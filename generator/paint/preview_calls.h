/* The functions of cairo that the preview calls. It brings the libraries of a window system along, and is
 * opened when a picture is wanted. */
#pragma once

#include <cairo.h>

#include "library.h"

#define TK_CAIRO_CALLS(CALL)                                                                                 \
  CALL (cairo_clip)                                                                                          \
  CALL (cairo_close_path)                                                                                    \
  CALL (cairo_create)                                                                                        \
  CALL (cairo_curve_to)                                                                                      \
  CALL (cairo_destroy)                                                                                       \
  CALL (cairo_fill)                                                                                          \
  CALL (cairo_get_source)                                                                                    \
  CALL (cairo_image_surface_create)                                                                          \
  CALL (cairo_image_surface_get_data)                                                                        \
  CALL (cairo_image_surface_get_height)                                                                      \
  CALL (cairo_image_surface_get_stride)                                                                      \
  CALL (cairo_image_surface_get_width)                                                                       \
  CALL (cairo_line_to)                                                                                       \
  CALL (cairo_move_to)                                                                                       \
  CALL (cairo_new_path)                                                                                      \
  CALL (cairo_paint)                                                                                         \
  CALL (cairo_pattern_set_extend)                                                                            \
  CALL (cairo_pattern_set_filter)                                                                            \
  CALL (cairo_rectangle)                                                                                     \
  CALL (cairo_restore)                                                                                       \
  CALL (cairo_rotate)                                                                                        \
  CALL (cairo_save)                                                                                          \
  CALL (cairo_scale)                                                                                         \
  CALL (cairo_set_dash)                                                                                      \
  CALL (cairo_set_line_join)                                                                                 \
  CALL (cairo_set_line_width)                                                                                \
  CALL (cairo_set_source_rgb)                                                                                \
  CALL (cairo_set_source_surface)                                                                            \
  CALL (cairo_status_to_string)                                                                              \
  CALL (cairo_stroke)                                                                                        \
  CALL (cairo_surface_destroy)                                                                               \
  CALL (cairo_surface_mark_dirty)                                                                            \
  CALL (cairo_surface_status)                                                                                \
  CALL (cairo_surface_write_to_png_stream)                                                                   \
  CALL (cairo_transform)                                                                                     \
  CALL (cairo_translate)                                                                                     \
  CALL (cairo_user_to_device_distance)

typedef struct {
  TK_CAIRO_CALLS (TK_LIBRARY_MEMBER)
} TkCairo;
