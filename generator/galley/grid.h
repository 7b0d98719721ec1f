/* A table or two sides while their rows are set: the columns, and what goes on from row to row. */
#pragma once

#include "set.h"

/* Cells of a table with borders stand this far from them, at their sides. */
#define TK_PAD_X TK_PT (4)

/* A cell over several rows: its text hangs down from the first of them. */
typedef struct {
  const TkNode *cell; /* NULL: there is none */
  TkUnit height;      /* of its text, with padding */
  TkUnit used;        /* of its rows so far */
  TkUnit top;         /* of its text, from the top of the first strip of that row */
  TkUnit baseline;    /* of its first line, from the top of the text of its first row */
  TkMark *marks;      /* in the first strip of that row */
  guint n_marks;
  TkMark *fill; /* of a head, behind it, or NULL */
} TkHanging;

/* The widest numbers of a column, on both sides of the decimal comma. */
typedef struct {
  TkUnit whole, fraction;
} TkDecimal;

typedef struct {
  const TkNode *node;
  gboolean bordered; /* cells have padding: there are borders or colours */
  TkTableLook look;
  guint n_body;        /* rows of the body so far, within their group */
  guint n;             /* columns */
  TkUnit *left;        /* n + 1 edges, from the left edge of the stick */
  guint *cover;        /* by column: cover.h */
  guint *above;        /* the same, as the rows above the one at hand left it */
  guint *none;         /* as many 0 */
  TkHanging *hanging;  /* by column in which the cell begins */
  TkArena *scratch;    /* marks of the cells of one row, until they are marks of its strips */
  TkNode *sums;        /* a ROW for the sums of one row at a time, and its cells; NULL: rows have none */
  TkDecimal *decimals; /* by column; NULL: none has decimal numbers */
  GHashTable *
      turned; /* head cell whose text runs upwards to the length of its lines, an int; NULL: there are none */
} TkGrid;

/* To be cleared; the edges are found by find_widths. */
TkGrid tk_galley_begin_grid (const TkNode *node);
void tk_galley_clear_grid (TkGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkGrid, tk_galley_clear_grid)

/* @sums, of a row of @grid, as a ROW: until the next call. */
const TkNode *tk_galley_show_sums (const TkGrid *grid, const TkSum *sums);

/* What a cell that ends before column @end needs besides its text. */
TkUnit tk_galley_pad (const TkGrid *grid, guint end);

/* The edges of columns that are @total wide together. */
gboolean tk_galley_find_widths (TkSetter *setter, TkGrid *grid, TkUnit total, GError **error);

/* Takes from @width, at the right of a cell, what puts its decimal comma in line with the others of its
 * column, all of them in the middle. */
gboolean tk_galley_align_decimal (TkSetter *setter, const TkGrid *grid, const TkNode *cell, guint column,
                                  TkUnit *width, GError **error);
