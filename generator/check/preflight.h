/* What a printer would send back: pages on sheets before they go to a press. */
#pragma once

#include "inks.h"
#include "note.h"
#include "sheets.h"

typedef struct {
  TkColourKind colour; /* in which it is written */
  gboolean inks;       /* the press wants its inks: what stays RGB is told */
} TkPressWanted;

/* Notes, each with page and place. All lengths are those on the sheet, where pages may be smaller:
 *  - a picture of less than 200 dots an inch at its printed size;
 *  - lines thinner than 0.25 pt;
 *  - text nearer than 5 mm to the trim (capitals and descenders of its face, whatever the letters);
 *  - pictures and areas that end up to 3 mm before the trim: those that reach it are carried on beyond it,
 *    those further in need not be;
 *  - what reaches the trim, or goes over it, with less than 3 mm of bleed there: white shows where the knife
 *    is off. At folds and backs no knife goes;
 *  - a face that its maker's licence does not let into a file, or not in part;
 *  - where @wanted->inks and RGB is written, what has a colour, and that black becomes four inks.
 * Every place is told, but within a centimetre they are one, pages that have the same places share a line,
 * and so do all pages that lack bleed: who cuts nothing wants to hear of it once. Of colours the pages are
 * told. White and watermarks are passed over: a draft goes to no press. */
void tk_check_preflight (const TkSheets *sheets, const TkPressWanted *wanted, TkNotes *notes);
