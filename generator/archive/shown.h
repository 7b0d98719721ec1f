/* Names of files that anyone may have given, as a report shows them: in one line, and all of it. */
#pragma once

/* Bytes that are no UTF-8 become U+FFFD. What nobody sees, ends a line, or turns the direction of writing is
 * written as its number: "<U+202E>". (transfer full) */
char *tk_shown_new (const char *text);

/* So is, besides, all that the fonts of a paper may lack: what is beyond the letters and signs of Latin
 * writing. @text may be NULL, and is so then. (transfer full) */
char *tk_shown_on_paper_new (const char *text);
