/* Comes in: pages in reading order, and what the press wishes. Goes out: sheets that give them back in this
 * order when they are folded and cut. Must not know what is on a page. */
#include "impose.h"

#include <glib/gi18n.h>

#include "bleed.h"
#include "error.h"

/* Of office paper: what is thicker springs open, and the inner pages get narrow. */
enum { MOST_SHEETS = 16 };
#define MOST_CREEP TK_MM (3)

TkUnit
tk_sheets_creep (const TkPressWish *wish, guint depth)
{
  const gint64 factor = wish->creep > 0 ? wish->creep : 1200, creep = wish->thickness * factor / 1000;

  return creep <= 0 ? 0 : (TkUnit) MIN (creep * depth, G_MAXINT32 / 4);
}

static gboolean
is_folded (const TkPressWish *wish)
{
  return wish->scheme == TK_PRESS_BOOKLET || wish->scheme == TK_PRESS_PERFECT;
}

/* ---- which page ---- */

const TkPage *
tk_imposition_page (const TkImposition *imposition, guint index)
{
  const TkPages *pages = imposition->pages;
  const gboolean at_end = imposition->wish->scheme == TK_PRESS_N_UP || pages->n_pages < 2;

  if (!at_end && index == imposition->n_pages - 1)
    return &pages->pages[pages->n_pages - 1];
  return index < pages->n_pages - (at_end ? 0 : 1) ? &pages->pages[index] : NULL;
}

/* As it is printed in a cell. */
static const TkPage *
find_bled (TkImposition *imposition, const TkPage *page)
{
  const TkForme *forme = &imposition->forme;
  const TkPage **bled = &imposition->bled[page - imposition->pages->pages];

  if (forme->bleed == 0)
    return page;
  if (*bled == NULL)
    *bled = tk_bleed_page (imposition->arena, page,
                           (TkUnit) (((gint64) forme->bleed * 1000 + forme->scale - 1) / forme->scale));
  return *bled;
}

static guint
find_section (const TkImposition *imposition)
{
  const TkPressWish *wish = imposition->wish;

  if (wish->section > 0)
    return wish->section;
  return wish->scheme == TK_PRESS_PERFECT ? 4 : MAX (imposition->n_sheets, 1);
}

/* How many sheets of its section are around it. */
static guint
find_depth (const TkImposition *imposition, guint sheet)
{
  return is_folded (imposition->wish) ? sheet % find_section (imposition) : 0;
}

/* Facing pages of a section have the same sum: on the outside of sheet i, n - 1 - 2 i and 2 i. */
static guint
find_folded (const TkImposition *imposition, guint sheet, gboolean back, gboolean left)
{
  const guint section = find_section (imposition), depth = sheet % section, first = sheet - depth;
  const guint n = 4 * MIN (section, imposition->n_sheets - first);

  if (back)
    return 4 * first + (left ? 2 * depth + 1 : n - 2 - 2 * depth);
  return 4 * first + (left ? n - 1 - 2 * depth : 2 * depth);
}

static guint
find_index (const TkImposition *imposition, guint sheet, gboolean back, guint row, guint column)
{
  const guint columns = imposition->forme.columns, up = columns * imposition->forme.rows;

  switch (imposition->wish->scheme) {
  case TK_PRESS_NONE:
    break;
  case TK_PRESS_BOOKLET:
  case TK_PRESS_PERFECT:
    return find_folded (imposition, sheet, back, column == 0);
  case TK_PRESS_N_UP:
    return (2 * sheet + (back ? 1 : 0)) * up + row * columns + column;
  case TK_PRESS_STACK: { /* what is behind a pile is on the other side of the back */
    const guint pile = row * columns + (back ? columns - 1 - column : column);
    return 2 * (pile * imposition->n_sheets + sheet) + (back ? 1 : 0);
  }
  }
  return sheet;
}

/* ---- its place ---- */

typedef struct {
  gint64 x, y, width, height;                          /* the cell on the sheet */
  gint64 clip_left, clip_top, clip_right, clip_bottom; /* how far beyond the cell is printed */
  gboolean spine_left, spine_right;                    /* that side is in the fold, or in the back */
} Cell;

static Cell
find_cell (const TkImposition *imposition, guint row, guint column, TkUnit creep)
{
  const TkForme *forme = &imposition->forme;
  const gint64 bleed = forme->bleed, inner = MIN (bleed, forme->gap / 2);
  const gboolean left = column == 0, right = column + 1 == forme->columns;
  Cell cell = {
      .x = forme->left + (gint64) column * (forme->cell_width + forme->gap) + (left ? creep : -creep),
      .y = forme->top + (gint64) row * (forme->cell_height + forme->gap),
      .width = forme->cell_width,
      .height = forme->cell_height,
      .clip_left = left ? bleed : inner,
      .clip_right = right ? bleed : inner,
      .clip_top = row == 0 ? bleed : inner,
      .clip_bottom = row + 1 == forme->rows ? bleed : inner,
  };

  if (is_folded (imposition->wish)) { /* what moves over the fold is not printed */
    gint64 *spine = left ? &cell.clip_right : &cell.clip_left;
    *spine = MIN (bleed, forme->gap / 2 - creep);
    cell.spine_right = left;
    cell.spine_left = !left;
  }
  return cell;
}

/* Bleed belongs to the edge of a cell; a page that is smaller ends before it. */
static TkUnit
clip_page (gint64 clip, gint64 room)
{
  return (TkUnit) (room == 0 ? clip : MIN (0, clip + room));
}

static void
place_page (TkImposition *imposition, const Cell *cell, guint index)
{
  const TkPage *page = tk_imposition_page (imposition, index);
  TkSlot slot = {.index = index, .x = (TkUnit) cell->x, .y = (TkUnit) cell->y, .scale = 1000};

  if (page != NULL) {
    const gint64 scale = imposition->forme.scale;
    gint64 width = page->width * scale / 1000, height = page->height * scale / 1000;
    if (width > cell->width || height > cell->height) {
      const gint64 upright = width;
      width = height;
      height = upright;
      slot.turned = 90;
    }
    const gint64 left = (cell->width - width) / 2, top = (cell->height - height) / 2;
    slot.page = find_bled (imposition, page);
    slot.flowed = page;
    slot.x = (TkUnit) (cell->x + left);
    slot.y = (TkUnit) (cell->y + top);
    slot.clip_left = clip_page (cell->clip_left, left);
    slot.clip_top = clip_page (cell->clip_top, top);
    slot.clip_right = clip_page (cell->clip_right, cell->width - width - left);
    slot.clip_bottom = clip_page (cell->clip_bottom, cell->height - height - top);
    slot.cut_left = left == 0 && !cell->spine_left;
    slot.cut_top = slot.cut_bottom = top == 0;
    slot.cut_right = left == 0 && !cell->spine_right;
  }
  slot.scale = imposition->forme.scale;
  g_array_append_val (imposition->slots, slot);
}

/* ---- sides ---- */

TkSheetSide *
tk_imposition_add_side (TkImposition *imposition, const TkSheetSide *side)
{
  TkSheetSide made = *side;

  made.slots = tk_arena_copy_array (imposition->arena, imposition->slots);
  made.n_slots = imposition->slots->len;
  g_array_append_val (imposition->sides, made);
  g_array_set_size (imposition->slots, 0);
  return &g_array_index (imposition->sides, TkSheetSide, imposition->sides->len - 1);
}

void
tk_imposition_put (const TkImposition *imposition, TkSheetSide *side, const GArray *marks)
{
  TkPlaced placed = {.marks = tk_arena_copy_array (imposition->arena, marks), .n_marks = marks->len};

  placed.artifact = TRUE;
  side->placed = tk_arena_copy (imposition->arena, &placed, sizeof placed);
  side->n_placed = 1;
}

static void
note_crowding (TkImposition *imposition, guint index, gboolean left_page, TkUnit creep)
{
  const TkPage *page = tk_imposition_page (imposition, index);

  if (creep == 0 || imposition->creep_noted || page == NULL || page->width != imposition->forme.cell_width)
    return;
  if (!tk_bleed_crowds (page, !left_page, MAX (0, creep - imposition->forme.gap / 2)))
    return;
  imposition->creep_noted = TRUE;
  tk_notes_add (imposition->notes,
                _ ("page %u: what is printed next to the spine disappears in the fold, since the paper is "
                   "thick; make the inner margin wider or the sections thinner"),
                index + 1);
}

static void
add_side (TkImposition *imposition, guint sheet, gboolean back)
{
  const TkForme *forme = &imposition->forme;
  const TkUnit creep = tk_sheets_creep (imposition->wish, find_depth (imposition, sheet));
  TkSheetSide side = {.sheet = sheet, .back = back, .width = forme->width, .height = forme->height};

  for (guint row = 0; row < forme->rows; row++)
    for (guint column = 0; column < forme->columns; column++) {
      const Cell cell = find_cell (imposition, row, column, creep);
      const guint index = find_index (imposition, sheet, back, row, column);
      note_crowding (imposition, index, column == 0, creep);
      place_page (imposition, &cell, index);
    }
  side.trim_x = forme->left + creep;
  side.trim_y = forme->top;
  side.trim_width = forme->block_width - 2 * creep;
  side.trim_height = forme->block_height;
  side.bleed_x = side.trim_x - forme->bleed;
  side.bleed_y = side.trim_y - forme->bleed;
  side.bleed_width = side.trim_width + 2 * forme->bleed;
  side.bleed_height = side.trim_height + 2 * forme->bleed;
  TkSheetSide *made = tk_imposition_add_side (imposition, &side);
  if (imposition->wish->marks)
    tk_press_mark (imposition, made);
}

/* ---- one size for all ---- */

static gboolean
fits (const TkPage *page, TkUnit width, TkUnit height)
{
  return (page->width <= width && page->height <= height) || (page->height <= width && page->width <= height);
}

/* What most pages have; of two sizes, the one that comes first. */
static const TkPage *
find_usual (const TkPages *pages)
{
  const TkPage *usual = &pages->pages[0];
  guint most = 0;

  for (guint i = 0; i < pages->n_pages; i++) {
    const TkPage *page = &pages->pages[i];
    guint n = 0;
    if (i > 0 && page->width == page[-1].width && page->height == page[-1].height)
      continue; /* has been counted */
    for (guint j = 0; j < pages->n_pages; j++)
      n += pages->pages[j].width == page->width && pages->pages[j].height == page->height;
    if (n > most) {
      most = n;
      usual = page;
    }
  }
  return usual;
}

static gboolean
choose_forme (TkImposition *imposition, GError **error)
{
  const TkPages *pages = imposition->pages;
  const TkPage *usual = find_usual (pages);

  for (guint i = 0; i < pages->n_pages; i++) {
    const TkPage *page = &pages->pages[i];
    if (fits (page, usual->width, usual->height))
      continue;
    g_set_error (
        error, TK_ERROR, TK_ERROR_USAGE,
        _ ("page %u: is %d × %d mm, larger than the others, which are %d × %d mm; give it their size, or "
           "print each page on a sheet of its own"),
        i + 1, tk_forme_mm (page->width), tk_forme_mm (page->height), tk_forme_mm (usual->width),
        tk_forme_mm (usual->height));
    return FALSE;
  }
  return tk_forme_choose (imposition->wish, usual->width, usual->height, imposition->notes,
                          &imposition->forme, error);
}

/* ---- all sheets ---- */

static void
count_sheets (TkImposition *imposition)
{
  const guint n = imposition->pages->n_pages;
  const guint a_sheet = is_folded (imposition->wish) ? 4
                                                     : 2 * imposition->forme.columns * imposition->forme.rows;

  imposition->n_sheets = n / a_sheet + (n % a_sheet > 0);
  imposition->n_pages = imposition->n_sheets * a_sheet;
}

/* Nothing would be on the last back, and it is no part of a book. A proof would come onto it. */
static gboolean
ends_with_front (TkImposition *imposition)
{
  const guint a_side = imposition->forme.columns * imposition->forme.rows;

  if (imposition->wish->scheme != TK_PRESS_N_UP || imposition->wish->proof
      || imposition->n_pages - imposition->pages->n_pages < a_side)
    return FALSE;
  imposition->n_pages -= a_side;
  return TRUE;
}

static gboolean
check_creep (TkImposition *imposition, GError **error)
{
  const guint section = MIN (find_section (imposition), imposition->n_sheets);
  const TkUnit creep = tk_sheets_creep (imposition->wish, section - 1);

  if (creep > imposition->forme.cell_width / 4) {
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE,
                 _ ("sheets: %u of them in each other stand out by %d mm, too much for pages that are %d mm "
                    "wide; give thinner paper or fewer sheets a section"),
                 section, tk_forme_mm (creep), tk_forme_mm (imposition->forme.cell_width));
    return FALSE;
  }
  if (creep > MOST_CREEP)
    tk_notes_add (
        imposition->notes,
        _ ("sheets: the inner ones stand out by %d mm, and their pages lose as much; fewer sheets a "
           "section are better"),
        tk_forme_mm (creep));
  if (section > MOST_SHEETS)
    tk_notes_add (
        imposition->notes,
        _ ("sheets: %u are laid into each other; more than %d do not stay folded, print sections of "
           "fewer sheets"),
        section, MOST_SHEETS);
  return TRUE;
}

/* A page a sheet. */
static gboolean
lay_singles (TkImposition *imposition, GError **error)
{
  const TkPages *pages = imposition->pages;

  imposition->n_pages = imposition->n_sheets = pages->n_pages;
  for (guint i = 0; i < pages->n_pages; i++) {
    if (!tk_forme_choose (imposition->wish, pages->pages[i].width, pages->pages[i].height, imposition->notes,
                          &imposition->forme, error))
      return FALSE;
    add_side (imposition, i, FALSE);
  }
  const TkPage *usual = find_usual (pages); /* for the proof */
  return tk_forme_choose (imposition->wish, usual->width, usual->height, imposition->notes,
                          &imposition->forme, error);
}

static gboolean
lay_sheets (TkImposition *imposition, GError **error)
{
  if (!choose_forme (imposition, error))
    return FALSE;
  count_sheets (imposition);
  if (is_folded (imposition->wish) && !check_creep (imposition, error))
    return FALSE;
  for (guint sheet = 0; sheet < imposition->n_sheets; sheet++) {
    add_side (imposition, sheet, FALSE);
    if (sheet + 1 < imposition->n_sheets || !ends_with_front (imposition))
      add_side (imposition, sheet, TRUE);
  }
  return TRUE;
}

static gboolean
lay (TkImposition *imposition, GError **error)
{
  if (imposition->wish->scheme == TK_PRESS_NONE ? !lay_singles (imposition, error)
                                                : !lay_sheets (imposition, error))
    return FALSE;
  if (imposition->wish->proof)
    tk_press_add_proof (imposition);
  return TRUE;
}

static gboolean
check_wish (const TkPages *pages, const TkPressWish *wish, GError **error)
{
  if (pages->n_pages == 0)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("sheets: there is no page to be printed"));
  else if (wish->up != 0 && wish->up != 2 && wish->up != 4)
    g_set_error (error, TK_ERROR, TK_ERROR_USAGE, _ ("sheets: %u pages a side; give 2 or 4"), wish->up);
  else
    return TRUE;
  return FALSE;
}

TkSheets *
tk_pages_impose (const TkPages *pages, const TkPressWish *wish, TkNotes *notes, GError **error)
{
  g_autoptr (TkSheets) sheets = g_new0 (TkSheets, 1);

  sheets->arena = tk_arena_new ();
  if (!check_wish (pages, wish, error))
    return NULL;
  TkImposition imposition = {.arena = sheets->arena, .pages = pages, .wish = wish, .notes = notes};
  imposition.bled = tk_arena_array (sheets->arena, const TkPage *, pages->n_pages);
  imposition.sides = g_array_new (FALSE, TRUE, sizeof (TkSheetSide));
  imposition.slots = g_array_new (FALSE, TRUE, sizeof (TkSlot));
  const gboolean laid = lay (&imposition, error);
  sheets->pages = pages;
  sheets->n_pages = imposition.n_pages;
  sheets->n_sides = imposition.sides->len;
  sheets->sides = tk_arena_copy_array (sheets->arena, imposition.sides);
  g_array_unref (imposition.sides);
  g_array_unref (imposition.slots);
  return laid ? g_steal_pointer (&sheets) : NULL;
}

void
tk_sheets_free (TkSheets *sheets)
{
  if (sheets == NULL)
    return;
  tk_arena_free (sheets->arena);
  g_free (sheets);
}
