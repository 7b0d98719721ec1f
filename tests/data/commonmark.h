/* CommonMark as the program reads it, for tests of what is written. */
#pragma once

#include <glib.h>

/* The blocks, a line each: "h2 …", "p …", "li …" and "cell …", indented by
 * what they stand in; bold as ‹b›…‹/›, italic as ‹i›…‹/›, links as ‹URL›…‹/›. */
char *commonmark_print (const char *markdown);
/* The letters of its blocks alone. */
char *commonmark_text (const char *markdown);
/* The letters, each after its look and link: "0" to "3", then the last
 * character of the URL or "-". Line breaks are "\n". */
char *commonmark_letters (const char *markdown);
