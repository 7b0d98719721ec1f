/* Marks in content streams: what the painters for keeping and for the press share. */
#pragma once

#include "order.h"
#include "pdf_cids.h"
#include "pdf_colour.h"
#include "pdf_picture.h"

/* What all pages of a file draw from. */
typedef struct {
  TkStore *store;
  TkSpeller *speller;
  GPtrArray *images;      /* HPDF_Dict by picture index, NULL where not used */
  const TkPrints *prints; /* of the galley */
  TkColours colours;
} TkStock;

/* Marks on their way into a stream, and the state of graphics there. */
typedef struct {
  TkStock *stock;
  TkBytes to;
  gint64 height;  /* of the upper edge, in 1/1000 pt; the lower one is at 0 */
  gboolean marks; /* of the sheet, not of a page on it */

  gboolean text; /* within BT … ET */
  gint64 x, y;   /* of the current line in it */
  const TkFace *face;
  gint32 size;
  guint32 colour; /* 0xRRGGBB; G_MAXUINT32: none yet */
  TkTint tint;
  gboolean over; /* what is drawn is printed over what is below */
} TkDrawing;

/* At the beginning of a stream, and behind its q and Q: nothing is known of the state. */
void tk_drawing_begin (TkDrawing *drawing, TkStock *stock, gint64 height);

/* Before an operator that must not stand within text. */
void tk_drawing_end_text (TkDrawing *drawing);

/* TK_ERROR_FONT for a face that may not be embedded, TK_ERROR_DATA for a broken picture. */
gboolean tk_drawing_put (TkDrawing *drawing, const TkDrawn *drawn, GError **error);

/* The box of a mark that is no text. */
void tk_drawing_find_box (const TkDrawing *drawing, const TkDrawn *drawn, gint64 ret_box[4]);

/* Stores what the streams of all pages name: fonts F0, F1 … by face, images I0, I1 … by picture, and what
 * the colours need. To be called when all is drawn. */
gboolean tk_stock_store (TkStock *stock, HPDF_Dict resources, GError **error);
