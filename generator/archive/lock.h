/* Who writes to a store: one living program at a time. The lock is the kernel's (fcntl), so that it ends with
 * the program that has it; the file only tells people who that is. */
#pragma once

#include <glib.h>

typedef struct _TkLock TkLock;

/* @path: of the file, made where it is not there. TK_ERROR_OUTPUT: another program holds it (which one, since
 * when), or the file cannot be written. *@ret_dead: who left it behind without an end, or NULL. */
TkLock *tk_lock_new (const char *path, char **ret_dead, GError **error);
/* Gives it up and leaves the file, as a program that died does: what that one had begun is not yet mended. */
void tk_lock_leave (TkLock *lock);
/* The file is gone with it. */
void tk_lock_free (TkLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkLock, tk_lock_free)
