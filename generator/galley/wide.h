/* Tables that are too wide for their page: on pages of their own that lie crosswise. */
#pragma once

#include "set.h"

/* Whether @table asks for them and stands where it can have them: in the text itself, not in columns, boxes
 * or cells, nor kept with something, on pages that are taller than wide. */
gboolean tk_galley_may_lie (const TkSetter *setter, const TkStick *stick, const TkNode *table);

/* What comes next stands on such pages, and with it what was set last and stays with the next block: the
 * caption, the heading above it. It is set again, to the new measure. Errors as of tk_galley_set_block. */
gboolean tk_galley_lay_page (TkSetter *setter, TkStick *stick, GError **error);

/* What comes next stands on pages of @master again. */
void tk_galley_raise_page (TkSetter *setter, TkStick *stick, const TkMaster *master);
