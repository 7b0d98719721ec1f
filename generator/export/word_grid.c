/* Comes in: a table or sides. Goes out: how wide its columns are, as galley finds it, with words that are
 * measured more roughly. */
#include "word_grid.h"

#include <string.h>

#include "cover.h"
#include "word_width.h"

/* Words are measured roughly. */
#define SLACK TK_PT (2)

void
tk_word_clear_grid (TkWordGrid *grid)
{
  g_free (grid->width);
  g_free (grid->whole);
  g_free (grid->fraction);
  g_free (grid->cover);
  g_free (grid->above);
}

TkWordGrid
tk_word_begin_grid (const TkNode *node)
{
  static const TkTableLook usual = {.rules = TK_RULES_ALL, .zebra = -1, .head_fill = -1};
  TkTableLook look = node->kind == TK_NODE_TABLE && node->look != NULL ? *node->look : usual;

  if (node->plain)
    look.rules = TK_RULES_NONE;
  return (TkWordGrid){.node = node,
                      .look = look,
                      .scale = 1000,
                      .padded = look.rules != TK_RULES_NONE || look.zebra >= 0 || look.head_fill >= 0,
                      .n = node->n_columns,
                      .width = g_new0 (TkUnit, node->n_columns + 1),
                      .whole = g_new0 (TkUnit, node->n_columns + 1),
                      .fraction = g_new0 (TkUnit, node->n_columns + 1),
                      .cover = g_new0 (guint, node->n_columns + 1),
                      .above = g_new0 (const TkNode *, node->n_columns + 1)};
}

TkUnit
tk_word_find_pad (const TkWordGrid *grid, guint end)
{
  if (grid->padded)
    return 2 * TK_WORD_PAD_X;
  return end < grid->n ? TK_WORD_GUTTER : 0;
}

/* Text that runs upwards, as in print: what is no longer has one line; no line is longer. */
#define ONE_LINE TK_MM (30)
#define LONGEST TK_MM (80)

static int
count_lines (TkUnit length)
{
  return length > LONGEST ? 3 : length > ONE_LINE ? 2 : 1;
}

static TkUnit
scale (const TkWordGrid *grid, TkUnit length)
{
  return (TkUnit) ((gint64) length * grid->scale / 1000);
}

/* How wide the columns are that fit their words, and what the longest word of each column needs. */
static void
measure_words (TkWordGrid *grid, TkUnit *narrowest)
{
  for (const TkNode *row = grid->node->first; row != NULL; row = row->next) {
    guint column = 0;
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
      TkUnit wide, narrow;
      column = tk_cover_skip (grid->cover, grid->n, column);
      if (column == grid->n)
        break;
      if (cell->span <= 1) {
        const TkUnit pad = tk_word_find_pad (grid, column + 1) + SLACK;
        tk_word_measure (cell, &wide, &narrow);
        if (cell->turned)
          wide = narrow = count_lines (wide) * cell->style->size * 5 / 4;
        if (grid->node->columns[column].kind == TK_WIDTH_FIT)
          grid->width[column] = MAX (grid->width[column], scale (grid, wide) + pad);
        narrowest[column] = MAX (narrowest[column], scale (grid, narrow) + pad);
      }
      column = tk_cover_put (grid->cover, grid->n, column, cell->span, cell->rows);
    }
    tk_cover_end_row (grid->cover, grid->n);
  }
  memset (grid->cover, 0, grid->n * sizeof *grid->cover);
}

gint64
tk_word_sum (const TkUnit *width, guint n)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += width[i];
  return sum;
}

static gboolean
is_decimal (const TkWordGrid *grid, const TkNode *cell, guint column)
{
  return grid->node->columns[column].decimal && cell->span <= 1 && !cell->parent->head;
}

static void
measure_decimals (TkWordGrid *grid)
{
  for (const TkNode *row = grid->node->first; row != NULL; row = row->next) {
    guint column = 0;
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
      TkUnit whole, fraction;
      column = tk_cover_skip (grid->cover, grid->n, column);
      if (column == grid->n)
        break;
      if (is_decimal (grid, cell, column)) {
        tk_word_measure_decimal (cell, &whole, &fraction);
        grid->whole[column] = MAX (grid->whole[column], scale (grid, whole));
        grid->fraction[column] = MAX (grid->fraction[column], scale (grid, fraction));
      }
      column = tk_cover_put (grid->cover, grid->n, column, cell->span, cell->rows);
    }
    tk_cover_end_row (grid->cover, grid->n);
  }
  memset (grid->cover, 0, grid->n * sizeof *grid->cover);
}

TkUnit
tk_word_align_decimal (const TkWordGrid *grid, const TkNode *cell, guint column, TkUnit room)
{
  TkUnit whole, fraction;

  if (!is_decimal (grid, cell, column))
    return 0;
  tk_word_measure_decimal (cell, &whole, &fraction);
  whole = scale (grid, whole);
  fraction = scale (grid, fraction);
  const TkUnit behind = MAX (room - grid->whole[column] - grid->fraction[column], 0) / 2
                        + grid->fraction[column] - fraction;
  return whole > 0 ? CLAMP (behind, 0, MAX (room - whole - fraction, 0)) : 0;
}

static void
squeeze (TkWordGrid *grid, const TkUnit *narrowest, gint64 excess)
{
  gint64 room = 0;

  for (guint i = 0; i < grid->n; i++)
    if (grid->node->columns[i].kind == TK_WIDTH_FIT)
      room += grid->width[i] - narrowest[i];
  for (guint i = 0; i < grid->n && room > 0; i++)
    if (grid->node->columns[i].kind == TK_WIDTH_FIT)
      grid->width[i] -= (TkUnit) (MIN (excess, room) * (grid->width[i] - narrowest[i]) / room);
}

gboolean
tk_word_find_widths (TkWordGrid *grid, TkUnit total)
{
  const TkColumn *columns = grid->node->columns;
  const TkUnit least = total / (TkUnit) (grid->n * 4);
  g_autofree TkUnit *narrowest = g_new0 (TkUnit, grid->n);
  gint64 shares = 0, reserved = 0;

  memset (grid->width, 0, grid->n * sizeof *grid->width);
  measure_words (grid, narrowest);
  measure_decimals (grid);
  for (guint i = 0; i < grid->n; i++) {
    if (columns[i].kind == TK_WIDTH_FIXED)
      grid->width[i] = columns[i].width;
    if (columns[i].kind != TK_WIDTH_SHARE)
      continue;
    shares += MAX (columns[i].width, 1);
    reserved += least;
  }
  if (tk_word_sum (grid->width, grid->n) + reserved > total)
    squeeze (grid, narrowest, tk_word_sum (grid->width, grid->n) + reserved - total);
  const gint64 left = MAX (total - tk_word_sum (grid->width, grid->n), reserved);
  for (guint i = 0; i < grid->n && shares > 0; i++)
    if (columns[i].kind == TK_WIDTH_SHARE)
      grid->width[i] = (TkUnit) (left * MAX (columns[i].width, 1) / shares);
  const gint64 all = tk_word_sum (grid->width, grid->n);
  for (guint i = 0; i < grid->n && all > total; i++)
    grid->width[i] = (TkUnit) ((gint64) grid->width[i] * total / all);
  for (guint i = 0; i < grid->n; i++)
    if (grid->width[i] < narrowest[i] - SLACK)
      return FALSE;
  return TRUE;
}

/* As in print. */
enum { SMALLEST = 700, STEP = 50 };

gboolean
tk_word_fit_widths (TkWordGrid *grid, TkUnit total)
{
  const TkNode *table = grid->node;
  const TkUnit least = table->kind == TK_NODE_TABLE && table->look != NULL ? table->look->smallest : 0;
  const int smallest = least > 0 ? (int) CLAMP ((gint64) least * 1000 / table->style->size, 1, 1000)
                                 : SMALLEST;

  for (grid->scale = 1000; grid->scale >= smallest; grid->scale -= STEP)
    if (tk_word_find_widths (grid, total))
      return grid->scale == 1000;
  grid->scale = 1000;
  return tk_word_find_widths (grid, total);
}

/* ---- text that runs upwards ---- */

enum { MOST_LINES = 3, LOOSE = 1150 /* thousandths: lines are not filled to the end */ };

/* The share of each row that @cell covers. */
static TkUnit
find_turned (const TkWordGrid *grid, const TkNode *cell, guint column)
{
  TkUnit wide, narrow;

  if (cell == NULL || !cell->turned)
    return 0;
  const TkUnit room = grid->width[column] - tk_word_find_pad (grid, column + 1);
  const int lines = CLAMP (room / MAX (scale (grid, cell->style->size) * 5 / 4, 1), 1, MOST_LINES);
  tk_word_measure (cell, &wide, &narrow);
  wide = scale (grid, wide);
  narrow = scale (grid, narrow);
  if (wide > ONE_LINE && lines > 1)
    wide = MAX ((TkUnit) ((gint64) wide * LOOSE / 1000 / lines), narrow);
  return (MIN (wide, LONGEST) + TK_PT (10)) / MAX (cell->rows, 1);
}

TkUnit
tk_word_find_height (const TkWordGrid *grid, const TkNode *row)
{
  TkUnit height = 0;
  guint column = 0;

  for (const TkNode *cell = row->first; cell != NULL && column < grid->n; cell = cell->next) {
    for (; column < grid->n && grid->cover[column] > 0; column++)
      height = MAX (height, find_turned (grid, grid->above[column], column));
    if (column < grid->n)
      height = MAX (height, find_turned (grid, cell, column));
    column += (guint) MAX (cell->span, 1);
  }
  for (; column < grid->n; column++)
    height = MAX (height, grid->cover[column] > 0 ? find_turned (grid, grid->above[column], column) : 0);
  return height;
}
