/* Comes in: the strips of the document. Goes out: the same with space above them, such that text whose lines
 * are as far apart as those of its master's grid stands on it, in every column. Knows nothing of pages:
 * text begins on a line of the grid below what stands there, and columns drop the space above their first
 * strip. */
#include "set.h"

/* From @offset on to the next line. */
static TkUnit
find_rest (gint64 offset, TkUnit grid)
{
  const gint64 over = offset % grid;

  return over == 0 ? 0 : (TkUnit) (grid - over);
}

/* Whether a column may begin with the strip below @strip. */
static gboolean
may_end (const TkStrip *strip)
{
  return strip->break_after == TK_BREAK_ALLOWED || strip->break_after >= TK_BREAK_COLUMN;
}

/* Lines of a grid, and a heading of one or two of them. */
static gboolean
is_of_grid (const TkStrip *strip, TkUnit grid)
{
  return strip->height > 0 && strip->height % grid == 0;
}

/* The first strip of a column stands on a line, whatever space there is above it elsewhere: so it does there,
 * too, by the least space that leads to one, wherever a column may begin. Other strips, of the lines of a
 * heading, do as they like, until the next one that is as high as the grid wants. Where the first of them
 * stands is known on its page: where what is above ends. */
static void
align (TkStrip *strips, guint n, TkUnit grid)
{
  gint64 offset = 0; /* of the end of the last strip, from a line */

  for (guint i = 0; i < n; i++) {
    TkStrip *strip = &strips[i];
    if (i > 0 && !strip->joined && (may_end (&strips[i - 1]) || is_of_grid (strip, grid))) {
      strip->space += find_rest (offset + strip->space, grid);
      offset = 0;
    } else if (i > 0) {
      offset += strip->space;
    }
    offset += strip->height;
  }
}

void
tk_galley_align (TkSetter *setter, TkStick *stick)
{
  TkStrip *strips = (TkStrip *) (void *) stick->strips->data;

  for (guint i = 0; i < setter->regions->len; i++) {
    const TkRegion *region = &g_array_index (setter->regions, TkRegion, i);
    const guint end = i + 1 < setter->regions->len ? region[1].first : stick->strips->len;
    if (region->master->grid > 0)
      align (strips + region->first, end - region->first, region->master->grid);
  }
}
