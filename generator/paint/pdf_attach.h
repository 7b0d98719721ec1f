/* Files inside of the file: ISO 32000-1, 7.11.4; ISO 19005-3, 6.8. */
#pragma once

#include "paint.h"
#include "pdf_tags.h"

/* Stores them, with the date of @document. They become files of their elements; what the catalog says of
 * them goes behind @catalog. When all content is marked, and before the
 * elements are stored. */
void tk_attachments_store (TkTags *tags, const TkDocument *document, const TkAttachment *attachments,
                           guint n_attachments, TkBytes *catalog);
