/* The patterns of layout.rng, as RELAX NG in XML writes them (OASIS, RELAX NG 1.0). Names and values are
 * borrowed from the tree. Internal to template/. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* Whether @node is an element of the grammar of this name. */
gboolean tk_template_pattern_is (const xmlNode *node, const char *name);

/* Attribute @name of @node, or "". */
const char *tk_template_pattern_value (const xmlNode *node, const char *name);

/* The name of an <element> or an <attribute>, which stands in an attribute or in a choice of one; or "". */
const char *tk_template_pattern_name (const xmlNode *pattern);

/* The <define> of this name, or NULL. */
const xmlNode *tk_template_pattern_find (const xmlNode *grammar, const char *name);

/* What the grammar says of @pattern, in the language of the messages; or "". */
char *tk_template_pattern_documentation_new (const xmlNode *pattern);
