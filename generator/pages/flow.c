/* Comes in: the strips of a galley. Goes out: pages. Knows regions, columns and where things stand on a page;
 * fill.c knows how much a column takes. Not what a paragraph or a table is. */
#include <glib/gi18n.h>
#include <string.h>

#include "fields.h"
#include "fill.h"
#include "furniture.h"

typedef struct {
  TkArena *arena;
  const TkGalley *galley;
  const TkMaster *master; /* of the page being filled */
  TkNotes *notes;
  GArray *pages;     /* TkPage */
  GArray *bookmarks; /* TkBookmark */
  GArray *placed;    /* TkPlaced, of the page being filled */
  GArray *heights;   /* scratch of TkStem */
  GArray *fills;     /* TkFill, of the columns of one region on one page */
  GArray *foot;      /* const TkStrip *: notes of the page being filled */
  const TkStrip *foot_rule;
  gint64 foot_height; /* of them */
  TkRegion only;      /* of a galley without regions */
  guint number;       /* of that page */
  TkFields *fields;
} Flow;

static gint64
text_height (const Flow *flow)
{
  return (gint64) flow->master->height - flow->master->top - flow->master->bottom;
}

static const TkRegion *
find_region (const Flow *flow, guint strip)
{
  const TkRegion *regions = flow->galley->regions;
  guint low = 0, high = flow->galley->n_regions; /* it is in [low, high) */

  if (high == 0)
    return &flow->only;
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (regions[middle].first > strip)
      high = middle;
    else
      low = middle;
  }
  return &regions[low];
}

static guint
find_region_end (const Flow *flow, const TkRegion *region)
{
  const TkGalley *galley = flow->galley;

  if (region == &flow->only || region + 1 == galley->regions + galley->n_regions)
    return galley->n_strips;
  return region[1].first;
}

static void
note_broken_keep (const Flow *flow, const TkStrip *strip)
{
  g_autofree char *place = tk_origin_print (strip->node != NULL ? strip->node->origin : (TkOrigin){0});

  tk_notes_add (flow->notes,
                _ ("page %u: what should stay together (%s) is longer than the page and was parted"),
                flow->pages->len + 1, place);
}

/* ---- what stands on it ---- */

static void
place (Flow *flow, const TkMark *marks, guint n, TkUnit x, gint64 y, gboolean artifact)
{
  TkPlaced placed = {.marks = marks, .n_marks = n, .x = x, .y = (TkUnit) y, .artifact = artifact};

  if (n > 0)
    g_array_append_val (flow->placed, placed);
}

/* Those of a strip that a page repeats. */
static void
repeat (Flow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  place (flow, strip->marks, strip->n_marks, x, y, TRUE);
  place (flow, strip->rules, strip->n_rules, x, y, TRUE);
}

static void
add_bookmark (Flow *flow, const TkNode *node, TkUnit y)
{
  const TkBookmark *before = flow->bookmarks->len == 0
                                 ? NULL
                                 : &g_array_index (flow->bookmarks, TkBookmark, flow->bookmarks->len - 1);
  TkBookmark bookmark = {.node = node, .page = flow->pages->len, .y = y};

  if (before == NULL || before->node != node) /* a heading of two lines is one */
    g_array_append_val (flow->bookmarks, bookmark);
}

static gint64
place_head (Flow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  for (guint i = 0; i < strip->n_head; i++) {
    y += i > 0 ? strip->head[i].space : 0;
    repeat (flow, &strip->head[i], x, y);
    y += strip->head[i].height;
  }
  return y;
}

/* The strip of a carry and the sums of the strip before it. */
static gint64
place_sums (Flow *flow, const TkStrip *strip, const TkStrip *before, TkUnit x, gint64 y)
{
  repeat (flow, strip, x, y);
  place (flow, before->sums, before->n_sums, x, y, TRUE);
  return y + strip->height;
}

static void
note_tall_strip (const Flow *flow, const TkStrip *strip)
{
  g_autofree char *where = tk_origin_print (strip->node != NULL ? strip->node->origin : (TkOrigin){0});

  tk_notes_add (flow->notes,
                _ ("page %u: a line or picture (%s) is taller than the page and runs over its foot"),
                flow->pages->len + 1, where);
}

/* What a forced break asks for: a right page, after an empty left one where need be, and a new count. */
static void
turn_over (Flow *flow, TkBreak at)
{
  TkPage blank = {
      .width = flow->master->width, .height = flow->master->height, .master = flow->master, .blank = TRUE};

  if ((at == TK_BREAK_RIGHT || at == TK_BREAK_RESTART_RIGHT) && flow->pages->len % 2 == 1) {
    blank.number = ++flow->number;
    g_array_append_val (flow->pages, blank);
  }
  if (at == TK_BREAK_RESTART || at == TK_BREAK_RESTART_RIGHT)
    flow->number = 0;
}

static void
place_strip (Flow *flow, const TkStrip *strip, TkUnit x, gint64 y)
{
  if (strip->node != NULL && strip->node->kind == TK_NODE_HEADING && strip->node->outline)
    add_bookmark (flow, strip->node, (TkUnit) y);
  place (flow, strip->marks, strip->n_marks, x, y, FALSE);
  tk_fields_note (flow->fields, strip, flow->pages->len, x, (TkUnit) y, flow->placed);
  place (flow, strip->rules, strip->n_rules, x, y, FALSE);
  if (strip->height > text_height (flow))
    note_tall_strip (flow, strip);
}

/* The strips of @fill, with what a break before and after them brings out. Gives the y below. */
static gint64
place_text (Flow *flow, const TkFill *fill, TkUnit x, gint64 y, gboolean fresh)
{
  const TkStrip *strips = flow->galley->strips;
  const guint first = fill->from.strip, end = fill->to.strip;

  if (first == end)
    return y;
  if (!fresh)
    y += strips[first].space;
  if (tk_fill_repeats_head (flow->galley, first, fill->room))
    y = place_head (flow, &strips[first], x, y);
  const TkCarry *brought = tk_fill_carry (flow->galley, first), *carried = tk_fill_carry (flow->galley, end);
  if (brought != NULL)
    y = place_sums (flow, &brought->brought, &strips[first - 1], x, y);
  place (flow, strips[first].cap, strips[first].n_cap, x, y, FALSE);
  for (guint i = first; i < end; i++) {
    y += i > first ? strips[i].space : 0;
    place_strip (flow, &strips[i], x, y);
    y += strips[i].height;
  }
  place (flow, strips[end - 1].foot, strips[end - 1].n_foot, x, y, FALSE);
  if (carried != NULL)
    y = place_sums (flow, &carried->carried, &strips[end - 1], x, y);
  if (fill->broken)
    note_broken_keep (flow, &strips[end - 1]);
  return y;
}

static gint64
place_float (Flow *flow, const TkFloat *moved, TkUnit x, gint64 y)
{
  for (guint i = 0; i < moved->n_strips; i++) {
    y += i > 0 ? moved->strips[i].space : 0;
    place_strip (flow, &moved->strips[i], x, y);
    y += moved->strips[i].height;
  }
  return y;
}

/* Floats at the head of a column, text, floats at its foot. Gives the y below the text. */
static gint64
place_column (Flow *flow, const TkFill *fill, TkUnit x, gint64 y, gint64 limit, gboolean fresh)
{
  const TkFloat *floats = flow->galley->floats + fill->from.floats;
  gint64 foot = limit - fill->feet;

  for (guint i = 0; i < fill->n_floats; i++)
    if (floats[i].floating == TK_FLOATING_TOP)
      y = place_float (flow, &floats[i], x, y) + floats[i].gap;
    else
      foot = place_float (flow, &floats[i], x, foot + floats[i].gap);
  return place_text (flow, fill, x, y, fresh);
}

/* ---- notes ---- */

/* The notes of @fill wait for the end of the page. */
static void
gather_notes (Flow *flow, const TkRegion *region, const TkFill *fill)
{
  TkReach at = fill->from;
  gint64 left = fill->notes;

  while (left > 0) {
    const TkStrip *line = tk_fill_next_note (flow->galley, &at, fill->to.strip);
    if (flow->foot->len == 0) {
      flow->foot_rule = region->note_rule;
      left -= region->note_rule != NULL ? region->note_rule->space + region->note_rule->height : 0;
    }
    g_array_append_val (flow->foot, line);
    left -= line->height + line->space;
  }
  flow->foot_height += fill->notes;
}

/* Puts them with their last line above @limit. */
static void
place_notes (Flow *flow, TkUnit x, gint64 limit)
{
  gint64 y = limit - flow->foot_height;

  if (flow->foot->len > 0 && flow->foot_rule != NULL) {
    y += flow->foot_rule->space;
    place (flow, flow->foot_rule->marks, flow->foot_rule->n_marks, x, y, FALSE);
    y += flow->foot_rule->height;
  }
  for (guint i = 0; i < flow->foot->len; i++) {
    const TkStrip *line = g_array_index (flow->foot, const TkStrip *, i);
    y += line->space;
    place_strip (flow, line, x, y);
    y += line->height;
  }
  g_array_set_size (flow->foot, 0);
  flow->foot_height = 0;
}

/* ---- columns ---- */

/* Fills the columns of @stem's region, all of the same room. Whether all of its text went into them. */
static gboolean
fill_columns (Flow *flow, const TkStem *stem, const TkReach *from, int n)
{
  TkReach reach = *from;

  g_array_set_size (flow->fills, 0);
  for (int i = 0; i < n; i++) {
    TkStem column = *stem;
    TkFill fill;
    column.fresh = stem->fresh || i > 0;
    column.must = stem->must && i == 0;
    tk_fill_column (&column, &reach, &fill);
    g_array_append_val (flow->fills, fill);
    reach = fill.to;
    if (reach.strip > from->strip && flow->galley->strips[reach.strip - 1].break_after >= TK_BREAK_FORCED)
      break;
  }
  return reach.strip == stem->end
         || (reach.strip > from->strip
             && flow->galley->strips[reach.strip - 1].break_after >= TK_BREAK_FORCED);
}

static gint64
column_height (const TkFill *fill)
{
  return fill->tops + fill->body + fill->notes + fill->feet;
}

static gint64
tallest (const Flow *flow)
{
  gint64 height = 0;

  for (guint i = 0; i < flow->fills->len; i++)
    height = MAX (height, column_height (&g_array_index (flow->fills, TkFill, i)));
  return height;
}

/* Whether a column ends where it should not. */
static gboolean
is_broken (const Flow *flow)
{
  for (guint i = 0; i < flow->fills->len; i++)
    if (g_array_index (flow->fills, TkFill, i).broken)
      return TRUE;
  return FALSE;
}

/* What is left of the text goes into columns that end level: the least height that holds it. */
static gint64
balance (Flow *flow, TkStem *stem, const TkReach *from, int n)
{
  gint64 all = 0, low = 0, high = stem->room;
  const gboolean broken = is_broken (flow);

  for (guint i = 0; i < flow->fills->len; i++)
    all += column_height (&g_array_index (flow->fills, TkFill, i));
  low = all / n - 1;
  while (high - low > TK_PT (0.25)) {
    stem->room = (low + high) / 2;
    if (fill_columns (flow, stem, from, n) && tallest (flow) <= stem->room && (broken || !is_broken (flow)))
      high = stem->room;
    else
      low = stem->room;
  }
  stem->room = high;
  fill_columns (flow, stem, from, n);
  return tallest (flow);
}

/* A line in the middle of each gutter. */
static void
place_column_rules (Flow *flow, const TkRegion *region, gint64 y, gint64 height)
{
  const TkColumnSet *set = region->columns;

  if (set->rule == 0 || flow->fills->len < 2)
    return;
  TkMark *mark = tk_arena_new0 (flow->arena, TkMark);
  mark->kind = TK_MARK_RULE;
  mark->rule.width = set->rule;
  mark->rule.height = (TkUnit) height;
  for (guint i = 1; i < flow->fills->len; i++)
    place (flow, mark, 1,
           flow->master->left + (TkUnit) i * (region->width + set->gutter) - (set->gutter + set->rule) / 2, y,
           TRUE);
}

/* ---- a page ---- */

typedef struct {
  TkReach reach;
  gint64 y, limit; /* what is free of the page */
  gboolean fresh;  /* nothing stands on it */
} Sheet;

/* Whether more may come on the page behind what stands before strip @next. */
static gboolean
goes_on (const Flow *flow, const Sheet *sheet, guint first, guint end)
{
  const guint next = sheet->reach.strip;

  return next == end && next > first && next < flow->galley->n_strips
         && flow->galley->strips[next - 1].break_after < TK_BREAK_FORCED
         && find_region (flow, next)->master == flow->master;
}

/* One column as wide as the page: its notes stand at the foot of the page. FALSE: the page is full. */
static gboolean
add_text (Flow *flow, Sheet *sheet, const TkRegion *region)
{
  const TkReach from = sheet->reach;
  TkStem stem = {.galley = flow->galley,
                 .region = region,
                 .end = find_region_end (flow, region),
                 .room = sheet->limit - sheet->y,
                 .fresh = sheet->fresh,
                 .must = sheet->fresh,
                 .spaced = !sheet->fresh,
                 .whole = flow->foot->len > 0,
                 .heights = flow->heights};
  TkFill fill;

  tk_fill_column (&stem, &from, &fill);
  sheet->y = place_column (flow, &fill, flow->master->left, sheet->y, sheet->limit - fill.notes,
                           sheet->fresh);
  gather_notes (flow, region, &fill);
  sheet->limit -= fill.notes + fill.feet;
  sheet->reach = fill.to;
  sheet->fresh = sheet->fresh && column_height (&fill) == 0;
  return goes_on (flow, sheet, from.strip, stem.end);
}

static gboolean
add_columns (Flow *flow, Sheet *sheet, const TkRegion *region)
{
  const TkColumnSet *set = region->columns;
  const TkReach from = sheet->reach;
  const gint64 space = sheet->fresh ? 0 : flow->galley->strips[from.strip].space;
  TkStem stem = {.galley = flow->galley,
                 .region = region,
                 .end = find_region_end (flow, region),
                 .room = sheet->limit - sheet->y - space,
                 .fresh = sheet->fresh,
                 .must = sheet->fresh,
                 .heights = flow->heights};
  gint64 height = stem.room;
  TkUnit x = flow->master->left;

  if (stem.room <= 0)
    return FALSE;
  gboolean all = fill_columns (flow, &stem, &from, set->n);
  if (all && !set->ragged)
    height = balance (flow, &stem, &from, set->n);
  else if (all)
    height = tallest (flow);
  if (tallest (flow) == 0)
    return FALSE; /* nothing fits below what stands here */
  sheet->y += space;
  for (guint i = 0; i < flow->fills->len; i++) {
    const TkFill fill = g_array_index (flow->fills, TkFill, i);
    GArray *foot = g_steal_pointer (&flow->foot);
    gint64 foot_height = flow->foot_height;
    const TkStrip *foot_rule = flow->foot_rule;
    flow->foot = g_array_new (FALSE, FALSE, sizeof (const TkStrip *));
    flow->foot_height = 0;
    place_column (flow, &fill, x, sheet->y, sheet->y + height - fill.notes, TRUE);
    gather_notes (flow, region, &fill);
    place_notes (flow, x, sheet->y + height);
    g_array_unref (flow->foot);
    flow->foot = foot;
    flow->foot_height = foot_height;
    flow->foot_rule = foot_rule;
    x += region->width + set->gutter;
    sheet->reach = fill.to;
  }
  place_column_rules (flow, region, sheet->y, tallest (flow));
  sheet->y += height;
  sheet->fresh = FALSE;
  return all && goes_on (flow, sheet, from.strip, stem.end);
}

static void
put_page (Flow *flow, TkReach *reach)
{
  const TkGalley *galley = flow->galley;
  const TkRegion *region = find_region (flow, reach->strip);

  flow->master = region->master;
  TkPage page = {.number = ++flow->number,
                 .width = flow->master->width,
                 .height = flow->master->height,
                 .master = flow->master};
  Sheet sheet = {.reach = *reach,
                 .y = flow->master->top,
                 .limit = (gint64) flow->master->height - flow->master->bottom,
                 .fresh = TRUE};
  g_array_set_size (flow->placed, 0);
  for (gboolean more = galley->n_strips > 0; more;) {
    region = find_region (flow, sheet.reach.strip);
    more = region->columns != NULL && region->columns->n > 1 ? add_columns (flow, &sheet, region)
                                                             : add_text (flow, &sheet, region);
  }
  place_notes (flow, flow->master->left, (gint64) flow->master->height - flow->master->bottom);
  const guint end = sheet.reach.strip;
  const TkBreak after = end > reach->strip ? galley->strips[end - 1].break_after : TK_BREAK_ALLOWED;
  *reach = sheet.reach;
  page.n_placed = flow->placed->len;
  page.placed = tk_arena_copy (flow->arena, flow->placed->data, flow->placed->len * sizeof (TkPlaced));
  g_array_append_val (flow->pages, page);
  turn_over (flow, after);
}

/* Text, notes or floats are left. */
static gboolean
is_left (const Flow *flow, const TkReach *reach)
{
  TkReach at = *reach;

  return reach->strip < flow->galley->n_strips || reach->floats < flow->galley->n_floats
         || tk_fill_next_note (flow->galley, &at, flow->galley->n_strips) != NULL;
}

TkPages *
tk_pages_flow (const TkGalley *galley, TkNotes *notes)
{
  TkPages *pages = g_new0 (TkPages, 1);
  Flow flow = {.arena = tk_arena_new (), .galley = galley, .notes = notes};
  TkReach reach = {0};

  flow.pages = g_array_new (FALSE, FALSE, sizeof (TkPage));
  flow.bookmarks = g_array_new (FALSE, FALSE, sizeof (TkBookmark));
  flow.placed = g_array_new (FALSE, FALSE, sizeof (TkPlaced));
  flow.heights = g_array_new (FALSE, FALSE, sizeof (gint64));
  flow.fills = g_array_new (FALSE, FALSE, sizeof (TkFill));
  flow.foot = g_array_new (FALSE, FALSE, sizeof (const TkStrip *));
  flow.only = (TkRegion){.master = galley->document->master, .width = galley->width};
  flow.fields = tk_fields_new (galley->document, flow.arena);
  do
    put_page (&flow, &reach);
  while (is_left (&flow, &reach));

  pages->arena = flow.arena;
  pages->galley = galley;
  pages->document = galley->document;
  pages->n_pages = flow.pages->len;
  pages->pages = tk_arena_copy (flow.arena, flow.pages->data, flow.pages->len * sizeof (TkPage));
  pages->n_bookmarks = flow.bookmarks->len;
  pages->bookmarks = tk_arena_copy (flow.arena, flow.bookmarks->data,
                                    flow.bookmarks->len * sizeof (TkBookmark));
  tk_fields_fill (flow.fields, pages, notes);
  tk_fields_free (flow.fields);
  tk_pages_furnish (flow.arena, galley, (TkPage *) pages->pages, pages->n_pages);
  g_array_unref (flow.pages);
  g_array_unref (flow.bookmarks);
  g_array_unref (flow.placed);
  g_array_unref (flow.heights);
  g_array_unref (flow.fills);
  g_array_unref (flow.foot);
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
