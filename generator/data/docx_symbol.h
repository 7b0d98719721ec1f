/* Signs of fonts that have signs in place of letters (Symbol, Wingdings): they
 * stand at U+F020 … U+F0FF, or at those of Latin-1: the “Ø” of Wingdings is an
 * arrow, and the usual bullet of many an office. */
#pragma once

#include <glib.h>

/* Whether the letters of the font are signs. @font may be NULL. */
gboolean tk_docx_is_symbol_font (const char *font);

/* @text with letters of Unicode in place of signs; @font may be NULL. A sign
 * that has none is counted in @n_unknown; it is left out, unless it is a letter
 * that only the font makes a sign of. */
char *tk_docx_symbols_new (const char *font, const char *text, guint *n_unknown);
