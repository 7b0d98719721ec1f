/* Libraries that few calls of the program want, and that cost more time to load than a short paper to make:
 * each is opened when it is wanted, and stays. A room lists the functions that it calls, which the library's
 * own header declares:
 *
 *     #define CALLS(CALL) CALL (cairo_create) CALL (cairo_destroy)
 *     typedef struct {
 *       CALLS (TK_LIBRARY_MEMBER)
 *     } Cairo;
 *
 *     static const char *const names[] = {CALLS (TK_LIBRARY_NAME) NULL};
 *     Cairo cairo;
 *     if (tk_library_open (TK_LIBRARY_CAIRO, "libcairo2", names, &cairo, error)) …
 *
 * CMakeLists.txt finds the names of the files, TK_LIBRARY_CAIRO and so on. */
#pragma once

#include <glib.h>

#define TK_LIBRARY_MEMBER(name) __typeof__ (name) *name;
#define TK_LIBRARY_NAME(name) #name,

/* @file: as the loader knows it ("libcairo.so.2"); @package: what to install where it is not there; @names:
 * of the functions, ends with NULL; @ret_calls: pointers to them, in their order. TK_ERROR_OUTPUT where the
 * library or one of them is not there. */
gboolean tk_library_open (const char *file, const char *package, const char *const *names, void *ret_calls,
                          GError **error);
