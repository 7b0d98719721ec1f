/* Comes in: the place of a chart's axis. Goes out: the names of its categories beside it, and the legend.
 * Must not know of values. */
#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "chart_draw.h"

enum { MOST_LINES = 3 };

/* Turned names may make a chart higher that is as high as is needed. */
#define LONGEST TK_MM (50)

/* What the names are like, together. */
typedef struct {
  TkUnit widest;       /* of one in a line */
  TkUnit longest_word; /* the narrowest that all can be */
  TkUnit tallest;      /* in the slot of a category, where words fit */
  gboolean numbers;    /* they begin with digits, as years do */
  gboolean numbered;   /* there is a digit in each */
} Names;

static gboolean
measure_names (TkDrawing *drawing, TkUnit slot, Names *names, GError **error)
{
  const TkChart *chart = drawing->chart;

  *names = (Names){.numbers = TRUE, .numbered = TRUE};
  for (guint i = 0; i < chart->n_categories; i++) {
    const char *name = chart->categories[i];
    TkUnit wide, narrow;
    if (!tk_drawing_measure (drawing, name, FALSE, &wide, &narrow, error))
      return FALSE;
    names->widest = MAX (names->widest, wide + TK_PT (1));
    names->longest_word = MAX (names->longest_word, narrow + TK_PT (3));
    names->numbers = names->numbers && g_ascii_isdigit (name[0]);
    names->numbered = names->numbered && strpbrk (name, "0123456789") != NULL;
  }
  for (guint i = 0; i < chart->n_categories && names->longest_word <= slot; i++) {
    const TkLabel label = {.text = chart->categories[i], .width = slot};
    TkUnit height;
    if (!tk_drawing_try (drawing, &label, &height, error))
      return FALSE;
    names->tallest = MAX (names->tallest, height);
  }
  return TRUE;
}

/* ---- level ---- */

/* Each that is named of numbers that follow each other is a round one. */
static guint
find_first (const TkChart *chart, guint each)
{
  const int first = atoi (chart->categories[0]);

  for (guint i = 0; i < chart->n_categories; i++)
    if (atoi (chart->categories[i]) != first + (int) i)
      return 0;
  return (each - (guint) first % each) % each;
}

static gboolean
draw_level (TkDrawing *drawing, const TkPlot *plot, TkUnit y, guint least, TkUnit *ret_height, GError **error)
{
  static const guint rounds[] = {1, 2, 5, 10, 20, 50, 100};
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->width / (TkUnit) chart->n_categories;
  guint each = least;

  for (guint i = G_N_ELEMENTS (rounds); i-- > 0;)
    each = rounds[i] >= least ? rounds[i] : each;
  for (guint i = each > 1 ? find_first (chart, each) : 0; i < chart->n_categories; i += each) {
    const TkUnit room = slot * (TkUnit) each, centre = plot->left + slot * (TkUnit) i + slot / 2;
    TkLabel label = {.text = chart->categories[i],
                     .datum = tk_drawing_name (drawing, i),
                     .align = TK_ALIGN_CENTRE,
                     .y = y};
    TkUnit wide, narrow, height;
    if (!tk_drawing_measure (drawing, label.text, FALSE, &wide, &narrow, error))
      return FALSE;
    label.width = MIN (wide + TK_PT (1), room);
    label.x = CLAMP (centre - label.width / 2, drawing->left, drawing->left + drawing->width - label.width);
    if (!tk_drawing_words (drawing, &label, &height, error))
      return FALSE;
    *ret_height = MAX (*ret_height, height);
  }
  return TRUE;
}

/* ---- turned ---- */

/* In lines of @length, of which @ret_fits says whether they are not more than the slot has room for; without
 * @drawn this is all that is done. */
static gboolean
try_turned (TkDrawing *drawing, const TkPlot *plot, TkUnit y, TkUnit length, gboolean drawn,
            gboolean *ret_fits, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->width / (TkUnit) chart->n_categories;

  *ret_fits = TRUE;
  for (guint i = 0; i < chart->n_categories && *ret_fits; i++) {
    TkLabel label = {.text = chart->categories[i],
                     .datum = tk_drawing_name (drawing, i),
                     .align = TK_ALIGN_RIGHT,
                     .y = y + length,
                     .width = length};
    TkUnit lines;
    if (!tk_drawing_try (drawing, &label, &lines, error))
      return FALSE;
    *ret_fits = lines <= slot;
    label.x = plot->left + slot * (TkUnit) i + (slot - lines) / 2;
    if (drawn && !tk_drawing_turned (drawing, &label, &lines, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
draw_turned (TkDrawing *drawing, const TkPlot *plot, TkUnit y, const Names *names, gboolean *ret_fits,
             TkUnit *ret_height, GError **error)
{
  const TkUnit share = drawing->height * 2 / 5;
  const TkUnit longest = MIN (names->widest, drawing->chart->height > 0 ? share : MAX (share, LONGEST));
  TkUnit length = MIN (MAX (names->longest_word, names->widest / 2), longest);

  *ret_fits = FALSE;
  while (names->longest_word <= longest) { /* words are not broken */
    if (!try_turned (drawing, plot, y, length, FALSE, ret_fits, error))
      return FALSE;
    if (*ret_fits || length >= longest)
      break;
    length = MIN (length + TK_MM (3), longest);
  }
  if (!*ret_fits)
    return TRUE;
  g_autofree char *place = tk_origin_print (drawing->node->origin);
  tk_notes_add (
      drawing->setter->notes,
      _ ("%s: the names of categories do not fit beside each other and are turned; kind=\"horizontal\" "
         "is easier to read"),
      place);
  *ret_height = length;
  drawing->height += MAX (0, length - share);
  return try_turned (drawing, plot, y, length, TRUE, ret_fits, error);
}

gboolean
tk_plot_names (TkDrawing *drawing, const TkPlot *plot, TkUnit y, TkUnit *ret_height, GError **error)
{
  const TkUnit slot = plot->width / (TkUnit) drawing->chart->n_categories;
  gboolean fits;
  Names names;

  *ret_height = 0;
  if (slot <= 0)
    return tk_drawing_refuse (drawing, _ ("use kind=\"horizontal\" or fewer rows"), error);
  if (!measure_names (drawing, slot, &names, error))
    return FALSE;
  const guint each = 1 + (guint) (MAX (names.longest_word - 1, 0) / slot);
  if ((each == 1 && names.tallest <= MOST_LINES * drawing->pitch) || names.numbers)
    return draw_level (drawing, plot, y, each, ret_height, error);
  if (!draw_turned (drawing, plot, y, &names, &fits, ret_height, error) || fits)
    return fits;
  if (names.numbered)
    return draw_level (drawing, plot, y, 1 + (guint) (names.widest / slot), ret_height, error);
  if (each == 1)
    return draw_level (drawing, plot, y, each, ret_height, error);
  return tk_drawing_refuse (drawing, _ ("use kind=\"horizontal\", shorter labels or fewer rows"), error);
}

gboolean
tk_plot_lying_names (TkDrawing *drawing, const TkPlot *plot, GError **error)
{
  const TkChart *chart = drawing->chart;
  const TkUnit slot = plot->height / (TkUnit) chart->n_categories;

  for (guint i = 0; i < chart->n_categories; i++) {
    const TkLabel label = {.text = chart->categories[i],
                           .datum = tk_drawing_name (drawing, i),
                           .align = TK_ALIGN_RIGHT,
                           .x = drawing->left,
                           .width = plot->left - plot->beyond - drawing->left - GAP};
    const guint from = drawing->marks->len;
    TkUnit height;
    if (!tk_drawing_words (drawing, &label, &height, error))
      return FALSE;
    if (height > slot)
      return tk_drawing_refuse (drawing, _ ("give it more height, shorter labels or fewer rows"), error);
    tk_drawing_shift (drawing, from, plot->top + slot * (TkUnit) i + (slot - height) / 2);
  }
  return TRUE;
}

/* ---- the legend ---- */

gboolean
tk_plot_legend (TkDrawing *drawing, TkUnit y, TkUnit *ret_height, GError **error)
{
  const TkChart *chart = drawing->chart;
  const gboolean lines = chart->kind == TK_CHART_LINES;
  const TkUnit sample = lines ? TK_PT (30) : SWATCH, end = drawing->left + drawing->width;
  TkUnit x = drawing->left, top = y, row = 0, wide, narrow, height;

  *ret_height = 0;
  for (guint s = 0; s < chart->n_series && chart->n_series > 1; s++) {
    if (!tk_drawing_measure (drawing, chart->titles[s], FALSE, &wide, &narrow, error))
      return FALSE;
    const TkUnit room = MIN (wide + TK_PT (1), drawing->width - sample - GAP);
    if (x > drawing->left && x + sample + GAP + room > end) {
      x = drawing->left;
      top += row;
      row = 0;
    }
    if (lines)
      tk_plot_sample (drawing, s, x, top + drawing->pitch / 2, sample);
    else
      tk_drawing_box (drawing, s, x, top + (drawing->pitch - SWATCH) / 2, SWATCH, SWATCH);
    const TkLabel label = {.text = chart->titles[s],
                           .datum = tk_drawing_title (drawing, s),
                           .x = x + sample + GAP,
                           .y = top,
                           .width = room};
    if (!tk_drawing_words (drawing, &label, &height, error))
      return FALSE;
    row = MAX (row, MAX (height, drawing->pitch));
    x += sample + GAP + room + TK_PT (12);
    *ret_height = top + row - y;
  }
  return TRUE;
}
