/* Links: ISO 32000-1, 12.5.6.5. */
#pragma once

#include "pdf_page.h"

/* The annotation of the line @drawn of a link that is the element @tag, on @page, which is @height tall
 * (1/1000 pt): one for each line that the link lies on. Its reference goes to the end of @links. */
void tk_link_store (TkPress *press, HPDF_Page page, gint64 height, const TkDrawn *drawn, TkTag *tag,
                    TkBytes *links);
