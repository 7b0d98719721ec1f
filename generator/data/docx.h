/* The body of a Word file (.docx, ECMA-376 part 1, WordprocessingML) as
 * CommonMark, for the text columns that content/markdown.c shows.
 *
 * Headings come by style or outline level, with their automatic number as text;
 * bold and italic; lists, also those whose dashes were typed ("- ", "– ", "• ",
 * and "+ " below one); a number that is not the next begins a list of its own,
 * so that it reads as it does in Word; automatic labels that are more than a
 * number ("Điều 1.", "1.2.") become text. Tables as GitHub writes them, their
 * first row the head. Links to the web. Footnotes and endnotes in parentheses
 * where their mark stood, since the program's Markdown has no notes. Tracked
 * changes as if accepted. Text boxes before the paragraph that they hang on.
 * Text in fonts of before Unicode (.VnTime, VNI-Times), or written as in them, is
 * converted. Headers, footers, tables of contents and page breaks are left out. */
#pragma once

#include <glib.h>

#include "note.h"

/* NFC UTF-8, owned by the caller; "" for an empty file. What was left out or
 * changed is a note, one a kind, with how often. TK_ERROR_DATA: not a Word
 * file, what package.h says, elements nested more than 64 deep. */
char *tk_docx_read_new (const char *path, TkNotes *notes, GError **error);

/* The same words as plain text (prose.h), for finding them; how they looked is not missed. */
char *tk_docx_read_plain_new (const char *path, GError **error);
