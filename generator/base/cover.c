/* Comes in: the cells of a table, row by row. Goes out: the columns in which they stand. */
#include "cover.h"

guint
tk_cover_skip (const guint *cover, guint n, guint column)
{
  while (column < n && cover[column] > 0)
    column++;
  return column;
}

guint
tk_cover_put (guint *cover, guint n, guint column, int columns, int rows)
{
  const guint end = MIN (column + (guint) MAX (columns, 1), n);

  for (guint i = column; i < end && rows > 1; i++)
    cover[i] = (guint) rows;
  return end;
}

gboolean
tk_cover_is_free (const guint *cover, guint n)
{
  guint taken = 0;

  for (guint i = 0; i < n; i++)
    taken |= cover[i];
  return taken == 0;
}

void
tk_cover_end_row (guint *cover, guint n)
{
  for (guint i = 0; i < n; i++)
    if (cover[i] > 0)
      cover[i]--;
}
