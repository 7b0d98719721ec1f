/* Paths of files, as texts. */
#pragma once

#include <glib.h>

/* Whether @path lies within the folder @folder, at whatever depth; the folder itself does not. Neither is
 * looked up: where links matter, both are to be real (realpath(3)). */
gboolean tk_path_lies_in (const char *path, const char *folder);

/* The file that is called @path, of NFC, as it is called on the disk: some systems write the letters of a
 * name apart from their marks (NFD). @path itself where it is there, or neither is. (transfer full) */
char *tk_path_find_new (const char *path);
