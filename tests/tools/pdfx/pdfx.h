/* What a press is given, read by MuPDF and by none of our code. The rules are those of PDF/X-4 (ISO 15930-7),
 * as far as they bear on what a program like ours could write, and the house's own: no RGB, and no more ink
 * than the paper takes. ISO 32000-1 is PDF. */
#pragma once

#include <glib.h>
#include <mupdf/fitz.h>
#include <mupdf/pdf.h>

typedef struct {
  fz_context *context;
  pdf_document *document;
  const char *name;
  pdf_obj *trailer, *catalog;
  gboolean plain;    /* for printing, but not PDF/X: no intent and no claim are asked for */
  int space;         /* components of the output intent: 1 gray, 3 RGB, 4 inks; 0: there is none */
  int most;          /* all inks together, in percent */
  int found;         /* the most that was found of it in colours, */
  int found_picture; /* and in pictures */
  GHashTable *seen;  /* numbers of objects that were judged */
  int faults;
} File;

void fault (File *file, const char *place, const char *format, ...) G_GNUC_PRINTF (3, 4);

/* NULL: there is none. */
pdf_obj *entry (const File *file, pdf_obj *dictionary, const char *key);
gboolean says (const File *file, pdf_obj *dictionary, const char *key, const char *name);

void check_file (File *file);
void check_objects (File *file);
void check_page (File *file, int page);
void check_colours (File *file, const char *place, pdf_obj *content, pdf_obj *resources);
