/* A bar on the terminal for work that takes longer than a second. */
#pragma once

#include <glib.h>

typedef struct _TkProgress TkProgress;

/* Of so many @stages; shows nothing where @wanted is FALSE or the error output
 * is no terminal. */
TkProgress *tk_progress_new (guint stages, gboolean wanted);

/* The next stage begins. @name: translated, and constant. */
void tk_progress_stage (TkProgress *progress, const char *name);

/* What the stage has done so far, shown behind its name: a number that the stage counts up by
 * g_atomic_int_inc(). */
void tk_progress_count (TkProgress *progress, const int *counter);

/* Wipes the line. */
void tk_progress_free (TkProgress *progress);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkProgress, tk_progress_free)
