/* Comes in: items of lists. Goes out: their labels, on the first lines of what they contain. */
#include <string.h>

#include "type.h"

/* The label of an ITEM that has one, and its font. */
static const TkToken *
find_label (TkSetter *setter, const TkNode *item, const TkFont **ret_font, GError **error)
{
  const TkFont *font = tk_galley_find_run_font (setter, item->style, 0, error);

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

gboolean
tk_galley_put_labels (TkSetter *setter, TkStick *stick, TkUnit baseline, GArray *marks, GError **error)
{
  if (stick->outer != NULL && !tk_galley_put_labels (setter, stick->outer, baseline, marks, error))
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
  if (!tk_galley_put_labels (setter, stick, ascent, setter->marks, error))
    return FALSE;
  if (stick->strips->len == first_strip)
    tk_galley_add_strip (stick, stick->label, 0);
  TkStrip *strip = &g_array_index (stick->strips, TkStrip, first_strip);
  g_array_append_vals (setter->marks, strip->marks, strip->n_marks);
  strip->height = MAX (strip->height, pitch);
  strip->marks = tk_arena_copy_array (setter->arena, setter->marks);
  strip->n_marks = setter->marks->len;
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
