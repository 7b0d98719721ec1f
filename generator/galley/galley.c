/* Comes in: the document as a tree. Goes out: one long column of strips, and
 * the faces, words and pictures that its marks point to. */
#include "galley.h"

#include <string.h>

#include "set.h"

struct _TkGalleyPrivate {
  TkFonts *fonts;
  TkWords *words;
  TkPictures *pictures;
};

static TkGalley *
galley_new (const TkDocument *document, const TkGalleyOptions *options, GError **error)
{
  g_autoptr (TkGalley) galley = g_new0 (TkGalley, 1);

  galley->arena = tk_arena_new ();
  galley->document = document;
  galley->width = document->master->width - document->master->left - document->master->right;
  galley->private = g_new0 (struct _TkGalleyPrivate, 1);
  galley->private->fonts = tk_fonts_new (options->font_folder, error);
  if (galley->private->fonts == NULL)
    return NULL;
  galley->private->words = tk_words_new (galley->private->fonts);
  galley->private->pictures = tk_pictures_new ();
  return g_steal_pointer (&galley);
}

void
tk_galley_free (TkGalley *galley)
{
  if (galley == NULL)
    return;
  g_clear_pointer (&galley->private->pictures, tk_pictures_free);
  g_clear_pointer (&galley->private->words, tk_words_free);
  g_clear_pointer (&galley->private->fonts, tk_fonts_free);
  g_free (galley->private);
  g_free (galley->strips);
  tk_arena_free (galley->arena);
  g_free (galley);
}

/* Page numbers are known only by pages, which has no fonts: it is given the digits. */
static gboolean
set_digits (TkGalley *galley, TkSetter *setter, GError **error)
{
  const TkStyle *style = galley->document->master->folio;
  TkUnit pitch;

  if (style == NULL)
    return TRUE;
  const TkWord **digits = tk_arena_array (galley->arena, const TkWord *, 10);
  const TkFont *font = tk_fonts_find (setter->fonts, style->name, style->family, style->size, style->bold,
                                      style->italic, error);
  if (font == NULL || !tk_galley_line_height (setter, style, &galley->digit_ascent, &pitch, error))
    return FALSE;
  for (int i = 0; i < 10; i++) {
    const TkOrigin nowhere = {0};
    const char digit[] = {(char) ('0' + i), '\0'};
    const TkToken *token = tk_words_find (setter->words, font, digit, 1, &nowhere, error);
    if (token == NULL)
      return FALSE;
    digits[i] = token->word;
  }
  galley->digits = digits;
  return TRUE;
}

static gboolean
set_all (TkGalley *galley, TkSetter *setter, GError **error)
{
  TkStick stick = {.strips = g_array_new (FALSE, TRUE, sizeof (TkStrip)), .width = galley->width};
  gboolean set = tk_galley_set_block (setter, &stick, galley->document->root, error)
                 && set_digits (galley, setter, error);

  tk_galley_clear_beside (setter, &stick);
  galley->n_strips = stick.strips->len;
  galley->strips = (TkStrip *) (void *) g_array_free (stick.strips, FALSE);
  return set;
}

TkGalley *
tk_galley_set (const TkDocument *document, const TkGalleyOptions *options, TkNotes *notes, GError **error)
{
  g_autoptr (TkGalley) galley = galley_new (document, options, error);

  if (galley == NULL)
    return NULL;
  TkSetter setter = {
      .arena = galley->arena,
      .fonts = galley->private->fonts,
      .words = galley->private->words,
      .pictures = galley->private->pictures,
      .document = document,
      .notes = notes,
      .boxes = g_array_new (FALSE, FALSE, sizeof (TkBox)),
      .texts = tk_galley_texts_new (),
      .lines = g_array_new (FALSE, FALSE, sizeof (TkLine)),
      .marks = g_array_new (FALSE, TRUE, sizeof (TkMark)),
      .rules = g_array_new (FALSE, TRUE, sizeof (TkMark)),
  };
  gboolean set = set_all (galley, &setter, error);
  g_array_unref (setter.boxes);
  g_array_unref (setter.texts);
  g_array_unref (setter.lines);
  g_array_unref (setter.marks);
  g_array_unref (setter.rules);
  if (!set)
    return NULL;
  galley->faces = tk_fonts_faces (galley->private->fonts, &galley->n_faces);
  galley->pictures = tk_pictures_list (galley->private->pictures, &galley->n_pictures);
  galley->n_words = tk_words_count (galley->private->words);
  return g_steal_pointer (&galley);
}
