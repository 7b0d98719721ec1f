/* Lengths. One unit is 1/1024 pt, the same as Pango's, so that nothing is
 * converted between shaping and the page. */
#pragma once

#include <glib.h>

typedef gint32 TkUnit; /* 1/1024 pt, signed */

#define TK_PT(pt) ((TkUnit) ((pt) *1024.0 + ((pt) < 0 ? -0.5 : 0.5)))
#define TK_MM(mm) TK_PT ((mm) *72.0 / 25.4)
#define TK_IN_MM(unit) ((unit) / 1024.0 * 25.4 / 72) /* a double, for people */

/* Reads "13pt", "1.27cm", "20mm", "-3mm". A bare "0" is allowed, other bare
 * numbers are not. FALSE, with @ret_unit untouched, for anything else. */
gboolean tk_unit_parse (const char *text, TkUnit *ret_unit);
