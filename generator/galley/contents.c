/* Comes in: a table of contents. Goes out: strips of its entries: the numbers of a level in one column,
 * titles behind them with room for the page at the right, and dots that lead to it. */
#include <stdio.h>

#include "set.h"

/* Titles end before the room of so many figures, and so many em of air. */
enum { FIGURES = 3, AIR = 1 };

enum { LEVELS = 16 };

/* The end of an entry's last line: dots and the number. */
typedef struct {
  TkFieldLine line; /* first, so that one is the other */
  const TkNode *entry;
  const TkWord *const *digits;
  const TkWord *dot;
  TkUnit from, to, baseline; /* from the end of the title to the right edge */
  TkUnit gap;                /* before the dots and behind them */
} Leader;

static const TkRun *
find_page (const TkNode *entry)
{
  return &entry->runs[entry->n_runs - 1];
}

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

static GArray *
fill_leader (const TkFieldLine *line, const guint *numbers, TkArena *arena)
{
  const Leader *leader = (const Leader *) line;
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  char figures[12];
  const int n = snprintf (figures, sizeof figures, "%u", numbers[0]);
  TkPiece *pieces = tk_arena_array (arena, TkPiece, (gsize) n);
  TkUnit width = 0;

  for (int i = 0; i < n; i++) {
    pieces[i] = (TkPiece){.word = leader->digits[figures[i] - '0'], .x = width};
    width += pieces[i].word->width;
  }
  add_dots (leader, leader->to - width, marks, arena);
  TkMark mark = {.kind = TK_MARK_TEXT, .x = leader->to - width, .y = leader->baseline, .node = leader->entry};
  mark.span = find_page (leader->entry);
  mark.colour = leader->entry->style->colour;
  mark.text.pieces = pieces;
  mark.text.n_pieces = (guint) n;
  g_array_append_val (marks, mark);
  return marks;
}

/* ---- entries ---- */

static TkUnit
find_baseline (const TkStrip *strip)
{
  TkUnit baseline = 0;

  for (guint i = 0; i < strip->n_marks; i++)
    if (strip->marks[i].kind == TK_MARK_TEXT)
      baseline = MAX (baseline, strip->marks[i].y);
  return baseline;
}

static gboolean
set_entry (TkSetter *setter, TkStick *stick, const TkNode *entry, TkUnit label, GError **error)
{
  const TkStyle *style = entry->style;
  const TkFont *font = tk_galley_find_font (setter, style, error);
  const TkOrigin nowhere = {0};
  Leader *leader = tk_arena_new0 (setter->arena, Leader);
  const guint first = stick->strips->len;
  TkStick body = *stick;

  if (font == NULL)
    return FALSE;
  const TkToken *dot = tk_words_find (setter->words, font, ".", 1, &nowhere, error);
  *leader = (Leader){.line = {fill_leader}, .entry = entry, .gap = font->space};
  leader->digits = tk_galley_find_digits (setter, font, error);
  if (dot == NULL || leader->digits == NULL)
    return FALSE;
  leader->dot = dot->word;
  body.x += label;
  body.width -= label + FIGURES * leader->digits[0]->width + AIR * style->size;
  body.label = entry;
  body.label_x = stick->x + style->left_indent;
  body.outer = NULL;
  if (!tk_galley_set_text (setter, &body, entry, error))
    return FALSE;
  stick->gap = body.gap;
  if (stick->strips->len == first)
    return TRUE;
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
  leader->from = body.last_x + body.last_width;
  leader->to = stick->x + stick->width - style->right_indent;
  leader->baseline = find_baseline (strip);
  tk_galley_add_field (setter, strip, strip->n_marks, &leader->line, &find_page (entry)->reference->target,
                       1);
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

  if (!measure_labels (setter, node, widest, error))
    return FALSE;
  for (const TkNode *child = node->first; child != NULL; child = child->next) {
    const TkUnit label = child->label != NULL ? widest[CLAMP (child->level, 0, LEVELS - 1)] : 0;
    const gboolean set = child->kind == TK_NODE_ENTRY ? set_entry (setter, stick, child, label, error)
                                                      : tk_galley_set_block (setter, stick, child, error);
    if (!set)
      return FALSE;
    if (child->next != NULL && child->next->level > child->level && child->kind == TK_NODE_ENTRY)
      avoid_break (stick); /* what it is a part of stays above it */
  }
  return TRUE;
}
