/* What the layouts of charts draw with. Internal to galley/.
 *
 * The words that are drawn are those of the table that says what a chart shows: the name of a category below
 * the axis is the content of the head of its row, and so on. What the table has and the drawing has not is
 * added unseen. So each word is in the file once, for those who copy it, search it or hear it, and a search
 * finds it where it is seen. Drawn words as artifacts, beside a table that is all unseen, would be there
 * twice for programs that take text from pages without asking for the structure, as most do; an ActualText of
 * the figure would be one text at one place, in which a search finds no word where it is. The numbers of the
 * scale are the figure's own: its Alt says what kind of chart it is, and that its data follows. */
#pragma once

#include "chart.h"
#include "set.h"

#define GAP TK_PT (4)
#define SWATCH TK_PT (10)

/* A cell of the table that says what the chart shows. */
typedef struct {
  const TkNode *node;
  gboolean drawn;
} TkDatum;

typedef struct {
  TkSetter *setter;
  const TkNode *node;
  const TkChart *chart;
  GArray *marks;      /* TkMark, from the upper left corner of the strip */
  TkUnit left, width; /* of the measure */
  TkUnit height;      /* of the whole */
  TkUnit pitch;       /* of its lines of text, */
  TkUnit small;       /* and of values */
  TkDatum *data;      /* row by row, heads first */
  guint n_columns;    /* of them */
  guint n_left_out;   /* values that found no room */
  GArray *values;     /* TkArea of those that are drawn: lines of the scale stop there; or NULL */
} TkDrawing;

typedef struct {
  TkUnit left, top, right, bottom;
} TkArea;

typedef struct {
  const char *text;
  TkDatum *datum; /* whose text this is; NULL: the figure's own */
  TkAlign align;
  TkUnit x, y; /* of its upper left corner; of turned text, the foot of its first line's upper edge */
  TkUnit width;
  gboolean bold, light;
  gboolean small;  /* as values are */
  gboolean unseen; /* in letters so small that it takes no room from others */
} TkLabel;

/* The name of a category, its value, what it is of the whole or comes to; the title of a series. */
TkDatum *tk_drawing_name (TkDrawing *drawing, guint category);
TkDatum *tk_drawing_value (TkDrawing *drawing, guint category, guint series);
TkDatum *tk_drawing_last (TkDrawing *drawing, guint category);
TkDatum *tk_drawing_title (TkDrawing *drawing, guint series);

/* Gives the height of the lines; nothing is drawn of "". */
gboolean tk_drawing_words (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_height, GError **error);
/* The same, running upwards from the foot at @y; the lines follow each other to the right. */
gboolean tk_drawing_turned (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_width, GError **error);
/* The height without drawing. */
gboolean tk_drawing_try (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_height, GError **error);
/* Widths as of tk_galley_measure. */
gboolean tk_drawing_measure (TkDrawing *drawing, const char *text, gboolean small, TkUnit *ret_widest,
                             TkUnit *ret_narrowest, GError **error);

/* Of a series: that of the chart, where it names one for its first, else of @palette, which has
 * TK_CHART_SERIES of them. */
guint32 tk_drawing_colour (const TkDrawing *drawing, guint series, const guint32 *palette);

void tk_drawing_line (TkDrawing *drawing, TkUnit x, TkUnit y, TkUnit x2, TkUnit y2, TkUnit stroke,
                      guint32 colour);
/* An area of one colour. */
void tk_drawing_fill (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint32 colour);
/* @dash as of a mark's path; NULL: unbroken. */
void tk_drawing_stroke (TkDrawing *drawing, const TkStep *steps, guint n_steps, TkUnit stroke, guint32 colour,
                        const guint8 *dash);
/* An area in the colour and the pattern of @series, within the box given. */
void tk_drawing_area (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint series, TkUnit x,
                      TkUnit y, TkUnit width, TkUnit height);
void tk_drawing_box (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width, TkUnit height);
/* The ground of words on the area of @series: its colour without its pattern, where it has one. */
void tk_drawing_ground (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width, TkUnit height);
/* Words on it are white, not black. */
gboolean tk_drawing_is_dark (const TkDrawing *drawing, guint series);

/* Moves the marks from @from on downwards. */
void tk_drawing_shift (TkDrawing *drawing, guint from, TkUnit by);
/* FALSE with TK_ERROR_LAYOUT: the words do not fit; @hint: what to do. */
gboolean tk_drawing_refuse (const TkDrawing *drawing, const char *hint, GError **error);

/* Where values and categories lie; @low and @high are on grid lines. */
typedef struct {
  double low, high, step;
  double least, most; /* of the values, or of the sums of a stack; with zero */
  TkUnit left, top, width, height;
  TkUnit beyond; /* room below it, for values */
  gboolean lying;
} TkPlot;

/* chart_scale.c: round numbers around all values, of which zero is one. */
void tk_plot_find_scale (const TkChart *chart, TkPlot *plot);
TkUnit tk_plot_place (const TkPlot *plot, double number);
gboolean tk_plot_measure (TkDrawing *drawing, const TkPlot *plot, TkUnit *ret_widest, GError **error);
gboolean tk_plot_draw (TkDrawing *drawing, const TkPlot *plot, GError **error);

/* chart_names.c: the names of categories from @y on; of those that do not stand beside each other, every so
 * many where they are numbers as years are, or all of them turned. */
gboolean tk_plot_names (TkDrawing *drawing, const TkPlot *plot, TkUnit y, TkUnit *ret_height, GError **error);
/* Those beside lying bars, in @width. */
gboolean tk_plot_lying_names (TkDrawing *drawing, const TkPlot *plot, GError **error);
/* The legend from @y on, in as many rows as it takes; none of one series. */
gboolean tk_plot_legend (TkDrawing *drawing, TkUnit y, TkUnit *ret_height, GError **error);

/* chart_bars.c; @turned: the values run upwards. */
gboolean tk_plot_bars (TkDrawing *drawing, const TkPlot *plot, gboolean turned, GError **error);
/* Whether values above bars have to run upwards. */
gboolean tk_plot_turns (const TkDrawing *drawing, const TkPlot *plot, TkUnit widest);

/* chart_line.c */
gboolean tk_plot_lines (TkDrawing *drawing, const TkPlot *plot, GError **error);
/* The line and the marker of @series, for the legend; @y: their middle. */
void tk_plot_sample (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width);

/* chart_whole.c: a pie or a ring. */
gboolean tk_drawing_whole (TkDrawing *drawing, GError **error);
