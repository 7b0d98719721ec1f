/* Comes in: figures, albums, charts. Goes out: FIGURE with its picture and caption; of a chart its data as a
 * table, with a bar behind each number that says how large it is: all that the drawing says, for all readers.
 */
#include "chart.h"
#include "html_maker.h"

static void
write_caption (TkHtml *html, const TkNode *first)
{
  if (first == NULL)
    return;
  tk_html_begin_block (html, "figcaption");
  tk_html_write_blocks (html, first, NULL);
  tk_html_end_group (html);
}

/* Cropped as on paper: to its shape, around its focus. Its size is at most that of paper. */
static const char *
find_frame (TkHtml *html, const TkNode *figure)
{
  const TkFraming *framing = figure->framing;
  g_autoptr (GString) rules = g_string_new (NULL);

  if (framing != NULL && framing->ratio.width != 0)
    g_string_append_printf (
        rules, "aspect-ratio:%d/%d;object-fit:cover;object-position:%d.%d%% %d.%d%%;width:100%%;",
        framing->ratio.width, framing->ratio.height, framing->focus_x / 10, framing->focus_x % 10,
        framing->focus_y / 10, framing->focus_y % 10);
  if (figure->width > 0) {
    g_string_append (rules, "max-width:min(100%,");
    tk_html_look_append_length (html->looks, rules, figure->width);
    g_string_append (rules, ");");
  }
  if (figure->height > 0) {
    g_string_append (rules, "width:auto;max-height:");
    tk_html_look_append_length (html->looks, rules, figure->height);
    g_string_append_c (rules, ';');
  }
  if (rules->len == 0)
    return NULL;
  g_string_prepend (rules, "& img{");
  g_string_append_c (rules, '}');
  return tk_html_look_add (html->looks, "frame", rules->str);
}

static void
append_class (GString *classes, const char *class)
{
  if (class != NULL)
    g_string_append_printf (classes, "%s%s", classes->len > 0 ? " " : "", class);
}

static char *
print_class (TkHtml *html, const TkNode *figure)
{
  static const char *const arounds[] = {NULL, "to-left", "to-right"};
  static const char *const sides[] = {NULL, "beside beside-left", "beside"};
  g_autoptr (GString) classes = g_string_new (NULL);

  append_class (classes, figure->behind ? "behind" : NULL);
  append_class (classes, arounds[figure->around]);
  append_class (classes, figure->framing != NULL ? sides[figure->framing->side] : NULL);
  append_class (classes, find_frame (html, figure));
  return classes->len > 0 ? g_string_free (g_steal_pointer (&classes), FALSE) : NULL;
}

void
tk_html_write_figure (TkHtml *html, const TkNode *figure)
{
  g_autofree char *class = print_class (html, figure);
  int width = 0, height = 0;
  const char *address = html->error == NULL
                            ? tk_html_folder_take (html->folder, figure, &width, &height, &html->error)
                            : NULL;

  if (address == NULL)
    return;
  tk_html_begin_block (html, "figure");
  tk_html_describe (html, figure, NULL, NULL, class);
  tk_html_begin_block (html, "img");
  tk_html_attribute (html, "src", address);
  tk_html_attribute (html, "alt", figure->alt != NULL ? figure->alt : "");
  tk_html_number (html, "width", width);
  tk_html_number (html, "height", height);
  tk_html_attribute (html, "loading", "lazy");
  tk_html_end_empty (html);
  write_caption (html, figure->first);
  tk_html_end_group (html);
}

void
tk_html_write_album (TkHtml *html, const TkNode *album)
{
  tk_html_begin_block (html, "div");
  tk_html_describe (html, album, NULL, NULL, "album");
  if (album->album->columns > 0) {
    g_autofree char *columns = g_strdup_printf ("--columns:%d", album->album->columns);
    tk_html_attribute (html, "style", columns);
  }
  for (const TkNode *figure = album->first; figure != NULL; figure = figure->next)
    tk_html_write_figure (html, figure);
  tk_html_end_group (html);
}

/* ---- charts ---- */

/* The largest number, which has a bar through all of its cell. */
static double
find_largest (const TkChart *chart)
{
  double largest = 0;

  for (guint i = 0; i < chart->n_categories * chart->n_series; i++)
    if (chart->cells[i].known)
      largest = MAX (largest, chart->cells[i].number);
  return largest;
}

static void
write_value (TkHtml *html, const TkChartValue *value, double largest)
{
  tk_html_begin (html, "td");
  if (value->known && value->number > 0 && largest > 0) {
    g_autofree char *part = g_strdup_printf ("--part:%d%%", (int) (value->number / largest * 100 + 0.5));
    tk_html_attribute (html, "class", "num bar");
    tk_html_attribute (html, "style", part);
  } else
    tk_html_attribute (html, "class", "num");
  tk_html_text (html, value->text);
  tk_html_end (html);
}

static void
write_title (TkHtml *html, const char *scope, const char *text)
{
  tk_html_begin (html, *text != '\0' ? "th" : "td");
  tk_html_attribute (html, "scope", *text != '\0' ? scope : NULL);
  tk_html_text (html, text);
  tk_html_end (html);
}

static void
write_data (TkHtml *html, const TkChart *chart)
{
  const double largest = find_largest (chart);

  tk_html_begin_block (html, "thead");
  tk_html_begin_block (html, "tr");
  write_title (html, "col", chart->unit != NULL ? chart->unit : "");
  for (guint s = 0; s < chart->n_series; s++)
    write_title (html, "col", chart->titles[s] != NULL ? chart->titles[s] : "");
  tk_html_end (html);
  tk_html_end_group (html);
  tk_html_begin_block (html, "tbody");
  for (guint i = 0; i < chart->n_categories; i++) {
    tk_html_begin_block (html, "tr");
    write_title (html, "row", chart->categories[i]);
    for (guint s = 0; s < chart->n_series; s++)
      write_value (html, tk_chart_value (chart, i, s), largest);
    tk_html_end (html);
  }
  tk_html_end_group (html);
}

void
tk_html_write_chart (TkHtml *html, const TkNode *chart)
{
  tk_html_begin_block (html, "figure");
  tk_html_describe (html, chart, NULL, NULL, "chart");
  tk_html_begin_block (html, "div");
  tk_html_attribute (html, "class", "scroll");
  tk_html_begin_block (html, "table");
  tk_html_attribute (html, "class", tk_html_look_class (html->looks, chart->chart->style));
  write_data (html, chart->chart);
  tk_html_end_group (html);
  tk_html_end_group (html);
  write_caption (html, chart->first != NULL ? chart->first->next : NULL);
  tk_html_end_group (html);
}
