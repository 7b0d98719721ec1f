/* Why a layout is not one, in words and with a hint. Internal to template/. */
#pragma once

#include <libxml/tree.h>

#include "fault.h"

/* Adds the faults of @doc, whose elements have spots, by the root of the @grammar. @first: the node at which
 * its judge stumbled first, or NULL; it is asked only where a walk through the elements finds nothing, that
 * is, for matters of order and number. */
void tk_template_explain (xmlNode *grammar, xmlDoc *doc, const xmlNode *first, TkFaults *faults);
