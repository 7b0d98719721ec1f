/* STORE/tongket-archive, which marks a store and lists its years (archive.h). Internal to archive/. */
#pragma once

#include <glib.h>

#define TK_ROLL "tongket-archive"

/* Of "2022" 2022; -1 for another name. */
int tk_roll_parse_year (const char *name);

/* Whether @folder has a mark of a form that is known here. TK_ERROR_DATA; the message begins with @shown. */
gboolean tk_roll_check (const char *folder, const char *shown, GError **error);

/* The years that it lists, as far as they can be read. *@ret_fault: what is wrong with it, for people,
 * without its place (transfer full); NULL: nothing. (transfer full) (element-type int) */
GArray *tk_roll_read_new (const char *folder, char **ret_fault);

/* Lists @years, ascending, or none (NULL), in the form of today. What stands there already is not written
 * again. TK_ERROR_OUTPUT. */
gboolean tk_roll_write (const char *folder, const GArray *years, GError **error);
