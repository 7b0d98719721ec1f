/* The part of a text that shows best what was found in it. */
#pragma once

#include "tokenizer.h"

typedef struct {
  gsize start, end; /* bytes */
} TkSnippetMark;

typedef struct {
  char *text; /* one line of valid UTF-8 without control characters; “…” where its page goes on before it, or
                 the text behind it */
  GArray *marks; /* of TkSnippetMark: what was found, words side by side as one */
  guint page;    /* on which it begins, from 1 */
} TkSnippet;

/* @words: of TkCatalogueWord (catalogue.h), as tk_catalogue_find_new tells them. NULL where there is none, or
 * @text is no longer the one that was indexed. */
TkSnippet *tk_snippet_new (TkTokenizer *tokenizer, const char *text, gsize length, const GArray *words);
void tk_snippet_free (TkSnippet *snippet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkSnippet, tk_snippet_free)

/* The text with @open before and @close behind each mark. */
char *tk_snippet_print_new (const TkSnippet *snippet, const char *open, const char *close);
