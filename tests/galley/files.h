/* Picture files made by the tests themselves, all of one colour.
 *
 *   picture FILE jpeg gray|rgb|cmyk|cmyk-plain WIDTH HEIGHT [orientation=N] [cut=THOUSANDTHS]
 *   picture FILE png KIND WIDTH HEIGHT [cut=THOUSANDTHS]
 *   picture FILE text [WORD...]
 *
 * KIND: gray rgb palette palette-alpha gray16 rgb16 gray-alpha rgb-alpha rgb-opaque. "cmyk" is
 * inverted with an Adobe marker, as most programs write it. "cut" keeps the beginning of the file. */
#pragma once

#include <glib.h>

/* FALSE: mistyped. @words begin with "picture". */
gboolean tk_files_make (const char *folder, char **words);
