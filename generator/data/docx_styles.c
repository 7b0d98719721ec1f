/* Comes in: word/styles.xml and the theme. Goes out: styles with what they
 * inherit. Headings are known by outline level, name, or id: Word names its own
 * styles in English whatever its language, the ids are not. */
#include "docx_styles.h"
#include "nfc.h"

#include <string.h>

/* A chain of styles is not longer; so a circle has an end. */
enum { MOST_BASES = 64 };

struct _TkDocxStyles {
  GHashTable *styles; /* (element-type utf8 TkDocxStyle) */
  GStringChunk *names;
  TkDocxLook defaults;
  const char *major, *minor; /* fonts of the theme */
  const char *standard;      /* id of the default paragraph style, or NULL */
  TkDocxStyle *style;        /* the one that is being read */
  const char **theme;        /* likewise: major or minor */
};

TkDocxLook
tk_docx_look (GStringChunk *names)
{
  return (TkDocxLook){names, -1, -1, -1, -1, -1, -1, -1, -1, NULL, NULL};
}

static const char *
keep (GStringChunk *names, char *text)
{
  g_autofree char *taken = text;

  return taken != NULL ? g_string_chunk_insert_const (names, taken) : NULL;
}

/* w:rFonts (17.3.2.26): Vietnamese letters are drawn by the font for “high ANSI”. */
static void
take_font (const TkDocxPart *part, TkDocxLook *look)
{
  static const char *const places[] = {"hAnsiTheme", "hAnsi", "asciiTheme", "ascii"};

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++) {
    g_autofree char *font = tk_docx_attribute_new (part, places[i]);
    if (font == NULL || font[0] == '\0')
      continue;
    if (g_str_has_suffix (places[i], "Theme"))
      look->font = g_str_has_prefix (font, "major") ? "+major" : "+minor";
    else
      look->font = g_string_chunk_insert_const (look->names, font);
    return;
  }
}

/* The attribute val is there and is none of the two. */
static gboolean
differs (const TkDocxPart *part, const char *none, const char *other)
{
  g_autofree char *value = tk_docx_attribute_new (part, "val");

  return value != NULL && strcmp (value, none) != 0 && strcmp (value, other) != 0;
}

gboolean
tk_docx_take_look (TkDocxPart *part, void *data, GError **error)
{
  TkDocxLook *look = data;
  const char *name = tk_docx_name (part);

  if (tk_docx_space (part) != TK_DOCX_WORD)
    return tk_docx_skip (part, error);
  if (strcmp (name, "b") == 0)
    look->bold = tk_docx_is_on (part);
  else if (strcmp (name, "i") == 0)
    look->italic = tk_docx_is_on (part);
  else if (strcmp (name, "vanish") == 0)
    look->hidden = tk_docx_is_on (part);
  else if (strcmp (name, "u") == 0)
    look->underlined = differs (part, "none", "none");
  else if (strcmp (name, "strike") == 0 || strcmp (name, "dstrike") == 0)
    look->struck = tk_docx_is_on (part);
  else if (strcmp (name, "color") == 0)
    look->coloured = look->coloured > 0 || differs (part, "auto", "000000");
  else if (strcmp (name, "highlight") == 0)
    look->coloured = look->coloured > 0 || differs (part, "none", "white");
  else if (strcmp (name, "vertAlign") == 0)
    look->raised = differs (part, "baseline", "baseline");
  else if (strcmp (name, "sz") == 0)
    look->size = tk_docx_number (part, "val", -1);
  else if (strcmp (name, "rFonts") == 0)
    take_font (part, look);
  else if (strcmp (name, "rStyle") == 0)
    look->style = keep (look->names, tk_docx_attribute_new (part, "val"));
  return tk_docx_skip (part, error);
}

/* The level that a name or an id promises; -1 for none. “u1” and “Tiu” are what
 * Vietnamese versions of Word make of “Đầu đề 1” and “Tiêu đề”. */
static int
heading_of_name (const char *name)
{
  static const char *const headings[] = {"heading", "u", "tiu", "tiêu đề", "đầu đề", "đề mục"};
  static const char *const titles[] = {"title", "tiu", "tiêu đề"};
  g_autofree char *composed = tk_nfc_new (name, -1);
  g_autofree char *folded = g_utf8_casefold (composed != NULL ? composed : "", -1);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (strcmp (folded, titles[i]) == 0)
      return 1;
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++) {
    const char *rest = folded + strlen (headings[i]);
    if (!g_str_has_prefix (folded, headings[i]))
      continue;
    while (*rest == ' ' || *rest == '_')
      rest++;
    if (*rest >= '1' && *rest <= '9' && rest[1] == '\0')
      return *rest - '0';
  }
  return -1;
}

int
tk_docx_heading (const TkDocxPart *part)
{
  const int level = tk_docx_number (part, "val", 9);

  return level >= 0 && level < 9 ? level + 1 : 0;
}

static TkDocxStyle *
style_add (TkDocxStyles *styles, const char *id)
{
  TkDocxStyle *style = g_new0 (TkDocxStyle, 1);

  *style = (TkDocxStyle){.id = g_string_chunk_insert_const (styles->names, id),
                         .look = tk_docx_look (styles->names)};
  style->heading = heading_of_name (id);
  style->numbering = style->level = -1;
  g_hash_table_replace (styles->styles, (char *) style->id, style);
  return style;
}

/* TkDocxTake: of w:pPr */
static gboolean
take_paragraph_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxStyles *styles = data;
  const char *name = tk_docx_name (part);

  if (strcmp (name, "numPr") == 0)
    return tk_docx_children (part, take_paragraph_property, data, error);
  if (strcmp (name, "outlineLvl") == 0)
    styles->style->heading = tk_docx_heading (part);
  else if (strcmp (name, "numId") == 0)
    styles->style->numbering = MAX (tk_docx_number (part, "val", 0), 0);
  else if (strcmp (name, "ilvl") == 0)
    styles->style->level = MAX (tk_docx_number (part, "val", 0), 0);
  return tk_docx_skip (part, error);
}

static void
take_name (TkDocxStyle *style, const char *name)
{
  const int heading = heading_of_name (name);

  if (style->heading < 0)
    style->heading = heading;
  style->contents = g_ascii_strncasecmp (name, "toc ", 4) == 0;
}

/* TkDocxTake: of w:style */
static gboolean
take_style_property (TkDocxPart *part, void *data, GError **error)
{
  TkDocxStyles *styles = data;
  const char *name = tk_docx_name (part);

  if (strcmp (name, "rPr") == 0)
    return tk_docx_children (part, tk_docx_take_look, &styles->style->look, error);
  if (strcmp (name, "pPr") == 0)
    return tk_docx_children (part, take_paragraph_property, styles, error);
  g_autofree char *value = tk_docx_attribute_new (part, "val");
  if (strcmp (name, "basedOn") == 0 && value != NULL)
    styles->style->base = g_string_chunk_insert_const (styles->names, value);
  else if (strcmp (name, "name") == 0 && value != NULL)
    take_name (styles->style, value);
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:docDefaults */
static gboolean
take_default (TkDocxPart *part, void *data, GError **error)
{
  TkDocxStyles *styles = data;

  if (tk_docx_is (part, "rPrDefault"))
    return tk_docx_children (part, take_default, data, error);
  if (tk_docx_is (part, "rPr"))
    return tk_docx_children (part, tk_docx_take_look, &styles->defaults, error);
  return tk_docx_skip (part, error);
}

/* TkDocxTake: of w:styles */
static gboolean
take_style (TkDocxPart *part, void *data, GError **error)
{
  TkDocxStyles *styles = data;

  if (tk_docx_is (part, "docDefaults"))
    return tk_docx_children (part, take_default, data, error);
  g_autofree char *id = tk_docx_attribute_new (part, "styleId");
  if (!tk_docx_is (part, "style") || id == NULL)
    return tk_docx_skip (part, error);
  g_autofree char *type = tk_docx_attribute_new (part, "type");
  g_autofree char *standard = tk_docx_attribute_new (part, "default");
  styles->style = style_add (styles, id);
  if (g_strcmp0 (type, "paragraph") == 0 && standard != NULL && strcmp (standard, "0") != 0)
    styles->standard = styles->style->id;
  return tk_docx_children (part, take_style_property, styles, error);
}

/* TkDocxTake: the Latin typefaces of a theme (20.1.4.1.16) */
static gboolean
take_theme (TkDocxPart *part, void *data, GError **error)
{
  TkDocxStyles *styles = data;
  const char *name = tk_docx_name (part);

  if (strcmp (name, "majorFont") == 0)
    styles->theme = &styles->major;
  else if (strcmp (name, "minorFont") == 0)
    styles->theme = &styles->minor;
  if (strcmp (name, "latin") != 0)
    return tk_docx_children (part, take_theme, data, error);
  if (styles->theme != NULL && *styles->theme == NULL)
    *styles->theme = keep (styles->names, tk_docx_attribute_new (part, "typeface"));
  return tk_docx_skip (part, error);
}

static void
inherit_look (TkDocxLook *look, const TkDocxLook *base)
{
  look->bold = look->bold >= 0 ? look->bold : base->bold;
  look->italic = look->italic >= 0 ? look->italic : base->italic;
  look->hidden = look->hidden >= 0 ? look->hidden : base->hidden;
  look->font = look->font != NULL ? look->font : base->font;
}

static void
inherit (TkDocxStyles *styles, TkDocxStyle *style)
{
  const char *base = style->base;

  for (int i = 0; i < MOST_BASES && base != NULL; i++) {
    const TkDocxStyle *from = g_hash_table_lookup (styles->styles, base);
    if (from == NULL)
      return;
    inherit_look (&style->look, &from->look);
    style->heading = style->heading >= 0 ? style->heading : from->heading;
    if (style->numbering < 0) {
      style->numbering = from->numbering;
      style->level = style->level >= 0 ? style->level : from->level;
    }
    base = from->base;
  }
}

TkDocxStyles *
tk_docx_styles_new (TkPackage *package, const TkDocxLinks *links, GError **error)
{
  g_autoptr (TkDocxStyles) styles = g_new0 (TkDocxStyles, 1);
  const char *theme = tk_docx_links_find (links, "theme");
  const char *part = tk_docx_links_find (links, "styles");
  GHashTableIter iter;
  void *style = NULL;

  styles->styles = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  styles->names = g_string_chunk_new (4096);
  styles->defaults = tk_docx_look (styles->names);
  if (theme != NULL && !tk_docx_read (package, theme, take_theme, styles, error))
    return NULL;
  if (part != NULL && !tk_docx_read (package, part, take_style, styles, error))
    return NULL;
  g_hash_table_iter_init (&iter, styles->styles);
  while (g_hash_table_iter_next (&iter, NULL, &style))
    inherit (styles, style);
  return g_steal_pointer (&styles);
}

void
tk_docx_styles_free (TkDocxStyles *styles)
{
  if (styles == NULL)
    return;
  g_hash_table_unref (styles->styles);
  g_string_chunk_free (styles->names);
  g_free (styles);
}

const TkDocxStyle *
tk_docx_styles_need (TkDocxStyles *styles, const char *id)
{
  const char *wanted = id != NULL ? id : styles->standard != NULL ? styles->standard : "";
  const TkDocxStyle *style = g_hash_table_lookup (styles->styles, wanted);

  return style != NULL ? style : style_add (styles, wanted);
}

GStringChunk *
tk_docx_styles_names (const TkDocxStyles *styles)
{
  return styles->names;
}

static int
toggle (int direct, int standard, int paragraph, int run)
{
  if (direct >= 0)
    return direct;
  return standard > 0 || (paragraph > 0) != (run > 0);
}

static const char *
font_of (const TkDocxStyles *styles, const char *font)
{
  if (g_strcmp0 (font, "+major") == 0)
    return styles->major;
  return g_strcmp0 (font, "+minor") == 0 ? styles->minor : font;
}

TkDocxLook
tk_docx_styles_look (TkDocxStyles *styles, const TkDocxStyle *paragraph, const TkDocxLook *direct)
{
  const TkDocxLook none = tk_docx_look (styles->names), *defaults = &styles->defaults;
  const TkDocxLook *of = &paragraph->look;
  const TkDocxLook *run = direct->style != NULL ? &tk_docx_styles_need (styles, direct->style)->look : &none;
  const char *const fonts[] = {direct->font, run->font, of->font, defaults->font};
  TkDocxLook look = *direct;

  look.bold = toggle (direct->bold, defaults->bold, of->bold, run->bold);
  look.italic = toggle (direct->italic, defaults->italic, of->italic, run->italic);
  look.hidden = toggle (direct->hidden, defaults->hidden, of->hidden, run->hidden);
  for (gsize i = G_N_ELEMENTS (fonts); i-- > 0;)
    look.font = fonts[i] != NULL ? font_of (styles, fonts[i]) : look.font;
  return look;
}
