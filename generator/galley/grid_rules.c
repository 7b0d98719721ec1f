/* Comes in: a part of a row. Goes out: the lines around its cells, the colour behind them, and what closes
 * the table where a page ends above it. */
#include "grid_row.h"

#define BORDER TK_PT (0.5)

/* The strip above the last one. */
static const TkStrip *
find_before (const TkStick *stick)
{
  const guint n = stick->strips->len;

  return n > 1 ? &g_array_index (stick->strips, TkStrip, n - 2) : NULL;
}

static gboolean
are_same_rules (const TkMark *some, const TkMark *others, guint n)
{
  for (guint i = 0; i < n; i++)
    if (some[i].kind != TK_MARK_RULE || others[i].kind != TK_MARK_RULE || some[i].x != others[i].x
        || some[i].y != others[i].y || some[i].colour != others[i].colour
        || some[i].rule.width != others[i].rule.width || some[i].rule.height != others[i].rule.height)
      return FALSE;
  return TRUE;
}

/* A copy of @marks that lasts; most rows have the @n_before at @before of the row above again. */
static const TkMark *
keep_rules (TkSetter *setter, const GArray *marks, const TkMark *before, guint n_before)
{
  const TkMark *made = (const TkMark *) (const void *) marks->data;

  if (marks->len == n_before && are_same_rules (made, before, n_before))
    return before;
  return tk_arena_copy (setter->arena, made, marks->len * sizeof *made);
}

static void
add_rule (GArray *marks, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = x, .y = y};

  mark.rule.width = width;
  mark.rule.height = height;
  g_array_append_val (marks, mark);
}

/* A line across the columns whose count in @cover is not above @least: no cell goes on there. */
static void
add_across (GArray *marks, const TkGrid *grid, const TkStick *stick, TkUnit y, const guint *cover,
            guint least)
{
  for (guint i = 0, end; i < grid->n; i = end + 1) {
    for (end = i; end < grid->n && cover[end] <= least;)
      end++;
    if (end > i)
      add_rule (marks, stick->x + grid->left[i] - BORDER / 2, y - BORDER / 2,
                grid->left[end] - grid->left[i] + BORDER, BORDER);
  }
}

static void
add_fill (GArray *marks, const TkGrid *grid, const TkStick *stick, guint from, guint to, TkUnit height,
          gint32 colour)
{
  add_rule (marks, stick->x + grid->left[from], 0, grid->left[to] - grid->left[from], height);
  g_array_index (marks, TkMark, marks->len - 1).colour = (guint32) colour;
}

void
tk_galley_add_fills (const TkGridRow *row, gboolean first, TkUnit height, GArray *marks)
{
  const TkGrid *grid = row->grid;
  const gint32 colour = row->row->head                              ? grid->look.head_fill
                        : grid->n_body > 0 && grid->n_body % 2 == 0 ? grid->look.zebra
                                                                    : -1;
  if (colour < 0)
    return;
  for (guint i = 0, end; i < grid->n; i = end + 1) {
    for (end = i; end < grid->n && grid->cover[end] == 0;)
      end++;
    if (end > i)
      add_fill (marks, grid, row->stick, i, end, height, colour);
  }
  for (guint i = 0; i < grid->n && first && row->row->head; i++)
    if (grid->hanging[i].cell != NULL && grid->above[i] == 0)
      add_fill (marks, grid, row->stick, i, MIN (i + (guint) MAX (grid->hanging[i].cell->span, 1), grid->n),
                height, colour);
}

static gboolean
has_line_above (const TkGridRow *row)
{
  switch (row->grid->look.rules) {
  case TK_RULES_ALL:
  case TK_RULES_ROWS:
    return TRUE;
  case TK_RULES_HEAD:
    return row->row->head || row->row == row->grid->node->first || row->row->parent == NULL;
  case TK_RULES_NONE:
    break;
  }
  return FALSE;
}

static gboolean
has_line_below (const TkGridRow *row)
{
  const TkRules rules = row->grid->look.rules;

  return rules == TK_RULES_HEAD ? row->row->head || row->row->next == NULL : rules != TK_RULES_NONE;
}

static void
add_verticals (const TkGridRow *row, TkUnit height, GArray *marks)
{
  const TkGrid *grid = row->grid;

  if (grid->look.rules != TK_RULES_ALL)
    return;
  for (guint c = 0; c < row->cells->len; c++)
    add_rule (marks, g_array_index (row->cells, TkGridCell, c).x - BORDER / 2, 0, BORDER, height);
  for (guint i = 0; i < grid->n; i++)
    if (tk_galley_goes_through (grid, i))
      add_rule (marks, row->stick->x + grid->left[i] - BORDER / 2, 0, BORDER, height);
  add_rule (marks, row->stick->x + grid->left[grid->n] - BORDER / 2, 0, BORDER, height);
}

void
tk_galley_add_lines (TkSetter *setter, const TkGridRow *row, gboolean first, gboolean last, TkStrip *strip)
{
  const TkGrid *grid = row->grid;
  const TkStrip *before = find_before (row->stick);

  g_array_set_size (setter->rules, 0);
  add_verticals (row, strip->height, setter->rules);
  if (first && has_line_above (row))
    add_across (setter->rules, grid, row->stick, 0, grid->above, 0);
  if (last && has_line_below (row))
    add_across (setter->rules, grid, row->stick, strip->height, grid->cover,
                row->row->next != NULL ? 1 : G_MAXUINT);
  strip->n_rules = setter->rules->len;
  strip->rules = keep_rules (setter, setter->rules, before != NULL ? before->rules : NULL,
                             before != NULL ? before->n_rules : 0);
}

void
tk_galley_add_cap (TkSetter *setter, const TkGridRow *row, gboolean first, TkStrip *strip)
{
  const TkGrid *grid = row->grid;

  g_array_set_size (setter->rules, 0);
  if (grid->look.rules != TK_RULES_NONE)
    add_across (setter->rules, grid, row->stick, 0, grid->none, 0);
  for (guint i = 0; i < grid->n; i++) {
    const TkHanging *hanging = &grid->hanging[i];
    if (!tk_galley_goes_through (grid, i)
        || (gint64) (row->height + 2 * TK_PAD_Y) * grid->cover[i] < hanging->height)
      continue;
    for (guint m = 0; m < hanging->n_marks; m++) {
      TkMark mark = hanging->marks[m];
      mark.y += first ? row->baseline - hanging->baseline : -hanging->top;
      mark.node = NULL;
      mark.span = NULL;
      g_array_append_val (setter->rules, mark);
    }
  }
  const TkStrip *before = find_before (row->stick);
  strip->n_foot = grid->look.rules != TK_RULES_NONE;
  strip->n_cap = setter->rules->len;
  strip->cap = strip->foot = keep_rules (setter, setter->rules, before != NULL ? before->cap : NULL,
                                         before != NULL ? before->n_cap : 0);
}
