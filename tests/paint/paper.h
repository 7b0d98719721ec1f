/* A paper of two pages with one of everything. */
#pragma once

#include "hand.h"

/* A picture of 8 × 6 dots: red, with a blue corner at its upper left and, if
 * @alpha, a clear one at its lower right. Freed with picture_free. */
TkPicture *picture_new (guint index, TkPictureKind kind, int orientation, gboolean alpha);
void picture_free (TkPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkPicture, picture_free)

/* Fills @hand. The pictures: an upright PNG and a JPEG that is to be turned. */
void paper_fill (Hand *hand, const TkPicture *png, const TkPicture *jpeg);
