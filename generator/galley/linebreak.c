/* Comes in: widths, spaces, penalties and a measure. Goes out: where lines end.
 * Knows nothing of text. */
#include "linebreak.h"

#include <math.h>

/* A space of 0.25 em may grow by half of itself and lose a third, as in Knuth's "plain". With a quarter
 * only, a third more lines of 55 mm have holes: tests/galley/spread.c. */
#define STRETCH 0.5
#define SHRINK (1 / 3.0)
/* Beyond this ratio a line is as bad as can be: a word alone on its line, which has no spaces, must not
 * weigh so much that the rest of the paragraph counts for nothing. */
#define LOOSEST 20.0

typedef struct {
  double demerits; /* of the best way to here */
  gint32 from;     /* the break before on that way; -1: none found yet */
  float ratio;     /* of the line that ends here */
} Node;

typedef struct {
  const TkBox *boxes;
  guint n;
  const gint64 *width; /* [i]: of all boxes before i, without spaces */
  const gint64 *space; /* [i]: of all spaces after the boxes before i */
  TkUnit first_measure, measure;
  TkAlign align;
} Paragraph;

/* The breaks from which a line may begin. */
typedef struct {
  guint low; /* the earliest */
  /* Those that no later one is better than, in order; the first is the best of all. */
  guint *best, head, tail;
} Window;

static void
window_add (Window *window, const Node *nodes, guint at)
{
  while (window->tail > window->head && nodes[window->best[window->tail - 1]].demerits >= nodes[at].demerits)
    window->tail--;
  window->best[window->tail++] = at;
}

static double
window_find_least (Window *window, const Node *nodes)
{
  while (window->best[window->head] < window->low && window->head + 1 < window->tail)
    window->head++;
  return nodes[window->best[window->head]].demerits;
}

/* Of the line of boxes from @from up to, not including, @to. */
static double
find_ratio (const Paragraph *paragraph, guint from, guint to)
{
  gint64 boxes = paragraph->width[to] - paragraph->width[from];
  gint64 spaces = paragraph->space[to - 1] - paragraph->space[from];
  gint64 measure = from == 0 ? paragraph->first_measure : paragraph->measure;
  gint64 slack = measure - boxes - spaces;

  if (slack < 0) /* only justified lines can shrink */
    return paragraph->align == TK_ALIGN_JUSTIFY ? (double) slack / (SHRINK * (double) MAX (spaces, 1))
                                                : -INFINITY;
  if (paragraph->align != TK_ALIGN_JUSTIFY)
    return (double) slack * 4 / (double) MAX (measure, 1);
  return (double) slack / (STRETCH * (double) MAX (spaces, 1));
}

static double
find_demerits (const Paragraph *paragraph, double ratio, guint to, gboolean last)
{
  double penalty = last ? 0 : paragraph->boxes[to - 1].penalty;
  double badness = 0;

  if (!last || ratio < 0 || paragraph->align == TK_ALIGN_CENTRE) {
    ratio = MIN (fabs (ratio), LOOSEST);
    badness = 100 * ratio * ratio * ratio;
  }
  return (10 + badness) * (10 + badness) + penalty * penalty;
}

static void
find_best (const Paragraph *paragraph, Node *nodes, guint to, Window *window)
{
  gboolean last = to == paragraph->n;
  Node best = {.demerits = INFINITY, .from = -1};
  double least = window_find_least (window, nodes);

  for (guint from = window->low; from < to; from++) {
    double ratio = find_ratio (paragraph, from, to);
    if (ratio < -1) {
      if (from == window->low)
        window->low++;
      continue;
    }
    double line = find_demerits (paragraph, ratio, to, last), demerits = nodes[from].demerits + line;
    if (demerits < best.demerits)
      best = (Node){.demerits = demerits, .from = (gint32) from, .ratio = (float) ratio};
    else if (!last && ratio > 0 && line > best.demerits - least) /* later beginnings make looser lines */
      break;
  }
  if (best.from < 0) { /* one box wider than the line, or text that cannot shrink enough: as it is */
    best = (Node){.demerits = nodes[to - 1].demerits + 1e12, .from = (gint32) to - 1, .ratio = -1};
    window->low = to - 1;
  }
  nodes[to] = best;
  window_add (window, nodes, to);
}

void
tk_galley_break_lines (const TkBox *boxes, guint n, TkUnit first_measure, TkUnit measure, TkAlign align,
                       GArray *lines)
{
  if (n == 0)
    return;
  g_autofree gint64 *sums = g_new (gint64, 2 * ((gsize) n + 1));
  g_autofree Node *nodes = g_new (Node, (gsize) n + 1);
  gint64 *width = sums, *space = sums + n + 1;
  Paragraph paragraph = {boxes, n, width, space, first_measure, measure, align};
  g_autofree guint *queue = g_new (guint, (gsize) n + 1);
  Window window = {.best = queue};
  guint first = lines->len;

  width[0] = space[0] = 0;
  for (guint i = 0; i < n; i++) {
    width[i + 1] = width[i] + boxes[i].width;
    space[i + 1] = space[i] + boxes[i].space;
  }
  nodes[0] = (Node){.from = -1};
  window_add (&window, nodes, 0);
  for (guint to = 1; to <= n; to++)
    find_best (&paragraph, nodes, to, &window);

  for (gint32 at = (gint32) n; at > 0; at = nodes[at].from) {
    TkLine line = {.end = (guint) at, .ratio = nodes[at].ratio};
    g_array_append_val (lines, line);
  }
  for (guint i = first, j = lines->len; i + 1 < j; i++) { /* found from the end */
    TkLine line = g_array_index (lines, TkLine, i);
    g_array_index (lines, TkLine, i) = g_array_index (lines, TkLine, --j);
    g_array_index (lines, TkLine, j) = line;
  }
}
