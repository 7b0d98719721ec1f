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
  TK_NODE_TABLE,     /* columns; children: rows, head rows first; its caption is an own paragraph before it:
                        caption */
  TK_NODE_ROW,       /* children: cells, one for each column; head */
  TK_NODE_CELL,      /* runs, or children: blocks */
  TK_NODE_FIGURE,    /* path, alt; children: its caption, its credit line, paragraphs, or none */
  TK_NODE_SIDES, /* two columns side by side, row by row: letterhead, signature. Children: rows of two cells
                  */
  TK_NODE_RULE,  /* a line of its own: rule_* */
  TK_NODE_SPACE, /* empty height: rule_length */
  TK_NODE_KEEP,  /* children: blocks that stay on one page */
  TK_NODE_PAGE_BREAK,
  TK_NODE_COLUMNS,  /* children: blocks, set in the columns of column_set and balanced at their end */
  TK_NODE_NOTE,     /* beside the tree: label; children: blocks. A footnote, which a run refers to */
  TK_NODE_CONTENTS, /* children: its title, a paragraph, or none; then entries */
  TK_NODE_ALBUM,    /* children: figures; album */
  TK_NODE_ENTRY,    /* label: the number; level; runs: the title, then one for each page */
  TK_NODE_PLACE,    /* beside the tree: where a run begins that is referred to */
  TK_NODE_BOX,      /* children: blocks, with a border around and a background behind them: box */
  TK_NODE_FILLERS,  /* children: blocks, each of which fills what is left of some page, or is left out */
  TK_NODE_CHART, /* chart, alt; children: its data, a TABLE that is not seen, and its caption, a PARAGRAPH, or
                    none */
  TK_NODE_PAPER, /* children: blocks of the paper of another layout, bound into a book, on pages of its own;
                    level; bound */
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
  /* In running lines, without target; the text is "": */
  TK_REFER_FOLIO,   /* the number of the page that the line stands on, */
  TK_REFER_LAST,    /* the number of the last page, of the paper or of the appendix, */
  TK_REFER_HEADING, /* the words of the heading that is current there */
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
  const TkNode *place; /* a PLACE, where its beginning is referred to; or NULL */
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
  TkAlign align;    /* of body cells that have no alignment of their own */
  gboolean decimal; /* numbers stand with their decimal commas below each other; their cells are set to the
                       right */
} TkColumn;

/* What other places of the paper know a SECTION, a TABLE or a FIGURE by. */
typedef struct {
  const char *name;     /* the id in the layout or in a text, or NULL */
  const char *number;   /* with which its heading or caption begins: "II.", "Bảng 3."; or NULL */
  const TkNode *header; /* its HEADING or the PARAGRAPH that is its caption, or NULL */
  TkOrigin origin;      /* of the name */
  gboolean written;     /* it stands in a text of the records */
} TkAnchor;

/* What of a picture is shown, and how. */
typedef struct {
  TkShape ratio; /* cropped to this; 0: not at all */
  TkShape lowest,
      tallest;          /* up to which it may be lower and taller, so that a page ends full; 0: it may not */
  int focus_x, focus_y; /* in thousandths, from the upper left corner of the picture as it is shown */
  TkCaptionSide side;
} TkFraming;
/* What a column has come to, up to a row. */
typedef struct {
  const TkRun *runs;
  guint n_runs; /* 0: it has no sum */
} TkSum;

/* What a book knows of a paper that it binds. */
typedef struct {
  const TkNode *heading; /* a HEADING beside the tree, of the level of the paper: what the book calls it */
  const TkMaster *master;
  const TkMaster *running; /* of the book: whose running lines its pages have beside their own, or NULL */
  const TkNode *watermark; /* of its pages, a PARAGRAPH beside the tree, or NULL */
} TkBound;

/* The side of a picture that text runs around. */
typedef enum { TK_AROUND_NONE, TK_AROUND_LEFT, TK_AROUND_RIGHT } TkAround;

struct _TkNode {
  TkNodeKind kind;
  guint n_runs;
  const TkStyle *style; /* for all kinds but DOCUMENT, SECTION, KEEP, ROW, PAGE_BREAK */
  TkNode *parent, *first, *last, *next;

  const TkRun *runs;
  const char *label;    /* ITEM: "-", "1.", "a)" */
  const char *language; /* where it differs from the parent's; else NULL */
  TkOrigin origin;

  guint across : 1;        /* inside of COLUMNS: stands across all of them */
  guint stretch : 1;       /* SPACE: takes what the height of its box leaves */
  guint behind : 1;        /* FIGURE: behind the blocks of the box that it is the first of */
  guint of_layout : 1;     /* FIGURE: its file lies beside the layout, which names it */
  guint title : 1;         /* PARAGRAPH: a line of the title of the paper */
  TkFloating floating : 2; /* FIGURE, TABLE, KEEP: moves to an end of its page or column */
  guint rank; /* in the order of reading, from 1, as tk_document_rank gives it; 0: beside the tree */

  union { /* by kind: there may be hundreds of thousands of nodes */
    struct {
      int level;        /* HEADING, SECTION, PAPER: from 1; CONTENTS: of the section that it is of, or 0 */
      gboolean outline; /* HEADING: also a bookmark */
      TkUnit room;      /* SECTION: that its page has from its beginning on, else it begins another; or 0 */
      const TkBound *bound; /* PAPER */
    };
    TkMarking marking; /* LIST */
    gboolean caption;  /* PARAGRAPH: of the TABLE that is next to it */
    struct {
      const TkSum
          *sums;      /* ROW of the body: up to it, of each column from the table's first_sum on; or NULL */
      gboolean head;  /* ROW: repeated on each page, cells are TH */
      gboolean leads; /* ROW: stays with the row below, whose group it names, which has the sums of its group,
                         or few rows with a cell in common */
      gboolean total; /* ROW: has the sums of rows above */
      gboolean numbers; /* ROW that is a head: the numbers of the columns, which name nothing */
    };
    struct {
      int span; /* CELL: columns that it covers, from 1 */
      int rows; /* CELL: rows that it covers, from 1; the rows below have no cell there (cover.h). 0: 1 */
      gboolean names_row; /* CELL: it is the TH of its row */
      gboolean turned;    /* CELL of a head: its text, paragraphs, runs upwards */
    };
    struct {
      const TkColumn *columns; /* TABLE, SIDES */
      guint n_columns;
      gboolean plain; /* TABLE, SIDES: no borders */
      /* Beside the tree: what only page breaks bring out. They are no content, their facts stand in the rows.
       */
      const TkNode *continued; /* TABLE: the caption above it on further pages, a PARAGRAPH, or NULL */
      const TkNode *carried, *brought; /* TABLE: ROWs with the words before sums at the foot and the head of a
                                        * page, where rows have sums; or NULL */
      guint first_sum;                 /* TABLE: the column, where rows have sums */
      const TkTableLook *look;         /* TABLE: or NULL, all rules and no colours */
    };
    struct {
      const char *path;             /* FIGURE: of the picture file */
      const char *alt;              /* FIGURE, CHART */
      TkUnit width;                 /* FIGURE: largest width; 0 = the measure */
      TkUnit height;                /* FIGURE: largest height; 0 = none but the page's */
      const TkFraming *framing;     /* FIGURE, or NULL: whole, its caption below */
      TkAround around;              /* FIGURE */
      const struct _TkChart *chart; /* CHART */
    };
    struct {
      const TkMaster *master; /* PAGE_BREAK: of the pages after it, or NULL: as before */
      gboolean restart;       /* PAGE_BREAK: the pages after it are numbered from 1 again */
      gboolean right_page;    /* PAGE_BREAK: the next page is one with an odd number, */
      gboolean back_page;     /* or the last one of a sheet of four pages */
      gboolean column_only;   /* PAGE_BREAK: goes on in the next column, where there is one on the page */
    };
    gboolean reserve;              /* FILLERS: for what others leave */
    const TkBoxLook *box;          /* BOX */
    const TkAlbumStyle *album;     /* ALBUM */
    const TkColumnSet *column_set; /* COLUMNS */
    struct {
      TkUnit rule_length; /* RULE: 0 = by rule_permille; SPACE: the height */
      int rule_permille; /* RULE: of the line of text before it (the last line of the block before); 1000 = as
                            long */
      TkUnit rule_thickness; /* RULE */
    };
  };

  const TkAnchor *anchor; /* SECTION, TABLE, FIGURE: or NULL */
};

/* A parameter of the layout, and what it was. */
typedef struct {
  const char *name, *value;
} TkSetting;

/* A line at the head or the foot of pages. */
typedef struct {
  const TkRunning *where;
  const TkNode *text;  /* a PARAGRAPH beside the tree */
  const TkNode *paper; /* a PAPER: it is a line of that one; NULL: of the document itself */
} TkRunningLine;

typedef struct {
  TkArena *arena;
  TkNode *root;
  const TkMaster *master;
  TkForm form;
  const char *title;    /* for the window and the catalogue: one line */
  const char *author;   /* the issuing body, or NULL */
  const char *subject;  /* or NULL */
  const char *language; /* BCP 47: "vi" */
  gint64 date;          /* seconds since 1970, UTC: date of the paper */
  gboolean dated;       /* it is the paper's own; else that of the day on which it is made */
  const TkSetting *settings;
  guint n_settings;
  guint n_ranks;                /* the last rank of a node */
  const TkNode *const *targets; /* of references, each once: blocks of lines, or figures or rows */
  guint n_targets;
  const TkRunningLine *running;
  guint n_running;
  const TkNode *watermark;   /* a PARAGRAPH beside the tree, across each page, or NULL */
  gboolean draft;            /* on pages of masters without one, too */
  const TkSpotColour *spots; /* colours with inks of their own */
  guint n_spots;
  const struct _TkFeed
      *feeds; /* feed.h: of tables and charts, in the order of reading, where they were asked for */
  guint n_feeds;
} TkDocument;

void tk_document_free (TkDocument *document);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDocument, tk_document_free)

TkNode *tk_node_add (TkArena *arena, TkNode *parent, TkNodeKind kind,
                     const TkStyle *style); /* (transfer none) */

/* @node, which has no parent yet, becomes the last child of @parent. */
void tk_node_join (TkNode *parent, TkNode *node);

/* How many runs at the end of an ENTRY are pages. */
guint tk_node_count_pages (const TkNode *entry);

/* How many of the columns there are in @measure, at least one. */
int tk_node_count_columns (const TkColumnSet *set, TkUnit measure);

/* Gives all nodes of the tree their ranks; a note is read behind the block that has its mark. Once, when the
 * tree is complete. */
void tk_document_rank (TkDocument *document);

/* The tree as text, one node a line, for tests. */
char *tk_document_print (const TkDocument *document);
