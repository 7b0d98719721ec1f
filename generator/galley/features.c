/* Comes in: a font and a style that asks for small capitals or for figures of a kind. Goes out: the same font
 * with these features of its face (OpenType, the registry of layout tags). Nothing is imitated. */
#include <glib/gi18n.h>
#include <string.h>

#include "set.h"

static const struct {
  const char *word; /* of the attribute figures */
  const char *tag;
} figures[] = {
    {"tabular", "tnum"},
    {"proportional", "pnum"},
    {"lining", "lnum"},
    {"old-style", "onum"},
};

/* Faces have small capitals for English, and leave ạ and ế small between them. */
static const char letters[] =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

/* Adds @tag where the face has it, else what is missing to @missing. */
static void
ask (gboolean has, const char *tag, const char *what, GString *features, GString *missing)
{
  GString *to = has ? features : missing;

  g_string_append_printf (to, "%s%s", to->len > 0 ? ", " : "", has ? tag : what);
}

static const TkFont *
make (TkSetter *setter, const TkStyle *style, const TkFont *font)
{
  g_autoptr (GString) features = g_string_new (NULL);
  g_autoptr (GString) missing = g_string_new (NULL);

  if (style->small_capitals)
    ask (tk_fonts_feature_covers (font, "smcp", letters), "smcp", "small-capitals", features, missing);
  for (gsize i = 0; i < G_N_ELEMENTS (figures); i++)
    if (style->figures != NULL && strstr (style->figures, figures[i].word) != NULL)
      ask (tk_fonts_has_feature (font, figures[i].tag), figures[i].tag, figures[i].word, features, missing);
  if (missing->len > 0)
    tk_notes_add (
        setter->notes,
        _ ("style “%s”: the font %s has no %s for Vietnamese; choose a family that has, or leave it "
           "out"),
        style->name, font->face->name, missing->str);
  return tk_fonts_vary (setter->fonts, font, style->name, features->str);
}

const TkFont *
tk_galley_find_features (TkSetter *setter, const TkStyle *style, const TkFont *font)
{
  const TkFont *known = tk_fonts_find_varied (setter->fonts, font, style->name);

  return known != NULL ? known : make (setter, style, font);
}
