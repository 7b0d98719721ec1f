/* Comes in: the document as a tree. Goes out: one long column of strips, and
 * the faces, words and pictures that its marks point to. */
#include "galley.h"

#include "set.h"

struct _TkGalleyPrivate {
  TkFonts *fonts;
  TkWords *words;
  TkPictures *pictures;
  TkPrints *prints;
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
  galley->private->prints = tk_prints_new (options->prints);
  return g_steal_pointer (&galley);
}

void
tk_galley_free (TkGalley *galley)
{
  if (galley == NULL)
    return;
  g_clear_pointer (&galley->private->prints, tk_prints_free);
  g_clear_pointer (&galley->private->pictures, tk_pictures_free);
  g_clear_pointer (&galley->private->words, tk_words_free);
  g_clear_pointer (&galley->private->fonts, tk_fonts_free);
  g_free (galley->private);
  g_free (galley->strips);
  tk_arena_free (galley->arena);
  g_free (galley);
}

/* That behind a paper with which a book ends. */
static void
drop_empty_region (TkSetter *setter, const TkStick *stick)
{
  const guint last = setter->regions->len - 1;

  if (last > 0 && g_array_index (setter->regions, TkRegion, last).first == stick->strips->len)
    g_array_set_size (setter->regions, last);
}

static gboolean
set_all (TkGalley *galley, TkSetter *setter, GError **error)
{
  TkStick stick = {.strips = g_array_new (FALSE, TRUE, sizeof (TkStrip)), .main = TRUE};

  tk_galley_begin_region (setter, &stick, galley->document->master, NULL);
  gboolean set = tk_galley_set_block (setter, &stick, galley->document->root, error)
                 && tk_galley_set_fillers (setter, error) && tk_galley_set_furniture (galley, setter, error);

  tk_galley_clear_beside (setter, &stick);
  if (stick.strips->len == 0 && setter->floats->len > 0)
    tk_galley_add_strip (&stick, galley->document->root, 0); /* for them to hang on */
  for (guint i = 0; i < setter->floats->len; i++) {          /* nothing stands in its region */
    TkFloat *moved = &g_array_index (setter->floats, TkFloat, i);
    moved->anchor = MIN (moved->anchor, stick.strips->len - 1);
  }
  tk_galley_set_floats_footnotes (setter);
  tk_galley_align (setter, &stick);
  drop_empty_region (setter, &stick);
  galley->n_strips = stick.strips->len;
  galley->n_regions = setter->regions->len;
  galley->regions = tk_arena_copy (galley->arena, setter->regions->data,
                                   galley->n_regions * sizeof (TkRegion));
  galley->n_floats = setter->floats->len;
  galley->floats = tk_arena_copy (galley->arena, setter->floats->data, galley->n_floats * sizeof (TkFloat));
  galley->n_fillers = setter->fillers->len;
  galley->fillers = tk_arena_copy (galley->arena, setter->fillers->data,
                                   galley->n_fillers * sizeof (TkFiller));
  galley->strips = (TkStrip *) (void *) g_array_free (stick.strips, FALSE);
  return set;
}

/* A broken picture is the error that is told before others behind it. */
static gboolean
make_prints (TkGalley *galley, gboolean set, GError **error)
{
  g_autoptr (GError) broken = NULL;

  galley->pictures = tk_pictures_list (galley->private->pictures, &galley->n_pictures);
  if (tk_prints_make (galley->private->prints, galley->pictures, galley->n_pictures, &broken)) {
    galley->prints = galley->private->prints;
    return set;
  }
  if (!set)
    g_clear_error (error);
  g_propagate_error (error, g_steal_pointer (&broken));
  return FALSE;
}

TkGalley *
tk_galley_set (const TkDocument *document, const TkGalleyOptions *options, TkNotes *notes, GError **error)
{
  g_autoptr (TkGalley) galley = galley_new (document, options, error);

  if (galley == NULL)
    return NULL;
  TkSetter setter = {
      .arena = galley->arena,
      .line_arena = galley->arena,
      .fonts = galley->private->fonts,
      .words = galley->private->words,
      .pictures = galley->private->pictures,
      .document = document,
      .notes = notes,
      .regions = g_array_new (FALSE, FALSE, sizeof (TkRegion)),
      .floats = g_array_new (FALSE, FALSE, sizeof (TkFloat)),
      .fillers = g_array_new (FALSE, FALSE, sizeof (TkFiller)),
      .noted = g_array_new (FALSE, FALSE, sizeof (TkNoted)),
      .notes_set = g_hash_table_new (NULL, NULL),
      .boxes = g_array_new (FALSE, FALSE, sizeof (TkBox)),
      .texts = tk_galley_texts_new (),
      .lines = g_array_new (FALSE, FALSE, sizeof (TkLine)),
      .marks = g_array_new (FALSE, TRUE, sizeof (TkMark)),
      .rules = g_array_new (FALSE, TRUE, sizeof (TkMark)),
      .fields = g_array_new (FALSE, TRUE, sizeof (TkField)),
  };
  gboolean set = set_all (galley, &setter, error)
                 && (!options->slug || tk_galley_set_slug (galley, &setter, error));
  g_array_unref (setter.regions);
  g_array_unref (setter.floats);
  g_array_unref (setter.fillers);
  g_array_unref (setter.noted);
  g_hash_table_unref (setter.notes_set);
  g_array_unref (setter.boxes);
  g_array_unref (setter.texts);
  g_array_unref (setter.lines);
  g_array_unref (setter.marks);
  g_array_unref (setter.rules);
  g_array_unref (setter.fields);
  if (!make_prints (galley, set, error))
    return NULL;
  galley->faces = tk_fonts_faces (galley->private->fonts, &galley->n_faces);
  galley->n_words = tk_words_count (galley->private->words);
  return g_steal_pointer (&galley);
}
