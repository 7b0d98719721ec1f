/* Comes in: marks. Goes out: operators of a content stream. All numbers are integers in 1/1000 pt, in the
 * user space of PDF: y upwards. Must not know of elements, nor where the stream goes. */
#include "pdf_drawing.h"

#include <math.h>

#include "pdf_font.h"
#include "pdf_path.h"

#define NO_COLOUR G_MAXUINT32

/* Thicker ones cover what is below. */
#define THIN TK_PT (2)

void
tk_drawing_begin (TkDrawing *drawing, TkStock *stock, gint64 height)
{
  drawing->stock = stock;
  drawing->height = height;
  drawing->text = drawing->over = FALSE;
  drawing->face = NULL;
  drawing->size = 0;
  drawing->tint = TK_TINT_PLAIN;
  /* black of DeviceGray to begin with (ISO 32000-1, table 52) */
  drawing->colour = tk_colours_are_inks (&stock->colours) || drawing->marks ? NO_COLOUR : 0;
}

void
tk_drawing_end_text (TkDrawing *drawing)
{
  if (drawing->text)
    tk_bytes_literal (&drawing->to, "ET\n");
  drawing->text = FALSE;
}

/* Only thin things: text and lines. */
static void
set_overprint (TkDrawing *drawing, gboolean over)
{
  if (over == drawing->over)
    return;
  drawing->over = over;
  if (over)
    tk_bytes_literal (&drawing->to, "/Over gs\n");
  else
    tk_bytes_literal (&drawing->to, "/Out gs\n");
}

static void
set_colour (TkDrawing *drawing, guint32 colour, gboolean thin)
{
  const TkColours *colours = &drawing->stock->colours;

  if (colour != drawing->colour) {
    drawing->colour = colour;
    drawing->tint = tk_colours_tint (colours, colour, drawing->marks);
    tk_colours_put (colours, &drawing->to, colour, drawing->tint, TK_USE_TEXT);
    tk_bytes_literal (&drawing->to, "\n");
  }
  set_overprint (drawing, thin && drawing->tint == TK_TINT_BLACK);
}

/* Text */

static void
set_face (TkDrawing *drawing, const TkFace *face, gint32 size)
{
  drawing->face = face;
  drawing->size = size;
  tk_bytes_literal (&drawing->to, "/F");
  tk_bytes_integer (&drawing->to, face->id);
  tk_bytes_literal (&drawing->to, " ");
  tk_bytes_fixed (&drawing->to, size, 3);
  tk_bytes_literal (&drawing->to, " Tf");
}

static void
move_to (TkDrawing *drawing, gint64 x, gint64 y)
{
  if (!drawing->text) {
    tk_bytes_literal (&drawing->to, "BT\n");
    drawing->text = TRUE;
    drawing->x = drawing->y = 0;
  }
  gint64 step[2] = {x - drawing->x, y - drawing->y};
  drawing->x = x;
  drawing->y = y;
  tk_bytes_numbers (&drawing->to, step, 2, "Td");
}

/* A text object of its own with the line's own matrix (ISO 32000-1, 9.4.2), from which no other line can
 * step on. */
static void
turn_to (TkDrawing *drawing, gint64 x, gint64 y, gint16 degrees)
{
  double angle = degrees * G_PI / 180;
  gint64 cosine = llround (cos (angle) * 1e6), sine = llround (sin (angle) * 1e6);
  gint64 turn[4] = {cosine, sine, -sine, cosine}, place[2] = {x, y};

  tk_drawing_end_text (drawing);
  tk_bytes_literal (&drawing->to, "BT\n");
  drawing->text = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (turn); i++) {
    tk_bytes_fixed (&drawing->to, turn[i], 6);
    tk_bytes_literal (&drawing->to, " ");
  }
  tk_bytes_numbers (&drawing->to, place, 2, "Tm");
}

/* Where the first word of the line stands. */
static void
begin_line (TkDrawing *drawing, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;
  gint64 y = drawing->height - TK_MILLI (drawn->y);

  if (mark->turned != 0)
    turn_to (drawing, TK_MILLI (drawn->x), y, mark->turned); /* lines begin at 0 */
  else
    move_to (drawing, TK_MILLI (drawn->x + mark->text.pieces->x), y);
}

/* A word's beginning stands at most 1/2000 em from its place: @target and
 * @pen are in 1/1000000 pt from the line's beginning. */
static void
put_gap (TkBytes *to, gint64 *pen, gint64 target, gint32 size)
{
  gint64 gap = *pen - target, half = size / 2;
  gint64 step = gap >= 0 ? (gap + half) / size : -((-gap + half) / size);

  if (step == 0)
    return;
  tk_bytes_literal (to, ")");
  tk_bytes_integer (to, step);
  tk_bytes_literal (to, "(");
  *pen -= step * size;
}

static void
put_space (TkDrawing *drawing, gint64 *pen)
{
  guint16 width;
  guint16 code = tk_speller_space (drawing->stock->speller, drawing->face, &width);
  char bytes[2] = {(char) (code >> 8), (char) (code & 0xFF)};

  if (code == 0)
    return;
  tk_bytes_escaped (&drawing->to, bytes, 2);
  *pen += (gint64) width * drawing->size;
}

static gboolean
put_line (TkDrawing *drawing, const TkDrawn *drawn, GError **error)
{
  const TkPiece *pieces = drawn->mark->text.pieces;
  guint n = drawn->mark->text.n_pieces;
  TkBytes *to = &drawing->to;
  gboolean open = FALSE;
  gint64 pen = 0;

  if (n == 0)
    return TRUE;
  set_colour (drawing, drawn->mark->colour, TRUE);
  begin_line (drawing, drawn);
  if (drawn->mark->role == TK_ROLE_UNSEEN)
    tk_bytes_literal (to, " 3 Tr\n");
  for (const TkPiece *piece = pieces; piece < pieces + n; piece++) {
    const TkSpelling *spelling = tk_speller_spell (drawing->stock->speller, piece->word, error);
    gint32 size = TK_SIZE (piece->word);
    if (spelling == NULL)
      return FALSE;
    if (piece->word->face != drawing->face || size != drawing->size) {
      if (open)
        tk_bytes_literal (to, ")]TJ");
      open = FALSE;
      set_face (drawing, piece->word->face, size);
    }
    if (!open)
      tk_bytes_literal (to, "[(");
    open = TRUE;
    put_gap (to, &pen, ((gint64) piece->x - pieces->x) * 15625 / 16, size);
    tk_bytes_put (to, spelling->bytes, spelling->length);
    pen += (gint64) spelling->advance * size;
    if (piece->space != 0)
      put_space (drawing, &pen);
  }
  tk_bytes_literal (to, ")]TJ\n");
  if (drawn->mark->role == TK_ROLE_UNSEEN)
    tk_bytes_literal (to, "0 Tr\n");
  if (drawn->mark->turned != 0)
    tk_drawing_end_text (drawing);
  return TRUE;
}

/* Rules, pictures and paths */

void
tk_drawing_find_box (const TkDrawing *drawing, const TkDrawn *drawn, gint64 ret_box[4])
{
  const TkMark *mark = drawn->mark;
  const gboolean image = mark->kind == TK_MARK_IMAGE, rule = mark->kind == TK_MARK_RULE;

  ret_box[0] = TK_MILLI (drawn->x);
  ret_box[2] = TK_MILLI (image ? mark->image.width : rule ? mark->rule.width : mark->path.width);
  ret_box[3] = TK_MILLI (image ? mark->image.height : rule ? mark->rule.height : mark->path.height);
  ret_box[1] = drawing->height - TK_MILLI (drawn->y) - ret_box[3];
}

static void
put_rule (TkDrawing *drawing, const TkDrawn *drawn)
{
  gint64 numbers[4];

  tk_drawing_find_box (drawing, drawn, numbers);
  tk_drawing_end_text (drawing);
  set_colour (drawing, drawn->mark->colour, MIN (drawn->mark->rule.width, drawn->mark->rule.height) <= THIN);
  tk_bytes_numbers (&drawing->to, numbers, 4, "re f\n");
}

/* @left, @top: the corner of the part that is shown. */
static TkPlacing
place_whole (int orientation, const TkCrop *crop, gint64 left, gint64 top)
{
  return tk_picture_place (orientation, left + TK_MILLI (crop->x),
                           top - TK_MILLI (crop->y) - TK_MILLI (crop->height), TK_MILLI (crop->width),
                           TK_MILLI (crop->height));
}

static HPDF_Dict
store_picture (TkStock *stock, const TkPicture *picture, GError **error)
{
  GPtrArray *images = stock->images;

  if (picture->index >= images->len)
    g_ptr_array_set_size (images, (gint) picture->index + 1);
  if (images->pdata[picture->index] == NULL)
    images->pdata[picture->index] = tk_picture_store (stock->store, picture, stock->prints,
                                                      stock->colours.inks, error);
  return images->pdata[picture->index];
}

static gboolean
put_image (TkDrawing *drawing, const TkDrawn *drawn, GError **error)
{
  const TkPicture *picture = drawn->mark->image.picture;
  const TkCrop *crop = drawn->mark->image.crop;
  gint64 box[4];

  tk_drawing_find_box (drawing, drawn, box);
  TkPlacing placing = crop == NULL ? tk_picture_place (picture->orientation, box[0], box[1], box[2], box[3])
                                   : place_whole (picture->orientation, crop, box[0], box[1] + box[3]);
  gint64 numbers[6] = {placing.a, placing.b, placing.c, placing.d, placing.e, placing.f};
  if (store_picture (drawing->stock, picture, error) == NULL)
    return FALSE;
  tk_drawing_end_text (drawing);
  set_overprint (drawing, FALSE);
  tk_bytes_literal (&drawing->to, "q ");
  if (crop != NULL)
    tk_bytes_numbers (&drawing->to, box, 4, "re W n\n");
  tk_bytes_numbers (&drawing->to, numbers, 6, "cm");
  tk_bytes_print (&drawing->to, "/I%u Do Q\n", picture->index);
  return TRUE;
}

static void
put_path (TkDrawing *drawing, const TkDrawn *drawn)
{
  const TkMark *mark = drawn->mark;
  const TkColours *colours = &drawing->stock->colours;
  const TkTint tint = tk_colours_tint (colours, mark->colour, drawing->marks);
  const gboolean thin = mark->path.stroke > 0 && mark->path.stroke <= THIN;

  tk_drawing_end_text (drawing);
  set_overprint (drawing, thin && tint == TK_TINT_BLACK);
  tk_path_put (&drawing->to, mark, colours, tint, TK_MILLI (drawn->x), drawing->height - TK_MILLI (drawn->y));
}

gboolean
tk_drawing_put (TkDrawing *drawing, const TkDrawn *drawn, GError **error)
{
  switch (drawn->mark->kind) {
  case TK_MARK_TEXT:
    return put_line (drawing, drawn, error);
  case TK_MARK_RULE:
    put_rule (drawing, drawn);
    return TRUE;
  case TK_MARK_IMAGE:
    return put_image (drawing, drawn, error);
  case TK_MARK_PATH:
    put_path (drawing, drawn);
    return TRUE;
  }
  return TRUE;
}

gboolean
tk_stock_store (TkStock *stock, HPDF_Dict resources, GError **error)
{
  g_auto (TkBytes) text = {0};

  tk_bytes_literal (&text, "/Font<<");
  if (!tk_fonts_store (stock->store, stock->speller, &text, error))
    return FALSE;
  tk_bytes_literal (&text, ">>/XObject<<");
  for (guint i = 0; i < stock->images->len; i++)
    if (stock->images->pdata[i] != NULL)
      tk_bytes_print (&text, "/I%u %u 0 R", i, tk_store_number (stock->images->pdata[i]));
  tk_bytes_literal (&text, ">>");
  if (stock->colours.press)
    tk_colours_put_resources (&stock->colours, &text);
  tk_bytes_literal (&text, "\n");
  tk_store_set (stock->store, resources, &text);
  return TRUE;
}
