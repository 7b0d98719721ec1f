/* Finished pages to files: PDF for keeping, PNG for the eye, text for tests. */
#pragma once

#include "inks.h"
#include "output.h"
#include "sheets.h"

/* PDF/A-2a and PDF/UA-1: tagged, all fonts inside, XMP, sRGB output intent; /ID from the
 * content, the same bytes for the same pages. TK_ERROR_OUTPUT, and TK_ERROR_FONT for a face
 * that may not be embedded. */
gboolean tk_paint_pdf (const TkPages *pages, TkOutput *output, GError **error);

typedef enum {
  TK_LEVEL_2A, /* PDF/A-2a and PDF/UA-1 */
  TK_LEVEL_3A, /* PDF/A-3a and PDF/UA-1, with files inside */
  TK_LEVEL_1B, /* PDF/A-1b, for archives that want no other: no transparency, tagged all the same */
} TkPdfLevel;

/* A file inside of a PDF/A-3 (ISO 19005-3, 6.8). */
typedef struct {
  const char *name, *kind, *about; /* "so-lieu.csv", "text/csv", words for people */
  GBytes *bytes;
  const TkNode *node; /* the TABLE, CHART or FIGURE that it feeds; NULL: the whole paper */
} TkAttachment;

/* As tk_paint_pdf at @level; @attachments (of 3A, else none) go in as /AF of their structure elements and of
 * the document, relationship Data or Source. */
gboolean tk_paint_pdf_at (const TkPages *pages, TkPdfLevel level, const TkAttachment *attachments,
                          guint n_attachments, TkOutput *output, GError **error);

/* How sheets go to the press. */
typedef struct {
  const TkInks *inks; /* NULL: colours as they are */
  gboolean pdfx;      /* PDF/X-4 (ISO 15930-7), its intent the profile of @inks, which must be gray or CMYK */
} TkPressColour;

/* Sheets, untagged: not to be kept, but to be printed. MediaBox, BleedBox, TrimBox; the same bytes for the
 * same sheets. TK_ERROR_OUTPUT, TK_ERROR_FONT as tk_paint_pdf. */
gboolean tk_paint_press (const TkSheets *sheets, const TkPressColour *colour, TkOutput *output,
                         GError **error);

/* One page (from 0) as an RGB PNG on white. @dpi: 10 to 1200. */
gboolean tk_paint_preview (const TkPages *pages, guint page, int dpi, TkOutput *output, GError **error);

/* The same of a side of a sheet (from 0). */
gboolean tk_paint_preview_side (const TkSheets *sheets, guint side, int dpi, TkOutput *output,
                                GError **error);

/* All pages as text, one mark a line: the same content as the painters draw. */
gboolean tk_paint_trace (const TkPages *pages, TkOutput *output, GError **error);
