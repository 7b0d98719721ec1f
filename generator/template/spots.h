/* The tree of one file of a layout, whose elements know where they were written. Internal to template/. */
#pragma once

#include "source.h"

/* The tree of the text of @source, a spot at every element; NULL and a fault where it is not well-formed, has
 * a DOCTYPE, or is empty. The tree is the caller's (xmlFreeDoc), spots live in @arena. */
xmlDoc *tk_template_parse (const TkSource *source, TkArena *arena, TkFaults *faults);

/* The place of the byte at @offset in the text of @source. */
TkPlace tk_template_place_of_offset (const TkSource *source, gsize offset);

/* The next element after @node in document order within @root; NULL at the end. */
xmlNode *tk_template_next_element (xmlNode *node, const xmlNode *root);
