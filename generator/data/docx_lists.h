/* The numbering of a .docx file (ECMA-376 part 1, 17.9): what stands before a
 * paragraph, counted from the first paragraph to the last. */
#pragma once

#include "docx_styles.h"

typedef enum {
  TK_DOCX_UNLISTED,
  TK_DOCX_DASH,   /* any bullet */
  TK_DOCX_NUMBER, /* “1.”, “a)”, “(iv)”: a number alone */
  TK_DOCX_LABEL,  /* “Điều 1.”, “1.2.”: more than that */
} TkDocxMark;

typedef struct {
  TkDocxMark mark;
  guint level;
  guint number;     /* of NUMBER */
  gboolean decimal; /* NUMBER: it is written in digits */
} TkDocxItem;

typedef struct _TkDocxLists TkDocxLists;

/* No part of numbering is no error. */
TkDocxLists *tk_docx_lists_new (TkPackage *package, const TkDocxLinks *links, TkDocxStyles *styles,
                                GError **error);
void tk_docx_lists_free (TkDocxLists *lists);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDocxLists, tk_docx_lists_free)

/* Counts a paragraph. @numbering: w:numId, one that is not there gives UNLISTED;
 * @level: w:ilvl, or -1 for the one that names the @style. What Word would print
 * goes to @label; “-” for every bullet. */
TkDocxItem tk_docx_lists_count (TkDocxLists *lists, int numbering, int level, const TkDocxStyle *style,
                                GString *label);
