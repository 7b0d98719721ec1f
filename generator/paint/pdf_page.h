/* The content streams of pages. */
#pragma once

#include "order.h"
#include "pdf_cids.h"
#include "pdf_picture.h"
#include "pdf_tags.h"

/* What all pages of a file share. */
typedef struct {
  TkStore *store;
  TkReading *reading;
  TkSpeller *speller;
  TkTags *tags;
  GPtrArray *images; /* HPDF_Dict by picture index, NULL where not used */
} TkPress;

/* Writes @page, an element's content in one marked sequence, with its links. @resources is the object that
 * all pages share. Gives the page object; NULL on failure. */
HPDF_Page tk_page_store (TkPress *press, const TkPage *page, guint32 resources, GError **error);

/* The lower edge is at 0, the upper one here, in 1/1000 pt. */
gint64 tk_page_height (const TkPage *page);
