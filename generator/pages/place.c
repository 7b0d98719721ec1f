/* Comes in: what stands in columns, and where these stand. Goes out: the strips at their places, and what
 * breaks bring out around them. Decides nothing of where a page ends. */
#include <glib/gi18n.h>

#include "flow.h"

gint64
tk_flow_text_height (const TkFlow *flow)
{
  return (gint64) flow->master->height - flow->master->top - flow->master->bottom;
}

TkUnit
tk_flow_measure (const TkFlow *flow)
{
  return flow->master->width - flow->master->left - flow->master->right;
}

static gboolean
is_known (const TkNode *node)
{
  return node != NULL && (node->origin.file != NULL || node->origin.table != NULL);
}

/* Where @strip comes from, or what it is a part of: a rule has no text, the section that it stands in has a
 * heading. */
static char *
print_place (const TkStrip *strip)
{
  const TkNode *node = strip->node;

  while (node != NULL && !is_known (node) && !is_known (node->first))
    node = node->parent;
  return tk_origin_print (node == NULL      ? (TkOrigin){0}
                          : is_known (node) ? node->origin
                                            : node->first->origin);
}

static void
note_broken_keep (const TkFlow *flow, const TkStrip *strip)
{
  g_autofree char *place = print_place (strip);

  tk_notes_add (flow->notes,
                _ ("page %u: what should stay together (%s) is longer than the page and was parted"),
                flow->pages->len + 1, place);
}

static void
place (TkFlow *flow, const TkMark *marks, guint n, TkUnit x, gint64 y, gboolean artifact)
{
  TkPlaced placed = {.marks = marks, .n_marks = n, .x = x, .y = (TkUnit) y, .artifact = artifact};

  if (n > 0)
    g_array_append_val (flow->placed, placed);
}

/* Those of a strip that a page repeats. */
static void
repeat (TkFlow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  place (flow, strip->marks, strip->n_marks, x, y, TRUE);
  place (flow, strip->rules, strip->n_rules, x, y, TRUE);
}

void
tk_flow_add_bookmark (TkFlow *flow, const TkNode *node, TkUnit y)
{
  const TkBookmark *before = flow->bookmarks->len == 0
                                 ? NULL
                                 : &g_array_index (flow->bookmarks, TkBookmark, flow->bookmarks->len - 1);
  TkBookmark bookmark = {.node = node, .page = flow->pages->len, .y = y};

  if (before == NULL || before->node != node) /* a heading of two lines is one */
    g_array_append_val (flow->bookmarks, bookmark);
}

static gint64
place_head (TkFlow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  for (guint i = 0; i < strip->n_head; i++) {
    y += i > 0 ? strip->head[i].space : 0;
    repeat (flow, &strip->head[i], x, y);
    y += strip->head[i].height;
  }
  return y;
}

/* The strip of a carry and the sums of the strip before it. */
static gint64
place_sums (TkFlow *flow, const TkStrip *strip, const TkStrip *before, TkUnit x, gint64 y)
{
  repeat (flow, strip, x, y);
  place (flow, before->sums, before->n_sums, x, y, TRUE);
  return y + strip->height;
}

static void
note_tall_strip (const TkFlow *flow, const TkStrip *strip)
{
  g_autofree char *where = print_place (strip);

  tk_notes_add (flow->notes,
                _ ("page %u: a line or picture (%s) is taller than the page and runs over its foot"),
                flow->pages->len + 1, where);
}

void
tk_flow_place_strip (TkFlow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  if (strip->node != NULL && strip->node->kind == TK_NODE_HEADING && strip->node->outline)
    tk_flow_add_bookmark (flow, strip->node, (TkUnit) y);
  tk_flow_note_look (flow, strip->node);
  place (flow, strip->marks, strip->n_marks, x, y, FALSE);
  tk_fields_note (flow->fields, strip, flow->pages->len, x, (TkUnit) y, flow->placed);
  place (flow, strip->rules, strip->n_rules, x, y, FALSE);
  if (strip->height > tk_flow_text_height (flow))
    note_tall_strip (flow, strip);
}

/* The strips of @fill, with what a break before and after them brings out. Gives the y below. */
static gint64
place_text (TkFlow *flow, const TkFill *fill, TkUnit x, gint64 y, gboolean fresh)
{
  const TkStrip *strips = flow->galley->strips;
  const guint first = fill->from.strip, end = fill->to.strip;

  if (first == end)
    return y;
  if (!fresh)
    y += strips[first].space;
  if (tk_fill_repeats_head (flow->galley, first, fill->room))
    y = place_head (flow, &strips[first], x, y);
  const TkCarry *brought = tk_fill_carry (flow->galley, first), *carried = tk_fill_carry (flow->galley, end);
  if (brought != NULL)
    y = place_sums (flow, &brought->brought, &strips[first - 1], x, y);
  place (flow, strips[first].cap, strips[first].n_cap, x, y, FALSE);
  for (guint i = first; i < end; i++) {
    y += i > first ? strips[i].space : 0;
    tk_flow_place_strip (flow, &strips[i], x, y);
    y += strips[i].height;
  }
  place (flow, strips[end - 1].foot, strips[end - 1].n_foot, x, y, FALSE);
  if (carried != NULL)
    y = place_sums (flow, &carried->carried, &strips[end - 1], x, y);
  if (fill->broken)
    note_broken_keep (flow, &strips[end - 1]);
  return y;
}

static gint64
place_float (TkFlow *flow, const TkFloat *moved, TkUnit x, gint64 y)
{
  for (guint i = 0; i < moved->n_strips; i++) {
    y += i > 0 ? moved->strips[i].space : 0;
    tk_flow_place_strip (flow, &moved->strips[i], x, y);
    y += moved->strips[i].height;
  }
  return y;
}

gint64
tk_flow_place_column (TkFlow *flow, const TkFill *fill, TkUnit x, gint64 y, gboolean fresh)
{
  const TkFloat *floats = flow->galley->floats + fill->from.floats;

  for (guint i = 0; i < fill->n_floats; i++)
    if (floats[i].floating == TK_FLOATING_TOP)
      y = place_float (flow, &floats[i], x, y) + floats[i].gap;
  return place_text (flow, fill, x, y, fresh);
}

gint64
tk_flow_place_feet (TkFlow *flow, const TkFill *fill, TkUnit x, gint64 y)
{
  const TkFloat *floats = flow->galley->floats + fill->from.floats;

  for (guint i = 0; i < fill->n_floats; i++)
    if (floats[i].floating != TK_FLOATING_TOP)
      y = place_float (flow, &floats[i], x, y + floats[i].gap);
  return y;
}

/* ---- notes ---- */

typedef struct {
  TkFlow *flow;
  TkUnit x;
  gint64 y;
} Corner;

static void
place_note (gpointer data, const TkStrip *line, TkUnit x, gint64 y)
{
  const Corner *corner = data;

  tk_flow_place_strip (corner->flow, line, corner->x + x, corner->y + y);
}

void
tk_flow_place_foot (TkFlow *flow, TkFoot *foot, TkUnit x, gint64 y, gint64 limit, gboolean alone)
{
  const TkUnit above = foot->rule != NULL ? foot->rule->space : 0; /* between text and rule */
  Corner corner = {flow, x, alone ? y - above : limit - foot->height};

  tk_foot_place (foot, place_note, &corner);
  tk_foot_cut (foot, 0);
}

/* ---- columns ---- */

/* A line in the middle of each gutter. */
static void
place_column_rules (TkFlow *flow, const TkRegion *region, gint64 y, gint64 height)
{
  const TkColumnSet *set = region->columns;

  if (set->rule == 0 || flow->columns.fills->len < 2)
    return;
  TkMark *mark = tk_arena_new0 (flow->arena, TkMark);
  mark->kind = TK_MARK_RULE;
  mark->colour = set->rule_colour;
  mark->rule.width = set->rule;
  mark->rule.height = (TkUnit) height;
  for (guint i = 1; i < flow->columns.fills->len; i++)
    place (flow, mark, 1,
           flow->master->left + (TkUnit) i * (region->width + set->gutter) - (set->gutter + set->rule) / 2, y,
           TRUE);
}

void
tk_flow_place_columns (TkFlow *flow, const TkRegion *region, gint64 y)
{
  const gint64 limit = y + flow->columns.height;
  TkUnit x = flow->master->left;

  for (guint i = 0; i < flow->columns.fills->len; i++, x += region->width + region->columns->gutter) {
    const TkFill *fill = &g_array_index (flow->columns.fills, TkFill, i);
    const gint64 end = tk_flow_place_column (flow, fill, x, y, TRUE);
    const gint64 foot = limit - fill->notes - fill->feet;
    const gboolean filled = tk_flow_fill_column (flow, x, region->width, end, foot, end == y);
    const TkHole hole = {.first = fill->from.strip,
                         .end = fill->to.strip,
                         .width = region->width,
                         .height = filled ? 0 : foot - end,
                         .whole = region->width == tk_flow_measure (flow),
                         .last = i + 1 == flow->columns.fills->len};
    tk_flow_note_hole (flow, &hole);
    tk_flow_place_feet (flow, fill, x, foot);
    if (fill->notes > 0)
      tk_foot_take_below (&flow->below, fill);
    tk_flow_place_foot (flow, &flow->below, x, y, limit, tk_columns_fill_height (fill) == fill->notes);
  }
  place_column_rules (flow, region, y, tk_columns_tallest (&flow->columns));
}
