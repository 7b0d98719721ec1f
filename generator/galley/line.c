/* Comes in: the boxes of a line, and where it stands. Goes out: its marks. Knows nothing of the lines around
 * it. */
#include "line.h"

#include "type.h"

gint64
tk_galley_sum_line (const TkSetter *setter, const TkLinePlace *place, gint64 *ret_spaces)
{
  gint64 natural = 0, spaces = 0;

  for (guint i = place->from; i < place->to; i++) {
    natural += tk_galley_box_at (setter, i)->width;
    spaces += i + 1 < place->to ? tk_galley_box_at (setter, i)->space : 0;
  }
  *ret_spaces = spaces;
  return natural + spaces;
}

gint64
tk_galley_align_line (TkSetter *setter, const TkStyle *style, TkLinePlace *place)
{
  gint64 spaces;
  const gint64 natural = tk_galley_sum_line (setter, place, &spaces);
  const gint64 slack = place->measure - natural;

  if (style->align == TK_ALIGN_JUSTIFY && (!place->last || slack < 0))
    place->extra = spaces > 0 ? slack : 0;
  else if (style->align == TK_ALIGN_CENTRE)
    place->x += (TkUnit) (slack / 2);
  else if (style->align == TK_ALIGN_RIGHT)
    place->x += (TkUnit) slack;
  return natural;
}

void
tk_galley_grow_for_faces (const TkSetter *setter, const TkLinePlace *place, TkUnit *ascent, TkUnit *pitch)
{
  TkUnit below = *pitch - *ascent;

  for (guint i = place->from; i < place->to; i++) {
    const TkBoxText *text = tk_galley_text_at (setter, i);
    TkUnit up, down;
    if (text->word->face == text->font->face)
      continue;
    tk_galley_face_heights (text->word->face, text->word->size, &up, &down);
    *ascent = MAX (*ascent, up);
    below = MAX (below, down);
  }
  *pitch = *ascent + below;
}

static gboolean
same_mark (const TkBoxText *a, const TkBoxText *b)
{
  const TkRunFlags looks = TK_RUN_SUPERSCRIPT | TK_RUN_SUBSCRIPT;

  return a->run == b->run
         || ((a->run->flags & looks) == (b->run->flags & looks) && a->run->href == NULL
             && b->run->href == NULL && a->run->language == NULL && b->run->language == NULL
             && a->run->reference == NULL && b->run->reference == NULL && b->run->place == NULL);
}

/* Underlines from @from to @to, in positions of the strip. */
static void
add_underline (TkSetter *setter, const TkStyle *style, TkUnit from, TkUnit to, TkUnit baseline)
{
  const TkUnit size = tk_galley_scale_size (setter, style->size);
  TkMark mark = {.kind = TK_MARK_RULE, .x = from, .y = baseline + size / 9, .colour = style->colour};

  mark.rule.width = to - from;
  mark.rule.height = size / 18;
  g_array_append_val (setter->rules, mark);
}

static gboolean
is_underlined (const TkNode *node, const TkRun *run)
{
  return node->style->underline != !!(run->flags & TK_RUN_UNDERLINE);
}

static void
begin_mark (const TkSetter *setter, GArray *marks, const TkNode *node, const TkRun *run, TkUnit x,
            TkUnit baseline, TkPiece *pieces)
{
  TkMark mark = {.kind = TK_MARK_TEXT,
                 .x = x,
                 .y = baseline - tk_galley_find_rise (setter, node->style, run->flags),
                 .node = node};

  mark.span = run->href != NULL || run->language != NULL || run->reference != NULL || run->place != NULL
                  ? run
                  : NULL;
  mark.colour = node->style->colour;
  mark.text.pieces = pieces;
  g_array_append_val (marks, mark);
}

/* Marks of one line. Positions are summed in 64 bits and shared out from the
 * left edge, so that the right edge is met exactly. */
void
tk_galley_place_line (TkSetter *setter, const TkNode *node, const TkLinePlace *line, GArray *marks)
{
  TkPiece *pieces = tk_arena_array (setter->arena, TkPiece, line->to - line->from);
  gint64 spaces, spaces_before = 0, pen = 0;
  TkUnit underlined_from = -1, end = 0;

  g_array_set_size (setter->rules, 0);
  tk_galley_sum_line (setter, line, &spaces);
  for (guint i = line->from; i < line->to; i++) {
    const TkBox *box = tk_galley_box_at (setter, i);
    const TkBoxText *text = tk_galley_text_at (setter, i);
    TkUnit x = line->x + (TkUnit) (pen + (spaces > 0 ? line->extra * spaces_before / spaces : 0));

    if (i == line->from || !same_mark (tk_galley_text_at (setter, i - 1), text))
      begin_mark (setter, marks, node, text->run, x, line->baseline, pieces + (i - line->from));
    TkMark *mark = &g_array_index (marks, TkMark, marks->len - 1);
    pieces[i - line->from] = (TkPiece){.word = text->word, .x = x - mark->x, .space = box->space > 0};
    mark->text.n_pieces++;

    gboolean underlined = is_underlined (node, text->run);
    if (underlined && underlined_from < 0) {
      underlined_from = x;
    } else if (!underlined && underlined_from >= 0) {
      add_underline (setter, node->style, underlined_from, end, line->baseline);
      underlined_from = -1;
    }
    end = x + box->width;
    pen += box->width + box->space;
    spaces_before += box->space;
  }
  if (underlined_from >= 0)
    add_underline (setter, node->style, underlined_from, end, line->baseline);
  g_array_append_vals (marks, setter->rules->data, setter->rules->len);
}
