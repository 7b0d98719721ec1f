/* yardstick FONTS.CONF TEXT OUT.pdf: the same paragraphs the plain way, a
 * PangoLayout each, its lines drawn to a cairo PDF surface. The page, the type
 * and the page numbers are those of than-bai.xml; there are no tags, no
 * metadata, and pages break wherever they are full. */
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#define MM(n) ((n) *72 / 25.4)
static const double WIDTH = MM (210), HEIGHT = MM (297), TOP = MM (20), FOOT = MM (297 - 20), LEFT = MM (30),
                    MEASURE = MM (210 - 30 - 15), INDENT = MM (12.7), GAP = 6;

typedef struct {
  cairo_t *cairo;
  PangoContext *context;
  PangoFontDescription *body, *folio;
  double y;
  int page;
} Paper;

static PangoLayout *
layout_new (Paper *paper, const PangoFontDescription *font, const char *text)
{
  PangoLayout *layout = pango_layout_new (paper->context);

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, pango_units_from_double (MEASURE));
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
    PangoLayout *layout = layout_new (paper, paper->folio, number);
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
    cairo_move_to (paper->cairo, LEFT, MM (10));
    pango_cairo_show_layout (paper->cairo, layout);
    g_object_unref (layout);
  }
  paper->y = TOP;
}

static void
draw_paragraph (Paper *paper, const char *text)
{
  PangoLayout *layout = layout_new (paper, paper->body, text);

  pango_layout_set_justify (layout, TRUE);
  pango_layout_set_indent (layout, pango_units_from_double (INDENT));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  do {
    PangoRectangle line;
    pango_layout_iter_get_line_extents (iter, NULL, &line);
    double height = pango_units_to_double (line.height);
    if (paper->y + height > FOOT)
      begin_page (paper);
    cairo_move_to (paper->cairo, LEFT + pango_units_to_double (line.x),
                   paper->y + pango_units_to_double (pango_layout_iter_get_baseline (iter) - line.y));
    pango_cairo_show_layout_line (paper->cairo, pango_layout_iter_get_line_readonly (iter));
    paper->y += height;
  } while (pango_layout_iter_next_line (iter));
  paper->y += GAP;
  pango_layout_iter_free (iter);
  g_object_unref (layout);
}

static PangoFontMap *
map_new (const char *path)
{
  FcConfig *config = FcConfigCreate ();
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);

  if (!FcConfigParseAndLoad (config, (const FcChar8 *) path, FcTrue) || !FcConfigBuildFonts (config))
    g_error ("%s: cannot be read", path);
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (map), config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  FcConfigDestroy (config);
  return map;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;

  if (argc != 4 || !g_file_get_contents (argv[2], &text, NULL, NULL))
    g_error ("yardstick FONTS.CONF TEXT OUT.pdf");
  cairo_surface_t *surface = cairo_pdf_surface_create (argv[3], WIDTH, HEIGHT);
  PangoFontMap *map = map_new (argv[1]);
  cairo_font_options_t *options = cairo_font_options_create ();
  Paper paper = {.cairo = cairo_create (surface), .context = pango_font_map_create_context (map)};

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (paper.context, options);
  paper.body = pango_font_description_from_string ("Tinos 14");
  paper.folio = pango_font_description_from_string ("Tinos 13");
  begin_page (&paper);
  for (char *line = text, *end; *line != '\0'; line = end + 1) {
    end = strchr (line, '\n');
    *end = '\0';
    draw_paragraph (&paper, line);
  }
  cairo_destroy (paper.cairo);
  cairo_surface_finish (surface);
  gboolean done = cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS;
  g_print ("%d\n", paper.page);
  cairo_surface_destroy (surface);
  return done ? 0 : 1;
}
