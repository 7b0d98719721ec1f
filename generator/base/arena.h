/* One lifetime for all parts of a noun: parts are taken one by one and freed
 * together. Memory comes zeroed and aligned for any type but long double. Running out of
 * memory ends the program, as everywhere in GLib. */
#pragma once

#include <glib.h>

typedef struct _TkArena TkArena;

TkArena *tk_arena_new (void);
void tk_arena_free (TkArena *arena);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TkArena, tk_arena_free)

/* As new: all that was taken is gone; one block of memory stays for what comes next. */
void tk_arena_clear (TkArena *arena);

void *tk_arena_take (TkArena *arena, gsize size);
void *tk_arena_copy (TkArena *arena, const void *bytes, gsize size);
/* The elements that @array has now. */
void *tk_arena_copy_array (TkArena *arena, const GArray *array);

/* NULL gives NULL. */
char *tk_arena_text (TkArena *arena, const char *text);
char *tk_arena_textn (TkArena *arena, const char *text, gsize length);
char *tk_arena_print (TkArena *arena, const char *format, ...) G_GNUC_PRINTF (2, 3);

#define tk_arena_new0(arena, type) ((type *) tk_arena_take ((arena), sizeof (type)))
#define tk_arena_array(arena, type, n) ((type *) tk_arena_take ((arena), sizeof (type) * (n)))
