/* A door is one function: any bytes in, no crash out. libFuzzer calls it (run
 * tests/fuzz/run), and so does shake.c, which needs no clang. */
#pragma once

#include <glib.h>

int LLVMFuzzerTestOneInput (const guint8 *bytes, gsize size);

/* Writes the bytes to a file called @name, alone in its folder, and gives its
 * path; the next call overwrites it. */
char *door_file_new (const char *name, const guint8 *bytes, gsize size);
