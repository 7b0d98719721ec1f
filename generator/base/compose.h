/* Letters with their marks as one character each where there is one: Unicode's form NFC (UAX #15). */
#pragma once

#include <glib.h>

/* Whether @text, of @length bytes of UTF-8, is sure to be in NFC already: Latin letters, those of Vietnamese
 * with all marks, and common punctuation. FALSE: only g_utf8_normalize() knows. */
gboolean tk_is_composed (const char *text, gsize length);

/* @text, UTF-8, in NFC. (transfer full) */
char *tk_compose_new (const char *text, gsize length);
