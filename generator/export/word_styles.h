/* The styles of a Word paper (ECMA-376 part 1, 17.7): one for each style of the layout that is used, under
 * the name that Word knows where it has one for that use. Internal to export/. */
#pragma once

#include "node.h"
#include "word_xml.h"

/* What a paragraph is. */
typedef enum {
  TK_WORD_TEXT,
  TK_WORD_HEADING, /* of a level */
  TK_WORD_ITEM,
  TK_WORD_CAPTION,
  TK_WORD_NOTE,
  TK_WORD_ENTRY,    /* of a level */
  TK_WORD_CONTENTS, /* what stands above entries */
  TK_WORD_HEAD,
  TK_WORD_FOOT,
} TkWordUse;

typedef struct {
  char *id, *name;
  char *base;    /* id */
  TkStyle style; /* of the layout, with the lengths that paragraphs differ from */
  TkWordUse use;
  int level;
  gboolean own; /* Word does not have it of itself */
} TkWordStyle;

typedef struct _TkWordStyles TkWordStyles;

TkWordStyles *tk_word_styles_new (void);
void tk_word_styles_free (TkWordStyles *styles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkWordStyles, tk_word_styles_free)

/* Before that: a paragraph will have @style. What most of those with its name have is what the style says. */
void tk_word_styles_count (TkWordStyles *styles, TkWordUse use, int level, const TkStyle *style);

/* The style of a paragraph that has @style. What one of the same name and letters was there for first is what
 * it says; where @style has other lengths, the paragraph says so. Borrowed. */
const TkWordStyle *tk_word_styles_use (TkWordStyles *styles, TkWordUse use, int level, const TkStyle *style);

/* The same metrics under the name that offices have: Tinos is Times New Roman. */
const char *tk_word_family (const char *family);

/* Word wants the country, too: "vi-VN". */
const char *tk_word_language (const char *language);

/* What two lengths and keeps of paragraphs have in pPr, from w:keepNext on; of @style what differs from
 * @than, or all of it where that is NULL. */
typedef struct {
  const TkStyle *style, *than;
  gboolean derived; /* all is said: a style that this one is based on may have said it otherwise */
  TkUnit indent;    /* added to the left one */
  TkUnit right;     /* added to the right one */
  TkUnit before;    /* at least so much above */
  gboolean tight;   /* nothing below */
  gboolean top;     /* nothing above: it begins a page */
  int drop;         /* lines over which its one letter stands, at the side of the next paragraph; 0: none */
  gboolean breaks;  /* begins a page */
  gboolean keeps;   /* with what comes next, whatever the style says */
  gboolean flat;    /* indents are another's: of a numbered item's first line */
  int numbering;    /* w:numId, 0: none */
  int numbered_at;  /* w:ilvl */
  TkUnit line;      /* its height, whatever stands in it; 0: as the style says */
  TkUnit rule;      /* thickness of a line above it */
  TkUnit edge;      /* a tab at the right of a line that wide, 0: none */
  TkUnit middle;    /* a tab in the middle, 0: none */
  TkUnit label;     /* a tab behind a number, from the left indent, 0: none; the line hangs so far */
  gboolean leads;   /* dots lead to the tab at the right */
  guint32 colour;   /* of the rule */
} TkWordParagraph;

/* The children of w:pPr behind w:pStyle; only where there are any is something written. */
void tk_word_put_paragraph_look (TkXml xml, const TkWordParagraph *look);

/* The parts word/styles.xml and word/fontTable.xml; @language: of the paper. */
void tk_word_styles_put (const TkWordStyles *styles, const char *language, TkXml xml);
void tk_word_styles_put_fonts (const TkWordStyles *styles, TkXml xml);
