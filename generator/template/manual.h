/* The reference of the layout language, for those who write layouts. */
#pragma once

#include <glib.h>

typedef enum {
  TK_MANUAL_TEXT, /* for a terminal, 80 columns wide */
  TK_MANUAL_PAGE  /* GitHub Flavored Markdown, with contents */
} TkManualForm;

/* The element of this name, or all where @element is NULL: what it does, its attributes, what it holds, where
 * it stands, and an example; made from layout.rng and examples/ of @folder, in the language of the messages.
 * A page has all elements. TK_ERROR_USAGE where there is no such element or no grammar. */
char *tk_template_manual_new (const char *folder, const char *element, TkManualForm form, GError **error);
