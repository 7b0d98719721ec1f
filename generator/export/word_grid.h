/* The columns of a table, and the cells that cover several. Internal to export/. */
#pragma once

#include "node.h"

/* As in print: between a border and the text; between two columns without borders. */
#define TK_WORD_PAD_X TK_PT (4)
#define TK_WORD_GUTTER TK_PT (6)

typedef struct {
  const TkNode *node;
  TkTableLook look;
  int scale;       /* of the type, in thousandths of its own size */
  gboolean padded; /* there are borders or colours */
  guint n;
  TkUnit *width;
  TkUnit *whole, *fraction; /* of the widest decimal numbers; 0: the column has none */
  guint *cover;
  const TkNode **above; /* by column: the cell over several rows that goes on there */
  guint n_body;         /* rows of the body so far */
} TkWordGrid;

/* To be cleared. */
TkWordGrid tk_word_begin_grid (const TkNode *node);
void tk_word_clear_grid (TkWordGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TkWordGrid, tk_word_clear_grid)

/* Fills @grid's widths, @total together, and those of its decimal numbers. FALSE: a word is longer than its
 * column. */
gboolean tk_word_find_widths (TkWordGrid *grid, TkUnit total);

/* The same in the largest type that does, down to what the layout allows; where none does, in its own. FALSE:
 * it is not the table's own size. */
gboolean tk_word_fit_widths (TkWordGrid *grid, TkUnit total);

/* What a cell that ends before column @end needs besides its text. */
TkUnit tk_word_find_pad (const TkWordGrid *grid, guint end);

/* What is free at the right of @cell, in @room, so that its decimal comma stands below the others of its
 * column, all of them in the middle. */
TkUnit tk_word_align_decimal (const TkWordGrid *grid, const TkNode *cell, guint column, TkUnit room);

/* How high @row must be for its text that runs upwards, which Word would cut off; 0: it has none. */
TkUnit tk_word_find_height (const TkWordGrid *grid, const TkNode *row);

gint64 tk_word_sum (const TkUnit *width, guint n);
