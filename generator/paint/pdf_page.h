/* The content streams of pages. */
#pragma once

#include "pdf_drawing.h"
#include "pdf_tags.h"

/* What all pages of a file share. */
typedef struct {
  TkStock stock;
  TkReading *reading;
  TkTags *tags;
  const TkPages *pages;
  GPtrArray
      *objects; /* HPDF_Page by page: all are there before the first is written, since links lead forward */
} TkPress;

/* Writes page @index, an element's content in one marked sequence, with its links, into its object.
 * @resources is the object that all pages share. */
gboolean tk_page_store (TkPress *press, guint index, guint32 resources, GError **error);

/* The lower edge is at 0, the upper one here, in 1/1000 pt. */
gint64 tk_page_height (const TkPage *page);
gint64 tk_page_width (const TkPage *page);
