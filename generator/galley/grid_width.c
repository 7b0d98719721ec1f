/* Comes in: a table, or two sides. Goes out: how wide their columns are, and what of a cell's width is for
 * its text. Sets nothing. */
#include "grid.h"

#include <string.h>

#include "cover.h"
#include "decimal.h"
#include "turned.h"

/* Between two columns without borders. */
#define GUTTER TK_PT (6)

void
tk_galley_clear_grid (TkGrid *grid)
{
  g_free (grid->left);
  g_free (grid->cover);
  g_free (grid->above);
  g_free (grid->none);
  g_free (grid->decimals);
  g_free (grid->hanging);
  tk_arena_free (grid->scratch);
  g_free (grid->sums);
  g_clear_pointer (&grid->turned, g_hash_table_unref);
}

/* The row that has the words beside sums, without the words. */
static TkNode *
sums_new (const TkNode *table)
{
  TkNode *row = g_new0 (TkNode, 1 + table->n_columns), *cell = row + 1;

  row->kind = TK_NODE_ROW;
  for (const TkNode *from = table->carried->first; from != NULL; from = from->next, cell++) {
    cell->kind = TK_NODE_CELL;
    cell->style = from->style;
    cell->span = from->span;
    cell->parent = row;
    if (row->last != NULL)
      row->last->next = cell;
    else
      row->first = cell;
    row->last = cell;
  }
  return row;
}

const TkNode *
tk_galley_show_sums (const TkGrid *grid, const TkSum *sums)
{
  TkNode *cell = grid->node->first_sum > 0 ? grid->sums->first->next : grid->sums->first;

  for (; cell != NULL; cell = cell->next, sums++) {
    cell->runs = sums->runs;
    cell->n_runs = sums->n_runs;
    if (sums->n_runs > 0)
      cell->origin = sums->runs->origin;
  }
  return grid->sums;
}

TkGrid
tk_galley_begin_grid (const TkNode *node)
{
  static const TkTableLook usual = {.rules = TK_RULES_ALL, .zebra = -1, .head_fill = -1};
  TkTableLook look = node->kind == TK_NODE_TABLE && node->look != NULL ? *node->look : usual;

  if (node->plain)
    look.rules = TK_RULES_NONE;
  return (TkGrid){.node = node,
                  .look = look,
                  .bordered = look.rules != TK_RULES_NONE || look.zebra >= 0 || look.head_fill >= 0,
                  .n = node->n_columns,
                  .scratch = tk_arena_new (),
                  .sums = node->carried != NULL ? sums_new (node) : NULL,
                  .left = g_new0 (TkUnit, node->n_columns + 1),
                  .cover = g_new0 (guint, node->n_columns + 1),
                  .above = g_new0 (guint, node->n_columns + 1),
                  .none = g_new0 (guint, node->n_columns + 1),
                  .hanging = g_new0 (TkHanging, node->n_columns + 1)};
}

/* ---- widths ---- */

TkUnit
tk_galley_pad (const TkGrid *grid, guint end)
{
  if (grid->bordered)
    return 2 * TK_PAD_X;
  return end < grid->n ? GUTTER : 0;
}

/* Widths of columns while they are measured, by column. */
typedef struct {
  guint kinds; /* of columns that count, a bit each */
  TkUnit *widest, *narrowest;
} Widths;

typedef gboolean (*VisitFunc) (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column,
                               Widths *widths, GError **error);

static gboolean
visit_row (TkSetter *setter, const TkGrid *grid, const TkNode *row, VisitFunc visit, Widths *widths,
           GError **error)
{
  guint column = 0;

  for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
    column = tk_cover_skip (grid->cover, grid->n, column);
    if (column == grid->n)
      break;
    if (!visit (setter, grid, cell, column, widths, error))
      return FALSE;
    column = tk_cover_put (grid->cover, grid->n, column, cell->span, cell->rows);
  }
  return TRUE;
}

/* All cells, then those that show sums. */
static gboolean
visit_cells (TkSetter *setter, const TkGrid *grid, VisitFunc visit, Widths *widths, GError **error)
{
  for (const TkNode *row = grid->node->first; row != NULL; row = row->next) {
    if (!visit_row (setter, grid, row, visit, widths, error))
      return FALSE;
    tk_cover_end_row (grid->cover, grid->n);
  }
  memset (grid->cover, 0, grid->n * sizeof *grid->cover);
  for (const TkNode *row = grid->node->first; row != NULL; row = row->next)
    if (row->sums != NULL
        && !visit_row (setter, grid, tk_galley_show_sums (grid, row->sums), visit, widths, error))
      return FALSE;
  return TRUE;
}

/* A cell over several columns does not count. */
static gboolean
measure_cell (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column, Widths *widths,
              GError **error)
{
  const TkUnit pad = tk_galley_pad (grid, column + 1);
  TkUnit wide, narrow;

  if (cell->span > 1 || (cell->n_runs == 0 && cell->first == NULL)
      || !(widths->kinds & 1u << grid->node->columns[column].kind))
    return TRUE;
  if (!(tk_galley_is_turned (cell) ? tk_galley_measure_turned : tk_galley_measure) (setter, cell, &wide,
                                                                                    &narrow, error))
    return FALSE;
  widths->widest[column] = MAX (widths->widest[column], wide + pad);
  widths->narrowest[column] = MAX (widths->narrowest[column], narrow + pad);
  return TRUE;
}

/* What stands at breaks before the sums: a column has room for its words, though perhaps in several lines. */
static gboolean
measure_carried (TkSetter *setter, const TkGrid *grid, Widths *widths, GError **error)
{
  const TkNode *rows[] = {grid->node->carried, grid->node->brought};

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TkNode *cell = rows[i] != NULL ? rows[i]->first : NULL;
    TkUnit wide, narrow;
    if (cell == NULL || cell->span > 1 || !(widths->kinds & 1u << grid->node->columns[0].kind))
      continue;
    if (!tk_galley_measure (setter, cell, &wide, &narrow, error))
      return FALSE;
    narrow += tk_galley_pad (grid, 1);
    widths->widest[0] = MAX (widths->widest[0], narrow);
    widths->narrowest[0] = MAX (widths->narrowest[0], narrow);
  }
  return TRUE;
}

gboolean
tk_galley_measure_grid (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                        GError **error)
{
  g_auto (TkGrid) grid = tk_galley_begin_grid (node);
  g_autofree TkUnit *widest = g_new0 (TkUnit, grid.n);
  g_autofree TkUnit *narrowest = g_new0 (TkUnit, grid.n);
  Widths widths = {1u << TK_WIDTH_FIT | 1u << TK_WIDTH_SHARE, widest, narrowest};
  gint64 wide = 0, narrow = 0;

  if (!visit_cells (setter, &grid, measure_cell, &widths, error)
      || !measure_carried (setter, &grid, &widths, error))
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

/* ---- decimal commas ---- */

static gboolean
is_decimal (const TkGrid *grid, const TkNode *cell, guint column)
{
  return grid->node->columns[column].decimal && cell->span <= 1 && !cell->parent->head;
}

static gboolean
measure_decimal (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column,
                 Widths *widths G_GNUC_UNUSED, GError **error)
{
  TkDecimal *widest = &grid->decimals[column], decimal;

  if (!is_decimal (grid, cell, column))
    return TRUE;
  if (!tk_galley_measure_decimal (setter, cell, &decimal.whole, &decimal.fraction, error))
    return FALSE;
  widest->whole = MAX (widest->whole, decimal.whole);
  widest->fraction = MAX (widest->fraction, decimal.fraction);
  return TRUE;
}

/* Fills grid->decimals where a column has decimal numbers, and widens those columns. */
static gboolean
measure_decimals (TkSetter *setter, TkGrid *grid, Widths *widths, GError **error)
{
  guint n = 0;

  for (guint i = 0; i < grid->n; i++)
    n += grid->node->columns[i].decimal;
  if (n == 0)
    return TRUE;
  grid->decimals = g_new0 (TkDecimal, grid->n);
  if (!visit_cells (setter, grid, measure_decimal, widths, error))
    return FALSE;
  for (guint i = 0; i < grid->n; i++) {
    const TkUnit width = grid->decimals[i].whole + grid->decimals[i].fraction + tk_galley_pad (grid, i + 1);
    if (!grid->node->columns[i].decimal || grid->node->columns[i].kind != TK_WIDTH_FIT)
      continue;
    widths->widest[i] = MAX (widths->widest[i], width);
    widths->narrowest[i] = MAX (widths->narrowest[i], width);
  }
  return TRUE;
}

gboolean
tk_galley_align_decimal (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column,
                         TkUnit *width, GError **error)
{
  const TkDecimal *widest = grid->decimals != NULL ? &grid->decimals[column] : NULL;
  TkDecimal decimal;

  if (widest == NULL || !is_decimal (grid, cell, column))
    return TRUE;
  if (!tk_galley_measure_decimal (setter, cell, &decimal.whole, &decimal.fraction, error))
    return FALSE;
  const TkUnit least = decimal.whole + decimal.fraction;
  const TkUnit behind = MAX (*width - widest->whole - widest->fraction, 0) / 2 + widest->fraction
                        - decimal.fraction;
  if (*width > least)
    *width = MAX (*width - behind, least);
  return TRUE;
}

/* Shrinks fitted columns towards their longest word where the whole is too wide. */
static void
squeeze (const TkGrid *grid, TkUnit *width, const TkUnit *narrowest, gint64 excess)
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

gboolean
tk_galley_find_widths (TkSetter *setter, TkGrid *grid, TkUnit total, GError **error)
{
  g_autofree TkUnit *width = g_new0 (TkUnit, grid->n);
  g_autofree TkUnit *narrowest = g_new0 (TkUnit, grid->n);
  const TkColumn *columns = grid->node->columns;
  gint64 shares = 0;
  TkUnit least = total / (TkUnit) (grid->n * 4); /* that a column of shares keeps */
  Widths widths = {1u << TK_WIDTH_FIT, width, narrowest};

  if (!visit_cells (setter, grid, measure_cell, &widths, error)
      || !measure_carried (setter, grid, &widths, error) || !measure_decimals (setter, grid, &widths, error))
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
