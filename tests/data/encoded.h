/* UTF-8 as bytes of a legacy encoding, and these seen through Windows-1252. */
#pragma once

#include <glib.h>

#include "encoding.h"

/* VISCII and Windows-1258 by iconv(); UTF8: as it is. TCVN3: capitals without a
 * code are small letters. */
GString *tests_encode (const char *text, TkEncoding encoding);

/* UTF-8 of the characters that Windows-1252 shows for @bytes. */
GString *tests_mask (const GString *bytes);
