/* Comes in: pages with their text. Goes out: the same with page numbers, running lines,
 * watermarks and line numbers. It comes after the last page is full, because only then
 * the number of the last page is known. */
#include "furniture.h"

#include "frame.h"

#include <stdio.h>
#include <string.h>

typedef struct {
  TkArena *arena;
  const TkGalley *galley;
  const TkMaster *master; /* of the document: numbers of lines; */
  const TkMaster *shape;  /* and that of @page: all else */
  TkPage *page;
  guint last;          /* the number of the last page of the same count, */
  guint last_folio;    /* and of the last one of the book */
  TkPagesOn side;      /* of @page in its paper, */
  TkPagesOn book_side; /* and in the document */
  TkUnit left;         /* its margin */
  GArray *placed;      /* TkPlaced */
  GArray *pieces;      /* TkPiece, of the line being made */
  gint64 pen;          /* in that line, */
  gint64 words;        /* and what its words may yet take; below 0: they were cut */
} Furnish;

static void
place (Furnish *furnish, const TkMark *mark, TkUnit x, TkUnit y, TkArtifact kind)
{
  TkPlaced placed = {.marks = mark, .n_marks = 1, .x = x, .y = y, .artifact = TRUE, .kind = kind};

  g_array_append_val (furnish->placed, placed);
}

/* ---- lines ---- */

static void
add_word (Furnish *furnish, const TkWord *word, TkUnit space)
{
  GArray *pieces = furnish->pieces;

  if (space > 0 && pieces->len > 0)
    g_array_index (pieces, TkPiece, pieces->len - 1).space = 1;
  furnish->pen += pieces->len > 0 ? space : 0;
  TkPiece piece = {.word = word, .x = (TkUnit) furnish->pen};
  g_array_append_val (pieces, piece);
  furnish->pen += word->width;
}

static void
add_number (Furnish *furnish, const TkWord *const *digits, guint number, TkUnit space)
{
  char figures[12];
  int n = snprintf (figures, sizeof figures, "%u", number);

  for (int i = 0; i < n; i++)
    add_word (furnish, digits[figures[i] - '0'], i == 0 ? space : 0);
}

/* The pieces so far as the text of a mark, which begins at 0. */
static TkMark *
take_line (Furnish *furnish, TkUnit ascent, guint32 colour)
{
  TkMark *mark = tk_arena_new0 (furnish->arena, TkMark);
  GArray *pieces = furnish->pieces;

  *mark = (TkMark){.kind = TK_MARK_TEXT, .y = ascent, .colour = colour};
  mark->text.pieces = tk_arena_copy (furnish->arena, pieces->data, sizeof (TkPiece) * pieces->len);
  mark->text.n_pieces = pieces->len;
  return mark;
}

static void
begin_line (Furnish *furnish)
{
  g_array_set_size (furnish->pieces, 0);
  furnish->pen = 0;
}

static TkUnit
align (const Furnish *furnish, TkAlign align)
{
  gint64 room = (gint64) furnish->shape->width - furnish->shape->left - furnish->shape->right;

  if (align == TK_ALIGN_RIGHT)
    return (TkUnit) (room - furnish->pen);
  return align == TK_ALIGN_LEFT ? 0 : (TkUnit) ((room - furnish->pen) / 2);
}

static const TkFolioSet *
find_folio (const Furnish *furnish)
{
  for (guint i = 0; i < furnish->galley->n_folios; i++)
    if (furnish->galley->folios[i].style == furnish->shape->folio)
      return &furnish->galley->folios[i];
  return NULL;
}

/* The page number, in the middle of the top margin: NĐ 30/2020/NĐ-CP, appendix I, section I. */
static void
place_folio (Furnish *furnish)
{
  const TkMaster *master = furnish->shape;
  const TkFolioSet *folio = find_folio (furnish);
  guint number = furnish->page->number;

  if (folio == NULL || furnish->page->blank || (number == 1 && !master->folio_on_first))
    return;
  begin_line (furnish);
  add_number (furnish, folio->digits, number, 0);
  TkMark *mark = take_line (furnish, folio->ascent, master->folio->colour);
  mark->x = align (furnish, master->folio->align);
  place (furnish, mark, furnish->left, master->folio_top, TK_ARTIFACT_HEAD);
}

static void
place_watermark (Furnish *furnish)
{
  const TkGalley *galley = furnish->galley;
  const TkPage *page = furnish->page;
  guint i = 0;

  if (furnish->shape->unmarked && !galley->document->draft)
    return;
  while (i < galley->n_watermarks
         && (galley->watermarks[i].side != MIN (page->width, page->height)
             || galley->watermarks[i].paper != page->paper))
    i++;
  if (i < galley->n_watermarks)
    place (furnish, galley->watermarks[i].mark, page->width / 2, page->height / 2, TK_ARTIFACT_WATERMARK);
}

/* ---- running lines ---- */

static const TkHeadline *
find_headline (const TkRunningSet *set, const TkNode *heading)
{
  for (guint i = 0; i < set->n_headlines; i++)
    if (set->headlines[i].heading == heading)
      return &set->headlines[i];
  return NULL;
}

static guint
find_number (const Furnish *furnish, const TkRunningSet *set, TkReferKind field)
{
  if (field == TK_REFER_LAST)
    return set->paper != NULL ? furnish->last : furnish->last_folio;
  return set->paper != NULL ? furnish->page->number : furnish->page->folio;
}

/* What @parts take but for the heading among them. */
static gint64
measure (const Furnish *furnish, const TkRunningSet *set)
{
  gint64 width = 0;

  for (guint i = 0; i < set->n_parts; i++) {
    const TkRunningPart *part = &set->parts[i];
    guint number = find_number (furnish, set, part->field);
    width += part->space;
    if (part->word != NULL)
      width += part->word->width;
    else if (part->field != TK_REFER_HEADING)
      for (; number > 0; number /= 10)
        width += part->digits[number % 10]->width;
  }
  return width;
}

/* The lines of the master of a page, and on one of a paper those of the book that go with it. */
static gboolean
stands_on_page (const Furnish *furnish, const TkRunningSet *set)
{
  const TkNode *paper = furnish->page->paper;
  const TkRunning *where = set->where;

  if (paper != NULL && set->paper == NULL)
    return where->master == paper->bound->running && (where->on & furnish->book_side) != 0;
  return set->paper == paper && where->master == furnish->shape->running && (where->on & furnish->side) != 0;
}

static gboolean
are_level (const TkRunningSet *set, const TkRunningSet *other)
{
  return set->where->foot == other->where->foot && set->where->edge < other->where->edge + other->pitch
         && other->where->edge < set->where->edge + set->pitch;
}

/* What @set may take of @room beside another line on its level, which takes @width. */
static gint64
find_share (const TkRunningSet *set, TkAlign other, gint64 width, gint64 room)
{
  const gint64 left = room - width - set->pitch;

  if (set->where->align == other)
    return room;
  if (other == TK_ALIGN_CENTRE)
    return left / 2;
  return set->where->align == TK_ALIGN_CENTRE ? left - width - set->pitch : left;
}

/* What a line may take of the width of the text beside the others on its level: what they leave, but its
 * equal share at least. One that shows a heading takes all of its share. */
static gint64
find_room (const Furnish *furnish, const TkRunningSet *set)
{
  const TkGalley *galley = furnish->galley;
  const gint64 room = (gint64) furnish->shape->width - furnish->shape->left - furnish->shape->right;
  gint64 least = room;

  for (guint i = 0; i < galley->n_running; i++) {
    const TkRunningSet *other = &galley->running[i];
    if (other == set || !are_level (set, other) || !stands_on_page (furnish, other))
      continue;
    const gboolean centre = set->where->align == TK_ALIGN_CENTRE || other->where->align == TK_ALIGN_CENTRE;
    const gint64 equal = (room - (centre ? 2 : 1) * set->pitch) / (centre ? 3 : 2);
    const gint64 width = other->shows_heading ? equal : MIN (measure (furnish, other), equal);
    least = MIN (least, find_share (set, other->where->align, width, room));
  }
  return least;
}

/* As many of its words as there is room for, and "…" in place of the others. */
static void
add_heading (Furnish *furnish, const TkRunningSet *set, const TkHeadline *headline, TkUnit space)
{
  gint64 room = find_room (furnish, set) - measure (furnish, set), width = 0, whole = 0;

  for (guint i = 0; i < headline->n_parts; i++)
    whole += headline->parts[i].space + headline->parts[i].word->width;
  if (whole > room)
    room -= set->ellipsis->width;
  for (guint i = 0; i < headline->n_parts; i++) {
    const TkRunningPart *part = &headline->parts[i];
    width += part->space + part->word->width;
    if (width > room)
      break;
    add_word (furnish, part->word, i == 0 ? space : part->space);
  }
  if (width > room)
    add_word (furnish, set->ellipsis, 0);
}

/* The words of a line without a heading, those of a title perhaps: all, or as many as there is room for
 * beside its numbers and "…". */
static gint64
find_words_room (const Furnish *furnish, const TkRunningSet *set)
{
  if (set->shows_heading)
    return G_MAXINT64;
  const gint64 whole = measure (furnish, set), room = find_room (furnish, set);
  if (whole <= room)
    return G_MAXINT64;
  gint64 words = 0;
  for (guint i = 0; i < set->n_parts; i++)
    words += set->parts[i].word != NULL ? set->parts[i].space + set->parts[i].word->width : 0;
  return MAX (room - (whole - words) - set->ellipsis->width, 0);
}

static void
add_literal (Furnish *furnish, const TkRunningSet *set, const TkRunningPart *part)
{
  const gint64 width = part->space + part->word->width;

  if (width <= furnish->words) {
    furnish->words -= width;
    add_word (furnish, part->word, part->space);
  } else if (furnish->words >= 0) {
    furnish->words = -1;
    add_word (furnish, set->ellipsis, 0);
  }
}

static void
add_part (Furnish *furnish, const TkRunningSet *set, const TkRunningPart *part, const TkHeadline *headline)
{
  if (part->word != NULL)
    add_literal (furnish, set, part);
  else if (part->field == TK_REFER_HEADING && headline != NULL)
    add_heading (furnish, set, headline, part->space);
  else if (part->field == TK_REFER_FOLIO || part->field == TK_REFER_LAST)
    add_number (furnish, part->digits, find_number (furnish, set, part->field), part->space);
}

/* The heading of a level that @set shows which begins first on the page; else the last one before. The
 * headings of the document are in the order of the pages. */
static const TkHeadline *
choose_headline (const Furnish *furnish, const TkRunningSet *set, const TkHeadline **before)
{
  const TkHeadline *first = NULL;

  for (guint i = 0; i < furnish->page->n_placed; i++) {
    const TkPlaced *placed = &furnish->page->placed[i];
    if (placed->artifact || placed->n_marks == 0 || placed->marks->node == NULL
        || placed->marks->node->kind != TK_NODE_HEADING)
      continue;
    const TkHeadline *found = find_headline (set, placed->marks->node);
    if (found == NULL || found == *before) /* it goes on from the page before */
      continue;
    first = first != NULL ? first : found;
    *before = found;
  }
  return first;
}

/* A paper in a book is what is current on all its pages, where the line shows so deep a level. */
static const TkHeadline *
find_current (const Furnish *furnish, const TkRunningSet *set, const TkHeadline **current)
{
  const TkNode *paper = furnish->page->paper;
  const TkHeadline *last = *current, *first = choose_headline (furnish, set, current);
  const TkHeadline *bound = set->paper == NULL && paper != NULL ? find_headline (set, paper->bound->heading)
                                                                : NULL;

  return bound != NULL ? bound : first != NULL ? first : last;
}

static void
place_running (Furnish *furnish, const TkRunningSet *set, const TkHeadline **current)
{
  const TkRunning *where = set->where;
  const TkHeadline *headline = find_current (furnish, set, current);

  if (!stands_on_page (furnish, set))
    return;
  begin_line (furnish);
  furnish->words = find_words_room (furnish, set);
  for (guint i = 0; i < set->n_parts; i++)
    add_part (furnish, set, &set->parts[i], headline);
  if (furnish->pieces->len == 0)
    return;
  TkMark *mark = take_line (furnish, set->ascent, where->style->colour);
  mark->x = align (furnish, where->align);
  place (furnish, mark, furnish->left,
         where->foot ? furnish->shape->height - where->edge - set->pitch : where->edge,
         where->foot ? TK_ARTIFACT_FOOT : TK_ARTIFACT_HEAD);
}

/* ---- line numbers ---- */

/* Right-aligned before the text, on the baseline of the line. */
static void
place_line_number (Furnish *furnish, guint number, TkUnit baseline)
{
  const TkUnit gap = TK_MM (4);

  begin_line (furnish);
  add_number (furnish, furnish->galley->line_digits, number, 0);
  TkMark *mark = take_line (furnish, 0, furnish->master->line_number_style->colour);
  place (furnish, mark, (TkUnit) (furnish->left - gap - furnish->pen), baseline, TK_ARTIFACT_LINE_NUMBER);
}

static gboolean
is_of_note (const TkNode *node)
{
  while (node != NULL && node->kind != TK_NODE_NOTE)
    node = node->parent;
  return node != NULL;
}

/* The lines of text are the strips that have text in them; side by side they are one. So are those of
 * columns: their numbers are those of the first one, before which they stand. Those of footnotes do not
 * count: what is written into one does not move the numbers of other lines. */
static void
number_lines (Furnish *furnish)
{
  guint number = 0;

  for (guint i = 0; i < furnish->page->n_placed; i++) {
    const TkPlaced *placed = &furnish->page->placed[i];
    const TkMark *mark = placed->marks, *end = mark + placed->n_marks;
    while (mark < end && (mark->kind != TK_MARK_TEXT || mark->node == NULL))
      mark++;
    if (placed->artifact || mark == end || placed->x > furnish->left || is_of_note (mark->node))
      continue;
    number++;
    if (number % (guint) furnish->master->line_numbers == 0)
      place_line_number (furnish, number, placed->y + mark->y);
  }
}

/* ---- pages ---- */

static void
mirror (Furnish *furnish)
{
  TkPage *page = furnish->page;
  TkPlaced *placed = tk_arena_copy (furnish->arena, page->placed, sizeof (TkPlaced) * page->n_placed);

  for (guint i = 0; i < page->n_placed; i++)
    placed[i].x += furnish->left - furnish->shape->left;
  page->placed = placed;
}

/* @number: of the page, in its paper or in the document */
static TkPagesOn
find_side (const TkPage *page, guint index, guint number)
{
  if (page->blank)
    return TK_ON_BLANK;
  if (number == 1)
    return TK_ON_FIRST;
  return index % 2 == 0 ? TK_ON_RIGHT : TK_ON_LEFT;
}

static void
furnish_page (Furnish *furnish, const TkHeadline **current)
{
  TkPage *page = furnish->page;
  const TkGalley *galley = furnish->galley;

  g_array_set_size (furnish->placed, 0);
  place_watermark (furnish);
  tk_pages_frame (furnish->arena, page, &furnish->shape->frame, furnish->placed);
  place_folio (furnish);
  for (guint i = 0; i < galley->n_running; i++)
    place_running (furnish, &galley->running[i], &current[i]);
  if (galley->line_digits != NULL)
    number_lines (furnish);
  if (furnish->placed->len == 0)
    return;
  g_array_append_vals (furnish->placed, page->placed, page->n_placed);
  page->n_placed = furnish->placed->len;
  page->placed = tk_arena_copy (furnish->arena, furnish->placed->data, page->n_placed * sizeof (TkPlaced));
}

/* The number of the last page that is counted together with that of @index. */
static guint
find_last (const TkPage *pages, guint n, guint index)
{
  while (index + 1 < n && pages[index + 1].paper == pages[index].paper
         && pages[index + 1].number > pages[index].number)
    index++;
  return pages[index].number;
}

static guint
find_last_folio (const TkPage *pages, guint n, guint index)
{
  while (index + 1 < n && pages[index + 1].folio > pages[index].folio)
    index++;
  return pages[index].folio;
}

static void
find_lasts (Furnish *furnish, const TkPage *pages, guint n, guint i)
{
  if (i == 0 || pages[i].number <= pages[i - 1].number
      || pages[i].paper != pages[i - 1].paper) /* a new count */
    furnish->last = find_last (pages, n, i);
  if (i == 0 || pages[i].folio <= pages[i - 1].folio)
    furnish->last_folio = find_last_folio (pages, n, i);
}

void
tk_pages_furnish (TkArena *arena, const TkGalley *galley, TkPage *pages, guint n_pages)
{
  g_autofree const TkHeadline **current = g_new0 (const TkHeadline *, galley->n_running + 1);
  Furnish furnish = {.arena = arena, .galley = galley, .master = galley->document->master};

  furnish.placed = g_array_new (FALSE, FALSE, sizeof (TkPlaced));
  furnish.pieces = g_array_new (FALSE, FALSE, sizeof (TkPiece));
  for (guint i = 0; i < n_pages; i++) {
    const TkNode *paper = pages[i].paper;
    gboolean turned = (paper != NULL ? paper->bound->master : furnish.master)->mirrored && i % 2 == 1;
    furnish.page = &pages[i];
    furnish.side = find_side (&pages[i], i, pages[i].number);
    furnish.book_side = find_side (&pages[i], i, pages[i].folio);
    furnish.shape = pages[i].master;
    furnish.left = turned ? furnish.shape->right : furnish.shape->left;
    find_lasts (&furnish, pages, n_pages, i);
    if (turned)
      mirror (&furnish);
    furnish_page (&furnish, current);
  }
  g_array_unref (furnish.placed);
  g_array_unref (furnish.pieces);
}
