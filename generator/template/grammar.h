/* Whether a layout is one: layout.rng is the judge, and the source of the
 * sentences that say what is wrong. Internal to template/. */
#pragma once

#include <libxml/tree.h>

#include "fault.h"

/* Validates @doc, whose elements have spots, by the RELAX NG file at @path.
 * Faults are added; FALSE where there were some. */
gboolean tk_template_grammar_check (const char *path, xmlDoc *doc, TkFaults *faults);
