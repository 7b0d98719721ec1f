/* Links: ISO 32000-1, 12.5.6.5. */
#pragma once

#include "pdf_page.h"

/* Those of one page. One is open: more of its line may come. */
typedef struct {
  TkBytes references;   /* of those that are stored, for /Annots */
  HPDF_Dict annotation; /* the open one, or NULL; */
  const TkTag *tag;     /* its element, */
  const TkRun *run;     /* the first of its runs, */
  TkUnit y;             /* its baseline, */
  gint64 rect[4];       /* and where it lies, in 1/1000 pt */
  guint key;
} TkLinks;

void tk_links_clear (TkLinks *links);

/* A mark of a link that is the element @tag, on @page, which is @height tall (1/1000 pt): an annotation for
 * each line that the link lies on. */
void tk_links_add (TkLinks *links, TkPress *press, HPDF_Page page, gint64 height, const TkDrawn *drawn,
                   TkTag *tag);

/* Stores the open one. */
void tk_links_end (TkLinks *links, TkPress *press, HPDF_Page page);
