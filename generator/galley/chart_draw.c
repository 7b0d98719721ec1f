/* Comes in: areas, lines and words of a chart. Goes out: marks. Each series has a colour
 * of its own and a pattern of its own, so that it is told apart by those who do not see the one and
 * on a printer that has no colours. */
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "chart_draw.h"
#include "error.h"

/* Okabe and Ito, "Color Universal Design" (2008), and a grey in place of black. */
static const guint32 colours[TK_CHART_SERIES] = {
    0x0072B2, 0xE69F00, 0x009E73, 0xF0E442, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xBBBBBB,
};

enum { SLANTED = 1, FALLING = 2, LEVEL = 4, UPRIGHT = 8 };
static const guint patterns[TK_CHART_SERIES] = {
    0, SLANTED, FALLING, SLANTED | FALLING, LEVEL, UPRIGHT, LEVEL | UPRIGHT, LEVEL | SLANTED,
};

#define PATTERN_PITCH TK_PT (5)

guint32
tk_drawing_colour (const TkDrawing *drawing, guint series, const guint32 *palette)
{
  return series == 0 && drawing->chart->coloured ? drawing->chart->colour : palette[series % TK_CHART_SERIES];
}

/* The colour's luminance (WCAG 2.1, "relative luminance") is below that which contrasts as much with black as
 * with white. */
gboolean
tk_drawing_is_dark (const TkDrawing *drawing, guint series)
{
  static const double shares[] = {0.2126, 0.7152, 0.0722};
  const guint32 colour = tk_drawing_colour (drawing, series, colours);
  double luminance = 0;

  for (int i = 0; i < 3; i++) {
    const double part = (colour >> (16 - 8 * i) & 255) / 255.0;
    luminance += shares[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
  }
  return luminance < 0.179;
}

/* ---- words ---- */

TkDatum *
tk_drawing_name (TkDrawing *drawing, guint category)
{
  return &drawing->data[(gsize) (category + 1) * drawing->n_columns];
}

TkDatum *
tk_drawing_value (TkDrawing *drawing, guint category, guint series)
{
  return tk_drawing_name (drawing, category) + 1 + series;
}

TkDatum *
tk_drawing_last (TkDrawing *drawing, guint category)
{
  return tk_drawing_name (drawing, category + 1) - 1;
}

TkDatum *
tk_drawing_title (TkDrawing *drawing, guint series)
{
  return &drawing->data[1 + series];
}

static TkNode *
paragraph_new (TkDrawing *drawing, const TkLabel *label)
{
  TkArena *arena = drawing->setter->arena;
  TkStyle *style = tk_arena_copy (arena, drawing->chart->style, sizeof *style);
  const TkRun run = {.text = label->text, .origin = drawing->node->origin};
  TkNode *paragraph = tk_node_add (arena, NULL, TK_NODE_PARAGRAPH, style);

  style->size = MIN (style->size, label->unseen ? TK_PT (2) : label->small ? TK_PT (8) : TK_PT (10));
  style->align = label->align;
  style->bold = label->bold;
  if (label->light)
    style->colour = 0xFFFFFF;
  style->leading = 1000;
  style->pitch = 0;
  style->first_indent = style->left_indent = style->right_indent = 0;
  style->space_before = style->space_after = 0;
  style->drop_capital = 0;
  paragraph->runs = tk_arena_copy (arena, &run, sizeof run);
  paragraph->n_runs = 1;
  return paragraph;
}

/* The lines of @label from its place on, or where they are to be turned from 0, 0; the height. */
static gboolean
set_words (TkDrawing *drawing, const TkLabel *label, gboolean turned, GArray *marks, TkUnit *ret_height,
           GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick stick = {.strips = strips, .x = turned ? 0 : label->x, .width = label->width};

  *ret_height = 0;
  if (*label->text == '\0')
    return TRUE;
  if (!tk_galley_set_block (drawing->setter, &stick, paragraph_new (drawing, label), error))
    return FALSE;
  for (guint i = 0; i < strips->len; i++) {
    const TkStrip *strip = &g_array_index (strips, TkStrip, i);
    for (guint m = 0; m < strip->n_marks && marks != NULL; m++) {
      TkMark mark = strip->marks[m];
      mark.y += *ret_height + (turned ? 0 : label->y);
      mark.role = label->unseen ? TK_ROLE_UNSEEN : mark.role;
      mark.node = label->datum != NULL ? label->datum->node : drawing->node;
      g_array_append_val (marks, mark);
    }
    *ret_height += strip->height;
  }
  if (label->datum != NULL && marks != NULL)
    label->datum->drawn = TRUE;
  return TRUE;
}

/* The value whose marks begin with @from. */
static void
add_area (TkDrawing *drawing, guint from, gboolean turned)
{
  for (guint i = from; i < drawing->marks->len; i++) {
    const TkMark *mark = &g_array_index (drawing->marks, TkMark, i);
    if (mark->kind != TK_MARK_TEXT || mark->text.n_pieces == 0)
      continue;
    const TkPiece *first = mark->text.pieces, *last = first + mark->text.n_pieces - 1;
    const TkUnit size = first->word->size, start = first->x - TK_PT (1);
    const TkUnit end = last->x + last->word->width + TK_PT (1);
    const TkArea area = turned ? (TkArea){mark->x - size, mark->y - end, mark->x + size / 4, mark->y - start}
                               : (TkArea){mark->x + start, mark->y - size, mark->x + end, mark->y + size / 4};
    g_array_append_val (drawing->values, area);
  }
}

gboolean
tk_drawing_words (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_height, GError **error)
{
  const guint from = drawing->marks->len;

  if (!set_words (drawing, label, FALSE, drawing->marks, ret_height, error))
    return FALSE;
  if (label->small && drawing->values != NULL)
    add_area (drawing, from, FALSE);
  return TRUE;
}

gboolean
tk_drawing_turned (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_width, GError **error)
{
  const guint from = drawing->marks->len;

  if (!set_words (drawing, label, TRUE, drawing->marks, ret_width, error))
    return FALSE;
  for (guint i = from; i < drawing->marks->len; i++) {
    TkMark *mark = &g_array_index (drawing->marks, TkMark, i);
    const TkUnit along = mark->x, across = mark->y;
    mark->x = label->x + across;
    mark->y = label->y - along;
    mark->turned = 90;
  }
  if (label->small && drawing->values != NULL)
    add_area (drawing, from, TRUE);
  return TRUE;
}

gboolean
tk_drawing_try (TkDrawing *drawing, const TkLabel *label, TkUnit *ret_height, GError **error)
{
  return set_words (drawing, label, FALSE, NULL, ret_height, error);
}

gboolean
tk_drawing_measure (TkDrawing *drawing, const char *text, gboolean small, TkUnit *ret_widest,
                    TkUnit *ret_narrowest, GError **error)
{
  const TkLabel label = {.text = text, .small = small};

  *ret_widest = *ret_narrowest = 0;
  return *text == '\0'
         || tk_galley_measure (drawing->setter, paragraph_new (drawing, &label), ret_widest, ret_narrowest,
                               error);
}

/* ---- paths ---- */

static TkMark *
add_path (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint32 colour, TkUnit stroke)
{
  TkMark mark = {.kind = TK_MARK_PATH, .node = drawing->node, .colour = colour};

  mark.path.steps = tk_arena_copy (drawing->setter->arena, steps, n_steps * sizeof *steps);
  mark.path.n_steps = n_steps;
  mark.path.stroke = stroke;
  mark.path.width = drawing->left + drawing->width;
  mark.path.height = drawing->height;
  g_array_append_val (drawing->marks, mark);
  return &g_array_index (drawing->marks, TkMark, drawing->marks->len - 1);
}

void
tk_drawing_fill (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint32 colour)
{
  add_path (drawing, steps, n_steps, colour, 0);
}

void
tk_drawing_stroke (TkDrawing *drawing, const TkStep *steps, guint n_steps, TkUnit stroke, guint32 colour,
                   const guint8 *dash)
{
  TkMark *mark = add_path (drawing, steps, n_steps, colour, stroke);

  if (dash != NULL)
    memcpy (mark->path.dash, dash, sizeof mark->path.dash);
}

void
tk_drawing_line (TkDrawing *drawing, TkUnit x, TkUnit y, TkUnit x2, TkUnit y2, TkUnit stroke, guint32 colour)
{
  const TkStep steps[] = {{.kind = TK_STEP_MOVE, .x = x, .y = y}, {.kind = TK_STEP_LINE, .x = x2, .y = y2}};

  add_path (drawing, steps, 2, colour, stroke);
}

static void
set_box (TkStep steps[5], TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  steps[0] = (TkStep){.kind = TK_STEP_MOVE, .x = x, .y = y};
  steps[1] = (TkStep){.kind = TK_STEP_LINE, .x = x + width, .y = y};
  steps[2] = (TkStep){.kind = TK_STEP_LINE, .x = x + width, .y = y + height};
  steps[3] = (TkStep){.kind = TK_STEP_LINE, .x = x, .y = y + height};
  steps[4] = (TkStep){.kind = TK_STEP_CLOSE};
}

/* Lines over the box from edge to edge, @dx along it for its whole height. */
static void
add_lines (GArray *steps, TkUnit x, TkUnit y, TkUnit width, TkUnit height, TkUnit dx)
{
  for (TkUnit at = MIN (0, -dx); at < width + MAX (0, -dx); at += PATTERN_PITCH) {
    const TkStep line[] = {{.kind = TK_STEP_MOVE, .x = x + at, .y = y},
                           {.kind = TK_STEP_LINE, .x = x + at + dx, .y = y + height}};
    g_array_append_vals (steps, line, 2);
  }
}

static void
add_pattern (GArray *steps, guint pattern, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  if (pattern & SLANTED)
    add_lines (steps, x, y, width, height, -height);
  if (pattern & FALLING)
    add_lines (steps, x, y, width, height, height);
  if (pattern & UPRIGHT)
    add_lines (steps, x, y, width, height, 0);
  for (TkUnit at = PATTERN_PITCH / 2; (pattern & LEVEL) && at < height; at += PATTERN_PITCH) {
    const TkStep line[] = {{.kind = TK_STEP_MOVE, .x = x, .y = y + at},
                           {.kind = TK_STEP_LINE, .x = x + width, .y = y + at}};
    g_array_append_vals (steps, line, 2);
  }
}

void
tk_drawing_area (TkDrawing *drawing, const TkStep *steps, guint n_steps, guint series, TkUnit x, TkUnit y,
                 TkUnit width, TkUnit height)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (TkStep));

  add_path (drawing, steps, n_steps, tk_drawing_colour (drawing, series, colours), 0);
  add_pattern (lines, patterns[series % TK_CHART_SERIES], x, y, width, height);
  if (lines->len > 0) {
    TkMark *mark = add_path (drawing, (const TkStep *) (const void *) lines->data, lines->len, 0x202020,
                             TK_PT (0.6));
    mark->path.clip = tk_arena_copy (drawing->setter->arena, steps, n_steps * sizeof *steps);
    mark->path.n_clip = n_steps;
  }
  add_path (drawing, steps, n_steps, 0x202020, TK_PT (0.5));
}

void
tk_drawing_box (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkStep steps[5];

  if (width <= 0 || height <= 0)
    return;
  set_box (steps, x, y, width, height);
  tk_drawing_area (drawing, steps, 5, series, x, y, width, height);
}

void
tk_drawing_ground (TkDrawing *drawing, guint series, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkStep steps[5];

  if (patterns[series % TK_CHART_SERIES] == 0)
    return;
  set_box (steps, x, y, width, height);
  add_path (drawing, steps, 5, tk_drawing_colour (drawing, series, colours), 0);
}

void
tk_drawing_shift (TkDrawing *drawing, guint from, TkUnit by)
{
  for (guint i = from; i < drawing->marks->len; i++)
    g_array_index (drawing->marks, TkMark, i).y += by;
}

gboolean
tk_drawing_refuse (const TkDrawing *drawing, const char *hint, GError **error)
{
  g_autofree char *place = tk_origin_print (drawing->node->origin);

  g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT, _ ("%s: the words of the chart do not fit; %s"), place,
               hint);
  return FALSE;
}
