/* Comes in: the pages. Goes out: what they draw, piece by piece, with its text and its place. MuPDF's
 * interpreter draws onto a device that only takes notes; before the operators of marked content stand ours,
 * which MuPDF's go on from. */
#include "structure.h"
#include <string.h>

typedef struct {
  Piece *piece;    /* NULL: neither an artifact nor content of an element */
  gboolean spoken; /* its text is given, not that of its letters */
} Level;

/* The user context of MuPDF's context while a page is read: operators get nothing else. */
typedef struct {
  Paper *paper;
  int page;
  GArray *levels;
  Piece *outside;    /* what is drawn outside, since the last sequence */
  pdf_processor run; /* the operators of MuPDF */
} Reader;

typedef struct {
  fz_device base;
  Reader *reader;
} Device;

static Piece *
add_piece (Reader *reader, int mcid, gboolean artifact)
{
  Piece *piece = g_new0 (Piece, 1);

  *piece = (Piece){.page = reader->page, .mcid = mcid, .artifact = artifact, .box = fz_empty_rect};
  piece->text = g_string_new (NULL);
  piece->rank = reader->paper->pieces->len;
  g_ptr_array_add (reader->paper->pieces, piece);
  return piece;
}

static Level
find_level (const Reader *reader)
{
  return reader->levels->len == 0 ? (Level){0}
                                  : g_array_index (reader->levels, Level, reader->levels->len - 1);
}

static Piece *
find_piece (Reader *reader)
{
  Level level = find_level (reader);

  if (level.piece != NULL)
    return level.piece;
  if (reader->outside == NULL)
    reader->outside = add_piece (reader, -1, FALSE);
  return reader->outside;
}

/* ---- what is drawn ---- */

/* What is outside of the clip is not drawn: of a picture that is cropped, a part. */
static void
draw_box (fz_context *context, fz_device *device, fz_rect box)
{
  Piece *piece = find_piece (((Device *) device)->reader);

  piece->drawing = TRUE;
  piece->box = fz_union_rect (piece->box,
                              fz_intersect_rect (box, fz_device_current_scissor (context, device)));
}

static void
draw_letter (Reader *reader, int letter, fz_matrix matrix)
{
  Piece *piece = find_piece (reader);
  Glyph glyph = {piece, fz_transform_rect ((fz_rect){0.05f, 0.1f, 0.25f, 0.4f}, matrix)};

  if (letter > 0 && !find_level (reader).spoken)
    g_string_append_unichar (piece->text, (gunichar) letter);
  if (letter <= 0 || g_unichar_isspace ((gunichar) letter))
    return;
  piece->box = fz_union_rect (piece->box, fz_transform_rect ((fz_rect){0, 0, 0.3f, 0.6f}, matrix));
  if (!piece->watermark)
    g_array_append_val (reader->paper->glyphs, glyph);
}

static void
fill_text (fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix,
           fz_colorspace *space, const float *colour, float alpha, fz_color_params parameters)
{
  (void) context, (void) space, (void) colour, (void) alpha, (void) parameters;
  for (const fz_text_span *span = text->head; span != NULL; span = span->next)
    for (int i = 0; i < span->len; i++) {
      fz_matrix own = span->trm;
      own.e = span->items[i].x;
      own.f = span->items[i].y;
      draw_letter (((Device *) device)->reader, span->items[i].ucs, fz_concat (own, matrix));
    }
}

/* Not seen but read, like the data of a chart: it takes no place. */
static void
ignore_text (fz_context *context, fz_device *device, const fz_text *text, fz_matrix matrix)
{
  Reader *reader = ((Device *) device)->reader;

  (void) context, (void) matrix;
  for (const fz_text_span *span = text->head; span != NULL; span = span->next)
    for (int i = 0; i < span->len && !find_level (reader).spoken; i++)
      if (span->items[i].ucs > 0)
        g_string_append_unichar (find_piece (reader)->text, (gunichar) span->items[i].ucs);
}

static void
fill_path (fz_context *context, fz_device *device, const fz_path *path, int even_odd, fz_matrix matrix,
           fz_colorspace *space, const float *colour, float alpha, fz_color_params parameters)
{
  (void) even_odd, (void) space, (void) colour, (void) alpha, (void) parameters;
  draw_box (context, device, fz_bound_path (context, path, NULL, matrix));
}

static void
stroke_path (fz_context *context, fz_device *device, const fz_path *path, const fz_stroke_state *stroke,
             fz_matrix matrix, fz_colorspace *space, const float *colour, float alpha,
             fz_color_params parameters)
{
  (void) space, (void) colour, (void) alpha, (void) parameters;
  draw_box (context, device, fz_bound_path (context, path, stroke, matrix));
}

static void
fill_image (fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix, float alpha,
            fz_color_params parameters)
{
  (void) image, (void) alpha, (void) parameters;
  draw_box (context, device, fz_transform_rect (fz_unit_rect, matrix));
}

static void
fill_image_mask (fz_context *context, fz_device *device, fz_image *image, fz_matrix matrix,
                 fz_colorspace *space, const float *colour, float alpha, fz_color_params parameters)
{
  (void) image, (void) space, (void) colour, (void) alpha, (void) parameters;
  draw_box (context, device, fz_transform_rect (fz_unit_rect, matrix));
}

static void
fill_shade (fz_context *context, fz_device *device, fz_shade *shade, fz_matrix matrix, float alpha,
            fz_color_params parameters)
{
  (void) alpha, (void) parameters;
  draw_box (context, device, fz_bound_shade (context, shade, matrix));
}

/* ---- sequences ---- */

/* Letters that MuPDF has read and not yet drawn are of the sequence before. */
static void
flush_text (fz_context *context, pdf_processor *processor)
{
  processor->op_cm (context, processor, 1, 0, 0, 1, 0, 0);
}

static void
open_sequence (Reader *reader, const char *tag, pdf_obj *properties)
{
  Paper *paper = reader->paper;
  Level level = find_level (reader);
  pdf_obj *mcid = entry (paper, properties, "MCID");
  const char *text = entry_text (paper, properties, "ActualText");

  if (strcmp (tag, "Artifact") == 0) {
    level.piece = add_piece (reader, -1, TRUE);
    level.piece->watermark = g_strcmp0 (pdf_to_name (paper->context, entry (paper, properties, "Subtype")),
                                        "Watermark")
                             == 0;
  }
  if (pdf_is_int (paper->context, mcid)) {
    level.piece = add_piece (reader, pdf_to_int (paper->context, mcid), FALSE);
    gpointer key = GINT_TO_POINTER (reader->page << 16 | level.piece->mcid);
    if (g_hash_table_lookup (paper->by_mcid, key) == NULL)
      g_hash_table_insert (paper->by_mcid, key, level.piece);
  }
  if (text != NULL && level.piece != NULL && !level.spoken) {
    g_string_append (level.piece->text, text);
    level.spoken = TRUE;
  }
  g_array_append_val (reader->levels, level);
  reader->outside = NULL;
}

static void
begin (fz_context *context, pdf_processor *processor, const char *tag)
{
  Reader *reader = fz_user_context (context);

  flush_text (context, processor);
  reader->run.op_BMC (context, processor, tag);
  open_sequence (reader, tag, NULL);
}

static void
begin_with_properties (fz_context *context, pdf_processor *processor, const char *tag, pdf_obj *raw,
                       pdf_obj *properties)
{
  Reader *reader = fz_user_context (context);

  flush_text (context, processor);
  reader->run.op_BDC (context, processor, tag, raw, properties);
  open_sequence (reader, tag, properties);
}

static void
end (fz_context *context, pdf_processor *processor)
{
  Reader *reader = fz_user_context (context);

  flush_text (context, processor);
  reader->run.op_EMC (context, processor);
  if (reader->levels->len > 0)
    g_array_set_size (reader->levels, reader->levels->len - 1);
}

/* ---- pages ---- */

static Device *
new_device (Reader *reader)
{
  Device *device = (Device *) fz_new_device_of_size (reader->paper->context, sizeof (Device));

  device->reader = reader;
  device->base.fill_text = fill_text;
  device->base.ignore_text = ignore_text;
  device->base.fill_path = fill_path;
  device->base.stroke_path = stroke_path;
  device->base.fill_image = fill_image;
  device->base.fill_image_mask = fill_image_mask;
  device->base.fill_shade = fill_shade;
  return device;
}

static void
read_page (Paper *paper, int number)
{
  fz_context *context = paper->context;
  Reader reader = {.paper = paper, .page = number, .levels = g_array_new (FALSE, FALSE, sizeof (Level))};
  pdf_page *page = pdf_load_page (context, paper->document, number);
  Device *device = new_device (&reader);
  fz_matrix matrix;

  g_hash_table_insert (paper->pages, GINT_TO_POINTER (pdf_to_num (context, page->obj)),
                       GINT_TO_POINTER (number + 1));
  pdf_page_transform (context, page, NULL, &matrix);
  pdf_processor *processor = pdf_new_run_processor (context, &device->base, matrix, "View", NULL, NULL, NULL);
  reader.run = *processor;
  processor->op_BMC = begin;
  processor->op_BDC = begin_with_properties;
  processor->op_EMC = end;
  fz_set_user_context (context, &reader);
  pdf_process_contents (context, processor, paper->document, pdf_page_resources (context, page),
                        pdf_page_contents (context, page), NULL);
  pdf_close_processor (context, processor);
  fz_close_device (context, &device->base);
  pdf_drop_processor (context, processor);
  fz_drop_device (context, &device->base);
  fz_drop_page (context, &page->super);
  g_array_unref (reader.levels);
}

void
read_pages (Paper *paper)
{
  int n = pdf_count_pages (paper->context, paper->document);

  for (int i = 0; i < n; i++)
    read_page (paper, i);
}
