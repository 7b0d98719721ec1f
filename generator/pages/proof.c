/* Comes in: pages, and the sheets that have been laid. Goes out: further sides with the pages small, as a
 * reader opens them: the first alone at the right, two and two, the last alone at the left. */
#include "impose.h"

#define HAIRLINE TK_PT (0.25)
#define EDGE TK_MM (12)
#define BETWEEN TK_MM (5)  /* spreads */
#define CAPTION TK_PT (10) /* below them, for the numbers of pages */

/* In thousandths: smaller pages are not recognised, larger ones are no overview. */
enum { SMALLEST = 120, LARGEST = 400 };

typedef struct {
  guint columns, rows; /* of spreads */
  gint64 scale;
  gint64 page_width, page_height; /* at this scale */
  gint64 left, top;
} Grid;

/* ---- the grid ---- */

/* What @columns spreads across the sheet lead to. */
static Grid
try_columns (const TkSheetSide *like, const TkForme *forme, guint columns)
{
  const gint64 page_width = MAX (1, (gint64) forme->cell_width * 1000 / forme->scale),
               page_height = MAX (1, (gint64) forme->cell_height * 1000 / forme->scale),
               width = like->width - 2 * EDGE - (gint64) (columns - 1) * BETWEEN,
               height = like->height - 2 * EDGE;
  Grid grid = {.columns = columns};

  grid.scale = MIN (width * 1000 / (2 * columns * page_width), (height - CAPTION) * 1000 / page_height);
  grid.scale = CLAMP (grid.scale, 1, LARGEST);
  grid.page_width = page_width * grid.scale / 1000;
  grid.page_height = page_height * grid.scale / 1000;
  grid.rows = (guint) MAX (1, (height + BETWEEN) / (grid.page_height + CAPTION + BETWEEN));
  grid.left = (like->width - columns * 2 * grid.page_width - (gint64) (columns - 1) * BETWEEN) / 2;
  grid.top = EDGE;
  return grid;
}

/* The largest pages that are all on one side, else as many as can be recognised. */
static Grid
choose_grid (const TkSheetSide *like, const TkForme *forme, guint n_spreads)
{
  Grid grid = try_columns (like, forme, 1);

  while (grid.columns * grid.rows < n_spreads) {
    const Grid next = try_columns (like, forme, grid.columns + 1);
    if (next.scale < SMALLEST)
      break;
    grid = next;
  }
  return grid;
}

/* ---- a page ---- */

static void
add_frame (GArray *marks, gint64 x, gint64 y, gint64 width, gint64 height)
{
  tk_forme_add_rule (marks, x, y, width, HAIRLINE);
  tk_forme_add_rule (marks, x, y + height - HAIRLINE, width, HAIRLINE);
  tk_forme_add_rule (marks, x, y, HAIRLINE, height);
  tk_forme_add_rule (marks, x + width - HAIRLINE, y, HAIRLINE, height);
}

static void
add_number (const TkImposition *imposition, GArray *marks, guint number, gint64 middle, gint64 baseline)
{
  TkMark mark;
  TkUnit width;

  if (!tk_press_write_number (imposition, number, &mark, &width))
    return;
  mark.x = (TkUnit) (middle - width / 2);
  mark.y = (TkUnit) baseline;
  g_array_append_val (marks, mark);
}

/* One that is larger than others gets smaller than they. */
static void
add_page (TkImposition *imposition, const Grid *grid, GArray *marks, guint index, gint64 x, gint64 y)
{
  const TkPage *page = tk_imposition_page (imposition, index);
  gint64 width = grid->page_width, height = grid->page_height, scale = grid->scale;
  TkSlot slot = {.page = page, .flowed = page, .index = index};

  if (page != NULL) {
    if (page->width * scale / 1000 > width || page->height * scale / 1000 > height)
      scale = MAX (1, MIN (width * 1000 / page->width, height * 1000 / page->height));
    width = page->width * scale / 1000;
    height = page->height * scale / 1000;
  }
  slot.x = (TkUnit) (x + (grid->page_width - width) / 2);
  slot.y = (TkUnit) (y + (grid->page_height - height) / 2);
  slot.scale = (gint32) scale;
  g_array_append_val (imposition->slots, slot);
  add_frame (marks, slot.x, slot.y, width, height);
  add_number (imposition, marks, index + 1, x + grid->page_width / 2,
              y + grid->page_height + CAPTION * 4 / 5);
}

/* ---- sides ---- */

/* Spread 0 has page 0 at its right, spread 1 pages 1 and 2. */
static void
add_spread (TkImposition *imposition, const Grid *grid, GArray *marks, guint spread, guint cell,
            guint n_pages)
{
  const gint64 x = grid->left + (cell % grid->columns) * (2 * grid->page_width + BETWEEN),
               y = grid->top + (cell / grid->columns) * (grid->page_height + CAPTION + BETWEEN);

  if (spread > 0)
    add_page (imposition, grid, marks, 2 * spread - 1, x, y);
  if (2 * spread < n_pages)
    add_page (imposition, grid, marks, 2 * spread, x + grid->page_width, y);
}

static void
add_side (TkImposition *imposition, const TkSheetSide *side, GArray *marks)
{
  TkMark slug;

  if (tk_press_write_slug (imposition, side, side->width - 2 * EDGE, &slug)) {
    slug.x = EDGE;
    slug.y = EDGE - TK_MM (3);
    g_array_append_val (marks, slug);
  }
  tk_imposition_put (imposition, tk_imposition_add_side (imposition, side), marks);
  g_array_set_size (marks, 0);
}

void
tk_press_add_proof (TkImposition *imposition)
{
  const TkSheetSide like = g_array_index (imposition->sides, TkSheetSide, 0);
  const gboolean both = imposition->wish->scheme != TK_PRESS_NONE;
  /* what N_UP leaves empty is no page */
  const guint n_pages = imposition->wish->scheme == TK_PRESS_N_UP ? imposition->pages->n_pages
                                                                  : imposition->n_pages;
  const guint n_spreads = n_pages / 2 + 1;
  const Grid grid = choose_grid (&like, &imposition->forme, n_spreads);
  const guint a_side = grid.columns * grid.rows;
  TkSheetSide side = {
      .proof = TRUE, .width = like.width, .height = like.height, .sheet = imposition->n_sheets};
  g_autoptr (GArray) marks = g_array_new (FALSE, TRUE, sizeof (TkMark));

  side.trim_width = side.bleed_width = side.width;
  side.trim_height = side.bleed_height = side.height;
  for (guint i = 0; i < n_spreads; i++) {
    add_spread (imposition, &grid, marks, i, i % a_side, n_pages);
    if (i + 1 < n_spreads && (i + 1) % a_side != 0)
      continue;
    add_side (imposition, &side, marks);
    side.sheet += !both || side.back;
    side.back = both && !side.back;
  }
}
