/* Comes in: finished pages or sheets. Goes out: a picture of one of them. Glyphs are
 * filled outlines at their exact places, unhinted, so that the picture can be
 * compared with what other programs make of the PDF. */
#include <cairo.h>
#include <glib/gi18n.h>
#include <hb.h>
#include <math.h>

#include "error.h"
#include "order.h"
#include "paint.h"

typedef struct {
  cairo_t *cairo;
  GPtrArray *fonts; /* hb_font_t by face id */
  hb_draw_funcs_t *pen;
  GError *error;
} Preview;

/* The glyph's outline goes into cairo's path. Font units; y upwards. */

static void
pen_move (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  (void) funcs, (void) state, (void) user_data;
  cairo_move_to (data, (double) x, (double) y);
}

static void
pen_line (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user_data)
{
  (void) funcs, (void) state, (void) user_data;
  cairo_line_to (data, (double) x, (double) y);
}

static void
pen_curve (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x1, float y1, float x2, float y2,
           float x3, float y3, void *user_data)
{
  (void) funcs, (void) state, (void) user_data;
  cairo_curve_to (data, (double) x1, (double) y1, (double) x2, (double) y2, (double) x3, (double) y3);
}

static void
pen_close (hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, void *user_data)
{
  (void) funcs, (void) state, (void) user_data;
  cairo_close_path (data);
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
draw_glyph (hb_font_t *font, guint32 glyph, hb_draw_funcs_t *pen, cairo_t *cairo)
{
#if HB_VERSION_ATLEAST(7, 0, 0)
  hb_font_draw_glyph (font, glyph, pen, cairo);
#else
  hb_font_get_glyph_shape (font, glyph, pen, cairo);
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
set_colour (cairo_t *cairo, guint32 colour)
{
  cairo_set_source_rgb (cairo, (colour >> 16 & 255) / 255.0, (colour >> 8 & 255) / 255.0,
                        (colour & 255) / 255.0);
}

static void
draw_word (Preview *preview, const TkWord *word, double x, double y)
{
  hb_font_t *font = find_font (preview, word->face);
  double scale = points (word->size) / word->face->units_per_em;
  TkUnit pen = 0;

  for (guint i = 0; i < word->n_glyphs; i++) {
    const TkGlyph *glyph = &word->glyphs[i];
    const TkOffset offset = tk_word_offset (word, i);
    cairo_save (preview->cairo);
    cairo_translate (preview->cairo, x + points (pen + offset.x), y - points (offset.y));
    cairo_scale (preview->cairo, scale, -scale);
    draw_glyph (font, glyph->glyph, preview->pen, preview->cairo);
    cairo_restore (preview->cairo);
    pen += glyph->advance;
  }
}

static void
draw_text (Preview *preview, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;

  set_colour (preview->cairo, mark->colour);
  cairo_save (preview->cairo);
  cairo_translate (preview->cairo, points (drawn->x), points (drawn->y));
  cairo_rotate (preview->cairo, -mark->turned * G_PI / 180);
  cairo_new_path (preview->cairo);
  for (guint i = 0; i < mark->text.n_pieces; i++)
    draw_word (preview, mark->text.pieces[i].word, points (mark->text.pieces[i].x), 0);
  cairo_fill (preview->cairo);
  cairo_restore (preview->cairo);
}

static void
draw_rule (cairo_t *cairo, const TkDrawn *drawn)
{
  set_colour (cairo, drawn->mark->colour);
  cairo_rectangle (cairo, points (drawn->x), points (drawn->y), points (drawn->mark->rule.width),
                   points (drawn->mark->rule.height));
  cairo_fill (cairo);
}

static void
trace_path (cairo_t *cairo, const TkStep *steps, guint n_steps)
{
  cairo_new_path (cairo);
  for (const TkStep *step = steps; step < steps + n_steps; step++)
    switch (step->kind) {
    case TK_STEP_MOVE:
      cairo_move_to (cairo, points (step->x), points (step->y));
      break;
    case TK_STEP_LINE:
      cairo_line_to (cairo, points (step->x), points (step->y));
      break;
    case TK_STEP_CURVE:
      cairo_curve_to (cairo, points (step->x1), points (step->y1), points (step->x2), points (step->y2),
                      points (step->x), points (step->y));
      break;
    case TK_STEP_CLOSE:
      cairo_close_path (cairo);
      break;
    }
}

static void
set_dash (cairo_t *cairo, const TkMark *mark)
{
  double lengths[G_N_ELEMENTS (mark->path.dash)];
  int n = 0;

  while (n < (int) G_N_ELEMENTS (lengths) && mark->path.dash[n] > 0) {
    lengths[n] = mark->path.dash[n];
    n++;
  }
  cairo_set_dash (cairo, lengths, n, 0);
}

static void
draw_path (cairo_t *cairo, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;

  cairo_save (cairo);
  cairo_translate (cairo, points (drawn->x), points (drawn->y));
  set_colour (cairo, mark->colour);
  if (mark->path.n_clip > 0) {
    trace_path (cairo, mark->path.clip, mark->path.n_clip);
    cairo_clip (cairo);
  }
  trace_path (cairo, mark->path.steps, mark->path.n_steps);
  if (mark->path.stroke > 0) {
    cairo_set_line_width (cairo, points (mark->path.stroke));
    cairo_set_line_join (cairo, CAIRO_LINE_JOIN_ROUND);
    set_dash (cairo, mark);
    cairo_stroke (cairo);
  } else {
    cairo_fill (cairo);
  }
  cairo_restore (cairo);
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
read_picture (const TkPicture *picture, int width, int height, GError **error)
{
  g_auto (TkRaster) raster = {0};

  if (!tk_picture_decode (picture, width, height, &raster, error))
    return NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, raster.width, raster.height);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    return surface; /* drawn as nothing */
  guint8 *to = cairo_image_surface_get_data (surface);
  const gsize stride = (gsize) cairo_image_surface_get_stride (surface), row = (gsize) raster.width;
  for (gsize y = 0; y < (gsize) raster.height; y++)
    fill_row ((guint32 *) (void *) (to + y * stride), raster.pixels + y * row * (gsize) raster.components,
              raster.alpha == NULL ? NULL : raster.alpha + y * row, raster.width, raster.components);
  cairo_surface_mark_dirty (surface);
  return surface;
}

static cairo_surface_t *
read_drawn (cairo_t *cairo, const TkMark *mark, GError **error)
{
  const TkPicture *picture = mark->image.picture;
  const TkCrop *crop = mark->image.crop;
  double width = points (crop != NULL ? crop->width : mark->image.width),
         height = points (crop != NULL ? crop->height : mark->image.height);

  cairo_user_to_device_distance (cairo, &width, &height);
  const gboolean turned = picture->orientation >= 5;
  return read_picture (picture, (int) ceil (turned ? height : width), (int) ceil (turned ? width : height),
                       error);
}

static gboolean
draw_image (cairo_t *cairo, const TkDrawn *drawn, GError **error)
{
  const TkMark *mark = drawn->mark;
  const TkPicture *picture = mark->image.picture;
  cairo_surface_t *surface = read_drawn (cairo, mark, error);
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
  cairo_save (cairo);
  if (mark->image.crop != NULL) {
    cairo_rectangle (cairo, points (drawn->x), points (drawn->y), points (part.width), points (part.height));
    cairo_clip (cairo);
  }
  cairo_transform (cairo, &matrix);
  cairo_translate (cairo, 0, 1);
  const int width = cairo_image_surface_get_width (surface),
            height = cairo_image_surface_get_height (surface);
  cairo_scale (cairo, 1.0 / width, -1.0 / height);
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_pattern_set_extend (cairo_get_source (cairo), CAIRO_EXTEND_PAD);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_rectangle (cairo, 0, 0, width, height);
  cairo_fill (cairo);
  cairo_restore (cairo);
  cairo_surface_destroy (surface);
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
      draw_path (preview->cairo, &drawn[i]);
      break;
    case TK_MARK_RULE:
      draw_rule (preview->cairo, &drawn[i]);
      break;
    case TK_MARK_IMAGE:
      if (!draw_image (preview->cairo, &drawn[i], error))
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
write_surface (cairo_surface_t *surface, TkOutput *output, GError **error)
{
  Png png = {output, NULL};
  cairo_status_t status = cairo_surface_write_to_png_stream (surface, write_png, &png);

  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  if (png.error != NULL)
    g_propagate_error (error, png.error);
  else
    g_set_error (error, TK_ERROR, TK_ERROR_OUTPUT,
                 _ ("the page cannot be drawn: %s; try fewer dots per inch"),
                 cairo_status_to_string (status));
  return FALSE;
}

/* ---- sheets ---- */

/* What the page looks like when it is turned begins at 0, 0. */
static void
turn (cairo_t *cairo, gint16 degrees, double width, double height)
{
  if (degrees == 90)
    cairo_translate (cairo, 0, width);
  else if (degrees == 180)
    cairo_translate (cairo, width, height);
  else if (degrees == 270)
    cairo_translate (cairo, height, 0);
  cairo_rotate (cairo, -degrees * G_PI / 180);
}

static gboolean
draw_slot (Preview *preview, const TkSlot *slot, GError **error)
{
  cairo_t *cairo = preview->cairo;
  const TkPage *page = slot->page;
  const double scale = slot->scale / 1000.0;
  const double width = points (page->width) * scale, height = points (page->height) * scale;
  const gboolean lies = slot->turned % 180 != 0;
  const double left = points (slot->clip_left), top = points (slot->clip_top);

  cairo_save (cairo);
  cairo_translate (cairo, points (slot->x), points (slot->y));
  cairo_rectangle (cairo, -left, -top, (lies ? height : width) + left + points (slot->clip_right),
                   (lies ? width : height) + top + points (slot->clip_bottom));
  cairo_clip (cairo);
  turn (cairo, slot->turned, width, height);
  cairo_scale (cairo, scale, scale);
  const gboolean drawn = draw_page (preview, page, error);
  cairo_restore (cairo);
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
  const double scale = CLAMP (dpi, 10, 1200) / 72.0;
  const double width = points (page != NULL ? page->width : side->width),
               height = points (page != NULL ? page->height : side->height);
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale - 0.01), (int) ceil (height * scale - 0.01));
  Preview preview = {.cairo = cairo_create (surface),
                     .fonts = g_ptr_array_new_with_free_func (font_free),
                     .pen = pen_new ()};
  gboolean done;

  cairo_set_source_rgb (preview.cairo, 1, 1, 1);
  cairo_paint (preview.cairo);
  cairo_scale (preview.cairo, scale, scale);
  done = page != NULL ? draw_page (&preview, page, error) : draw_side (&preview, side, error);
  cairo_destroy (preview.cairo);
  g_ptr_array_unref (preview.fonts);
  hb_draw_funcs_destroy (preview.pen);
  done = done && write_surface (surface, output, error);
  cairo_surface_destroy (surface);
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
