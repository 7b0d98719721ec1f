/* Trees of folders and files on the disk, as the store needs them. Links are never followed. All errors are
 * TK_ERROR_OUTPUT but where it is said, and begin with the path. */
#pragma once

#include <glib.h>

/* Makes @to, which must not be there, the same file, or a folder of the same files, as @from: hard links, or
 * copies where the file system has none. TK_ERROR_DATA: something there is neither a file nor a folder. */
gboolean tk_tree_link_any (const char *from, const char *to, GError **error);

/* Removes what is at @path with all that is in it; TRUE also where nothing is. */
gboolean tk_tree_remove (const char *path, GError **error);

gboolean tk_tree_sync_folder (const char *path, GError **error);

/* Names in the folder @path in the order of their bytes, NULL-terminated; none where there is no folder.
 * (transfer full) */
char **tk_tree_list_new (const char *path);

/* Whether a folder, and no link to one, is at @path. */
gboolean tk_tree_is_folder (const char *path);

/* Keeps the folder at @path open, so that no other folder gets its number meanwhile; -1: none is there. The
 * caller closes it. */
int tk_tree_hold (const char *path);
/* Whether the folder at @path still is the one that is held. */
gboolean tk_tree_is_held (int held, const char *path);

/* @error of the errno @code at @path, with what to do. */
void tk_tree_set_error (GError **error, const char *path, int code);
/* @error of the folder at @path whose place others take, each time that it is read. */
void tk_tree_set_changed (GError **error, const char *path);
