/* Heads of narrow columns: their text runs upwards. */
#pragma once

#include "grid.h"

/* Whether the text of @cell can be turned and shall be. */
gboolean tk_galley_is_turned (const TkNode *cell);

/* What such a cell needs of the width of its column: the height of its lines. Both results are the same. */
gboolean tk_galley_measure_turned (TkSetter *setter, const TkNode *cell, TkUnit *ret_widest,
                                   TkUnit *ret_narrowest, GError **error);

/* Finds grid->turned, once the columns have their widths: the shortest lines by which each such cell of the
 * head keeps to its columns, three at most where they do not need more. Those of cells side by side have the
 * same length. */
gboolean tk_galley_find_turned (TkSetter *setter, TkGrid *grid, GError **error);

/* The text of such a cell as one strip, as tall as its lines are long, in the middle of @stick. */
gboolean tk_galley_set_turned (TkSetter *setter, const TkGrid *grid, TkStick *stick, const TkNode *cell,
                               GError **error);
