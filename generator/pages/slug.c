/* Comes in: a side of a sheet, and words that the galley has set. Goes out: the line that says which side it
 * is. What is needed to gather the sheets comes first, the title is cut where there is no room. */
#include <stdio.h>

#include "impose.h"

typedef struct {
  const TkSlugSet *set;
  GArray *pieces; /* TkPiece */
  gint64 pen, room;
  gboolean full;
} Slug;

static const TkSlugSet *
find_set (const TkImposition *imposition)
{
  return imposition->pages->galley != NULL ? imposition->pages->galley->slug : NULL;
}

static void
add_word (Slug *slug, const TkWord *word, TkUnit space)
{
  TkPiece piece = {.word = word};

  if (slug->pieces->len == 0)
    space = 0;
  slug->full = slug->full || slug->pen + space + word->width > slug->room;
  if (slug->full)
    return;
  if (space > 0)
    g_array_index (slug->pieces, TkPiece, slug->pieces->len - 1).space = 1;
  piece.x = (TkUnit) (slug->pen + space);
  g_array_append_val (slug->pieces, piece);
  slug->pen = piece.x + word->width;
}

static void
add_phrase (Slug *slug, TkSlugPhrase phrase, TkUnit space)
{
  const TkRunningPart *part = slug->set->phrases[phrase].parts;
  const TkRunningPart *end = part + slug->set->phrases[phrase].n_parts;

  for (TkUnit before = space; part < end; part++, before = part < end ? part->space : 0)
    add_word (slug, part->word, before);
}

static void
add_number (Slug *slug, guint number, TkUnit space)
{
  char figures[12];
  const int n = snprintf (figures, sizeof figures, "%u", number);

  for (int i = 0; i < n; i++)
    add_word (slug, slug->set->digits[figures[i] - '0'], i == 0 ? space : 0);
}

static gint64
measure (const TkSlugSet *set, TkSlugPhrase phrase)
{
  gint64 width = 0;

  for (guint i = 0; i < set->phrases[phrase].n_parts; i++)
    width += set->phrases[phrase].parts[i].word->width + (i > 0 ? set->phrases[phrase].parts[i].space : 0);
  return width;
}

/* Whether a point and @width more fit. */
static gboolean
has_room (const Slug *slug, gint64 width)
{
  return slug->pen + measure (slug->set, TK_SLUG_POINT) + 2 * slug->set->space + width <= slug->room;
}

/* A phrase after a point, or neither. */
static void
add_item (Slug *slug, TkSlugPhrase phrase)
{
  slug->full = slug->full || !has_room (slug, measure (slug->set, phrase));
  if (slug->full)
    return;
  add_phrase (slug, TK_SLUG_POINT, slug->set->space);
  add_phrase (slug, phrase, slug->set->space);
}

/* As many of its words as there is room for, one at least. */
static void
add_title (Slug *slug)
{
  const TkSlugSet *set = slug->set;
  const gint64 room = slug->room, ellipsis = measure (set, TK_SLUG_ELLIPSIS);

  if (set->phrases[TK_SLUG_TITLE].n_parts == 0
      || !has_room (slug, set->phrases[TK_SLUG_TITLE].parts[0].word->width + ellipsis))
    return;
  if (!has_room (slug, measure (set, TK_SLUG_TITLE)))
    slug->room -= ellipsis;
  add_phrase (slug, TK_SLUG_POINT, set->space);
  add_phrase (slug, TK_SLUG_TITLE, set->space);
  if (slug->room == room)
    return;
  slug->full = FALSE;
  slug->room = room;
  add_phrase (slug, TK_SLUG_ELLIPSIS, 0);
}

static void
take_line (const TkImposition *imposition, const Slug *slug, TkMark *ret_mark)
{
  *ret_mark = (TkMark){.kind = TK_MARK_TEXT};
  ret_mark->text.pieces = tk_arena_copy_array (imposition->arena, slug->pieces);
  ret_mark->text.n_pieces = slug->pieces->len;
}

gboolean
tk_press_write_slug (const TkImposition *imposition, const TkSheetSide *side, TkUnit room, TkMark *ret_mark)
{
  const TkPressScheme scheme = imposition->wish->scheme;
  Slug slug = {.set = find_set (imposition), .room = room};

  if (slug.set == NULL)
    return FALSE;
  slug.pieces = g_array_new (FALSE, TRUE, sizeof (TkPiece));
  if (side->proof) {
    add_phrase (&slug, TK_SLUG_PROOF, 0);
  } else {
    add_phrase (&slug, TK_SLUG_SHEET, 0);
    add_number (&slug, side->sheet + 1, slug.set->space);
    add_phrase (&slug, TK_SLUG_STROKE, 0);
    add_number (&slug, imposition->n_sheets, 0);
    if (scheme != TK_PRESS_NONE)
      add_item (&slug, side->back ? TK_SLUG_BACK : TK_SLUG_FRONT);
  }
  add_item (&slug, TK_SLUG_NONE + scheme);
  add_item (&slug, TK_SLUG_DATE);
  if (!slug.full)
    add_title (&slug);
  take_line (imposition, &slug, ret_mark);
  g_array_unref (slug.pieces);
  return ret_mark->text.n_pieces > 0;
}

gboolean
tk_press_write_number (const TkImposition *imposition, guint number, TkMark *ret_mark, TkUnit *ret_width)
{
  Slug slug = {.set = find_set (imposition), .room = G_MAXINT32};

  if (slug.set == NULL)
    return FALSE;
  slug.pieces = g_array_new (FALSE, TRUE, sizeof (TkPiece));
  add_number (&slug, number, 0);
  take_line (imposition, &slug, ret_mark);
  *ret_width = (TkUnit) slug.pen;
  g_array_unref (slug.pieces);
  return TRUE;
}
