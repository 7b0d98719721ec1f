/* Pages on the sheets of a press: which page stands where on which side of which sheet, with the marks by
 * which sheets are folded and cut. Sheets are for printing: they have no structure. */
#pragma once

#include "pages.h"

typedef enum {
  TK_PRESS_NONE,    /* a page a sheet, in reading order */
  TK_PRESS_BOOKLET, /* saddle stitch: sheets laid into each other, all of them or in sections of so many */
  TK_PRESS_PERFECT, /* perfect binding: sections folded, gathered, glued */
  TK_PRESS_N_UP,    /* so many pages beside each other, in reading order */
  TK_PRESS_STACK,   /* cut and stack: the piles that are cut from the sheets lie on each other in order */
} TkPressScheme;

/* Lengths of 0 stand for what the comment says. */
typedef struct {
  TkPressScheme scheme;
  guint up;                         /* N_UP, STACK: pages a side, 2 or 4; 0: 2 */
  guint section;                    /* BOOKLET, PERFECT: sheets a section; 0: all, of PERFECT 4 */
  TkUnit sheet_width, sheet_height; /* 0: the smallest usual one that holds the pages with their marks */
  gboolean usual_else;              /* that one, too, where those given do not hold them */
  TkUnit bleed;                     /* beyond the trim; 0: 3 mm where there are marks, else none; -1: none */
  TkUnit thickness;                 /* of the paper; 0: none, no creep */
  gint creep;                       /* factor in thousandths, π/2 for a round fold; default 1200 */
  gboolean marks;                   /* crop, fold, registration, slug line */
  gboolean proof;                   /* a last sheet with the pages small, in the order of reading */
} TkPressWish;

/* A page on a side. */
typedef struct {
  const TkPage *page; /* with what reaches the trim reaching into the bleed; NULL: nothing is printed */
  guint index;        /* of the page in reading order, from 0; what is there only to fill up too */
  TkUnit x, y;        /* of the trimmed page's upper left corner as it lies on the sheet, y downwards */
  gint16 turned;      /* 0, 90, 180, 270 degrees counter-clockwise; x, y are of what it looks like then */
  gint32 scale;       /* in thousandths */
  /* how far beyond the trim it is printed, on the sheet's sides; less than 0 at the spine of a sheet that
   * creeps: so much of the page is hidden in the fold */
  TkUnit clip_left, clip_top, clip_right, clip_bottom;
  /* a knife goes along that edge: not at a fold or a back, nor where a page is smaller than its cell */
  gboolean cut_left, cut_top, cut_right, cut_bottom;
  const TkPage *flowed; /* the page without what reaches into the bleed, of those that were given */
} TkSlot;

typedef struct {
  guint sheet;          /* from 0 */
  gboolean back;        /* as it lies when the sheet has been turned over about its upright middle line */
  gboolean proof;       /* pages made small, to be looked at */
  TkUnit width, height; /* of the paper: the MediaBox */
  TkUnit trim_x, trim_y, trim_width, trim_height;     /* what is left when the sheet is cut: the TrimBox */
  TkUnit bleed_x, bleed_y, bleed_width, bleed_height; /* the BleedBox, around it */
  const TkSlot *slots;
  guint n_slots;
  const TkPlaced *placed; /* marks in registration colour (every ink) and the slug line */
  guint n_placed;
} TkSheetSide;

typedef struct {
  TkArena *arena;
  const TkPages *pages;
  guint n_pages; /* with those that fill up */
  /* front, back, front, back …; of NONE, fronts alone; of N_UP the last may be a front */
  const TkSheetSide *sides;
  guint n_sides;
} TkSheets;

/* The pages on sheets.
 *
 * Of BOOKLET, PERFECT and STACK, what fills up stands before the last page, which is the back cover; a paper
 * of one page is its own front cover. The last section has the sheets that are left. Of N_UP there is no
 * cover: what is left of the last side stays empty, and a back with nothing on it is left out. Of NONE each
 * page has a sheet of its own size, without marks no larger than the page with its bleed.
 *
 * All pages but those of NONE stand in cells of the size that most pages have. One that is as large when it
 * is turned is turned, its head to the left; a smaller one stands in the middle of its cell; a larger one is
 * TK_ERROR_USAGE, as is a sheet that is too small. Only N_UP makes pages smaller, to fit the sheet that was
 * given.
 *
 * Two pages of PERFECT stand 3 mm each from the fold, for the back to be milled off; where the sheet that was
 * given has no room for it, they do not, with a note.
 *
 * Creep: the sheet within i others of its section stands out by i × thickness × factor, so its pages move
 * towards the spine by as much and are cut by as much narrower there (tk_sheets_creep).
 *
 * Notes: pages that are made smaller, creep beyond 3 mm or over what is printed, sections that are too thick
 * to fold.
 * @pages must live as long as what is returned. */
TkSheets *tk_pages_impose (const TkPages *pages, const TkPressWish *wish, TkNotes *notes, GError **error);
void tk_sheets_free (TkSheets *sheets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSheets, tk_sheets_free)

/* By how much the sheet within @depth others stands out. */
TkUnit tk_sheets_creep (const TkPressWish *wish, guint depth);

/* The size of a usual sheet, upright: "A4", "sra3", "65x86" … FALSE, with nothing set, for another name. */
gboolean tk_sheets_find_size (const char *name, TkUnit *ret_width, TkUnit *ret_height);
