/* How the pages of a book are counted. Internal to pages/. */
#pragma once

#include "pages.h"

/* Once all pages are there: gives them their folios. Those of a book that are of no paper have them as their
 * numbers, too. */
void tk_pages_count (TkPage *pages, guint n_pages);
