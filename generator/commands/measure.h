/* What a printer must know of a paper before it gets it. */
#pragma once

#include "pages.h"
#include "paper.h"

/* Counts the sides, finds the largest, looks for colours. */
void tk_paper_measure (const TkPages *pages, TkPaperTaken *taken);
