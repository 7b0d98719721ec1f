/* Finished pages to files: PDF for keeping, PNG for the eye, text for tests. */
#pragma once

#include "output.h"
#include "pages.h"

/* PDF/A-2a and PDF/UA-1: tagged, all fonts inside, XMP, sRGB output intent; /ID from the
 * content, the same bytes for the same pages. TK_ERROR_OUTPUT, and TK_ERROR_FONT for a face
 * that may not be embedded. */
gboolean tk_paint_pdf (const TkPages *pages, TkOutput *output, GError **error);

/* One page (from 0) as an RGB PNG on white. @dpi: 10 to 1200. */
gboolean tk_paint_preview (const TkPages *pages, guint page, int dpi, TkOutput *output, GError **error);

/* All pages as text, one mark a line: the same content as the painters draw. */
gboolean tk_paint_trace (const TkPages *pages, TkOutput *output, GError **error);
