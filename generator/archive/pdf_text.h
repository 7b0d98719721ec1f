/* The text of a PDF file that others made, by poppler, where that is there. */
#pragma once

#include <glib.h>

/* By a process of its own (pdf_apart.h): no other thread of the program may be working. Gives the text, UTF-8
 * in NFC, a form feed behind each page, "" where there are only pictures; and the number of its pages, 0
 * where not known. NULL, with the reason for people: poppler is missing; encrypted; broken; beyond measure
 * (40 MB of text, 60 s). (transfer full) */
char *tk_pdf_text_new (const char *path, guint *ret_pages, const char **ret_reason);
