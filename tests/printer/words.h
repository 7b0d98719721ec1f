/* A printer in words: "sides-supported=one-sided,two-sided-long-edge copies-supported=1-99 printer-state=5".
 */
#pragma once

#include <cups/cups.h>
#include <glib.h>

/* Adds the attributes to the group @to; what is no attribute of a printer is left. FALSE: one is no
 * attribute. */
gboolean words_add_attributes (ipp_t *to, ipp_tag_t group, const char *words);

/* The attributes of @group, without those of every request, sorted as they came: "copies=2 sides=one-sided".
 */
char *words_print_new (ipp_t *from, ipp_tag_t group);
