/* What the file says about itself. */
#pragma once

#include "pages.h"
#include "pdf_bytes.h"

/* The XMP packet (ISO 16684-1), with the claims to PDF/A-2a and PDF/UA-1. Its
 * values are those of tk_about_put. */
void tk_xmp_put (TkBytes *to, const TkDocument *document);

/* What a file for the press says of itself. */
typedef struct {
  gboolean pdfx;        /* it is PDF/X-4 */
  const char *identity; /* "uuid:…", of nothing else */
} TkPressClaim;

/* The packet of such a file, not trapped. */
void tk_xmp_put_press (TkBytes *to, const TkDocument *document, const TkPressClaim *claim);

/* The entries of the Info dictionary. */
void tk_about_put (TkBytes *to, const TkDocument *document);
