/* Comes in: a mark at its place. Goes out: the box of its ink. Knows nothing of what is right. */
#include "press_box.h"

#include <math.h>

static void
take_point (TkPressBox *box, double x, double y)
{
  box->left = MIN (box->left, (TkUnit) floor (x));
  box->top = MIN (box->top, (TkUnit) floor (y));
  box->right = MAX (box->right, (TkUnit) ceil (x));
  box->bottom = MAX (box->bottom, (TkUnit) ceil (y));
}

/* From the pen's line: capitals above it, descenders below it, turned about its beginning. */
static void
take_text (TkPressBox *box, const TkMark *mark, TkUnit x, TkUnit y)
{
  const TkPiece *first = mark->text.pieces, *last = &first[mark->text.n_pieces - 1];
  const TkFace *face = first->word->face;
  const double em = (double) first->word->size / face->units_per_em, turn = mark->turned * G_PI / 180;
  const double above = -em * (face->cap_height > 0 ? face->cap_height : face->ascent);
  const double below = -em * face->descent;
  const double along[] = {first->x, last->x + last->word->width}, across[] = {above, below};

  for (guint i = 0; i < 2; i++)
    for (guint k = 0; k < 2; k++)
      take_point (box, x + along[i] * cos (turn) + across[k] * sin (turn),
                  y - along[i] * sin (turn) + across[k] * cos (turn));
}

static void
take_path (TkPressBox *box, const TkMark *mark, TkUnit x, TkUnit y)
{
  const double half = mark->path.stroke / 2.0;

  for (guint i = 0; i < mark->path.n_steps; i++) {
    const TkStep *step = &mark->path.steps[i];
    if (step->kind == TK_STEP_CLOSE)
      continue;
    take_point (box, x + step->x - half, y + step->y - half);
    take_point (box, x + step->x + half, y + step->y + half);
    if (step->kind == TK_STEP_CURVE) {
      take_point (box, x + step->x1, y + step->y1);
      take_point (box, x + step->x2, y + step->y2);
    }
  }
}

TkPressBox
tk_press_box (const TkPlaced *placed, const TkMark *mark)
{
  const TkUnit x = placed->x + mark->x, y = placed->y + mark->y;
  TkPressBox box = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32};

  switch (mark->kind) {
  case TK_MARK_TEXT:
    if (mark->text.n_pieces > 0)
      take_text (&box, mark, x, y);
    break;
  case TK_MARK_PATH:
    take_path (&box, mark, x, y);
    break;
  case TK_MARK_RULE:
    box = (TkPressBox){x, y, x + mark->rule.width, y + mark->rule.height};
    break;
  case TK_MARK_IMAGE:
    box = (TkPressBox){x, y, x + mark->image.width, y + mark->image.height};
    break;
  }
  return box.left <= box.right ? box : (TkPressBox){x, y, x, y};
}

static TkUnit
scale_length (TkUnit length, gint32 scale)
{
  return (TkUnit) ((gint64) length * scale / 1000);
}

TkPressBox
tk_press_box_scale (const TkPressBox *box, gint32 scale)
{
  return (TkPressBox){scale_length (box->left, scale), scale_length (box->top, scale),
                      scale_length (box->right, scale), scale_length (box->bottom, scale)};
}

TkUnit
tk_press_box_distance (const TkPressBox *box, const TkPressBox *page, TkEdge edge)
{
  switch (edge) {
  case TK_EDGE_LEFT:
    return box->left - page->left;
  case TK_EDGE_TOP:
    return box->top - page->top;
  case TK_EDGE_RIGHT:
    return page->right - box->right;
  case TK_EDGE_BOTTOM:
  case TK_EDGES:
    break;
  }
  return page->bottom - box->bottom;
}
