/* A row of a table or of two sides while it is set: its cells, side by side, and the parts that pages may
 * part it into. What grid_cell.c, grid_row.c, grid_hang.c, grid_rules.c and grid_carry.c share. */
#pragma once

#include "grid.h"

/* Cells of a table with borders stand this far from them, above and below. */
#define TK_PAD_Y TK_PT (2)
/* A part of a row taller than this is parted line by line, level or not. */
#define TK_TALL TK_PT (220)

typedef struct {
  GArray *strips;   /* TkStrip, at their places from the left edge of the stick */
  TkUnit x;         /* of the left edge of the cell */
  TkUnit *top;      /* of each strip, from the top of the row's text; rising */
  TkHanging *hangs; /* over rows below: it is in no part of the row but the first; or NULL */
  guint next;       /* first strip that is in no part of the row yet */
} TkGridCell;

typedef struct {
  const TkGrid *grid;
  TkStick *stick;
  const TkNode *row;
  GArray *cells;   /* TkGridCell */
  TkUnit space;    /* above the row */
  TkUnit height;   /* of its text */
  TkUnit baseline; /* of its first lines, from the top of its text */
  TkUnit least;    /* that its parts have together, for the cells that end with it */
  TkUnit used;     /* of its parts so far */
} TkGridRow;

/* grid_cell.c: the cells of @row, their first lines level with each other; NULL: error. They take their
 * columns in grid->cover. */
GArray *tk_galley_set_cells (TkSetter *setter, const TkGrid *grid, const TkStick *outer, const TkNode *row,
                             GError **error);
/* Where strip @i ends, from the top of the row's text. */
TkUnit tk_galley_find_end (const TkGridCell *cell, guint i);
/* The height of the text of all cells that end with the row. */
TkUnit tk_galley_cells_height (const GArray *cells);
/* The baseline of the first lines, from the top of the row's text; 0 where no cell begins with level text. */
TkUnit tk_galley_find_first_baseline (const GArray *cells);
/* The next height below @from at which the row may be parted: the first end of a strip, moved down until it
 * cuts no strip of any cell. */
TkUnit tk_galley_find_cut (const GArray *cells, TkUnit from, TkUnit row_height);
/* Where no common line ends within a tall part: the cells' lines side by side, first with first, or several
 * beside a taller one, so that a page can end between them. */
void tk_galley_level_lines (GArray *cells, TkUnit from);
/* Beside text that runs upwards level text stands in the middle of the height. */
void tk_galley_centre_cells (const TkGridRow *row);

/* grid_row.c: appends the strips of @row, whose grid, stick, node and space are given; the cells are to be
 * released. */
gboolean tk_galley_set_row (TkSetter *setter, TkGridRow *row, GError **error);
/* One part of the row as a strip: text of its cells between @from and @to. */
void tk_galley_put_part (TkSetter *setter, TkGridRow *row, TkUnit from, TkUnit to, gboolean first,
                         gboolean last);
/* Adds to @setter's marks and fields the strips of @cell that end at @to or above and were not taken yet,
 * moved so that @from lies at @y; and to @into their footnotes. */
void tk_galley_take_marks (TkSetter *setter, TkGridCell *cell, TkUnit from, TkUnit to, TkUnit y,
                           TkStrip *into);

/* grid_hang.c: cells over several rows. Whether the cell that began in a row above, in column @i, goes
 * through the row at hand. */
gboolean tk_galley_goes_through (const TkGrid *grid, guint i);
/* The text of such a cell goes into the first strip, unless it is so tall that it is parted: then it makes
 * its row as tall as others do. */
void tk_galley_hang_cells (TkGridRow *row);
/* Adds to @setter's marks the text of cells that begin here and go on below. */
void tk_galley_take_hanging (TkSetter *setter, const TkGridRow *row, TkUnit above, TkStrip *into);
/* Their marks are where @marks has been copied to; behind @n_fills others, among them those behind such cells
 * of a head. */
void tk_galley_keep_hanging (const TkGridRow *row, TkMark *marks, guint n_fills, guint n_marks);
/* The row is set, its last strip @strip. In heads such cells have their text in the middle; in bodies a page
 * does not end within it. */
void tk_galley_end_hanging (const TkGridRow *row, TkStrip *strip);

/* grid_rules.c: the colour behind the row; behind cells over several rows only in heads, where they are not
 * parted. */
void tk_galley_add_fills (const TkGridRow *row, gboolean first, TkUnit height, GArray *marks);
/* The lines around the cells in @strip, which is the last one of the stick. */
void tk_galley_add_lines (TkSetter *setter, const TkGridRow *row, gboolean first, gboolean last,
                          TkStrip *strip);
/* What a page has in addition that begins with @strip: the line that closes the table, and again the text of
 * the cells that go on, which is no content. */
void tk_galley_add_cap (TkSetter *setter, const TkGridRow *row, gboolean first, TkStrip *strip);

/* grid_carry.c: what stands at the foot and the head of pages between which the table is parted; NULL where
 * it carries no sums. */
gboolean tk_galley_set_carry (TkSetter *setter, const TkGrid *grid, const TkStick *stick,
                              const TkCarry **ret_carry, GError **error);
/* Gives it to the strips of a row of the body, which are those from @first on: a page that ends within the
 * row has the sums up to the row before. */
gboolean tk_galley_carry_row (TkSetter *setter, const TkGrid *grid, TkStick *stick, guint first,
                              const TkCarry *carry, const TkNode *row, GError **error);
