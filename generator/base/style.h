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
  TkUnit pitch;        /* line distance, whatever the type; 0: by leading */
  TkUnit first_indent; /* of the first line, beyond left_indent; may be negative */
  TkUnit left_indent, right_indent;
  TkUnit space_before, space_after; /* between two blocks the larger of the two holds */
  gboolean keep_together;           /* all lines on one page */
  gboolean keep_with_next;          /* on the page of the next block */
  gboolean keep_with_last;          /* its first line on the page of the last line before it */
  int orphans, widows;              /* fewest lines at the foot, at the head of a page */
  gboolean hanging;                 /* punctuation at the ends of lines stands out of the measure */
  gboolean small_capitals;          /* those of the face, where it has some */
  const char *figures;              /* words: tabular proportional lining old-style; or NULL */
  int letter_spacing;  /* the most by which letters of a justified line are set apart or together: thousandths
                          of the size */
  int drop_capital;    /* lines over which the first letter of a paragraph stands; below 2: none */
  gboolean even_lines; /* several lines are of about one length, in as few lines as ever */
  TkUnit one_line; /* its text stands on one line, in type that shrinks down to this size; 0: as it comes */
} TkStyle;

/* The form of official papers, Nghị định 30/2020/NĐ-CP, of which a layout is measured. */
typedef enum {
  TK_FORM_OFFICIAL, /* all of it */
  TK_FORM_ATTACHED, /* pages and head of a list or table that goes with such a paper: no number, date or
                       signature of its own */
  TK_FORM_FREE,     /* none of it */
} TkForm;

/* On which pages a running line stands. */
typedef enum {
  TK_ON_FIRST = 1 << 0, /* page 1, of the paper or of an appendix */
  TK_ON_LEFT = 1 << 1,  /* the others: left ones, */
  TK_ON_RIGHT = 1 << 2, /* and right ones: every other sheet side, beginning with the first */
  TK_ON_BLANK = 1 << 3, /* those that are only there so that the next is a right one */
} TkPagesOn;

/* What is drawn around the page of a certificate. */
typedef enum {
  TK_FRAME_NONE,
  TK_FRAME_SINGLE,
  TK_FRAME_DOUBLE,
  TK_FRAME_CORNERS, /* double, with a lotus in each corner */
} TkFrameKind;

typedef struct {
  TkFrameKind kind;
  TkUnit inset;   /* from the edges of the page to its outer line */
  guint32 colour; /* 0xRRGGBB */
} TkPageFrame;

typedef struct _TkMaster TkMaster;

/* Where a running line stands: a head or a foot of pages. */
typedef struct {
  gboolean foot;
  TkAlign align; /* within the text width: left, centre or right */
  TkPagesOn on;
  TkUnit
      edge;  /* from the upper edge of the page to the top of the line, or from its foot to the lower edge */
  int level; /* of the headings that it may show: from 1 to this */
  const TkStyle *style;
  const TkMaster *master; /* that it is a line of */
} TkRunning;

/* A page master. */
struct _TkMaster {
  const char *name;
  TkUnit width, height;            /* of the trimmed page */
  TkUnit top, bottom, left, right; /* margins */
  const TkStyle *folio;            /* style of the page number, or NULL for none; its
                                    * alignment is that within the text width */
  TkUnit folio_top;                /* from the top edge to the top of the page number's line */
  gboolean folio_on_first;         /* NĐ 30/2020, appendix I: page 1 shows none */
  gboolean mirrored;               /* left and right margins change places on left pages */
  int line_numbers;                /* every so many lines carry their number in the margin; 0: none */
  const TkStyle *line_number_style;
  const TkMaster
      *running;      /* whose running lines its pages have: its own, or those of the paper; NULL: none */
  gboolean unmarked; /* its pages have no watermark, unless the paper is a draft */
  TkPageFrame frame;
  TkUnit grid;     /* the distance of the lines on which text stands, from the top margin down; 0: none */
  gboolean filled; /* what is left of its pages is filled with fillers */
};

/* Columns of text side by side. */
typedef struct {
  int n;            /* from 1: the most there are */
  TkUnit narrowest; /* column: where they would be narrower there are fewer; 0: whatever their width */
  TkUnit gutter;
  TkUnit rule;         /* thickness of the line in the middle of a gutter; 0: none; */
  guint32 rule_colour; /* 0xRRGGBB */
  gboolean ragged;     /* not balanced at the end: each column is filled before the next */
  gboolean page_notes; /* footnotes have the measure of the page */
} TkColumnSet;

/* Which lines a table has. */
typedef enum {
  TK_RULES_ALL,
  TK_RULES_ROWS, /* between rows, none between columns */
  TK_RULES_HEAD, /* around the head, and at the end */
  TK_RULES_NONE,
} TkRules;

/* Colours are 0xRRGGBB; -1: none. */
typedef struct {
  TkRules rules;
  gint32 zebra;     /* behind each second row of the body */
  gint32 head_fill; /* behind the head */
  TkUnit smallest;  /* size to which type may shrink where the table is too wide; 0: 70 percent */
  gboolean turns;   /* a table that is too wide stands on landscape pages before it shrinks */
} TkTableLook;
/* What is drawn around the blocks of a box. */
typedef struct {
  gboolean filled;
  guint32 background; /* 0xRRGGBB, where it is filled */
  TkUnit border;      /* thickness; 0: none */
  guint32 colour;     /* of the border */
  gboolean ends;      /* the border runs above and below only */
  TkUnit padding;     /* between border and blocks */
  gboolean quote;     /* what stands in it is quoted */
  gboolean twice;     /* the border is two lines */
  TkUnit width;       /* of all of it; 0: that of what is around */
  TkUnit height;      /* of all of it at least, its blocks in the middle; 0: as they need */
  gboolean shrinks;   /* its type becomes smaller before the box becomes higher than that */
} TkBoxLook;

/* Where a block that need not stay at its place in the text goes. */
typedef enum { TK_FLOATING_NONE, TK_FLOATING_TOP, TK_FLOATING_FOOT } TkFloating;

/* A width to a height, as of a picture: 3:2. */
typedef struct {
  int width, height;
} TkShape;

/* Where the caption of a picture stands. */
typedef enum { TK_CAPTION_BELOW, TK_CAPTION_LEFT, TK_CAPTION_RIGHT } TkCaptionSide;

/* Many pictures: a grid of columns of the same width, or rows that are filled whatever the shape of each. */
typedef struct {
  int columns;       /* of the grid; 0: justified rows */
  TkUnit gap;        /* between pictures, both ways */
  TkUnit row_height; /* of justified rows: as near to it as the width lets them */
  gboolean fill;     /* justified rows end with the foot of their pages */
  gboolean centred;  /* the last row, where it is not full */
} TkAlbumStyle;
/* A colour that a layout names, and the inks that the press takes for it. */
typedef struct {
  guint32 colour; /* 0xRRGGBB */
  guint8 inks[4]; /* cyan, magenta, yellow, black, in percent */
} TkSpotColour;

typedef enum {
  TK_CHART_BARS,       /* upright, the series side by side */
  TK_CHART_STACKED,    /* upright, the series on each other */
  TK_CHART_HORIZONTAL, /* lying bars, the categories below each other */
  TK_CHART_LINES,
  TK_CHART_PIE,
  TK_CHART_RING,
} TkChartKind;
