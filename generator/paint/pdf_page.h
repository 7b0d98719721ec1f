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
  const TkPages *pages;
  GPtrArray
      *objects; /* HPDF_Page by page: all are there before the first is written, since links lead forward */
} TkPress;

/* Writes page @index, an element's content in one marked sequence, with its links, into its object.
 * @resources is the object that all pages share. */
gboolean tk_page_store (TkPress *press, guint index, guint32 resources, GError **error);

/* The lower edge is at 0, the upper one here, in 1/1000 pt. */
gint64 tk_page_height (const TkPage *page);
