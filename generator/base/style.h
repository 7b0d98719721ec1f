/* What a layout may say about the look of a paragraph and of a page: plain
 * data, resolved when the layout is read, constant afterwards. */
#pragma once

#include "unit.h"

typedef enum { TK_ALIGN_LEFT, TK_ALIGN_CENTRE, TK_ALIGN_RIGHT, TK_ALIGN_JUSTIFY } TkAlign;

typedef struct {
  const char *name;
  const char *family; /* a family that fonts/ has: "Tinos" */
  TkUnit size;
  gboolean bold, italic, underline;
  gboolean capitals; /* content turns the text into capitals */
  guint32 colour;    /* 0xRRGGBB */
  TkAlign align;
  int leading;         /* line distance in thousandths of the natural one; 1000 = single. Never
                        * less than the ink of the tallest and deepest Vietnamese letters needs. */
  TkUnit first_indent; /* of the first line, beyond left_indent; may be negative */
  TkUnit left_indent, right_indent;
  TkUnit space_before, space_after; /* between two blocks the larger of the two holds */
  gboolean keep_together;           /* all lines on one page */
  gboolean keep_with_next;          /* on the page of the next block */
  int orphans, widows;              /* fewest lines at the foot, at the head of a page */
} TkStyle;

/* A page master. */
typedef struct {
  const char *name;
  TkUnit width, height;            /* of the trimmed page */
  TkUnit top, bottom, left, right; /* margins */
  const TkStyle *folio;            /* style of the page number, or NULL for none; its
                                    * alignment is that within the text width */
  TkUnit folio_top;                /* from the top edge to the top of the page number's line */
  gboolean folio_on_first;         /* NĐ 30/2020, appendix I: page 1 shows none */
} TkMaster;

/* Columns of text side by side. */
typedef struct {
  int n; /* from 1 */
  TkUnit gutter;
  TkUnit rule;     /* thickness of the line in the middle of a gutter; 0: none */
  gboolean ragged; /* not balanced at the end: each column is filled before the next */
} TkColumnSet;

/* Where a block that need not stay at its place in the text goes. */
typedef enum { TK_FLOATING_NONE, TK_FLOATING_TOP, TK_FLOATING_FOOT } TkFloating;

typedef enum {
  TK_CHART_BARS,       /* upright, the series side by side */
  TK_CHART_STACKED,    /* upright, the series on each other */
  TK_CHART_HORIZONTAL, /* lying bars, the categories below each other */
  TK_CHART_LINES,
  TK_CHART_PIE,
  TK_CHART_RING,
} TkChartKind;
