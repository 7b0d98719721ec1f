/* Comes in: a node of any kind. Goes out: its strips, each kind by its own
 * setter. The table below is the place to add one. */
#include "set.h"

TkStrip *
tk_galley_add_strip (TkStick *stick, const TkNode *node, TkUnit space_before)
{
  guint n = stick->strips->len;

  g_array_set_size (stick->strips, n + 1); /* cleared by the array */
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, n);
  strip->node = node;
  strip->space = MAX (stick->gap, space_before);
  stick->gap = 0;
  return strip;
}

gboolean
tk_galley_set_children (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  if (node->n_runs > 0)
    return tk_galley_set_fitted (setter, stick, node, error);
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!tk_galley_set_block (setter, stick, child, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_keep (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  guint first = stick->strips->len;

  if (!tk_galley_set_children (setter, stick, node, error))
    return FALSE;
  for (guint i = first; i + 1 < stick->strips->len; i++) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    if (strip->break_after == TK_BREAK_ALLOWED)
      strip->break_after = TK_BREAK_AVOIDED;
  }
  return TRUE;
}

/* A section that wants room below its beginning says so on its first strip. */
static gboolean
set_section (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const guint first = stick->strips->len;

  if (!tk_galley_set_children (setter, stick, node, error))
    return FALSE;
  if (node->room > 0 && stick->strips->len > first)
    g_array_index (stick->strips, TkStrip, first).room = node->room;
  return TRUE;
}

/* A line of its own: under the last line of text, in parts of its length, or of a length given. */
static gboolean
set_rule (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  const TkStyle *style = node->style;
  gboolean by_line = node->rule_length == 0;
  TkUnit length = by_line ? (TkUnit) ((gint64) stick->last_width * node->rule_permille / 1000)
                          : node->rule_length;
  TkUnit left = by_line ? stick->last_x : stick->x, room = by_line ? stick->last_width : stick->width;
  TkMark *mark = tk_arena_new0 (setter->arena, TkMark);

  if (!by_line)
    length = MIN (length, room);
  /* below the line that it belongs to, whatever that line wants after it; one that stays with what follows
   * parts it from what stands above, which may end a page */
  stick->gap = 0;
  if (stick->strips->len > 0 && (by_line || !style->keep_with_next)) {
    TkStrip *line = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    line->break_after = MAX (line->break_after, TK_BREAK_FORBIDDEN);
  }
  TkStrip *strip = tk_galley_add_strip (stick, node, style->space_before);
  *mark = (TkMark){.kind = TK_MARK_RULE, .colour = style->colour};
  mark->x = left + (style->align == TK_ALIGN_LEFT && !by_line ? 0 : (room - length) / 2);
  mark->rule.width = length;
  mark->rule.height = node->rule_thickness;
  strip->height = node->rule_thickness;
  strip->marks = mark;
  strip->n_marks = 1;
  if (style->keep_with_next)
    strip->break_after = TK_BREAK_FORBIDDEN;
  stick->gap = style->space_after;
  return TRUE;
}

static gboolean
set_space (TkSetter *setter G_GNUC_UNUSED, TkStick *stick, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  tk_galley_add_strip (stick, node, 0)->height = node->rule_length;
  return TRUE;
}

/* Of two breaks at one place neither takes back what the other asks for. */
static TkBreak
join_breaks (TkBreak before, const TkNode *node)
{
  gboolean right = node->right_page || before == TK_BREAK_RIGHT || before == TK_BREAK_RESTART_RIGHT;
  gboolean restart = node->restart || before == TK_BREAK_RESTART || before == TK_BREAK_RESTART_RIGHT;

  if (node->back_page || before == TK_BREAK_BACK)
    return TK_BREAK_BACK;
  if (restart)
    return right ? TK_BREAK_RESTART_RIGHT : TK_BREAK_RESTART;
  return right ? TK_BREAK_RIGHT : TK_BREAK_FORCED;
}

static gboolean
set_page_break (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error G_GNUC_UNUSED)
{
  if (node->column_only && tk_galley_break_column (setter, stick))
    return TRUE;
  if (stick->strips->len > 0) {
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    strip->break_after = join_breaks (strip->break_after, node);
  }
  stick->gap = 0;
  if (stick->main && node->master != NULL)
    tk_galley_begin_region (setter, stick, node->master, NULL);
  return TRUE;
}

/* ---- lists ---- */

/* Lists inside lists move in so many times; deeper ones stand below the last, or they would run out of their
 * column. */
enum { DEEPEST_LIST = 12 };

static int
find_depth (const TkNode *list)
{
  int depth = 0;

  for (const TkNode *node = list->parent; node != NULL; node = node->parent)
    depth += node->kind == TK_NODE_LIST;
  return depth;
}

static gboolean
set_item (TkSetter *setter, TkStick *stick, const TkNode *item, TkUnit label_x, TkUnit body_x, GError **error)
{
  TkStick body = *stick;
  guint first = stick->strips->len;

  body.main = FALSE;
  body.outer = stick->label != NULL ? stick : NULL;
  body.width = stick->x + stick->width - body_x;
  body.x = body_x;
  body.label = item;
  body.label_x = label_x;
  if (!tk_galley_set_children (setter, &body, item, error)
      || !tk_galley_set_label (setter, &body, first, error))
    return FALSE;
  tk_galley_clear_beside (setter, &body);
  stick->gap = body.gap;
  stick->last_x = body.last_x;
  stick->last_width = body.last_width;
  return TRUE;
}

/* The widest label of a list, behind which all its texts stand. */
static gboolean
measure_labels (TkSetter *setter, const TkNode *list, TkUnit *ret_width, GError **error)
{
  TkUnit widest = 0;

  for (const TkNode *item = list->first; item != NULL; item = item->next) {
    TkUnit width;
    if (!tk_galley_measure_label (setter, item, &width, error))
      return FALSE;
    widest = MAX (widest, width);
  }
  *ret_width = widest;
  return TRUE;
}

gboolean
tk_galley_set_list (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  TkUnit label_x = stick->x + (node->style != NULL ? node->style->left_indent : 0), widest;

  if (!measure_labels (setter, node, &widest, error))
    return FALSE;
  TkUnit body_x = find_depth (node) < DEEPEST_LIST ? label_x + widest : stick->x;
  label_x = body_x - widest;
  if (node->style != NULL)
    stick->gap = MAX (stick->gap, node->style->space_before);
  for (const TkNode *item = node->first; item != NULL; item = item->next)
    if (!set_item (setter, stick, item, label_x, body_x, error))
      return FALSE;
  if (node->style != NULL)
    stick->gap = MAX (stick->gap, node->style->space_after);
  return TRUE;
}

/* ---- the table of kinds ---- */

typedef gboolean (*Set) (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error);

/* Text that a picture may stand beside, and what holds it; a figure is asked itself. */
static gboolean
runs_around (const TkNode *node)
{
  return node->kind == TK_NODE_PARAGRAPH || node->kind == TK_NODE_HEADING || node->kind == TK_NODE_SECTION
         || node->kind == TK_NODE_KEEP;
}

static gboolean
set_figure (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  if (node->around != TK_AROUND_NONE)
    return tk_galley_set_around (setter, stick, node, error);
  return tk_galley_set_figure (setter, stick, node, error);
}

static const Set setters[] = {
    [TK_NODE_DOCUMENT] = tk_galley_set_children,
    [TK_NODE_SECTION] = set_section,
    [TK_NODE_HEADING] = tk_galley_set_fitted,
    [TK_NODE_PARAGRAPH] = tk_galley_set_fitted,
    [TK_NODE_LIST] = tk_galley_set_list,
    [TK_NODE_TABLE] = tk_galley_set_table,
    [TK_NODE_FIGURE] = set_figure,
    [TK_NODE_SIDES] = tk_galley_set_grid,
    [TK_NODE_RULE] = set_rule,
    [TK_NODE_SPACE] = set_space,
    [TK_NODE_KEEP] = set_keep,
    [TK_NODE_PAGE_BREAK] = set_page_break,
    [TK_NODE_COLUMNS] = tk_galley_set_columns,
    [TK_NODE_CONTENTS] = tk_galley_set_contents,
    [TK_NODE_ALBUM] = tk_galley_set_album,
    [TK_NODE_BOX] = tk_galley_set_box,
    [TK_NODE_FILLERS] = tk_galley_take_fillers,
    [TK_NODE_CHART] = tk_galley_set_chart,
    [TK_NODE_PAPER] = tk_galley_set_paper,
};

/* Whose strips stand as they are below each other, whatever the grid of the page. */
static gboolean
is_whole (const TkNode *node)
{
  return node->kind == TK_NODE_TABLE || node->kind == TK_NODE_SIDES || node->kind == TK_NODE_BOX
         || node->kind == TK_NODE_ALBUM || node->kind == TK_NODE_CHART || node->kind == TK_NODE_CONTENTS;
}

/* What the text around it does not need at its place: not a table or a chart, to which it points. */
static gboolean
is_loose (const TkNode *node)
{
  for (const TkNode *child = node->first; child != NULL && node->kind == TK_NODE_BOX; child = child->next)
    if (child->kind == TK_NODE_TABLE || child->kind == TK_NODE_CHART)
      return FALSE;
  return node->kind == TK_NODE_FIGURE || node->kind == TK_NODE_BOX;
}

gboolean
tk_galley_set_kind (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  if (stick->beside.height > 0 && !runs_around (node))
    tk_galley_clear_beside (setter, stick);
  if ((guint) node->kind >= G_N_ELEMENTS (setters) || setters[node->kind] == NULL)
    return tk_galley_set_children (setter, stick, node, error); /* ROW, CELL, ITEM outside their parents */
  const guint first = stick->strips->len;
  if (!setters[node->kind](setter, stick, node, error))
    return FALSE;
  for (guint i = first + 1; stick->main && is_whole (node) && i < stick->strips->len; i++)
    g_array_index (stick->strips, TkStrip, i).joined = TRUE;
  if (stick->main && is_loose (node) && stick->strips->len > first)
    g_array_index (stick->strips, TkStrip, first).loose = stick->strips->len - first;
  return TRUE;
}

gboolean
tk_galley_set_block (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  gboolean done = FALSE;

  if (!stick->main || (!node->across && node->floating == TK_FLOATING_NONE))
    return tk_galley_set_kind (setter, stick, node, error);
  if (!tk_galley_set_float (setter, stick, node, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  if (!tk_galley_set_across (setter, stick, node, &done, error))
    return FALSE;
  if (done)
    return TRUE;
  return tk_galley_set_kind (setter, stick, node, error);
}

gboolean
tk_galley_measure (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                   GError **error)
{
  TkUnit widest = 0, narrowest = 0, label = 0;

  if (node->kind == TK_NODE_HEADING || node->kind == TK_NODE_PARAGRAPH
      || (node->kind == TK_NODE_CELL && node->n_runs > 0))
    return tk_galley_measure_text (setter, node, ret_widest, ret_narrowest, error);
  if (node->kind == TK_NODE_TABLE || node->kind == TK_NODE_SIDES)
    return tk_galley_measure_grid (setter, node, ret_widest, ret_narrowest, error);
  if (node->kind == TK_NODE_CHART) {
    *ret_widest = *ret_narrowest = TK_MM (80);
    return TRUE;
  }
  if (node->kind == TK_NODE_RULE)
    widest = narrowest = node->rule_length;
  if (node->kind == TK_NODE_FIGURE)
    widest = narrowest = node->width;
  if (node->kind == TK_NODE_LIST && !measure_labels (setter, node, &label, error))
    return FALSE;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    TkUnit wide, narrow;
    if (!tk_galley_measure (setter, child, &wide, &narrow, error))
      return FALSE;
    widest = MAX (widest, wide);
    narrowest = MAX (narrowest, narrow);
  }
  if (node->kind == TK_NODE_LIST && node->style != NULL)
    label += node->style->left_indent;
  if (node->kind == TK_NODE_BOX)
    label += node->style->left_indent + node->style->right_indent
             + 2 * (tk_galley_find_edge (node->box) + node->box->padding);
  if (node->kind == TK_NODE_BOX && node->box->width > 0) {
    widest = narrowest = node->box->width;
    label = node->style->left_indent + node->style->right_indent;
  }
  *ret_widest = widest + label;
  *ret_narrowest = narrowest + label;
  return TRUE;
}
