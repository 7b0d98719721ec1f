/* Laid-out pages as a reader with a ruler sees them: lines of text and ruled lines, with their measures.
 * Nothing of it is taken from the layout. */
#pragma once

#include "pages.h"

typedef struct {
  guint page;                   /* from 0 */
  const TkNode *node;           /* block or label that it is of; NULL: an artifact */
  char *text;                   /* with a label before it; one blank between words */
  TkUnit left, right, baseline; /* on the page, from its upper left corner, downwards */
  TkUnit size;                  /* of its largest letters */
  gboolean bold, italic;        /* all of its words, but the label */
  gboolean some_bold, some_italic;
  guint32 colour;     /* of its first words that are not black */
  const char *family; /* of its first word */
  gboolean artifact;
} TkSeenLine;

typedef struct {
  guint page;
  TkUnit x, y, width, height;
} TkSeenRule;

typedef struct {
  const TkPages *pages;
  GArray *lines; /* TkSeenLine, in the order of pages and of strips */
  GArray *rules; /* TkSeenRule: lying lines up to 3 pt thick */
} TkSeen;

TkSeen *tk_seen_new (const TkPages *pages);
void tk_seen_free (TkSeen *seen);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSeen, tk_seen_free)

/* All lines of @node on all pages as one text, with a blank between them. Free it. */
char *tk_seen_text_of_new (const TkSeen *seen, const TkNode *node);
