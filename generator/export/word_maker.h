/* What the files of a Word paper share while it is made. Internal to export/. */
#pragma once

#include "word_export.h"
#include "word_lists.h"
#include "word_package.h"
#include "word_styles.h"

enum { TK_WORD_DEEPEST = 64 };

/* How pages of the section at hand are. */
typedef struct {
  const TkMaster *master;
  const TkColumnSet *columns; /* or NULL */
  const char *type;           /* w:type: how it begins */
  gboolean restart;           /* of page numbers */
  gboolean first;             /* its first page is that of the paper, or of an appendix */
} TkWordPages;

typedef struct {
  const TkDocument *document;
  GHashTable *folios;
  TkWordPackage *package;
  TkWordStyles *styles;
  TkWordLists *lists;

  TkXml xml;        /* of the part at hand */
  const char *part; /* its name */

  TkUnit width;       /* of their column */
  TkUnit indent;      /* of it that is left free, in items */
  int scale;          /* of type in a table that is too wide, in thousandths; 0: its own */
  const TkNode *item; /* whose first paragraph comes: it has the number */
  int numbering, numbered_at;
  int list_depth;
  guint in_cells; /* tables around: sections cannot end here */

  TkUnit right;                     /* of it that is left free at the right, in a cell with a number */
  TkUnit below;                     /* that the last paragraph wants below it */
  TkUnit gap;                       /* wanted above what comes next */
  gboolean after_table;             /* the last block was one */
  gboolean empty;                   /* nothing stands in the cell so far */
  gboolean breaks;                  /* what comes next begins a page */
  gboolean column_break;            /* or a column */
  gboolean tight;                   /* there is nothing below the paragraph at hand */
  guint keeps;                      /* KEEPs around that do not end with the paragraph at hand */
  const char *language;             /* of the paragraph at hand, where it is not the paper's; or NULL */
  const TkNode *last;               /* paragraph, for the rule below it */
  TkUnit last_measure, last_indent; /* of its lines; of its column */

  TkWordPages pages;
  gboolean begun;       /* something stands in the section */
  gboolean parted;      /* and in one before it */
  gboolean even;        /* left pages have other running lines */
  gboolean anew;        /* numbers of pages begin anew somewhere */
  gboolean heads, feet; /* there are any */
  gboolean filled;      /* something stands on the pages that are numbered on from the last 1 */
  guint group;          /* of pages that are numbered on from 1 */

  GPtrArray *footnotes;  /* NOTE */
  GHashTable *bookmarks; /* target to its number, from 1 */
  GHashTable *headers;   /* HEADING or caption to the SECTION, TABLE or FIGURE that it is of */
  GHashTable *counts;    /* TABLE or FIGURE with a number to a number of ours, from 1 */
  guint n_bookmarks;     /* that were begun */
  const TkNode
      *opening; /* the heading of a paper of a book, beside the tree, whose first text comes; or NULL */
  guint n_drawings, n_pictures, n_charts;
  GHashTable *pictures; /* of tk_word_pictures_new */
  GPtrArray *turned;    /* TkMaster: pages that lie for a table */
  GHashTable *strips;   /* heads and feet to the names of their parts */
} TkWord;

/* ---- word_text.c: paragraphs and what stands in them ---- */

/* Its words as one paragraph. */
void tk_word_put_text (TkWord *word, const TkNode *node);
void tk_word_put_runs (TkWord *word, const TkNode *node, const TkRun *runs, guint n);
/* The same for all runs of @node, without the first @skip bytes. */
void tk_word_put_rest (TkWord *word, const TkNode *node, gsize skip);
/* word_drop.c: the first letter, where the style wants it large. Gives how many bytes it has; 0: it is not.
 */
gsize tk_word_put_drop (TkWord *word, const TkNode *node);
/* Letters that are not those of a node. */
void tk_word_put_letters (TkWord *word, const char *text);
/* <w:p> and its properties, to be ended by tk_word_end. @look: what it has besides its style, or NULL. */
void tk_word_begin_paragraph (TkWord *word, TkWordUse use, const TkStyle *style, int level,
                              const TkWordParagraph *look);
/* An empty paragraph of a height, at least one point. */
void tk_word_put_height (TkWord *word, TkUnit height);
void tk_word_begin_field (TkWord *word, const char *code);
void tk_word_end_field (TkWord *word);
void tk_word_put_tab (TkWord *word);
/* Where something refers to @node: gives the number to end it by, or 0. */
guint tk_word_begin_bookmark (TkWord *word, const TkNode *node);
void tk_word_end_bookmark (TkWord *word, guint bookmark);

/* ---- word_contents.c ---- */
void tk_word_put_contents (TkWord *word, const TkNode *contents);

/* ---- word_block.c ---- */
gboolean tk_word_put_block (TkWord *word, const TkNode *node, GError **error);
TkWordUse tk_word_find_use (const TkWord *word, const TkNode *node);
gboolean tk_word_put_children (TkWord *word, const TkNode *node, GError **error);
/* The content of a cell, a note or a box, which ends with a paragraph whatever it holds. */
gboolean tk_word_put_column (TkWord *word, const TkNode *node, TkUnit width, GError **error);

/* ---- word_table.c ---- */
gboolean tk_word_put_table (TkWord *word, const TkNode *table, GError **error);
gboolean tk_word_put_box (TkWord *word, const TkNode *box, GError **error);
/* <w:tbl> with columns of these widths, without borders; text runs @around it; to be ended by
 * tk_word_end_table. */
void tk_word_begin_table (TkWord *word, TkAround around, const TkUnit *widths, guint n);
void tk_word_end_table (TkWord *word, TkUnit gap);
void tk_word_begin_cell (TkWord *word, TkUnit width, TkUnit right);

/* ---- word_wide.c ---- */
/* Whether @node, or what it leads, is a table that is too wide and wants landscape pages for that. */
gboolean tk_word_lies (const TkWord *word, const TkNode *node);
void tk_word_lay_page (TkWord *word);

/* ---- word_picture.c ---- */
/* What is in the package, by the path of the file. */
GHashTable *tk_word_pictures_new (void);
gboolean tk_word_put_figure (TkWord *word, const TkNode *figure, GError **error);
gboolean tk_word_put_album (TkWord *word, const TkNode *album, GError **error);

/* ---- word_chart.c ---- */
gboolean tk_word_put_chart (TkWord *word, const TkNode *node, GError **error);

/* ---- word_section.c ---- */
/* The pages from here on are @pages; where @begun, the section so far ends. */
void tk_word_begin_section (TkWord *word, const TkWordPages *pages);
void tk_word_put_section (TkWord *word);
/* A new page of @master, or of the present one where that is NULL. */
void tk_word_begin_page (TkWord *word, const TkMaster *master, gboolean restart, gboolean right);
void tk_word_put_watermark (TkWord *word);
/* Whether the page number of @master, where it has one, stands at the foot. */
gboolean tk_word_is_foot (const TkMaster *master);
void tk_word_end_group (TkWord *word);
/* Moves the ends of sections into the paragraphs that they follow (17.6.18). */
void tk_word_settle_sections (xmlDocPtr body);
gboolean tk_word_add_settings (TkWord *word, GError **error);

/* ---- word.c ---- */
/* A part: its root is begun, what @put writes goes into it. */
typedef gboolean (*TkWordPut) (TkWord *word, const void *data, GError **error);
gboolean tk_word_add_part (TkWord *word, const char *name, const char *type, TkWordPut put, const void *data,
                           GError **error);
