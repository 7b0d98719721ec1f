/* How evenly words are spaced in justified lines of Vietnamese prose, beside Pango, which fills line after
 * line: what total fit is for. Our lines are read off the marks that are painted. */
#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "galley.h"
#include "sheet.h"
#include "typed.h"

/* A space of more than this many natural ones is seen as a hole. */
#define HOLE 2.0

/* Spaces as parts of their natural width. Last lines are not justified: they are counted as lines only. */
typedef struct {
  guint lines, holed; /* holed: lines with a space wider than HOLE */
  guint spaces;
  double sum, squares;
} Spread;

static double
find_variance (const Spread *spread)
{
  double mean = spread->sum / spread->spaces;

  return spread->squares / spread->spaces - mean * mean;
}

/* As the variance, but from the natural width instead of the mean: even holes are holes. */
static double
find_deviation (const Spread *spread)
{
  return (spread->squares - 2 * spread->sum) / spread->spaces + 1;
}

static void
add_line (Spread *spread, const GArray *ratios)
{
  gboolean holed = FALSE;

  for (guint i = 0; i < ratios->len; i++) {
    double ratio = g_array_index (ratios, double, i);
    spread->spaces++;
    spread->sum += ratio;
    spread->squares += ratio * ratio;
    holed = holed || ratio > HOLE;
  }
  spread->holed += holed;
}

/* ---- the text ---- */

/* The cells of the column "text", but those that @text has already. */
static void
read_sheet (const char *path, GString *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TkSheet) sheet = tk_sheet_csv_new (path, &error);
  TkRow row;
  guint column = 0;

  if (sheet == NULL || !tk_sheet_next (sheet, &row, &error))
    fail_msg ("%s: %s", path, error != NULL ? error->message : "empty");
  while (column < row.n_cells && g_strcmp0 (row.cells[column].text, "text") != 0)
    column++;
  while (tk_sheet_next (sheet, &row, &error)) {
    const char *cell = column < row.n_cells ? row.cells[column].text : NULL;
    if (cell != NULL && strstr (text->str, cell) == NULL)
      g_string_append_printf (text, "%s\n", cell);
  }
  if (error != NULL)
    fail_msg ("%s", error->message);
}

/* Paragraphs of the news items that the bench is made of, four sentences each as most have, and what the
 * conferences of the samples recorded, as it stands in lists of reports; a paragraph a line. */
static char **
read_paragraphs (void)
{
  static const char *const samples[] = {"dong-bang-song-hong", "hoi-thu-vien-2014", "mien-dong-nam-bo",
                                        "mien-nui-phia-bac", "thu-vien-quoc-gia-2022"};
  g_autofree char *sentences = NULL;
  g_autoptr (GError) error = NULL;
  int n = 0;

  if (!g_file_get_contents (SOURCE_FOLDER "/tests/bench/sentences.txt", &sentences, NULL, &error))
    fail_msg ("%s", error->message);
  for (char *p = sentences; *p != '\0'; p++)
    if (*p == '\n' && ++n % 4 != 0 && p[1] != '\0')
      *p = ' ';
  g_autoptr (GString) text = g_string_new (sentences);
  for (gsize i = 0; i < G_N_ELEMENTS (samples); i++) {
    g_autofree char *path = g_strdup_printf (SOURCE_FOLDER "/samples/%s/item.csv", samples[i]);
    read_sheet (path, text);
  }
  g_strchomp (text->str);
  return g_strsplit (text->str, "\n", -1);
}

/* ---- ours ---- */

static void
read_strip (const TkStrip *strip, GArray *ratios)
{
  TkUnit end = 0, natural = 0; /* of the word before; natural: of the space after it, 0 for none */

  g_array_set_size (ratios, 0);
  for (guint m = 0; m < strip->n_marks; m++) {
    const TkMark *mark = &strip->marks[m];
    assert_int_equal (mark->kind, TK_MARK_TEXT);
    for (guint p = 0; p < mark->text.n_pieces; p++) {
      const TkPiece *piece = &mark->text.pieces[p];
      const TkWord *word = piece->word;
      TkUnit x = mark->x + piece->x;
      if (natural > 0) {
        double ratio = (double) (x - end) / natural;
        g_array_append_val (ratios, ratio);
      }
      end = x + word->width;
      natural = (TkUnit) ((gint64) word->face->space_advance * word->size / word->face->units_per_em);
      if (piece->space == 0)
        natural = 0;
    }
  }
}

static Spread
measure_ours (char **paragraphs, TkUnit measure, int letters)
{
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER};
  g_autoptr (GString) typed = g_string_new (NULL);
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  Spread spread = {0};

  g_string_append_printf (typed, "style s Tinos 13 justify spread=%d\n", letters);
  g_string_append_printf (typed, "measure %.4f\n", measure / 1024.0);
  for (; *paragraphs != NULL; paragraphs++)
    g_string_append_printf (typed, "paragraph s %s\n", *paragraphs);
  TkDocument *document = tk_typed_read ("spread", typed->str, "");
  g_autoptr (TkGalley) galley = tk_galley_set (document, &options, notes, &error);
  if (galley == NULL)
    fail_msg ("%s", error->message);
  assert_int_equal (galley->width, measure);
  spread.lines = galley->n_strips;
  for (guint i = 0; i + 1 < galley->n_strips; i++) {
    const TkStrip *strip = &galley->strips[i];
    if (strip->node != strip[1].node)
      continue;
    read_strip (strip, ratios);
    add_line (&spread, ratios);
  }
  tk_typed_free (document);
  return spread;
}

/* ---- Pango's ---- */

static PangoLayout *
layout_new (void)
{
  FcConfig *config = FcConfigCreate ();

  if (!FcConfigParseAndLoad (config, (const FcChar8 *) FONT_FOLDER "/fonts.conf", FcTrue)
      || !FcConfigBuildFonts (config))
    fail_msg ("%s/fonts.conf cannot be read", FONT_FOLDER);
  FcConfigSetCurrent (config); /* before the map is made, which asks for it */
  PangoFontMap *map = pango_ft2_font_map_new ();
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_ft2_font_map_set_resolution (PANGO_FT2_FONT_MAP (map), 72, 72);
  FcConfigDestroy (config);
  PangoContext *context = pango_font_map_create_context (map);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("vi"));
  PangoLayout *layout = pango_layout_new (context);
  g_object_unref (context);
  g_object_unref (map);
  return layout;
}

static void
read_line (PangoLayout *layout, const PangoLayoutLine *line, int natural, GArray *ratios)
{
  const char *text = pango_layout_get_text (layout);
  int end = line->start_index + line->length;

  g_array_set_size (ratios, 0);
  while (end > line->start_index && text[end - 1] == ' ')
    end--; /* the space at which the line was broken */
  for (int i = line->start_index; i < end; i++) {
    PangoRectangle space;
    if (text[i] != ' ')
      continue;
    pango_layout_index_to_pos (layout, i, &space);
    double ratio = (double) space.width / natural;
    g_array_append_val (ratios, ratio);
  }
}

static Spread
measure_pango (char **paragraphs, TkUnit measure)
{
  g_autoptr (PangoLayout) layout = layout_new ();
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Tinos 13");
  g_autoptr (GArray) ratios = g_array_new (FALSE, FALSE, sizeof (double));
  Spread spread = {0};
  int natural;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, " ", -1);
  pango_layout_get_size (layout, &natural, NULL);
  pango_layout_set_width (layout, measure); /* a TkUnit is a unit of Pango's at 72 dpi */
  pango_layout_set_justify (layout, TRUE);
  for (; *paragraphs != NULL; paragraphs++) {
    pango_layout_set_text (layout, *paragraphs, -1);
    int n = pango_layout_get_line_count (layout);
    spread.lines += (guint) n;
    for (int i = 0; i + 1 < n; i++) {
      read_line (layout, pango_layout_get_line_readonly (layout, i), natural, ratios);
      add_line (&spread, ratios);
    }
  }
  return spread;
}

/* ---- the bounds ---- */

/* Of what Pango leaves, at most. */
typedef struct {
  int measure; /* mm */
  int letters; /* thousandths of the size by which they may be set apart or together */
  double variance, deviation, holed, lines;
} Bound;

/* Around their mean, spaces at 85 mm cannot vary by half of Pango's, whose lines are loose, but evenly so: of
 * this text even the breaks of least variance, no words tied, leave 0.61 of it. They can where letters give
 * by 2 percent, which nobody sees. */
static const Bound bounds[] = {
    {165, 0, 1.00, 0.55, 1.00, 1.01},  /* a page of the decree */
    {85, 0, 0.75, 0.55, 0.25, 1.01},   /* half of it */
    {55, 0, 0.55, 0.55, 0.50, 1.01},   /* a third of it: a wide cell */
    {165, 20, 0.25, 0.10, 0.50, 1.00}, /* letters give by 2 percent */
    {85, 20, 0.25, 0.10, 0.10, 1.00},  /* the same */
    {55, 20, 0.30, 0.15, 0.15, 1.00},
};

static guint
check_bound (const Bound *bound, const Spread *ours, const Spread *pango)
{
  const struct {
    const char *what;
    double ours, pango, part;
  } values[] = {
      {"variance of spaces", find_variance (ours), find_variance (pango), bound->variance},
      {"deviation of spaces from natural ones", find_deviation (ours), find_deviation (pango),
       bound->deviation},
      {"lines with holes", ours->holed, pango->holed, bound->holed},
      {"lines", ours->lines, pango->lines, bound->lines},
  };
  guint broken = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++) {
    if (values[i].ours <= values[i].part * values[i].pango)
      continue;
    print_error ("%d mm: %s %g, more than %g of Pango's %g\n", bound->measure, values[i].what, values[i].ours,
                 values[i].part, values[i].pango);
    broken++;
  }
  return broken;
}

static void
spaces_are_more_even (void **state G_GNUC_UNUSED)
{
  g_auto (GStrv) paragraphs = read_paragraphs ();
  guint broken = 0;

  print_message ("%u paragraphs; ours / Pango's\n", g_strv_length (paragraphs));
  print_message ("measure, letters    lines            mean        variance       deviation      holed\n");
  for (gsize i = 0; i < G_N_ELEMENTS (bounds); i++) {
    TkUnit measure = TK_MM (bounds[i].measure);
    Spread ours = measure_ours (paragraphs, measure, bounds[i].letters),
           pango = measure_pango (paragraphs, measure);
    print_message ("%4d mm, %d %%  %4u / %4u  %5.3f / %5.3f  %5.3f / %5.3f  %5.3f / %5.3f  %3u / %3u\n",
                   bounds[i].measure, bounds[i].letters / 10, ours.lines, pango.lines, ours.sum / ours.spaces,
                   pango.sum / pango.spaces, find_variance (&ours), find_variance (&pango),
                   find_deviation (&ours), find_deviation (&pango), ours.holed, pango.holed);
    broken += check_bound (&bounds[i], &ours, &pango);
  }
  assert_int_equal (broken, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {cmocka_unit_test (spaces_are_more_even)};

  return cmocka_run_group_tests_name ("spread", tests, NULL, NULL);
}
