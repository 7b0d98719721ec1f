/* What stands on pages beside their text. Internal to pages/. */
#pragma once

#include "pages.h"

/* Puts page numbers, running lines, watermarks and line numbers on finished pages, before
 * what stands on them, and mirrors those that are to be. */
void tk_pages_furnish (TkArena *arena, const TkGalley *galley, TkPage *pages, guint n_pages);
