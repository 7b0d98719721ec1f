/* A finished paper as the archive keeps it, compares it, and makes it again. */
#pragma once

#include "content.h"
#include "paint.h"

/* What is the same each time that the paper is made. */
typedef struct {
  const char *share;
  TkPdfLevel level;
} TkEditionWish;

typedef struct {
  const TkDocument *document; /* borrowed */
  TkPdfLevel level;
  TkGalley *galley;
  TkPages *pages;
  char *text;          /* of its pages, as tk_edition_text_new has it */
  GPtrArray *pictures; /* (element-type utf8) paths of what it shows, each once, sorted: of the records, */
  GPtrArray *layout_pictures; /* and of what lies beside the layout */
} TkEdition;

/* Lines and pages. @document must outlive it. Errors as tk_galley_set. */
TkEdition *tk_edition_new (const TkDocument *document, const TkEditionWish *wish, TkNotes *notes,
                           GError **error);
void tk_edition_free (TkEdition *edition);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkEdition, tk_edition_free)

/* The PDF; the rows of tables and charts go in where the document has kept them. (transfer full) */
GBytes *tk_edition_paint_new (const TkEdition *edition, GError **error);

/* "PDF/A-2a, PDF/UA-1" */
const char *tk_edition_conformance (TkPdfLevel level);
/* The level of such words; FALSE for others. */
gboolean tk_edition_parse_conformance (const char *conformance, TkPdfLevel *ret_level);
