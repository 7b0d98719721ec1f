/* Comes in: a table, or two sides (letterhead, signature). Goes out: the
 * strips of each row: one where its cells cannot be parted,
 * several, kept together, where a page may end within it. Knows nothing of pages. */
#include "grid.h"

#include <string.h>

#include "cover.h"
#include "turned.h"

/* Cells of a table with borders stand this far from them. */
#define PAD_Y TK_PT (2)
#define BORDER TK_PT (0.5)
/* What comes below a table with borders stands at least this far from it. */
#define BELOW TK_PT (6)
/* A part of a row taller than this is parted line by line, level or not. */
#define TALL TK_PT (220)

/* ---- cells ---- */

typedef struct {
  GArray *strips;   /* TkStrip, at their places from the left edge of the stick */
  TkUnit x, width;  /* of the cell */
  TkUnit *top;      /* of each strip, from the top of the row's text; rising */
  TkHanging *hangs; /* over rows below: it is in no part of the row but the first; or NULL */
  guint next;       /* first strip that is in no part of the row yet */
} Cell;

static void
cell_clear (void *pointer)
{
  Cell *cell = pointer;

  g_clear_pointer (&cell->strips, g_array_unref);
  g_clear_pointer (&cell->top, g_free);
}

static TkUnit
find_end (const Cell *cell, guint i)
{
  return cell->top[i] + g_array_index (cell->strips, TkStrip, i).height;
}

static gboolean
set_cell (TkSetter *setter, const TkGrid *grid, const TkStick *outer, const TkNode *node, guint column,
          Cell *cell, GError **error)
{
  const guint end = MIN (column + (guint) MAX (node->span, 1), grid->n);
  const TkUnit pad = grid->bordered ? TK_PAD_X : 0;
  TkStick stick = {.strips = cell->strips};

  cell->x = outer->x + grid->left[column];
  cell->width = grid->left[end] - grid->left[column];
  stick.x = cell->x + pad;
  stick.width = MAX (cell->width - tk_galley_pad (grid, end), TK_PT (1));
  if (!tk_galley_align_decimal (setter, grid, node, column, &stick.width, error))
    return FALSE;
  if (!(tk_galley_is_turned (node) ? tk_galley_set_turned (setter, grid, &stick, node, error)
                                   : tk_galley_set_children (setter, &stick, node, error)))
    return FALSE;
  tk_galley_clear_beside (setter, &stick);
  cell->top = g_new (TkUnit, cell->strips->len + 1);
  for (guint i = 0; i < cell->strips->len; i++)
    cell->top[i] = i == 0 ? 0 : find_end (cell, i - 1) + g_array_index (cell->strips, TkStrip, i).space;
  return TRUE;
}

/* Of the first line of text, from the top of the cell; -1: it does not begin with level text. */
static TkUnit
find_baseline (const Cell *cell)
{
  const TkStrip *strip = cell->strips->len > 0 ? &g_array_index (cell->strips, TkStrip, 0) : NULL;
  const TkMark *mark = strip != NULL && strip->n_marks > 0 ? strip->marks : NULL;

  return mark != NULL && mark->kind == TK_MARK_TEXT && mark->turned == 0 ? mark->y : -1;
}

/* Cells begin level with each other: "Số:" with the date, "Nơi nhận:" with the office of who signs, whatever
 * their sizes (NĐ 30/2020/NĐ-CP, appendix I, section II, points 4 and 9). */
static void
align_baselines (GArray *cells)
{
  TkUnit lowest = 0;

  for (guint c = 0; c < cells->len; c++)
    lowest = MAX (lowest, find_baseline (&g_array_index (cells, Cell, c)));
  for (guint c = 0; c < cells->len; c++) {
    Cell *cell = &g_array_index (cells, Cell, c);
    TkUnit by = find_baseline (cell) < 0 ? 0 : lowest - find_baseline (cell);
    for (guint i = 0; i < cell->strips->len; i++)
      cell->top[i] += by;
  }
}

/* That they have in common, from the top of the row's text. */
static TkUnit
find_lowest (const GArray *cells)
{
  for (guint c = 0; c < cells->len; c++) {
    const Cell *cell = &g_array_index (cells, Cell, c);
    if (find_baseline (cell) >= 0)
      return cell->top[0] + find_baseline (cell);
  }
  return 0;
}

static GArray *
set_cells (TkSetter *setter, const TkGrid *grid, const TkStick *outer, const TkNode *row, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  guint column = 0;

  g_array_set_clear_func (cells, cell_clear);
  for (const TkNode *node = row->first; node != NULL; node = node->next) {
    column = tk_cover_skip (grid->cover, grid->n, column);
    if (column == grid->n)
      break;
    Cell cell = {.strips = g_array_new (FALSE, TRUE, sizeof (TkStrip)),
                 .hangs = node->rows > 1 ? &grid->hanging[column] : NULL};
    gboolean set = set_cell (setter, grid, outer, node, column, &cell, error);
    if (cell.hangs != NULL)
      *cell.hangs = (TkHanging){.cell = node};
    g_array_append_val (cells, cell);
    if (!set)
      return NULL;
    column = tk_cover_put (grid->cover, grid->n, column, node->span, node->rows);
  }
  align_baselines (cells);
  return g_steal_pointer (&cells);
}

/* ---- parts of a row ---- */

/* The next height below @from at which the row may be parted: the first end of a strip,
 * moved down until it cuts no strip of any cell. */
static TkUnit
find_clean_cut (const GArray *cells, TkUnit from, TkUnit row_height)
{
  g_autofree guint *next = g_new (guint,
                                  cells->len); /* first strip of each cell that may lie below the cut */
  TkUnit cut = G_MAXINT32;

  for (guint c = 0; c < cells->len; c++) {
    const Cell *cell = &g_array_index (cells, Cell, c);
    next[c] = cell->next;
    while (next[c] < cell->strips->len && find_end (cell, next[c]) <= from)
      next[c]++; /* an empty space, a rule without height */
    if (next[c] < cell->strips->len)
      cut = MIN (cut, find_end (cell, next[c]));
  }
  if (cut == G_MAXINT32)
    return row_height;
  for (gboolean moved = TRUE; moved;) {
    moved = FALSE;
    for (guint c = 0; c < cells->len; c++) {
      const Cell *cell = &g_array_index (cells, Cell, c);
      for (; next[c] < cell->strips->len && cell->top[next[c]] < cut; next[c]++) {
        if (find_end (cell, next[c]) <= cut)
          continue;
        cut = find_end (cell, next[c]);
        moved = TRUE;
      }
    }
  }
  return cut;
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

/* The strips of @cell that end at @to or above and were not taken yet, moved so that @from lies at @y. */
static void
take_marks (TkSetter *setter, Cell *cell, TkUnit from, TkUnit to, TkUnit y, TkStrip *into)
{
  for (; cell->next < cell->strips->len && find_end (cell, cell->next) <= to; cell->next++) {
    const TkStrip *strip = &g_array_index (cell->strips, TkStrip, cell->next);
    tk_galley_add_footnotes (setter, into, strip->footnotes);
    for (guint f = 0; f < strip->n_fields; f++) {
      TkField field = strip->fields[f];
      field.y += cell->top[cell->next] - from + y;
      field.before += setter->marks->len;
      g_array_append_val (setter->fields, field);
    }
    for (guint m = 0; m < strip->n_marks + strip->n_rules; m++) {
      TkMark mark = m < strip->n_marks ? strip->marks[m] : strip->rules[m - strip->n_marks];
      mark.y += cell->top[cell->next] - from + y;
      g_array_append_val (setter->marks, mark);
    }
  }
}

typedef struct {
  const TkGrid *grid;
  TkStick *stick;
  const TkNode *row;
  GArray *cells;
  TkUnit space;    /* above the row */
  TkUnit height;   /* of its text */
  TkUnit baseline; /* of its first lines, from the top of its text */
  TkUnit least;    /* that its parts have together, for the cells that end with it */
  TkUnit used;     /* of its parts so far */
} Row;

/* ---- cells over several rows ---- */

/* Whether the cell that began in a row above, in column @i, goes through @row. */
static gboolean
goes_through (const TkGrid *grid, guint i)
{
  return grid->above[i] > 0 && grid->hanging[i].cell != NULL;
}

/* The text of a cell over several rows goes into the first strip, unless it is so tall that it is parted:
 * then it makes its row as tall as others do. */
static void
hang_cells (Row *row)
{
  const TkGrid *grid = row->grid;

  for (guint c = 0; c < row->cells->len; c++) {
    Cell *cell = &g_array_index (row->cells, Cell, c);
    if (cell->hangs == NULL || cell->strips->len == 0)
      continue;
    const TkUnit height = find_end (cell, cell->strips->len - 1);
    if (height > TALL) {
      cell->hangs = NULL;
      continue;
    }
    const TkUnit pad = grid->bordered ? PAD_Y : 0;
    cell->hangs->height = height + 2 * pad;
    cell->hangs->top = pad + cell->top[0];
    cell->hangs->baseline = row->baseline;
    cell->next = cell->strips->len;
  }
  row->least = 0;
  for (guint i = 0; i < grid->n; i++)
    if (grid->hanging[i].cell != NULL && (grid->cover[i] <= 1 || row->row->next == NULL))
      row->least = MAX (row->least, grid->hanging[i].height - grid->hanging[i].used);
}

/* The row is set, its last strip @strip. In heads such cells have their text in the middle; in bodies a page
 * does not end within it. */
static void
end_hanging (const Row *row, TkStrip *strip)
{
  const TkGrid *grid = row->grid;

  for (guint i = 0; i < grid->n; i++) {
    TkHanging *hanging = &grid->hanging[i];
    if (hanging->cell == NULL)
      continue;
    hanging->used += row->used;
    if (grid->cover[i] > 1 && row->row->next != NULL) {
      if (hanging->used < hanging->height && strip->break_after == TK_BREAK_ALLOWED)
        strip->break_after = TK_BREAK_AVOIDED;
      continue;
    }
    if (hanging->fill != NULL)
      hanging->fill->rule.height = hanging->used;
    for (guint m = 0; m < hanging->n_marks && row->row->head; m++)
      hanging->marks[m].y += MAX (hanging->used - hanging->height, 0) / 2;
    *hanging = (TkHanging){0};
  }
  tk_cover_end_row (grid->cover, grid->n);
  memcpy (grid->above, grid->cover, grid->n * sizeof *grid->above);
}

/* The strip above the last one. */
static const TkStrip *
find_before (const TkStick *stick)
{
  const guint n = stick->strips->len;

  return n > 1 ? &g_array_index (stick->strips, TkStrip, n - 2) : NULL;
}

/* What a page has in addition that begins with a part of the row: the line that closes the table, and again
 * the text of the cells that go on, which is no content. */
static void
add_cap (TkSetter *setter, const Row *row, gboolean first, TkStrip *strip)
{
  const TkGrid *grid = row->grid;

  g_array_set_size (setter->rules, 0);
  if (grid->look.rules != TK_RULES_NONE)
    add_across (setter->rules, grid, row->stick, 0, grid->none, 0);
  for (guint i = 0; i < grid->n; i++) {
    const TkHanging *hanging = &grid->hanging[i];
    if (!goes_through (grid, i) || (gint64) (row->height + 2 * PAD_Y) * grid->cover[i] < hanging->height)
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

/* The text of cells that begin here and go on below. */
static void
take_hanging (TkSetter *setter, const Row *row, TkUnit above, TkStrip *into)
{
  const GArray *marks = setter->marks;

  for (guint c = 0; c < row->cells->len; c++) {
    Cell *cell = &g_array_index (row->cells, Cell, c);
    if (cell->hangs == NULL)
      continue;
    const guint before = marks->len;
    cell->next = 0;
    take_marks (setter, cell, 0, G_MAXINT32, above, into);
    cell->hangs->n_marks = marks->len - before;
  }
}

/* They are where @marks has been copied to; behind @n_fills others, among them those behind such cells of
 * a head. */
static void
keep_hanging (const Row *row, TkMark *marks, guint n_fills, guint n_marks)
{
  const TkGrid *grid = row->grid;

  for (guint i = grid->n; i-- > 0 && n_fills > 0;)
    if (grid->hanging[i].cell != NULL && grid->above[i] == 0)
      grid->hanging[i].fill = &marks[--n_fills];
  for (guint c = row->cells->len; c-- > 0;) {
    const Cell *cell = &g_array_index (row->cells, Cell, c);
    if (cell->hangs == NULL)
      continue;
    n_marks -= cell->hangs->n_marks;
    cell->hangs->marks = marks + n_marks;
  }
}

/* ---- lines and colours ---- */

static void
add_fill (GArray *marks, const TkGrid *grid, const TkStick *stick, guint from, guint to, TkUnit height,
          gint32 colour)
{
  add_rule (marks, stick->x + grid->left[from], 0, grid->left[to] - grid->left[from], height);
  g_array_index (marks, TkMark, marks->len - 1).colour = (guint32) colour;
}

/* The colour behind the row; behind cells over several rows only in heads, where they are not parted. */
static void
add_fills (const Row *row, gboolean first, TkUnit height, GArray *marks)
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
has_line_above (const Row *row)
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
has_line_below (const Row *row)
{
  const TkRules rules = row->grid->look.rules;

  return rules == TK_RULES_HEAD ? row->row->head || row->row->next == NULL : rules != TK_RULES_NONE;
}

static void
add_verticals (const Row *row, TkUnit height, GArray *marks)
{
  const TkGrid *grid = row->grid;

  if (grid->look.rules != TK_RULES_ALL)
    return;
  for (guint c = 0; c < row->cells->len; c++)
    add_rule (marks, g_array_index (row->cells, Cell, c).x - BORDER / 2, 0, BORDER, height);
  for (guint i = 0; i < grid->n; i++)
    if (goes_through (grid, i))
      add_rule (marks, row->stick->x + grid->left[i] - BORDER / 2, 0, BORDER, height);
  add_rule (marks, row->stick->x + grid->left[grid->n] - BORDER / 2, 0, BORDER, height);
}

static void
add_lines (TkSetter *setter, const Row *row, gboolean first, gboolean last, TkStrip *strip)
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

/* One part of the row as a strip: text of its cells between @from and @to. */
static void
put_part (TkSetter *setter, Row *row, TkUnit from, TkUnit to, gboolean first, gboolean last)
{
  const TkGrid *grid = row->grid;
  TkStick *stick = row->stick;
  TkUnit above = first && grid->bordered ? PAD_Y : 0, below = last && grid->bordered ? PAD_Y : 0;
  TkStrip *strip = tk_galley_add_strip (stick, row->row, first ? row->space : 0);

  strip->height = to - from + above + below;
  if (last)
    strip->height = MAX (strip->height, row->least - row->used);
  row->used += strip->height;
  g_array_set_size (setter->marks, 0);
  g_array_set_size (setter->fields, 0);
  add_fills (row, first, strip->height, setter->marks);
  const guint n_fills = setter->marks->len;
  for (guint c = 0; c < row->cells->len; c++)
    take_marks (setter, &g_array_index (row->cells, Cell, c), from, to, above, strip);
  if (first)
    take_hanging (setter, row, above, strip);
  strip->fields = tk_arena_copy (setter->arena, setter->fields->data, setter->fields->len * sizeof (TkField));
  strip->n_fields = setter->fields->len;
  TkMark *marks = tk_arena_copy (setter->arena, setter->marks->data, setter->marks->len * sizeof (TkMark));
  if (first)
    keep_hanging (row, marks, row->row->head ? n_fills : 0, setter->marks->len);
  strip->marks = marks;
  strip->n_marks = setter->marks->len;
  if (grid->bordered) {
    add_lines (setter, row, first, last, strip);
    add_cap (setter, row, first, strip);
  }
  strip->break_after = last ? TK_BREAK_ALLOWED : TK_BREAK_AVOIDED;
}

/* Where no common line ends within a tall part: the cells' lines side by side,
 * first with first, so that a page can end between them. */
static void
level_lines (GArray *cells, TkUnit from)
{
  g_autofree guint *next = g_new (guint, cells->len);
  TkUnit y = from;

  for (guint c = 0; c < cells->len; c++)
    next[c] = g_array_index (cells, Cell, c).next;
  for (;;) {
    TkUnit space = 0, tallest = -1;
    for (guint c = 0; c < cells->len; c++) {
      const Cell *cell = &g_array_index (cells, Cell, c);
      if (next[c] < cell->strips->len && y > from)
        space = MAX (space, g_array_index (cell->strips, TkStrip, next[c]).space);
    }
    for (guint c = 0; c < cells->len; c++) {
      Cell *cell = &g_array_index (cells, Cell, c);
      if (next[c] >= cell->strips->len)
        continue;
      cell->top[next[c]] = y + space;
      tallest = MAX (tallest, g_array_index (cell->strips, TkStrip, next[c]).height);
      next[c]++;
    }
    if (tallest < 0)
      return;
    y += space + tallest;
  }
}

static TkUnit
find_height (const GArray *cells)
{
  TkUnit height = 0;

  for (guint c = 0; c < cells->len; c++) {
    const Cell *cell = &g_array_index (cells, Cell, c);
    if (cell->hangs == NULL && cell->strips->len > 0)
      height = MAX (height, find_end (cell, cell->strips->len - 1));
  }
  return height;
}

/* Beside text that runs upwards level text stands in the middle of the height. */
static void
centre_cells (const Row *row)
{
  const TkUnit pads = row->grid->bordered ? 2 * PAD_Y : 0;
  const TkUnit height = MAX (find_height (row->cells), row->least - pads);

  for (guint c = 0; c < row->cells->len; c++) {
    Cell *cell = &g_array_index (row->cells, Cell, c);
    if (cell->hangs != NULL || cell->strips->len == 0)
      continue;
    const TkUnit by = (height - find_end (cell, cell->strips->len - 1) - cell->top[0]) / 2;
    for (guint i = 0; i < cell->strips->len; i++)
      cell->top[i] += by;
  }
}

static gboolean
set_row (TkSetter *setter, Row *row, GError **error)
{
  TkUnit from = 0, height;
  TkArena *outer = setter->line_arena;

  setter->line_arena = row->grid->scratch;
  row->cells = set_cells (setter, row->grid, row->stick, row->row, error);
  if (row->cells == NULL)
    return FALSE;
  row->baseline = find_lowest (row->cells);
  hang_cells (row);
  if (row->grid->turned > 0 && row->row->head)
    centre_cells (row);
  row->height = height = find_height (row->cells);
  do {
    TkUnit cut = find_clean_cut (row->cells, from, height);
    if (cut - from > TALL) {
      level_lines (row->cells, from);
      height = find_height (row->cells);
      cut = find_clean_cut (row->cells, from, height);
    }
    put_part (setter, row, from, cut, from == 0, cut >= height);
    from = cut;
  } while (from < height);
  end_hanging (row, &g_array_index (row->stick->strips, TkStrip, row->stick->strips->len - 1));
  tk_arena_clear (row->grid->scratch);
  setter->line_arena = outer;
  return TRUE;
}

/* ---- what page breaks bring out ---- */

/* A row that is never parted, as a strip beside the column of strips. */
static gboolean
set_beside (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkNode *node,
            TkStrip *ret_strip, GError **error)
{
  g_autoptr (GArray) strips = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick beside = {.strips = strips, .x = stick->x, .width = stick->width};
  Row row = {.grid = grid, .stick = &beside, .row = node};

  row.cells = set_cells (setter, grid, &beside, node, error);
  if (row.cells == NULL)
    return FALSE;
  put_part (setter, &row, 0, find_height (row.cells), TRUE, TRUE);
  g_array_unref (row.cells);
  *ret_strip = g_array_index (strips, TkStrip, 0);
  ret_strip->n_cap = ret_strip->n_foot = 0;
  return TRUE;
}

static gboolean
set_carry (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkCarry **ret_carry,
           GError **error)
{
  TkCarry *carry;

  if (grid->node->carried == NULL)
    return TRUE;
  carry = tk_arena_new0 (setter->arena, TkCarry);
  *ret_carry = carry;
  return set_beside (setter, grid, stick, grid->node->carried, &carry->carried, error)
         && set_beside (setter, grid, stick, grid->node->brought, &carry->brought, error);
}

/* The marks of the sums of a row, as they stand in the strips of a carry. */
static gboolean
set_sums (TkSetter *setter, const TkGrid *grid, const TkStick *stick, const TkSum *sums, TkStrip *strip,
          GError **error)
{
  TkArena *outer = setter->line_arena;
  TkGrid beside = *grid; /* no cell above reaches into it */
  beside.cover = grid->none;
  setter->line_arena = grid->scratch;
  g_autoptr (GArray) cells = set_cells (setter, &beside, stick, tk_galley_show_sums (grid, sums), error);

  if (cells == NULL)
    return FALSE;
  const TkUnit height = find_height (cells);
  g_array_set_size (setter->marks, 0);
  for (guint c = 0; c < cells->len; c++)
    take_marks (setter, &g_array_index (cells, Cell, c), 0, height, grid->bordered ? PAD_Y : 0, strip);
  for (guint m = 0; m < setter->marks->len; m++) { /* no content; and the next row has the same node */
    TkMark *mark = &g_array_index (setter->marks, TkMark, m);
    mark->node = NULL;
    mark->span = NULL;
  }
  strip->sums = tk_arena_copy (setter->arena, setter->marks->data, setter->marks->len * sizeof (TkMark));
  strip->n_sums = setter->marks->len;
  tk_arena_clear (grid->scratch);
  setter->line_arena = outer;
  return TRUE;
}

/* The strips of a row of the body from @first on: a page that ends within the row has the sums up to the row
 * before. */
static gboolean
carry_row (TkSetter *setter, const TkGrid *grid, TkStick *stick, guint first, const TkCarry *carry,
           const TkNode *row, GError **error)
{
  TkStrip *strips = (TkStrip *) (void *) stick->strips->data;
  const guint n = stick->strips->len;

  if (carry == NULL || row->sums == NULL)
    return TRUE;
  for (guint i = first; i < n; i++) {
    strips[i].carry = carry;
    if (first > 0 && strips[first - 1].carry == carry) {
      strips[i].sums = strips[first - 1].sums;
      strips[i].n_sums = strips[first - 1].n_sums;
    }
  }
  if (row->next != NULL && row->next->sums == NULL)
    strips[n - 1].break_after = TK_BREAK_AVOIDED; /* the total is not alone on its page */
  return set_sums (setter, grid, stick, row->sums, &strips[n - 1], error);
}

/* ---- tables and sides ---- */

/* Rows are counted from there again. */
static gboolean
is_group_name (const TkGrid *grid, const TkNode *row)
{
  return row->leads && row->first != NULL && row->first->span == (int) grid->n;
}

/* Head rows are strips of their own, kept apart so that later pages can repeat them, below the caption
 * where the table has one for that. */
static gboolean
share_head (TkSetter *setter, TkStick *stick, const TkNode *continued, guint first, guint n_head,
            GError **error)
{
  g_autoptr (GArray) head = g_array_new (FALSE, TRUE, sizeof (TkStrip));
  TkStick beside = {.strips = head, .x = stick->x, .width = stick->width};
  TkStrip *strips = &g_array_index (stick->strips, TkStrip, first);
  guint n = stick->strips->len - first;

  if (n_head == n)
    return TRUE;
  for (guint i = 0; i < n_head; i++) {
    strips[i].break_after = TK_BREAK_FORBIDDEN;
    strips[i].n_cap = strips[i].n_foot = 0;
  }
  if (continued != NULL && !tk_galley_set_block (setter, &beside, continued, error))
    return FALSE;
  const guint caption = head->len;
  g_array_append_vals (head, strips, n_head);
  if (caption > 0 && n_head > 0)
    g_array_index (head, TkStrip, caption).space = beside.gap;
  if (head->len == 0)
    return TRUE;
  const TkStrip *shared = tk_arena_copy (setter->arena, head->data, head->len * sizeof (TkStrip));
  for (guint i = n_head; i < n; i++) {
    strips[i].head = shared;
    strips[i].n_head = head->len;
  }
  return TRUE;
}

gboolean
tk_galley_set_grid (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  g_auto (TkGrid) grid = tk_galley_begin_grid (node);
  guint first = stick->strips->len, n_head = 0;
  gboolean in_head = TRUE;
  TkUnit space = node->style != NULL ? node->style->space_before : 0;
  const TkCarry *carry = NULL;

  if (node->n_columns == 0 || node->first == NULL)
    return TRUE;
  if (!tk_galley_find_widths (setter, &grid, stick->width, error)
      || !tk_galley_find_turned (setter, &grid, error) || !set_carry (setter, &grid, stick, &carry, error))
    return FALSE;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    Row row = {.grid = &grid, .stick = stick, .row = child, .space = child == node->first ? space : 0};
    grid.n_body = child->head || child->total || is_group_name (&grid, child) ? 0 : grid.n_body + 1;
    const guint at = stick->strips->len;
    gboolean set = set_row (setter, &row, error);
    g_clear_pointer (&row.cells, g_array_unref);
    if (!set || !carry_row (setter, &grid, stick, at, carry, child, error))
      return FALSE;
    if (child->leads)
      g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_AVOIDED;
    in_head = in_head && child->head;
    if (in_head)
      n_head = stick->strips->len - first;
  }
  if (!share_head (setter, stick, node->continued, first, n_head, error))
    return FALSE;
  if (node->kind == TK_NODE_SIDES)
    for (guint i = first; i + 1 < stick->strips->len; i++)
      g_array_index (stick->strips, TkStrip, i).break_after = TK_BREAK_FORBIDDEN;
  stick->gap = MAX (node->style != NULL ? node->style->space_after : 0, grid.bordered ? BELOW : 0);
  return TRUE;
}
