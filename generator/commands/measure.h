/* What a printer must know of a paper before it gets it. */
#pragma once

#include "pages.h"
#include "paper.h"
#include "sheets.h"

/* Counts the sides, finds the largest, looks for colours. @sheets: on which the pages are, or NULL. */
void tk_paper_measure (const TkPages *pages, const TkSheets *sheets, TkPaperTaken *taken);
