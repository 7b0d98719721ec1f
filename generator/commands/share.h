/* Where the program's own files lie: layouts, fonts, translations. */
#pragma once

#include "cache.h"

/* The folder that holds layouts/ and fonts/: $TONGKET_SHARE, or
 * ../share/tongket beside the program, or the source tree it was built from.
 * TK_ERROR_USAGE where none of them is there. */
char *tk_share_new (GError **error);

/* The folder of the .mo files; NULL: the system's own. */
char *tk_share_locale_new (void);

/* Where pictures made ready for print are kept, and which layouts were found valid, at most 1 GiB: the folder
 * $TONGKET_CACHE; where that is empty, nowhere; where it is not set, tongket/kept in the user's folder for
 * caches ($XDG_CACHE_HOME).
 * It may be deleted at any time. */
TkCache *tk_share_cache_new (void);

/* The file of a layout. @name is a path where it ends in .xml, else a name in
 * layouts/ of the share folder. TK_ERROR_USAGE where there is none. */
char *tk_share_layout_new (const char *share, const char *name, GError **error);

/* Names of the layouts in the share folder, sorted, NULL-terminated. */
GStrv tk_share_layouts_new (const char *share, GError **error);
