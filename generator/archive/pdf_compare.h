/* Whether two PDF files show the same, by poppler and cairo, where they are there. */
#pragma once

#include <glib.h>

typedef struct {
  guint page;     /* from 1 */
  gboolean words; /* it has other words; else it looks otherwise: pictures, colours, places */
} TkPdfDifference;

/* The pages that are not the same in both, ascending: their words, and what is seen of them, to about a
 * tenth of a millimetre and a shade, for another program or font may set a line a little otherwise. Pages
 * that only one of them has are not among these; ret_pages: how many the two have. NULL, with the reason for
 * people, where that cannot be told: as tk_pdf_text_new(), and no other thread may be working as there.
 * (transfer full) (element-type TkPdfDifference) */
GArray *tk_pdf_compare_new (GBytes *one, GBytes *other, guint ret_pages[2], const char **ret_reason);
