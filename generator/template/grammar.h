/* Whether a layout is one: layout.rng is the judge, and the source of the
 * sentences that say what is wrong. Internal to template/. */
#pragma once

#include <libxml/tree.h>

#include "cache.h"
#include "fault.h"

typedef struct _TkGrammar TkGrammar;

/* The layout.rng of @folder, which is read when it is first asked. @cache: where it is kept that a layout was
 * found valid, for to find that out takes as long as all the rest of a short paper; outlives the grammar.
 * NULL: nowhere. */
TkGrammar *tk_template_grammar_new (const char *folder, TkCache *cache);
void tk_template_grammar_free (TkGrammar *grammar);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkGrammar, tk_template_grammar_free)

/* Validates @doc, which was made of @sources (of TkSource) and whose elements have spots. Faults are added;
 * FALSE where there were some. */
gboolean tk_template_grammar_check (TkGrammar *grammar, xmlDoc *doc, const GPtrArray *sources,
                                    TkFaults *faults);
