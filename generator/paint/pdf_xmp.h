/* What the file says about itself. */
#pragma once

#include "pages.h"
#include "pdf_bytes.h"

/* The XMP packet (ISO 16684-1), with the claims to PDF/A-2a and PDF/UA-1. Its
 * values are those of tk_about_put. */
void tk_xmp_put (TkBytes *to, const TkDocument *document);

/* The entries of the Info dictionary. */
void tk_about_put (TkBytes *to, const TkDocument *document);
