/* A galley typed as text, one thing a line; lengths in points.
 *
 *   page HEIGHT [WIDTH]                 of the text; the margins are top 20, bottom 30, left 10, right 40
 *   folio left|centre|right [first]     page numbers 5 below the edge; "first": on page 1 too
 *   running WORD...                     a line at the head of the pages of the master; {page}, {pages}
 *                                       need “folio” before
 *   book-running WORD...                a line of the book at the foot of the pages of its papers
 *   paper, end-paper                    what follows is of a paper of a book, of the book itself
 *   watermark WORD, draft               on each page as high as "page" says, SMALL on those of 10;
 *                                       draft: on those that want none, too
 *   master HEIGHT [no-folio] [no-running] [no-watermark]
 *                                       what follows stands on pages of another one; "page" before it
 *   head TABLE NAME HEIGHT [+SPACE]     a strip of the head of a table, to be repeated
 *   carry TABLE HEIGHT                  the strips of its sums: “carried TABLE”, “brought TABLE”
 *   columns N [GUTTER [RULE]] [ragged] [page-notes]
 *                                       what follows stands in N columns; page-notes: their notes have the
 *                                       measure of the page
 *   float top|foot NAME HEIGHT [note NAME LINES]   belongs to the strip before
 *   filler NAME HEIGHT [quote|reserve|picture] [lower=H] [taller=H] [narrow=H]
 *                                       for pages 100 and columns 45 wide that end short;
 *                                       narrow: so high in columns
 *   fill                                the master wants some
 *   grid HEIGHT                         of the master
 *   strip NAME HEIGHT [+SPACE] [xN] [WORD...]
 *
 * and the words of a strip:
 *
 *   avoid keep column page right restart restart-right back
 *                            its break_after; none: allowed
 *   under TABLE              the head that is repeated above it
 *   sum TABLE                it is of this table, and “sum of NAME” are its sums
 *   in TABLE                 it is of this table, and there are no sums yet
 *   note NAME LINES          carries a footnote of so many lines of 10: “NAME-1”, “NAME-2” …;
 *                            “LINES!”: kept together
 *   cap foot                 marks for a page that begins, that ends with it
 *   heading                  it is one and goes into the bookmarks; "again": of the same node as the strip
 *                            before
 *   empty                    it has no marks
 *   quote                    it is of a box with a quotation
 *   loose loose=N            it, or N strips from it on, may stand behind text that follows
 *   room=H                   it asks for so much of the page from its upper edge on
 *   lower=H taller=H         it may be so much lower, taller
 *
 * xN makes N of them: NAME1, NAME2, … */
#pragma once

#include "pages.h"

typedef struct {
  TkArena *arena;
  TkDocument document;
  TkMaster master;
  TkGalley galley;
} TkStrips;

TkStrips *tk_strips_read (const char *path, const char *text);
void tk_strips_free (TkStrips *strips);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkStrips, tk_strips_free)

/* A mark that is a word of its own, made without any font. */
TkMark *tk_strips_mark (TkArena *arena, const TkNode *node, const char *text);

/* columns.c: a test of the program in flow.c. */
void columns_hold_all (void **state);
/* fitted.c: another one. */
void fitted_pages_hold_all (void **state);
