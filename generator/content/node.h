/* The document as a tree: what is shown, in what order, under what number.
 * Made by content from a template and rows; after this no query is run and no
 * template is looked at. All of it lives in one arena. */
#pragma once

#include "arena.h"
#include "origin.h"
#include "style.h"

typedef enum {
  TK_NODE_DOCUMENT,  /* children: blocks */
  TK_NODE_SECTION,   /* children: its heading first, then blocks; a group for the structure tree */
  TK_NODE_HEADING,   /* runs; level; its number is the beginning of the first run */
  TK_NODE_PARAGRAPH, /* runs */
  TK_NODE_LIST,      /* children: items; marking */
  TK_NODE_ITEM,      /* label; children: blocks */
  TK_NODE_TABLE,     /* columns; children: rows, head rows first; caption is an own paragraph before it */
  TK_NODE_ROW,       /* children: cells, one for each column; head */
  TK_NODE_CELL,      /* children: blocks */
  TK_NODE_FIGURE,    /* path, alt; children: its caption, a paragraph, or none */
  TK_NODE_SIDES, /* two columns side by side, row by row: letterhead, signature. Children: rows of two cells
                  */
  TK_NODE_RULE,  /* a line of its own: rule_* */
  TK_NODE_SPACE, /* empty height: rule_length */
  TK_NODE_KEEP,  /* children: blocks that stay on one page */
  TK_NODE_PAGE_BREAK,
  TK_NODE_COLUMNS, /* children: blocks, set in the columns of column_set and balanced at their end */
  TK_NODE_NOTE,    /* beside the tree: label; children: blocks. A footnote, which a run refers to */
  TK_NODE_CHART, /* chart, alt; children: its data, a TABLE that is not seen, and its caption, a PARAGRAPH, or
                    none */
} TkNodeKind;

typedef enum {
  TK_RUN_BOLD = 1 << 0, /* toggles against the style */
  TK_RUN_ITALIC = 1 << 1,
  TK_RUN_UNDERLINE = 1 << 2,
  TK_RUN_SUPERSCRIPT = 1 << 3,
  TK_RUN_SUBSCRIPT = 1 << 4,
  TK_RUN_BREAK = 1 << 5, /* a forced line break; no text */
} TkRunFlags;

typedef struct _TkNode TkNode;

/* What a run refers to within the document. */
typedef enum {
  TK_REFER_NOTE, /* the run is the mark of @target, a NOTE that goes to the foot of its page */
  TK_REFER_TEXT, /* the run are words that lead to @target: "Bảng 3" */
  TK_REFER_PAGE, /* the run stands for the number of the page on which @target begins; its text is "" */
} TkReferKind;

typedef struct {
  TkReferKind kind;
  const TkNode *target;
} TkReference;

typedef struct {
  const char *text; /* NFC UTF-8, no control characters but none; "" for a break */
  TkRunFlags flags;
  const char *href;             /* URI of the link that this run is (part of), or NULL */
  const char *language;         /* BCP 47, where it differs from the document's; else NULL */
  const TkReference *reference; /* or NULL */
  TkOrigin origin;
} TkRun;

typedef enum {
  TK_MARKING_NONE,
  TK_MARKING_DASH,   /* "-" */
  TK_MARKING_PLUS,   /* "+" */
  TK_MARKING_NUMBER, /* "1." */
  TK_MARKING_LETTER, /* "a)" b) c) d) đ) e) g) …: NĐ 30/2020, the letters of a điểm */
} TkMarking;

/* Width of a table column or of a side. */
typedef enum {
  TK_WIDTH_FIXED, /* width in units */
  TK_WIDTH_SHARE, /* a share of what is left over, in thousandths */
  TK_WIDTH_FIT,   /* as wide as its content on one line, then a share where that is too much */
} TkWidthKind;

typedef struct {
  TkWidthKind kind;
  gint32 width;
  TkAlign align; /* of body cells that have no alignment of their own */
} TkColumn;

struct _TkNode {
  TkNodeKind kind;
  const TkStyle *style; /* for all kinds but DOCUMENT, SECTION, KEEP, ROW, PAGE_BREAK */
  TkNode *parent, *first, *last, *next;

  const TkRun *runs;
  guint n_runs;
  const char *label;    /* ITEM: "-", "1.", "a)" */
  const char *language; /* where it differs from the parent's; else NULL */
  TkOrigin origin;

  int level;               /* HEADING, SECTION: from 1 */
  gboolean outline;        /* HEADING: also a bookmark */
  TkMarking marking;       /* LIST */
  gboolean head;           /* ROW: repeated on each page, cells are TH; CELL: it names its row */
  gboolean leads;          /* ROW: stays with the row below, whose group it names */
  gboolean restart;        /* PAGE_BREAK: the pages after it are numbered from 1 again */
  gboolean plain;          /* TABLE, SIDES: no borders */
  int span;                /* CELL: columns that it covers, from 1 */
  const TkColumn *columns; /* TABLE, SIDES */
  guint n_columns;
  /* Beside the tree: what only page breaks bring out. They are no content, their facts stand in the rows. */
  const TkNode *continued;         /* TABLE: the caption above it on further pages, a PARAGRAPH, or NULL */
  const TkNode *carried, *brought; /* TABLE: ROWs with the words before sums at the foot and the head of a
                                    * page, where rows have sums; or NULL */
  const TkNode *sums;              /* ROW of the body: a ROW with the sums up to it, or NULL */

  const char *path; /* FIGURE: of the picture file */
  const char *alt;  /* FIGURE */
  TkUnit width;     /* FIGURE: largest width; 0 = the measure */
  TkUnit height;    /* FIGURE: largest height; 0 = none but the page's */

  const TkColumnSet *column_set; /* COLUMNS */
  gboolean across;               /* inside of COLUMNS: stands across all of them */
  TkFloating floating;           /* FIGURE, TABLE, KEEP: moves to an end of its page or column */
  const TkMaster *master;        /* PAGE_BREAK: of the pages after it, or NULL: as before */
  gboolean right_page;           /* PAGE_BREAK: the next page is one with an odd number */

  TkUnit rule_length;    /* RULE: 0 = by rule_permille; SPACE: the height */
  int rule_permille;     /* RULE: of the line of text before it (the last line of the block before); 1000 = as
                            long */
  TkUnit rule_thickness; /* RULE */

  const struct _TkChart *chart; /* CHART */
};

/* A parameter of the layout, and what it was. */
typedef struct {
  const char *name, *value;
} TkSetting;

typedef struct {
  TkArena *arena;
  TkNode *root;
  const TkMaster *master;
  const char *title;    /* for the window and the catalogue: one line */
  const char *author;   /* the issuing body, or NULL */
  const char *subject;  /* or NULL */
  const char *language; /* BCP 47: "vi" */
  gint64 date;          /* seconds since 1970, UTC: date of the paper */
  const TkSetting *settings;
  guint n_settings;
} TkDocument;

void tk_document_free (TkDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDocument, tk_document_free)

TkNode *tk_node_add (TkArena *arena, TkNode *parent, TkNodeKind kind,
                     const TkStyle *style); /* (transfer none) */

/* The tree as text, one node a line, for tests. */
char *tk_document_print (const TkDocument *document);
