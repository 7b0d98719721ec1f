/* The words of pages, for those who search them. */
#pragma once

#include "pages.h"

/* UTF-8, NFC: each block (a paragraph, a heading, a cell) one line, in the order of reading, without running
 * heads and page numbers; a form feed behind each page. (transfer full) */
char *tk_edition_text_new (const TkPages *pages);
