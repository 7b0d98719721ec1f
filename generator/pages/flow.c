/* Comes in: the strips of a galley. Goes out: pages. Knows which regions stand on a page and where its notes
 * do; columns.c and fill.c know how much goes into columns, place.c puts it there. Not what a paragraph or a
 * table is. */
#include "flow.h"

#include <string.h>

#include "folios.h"
#include "furniture.h"

/* A page of its own with nothing on it but, where its master wants some, fillers. */
/* At the foot of a page. */
static void
note_hole (TkFlow *flow, guint first, guint end, gint64 height)
{
  const TkHole hole = {.first = first,
                       .end = end,
                       .width = tk_flow_measure (flow),
                       .height = height,
                       .whole = TRUE,
                       .last = TRUE};

  tk_flow_note_hole (flow, &hole);
}

static void
put_blank (TkFlow *flow)
{
  const TkMaster *master = flow->master;
  const gint64 bottom = (gint64) master->height - master->bottom;
  TkPage page = {.number = ++flow->number,
                 .width = master->width,
                 .height = master->height,
                 .master = master,
                 .paper = flow->paper};

  g_array_set_size (flow->placed, 0);
  flow->looks = 0;
  page.blank = !tk_flow_fill_page (flow, master->top, bottom, TRUE);
  note_hole (flow, 0, 0, page.blank ? bottom - master->top : 0);
  page.n_placed = flow->placed->len;
  page.placed = tk_arena_copy_array (flow->arena, flow->placed);
  g_array_append_val (flow->pages, page);
}

/* What a forced break asks for: a right page, after an empty left one where need be, or the last page of a
 * sheet of four, after as many; and a new count. */
static void
turn_over (TkFlow *flow, TkBreak at)
{
  if ((at == TK_BREAK_RIGHT || at == TK_BREAK_RESTART_RIGHT) && flow->pages->len % 2 == 1)
    put_blank (flow);
  while (at == TK_BREAK_BACK && flow->pages->len % 4 != 3)
    put_blank (flow);
  if (at == TK_BREAK_RESTART || at == TK_BREAK_RESTART_RIGHT)
    flow->number = 0;
}

/* ---- a page ---- */

typedef struct {
  TkReach reach;
  gint64 y, limit; /* what is free of the page */
  gboolean fresh;  /* no text stands on it */
} Sheet;

/* Whether notes of the text so far are still to come: those of what follows wait for them. */
static gboolean
notes_wait (const TkFlow *flow, const TkReach *reach)
{
  TkReach at = *reach;

  return tk_fill_next_note (flow->galley, &at, reach->strip) != NULL;
}

/* Whether there is text or a float after @reach. */
static gboolean
text_waits (const TkFlow *flow, const TkReach *reach)
{
  return reach->strip < flow->galley->n_strips || reach->floats < flow->galley->n_floats;
}

/* Adds notes up to the reach of @sheet to the foot of the page, as @room allows. */
static void
take_notes (TkFlow *flow, Sheet *sheet, gint64 room, gboolean one)
{
  const gint64 before = flow->foot.height;

  tk_foot_take (&flow->foot, &sheet->reach, sheet->reach.strip, room, one);
  sheet->limit -= flow->foot.height - before;
}

static gboolean
has_columns (const TkRegion *region)
{
  return region->columns != NULL && region->columns->n > 1;
}

/* Rests of notes from pages before: they leave a third of the page to the text, where there is some. Those of
 * columns that go on stand in these. */
static void
take_rests (TkFlow *flow, Sheet *sheet)
{
  const TkRegion *region = tk_fill_find_region (flow->galley, sheet->reach.strip);
  const gint64 room = tk_flow_text_height (flow);
  TkReach at = sheet->reach;

  if (tk_fill_next_note (flow->galley, &at, at.strip) == NULL
      || (has_columns (region) && !region->columns->page_notes
          && tk_fill_note_strip (flow->galley, &at) >= region->first))
    return;
  take_notes (flow, sheet, text_waits (flow, &sheet->reach) ? room * 2 / 3 : room, TRUE);
}

/* Whether all that is left, in one column, fits on the page. */
static gboolean
ends_here (const TkFlow *flow, const Sheet *sheet, guint next)
{
  const TkGalley *galley = flow->galley;
  gint64 height = 0;

  for (guint i = next; i < galley->n_strips; i++) {
    if (galley->strips[i].footnotes != NULL || tk_fill_find_region (galley, i)->columns != NULL)
      return FALSE;
    height += galley->strips[i].space + galley->strips[i].height;
  }
  for (guint i = sheet->reach.floats; i < galley->n_floats; i++) {
    if (galley->floats[i].footnotes != NULL)
      return FALSE;
    height += (gint64) galley->floats[i].height + galley->floats[i].gap;
  }
  return height <= sheet->limit - sheet->y && flow->foot.lines->len == 0;
}

/* Whether the next region may come on the page, at whose strip @next it begins. What asks for the last page
 * of a sheet may, where this is one and has room for it. */
static gboolean
goes_on (const TkFlow *flow, const Sheet *sheet, guint first, guint next, guint end)
{
  if (next != end || next <= first || next >= flow->galley->n_strips)
    return FALSE;
  const TkRegion *region = tk_fill_find_region (flow->galley, next);
  if (region->master != flow->master || region->paper != flow->paper)
    return FALSE;
  const TkBreak after = flow->galley->strips[next - 1].break_after;
  if (after == TK_BREAK_BACK && flow->pages->len % 4 == 3)
    return ends_here (flow, sheet, next);
  return after < TK_BREAK_FORCED;
}

static TkStem
stem_of (TkFlow *flow, const Sheet *sheet, const TkRegion *region)
{
  return (TkStem){.galley = flow->galley,
                  .region = region,
                  .end = tk_fill_find_region_end (flow->galley, region),
                  .room = sheet->limit - sheet->y,
                  .fresh = sheet->fresh,
                  .parts = sheet->fresh,
                  .must = sheet->fresh && flow->foot.lines->len == 0,
                  .depths = flow->depths};
}

/* One column as wide as the page: its notes stand at the foot of the page. FALSE: the page is full. */
static gboolean
add_text (TkFlow *flow, Sheet *sheet, const TkRegion *region)
{
  const TkReach from = sheet->reach;
  TkStem stem = stem_of (flow, sheet, region);
  TkFill fill;

  stem.spaced = !sheet->fresh;
  stem.whole = flow->foot.lines->len > 0;
  stem.apart = notes_wait (flow, &from);
  tk_fill_column (&stem, &from, &fill);
  sheet->y = tk_flow_place_column (flow, &fill, flow->master->left, sheet->y, sheet->fresh);
  g_array_append_val (flow->texts, fill);
  sheet->limit -= fill.feet;
  sheet->reach.strip = fill.to.strip;
  sheet->reach.floats = fill.to.floats;
  take_notes (flow, sheet, fill.notes, FALSE);
  sheet->fresh = sheet->fresh && tk_columns_fill_height (&fill) == 0;
  return goes_on (flow, sheet, from.strip, fill.to.strip, stem.end);
}

/* Where the notes of columns go: below each, to the foot of the page, or to a later page, behind others. */
typedef enum { NOTES_BELOW, NOTES_AT_FOOT, NOTES_LATER } Notes;

/* Fills the columns of the region. Notes are looked for at the foot of the page, in the order of their marks:
 * below the columns is their place only where the columns reach it. */
static Notes
fill_columns (TkFlow *flow, const Sheet *sheet, const TkStem *stem)
{
  TkColumns *columns = &flow->columns;
  const TkReach *from = &sheet->reach;

  if (stem->region->columns->page_notes || flow->foot.lines->len > 0) {
    if (notes_wait (flow, from)) {
      tk_columns_fill_apart (columns, stem, from);
      return NOTES_LATER;
    }
    tk_columns_fill_above (columns, stem, from, &flow->foot);
    return NOTES_AT_FOOT;
  }
  tk_columns_fill (columns, stem, from);
  if (!columns->all || !tk_columns_have_notes (columns))
    return NOTES_BELOW;
  if (tk_columns_fill_above (columns, stem, from, &flow->foot) && columns->all)
    return NOTES_AT_FOOT;
  tk_columns_fill (columns, stem, from); /* they fill the page */
  return NOTES_BELOW;
}

static gboolean
add_columns (TkFlow *flow, Sheet *sheet, const TkRegion *region)
{
  const TkReach from = sheet->reach;
  const gint64 space = sheet->fresh ? 0 : flow->galley->strips[from.strip].space;
  TkStem stem = stem_of (flow, sheet, region);

  stem.room -= space;
  if (stem.room <= 0)
    return FALSE;
  const Notes notes = fill_columns (flow, sheet, &stem);
  if (tk_columns_tallest (&flow->columns) == 0)
    return FALSE; /* nothing fits below what stands here */
  sheet->y += space;
  flow->region = region;
  tk_flow_place_columns (flow, region, sheet->y);
  sheet->y += flow->columns.height;
  sheet->reach = tk_columns_reach (&flow->columns, &from);
  sheet->fresh = FALSE;
  if (notes == NOTES_AT_FOOT)
    take_notes (flow, sheet, sheet->limit - sheet->y, FALSE);
  return flow->columns.all && !tk_columns_have_notes (&flow->columns)
         && goes_on (flow, sheet, from.strip, sheet->reach.strip, stem.end);
}

/* Floats, then notes: how high these are is known when the text is there. */
static void
place_foot (TkFlow *flow, const Sheet *sheet)
{
  const gint64 bottom = (gint64) flow->master->height - flow->master->bottom;
  gint64 y = bottom - flow->foot.height;

  for (guint i = 0; i < flow->texts->len; i++)
    y -= g_array_index (flow->texts, TkFill, i).feet;
  for (guint i = 0; i < flow->texts->len; i++)
    y = tk_flow_place_feet (flow, &g_array_index (flow->texts, TkFill, i), flow->master->left, y);
  g_array_set_size (flow->texts, 0);
  tk_flow_place_foot (flow, &flow->foot, flow->master->left, sheet->y, bottom, sheet->fresh);
}

/* From where on the next region stands, so that its first strip, below its space, is on a line of the grid.
 */
static gint64
align (const TkFlow *flow, const Sheet *sheet)
{
  const TkMaster *master = flow->master;
  const gint64 space = sheet->fresh ? 0 : flow->galley->strips[sheet->reach.strip].space;
  const gint64 over = master->grid > 0 ? (sheet->y + space - master->top) % master->grid : 0;

  return over > 0 ? sheet->y + master->grid - over : sheet->y;
}

/* What comes next is of @paper, or NULL: of no paper. */
static void
begin_paper (TkFlow *flow, const TkNode *paper)
{
  flow->paper = paper;
  if (paper == NULL)
    return;
  tk_flow_add_bookmark (flow, paper->bound->heading, 0);
  tk_fields_note_target (flow->fields, paper->bound->heading, flow->pages->len, 0);
}

/* Whether notes or floats of a paper are left whose text has ended: they stand on pages of that paper, before
 * the next one begins. */
static gboolean
is_behind (const TkFlow *flow, const TkReach *reach)
{
  const TkGalley *galley = flow->galley;
  const guint strip = reach->strip;

  if (strip == 0 || strip >= galley->n_strips
      || tk_fill_find_region (galley, strip - 1)->paper == tk_fill_find_region (galley, strip)->paper)
    return FALSE;
  return notes_wait (flow, reach)
         || (reach->floats < galley->n_floats && galley->floats[reach->floats].anchor < strip);
}

static void
put_page (TkFlow *flow, TkReach *reach)
{
  const TkGalley *galley = flow->galley;
  const guint behind = is_behind (flow, reach) ? 1 : 0;
  const TkRegion *region = tk_fill_find_region (galley, reach->strip - behind);

  flow->master = region->master;
  if (region->paper != flow->paper)
    begin_paper (flow, region->paper);
  TkPage page = {.number = ++flow->number,
                 .width = flow->master->width,
                 .height = flow->master->height,
                 .master = flow->master,
                 .paper = region->paper};
  Sheet sheet = {.reach = *reach,
                 .y = flow->master->top,
                 .limit = (gint64) flow->master->height - flow->master->bottom,
                 .fresh = TRUE};
  g_array_set_size (flow->placed, 0);
  flow->looks = 0;
  take_rests (flow, &sheet);
  for (gboolean more = galley->n_strips > 0; more;) {
    region = tk_fill_find_region (galley, sheet.reach.strip - behind);
    sheet.y = align (flow, &sheet);
    more = has_columns (region) ? add_columns (flow, &sheet, region) : add_text (flow, &sheet, region);
  }
  take_notes (flow, &sheet, sheet.limit - sheet.y, FALSE); /* what is left is theirs */
  const guint end = sheet.reach.strip;
  const gboolean filled = tk_flow_fill_page (flow, sheet.y, sheet.limit, sheet.fresh);
  note_hole (flow, reach->strip, end, filled ? 0 : sheet.limit - sheet.y);
  place_foot (flow, &sheet);
  const TkBreak after = end > reach->strip - behind ? galley->strips[end - 1].break_after : TK_BREAK_ALLOWED;
  *reach = sheet.reach;
  page.n_placed = flow->placed->len;
  page.placed = tk_arena_copy_array (flow->arena, flow->placed);
  g_array_append_val (flow->pages, page);
  if (!is_behind (flow, reach))
    turn_over (flow, after);
}

/* ---- the strips, as they are to flow ---- */

static TkStrip *
fit_strips (TkArena *arena, const TkGalley *galley, const TkFit *fit)
{
  TkStrip *strips = tk_arena_copy (arena, galley->strips, galley->n_strips * sizeof *strips);

  for (guint i = 0; i < galley->n_strips; i++) {
    TkStrip *strip = &strips[i];
    strip->room = (TkUnit) ((gint64) strip->room * fit->room / 1000);
    strip->space += fit->wider[i];
    if (fit->more[i] != 0)
      tk_galley_stretch (arena, fit->more[i], strip);
  }
  return strips;
}

static TkFlow
flow_new (const TkGalley *galley, TkArena *arena, TkNotes *notes)
{
  TkFlow flow = {.arena = arena, .galley = galley, .notes = notes};

  flow.pages = g_array_new (FALSE, FALSE, sizeof (TkPage));
  flow.bookmarks = g_array_new (FALSE, FALSE, sizeof (TkBookmark));
  flow.placed = g_array_new (FALSE, FALSE, sizeof (TkPlaced));
  flow.texts = g_array_new (FALSE, FALSE, sizeof (TkFill));
  flow.depths = g_array_new (FALSE, FALSE, sizeof (TkDepth));
  flow.columns.fills = g_array_new (FALSE, FALSE, sizeof (TkFill));
  tk_foot_init (&flow.foot, galley);
  tk_foot_init (&flow.below, galley);
  flow.fields = tk_fields_new (galley->document, flow.arena);
  flow.used = tk_arena_array (flow.arena, gboolean, galley->n_fillers);
  return flow;
}

static void
flow_clear (TkFlow *flow)
{
  tk_fields_free (flow->fields);
  g_array_unref (flow->pages);
  g_array_unref (flow->bookmarks);
  g_array_unref (flow->placed);
  g_array_unref (flow->texts);
  g_array_unref (flow->depths);
  g_array_unref (flow->columns.fills);
  tk_foot_clear (&flow->foot);
  tk_foot_clear (&flow->below);
}

TkPages *
tk_flow_pages (const TkGalley *galley, const TkFit *fit, GArray *holes, TkNotes *notes)
{
  TkArena *arena = tk_arena_new ();
  TkGalley fitted = *galley;
  TkReach reach = {0};

  if (fit != NULL)
    fitted.strips = fit_strips (arena, galley, fit);
  TkPages *pages = g_new0 (TkPages, 1);
  TkFlow flow = flow_new (&fitted, arena, notes);
  flow.pictured = fit != NULL ? fit->pictured : 0;
  flow.bare = fit != NULL && fit->bare;
  flow.holes = holes;
  do
    put_page (&flow, &reach);
  while (text_waits (&flow, &reach) || notes_wait (&flow, &reach));

  pages->arena = flow.arena;
  pages->galley = galley;
  pages->document = galley->document;
  pages->n_pages = flow.pages->len;
  pages->pages = tk_arena_copy (flow.arena, flow.pages->data, flow.pages->len * sizeof (TkPage));
  pages->n_bookmarks = flow.bookmarks->len;
  pages->bookmarks = tk_arena_copy (flow.arena, flow.bookmarks->data,
                                    flow.bookmarks->len * sizeof (TkBookmark));
  tk_pages_count ((TkPage *) pages->pages, pages->n_pages);
  tk_fields_fill (flow.fields, pages, notes);
  tk_pages_furnish (flow.arena, galley, (TkPage *) pages->pages, pages->n_pages);
  flow_clear (&flow);
  return pages;
}

void
tk_pages_free (TkPages *pages)
{
  if (pages == NULL)
    return;
  g_clear_pointer (&pages->targets, g_hash_table_unref);
  tk_arena_free (pages->arena);
  g_free (pages);
}
