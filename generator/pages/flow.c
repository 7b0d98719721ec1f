/* Comes in: the strips of a galley. Goes out: pages. Knows heights, keep rules
 * and heads; not what a paragraph or a table is. */
#include <glib/gi18n.h>
#include <string.h>

#include "furniture.h"
#include "pages.h"

typedef struct {
  TkArena *arena;
  const TkGalley *galley;
  const TkMaster *master;
  TkNotes *notes;
  GArray *pages;     /* TkPage */
  GArray *bookmarks; /* TkBookmark */
  GArray *placed;    /* TkPlaced, of the page being filled */
  GArray *heights;   /* gint64: of the page down to each strip that may stand on it */
  guint number;      /* of that page */
} Flow;

static TkUnit
text_height (const Flow *flow)
{
  return flow->master->height - flow->master->top - flow->master->bottom;
}

/* What a head takes where @strip begins a page. */
static gint64
head_height (const TkStrip *strip)
{
  gint64 height = 0;

  for (guint i = 0; i < strip->n_head; i++)
    height += strip->head[i].height + (i > 0 ? strip->head[i].space : 0);
  return height;
}

/* What stands between two strips, the last of a page and the first of the next; NULL: nothing. */
static const TkCarry *
find_carry (const Flow *flow, guint next)
{
  const TkStrip *strips = flow->galley->strips;

  if (next == 0 || next >= flow->galley->n_strips || strips[next - 1].n_sums == 0
      || strips[next - 1].carry != strips[next].carry)
    return NULL;
  return strips[next].carry;
}

/* A head that leaves less than half of the page to its rows is not repeated, nor one below which the
 * row would run over the foot. */
static gboolean
repeats_head (const Flow *flow, guint first)
{
  const TkStrip *strip = &flow->galley->strips[first];
  const TkCarry *carry = find_carry (flow, first);
  gint64 head = head_height (strip) + (carry != NULL ? carry->brought.height : 0);

  return strip->n_head > 0 && head <= text_height (flow) / 2 && head + strip->height <= text_height (flow);
}

/* ---- where a page ends ---- */

/* One past the last strip that fits a page beginning with @first, keep rules aside; at least one. */
static guint
fill (const Flow *flow, guint first)
{
  const TkStrip *strips = flow->galley->strips;
  const TkCarry *carry = find_carry (flow, first);
  gint64 height = repeats_head (flow, first) ? head_height (&strips[first]) : 0;
  guint i = first;

  height += carry != NULL ? carry->brought.height : 0;
  g_array_set_size (flow->heights, 0);
  for (; i < flow->galley->n_strips; i++) {
    height += strips[i].height + (i > first ? strips[i].space : 0);
    if (height > text_height (flow) && i > first)
      break;
    g_array_append_val (flow->heights, height);
    if (strips[i].break_after >= TK_BREAK_FORCED)
      return i + 1;
  }
  return i;
}

/* Whether the sums that a page needs which ends before @end have room on it. */
static gboolean
fits (const Flow *flow, guint first, guint end)
{
  const TkCarry *carry = find_carry (flow, end);

  return carry == NULL
         || g_array_index (flow->heights, gint64, end - 1 - first) + carry->carried.height
                <= text_height (flow);
}

/* The latest end, not beyond @end, that no rule stronger than @least speaks against; @first for none. */
static guint
find_end (const Flow *flow, guint first, guint end, TkBreak least)
{
  const TkStrip *strips = flow->galley->strips;

  while (end > first
         && ((strips[end - 1].break_after < TK_BREAK_FORCED && strips[end - 1].break_after > least)
             || !fits (flow, first, end)))
    end--;
  return end;
}

static void
note_broken_keep (const Flow *flow, const TkStrip *strip)
{
  g_autofree char *place = tk_origin_print (strip->node != NULL ? strip->node->origin : (TkOrigin){0});

  tk_notes_add (flow->notes,
                _ ("page %u: what should stay together (%s) is longer than the page and was parted"),
                flow->pages->len + 1, place);
}

static guint
end_page (const Flow *flow, guint first)
{
  const TkStrip *strips = flow->galley->strips;
  guint full = fill (flow, first), end;

  if (full == flow->galley->n_strips)
    return full;
  for (TkBreak least = TK_BREAK_ALLOWED; least <= TK_BREAK_FORBIDDEN; least++) {
    end = find_end (flow, first, full, least);
    if (end > first) {
      if (least == TK_BREAK_FORBIDDEN)
        note_broken_keep (flow, &strips[end - 1]);
      return end;
    }
  }
  return full;
}

/* ---- what stands on it ---- */

static void
place (Flow *flow, const TkMark *marks, guint n, TkUnit y, gboolean artifact)
{
  TkPlaced placed = {.marks = marks, .n_marks = n, .x = flow->master->left, .y = y, .artifact = artifact};

  if (n > 0)
    g_array_append_val (flow->placed, placed);
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

static TkUnit
place_head (Flow *flow, const TkStrip *strip, TkUnit y)
{
  for (guint i = 0; i < strip->n_head; i++) {
    y += i > 0 ? strip->head[i].space : 0;
    place (flow, strip->head[i].marks, strip->head[i].n_marks, y, TRUE);
    y += strip->head[i].height;
  }
  return y;
}

/* The strip of a carry and the sums of the strip before it. */
static TkUnit
place_sums (Flow *flow, const TkStrip *strip, const TkStrip *before, TkUnit y)
{
  place (flow, strip->marks, strip->n_marks, y, TRUE);
  place (flow, before->sums, before->n_sums, y, TRUE);
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
  TkPage blank = {.width = flow->master->width, .height = flow->master->height, .blank = TRUE};

  if ((at == TK_BREAK_RIGHT || at == TK_BREAK_RESTART_RIGHT) && flow->pages->len % 2 == 1) {
    blank.number = ++flow->number;
    g_array_append_val (flow->pages, blank);
  }
  if (at == TK_BREAK_RESTART || at == TK_BREAK_RESTART_RIGHT)
    flow->number = 0;
}

static void
put_page (Flow *flow, guint first, guint end)
{
  const TkStrip *strips = flow->galley->strips;
  TkPage page = {.number = ++flow->number, .width = flow->master->width, .height = flow->master->height};
  TkUnit y = flow->master->top;

  g_array_set_size (flow->placed, 0);
  if (first < end) {
    if (repeats_head (flow, first))
      y = place_head (flow, &strips[first], y);
    if (find_carry (flow, first) != NULL)
      y = place_sums (flow, &strips[first].carry->brought, &strips[first - 1], y);
    place (flow, strips[first].cap, strips[first].n_cap, y, FALSE);
  }
  for (guint i = first; i < end; i++) {
    y += i > first ? strips[i].space : 0;
    if (strips[i].node != NULL && strips[i].node->kind == TK_NODE_HEADING && strips[i].node->outline)
      add_bookmark (flow, strips[i].node, y);
    place (flow, strips[i].marks, strips[i].n_marks, y, FALSE);
    y += strips[i].height;
    if (strips[i].height > text_height (flow))
      note_tall_strip (flow, &strips[i]);
  }
  if (first < end)
    place (flow, strips[end - 1].foot, strips[end - 1].n_foot, y, FALSE);
  if (find_carry (flow, end) != NULL)
    place_sums (flow, &strips[end].carry->carried, &strips[end - 1], y);
  page.n_placed = flow->placed->len;
  page.placed = tk_arena_copy (flow->arena, flow->placed->data, flow->placed->len * sizeof (TkPlaced));
  g_array_append_val (flow->pages, page);
  if (first < end)
    turn_over (flow, strips[end - 1].break_after);
}

TkPages *
tk_pages_flow (const TkGalley *galley, TkNotes *notes)
{
  TkPages *pages = g_new0 (TkPages, 1);
  Flow flow = {
      .arena = tk_arena_new (), .galley = galley, .master = galley->document->master, .notes = notes};
  guint first = 0;

  flow.pages = g_array_new (FALSE, FALSE, sizeof (TkPage));
  flow.bookmarks = g_array_new (FALSE, FALSE, sizeof (TkBookmark));
  flow.placed = g_array_new (FALSE, FALSE, sizeof (TkPlaced));
  flow.heights = g_array_new (FALSE, FALSE, sizeof (gint64));
  do {
    guint end = galley->n_strips == 0 ? 0 : end_page (&flow, first);
    put_page (&flow, first, end);
    first = end;
  } while (first < galley->n_strips);
  tk_pages_furnish (flow.arena, galley, (TkPage *) (void *) flow.pages->data, flow.pages->len);

  pages->arena = flow.arena;
  pages->galley = galley;
  pages->document = galley->document;
  pages->n_pages = flow.pages->len;
  pages->pages = tk_arena_copy (flow.arena, flow.pages->data, flow.pages->len * sizeof (TkPage));
  pages->n_bookmarks = flow.bookmarks->len;
  pages->bookmarks = tk_arena_copy (flow.arena, flow.bookmarks->data,
                                    flow.bookmarks->len * sizeof (TkBookmark));
  g_array_unref (flow.pages);
  g_array_unref (flow.bookmarks);
  g_array_unref (flow.placed);
  g_array_unref (flow.heights);
  return pages;
}

void
tk_pages_free (TkPages *pages)
{
  if (pages == NULL)
    return;
  tk_arena_free (pages->arena);
  g_free (pages);
}
