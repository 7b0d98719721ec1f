/* What the files that read Markdown share. Internal to content/. */
#pragma once

#include <md4c.h>

#include "maker.h"

/* How a line that begins a new page is written: a comment, which other readers of CommonMark do not show. */
#define TK_MARKDOWN_PAGE_BREAK "<!-- page-break -->"
#define TK_MARKDOWN_COLUMN_BREAK "<!-- column-break -->" /* a new column */

/* A footnote as it is written: "[^id]: words". */
typedef struct {
  char *id;
  GString *words; /* Markdown */
  TkNode *note;   /* made where it is first referred to; NULL before */
} TkMarkdownNote;

/* Markdown without its footnotes, and the footnotes. */
typedef struct {
  GString *text;
  GPtrArray *notes; /* TkMarkdownNote, in the order in which they are written */
} TkMarkdownSource;

/* Deeper lists and quotes stay in the one around: nobody reads them, and the tree stays shallow. */
enum { TK_MARKDOWN_DEEPEST = 8 };

/* What is being read, while md4c calls. */
typedef struct {
  TkMaker *maker;
  const TkBlock *block; /* whose styles, where it has some, paragraphs have; NULL: of a note */
  const TkNode *parent; /* of its blocks, */
  const TkNode *before; /* and the one behind which they stand, or NULL */
  TkNode *at;           /* where blocks go */
  TkNode *text;         /* the paragraph or heading that is being filled, or NULL */
  GPtrArray *outer;     /* the values of @at around this one */
  GString *pending;     /* words of the run that is being made */
  TkRunFlags flags;
  const char *href;
  const char *refers; /* the name of the place to which the link around leads, or NULL: */
  TkShow shows;
  gboolean referred; /* it has a run already */
  TkOrigin origin;
  int lists, quotes;
  int pictures;       /* that are open: one may stand in the words of another */
  GPtrArray *figures; /* of the paragraph that is being filled: they follow it */
  TkMarkdownSource *source;
  gboolean in_note;
  TkColumn *columns;                     /* of the table around */
  gboolean *chosen;                      /* by column: the writer says how it is aligned */
  guint column;                          /* of the cell that comes next */
  guint firsts[TK_MARKDOWN_DEEPEST + 1]; /* the number of the first item, of each list around */
} TkMarkdownReader;

/* markdown_source.c: CommonMark knows no footnotes, and md4c would read one as the address of a link: they
 * are taken out before. A footnote begins a line, indented by at most three blanks, outside of quotes
 * and of fenced code; its paragraph goes on to the next empty line, and paragraphs that are indented
 * by four blanks belong to it. Of two with one id the first holds. */
TkMarkdownSource *tk_markdown_source_new (const char *markdown);
void tk_markdown_source_free (TkMarkdownSource *source);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkMarkdownSource, tk_markdown_source_free)
/* Length of the mark "[^id]" with which @text begins, or 0. */
gsize tk_markdown_mark_length (const char *text, gsize length);
TkMarkdownNote *tk_markdown_find_note (const TkMarkdownSource *source, const char *id, gsize length);

/* markdown_table.c: widths by what the columns hold. Where the writer chose no alignment (@chosen, one for
 * each column), numbers stand at the right, and those that count rows in the middle. @columns are @table's.
 */
void tk_markdown_settle_columns (TkMaker *maker, TkNode *table, TkColumn *columns, const gboolean *chosen);
/* A paragraph "Bảng: words" or "Table: words" before a table, or else behind it, is its caption. Looks behind
 * @before, a child of @parent (NULL: at all). */
void tk_markdown_find_captions (TkMaker *maker, TkNode *parent, TkNode *before);

/* markdown_name.c */
/* The name of "words {#name}", or NULL; @ret_length: of the words. */
const char *tk_markdown_take_name (TkMaker *maker, const char *words, gsize *ret_length);
/* Makes @node known by its @header, which may be @node, and by the name at the end of that, which goes. */
void tk_markdown_anchor (TkMaker *maker, TkNode *node, TkNode *header);
/* Whether a link to @address leads to a place of the paper: then, up to its end, tk_markdown_refer makes its
 * runs: with its @words, or, where it has none (NULL), with those for the place. The @title “trang” or
 * “page”: with its page. */
gboolean tk_markdown_begin_reference (TkMarkdownReader *reader, const char *address, const char *title);
void tk_markdown_refer (TkMarkdownReader *reader, const char *words);

/* markdown.c */
/* Text may stand in an item or a cell without a paragraph around it. */
void tk_markdown_need_text (TkMarkdownReader *reader);
/* The words of a footnote, while those around its mark are being filled. */
void tk_markdown_read_note (const TkMarkdownReader *around, const TkMarkdownNote *written);

/* markdown_line.c: the calls of md4c; @data is a TkMarkdownReader. */
int tk_markdown_enter_span (MD_SPANTYPE type, void *detail, void *data);
int tk_markdown_leave_span (MD_SPANTYPE type, void *detail, void *data);
int tk_markdown_take_text (MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *data);
/* Ends the run that is being made. */
void tk_markdown_flush_run (TkMarkdownReader *reader);
