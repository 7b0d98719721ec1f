/* What a printer must know of a paper before it gets it. */
#pragma once

#include "pages.h"
#include "paper.h"
#include "sheets.h"

/* Counts the sides, finds the largest, looks for colours. */
void tk_paper_measure (const TkPages *pages, TkPaperTaken *taken);

/* The same of sheets. */
void tk_paper_measure_sheets (const TkSheets *sheets, TkPaperTaken *taken);
