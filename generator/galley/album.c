/* Comes in: an album: figures. Goes out: a strip for each row of them, with their captions below: a grid of
 * columns, or rows that fill the width whatever the shapes of their pictures. Must not know where pages end,
 * but for their height where an album is to fill them. */
#include "figure.h"
#include "justify.h"

enum { ONE = 65536, LEAST_SCALE = 900, MOST_SCALE = 1150 /* thousandths of a row's height */ };

/* A picture at its place. */
typedef struct {
  const TkNode *node;
  const TkPicture *picture;
  gint64 wide, high;    /* its shape */
  guint row;            /* from 0 */
  TkUnit x, width;      /* of the cell, from the left edge of the stick */
  TkUnit picture_width; /* in the middle of it */
  TkUnit height;        /* of the picture */
  TkStrip caption;
} Cell;

typedef struct {
  TkSetter *setter;
  TkStick *stick;
  const TkNode *node;
  const TkAlbumStyle *style;
  TkUnit gap;
  GArray *cells;
} Album;

static gboolean
read_cells (Album *album, GError **error)
{
  for (const TkNode *node = album->node->first; node != NULL; node = node->next) {
    Cell cell = {.node = node};
    cell.picture = tk_galley_find_picture (album->setter, node, &cell.wide, &cell.high, error);
    if (cell.picture == NULL)
      return FALSE;
    g_array_append_val (album->cells, cell);
  }
  return TRUE;
}

static guint
find_row_end (const Album *album, guint first)
{
  const Cell *cells = (const Cell *) (const void *) album->cells->data;
  guint end = first;

  while (end < album->cells->len && cells[end].row == cells[first].row)
    end++;
  return end;
}

/* Moves a row that is not full to the middle. */
static void
centre_row (const Album *album, guint first, guint end)
{
  Cell *cells = (Cell *) (void *) album->cells->data;
  const TkUnit left = album->stick->width - cells[end - 1].x - cells[end - 1].width;

  for (guint i = first; album->style->centred && i < end; i++)
    cells[i].x += left / 2;
}

static void
arrange_grid (const Album *album)
{
  Cell *cells = (Cell *) (void *) album->cells->data;
  const guint n = (guint) album->style->columns;
  const TkUnit width = (album->stick->width - album->gap * (TkUnit) (n - 1)) / (TkUnit) n;

  for (guint i = 0; i < album->cells->len; i++) {
    cells[i].row = i / n;
    cells[i].x = (TkUnit) (i % n) * (width + album->gap);
    cells[i].width = width;
    tk_galley_fit_picture (album->setter, cells[i].node, cells[i].wide, cells[i].high, width,
                           &cells[i].picture_width, &cells[i].height);
  }
  const guint rest = album->cells->len % n;
  if (rest > 0)
    centre_row (album, album->cells->len - rest, album->cells->len);
}

/* Pictures of one height side by side; the last one ends where the width does. */
static void
arrange_row (const Album *album, const gint64 *shapes, guint first, guint end)
{
  Cell *cells = (Cell *) (void *) album->cells->data;
  const TkUnit full = tk_galley_row_height (shapes + first, end - first, album->stick->width, album->gap);
  const TkUnit most = end == album->cells->len ? album->style->row_height : G_MAXINT32;
  const TkUnit height = MIN (MIN (full, most), tk_galley_picture_room (album->setter));
  TkUnit x = 0;

  for (guint i = first; i < end; i++) {
    cells[i].x = x;
    cells[i].height = height;
    cells[i].width = (TkUnit) MAX (height * shapes[i] / ONE, 1);
    if (i + 1 == end && height == full)
      cells[i].width = MAX (album->stick->width - x, 1);
    cells[i].picture_width = cells[i].width;
    x += cells[i].width + album->gap;
  }
  if (height != full)
    centre_row (album, first, end);
}

static void
arrange_rows (const Album *album)
{
  Cell *cells = (Cell *) (void *) album->cells->data;
  const guint n = album->cells->len;
  g_autofree gint64 *shapes = g_new (gint64, n);
  g_autofree guint *rows = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    shapes[i] = MAX (cells[i].wide * ONE / cells[i].high, 1);
  tk_galley_justify (shapes, n, album->stick->width, album->gap, album->style->row_height, rows);
  for (guint i = 0; i < n; i++)
    cells[i].row = rows[i];
  for (guint first = 0; first < n; first = find_row_end (album, first))
    arrange_row (album, shapes, first, find_row_end (album, first));
}

static gboolean
set_captions (const Album *album, GError **error)
{
  for (guint i = 0; i < album->cells->len; i++) {
    Cell *cell = &g_array_index (album->cells, Cell, i);
    if (!tk_galley_set_caption (album->setter, cell->node, album->stick->x + cell->x, cell->width,
                                &cell->caption, error))
      return FALSE;
  }
  return TRUE;
}

/* Rows */

/* As much as there is between a lone picture and its caption. */
static TkUnit
find_caption_gap (const Album *album)
{
  return MAX (album->node->style->space_after, album->node->style->space_before);
}

/* Heights of a row: of its tallest picture, and of what is below it. */
static void
measure_row (const Album *album, guint first, guint end, TkUnit *ret_pictures, TkUnit *ret_below)
{
  TkUnit pictures = 0, caption = 0;

  for (guint i = first; i < end; i++) {
    const Cell *cell = &g_array_index (album->cells, Cell, i);
    pictures = MAX (pictures, cell->height);
    caption = MAX (caption, cell->caption.height);
  }
  *ret_pictures = pictures;
  *ret_below = caption > 0 ? caption + find_caption_gap (album) : 0;
}

/* Pictures stand on one line, captions begin on one below. */
static void
put_row (const Album *album, guint first, guint end)
{
  TkUnit pictures, below;

  measure_row (album, first, end, &pictures, &below);
  TkStrip *strip = tk_galley_add_strip (album->stick, album->node,
                                        first == 0 ? album->node->style->space_before : album->gap);
  for (guint i = first; i < end; i++) {
    const Cell *cell = &g_array_index (album->cells, Cell, i);
    TkMark mark = tk_galley_show_picture (album->setter, cell->node, cell->picture, cell->picture_width,
                                          cell->height);
    mark.x = album->stick->x + cell->x + (cell->width - cell->picture_width) / 2;
    mark.y = pictures - cell->height;
    const TkStrip shown = {.marks = &mark, .n_marks = 1};
    tk_galley_join (album->setter, strip, &shown, 0);
    tk_galley_join (album->setter, strip, &cell->caption, pictures + find_caption_gap (album));
  }
  strip->height = pictures + below;
}

/* Full pages */

/* What stands on the page on which the album begins: all since the last break, or a page of its own. */
static TkUnit
begin_page (const Album *album, TkUnit body)
{
  GArray *strips = album->stick->strips;
  gint64 used = 0;
  guint first = strips->len;

  while (first > 0 && g_array_index (strips, TkStrip, first - 1).break_after < TK_BREAK_FORCED)
    first--;
  for (guint i = first; i < strips->len; i++)
    used += g_array_index (strips, TkStrip, i).height
            + (i > first ? g_array_index (strips, TkStrip, i).space : 0);
  if (first == strips->len)
    return 0;
  used += MAX (album->stick->gap, album->node->style->space_before);
  if (used < body / 3)
    return (TkUnit) used;
  g_array_index (strips, TkStrip, strips->len - 1).break_after = TK_BREAK_FORCED;
  return 0;
}

/* The rows from @first on that make a page with @room: as many as go into it when their pictures are a
 * little lower. Gives the place behind them, and what their heights are to be multiplied by. */
static guint
find_page (const Album *album, guint first, TkUnit room, gint64 *ret_scale)
{
  gint64 pictures = 0, others = 0;
  guint end = first;

  *ret_scale = 1000;
  while (end < album->cells->len) {
    const guint next = find_row_end (album, end);
    TkUnit high, below;
    measure_row (album, end, next, &high, &below);
    pictures += high;
    others += below + (end > first ? album->gap : 0);
    const gint64 scale = (room - others) * 1000 / pictures;
    if (end > first && scale < LEAST_SCALE)
      return end;
    *ret_scale = CLAMP (scale, LEAST_SCALE, MOST_SCALE);
    end = next;
  }
  *ret_scale = MIN (*ret_scale, 1000); /* the end of the album is not blown up */
  return end;
}

/* Whether it has its pages for itself: not in a cell, not in columns of text. */
static gboolean
stands_alone (const Album *album)
{
  const TkMaster *master = tk_galley_find_master (album->setter);

  for (const TkNode *node = album->node->parent; node != NULL; node = node->parent)
    if (node->kind == TK_NODE_CELL || node->kind == TK_NODE_COLUMNS)
      return FALSE;
  return album->stick->width == master->width - master->left - master->right;
}

static void
fill_pages (const Album *album)
{
  const TkMaster *master = tk_galley_find_master (album->setter);
  const TkUnit body = master->height - master->top - master->bottom;
  TkUnit room = body - begin_page (album, body);

  for (guint first = 0, end; first < album->cells->len; first = end, room = body) {
    gint64 scale;
    end = find_page (album, first, room, &scale);
    for (guint i = first; i < end; i++) {
      Cell *cell = &g_array_index (album->cells, Cell, i);
      cell->height = (TkUnit) MAX (cell->height * scale / 1000, 1);
    }
  }
}

static gboolean
set_album (Album *album, GError **error)
{
  if (!read_cells (album, error))
    return FALSE;
  if (album->style->columns > 0)
    arrange_grid (album);
  else
    arrange_rows (album);
  if (!set_captions (album, error))
    return FALSE;
  if (album->style->columns == 0 && album->style->fill && stands_alone (album))
    fill_pages (album);
  for (guint first = 0; first < album->cells->len; first = find_row_end (album, first))
    put_row (album, first, find_row_end (album, first));
  album->stick->gap = album->node->style->space_after;
  return TRUE;
}

gboolean
tk_galley_set_album (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkUnit most = stick->width / (2 * MAX (node->album->columns, 2));
  Album album = {.setter = setter,
                 .stick = stick,
                 .node = node,
                 .style = node->album,
                 .gap = MIN (node->album->gap, most)};

  album.cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  const gboolean set = set_album (&album, error);
  g_array_unref (album.cells);
  return set;
}
