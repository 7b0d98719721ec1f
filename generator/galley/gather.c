/* Comes in: the runs of a paragraph. Goes out: its words as boxes, with what a break after each costs. Knows
 * nothing of lines but the longest word that they have room for. */
#include "gather.h"

#include <glib/gi18n.h>

#include "traits.h"
#include "type.h"

GArray *
tk_galley_texts_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (TkBoxText));
}

/* A segment while its boxes are gathered. */
typedef struct {
  TkSetter *setter;
  const TkNode *node;
  TkUnit measure;   /* as in TkSegments */
  guint tokens;     /* so far */
  guint last_token; /* first box of the last token */
  guint traits;     /* of the last token, */
  guint earlier;    /* and of the one before it */
  const char *word; /* the last token itself, */
  gsize length;     /* of so many bytes */
  gboolean in_name;
} Gather;

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
    TkBoxText text = {token->words[i], run, font};
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
    tk_galley_box_at (gather->setter, gather->setter->boxes->len - 1)->penalty = TK_PENALTY_NONE;
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

/* Of a break where nothing is tied, before the token @from. */
static gint32
find_sense (const Gather *gather, guint traits, const char *from, gsize length)
{
  const gboolean centred = gather->node->style->align == TK_ALIGN_CENTRE;
  /* in capitals, where a name ends is known by what follows it */
  const gboolean name = (gather->traits & traits & TK_TRAIT_CAPITAL)
                        && !(traits & (TK_TRAIT_PLACE | TK_TRAIT_LEADING));
  const gboolean place = (gather->traits & TK_TRAIT_PLACE) && (traits & TK_TRAIT_CAPITAL);
  const gboolean numbered = (gather->traits & TK_TRAIT_CAPITAL) && (traits & TK_TRAIT_NUMBER);

  if (gather->traits & TK_TRAIT_STOPPED)
    return TK_PENALTY_NONE;
  if (is_justified (gather))
    return name ? TK_PENALTY_NAME : TK_PENALTY_NONE;
  if ((place && gather->node->style->even_lines)
      || tk_galley_is_compound (gather->word, gather->length, from, length))
    return centred ? TK_PENALTY_COMPOUND_CENTRED : TK_PENALTY_COMPOUND;
  if (name || place || numbered) /* "Phú Sơn 4" is a name, too */
    return centred ? TK_PENALTY_NAME_CENTRED : TK_PENALTY_NAME_RAGGED;
  if (gather->traits & TK_TRAIT_LEADING)
    return centred ? TK_PENALTY_LEADING_CENTRED : TK_PENALTY_LEADING;
  return centred && !(traits & TK_TRAIT_LEADING) ? TK_PENALTY_PLAIN_CENTRED : TK_PENALTY_NONE;
}

/* Of a break where two words are tied; @inner: within a name, not behind the title before it. */
static gint32
find_tie (const Gather *gather, gboolean inner)
{
  if (is_justified (gather))
    return TK_PENALTY_TIED_JUSTIFIED;
  return inner && gather->node->style->align != TK_ALIGN_CENTRE ? TK_PENALTY_TIED_NAME : TK_PENALTY_TIED;
}

/* What the rules of ties say of the break before a word; a change of style within a word (the full stop
 * after a bold name) begins none. */
static void
tie (Gather *gather, guint traits, const char *from, gsize length)
{
  TkSetter *setter = gather->setter;
  guint n = setter->boxes->len;
  TkBox *before = n > 0 ? tk_galley_box_at (setter, n - 1) : NULL;

  if (before != NULL && before->space == 0 && before->penalty == TK_PENALTY_NEVER)
    return;
  if (before != NULL) {
    const gboolean inner = gather->in_name && (traits & TK_TRAIT_CAPITAL) != 0;
    const gboolean tied = is_tied (gather, traits);
    if (before->penalty == TK_PENALTY_NONE && tied)
      before->penalty = find_tie (gather, inner);
    else if (before->penalty == TK_PENALTY_NONE)
      before->penalty = find_sense (gather, traits, from, length);
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
  tie (gather, token->traits, from, length);
  gather->earlier = gather->traits;
  gather->traits = token->traits;
  gather->word = from;
  gather->length = length;
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
  if (gather->setter->boxes->len == 0)
    return; /* a line does not begin with one */
  TkBox *before = tk_galley_box_at (gather->setter, gather->setter->boxes->len - 1);
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
  TkBoxText *text = tk_galley_text_at (gather->setter, gather->setter->texts->len - 1);
  text->digits = tk_galley_find_digits (gather->setter, font, error);
  return text->digits != NULL;
}

static gboolean
add_run (Gather *gather, const TkRun *run, GError **error)
{
  const TkFont *font = tk_galley_find_run_font (gather->setter, gather->node->style, run->flags, error);
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
end_segment (const Gather *gather)
{
  TkSetter *setter = gather->setter;
  /* a unit in brackets stands by itself below the head of its column */
  const gboolean aside = gather->node->style->align == TK_ALIGN_CENTRE && gather->length > 0
                         && gather->word[0] == '(';

  /* one syllable alone on the last line looks forgotten */
  if (gather->tokens > 3 && gather->last_token > 0 && !aside) {
    TkBox *before = tk_galley_box_at (setter, gather->last_token - 1);
    gint32 penalty = is_justified (gather) ? TK_PENALTY_LAST_JUSTIFIED : TK_PENALTY_TIED;
    before->penalty = MAX (before->penalty, penalty);
  }
  if (setter->boxes->len > 0)
    tk_galley_box_at (setter, setter->boxes->len - 1)->space = 0;
}

gboolean
tk_galley_gather (TkSetter *setter, TkSegments *segments, GError **error)
{
  Gather gather = {.setter = setter, .node = segments->node, .measure = segments->measure};
  guint i = segments->next;

  g_array_set_size (setter->boxes, 0);
  g_array_set_size (setter->texts, 0);
  for (; i < gather.node->n_runs; i++) {
    const TkRun *run = &segments->runs[i];
    if (run->flags & TK_RUN_BREAK)
      break;
    if (!add_run (&gather, run, error))
      return FALSE;
  }
  end_segment (&gather);
  /* a forced break parts words as a space does: for whoever reads the text without the lines */
  const guint n = setter->boxes->len;
  if (i < gather.node->n_runs && n > 0)
    tk_galley_box_at (setter, n - 1)->space = tk_galley_text_at (setter, n - 1)->font->space;
  segments->next = i + 1;
  return TRUE;
}
