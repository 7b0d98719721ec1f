/* Byte order marks, and UTF-16 (RFC 2781) in pieces. */
#pragma once

#include <glib.h>

#include "encoding.h"

gboolean tk_utf16_check (TkEncoding encoding);

/* What the byte order mark says: UTF8, UTF16LE, UTF16BE; AUTO: there is none. */
TkEncoding tk_utf16_find_order (const char *bytes, gsize length);

/* Appends UTF-16 as UTF-8, byte order marks left out; gives the bytes that were
 * read: up to three may wait for the next piece. What is no character, NUL too,
 * is U+FFFD and added to @n_lost, which may be NULL. */
gsize tk_utf16_append (GString *to, const char *bytes, gsize length, TkEncoding encoding, guint *n_lost);
