/* What somebody may have meant. */
#pragma once

#include <glib.h>

/* The name of @names (NULL-terminated) that is most like @text, or NULL where
 * none is like it: at most a third of its letters differ. */
const char *tk_nearest_find (const char *text, const char *const *names);

/* "; did you mean "x"?" where there is such a name, else "". */
char *tk_nearest_meant_new (const char *text, const char *const *names);

/* "; did you mean "x"?" where there is such a name, "; known: a, b, c" where
 * they are few, else "". */
char *tk_nearest_hint_new (const char *text, const char *const *names);
