/* Comes in: a box of blocks. Goes out: their strips, and behind each of them its part of the background and
 * of the border, so that the box goes on wherever a page ends within. */
#include <glib/gi18n.h>

#include "figure.h"

typedef struct {
  const TkBoxLook *look;
  TkUnit x, width; /* outside of the border */
  TkUnit edge;     /* thickness of the whole border */
  TkUnit inset;    /* of the blocks at the sides */
  GArray *marks;   /* TkMark: scratch */
} Box;

/* From the outer to the inner line of a double border: as in the stamps of secrecy, Thông tư
 * 24/2020/TT-BCA. */
#define BETWEEN TK_MM (1)

/* Type of a box that shrinks is no smaller than this, in thousandths of its own size. */
enum { SMALLEST = 600, STEP = 40 };

TkUnit
tk_galley_find_edge (const TkBoxLook *look)
{
  return look->twice && look->border > 0 ? 2 * look->border + BETWEEN : look->border;
}

static void
add_rectangle (const Box *box, guint32 colour, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = x, .y = y, .colour = colour};

  mark.rule.width = width;
  mark.rule.height = height;
  if (width > 0 && height > 0)
    g_array_append_val (box->marks, mark);
}

/* An upper or a lower end of the border, its outer line at @y, the inner one @toward it. */
static void
add_edge (const Box *box, TkUnit y, int toward)
{
  const TkBoxLook *look = box->look;
  const TkUnit inset = box->edge - look->border;

  add_rectangle (box, look->colour, box->x, y, box->width, look->border);
  if (inset > 0)
    add_rectangle (box, look->colour, box->x + inset, y + toward * inset, box->width - 2 * inset,
                   look->border);
}

/* The two lines at the sides that lie @inset within the box, from @y down. */
static void
add_pair (const Box *box, TkUnit inset, TkUnit y, TkUnit height)
{
  const TkBoxLook *look = box->look;

  add_rectangle (box, look->colour, box->x + inset, y, look->border, height);
  add_rectangle (box, look->colour, box->x + box->width - inset - look->border, y, look->border, height);
}

/* Background and the edges at the sides, from @y down. The inner line of a double border ends @above and
 * @below within that. */
static void
add_sides (const Box *box, TkUnit y, TkUnit height, TkUnit above, TkUnit below)
{
  const TkBoxLook *look = box->look;

  if (look->filled)
    add_rectangle (box, look->background, box->x, y, box->width, height);
  if (look->ends)
    return;
  add_pair (box, 0, y, height);
  if (box->edge > look->border)
    add_pair (box, box->edge - look->border, y + above, height - above - below);
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

  add_sides (box, 0, strip->height, 0, 0);
  strip->marks = take (setter, box, strip->marks, strip->n_marks, &strip->n_marks);
  if (look->padding == 0)
    return;
  /* the padding between the first or last line of a page and where the box is cut */
  add_sides (box, -look->padding, look->padding, 0, 0);
  strip->cap = take (setter, box, strip->cap, strip->n_cap, &strip->n_cap);
  add_sides (box, 0, look->padding, 0, 0);
  strip->foot = take (setter, box, strip->foot, strip->n_foot, &strip->n_foot);
}

/* Draws the strip above the first or below the last of the blocks, which is @room higher than border and
 * padding need. */
static void
draw_end (TkSetter *setter, TkStrip *strip, const Box *box, TkUnit room, gboolean top)
{
  const TkUnit inset = box->edge - box->look->border;

  strip->height = box->edge + box->look->padding + room;
  add_sides (box, 0, strip->height, top ? inset : 0, top ? 0 : inset);
  add_edge (box, top ? 0 : strip->height - box->look->border, top ? 1 : -1);
  strip->marks = take (setter, box, NULL, 0, &strip->n_marks);
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

/* Where the box stands in the measure of @stick, and how wide it is. */
static Box
place_box (const TkStick *stick, const TkNode *node)
{
  const TkStyle *style = node->style;
  const TkBoxLook *look = node->box;
  Box box = {.look = look, .edge = tk_galley_find_edge (look)};

  /* without edges and background at the sides the text stands in line with that around the box */
  box.inset = look->ends && !look->filled ? 0 : box.edge + look->padding;
  const TkUnit least = 2 * box.inset + TK_PT (1);
  const TkUnit measure = MAX (stick->width - style->left_indent - style->right_indent, least);
  box.x = stick->x + style->left_indent;
  box.width = look->width > 0 ? CLAMP (look->width, least, measure) : measure;
  if (style->align == TK_ALIGN_CENTRE)
    box.x += (measure - box.width) / 2;
  else if (style->align == TK_ALIGN_RIGHT)
    box.x += measure - box.width;
  return box;
}

/* What a box lacks of the height that it is to have; less than 0: it is higher. */
static gint64
find_room (const TkStick *stick, guint first, const Box *box)
{
  gint64 height = 2 * (gint64) (box->edge + box->look->padding);

  for (guint i = first; i < stick->strips->len; i++)
    height += g_array_index (stick->strips, TkStrip, i).height;
  return box->look->height - height;
}

static gboolean
is_stretch (const TkStrip *strip)
{
  return strip->node != NULL && strip->node->kind == TK_NODE_SPACE && strip->node->stretch;
}

static const TkNode *
find_behind (const TkNode *box)
{
  return box->first != NULL && box->first->kind == TK_NODE_FIGURE && box->first->behind ? box->first : NULL;
}

static void
note_high (TkSetter *setter, const TkNode *box, gint64 by)
{
  const TkRun *run = tk_galley_find_first_run (box);
  g_autofree char *place = tk_origin_print (run != NULL ? run->origin : (TkOrigin){0});

  tk_notes_add (setter->notes,
                _ ("%s: the box that begins with “%s” is %d mm too high, also with type of %d%% of its size; "
                   "shorten its texts"),
                place, run != NULL ? run->text : "", (int) (by / TK_MM (1)) + 1, SMALLEST / 10);
}

static gboolean
set_blocks (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (child != find_behind (node) && !tk_galley_set_block (setter, stick, child, error))
      return FALSE;
  return TRUE;
}

/* The blocks of @node in type of @scale thousandths, in place of those from @first on; *@ret_room: as
 * find_room. What there is to note goes to @notes. */
static gboolean
set_scaled (TkSetter *setter, TkStick *stick, const Box *box, const TkNode *node, guint first, int scale,
            TkNotes *notes, gint64 *ret_room, GError **error)
{
  const int outer_scale = setter->scale;
  TkNotes *outer_notes = setter->notes;
  const gboolean outer_whole = setter->whole;

  g_array_set_size (stick->strips, first);
  setter->scale = scale;
  setter->notes = notes;
  setter->whole = outer_whole || box->look->height > 0;
  const gboolean set = set_blocks (setter, stick, node, error);
  setter->scale = outer_scale;
  setter->notes = outer_notes;
  setter->whole = outer_whole;
  if (!set)
    return FALSE;
  tk_galley_clear_beside (setter, stick);
  close_gaps (stick, first);
  *ret_room = find_room (stick, first, box);
  return TRUE;
}

/* The same in type of its own size, or, where the box shrinks, as much smaller as its height asks for. */
static gboolean
set_fitting (TkSetter *setter, TkStick *stick, const Box *box, const TkNode *node, gint64 *ret_room,
             GError **error)
{
  const guint first = stick->strips->len;
  const int own = setter->scale == 0 ? 1000 : setter->scale;
  const TkStick before = *stick;

  if (!box->look->shrinks)
    return set_scaled (setter, stick, box, node, first, setter->scale, setter->notes, ret_room, error);
  for (int part = 1000;; part -= STEP) {
    g_autoptr (TkNotes) notes = tk_notes_new ();
    *stick = before;
    if (!set_scaled (setter, stick, box, node, first, part == 1000 ? setter->scale : own * part / 1000, notes,
                     ret_room, error))
      return FALSE;
    if (*ret_room >= 0 || part <= SMALLEST) {
      tk_notes_copy (notes, setter->notes);
      if (*ret_room < 0)
        note_high (setter, node, -*ret_room);
      return TRUE;
    }
    if (g_hash_table_size (setter->notes_set) > 0)
      tk_galley_forget_notes (setter, node);
  }
}

/* Spaces that stretch take what the box has left, in like parts; else its blocks stand in the middle. */
static void
stretch (const TkStick *stick, guint first, TkUnit *room)
{
  TkUnit left = *room, n = 0;

  for (guint i = first; i < stick->strips->len; i++)
    n += is_stretch (&g_array_index (stick->strips, TkStrip, i));
  for (guint i = first; i < stick->strips->len && n > 0; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    if (!is_stretch (strip))
      continue;
    strip->height += left / n;
    left -= left / n--;
    *room = 0;
  }
}

/* The picture covers all of the box, which stands on one page; the strip @top is drawn first. */
static gboolean
set_behind (TkSetter *setter, const TkStick *stick, guint top, const Box *box, const TkNode *figure,
            GError **error)
{
  gint64 wide, high;
  TkUnit height = 0;
  const TkPicture *picture = tk_galley_find_picture (setter, figure, &wide, &high, error);

  if (picture == NULL)
    return FALSE;
  for (guint i = top; i < stick->strips->len; i++)
    height += g_array_index (stick->strips, TkStrip, i).height;
  TkMark mark = tk_galley_show_picture (setter, figure, picture, box->width, height);
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, top);
  mark.x = box->x;
  mark.role = TK_ROLE_BEHIND;
  g_array_append_val (box->marks, mark);
  strip->marks = take (setter, box, strip->marks, strip->n_marks, &strip->n_marks);
  return TRUE;
}

gboolean
tk_galley_set_box (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkStyle *style = node->style;
  Box box = place_box (stick, node);
  const TkNode *behind = find_behind (node);
  TkStick inner = *stick;
  guint top = stick->strips->len;

  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (TkMark));
  box.marks = marks;
  tk_galley_add_strip (stick, node, style->space_before)->break_after = TK_BREAK_FORBIDDEN;
  inner.gap = 0;
  inner.main = FALSE;
  inner.x = box.x + box.inset;
  inner.width = box.width - 2 * box.inset;
  gint64 lacking;
  if (!set_fitting (setter, &inner, &box, node, &lacking, error))
    return FALSE;
  TkUnit room = (TkUnit) MAX (lacking, 0);
  stretch (stick, top + 1, &room);
  for (guint i = top + 1; i < stick->strips->len; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    decorate (setter, &box, strip);
    if ((style->keep_together || box.look->height > 0 || behind != NULL)
        && strip->break_after == TK_BREAK_ALLOWED)
      strip->break_after = TK_BREAK_AVOIDED;
  }
  g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_FORBIDDEN;
  draw_end (setter, &g_array_index (stick->strips, TkStrip, top), &box, room / 2, TRUE);
  draw_end (setter, tk_galley_add_strip (stick, node, 0), &box, room - room / 2, FALSE);
  if (behind != NULL && !set_behind (setter, stick, top, &box, behind, error))
    return FALSE;
  stick->label = inner.label;
  stick->outer = inner.outer;
  stick->last_x = inner.last_x;
  stick->last_width = inner.last_width;
  stick->gap = style->space_after;
  return TRUE;
}
