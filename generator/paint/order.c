/* Comes in: a page. Goes out: its marks in the order of drawing and reading.
 * The order of a tagged page's content is to be that of its elements: some
 * readers take the one, some the other. */
#include "order.h"

struct _TkReading {
  GArray *drawn;
  GArray *content;
  GPtrArray *joined; /* (element-type TkMark): owned */
};

TkReading *
tk_reading_new (void)
{
  TkReading *reading = g_new0 (TkReading, 1);

  reading->drawn = g_array_new (FALSE, FALSE, sizeof (TkDrawn));
  reading->content = g_array_new (FALSE, FALSE, sizeof (TkDrawn));
  reading->joined = g_ptr_array_new_with_free_func (g_free);
  return reading;
}

void
tk_reading_free (TkReading *reading)
{
  g_array_unref (reading->drawn);
  g_array_unref (reading->content);
  g_ptr_array_unref (reading->joined);
  g_free (reading);
}

static TkPart
find_part (const TkPlaced *placed, const TkMark *mark)
{
  static const TkPart parts[] = {TK_PART_RUNNING, TK_PART_FOOT, TK_PART_WATERMARK, TK_PART_LINE_NUMBER};

  if (placed->artifact)
    return parts[placed->kind];
  return mark->node == NULL || mark->kind == TK_MARK_RULE ? TK_PART_LAYOUT : TK_PART_CONTENT;
}

/* A rank is shared by the marks of one node; the sort keeps their order. */
static gint
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  guint32 one = ((const TkDrawn *) a)->rank, other = ((const TkDrawn *) b)->rank;

  (void) user_data;
  return one < other ? -1 : one > other;
}

static void
gather (const TkPage *page, TkPart part, GArray *into)
{
  for (guint i = 0; i < page->n_placed; i++) {
    const TkPlaced *placed = &page->placed[i];
    for (guint j = 0; j < placed->n_marks; j++) {
      const TkMark *mark = &placed->marks[j];
      if (find_part (placed, mark) != part)
        continue;
      const guint32 rank = part == TK_PART_CONTENT ? mark->node->rank : 0;
      TkDrawn drawn = {mark, placed->x + mark->x, placed->y + mark->y, part,
                       2 * rank + (mark->role != TK_ROLE_LABEL)};
      g_array_append_val (into, drawn);
    }
  }
}

/* What lies behind backgrounds, though it is content. */
static void
gather_behind (GArray *content, GArray *into)
{
  guint kept = 0;

  for (guint i = 0; i < content->len; i++) {
    const TkDrawn drawn = g_array_index (content, TkDrawn, i);
    if (drawn.mark->role == TK_ROLE_BEHIND)
      g_array_append_val (into, drawn);
    else
      g_array_index (content, TkDrawn, kept++) = drawn;
  }
  g_array_set_size (content, kept);
}

/* The last band of a column of them. */
typedef struct {
  guint index; /* among what is drawn, from 1; 0: none */
  TkMark *own; /* that it was joined into, or NULL */
} Band;

enum { BANDS = 256 };

/* What is wider is a background. */
#define EDGE TK_PT (6)

static Band *
find_band (Band *bands, const TkDrawn *drawn)
{
  const guint32 hash = ((guint32) drawn->x * 31 + (guint32) drawn->mark->rule.width) * 31
                       + drawn->mark->colour;

  return &bands[(hash * 2654435761u) >> 24];
}

static gboolean
is_above (const TkDrawn *above, const TkDrawn *below)
{
  return above->x == below->x && above->mark->rule.width == below->mark->rule.width
         && above->mark->colour == below->mark->colour;
}

static gboolean
goes_on (const TkDrawn *above, const TkDrawn *below)
{
  return is_above (above, below) && above->y + above->mark->rule.height == below->y;
}

static gboolean
is_hidden (const TkDrawn *above, const TkDrawn *below)
{
  return is_above (above, below) && above->y == below->y
         && above->mark->rule.height == below->mark->rule.height;
}

/* Lengthens @above by @below in a mark that is @band's own. */
static void
join (TkReading *reading, Band *band, TkDrawn *above, const TkDrawn *below)
{
  if (band->own == NULL) {
    above->mark = band->own = g_memdup2 (above->mark, sizeof (TkMark));
    g_ptr_array_add (reading->joined, band->own);
  }
  band->own->rule.height += below->mark->rule.height;
}

static void
drop_empty (GArray *drawn, guint first)
{
  guint kept = first;

  for (guint i = first; i < drawn->len; i++)
    if (g_array_index (drawn, TkDrawn, i).mark != NULL)
      g_array_index (drawn, TkDrawn, kept++) = g_array_index (drawn, TkDrawn, i);
  g_array_set_size (drawn, kept);
}

/* From @first on: a background or an edge that goes on from strip to strip is one rectangle. Viewers that
 * smooth edges would show where two meet. A background is drawn where it begins, below what stands upon it;
 * an edge where it ends, above the backgrounds of all strips that it passes. What is drawn again at the same
 * place, the line between two rows, is drawn the last time only. */
static void
join_bands (TkReading *reading, guint first)
{
  Band bands[BANDS] = {{0}};
  GArray *all = reading->drawn;
  gboolean moved = FALSE;

  for (guint i = first; i < all->len; i++) {
    TkDrawn *drawn = &g_array_index (all, TkDrawn, i);
    if (drawn->mark->kind != TK_MARK_RULE)
      continue;
    Band *band = find_band (bands, drawn);
    TkDrawn *above = band->index > 0 ? &g_array_index (all, TkDrawn, band->index - 1) : NULL;
    const gboolean longer = above != NULL && goes_on (above, drawn);
    if (longer)
      join (reading, band, above, drawn);
    else if (above == NULL || !is_hidden (above, drawn)) {
      *band = (Band){i + 1, NULL};
      continue;
    }
    moved = TRUE;
    if (longer && drawn->mark->rule.width > EDGE) {
      drawn->mark = NULL;
      continue;
    }
    *drawn = *above;
    above->mark = NULL;
    band->index = i + 1;
  }
  if (moved)
    drop_empty (all, first);
}

static void
sort_content (GArray *content)
{
  const TkDrawn *drawn = (const TkDrawn *) content->data;

  for (guint i = 1; i < content->len; i++)
    if (drawn[i].rank < drawn[i - 1].rank) {
      g_qsort_with_data (content->data, (gint) content->len, sizeof (TkDrawn), compare, NULL);
      return;
    }
}

const TkDrawn *
tk_reading_order (TkReading *reading, const TkPage *page, guint *ret_n)
{
  g_array_set_size (reading->drawn, 0);
  g_array_set_size (reading->content, 0);
  g_ptr_array_set_size (reading->joined, 0);
  gather (page, TK_PART_CONTENT, reading->content);
  gather_behind (reading->content, reading->drawn);
  gather (page, TK_PART_WATERMARK, reading->drawn);
  const guint first = reading->drawn->len;
  gather (page, TK_PART_LAYOUT, reading->drawn);
  join_bands (reading, first);
  gather (page, TK_PART_RUNNING, reading->drawn);
  gather (page, TK_PART_FOOT, reading->drawn);
  gather (page, TK_PART_LINE_NUMBER, reading->drawn);
  sort_content (reading->content);
  g_array_append_vals (reading->drawn, reading->content->data, reading->content->len);
  *ret_n = reading->drawn->len;
  return (const TkDrawn *) reading->drawn->data;
}

TkPlacing
tk_picture_place (int orientation, gint64 left, gint64 bottom, gint64 width, gint64 height)
{
  gint64 right = left + width, top = bottom + height;

  switch (orientation) {
  case 2: /* mirrored left to right */
    return (TkPlacing){-width, 0, 0, height, right, bottom};
  case 3: /* upside down */
    return (TkPlacing){-width, 0, 0, -height, right, top};
  case 4: /* mirrored top to bottom */
    return (TkPlacing){width, 0, 0, -height, left, top};
  case 5: /* rows are columns, from the left */
    return (TkPlacing){0, -height, -width, 0, right, top};
  case 6: /* rows are columns, from the right: turn clockwise */
    return (TkPlacing){0, -height, width, 0, left, top};
  case 7: /* rows are columns from the right, columns are rows from the foot */
    return (TkPlacing){0, height, width, 0, left, bottom};
  case 8: /* columns are rows from the foot: turn counter-clockwise */
    return (TkPlacing){0, height, -width, 0, right, bottom};
  default:
    return (TkPlacing){width, 0, 0, height, left, bottom};
  }
}
