/* What a chart shows: plain data in the document's arena. */
#pragma once

#include <glib.h>

#include "style.h"

enum { TK_CHART_SERIES = 8 }; /* most that can be told apart; also the most parts of a whole */

typedef struct {
  gboolean known; /* FALSE: there is no value */
  double number;  /* finite */
  const char *text;
} TkChartValue;

typedef struct _TkChart {
  TkChartKind kind;
  const TkStyle *style; /* of its words */
  const char *unit;     /* or NULL */
  gboolean values;      /* are shown */
  gboolean coloured;    /* @colour, 0xRRGGBB, is that of the first series */
  guint32 colour;
  TkUnit height; /* 0: as needed */
  guint n_categories, n_series;
  const char *const *categories; /* "" where one has no name */
  const char *const *titles;     /* of the series */
  const TkChartValue *cells;     /* category by category */
  const char *last_title; /* of a last column of its table, of what each category is of a whole ("12,5%"), */
  const char *const *lasts; /* or comes to on a stack; NULL: there is none */
} TkChart;

static inline const TkChartValue *
tk_chart_value (const TkChart *chart, guint category, guint series)
{
  return &chart->cells[(gsize) category * chart->n_series + series];
}

/* As Vietnamese papers write it; @decimals: at most so many, -1: as many as it has. */
void tk_chart_print_number (GString *to, double number, int decimals);
