/* The styles of a .docx file (ECMA-376 part 1, 17.7), each with what it
 * inherits, and what they make of the letters of a run. */
#pragma once

#include "docx_part.h"

/* What is said of letters (rPr, 17.3.2): 1 yes, 0 no, -1 not said. */
typedef struct {
  GStringChunk *names; /* where the texts below live */
  int bold, italic, hidden;
  int underlined, struck, coloured, raised;
  int size;         /* in half points; -1 = not said */
  const char *font; /* or "+major", "+minor" of the theme; or NULL */
  const char *style;
} TkDocxLook;

TkDocxLook tk_docx_look (GStringChunk *names);
/* TkDocxTake for the children of rPr; @data: TkDocxLook */
gboolean tk_docx_take_look (TkDocxPart *part, void *data, GError **error);

/* The level of w:outlineLvl (17.3.1.20), from 1; 0 = body text. */
int tk_docx_heading (const TkDocxPart *part);

typedef struct {
  const char *id, *base;
  TkDocxLook look;
  int heading;       /* level from 1, 0 = none; -1 = not said */
  int numbering;     /* w:numId, 0 = none; -1 = not said */
  int level;         /* w:ilvl; -1 = not said */
  gboolean contents; /* a line of a table of contents */
} TkDocxStyle;

typedef struct _TkDocxStyles TkDocxStyles;

/* @links: of the document. No part of styles is no error. */
TkDocxStyles *tk_docx_styles_new (TkPackage *package, const TkDocxLinks *links, GError **error);
void tk_docx_styles_free (TkDocxStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkDocxStyles, tk_docx_styles_free)

/* @id NULL: the style of paragraphs that name none. One that is not there says
 * nothing but, perhaps, by its id that it is a heading. */
const TkDocxStyle *tk_docx_styles_need (TkDocxStyles *styles, const char *id);

GStringChunk *tk_docx_styles_names (const TkDocxStyles *styles);

/* The look of a run: bold, italic and hidden toggle between the styles of
 * paragraph and run, and are as @direct says, where it does (17.7.3). Fonts
 * come by name. */
TkDocxLook tk_docx_styles_look (TkDocxStyles *styles, const TkDocxStyle *paragraph, const TkDocxLook *direct);
