/* PDF files that may be made to break their reader: poppler reads them in a process of its own, with a limit
 * to its time and memory, and whatever becomes of that is an answer. Internal to archive/. */
#pragma once

#include <poppler.h>

#include "library.h"

/* A library of 4 MB that few calls want: it is opened there. The last one is GObject's. */
#define TK_POPPLER_CALLS(CALL)                                                                               \
  CALL (poppler_document_new_from_bytes)                                                                     \
  CALL (poppler_document_get_n_pages)                                                                        \
  CALL (poppler_document_get_page)                                                                           \
  CALL (poppler_page_get_text)                                                                               \
  CALL (poppler_page_get_size)                                                                               \
  CALL (poppler_page_render)                                                                                 \
  CALL (poppler_error_quark)                                                                                 \
  CALL (g_object_unref)

typedef struct {
  TK_POPPLER_CALLS (TK_LIBRARY_MEMBER)
} TkPoppler;

/* How that process ends. */
typedef enum {
  TK_PDF_GOOD,
  TK_PDF_MISSING, /* a library */
  TK_PDF_ENCRYPTED,
  TK_PDF_BROKEN,
} TkPdfEnd;

/* What is done there with the documents, in the order of the files; what it has to say it writes to @to. */
typedef TkPdfEnd (*TkPdfWork) (const TkPoppler *call, PopplerDocument *const *documents, int to);

gboolean tk_pdf_apart_write (int to, const void *bytes, gsize size);

/* What @work has written, where it ended well. NULL, with the reason for people: a library is missing;
 * encrypted; broken; beyond measure (40 MB, @seconds). No other thread of the program may be working, but for
 * one that only draws its progress. (transfer full) */
GByteArray *tk_pdf_apart_new (GBytes *const *files, guint n, TkPdfWork work, guint seconds,
                              const char **ret_reason);
