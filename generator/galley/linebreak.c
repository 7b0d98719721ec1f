/* Comes in: widths, spaces, penalties and a measure. Goes out: where lines end.
 * Knows nothing of text. */
#include "linebreak.h"

#include <math.h>

/* A space of 0.25 em may grow by half of itself and lose a third before a line
 * counts as bad: the proportions of Knuth's "plain" for the same face width. */
#define STRETCH 0.5
#define SHRINK 0.32

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
  double badness = last && ratio >= 0 && paragraph->align != TK_ALIGN_CENTRE
                       ? 0
                       : 100 * fabs (ratio * ratio * ratio);

  return (10 + badness) * (10 + badness) + penalty * penalty;
}

static void
find_best (const Paragraph *paragraph, Node *nodes, guint to, guint *low)
{
  gboolean last = to == paragraph->n;
  Node best = {.demerits = INFINITY, .from = -1};

  for (guint from = *low; from < to; from++) {
    if (nodes[from].from < 0 && from != 0)
      continue;
    double ratio = find_ratio (paragraph, from, to);
    if (ratio < -1) {
      if (from == *low)
        (*low)++;
      continue;
    }
    double line = find_demerits (paragraph, ratio, to, last), demerits = nodes[from].demerits + line;
    if (demerits < best.demerits)
      best = (Node){.demerits = demerits, .from = (gint32) from, .ratio = (float) ratio};
    /* later beginnings only make looser lines, and the way to them is hardly better than to the first */
    else if (!last && ratio > 0 && line > best.demerits - nodes[*low].demerits)
      break;
  }
  if (best.from < 0) { /* one box wider than the line, or text that cannot shrink enough: as it is */
    guint from = to - 1;
    while (from > 0 && nodes[from].from < 0)
      from--;
    best = (Node){.demerits = nodes[from].demerits + 1e12, .from = (gint32) from, .ratio = -1};
    *low = MIN (*low, from);
  }
  nodes[to] = best;
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
  guint low = 0, first = lines->len;

  width[0] = space[0] = 0;
  for (guint i = 0; i < n; i++) {
    width[i + 1] = width[i] + boxes[i].width;
    space[i + 1] = space[i] + boxes[i].space;
  }
  nodes[0] = (Node){.from = -1};
  for (guint to = 1; to <= n; to++)
    find_best (&paragraph, nodes, to, &low);

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
