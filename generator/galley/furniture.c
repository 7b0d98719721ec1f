/* Comes in: running lines, the watermark, the headings that a running line may show, the masters that pages
 * have. Goes out: their words and the figures of page numbers, shaped. Which page shows what, and the
 * numbers, are for pages. */
#include <string.h>

#include "set.h"

typedef struct {
  TkSetter *setter;
  const TkStyle *style;
  GArray *parts; /* TkRunningPart */
  TkUnit space;  /* before the next part */
} Line;

static const TkFont *
find_font (const Line *line, TkRunFlags flags, GError **error)
{
  const TkStyle *style = line->style;

  return tk_fonts_find (line->setter->fonts, style->name, style->family, style->size,
                        style->bold != ((flags & TK_RUN_BOLD) != 0),
                        style->italic != ((flags & TK_RUN_ITALIC) != 0), error);
}

static void
add_part (Line *line, const TkWord *word)
{
  TkRunningPart part = {.word = word, .field = TK_REFER_TEXT, .space = line->space};

  line->space = 0;
  g_array_append_val (line->parts, part);
}

/* Whether @run stands for something of the page. A heading may refer to other things, too: its note is at the
 * foot of its own page, and other pages have no room for the number of one. */
static gboolean
is_field (const TkRun *run)
{
  return run->reference != NULL
         && (run->reference->kind == TK_REFER_FOLIO || run->reference->kind == TK_REFER_LAST
             || run->reference->kind == TK_REFER_HEADING);
}

static gboolean
is_shown (const TkRun *run)
{
  return run->reference == NULL || run->reference->kind == TK_REFER_TEXT || is_field (run);
}

static gboolean
add_field (Line *line, TkReferKind field, const TkFont *font, GError **error)
{
  TkRunningPart part = {.field = field, .space = line->space};

  if (field != TK_REFER_HEADING) {
    part.digits = tk_galley_find_digits (line->setter, font, error);
    if (part.digits == NULL)
      return FALSE;
  }
  line->space = 0;
  g_array_append_val (line->parts, part);
  return TRUE;
}

static gboolean
add_run (Line *line, const TkRun *run, GError **error)
{
  const TkFont *font = find_font (line, run->flags, error);

  if (font == NULL)
    return FALSE;
  if (!is_shown (run))
    return TRUE;
  if (is_field (run))
    return add_field (line, run->reference->kind, font, error);
  if ((run->flags & TK_RUN_BREAK) != 0)
    line->space = font->space;
  for (const char *at = run->text; *at != '\0';) {
    gsize length = strcspn (at, " ");
    const TkToken *token = length > 0
                               ? tk_words_find (line->setter->words, font, at, length, &run->origin, error)
                               : NULL;
    if (length > 0 && token == NULL)
      return FALSE;
    for (guint i = 0; length > 0 && i < token->n_words; i++)
      add_part (line, token->n_words == 1 ? token->word : token->words[i]);
    at += length;
    if (*at == ' ') {
      line->space = line->parts->len > 0 ? font->space : 0;
      at++;
    }
  }
  return TRUE;
}

/* The parts of @node in @style, in the arena; NULL: error. */
static const TkRunningPart *
set_line (TkSetter *setter, const TkNode *node, const TkStyle *style, guint *ret_n, GError **error)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (TkRunningPart));
  Line line = {.setter = setter, .style = style, .parts = parts};

  for (guint i = 0; i < node->n_runs; i++)
    if (!add_run (&line, &node->runs[i], error))
      return NULL;
  *ret_n = parts->len;
  TkRunningPart *set = tk_arena_array (setter->arena, TkRunningPart, parts->len + 1);
  memcpy (set, parts->data, sizeof (TkRunningPart) * parts->len);
  return set;
}

static const TkWord *
set_word (TkSetter *setter, const TkStyle *style, const char *text, GError **error)
{
  const TkFont *font = tk_galley_find_font (setter, style, error);

  return font != NULL ? tk_galley_find_word (setter, font, text, error) : NULL;
}

static const TkWord *const *
set_digits (TkSetter *setter, const TkStyle *style, GError **error)
{
  const TkFont *font = tk_galley_find_font (setter, style, error);

  return font != NULL ? tk_galley_find_digits (setter, font, error) : NULL;
}

/* ---- headings ---- */

/* @deepest: level of headings */
static gboolean
add_headlines (TkSetter *setter, const TkStyle *style, int deepest, const TkNode *node, GArray *headlines,
               GError **error)
{
  const TkNode *heading = node->kind == TK_NODE_PAPER ? node->bound->heading : node;

  if (heading->kind == TK_NODE_HEADING && heading->level >= 1 && heading->level <= deepest) {
    TkHeadline headline = {.heading = heading};
    headline.parts = set_line (setter, heading, style, &headline.n_parts, error);
    if (headline.parts == NULL)
      return FALSE;
    g_array_append_val (headlines, headline);
  }
  for (const TkNode *child = node->first; child != NULL; child = child->next)
    if (!add_headlines (setter, style, deepest, child, headlines, error))
      return FALSE;
  return TRUE;
}

/* A paper shows its own headings, which a book has moved down below it. */
static gboolean
add_headlines_of (TkSetter *setter, const TkRunningSet *set, GArray *headlines, GError **error)
{
  const TkNode *paper = set->paper;
  const TkStyle *style = set->where->style;

  if (paper == NULL)
    return add_headlines (setter, style, set->where->level, setter->document->root, headlines, error);
  for (const TkNode *child = paper->first; child != NULL; child = child->next)
    if (!add_headlines (setter, style, paper->level + set->where->level, child, headlines, error))
      return FALSE;
  return TRUE;
}

static gboolean
set_headlines (TkSetter *setter, TkRunningSet *set, GError **error)
{
  g_autoptr (GArray) headlines = g_array_new (FALSE, FALSE, sizeof (TkHeadline));

  if (!add_headlines_of (setter, set, headlines, error))
    return FALSE;
  set->headlines = tk_arena_copy_array (setter->arena, headlines);
  set->n_headlines = headlines->len;
  return TRUE;
}

static gboolean
set_running (TkSetter *setter, const TkRunningLine *line, TkRunningSet *set, GError **error)
{
  const TkStyle *style = line->where->style;

  set->where = line->where;
  set->paper = line->paper;
  if (!tk_galley_line_height (setter, style, &set->ascent, &set->pitch, error))
    return FALSE;
  set->parts = set_line (setter, line->text, style, &set->n_parts, error);
  set->ellipsis = set->parts != NULL ? set_word (setter, style, "…", error) : NULL;
  if (set->ellipsis == NULL)
    return FALSE;
  for (guint i = 0; i < set->n_parts; i++)
    set->shows_heading = set->shows_heading || set->parts[i].field == TK_REFER_HEADING;
  return !set->shows_heading || set_headlines (setter, set, error);
}

/* ---- the watermark ---- */

static TkUnit
measure_parts (const TkRunningPart *parts, guint n)
{
  gint64 width = 0;

  for (guint i = 0; i < n; i++)
    width += parts[i].space + (parts[i].word != NULL ? parts[i].word->width : 0);
  return (TkUnit) MIN (width, G_MAXINT32 / 4);
}

/* The words along the diagonal that climbs at 45 degrees, their middle at the mark's place. */
static const TkMark *
mark_watermark (TkSetter *setter, const TkRunningPart *parts, guint n, const TkStyle *style)
{
  enum { SLANT = 70711 }; /* the sine and the cosine of 45 degrees, in 1/100000 */
  TkMark *mark = tk_arena_new0 (setter->arena, TkMark);
  TkPiece *pieces = tk_arena_array (setter->arena, TkPiece, n);
  gint64 pen = 0, width = measure_parts (parts, n), capital = (gint64) style->size * 2 / 3;

  for (guint i = 0; i < n; i++) {
    pen += parts[i].space;
    pieces[i] = (TkPiece){.word = parts[i].word, .x = (TkUnit) pen};
    pieces[i].space = i + 1 < n && parts[i + 1].space > 0;
    pen += parts[i].word->width;
  }
  *mark = (TkMark){.kind = TK_MARK_TEXT, .colour = style->colour, .turned = 45};
  mark->x = (TkUnit) ((capital - width) / 2 * SLANT / 100000);
  mark->y = (TkUnit) ((capital + width) / 2 * SLANT / 100000);
  mark->text.pieces = pieces;
  mark->text.n_pieces = n;
  return mark;
}

static gboolean
has_watermark (const GArray *sets, const TkWatermarkSet *wanted)
{
  for (guint i = 0; i < sets->len; i++) {
    const TkWatermarkSet *set = &g_array_index (sets, TkWatermarkSet, i);
    if (set->side == wanted->side && set->paper == wanted->paper)
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_watermark (TkSetter *setter, const TkMaster *master, const TkNode *paper, GArray *sets, GError **error)
{
  const TkNode *node = paper != NULL ? paper->bound->watermark : setter->document->watermark;
  const TkUnit largest = TK_PT (160);
  TkWatermarkSet set = {.side = MIN (master->width, master->height), .paper = paper};
  guint n;

  if (node == NULL || has_watermark (sets, &set))
    return TRUE;
  TkStyle style = *node->style;
  style.size = TK_PT (100);
  const TkRunningPart *parts = set_line (setter, node, &style, &n, error);
  if (parts == NULL)
    return FALSE;
  /* as long as the shorter side of the page is, seen along the diagonal */
  gint64 size = (gint64) style.size * set.side * 11 / 10 / MAX (measure_parts (parts, n), 1);
  style.size = (TkUnit) MIN (size, largest);
  parts = set_line (setter, node, &style, &n, error);
  if (parts == NULL)
    return FALSE;
  set.mark = mark_watermark (setter, parts, n, &style);
  g_array_append_val (sets, set);
  return TRUE;
}

/* ---- page numbers ---- */

static gboolean
has_folio (const GArray *folios, const TkStyle *style)
{
  for (guint i = 0; i < folios->len; i++)
    if (g_array_index (folios, TkFolioSet, i).style == style)
      return TRUE;
  return FALSE;
}

static gboolean
add_folio (TkSetter *setter, const TkMaster *master, const TkNode *paper G_GNUC_UNUSED, GArray *folios,
           GError **error)
{
  TkFolioSet folio = {.style = master->folio};
  TkUnit pitch;

  if (folio.style == NULL || has_folio (folios, folio.style))
    return TRUE;
  if (!tk_galley_line_height (setter, folio.style, &folio.ascent, &pitch, error))
    return FALSE;
  folio.digits = set_digits (setter, folio.style, error);
  g_array_append_val (folios, folio);
  return folio.digits != NULL;
}

/* @paper: whose pages have that master, or NULL */
typedef gboolean (*Add) (TkSetter *setter, const TkMaster *master, const TkNode *paper, GArray *sets,
                         GError **error);

/* What @add makes of the masters that pages have. */
static gboolean
add_each (TkSetter *setter, Add add, GArray *sets, GError **error)
{
  if (!add (setter, setter->document->master, NULL, sets, error))
    return FALSE;
  for (guint i = 0; i < setter->regions->len; i++) {
    const TkRegion *region = &g_array_index (setter->regions, TkRegion, i);
    if (!add (setter, region->master, region->paper, sets, error))
      return FALSE;
  }
  return TRUE;
}

/* Page numbers are known only by pages, which has no fonts: it is given the digits. */
static gboolean
set_by_master (TkGalley *galley, TkSetter *setter, GError **error)
{
  g_autoptr (GArray) folios = g_array_new (FALSE, FALSE, sizeof (TkFolioSet));
  g_autoptr (GArray) watermarks = g_array_new (FALSE, FALSE, sizeof (TkWatermarkSet));

  if (!add_each (setter, add_folio, folios, error))
    return FALSE;
  if (!add_each (setter, add_watermark, watermarks, error))
    return FALSE;
  galley->n_folios = folios->len;
  galley->folios = tk_arena_copy_array (galley->arena, folios);
  galley->n_watermarks = watermarks->len;
  galley->watermarks = tk_arena_copy_array (galley->arena, watermarks);
  return TRUE;
}

gboolean
tk_galley_set_furniture (TkGalley *galley, TkSetter *setter, GError **error)
{
  const TkDocument *document = galley->document;
  TkRunningSet *sets = tk_arena_array (galley->arena, TkRunningSet, document->n_running + 1);

  if (!set_by_master (galley, setter, error))
    return FALSE;
  for (guint i = 0; i < document->n_running; i++)
    if (!set_running (setter, &document->running[i], &sets[i], error))
      return FALSE;
  galley->running = sets;
  galley->n_running = document->n_running;
  if (document->master->line_numbers > 0) {
    galley->line_digits = set_digits (setter, document->master->line_number_style, error);
    return galley->line_digits != NULL;
  }
  return TRUE;
}
