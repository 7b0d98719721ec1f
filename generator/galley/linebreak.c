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
  gint32 from;     /* the break before on that way; -1: none found yet; below: see join */
  float ratio;     /* of the line that ends here */
} Node;

typedef struct {
  const TkBox *boxes;
  guint n;
  const gint64 *width; /* [i]: of all boxes before i, without spaces */
  const gint64 *space; /* [i]: of all spaces after the boxes before i */
  TkUnit first_measure, measure;
  TkAlign align;
  const TkHang *hangs; /* or NULL */
  const gint64 *give;  /* [i]: of the letters of all boxes before i; or NULL */
  gint64 even;         /* what the lines of a centred paragraph would measure if they were alike; or 0 */
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
find_ratio_in (const Paragraph *paragraph, guint from, guint to, gint64 measure)
{
  gint64 boxes = paragraph->width[to] - paragraph->width[from];
  gint64 spaces = paragraph->space[to - 1] - paragraph->space[from];
  gint64 slack = measure - boxes - spaces;
  double give = paragraph->give != NULL ? (double) (paragraph->give[to] - paragraph->give[from]) : 0;

  if (paragraph->hangs != NULL)
    slack += paragraph->hangs[from].begin + paragraph->hangs[to - 1].end;
  if (slack < 0) /* only justified lines can shrink */
    return paragraph->align == TK_ALIGN_JUSTIFY ? (double) slack / (SHRINK * (double) MAX (spaces, 1) + give)
                                                : -INFINITY;
  if (paragraph->align == TK_ALIGN_JUSTIFY)
    return (double) slack / (STRETCH * (double) MAX (spaces, 1) + give);
  if (paragraph->even > 0 && paragraph->even < measure) {
    slack = MAX (paragraph->even - boxes - spaces, 0);
    measure = paragraph->even;
  }
  return (double) slack * 4 / (double) MAX (measure, 1);
}

static double
find_ratio (const Paragraph *paragraph, guint from, guint to)
{
  return find_ratio_in (paragraph, from, to, from == 0 ? paragraph->first_measure : paragraph->measure);
}

/* Centred lines have each other for a measure, not the page: a title of one line and a half is no worse for
 * the room that its two lines leave, and which of them is longer may follow the sense. */
static gint64
find_even (const Paragraph *paragraph)
{
  gint64 measure = paragraph->first_measure;
  guint lines = 1;

  for (guint from = 0, to = 1; to < paragraph->n; to++) {
    gint64 width = paragraph->width[to + 1] - paragraph->width[from] + paragraph->space[to]
                   - paragraph->space[from];
    if (width <= measure)
      continue;
    measure = paragraph->measure;
    from = to;
    lines++;
  }
  return (paragraph->width[paragraph->n] + paragraph->space[paragraph->n - 1]) / lines;
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

/* @best: the best way to @to found elsewhere, or none. */
static void
find_best (const Paragraph *paragraph, Node *nodes, guint to, Window *window, Node best)
{
  gboolean last = to == paragraph->n;
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
  if (best.from == -1) { /* one box wider than the line, or text that cannot shrink enough: as it is */
    best = (Node){.demerits = nodes[to - 1].demerits + 1e12, .from = (gint32) to - 1, .ratio = -1};
    window->low = to - 1;
  }
  nodes[to] = best;
  window_add (window, nodes, to);
}

static void
append_line (GArray *lines, guint end, const Node *node)
{
  TkLine line = {.end = end, .ratio = node->ratio};

  g_array_append_val (lines, line);
}

static void
turn_round (GArray *lines, guint first)
{
  for (guint i = first, j = lines->len; i + 1 < j; i++) { /* found from the end */
    TkLine line = g_array_index (lines, TkLine, i);
    g_array_index (lines, TkLine, i) = g_array_index (lines, TkLine, --j);
    g_array_index (lines, TkLine, j) = line;
  }
}

static const Node nowhere = {.demerits = INFINITY, .from = -1};

/* ---- lines of measures of their own ---- */

/* Of such a line one must know which it is: it begins at a break of the layer of its number, all
 * other lines at one of the layer behind the last. */
typedef struct {
  const TkMeasures *measures;
  guint reach; /* no break of a layer is behind this */
  Node *nodes; /* [layer * (reach + 1) + break], layers from 0 to n_begin */
} Layers;

static Node *
node_at (const Layers *layers, guint layer, guint at)
{
  return &layers->nodes[(gsize) layer * (layers->reach + 1) + at];
}

/* What the first lines can hold at most, be each of them one box that is too wide. */
static guint
find_reach (const Paragraph *paragraph, const TkMeasures *measures)
{
  gint64 room = 0;
  guint reach = 0;

  for (guint i = 0; i < measures->n_begin; i++)
    room += MAX (measures->begin[i], 1);
  while (reach < paragraph->n && paragraph->width[reach] <= room)
    reach++;
  return MIN (reach + measures->n_begin, paragraph->n);
}

/* All lines of number @layer that begin at @from. */
static void
extend (const Paragraph *paragraph, const Layers *layers, guint layer, guint from)
{
  double before = node_at (layers, layer, from)->demerits;
  gint64 measure = MAX (layers->measures->begin[layer], 1);

  for (guint to = from + 1; to <= layers->reach; to++) {
    double ratio = find_ratio_in (paragraph, from, to, measure), demerits = before;
    if (ratio >= -1)
      demerits += find_demerits (paragraph, ratio, to, to == paragraph->n);
    else if (to == from + 1)
      demerits += 1e12;
    else
      break;
    Node *node = node_at (layers, layer + 1, to);
    if (demerits < node->demerits)
      *node = (Node){.demerits = demerits, .from = (gint32) from, .ratio = (float) MAX (ratio, -1)};
  }
}

static void
fill_layers (const Paragraph *paragraph, Layers *layers)
{
  guint n_begin = layers->measures->n_begin;
  gsize n = ((gsize) n_begin + 1) * (layers->reach + 1);

  layers->nodes = g_new (Node, n);
  for (gsize i = 0; i < n; i++)
    layers->nodes[i] = nowhere;
  layers->nodes[0].demerits = 0;
  for (guint layer = 0; layer < n_begin; layer++)
    for (guint from = 0; from < layers->reach; from++)
      if (node_at (layers, layer, from)->demerits < INFINITY)
        extend (paragraph, layers, layer, from);
}

/* The breaks behind the last layer. One that a line of the layers ends at has that line's beginning as
 * -2 - from. */
static void
join (const Paragraph *paragraph, const Layers *layers, Node *nodes, Window *window)
{
  for (guint to = 0; to <= paragraph->n; to++) {
    Node begun = to <= layers->reach ? *node_at (layers, layers->measures->n_begin, to) : nowhere;
    if (begun.from >= 0)
      begun.from = -2 - begun.from;
    if (window->tail > 0) {
      find_best (paragraph, nodes, to, window, begun);
      continue;
    }
    nodes[to] = begun;
    if (begun.demerits < INFINITY) {
      window->low = to;
      window_add (window, nodes, to);
    }
  }
}

/* The layer whose way to the end is the best. */
static guint
find_last_layer (const Paragraph *paragraph, const Layers *layers, const Node *nodes)
{
  guint best = layers->measures->n_begin;
  double least = nodes[paragraph->n].demerits;

  for (guint layer = 1; layer < layers->measures->n_begin && layers->reach == paragraph->n; layer++) {
    double demerits = node_at (layers, layer, paragraph->n)->demerits;
    if (demerits < least) {
      least = demerits;
      best = layer;
    }
  }
  return best;
}

static void
break_layers (const Paragraph *paragraph, const TkMeasures *measures, Node *nodes, Window *window,
              GArray *lines)
{
  Layers layers = {.measures = measures, .reach = find_reach (paragraph, measures)};
  guint at = paragraph->n;

  fill_layers (paragraph, &layers);
  join (paragraph, &layers, nodes, window);
  guint layer = find_last_layer (paragraph, &layers, nodes);
  while (layer == measures->n_begin) {
    append_line (lines, at, &nodes[at]);
    gint32 from = nodes[at].from;
    layer -= from < 0;
    at = (guint) (from < 0 ? -2 - from : from);
  }
  for (; layer > 0; layer--) {
    append_line (lines, at, node_at (&layers, layer, at));
    at = (guint) node_at (&layers, layer, at)->from;
  }
  g_free (layers.nodes);
}

/* ---- all lines ---- */

void
tk_galley_break_lines (const TkBox *boxes, guint n, const TkMeasures *measures, TkAlign align, GArray *lines)
{
  if (n == 0)
    return;
  g_autofree gint64 *sums = g_new (gint64, 2 * ((gsize) n + 1));
  g_autofree Node *nodes = g_new (Node, (gsize) n + 1);
  gint64 *width = sums, *space = sums + n + 1;
  TkUnit first_measure = measures->n_begin > 0 ? measures->begin[0] : measures->full;
  Paragraph paragraph = {boxes,          n,     width,           space, first_measure,
                         measures->full, align, measures->hangs, NULL,  0};
  g_autofree gint64 *give = measures->gives != NULL ? g_new0 (gint64, (gsize) n + 1) : NULL;
  g_autofree guint *queue = g_new (guint, (gsize) n + 1);
  Window window = {.best = queue};
  guint first = lines->len;

  width[0] = space[0] = 0;
  for (guint i = 0; i < n; i++) {
    width[i + 1] = width[i] + boxes[i].width;
    space[i + 1] = space[i] + boxes[i].space;
  }
  for (guint i = 0; give != NULL && i < n; i++)
    give[i + 1] = give[i] + measures->gives[i];
  paragraph.give = give;
  if (align == TK_ALIGN_CENTRE && measures->n_begin <= 1)
    paragraph.even = find_even (&paragraph);
  if (measures->n_begin > 1) {
    break_layers (&paragraph, measures, nodes, &window, lines);
  } else {
    nodes[0] = (Node){.from = -1};
    window_add (&window, nodes, 0);
    for (guint to = 1; to <= n; to++)
      find_best (&paragraph, nodes, to, &window, nowhere);
    for (gint32 at = (gint32) n; at > 0; at = nodes[at].from)
      append_line (lines, (guint) at, &nodes[at]);
  }
  turn_round (lines, first);
}
