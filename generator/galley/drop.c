/* Comes in: a paragraph whose style asks for a drop capital. Goes out: its first letter, shaped so large
 * that its cap height spans the lines, and the room that it takes. Knows nothing of how lines are broken. */
#include <string.h>

#include "set.h"

/* More lines would be a poster. */
enum { MOST_LINES = 20 };

/* Bytes of the first letter of @text with the marks that open a quotation before it; 0: it begins with none.
 * Text is in NFC: what is left of a grapheme cluster are combining marks. */
static gsize
find_letter (const char *text)
{
  const char *p = text;

  while (*p != '\0' && strchr ("\"'([", *p) != NULL)
    p++;
  while (g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_INITIAL_PUNCTUATION
         || g_unichar_type (g_utf8_get_char (p)) == G_UNICODE_OPEN_PUNCTUATION)
    p = g_utf8_next_char (p);
  if (!g_unichar_isalnum (g_utf8_get_char (p)))
    return 0;
  p = g_utf8_next_char (p);
  while (*p != '\0' && g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return (gsize) (p - text);
}

static int
find_lines (const TkStyle *style)
{
  return MIN (style->drop_capital, MOST_LINES);
}

/* Whether words of the same line follow it. */
static gboolean
is_followed (const TkNode *node, gsize length)
{
  const char *rest = node->runs[0].text + length;

  if (rest[strspn (rest, " \t\n")] != '\0')
    return TRUE;
  return node->n_runs > 1 && node->runs[1].text[strspn (node->runs[1].text, " \t\n")] != '\0';
}

static const TkToken *
shape (TkSetter *setter, const TkNode *node, gsize length, TkUnit pitch, GError **error)
{
  const TkStyle *style = node->style;
  const TkRun *run = &node->runs[0];
  gboolean bold = style->bold != !!(run->flags & TK_RUN_BOLD);
  gboolean italic = style->italic != !!(run->flags & TK_RUN_ITALIC);
  const TkFont *font = tk_fonts_find (setter->fonts, style->name, style->family, style->size, bold, italic,
                                      error);

  if (font == NULL)
    return NULL;
  /* from the baseline of the last line to the top of the capitals in the first */
  gint64 size = style->size;
  if (font->face->cap_height > 0)
    size += (gint64) (find_lines (style) - 1) * pitch * font->face->units_per_em / font->face->cap_height;
  font = tk_fonts_find (setter->fonts, style->name, style->family, (TkUnit) MIN (size, TK_PT (2000)), bold,
                        italic, error);
  return font != NULL ? tk_words_find (setter->words, font, run->text, length, &run->origin, error) : NULL;
}

gboolean
tk_galley_find_drop (TkSetter *setter, const TkNode *node, TkUnit ascent, TkUnit pitch, TkDrop *ret_drop,
                     GError **error)
{
  const TkStyle *style = node->style;
  const TkRun *run = node->runs;
  TkUnit pen = 0;
  TkInk ink = {0};

  *ret_drop = (TkDrop){0};
  if (style->drop_capital < 2 || node->n_runs == 0 || run->href != NULL || run->reference != NULL
      || (run->flags & ~(TkRunFlags) (TK_RUN_BOLD | TK_RUN_ITALIC)) != 0)
    return TRUE;
  gsize length = find_letter (run->text);
  if (length == 0 || !is_followed (node, length))
    return TRUE;
  const TkToken *token = shape (setter, node, length, pitch, error);
  if (token == NULL)
    return FALSE;
  for (guint i = 0; i < token->n_words; i++) {
    tk_fonts_grow_ink (token->words[i], pen, &ink);
    pen += token->words[i]->width;
  }

  /* what hangs below the last of its lines is a dot below, or a tail */
  TkUnit lines = find_lines (style), below = -ink.bottom - (pitch - ascent);
  *ret_drop = (TkDrop){.words = token->words, .n_words = token->n_words, .length = length, .lines = lines};
  ret_drop->space = run->text[length] == ' ';
  /* the horn of Ơ leans over what follows */
  ret_drop->width = MAX (token->width, ink.right) + style->size / (ret_drop->space ? 3 : 8);
  ret_drop->narrow = lines + (below > 0 ? (below + pitch - 1) / pitch : 0);
  ret_drop->above = MAX (0, ink.top - ascent - (lines - 1) * pitch);
  if (style->pitch > 0) /* columns of one pitch keep step */
    ret_drop->above = (ret_drop->above + pitch - 1) / pitch * pitch;
  return TRUE;
}

const TkRun *
tk_galley_runs_after (TkSetter *setter, const TkNode *node, const TkDrop *drop)
{
  TkRun *runs = tk_arena_copy (setter->arena, node->runs, node->n_runs * sizeof (TkRun));

  runs[0].text += drop->length;
  return runs;
}

void
tk_galley_put_drop (TkSetter *setter, const TkNode *node, const TkDrop *drop, TkUnit x, TkUnit baseline,
                    GArray *marks)
{
  TkPiece *pieces = tk_arena_array (setter->arena, TkPiece, drop->n_words);
  TkMark mark = {.kind = TK_MARK_TEXT, .x = x, .y = baseline, .node = node, .colour = node->style->colour};
  TkUnit pen = 0;

  for (guint i = 0; i < drop->n_words; i++) {
    pieces[i] = (TkPiece){.word = drop->words[i], .x = pen};
    pen += drop->words[i]->width;
  }
  pieces[drop->n_words - 1].space = drop->space;
  mark.span = node->runs[0].language != NULL ? &node->runs[0] : NULL;
  mark.text.pieces = pieces;
  mark.text.n_pieces = drop->n_words;
  g_array_append_val (marks, mark);
}
