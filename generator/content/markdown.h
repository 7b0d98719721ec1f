/* What the files that read Markdown share. Internal to content/. */
#pragma once

#include "maker.h"

/* How a line that begins a new page is written: a comment, which other readers of CommonMark do not show. */
#define TK_MARKDOWN_PAGE_BREAK "<!-- page-break -->"

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
