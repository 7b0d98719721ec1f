/* Comes in: shapes of boxes. Goes out: the rows in which they fill a width, total-fit as lines of text are.
 * Must not know what is in the boxes. */
#include "justify.h"

enum {
  ONE = 65536,
  LOWEST = 3, /* of the target, the part below which a row is not tried */
  LOOSE = 64, /* so many times less it counts that the last row is not full */
};

/* @sum: of @n shapes. */
static TkUnit
find_height (gint64 sum, guint n, TkUnit width, TkUnit gap)
{
  const gint64 room = MAX ((gint64) width - (gint64) gap * (n - 1), 1);

  return (TkUnit) CLAMP (room * ONE / MAX (sum, 1), 1, G_MAXINT32 / 4);
}

TkUnit
tk_galley_row_height (const gint64 *shapes, guint n, TkUnit width, TkUnit gap)
{
  gint64 sum = 0;

  for (guint i = 0; i < n; i++)
    sum += shapes[i];
  return find_height (sum, n, width, gap);
}

/* How bad it is that a row has @height: twice as high is as bad as half as high. The last row need not be
 * full, but a little is better than nothing, or a page would begin with one picture alone. */
static gint64
find_cost (TkUnit height, TkUnit target, gboolean last)
{
  const gint64 high = MAX (height, target), low = MAX (MIN (height, target), 1);
  const gint64 off = MIN ((high - low) * 1000 / low, 100000);

  return last && height >= target ? off * off / LOOSE : off * off;
}

void
tk_galley_justify (const gint64 *shapes, guint n, TkUnit width, TkUnit gap, TkUnit target, guint *ret_rows)
{
  g_autofree gint64 *costs = g_new0 (gint64, n + 1); /* of the best rows of the first n boxes, */
  g_autofree guint *from = g_new0 (guint, n + 1);    /* and where the last of those begins */
  guint row = 0;

  for (guint end = 1; end <= n; end++) {
    gint64 sum = 0;
    costs[end] = G_MAXINT64;
    for (guint begin = end; begin-- > 0;) {
      sum += shapes[begin];
      const TkUnit height = find_height (sum, end - begin, width, gap);
      const gint64 cost = costs[begin] + find_cost (height, target, end == n);
      if (end - begin > 1 && height < target / LOWEST)
        break;
      if (cost < costs[end]) {
        costs[end] = cost;
        from[end] = begin;
      }
    }
  }
  for (guint end = n; end > 0; end = from[end], row++)
    for (guint i = from[end]; i < end; i++)
      ret_rows[i] = row;
  for (guint i = 0; i < n; i++)
    ret_rows[i] = row - 1 - ret_rows[i];
}
