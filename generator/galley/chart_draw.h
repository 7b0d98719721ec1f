/* What the layouts of charts draw with. Internal to galley/. */
#pragma once

#include "chart.h"
#include "set.h"

#define GAP TK_PT (4)
#define SWATCH TK_PT (10)

typedef struct {
  TkSetter *setter;
  const TkNode *node;
  const TkChart *chart;
  GArray *marks;      /* TkMark, from the upper left corner of the strip */
  TkUnit left, width; /* of the measure */
  TkUnit height;      /* of the whole */
  TkUnit pitch;       /* of its lines of text */
} TkDrawing;

/* Words from @x, @y (top) in @width; gives their height. */
gboolean tk_drawing_words (TkDrawing *drawing, const char *text, TkAlign align, TkUnit x, TkUnit y,
                           TkUnit width, TkUnit *ret_height, GError **error);
/* Widths as of tk_galley_measure. */
gboolean tk_drawing_measure (TkDrawing *drawing, const char *text, TkUnit *ret_widest, TkUnit *ret_narrowest,
                             GError **error);
void tk_drawing_line (TkDrawing *drawing, TkUnit x, TkUnit y, TkUnit x2, TkUnit y2, TkUnit stroke,
                      guint32 colour);
void tk_drawing_ground (TkDrawing *drawing, TkUnit x, TkUnit y, TkUnit width, TkUnit height);
/* An area in the colour and the pattern of @series, within the box given. */
void tk_drawing_area (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint series, TkUnit x,
                      TkUnit y, TkUnit width, TkUnit height);
void tk_drawing_box (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width, TkUnit height);
guint32 tk_drawing_colour (guint series);

/* Moves the marks from @from on downwards. */
void tk_drawing_shift (TkDrawing *drawing, guint from, TkUnit by);
/* FALSE with TK_ERROR_LAYOUT: the words do not fit; @hint: what to do. */
gboolean tk_drawing_refuse (const TkDrawing *drawing, const char *hint, GError **error);

/* chart_whole.c: a pie or a ring. */
gboolean tk_drawing_whole (TkDrawing *drawing, GError **error);
