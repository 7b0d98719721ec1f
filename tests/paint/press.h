/* Sheets set by hand: two pages with one of everything that has a colour, on two sides, in each turn, some of
 * them smaller; and marks for cutting. */
#pragma once

#include "hand.h"
#include "sheets.h"

/* All hues, from white to the darkest, 320 × 240 dots: what asks for most ink. Freed with picture_free. */
TkPicture *press_photo_new (guint index);

/* The colours of the pages: */
enum {
  PRESS_RED = 0xC8102E,   /* of a heading, */
  PRESS_DARK = 0x200810,  /* of a surface, asking for more ink than most papers take, */
  PRESS_TINT = 0xE0E0E0,  /* of a surface, neutral, */
  PRESS_NAMED = 0x00529B, /* of a line with inks of its own: 100, 70, 0, 10 % */
};

/* @photo: press_photo_new, @png: picture_new with alpha. What comes back is the hand's. */
const TkSheets *press_sheets (Hand *hand, const TkPicture *photo, const TkPicture *png);
