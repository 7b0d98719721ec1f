/* Comes in: the runs of a heading or paragraph and a measure. Goes out: a strip
 * a line. Knows nothing of pages but which lines want to stay together. */
#include <glib/gi18n.h>
#include <string.h>

#include "error.h"
#include "set.h"
#include "traits.h"

/* Superscripts and subscripts, as parts of the size around them. */
#define SMALL 0.66
#define RAISED 0.36
#define LOWERED 0.14

/* A picture along more lines has them all to itself. */
enum { MOST_NARROW = 100 };

typedef struct {
  const TkWord *word;
  const TkRun *run;
  const TkFont *font;
  const TkWord *const *digits; /* the number of a page stands here, as wide as two figures; else NULL */
} BoxText;

GArray *
tk_galley_texts_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (BoxText));
}

/* State of gathering boxes. */
typedef struct {
  TkSetter *setter;
  const TkNode *node;
  const TkRun *runs; /* of @node, as many as it has; without its drop capital */
  TkUnit measure;    /* words longer than this are split; 0: none are */
  guint segment;     /* first box since the last forced break */
  guint tokens;      /* in this segment */
  guint last_token;  /* first box of the last token */
  guint traits;      /* of the last token, */
  guint earlier;     /* and of the one before it */
  gboolean in_name;
} Gather;

static TkBox *
box_at (TkSetter *setter, guint i)
{
  return &g_array_index (setter->boxes, TkBox, i);
}

static BoxText *
text_at (TkSetter *setter, guint i)
{
  return &g_array_index (setter->texts, BoxText, i);
}

/* Tables that are too wide have smaller type. */
static TkUnit
scale_size (const TkSetter *setter, TkUnit size)
{
  return setter->scale == 0 || setter->scale == 1000 ? size : (TkUnit) ((gint64) size * setter->scale / 1000);
}

static const TkFont *
find_font (TkSetter *setter, const TkStyle *style, TkRunFlags flags, GError **error)
{
  gboolean small = flags & (TK_RUN_SUPERSCRIPT | TK_RUN_SUBSCRIPT);
  TkUnit size = scale_size (setter, small ? (TkUnit) (style->size * SMALL) : style->size);

  const TkFont *font = tk_fonts_find (setter->fonts, style->name, style->family, size,
                                      style->bold != !!(flags & TK_RUN_BOLD),
                                      style->italic != !!(flags & TK_RUN_ITALIC), error);
  if (font != NULL && (style->small_capitals || style->figures != NULL))
    return tk_galley_find_features (setter, style, font);
  return font;
}

/* ---- from runs to boxes ---- */

static gboolean
is_tied (Gather *gather, guint traits)
{
  gboolean range = (gather->traits & TK_TRAIT_DASH)
                   && (gather->earlier & (TK_TRAIT_ENDS_NUMBER | TK_TRAIT_ROMAN));
  guint before = gather->traits;

  if (gather->earlier & TK_TRAIT_COUNTED) /* the 26 of "ngày 26" counts nothing that follows it */
    before &= ~(guint) TK_TRAIT_NUMBER;
  gboolean tied = tk_galley_tied (before, traits, gather->in_name || range);
  gather->in_name = tied && (traits & TK_TRAIT_CAPITAL) && !(traits & TK_TRAIT_STOPPED)
                    && (gather->in_name || (gather->traits & (TK_TRAIT_ABBREVIATION | TK_TRAIT_HONORIFIC)));
  return tied;
}

static void
add_words (Gather *gather, const TkToken *token, const TkRun *run, const TkFont *font)
{
  for (guint i = 0; i < token->n_words; i++) {
    TkBox box = {.width = token->words[i]->width,
                 .penalty = token->breaks ? TK_PENALTY_NONE : TK_PENALTY_NEVER};
    BoxText text = {token->words[i], run, font};
    g_array_append_val (gather->setter->boxes, box);
    g_array_append_val (gather->setter->texts, text);
  }
}

static gboolean
add_long_token (Gather *gather, const char *from, gsize length, const TkRun *run, const TkFont *font,
                GError **error)
{
  gboolean anywhere = FALSE;
  g_autoptr (GPtrArray) parts = tk_words_split (gather->setter->words, font, from, length, gather->measure,
                                                &run->origin, &anywhere, error);

  if (parts == NULL)
    return FALSE;
  for (guint i = 0; i < parts->len; i++) {
    add_words (gather, g_ptr_array_index (parts, i), run, font);
    box_at (gather->setter, gather->setter->boxes->len - 1)->penalty = TK_PENALTY_NONE;
  }
  if (anywhere) {
    g_autofree char *place = tk_origin_print (run->origin);
    g_autofree char *begin = g_utf8_substring (from, 0, MIN (24, g_utf8_strlen (from, (gssize) length)));
    gather->setter->n_broken++;
    tk_notes_add (gather->setter->notes,
                  _ ("%s: the word “%s…” is longer than its line and was broken between letters"), place,
                  begin);
  }
  return TRUE;
}

static gboolean
is_justified (const Gather *gather)
{
  return gather->node->style->align == TK_ALIGN_JUSTIFY;
}

/* What the rules of ties say of the break before a word; a change of style within a word (the full stop
 * after a bold name) begins none. */
static void
tie (Gather *gather, guint traits)
{
  TkSetter *setter = gather->setter;
  guint n = setter->boxes->len;
  TkBox *before = n > gather->segment ? box_at (setter, n - 1) : NULL;

  if (before != NULL && before->space == 0 && before->penalty == TK_PENALTY_NEVER)
    return;
  if (before != NULL) {
    gboolean tied = is_tied (gather, traits);
    gboolean name = (gather->traits & traits & TK_TRAIT_CAPITAL) && !(gather->traits & TK_TRAIT_STOPPED);
    if (before->penalty == TK_PENALTY_NONE && tied)
      before->penalty = is_justified (gather) ? TK_PENALTY_TIED_JUSTIFIED : TK_PENALTY_TIED;
    else if (before->penalty == TK_PENALTY_NONE && name)
      before->penalty = TK_PENALTY_NAME;
  }
  gather->last_token = n;
  gather->tokens++;
}

static gboolean
add_token (Gather *gather, const char *from, gsize length, const TkRun *run, const TkFont *font,
           GError **error)
{
  const TkToken *token = tk_words_find (gather->setter->words, font, from, length, &run->origin, error);

  if (token == NULL)
    return FALSE;
  tie (gather, token->traits);
  gather->earlier = gather->traits;
  gather->traits = token->traits;
  if (gather->measure > 0 && token->width > gather->measure && !token->breaks)
    return add_long_token (gather, from, length, run, font, error);
  add_words (gather, token, run, font);
  return TRUE;
}

/* Bytes of the space at @p, 0 for none. @ret_tied: no line may break there. */
static gsize
find_space (const char *p, gboolean *ret_tied)
{
  *ret_tied = FALSE;
  if (*p == ' ' || *p == '\t' || *p == '\n')
    return 1;
  *ret_tied = TRUE;
  if ((guint8) p[0] == 0xC2 && (guint8) p[1] == 0xA0)
    return 2; /* U+00A0 */
  if ((guint8) p[0] == 0xE2 && (guint8) p[1] == 0x80 && (guint8) p[2] == 0xAF)
    return 3; /* U+202F */
  return 0;
}

static void
add_space (Gather *gather, const TkFont *font, gboolean tied)
{
  if (gather->setter->boxes->len == gather->segment)
    return; /* a line does not begin with one */
  TkBox *before = box_at (gather->setter, gather->setter->boxes->len - 1);
  before->space = MAX (before->space, font->space);
  if (!tied)
    before->penalty = TK_PENALTY_NONE;
}

/* Room for the number of a page; that of an entry stands at the edge: contents.c. */
static gboolean
add_page (Gather *gather, const TkRun *run, const TkFont *font, GError **error)
{
  if (gather->node->kind == TK_NODE_ENTRY)
    return TRUE;
  gather->traits |= TK_TRAIT_COUNTED; /* "trang 12" stays together */
  if (!add_token (gather, "00", 2, run, font, error))
    return FALSE;
  BoxText *text = text_at (gather->setter, gather->setter->texts->len - 1);
  text->digits = tk_galley_find_digits (gather->setter, font, error);
  return text->digits != NULL;
}

static gboolean
add_run (Gather *gather, const TkRun *run, GError **error)
{
  const TkFont *font = find_font (gather->setter, gather->node->style, run->flags, error);
  const char *p = run->text;

  if (font == NULL)
    return FALSE;
  if (run->reference != NULL && run->reference->kind == TK_REFER_PAGE)
    return add_page (gather, run, font, error);
  while (*p != '\0') {
    gboolean tied;
    gsize space = find_space (p, &tied);
    if (space > 0) {
      add_space (gather, font, tied);
      p += space;
      continue;
    }
    const char *from = p;
    while (*p != '\0' && find_space (p, &tied) == 0)
      p++;
    if (!add_token (gather, from, (gsize) (p - from), run, font, error))
      return FALSE;
  }
  return TRUE;
}

static void
end_segment (Gather *gather)
{
  TkSetter *setter = gather->setter;

  /* one syllable alone on the last line looks forgotten */
  if (gather->tokens > 3 && gather->last_token > gather->segment) {
    TkBox *before = box_at (setter, gather->last_token - 1);
    gint32 penalty = is_justified (gather) ? TK_PENALTY_LAST_JUSTIFIED : TK_PENALTY_TIED;
    before->penalty = MAX (before->penalty, penalty);
  }
  if (setter->boxes->len > gather->segment)
    box_at (setter, setter->boxes->len - 1)->space = 0;
  gather->segment = setter->boxes->len;
  gather->tokens = gather->traits = gather->earlier = 0;
  gather->in_name = FALSE;
}

/* Boxes of the runs from @first up to the next forced break; @ret_next: the run after it. */
static gboolean
gather_segment (Gather *gather, guint first, guint *ret_next, GError **error)
{
  guint i = first;

  g_array_set_size (gather->setter->boxes, 0);
  g_array_set_size (gather->setter->texts, 0);
  gather->segment = gather->last_token = 0;
  for (; i < gather->node->n_runs; i++) {
    const TkRun *run = &gather->runs[i];
    if (run->flags & TK_RUN_BREAK)
      break;
    if (!add_run (gather, run, error))
      return FALSE;
  }
  end_segment (gather);
  /* a forced break parts words as a space does: for whoever reads the text without the lines */
  guint n = gather->setter->boxes->len;
  if (i < gather->node->n_runs && n > 0)
    box_at (gather->setter, n - 1)->space = text_at (gather->setter, n - 1)->font->space;
  *ret_next = i + 1;
  return TRUE;
}

/* ---- from boxes to marks ---- */

typedef struct {
  TkUnit x, baseline;
  guint from, to; /* boxes */
  gint64 extra;   /* to be shared out among the spaces */
} LinePlace;

static gboolean
same_mark (const BoxText *a, const BoxText *b)
{
  const TkRunFlags looks = TK_RUN_SUPERSCRIPT | TK_RUN_SUBSCRIPT;

  return a->run == b->run
         || ((a->run->flags & looks) == (b->run->flags & looks) && a->run->href == NULL
             && b->run->href == NULL && a->run->language == NULL && b->run->language == NULL
             && a->run->reference == NULL && b->run->reference == NULL && b->run->place == NULL);
}

static TkUnit
find_rise (const TkSetter *setter, const TkStyle *style, TkRunFlags flags)
{
  const TkUnit size = scale_size (setter, style->size);

  if (flags & TK_RUN_SUPERSCRIPT)
    return (TkUnit) (size * RAISED);
  return flags & TK_RUN_SUBSCRIPT ? (TkUnit) (-size * LOWERED) : 0;
}

/* Underlines from @from to @to, in positions of the strip. */
static void
add_underline (TkSetter *setter, const TkStyle *style, TkUnit from, TkUnit to, TkUnit baseline)
{
  const TkUnit size = scale_size (setter, style->size);
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
                 .y = baseline - find_rise (setter, node->style, run->flags),
                 .node = node};

  mark.span = run->href != NULL || run->language != NULL || run->reference != NULL || run->place != NULL
                  ? run
                  : NULL;
  mark.colour = node->style->colour;
  mark.text.pieces = pieces;
  g_array_append_val (marks, mark);
}

/* The notes whose marks stand on the strip added last. */
static void
gather_notes (TkSetter *setter, const TkStick *stick, guint from, guint to)
{
  for (guint i = from; i < to; i++) {
    const TkReference *reference = text_at (setter, i)->run->reference;
    if (reference == NULL || reference->kind != TK_REFER_NOTE
        || (i > from && text_at (setter, i - 1)->run == text_at (setter, i)->run))
      continue;
    if (!g_hash_table_add (setter->notes_set, (gpointer) reference->target))
      continue; /* its mark stands twice */
    TkNoted noted = {.strip = stick->strips->len - 1, .note = reference->target};
    g_array_append_val (setter->noted, noted);
  }
}

/* Marks of one line. Positions are summed in 64 bits and shared out from the
 * left edge, so that the right edge is met exactly. */
static void
place_line (TkSetter *setter, const TkNode *node, const LinePlace *line, GArray *marks)
{
  TkPiece *pieces = tk_arena_array (setter->arena, TkPiece, line->to - line->from);
  gint64 spaces = 0, spaces_before = 0, pen = 0;
  TkUnit underlined_from = -1, end = 0;

  g_array_set_size (setter->rules, 0);
  for (guint i = line->from; i + 1 < line->to; i++)
    spaces += box_at (setter, i)->space;
  for (guint i = line->from; i < line->to; i++) {
    const TkBox *box = box_at (setter, i);
    const BoxText *text = text_at (setter, i);
    TkUnit x = line->x + (TkUnit) (pen + (spaces > 0 ? line->extra * spaces_before / spaces : 0));

    if (i == line->from || !same_mark (text_at (setter, i - 1), text))
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

/* ---- lines ---- */

static void
face_heights (const TkFace *face, TkUnit size, TkUnit *ret_ascent, TkUnit *ret_descent)
{
  gint64 ascent = MAX (face->ascent, face->ink_top), descent = MAX (-face->descent, -face->ink_bottom);

  *ret_ascent = (TkUnit) (ascent * size / face->units_per_em);
  *ret_descent = (TkUnit) (descent * size / face->units_per_em);
}

gboolean
tk_galley_line_height (TkSetter *setter, const TkStyle *style, TkUnit *ret_ascent, TkUnit *ret_pitch,
                       GError **error)
{
  const TkFont *font = find_font (setter, style, 0, error);
  TkUnit ascent, descent;

  if (font == NULL)
    return FALSE;
  const TkFace *face = font->face;
  const TkUnit size = scale_size (setter, style->size);
  gint64 natural = (gint64) (face->ascent - face->descent + face->line_gap) * size / face->units_per_em;
  face_heights (face, size, &ascent, &descent);
  *ret_ascent = ascent;
  *ret_pitch = (TkUnit) MAX (natural * style->leading / 1000, (gint64) ascent + descent);
  return TRUE;
}

/* Faces other than the style's (Chinese names) may stand higher and deeper. */
static void
grow_for_faces (TkSetter *setter, guint from, guint to, TkUnit *ascent, TkUnit *pitch)
{
  TkUnit below = *pitch - *ascent;

  for (guint i = from; i < to; i++) {
    const BoxText *text = text_at (setter, i);
    TkUnit up, down;
    if (text->word->face == text->font->face)
      continue;
    face_heights (text->word->face, text->word->size, &up, &down);
    *ascent = MAX (*ascent, up);
    below = MAX (below, down);
  }
  *pitch = *ascent + below;
}

static void
note_loose_line (TkSetter *setter, const TkLine *line, guint from)
{
  enum { LOOSE = 6 }; /* spaces four times as wide as they should be */

  if (line->ratio < LOOSE)
    return;
  const BoxText *first = text_at (setter, from);
  g_autofree char *place = tk_origin_print (first->run->origin);
  tk_notes_add (setter->notes,
                _ ("%s: the line that begins with “%s” is very loose; a wider column or other words help"),
                place, first->word->text);
}

/* Where the line stands within @measure from @x; gives its natural width. */
static gint64
find_place (TkSetter *setter, const TkStyle *style, TkUnit measure, gboolean last, LinePlace *place)
{
  gint64 natural = 0, spaces = 0;

  for (guint i = place->from; i < place->to; i++) {
    natural += box_at (setter, i)->width;
    spaces += i + 1 < place->to ? box_at (setter, i)->space : 0;
  }
  natural += spaces;
  gint64 slack = measure - natural;
  if (style->align == TK_ALIGN_JUSTIFY && (!last || slack < 0))
    place->extra = spaces > 0 ? slack : 0;
  else if (style->align == TK_ALIGN_CENTRE)
    place->x += (TkUnit) (slack / 2);
  else if (style->align == TK_ALIGN_RIGHT)
    place->x += (TkUnit) slack;
  return natural;
}

/* ---- lines with numbers of pages ---- */

/* A line that is placed again when its numbers are known: same words, other spaces. */
typedef struct {
  TkFieldLine line; /* first, so that one is the other */
  const TkNode *node;
  TkUnit x, baseline, measure;
  gboolean last;
  const TkBox *boxes;
  const BoxText *texts;
  guint n;
} PageLine;

static void
add_number (TkSetter *setter, const TkBox *box, const BoxText *text, guint number)
{
  g_autofree char *figures = g_strdup_printf ("%u", number);

  for (const char *at = figures; *at != '\0'; at++) {
    BoxText digit = *text;
    digit.word = text->digits[*at - '0'];
    TkBox own = {.width = digit.word->width, .space = at[1] == '\0' ? box->space : 0};
    g_array_append_val (setter->boxes, own);
    g_array_append_val (setter->texts, digit);
  }
}

static GArray *
fill_line (const TkFieldLine *line, const guint *numbers, TkArena *arena)
{
  const PageLine *page = (const PageLine *) line;
  GArray *marks = g_array_new (FALSE, TRUE, sizeof (TkMark));
  TkSetter setter = {
      .arena = arena,
      .boxes = g_array_new (FALSE, FALSE, sizeof (TkBox)),
      .texts = tk_galley_texts_new (),
      .rules = g_array_new (FALSE, TRUE, sizeof (TkMark)),
  };
  guint n = 0;

  for (guint i = 0; i < page->n; i++) {
    if (page->texts[i].digits != NULL) {
      add_number (&setter, &page->boxes[i], &page->texts[i], numbers[n++]);
      continue;
    }
    g_array_append_val (setter.boxes, page->boxes[i]);
    g_array_append_val (setter.texts, page->texts[i]);
  }
  LinePlace place = {.x = page->x, .baseline = page->baseline, .to = setter.boxes->len};
  find_place (&setter, page->node->style, page->measure, page->last, &place);
  place_line (&setter, page->node, &place, marks);
  g_array_unref (setter.boxes);
  g_array_unref (setter.texts);
  g_array_unref (setter.rules);
  return marks;
}

static guint
count_pages (TkSetter *setter, guint from, guint to)
{
  guint n = 0;

  for (guint i = from; i < to; i++)
    n += text_at (setter, i)->digits != NULL;
  return n;
}

/* The line as a field of @strip. */
static void
keep_line (TkSetter *setter, const TkNode *node, const LinePlace *place, TkUnit measure, gboolean last,
           guint n_pages, guint before, TkStrip *strip)
{
  PageLine *page = tk_arena_new0 (setter->arena, PageLine);
  const TkNode **targets = tk_arena_array (setter->arena, const TkNode *, n_pages);
  guint n = 0;

  *page = (PageLine){.line = {fill_line}, .node = node, .x = place->x, .baseline = place->baseline};
  page->measure = measure;
  page->last = last;
  page->n = place->to - place->from;
  page->boxes = tk_arena_copy (setter->arena, box_at (setter, place->from), page->n * sizeof (TkBox));
  page->texts = tk_arena_copy (setter->arena, text_at (setter, place->from), page->n * sizeof (BoxText));
  for (guint i = 0; i < page->n; i++)
    if (page->texts[i].digits != NULL)
      targets[n++] = page->texts[i].run->reference->target;
  tk_galley_add_field (setter, strip, before, &page->line, targets, n);
}

typedef struct {
  TkStick *stick;
  const TkNode *node;
  TkUnit ascent, pitch; /* of the style */
  guint first_strip;    /* of this block */
  TkDrop drop;
  int beside; /* lines beside a picture */
} Block;

/* What a line has less than the width of the stick. */
static void
find_insets (const Block *block, guint line, TkUnit *ret_left, TkUnit *ret_right)
{
  const TkStyle *style = block->node->style;
  const TkBeside *beside = &block->stick->beside;

  *ret_left = style->left_indent;
  *ret_right = style->right_indent;
  if ((int) line < block->drop.narrow)
    *ret_left += block->drop.width;
  else if (line == 0)
    *ret_left += style->first_indent;
  if ((int) line < block->beside) {
    *ret_left += beside->left;
    *ret_right += beside->right;
  }
}

/* By how much the letters of the text of a box may be set apart or together. */
static TkUnit
find_give (const TkStyle *style, const TkWord *word)
{
  return (TkUnit) ((gint64) tk_words_count_gaps (word) * word->size * style->letter_spacing / 1000);
}

/* Sets the letters of a line apart or together by as much of @slack as they give, in steps: each is a further
 * form of the words. The rest is left to the spaces. */
static void
spread_letters (TkSetter *setter, const TkStyle *style, guint from, guint to, gint64 slack)
{
  enum { STEP = 5 }; /* thousandths of the size */
  gint64 give = 0;

  for (guint i = from; i < to; i++)
    give += find_give (style, text_at (setter, i)->word);
  if (give == 0)
    return;
  int share = (int) (CLAMP (slack, -give, give) * style->letter_spacing / give);
  if (ABS (share) < style->letter_spacing)
    share -= share % STEP;
  for (guint i = from; i < to && share != 0; i++) {
    BoxText *text = text_at (setter, i);
    TkUnit before = text->word->width;
    text->word = tk_words_spread (setter->words, text->word, text->word->size * share / 1000);
    box_at (setter, i)->width += text->word->width - before;
  }
}

/* Punctuation out of the measure, letters apart or together, where @style says so; gives by how much the
 * line is wider. */
static TkUnit
fit_line (TkSetter *setter, const TkStyle *style, TkUnit measure, gboolean last, LinePlace *place)
{
  TkUnit wider = 0;

  if (style->hanging) {
    const TkUnit begin = tk_galley_find_hang (text_at (setter, place->from)->word).begin;
    place->x -= begin;
    wider = begin + tk_galley_find_hang (text_at (setter, place->to - 1)->word).end;
  }
  if (style->letter_spacing > 0 && style->align == TK_ALIGN_JUSTIFY) {
    gint64 natural = 0, spaces = 0;
    for (guint i = place->from; i < place->to; i++) {
      natural += box_at (setter, i)->width;
      spaces += i + 1 < place->to ? box_at (setter, i)->space : 0;
    }
    const gint64 slack = measure + wider - natural - spaces;
    if (!last || slack < 0)
      spread_letters (setter, style, place->from, place->to, slack);
  }
  return wider;
}

static void
put_line (TkSetter *setter, Block *block, GArray *marks, guint from, const TkLine *line, gboolean last)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;
  gboolean first = stick->strips->len == block->first_strip;
  TkUnit ascent = block->ascent, pitch = block->pitch, left, right;
  const guint n_pages = count_pages (setter, from, line->end);

  grow_for_faces (setter, from, line->end, &ascent, &pitch);
  find_insets (block, stick->strips->len - block->first_strip, &left, &right);
  if (first) {
    ascent += block->drop.above;
    pitch += block->drop.above;
  }

  TkUnit measure = stick->width - left - right;
  LinePlace place = {.x = stick->x + left, .baseline = ascent, .from = from, .to = line->end};
  if (n_pages == 0)
    measure += fit_line (setter, style, measure, last, &place);
  const LinePlace unplaced = place;
  const gint64 natural = find_place (setter, style, measure, last, &place);
  if (place.extra > 0)
    note_loose_line (setter, line, from);
  stick->last_x = place.x;
  stick->last_width = (TkUnit) (natural + place.extra);

  TkStrip *strip = tk_galley_add_strip (stick, block->node, first ? style->space_before : 0);
  strip->height = pitch;
  if (n_pages > 0)
    keep_line (setter, block->node, &unplaced, measure, last, n_pages, marks->len, strip);
  else
    place_line (setter, block->node, &place, marks);
  gather_notes (setter, stick, from, line->end);
}

/* The label of an ITEM that has one, and its font. */
static const TkToken *
find_label (TkSetter *setter, const TkNode *item, const TkFont **ret_font, GError **error)
{
  const TkFont *font = find_font (setter, item->style, 0, error);

  if (font == NULL)
    return NULL;
  if (ret_font != NULL)
    *ret_font = font;
  return tk_words_find (setter->words, font, item->label, strlen (item->label), &item->origin, error);
}

static gboolean
put_label (TkSetter *setter, const TkNode *item, TkUnit x, TkUnit baseline, GArray *marks, GError **error)
{
  if (item->label == NULL || *item->label == '\0')
    return TRUE;
  const TkToken *token = find_label (setter, item, NULL, error);
  if (token == NULL)
    return FALSE;
  TkPiece *piece = tk_arena_new0 (setter->arena, TkPiece);
  *piece = (TkPiece){.word = token->word, .space = 1};
  TkMark mark = {.kind = TK_MARK_TEXT, .role = TK_ROLE_LABEL, .x = x, .y = baseline, .node = item};
  mark.colour = item->style->colour;
  mark.text.pieces = piece;
  mark.text.n_pieces = 1;
  g_array_append_val (marks, mark);
  return TRUE;
}

/* All that wait: an item that begins with a list has its label on the line of that list's first. */
static gboolean
put_labels (TkSetter *setter, TkStick *stick, TkUnit baseline, GArray *marks, GError **error)
{
  if (stick->outer != NULL && !put_labels (setter, stick->outer, baseline, marks, error))
    return FALSE;
  if (stick->label != NULL && !put_label (setter, stick->label, stick->label_x, baseline, marks, error))
    return FALSE;
  stick->outer = NULL;
  stick->label = NULL;
  return TRUE;
}

gboolean
tk_galley_set_label (TkSetter *setter, TkStick *stick, guint first_strip, GError **error)
{
  TkUnit ascent, pitch;

  if (stick->label == NULL || stick->label->label == NULL || *stick->label->label == '\0')
    return TRUE;
  if (!tk_galley_line_height (setter, stick->label->style, &ascent, &pitch, error))
    return FALSE;
  g_array_set_size (setter->marks, 0);
  if (!put_labels (setter, stick, ascent, setter->marks, error))
    return FALSE;
  if (stick->strips->len == first_strip)
    tk_galley_add_strip (stick, stick->label, 0);
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, first_strip);
  g_array_append_vals (setter->marks, strip->marks, strip->n_marks);
  strip->height = MAX (strip->height, pitch);
  strip->marks = tk_arena_copy (setter->arena, setter->marks->data, setter->marks->len * sizeof (TkMark));
  strip->n_marks = setter->marks->len;
  return TRUE;
}

/* Widows, orphans, headings. */
static void
set_keeps (const Block *block)
{
  const TkStyle *style = block->node->style;
  TkStrip *strips = &g_array_index (block->stick->strips, TkStrip, block->first_strip);
  int n = (int) (block->stick->strips->len - block->first_strip);

  for (int i = 0; i + 1 < n; i++) {
    if (i + 1 < style->orphans || n - 1 - i < style->widows)
      strips[i].break_after = TK_BREAK_FORBIDDEN;
    else if (style->keep_together)
      strips[i].break_after = TK_BREAK_AVOIDED;
  }
  if (style->keep_with_next && n > 0)
    strips[n - 1].break_after = TK_BREAK_FORBIDDEN;
}

/* Lines that begin with the segment at hand. */
static void
break_segment (TkSetter *setter, const Block *block)
{
  const TkStyle *style = block->node->style;
  TkUnit width = block->stick->width, left, right, own[MOST_NARROW + 1];
  guint line = block->stick->strips->len - block->first_strip;
  guint narrow = (guint) MAX (MAX (block->drop.narrow, block->beside), 1);
  TkMeasures measures = {.full = MAX (width - style->left_indent - style->right_indent, 1), .begin = own};

  for (; line < narrow; line++) {
    find_insets (block, line, &left, &right);
    own[measures.n_begin++] = MAX (width - left - right, 1);
  }
  g_autofree TkHang *hangs = style->hanging ? g_new (TkHang, setter->boxes->len) : NULL;
  for (guint i = 0; hangs != NULL && i < setter->boxes->len; i++)
    hangs[i] = tk_galley_find_hang (text_at (setter, i)->word);
  measures.hangs = hangs;
  const gboolean gives = style->letter_spacing > 0 && style->align == TK_ALIGN_JUSTIFY
                         && count_pages (setter, 0, setter->boxes->len) == 0;
  g_autofree TkUnit *give = gives ? g_new (TkUnit, setter->boxes->len) : NULL;
  for (guint i = 0; gives && i < setter->boxes->len; i++)
    give[i] = find_give (style, text_at (setter, i)->word);
  measures.gives = give;
  g_array_set_size (setter->lines, 0);
  tk_galley_break_lines ((const TkBox *) (void *) setter->boxes->data, setter->boxes->len, &measures,
                         style->align, setter->lines);
}

static void
put_drop (TkSetter *setter, const Block *block, GArray *marks)
{
  TkUnit baseline = block->ascent + block->drop.above + (block->drop.lines - 1) * block->pitch;
  TkUnit x = block->stick->x + block->node->style->left_indent;

  if (block->beside > 0)
    x += block->stick->beside.left;
  tk_galley_put_drop (setter, block->node, &block->drop, x, baseline, marks);
}

static gboolean
set_segment (TkSetter *setter, Block *block, GError **error)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;
  guint from = 0;

  break_segment (setter, block);
  for (guint i = 0; i < setter->lines->len; i++) {
    TkLine line = g_array_index (setter->lines, TkLine, i);
    GArray *marks = setter->marks;
    g_array_set_size (marks, 0);
    if (stick->label != NULL && !put_labels (setter, stick, block->ascent, marks, error))
      return FALSE;
    if (block->drop.n_words > 0 && stick->strips->len == block->first_strip)
      put_drop (setter, block, marks);
    put_line (setter, block, marks, from, &line, i + 1 == setter->lines->len);
    TkStrip *strip = &g_array_index (stick->strips, TkStrip, stick->strips->len - 1);
    strip->marks = tk_arena_copy (setter->line_arena, marks->data, marks->len * sizeof (TkMark));
    strip->n_marks = marks->len;
    from = line.end;
  }
  if (setter->boxes->len == 0) { /* two breaks in a row: an empty line */
    gboolean first = stick->strips->len == block->first_strip;
    tk_galley_add_strip (stick, block->node, first ? style->space_before : 0)->height = block->pitch;
  }
  return TRUE;
}

/* What makes lines of this block narrower; a column that would be too narrow begins below the picture. */
static gboolean
find_beside (TkSetter *setter, Block *block, GError **error)
{
  const TkStyle *style = block->node->style;
  TkStick *stick = block->stick;

  if (style->drop_capital > 1
      && !tk_galley_find_drop (setter, block->node, block->ascent, block->pitch, &block->drop, error))
    return FALSE;
  if (stick->beside.height == 0)
    return TRUE;
  TkUnit insets = stick->beside.left + stick->beside.right + style->left_indent + style->right_indent
                  + MAX (style->first_indent, block->drop.width);
  int beside = tk_galley_count_beside (stick, style->space_before, block->pitch);
  if (stick->width - insets < 8 * style->size || beside > MOST_NARROW) {
    tk_galley_clear_beside (setter, stick);
    block->first_strip = stick->strips->len;
  } else {
    /* a capital that stands beside the picture is not left by its own lines below it */
    block->beside = stick->beside.left > 0 && beside > 0 ? MAX (beside, block->drop.narrow) : beside;
  }
  return TRUE;
}

/* The lines beside the capital stay together, and what follows begins below it. */
static void
keep_drop (const Block *block)
{
  TkStrip *strips = &g_array_index (block->stick->strips, TkStrip, block->first_strip);
  int n = (int) (block->stick->strips->len - block->first_strip);

  for (int i = 0; i + 1 < MIN (n, block->drop.narrow); i++)
    strips[i].break_after = TK_BREAK_FORBIDDEN;
  if (n < block->drop.narrow)
    strips[n - 1].height += (block->drop.narrow - n) * block->pitch;
}

gboolean
tk_galley_set_text (TkSetter *setter, TkStick *stick, const TkNode *node, GError **error)
{
  const TkStyle *style = node->style;
  Block block = {.stick = stick, .node = node, .first_strip = stick->strips->len};
  Gather gather = {.setter = setter, .node = node, .runs = node->runs};

  if (!tk_galley_line_height (setter, style, &block.ascent, &block.pitch, error))
    return FALSE;
  if (!find_beside (setter, &block, error))
    return FALSE;
  if (block.drop.n_words > 0)
    gather.runs = tk_galley_runs_after (setter, node, &block.drop);
  gather.measure = stick->width - style->left_indent - style->right_indent
                   - MAX (style->first_indent, block.drop.width);
  if (block.beside > 0)
    gather.measure -= stick->beside.left + stick->beside.right;
  gather.measure = MAX (gather.measure, style->size / 2);
  for (guint run = 0; run < node->n_runs;)
    if (!gather_segment (&gather, run, &run, error) || !set_segment (setter, &block, error))
      return FALSE;
  if (stick->strips->len > block.first_strip) {
    set_keeps (&block);
    if (block.drop.n_words > 0)
      keep_drop (&block);
    if (stick->beside.height > 0)
      tk_galley_use_beside (setter, stick, block.first_strip);
    stick->gap = style->space_after;
  }
  return setter->noted->len == 0 || tk_galley_set_footnotes (setter, stick, error);
}

/* ---- measuring ---- */

gboolean
tk_galley_measure_text (TkSetter *setter, const TkNode *node, TkUnit *ret_widest, TkUnit *ret_narrowest,
                        GError **error)
{
  Gather gather = {.setter = setter, .node = node, .runs = node->runs};
  TkUnit indents = node->style->left_indent + node->style->right_indent;
  TkUnit widest = 0, narrowest = 0, first = node->style->first_indent;

  for (guint run = 0; run < node->n_runs; first = 0) {
    if (!gather_segment (&gather, run, &run, error))
      return FALSE;
    gint64 line = first;
    for (guint i = 0; i < setter->boxes->len; i++) {
      line += box_at (setter, i)->width + box_at (setter, i)->space;
      narrowest = MAX (narrowest, box_at (setter, i)->width);
    }
    widest = (TkUnit) MAX (widest, MIN (line, G_MAXINT32 / 4));
  }
  *ret_widest = widest + indents;
  *ret_narrowest = narrowest + indents;
  return TRUE;
}

gboolean
tk_galley_measure_label (TkSetter *setter, const TkNode *item, TkUnit *ret_width, GError **error)
{
  *ret_width = 0;
  if (item->label == NULL || *item->label == '\0')
    return TRUE;
  const TkFont *font;
  const TkToken *token = find_label (setter, item, &font, error);
  if (token == NULL)
    return FALSE;
  *ret_width = token->width + font->space;
  return TRUE;
}
