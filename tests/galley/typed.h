/* A document typed as text, one thing a line; lengths in points. What stands within another thing is indented
 * by two more spaces. A line that begins with "#" is a comment, one that begins with ">" goes on with the
 * text before it.
 *
 *   measure WIDTH [HEIGHT]
 *   folio STYLE, grid HEIGHT, filled    of the master
 *   style NAME FAMILY SIZE WORD...      FAMILY with "_" for spaces; the words: bold italic underline, left
 * centre right justify, together next, and NAME=NUMBER for indent left right before after leading
 * (thousandths) pitch widows orphans colour origin TABLE COLUMN ROW             of the records that all text
 * below came from; "origin -": of none picture FILE ...                    a picture file, made for this
 * case: files.h
 *
 *   paragraph STYLE TEXT                heading STYLE LEVEL TEXT
 *   list STYLE dash|plus|number|letter  with item [TEXT]
 *   table STYLE COLUMN... [plain]       with head, row, and in them cell [span=N] [turned] [| TEXT]
 *   sides STYLE COLUMN...               the same; a COLUMN is fit, fixed=WIDTH or share=THOUSANDTHS, then
 * [:left…] figure STYLE FILE [width=] [height=], with its caption, a paragraph rule STYLE [length=]
 * [permille=] [thick=] space HEIGHT, keep, section, break
 *   contents                            with entry STYLE LEVEL LABEL|- TEXT, whose text ends with {page}
 *
 * Within TEXT: {b …} {i …} {u …} {sup …} {sub …}, {br}, {link URI …}, {lang TAG …}, {page}, {U+12000},
 * {repeat N …}.
 */
#pragma once

#include "node.h"

/* @folder: where the pictures are. The end of the program where the text is mistyped. */
TkDocument *tk_typed_read (const char *path, const char *text, const char *folder);
void tk_typed_free (TkDocument *document);

/* Of NAME=NUMBER among @words, in units where @scale is 1024; @otherwise where it is not there. */
gint32 tk_typed_find (char **words, const char *name, double scale, gint32 otherwise);
