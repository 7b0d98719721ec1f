/* Comes in: charts. Goes out: charts that Word draws (DrawingML, 21.2), with their data inside and the words
 * of their values as the paper has them. There is no workbook behind them: who wants other figures changes
 * the records. */
#include "chart.h"

#include <math.h>
#include <stdio.h>

#include "word_maker.h"

#define CHART "http://schemas.openxmlformats.org/drawingml/2006/chart"
#define TYPE "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"

enum { CATEGORY_AXIS = 1, VALUE_AXIS = 2 };

/* Told apart by everybody, and in print without colours by their lightness (as in print). */
static const guint32 colours[TK_CHART_SERIES] = {
    0x0072B2, 0xE69F00, 0x009E73, 0xF0E442, 0xCC79A7, 0x56B4E9, 0xD55E00, 0xBBBBBB,
};

static gboolean
is_whole (const TkChart *chart)
{
  return chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;
}

/* ---- data ---- */

static void
put_point (TkXml xml, guint i, const char *text)
{
  tk_word_begin (xml, "c:pt");
  tk_word_number (xml, "idx", i);
  tk_word_element (xml, "c:v", text);
  tk_word_end (xml);
}

static void
put_plain (TkXml xml, const char *name, const char *value)
{
  tk_word_begin (xml, name);
  tk_word_attribute (xml, "val", value);
  tk_word_end (xml);
}

static void
put_plain_number (TkXml xml, const char *name, gint64 value)
{
  tk_word_begin (xml, name);
  tk_word_number (xml, "val", value);
  tk_word_end (xml);
}

static void
put_categories (TkXml xml, const TkChart *chart)
{
  tk_word_begin (xml, "c:cat");
  tk_word_begin (xml, "c:strLit");
  put_plain_number (xml, "c:ptCount", chart->n_categories);
  for (guint i = 0; i < chart->n_categories; i++)
    put_point (xml, i, chart->categories[i]);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_values (TkXml xml, const TkChart *chart, guint series)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  tk_word_begin (xml, "c:val");
  tk_word_begin (xml, "c:numLit");
  tk_word_element (xml, "c:formatCode", "General");
  put_plain_number (xml, "c:ptCount", chart->n_categories);
  for (guint i = 0; i < chart->n_categories; i++) {
    const TkChartValue *value = tk_chart_value (chart, i, series);
    if (value->known)
      put_point (xml, i, g_ascii_dtostr (number, sizeof number, value->number));
  }
  tk_word_end (xml);
  tk_word_end (xml);
}

/* ---- looks ---- */

static void
put_fill (TkXml xml, guint32 colour)
{
  tk_word_begin (xml, "a:solidFill");
  tk_word_begin (xml, "a:srgbClr");
  tk_word_colour (xml, "val", colour);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_line (TkXml xml, guint32 colour, TkUnit thickness)
{
  tk_word_begin (xml, "a:ln");
  tk_word_number (xml, "w", tk_word_emu (thickness));
  put_fill (xml, colour);
  tk_word_end (xml);
}

/* Letters of a chart are no larger than printed: those of names and scales, and those of values at their
 * bars. */
#define LARGEST TK_PT (10)
#define LARGEST_VALUE TK_PT (8)

static void
put_letters (TkXml xml, const TkStyle *style, TkUnit largest, const char *element)
{
  tk_word_begin (xml, element);
  tk_word_number (xml, "sz", (gint64) MIN (style->size, largest) * 100 / 1024);
  tk_word_attribute (xml, "b", style->bold ? "1" : "0");
  put_fill (xml, style->colour);
  tk_word_begin (xml, "a:latin");
  tk_word_attribute (xml, "typeface", tk_word_family (style->family));
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
begin_words (TkXml xml, const char *element)
{
  tk_word_begin (xml, element);
  tk_word_flag (xml, "a:bodyPr");
  tk_word_flag (xml, "a:lstStyle");
  tk_word_begin (xml, "a:p");
}

static void
put_words (TkXml xml, const TkStyle *style, TkUnit largest, const char *text)
{
  tk_word_begin (xml, "c:tx");
  begin_words (xml, "c:rich");
  tk_word_begin (xml, "a:r");
  put_letters (xml, style, largest, "a:rPr");
  tk_word_element (xml, "a:t", text);
  for (int depth = 0; depth < 4; depth++)
    tk_word_end (xml);
}

/* What a label shows; the words of values are the paper's. */
static void
put_shown (TkXml xml, gboolean value, gboolean percent)
{
  put_plain (xml, "c:showLegendKey", "0");
  put_plain (xml, "c:showVal", value ? "1" : "0");
  put_plain (xml, "c:showCatName", "0");
  put_plain (xml, "c:showSerName", "0");
  put_plain (xml, "c:showPercent", percent ? "1" : "0");
  put_plain (xml, "c:showBubbleSize", "0");
}

static void
put_labels (TkXml xml, const TkChart *chart, guint series)
{
  if (!chart->values && !is_whole (chart))
    return;
  tk_word_begin (xml, "c:dLbls");
  for (guint i = 0; i < chart->n_categories && chart->values; i++) {
    const TkChartValue *value = tk_chart_value (chart, i, series);
    if (!value->known)
      continue;
    tk_word_begin (xml, "c:dLbl");
    put_plain_number (xml, "c:idx", i);
    put_words (xml, chart->style, LARGEST_VALUE, value->text);
    put_shown (xml, TRUE, FALSE);
    tk_word_end (xml);
  }
  put_shown (xml, FALSE, is_whole (chart));
  tk_word_end (xml);
}

/* Of a whole each part has a colour of its own, else each series. */
static void
put_look (TkXml xml, const TkChart *chart, guint series)
{
  const guint32 colour = colours[series % TK_CHART_SERIES];

  tk_word_begin (xml, "c:spPr");
  if (chart->kind == TK_CHART_LINES)
    put_line (xml, colour, TK_PT (1.5));
  else
    put_fill (xml, colour);
  tk_word_end (xml);
}

static void
put_parts (TkXml xml, const TkChart *chart)
{
  for (guint i = 0; i < chart->n_categories; i++) {
    tk_word_begin (xml, "c:dPt");
    put_plain_number (xml, "c:idx", i);
    put_plain (xml, "c:bubble3D", "0");
    tk_word_begin (xml, "c:spPr");
    put_fill (xml, colours[i % TK_CHART_SERIES]);
    put_line (xml, 0xFFFFFF, TK_PT (0.75));
    tk_word_end (xml);
    tk_word_end (xml);
  }
}

static void
put_marker (TkXml xml, guint series)
{
  static const char *const signs[] = {"circle", "square", "triangle", "diamond"};

  tk_word_begin (xml, "c:marker");
  put_plain (xml, "c:symbol", signs[series % G_N_ELEMENTS (signs)]);
  put_plain (xml, "c:size", "6");
  tk_word_begin (xml, "c:spPr");
  put_fill (xml, colours[series % TK_CHART_SERIES]);
  tk_word_end (xml);
  tk_word_end (xml);
}

static void
put_series (TkXml xml, const TkChart *chart, guint series)
{
  const char *title = chart->titles[series];

  tk_word_begin (xml, "c:ser");
  put_plain_number (xml, "c:idx", series);
  put_plain_number (xml, "c:order", series);
  if (title != NULL && *title != '\0') {
    tk_word_begin (xml, "c:tx");
    tk_word_element (xml, "c:v", title);
    tk_word_end (xml);
  }
  if (is_whole (chart)) {
    put_parts (xml, chart);
  } else {
    put_look (xml, chart, series);
    if (chart->kind == TK_CHART_LINES)
      put_marker (xml, series);
    else
      put_plain (xml, "c:invertIfNegative", "0");
  }
  put_labels (xml, chart, series);
  put_categories (xml, chart);
  put_values (xml, chart, series);
  if (chart->kind == TK_CHART_LINES)
    put_plain (xml, "c:smooth", "0");
  tk_word_end (xml);
}

/* ---- the plot ---- */

static void
put_all_series (TkXml xml, const TkChart *chart)
{
  put_plain (xml, "c:varyColors", is_whole (chart) ? "1" : "0");
  for (guint s = 0; s < chart->n_series; s++)
    put_series (xml, chart, s);
}

static void
put_axis_ids (TkXml xml)
{
  put_plain_number (xml, "c:axId", CATEGORY_AXIS);
  put_plain_number (xml, "c:axId", VALUE_AXIS);
}

static void
put_plot (TkXml xml, const TkChart *chart)
{
  static const char *const names[] = {"c:barChart",  "c:barChart", "c:barChart",
                                      "c:lineChart", "c:pieChart", "c:doughnutChart"};
  const gboolean bars = chart->kind <= TK_CHART_HORIZONTAL;

  tk_word_begin (xml, names[chart->kind]);
  if (bars)
    put_plain (xml, "c:barDir", chart->kind == TK_CHART_HORIZONTAL ? "bar" : "col");
  if (!is_whole (chart))
    put_plain (xml, "c:grouping",
               chart->kind == TK_CHART_STACKED ? "stacked"
               : bars                          ? "clustered"
                                               : "standard");
  put_all_series (xml, chart);
  if (bars) {
    put_plain (xml, "c:gapWidth", "60");
    if (chart->kind == TK_CHART_STACKED)
      put_plain (xml, "c:overlap", "100");
  }
  if (chart->kind == TK_CHART_LINES)
    put_plain (xml, "c:marker", "1");
  if (is_whole (chart))
    put_plain (xml, "c:firstSliceAng", "0");
  else
    put_axis_ids (xml);
  if (chart->kind == TK_CHART_RING)
    put_plain (xml, "c:holeSize", "55");
  tk_word_end (xml);
}

static gboolean
has_below_zero (const TkChart *chart)
{
  for (guint i = 0; i < chart->n_categories * chart->n_series; i++)
    if (chart->cells[i].known && chart->cells[i].number < 0)
      return TRUE;
  return FALSE;
}

/* Whole numbers in threes, by the points or commas of the reader's language; of a Vietnamese paper (language
 * 0x42A, 18.8.31) by points, as in the words of its values. */
static const char *
find_format (const TkChart *chart, const char *language)
{
  for (guint i = 0; i < chart->n_categories * chart->n_series; i++)
    if (chart->cells[i].known && fabs (chart->cells[i].number) >= 1000)
      return g_str_has_prefix (language, "vi") ? "[$-42A]#,##0" : "#,##0";
  return "General";
}

static void
put_axis (TkWord *word, const TkChart *chart, gboolean values)
{
  TkXml xml = word->xml;
  const gboolean lying = chart->kind == TK_CHART_HORIZONTAL;

  tk_word_begin (xml, values ? "c:valAx" : "c:catAx");
  put_plain_number (xml, "c:axId", values ? VALUE_AXIS : CATEGORY_AXIS);
  tk_word_begin (xml, "c:scaling");
  put_plain (xml, "c:orientation", lying && !values ? "maxMin" : "minMax");
  if (values && !has_below_zero (chart)) /* as in print: a bar that does not begin at zero lies */
    put_plain (xml, "c:min", "0");
  tk_word_end (xml);
  put_plain (xml, "c:delete", "0");
  put_plain (xml, "c:axPos", lying != values ? "l" : "b");
  if (values) {
    tk_word_begin (xml, "c:majorGridlines");
    tk_word_begin (xml, "c:spPr");
    put_line (xml, 0xCCCCCC, TK_PT (0.4));
    tk_word_end (xml);
    tk_word_end (xml);
  }
  if (values && chart->unit != NULL) {
    tk_word_begin (xml, "c:title");
    put_words (xml, chart->style, LARGEST, chart->unit);
    put_plain (xml, "c:overlay", "0");
    tk_word_end (xml);
  }
  tk_word_begin (xml, "c:numFmt");
  tk_word_attribute (xml, "formatCode",
                     values ? find_format (chart, tk_word_language (word->document->language)) : "General");
  tk_word_attribute (xml, "sourceLinked", "0");
  tk_word_end (xml);
  put_plain (xml, "c:majorTickMark", "none");
  put_plain (xml, "c:minorTickMark", "none");
  put_plain (xml, "c:tickLblPos", values && lying ? "high" : "low");
  put_plain_number (xml, "c:crossAx", values ? CATEGORY_AXIS : VALUE_AXIS);
  put_plain (xml, "c:crosses", "autoZero");
  if (!values && lying)
    put_plain (xml, "c:tickLblSkip", "1"); /* each bar has its name */
  tk_word_end (xml);
}

static gboolean
put_chart (TkWord *word, const void *data, GError **error G_GNUC_UNUSED)
{
  const TkChart *chart = data;
  TkXml xml = word->xml;

  tk_word_begin (xml, "c:chartSpace");
  tk_word_attribute (xml, "xmlns:c", CHART);
  tk_word_attribute (xml, "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main");
  put_plain (xml, "c:lang", "vi-VN");
  put_plain (xml, "c:roundedCorners", "0");
  tk_word_begin (xml, "c:chart");
  put_plain (xml, "c:autoTitleDeleted", "1");
  tk_word_begin (xml, "c:plotArea");
  tk_word_flag (xml, "c:layout");
  put_plot (xml, chart);
  if (!is_whole (chart)) {
    put_axis (word, chart, FALSE);
    put_axis (word, chart, TRUE);
  }
  tk_word_end (xml);
  if (chart->n_series > 1 || is_whole (chart)) {
    tk_word_begin (xml, "c:legend");
    put_plain (xml, "c:legendPos", is_whole (chart) ? "r" : "b");
    put_plain (xml, "c:overlay", "0");
    tk_word_end (xml);
  }
  put_plain (xml, "c:plotVisOnly", "1");
  put_plain (xml, "c:dispBlanksAs", "gap");
  tk_word_end (xml);
  tk_word_begin (xml, "c:spPr");
  tk_word_begin (xml, "a:ln");
  tk_word_flag (xml, "a:noFill");
  tk_word_end (xml);
  tk_word_end (xml);
  begin_words (xml, "c:txPr");
  tk_word_begin (xml, "a:pPr");
  put_letters (xml, chart->style, LARGEST, "a:defRPr");
  for (int depth = 0; depth < 4; depth++)
    tk_word_end (xml);
  return TRUE;
}

/* ---- in the text ---- */

static void
put_graphic (TkXml xml, const char *relation)
{
  tk_word_begin (xml, "a:graphic");
  tk_word_begin (xml, "a:graphicData");
  tk_word_attribute (xml, "uri", CHART);
  tk_word_begin (xml, "c:chart");
  tk_word_attribute (xml, "xmlns:c", CHART);
  tk_word_attribute (xml, "r:id", relation);
  tk_word_end (xml);
  tk_word_end (xml);
  tk_word_end (xml);
}

/* As in print. */
static TkUnit
find_height (const TkChart *chart)
{
  const TkUnit pitch = chart->style->size * 23 / 20, least = TK_MM (70);
  const TkUnit bars = (TkUnit) MIN (chart->n_categories, 200)
                      * MAX (pitch * 2, (TkUnit) chart->n_series * pitch * 3 / 2);

  if (chart->height > 0)
    return chart->height;
  return chart->kind == TK_CHART_HORIZONTAL ? MAX (least, bars + 4 * pitch) : least;
}

/* The table of its data is its alternative in print, and not seen there either. */
gboolean
tk_word_put_chart (TkWord *word, const TkNode *node, GError **error)
{
  const TkChart *chart = node->chart;
  const TkUnit width = MAX (word->width - word->indent, TK_PT (72));
  const TkUnit height = find_height (chart);
  const guint id = ++word->n_drawings;
  g_autofree char *name = g_strdup_printf ("charts/chart%u.xml", ++word->n_charts);
  g_autofree char *path = g_strconcat ("word/", name, NULL);
  const TkNode *caption = node->last != NULL && node->last->kind == TK_NODE_PARAGRAPH ? node->last : NULL;
  const TkWordParagraph look = {.keeps = caption != NULL};
  TkStyle style = *node->style;

  if (!tk_word_add_part (word, path, TYPE, put_chart, chart, error))
    return FALSE;
  style.first_indent = style.space_after = style.pitch = 0; /* a line as high as the chart */
  tk_word_begin_paragraph (word, TK_WORD_CAPTION, &style, 0, &look);
  tk_word_begin (word->xml, "w:r");
  tk_word_begin (word->xml, "w:drawing");
  tk_word_begin (word->xml, "wp:inline");
  tk_word_begin (word->xml, "wp:extent");
  tk_word_number (word->xml, "cx", tk_word_emu (width));
  tk_word_number (word->xml, "cy", tk_word_emu (height));
  tk_word_end (word->xml);
  tk_word_begin (word->xml, "wp:docPr");
  tk_word_number (word->xml, "id", id);
  tk_word_attribute (word->xml, "name", name);
  if (node->alt != NULL)
    tk_word_attribute (word->xml, "descr", node->alt);
  tk_word_end (word->xml);
  tk_word_flag (word->xml, "wp:cNvGraphicFramePr");
  put_graphic (word->xml, tk_word_package_relate (word->package, word->part, "chart", name, FALSE));
  for (int depth = 0; depth < 4; depth++)
    tk_word_end (word->xml);
  return caption == NULL || tk_word_put_block (word, caption, error);
}
