/* Comes in: a style, and where type is set in it. Goes out: fonts, and how high their lines are. Knows
 * nothing of the words. */
#include "type.h"

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
  gint64 natural = (gint64) (face->ascent - face->descent + face->line_gap) * size / face->units_per_em;
  tk_galley_face_heights (face, size, &ascent, &descent);
  *ret_ascent = ascent;
  *ret_pitch = (TkUnit) MAX (natural * style->leading / 1000, (gint64) ascent + descent);
  return TRUE;
}
