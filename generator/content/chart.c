/* Comes in: <chart> and its rows. Goes out: a chart with its values as numbers, and
 * the same as words: a sentence and a table for those who do not see it. Must not know how it is drawn. */
#include "chart.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "error.h"
#include "maker.h"
#include "number.h"

/* Bytes of the sentence that says what a chart shows, nearly. */
enum { LONGEST_SENTENCE = 600 };

/* Whole numbers are exact up to here, also as sums. */
#define LARGEST 1e15

static const char *
or_empty (const char *text)
{
  return text != NULL ? text : "";
}

static gboolean
read_value (TkMaker *maker, const TkBlock *series, TkChartValue *value, GError **error)
{
  const char *text = tk_content_plain (maker, &series->text);
  char *end = NULL;

  value->text = "";
  if (text == NULL)
    return TRUE;
  value->number = g_ascii_strtod (text, &end);
  if (*end != '\0' || end == text || !(fabs (value->number) <= LARGEST)) {
    g_autofree char *place = tk_origin_print (tk_content_trace (maker, &series->text.phrases[0]));
    g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                 _ ("%s: “%s” is not a plain number that a chart can show; give it as 1234.5, and how it is "
                    "to be written as the text of the series"),
                 place, text);
    return FALSE;
  }
  value->known = TRUE;
  value->text = tk_content_plain (maker, &series->alt);
  if (value->text != NULL)
    return TRUE;
  g_autoptr (GString) shown = g_string_new (NULL);
  tk_number_append (shown, value->number, -1);
  value->text = tk_arena_text (maker->arena, shown->str);
  return TRUE;
}

/* The rows are those of the topmost frame. */
static gboolean
read_rows (TkMaker *maker, const TkBlock *block, TkChart *chart, GError **error)
{
  TkFrame *frame = &maker->frames[maker->n_frames - 1];
  const char **categories = tk_arena_array (maker->arena, const char *, chart->n_categories);
  const char **titles = tk_arena_array (maker->arena, const char *, chart->n_series);
  TkChartValue *cells = tk_arena_array (maker->arena, TkChartValue,
                                        (gsize) chart->n_categories * chart->n_series);
  guint n = 0;

  chart->categories = categories;
  chart->titles = titles;
  chart->cells = cells;
  for (const TkBlock *series = block->first; series != NULL; series = series->next)
    titles[n++] = or_empty (tk_content_plain (maker, &series->title));
  for (; frame->row < chart->n_categories; frame->row++) {
    categories[frame->row] = or_empty (tk_content_plain (maker, &block->text));
    for (const TkBlock *series = block->first; series != NULL; series = series->next)
      if (!read_value (maker, series, cells++, error))
        return FALSE;
  }
  return TRUE;
}

/* ---- what cannot be shown ---- */

static gboolean
check_whole (const TkChart *chart, const char *place, GError **error)
{
  double sum = 0;

  for (guint i = 0; i < chart->n_categories; i++) {
    const TkChartValue *value = tk_chart_value (chart, i, 0);
    if (value->number < 0) {
      g_set_error (error, TK_ERROR, TK_ERROR_DATA,
                   _ ("%s: “%s” of “%s” is negative, and a whole has no negative parts; use kind=\"bars\""),
                   place, value->text, chart->categories[i]);
      return FALSE;
    }
    sum += value->number;
  }
  if (sum > 0)
    return TRUE;
  g_set_error (
      error, TK_ERROR, TK_ERROR_DATA,
      _ ("%s: the parts come to nothing, so there is no whole to show; use kind=\"bars\", or leave the "
         "chart out"),
      place);
  return FALSE;
}

static gboolean
check (const TkChart *chart, const char *place, GError **error)
{
  const gboolean whole = chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;
  const guint n = whole ? chart->n_categories : chart->n_series;

  if (whole && chart->n_series > 1) {
    g_set_error (error, TK_ERROR, TK_ERROR_LAYOUT,
                 _ ("%s: a pie or a ring shows one series; use kind=\"stacked\" for more"), place);
    return FALSE;
  }
  if (n > TK_CHART_SERIES) {
    g_set_error (error, TK_ERROR, whole ? TK_ERROR_DATA : TK_ERROR_LAYOUT,
                 whole
                     ? _ ("%s: of %u parts no more than %d can be told apart; put the smallest together, or "
                          "use kind=\"horizontal\"")
                     : _ ("%s: of %u series no more than %d can be told apart; make two charts of them"),
                 place, n, TK_CHART_SERIES);
    return FALSE;
  }
  return !whole || check_whole (chart, place, error);
}

/* ---- the same as words ---- */

static double
sum_up (const TkChart *chart)
{
  double sum = 0;

  for (guint i = 0; i < chart->n_categories; i++)
    sum += tk_chart_value (chart, i, 0)->number;
  return sum;
}

/* What there is to see; the values are in the table. */
static const char *
sentence_new (TkMaker *maker, const TkChart *chart)
{
  static const char *const kinds[] = {
      [TK_CHART_BARS] = "Biểu đồ cột",         [TK_CHART_STACKED] = "Biểu đồ cột chồng",
      [TK_CHART_HORIZONTAL] = "Biểu đồ thanh", [TK_CHART_LINES] = "Biểu đồ đường",
      [TK_CHART_PIE] = "Biểu đồ tròn",         [TK_CHART_RING] = "Biểu đồ vành khuyên",
  };
  g_autoptr (GString) to = g_string_new (kinds[chart->kind]);
  const char *first = chart->categories[0], *last = chart->categories[chart->n_categories - 1];

  if (chart->unit != NULL)
    g_string_append_printf (to, " (%s)", chart->unit);
  for (guint s = 0; s < chart->n_series && to->len < LONGEST_SENTENCE; s++)
    if (chart->titles[s][0] != '\0')
      g_string_append_printf (to, "%s%s", s == 0 ? ": " : ", ", chart->titles[s]);
  g_string_append_printf (to, "; %u mục", chart->n_categories);
  if (chart->n_categories > 1 && *first != '\0' && *last != '\0')
    g_string_append_printf (to, ", từ %s đến %s", first, last);
  if (chart->kind == TK_CHART_RING) {
    g_string_append (to, "; tổng số ");
    tk_number_append (to, sum_up (chart), -1);
  }
  g_string_append (to, "; số liệu ở bảng kèm theo");
  return tk_arena_text (maker->arena, to->str);
}

/* What each category is of the whole. A part is never said to be nothing. */
static void
find_shares (TkMaker *maker, TkChart *chart)
{
  const char **shares = tk_arena_array (maker->arena, const char *, chart->n_categories);
  gboolean whole = TRUE; /* all of them are percents without a rest */
  const double sum = sum_up (chart);

  for (guint i = 0; i < chart->n_categories; i++) {
    const double share = tk_chart_value (chart, i, 0)->number / sum * 100;
    whole = whole && fabs (share - round (share)) < 1e-9;
  }
  for (guint i = 0; i < chart->n_categories; i++) {
    const double share = tk_chart_value (chart, i, 0)->number / sum * 100;
    g_autoptr (GString) text = g_string_new (share > 0 && share < 0.05 ? "<" : NULL);
    tk_number_append (text, share > 0 ? MAX (share, 0.1) : 0, whole ? 0 : 1);
    g_string_append (text, "%");
    shares[i] = tk_arena_text (maker->arena, text->str);
  }
  chart->last_title = "Tỷ lệ";
  chart->lasts = shares;
}

/* What each category comes to. */
static void
find_sums (TkMaker *maker, TkChart *chart)
{
  const char **sums = tk_arena_array (maker->arena, const char *, chart->n_categories);

  for (guint i = 0; i < chart->n_categories; i++) {
    g_autoptr (GString) text = g_string_new (NULL);
    gboolean known = FALSE;
    double sum = 0;
    for (guint s = 0; s < chart->n_series; s++) {
      sum += tk_chart_value (chart, i, s)->number;
      known = known || tk_chart_value (chart, i, s)->known;
    }
    if (known)
      tk_number_append (text, sum, -1);
    sums[i] = tk_arena_text (maker->arena, text->str);
  }
  chart->last_title = "Cộng";
  chart->lasts = sums;
}

static void
add_cell (TkMaker *maker, TkNode *row, const char *text, gboolean head)
{
  TkNode *cell = tk_node_add (maker->arena, row, TK_NODE_CELL, row->parent->style);
  const TkRun run = {.text = text};

  cell->span = 1;
  cell->names_row = head;
  if (*text == '\0')
    return;
  cell->runs = tk_arena_copy (maker->arena, &run, sizeof run);
  cell->n_runs = 1;
}

static void
add_table (TkMaker *maker, const TkChart *chart, TkNode *parent)
{
  TkNode *table = tk_node_add (maker->arena, parent, TK_NODE_TABLE, chart->style);
  const guint n_columns = chart->n_series + (chart->lasts != NULL ? 2 : 1);
  TkColumn *columns = tk_arena_array (maker->arena, TkColumn, n_columns);
  TkNode *row = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL);

  for (guint i = 0; i < n_columns; i++)
    columns[i] = (TkColumn){TK_WIDTH_SHARE, 1000 / (gint32) n_columns, TK_ALIGN_LEFT};
  table->columns = columns;
  table->n_columns = n_columns;
  row->head = TRUE;
  add_cell (maker, row, or_empty (chart->unit), FALSE);
  for (guint s = 0; s < chart->n_series; s++)
    add_cell (maker, row, chart->titles[s], FALSE);
  if (chart->lasts != NULL)
    add_cell (maker, row, chart->last_title, FALSE);
  for (guint i = 0; i < chart->n_categories; i++) {
    row = tk_node_add (maker->arena, table, TK_NODE_ROW, NULL);
    add_cell (maker, row, chart->categories[i], TRUE);
    for (guint s = 0; s < chart->n_series; s++)
      add_cell (maker, row, tk_chart_value (chart, i, s)->text, FALSE);
    if (chart->lasts != NULL)
      add_cell (maker, row, chart->lasts[i], FALSE);
  }
}

static void
add_caption (TkMaker *maker, const TkBlock *block, TkNode *node)
{
  TkNode *table = node->last;
  TkNode *caption = tk_node_add (maker->arena, node, TK_NODE_PARAGRAPH, block->caption_style);

  if (!tk_content_fill (maker, &block->title, NULL, FALSE, caption))
    tk_content_drop_after (node, table);
}

gboolean
tk_content_build_chart (TkMaker *maker, const TkBlock *block, TkNode *parent, GError **error)
{
  g_autoptr (TkRows) rows = tk_content_rows_new (maker, block, error);
  const char *place = tk_template_print_place (maker->arena, &block->place);

  if (rows == NULL)
    return FALSE;
  if (rows->n_rows == 0)
    return TRUE;
  TkChart *chart = tk_arena_new0 (maker->arena, TkChart);
  chart->kind = block->chart;
  chart->style = block->style;
  chart->unit = tk_content_plain (maker, &block->unit);
  chart->values = block->values;
  chart->coloured = block->coloured;
  chart->colour = block->colour;
  chart->height = block->height;
  chart->n_categories = rows->n_rows;
  for (const TkBlock *series = block->first; series != NULL; series = series->next)
    chart->n_series++;
  tk_content_push (maker, rows);
  gboolean read = read_rows (maker, block, chart, error);
  tk_content_pop (maker);
  if (!read || !check (chart, place, error))
    return FALSE;
  TkNode *node = tk_node_add (maker->arena, parent, TK_NODE_CHART, block->caption_style);
  node->chart = chart;
  node->height = chart->height;
  node->origin = (TkOrigin){.file = block->place.file, .line = block->place.line};
  if (chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING)
    find_shares (maker, chart);
  else if (chart->kind == TK_CHART_STACKED && chart->n_series > 1)
    find_sums (maker, chart);
  node->alt = sentence_new (maker, chart);
  add_table (maker, chart, node);
  add_caption (maker, block, node);
  tk_content_feed_chart (maker, block, rows, node);
  return TRUE;
}

void
tk_chart_print_number (GString *to, double number, int decimals)
{
  tk_number_append (to, number, decimals);
}
