/* Comes in: family, size, weight. Goes out: a face measured once, and what Pango
 * needs to shape in it. Knows nothing of paragraphs. */
#include "font.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n.h>
#include <hb-ot.h>
#include <hb.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <string.h>

#include "error.h"

typedef struct {
  TkFace face; /* first: a TkFace is one of these */
  hb_face_t *hb_face;
  hb_font_t *hb_font; /* in font units */
  hb_blob_t *blob;
  char *family, *name, *file;
} Face;

struct _TkFonts {
  char *folder;
  FcConfig *config;
  PangoFontMap *map;
  PangoContext *context;
  PangoFontMap *fallback_map; /* NULL until a letter is missing */
  PangoContext *fallback;
  GPtrArray *faces; /* (element-type Face) */
  GPtrArray *fonts; /* (element-type TkFont) */
};

/* ---- configuration ---- */

static FcConfig *
config_new (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  FcConfig *config = FcConfigCreate ();

  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)
      || !FcConfigParseAndLoad (config, (const FcChar8 *) path, FcTrue) || !FcConfigBuildFonts (config)) {
    g_set_error (error, TK_ERROR, TK_ERROR_FONT,
                 _ ("%s: cannot be read as a font configuration; install the program's fonts folder again"),
                 path);
    FcConfigDestroy (config);
    return NULL;
  }
  return config;
}

/* Pango asks the current configuration to complete a pattern, whatever the map's own is. */
static void
complete (FcPattern *pattern, gpointer config)
{
  FcConfigSubstitute (config, pattern, FcMatchPattern);
}

static void
map_new (FcConfig *config, PangoFontMap **ret_map, PangoContext **ret_context)
{
  PangoFontMap *map = pango_ft2_font_map_new ();

  pango_fc_font_map_set_default_substitute (PANGO_FC_FONT_MAP (map), complete, FcConfigReference (config),
                                            (GDestroyNotify) FcConfigDestroy);
  pango_ft2_font_map_set_resolution (PANGO_FT2_FONT_MAP (map), 72, 72);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  *ret_map = map;
  *ret_context = pango_font_map_create_context (map);
  pango_context_set_round_glyph_positions (*ret_context, FALSE);
  pango_context_set_language (*ret_context, pango_language_from_string ("vi"));
}

static void
face_free (void *pointer)
{
  Face *face = pointer;

  hb_font_destroy (face->hb_font);
  hb_face_destroy (face->hb_face);
  hb_blob_destroy (face->blob);
  g_free (face->family);
  g_free (face->name);
  g_free (face->file);
  g_free (face);
}

static void
font_free (void *pointer)
{
  TkFont *font = pointer;

  g_slist_free_full (font->analysis.extra_attrs, (GDestroyNotify) pango_attribute_destroy);
  pango_font_description_free (font->description);
  g_object_unref (font->analysis.font);
  g_free (font);
}

TkFonts *
tk_fonts_new (const char *folder, GError **error)
{
  g_autoptr (TkFonts) fonts = g_new0 (TkFonts, 1);

  fonts->folder = g_strdup (folder);
  fonts->faces = g_ptr_array_new_with_free_func (face_free);
  fonts->fonts = g_ptr_array_new_with_free_func (font_free);
  fonts->config = config_new (folder, "fonts.conf", error);
  if (fonts->config == NULL)
    return NULL;
  /* Pango asks fontconfig for its current configuration when a map is made: were it not
   * ours, that of the system would be read and parsed for nothing */
  FcConfigSetCurrent (fonts->config);
  map_new (fonts->config, &fonts->map, &fonts->context);
  return g_steal_pointer (&fonts);
}

void
tk_fonts_free (TkFonts *fonts)
{
  if (fonts == NULL)
    return;
  g_clear_pointer (&fonts->fonts, g_ptr_array_unref);
  g_clear_pointer (&fonts->faces, g_ptr_array_unref);
  g_clear_object (&fonts->context);
  g_clear_object (&fonts->fallback);
  g_clear_object (&fonts->map);
  g_clear_object (&fonts->fallback_map);
  g_clear_pointer (&fonts->config, FcConfigDestroy);
  g_free (fonts->folder);
  g_free (fonts);
}

/* ---- faces ---- */

/* The capitals and small letters that stand highest and lowest: every vowel
 * with every mark, and the letters with descenders. */
static const char tall_and_deep[] = "ẢẨẪẤẲẴẮỂỄẾỈĨỎỔỖỐỞỠỦỬỮỶỸẦẰỀỒỜỪỲÀÁÃÈÉẺẼÌÍÒÓÕÙÚŨỲÝĐ"
                                    "ẠẶẬẸỆỊỌỘỢỤỰỴạặậẹệịọộợụựỵgjpqyđQ,;()[]{}";

static void
measure_ink (Face *face)
{
  int top = 0, bottom = 0;

  for (const char *p = tall_and_deep; *p != '\0'; p = g_utf8_next_char (p)) {
    hb_codepoint_t glyph;
    hb_glyph_extents_t ink;
    if (!hb_font_get_nominal_glyph (face->hb_font, g_utf8_get_char (p), &glyph)
        || !hb_font_get_glyph_extents (face->hb_font, glyph, &ink))
      continue;
    top = MAX (top, ink.y_bearing);
    bottom = MIN (bottom, ink.y_bearing + ink.height);
  }
  hb_codepoint_t capital;
  hb_glyph_extents_t ink;
  if (hb_font_get_nominal_glyph (face->hb_font, 'H', &capital)
      && hb_font_get_glyph_extents (face->hb_font, capital, &ink))
    face->face.cap_height = ink.y_bearing;
  face->face.ink_top = top;
  face->face.ink_bottom = bottom;
}

/* fsType (OpenType specification, OS/2). */
static guint16
read_rights (hb_face_t *hb)
{
  hb_blob_t *blob = hb_face_reference_table (hb, HB_TAG ('O', 'S', '/', '2'));
  unsigned int size = 0;
  const guint8 *bytes = (const guint8 *) hb_blob_get_data (blob, &size);
  const guint16 rights = (guint16) (size >= 10 ? bytes[8] << 8 | bytes[9] : 0);

  hb_blob_destroy (blob);
  return rights;
}

static void
measure (Face *face)
{
  hb_font_extents_t extents = {0};
  hb_codepoint_t space = 0;

  hb_font_get_h_extents (face->hb_font, &extents);
  face->face.ascent = extents.ascender;
  face->face.descent = extents.descender;
  face->face.line_gap = extents.line_gap;
  if (hb_font_get_nominal_glyph (face->hb_font, ' ', &space))
    face->face.space_advance = hb_font_get_glyph_h_advance (face->hb_font, space);
  face->face.space = space;
  face->face.rights = read_rights (face->hb_face);
  measure_ink (face);
}

static Face *
face_new (PangoFont *font, const char *file, int index)
{
  Face *face = g_new0 (Face, 1);
  g_autoptr (PangoFontDescription) description = pango_font_describe (font);
  unsigned int size = 0;

  pango_font_description_unset_fields (description, PANGO_FONT_MASK_SIZE);
  face->hb_face = hb_face_reference (hb_font_get_face (pango_font_get_hb_font (font)));
  face->hb_font = hb_font_create (face->hb_face);
  face->blob = hb_face_reference_blob (face->hb_face);
  face->family = g_strdup (pango_font_description_get_family (description));
  face->name = pango_font_description_to_string (description);
  face->file = g_strdup (file);
  face->face.family = face->family;
  face->face.name = face->name;
  face->face.file = face->file;
  face->face.index = index;
  face->face.data = (const guint8 *) hb_blob_get_data (face->blob, &size);
  face->face.size = size;
  face->face.units_per_em = (int) hb_face_get_upem (face->hb_face);
  hb_font_set_scale (face->hb_font, face->face.units_per_em, face->face.units_per_em);
  measure (face);
  return face;
}

const TkFace *
tk_fonts_face (TkFonts *fonts, PangoFont *font)
{
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcChar8 *file = NULL;
  int index = 0;

  FcPatternGetString (pattern, FC_FILE, 0, &file);
  FcPatternGetInteger (pattern, FC_INDEX, 0, &index);
  for (guint i = 0; i < fonts->faces->len; i++) {
    Face *known = g_ptr_array_index (fonts->faces, i);
    if (known->face.index == index && strcmp (known->file, (const char *) file) == 0)
      return &known->face;
  }
  Face *face = face_new (font, (const char *) file, index);
  face->face.id = fonts->faces->len;
  g_ptr_array_add (fonts->faces, face);
  return &face->face;
}

const TkFace *const *
tk_fonts_faces (const TkFonts *fonts, guint *ret_n)
{
  *ret_n = fonts->faces->len;
  return (const TkFace *const *) fonts->faces->pdata;
}

gboolean
tk_fonts_cover (const TkFace *face, const char *text, gsize length)
{
  const Face *known = (const Face *) face;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p)) {
    hb_codepoint_t glyph;
    if (!hb_font_get_nominal_glyph (known->hb_font, g_utf8_get_char (p), &glyph))
      return FALSE;
  }
  return TRUE;
}

void
tk_fonts_grow_ink (const TkWord *word, TkUnit x, TkInk *ink)
{
  const Face *known = (const Face *) word->face;
  gint64 size = word->size, em = word->face->units_per_em;

  for (guint i = 0; i < word->n_glyphs; i++) {
    const TkGlyph *glyph = &word->glyphs[i];
    const TkOffset offset = tk_word_offset (word, i);
    hb_glyph_extents_t box;
    if (hb_font_get_glyph_extents (known->hb_font, glyph->glyph, &box)) {
      ink->top = MAX (ink->top, (TkUnit) (box.y_bearing * size / em) + offset.y);
      ink->bottom = MIN (ink->bottom, (TkUnit) ((box.y_bearing + box.height) * size / em) + offset.y);
      ink->right = MAX (ink->right, x + (TkUnit) ((box.x_bearing + box.width) * size / em) + offset.x);
    }
    x += glyph->advance;
  }
}

/* ---- fonts ---- */

static gboolean
is_as_asked (PangoFont *font, const char *family, gboolean bold, gboolean italic)
{
  FcPattern *pattern = pango_fc_font_get_pattern (PANGO_FC_FONT (font));
  FcChar8 *found = NULL;
  FcBool embolden = FcFalse;
  int weight = 0, slant = 0;

  FcPatternGetInteger (pattern, FC_WEIGHT, 0, &weight);
  FcPatternGetInteger (pattern, FC_SLANT, 0, &slant);
  FcPatternGetBool (pattern, FC_EMBOLDEN, 0, &embolden);
  if (embolden || bold != (weight >= FC_WEIGHT_DEMIBOLD) || italic != (slant != FC_SLANT_ROMAN))
    return FALSE;
  for (int i = 0; FcPatternGetString (pattern, FC_FAMILY, i, &found) == FcResultMatch; i++)
    if (g_ascii_strcasecmp ((const char *) found, family) == 0)
      return TRUE;
  return FALSE;
}

static TkFont *
font_new (TkFonts *fonts, const char *family, TkUnit size, gboolean bold, gboolean italic)
{
  g_autoptr (PangoFontDescription) description = pango_font_description_new ();

  pango_font_description_set_family (description, family);
  pango_font_description_set_absolute_size (description, size);
  pango_font_description_set_weight (description, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  g_autoptr (PangoFont) loaded = pango_font_map_load_font (fonts->map, fonts->context, description);
  if (loaded == NULL || !is_as_asked (loaded, family, bold, italic))
    return NULL;

  TkFont *font = g_new0 (TkFont, 1);
  font->id = fonts->fonts->len;
  font->face = tk_fonts_face (fonts, loaded);
  font->size = size;
  font->space = (TkUnit) ((gint64) font->face->space_advance * size / font->face->units_per_em);
  font->analysis.font = g_steal_pointer (&loaded);
  font->analysis.language = pango_language_from_string ("vi");
  font->analysis.script = PANGO_SCRIPT_LATIN;
  font->description = g_steal_pointer (&description);
  return font;
}

const TkFont *
tk_fonts_find (TkFonts *fonts, const char *style_name, const char *family, TkUnit size, gboolean bold,
               gboolean italic, GError **error)
{
  bold = !!bold;
  italic = !!italic;
  for (guint i = 0; i < fonts->fonts->len; i++) {
    TkFont *known = g_ptr_array_index (fonts->fonts, i);
    PangoFontDescription *is = known->description;
    if (known->style == NULL && known->size == size
        && (pango_font_description_get_weight (is) == PANGO_WEIGHT_BOLD) == bold
        && (pango_font_description_get_style (is) == PANGO_STYLE_ITALIC) == italic
        && strcmp (pango_font_description_get_family (is), family) == 0)
      return known;
  }
  TkFont *font = font_new (fonts, family, size, bold, italic);
  if (font == NULL) {
    g_autofree char *own = g_build_filename (g_get_user_data_dir (), "tongket", "fonts", NULL);
    g_set_error (error, TK_ERROR, TK_ERROR_FONT,
                 _ ("style “%s”: the font %s%s%s is not among the program's fonts; install its package "
                    "(fonts-croscore for Tinos) or put the font file into %s or, for all who use this "
                    "machine, %s"),
                 style_name, family, bold ? " Bold" : "", italic ? " Italic" : "", own, fonts->folder);
    return NULL;
  }
  g_ptr_array_add (fonts->fonts, font);
  return font;
}

gboolean
tk_fonts_has_feature (const TkFont *font, const char *tag)
{
  hb_face_t *face = ((const Face *) font->face)->hb_face;
  hb_tag_t tags[64], wanted = hb_tag_from_string (tag, -1);
  guint n = G_N_ELEMENTS (tags);

  for (guint from = 0; n == G_N_ELEMENTS (tags); from += n) {
    hb_ot_layout_table_get_feature_tags (face, HB_OT_TAG_GSUB, from, &n, tags);
    for (guint i = 0; i < n; i++)
      if (tags[i] == wanted)
        return TRUE;
  }
  return FALSE;
}

gboolean
tk_fonts_feature_covers (const TkFont *font, const char *tag, const char *text)
{
  const Face *face = (const Face *) font->face;
  hb_feature_t feature = {hb_tag_from_string (tag, -1), 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_buffer_t *buffer = hb_buffer_create ();
  gboolean covers = TRUE;

  for (const char *p = text; covers && *p != '\0'; p = g_utf8_next_char (p)) {
    hb_codepoint_t plain = 0;
    guint n;
    hb_buffer_clear_contents (buffer);
    hb_buffer_add_utf8 (buffer, p, (int) (g_utf8_next_char (p) - p), 0, -1);
    hb_buffer_guess_segment_properties (buffer);
    hb_shape (face->hb_font, buffer, &feature, 1);
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos (buffer, &n);
    hb_font_get_nominal_glyph (face->hb_font, g_utf8_get_char (p), &plain);
    covers = n > 0 && glyphs[0].codepoint != plain;
  }
  hb_buffer_destroy (buffer);
  return covers;
}

const TkFont *
tk_fonts_find_varied (const TkFonts *fonts, const TkFont *font, const char *style)
{
  for (guint i = 0; i < fonts->fonts->len; i++) {
    const TkFont *known = g_ptr_array_index (fonts->fonts, i);
    if (known->style != NULL && known->face == font->face && known->size == font->size
        && strcmp (known->style, style) == 0)
      return known;
  }
  return NULL;
}

const TkFont *
tk_fonts_vary (TkFonts *fonts, const TkFont *font, const char *style, const char *features)
{
  TkFont *varied = g_memdup2 (font, sizeof (TkFont));
  varied->id = fonts->fonts->len;
  varied->description = pango_font_description_copy (font->description);
  g_object_ref (varied->analysis.font);
  varied->style = g_intern_string (style);
  varied->features = g_intern_string (features);
  varied->analysis.extra_attrs = g_slist_prepend (NULL, pango_attr_font_features_new (varied->features));
  g_ptr_array_add (fonts->fonts, varied);
  return varied;
}

GList *
tk_fonts_itemize (TkFonts *fonts, const TkFont *font, const char *text, gsize length, GError **error)
{
  if (fonts->fallback == NULL) {
    FcConfig *config = config_new (fonts->folder, "fallback.conf", error);
    if (config == NULL)
      return NULL;
    map_new (config, &fonts->fallback_map, &fonts->fallback);
    FcConfigDestroy (config); /* the map holds its own reference */
  }
  pango_context_set_font_description (fonts->fallback, font->description);
  return pango_itemize (fonts->fallback, text, 0, (int) length, NULL, NULL);
}
