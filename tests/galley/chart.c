/* What holds for any chart: each word of its data is there once, words that are drawn do not overlap and do
 * not stand out, lines of the scale do not run through values, and there is no ground that would hide what is
 * below. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
/* after the headers above, which it needs */
#include <cmocka.h>

#include "chart.h"
#include "error.h"
#include "galley.h"
#include "typed.h"

enum { MEASURE = 450 };

typedef struct {
  TkDocument *document;
  TkGalley *galley; /* NULL: refused */
  const TkNode *table;
  const TkChart *chart;
  char *said; /* of the case, for messages */
} Drawn;

/* ---- charts ---- */

static const char *const names[] = {"Hà Nội", "Thư viện tỉnh Đồng Nai và các huyện lân cận",
                                    "Huế",    "Bà Rịa – Vũng Tàu",
                                    "Quý I",  "Tháng 1/2023"};
static const char *const titles[] = {
    "Sách",   "Báo, tạp chí", "Đĩa", "Luận án và luận văn", "Tranh", "Vi phim và tài liệu khác",
    "Bản đồ", "Bản nhạc"};

static TkNode *
add_cell (TkArena *arena, TkNode *row, const char *text)
{
  TkNode *cell = tk_node_add (arena, row, TK_NODE_CELL, row->parent->style);
  const TkRun run = {.text = text};

  cell->span = 1;
  if (*text != '\0') {
    cell->runs = tk_arena_copy (arena, &run, sizeof run);
    cell->n_runs = 1;
  }
  return cell;
}

static const TkNode *
add_table (TkArena *arena, TkNode *parent, const TkChart *chart)
{
  TkNode *table = tk_node_add (arena, parent, TK_NODE_TABLE, chart->style);
  TkNode *row = tk_node_add (arena, table, TK_NODE_ROW, chart->style);

  table->n_columns = chart->n_series + (chart->lasts != NULL ? 2 : 1);
  add_cell (arena, row, chart->unit != NULL ? chart->unit : "");
  for (guint s = 0; s < chart->n_series; s++)
    add_cell (arena, row, chart->titles[s]);
  if (chart->lasts != NULL)
    add_cell (arena, row, chart->last_title);
  for (guint i = 0; i < chart->n_categories; i++) {
    row = tk_node_add (arena, table, TK_NODE_ROW, chart->style);
    add_cell (arena, row, chart->categories[i]);
    for (guint s = 0; s < chart->n_series; s++)
      add_cell (arena, row, tk_chart_value (chart, i, s)->text);
    if (chart->lasts != NULL)
      add_cell (arena, row, chart->lasts[i]);
  }
  return table;
}

static TkChartValue
make_value (TkArena *arena, GRand *random, double scale, gboolean negative)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TkChartValue value = {.text = ""};

  if (g_rand_int_range (random, 0, 12) == 0)
    return value;
  value.known = TRUE;
  value.number = (double) (gint64) (g_rand_double_range (random, negative ? -scale / 2 : 0, scale));
  tk_chart_print_number (text, value.number, -1);
  value.text = tk_arena_text (arena, text->str);
  return value;
}

static void
make_values (TkArena *arena, TkChart *chart, GRand *random)
{
  static const double scales[] = {8, 100, 1500, 2e6};
  const double scale = scales[g_rand_int_range (random, 0, 4)];
  const gboolean whole = chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;
  const gboolean negative = !whole && g_rand_int_range (random, 0, 3) == 0;
  const gboolean years = g_rand_boolean (random);
  const guint name = (guint) g_rand_int_range (random, 0, 6);
  const char **categories = tk_arena_array (arena, const char *, chart->n_categories);
  const char **lasts = tk_arena_array (arena, const char *, chart->n_categories);
  TkChartValue *cells = tk_arena_array (arena, TkChartValue, chart->n_categories * chart->n_series);

  for (guint i = 0; i < chart->n_categories; i++) {
    categories[i] = years ? tk_arena_print (arena, "%u", 1990 + i) : names[(name + i) % 6];
    lasts[i] = "12,5%";
    for (guint s = 0; s < chart->n_series; s++)
      cells[i * chart->n_series + s] = make_value (arena, random, scale, negative);
  }
  if (whole)
    cells[0] = (TkChartValue){.known = TRUE, .number = 5, .text = "5"};
  chart->categories = categories;
  chart->titles = titles;
  chart->cells = cells;
  if (!whole && (chart->kind != TK_CHART_STACKED || chart->n_series == 1))
    return;
  chart->lasts = lasts;
  chart->last_title = "Cộng";
}

static Drawn
draw (guint seed)
{
  static const int heights[] = {0, 0, 150, 220, 400};
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autofree char *typed = g_strdup_printf ("measure %d\nstyle body Tinos 13\nparagraph body x", MEASURE);
  Drawn drawn = {.document = tk_typed_read ("chart", typed, "")};
  TkArena *arena = drawn.document->arena;
  TkChart *chart = tk_arena_new0 (arena, TkChart);
  const TkGalleyOptions options = {.font_folder = FONT_FOLDER};
  g_autoptr (TkNotes) notes = tk_notes_new ();
  g_autoptr (GError) error = NULL;

  chart->kind = (TkChartKind) (seed % 6);
  const gboolean whole = chart->kind == TK_CHART_PIE || chart->kind == TK_CHART_RING;
  chart->style = drawn.document->root->first->style;
  chart->unit = g_rand_boolean (random) ? "nghìn bản" : NULL;
  chart->values = g_rand_int_range (random, 0, 4) > 0;
  chart->height = TK_PT (heights[g_rand_int_range (random, 0, 5)]);
  chart->n_series = whole ? 1 : (guint) g_rand_int_range (random, 1, TK_CHART_SERIES + 1);
  chart->n_categories = (guint) g_rand_int_range (random, 1, whole ? TK_CHART_SERIES + 1 : 30);
  make_values (arena, chart, random);
  TkNode *node = tk_node_add (arena, drawn.document->root, TK_NODE_CHART, chart->style);
  node->chart = drawn.chart = chart;
  drawn.table = add_table (arena, node, chart);
  drawn.said = g_strdup_printf ("chart %u (kind %d, %u × %u)", seed, (int) chart->kind, chart->n_categories,
                                chart->n_series);
  tk_document_rank (drawn.document);
  drawn.galley = tk_galley_set (drawn.document, &options, notes, &error);
  if (drawn.galley == NULL)
    assert_int_equal (error->code, TK_ERROR_LAYOUT);
  return drawn;
}

static void
clear (Drawn *drawn)
{
  if (drawn->galley != NULL)
    tk_galley_free (drawn->galley);
  tk_typed_free (drawn->document);
  g_free (drawn->said);
}

static const TkStrip *
find_strip (const Drawn *drawn)
{
  return &drawn->galley->strips[drawn->galley->n_strips - 1];
}

/* ---- places ---- */

typedef struct {
  TkUnit left, top, right, bottom;
} Box;

static gboolean
is_seen (const TkMark *mark)
{
  return mark->kind == TK_MARK_TEXT && mark->role != TK_ROLE_UNSEEN && mark->text.n_pieces > 0;
}

/* About what has ink. */
static Box
box_of (const TkMark *mark)
{
  const TkPiece *first = mark->text.pieces, *last = first + mark->text.n_pieces - 1;
  const TkUnit size = first->word->size, start = first->x, end = last->x + last->word->width;

  if (mark->turned == 90)
    return (Box){mark->x - size * 7 / 10, mark->y - end, mark->x + size / 10, mark->y - start};
  return (Box){mark->x + start, mark->y - size * 7 / 10, mark->x + end, mark->y + size / 10};
}

static gboolean
overlap (const Box *a, const Box *b)
{
  return a->left < b->right && b->left < a->right && a->top < b->bottom && b->top < a->bottom;
}

static char *
print (const TkMark *mark)
{
  g_autoptr (GString) to = g_string_new (NULL);

  for (guint i = 0; i < mark->text.n_pieces; i++)
    g_string_append_printf (to, "%s%s", i > 0 ? " " : "", mark->text.pieces[i].word->text);
  return g_string_free (g_steal_pointer (&to), FALSE);
}

/* ---- what holds ---- */

/* Of @cell, without spaces. */
static char *
gather (const Drawn *drawn, const TkNode *cell)
{
  const TkStrip *strip = find_strip (drawn);
  g_autoptr (GString) to = g_string_new (NULL);

  for (guint m = 0; m < strip->n_marks; m++)
    for (guint p = 0; strip->marks[m].kind == TK_MARK_TEXT && strip->marks[m].node == cell
                      && p < strip->marks[m].text.n_pieces;
         p++)
      g_string_append (to, strip->marks[m].text.pieces[p].word->text);
  return g_string_free (g_steal_pointer (&to), FALSE);
}

static void
check_data (const Drawn *drawn)
{
  for (const TkNode *row = drawn->table->first; row != NULL; row = row->next)
    for (const TkNode *cell = row->first; cell != NULL; cell = cell->next) {
      g_autofree char *is = gather (drawn, cell);
      g_autoptr (GString) wanted = g_string_new (cell->n_runs > 0 ? cell->runs->text : "");
      g_string_replace (wanted, " ", "", 0);
      if (strcmp (is, wanted->str) != 0)
        fail_msg ("%s: “%s” is there as “%s”", drawn->said, wanted->str, is);
    }
}

static void
check_words (const Drawn *drawn)
{
  const TkStrip *strip = find_strip (drawn);
  const Box within = {0, 0, TK_PT (MEASURE + 6), strip->height};

  for (guint i = 0; i < strip->n_marks; i++) {
    if (!is_seen (&strip->marks[i]))
      continue;
    const Box box = box_of (&strip->marks[i]);
    g_autofree char *text = print (&strip->marks[i]);
    if (box.left < within.left || box.right > within.right || box.top < within.top
        || box.bottom > within.bottom)
      fail_msg ("%s: “%s” stands out", drawn->said, text);
    for (guint j = 0; j < i; j++) {
      const Box other = is_seen (&strip->marks[j]) ? box_of (&strip->marks[j]) : (Box){0};
      if (!overlap (&box, &other))
        continue;
      g_autofree char *before = print (&strip->marks[j]);
      fail_msg ("%s: “%s” covers “%s”", drawn->said, text, before);
    }
  }
}

static gboolean
is_scale (const TkMark *mark)
{
  return mark->kind == TK_MARK_PATH && mark->colour == 0xCCCCCC && mark->path.n_steps == 2;
}

static void
check_scale (const Drawn *drawn)
{
  const TkStrip *strip = find_strip (drawn);

  for (guint i = 0; i < strip->n_marks; i++) {
    if (!is_scale (&strip->marks[i]))
      continue;
    const TkStep *steps = strip->marks[i].path.steps;
    const Box line = {MIN (steps[0].x, steps[1].x), MIN (steps[0].y, steps[1].y) - 1,
                      MAX (steps[0].x, steps[1].x), MAX (steps[0].y, steps[1].y) + 1};
    for (guint j = 0; j < strip->n_marks; j++) {
      const Box box = is_seen (&strip->marks[j]) ? box_of (&strip->marks[j]) : (Box){0};
      if (overlap (&line, &box))
        fail_msg ("%s: a line of the scale runs through a word", drawn->said);
    }
  }
}

/* But for hollow markers. */
static void
check_ground (const Drawn *drawn)
{
  const TkStrip *strip = find_strip (drawn);

  for (guint i = 0; i < strip->n_marks; i++) {
    const TkMark *mark = &strip->marks[i];
    if (mark->kind != TK_MARK_PATH || mark->colour != 0xFFFFFF)
      continue;
    for (guint s = 1; s < mark->path.n_steps; s++)
      if (mark->path.steps[s].kind != TK_STEP_CLOSE
          && ABS (mark->path.steps[s].x - mark->path.steps[0].x) > TK_PT (8))
        fail_msg ("%s: there is a ground", drawn->said);
  }
}

static void
charts_are_whole_and_clear (void **state)
{
  enum { CHARTS = 600 };
  guint n_refused = 0;

  (void) state;
  for (guint seed = 0; seed < CHARTS; seed++) {
    Drawn drawn = draw (seed);
    if (drawn.galley != NULL) {
      check_data (&drawn);
      check_words (&drawn);
      check_scale (&drawn);
      check_ground (&drawn);
    }
    n_refused += drawn.galley == NULL ? 1 : 0;
    clear (&drawn);
  }
  assert_in_range (n_refused, 0, CHARTS / 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
      cmocka_unit_test (charts_are_whole_and_clear),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
