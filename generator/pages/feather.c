/* Comes in: what columns and pages leave free. Goes out: above which strips a line of the grid more makes
 * them end full: headings, boxes, pictures and what follows these. Does not know whether pages are better for
 * it. */
#include "flow.h"

/* What may be widened: one column, or of a page what stands in none. */
typedef struct {
  const TkGalley *galley;
  TkUnit *wider;
  guint first, end; /* strips */
  gboolean page;
} Range;

/* Whether a line may go above strip @i, as none does yet: a column could end there, and there is space
 * already, of a line more or less; on a page, columns may begin or end there. */
static gboolean
is_opening (const Range *range, guint i)
{
  const TkStrip *strips = range->galley->strips;
  const TkRegion *region = tk_fill_find_region (range->galley, i);
  const TkUnit grid = region->master->grid, space = strips[i].space;

  if (range->wider[i] > 0 || strips[i].joined || strips[i - 1].break_after != TK_BREAK_ALLOWED)
    return FALSE;
  if (range->page)
    return i == region->first || (space >= grid / 2 && region->columns == NULL);
  return space >= grid / 2 && space < grid + grid / 2;
}

static guint
count_openings (const Range *range)
{
  guint n = 0;

  for (guint i = range->first + 1; i < range->end; i++)
    n += is_opening (range, i) ? 1 : 0;
  return n;
}

/* That with the least space, the lowest of such; 0: there is none. */
static guint
find_narrowest (const Range *range)
{
  const TkStrip *strips = range->galley->strips;
  guint best = 0;

  for (guint i = range->first + 1; i < range->end; i++)
    if (is_opening (range, i) && (best == 0 || strips[i].space <= strips[best].space))
      best = i;
  return best;
}

/* @n of them, or all. */
static void
widen (const Range *range, guint n)
{
  guint at;

  for (; n > 0 && (at = find_narrowest (range)) > 0; n--)
    range->wider[at] = tk_fill_find_region (range->galley, at)->master->grid;
}

static Range
find_range (const TkGalley *galley, TkUnit *wider, const TkHole *hole)
{
  return (Range){
      .galley = galley, .wider = wider, .first = hole->first, .end = hole->end, .page = hole->whole};
}

/* The columns of each region in turn whose holes stand before @hole, of the same page, all by as many lines
 * as each of them has openings for, until there are @lines. */
static void
widen_columns (const TkGalley *galley, const TkHole *holes, guint hole, guint lines, TkUnit *wider)
{
  const guint first = holes[hole].first;

  for (guint end = hole; end > 0 && lines > 0 && !holes[end - 1].whole && holes[end - 1].first >= first;) {
    const TkRegion *region = tk_fill_find_region (galley, holes[end - 1].first);
    guint from = end, most = lines;
    for (; from > 0 && !holes[from - 1].whole && holes[from - 1].first >= MAX (first, region->first);
         from--) {
      const Range column = find_range (galley, wider, &holes[from - 1]);
      most = MIN (most, count_openings (&column));
    }
    for (guint i = from; i < end; i++) {
      const Range column = find_range (galley, wider, &holes[i]);
      widen (&column, most);
    }
    lines -= most;
    end = from;
  }
}

void
tk_feather_hole (const TkGalley *galley, const GArray *holes, guint hole, gboolean closed, TkUnit *wider)
{
  const TkHole *at = &g_array_index (holes, TkHole, hole);
  const Range range = find_range (galley, wider, at);
  const TkUnit grid = tk_fill_find_region (galley, at->first)->master->grid;
  const guint lines = grid > 0 ? (guint) (at->height / grid) : 0, openings = count_openings (&range);

  if (closed && (at->whole || openings < lines))
    return;
  widen (&range, lines);
  if (at->whole && openings < lines && at->end > at->first) /* the page is not empty */
    widen_columns (galley, (const TkHole *) (const void *) holes->data, hole, lines - openings, wider);
}
