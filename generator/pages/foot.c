/* Comes in: notes, line by line, and a height. Goes out: which of them stand at one foot, and where. Lines of
 * one measure are a group: below each other, or in columns that end level. Knows nothing of the text above.
 */
#include "foot.h"

typedef struct {
  guint first; /* of the lines, up to the next group */
  guint n;     /* columns */
  TkUnit step; /* from one column to the next */
  gint64 height;
} Group;

void
tk_foot_init (TkFoot *foot, const TkGalley *galley)
{
  *foot = (TkFoot){.galley = galley};
  foot->lines = g_array_new (FALSE, FALSE, sizeof (const TkStrip *));
  foot->groups = g_array_new (FALSE, FALSE, sizeof (Group));
}

void
tk_foot_clear (TkFoot *foot)
{
  g_array_unref (foot->lines);
  g_array_unref (foot->groups);
}

/* ---- heights ---- */

static const TkStrip *
line_at (const TkFoot *foot, guint i)
{
  return g_array_index (foot->lines, const TkStrip *, i);
}

static gint64
rule_height (const TkFoot *foot)
{
  return foot->rule != NULL ? foot->rule->space + foot->rule->height : 0;
}

/* One past the last line from @first on that stands in a column of @room and may be the last in it; at the
 * head of one of several columns a line has no space. */
static guint
fill_column (const TkFoot *foot, guint first, guint end, gint64 room)
{
  gint64 height = 0;
  guint last = first;

  for (guint i = first; i < end; i++) {
    height += line_at (foot, i)->height + (i > first ? line_at (foot, i)->space : 0);
    if (height > room)
      break;
    if (i + 1 == end || line_at (foot, i)->break_after == TK_BREAK_ALLOWED)
      last = i + 1;
  }
  return last;
}

/* Whether @n columns of @room hold the lines. */
static gboolean
hold (const TkFoot *foot, guint first, guint end, guint n, gint64 room)
{
  for (guint c = 0; c < n && first < end; c++)
    first = fill_column (foot, first, end, room);
  return first == end;
}

/* Of the lines from the beginning of @group to @end. */
static gint64
measure_group (const TkFoot *foot, const Group *group, guint end)
{
  gint64 low = 0, high = 0;

  for (guint i = group->first; i < end; i++)
    high += line_at (foot, i)->height + line_at (foot, i)->space;
  if (group->n == 1)
    return high;
  while (high - low > 1) {
    const gint64 middle = (low + high) / 2;
    if (hold (foot, group->first, end, group->n, middle))
      high = middle;
    else
      low = middle;
  }
  return high;
}

/* ---- lines ---- */

void
tk_foot_add (TkFoot *foot, const TkReach *at, const TkStrip *line, gboolean below)
{
  const TkRegion *region = tk_fill_find_region (foot->galley, tk_fill_note_strip (foot->galley, at));
  const TkColumnSet *set = below || region->columns == NULL || region->columns->page_notes ? NULL
                                                                                           : region->columns;
  Group group = {.first = foot->lines->len, .n = set != NULL ? (guint) set->n : 1};
  Group *last = foot->groups->len == 0 ? NULL : &g_array_index (foot->groups, Group, foot->groups->len - 1);

  group.step = group.n > 1 ? region->width + set->gutter : 0;
  if (foot->lines->len == 0) {
    foot->rule = region->note_rule;
    foot->height = rule_height (foot);
  }
  g_array_append_val (foot->lines, line);
  if (last == NULL || last->n != group.n || last->step != group.step) {
    g_array_append_val (foot->groups, group);
    last = &g_array_index (foot->groups, Group, foot->groups->len - 1);
  }
  foot->height -= last->height;
  last->height = last->n == 1 ? last->height + line->height + line->space
                              : measure_group (foot, last, foot->lines->len);
  foot->height += last->height;
}

void
tk_foot_cut (TkFoot *foot, guint n)
{
  if (n == foot->lines->len)
    return;
  g_array_set_size (foot->lines, n);
  while (foot->groups->len > 0) {
    Group *last = &g_array_index (foot->groups, Group, foot->groups->len - 1);
    foot->height -= last->height;
    last->height = 0;
    if (last->first < n) {
      last->height = measure_group (foot, last, n);
      foot->height += last->height;
      return;
    }
    g_array_set_size (foot->groups, foot->groups->len - 1);
  }
  foot->height = 0;
  foot->rule = NULL;
}

void
tk_foot_take (TkFoot *foot, TkReach *at, guint end, gint64 room, gboolean one)
{
  const gint64 most = foot->height + room;
  const guint before = foot->lines->len;

  for (;;) {
    TkReach next = *at;
    const guint n = foot->lines->len;
    const TkStrip *line = tk_fill_next_note (foot->galley, &next, end);
    if (line != NULL)
      tk_foot_add (foot, &next, line, FALSE);
    if (foot->height > most && (n > before || !one)) {
      tk_foot_cut (foot, n);
      return;
    }
    *at = next;
    if (line == NULL)
      return;
  }
}

void
tk_foot_take_below (TkFoot *foot, const TkFill *fill)
{
  TkReach at = fill->from;
  guint end = fill->to.strip;
  const TkStrip *line;

  at.floats = fill->to.floats;
  while ((line = tk_fill_next_note (foot->galley, &at, end)) != NULL) {
    if (tk_fill_compare_notes (&at, &fill->to, at.of_float) <= 0)
      tk_foot_add (foot, &at, line, TRUE);
    else if (at.of_float)
      at.floats = at.moved; /* its rest waits for another column */
    else
      end = at.noted;
  }
}

gboolean
tk_foot_fits (TkFoot *foot, const TkReach *from, const TkReach *to, gint64 room, gboolean split)
{
  const gint64 most = foot->height + room;
  const guint before = foot->lines->len;
  const guint end = to->strip;
  guint last = end;
  TkReach at = *from;

  at.floats = to->floats;
  while (split && last > from->noted && foot->galley->strips[last - 1].footnotes == NULL)
    last--;
  while (foot->height <= most) {
    const TkStrip *line = tk_fill_next_note (foot->galley, &at, end);
    if (line == NULL)
      break;
    if (!split || at.noted + 1 < last || at.line <= TK_LEAST_OF_NOTE)
      tk_foot_add (foot, &at, line, FALSE);
  }
  const gboolean fits = foot->height <= most;
  tk_foot_cut (foot, before);
  return fits && room >= 0;
}

/* ---- places ---- */

static void
place_group (const TkFoot *foot, const Group *group, guint end, gint64 y, TkFootPlace place, gpointer flow)
{
  guint first = group->first;
  TkUnit x = 0;

  for (guint c = 0; c < group->n && first < end; c++, x += group->step) {
    gint64 below = y;
    const guint to = group->n == 1 ? end : fill_column (foot, first, end, group->height);
    for (guint i = first; i < to; i++) {
      below += i > first || group->n == 1 ? line_at (foot, i)->space : 0;
      place (flow, line_at (foot, i), x, below);
      below += line_at (foot, i)->height;
    }
    first = to;
  }
}

static guint
rank_at (const TkFoot *foot, guint i)
{
  return line_at (foot, i)->node != NULL ? line_at (foot, i)->node->rank : 0;
}

/* Notes below each other stand as they are read. They come as their marks stand on the page, row by row:
 * where a cell of a table has its mark lower than the next cell, in another order. */
static void
sort_group (TkFoot *foot, const Group *group, guint end)
{
  for (guint i = group->first + 1; i < end && group->n == 1; i++) {
    const TkStrip *line = line_at (foot, i);
    const guint rank = rank_at (foot, i);
    guint to = i;
    for (; to > group->first && rank_at (foot, to - 1) > rank; to--)
      g_array_index (foot->lines, const TkStrip *, to) = line_at (foot, to - 1);
    g_array_index (foot->lines, const TkStrip *, to) = line;
  }
}

void
tk_foot_place (TkFoot *foot, TkFootPlace place, gpointer flow)
{
  gint64 y = 0;

  if (foot->rule != NULL) {
    place (flow, foot->rule, 0, foot->rule->space);
    y += rule_height (foot);
  }
  for (guint g = 0; g < foot->groups->len; g++) {
    const Group *group = &g_array_index (foot->groups, Group, g);
    const guint end = g + 1 < foot->groups->len ? group[1].first : foot->lines->len;
    sort_group (foot, group, end);
    place_group (foot, group, end, y, place, flow);
    y += group->height;
  }
}
