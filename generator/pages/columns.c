/* Comes in: a region in columns, and a height. Goes out: what stands in each of its columns on one page,
 * level where the region ends there. Knows where columns end, not where they stand. */
#include "columns.h"

/* To which heights are searched. */
#define CLOSE TK_PT (0.25)

gint64
tk_columns_fill_height (const TkFill *fill)
{
  return fill->tops + fill->body + fill->notes + fill->feet;
}

static const TkFill *
fill_at (const TkColumns *columns, guint i)
{
  return &g_array_index (columns->fills, TkFill, i);
}

gint64
tk_columns_tallest (const TkColumns *columns)
{
  gint64 height = 0;

  for (guint i = 0; i < columns->fills->len; i++)
    height = MAX (height, tk_columns_fill_height (fill_at (columns, i)));
  return height;
}

gboolean
tk_columns_have_notes (const TkColumns *columns)
{
  for (guint i = 0; i < columns->fills->len; i++)
    if (fill_at (columns, i)->notes > 0)
      return TRUE;
  return FALSE;
}

TkReach
tk_columns_reach (const TkColumns *columns, const TkReach *from)
{
  return columns->fills->len > 0 ? fill_at (columns, columns->fills->len - 1)->to : *from;
}

/* Whether a column ends where it should not. */
static gboolean
is_broken (const TkColumns *columns)
{
  for (guint i = 0; i < columns->fills->len; i++)
    if (fill_at (columns, i)->broken)
      return TRUE;
  return FALSE;
}

/* Whether one ends where it would better not. */
static gboolean
is_parted (const TkColumns *columns)
{
  for (guint i = 0; i < columns->fills->len; i++)
    if (fill_at (columns, i)->parted)
      return TRUE;
  return FALSE;
}

static gboolean
ends_page (const TkStem *stem, const TkReach *from, const TkReach *to)
{
  return to->strip > from->strip && stem->galley->strips[to->strip - 1].break_after >= TK_BREAK_FORCED;
}

/* Whether as much stands at @a as does at @b. */
static gboolean
reaches (const TkReach *a, const TkReach *b)
{
  return a->strip == b->strip && a->floats >= b->floats && tk_fill_compare_notes (a, b, FALSE) >= 0
         && tk_fill_compare_notes (a, b, TRUE) >= 0;
}

/* All of the same room. */
static void
fill_all (TkColumns *columns, const TkStem *stem, const TkReach *from)
{
  TkReach reach = *from;

  g_array_set_size (columns->fills, 0);
  for (int i = 0; i < stem->region->columns->n && !ends_page (stem, from, &reach); i++) {
    TkStem column = *stem;
    TkFill fill;
    if (i > 0 && reaches (from, &reach))
      break; /* nothing fits, nor does it into the next column */
    column.fresh = stem->fresh || i > 0;
    column.must = stem->must && i == 0;
    tk_fill_column (&column, &reach, &fill);
    g_array_append_val (columns->fills, fill);
    reach = fill.to;
  }
  columns->all = reach.strip == stem->end || ends_page (stem, from, &reach);
}

/* What stands in the columns goes into such as end level: of the least height that holds it. */
static void
balance (TkColumns *columns, const TkStem *stem, const TkReach *from)
{
  TkStem level = *stem;
  gint64 all = 0, low = 0, high = stem->room;
  const gboolean broken = is_broken (columns), parted = is_parted (columns);
  const TkReach goal = tk_columns_reach (columns, from);

  for (guint i = 0; i < columns->fills->len; i++)
    all += tk_columns_fill_height (fill_at (columns, i));
  low = all / stem->region->columns->n - 1;
  while (high - low > CLOSE) {
    level.room = (low + high) / 2;
    fill_all (columns, &level, from);
    const TkReach reach = tk_columns_reach (columns, from);
    if (reaches (&reach, &goal) && tk_columns_tallest (columns) <= level.room
        && (broken || !is_broken (columns)) && (parted || !is_parted (columns)))
      high = level.room;
    else
      low = level.room;
  }
  level.room = high;
  fill_all (columns, &level, from);
}

void
tk_columns_fill (TkColumns *columns, const TkStem *stem, const TkReach *from)
{
  fill_all (columns, stem, from);
  if (columns->all && !stem->region->columns->ragged)
    balance (columns, stem, from);
  const gint64 tallest = tk_columns_tallest (columns);
  if (stem->apart)
    columns->height = tallest;
  else
    columns->height = columns->all ? MIN (stem->room, tallest) : stem->room;
}

void
tk_columns_fill_apart (TkColumns *columns, const TkStem *stem, const TkReach *from)
{
  TkStem apart = *stem;

  apart.apart = TRUE;
  tk_columns_fill (columns, &apart, from);
}

/* ---- above notes ---- */

typedef struct {
  TkColumns *columns;
  TkStem stem;
  const TkReach *from;
  TkFoot *foot;
  gint64 room; /* for text and notes */
} Above;

/* Whether there is room for the notes of what stands in the columns. */
static gboolean
has_room (const Above *above, gboolean split)
{
  const TkReach to = tk_columns_reach (above->columns, above->from);

  return tk_foot_fits (above->foot, above->from, &to, above->room - tk_columns_tallest (above->columns),
                       split);
}

/* Whether there is where the columns are of @height. Nothing stands in them: there is. */
static gboolean
fits (Above *above, gint64 height, gboolean split)
{
  above->stem.room = height;
  fill_all (above->columns, &above->stem, above->from);
  return tk_columns_tallest (above->columns) == 0 || has_room (above, split);
}

/* The greatest height of the columns above all their notes. @ret_high: a little more, which is too
 * much. */
static gint64
find_height (Above *above, gint64 *ret_high)
{
  gint64 low = 0, high = above->room;

  while (high - low > CLOSE) {
    const gint64 middle = (low + high) / 2;
    if (fits (above, middle, FALSE))
      low = middle;
    else
      high = middle;
  }
  *ret_high = high;
  return low;
}

/* As below one column, a note is split whose mark comes with the last text for which there is room; notes
 * that are so long that they leave less than a third of the page to the text are, too. */
static gint64
find_split (Above *above, gint64 low, gint64 high)
{
  if (low < above->room / 3 && fits (above, above->room / 3, TRUE) && tk_columns_tallest (above->columns) > 0)
    return above->room / 3;
  return fits (above, high, TRUE) ? high : low;
}

gboolean
tk_columns_fill_above (TkColumns *columns, const TkStem *stem, const TkReach *from, TkFoot *foot)
{
  Above above = {.columns = columns, .stem = *stem, .from = from, .foot = foot, .room = stem->room};
  gint64 high;

  above.stem.apart = TRUE;
  tk_columns_fill (columns, &above.stem, from);
  if (has_room (&above, FALSE))
    return TRUE;
  const gint64 low = find_height (&above, &high);
  above.stem.room = find_split (&above, low, high);
  tk_columns_fill (columns, &above.stem, from);
  return has_room (&above, FALSE);
}
