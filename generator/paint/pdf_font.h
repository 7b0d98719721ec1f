/* The faces that were used, as fonts inside the file: Type0 fonts with
 * CIDFontType2 descendants, cut down to the glyphs that are shown (ISO
 * 32000-1, 9.7; ISO 19005-2, 6.2.11). */
#pragma once

#include "pdf_cids.h"
#include "pdf_store.h"

/* Called when the last word is spelled. Appends "/F0 12 0 R" and so on, by
 * face id, to @resources. TK_ERROR_FONT where a face cannot be cut down. */
gboolean tk_fonts_store (TkStore *store, const TkSpeller *speller, TkBytes *resources, GError **error);
