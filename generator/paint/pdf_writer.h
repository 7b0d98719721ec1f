/* Where the bytes of a PDF go, on their way to the output: they are counted, and make the digest that names
 * the file. Internal to pdf_store.c and pdf_file.c. */
#pragma once

#include "pdf_store.h"

typedef struct _TkWriter TkWriter;

/* What follows, up to tk_writer_listen, is of @stream and enters the digest by that of its own, which another
 * thread has made. */
void tk_writer_pass (TkWriter *writer, const TkStream *stream);
void tk_writer_listen (TkWriter *writer);
