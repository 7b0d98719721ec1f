/* Comes in: a table, or two sides (letterhead, signature). Goes out: column
 * widths, then the strips of each row: one where its cells cannot be parted,
 * several, kept together, where a page may end within it. Knows nothing of pages. */
#include <string.h>

#include "set.h"

/* Cells of a table with borders stand this far from them. */
#define PAD_X TK_PT (4)
#define PAD_Y TK_PT (2)
#define BORDER TK_PT (0.5)
/* What comes below a table with borders stands at least this far from it. */
#define BELOW TK_PT (6)
/* Between two columns without borders. */
#define GUTTER TK_PT (6)
/* A part of a row taller than this is parted line by line, level or not. */
#define TALL TK_PT (220)

typedef struct {
  const TkNode *node;
  gboolean bordered;
  guint n;      /* columns */
  TkUnit *left; /* n + 1 edges, from the left edge of the stick */
} Grid;

/* ---- widths ---- */

/* What a cell that ends before column @end needs besides its text. */
static TkUnit
padding (const Grid *grid, guint end)
{
  if (grid->bordered)
    return 2 * PAD_X;
  return end < grid->n ? GUTTER : 0;
}

static gboolean
measure_row (TkSetter *setter, const Grid *grid, const TkNode *row, guint kinds, TkUnit *widest,
             TkUnit *narrowest, GError **error)
{
  guint column = 0;

  for (const TkNode *cell = row->first; cell != NULL && column < grid->n; cell = cell->next) {
    TkUnit wide, narrow;
    if (cell->span <= 1 && cell->first != NULL && (kinds & 1u << grid->node->columns[column].kind)) {
      if (!tk_galley_measure (setter, cell, &wide, &narrow, error))
        return FALSE;
      widest[column] = MAX (widest[column], wide + padding (grid, column + 1));
      narrowest[column] = MAX (narrowest[column], narrow + padding (grid, column + 1));
    }
    column += (guint) MAX (cell->span, 1);
  }
  return TRUE;
}

/* Natural and smallest widths of the cells of each column of a kind in @kinds (a bit each); a cell over
 * several columns does not count. */
static gboolean
measure_columns (TkSetter *setter, const Grid *grid, guint kinds, TkUnit *widest, TkUnit *narrowest,
                 GError **error)
{
  for (const TkNode *row = grid->node->first; row != NULL; row = row->next)
    if (!measure_row (setter, grid, row, kinds, widest, narrowest, error)
        || (row->sums != NULL && !measure_row (setter, grid, row->sums, kinds, widest, narrowest, error)))
      return FALSE;
  return TRUE;
}

gboolean
tk_galley_measure_grid (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                        GError **error)
{
  Grid grid = {.node = node, .bordered = node->kind == TK_NODE_TABLE && !node->plain, .n = node->n_columns};
  g_autofree TkUnit *widest = g_new0 (TkUnit, grid.n);
  g_autofree TkUnit *narrowest = g_new0 (TkUnit, grid.n);
  gint64 wide = 0, narrow = 0;

  if (!measure_columns (setter, &grid, 1u << TK_WIDTH_FIT | 1u << TK_WIDTH_SHARE, widest, narrowest, error))
    return FALSE;
  for (guint i = 0; i < grid.n; i++) {
    const TkColumn *column = &node->columns[i];
    wide += column->kind == TK_WIDTH_FIXED ? column->width : widest[i];
    narrow += column->kind == TK_WIDTH_FIXED ? column->width : narrowest[i];
  }
  *ret_widest = (TkUnit) MIN (wide, G_MAXINT32 / 4);
  *ret_narrowest = (TkUnit) MIN (narrow, G_MAXINT32 / 4);
  return TRUE;
}

/* Shrinks fitted columns towards their longest word where the whole is too wide. */
static void
squeeze (const Grid *grid, TkUnit *width, const TkUnit *narrowest, gint64 excess)
{
  gint64 room = 0;

  for (guint i = 0; i < grid->n; i++)
    if (grid->node->columns[i].kind == TK_WIDTH_FIT)
      room += width[i] - narrowest[i];
  for (guint i = 0; i < grid->n && room > 0; i++)
    if (grid->node->columns[i].kind == TK_WIDTH_FIT)
      width[i] -= (TkUnit) (MIN (excess, room) * (width[i] - narrowest[i]) / room);
}

static gint64
sum_of (const TkUnit *width, guint n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += width[i];
  return sum;
}

static gboolean
find_widths (TkSetter *setter, Grid *grid, TkUnit total, GError **error)
{
  g_autofree TkUnit *width = g_new0 (TkUnit, grid->n);
  g_autofree TkUnit *narrowest = g_new0 (TkUnit, grid->n);
  const TkColumn *columns = grid->node->columns;
  gint64 shares = 0;
  TkUnit least = total / (TkUnit) (grid->n * 4); /* that a column of shares keeps */

  if (!measure_columns (setter, grid, 1u << TK_WIDTH_FIT, width, narrowest, error))
    return FALSE;
  for (guint i = 0; i < grid->n; i++) {
    if (columns[i].kind == TK_WIDTH_FIXED)
      width[i] = columns[i].width;
    if (columns[i].kind == TK_WIDTH_SHARE)
      shares += MAX (columns[i].width, 1);
  }
  gint64 reserved = 0;
  for (guint i = 0; i < grid->n; i++)
    reserved += columns[i].kind == TK_WIDTH_SHARE ? least : 0;
  if (sum_of (width, grid->n) + reserved > total)
    squeeze (grid, width, narrowest, sum_of (width, grid->n) + reserved - total);
  gint64 left = MAX (total - sum_of (width, grid->n), reserved);
  for (guint i = 0; i < grid->n && shares > 0; i++)
    if (columns[i].kind == TK_WIDTH_SHARE)
      width[i] = (TkUnit) (left * MAX (columns[i].width, 1) / shares);
  gint64 all = sum_of (width, grid->n);
  for (guint i = 0; i < grid->n && all > total; i++) /* fixed widths that do not fit: in proportion */
    width[i] = (TkUnit) ((gint64) width[i] * total / all);
  for (guint i = 0; i < grid->n; i++)
    grid->left[i + 1] = grid->left[i] + width[i];
  return TRUE;
}

/* ---- cells ---- */

typedef struct {
  GArray *strips;  /* TkStrip, at their places from the left edge of the stick */
  TkUnit x, width; /* of the cell */
  TkUnit *top;     /* of each strip, from the top of the row's text; rising */
  guint next;      /* first strip that is in no part of the row yet */
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
set_cell (TkSetter *setter, const Grid *grid, const TkStick *outer, const TkNode *node, guint column,
          Cell *cell, GError **error)
{
  guint end = MIN (column + (guint) MAX (node->span, 1), grid->n);
  TkUnit pad = grid->bordered ? PAD_X : 0;
  TkStick stick = {.strips = cell->strips};

  cell->x = outer->x + grid->left[column];
  cell->width = grid->left[end] - grid->left[column];
  stick.x = cell->x + pad;
  stick.width = MAX (cell->width - padding (grid, end), TK_PT (1));
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!tk_galley_set_block (setter, &stick, child, error))
      return FALSE;
  tk_galley_clear_beside (setter, &stick);
  cell->top = g_new (TkUnit, cell->strips->len + 1);
  for (guint i = 0; i < cell->strips->len; i++)
    cell->top[i] = i == 0 ? 0 : find_end (cell, i - 1) + g_array_index (cell->strips, TkStrip, i).space;
  return TRUE;
}

/* Of the first line of text, from the top of the cell; -1: it does not begin with text. */
static TkUnit
find_baseline (const Cell *cell)
{
  const TkStrip *strip = cell->strips->len > 0 ? &g_array_index (cell->strips, TkStrip, 0) : NULL;

  return strip != NULL && strip->n_marks > 0 && strip->marks[0].kind == TK_MARK_TEXT ? strip->marks[0].y : -1;
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

static GArray *
set_cells (TkSetter *setter, const Grid *grid, const TkStick *outer, const TkNode *row, GError **error)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  guint column = 0;

  g_array_set_clear_func (cells, cell_clear);
  for (const TkNode *node = row->first; node != NULL && column < grid->n; node = node->next) {
    Cell cell = {.strips = g_array_new (FALSE, TRUE, sizeof (TkStrip))};
    gboolean set = set_cell (setter, grid, outer, node, column, &cell, error);
    g_array_append_val (cells, cell);
    if (!set)
      return NULL;
    column += (guint) MAX (node->span, 1);
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

static void
add_rule (GArray *marks, TkUnit x, TkUnit y, TkUnit width, TkUnit height)
{
  TkMark mark = {.kind = TK_MARK_RULE, .x = x, .y = y};

  mark.rule.width = width;
  mark.rule.height = height;
  g_array_append_val (marks, mark);
}

static const TkMark *
horizontal_rule (TkSetter *setter, const Grid *grid, const TkStick *stick)
{
  TkMark *mark = tk_arena_new0 (setter->arena, TkMark);

  mark->kind = TK_MARK_RULE;
  mark->x = stick->x + grid->left[0] - BORDER / 2;
  mark->y = -BORDER / 2;
  mark->rule.width = grid->left[grid->n] - grid->left[0] + BORDER;
  mark->rule.height = BORDER;
  return mark;
}

/* The strips of @cell that end at @to or above and were not taken yet, moved so that @from lies at @y. */
static void
take_marks (Cell *cell, TkUnit from, TkUnit to, TkUnit y, GArray *marks)
{
  for (; cell->next < cell->strips->len && find_end (cell, cell->next) <= to; cell->next++) {
    const TkStrip *strip = &g_array_index (cell->strips, TkStrip, cell->next);
    for (guint m = 0; m < strip->n_marks; m++) {
      TkMark mark = strip->marks[m];
      mark.y += cell->top[cell->next] - from + y;
      g_array_append_val (marks, mark);
    }
  }
}

typedef struct {
  const Grid *grid;
  TkStick *stick;
  const TkNode *row;
  GArray *cells;
  TkUnit space; /* above the row */
} Row;

/* One part of the row as a strip: text of its cells between @from and @to. */
static void
put_part (TkSetter *setter, const Row *row, TkUnit from, TkUnit to, gboolean first, gboolean last)
{
  const Grid *grid = row->grid;
  TkStick *stick = row->stick;
  TkUnit above = first && grid->bordered ? PAD_Y : 0, below = last && grid->bordered ? PAD_Y : 0;
  TkStrip *strip = tk_galley_add_strip (stick, row->row, first ? row->space : 0);

  strip->height = to - from + above + below;
  g_array_set_size (setter->marks, 0);
  for (guint c = 0; c < row->cells->len; c++)
    take_marks (&g_array_index (row->cells, Cell, c), from, to, above, setter->marks);
  if (grid->bordered) {
    for (guint c = 0; c < row->cells->len; c++)
      add_rule (setter->marks, g_array_index (row->cells, Cell, c).x - BORDER / 2, 0, BORDER, strip->height);
    add_rule (setter->marks, stick->x + grid->left[grid->n] - BORDER / 2, 0, BORDER, strip->height);
    TkMark rule = *horizontal_rule (setter, grid, stick);
    if (first)
      g_array_append_val (setter->marks, rule);
    rule.y += strip->height;
    if (last)
      g_array_append_val (setter->marks, rule);
    strip->cap = strip->foot = horizontal_rule (setter, grid, stick);
    strip->n_cap = strip->n_foot = 1;
  }
  strip->marks = tk_arena_copy (setter->arena, setter->marks->data, setter->marks->len * sizeof (TkMark));
  strip->n_marks = setter->marks->len;
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
    if (cell->strips->len > 0)
      height = MAX (height, find_end (cell, cell->strips->len - 1));
  }
  return height;
}

static gboolean
set_row (TkSetter *setter, Row *row, GError **error)
{
  TkUnit from = 0, height;

  row->cells = set_cells (setter, row->grid, row->stick, row->row, error);
  if (row->cells == NULL)
    return FALSE;
  height = find_height (row->cells);
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
  return TRUE;
}

/* ---- what page breaks bring out ---- */

/* A row that is never parted, as a strip beside the column of strips. */
static gboolean
set_beside (TkSetter *setter, const Grid *grid, const TkStick *stick, const TkNode *node, TkStrip *ret_strip,
            GError **error)
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
set_carry (TkSetter *setter, const Grid *grid, const TkStick *stick, const TkCarry **ret_carry,
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
set_sums (TkSetter *setter, const Grid *grid, const TkStick *stick, const TkNode *sums, TkStrip *strip,
          GError **error)
{
  g_autoptr (GArray) cells = set_cells (setter, grid, stick, sums, error);

  if (cells == NULL)
    return FALSE;
  const TkUnit height = find_height (cells);
  g_array_set_size (setter->marks, 0);
  for (guint c = 0; c < cells->len; c++)
    take_marks (&g_array_index (cells, Cell, c), 0, height, grid->bordered ? PAD_Y : 0, setter->marks);
  strip->sums = tk_arena_copy (setter->arena, setter->marks->data, setter->marks->len * sizeof (TkMark));
  strip->n_sums = setter->marks->len;
  return TRUE;
}

/* The strips of a row of the body from @first on: a page that ends within the row has the sums up to the row
 * before. */
static gboolean
carry_row (TkSetter *setter, const Grid *grid, TkStick *stick, guint first, const TkCarry *carry,
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
  g_autofree TkUnit *left = g_new0 (TkUnit, node->n_columns + 1);
  Grid grid = {.node = node,
               .bordered = node->kind == TK_NODE_TABLE && !node->plain,
               .n = node->n_columns,
               .left = left};
  guint first = stick->strips->len, n_head = 0;
  gboolean in_head = TRUE;
  TkUnit space = node->style != NULL ? node->style->space_before : 0;
  const TkCarry *carry = NULL;

  if (node->n_columns == 0 || node->first == NULL)
    return TRUE;
  if (!find_widths (setter, &grid, stick->width, error) || !set_carry (setter, &grid, stick, &carry, error))
    return FALSE;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    Row row = {.grid = &grid, .stick = stick, .row = child, .space = child == node->first ? space : 0};
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
