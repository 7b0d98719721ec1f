/* The frame around a page. Internal to pages/. */
#pragma once

#include "pages.h"

/* Adds to @placed (of TkPlaced) what @frame is on @page; nothing where it is none. The marks are in @arena
 * and belong to no element of the document. */
void tk_pages_frame (TkArena *arena, const TkPage *page, const TkPageFrame *frame, GArray *placed);
