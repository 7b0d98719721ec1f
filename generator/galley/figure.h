/* A figure in parts, for those who arrange many of them. Internal to galley/. */
#pragma once

#include "set.h"

/* The picture of a FIGURE and the shape in which it is shown: its ratio, else its own. TK_ERROR_DATA as
 * tk_pictures_find. */
const TkPicture *tk_galley_find_picture (TkSetter *setter, const TkNode *node, gint64 *ret_wide,
                                         gint64 *ret_high, GError **error);

/* The most height that a picture may have, so that a caption has room below it. */
TkUnit tk_galley_picture_room (const TkSetter *setter);

/* The size of a FIGURE of the shape @wide : @high in @room, within its own limits and those of the page. */
void tk_galley_fit_picture (const TkSetter *setter, const TkNode *node, gint64 wide, gint64 high, TkUnit room,
                            TkUnit *ret_width, TkUnit *ret_height);

/* The mark, at 0, 0, that shows the picture in this size, cropped about its focus where its shape is
 * another. Notes: it is too coarse. */
TkMark tk_galley_show_picture (TkSetter *setter, const TkNode *node, const TkPicture *picture, TkUnit width,
                               TkUnit height);

/* The caption and credit of a FIGURE as one strip (tk_galley_pile), the first line at y = 0. */
gboolean tk_galley_set_caption (TkSetter *setter, const TkNode *node, TkUnit x, TkUnit width,
                                TkStrip *ret_caption, GError **error);
