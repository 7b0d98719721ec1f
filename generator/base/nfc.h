/* Unicode's normalization form C (UAX #15) of texts of any length. */
#pragma once

#include <glib.h>

/* @text, of @length bytes (-1: up to its NUL), in NFC; NULL where it is no UTF-8. Takes time in proportion to
 * @length, which g_utf8_normalize does not. */
char *tk_nfc_new (const char *text, gssize length);
