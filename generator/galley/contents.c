/* Comes in: a table of contents. Goes out: strips of its entries: the numbers of a level in one column,
 * titles behind them with room for the page at the right, and dots that lead to it. */
#include <stdio.h>

#include "set.h"

/* Titles end before the room of so many figures, and so many em of air. */
enum { FIGURES = 3, AIR = 1 };

enum { LEVELS = 16 };

/* The end of an entry's last line: dots and the pages. */
typedef struct {
  TkFieldLine line; /* first, so that one is the other */
  const TkNode *entry;
  guint n_pages; /* the last runs of @entry */
  const TkWord *const *digits;
  const TkWord *dot, *comma, *dash;
  TkUnit from, to, baseline; /* from the end of the title to the right edge */
  TkUnit left, pitch;        /* of further lines */
  TkUnit gap;                /* before the dots and behind them */
} Leader;

/* "3" or "3–5". */
typedef struct {
  guint first, last;
  guint run; /* of the pages of the entry */
} Span;

/* The dots of all lines stand below each other: they are counted from the right edge. */
static void
add_dots (const Leader *leader, TkUnit to, GArray *marks, TkArena *arena)
{
  const TkUnit step = leader->dot->width + leader->dot->size / 16;
  const TkUnit first = (leader->to - to + leader->gap + leader->dot->width + step - 1) / step;
  const TkUnit last = (leader->to - leader->from - leader->gap) / step;

  if (last < first)
    return;
  const guint n = (guint) (last - first + 1);
  TkPiece *pieces = tk_arena_array (arena, TkPiece, n);
  for (guint i = 0; i < n; i++)
    pieces[i] = (TkPiece){.word = leader->dot, .x = (TkUnit) i * step};
  TkMark mark = {.kind = TK_MARK_TEXT, .x = leader->to - last * step, .y = leader->baseline};
  mark.colour = leader->entry->style->colour;
  mark.text.pieces = pieces;
  mark.text.n_pieces = n;
  g_array_append_val (marks, mark);
}

/* ---- pages ---- */

/* Each page once, in the order of the paper; three or more in a row as "3–5". */
static GArray *
gather_spans (const guint *numbers, guint n)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < n; i++) {
    if (!g_hash_table_add (seen, GUINT_TO_POINTER (numbers[i])))
      continue;
    const Span span = {numbers[i], numbers[i], i};
    Span *before = spans->len > 0 ? &g_array_index (spans, Span, spans->len - 1) : NULL;
    if (before != NULL && before->last + 1 == numbers[i] && before->first < before->last) {
      before->last++;
    } else if (before != NULL && before->last + 1 == numbers[i] && spans->len > 1
               && before[-1].last + 1 == before->first) {
      before[-1].last = numbers[i];
      g_array_set_size (spans, spans->len - 1);
    } else {
      g_array_append_val (spans, span);
    }
  }
  return spans;
}

static guint
add_digits (const Leader *leader, guint number, TkPiece *pieces, TkUnit *x)
{
  char figures[12];
  const int n = snprintf (figures, sizeof figures, "%u", number);

  for (int i = 0; i < n; i++) {
    pieces[i] = (TkPiece){.word = leader->digits[figures[i] - '0'], .x = *x};
    *x += pieces[i].word->width;
  }
  return (guint) n;
}

/* The pieces of @span; @ret_width: theirs. */
static guint
print_span (const Leader *leader, const Span *span, TkPiece *pieces, TkUnit *ret_width)
{
  guint n;

  *ret_width = 0;
  n = add_digits (leader, span->first, pieces, ret_width);
  if (span->last > span->first) {
    pieces[n++] = (TkPiece){.word = leader->dash, .x = *ret_width};
    *ret_width += leader->dash->width;
    n += add_digits (leader, span->last, pieces + n, ret_width);
  }
  return n;
}

static TkUnit
measure_span (const Leader *leader, const Span *span, gboolean last)
{
  TkPiece pieces[32];
  TkUnit width;

  print_span (leader, span, pieces, &width);
  return width + (last ? 0 : leader->comma->width + leader->gap);
}

static TkMark
mark_new (const Leader *leader, TkUnit x, TkUnit y, const TkPiece *pieces, guint n, TkArena *arena)
{
  TkMark mark = {.kind = TK_MARK_TEXT, .x = x, .y = y, .node = leader->entry};

  mark.colour = leader->entry->style->colour;
  mark.text.pieces = tk_arena_copy (arena, pieces, n * sizeof *pieces);
  mark.text.n_pieces = n;
  return mark;
}

/* A link, and the comma behind it. Gives where the next one begins. */
static TkUnit
add_span (const Leader *leader, const Span *span, gboolean last, TkUnit x, TkUnit y, GArray *marks,
          TkArena *arena)
{
  TkPiece pieces[32];
  TkUnit width;
  const guint n = print_span (leader, span, pieces, &width);
  TkMark mark = mark_new (leader, x, y, pieces, n, arena);

  mark.span = &leader->entry->runs[leader->entry->n_runs - leader->n_pages + span->run];
  g_array_append_val (marks, mark);
  if (last)
    return x + width;
  const TkPiece comma = {.word = leader->comma, .space = 1};
  mark = mark_new (leader, x + width, y, &comma, 1, arena);
  g_array_append_val (marks, mark);
  return x + width + leader->comma->width + leader->gap;
}

/* One past the last span from @from on that a line of @room takes; at least one. @ret_width: of them. */
static guint
fill_room (const Leader *leader, const GArray *spans, guint from, TkUnit room, TkUnit *ret_width)
{
  guint i = from;

  for (*ret_width = 0; i < spans->len; i++) {
    const TkUnit width = measure_span (leader, &g_array_index (spans, Span, i), i + 1 == spans->len);
    if (*ret_width + width > room && i > from)
      break;
    *ret_width += width;
  }
  return i;
}

static GArray *
fill_leader (const TkFieldLine *line, const guint *numbers, TkArena *arena)
{
  const Leader *leader = (const Leader *) line;
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  g_autoptr (GArray) spans = gather_spans (numbers, leader->n_pages);
  TkUnit room = leader->to - leader->from - 2 * leader->gap, y = leader->baseline, width;

  for (guint i = 0; i < spans->len; y += leader->pitch) {
    const guint end = fill_room (leader, spans, i, room, &width);
    TkUnit x = leader->to - width + (end < spans->len ? leader->gap : 0); /* the space after the last comma */
    if (i == 0)
      add_dots (leader, x, marks, arena);
    for (; i < end; i++)
      x = add_span (leader, &g_array_index (spans, Span, i), i + 1 == spans->len, x, y, marks, arena);
    room = leader->to - leader->left;
  }
  return marks;
}

/* ---- entries ---- */

/* Where the text so far stands. */
typedef struct {
  GHashTable *of_nodes; /* PLACE to how far down it is, a size */
  guint n_pages;        /* about so many are there: no name stands on more */
} Places;

static TkUnit
find_baseline (const TkStrip *strip)
{
  TkUnit baseline = 0;

  for (guint i = 0; i < strip->n_marks; i++)
    if (strip->marks[i].kind == TK_MARK_TEXT)
      baseline = MAX (baseline, strip->marks[i].y);
  return baseline;
}

static Leader *
leader_new (TkSetter *setter, const TkNode *entry, GError **error)
{
  const TkFont *font = tk_galley_find_font (setter, entry->style, error);
  Leader *leader = tk_arena_new0 (setter->arena, Leader);

  if (font == NULL)
    return NULL;
  *leader = (Leader){
      .line = {fill_leader}, .entry = entry, .n_pages = tk_node_count_pages (entry), .gap = font->space};
  leader->digits = tk_galley_find_digits (setter, font, error);
  if (leader->digits == NULL || (leader->dot = tk_galley_find_word (setter, font, ".", error)) == NULL
      || (leader->comma = tk_galley_find_word (setter, font, ",", error)) == NULL
      || (leader->dash = tk_galley_find_word (setter, font, "–", error)) == NULL)
    return NULL;
  return leader;
}

/* ---- on how many pages a name may stand ---- */

static gint64
find_page_height (const TkSetter *setter)
{
  const TkMaster *master = setter->document->master;

  return MAX (master->height - master->top - master->bottom, 1);
}

static void
take_places (const TkStrip *strip, gint64 y, GHashTable *places)
{
  for (guint i = 0; i < strip->n_marks; i++)
    if (strip->marks[i].kind == TK_MARK_TEXT && strip->marks[i].span != NULL
        && strip->marks[i].span->place != NULL)
      g_hash_table_insert (places, (gpointer) strip->marks[i].span->place, GSIZE_TO_POINTER (y));
}

/* How far down all places stand that an index refers to, from 1 on: as if each page that must end were full.
 */
static GHashTable *
find_places (const TkSetter *setter, const TkStick *stick, gint64 *ret_end)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);
  gint64 y = 1;

  for (guint i = 0; i < stick->strips->len; i++) {
    const TkStrip *strip = &g_array_index (stick->strips, TkStrip, i);
    take_places (strip, y, places);
    for (const TkFootnote *note = strip->footnotes; note != NULL; note = note->next)
      for (guint n = 0; n < note->n_strips; n++)
        take_places (&note->strips[n], y, places);
    y += strip->height + strip->space;
    if (strip->break_after >= TK_BREAK_FORCED)
      y += find_page_height (setter);
  }
  *ret_end = y;
  return places;
}

/* At most: places within half a page stand on two. */
static guint
count_pages (const TkSetter *setter, const TkNode *entry, guint n, const Places *places)
{
  const gint64 near = find_page_height (setter) / 2;
  gint64 first = 0;
  guint count = 0, together = 0;

  for (guint i = entry->n_runs - n; i < entry->n_runs; i++) {
    const gsize at = GPOINTER_TO_SIZE (
        g_hash_table_lookup (places->of_nodes, entry->runs[i].reference->target));
    const gint64 y = (gint64) at;
    if (at > 0 && together > 0 && ABS (y - first) < near) {
      together++;
    } else {
      first = y;
      together = at > 0 ? 1 : 0;
    }
    count += together <= 2;
  }
  return MIN (count, places->n_pages);
}

/* The room of the pages at the right of the last line, and beyond it in lines of their own. Of three pages in
 * a row two are written: "3–5". */
static gboolean
find_room (TkSetter *setter, const TkStick *stick, const Leader *leader, const Places *places,
           TkUnit *ret_room, guint *ret_lines, GError **error)
{
  const TkUnit figure = leader->digits[0]->width, air = AIR * leader->entry->style->size;
  const TkUnit one = (places->n_pages < 100 ? 2 : FIGURES) * figure + leader->comma->width + leader->gap;
  TkUnit widest, narrowest;

  *ret_lines = 0;
  *ret_room = FIGURES * figure + air;
  if (leader->n_pages <= 1)
    return TRUE;
  if (!tk_galley_measure_text (setter, leader->entry, &widest, &narrowest, error))
    return FALSE;
  const TkUnit most = MAX (stick->width / 2, stick->width - widest - air);
  const guint n = count_pages (setter, leader->entry, leader->n_pages, places);
  const gint64 whole = (gint64) MIN (n, places->n_pages * 2 / 3 + 1) * one + air;
  *ret_room = (TkUnit) MIN (whole, most);
  if (whole > most) {
    const TkUnit line = MAX (stick->width - leader->entry->style->left_indent, one);
    *ret_lines = (guint) ((whole - most + line - 1) / line);
  }
  return TRUE;
}

/* Gives the last words of @strip a space, so that they are read apart from the page behind the dots. */
static void
space_words (TkSetter *setter, TkStrip *strip)
{
  TkMark *marks = tk_arena_copy (setter->arena, strip->marks, strip->n_marks * sizeof (TkMark));
  guint last = strip->n_marks;

  while (last > 0 && (marks[last - 1].kind != TK_MARK_TEXT || marks[last - 1].text.n_pieces == 0))
    last--;
  if (last == 0)
    return;
  TkMark *mark = &marks[last - 1];
  TkPiece *pieces = tk_arena_copy (setter->arena, mark->text.pieces, mark->text.n_pieces * sizeof (TkPiece));
  pieces[mark->text.n_pieces - 1].space = 1;
  mark->text.pieces = pieces;
  strip->marks = marks;
}

/* The leader stands at the end of the last strip, below which its further lines find room. */
static void
add_leader (TkSetter *setter, const TkStick *stick, const TkStick *body, guint lines, Leader *leader)
{
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
  const TkStyle *style = leader->entry->style;
  const TkNode **targets = tk_arena_array (setter->arena, const TkNode *, leader->n_pages);

  for (guint i = 0; i < leader->n_pages; i++)
    targets[i] = leader->entry->runs[leader->entry->n_runs - leader->n_pages + i].reference->target;
  space_words (setter, strip);
  leader->from = body->last_x + body->last_width;
  leader->to = stick->x + stick->width - style->right_indent;
  leader->left = body->x + style->left_indent;
  leader->baseline = find_baseline (strip);
  leader->pitch = strip->height;
  strip->height += (TkUnit) lines * leader->pitch;
  tk_galley_add_field (setter, strip, strip->n_marks, &leader->line, targets, leader->n_pages);
}

static gboolean
set_entry (TkSetter *setter, TkStick *stick, const TkNode *entry, TkUnit label, const Places *places,
           GError **error)
{
  Leader *leader = leader_new (setter, entry, error);
  const guint first = stick->strips->len;
  TkStick body = *stick;
  TkUnit room;
  guint lines;

  if (leader == NULL || !find_room (setter, stick, leader, places, &room, &lines, error))
    return FALSE;
  body.x += label;
  body.width -= label + room;
  body.label = entry;
  body.label_x = stick->x + entry->style->left_indent;
  body.outer = NULL;
  if (!tk_galley_set_text (setter, &body, entry, error))
    return FALSE;
  stick->gap = body.gap;
  if (stick->strips->len == first || leader->n_pages == 0)
    return TRUE;
  add_leader (setter, stick, &body, lines, leader);
  for (guint i = first; i + 1 < stick->strips->len; i++) /* a title is not parted from its page */
    g_array_index (stick->strips, TkStrip, i).break_after = TK_BREAK_FORBIDDEN;
  return TRUE;
}

/* The widest number of each level: the titles of a level begin below each other. */
static gboolean
measure_labels (TkSetter *setter, const TkNode *contents, TkUnit widest[LEVELS], GError **error)
{
  for (const TkNode *entry = contents->first; entry != NULL; entry = entry->next) {
    TkUnit width = 0;
    if (entry->kind != TK_NODE_ENTRY)
      continue;
    if (!tk_galley_measure_label (setter, entry, &width, error))
      return FALSE;
    const int level = CLAMP (entry->level, 0, LEVELS - 1);
    widest[level] = MAX (widest[level], width);
  }
  return TRUE;
}

static void
avoid_break (TkStick *stick)
{
  if (stick->strips->len > 0)
    g_array_index (stick->strips, TkStrip, stick->strips->len - 1).break_after = TK_BREAK_AVOIDED;
}

gboolean
tk_galley_set_contents (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  TkUnit widest[LEVELS] = {0};
  gint64 end;

  if (!measure_labels (setter, node, widest, error))
    return FALSE;
  g_autoptr (GHashTable) of_nodes = find_places (setter, stick, &end);
  const Places places = {of_nodes, (guint) (end / find_page_height (setter)) + 2};
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    const TkUnit label = child->label != NULL ? widest[CLAMP (child->level, 0, LEVELS - 1)] : 0;
    const gboolean set = child->kind == TK_NODE_ENTRY
                             ? set_entry (setter, stick, child, label, &places, error)
                             : tk_galley_set_block (setter, stick, child, error);
    if (!set)
      return FALSE;
    if (child->next != NULL && child->next->level > child->level && child->kind == TK_NODE_ENTRY)
      avoid_break (stick); /* what it is a part of stays above it */
  }
  return TRUE;
}
