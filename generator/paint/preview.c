/* Comes in: finished pages or sheets. Goes out: a picture of one of them. Glyphs are
 * filled outlines at their exact places, unhinted, so that the picture can be
 * compared with what other programs make of the PDF. */
#include <glib/gi18n.h>
#include <hb.h>
#include <math.h>

#include "error.h"
#include "order.h"
#include "paint.h"
#include "preview_calls.h"

typedef struct {
  const TkCairo *call;
  cairo_t *cairo;
  GPtrArray *fonts; /* hb_font_t by face id */
  hb_draw_funcs_t *pen;
} Preview;

/* The glyph's outline goes into cairo's path. Font units; y upwards. */

static void
pen_move (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  const Preview *preview = data;

  (void) funcs, (void) state, (void) user_data;
  preview->call->cairo_move_to (preview->cairo, (double) x, (double) y);
}

static void
pen_line (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  const Preview *preview = data;

  (void) funcs, (void) state, (void) user_data;
  preview->call->cairo_line_to (preview->cairo, (double) x, (double) y);
}

static void
pen_curve (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2,
           float x3, float y3, void *user_data)
{
  const Preview *preview = data;

  (void) funcs, (void) state, (void) user_data;
  preview->call->cairo_curve_to (preview->cairo, (double) x1, (double) y1, (double) x2, (double) y2,
                                 (double) x3, (double) y3);
}

static void
pen_close (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user_data)
{
  const Preview *preview = data;

  (void) funcs, (void) state, (void) user_data;
  preview->call->cairo_close_path (preview->cairo);
}

static hb_draw_funcs_t *
pen_new (void)
{
  hb_draw_funcs_t *pen = hb_draw_funcs_create ();

  hb_draw_funcs_set_move_to_func (pen, pen_move, NULL, NULL);
  hb_draw_funcs_set_line_to_func (pen, pen_line, NULL, NULL);
  hb_draw_funcs_set_cubic_to_func (pen, pen_curve, NULL, NULL); /* HarfBuzz raises quadratics to cubics */
  hb_draw_funcs_set_close_path_func (pen, pen_close, NULL, NULL);
  hb_draw_funcs_make_immutable (pen);
  return pen;
}

static void
draw_glyph (hb_font_t *font, guint32 glyph, Preview *preview)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph (font, glyph, preview->pen, preview);
#else
  hb_font_get_glyph_shape (font, glyph, preview->pen, preview);
#endif
}

static void
font_free (gpointer font)
{
  hb_font_destroy (font);
}

static hb_font_t *
find_font (Preview *preview, const TkFace *face)
{
  if (face->id >= preview->fonts->len)
    g_ptr_array_set_size (preview->fonts, (gint) face->id + 1);
  gpointer *place = &preview->fonts->pdata[face->id];
  if (*place == NULL) {
    hb_blob_t *blob = hb_blob_create ((const char *) face->data, (guint) face->size, HB_MEMORY_MODE_READONLY,
                                      NULL, NULL);
    hb_face_t *hb = hb_face_create (blob, (guint) face->index);
    hb_blob_destroy (blob);
    *place = hb_font_create (hb);
    hb_font_set_scale (*place, face->units_per_em, face->units_per_em);
    hb_face_destroy (hb);
  }
  return *place;
}

static double
points (TkUnit unit)
{
  return unit / 1024.0;
}

static void
set_colour (const Preview *preview, guint32 colour)
{
  preview->call->cairo_set_source_rgb (preview->cairo, (colour >> 16 & 255) / 255.0,
                                       (colour >> 8 & 255) / 255.0, (colour & 255) / 255.0);
}

static void
draw_word (Preview *preview, const TkWord *word, double x, double y)
{
  const TkCairo *call = preview->call;
  hb_font_t *font = find_font (preview, word->face);
  double scale = points (word->size) / word->face->units_per_em;
  TkUnit pen = 0;

  for (guint i = 0; i < word->n_glyphs; i++) {
    const TkGlyph *glyph = &word->glyphs[i];
    const TkOffset offset = tk_word_offset (word, i);
    call->cairo_save (preview->cairo);
    call->cairo_translate (preview->cairo, x + points (pen + offset.x), y - points (offset.y));
    call->cairo_scale (preview->cairo, scale, -scale);
    draw_glyph (font, glyph->glyph, preview);
    call->cairo_restore (preview->cairo);
    pen += glyph->advance;
  }
}

static void
draw_text (Preview *preview, const TkDrawn *drawn)
{
  const TkCairo *call = preview->call;
  const TkMark *mark = drawn->mark;

  set_colour (preview, mark->colour);
  call->cairo_save (preview->cairo);
  call->cairo_translate (preview->cairo, points (drawn->x), points (drawn->y));
  call->cairo_rotate (preview->cairo, -mark->turned * G_PI / 180);
  call->cairo_new_path (preview->cairo);
  for (guint i = 0; i < mark->text.n_pieces; i++)
    draw_word (preview, mark->text.pieces[i].word, points (mark->text.pieces[i].x), 0);
  call->cairo_fill (preview->cairo);
  call->cairo_restore (preview->cairo);
}

static void
draw_rule (const Preview *preview, const TkDrawn *drawn)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;

  set_colour (preview, drawn->mark->colour);
  call->cairo_rectangle (cairo, points (drawn->x), points (drawn->y), points (drawn->mark->rule.width),
                         points (drawn->mark->rule.height));
  call->cairo_fill (cairo);
}

static void
trace_path (const Preview *preview, const TkStep *steps, guint n_steps)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;

  call->cairo_new_path (cairo);
  for (const TkStep *step = steps; step < steps + n_steps; step++)
    switch (step->kind) {
    case TK_STEP_MOVE:
      call->cairo_move_to (cairo, points (step->x), points (step->y));
      break;
    case TK_STEP_LINE:
      call->cairo_line_to (cairo, points (step->x), points (step->y));
      break;
    case TK_STEP_CURVE:
      call->cairo_curve_to (cairo, points (step->x1), points (step->y1), points (step->x2), points (step->y2),
                            points (step->x), points (step->y));
      break;
    case TK_STEP_CLOSE:
      call->cairo_close_path (cairo);
      break;
    }
}

static void
set_dash (const Preview *preview, const TkMark *mark)
{
  double lengths[G_N_ELEMENTS (mark->path.dash)];
  int n = 0;

  while (n < (int) G_N_ELEMENTS (lengths) && mark->path.dash[n] > 0) {
    lengths[n] = mark->path.dash[n];
    n++;
  }
  preview->call->cairo_set_dash (preview->cairo, lengths, n, 0);
}

static void
draw_path (const Preview *preview, const TkDrawn *drawn)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;
  const TkMark *mark = drawn->mark;

  call->cairo_save (cairo);
  call->cairo_translate (cairo, points (drawn->x), points (drawn->y));
  set_colour (preview, mark->colour);
  if (mark->path.n_clip > 0) {
    trace_path (preview, mark->path.clip, mark->path.n_clip);
    call->cairo_clip (cairo);
  }
  trace_path (preview, mark->path.steps, mark->path.n_steps);
  if (mark->path.stroke > 0) {
    call->cairo_set_line_width (cairo, points (mark->path.stroke));
    call->cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
    set_dash (preview, mark);
    call->cairo_stroke (cairo);
  } else {
    call->cairo_fill (cairo);
  }
  call->cairo_restore (cairo);
}

/* cairo's pixels: premultiplied, native byte order. */
static void
fill_row (guint32 *to, const guint8 *pixels, const guint8 *alpha, int width, int components)
{
  for (int x = 0; x < width; x++, pixels += components) {
    guint32 a = alpha == NULL ? 255 : alpha[x];
    guint32 red = pixels[0] * a / 255, green = pixels[components == 3] * a / 255;
    guint32 blue = pixels[components == 3 ? 2 : 0] * a / 255;
    to[x] = a << 24 | red << 16 | green << 8 | blue;
  }
}

/* @width × @height: the pixels of the page that it covers, as the picture is stored. */
static cairo_surface_t *
read_picture (const TkCairo *call, const TkPicture *picture, int width, int height, GError **error)
{
  g_auto (TkRaster) raster = {0};

  if (!tk_picture_decode (picture, width, height, &raster, error))
    return NULL;
  cairo_surface_t *surface = call->cairo_image_surface_create (CAIRO_FORMAT_ARGB32, raster.width,
                                                               raster.height);
  if (call->cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface; /* drawn as nothing */
  guint8 *to = call->cairo_image_surface_get_data (surface);
  const gsize stride = (gsize) call->cairo_image_surface_get_stride (surface), row = (gsize) raster.width;
  for (gsize y = 0; y < (gsize) raster.height; y++)
    fill_row ((guint32 *) (void *) (to + y * stride), raster.pixels + y * row * (gsize) raster.components,
              raster.alpha == NULL ? NULL : raster.alpha + y * row, raster.width, raster.components);
  call->cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
read_drawn (const Preview *preview, const TkMark *mark, GError **error)
{
  const TkPicture *picture = mark->image.picture;
  const TkCrop *crop = mark->image.crop;
  double width = points (crop != NULL ? crop->width : mark->image.width),
         height = points (crop != NULL ? crop->height : mark->image.height);

  preview->call->cairo_user_to_device_distance (preview->cairo, &width, &height);
  const gboolean turned = picture->orientation >= 5;
  return read_picture (preview->call, picture, (int) ceil (turned ? height : width),
                       (int) ceil (turned ? width : height), error);
}

static gboolean
draw_image (const Preview *preview, const TkDrawn *drawn, GError **error)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;
  const TkMark *mark = drawn->mark;
  const TkPicture *picture = mark->image.picture;
  cairo_surface_t *surface = read_drawn (preview, mark, error);
  /* the same placing as in the PDF, in units: y upwards, turned about below */
  const TkCrop part = {0, 0, mark->image.width, mark->image.height},
               *whole = mark->image.crop != NULL ? mark->image.crop : &part;
  TkPlacing at = tk_picture_place (picture->orientation, (gint64) drawn->x + whole->x,
                                   -(gint64) drawn->y - whole->y - whole->height, whole->width,
                                   whole->height);
  cairo_matrix_t matrix = {(double) at.a / 1024,  -(double) at.b / 1024, (double) at.c / 1024,
                           -(double) at.d / 1024, (double) at.e / 1024,  -(double) at.f / 1024};

  if (surface == NULL)
    return FALSE;
  call->cairo_save (cairo);
  if (mark->image.crop != NULL) {
    call->cairo_rectangle (cairo, points (drawn->x), points (drawn->y), points (part.width),
                           points (part.height));
    call->cairo_clip (cairo);
  }
  call->cairo_transform (cairo, &matrix);
  call->cairo_translate (cairo, 0, 1);
  const int width = call->cairo_image_surface_get_width (surface),
            height = call->cairo_image_surface_get_height (surface);
  call->cairo_scale (cairo, 1.0 / width, -1.0 / height);
  call->cairo_set_source_surface (cairo, surface, 0, 0);
  call->cairo_pattern_set_extend (call->cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  call->cairo_pattern_set_filter (call->cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  call->cairo_rectangle (cairo, 0, 0, width, height);
  call->cairo_fill (cairo);
  call->cairo_restore (cairo);
  call->cairo_surface_destroy (surface);
  return TRUE;
}

static gboolean
draw_page (Preview *preview, const TkPage *page, GError **error)
{
  g_autoptr (TkReading) reading = tk_reading_new ();
  guint n;
  const TkDrawn *drawn = tk_reading_order (reading, page, &n);

  for (guint i = 0; i < n; i++)
    switch (drawn[i].mark->kind) {
    case TK_MARK_TEXT:
      if (drawn[i].mark->role != TK_ROLE_UNSEEN)
        draw_text (preview, &drawn[i]);
      break;
    case TK_MARK_PATH:
      draw_path (preview, &drawn[i]);
      break;
    case TK_MARK_RULE:
      draw_rule (preview, &drawn[i]);
      break;
    case TK_MARK_IMAGE:
      if (!draw_image (preview, &drawn[i], error))
        return FALSE;
      break;
    }
  return TRUE;
}

typedef struct {
  TkOutput *output;
  GError *error;
} Png;

static cairo_status_t
write_png (void *data, const unsigned char *bytes, unsigned int size)
{
  Png *png = data;

  return tk_output_write (png->output, bytes, size, &png->error) ? CAIRO_STATUS_SUCCESS
                                                                 : CAIRO_STATUS_WRITE_ERROR;
}

static gboolean
write_surface (const TkCairo *call, cairo_surface_t *surface, TkOutput *output, GError **error)
{
  Png png = {output, NULL};
  cairo_status_t status = call->cairo_surface_write_to_png_stream (surface, write_png, &png);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  if (png.error != NULL)
    g_propagate_error (error, png.error);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("the page cannot be drawn: %s; try fewer dots per inch"),
                 call->cairo_status_to_string (status));
  return FALSE;
}

/* ---- sheets ---- */

/* What the page looks like when it is turned begins at 0, 0. */
static void
turn (const Preview *preview, gint16 degrees, double width, double height)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;

  if (degrees == 90)
    call->cairo_translate (cairo, 0, width);
  else if (degrees == 180)
    call->cairo_translate (cairo, width, height);
  else if (degrees == 270)
    call->cairo_translate (cairo, height, 0);
  call->cairo_rotate (cairo, -degrees * G_PI / 180);
}

static gboolean
draw_slot (Preview *preview, const TkSlot *slot, GError **error)
{
  const TkCairo *call = preview->call;
  cairo_t *cairo = preview->cairo;
  const TkPage *page = slot->page;
  const double scale = slot->scale / 1000.0;
  const double width = points (page->width) * scale, height = points (page->height) * scale;
  const gboolean lies = slot->turned % 180 != 0;
  const double left = points (slot->clip_left), top = points (slot->clip_top);

  call->cairo_save (cairo);
  call->cairo_translate (cairo, points (slot->x), points (slot->y));
  call->cairo_rectangle (cairo, -left, -top, (lies ? height : width) + left + points (slot->clip_right),
                         (lies ? width : height) + top + points (slot->clip_bottom));
  call->cairo_clip (cairo);
  turn (preview, slot->turned, width, height);
  call->cairo_scale (cairo, scale, scale);
  const gboolean drawn = draw_page (preview, page, error);
  call->cairo_restore (cairo);
  return drawn;
}

static gboolean
draw_side (Preview *preview, const TkSheetSide *side, GError **error)
{
  const TkPage marks = {
      .width = side->width, .height = side->height, .placed = side->placed, .n_placed = side->n_placed};

  for (guint i = 0; i < side->n_slots; i++)
    if (side->slots[i].page != NULL && !draw_slot (preview, &side->slots[i], error))
      return FALSE;
  return draw_page (preview, &marks, error);
}

/* ---- files ---- */

/* A page, or a side of a sheet. */
static gboolean
paint (const TkPage *page, const TkSheetSide *side, int dpi, TkOutput *output, GError **error)
{
  static const char *const names[] = {TK_CAIRO_CALLS (TK_LIBRARY_NAME) NULL};
  const double scale = CLAMP (dpi, 10, 1200) / 72.0;
  const double width = points (page != NULL ? page->width : side->width),
               height = points (page != NULL ? page->height : side->height);
  TkCairo call;

  if (!tk_library_open (TK_LIBRARY_CAIRO, "libcairo2", names, &call, error))
    return FALSE;
  cairo_surface_t *surface = call.cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale - 0.01), (int) ceil (height * scale - 0.01));
  Preview preview = {.call = &call,
                     .cairo = call.cairo_create (surface),
                     .fonts = g_ptr_array_new_with_free_func (font_free),
                     .pen = pen_new ()};
  call.cairo_set_source_rgb (preview.cairo, 1, 1, 1);
  call.cairo_paint (preview.cairo);
  call.cairo_scale (preview.cairo, scale, scale);
  const gboolean drawn = page != NULL ? draw_page (&preview, page, error) : draw_side (&preview, side, error);
  call.cairo_destroy (preview.cairo);
  g_ptr_array_unref (preview.fonts);
  hb_draw_funcs_destroy (preview.pen);
  const gboolean done = drawn && write_surface (&call, surface, output, error);
  call.cairo_surface_destroy (surface);
  return done;
}

gboolean
tk_paint_preview (const TkPages *pages, guint page, int dpi, TkOutput *output, GError **error)
{
  return paint (&pages->pages[page], NULL, dpi, output, error);
}

gboolean
tk_paint_preview_side (const TkSheets *sheets, guint side, int dpi, TkOutput *output, GError **error)
{
  return paint (NULL, &sheets->sides[side], dpi, output, error);
}
