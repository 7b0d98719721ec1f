/* Comes in: sheets, of which only what is printed where is looked at. Goes out: what is read when they have
 * been turned over, folded, cut and gathered by hand. Knows no formula of imposition. */
#include "press.h"

TkPaper *
tk_paper_new (guint n, TkUnit width, TkUnit height)
{
  TkPaper *paper = g_new0 (TkPaper, 1);
  TkPage *pages;

  paper->arena = tk_arena_new ();
  paper->master = (TkMaster){.name = "typed", .width = width, .height = height};
  paper->document = (TkDocument){.arena = paper->arena, .master = &paper->master, .title = "typed"};
  paper->galley.document = &paper->document;
  pages = tk_arena_array (paper->arena, TkPage, n);
  for (guint i = 0; i < n; i++)
    pages[i] = (TkPage){.number = i + 1, .width = width, .height = height, .master = &paper->master};
  paper->pages = (TkPages){.arena = paper->arena,
                           .galley = &paper->galley,
                           .document = &paper->document,
                           .pages = pages,
                           .n_pages = n};
  return paper;
}

void
tk_paper_free (TkPaper *paper)
{
  if (paper == NULL)
    return;
  tk_arena_free (paper->arena);
  g_free (paper);
}

void
tk_paper_put (TkPaper *paper, guint index, const TkMark *marks, guint n_marks)
{
  TkPage *page = (TkPage *) &paper->pages.pages[index];
  TkPlaced placed = {.n_marks = n_marks};

  placed.marks = tk_arena_copy (paper->arena, marks, n_marks * sizeof (TkMark));
  page->placed = tk_arena_copy (paper->arena, &placed, sizeof placed);
  page->n_placed = 1;
}

/* ---- paper in the hand ---- */

/* A piece of paper that is printed on both sides. @x, @y: of its middle as its front is looked at, from the
 * middle of the sheet. */
typedef struct {
  gint64 x, y;
  const TkSlot *front, *back; /* NULL: not printed there */
} Leaf;

/* All pages of these tests have one size, so blank ones have it too. */
static gint64
find_x (const TkSheets *sheets, const TkSheetSide *side, const TkSlot *slot)
{
  return (gint64) slot->x + (gint64) sheets->pages->pages[0].width * slot->scale / 2000 - side->width / 2;
}

static gint64
find_y (const TkSheets *sheets, const TkSheetSide *side, const TkSlot *slot)
{
  return (gint64) slot->y + (gint64) sheets->pages->pages[0].height * slot->scale / 2000 - side->height / 2;
}

/* Turned over about its upright middle line, what was at the left is at the right. */
static const TkSlot *
look_behind (const TkSheets *sheets, const TkSheetSide *back, gint64 x, gint64 y)
{
  for (guint i = 0; i < back->n_slots; i++) {
    const TkSlot *slot = &back->slots[i];
    if (ABS (find_x (sheets, back, slot) + x) <= 4 && ABS (find_y (sheets, back, slot) - y) <= 4)
      return slot;
  }
  return NULL;
}

/* From left to right, from top to bottom. */
static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Leaf *one = a, *other = b;

  if (ABS (one->y - other->y) > 4)
    return one->y < other->y ? -1 : 1;
  return one->x < other->x ? -1 : one->x > other->x;
}

/* The leaves into which a sheet falls, whether by the knife or at its fold. */
static GArray *
part_sheet (const TkSheets *sheets, guint sheet)
{
  const TkSheetSide *front = &sheets->sides[2 * sheet], *back = front + 1;
  GArray *leaves = g_array_new (FALSE, TRUE, sizeof (Leaf));

  g_assert (front->sheet == sheet && !front->back && back->sheet == sheet && back->back);
  for (guint i = 0; i < front->n_slots; i++) {
    Leaf leaf = {.front = &front->slots[i]};
    leaf.x = find_x (sheets, front, leaf.front);
    leaf.y = find_y (sheets, front, leaf.front);
    leaf.back = look_behind (sheets, back, leaf.x, leaf.y);
    g_array_append_val (leaves, leaf);
  }
  g_array_sort (leaves, compare_places);
  return leaves;
}

static void
read_slot (GPtrArray *read, const TkSlot *slot)
{
  g_ptr_array_add (read, (gpointer) slot);
}

/* ---- binding ---- */

/* Sheets @first to @end lie in each other, folded in the middle with the front outside: what is at the right
 * of the fold comes from the outside inwards, then what is at the left comes out again, its back first. */
static void
read_section (const TkSheets *sheets, guint first, guint end, GPtrArray *read)
{
  for (guint i = first; i < end; i++) {
    g_autoptr (GArray) leaves = part_sheet (sheets, i);
    const Leaf *right = &g_array_index (leaves, Leaf, 1);
    g_assert (leaves->len == 2 && right->x > 0);
    read_slot (read, right->front);
    read_slot (read, right->back);
  }
  for (guint i = end; i-- > first;) {
    g_autoptr (GArray) leaves = part_sheet (sheets, i);
    const Leaf *left = &g_array_index (leaves, Leaf, 0);
    g_assert (left->x < 0);
    read_slot (read, left->back);
    read_slot (read, left->front);
  }
}

static guint
count_sheets (const TkSheets *sheets)
{
  guint n = 0;

  while (n < sheets->n_sides && !sheets->sides[n].proof)
    n++;
  return n / 2;
}

static void
read_sections (const TkSheets *sheets, guint section, GPtrArray *read)
{
  const guint n = count_sheets (sheets);

  for (guint first = 0; first < n; first += section)
    read_section (sheets, first, MIN (first + section, n), read);
}

/* All sheets are cut at once; the piles are laid on each other, the first on top. */
static void
read_piles (const TkSheets *sheets, guint up, GPtrArray *read)
{
  const guint n = count_sheets (sheets);

  for (guint pile = 0; pile < up; pile++)
    for (guint i = 0; i < n; i++) {
      g_autoptr (GArray) leaves = part_sheet (sheets, i);
      g_assert (leaves->len == up);
      const Leaf *leaf = &g_array_index (leaves, Leaf, pile);
      read_slot (read, leaf->front);
      read_slot (read, leaf->back);
    }
}

/* Side by side, as they come out of the printer. */
static void
read_sides (const TkSheets *sheets, GPtrArray *read)
{
  for (guint i = 0; i < sheets->n_sides && !sheets->sides[i].proof; i++) {
    const TkSheetSide *side = &sheets->sides[i];
    g_autoptr (GArray) leaves = g_array_new (FALSE, TRUE, sizeof (Leaf));
    for (guint j = 0; j < side->n_slots; j++) {
      Leaf leaf = {.front = &side->slots[j]};
      leaf.x = find_x (sheets, side, leaf.front);
      leaf.y = find_y (sheets, side, leaf.front);
      g_array_append_val (leaves, leaf);
    }
    g_array_sort (leaves, compare_places);
    for (guint j = 0; j < leaves->len; j++)
      read_slot (read, g_array_index (leaves, Leaf, j).front);
  }
}

GPtrArray *
tk_bindery_read (const TkSheets *sheets, const TkPressWish *wish)
{
  GPtrArray *read = g_ptr_array_new ();

  switch (wish->scheme) {
  case TK_PRESS_NONE:
  case TK_PRESS_N_UP:
    read_sides (sheets, read);
    break;
  case TK_PRESS_BOOKLET:
    read_sections (sheets, wish->section > 0 ? wish->section : G_MAXINT32, read);
    break;
  case TK_PRESS_PERFECT:
    read_sections (sheets, wish->section > 0 ? wish->section : 4, read);
    break;
  case TK_PRESS_STACK:
    read_piles (sheets, wish->up > 0 ? wish->up : 2, read);
    break;
  }
  return read;
}
