/* Comes in: a heading or paragraph and a measure. Goes out: a strip a line. Knows nothing of pages but which
 * lines want to stay together. */
#include <glib/gi18n.h>

#include "line.h"
#include "type.h"

/* A picture along more lines has them all to itself. */
enum { MOST_NARROW = 100 };
/* Lines beside a picture that are shorter than this, in ems, are not spread: without hyphens, some forty
 * letters are the fewest whose spaces need not show it. */
enum { LEAST_SPREAD = 17 };

typedef struct {
  TkStick *stick;
  const TkNode *node;
  TkUnit ascent, pitch; /* of the style */
  guint first_strip;    /* of this block */
  TkDrop drop;
  int beside; /* lines beside a picture */
} Block;

/* What a line has less than the width of the stick. */
static void
find_insets (const Block *block, guint line, TkUnit *ret_left, TkUnit *ret_right)
{
  const TkStyle *style = block->node->style;
  const TkBeside *beside = &block->stick->beside;

  *ret_left = style->left_indent;
  *ret_right = style->right_indent;
  if ((int) line < block->drop.narrow)
    *ret_left += block->drop.width;
  else if (line == 0)
    *ret_left += style->first_indent;
  if ((int) line < block->beside) {
    *ret_left += beside->left;
    *ret_right += beside->right;
  }
}

/* The notes whose marks stand on the strip added last. */
static void
gather_notes (TkSetter *setter, const TkStick *stick, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const TkReference *reference = tk_galley_text_at (setter, i)->run->reference;
    if (reference == NULL || reference->kind != TK_REFER_NOTE
        || (i > from && tk_galley_text_at (setter, i - 1)->run == tk_galley_text_at (setter, i)->run))
      continue;
    if (!g_hash_table_add (setter->notes_set, (gpointer) reference->target))
      continue; /* its mark stands twice */
    TkNoted noted = {.strip = stick->strips->len - 1, .note = reference->target};
    g_array_append_val (setter->noted, noted);
  }
}

static void
note_loose_line (TkSetter *setter, const TkLine *line, guint from)
{
  enum { LOOSE = 6 }; /* spaces four times as wide as they should be */

  if (line->ratio < LOOSE)
    return;
  const TkBoxText *first = tk_galley_text_at (setter, from);
  g_autofree char *place = tk_origin_print (first->run->origin);
  tk_notes_add (setter->notes,
                _ ("%s: the line that begins with “%s” is very loose; a wider column or other words help"),
                place, first->word->text);
}

static void
put_line (TkSetter *setter, Block *block, GArray *marks, guint from, const TkLine *line, gboolean last)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;
  gboolean first = stick->strips->len == block->first_strip;
  TkUnit ascent = block->ascent, pitch = block->pitch, left, right;
  const guint n_pages = tk_galley_count_pages (setter, from, line->end);
  const guint number = stick->strips->len - block->first_strip;
  const gboolean is_beside = (int) number < block->beside;

  find_insets (block, number, &left, &right);
  TkLinePlace place = {
      .from = from, .to = line->end, .x = stick->x + left, .measure = stick->width - left - right};
  place.last = last || (is_beside && place.measure < LEAST_SPREAD * style->size);
  if (style->pitch > 0)
    tk_galley_note_tight_faces (setter, style, from, line->end);
  else
    tk_galley_grow_for_faces (setter, &place, &ascent, &pitch);
  if (first) {
    ascent += block->drop.above;
    pitch += block->drop.above;
  }
  place.baseline = ascent;
  if (n_pages == 0)
    tk_galley_fit_line (setter, style, &place);
  const TkLinePlace unplaced = place;
  const gint64 natural = tk_galley_align_line (setter, style, &place);
  if (place.extra > 0)
    note_loose_line (setter, line, from);
  stick->last_x = place.x;
  stick->last_width = (TkUnit) (natural + place.extra);

  TkStrip *strip = tk_galley_add_strip (stick, block->node, first ? style->space_before : 0);
  strip->height = pitch;
  if (n_pages > 0)
    tk_galley_keep_line (setter, block->node, &unplaced, n_pages, marks->len, strip);
  else
    tk_galley_place_line (setter, block->node, &place, marks);
  gather_notes (setter, stick, from, line->end);
}

/* Widows, orphans, headings. */
static void
set_keeps (const Block *block)
{
  const TkStyle *style = block->node->style;
  TkStrip *strips = &g_array_index (block->stick->strips, TkStrip, block->first_strip);
  int n = (int) (block->stick->strips->len - block->first_strip);

  for (int i = 0; i + 1 < n; i++) {
    if (i + 1 < style->orphans || n - 1 - i < style->widows)
      strips[i].break_after = TK_BREAK_FORBIDDEN;
    else if (style->keep_together)
      strips[i].break_after = TK_BREAK_AVOIDED;
  }
  if (style->keep_with_next && n > 0)
    strips[n - 1].break_after = TK_BREAK_FORBIDDEN;
  if (style->keep_with_last && n > 0 && block->first_strip > 0)
    strips[-1].break_after = MAX (strips[-1].break_after, TK_BREAK_FORBIDDEN);
}

static void
break_lines (TkSetter *setter, const TkMeasures *measures, TkAlign align)
{
  g_array_set_size (setter->lines, 0);
  tk_galley_break_lines ((const TkBox *) (void *) setter->boxes->data, setter->boxes->len, measures, align,
                         setter->lines);
}

/* The worst break between two of the lines at hand; what is wider than its line is worse than any. */
static gint32
find_worst_break (const TkSetter *setter)
{
  gint32 worst = 0;

  for (guint i = 0; i < setter->lines->len; i++) {
    const TkLine *line = &g_array_index (setter->lines, TkLine, i);
    if (line->ratio <= -1)
      return G_MAXINT32;
    if (i + 1 < setter->lines->len)
      worst = MAX (worst, tk_galley_box_at (setter, line->end - 1)->penalty);
  }
  return worst;
}

static void
narrow_lines (TkSetter *setter, const TkMeasures *measures, TkUnit less, TkAlign align)
{
  TkUnit begin[MOST_NARROW + 1];
  TkMeasures narrow = *measures;

  narrow.full -= less;
  narrow.begin = begin;
  for (guint i = 0; i < measures->n_begin; i++)
    begin[i] = MAX (measures->begin[i] - less, 1);
  break_lines (setter, &narrow, align);
}

/* The lines at hand are broken to the narrowest measure that makes as many of them at the best breaks. */
static void
even_lines (TkSetter *setter, const TkMeasures *measures, TkAlign align)
{
  enum { STEPS = 48 }; /* down to half of the measure */
  const guint n = setter->lines->len;
  gint32 best = find_worst_break (setter);
  TkUnit best_less = 0;

  if (n <= 1 || best == G_MAXINT32)
    return;
  for (int step = 1; step <= STEPS; step++) {
    const TkUnit less = (TkUnit) ((gint64) measures->full * step / (2 * STEPS));
    narrow_lines (setter, measures, less, align);
    const gint32 worst = setter->lines->len == n ? find_worst_break (setter) : G_MAXINT32;
    if (worst <= best) {
      best = worst;
      best_less = less;
    }
  }
  narrow_lines (setter, measures, best_less, align);
}

/* Lines that begin with the segment at hand. */
static void
break_segment (TkSetter *setter, const Block *block)
{
  const TkStyle *style = block->node->style;
  TkUnit width = block->stick->width, left, right, own[MOST_NARROW + 1];
  guint line = block->stick->strips->len - block->first_strip;
  guint narrow = (guint) MAX (MAX (block->drop.narrow, block->beside), 1);
  g_autofree TkHang *hangs = tk_galley_find_hangs (setter, style);
  g_autofree TkUnit *gives = tk_galley_find_gives (setter, style);
  TkMeasures measures = {.full = MAX (width - style->left_indent - style->right_indent, 1),
                         .begin = own,
                         .hangs = hangs,
                         .gives = gives};

  for (; line < narrow; line++) {
    find_insets (block, line, &left, &right);
    own[measures.n_begin++] = MAX (width - left - right, 1);
  }
  break_lines (setter, &measures, style->align);
  if (style->even_lines)
    even_lines (setter, &measures, style->align);
}

static void
put_drop (TkSetter *setter, const Block *block, GArray *marks)
{
  TkUnit baseline = block->ascent + block->drop.above + (block->drop.lines - 1) * block->pitch;
  TkUnit x = block->stick->x + block->node->style->left_indent;

  if (block->beside > 0)
    x += block->stick->beside.left;
  tk_galley_put_drop (setter, block->node, &block->drop, x, baseline, marks);
}

static gboolean
set_segment (TkSetter *setter, Block *block, GError **error)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;
  guint from = 0;

  break_segment (setter, block);
  for (guint i = 0; i < setter->lines->len; i++) {
    TkLine line = g_array_index (setter->lines, TkLine, i);
    GArray *marks = setter->marks;
    g_array_set_size (marks, 0);
    if (stick->label != NULL && !tk_galley_put_labels (setter, stick, block->ascent, marks, error))
      return FALSE;
    if (block->drop.n_words > 0 && stick->strips->len == block->first_strip)
      put_drop (setter, block, marks);
    put_line (setter, block, marks, from, &line, i + 1 == setter->lines->len);
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    strip->marks = tk_arena_copy_array (setter->line_arena, marks);
    strip->n_marks = marks->len;
    from = line.end;
  }
  if (setter->boxes->len == 0) { /* two breaks in a row: an empty line */
    gboolean first = stick->strips->len == block->first_strip;
    tk_galley_add_strip (stick, block->node, first ? style->space_before : 0)->height = block->pitch;
  }
  return TRUE;
}

/* What makes lines of this block narrower; a column that would be too narrow begins below the picture. */
static gboolean
find_beside (TkSetter *setter, Block *block, GError **error)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;

  if (style->drop_capital > 1
      && !tk_galley_find_drop (setter, block->node, block->ascent, block->pitch, &block->drop, error))
    return FALSE;
  if (stick->beside.height == 0)
    return TRUE;
  TkUnit insets = stick->beside.left + stick->beside.right + style->left_indent + style->right_indent
                  + MAX (style->first_indent, block->drop.width);
  int beside = tk_galley_count_beside (stick, style->space_before, block->pitch);
  if (stick->width - insets < 7 * style->size || beside > MOST_NARROW) {
    tk_galley_clear_beside (setter, stick);
    block->first_strip = stick->strips->len;
  } else {
    /* a capital that stands beside the picture is not left by its own lines below it */
    block->beside = stick->beside.left > 0 && beside > 0 ? MAX (beside, block->drop.narrow) : beside;
  }
  return TRUE;
}

/* The lines beside the capital stay together, and what follows begins below it. */
static void
keep_drop (const Block *block)
{
  TkStrip *strips = &g_array_index (block->stick->strips, TkStrip, block->first_strip);
  int n = (int) (block->stick->strips->len - block->first_strip);

  for (int i = 0; i + 1 < MIN (n, block->drop.narrow); i++)
    strips[i].break_after = TK_BREAK_FORBIDDEN;
  if (n < block->drop.narrow)
    strips[n - 1].height += (block->drop.narrow - n) * block->pitch;
}

gboolean
tk_galley_set_text (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkStyle *style = node->style;
  Block block = {.stick = stick, .node = node, .first_strip = stick->strips->len};
  TkSegments segments = {.node = node, .runs = node->runs};

  if (!tk_galley_line_height (setter, style, &block.ascent, &block.pitch, error))
    return FALSE;
  if (!find_beside (setter, &block, error))
    return FALSE;
  if (block.drop.n_words > 0)
    segments.runs = tk_galley_runs_after (setter, node, &block.drop);
  segments.measure = stick->width - style->left_indent - style->right_indent
                     - MAX (style->first_indent, block.drop.width);
  if (block.beside > 0)
    segments.measure -= stick->beside.left + stick->beside.right;
  segments.measure = MAX (segments.measure, style->size / 2);
  while (segments.next < node->n_runs)
    if (!tk_galley_gather (setter, &segments, error) || !set_segment (setter, &block, error))
      return FALSE;
  if (stick->strips->len > block.first_strip) {
    set_keeps (&block);
    if (block.drop.n_words > 0)
      keep_drop (&block);
    if (stick->beside.height > 0)
      tk_galley_use_beside (setter, stick, block.first_strip);
    stick->gap = style->space_after;
  }
  return setter->noted->len == 0 || tk_galley_set_footnotes (setter, stick, error);
}

gboolean
tk_galley_measure_text (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                        GError **error)
{
  TkSegments segments = {.node = node, .runs = node->runs};
  TkUnit indents = node->style->left_indent + node->style->right_indent;
  TkUnit widest = 0, narrowest = 0, first = node->style->first_indent;

  for (; segments.next < node->n_runs; first = 0) {
    if (!tk_galley_gather (setter, &segments, error))
      return FALSE;
    gint64 line = first;
    for (guint i = 0; i < setter->boxes->len; i++) {
      line += tk_galley_box_at (setter, i)->width + tk_galley_box_at (setter, i)->space;
      narrowest = MAX (narrowest, tk_galley_box_at (setter, i)->width);
    }
    widest = (TkUnit) MAX (widest, MIN (line, G_MAXINT32 / 4));
  }
  *ret_widest = widest + indents;
  *ret_narrowest = narrowest + indents;
  return TRUE;
}
