/* The requests that make a job. */
#pragma once

#include "exchange.h"

/* The copies of a paper whole, one after the other, as RFC 8011, 5.2.4, calls it. */
#define TK_COLLATED "separate-documents-collated-copies"

gboolean tk_request_has_operation (const TkPrinter *printer, ipp_op_t operation);

/* Create-Job or Print-Job: what the paper is called, and how it is printed. Only what the printer knows is
 * asked of it. */
ipp_t *tk_request_job_new (const TkPrinter *printer, ipp_op_t operation, const TkPrintWish *wish);

/* Send-Document: the whole paper is one. */
ipp_t *tk_request_document_new (const TkPrinter *printer, int job);
