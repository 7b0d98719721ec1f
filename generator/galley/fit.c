/* Comes in: the boxes of a line or a paragraph. Goes out: by how much they may stand out of the measure, and
 * letters that are set apart or together, so that the spaces need give less. */
#include "line.h"

/* By how much the letters of the text of a box may be set apart or together. */
static TkUnit
find_give (const TkStyle *style, const TkWord *word)
{
  return (TkUnit) ((gint64) tk_words_count_gaps (word) * word->size * style->letter_spacing / 1000);
}

static gboolean
gives (const TkStyle *style)
{
  return style->letter_spacing > 0 && style->align == TK_ALIGN_JUSTIFY;
}

TkHang *
tk_galley_find_hangs (const TkSetter *setter, const TkStyle *style)
{
  TkHang *hangs = style->hanging ? g_new (TkHang, setter->boxes->len) : NULL;

  for (guint i = 0; hangs != NULL && i < setter->boxes->len; i++)
    hangs[i] = tk_galley_find_hang (tk_galley_text_at (setter, i)->word);
  return hangs;
}

TkUnit *
tk_galley_find_gives (const TkSetter *setter, const TkStyle *style)
{
  if (!gives (style) || tk_galley_count_pages (setter, 0, setter->boxes->len) > 0)
    return NULL;
  TkUnit *give = g_new (TkUnit, setter->boxes->len);
  for (guint i = 0; i < setter->boxes->len; i++)
    give[i] = find_give (style, tk_galley_text_at (setter, i)->word);
  return give;
}

/* Sets the letters of a line apart or together by as much of @slack as they give, in steps: each is a further
 * form of the words. The rest is left to the spaces. */
static void
spread_letters (TkSetter *setter, const TkStyle *style, const TkLinePlace *place, gint64 slack)
{
  enum { STEP = 5 }; /* thousandths of the size */
  gint64 give = 0;

  for (guint i = place->from; i < place->to; i++)
    give += find_give (style, tk_galley_text_at (setter, i)->word);
  if (give == 0)
    return;
  int share = (int) (CLAMP (slack, -give, give) * style->letter_spacing / give);
  if (ABS (share) < style->letter_spacing)
    share -= share % STEP;
  for (guint i = place->from; i < place->to && share != 0; i++) {
    TkBoxText *text = tk_galley_text_at (setter, i);
    TkUnit before = text->word->width;
    text->word = tk_words_spread (setter->words, text->word, text->word->size * share / 1000);
    tk_galley_box_at (setter, i)->width += text->word->width - before;
  }
}

void
tk_galley_fit_line (TkSetter *setter, const TkStyle *style, TkLinePlace *place)
{
  if (style->hanging) {
    const TkUnit begin = tk_galley_find_hang (tk_galley_text_at (setter, place->from)->word).begin;
    place->x -= begin;
    place->measure += begin + tk_galley_find_hang (tk_galley_text_at (setter, place->to - 1)->word).end;
  }
  if (gives (style)) {
    gint64 spaces;
    const gint64 slack = place->measure - tk_galley_sum_line (setter, place, &spaces);
    if (!place->last || slack < 0)
      spread_letters (setter, style, place, slack);
  }
}
