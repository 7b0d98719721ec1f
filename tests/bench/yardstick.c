/* yardstick FONTS.CONF TEXT OUT.pdf: the same blocks the plain way, a PangoLayout
 * for each text, its lines drawn to a cairo PDF surface, rules as rectangles,
 * JPEGs as they are. Page, type and page numbers are those of than-bai.xml and
 * bao-cao-dai.xml; there are no tags, no metadata, no contents, no repeated
 * heads, and pages break wherever they are full.
 * yardstick FONTS.CONF TEXT: shapes each text once by HarfBuzz, and no more.
 *
 * TEXT has a block a line, fields parted by tabs, the kind first: 1 2 3 heading,
 * p paragraph, l item of a list, c caption, h r t head, row and last row of a
 * table, i path of a JPEG. */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#define MM(n) ((n) *72 / 25.4)
static const double WIDTH = MM (210), HEIGHT = MM (297), TOP = MM (20), FOOT = MM (297 - 20), LEFT = MM (30),
                    MEASURE = MM (210 - 30 - 15), RULE = 0.5, PADDING = 2;
static const double COLUMNS[] = {MM (46), MM (22), MM (19), MM (19), MM (22), MM (22), MM (15)};

typedef enum { REGULAR, BOLD, ITALIC, N_FACES } Face;

static const struct {
  char kind;
  Face face;
  int size;
  PangoAlignment align;
  gboolean justify;
  double left, first, before, after;
} styles[] = {
    {'p', REGULAR, 14, PANGO_ALIGN_LEFT, TRUE, 0, MM (12.7), 0, 6},
    {'1', BOLD, 14, PANGO_ALIGN_LEFT, FALSE, 0, 0, 12, 8},
    {'2', BOLD, 14, PANGO_ALIGN_LEFT, FALSE, 0, MM (12.7), 8, 6},
    {'3', BOLD, 14, PANGO_ALIGN_LEFT, FALSE, 0, MM (12.7), 6, 6},
    {'l', REGULAR, 14, PANGO_ALIGN_LEFT, TRUE, MM (17), 0, 0, 6},
    {'c', ITALIC, 13, PANGO_ALIGN_CENTER, FALSE, 0, 0, 4, 12},
    {'h', BOLD, 13, PANGO_ALIGN_CENTER, FALSE, 0, 0, 0, 0},
    {'r', REGULAR, 13, PANGO_ALIGN_RIGHT, FALSE, 0, 0, 0, 0},
    {'t', BOLD, 13, PANGO_ALIGN_RIGHT, FALSE, 0, 0, 0, 12},
};

typedef struct {
  cairo_t *cairo;
  PangoContext *context;
  PangoFontDescription *faces[N_FACES];
  GHashTable *pictures; /* by their paths: surfaces */
  double y;
  int page;
} Paper;

static gsize
find_style (char kind)
{
  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++) {
    if (styles[i].kind == kind)
      return i;
  }
  g_error ("%c: no such kind", kind);
}

static PangoLayout *
layout_new (Paper *paper, Face face, int size, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (paper->context);

  pango_font_description_set_size (paper->faces[face], size * PANGO_SCALE);
  pango_layout_set_font_description (layout, paper->faces[face]);
  pango_layout_set_width (layout, pango_units_from_double (width));
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static void
begin_page (Paper *paper)
{
  if (paper->page++ > 0) {
    char number[16];
    cairo_show_page (paper->cairo);
    g_snprintf (number, sizeof number, "%d", paper->page);
    PangoLayout *layout = layout_new (paper, REGULAR, 13, number, MEASURE);
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    cairo_move_to (paper->cairo, LEFT, MM (10));
    pango_cairo_show_layout (paper->cairo, layout);
    g_object_unref (layout);
  }
  paper->y = TOP;
}

static void
draw_text (Paper *paper, gsize style, const char *text)
{
  double left = LEFT + styles[style].left;
  PangoLayout *layout = layout_new (paper, styles[style].face, styles[style].size, text,
                                    MEASURE - styles[style].left);

  pango_layout_set_alignment (layout, styles[style].align);
  pango_layout_set_justify (layout, styles[style].justify);
  pango_layout_set_indent (layout, pango_units_from_double (styles[style].first));
  paper->y += styles[style].before;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  do {
    PangoRectangle line;
    pango_layout_iter_get_line_extents (iter, NULL, &line);
    double height = pango_units_to_double (line.height);
    if (paper->y + height > FOOT)
      begin_page (paper);
    cairo_move_to (paper->cairo, left + pango_units_to_double (line.x),
                   paper->y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - line.y));
    pango_cairo_show_layout_line (paper->cairo, pango_layout_iter_get_line_readonly (iter));
    paper->y += height;
  } while (pango_layout_iter_next_line (iter));
  paper->y += styles[style].after;
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

static void
draw_item (Paper *paper, gsize style, const char *text)
{
  PangoLayout *dash = layout_new (paper, REGULAR, styles[style].size, "-", MEASURE);

  if (paper->y + styles[style].size * 1.2 > FOOT)
    begin_page (paper);
  cairo_move_to (paper->cairo, LEFT + MM (12.7), paper->y);
  pango_cairo_show_layout (paper->cairo, dash);
  g_object_unref (dash);
  draw_text (paper, style, text);
}

static void
draw_row (Paper *paper, gsize style, char **texts)
{
  PangoLayout *cells[G_N_ELEMENTS (COLUMNS)];
  guint n = MIN (g_strv_length (texts), G_N_ELEMENTS (COLUMNS));
  double height = 0, x = LEFT;

  for (guint i = 0; i < n; i++) {
    int cell_width, cell_height;
    cells[i] = layout_new (paper, styles[style].face, styles[style].size, texts[i], COLUMNS[i] - 2 * PADDING);
    pango_layout_set_alignment (cells[i],
                                styles[style].kind == 'h' || i > 0 ? styles[style].align : PANGO_ALIGN_LEFT);
    pango_layout_get_size (cells[i], &cell_width, &cell_height);
    height = MAX (height, pango_units_to_double (cell_height) + 2 * PADDING);
  }
  if (paper->y + height > FOOT)
    begin_page (paper);
  cairo_set_line_width (paper->cairo, RULE);
  for (guint i = 0; i < n; x += COLUMNS[i++]) {
    cairo_move_to (paper->cairo, x + PADDING, paper->y + PADDING);
    pango_cairo_show_layout (paper->cairo, cells[i]);
    g_object_unref (cells[i]);
    cairo_rectangle (paper->cairo, x, paper->y, COLUMNS[i], height);
    cairo_stroke (paper->cairo);
  }
  paper->y += height + styles[style].after;
}

static cairo_surface_t *
find_picture (Paper *paper, const char *path)
{
  cairo_surface_t *surface = g_hash_table_lookup (paper->pictures, path);
  char *data;
  gsize size;

  if (surface != NULL)
    return surface;
  if (!g_file_get_contents (path, &data, &size, NULL))
    g_error ("%s: cannot be read", path);
  /* its dots are never looked at; pictures.c makes all of them 720 × 480 */
  surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 720, 480);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, (guint8 *) data, size, g_free, data);
  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_UNIQUE_ID, (guint8 *) path, strlen (path), NULL,
                               NULL);
  g_hash_table_insert (paper->pictures, (char *) path, surface);
  return surface;
}

static void
draw_picture (Paper *paper, const char *path)
{
  const double width = MM (90), height = MM (60);

  if (paper->y + height > FOOT)
    begin_page (paper);
  cairo_save (paper->cairo);
  cairo_translate (paper->cairo, LEFT + (MEASURE - width) / 2, paper->y);
  cairo_scale (paper->cairo, width / 720, height / 480);
  cairo_set_source_surface (paper->cairo, find_picture (paper, path), 0, 0);
  cairo_paint (paper->cairo);
  cairo_restore (paper->cairo);
  paper->y += height;
}

static void
draw_block (Paper *paper, char *line)
{
  char *text = line + 2;

  if (*line == 'i') {
    draw_picture (paper, text);
    return;
  }
  gsize style = find_style (*line);
  if (strchr ("hrt", *line) != NULL) {
    g_auto (GStrv) texts = g_strsplit (text, "\t", -1);
    draw_row (paper, style, texts);
  } else if (*line == 'l') {
    draw_item (paper, style, text);
  } else {
    draw_text (paper, style, text);
  }
}

/* Shaping alone. */

typedef struct {
  hb_font_t *faces[N_FACES];
  hb_buffer_t *buffer;
} Shaper;

static hb_font_t *
font_new (FcConfig *config, Face face)
{
  FcPattern *wanted = FcPatternBuild (NULL, FC_FAMILY, FcTypeString, "Tinos", FC_WEIGHT, FcTypeInteger,
                                      face == BOLD ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR, FC_SLANT,
                                      FcTypeInteger, face == ITALIC ? FC_SLANT_ITALIC : FC_SLANT_ROMAN, NULL);
  FcResult result;
  FcChar8 *file;

  FcConfigSubstitute (config, wanted, FcMatchPattern);
  FcDefaultSubstitute (wanted);
  FcPattern *found = FcFontMatch (config, wanted, &result);
  if (found == NULL || FcPatternGetString (found, FC_FILE, 0, &file) != FcResultMatch)
    g_error ("Tinos: not found");
  hb_blob_t *blob = hb_blob_create_from_file ((const char *) file);
  hb_face_t *data = hb_face_create (blob, 0);
  hb_font_t *font = hb_font_create (data);
  hb_face_destroy (data);
  hb_blob_destroy (blob);
  FcPatternDestroy (found);
  FcPatternDestroy (wanted);
  return font;
}

static void
shape_text (Shaper *shaper, Face face, const char *text)
{
  hb_buffer_clear_contents (shaper->buffer);
  hb_buffer_add_utf8 (shaper->buffer, text, -1, 0, -1);
  hb_buffer_set_direction (shaper->buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (shaper->buffer, HB_SCRIPT_LATIN);
  hb_buffer_set_language (shaper->buffer, hb_language_from_string ("vi", 2));
  hb_shape (shaper->faces[face], shaper->buffer, NULL, 0);
}

static void
shape_block (Shaper *shaper, char *line)
{
  if (*line == 'i')
    return;
  g_auto (GStrv) texts = g_strsplit (line + 2, "\t", -1);
  for (char **text = texts; *text != NULL; text++)
    shape_text (shaper, styles[find_style (*line)].face, *text);
}

static FcConfig *
config_new (const char *path)
{
  FcConfig *config = FcConfigCreate ();

  if (!FcConfigParseAndLoad (config, (const FcChar8 *) path, FcTrue) || !FcConfigBuildFonts (config))
    g_error ("%s: cannot be read", path);
  return config;
}

static int
shape (FcConfig *config, char **lines)
{
  Shaper shaper = {.buffer = hb_buffer_create ()};

  for (Face face = 0; face < N_FACES; face++)
    shaper.faces[face] = font_new (config, face);
  for (char **line = lines; *line != NULL; line++)
    shape_block (&shaper, *line);
  return 0;
}

static int
draw (FcConfig *config, char **lines, const char *path)
{
  static const char *const names[N_FACES] = {"Tinos", "Tinos Bold", "Tinos Italic"};
  cairo_surface_t *surface = cairo_pdf_surface_create (path, WIDTH, HEIGHT);
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  Paper paper = {.cairo = cairo_create (surface),
                 .context = pango_font_map_create_context (map),
                 .pictures = g_hash_table_new (g_str_hash, g_str_equal)};
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (paper.context, options);
  for (Face face = 0; face < N_FACES; face++)
    paper.faces[face] = pango_font_description_from_string (names[face]);
  begin_page (&paper);
  for (char **line = lines; *line != NULL; line++)
    draw_block (&paper, *line);
  cairo_destroy (paper.cairo);
  cairo_surface_finish (surface);
  gboolean done = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  g_print ("%d\n", paper.page);
  cairo_surface_destroy (surface);
  return done ? 0 : 1;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;

  if (argc < 3 || argc > 4 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    g_error ("yardstick FONTS.CONF TEXT [OUT.pdf]");
  g_auto (GStrv) lines = g_strsplit (g_strchomp (text), "\n", -1);
  FcConfig *config = config_new (argv[1]);
  return argc == 4 ? draw (config, lines, argv[3]) : shape (config, lines);
}
