/* Faces through a private fontconfig, never the system's choice; Pango's fonts
 * behind them. */
#pragma once

#include <pango/pango.h>

#include "face.h"
#include "mark.h"
#include "style.h"

/* A face at a size: what words are shaped in. */
typedef struct {
  guint id; /* from 0, dense */
  const TkFace *face;
  TkUnit size;
  TkUnit space; /* advance of U+0020 */
  PangoFontDescription *description;
  PangoAnalysis analysis; /* for text in Latin letters */
  const char *style;      /* of a font with features of its face: the style that asks for them; else NULL */
  const char *features;
} TkFont;

typedef struct _TkFonts TkFonts;

/* @folder holds fonts.conf and fallback.conf. TK_ERROR_FONT. */
TkFonts *tk_fonts_new (const char *folder, GError **error);
void tk_fonts_free (TkFonts *fonts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkFonts, tk_fonts_free)

/* Borrowed. TK_ERROR_FONT where the family or its bold or italic face is not there: nothing is
 * put in its place. @style_name is for the message. */
const TkFont *tk_fonts_find (TkFonts *fonts, const char *style_name, const char *family, TkUnit size,
                             gboolean bold, gboolean italic, GError **error);

/* TRUE where the face substitutes glyphs by the feature @tag. */
gboolean tk_fonts_has_feature (const TkFont *font, const char *tag);

/* TRUE where it gives each character of @text another glyph. */
gboolean tk_fonts_feature_covers (const TkFont *font, const char *tag, const char *text);

/* @font with features of its face, as tk_fonts_vary made it for a style; NULL: it has not yet. */
const TkFont *tk_fonts_find_varied (const TkFonts *fonts, const TkFont *font, const char *style);

/* Makes it: "smcp, onum"; "" for none. */
const TkFont *tk_fonts_vary (TkFonts *fonts, const TkFont *font, const char *style, const char *features);

/* TRUE where @face has a glyph for each character. */
gboolean tk_fonts_cover (const TkFace *face, const char *text, gsize length);

/* Ink from the beginning of the baseline, y upwards. */
typedef struct {
  TkUnit top, bottom, right;
} TkInk;

/* Grows @ink by that of @word, which begins at @x. */
void tk_fonts_grow_ink (const TkWord *word, TkUnit x, TkInk *ink);

/* Text with letters that @font lacks, cut into items of one face each:
 * (element-type PangoItem), to be freed with pango_item_free. */
GList *tk_fonts_itemize (TkFonts *fonts, const TkFont *font, const char *text, gsize length, GError **error);

/* The face of a Pango font, kept for the life of @fonts. */
const TkFace *tk_fonts_face (TkFonts *fonts, PangoFont *font);

const TkFace *const *tk_fonts_faces (const TkFonts *fonts, guint *ret_n);
