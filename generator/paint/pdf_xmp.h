/* What the file says about itself. */
#pragma once

#include "pages.h"
#include "pdf_bytes.h"

/* What a file for keeping says that it is. */
typedef struct {
  const char *part, *conformance; /* of ISO 19005: "2", "A" */
  gboolean accessible;            /* also PDF/UA-1 (ISO 14289-1) */
} TkArchiveClaim;

/* The XMP packet (ISO 16684-1) with @claim. Its values are those of tk_about_put. */
void tk_xmp_put (TkBytes *to, const TkDocument *document, const TkArchiveClaim *claim);

/* What a file for the press says of itself. */
typedef struct {
  gboolean pdfx;        /* it is PDF/X-4 */
  const char *identity; /* "uuid:…", of nothing else */
} TkPressClaim;

/* The packet of such a file, not trapped. */
void tk_xmp_put_press (TkBytes *to, const TkDocument *document, const TkPressClaim *claim);

/* When the paper was made, as PDF writes it: "D:20220819000000Z". */
char *tk_about_date_new (const TkDocument *document);

/* The entries of the Info dictionary. */
void tk_about_put (TkBytes *to, const TkDocument *document);
