/* Comes in: a paragraph whose style asks for a drop capital. Goes out: its first letter as a paragraph in a
 * frame of its own, which is how Word has it (17.3.1.11). */
#include <string.h>

#include "word_maker.h"

enum { MOST_LINES = 10 /* of Word */ };

/* Of Times, in thousandths of the size: from one line to the next, up to the top of a capital, up to the top
 * of what a line has room for. */
enum { NATURAL = 1150, CAPITAL = 662, ASCENT = 891 };

/* Bytes of the first letter with the marks that open a quotation before it; 0: it begins with none. */
static gsize
find_letter (const char *text)
{
  const char *at = text;

  while (*at != '\0' && strchr ("\"'([", *at) != NULL)
    at++;
  while (g_unichar_type (g_utf8_get_char (at)) == G_UNICODE_INITIAL_PUNCTUATION)
    at = g_utf8_next_char (at);
  if (!g_unichar_isalnum (g_utf8_get_char (at)))
    return 0;
  at = g_utf8_next_char (at);
  while (*at != '\0' && g_unichar_ismark (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return (gsize) (at - text);
}

/* The baseline of the last line is the letter's: so high is it, and so far below the one that Word finds in
 * four fifths of a line of a given height. */
static void
put_letter (TkWord *word, const TkNode *node, const char *letter, int lines, TkUnit pitch)
{
  const TkStyle *style = node->style;
  const gint64 above = (gint64) (lines - 1) * pitch;
  const gint64 size = (above + (gint64) style->size * CAPITAL / 1000) * 1000 / CAPITAL;
  const gint64 lowered = above + (gint64) style->size * ASCENT / 1000 - (gint64) lines * pitch * 4 / 5;

  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:rPr");
  tk_word_value_number (word->xml, "w:position", -lowered * 2 / 1024);
  tk_word_value_number (word->xml, "w:sz", size * 2 / 1024);
  tk_word_value_number (word->xml, "w:szCs", size * 2 / 1024);
  tk_word_end (word->xml);
  tk_word_element (word->xml, "w:t", letter);
  tk_word_end (word->xml);
}

gsize
tk_word_put_drop (TkWord *word, const TkNode *node)
{
  const int lines = MIN (node->style->drop_capital, MOST_LINES);
  const TkRun *run = node->runs;
  TkStyle style = *node->style;

  if (lines < 2 || node->n_runs == 0 || run->href != NULL || run->reference != NULL || run->flags != 0)
    return 0;
  const gsize length = find_letter (run->text);
  if (length == 0 || run->text[length] == '\0')
    return 0;
  const TkUnit pitch = style.pitch > 0
                           ? style.pitch
                           : (TkUnit) ((gint64) style.size * NATURAL / 1000 * style.leading / 1000);
  const TkWordParagraph look = {.drop = lines, .line = lines * pitch, .tight = TRUE, .keeps = TRUE};
  g_autofree char *letter = g_strndup (run->text, length);
  style.first_indent = 0;
  tk_word_styles_use (word->styles, TK_WORD_TEXT, 0, node->style);
  tk_word_begin_paragraph (word, TK_WORD_TEXT, &style, 0, &look);
  put_letter (word, node, letter, lines, pitch);
  tk_word_end (word->xml);
  return length;
}
