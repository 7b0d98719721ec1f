/* What reaches the trim of a page, and what is near its spine. */
#pragma once

#include "pages.h"

/* How near to an edge a mark touches it. */
#define TK_BLEED_NEAR TK_PT (0.5)

/* @page with what touches an edge of it reaching @reach beyond that edge: areas and straight lines get
 * longer, pictures show more of what they hide or get larger, in proportion. @page itself, where nothing
 * does; else a copy in @arena. */
const TkPage *tk_bleed_page (TkArena *arena, const TkPage *page, TkUnit reach);

/* Whether level text of @page is nearer than @distance to its left or right edge, or what else would be cut
 * there and does not touch it. */
gboolean tk_bleed_crowds (const TkPage *page, gboolean left, TkUnit distance);
