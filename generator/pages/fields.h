/* The numbers of pages within the text. Internal to pages/: told of each strip that is placed, asked once at
 * the end. */
#pragma once

#include "pages.h"

typedef struct _TkFields TkFields;

TkFields *tk_fields_new (const TkDocument *document, TkArena *arena);
void tk_fields_free (TkFields *fields);

/* @strip is placed at @x, @y of page @page (from 0), and its marks are the last of @placed, where it has any.
 * A strip with fields gets a place there even if it has no marks. */
void tk_fields_note (TkFields *fields, const TkStrip *strip, guint page, TkUnit x, TkUnit y, GArray *placed);

/* What is referred to by @node begins at @y of page @page, unless it has begun before. */
void tk_fields_note_target (TkFields *fields, const TkNode *node, guint page, TkUnit y);

/* Once all pages are there: gives the strips with fields their marks, and @pages its targets. Notes: targets
 * that stand on no page. */
void tk_fields_fill (TkFields *fields, TkPages *pages, TkNotes *notes);
