/* All that depends on width: one long column of strips. After this no text is
 * broken. */
#pragma once

#include "mark.h"
#include "note.h"
#include "prints.h"

/* May a page end below this strip? */
typedef enum {
  TK_BREAK_ALLOWED,
  TK_BREAK_AVOIDED,   /* only where the strips kept together do not fit one page */
  TK_BREAK_FORBIDDEN, /* as avoided, but given up after all avoided ones, with a note */
  TK_BREAK_COLUMN,  /* forced, but the next column of the page will do; at the end of a region it asks nothing
                     */
  TK_BREAK_FORCED,  /* this and those below: of the page */
  TK_BREAK_RESTART, /* forced, and the pages after it are numbered from 1 again: an appendix */
  TK_BREAK_RIGHT,   /* forced, and the next page is a right one, */
  TK_BREAK_RESTART_RIGHT, /* and numbered from 1 again */
  TK_BREAK_BACK,          /* forced, and the next page is the last one of a sheet of four */
} TkBreak;

typedef struct _TkStrip TkStrip;

/* A footnote: it goes to the foot of the page, or of the column, on which the strip stands that has its mark.
 */
typedef struct _TkFootnote TkFootnote;
struct _TkFootnote {
  const TkFootnote *next; /* of the same strip */
  const TkStrip *strips;
  guint n_strips;
};

struct _TkStrip {
  TkUnit height;
  TkUnit space; /* above it; dropped at the head of a page */
  TkUnit
      room; /* that the page is to have from its upper edge on, else it begins another page; 0: its height */
  TkUnit lower,
      taller; /* by how much it may be so, in order that pages end full: a picture (tk_galley_stretch) */
  TkBreak break_after;
  gboolean joined; /* to the strip above it: both are of one table, box or album */
  guint
      loose; /* so many from it on may stand, together, behind lines that follow: a figure, a box; 0: none */
  const TkNode *node; /* block that it comes from */
  const TkMark *marks;
  guint n_marks;
  const TkMark *rules; /* drawn after them: lines of a table, which rows of one height share */
  guint n_rules;
  const TkStrip *head; /* repeated where this strip begins a page, or NULL; n_head strips */
  guint n_head;
  const TkMark *cap;  /* drawn in addition, at y = 0, where a page begins with this strip (below its head), */
  const TkMark *foot; /* and at y = height where a page ends with it: the rules of a row that is split */
  guint n_cap;
  guint n_foot;
  const TkFootnote *footnotes;  /* or NULL */
  const struct _TkCarry *carry; /* the sums of the table that this strip is of, or NULL; */
  const TkMark *sums;           /* and those up to its end, for both strips of @carry; none: not yet any */
  guint n_sums;
  const struct _TkField *fields; /* what shows page numbers, and is no part of @marks */
  guint n_fields;
};

/* What a page break within a table brings out: a strip below the last one of a page and one above the first
 * of the next, where both are of the same table; each with the sums up to the break. */
typedef struct _TkCarry {
  TkStrip carried, brought;
} TkCarry;

/* Strips of one measure, from @first to the next region: on pages of one master, in one column or in several
 * that end level. */
typedef struct {
  guint first;
  const TkMaster *master;
  const TkColumnSet *columns; /* NULL: one */
  TkUnit width;               /* of a column */
  const TkStrip *note_rule;   /* between the text and its notes; NULL: there are none */
  const TkNode *paper;        /* the PAPER of a book that they are of, or NULL */
} TkRegion;

/* What moves from its place in the text to an end of a column. */
typedef struct {
  guint anchor; /* the strip before which it stood: it comes on the page of that strip, or later */
  TkFloating floating;
  const TkStrip *strips; /* stay together */
  guint n_strips;
  const TkFootnote *footnotes; /* of all of them, or NULL */
  TkUnit height;               /* of them */
  TkUnit gap;                  /* between it and the text */
} TkFloat;
/* A block for the foot of a page or column that has room left, set to one of their measures. */
typedef struct {
  TkUnit width;
  const TkStrip *strips;
  guint n_strips;
  TkUnit height;        /* of them, */
  TkUnit lower, taller; /* which may become so by that of its pictures */
} TkFillerSet;

typedef struct {
  const TkNode *node;
  const TkNode *paper;     /* for whose pages it is, or NULL */
  const TkFillerSet *sets; /* one for each measure of the regions of masters that want fillers */
  guint n_sets;
  gboolean reserve; /* for pages, where no other fits */
} TkFiller;

/* A part of a running line. */
typedef struct {
  const TkWord *word; /* NULL: what @field stands for */
  TkReferKind field;
  const TkWord *const *digits; /* 0 to 9 in its face, of a number */
  TkUnit space;                /* before it; 0: none */
} TkRunningPart;

/* A heading as running lines show it; a paper of a book is shown by what the book calls it. */
typedef struct {
  const TkNode *heading;
  const TkRunningPart *parts;
  guint n_parts;
} TkHeadline;

/* A line for heads or feet of pages, but for what only pages know. */
typedef struct {
  const TkRunning *where;
  const TkNode *paper; /* a PAPER whose line it is, or NULL */
  const TkRunningPart *parts;
  guint n_parts;
  gboolean shows_heading; /* one of them is the current heading */
  const TkWord *ellipsis;
  const TkHeadline *headlines; /* in the order of the document */
  guint n_headlines;
  TkUnit ascent, pitch;
} TkRunningSet;

/* The figures of page numbers in one style. */
typedef struct {
  const TkStyle *style;        /* of the folio of masters */
  const TkWord *const *digits; /* 0 to 9 */
  TkUnit ascent;               /* from the top of its line to the baseline */
} TkFolioSet;

/* The watermark of pages whose shorter side is @side, of a PAPER or, NULL, of none. */
typedef struct {
  TkUnit side;
  const TkMark *mark; /* from the middle of the page */
  const TkNode *paper;
} TkWatermarkSet;

/* What the slug line of a sheet may say. */
typedef enum {
  TK_SLUG_SHEET,
  TK_SLUG_FRONT,
  TK_SLUG_BACK,
  TK_SLUG_PROOF,
  TK_SLUG_NONE, /* how the sheets are bound: in the order of TkPressScheme */
  TK_SLUG_BOOKLET,
  TK_SLUG_PERFECT,
  TK_SLUG_N_UP,
  TK_SLUG_STACK,
  TK_SLUG_DATE,
  TK_SLUG_TITLE,
  TK_SLUG_POINT,    /* between two of them */
  TK_SLUG_STROKE,   /* between two numbers */
  TK_SLUG_ELLIPSIS, /* where there is no room for more */
  TK_SLUG_PHRASES,
} TkSlugPhrase;

/* The words of slug lines, all of one face and size. */
typedef struct {
  struct {
    const TkRunningPart *parts; /* words alone */
    guint n_parts;
  } phrases[TK_SLUG_PHRASES];
  const TkWord *const *digits; /* 0 to 9 */
  TkUnit space;                /* between two phrases */
  TkUnit ascent, pitch;
} TkSlugSet;

typedef struct {
  TkArena *arena;
  const TkDocument *document;
  TkUnit width; /* of the measure of the document's master */
  TkStrip *strips;
  guint n_strips;
  const TkRegion *regions; /* in the order of their strips, the first at 0; none: one of @width */
  guint n_regions;
  const TkFloat *floats; /* in the order of their anchors */
  guint n_floats;
  const TkFiller *fillers; /* in the order of the document */
  guint n_fillers;
  const TkFace *const *faces;
  guint n_faces;
  const TkPicture *const *pictures;
  guint n_pictures;
  const TkPrints *prints; /* of the pictures */
  guint n_words;
  const TkFolioSet *folios; /* one for each style */
  guint n_folios;
  const TkRunningSet *running;
  guint n_running;
  const TkWatermarkSet *watermarks; /* one for each size and paper; none: there is no watermark */
  guint n_watermarks;
  const TkWord *const *line_digits; /* 0 to 9 in the style of line numbers, or NULL */
  const TkSlugSet *slug;            /* or NULL */
  struct _TkGalleyPrivate *private;
} TkGalley;

/* A line, or its end, that shows numbers of pages: all of it is known but these. Its marks are made by
 * tk_galley_fill; nothing else moves by them. */
typedef struct _TkField {
  TkUnit x, y;                  /* to be added to the places of its marks */
  guint before;                 /* so many marks of the strip come before its own */
  const TkNode *const *targets; /* whose pages it shows, of the document's targets */
  guint n_targets;
  const struct _TkFieldLine *line;
} TkField;

/* The marks of @field where its targets begin on the pages of @numbers; all in @arena, but their words.
 * Places are those in the strip. */
const TkMark *tk_galley_fill (const TkField *field, const guint *numbers, TkArena *arena, guint *ret_n);

/* Makes @strip, whose picture may change its height, taller by @more, or lower where that is negative: the
 * picture is cropped anew about its focus, a box around it follows. New marks are in @arena. */
void tk_galley_stretch (TkArena *arena, TkUnit more, TkStrip *strip);

typedef struct {
  const char *font_folder;      /* with fonts.conf and further font files */
  gboolean slug;                /* the words of slug lines are wanted */
  const TkPrintOptions *prints; /* how its pictures are made ready for print; NULL: they are only checked */
} TkGalleyOptions;

/* Sets the document to the measure of its master. Errors: TK_ERROR_FONT for a family that is
 * missing and for a letter that no font has (table, column, row, character), TK_ERROR_DATA for a
 * picture that is missing or broken. Notes: words broken anywhere, loose lines. */
TkGalley *tk_galley_set (const TkDocument *document, const TkGalleyOptions *options, TkNotes *notes,
                         GError **error);
void tk_galley_free (TkGalley *galley);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkGalley, tk_galley_free)

/* The strips as text, for tests. */
char *tk_galley_print (const TkGalley *galley);
