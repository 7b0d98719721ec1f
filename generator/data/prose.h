/* A text being written as CommonMark, block after block, in the subset that
 * content/markdown.c shows: headings, paragraphs, lists of dashes and numbers,
 * tables as GitHub writes them. Letters that are given are taken, settled and
 * freed; a block without letters is not written. Or as plain text: words, dashes and numbers, with a tab
 * between cells, and nothing that is not read aloud. */
#pragma once

#include "letters.h"

typedef struct _TkProse TkProse;

TkProse *tk_prose_new (gboolean plain);
void tk_prose_free (TkProse *prose);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkProse, tk_prose_free)

/* A link for TkLetter.link. */
guint tk_prose_link (TkProse *prose, const char *url);

/* @level from 1; below 6 there is none. */
void tk_prose_heading (TkProse *prose, guint level, GArray *letters);
void tk_prose_paragraph (TkProse *prose, GArray *letters);

/* @level from 0; an item without one above it begins a list at the margin.
 * @number: 0 for a dash. A number that does not follow the one before begins a
 * list of its own. */
void tk_prose_item (TkProse *prose, guint level, guint number, GArray *letters);
/* The last block was an item with a dash. */
gboolean tk_prose_is_dashed (const TkProse *prose);

typedef enum { TK_PROSE_PLAIN, TK_PROSE_LEFT, TK_PROSE_CENTRE, TK_PROSE_RIGHT } TkProseAlign;

/* Cells are added row by row, then the table is written; its first row is the head. */
void tk_prose_cell (TkProse *prose, TkProseAlign align, GArray *letters);
void tk_prose_row (TkProse *prose);
void tk_prose_table (TkProse *prose);

/* Emphases that CommonMark could not express. */
guint tk_prose_n_lost (const TkProse *prose);

/* The whole text, which ends with a line end unless it is empty. */
char *tk_prose_print (const TkProse *prose);
