/* Whether a layout is one: layout.rng is the judge, and the source of the
 * sentences that say what is wrong. Internal to template/. */
#pragma once

#include <libxml/tree.h>

#include "fault.h"

typedef struct TkGrammar TkGrammar;

/* The RELAX NG file at @path, which is read when it is first asked, and kept for other layouts: to read it
 * takes longer than to read a layout. */
TkGrammar *tk_template_grammar_new (const char *path);
void tk_template_grammar_free (TkGrammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkGrammar, tk_template_grammar_free)

/* Validates @doc, whose elements have spots. Faults are added; FALSE where there were some. */
gboolean tk_template_grammar_check (TkGrammar *grammar, xmlDoc *doc, TkFaults *faults);
