/* Comes in: pages. Goes out: their lines and rules, measured. Knows no rule of any decree. */
#include "seen.h"

#include <string.h>

static void
line_clear (void *line)
{
  g_free (((TkSeenLine *) line)->text);
}

/* Whether @mark goes on with the line at hand: the same block, or the text of an item behind its label;
 * raised, it may be the mark of a note. */
static gboolean
goes_on (const TkSeenLine *line, const TkMark *mark, TkUnit baseline, gboolean artifact)
{
  if (line == NULL || line->artifact != artifact
      || ABS (line->baseline - baseline) > MAX (line->size, mark->text.pieces->word->size) / 2)
    return FALSE;
  if (artifact || line->node == mark->node)
    return TRUE;
  return mark->node != NULL && line->node != NULL && line->node->kind == TK_NODE_ITEM
         && mark->node->parent == line->node;
}

static void
add_words (GString *text, const TkMark *mark)
{
  if (text->len > 0 && text->str[text->len - 1] != ' ')
    g_string_append_c (text, ' ');
  for (guint i = 0; i < mark->text.n_pieces; i++) {
    const TkPiece *piece = &mark->text.pieces[i];
    g_string_append (text, piece->word->text);
    if (piece->space != 0)
      g_string_append_c (text, ' ');
  }
}

/* A run that follows another without a blank has its first piece where that one ended. */
static gboolean
is_joined (const TkSeenLine *line, TkUnit left, TkUnit size)
{
  return left - line->right < size / 8;
}

static void
add_text (TkSeenLine *line, const TkMark *mark, TkUnit x)
{
  const TkPiece *first = mark->text.pieces, *last = &first[mark->text.n_pieces - 1];
  const TkFace *face = first->word->face;
  const gboolean bold = strstr (face->name, "Bold") != NULL;
  const gboolean italic = strstr (face->name, "Italic") != NULL || strstr (face->name, "Oblique") != NULL;
  const gboolean fresh = line->text == NULL;
  const TkUnit left = x + mark->x + first->x;
  g_autoptr (GString) text = g_string_new (fresh ? "" : line->text);

  if (!fresh && is_joined (line, left, first->word->size)) {
    g_autoptr (GString) more = g_string_new (NULL);
    add_words (more, mark);
    g_string_append (text, more->str);
  } else {
    add_words (text, mark);
  }
  g_free (line->text);
  line->text = g_strdup (text->str);
  if (fresh) {
    line->left = left;
    line->family = face->family;
    line->bold = line->italic = TRUE;
  }
  line->colour = line->colour != 0 ? line->colour : mark->colour;
  line->right = MAX (line->right, x + mark->x + last->x + last->word->width);
  line->size = MAX (line->size, first->word->size);
  if (mark->role == TK_ROLE_LABEL)
    return;
  line->bold = line->bold && bold;
  line->italic = line->italic && italic;
  line->some_bold = line->some_bold || bold;
  line->some_italic = line->some_italic || italic;
}

static void
add_mark (TkSeen *seen, guint page, const TkPlaced *placed, const TkMark *mark, gboolean first)
{
  GArray *lines = seen->lines;
  TkSeenLine *line = first || lines->len == 0 ? NULL : &g_array_index (lines, TkSeenLine, lines->len - 1);

  if (mark->kind == TK_MARK_RULE && mark->rule.height <= TK_PT (3) && mark->rule.width > mark->rule.height) {
    TkSeenRule rule = {page, placed->x + mark->x, placed->y + mark->y, mark->rule.width, mark->rule.height};
    g_array_append_val (seen->rules, rule);
  }
  if (mark->kind != TK_MARK_TEXT || mark->role == TK_ROLE_UNSEEN || mark->turned != 0
      || mark->text.n_pieces == 0)
    return;
  if (!goes_on (line, mark, placed->y + mark->y, placed->artifact)) {
    TkSeenLine fresh = {.page = page, .baseline = placed->y + mark->y, .artifact = placed->artifact};
    g_array_append_val (lines, fresh);
    line = &g_array_index (lines, TkSeenLine, lines->len - 1);
  }
  if (mark->text.pieces->word->size > line->size)
    line->baseline = placed->y + mark->y; /* of its letters, not of what is raised */
  line->node = placed->artifact ? NULL : mark->node;
  add_text (line, mark, placed->x);
}

TkSeen *
tk_seen_new (const TkPages *pages)
{
  TkSeen *seen = g_new0 (TkSeen, 1);

  seen->pages = pages;
  seen->lines = g_array_new (FALSE, TRUE, sizeof (TkSeenLine));
  seen->rules = g_array_new (FALSE, TRUE, sizeof (TkSeenRule));
  g_array_set_clear_func (seen->lines, line_clear);
  for (guint p = 0; p < pages->n_pages; p++)
    for (guint i = 0; i < pages->pages[p].n_placed; i++) {
      const TkPlaced *placed = &pages->pages[p].placed[i];
      if (placed->artifact && placed->kind == TK_ARTIFACT_WATERMARK)
        continue;
      for (guint m = 0; m < placed->n_marks; m++)
        add_mark (seen, p, placed, &placed->marks[m], m == 0);
    }
  for (guint i = 0; i < seen->lines->len; i++)
    g_strchomp (g_array_index (seen->lines, TkSeenLine, i).text);
  return seen;
}

void
tk_seen_free (TkSeen *seen)
{
  g_array_unref (seen->lines);
  g_array_unref (seen->rules);
  g_free (seen);
}

char *
tk_seen_text_of_new (const TkSeen *seen, const TkNode *node)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < seen->lines->len; i++) {
    const TkSeenLine *line = &g_array_index (seen->lines, TkSeenLine, i);
    if (line->node == node)
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", line->text);
  }
  return g_string_free (text, FALSE);
}
