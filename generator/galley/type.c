/* Comes in: a style, and where type is set in it. Goes out: fonts, how high their lines are, and
 * words that are of the program. */
#include "type.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gather.h"

/* Superscripts and subscripts, as parts of the size around them. */
#define SMALL 0.66
#define RAISED 0.36
#define LOWERED 0.14

TkUnit
tk_galley_scale_size (const TkSetter *setter, TkUnit size)
{
  return setter->scale == 0 || setter->scale == 1000 ? size : (TkUnit) ((gint64) size * setter->scale / 1000);
}

const TkFont *
tk_galley_find_run_font (TkSetter *setter, const TkStyle *style, TkRunFlags flags, GError **error)
{
  gboolean small = flags & (TK_RUN_SUPERSCRIPT | TK_RUN_SUBSCRIPT);
  TkUnit size = tk_galley_scale_size (setter, small ? (TkUnit) (style->size * SMALL) : style->size);

  const TkFont *font = tk_fonts_find (setter->fonts, style->name, style->family, size,
                                      style->bold != !!(flags & TK_RUN_BOLD),
                                      style->italic != !!(flags & TK_RUN_ITALIC), error);
  if (font != NULL && (style->small_capitals || style->figures != NULL))
    return tk_galley_find_features (setter, style, font);
  return font;
}

const TkFont *
tk_galley_find_font (TkSetter *setter, const TkStyle *style, GError **error)
{
  return tk_fonts_find (setter->fonts, style->name, style->family, style->size, style->bold, style->italic,
                        error);
}

TkUnit
tk_galley_find_rise (const TkSetter *setter, const TkStyle *style, TkRunFlags flags)
{
  const TkUnit size = tk_galley_scale_size (setter, style->size);

  if (flags & TK_RUN_SUPERSCRIPT)
    return (TkUnit) (size * RAISED);
  return flags & TK_RUN_SUBSCRIPT ? (TkUnit) (-size * LOWERED) : 0;
}

void
tk_galley_face_heights (const TkFace *face, TkUnit size, TkUnit *ret_ascent, TkUnit *ret_descent)
{
  gint64 ascent = MAX (face->ascent, face->ink_top), descent = MAX (-face->descent, -face->ink_bottom);

  *ret_ascent = (TkUnit) (ascent * size / face->units_per_em);
  *ret_descent = (TkUnit) (descent * size / face->units_per_em);
}

/* Where the tallest letter of a line meets the deepest one of the line above. */
static void
note_tight (const TkSetter *setter, const TkStyle *style, const TkFace *face, TkUnit size, TkUnit pitch)
{
  const gint64 ink = face->ink_top > 0 ? face->ink_top - face->ink_bottom : face->units_per_em;
  const gint64 needed = (ink * size + face->units_per_em - 1) / face->units_per_em;

  if (needed <= pitch)
    return;
  g_autofree char *apart = tk_notes_number_new (pitch / 1024.0, 1),
                  *points = tk_notes_number_new (size / 1024.0, 1),
                  *least = tk_notes_number_new ((needed + 51) / 1024.0, 1);
  tk_notes_add (setter->notes,
                _ ("style %s: letters with marks may touch those of the next line: lines are %s pt apart, "
                   "and %s of %s pt needs %s pt; give the style a larger pitch or smaller type"),
                style->name, apart, face->name, points, least);
}

void
tk_galley_note_tight_faces (const TkSetter *setter, const TkStyle *style, guint from, guint to)
{
  const TkUnit pitch = tk_galley_scale_size (setter, style->pitch);

  for (guint i = from; i < to; i++) {
    const TkBoxText *text = tk_galley_text_at (setter, i);
    if (text->word->face != text->font->face)
      note_tight (setter, style, text->word->face, text->word->size, pitch);
  }
}

gboolean
tk_galley_line_height (TkSetter *setter, const TkStyle *style, TkUnit *ret_ascent, TkUnit *ret_pitch,
                       GError **error)
{
  const TkFont *font = tk_galley_find_run_font (setter, style, 0, error);
  TkUnit ascent, descent;

  if (font == NULL)
    return FALSE;
  const TkFace *face = font->face;
  const TkUnit size = tk_galley_scale_size (setter, style->size);
  if (style->pitch > 0) {
    *ret_pitch = tk_galley_scale_size (setter, style->pitch);
    *ret_ascent = (TkUnit) ((gint64) *ret_pitch * TK_PITCH_ASCENT / 1000);
    note_tight (setter, style, face, size, *ret_pitch);
    return TRUE;
  }
  gint64 natural = (gint64) (face->ascent - face->descent + face->line_gap) * size / face->units_per_em;
  tk_galley_face_heights (face, size, &ascent, &descent);
  *ret_ascent = ascent;
  *ret_pitch = (TkUnit) MAX (natural * style->leading / 1000, (gint64) ascent + descent);
  return TRUE;
}

const TkWord *
tk_galley_find_word (TkSetter *setter, const TkFont *font, const char *text, GError **error)
{
  const TkOrigin nowhere = {0};
  const TkToken *token = tk_words_find (setter->words, font, text, strlen (text), &nowhere, error);

  return token != NULL ? token->word : NULL;
}

const TkWord *const *
tk_galley_find_digits (TkSetter *setter, const TkFont *font, GError **error)
{
  const TkWord **digits = tk_arena_array (setter->arena, const TkWord *, 10);

  for (int i = 0; i < 10; i++) {
    const char digit[] = {(char) ('0' + i), '\0'};
    digits[i] = tk_galley_find_word (setter, font, digit, error);
    if (digits[i] == NULL)
      return NULL;
  }
  return digits;
}
