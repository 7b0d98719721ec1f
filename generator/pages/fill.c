/* Comes in: strips, a height. Goes out: how many of them one column takes, with the footnotes that they carry
 * and the floats that belong to them. Knows keep rules; not where the column stands. */
#include "fill.h"

const TkRegion *
tk_fill_find_region (const TkGalley *galley, guint strip)
{
  guint low = 0, high = galley->n_regions; /* it is in [low, high) */

  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    if (galley->regions[middle].first > strip)
      high = middle;
    else
      low = middle;
  }
  return &galley->regions[low];
}

guint
tk_fill_find_region_end (const TkGalley *galley, const TkRegion *region)
{
  return region + 1 == galley->regions + galley->n_regions ? galley->n_strips : region[1].first;
}

gint64
tk_fill_head_height (const TkStrip *strip)
{
  gint64 height = 0;

  for (guint i = 0; i < strip->n_head; i++)
    height += strip->head[i].height + (i > 0 ? strip->head[i].space : 0);
  return height;
}

const TkCarry *
tk_fill_carry (const TkGalley *galley, guint next)
{
  const TkStrip *strips = galley->strips;

  if (next == 0 || next >= galley->n_strips || strips[next - 1].n_sums == 0
      || strips[next - 1].carry != strips[next].carry)
    return NULL;
  return strips[next].carry;
}

/* A head that leaves less than half of the column to its rows is not repeated, nor one below which the
 * row would run over the foot. */
gboolean
tk_fill_repeats_head (const TkGalley *galley, guint first, gint64 room)
{
  const TkStrip *strip = &galley->strips[first];
  const TkCarry *carry = tk_fill_carry (galley, first);
  gint64 head = tk_fill_head_height (strip) + (carry != NULL ? carry->brought.height : 0);

  return strip->n_head > 0 && head <= room / 2 && head + strip->height <= room;
}

/* ---- notes ---- */

/* The @note-th of @notes, or the next that has a line at @line; NULL: none has. */
static const TkFootnote *
find_note (const TkFootnote *notes, guint *note, guint *line)
{
  const TkFootnote *at = notes;

  for (guint i = 0; i < *note && at != NULL; i++)
    at = at->next;
  for (; at != NULL && *line >= at->n_strips; at = at->next, ++*note)
    *line = 0;
  return at;
}

const TkStrip *
tk_fill_next_note (const TkGalley *galley, TkReach *at, guint end)
{
  const TkFootnote *text = NULL, *moved = NULL;

  for (; at->noted < end; at->noted++, at->note = at->line = 0)
    if ((text = find_note (galley->strips[at->noted].footnotes, &at->note, &at->line)) != NULL)
      break;
  for (; at->moved < at->floats; at->moved++, at->moved_note = at->moved_line = 0)
    if ((moved = find_note (galley->floats[at->moved].footnotes, &at->moved_note, &at->moved_line)) != NULL)
      break;
  at->of_float = moved != NULL && (text == NULL || galley->floats[at->moved].anchor < at->noted);
  if (at->of_float)
    return &moved->strips[at->moved_line++];
  return text != NULL ? &text->strips[at->line++] : NULL;
}

guint
tk_fill_note_strip (const TkGalley *galley, const TkReach *at)
{
  return at->of_float ? galley->floats[at->moved].anchor : at->noted;
}

int
tk_fill_compare_notes (const TkReach *a, const TkReach *b, gboolean moved)
{
  const guint some[] = {moved ? a->moved : a->noted, moved ? a->moved_note : a->note,
                        moved ? a->moved_line : a->line};
  const guint others[] = {moved ? b->moved : b->noted, moved ? b->moved_note : b->note,
                          moved ? b->moved_line : b->line};

  for (guint i = 0; i < G_N_ELEMENTS (some); i++)
    if (some[i] != others[i])
      return some[i] < others[i] ? -1 : 1;
  return 0;
}

static gint64
rule_height (const TkStem *stem)
{
  const TkStrip *rule = stem->region->note_rule;

  return stem->whole || rule == NULL ? 0 : rule->space + rule->height;
}

/* Height of the notes of one strip or float; @least: of what must stand with their marks. */
static gint64
notes_height (const TkFootnote *notes, gboolean least)
{
  gint64 height = 0;

  for (const TkFootnote *note = notes; note != NULL; note = note->next)
    for (guint i = 0; i < note->n_strips && !(least && i >= TK_LEAST_OF_NOTE); i++)
      height += note->strips[i].height + note->strips[i].space;
  return height;
}

/* As many lines of notes before strip @end as @room takes; their height with the rule. @at moves behind them.
 * @one: one at least. */
static gint64
take_notes (const TkStem *stem, TkReach *at, guint end, gint64 room, gboolean one)
{
  gint64 height = 0;

  for (;;) {
    TkReach next = *at;
    const TkStrip *line = tk_fill_next_note (stem->galley, &next, end);
    if (line == NULL) {
      *at = next; /* behind strips without notes */
      return height;
    }
    gint64 more = line->height + line->space + (height == 0 ? rule_height (stem) : 0);
    if (height + more > room && (height > 0 || !one))
      return height;
    height += more;
    *at = next;
  }
}

/* ---- where it ends ---- */

typedef struct {
  const TkStem *stem;
  guint first;
  gint64 room;    /* for text and the notes of it */
  gint64 fixed;   /* of @room, taken by rests of notes from before and by notes of floats */
  gboolean must;  /* one strip at least: nothing else stands in the column */
  gboolean waits; /* there are more such rests: the notes of this text come after them, on the next page */
} Text;

static TkDepth
depth_at (const Text *text, guint end)
{
  return end > text->first ? g_array_index (text->stem->depths, TkDepth, end - 1 - text->first)
                           : (TkDepth){0};
}

/* Of the first strip: the head that is repeated above it, and the sums brought forward. */
static gint64
brought_height (const Text *text)
{
  const TkGalley *galley = text->stem->galley;
  const TkCarry *carry = tk_fill_carry (galley, text->first);

  return (carry != NULL ? carry->brought.height : 0)
         + (tk_fill_repeats_head (galley, text->first, text->room)
                ? tk_fill_head_height (&galley->strips[text->first])
                : 0);
}

/* Strip @last comes with a part of its notes: as do those that it may not be parted from, where they have
 * none and there is room for them above that part. One past the last. */
static guint
add_kept (const Text *text, guint last, TkDepth depth, gint64 noted)
{
  const TkStem *stem = text->stem;
  const TkStrip *strips = stem->galley->strips;
  guint i = last;

  while (i + 1 < stem->end && strips[i].break_after != TK_BREAK_ALLOWED
         && strips[i].break_after < TK_BREAK_COLUMN) {
    i++;
    depth.text += strips[i].height + strips[i].space;
    if (strips[i].footnotes != NULL || depth.text + noted > text->room)
      return last + 1;
    g_array_append_val (stem->depths, depth);
  }
  return i + 1;
}

/* Whether another page would have no more room for strip @i: all that stands above it would come along. */
static gboolean
is_first_of_page (const Text *text, guint i)
{
  const TkStrip *strips = text->stem->galley->strips;
  guint above = text->first;

  while (above < i && strips[above].break_after > TK_BREAK_ALLOWED)
    above++;
  return text->stem->parts && above == i;
}

/* One past the last strip that fits, keep rules aside. @ret_split: the last one only with a part of its
 * notes. */
static guint
fill_up (const Text *text, gboolean *ret_split)
{
  const TkStem *stem = text->stem;
  const TkStrip *strips = stem->galley->strips;
  const guint first = text->first;
  gint64 noted = text->fixed;
  TkDepth depth = {.text = first < stem->end ? brought_height (text) : 0};
  guint i = first;

  *ret_split = FALSE;
  g_array_set_size (stem->depths, 0);
  for (; i < stem->end; i++) {
    const gint64 above = noted;
    depth.text += strips[i].height + (i > first || stem->spaced ? strips[i].space : 0);
    if (depth.text - strips[i].height + strips[i].room > text->room && !is_first_of_page (text, i))
      break;
    if (strips[i].footnotes != NULL && !text->waits)
      noted += notes_height (strips[i].footnotes, FALSE) + (above > 0 ? 0 : rule_height (stem));
    depth.all = depth.text + noted;
    const gint64 least = above + (above > 0 ? 0 : rule_height (stem))
                         + notes_height (strips[i].footnotes, TRUE);
    if (noted > above && depth.all > text->room && depth.text + least <= text->room) {
      depth.all = text->room;
      g_array_append_val (stem->depths, depth);
      *ret_split = TRUE;
      return add_kept (text, i, depth, least);
    }
    if (depth.all > text->room && (i > first || !text->must))
      break;
    g_array_append_val (stem->depths, depth);
    if (strips[i].break_after >= TK_BREAK_COLUMN)
      return i + 1;
  }
  return i;
}

/* Whether the sums that a column needs which ends before @end have room in it. */
static gboolean
fits (const Text *text, guint end)
{
  const TkCarry *carry = tk_fill_carry (text->stem->galley, end);

  return carry == NULL || depth_at (text, end).all + carry->carried.height <= text->room;
}

/* The latest end, not beyond @end, that no rule stronger than @least speaks against; the first strip for
 * none. */
static guint
find_end (const Text *text, guint end, TkBreak least)
{
  const TkStrip *strips = text->stem->galley->strips;

  while (end > text->first
         && ((strips[end - 1].break_after < TK_BREAK_COLUMN && strips[end - 1].break_after > least)
             || !fits (text, end)))
    end--;
  return end;
}

/* What the strips at the end of a region that stay with those of the next need below them. */
static gint64
lead_height (const TkGalley *galley, guint from)
{
  gint64 height = 0;

  for (guint i = from; i < galley->n_strips; i++) {
    height += galley->strips[i].space + galley->strips[i].height;
    if (galley->strips[i].break_after == TK_BREAK_ALLOWED || galley->strips[i].break_after >= TK_BREAK_COLUMN)
      break;
  }
  return height;
}

/* Whether a column may end with the last strip of its region. */
static gboolean
ends_well (const Text *text, guint full)
{
  const TkGalley *galley = text->stem->galley;
  const TkBreak after = full > 0 ? galley->strips[full - 1].break_after : TK_BREAK_ALLOWED;

  if (full == galley->n_strips || after == TK_BREAK_ALLOWED || after >= TK_BREAK_COLUMN)
    return TRUE;
  return depth_at (text, full).all + lead_height (galley, full) <= text->room;
}

/* Whether what the region begins with may wait for the next page: what stands above it is complete. */
static gboolean
may_wait (const Text *text)
{
  const TkStem *stem = text->stem;

  return !stem->fresh && text->first == stem->region->first && text->first > 0
         && stem->galley->strips[text->first - 1].break_after == TK_BREAK_ALLOWED;
}

static guint
find_best_end (const Text *text, TkBreak *ret_least)
{
  const TkStem *stem = text->stem;
  gboolean split;
  guint full = fill_up (text, &split);

  *ret_least = TK_BREAK_ALLOWED;
  if (full == text->first || (full == stem->end && !split && ends_well (text, full)))
    return full;
  for (TkBreak least = TK_BREAK_ALLOWED; least <= TK_BREAK_FORBIDDEN; least++) {
    if ((!stem->parts && least == TK_BREAK_FORBIDDEN) || (least == TK_BREAK_AVOIDED && may_wait (text)))
      break; /* on a page of its own it may stay together */
    guint end = find_end (text, full, least);
    if (end > text->first) {
      *ret_least = least;
      return end;
    }
  }
  return text->must ? full : text->first;
}

/* One past the last strip of @text, and what @fill knows of it. */
static guint
end_text (const Text *text, TkFill *fill)
{
  TkBreak least;
  const guint end = find_best_end (text, &least);
  const TkCarry *carried = end > text->first ? tk_fill_carry (text->stem->galley, end) : NULL;

  fill->broken = least == TK_BREAK_FORBIDDEN;
  fill->parted = least >= TK_BREAK_AVOIDED;
  fill->body = depth_at (text, end).text + (carried != NULL ? carried->carried.height : 0);
  return end;
}

/* ---- floats ---- */

/* A float that has its place: less room for the text. */
static gboolean
take_float (const TkFloat *moved, gboolean forced, Text *text, TkFill *fill)
{
  const gint64 height = (gint64) moved->height + moved->gap;
  gint64 notes = 0;

  if (moved->footnotes != NULL && !text->waits)
    notes = notes_height (moved->footnotes, FALSE) + (text->fixed > 0 ? 0 : rule_height (text->stem));
  if (height + notes > text->room - text->fixed && !forced)
    return FALSE;
  if (moved->floating == TK_FLOATING_TOP)
    fill->tops += height;
  else
    fill->feet += height;
  text->room -= height;
  text->fixed += notes;
  fill->n_floats++;
  text->must = FALSE;
  return TRUE;
}

/* Floats whose place in the text is in this column: where the text still reaches it beside them. */
static void
take_floats (Text *text, TkFill *fill, guint *end)
{
  const TkGalley *galley = text->stem->galley;
  guint next = fill->from.floats + fill->n_floats;

  for (; next < galley->n_floats && galley->floats[next].anchor < *end; next++) {
    Text less = *text;
    TkFill with = *fill;
    if (galley->floats[next].floating == TK_FLOATING_TOP && !text->stem->fresh)
      return; /* the head of the column is not free any more */
    if (!take_float (&galley->floats[next], FALSE, &less, &with))
      return;
    guint shorter = end_text (&less, &with);
    if (shorter <= galley->floats[next].anchor || with.broken)
      return;
    *text = less;
    *fill = with;
    *end = shorter;
  }
}

/* Floats that wait since an earlier column go to the head of a fresh one. Whether they stand alone there:
 * what is too tall for any column does, and what belongs before a forced break. */
static gboolean
take_waiting (Text *text, TkFill *fill)
{
  const TkGalley *galley = text->stem->galley;
  const guint next = fill->from.strip;
  gboolean alone = FALSE;

  for (guint i = fill->from.floats;
       i < galley->n_floats && galley->floats[i].anchor < next && text->stem->fresh && !alone; i++) {
    const gboolean first = i == fill->from.floats;
    if (!take_float (&galley->floats[i], first && text->must, text, fill))
      break;
    alone = text->room < 0 || galley->strips[next - 1].break_after >= TK_BREAK_FORCED;
  }
  return alone;
}

/* Rests of notes from before leave a third of the column to the text, where there is some. */
static gint64
take_rests (const TkStem *stem, TkFill *fill)
{
  const guint strip = fill->from.strip;
  const gint64 room = strip < stem->end ? stem->room * 2 / 3 : stem->room;

  return stem->apart ? 0 : take_notes (stem, &fill->to, strip, room, stem->must);
}

void
tk_fill_column (const TkStem *stem, const TkReach *from, TkFill *ret_fill)
{
  Text text = {.stem = stem, .first = from->strip, .room = stem->room};
  TkFill fill = {.from = *from, .to = *from};

  fill.notes = text.fixed = take_rests (stem, &fill);
  text.must = stem->must && fill.notes == 0;
  text.waits = stem->apart || fill.to.noted < from->strip || fill.to.moved < from->floats;
  const gboolean alone = take_waiting (&text, &fill);
  guint end = from->strip;
  if (from->strip < stem->end && !alone) {
    end = end_text (&text, &fill);
    take_floats (&text, &fill, &end);
  }
  fill.to.strip = end;
  fill.room = text.room;
  fill.to.floats = from->floats + fill.n_floats;
  if (!text.waits) {
    TkStem after = *stem;
    after.whole = stem->whole || fill.notes > 0;
    fill.notes += take_notes (&after, &fill.to, end, text.room - fill.notes - fill.body, FALSE);
  }
  *ret_fill = fill;
}
