/* The data of tables and charts as files for the PDF. */
#pragma once

#include "content.h"
#include "paint.h"

/* Of each feed of @document a CSV and a JSON file: "bang-1.csv", "bieu-do-1.json". (element-type
 * TkAttachment); lives no longer than @document. */
GArray *tk_attachments_new (const TkDocument *document);
