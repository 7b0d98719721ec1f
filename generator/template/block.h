/* The blocks of a layout as data: what content walks. The meaning of every
 * element and attribute is documented once, in layouts/layout.rng. */
#pragma once

#include "arena.h"
#include "style.h"

typedef struct _TkBlock TkBlock;

/* Where something stands in a layout; all borrowed from the template. */
typedef struct {
  const char *file;
  int line, column; /* from 1; 0: unknown */
} TkPlace;

/* "layouts/x.xml:41:7", in @arena. */
const char *tk_template_print_place (TkArena *arena, const TkPlace *place);

typedef enum {
  TK_PHRASE_LITERAL, /* text */
  TK_PHRASE_VALUE,   /* a placeholder: text is the name, slot its number in the template */
  TK_PHRASE_BREAK,   /* <br/> */
  TK_PHRASE_GROUP,   /* an inline element: the @inside phrases that follow are inside of it */
  TK_PHRASE_REFER,   /* <ref/>, <page-of/>: @refer */
  TK_PHRASE_NOTE,    /* a footnote: its words are @note */
  TK_PHRASE_FIELD,   /* in a running line: what only pages know; slot: TK_FIELD_… */
} TkPhraseKind;

typedef enum { TK_FIELD_PAGE, TK_FIELD_PAGES, TK_FIELD_HEADING } TkPageField;

typedef enum {
  TK_PHRASE_BOLD = 1 << 0,
  TK_PHRASE_ITALIC = 1 << 1,
  TK_PHRASE_UNDERLINE = 1 << 2,
  TK_PHRASE_SUPERSCRIPT = 1 << 3,
  TK_PHRASE_SUBSCRIPT = 1 << 4,
} TkPhraseFlags;

typedef struct _TkPhrase TkPhrase;

/* A text with placeholders. */
typedef struct {
  const TkPhrase *phrases;
  guint n_phrases;
  guint n_values; /* placeholders among them, but for those in spans; where there are some and all are empty,
                   * the text vanishes */
} TkText;

/* What a line says of another place of the paper. */
typedef enum {
  TK_SHOW_WORDS,  /* "Bảng 3", "mục II.1" */
  TK_SHOW_NUMBER, /* "3", "II.1" */
  TK_SHOW_PAGE,   /* "12" */
} TkShow;

typedef struct {
  TkText to; /* the id of the place */
  TkShow show;
} TkRefer;

struct _TkPhrase {
  TkPhraseKind kind;
  TkPhraseFlags flags;
  const char *text; /* white space is collapsed already, never at both sides of a join of two literals */
  guint slot;
  guint inside, n_values; /* GROUP: phrases, and placeholders among them that count for it */
  gboolean alone;         /* GROUP: a <span>: its placeholders do not count for what is around it */
  const TkText *href;     /* of the link around it, or NULL */
  const char *language;   /* of the span around it, or NULL */
  const char *break_at;   /* VALUE: the character at which its text is broken, or NULL */
  TkPlace place;
  const TkRefer *refer; /* REFER */
  const TkText *note;   /* NOTE: its placeholders do not count for what is around it */
};

/* A line at the head or the foot of pages. */
typedef struct {
  TkRunning where;
  TkText text;
} TkRunningText;

typedef enum {
  TK_BLOCK_PAPER,
  TK_BLOCK_SECTION,
  TK_BLOCK_HEADING,
  TK_BLOCK_PARAGRAPH,
  TK_BLOCK_MARKDOWN,
  TK_BLOCK_LIST,
  TK_BLOCK_ITEM,
  TK_BLOCK_GROUP, /* part, for-each, if, unless, letterhead: its rows, then its blocks */
  TK_BLOCK_TABLE,
  TK_BLOCK_COLUMN,
  TK_BLOCK_PHOTO,
  TK_BLOCK_SIDES,
  TK_BLOCK_ROW,  /* two children: SIDE */
  TK_BLOCK_SIDE, /* left, right */
  TK_BLOCK_TITLE,
  TK_BLOCK_RECIPIENTS,
  TK_BLOCK_SIGNATURE,
  TK_BLOCK_RULE,
  TK_BLOCK_SPACE,
  TK_BLOCK_PAGE_BREAK,
  TK_BLOCK_KEEP,
  TK_BLOCK_END_MARK,
  TK_BLOCK_MULTICOLUMN,
  TK_BLOCK_CONTENTS,
  TK_BLOCK_ENDNOTES,
  TK_BLOCK_ALBUM,
  TK_BLOCK_INDEX,
  TK_BLOCK_COLUMN_GROUP, /* parent of COLUMNs, which are linked as the table's; title */
  TK_BLOCK_BOX,
  TK_BLOCK_CHART, /* children: SERIES */
  TK_BLOCK_SERIES,
  TK_BLOCK_COLUMN_BREAK,
  TK_BLOCK_FILLERS,
  TK_BLOCK_PAPER_OF,
} TkBlockKind;

typedef enum {
  TK_ROWS_NONE,
  TK_ROWS_FIRST,  /* the first row; without a row the block is not there */
  TK_ROWS_EACH,   /* once for each row */
  TK_ROWS_UNLESS, /* without rows; nothing of it is seen inside */
} TkRowsKind;

typedef enum { TK_MARK_BY_DEPTH, TK_MARK_DASH, TK_MARK_PLUS, TK_MARK_NUMBER, TK_MARK_LETTER } TkListMark;

/* What a table of contents lists. */
typedef enum { TK_LISTED_HEADINGS, TK_LISTED_TABLES, TK_LISTED_FIGURES } TkListed;

enum { TK_CONTENTS_LEVELS = 3 }; /* that have styles: contents-1 to contents-3 */

typedef enum { TK_MEASURE_LENGTH, TK_MEASURE_SHARE, TK_MEASURE_FIT } TkMeasureKind;

typedef struct {
  TkMeasureKind kind;
  gint32 length; /* units, or the share in thousandths */
} TkMeasure;

/* How pictures are shown: what PHOTO and ALBUM have beside their file. */
typedef struct {
  TkShape ratio; /* cropped to this; 0: as they are */
  TkShape lowest,
      tallest;  /* up to which it may be lower and taller, so that a page ends full; 0: it may not */
  TkText focus; /* "0.5 0.3": the point to keep, from the upper left corner */
  TkText credit;
  const TkStyle *credit_style;
  TkCaptionSide side;
  TkAlbumStyle album; /* ALBUM */
} TkPictureBlock;

/* What a parameter of a layout is set to. */
typedef struct {
  const char *name;
  TkText value;
} TkBlockSetting;

/* The paper of another layout, in a book. */
typedef struct {
  const struct _TkTemplate *layout;
  const TkMaster *running; /* whose running lines its pages have beside their own, or NULL */
  const TkBlockSetting *settings;
  guint n_settings;
} TkBoundBlock;

struct _TkBlock {
  TkBlockKind kind;
  const TkBlock *parent, *first, *next;
  TkPlace place;
  const char *name; /* of the element, for messages and prints */

  TkRowsKind rows;
  guint query; /* where @rows is not NONE: index in the template's queries */
  guint use;   /* numbers the uses of queries through the whole template, from 0 */

  /* Styles that the block uses; resolved, never NULL where the block uses one.
   * HEADING: style. TITLE: style of the subject, title_style of the kind.
   * RECIPIENTS: style of a line, title_style of the line above. TABLE: title_style
   * of head cells, caption_style. PHOTO: caption_style. COLUMN: style of cells. SECTION: title_style, or NULL
   * for that of its level. MARKDOWN: style of paragraphs, title_style of the first one, caption_style of
   * those below headings. */
  const TkStyle *style, *title_style, *caption_style;

  TkText text;  /* what stands in the element: HEADING PARAGRAPH ITEM COLUMN PHOTO TITLE RECIPIENTS; END_MARK:
                   the  mark; MARKDOWN: the column */
  TkText title; /* attribute title (SECTION COLUMN RECIPIENTS PAPER), kind (TITLE), caption (TABLE) */
  gboolean has_title;

  TkText file, alt;             /* PHOTO */
  TkText author, subject, date; /* PAPER */
  TkText carried, brought;      /* TABLE: what stands before running sums at the foot and the head of pages */
  TkText continued, total;      /* TABLE: behind a repeated caption; before the sums of the last row */
  TkText sum;                   /* COLUMN: the running sum */
  TkText group;                 /* TABLE: rows of which this is the same stand under it */
  TkText strong;                /* TABLE: rows for which this is not empty are bold */

  gboolean numbered; /* SECTION */
  gboolean outline;  /* HEADING: a bookmark, though it is that of no section; SECTION: its heading is one */
  gboolean new_page, appendix;    /* SECTION; an appendix begins on a new page too */
  gboolean plain, numbers;        /* TABLE */
  TkListMark mark;                /* LIST */
  const char *close, *close_last; /* LIST: or NULL */
  gboolean run_in;                /* LIST: of one item it is none */
  TkMeasure left, right;          /* SIDES */
  TkMeasure width;                /* COLUMN */
  TkAlign align;                  /* COLUMN */
  TkUnit max_width, max_height;   /* PHOTO: or 0 */
  TkUnit height;                  /* SPACE */
  TkUnit length;                  /* RULE, TITLE: or 0, then @permille */
  int permille;                   /* RULE, TITLE: of the line before; 0 and no length: no rule (TITLE) */
  TkUnit thickness;               /* RULE, TITLE */
  TkColumnSet column_set;         /* MULTICOLUMN */
  gboolean across;                /* HEADING, PARAGRAPH, TABLE, PHOTO, KEEP, TITLE; SECTION: its heading */

  TkText id;           /* SECTION, TABLE, PHOTO: the name by which references find it */
  const char *counter; /* TABLE, PHOTO: "Bảng": captions are numbered, all of one word together; or NULL */
  TkListed listed;     /* CONTENTS */
  int pages_from;      /* CONTENTS: the highest level whose pages are shown */
  int depth;           /* CONTENTS: the deepest level of headings */
  gboolean within;     /* CONTENTS: only what is in the section that it stands in */
  gboolean endnotes;   /* PAPER: its notes stand together at the end */
  const TkPictureBlock *picture;              /* PHOTO, ALBUM; else NULL */
  TkFloating floating;                        /* PHOTO, TABLE */
  const TkStyle *entries[TK_CONTENTS_LEVELS]; /* CONTENTS, INDEX: by level, or NULL; as title_style may be */
  TkText find;                   /* INDEX: what is looked for in the paper; text: what is shown */
  gboolean merge, decimal;       /* COLUMN: equal neighbours are one cell; commas below each other */
  const TkTableLook *look;       /* TABLE: or NULL */
  TkText group_total, group_sum; /* TABLE, COLUMN: the last row of a group */
  TkText match;           /* COLUMN: what its query, run once, and the rows of the table have in common */
  gboolean right_page;    /* SECTION, PAGE_BREAK, PAPER_OF: begins on a right page */
  const TkMaster *master; /* SECTION: of its pages, or NULL: as around it */
  const char *around;     /* PHOTO: "left", "right", or NULL */
  const TkBoxLook *box;   /* BOX */
  TkChartKind chart;      /* CHART: title is its caption, text the label of a category, @height or 0;
                           * SERIES: title, text is the value, alt is how the value is shown */
  gboolean values;        /* CHART */
  gboolean coloured;      /* CHART: its first series has @colour */
  guint32 colour;
  TkText unit;        /* CHART */
  gboolean row_head;  /* COLUMN: its cells name their rows */
  gboolean turned;    /* COLUMN, COLUMN_GROUP: its title runs upwards */
  TkText breadth;     /* BOX: its width as a length, or empty */
  gboolean reserve;   /* FILLERS: for what others leave */
  gboolean back_page; /* SECTION: begins on the last page of a sheet */
  TkUnit room;        /* SECTION: below its beginning on its page, or 0 */
  gboolean stretch;   /* SPACE: takes what its box has left */
  gboolean behind;    /* PHOTO: behind the blocks of the box that it is the first of */

  const TkBoundBlock *bound; /* PAPER_OF; title: what the book calls it, or empty */
};
