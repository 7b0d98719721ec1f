/* Bytes that are dear to make, kept from one run to the next in a folder of the user's. Whatever is wrong
 * with the folder or with what is in it (no rights, no room, deleted half-way, written by someone else,
 * broken) only means that less is found. Several threads, and several programs, may use it at once. */
#pragma once

#include <glib.h>

typedef struct _TkCache TkCache;

/* @folder is made where it is not there, for the user alone (0700); one that others may write into is not
 * used. NULL or "": nothing is kept, nothing found. @most: bytes that may stay there. */
TkCache *tk_cache_new (const char *folder, guint64 most);

/* Throws away what was not used for longest, down to the bound. */
void tk_cache_free (TkCache *cache);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkCache, tk_cache_free)

/* What was kept under @key, a text that names it in full: of what it was made, how, and in what form it is.
 * NULL: nothing, or nothing that is as it was written (by its SHA-256): that is removed. */
GBytes *tk_cache_read (TkCache *cache, const char *key);

/* Whole or not at all: written beside its name, then renamed. It is not synced: a broken entry is no entry.
 */
void tk_cache_keep (TkCache *cache, const char *key, GBytes *bytes);
