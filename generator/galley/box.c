/* Comes in: a box of blocks. Goes out: their strips, and behind each of them its part of the background and
 * of the border, so that the box goes on wherever a page ends within. */
#include "set.h"

typedef struct {
  const TkBoxLook *look;
  TkUnit x, width; /* outside of the border */
  GArray *marks;   /* TkMark: scratch */
} Box;

static void
add_rectangle (const Box *box, guint32 colour, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = x, .y = y, .colour = colour};

  mark.rule.width = width;
  mark.rule.height = height;
  if (width > 0 && height > 0)
    g_array_append_val (box->marks, mark);
}

static void
add_edge (const Box *box, TkUnit y)
{
  add_rectangle (box, box->look->colour, box->x, y, box->width, box->look->border);
}

/* Background and the edges at the sides, from @y down. */
static void
add_sides (const Box *box, TkUnit y, TkUnit height)
{
  const TkBoxLook *look = box->look;

  if (look->filled)
    add_rectangle (box, look->background, box->x, y, box->width, height);
  if (look->ends)
    return;
  add_rectangle (box, look->colour, box->x, y, look->border, height);
  add_rectangle (box, look->colour, box->x + box->width - look->border, y, look->border, height);
}

/* What was gathered, then the @n marks at @marks. */
static const TkMark *
take (TkSetter *setter, const Box *box, const TkMark *marks, guint n, guint *ret_n)
{
  g_array_append_vals (box->marks, marks, n);
  *ret_n = box->marks->len;
  const TkMark *taken = tk_arena_copy (setter->arena, box->marks->data, box->marks->len * sizeof (TkMark));
  g_array_set_size (box->marks, 0);
  return taken;
}

/* A page that begins or ends within the box shows no edge there: it is open. A table's rule is drawn there
 * before and after all else, so the background must not lie upon it. */
static void
decorate (TkSetter *setter, const Box *box, TkStrip *strip)
{
  const TkBoxLook *look = box->look;

  add_sides (box, 0, strip->height);
  strip->marks = take (setter, box, strip->marks, strip->n_marks, &strip->n_marks);
  if (look->padding == 0)
    return;
  /* the padding between the first or last line of a page and where the box is cut */
  add_sides (box, -look->padding, look->padding);
  strip->cap = take (setter, box, strip->cap, strip->n_cap, &strip->n_cap);
  add_sides (box, 0, look->padding);
  strip->foot = take (setter, box, strip->foot, strip->n_foot, &strip->n_foot);
}

/* The strip above the first or below the last of the blocks. */
static void
add_end (TkSetter *setter, TkStick *stick, const TkNode *node, const Box *box, gboolean top)
{
  const TkBoxLook *look = box->look;
  TkStrip *strip = tk_galley_add_strip (stick, node, top ? node->style->space_before : 0);

  strip->height = look->border + look->padding;
  add_sides (box, 0, strip->height);
  add_edge (box, top ? 0 : look->padding);
  strip->marks = take (setter, box, NULL, 0, &strip->n_marks);
  if (top)
    strip->break_after = TK_BREAK_FORBIDDEN;
}

/* The line that closes a table reaches below its strip: the background of the next one would lie upon it. */
static void
hold_rules (TkStrip *strip)
{
  TkUnit end = strip->height;

  for (guint i = 0; i < strip->n_marks + strip->n_rules; i++) {
    const TkMark *mark = i < strip->n_marks ? &strip->marks[i] : &strip->rules[i - strip->n_marks];
    if (mark->kind == TK_MARK_RULE && mark->y + mark->rule.height / 2 >= strip->height)
      end = MAX (end, mark->y + mark->rule.height);
  }
  strip->height = end;
}

/* Space between two strips is the upper one's: behind it the background goes on. */
static void
close_gaps (const TkStick *stick, guint first)
{
  for (guint i = first; i < stick->strips->len; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    if (i > first)
      g_array_index (stick->strips, TkStrip, i - 1).height += strip->space;
    strip->space = 0;
    hold_rules (strip);
  }
}

gboolean
tk_galley_set_box (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkStyle *style = node->style;
  Box box = {.look = node->box, .x = stick->x + style->left_indent};
  TkStick inner = *stick;
  /* without edges and background at the sides the text stands in line with that around the box */
  TkUnit inset = node->box->ends && !node->box->filled ? 0 : node->box->border + node->box->padding;
  guint top = stick->strips->len;

  box.width = MAX (stick->width - style->left_indent - style->right_indent, 2 * inset + TK_PT (1));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TkMark));
  box.marks = marks;
  add_end (setter, stick, node, &box, TRUE);
  inner.gap = 0;
  inner.main = FALSE;
  inner.x = box.x + inset;
  inner.width = box.width - 2 * inset;
  if (!tk_galley_set_children (setter, &inner, node, error))
    return FALSE;
  tk_galley_clear_beside (setter, &inner);
  close_gaps (stick, top + 1);
  for (guint i = top + 1; i < stick->strips->len; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    decorate (setter, &box, strip);
    if (style->keep_together && strip->break_after == TK_BREAK_ALLOWED)
      strip->break_after = TK_BREAK_AVOIDED;
  }
  g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_FORBIDDEN;
  add_end (setter, stick, node, &box, FALSE);
  stick->label = inner.label;
  stick->outer = inner.outer;
  stick->last_x = inner.last_x;
  stick->last_width = inner.last_width;
  stick->gap = style->space_after;
  return TRUE;
}
