/* The files of one version of a paper, in the folder that a batch has given. */
#pragma once

#include "record.h"

/* Writes @path ("layout/parts/x.xml") below @folder, with the folders on its way; it must not be there yet.
 * TK_ERROR_DATA: there are signs in @path that coreutils would not find again in a manifest. TK_ERROR_OUTPUT.
 * It is synced when its batch is committed. */
gboolean tk_version_put (const char *folder, const char *path, const void *bytes, gsize size, GError **error);

/* Makes the folder at @path. TK_ERROR_OUTPUT. */
gboolean tk_version_make (const char *path, GError **error);

/* The files in @folder as they lie on the disk now, by path: size, SHA-256, media type by the ending of the
 * name; but for record.xml and what is made of it. All in @arena. TK_ERROR_DATA: one cannot be read, or is
 * neither a file nor a folder. */
gboolean tk_version_list (const char *folder, TkArena *arena, const TkRecordFile **ret_files, guint *ret_n,
                          GError **error);

/* "application/pdf" of "x.pdf"; "application/octet-stream" of what is not known. */
const char *tk_version_kind (const char *path);
