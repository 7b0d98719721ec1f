/* Pages typed as text, one thing a line; lengths in millimetres from the upper left corner of the page.
 *
 *   wanted [inks] [rgb|gray|cmyk]             what the press wants, what is written; else RGB
 *   press none|booklet|perfect|n-up [up N] [bleed LENGTH] [sheet WIDTH HEIGHT] [proof]
 *                                             how the pages lie; else "none bleed 3"
 *   page WIDTH HEIGHT
 *   text X Y WIDTH SIZE WORD                  Y: of the baseline; SIZE in points; capitals 0.7 of it high,
 *                                             descenders 0.2 deep
 *   picture X Y WIDTH HEIGHT DOTS DOTS
 *   rule X Y WIDTH HEIGHT
 *   path X Y WIDTH HEIGHT STROKE              a box; STROKE in points, 0: an area
 *   # words
 *
 * and behind these: colour=RRGGBB, turn=DEGREES (text), rights=HEX (text: fsType of a face of its own),
 * components=N, crop=WIDTHxHEIGHT of the whole picture, sideways (pictures), watermark, unseen. */
#pragma once

#include <glib.h>

/* The notes of the press on the pages of the file @path. */
char *print_press (const char *path, gpointer data);
