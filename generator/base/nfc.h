/* Letters with their marks as one character each where there is one: Unicode's form NFC (UAX #15), of texts of
 * any length. */
#pragma once

#include <glib.h>

/* Whether @text, of @length bytes, is sure to be UTF-8 in NFC: Latin letters, those of Vietnamese with all
 * marks, and common punctuation. FALSE: only tk_nfc_new() knows. */
gboolean tk_nfc_is (const char *text, gsize length);

/* @text, of @length bytes (-1: up to its NUL), in NFC; NULL where it is no UTF-8. Takes time in proportion to
 * @length, which g_utf8_normalize does not. */
char *tk_nfc_new (const char *text, gssize length);
