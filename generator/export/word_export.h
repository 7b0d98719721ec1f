/* A paper as a Word file (.docx; ECMA-376, transitional), for those who must comment on a draft: real styles,
 * headings, lists, footnotes, tables and fields, which Word lays out itself. */
#pragma once

#include "node.h"
#include "output.h"

/* Writes @document to @output, not yet committed. @folios: NODE of document->targets to the number of the
 * page on which it begins (GUINT_TO_POINTER), for the fields that show it until Word counts anew; or NULL,
 * then they show nothing. Pictures are read from their files, and go in as they are.
 *
 * What Word has no word for is left out: lines that a table brings forward onto a page, balance of columns,
 * letters that give, places of floats at the ends of pages.
 *
 * The same document gives the same bytes. TK_ERROR_DATA: a picture that cannot be read. TK_ERROR_OUTPUT. */
gboolean tk_export_word (const TkDocument *document, GHashTable *folios, TkOutput *output, GError **error);
