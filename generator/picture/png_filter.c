/* Comes in: rows of samples, a filter before each. Goes out: the samples. Must not know the file that they
 * come from. */
#include <stdlib.h>
#include <string.h>

#include "png_file.h"

enum { NONE, SUB, UP, AVERAGE, PAETH }; /* PNG, clause 9.2 */

static guint8
predict (int left, int above, int corner)
{
  const int from_left = abs (above - corner), from_above = abs (left - corner);
  const int from_corner = abs (left + above - 2 * corner);

  if (from_left <= from_above && from_left <= from_corner)
    return (guint8) left;
  return (guint8) (from_above <= from_corner ? above : corner);
}

/* @to may overlap @from, behind it. */
static inline void
unfilter_row (int filter, const guint8 *from, const guint8 *above, gsize n, const gsize pixel, guint8 *to)
{
  if (filter == NONE)
    memmove (to, from, n);
  for (gsize i = 0; filter == UP && i < n; i++)
    to[i] = (guint8) (from[i] + above[i]);
  for (gsize i = 0; filter == SUB && i < n; i++)
    to[i] = (guint8) (from[i] + (i < pixel ? 0 : to[i - pixel]));
  for (gsize i = 0; filter == AVERAGE && i < n; i++)
    to[i] = (guint8) (from[i] + ((i < pixel ? 0 : to[i - pixel]) + above[i]) / 2);
  for (gsize i = 0; filter == PAETH && i < n; i++)
    to[i] = (guint8) (from[i] + (i < pixel ? above[i] : predict (to[i - pixel], above[i], above[i - pixel])));
}

void
tk_png_unfilter (guint8 *rows, gsize row_size, gsize n_rows, gsize pixel_size)
{
  g_autofree guint8 *nothing = g_malloc0 (row_size);
  const guint8 *above = nothing, *from = rows;
  guint8 *to = rows;

  for (gsize y = 0; y < n_rows; y++, from += row_size + 1) {
    if (pixel_size == 3)
      unfilter_row (*from, from + 1, above, row_size, 3, to);
    else
      unfilter_row (*from, from + 1, above, row_size, 1, to);
    above = to;
    to += row_size;
  }
}
