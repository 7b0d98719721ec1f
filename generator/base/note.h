/* Notes: what does not stop the work (a loose line, a picture too coarse).
 * They are gathered in one list and printed sorted at the end. Not for use
 * from several threads. */
#pragma once

#include <glib.h>
#include <stdio.h>

typedef struct _TkNotes TkNotes;

TkNotes *tk_notes_new (void);
void tk_notes_free (TkNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkNotes, tk_notes_free)

/* The message begins with its place, as an error does, and is translated.
 * The same message twice is kept once. */
void tk_notes_add (TkNotes *notes, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* @to has those of @from, too. */
void tk_notes_copy (const TkNotes *from, TkNotes *to);

/* A number for a message, with as many @decimals, and the mark before them that its language has: "0.14" is
 * in Vietnamese "0,14". (transfer full) */
char *tk_notes_number_new (double number, int decimals);

guint tk_notes_count (const TkNotes *notes);

/* All of them, in the order of their bytes, NULL-terminated; the texts are borrowed. */
const char **tk_notes_list_new (const TkNotes *notes);

/* One line each, in the order of their bytes, after @prefix. */
char *tk_notes_text_new (const TkNotes *notes, const char *prefix);
void tk_notes_print (const TkNotes *notes, const char *prefix, FILE *to);
