/* Paths of files, as texts. */
#pragma once

#include <glib.h>

/* Whether @path lies within the folder @folder, at whatever depth; the folder itself does not. Neither is
 * looked up: where links matter, both are to be real (realpath(3)). */
gboolean tk_path_lies_in (const char *path, const char *folder);
