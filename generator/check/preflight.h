/* What a printer would send back: laid-out pages before they go to a press. */
#pragma once

#include "inks.h"
#include "note.h"
#include "pages.h"

typedef struct {
  TkUnit bleed;        /* that the press wants beyond the trim; 0: none, and nothing is said of it */
  TkColourKind colour; /* in which it is written */
  gboolean inks;       /* the press wants its inks: what stays RGB is told */
} TkPressWanted;

/* Notes, each with page and place:
 *  - a picture of less than 200 dots an inch at its printed size;
 *  - lines thinner than 0.25 pt;
 *  - text nearer than 5 mm to the trim (capitals and descenders of its face, whatever the letters), the
 *    nearest of each page;
 *  - a face that its maker's licence does not let into a file, or not in part;
 *  - where @wanted->inks and RGB is written, what has a colour, and that black becomes four inks;
 *  - where there is bleed, pictures and areas that end from 0.1 to 3 mm before the trim: those that reach it
 *    are carried on beyond it, those further in need not be.
 * Of a page's lines and ends, and of the paper's colours, the first is named and the others are counted.
 * Watermarks are passed over: a draft goes to no press. */
void tk_check_preflight (const TkPages *pages, const TkPressWanted *wanted, TkNotes *notes);
