/* Files that are whole or not there: written beside their name, synced,
 * renamed. All errors are TK_ERROR_OUTPUT and begin with the path. */
#pragma once

#include <glib.h>

typedef struct _TkOutput TkOutput;

/* Opens a temporary file in the folder of @path, or of the target of a link; it has no name before it is
 * whole, where the file system can do that. What is no regular file (a pipe, /dev/stdout) is written at once.
 * A database at @path is not overwritten. */
TkOutput *tk_output_new (const char *path, GError **error);

/* The same, but for what is at @path already: it is replaced, be it a link, and never written into. */
TkOutput *tk_output_replace_new (const char *path, GError **error);

/* A file without a name, in the folder for such: it is gone with the output, however the program ends. */
TkOutput *tk_output_unnamed_new (GError **error);

/* Its descriptor, for who reads it again; it stays the output's. */
int tk_output_descriptor (const TkOutput *output);

gboolean tk_output_write (TkOutput *output, const void *bytes, gsize size, GError **error);

/* Syncs the file and gives it its name; an older file of that name is
 * replaced. The folder is synced too. */
gboolean tk_output_commit (TkOutput *output, GError **error);

/* Without a commit before, the temporary file is removed. */
void tk_output_free (TkOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkOutput, tk_output_free)
